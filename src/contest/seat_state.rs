//! What a seat of the panel owes a project, and what has come of it: nobody's sheet is ever a zero.

use std::mem;

use serde::{Deserialize, Serialize};

use super::{Seal, Sheet};

/// Where one seat stands with one project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SeatState {
    /// Its sheet is waited for.
    #[default]
    Expected,
    /// Its sheet is in, and counts.
    Scored(Sheet),
    /// Its sheet is in, sealed: nobody knows its marks, and it counts when it has been opened.
    Sealed {
        /// Its revision.
        revision: u32,
        /// What stands for its marks.
        seal: Seal,
    },
    /// Its sheet was given back (退回更正) and does not count until it is handed in again.
    Returned {
        /// The sheet as it was.
        sheet: Sheet,
        /// Why it was given back.
        reason: String,
    },
    /// The judge stays out of this project (回避).
    Recused {
        /// Why.
        reason: String,
    },
    /// The judge is not there (缺席).
    Absent {
        /// Why.
        reason: String,
    },
    /// The judge is there but was not waited for (迟交).
    Late {
        /// Why; empty where the seat was named at the lock only.
        reason: String,
    },
    /// Two persons have declared that the seat does not count (作废).
    Void {
        /// Where it stood, for the day it may be restored.
        before: Box<SeatState>,
        /// Why.
        reason: String,
    },
}

/// The stable word for a seat's state, as on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatWord {
    /// [`SeatState::Expected`].
    Expected,
    /// [`SeatState::Scored`].
    Scored,
    /// [`SeatState::Sealed`].
    Sealed,
    /// [`SeatState::Returned`].
    Returned,
    /// [`SeatState::Recused`].
    Recused,
    /// [`SeatState::Absent`].
    Absent,
    /// [`SeatState::Late`].
    Late,
    /// [`SeatState::Void`].
    Void,
}

/// What a host can say of a seat that has no sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatMark {
    /// It is waited for again.
    Expected,
    /// The judge is not there.
    Absent,
    /// The judge is there, but is not waited for.
    Late,
}

impl SeatState {
    /// The sheet that counts.
    pub fn counted(&self) -> Option<&Sheet> {
        match self {
            Self::Scored(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// The latest sheet, whether it counts or not.
    pub fn sheet(&self) -> Option<&Sheet> {
        match self {
            Self::Scored(sheet) | Self::Returned { sheet, .. } => Some(sheet),
            Self::Void { before, .. } => before.sheet(),
            _ => None,
        }
    }

    /// What stands for its sheet while that is sealed.
    pub fn seal(&self) -> Option<&Seal> {
        match self {
            Self::Sealed { seal, .. } => Some(seal),
            _ => None,
        }
    }

    /// Why it is not simply expected or scored, where that was said.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Expected | Self::Scored(_) | Self::Sealed { .. } => None,
            Self::Returned { reason, .. }
            | Self::Recused { reason }
            | Self::Absent { reason }
            | Self::Late { reason }
            | Self::Void { reason, .. } => Some(reason).filter(|it| !it.is_empty()).map(|it| &**it),
        }
    }

    /// Whether the lock waits for it.
    pub fn is_waited_for(&self) -> bool {
        matches!(self, Self::Expected | Self::Sealed { .. } | Self::Returned { .. })
    }

    /// Whether the judge still has to do something before sealed sheets are opened.
    pub fn is_awaited(&self) -> bool {
        matches!(self, Self::Expected | Self::Returned { .. })
    }

    /// The revision of its latest sheet, sealed or not; 0 where there is none.
    pub fn revision(&self) -> u32 {
        match self {
            Self::Sealed { revision, .. } => *revision,
            Self::Void { before, .. } => before.revision(),
            _ => self.sheet().map_or(0, |sheet| sheet.revision),
        }
    }

    /// Whether a sheet may be handed in; those who were absent or late may still turn up.
    pub fn takes_a_sheet(&self) -> bool {
        !matches!(self, Self::Recused { .. } | Self::Void { .. })
    }

    /// The word for it.
    pub fn word(&self) -> SeatWord {
        match self {
            Self::Expected => SeatWord::Expected,
            Self::Scored(_) => SeatWord::Scored,
            Self::Sealed { .. } => SeatWord::Sealed,
            Self::Returned { .. } => SeatWord::Returned,
            Self::Recused { .. } => SeatWord::Recused,
            Self::Absent { .. } => SeatWord::Absent,
            Self::Late { .. } => SeatWord::Late,
            Self::Void { .. } => SeatWord::Void,
        }
    }

    /// With its sheet given back, if it has one that counts; a sealed one is simply expected again.
    pub(super) fn give_back(&mut self, reason: &str) {
        match self {
            Self::Scored(sheet) => {
                *self = Self::Returned { sheet: sheet.clone(), reason: reason.to_owned() };
            }
            Self::Sealed { .. } => *self = Self::Expected,
            _ => (),
        }
    }

    /// Void, keeping where it stood for the day it may be restored.
    pub(super) fn make_void(&mut self, reason: &str) {
        let before = Box::new(mem::take(self));
        *self = Self::Void { before, reason: reason.to_owned() };
    }

    /// As it stood before it was void; a judge who stayed out is waited for.
    pub(super) fn restore(&mut self) {
        *self = match mem::take(self) {
            Self::Void { before, .. } => *before,
            _ => Self::Expected,
        };
    }

    /// As a host says.
    pub(super) fn mark(&mut self, mark: SeatMark, reason: &str) {
        let reason = reason.to_owned();
        *self = match mark {
            SeatMark::Expected => Self::Expected,
            SeatMark::Absent => Self::Absent { reason },
            SeatMark::Late => Self::Late { reason },
        };
    }
}

impl SeatWord {
    /// The word as on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Scored => "scored",
            Self::Sealed => "sealed",
            Self::Returned => "returned",
            Self::Recused => "recused",
            Self::Absent => "absent",
            Self::Late => "late",
            Self::Void => "void",
        }
    }
}
