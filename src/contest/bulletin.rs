//! Correction bulletins (更正公告): what a change after a release does to what the hall has seen.
//!
//! A bulletin is computed once, when the change is decided, and stored with it: the list as it was
//! stays on the record whatever comes later.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Contest, GroupId, ProjectId, Standing, Text};

/// A numbered correction of released results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulletin {
    /// Its number in the evening, from 1.
    pub number: u32,
    /// The group whose ranking changes.
    pub group: GroupId,
    /// The project that the change is about; of a ruling the first of those tied.
    pub project: ProjectId,
    /// Why, for the record.
    pub reason: String,
    /// Every project whose place, score or award changes, in the order of the session.
    pub changes: Vec<Correction>,
}

/// What a correction does to one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The project.
    pub project: ProjectId,
    /// Where it stood; `None` without a place.
    pub before: Option<Placed>,
    /// Where it stands now; `None` without a place.
    pub after: Option<Placed>,
}

/// What the hall has seen of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The place.
    pub place: u32,
    /// The score.
    pub score: Decimal,
    /// The award.
    pub award: Option<Text>,
}

/// What differs between two states of a group's ranking.
pub(super) fn corrections(before: &Contest, after: &Contest, group: &GroupId) -> Vec<Correction> {
    let standings = |contest: &Contest| {
        let group = contest.session().group(group);
        group.map(|it| contest.ranking(it).standings.clone()).unwrap_or_default()
    };
    let (old, new) = (standings(before), standings(after));
    let placed = |standings: &[Standing], project: &ProjectId| {
        let found = standings.iter().find(|it| it.project == *project)?;
        Some(Placed { place: found.place, score: found.score, award: found.award.clone() })
    };
    let correction = |project: &super::Project| {
        let (before, after) = (placed(&old, &project.id), placed(&new, &project.id));
        (before != after).then(|| Correction { project: project.id.clone(), before, after })
    };
    after.projects_of(group).filter_map(correction).collect()
}
