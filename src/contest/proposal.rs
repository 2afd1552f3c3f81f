//! Acts that take two persons: the host and the supervisor (监督). One proposes, the other agrees.

use serde::{Deserialize, Serialize};

use super::{At, DeductionId, Fact, Marks, ProjectId, Role, SeatId};

/// Proposals about the projects of one room that may wait at the same time.
pub const MOST_PROPOSALS: usize = 32;

/// What only two persons can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Act {
    /// Give a sheet back to its judge; before the release only. A lock is undone by it.
    Return {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
    },
    /// Declare that a seat does not count for a project.
    Void {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
    },
    /// Undo that, or a recusal declared by mistake.
    Restore {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
    },
    /// On appeal, after the release: correct the marks of a sheet.
    Correct {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// The whole sheet as it should be.
        #[serde(deserialize_with = "super::wish::exactly")]
        marks: Marks,
    },
    /// On appeal, after the release: take points off.
    Deduct {
        /// The project.
        project: ProjectId,
        /// By which rule.
        rule: DeductionId,
        /// How many units, at least 1.
        units: u32,
    },
    /// On appeal, after the release: give deducted points back.
    RemoveDeduction {
        /// The project.
        project: ProjectId,
        /// The deduction's number among the project's.
        number: u32,
    },
    /// Take the project out of the contest (取消资格), whatever its score.
    Disqualify {
        /// The project.
        project: ProjectId,
    },
    /// Make the locked score public, where a session asks for both signatures.
    Release {
        /// The project.
        project: ProjectId,
    },
}

/// An act that waits for the second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its number in the evening, from 1.
    pub number: u32,
    /// The act.
    pub act: Act,
    /// Why, for the record; empty for a release, which is no exception.
    pub reason: String,
    /// Who proposed it: a host or the supervisor.
    pub by: Role,
    /// When.
    pub at: At,
}

impl Act {
    /// The project it is about.
    pub fn project(&self) -> &ProjectId {
        match self {
            Self::Return { project, .. }
            | Self::Void { project, .. }
            | Self::Restore { project, .. }
            | Self::Correct { project, .. }
            | Self::Deduct { project, .. }
            | Self::RemoveDeduction { project, .. }
            | Self::Disqualify { project }
            | Self::Release { project } => project,
        }
    }

    /// The seat it is about.
    pub fn seat(&self) -> Option<&SeatId> {
        match self {
            Self::Return { seat, .. }
            | Self::Void { seat, .. }
            | Self::Restore { seat, .. }
            | Self::Correct { seat, .. } => Some(seat),
            _ => None,
        }
    }

    /// Whether nobody can agree to it any more once this has happened, as it was proposed about something else.
    pub(super) fn is_over_with(&self, fact: &Fact) -> bool {
        let is_of_its_project = fact.project() == Some(self.project());
        is_of_its_project
            && match self {
                // Whoever signed a release has signed what there was to see then.
                Self::Release { .. } => true,
                // There is another sheet now.
                Self::Return { seat, .. } | Self::Correct { seat, .. } => {
                    fact.is_a_sheet() && fact.seat() == Some(seat)
                }
                _ => false,
            }
    }

    /// The stable word for it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Return { .. } => "return",
            Self::Void { .. } => "void",
            Self::Restore { .. } => "restore",
            Self::Correct { .. } => "correct",
            Self::Deduct { .. } => "deduct",
            Self::RemoveDeduction { .. } => "remove-deduction",
            Self::Disqualify { .. } => "disqualify",
            Self::Release { .. } => "release",
        }
    }
}
