//! Why a project has no score.

use serde::Serialize;

use super::{CriterionId, PanelId, Text};

/// Why there is no score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Untallied {
    /// There is no sheet.
    Unscored,
    /// There are fewer sheets than `at-least` asks for.
    TooFewSheets {
        /// How many there are.
        sheets: usize,
        /// How many it takes.
        needed: u32,
    },
    /// There are too few sheets to trim, and `below` is `refuse`.
    TooFewToTrim {
        /// How many there are.
        sheets: usize,
        /// How many it takes.
        needed: u32,
    },
    /// More than half of the sheets fail it at a gate.
    Ineligible {
        /// Those gates.
        gates: Vec<CriterionId>,
    },
    /// One of several panels makes no score.
    InPanel {
        /// The panel.
        panel: PanelId,
        /// What it is called.
        name: Text,
        /// Why it makes none.
        why: Box<Self>,
    },
}

impl Untallied {
    /// How many sheets there are and how many it takes, where there are some and too few.
    pub fn sheets(&self) -> Option<(usize, u32)> {
        match self {
            Self::TooFewSheets { sheets, needed } | Self::TooFewToTrim { sheets, needed } => {
                Some((*sheets, *needed))
            }
            Self::InPanel { why, .. } => why.sheets(),
            Self::Unscored | Self::Ineligible { .. } => None,
        }
    }

    /// The stable word for it; of a panel the word for what it lacks.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Unscored => "unscored",
            Self::TooFewSheets { .. } => "too-few-sheets",
            Self::TooFewToTrim { .. } => "too-few-to-trim",
            Self::Ineligible { .. } => "ineligible",
            Self::InPanel { why, .. } => why.as_str(),
        }
    }
}
