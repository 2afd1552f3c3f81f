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
    /// What the wall clock said; older versions did not ask it.
    pub wall: Option<i64>,
    /// The terminal that asked; older versions did not know it.
    pub terminal: Option<String>,
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
        #[serde(default)]
        paper_needs_permission: bool,
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
        phase: String,
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
    PaperAllowed {
        project: String,
        seat: String,
    },
    PaperDisallowed {
        project: String,
        seat: String,
    },
    SheetKeyed {
        project: String,
        seat: String,
        marks: Marks,
        keyed_by: Keyer,
    },
    PaperSheetEntered {
        project: String,
        seat: String,
        revision: u32,
        marks: Marks,
        keyed_by: Keyer,
        checked_by: Keyer,
    },
    KeyingDropped {
        project: String,
        seat: String,
    },
    Locked {
        project: String,
        #[serde(default)]
        without: BTreeSet<String>,
        sheets: Option<usize>,
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
        mark: Mark,
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
    OrderChanged {
        room: String,
        order: Vec<String>,
    },
    BreakBegan {
        room: String,
    },
    BreakEnded {
        room: String,
    },
    /// What a room's screens show; nothing is followed of it.
    #[serde(alias = "blanked", alias = "message-shown", alias = "message-cleared")]
    SceneShown {
        room: String,
    },
    Frozen {
        group: String,
    },
    Thawed {
        group: String,
    },
    CeremonyAt {
        group: String,
        step: Option<usize>,
    },
    PassChanged {
        seat: String,
        generation: u32,
    },
    SeatHandedOver {
        seat: String,
    },
    CopyOpened {
        epoch: u32,
    },
    Sealed {
        key: String,
        signature: String,
    },
}

/// A person who has keyed a paper sheet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Keyer {
    /// The name.
    pub name: String,
    /// The terminal.
    pub terminal: String,
}

/// What a host says of a seat without a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// It is waited for.
    Expected,
    /// Its judge is not there.
    Absent,
    /// Its judge is not waited for.
    Late,
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
            | Self::ClockStarted { project, .. }
            | Self::Finished { project }
            | Self::SheetSubmitted { project, .. }
            | Self::SheetSealed { project, .. }
            | Self::SheetOpened { project, .. }
            | Self::PaperAllowed { project, .. }
            | Self::PaperDisallowed { project, .. }
            | Self::SheetKeyed { project, .. }
            | Self::PaperSheetEntered { project, .. }
            | Self::KeyingDropped { project, .. }
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

    /// The judge's seat that it comes from, where it comes from one.
    pub(super) fn own_seat(&self) -> Option<&str> {
        match self {
            Self::SheetSubmitted { seat, .. }
            | Self::SheetSealed { seat, .. }
            | Self::SheetOpened { seat, .. }
            | Self::Recused { seat, .. } => Some(seat),
            _ => None,
        }
    }

    /// The judge's seat of which another sheet is there now.
    pub(super) fn sheet_of(&self) -> Option<&str> {
        match self {
            Self::SheetCorrected { seat, .. } | Self::PaperSheetEntered { seat, .. } => Some(seat),
            Self::Recused { .. } => None,
            other => other.own_seat(),
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
                | Self::SheetKeyed { .. }
                | Self::PaperSheetEntered { .. }
                | Self::KeyingDropped { .. }
                | Self::Recused { .. }
        )
    }
}
