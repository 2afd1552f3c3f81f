//! What the clerk (统分员) watches: which sheets are in and which are missing; never a mark, nor a score.

use serde::{Deserialize, Serialize};

use super::{
    journal::JournalLine,
    lines::{ProjectLine, RoomLine, SeatLine, SessionLine, StageLine},
};
use crate::{
    contest::{Contest, JudgeSeat, ProjectId, Room, SeatId, Stage, Text},
    protocol::Heads,
};

/// A clerk's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClerkView {
    /// The session.
    pub session: SessionLine,
    /// The room.
    pub room: RoomLine,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
    /// Every project of the room, in run order.
    pub turns: Vec<TurnLine>,
    /// The projects whose scoring is open, or locked and not released, with every seat of their panel.
    pub sheets_in: Vec<SheetsLine>,
    /// The judges' seats.
    pub seats: Vec<SeatName>,
    /// The head that the room keeps.
    pub journal: JournalLine,
}

/// A line of the run order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnLine {
    /// The project.
    pub project: ProjectLine,
    /// Where it is in its life.
    pub stage: Stage,
}

/// The sheets of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetsLine {
    /// The project.
    pub project: ProjectId,
    /// Where it is in its life.
    pub stage: Stage,
    /// Every seat of the panel with its state.
    pub seats: Vec<SeatLine>,
}

/// A judge's seat and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatName {
    /// The seat.
    pub seat: SeatId,
    /// What it is called.
    pub name: Text,
}

impl ClerkView {
    pub(super) fn of(contest: &Contest, room: &Room, heads: &Heads) -> Self {
        let order = || contest.order(&room.id).iter();
        let name =
            |judge: &JudgeSeat| SeatName { seat: judge.id.clone(), name: judge.name.clone() };
        Self {
            session: SessionLine::of(contest),
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
            turns: order().filter_map(|it| TurnLine::of(contest, it)).collect(),
            sheets_in: order().filter_map(|it| SheetsLine::of(contest, it)).collect(),
            seats: room.judges.iter().map(name).collect(),
            journal: JournalLine::of(heads, room),
        }
    }
}

impl TurnLine {
    fn of(contest: &Contest, project: &ProjectId) -> Option<Self> {
        let stated = contest.session().project(project)?;
        Some(Self { project: ProjectLine::of(stated), stage: contest.stage_of(project) })
    }
}

impl SheetsLine {
    fn of(contest: &Contest, project: &ProjectId) -> Option<Self> {
        let run = contest.run(project)?;
        contest.session().group_of(project)?.rubric.as_ref()?;
        let is_open = run.stage.takes_sheets() || run.stage == Stage::Locked;
        let seats = || run.seats.iter().map(SeatLine::of).collect();
        is_open.then(|| Self { project: project.clone(), stage: run.stage, seats: seats() })
    }
}
