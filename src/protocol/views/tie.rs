//! Ties that take the jury chair's word, given or not.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::contest::{Contest, Group, GroupId, GroupResults, ProjectId, Standing, TieRule};

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

/// Equal scores of a ranking that rules have separated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeparatedLine {
    /// Their group.
    pub group: GroupId,
    /// The score that they share.
    pub score: Decimal,
    /// The projects, best first.
    pub projects: Vec<ProjectId>,
    /// The rules that told them apart, in the order of the ranking.
    pub rules: Vec<TieRule>,
}

impl SeparatedLine {
    /// Those of a group's ranking.
    pub(super) fn of(results: &GroupResults) -> Vec<Self> {
        let equal = results.standings.chunk_by(|one, next| one.score == next.score);
        equal.filter_map(|equal| Self::among(&results.id, equal)).collect()
    }

    fn among(group: &GroupId, equal: &[Standing]) -> Option<Self> {
        let mut rules: Vec<_> = equal.iter().filter_map(|it| it.tie.clone()).collect();
        rules.dedup();
        let projects = equal.iter().map(|it| it.project.clone()).collect();
        let score = equal.first().filter(|_| !rules.is_empty())?.score;
        Some(Self { group: group.clone(), score, projects, rules })
    }
}

impl TieLine {
    /// The ties of a group that wait.
    pub(super) fn of(contest: &Contest, group: &Group) -> Vec<Self> {
        let ranking = contest.ranking(group);
        let line = |tie: &Vec<ProjectId>| Self { group: group.id.clone(), projects: tie.clone() };
        ranking.waiting.iter().map(line).collect()
    }
}

impl RuledLine {
    /// The ties of a group that are decided; a decision about projects that are no longer tied counts
    /// for nothing.
    pub(super) fn of(contest: &Contest, group: &Group) -> Vec<Self> {
        let rulings = contest.rulings_of(&group.id);
        let last = |tie: &Vec<ProjectId>| rulings.iter().rev().find(|it| it.is_about(tie));
        let ties = contest.ties_for_the_chair(group);
        ties.iter()
            .filter_map(last)
            .map(|it| Self { group: group.id.clone(), order: it.order.clone() })
            .collect()
    }

    /// The projects, best first.
    pub fn projects(&self) -> impl Iterator<Item = &ProjectId> {
        self.order.iter().flatten()
    }
}
