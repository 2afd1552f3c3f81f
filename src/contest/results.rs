//! Rankings and awards of every group, from what has been released: worked out from the state as a whole, so that no
//! correction can leave a stale place behind. `super::rankings` keeps them until a fact moves them.
//!
//! `roadshow tally` and `roadshow prelim` come to the same rankings without a contest, through
//! [`GroupResults::from_sheets`].

use std::{collections::BTreeMap, sync::Arc};

use rust_decimal::Decimal;

use super::{
    Award, Contender, Contest, CriterionId, Group, GroupId, Ingredients, Marks, Project, ProjectId,
    Recipe, Rubric, Ruling, Score, Scoring, SeatId, Stage, Text, TieRule, Untallied, awards,
    ranking::{Shared, rank},
};

/// The rankings of all groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// In the order of the session.
    pub groups: Vec<Arc<GroupResults>>,
}

/// The ranking of one group; projects of different groups are never compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupResults {
    /// The group.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
    /// The released projects, best first.
    pub standings: Vec<Standing>,
    /// The projects that have no place, in the order of the session.
    pub unranked: Vec<Unranked>,
    /// Ties that wait for the jury chair; meanwhile these projects share a place, or those who share
    /// one have no award.
    pub waiting: Vec<Vec<ProjectId>>,
}

/// A project's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// From 1; shared by equal scores that no rule has separated.
    pub place: u32,
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Its score as it is announced, with as many decimals as the rules say.
    pub score: Decimal,
    /// The award it would take if nothing more were released.
    pub award: Option<Text>,
    /// The tie rule that separated it from the projects with the same score.
    pub tie: Option<TieRule>,
    /// What the score is made of.
    pub made_of: Score,
}

/// A project without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unranked {
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Why it has none.
    pub reason: Reason,
    /// What was recorded when it was absent or withdrawn.
    pub note: Option<String>,
}

/// Why a project has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Its score is not released, or it never will have one.
    Stage(Stage),
    /// Its sheets make no score.
    Untallied(Untallied),
}

/// What a group's projects come to, wherever their sheets come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries {
    /// The scored projects, in the order that those who share a place are listed in.
    pub scored: Vec<Contender>,
    /// The others.
    pub unranked: Vec<Unranked>,
}

impl Results {
    /// The rankings as they stand.
    pub fn of(contest: &Contest) -> Self {
        let groups = contest.session().groups.iter();
        Self { groups: groups.map(|group| contest.ranking(group)).collect() }
    }

    /// Whether every group is final.
    pub fn are_final(&self) -> bool {
        self.groups.iter().all(|group| group.is_final())
    }
}

impl GroupResults {
    /// The ranking of one group as it stands.
    pub(super) fn of(contest: &Contest, group: &Group) -> Self {
        Self::among(contest, group, |_| true, &contest.rulings_of(&group.id))
    }

    /// The ties of a group that only the jury chair decides, whether that has been done or not.
    pub(super) fn for_the_chair(contest: &Contest, group: &Group) -> Vec<Vec<ProjectId>> {
        Self::among(contest, group, |_| true, &[]).waiting
    }

    /// The ranking as the hall may see it: of a frozen group nothing that was released since.
    pub(super) fn shown(contest: &Contest, group: &Group) -> Self {
        let frozen = contest.frozen(&group.id);
        let is_in = |project: &ProjectId| frozen.is_none_or(|it| it.contains(project));
        Self::among(contest, group, is_in, &contest.rulings_of(&group.id))
    }

    /// The ranking of those released projects; others that are released count as locked.
    fn among(
        contest: &Contest,
        group: &Group,
        is_in: impl Fn(&ProjectId) -> bool,
        rulings: &[Ruling],
    ) -> Self {
        let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
        let stage = |project| match contest.stage_of(project) {
            Stage::Released if !is_in(project) => Stage::Locked,
            stage => stage,
        };
        let projects = || contest.projects_of(&group.id).map(|project| &project.id);
        let released = projects().filter(|project| stage(project) == Stage::Released);
        let mut scores = contest.scores(group, released);
        for project in contest.projects_of(&group.id) {
            match scores.remove(&project.id) {
                Some(Ok(score)) => {
                    let (project, name) = (project.id.clone(), project.name.clone());
                    entries.scored.push(Contender { project, name, score });
                }
                Some(Err(why)) => {
                    entries.unranked.push(Unranked::of(contest, project, Reason::Untallied(why)));
                }
                None => {
                    let reason = Reason::Stage(stage(&project.id));
                    entries.unranked.push(Unranked::of(contest, project, reason));
                }
            }
        }
        let scoring = group.rubric.as_ref().map(|rubric| rubric.scoring.clone());
        let scoring = scoring.unwrap_or_default();
        let head = (group.id.clone(), group.name.clone());
        Self::from_entries(head, &scoring, &group.awards, entries, rulings)
    }

    /// The ranking and the awards of these projects.
    pub fn from_entries(
        (id, name): (GroupId, Text),
        scoring: &Scoring,
        awards: &[Award],
        Entries { scored, unranked }: Entries,
        rulings: &[Ruling],
    ) -> Self {
        let ranked = rank(scored, &scoring.ties, rulings);
        let (mut standings, mut waiting) = (Vec::new(), Vec::new());
        for shared in ranked {
            let dealt = awards::deal(awards, scoring.award_ties, &shared, rulings);
            if shared.waits || dealt.waits {
                waiting.push(shared.contenders.iter().map(|it| it.project.clone()).collect());
            }
            let Shared { place, contenders, tie, .. } = shared;
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            for (contender, award) in contenders.into_iter().zip(dealt.awards) {
                let Contender { project, name, score: made_of } = contender;
                let (award, tie, score) = (award.cloned(), tie.clone(), made_of.announced);
                standings.push(Standing { place, project, name, score, award, tie, made_of });
            }
        }
        Self { id, name, standings, unranked, waiting }
    }

    /// The ranking and the awards of score sheets, without a contest; projects that share a place stand
    /// in the order they come in.
    pub fn from_sheets<'a>(
        head: (GroupId, Text),
        rubric: &Rubric,
        awards: &[Award],
        sheets: impl IntoIterator<Item = (ProjectId, Text, &'a BTreeMap<SeatId, Marks>)>,
        rulings: &[Ruling],
    ) -> Self {
        let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
        let (names, sheets): (Vec<_>, Vec<_>) =
            sheets.into_iter().map(|(project, name, sheets)| ((project, name), sheets)).unzip();
        let ingredients: Vec<_> = sheets.into_iter().map(Ingredients::of_sheets).collect();
        for ((project, name), score) in
            names.into_iter().zip(Recipe::plain(rubric).scores(&ingredients))
        {
            match score {
                Ok(score) => entries.scored.push(Contender { project, name, score }),
                Err(why) => {
                    let reason = Reason::Untallied(why);
                    entries.unranked.push(Unranked { project, name, reason, note: None });
                }
            }
        }
        Self::from_entries(head, &rubric.scoring, awards, entries, rulings)
    }

    /// Whether every project is ranked, shown, absent, withdrawn or ineligible, and no tie waits for
    /// the chair. Should an absent one turn up after all, the ranking is provisional again.
    pub fn is_final(&self) -> bool {
        let shown = |line: &Unranked| line.reason == Reason::Stage(Stage::Shown);
        let begun = !self.standings.is_empty() || self.unranked.iter().any(shown);
        let all_done = self.unranked.iter().all(|line| line.reason.is_final());
        begun && all_done && self.waiting.is_empty()
    }
}

impl Reason {
    /// Whether the project will have no place whatever still comes.
    fn is_final(&self) -> bool {
        match self {
            Self::Stage(stage) => stage.is_out() || matches!(stage, Stage::Shown | Stage::Absent),
            Self::Untallied(_) => true, // Its sheets are released.
        }
    }

    /// The stable word for it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Stage(stage) => stage.as_str(),
            Self::Untallied(why) => why.as_str(),
        }
    }

    /// The gates it has failed at.
    pub fn gates(&self) -> &[CriterionId] {
        match self {
            Self::Untallied(Untallied::Ineligible { gates }) => gates,
            _ => &[],
        }
    }
}

impl Unranked {
    fn of(contest: &Contest, project: &Project, reason: Reason) -> Self {
        let note = contest.run(&project.id).and_then(|run| run.reason.clone());
        let note = note.filter(|note| !note.is_empty());
        Self { project: project.id.clone(), name: project.name.clone(), reason, note }
    }
}
