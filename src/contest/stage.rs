//! Where a project is in its life, and the phases that have a clock.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The part of a project's time that a countdown belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The pitch (路演展示).
    Presentation,
    /// Questions and answers (答辩提问).
    Questions,
    /// The window for scoring (评分).
    Scoring,
}

/// One project's life.
///
/// ```text
/// waiting → called-up → presentation → questions → scoring → locked → released
///    ↕          │             └───────────┴──→ shown (showcase)
///  absent ←─────┘      withdrawn: from anywhere before locked
///                      disqualified: from anywhere
/// ```
///
/// Postponed, a project waits again; a sheet given back undoes a lock.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Its turn has not come.
    #[default]
    Waiting,
    /// Called to the stage; the presentation's clock stands at full length.
    CalledUp,
    /// Pitching.
    Presentation,
    /// Answering the judges.
    Questions,
    /// Off the stage; judges score, for as long as it takes.
    Scoring,
    /// Scoring is closed; the score is not public.
    Locked,
    /// The score is public and ranked.
    Released,
    /// Shown, in a session where nothing is scored.
    Shown,
    /// Did not appear.
    Absent,
    /// Left the contest.
    Withdrawn,
    /// Was taken out of the contest.
    Disqualified,
}

impl Stage {
    /// Whether the project has the stage, so that no other can be called up.
    pub fn is_on_stage(self) -> bool {
        matches!(self, Self::CalledUp | Self::Presentation | Self::Questions)
    }

    /// Whether the project has left the contest for good.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Disqualified)
    }

    /// Whether judges may hand in sheets.
    pub fn takes_sheets(self) -> bool {
        matches!(self, Self::Presentation | Self::Questions | Self::Scoring)
    }

    /// The phase whose clock counts here; before the pitch it is the pitch's.
    pub fn phase(self) -> Option<Phase> {
        match self {
            Self::CalledUp | Self::Presentation => Some(Phase::Presentation),
            Self::Questions => Some(Phase::Questions),
            Self::Scoring => Some(Phase::Scoring),
            _ => None,
        }
    }

    /// The stable word for it, as on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::CalledUp => "called-up",
            Self::Presentation => "presentation",
            Self::Questions => "questions",
            Self::Scoring => "scoring",
            Self::Locked => "locked",
            Self::Released => "released",
            Self::Shown => "shown",
            Self::Absent => "absent",
            Self::Withdrawn => "withdrawn",
            Self::Disqualified => "disqualified",
        }
    }
}

impl Phase {
    /// The stage a project is in during this phase.
    pub fn stage(self) -> Stage {
        match self {
            Self::Presentation => Stage::Presentation,
            Self::Questions => Stage::Questions,
            Self::Scoring => Stage::Scoring,
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.stage().as_str())
    }
}
