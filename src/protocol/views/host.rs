//! The host's console: the run order, the clock, who has scored, the next step. No unreleased mark.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    RankingView,
    lines::{ProjectLine, RoomLine, SessionLine, StageLine},
};
use crate::{
    contest::{Agenda, Contest, JudgeSeat, ProjectId, Room, Seat, SeatId, Stage, Text, Wish},
    protocol::{Attendance, SeatLink},
};

/// A host's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostView {
    /// The session.
    pub session: SessionLine,
    /// The room this console runs.
    pub room: RoomLine,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
    /// Every project of the room, in run order.
    pub order: Vec<OrderLine>,
    /// The projects whose scoring is open, and who has handed in a sheet.
    pub open: Vec<OpenLine>,
    /// What can be done next.
    pub agenda: AgendaLine,
    /// The judges' seats and their links.
    pub panel: Vec<PanelLine>,
    /// The links of the room's boards.
    pub boards: SeatLink,
    /// The links of the room's timers.
    pub timers: SeatLink,
    /// The rankings as the hall sees them.
    pub groups: Vec<RankingView>,
}

/// A line of the run order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The project.
    pub project: ProjectLine,
    /// Where it is in its life.
    pub stage: Stage,
    /// How many sheets are in.
    pub sheets: usize,
    /// Its score, once it is released.
    pub score: Option<Decimal>,
}

/// A project that takes sheets or waits for its release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenLine {
    /// The project.
    pub project: ProjectId,
    /// Where it is in its life.
    pub stage: Stage,
    /// The seats whose sheet is in.
    pub scored: BTreeSet<SeatId>,
    /// The seats without one: what stands in the way of the lock.
    pub missing: BTreeSet<SeatId>,
}

/// What the host can do; each step is the wish that the key sends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AgendaLine {
    /// The next step.
    pub next: Option<Wish>,
    /// Other steps that are open.
    pub also: Vec<Wish>,
}

/// A judge's seat at the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelLine {
    /// The seat.
    pub seat: SeatId,
    /// What it is called.
    pub name: Text,
    /// What it is for.
    pub field: Option<Text>,
    /// Its links.
    pub link: SeatLink,
}

impl HostView {
    pub(super) fn of(contest: &Contest, room: &Room, attendance: &Attendance) -> Self {
        let session = contest.session();
        let Agenda { next, also } = Agenda::of(contest, room);
        let panel = |judge: &JudgeSeat| PanelLine {
            seat: judge.id.clone(),
            name: judge.name.clone(),
            field: judge.field.clone(),
            link: attendance.of(&Seat::Judge(room.id.clone(), judge.id.clone())),
        };
        Self {
            session: SessionLine::of(session),
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
            order: contest
                .order(&room.id)
                .iter()
                .filter_map(|it| OrderLine::of(contest, it))
                .collect(),
            open: contest
                .order(&room.id)
                .iter()
                .filter_map(|it| OpenLine::of(contest, it))
                .collect(),
            agenda: AgendaLine { next, also },
            panel: room.judges.iter().map(panel).collect(),
            boards: attendance.of(&Seat::Board(room.id.clone())),
            timers: attendance.of(&Seat::Timer(room.id.clone())),
            groups: session.groups.iter().map(|group| RankingView::of(contest, group)).collect(),
        }
    }
}

impl OrderLine {
    fn of(contest: &Contest, project: &ProjectId) -> Option<Self> {
        let run = contest.run(project)?;
        let released = run.stage == Stage::Released;
        Some(Self {
            project: ProjectLine::of(contest.session().project(project)?),
            stage: run.stage,
            sheets: run.sheets.len(),
            score: released.then(|| contest.score(project)).flatten(),
        })
    }
}

impl OpenLine {
    fn of(contest: &Contest, project: &ProjectId) -> Option<Self> {
        let run = contest.run(project)?;
        let scored = contest.session().group_of(project)?.rubric.is_some();
        let open = run.stage.takes_sheets() || run.stage == Stage::Locked;
        (scored && open).then(|| Self {
            project: project.clone(),
            stage: run.stage,
            scored: run.sheets.keys().cloned().collect(),
            missing: contest.missing(project),
        })
    }
}
