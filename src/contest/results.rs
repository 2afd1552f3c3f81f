//! Rankings and awards of every group, from what has been released. Recomputed from the state each
//! time it is asked for, so that no correction can leave a stale place behind.
//!
//! `roadshow tally` and `roadshow prelim` come to the same rankings without a contest, through
//! [`GroupResults::from_sheets`].

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Award, Contender, Contest, CriterionId, Group, GroupId, Marks, Project, ProjectId, Rubric,
    Ruling, Scoring, SeatId, Stage, Tally, Text, TieRule, Untallied, awards,
    ranking::{Shared, rank},
    tally,
};

/// The rankings of all groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// In the order of the session.
    pub groups: Vec<GroupResults>,
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
    /// Its score, with as many decimals as the rules say.
    pub score: Decimal,
    /// The award it would take if nothing more were released.
    pub award: Option<Text>,
    /// The tie rule that separated it from the projects with the same score.
    pub tie: Option<TieRule>,
    /// How the score came about.
    pub tally: Tally,
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
        Self { groups: groups.map(|group| GroupResults::of(contest, group)).collect() }
    }

    /// Whether every group is final.
    pub fn are_final(&self) -> bool {
        self.groups.iter().all(GroupResults::is_final)
    }
}

impl GroupResults {
    /// The ranking of one group as it stands.
    pub fn of(contest: &Contest, group: &Group) -> Self {
        let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
        for project in contest.projects_of(&group.id) {
            let stage = contest.run(&project.id).map(|run| run.stage).unwrap_or_default();
            let tally = (stage == Stage::Released).then(|| contest.tally(&project.id)).flatten();
            match tally {
                Some(Ok(tally)) => {
                    let (project, name) = (project.id.clone(), project.name.clone());
                    entries.scored.push(Contender { project, name, tally });
                }
                Some(Err(why)) => {
                    entries.unranked.push(Unranked::of(contest, project, Reason::Untallied(why)));
                }
                None => entries.unranked.push(Unranked::of(contest, project, Reason::Stage(stage))),
            }
        }
        let scoring = group.rubric.as_ref().map(|rubric| rubric.scoring.clone());
        let scoring = scoring.unwrap_or_default();
        let head = (group.id.clone(), group.name.clone());
        let rulings = contest.rulings_of(&group.id);
        Self::from_entries(head, &scoring, &group.awards, entries, &rulings)
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
                let Contender { project, name, tally } = contender;
                let (award, tie, score) = (award.cloned(), tie.clone(), tally.rounded);
                standings.push(Standing { place, project, name, score, award, tie, tally });
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
        for (project, name, sheets) in sheets {
            match tally(rubric, sheets) {
                Ok(tally) => entries.scored.push(Contender { project, name, tally }),
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
            Self::Untallied(Untallied::Unscored) => "unscored",
            Self::Untallied(Untallied::TooFewSheets { .. }) => "too-few-sheets",
            Self::Untallied(Untallied::TooFewToTrim { .. }) => "too-few-to-trim",
            Self::Untallied(Untallied::Ineligible { .. }) => "ineligible",
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
