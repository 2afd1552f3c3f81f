//! Rankings and awards of every group, from what has been released. Recomputed from the state each
//! time it is asked for, so that no correction can leave a stale place behind.

use rust_decimal::Decimal;

use super::{Award, Contest, Group, GroupId, Project, ProjectId, Stage, Text, places};

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
}

/// A project's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// From 1; shared by equal scores.
    pub place: u32,
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Its score, with as many decimals as the rules say.
    pub score: Decimal,
    /// The award it would take if nothing more were released.
    pub award: Option<Text>,
    /// How many judges' sheets the score is made of.
    pub judges: usize,
}

/// A project without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unranked {
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Why it has none.
    pub stage: Stage,
    /// What was recorded when it was absent or withdrawn.
    pub note: Option<String>,
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
        let session = contest.session();
        let members = session.projects.iter().filter(|project| project.group == group.id);
        let (mut scored, mut unranked) = (Vec::new(), Vec::new());
        for project in members {
            match released_score(contest, project) {
                Some(score) => scored.push((project, score)),
                None => unranked.extend(Unranked::of(contest, project)),
            }
        }
        let standings =
            places(scored, |(_, score)| score.rounded).into_iter().map(|(place, line)| {
                let (project, score) = line;
                Standing {
                    place,
                    project: project.id.clone(),
                    name: project.name.clone(),
                    score: score.rounded,
                    award: award_at(&group.awards, place).map(|award| award.name.clone()),
                    judges: score.sheets,
                }
            });
        let (id, name) = (group.id.clone(), group.name.clone());
        Self { id, name, standings: standings.collect(), unranked }
    }

    /// Whether every project is ranked, shown, absent or withdrawn. Should an absent one turn up after all,
    /// the ranking is provisional again.
    pub fn is_final(&self) -> bool {
        let shown = |line: &Unranked| line.stage == Stage::Shown;
        let out = |line: &Unranked| matches!(line.stage, Stage::Absent | Stage::Withdrawn);
        let begun = !self.standings.is_empty() || self.unranked.iter().any(shown);
        begun && self.unranked.iter().all(|line| out(line) || shown(line))
    }
}

impl Unranked {
    fn of(contest: &Contest, project: &Project) -> Option<Self> {
        let run = contest.run(&project.id)?;
        Some(Self {
            project: project.id.clone(),
            name: project.name.clone(),
            stage: run.stage,
            note: run.reason.clone().filter(|reason| !reason.is_empty()),
        })
    }
}

fn released_score(contest: &Contest, project: &Project) -> Option<super::Score> {
    let run = contest.run(&project.id)?;
    (run.stage == Stage::Released).then(|| contest.score(&project.id)).flatten()
}

/// The award a place takes. All who share the last place of an award get it, and the next award
/// shrinks by as many.
fn award_at(awards: &[Award], place: u32) -> Option<&Award> {
    let mut last = 0_u32;
    awards.iter().find(|award| {
        last = last.saturating_add(award.places);
        place <= last
    })
}
