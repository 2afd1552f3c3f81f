//! What may be said to `roadshow import`.

use std::{path::PathBuf, str::FromStr};

use clap::{ArgGroup, Args};

use super::Misfit;
use crate::definition::ListKind;

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("goal").required(true).args(["into", "to", "template"])))]
pub(in crate::cli) struct Import {
    #[arg(value_name = "LIST", required_unless_present = "template", conflicts_with = "template")]
    pub(in crate::cli) lists: Vec<PathBuf>,
    #[arg(long, value_name = "SESSION")]
    pub(in crate::cli) into: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "like", requires = "title")]
    pub(in crate::cli) to: Option<PathBuf>,
    #[arg(long, value_name = "SESSION", conflicts_with = "into")]
    pub(in crate::cli) like: Option<PathBuf>,
    #[arg(long, value_name = "TEXT", requires = "to")]
    pub(in crate::cli) title: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) writing: Writing,
    #[arg(long, requires = "into")]
    pub(in crate::cli) remove_absent: bool,
    #[arg(long, value_name = "LIST=NAME")]
    pub(in crate::cli) sheet: Vec<SheetOf>,
    #[arg(long, value_name = "NAME=HEADING")]
    pub(in crate::cli) column: Vec<HeadingOf>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) template: Option<PathBuf>,
    #[arg(long, requires = "template")]
    pub(in crate::cli) overwrite: bool,
}

/// Whether anything is written.
#[derive(Debug, Args)]
pub(in crate::cli) struct Writing {
    #[arg(long, conflicts_with = "template")]
    pub(in crate::cli) write: bool,
    #[arg(long, requires = "into", requires = "write")]
    pub(in crate::cli) although_begun: bool,
}

/// The worksheet that a list is in: `projects=Sheet1`.
#[derive(Debug, Clone)]
pub(in crate::cli) struct SheetOf(pub(in crate::cli) ListKind, pub(in crate::cli) String);

/// The heading over a column: `name=Title of the entry`.
#[derive(Debug, Clone)]
pub(in crate::cli) struct HeadingOf(pub(in crate::cli) String, pub(in crate::cli) String);

impl FromStr for SheetOf {
    type Err = Misfit;
    fn from_str(text: &str) -> Result<Self, Misfit> {
        let pair = text.split_once('=').and_then(|(list, name)| {
            let kind = ListKind::ALL.into_iter().find(|kind| kind.as_str() == list.trim())?;
            (!name.trim().is_empty()).then(|| Self(kind, name.to_owned()))
        });
        pair.ok_or_else(|| Misfit::new("misfit-sheet", text))
    }
}

impl FromStr for HeadingOf {
    type Err = Misfit;
    fn from_str(text: &str) -> Result<Self, Misfit> {
        let pair = text.split_once('=').map(|(name, heading)| (name.trim(), heading.trim()));
        let pair = pair.filter(|(name, heading)| !name.is_empty() && !heading.is_empty());
        let pair = pair.map(|(name, heading)| Self(name.to_owned(), heading.to_owned()));
        pair.ok_or_else(|| Misfit::new("misfit-heading", text))
    }
}
