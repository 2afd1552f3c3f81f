//! What a person at a screen asks for. A wish names the project and the phase it means, so that a
//! late or a double press cannot hit the next team.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de::Error};

use super::{CriterionId, Marks, Ms, Phase, ProjectId, SeatId};

/// Something asked of the contest; granted as facts, or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wish {
    /// Host: call a project to the stage (叫号).
    CallUp {
        /// The project.
        project: ProjectId,
    },
    /// Host: go on to a phase. The scoring window starts with it; the other clocks wait for
    /// [`Wish::StartClock`].
    Begin {
        /// The project.
        project: ProjectId,
        /// The phase to begin.
        phase: Phase,
    },
    /// Host: start the phase's countdown, beginning the phase first if the project is just before it.
    StartClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
    },
    /// Host: stop the countdown where it is.
    PauseClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
        /// Why, for the record.
        reason: String,
    },
    /// Host: go on from where it was paused.
    ResumeClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
    },
    /// Host: give time, or take some back.
    AddTime {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
        /// How much in milliseconds; at most ten minutes either way.
        ms: Ms,
        /// Why, for the record.
        reason: String,
    },
    /// Host of a showcase: the project has been shown; there is nothing to score.
    Finish {
        /// The project.
        project: ProjectId,
    },
    /// Judge: a whole sheet, new or revised. It counts from the moment it is acknowledged.
    Submit {
        /// The project.
        project: ProjectId,
        /// 1 for the first sheet of this seat for this project, and more for every revision; a lower
        /// one than the present never replaces it.
        revision: u32,
        /// A mark for every criterion.
        #[serde(deserialize_with = "exactly")]
        marks: Marks,
    },
    /// Host: close scoring. Seats without a sheet must be named, and are left out, never zero.
    Lock {
        /// The project.
        project: ProjectId,
        /// Exactly the seats that have no sheet.
        without: BTreeSet<SeatId>,
    },
    /// Host: show the score to the hall and put the project into the ranking.
    Release {
        /// The project.
        project: ProjectId,
    },
    /// Host: the project did not appear when called (缺席). It may still be called up later.
    MarkAbsent {
        /// The project.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: the project leaves the contest (弃权). Not reversible.
    Withdraw {
        /// The project.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
}

impl Wish {
    /// The project that is meant.
    pub fn project(&self) -> &ProjectId {
        match self {
            Self::CallUp { project }
            | Self::Begin { project, .. }
            | Self::StartClock { project, .. }
            | Self::PauseClock { project, .. }
            | Self::ResumeClock { project, .. }
            | Self::AddTime { project, .. }
            | Self::Finish { project }
            | Self::Submit { project, .. }
            | Self::Lock { project, .. }
            | Self::Release { project }
            | Self::MarkAbsent { project, .. }
            | Self::Withdraw { project, .. } => project,
        }
    }
}

/// Reads marks without rounding any: `rust_decimal` by itself would cut what has too many digits.
fn exactly<'de, D: Deserializer<'de>>(from: D) -> Result<Marks, D::Error> {
    let texts = BTreeMap::<CriterionId, String>::deserialize(from)?;
    let mark = |(id, text): (CriterionId, String)| {
        let mark = Decimal::from_str_exact(&text);
        Ok((id, mark.map_err(|err| D::Error::custom(format!("{text:?}: {err}")))?))
    };
    texts.into_iter().map(mark).collect()
}
