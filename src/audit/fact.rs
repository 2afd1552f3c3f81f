//! The records of a journal as plain JSON (`docs/journal.md`), in small shapes of the audit's own.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::{
    definition::{Deduction, Marks, Ruling, Session},
    number::Number,
};

/// The body of one record.
#[derive(Debug, Clone, Deserialize)]
pub struct Body {
    /// Milliseconds since 1970 by the hub's clock.
    pub at: i64,
    /// The seat that asked; `None` for what the hub does by itself.
    pub by: Option<String>,
    /// The wish that it grants.
    pub wish: Option<String>,
    /// Whether it is of a rehearsal.
    #[serde(default)]
    pub rehearsal: bool,
    /// What happened.
    pub fact: Fact,
}

/// What happened, as far as the audit looks at it. A kind that is not here is not understood: it
/// might change a score.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Fact {
    Opened {
        session: Box<Session>,
        #[serde(default)]
        rehearsal: bool,
    },
    CalledUp {
        project: String,
    },
    PhaseBegan {
        project: String,
        phase: String,
    },
    #[serde(
        alias = "clock-paused",
        alias = "clock-resumed",
        alias = "clock-set",
        alias = "time-added"
    )]
    ClockStarted {
        project: String,
    },
    Finished {
        project: String,
    },
    SheetSubmitted {
        project: String,
        seat: String,
        revision: u32,
        marks: Marks,
    },
    SheetSealed {
        project: String,
        seat: String,
        revision: u32,
        seal: String,
    },
    SheetOpened {
        project: String,
        seat: String,
        revision: u32,
        marks: Marks,
        nonce: String,
    },
    Locked {
        project: String,
        #[serde(default)]
        without: BTreeSet<String>,
        #[serde(default)]
        sheets: usize,
        #[serde(default)]
        score: Option<Number>,
    },
    Released {
        project: String,
    },
    MarkedAbsent {
        project: String,
        reason: String,
    },
    Withdrawn {
        project: String,
        reason: String,
    },
    Disqualified {
        project: String,
        reason: String,
    },
    Postponed {
        project: String,
        reason: String,
    },
    Backfilled {
        project: String,
        by: String,
    },
    Recused {
        project: String,
        seat: String,
    },
    SeatMarked {
        project: String,
        seat: String,
        mark: String,
    },
    SheetReturned {
        project: String,
        seat: String,
    },
    SeatVoided {
        project: String,
        seat: String,
        reason: String,
    },
    SeatRestored {
        project: String,
        seat: String,
        reason: String,
    },
    SheetCorrected {
        project: String,
        seat: String,
        revision: u32,
        marks: Marks,
        reason: String,
    },
    Deducted {
        project: String,
        deduction: Deduction,
    },
    DeductionRemoved {
        project: String,
        number: u32,
        reason: String,
    },
    Undone {
        project: String,
    },
    Ruled {
        group: String,
        ruling: Ruling,
    },
    Proposed {
        number: u32,
        act: Act,
        by: String,
    },
    Agreed {
        number: u32,
    },
    Declined {
        number: u32,
    },
    Corrected {
        bulletin: Bulletin,
    },
    BreakBegan {
        room: String,
    },
    Sealed {
        key: String,
        signature: String,
    },
    /// What no score hangs on.
    #[serde(
        alias = "break-ended",
        alias = "scene-shown",
        alias = "blanked",
        alias = "message-shown",
        alias = "message-cleared",
        alias = "frozen",
        alias = "thawed",
        alias = "ceremony-at",
        alias = "copy-opened",
        alias = "pass-changed",
        alias = "seat-handed-over"
    )]
    OrderChanged,
}

/// What only two persons can do.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Act {
    /// Its kind: `void`.
    #[serde(rename = "act")]
    pub kind: String,
    /// The project.
    pub project: String,
    /// The seat it is about.
    pub seat: Option<String>,
    /// The marks that it corrects to.
    pub marks: Option<Marks>,
    /// By which rule it deducts.
    pub rule: Option<String>,
    /// How many units.
    pub units: Option<u32>,
    /// Which deduction it gives back.
    pub number: Option<u32>,
}

/// A correction of released results.
#[derive(Debug, Clone, Deserialize)]
pub struct Bulletin {
    /// Its number in the evening, from 1.
    pub number: u32,
    /// The group.
    pub group: String,
    /// The project it is about.
    pub project: String,
    /// Why.
    pub reason: String,
    /// What changes, as it is written.
    pub changes: Vec<Value>,
}

/// Whether a kind of fact is understood here.
pub fn knows(kind: &str) -> bool {
    let probe = serde_json::json!({ "fact": kind });
    match serde_json::from_value::<Fact>(probe) {
        Ok(_) => true,
        Err(why) => !why.to_string().starts_with("unknown variant"),
    }
}

impl Fact {
    /// The project whose state it changes.
    pub(super) fn project(&self) -> Option<&str> {
        match self {
            Self::CalledUp { project }
            | Self::PhaseBegan { project, .. }
            | Self::ClockStarted { project }
            | Self::Finished { project }
            | Self::SheetSubmitted { project, .. }
            | Self::SheetSealed { project, .. }
            | Self::SheetOpened { project, .. }
            | Self::Locked { project, .. }
            | Self::Released { project }
            | Self::MarkedAbsent { project, .. }
            | Self::Withdrawn { project, .. }
            | Self::Disqualified { project, .. }
            | Self::Postponed { project, .. }
            | Self::Backfilled { project, .. }
            | Self::Recused { project, .. }
            | Self::SeatMarked { project, .. }
            | Self::SheetReturned { project, .. }
            | Self::SeatVoided { project, .. }
            | Self::SeatRestored { project, .. }
            | Self::SheetCorrected { project, .. }
            | Self::Deducted { project, .. }
            | Self::DeductionRemoved { project, .. } => Some(project),
            _ => None,
        }
    }

    /// The judge's seat whose state it changes.
    pub(super) fn seat(&self) -> Option<&str> {
        match self {
            Self::Recused { seat, .. }
            | Self::SeatMarked { seat, .. }
            | Self::SheetReturned { seat, .. }
            | Self::SeatVoided { seat, .. }
            | Self::SeatRestored { seat, .. }
            | Self::SheetCorrected { seat, .. } => Some(seat),
            _ => None,
        }
    }

    /// Whether it is a step of the host with a project and its clock, which can be undone.
    pub(super) fn is_a_step(&self) -> bool {
        matches!(
            self,
            Self::CalledUp { .. }
                | Self::PhaseBegan { .. }
                | Self::ClockStarted { .. }
                | Self::Finished { .. }
                | Self::MarkedAbsent { .. }
        )
    }

    /// Whether the step before it can still be undone.
    pub(super) fn leaves_a_step(&self) -> bool {
        matches!(
            self,
            Self::SheetSubmitted { .. }
                | Self::SheetSealed { .. }
                | Self::SheetOpened { .. }
                | Self::Recused { .. }
        )
    }
}
