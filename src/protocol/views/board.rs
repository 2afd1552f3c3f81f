//! The projected scoreboard: who is on stage, and what has been released.

use serde::{Deserialize, Serialize};

use super::lines::{ProjectLine, RoomLine, SessionLine, StageLine};
use crate::contest::{
    Contest, Group, GroupId, GroupResults, ProjectId, Reason, Room, Stage, Standing, Text,
};
use rust_decimal::Decimal;

/// A board's picture. Nothing in it is unreleased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardView {
    /// The session.
    pub session: SessionLine,
    /// The room it hangs in.
    pub room: RoomLine,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
    /// Who comes next in this room.
    pub next: Option<ProjectLine>,
    /// How far the room's run order has come.
    pub turn: Turn,
    /// The rankings of all groups, of all rooms.
    pub groups: Vec<RankingView>,
    /// The score that was released last in this room.
    pub released: Option<ReleasedLine>,
}

/// How far a room's run order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The turn of the project that was called up last, from 1; `None` before the first.
    pub at: Option<usize>,
    /// How many turns there are.
    pub of: usize,
}

/// The ranking of one group, as far as it is released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingView {
    /// The group.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
    /// How many projects it has, without those that withdrew.
    pub projects: usize,
    /// Whether every project is ranked, absent or withdrawn; until then every place is provisional.
    pub is_final: bool,
    /// The released projects, best first.
    pub standings: Vec<RankingLine>,
}

/// A line of a ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingLine {
    /// The place, shared by equal scores.
    pub place: u32,
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Its score.
    pub score: Decimal,
    /// The award it would take now.
    pub award: Option<Text>,
}

/// A score that has just been released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasedLine {
    /// The project.
    pub project: ProjectLine,
    /// The place it took.
    pub standing: RankingLine,
}

impl BoardView {
    pub(super) fn of(contest: &Contest, room: &Room) -> Self {
        let session = contest.session();
        let groups: Vec<RankingView> =
            session.groups.iter().map(|group| RankingView::of(contest, group)).collect();
        let waiting =
            |id: &&ProjectId| contest.run(id).is_some_and(|run| run.stage == Stage::Waiting);
        let order = contest.order(&room.id);
        let next = order.iter().find(waiting).and_then(|id| session.project(id));
        Self {
            session: SessionLine::of(session),
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
            next: next.map(ProjectLine::of),
            turn: Turn::of(contest, room),
            released: last_released(contest, room, &groups),
            groups,
        }
    }
}

impl Turn {
    fn of(contest: &Contest, room: &Room) -> Self {
        let (called, order) = (contest.called(&room.id), contest.order(&room.id));
        let at = called.and_then(|called| order.iter().position(|id| id == called));
        Self { at: at.map(|before| before + 1), of: order.len() }
    }
}

impl RankingView {
    pub(super) fn of(contest: &Contest, group: &Group) -> Self {
        let results = GroupResults::of(contest, group);
        let withdrawn =
            results.unranked.iter().filter(|it| it.reason == Reason::Stage(Stage::Withdrawn));
        Self {
            id: results.id.clone(),
            name: results.name.clone(),
            projects: results.standings.len() + results.unranked.len() - withdrawn.count(),
            is_final: results.is_final(),
            standings: results.standings.into_iter().map(RankingLine::from).collect(),
        }
    }
}

impl From<Standing> for RankingLine {
    fn from(standing: Standing) -> Self {
        let Standing { place, project, name, score, award, .. } = standing;
        Self { place, project, name, score, award }
    }
}

fn last_released(contest: &Contest, room: &Room, groups: &[RankingView]) -> Option<ReleasedLine> {
    let last = contest.released().iter().rev().find(|id| contest.order(&room.id).contains(id))?;
    let mut lines = groups.iter().flat_map(|group| &group.standings);
    Some(ReleasedLine {
        project: ProjectLine::of(contest.session().project(last)?),
        standing: lines.find(|line| line.project == *last)?.clone(),
    })
}
