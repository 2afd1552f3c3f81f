//! What may be said to `roadshow papers`, `roadshow report` and `roadshow export`.

use std::{path::PathBuf, str::FromStr};

use clap::{Args, ValueEnum, builder::PossibleValue};

use crate::{
    papers::{export::TableKind, form::FormKind, tongues::Tongues},
    words::{Lang, UnknownLang},
};

/// The languages to speak: one; on papers both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Languages {
    One(Lang),
    Both,
}

impl FromStr for Languages {
    type Err = UnknownLang;
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        if text == "both" { Ok(Self::Both) } else { text.parse().map(Self::One) }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Papers {
    #[arg(value_name = "JOURNAL")]
    pub(in crate::cli) journal: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) to: PathBuf,
    #[arg(long, value_enum, value_name = "FORM,…", value_delimiter = ',')]
    pub(in crate::cli) form: Vec<FormKind>,
    #[arg(long, value_enum, value_delimiter = ',', default_value = "html,xlsx")]
    pub(in crate::cli) format: Vec<PaperFormat>,
    #[arg(long, conflicts_with = "form")]
    pub(in crate::cli) blank: bool,
    #[arg(long)]
    pub(in crate::cli) anonymous: bool,
}

/// What forms are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PaperFormat {
    Html,
    Xlsx,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Report {
    #[arg(value_name = "JOURNAL")]
    pub(in crate::cli) journal: PathBuf,
    #[arg(long, value_name = "FILE.html")]
    pub(in crate::cli) to: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) anonymous: bool,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) log: Option<PathBuf>,
    #[arg(long, conflicts_with = "to")]
    pub(in crate::cli) ascii: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    #[arg(value_name = "JOURNAL")]
    pub(in crate::cli) journal: PathBuf,
    #[arg(long, value_enum)]
    pub(in crate::cli) format: ExportFormat,
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) to: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "TABLE,…", value_delimiter = ',')]
    pub(in crate::cli) table: Vec<TableKind>,
    #[arg(long)]
    pub(in crate::cli) bom: bool,
    #[arg(long)]
    pub(in crate::cli) anonymous: bool,
}

/// What tables are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
    Csv,
    Json,
    Xlsx,
}

impl Languages {
    /// What is meant by no language, one, or both, where the session has one of its own.
    pub(in crate::cli) fn tongues(asked: Option<Self>, of_session: Lang) -> Tongues {
        match asked {
            None => Tongues::of(of_session),
            Some(Self::One(lang)) => Tongues::of(lang),
            Some(Self::Both) => Tongues::both(of_session),
        }
    }
}

impl Export {
    /// The tables that are asked for: all where none is named.
    pub(in crate::cli) fn tables(&self) -> Vec<TableKind> {
        if self.table.is_empty() { TableKind::ALL.to_vec() } else { self.table.clone() }
    }

    /// Why it cannot be done like this, by the key of the text.
    pub(super) fn nonsense(&self) -> Option<&'static str> {
        match self.format {
            ExportFormat::Csv if self.to.is_none() && self.tables().len() > 1 => {
                Some("cli-export-csv-needs-to")
            }
            ExportFormat::Xlsx if self.to.is_none() => Some("cli-export-xlsx-needs-to"),
            ExportFormat::Json | ExportFormat::Xlsx if self.bom => {
                Some("cli-export-bom-is-for-csv")
            }
            _ => None,
        }
    }
}

impl ValueEnum for FormKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()))
    }
}

impl ValueEnum for TableKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()))
    }
}
