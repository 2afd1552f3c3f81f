//! The projected scoreboard: who is on stage, and what has been released.

use serde::{Deserialize, Serialize};

use super::{
    hall::{CeremonyLine, HallLine},
    lines::{ProjectLine, RoomLine, SessionLine, StageLine},
};
use crate::contest::{
    At, Bulletin, Contest, Correction, Dropped, Group, GroupId, JudgeSeat, ProjectId, Reason,
    Reveal, Room, Score, SeatId, Stage, Standing, Text, Unranked,
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
    /// What has been corrected after its release, oldest first; nothing of frozen groups.
    pub bulletins: Vec<BulletinLine>,
    /// What the projector shows.
    pub hall: HallLine,
    /// The ceremonies that are being held.
    pub ceremonies: Vec<CeremonyLine>,
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
    /// Whether it stands as it was when it was frozen, whatever has been released since.
    pub frozen: bool,
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
    /// When it was released.
    pub at: Option<At>,
    /// The judges' totals as far as the session shows them: with names in the order of the seats,
    /// without them from high to low.
    pub sheets: Vec<RevealLine>,
    /// The score before anything was deducted.
    pub before: Decimal,
    /// The points that were taken off.
    pub deducted: Decimal,
}

/// One judge's total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevealLine {
    /// What the seat is called; `None` where that is not shown.
    pub name: Option<Text>,
    /// The total.
    pub total: Decimal,
    /// Whether it was left out as one of the highest or lowest.
    pub dropped: bool,
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
            session: SessionLine::of(contest),
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
            next: next.map(ProjectLine::of),
            turn: Turn::of(contest, room),
            released: ReleasedLine::last(contest, room),
            groups,
            bulletins: contest
                .bulletins()
                .iter()
                .filter(|it| contest.frozen(&it.group).is_none())
                .map(BulletinLine::of)
                .collect(),
            hall: HallLine::of(contest, room),
            ceremonies: session
                .groups
                .iter()
                .filter_map(|group| CeremonyLine::of(contest, group))
                .collect(),
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
        let results = contest.shown_ranking(group);
        let out = |it: &&Unranked| matches!(it.reason, Reason::Stage(stage) if stage.is_out());
        let out = results.unranked.iter().filter(out);
        Self {
            id: results.id.clone(),
            name: results.name.clone(),
            projects: results.standings.len() + results.unranked.len() - out.count(),
            is_final: results.is_final(),
            frozen: contest.frozen(&group.id).is_some(),
            standings: results.standings.iter().map(RankingLine::of).collect(),
        }
    }
}

impl RankingLine {
    pub(super) fn of(standing: &Standing) -> Self {
        let Standing { place, project, name, score, award, .. } = standing.clone();
        Self { place, project, name, score, award }
    }
}

impl ReleasedLine {
    /// The score released last in a room, of those that the hall may see.
    pub(super) fn last(contest: &Contest, room: &Room) -> Option<Self> {
        let here = |id: &&ProjectId| contest.room_of(id).is_some_and(|it| it.id == room.id);
        contest.released().iter().rev().filter(here).find_map(|id| Self::of(contest, room, id))
    }

    fn of(contest: &Contest, room: &Room, id: &ProjectId) -> Option<Self> {
        let session = contest.session();
        let group = session.group_of(id)?;
        let ranking = contest.shown_ranking(group);
        let standing = ranking.standings.iter().find(|it| it.project == *id)?;
        Some(Self {
            project: ProjectLine::of(session.project(id)?),
            at: contest.run(id)?.released_at,
            sheets: reveal(session.reveal, room, &standing.made_of),
            before: standing.made_of.rounded,
            deducted: standing.made_of.deducted(),
            standing: RankingLine::of(standing),
        })
    }
}

/// The judges' totals as far as the session shows them.
fn reveal(reveal: Reveal, room: &Room, score: &Score) -> Vec<RevealLine> {
    let is_dropped = |seat: &SeatId| {
        let dropped = score.panels.iter().map(|panel| &panel.tally.dropped);
        dropped.into_iter().any(|it| matches!(it, Dropped::Sheets(seats) if seats.contains(seat)))
    };
    let totals = score.totals();
    let line = |judge: &JudgeSeat| {
        let (total, dropped) = (*totals.get(&judge.id)?, is_dropped(&judge.id));
        let name = (reveal == Reveal::Names).then(|| judge.name.clone());
        Some(RevealLine { name, total, dropped })
    };
    if reveal == Reveal::Score {
        return Vec::new();
    }
    let mut lines: Vec<_> = room.judges.iter().filter_map(line).collect();
    if reveal == Reveal::Seats {
        lines.sort_by(|one, other| (other.total, one.dropped).cmp(&(one.total, other.dropped)));
    }
    lines
}
