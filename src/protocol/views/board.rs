//! The projected scoreboard: who is on stage, and what has been released.

use serde::{Deserialize, Serialize};

use super::lines::{ProjectLine, RoomLine, SessionLine, StageLine};
use crate::contest::{
    Bulletin, Contest, Correction, Group, GroupId, GroupResults, ProjectId, Reason, Room, Stage,
    Standing, Text, Unranked,
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
    /// What has been corrected after its release, oldest first.
    pub bulletins: Vec<BulletinLine>,
}

/// A correction bulletin as the hall sees it; its reason is for the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulletinLine {
    /// Its number in the evening, from 1.
    pub number: u32,
    /// The group whose ranking has changed.
    pub group: GroupId,
    /// The project it is about.
    pub project: ProjectId,
    /// Every project whose place, score or award has changed.
    pub changes: Vec<Correction>,
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
    /// How many projects it has, without those that withdrew or were disqualified.
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
            bulletins: contest.bulletins().iter().map(BulletinLine::of).collect(),
        }
    }
}

impl BulletinLine {
    pub(super) fn of(bulletin: &Bulletin) -> Self {
        let Bulletin { number, group, project, changes, .. } = bulletin.clone();
        Self { number, group, project, changes }
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
        let out = |it: &&Unranked| matches!(it.reason, Reason::Stage(stage) if stage.is_out());
        let out = results.unranked.iter().filter(out);
        Self {
            id: results.id.clone(),
            name: results.name.clone(),
            projects: results.standings.len() + results.unranked.len() - out.count(),
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
