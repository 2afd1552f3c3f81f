//! What happened. A fact is on disk before anyone is told, and a variant is only ever added to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Marks, Ms, Phase, ProjectId, SeatId, Session};

/// One thing that happened in the evening. When, by whom and on which wish stands in its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Fact {
    /// The journal began, for this session. Always the first fact, and only the first.
    Opened {
        /// The whole definition, rubrics included.
        session: Box<Session>,
    },
    /// A project was called to the stage.
    CalledUp {
        /// The project.
        project: ProjectId,
    },
    /// A phase began, with its clock at full length and not yet running.
    PhaseBegan {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
    },
    /// The phase's countdown started.
    ClockStarted {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
    },
    /// The countdown was stopped.
    ClockPaused {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
        /// Why.
        reason: String,
    },
    /// The countdown went on.
    ClockResumed {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
    },
    /// Time was given, or taken back.
    TimeAdded {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
        /// How much.
        ms: Ms,
        /// Why.
        reason: String,
    },
    /// A project of a showcase has been shown.
    Finished {
        /// The project.
        project: ProjectId,
    },
    /// A judge's sheet came in; it replaces that seat's earlier one for the project.
    SheetSubmitted {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Its revision, counted from 1.
        revision: u32,
        /// The marks.
        marks: Marks,
    },
    /// Scoring was closed.
    Locked {
        /// The project.
        project: ProjectId,
        /// The seats that had no sheet and do not count.
        without: BTreeSet<SeatId>,
    },
    /// The score became public and entered the ranking.
    Released {
        /// The project.
        project: ProjectId,
    },
    /// The project did not appear.
    MarkedAbsent {
        /// The project.
        project: ProjectId,
        /// Why.
        reason: String,
    },
    /// The project left the contest.
    Withdrawn {
        /// The project.
        project: ProjectId,
        /// Why.
        reason: String,
    },
}

impl Fact {
    /// The project it is about; `None` for the opening.
    pub fn project(&self) -> Option<&ProjectId> {
        match self {
            Self::Opened { .. } => None,
            Self::CalledUp { project }
            | Self::PhaseBegan { project, .. }
            | Self::ClockStarted { project, .. }
            | Self::ClockPaused { project, .. }
            | Self::ClockResumed { project, .. }
            | Self::TimeAdded { project, .. }
            | Self::Finished { project }
            | Self::SheetSubmitted { project, .. }
            | Self::Locked { project, .. }
            | Self::Released { project }
            | Self::MarkedAbsent { project, .. }
            | Self::Withdrawn { project, .. } => Some(project),
        }
    }
}
