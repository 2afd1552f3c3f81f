//! What the clerk (统分员) watches: which sheets are in and which are missing, and what has been keyed of
//! paper ones. Never a score, and no mark but where two persons have keyed different ones:
//! `of_a_paper_sheet_a_clerk_sees_only_what_differs`.

use serde::{Deserialize, Serialize};

use super::{
    journal::JournalLine,
    judge::GroupRubric,
    lines::{ProjectLine, RoomLine, SeatLine, SessionLine, StageLine},
};
use crate::{
    contest::{
        Contest, Differing, JudgeSeat, Keyer, Keying, Paper, ProjectId, Room, SeatId, SeatState,
        Stage, Text,
    },
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
    /// The rubrics of the room's groups, by which paper sheets are keyed.
    pub rubrics: Vec<GroupRubric>,
    /// The paper sheets of the room, in its run order: those that are in, and those being keyed.
    pub paper: Vec<PaperLine>,
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

/// A paper sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperLine {
    /// The project.
    pub project: ProjectId,
    /// Whose sheet.
    pub seat: SeatId,
    /// Who keyed it first.
    pub keyed_by: Keyer,
    /// Who keyed it again.
    pub checked_by: Option<Keyer>,
    /// Where the two differ; nothing is told of what they have keyed alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differing: Vec<Differing>,
    /// The revision as which it is in; `None` while it is being keyed.
    pub revision: Option<u32>,
}

impl ClerkView {
    /// What has been keyed of a seat's paper sheet for a project, as long as that is not in.
    pub fn keying(&self, project: &ProjectId, seat: &SeatId) -> Option<&PaperLine> {
        let mut open = self.paper.iter().filter(|it| it.revision.is_none());
        open.find(|it| it.project == *project && it.seat == *seat)
    }

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
            rubrics: GroupRubric::of_room(contest, room),
            paper: order().flat_map(|it| PaperLine::all_of(contest, it)).collect(),
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

impl PaperLine {
    fn all_of(contest: &Contest, project: &ProjectId) -> Vec<Self> {
        let Some(run) = contest.run(project) else { return Vec::new() };
        let of = |(seat, state): (&SeatId, &SeatState)| match (run.keyings.get(seat), state.sheet())
        {
            (Some(keying), _) => Some(Self::being_keyed(project, seat, keying)),
            (None, Some(sheet)) => {
                let Paper { keyed_by, checked_by } = sheet.paper.clone()?;
                let (checked_by, revision) = (Some(checked_by), Some(sheet.revision));
                let (project, seat, differing) = (project.clone(), seat.clone(), Vec::new());
                Some(Self { project, seat, keyed_by, checked_by, differing, revision })
            }
            (None, None) => None,
        };
        run.seats.iter().filter_map(of).collect()
    }

    fn being_keyed(project: &ProjectId, seat: &SeatId, keying: &Keying) -> Self {
        Self {
            project: project.clone(),
            seat: seat.clone(),
            keyed_by: keying.first.by.clone(),
            checked_by: keying.second.as_ref().map(|it| it.by.clone()),
            differing: keying.differing(),
            revision: None,
        }
    }
}

impl SheetsLine {
    fn of(contest: &Contest, project: &ProjectId) -> Option<Self> {
        let run = contest.run(project)?;
        contest.session().group_of(project)?.rubric.as_ref()?;
        let is_open = run.stage.takes_sheets() || run.stage == Stage::Locked;
        let seats = || SeatLine::all_of(run).collect();
        is_open.then(|| Self { project: project.clone(), stage: run.stage, seats: seats() })
    }
}
