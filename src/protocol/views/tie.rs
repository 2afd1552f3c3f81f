//! Ties that take the jury chair's word, given or not.

use serde::{Deserialize, Serialize};

use crate::contest::{Contest, Group, GroupId, GroupResults, ProjectId};

/// Projects of equal score that only the jury chair can separate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieLine {
    /// Their group.
    pub group: GroupId,
    /// The projects.
    pub projects: Vec<ProjectId>,
}

/// A tie that the jury chair has decided, while the decision counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuledLine {
    /// The group of the projects.
    pub group: GroupId,
    /// The projects, best first; those that stand together share their place.
    pub order: Vec<Vec<ProjectId>>,
}

impl TieLine {
    /// The ties of a group that wait.
    pub(super) fn of(contest: &Contest, group: &Group) -> Vec<Self> {
        let waiting = GroupResults::of(contest, group).waiting.into_iter();
        waiting.map(|projects| Self { group: group.id.clone(), projects }).collect()
    }
}

impl RuledLine {
    /// The ties of a group that are decided; a decision about projects that are no longer tied counts
    /// for nothing.
    pub(super) fn of(contest: &Contest, group: &Group) -> Vec<Self> {
        let rulings = contest.rulings_of(&group.id);
        let last = |tie: Vec<ProjectId>| rulings.iter().rev().find(|it| it.is_about(&tie));
        let ties = GroupResults::for_the_chair(contest, group).into_iter();
        ties.filter_map(last)
            .map(|it| Self { group: group.id.clone(), order: it.order.clone() })
            .collect()
    }

    /// The projects, best first.
    pub fn projects(&self) -> impl Iterator<Item = &ProjectId> {
        self.order.iter().flatten()
    }
}
