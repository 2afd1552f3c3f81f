//! The host's console: the run order, the clock, who has scored, the next step. No unreleased mark,
//! unless the session says so.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    BulletinLine, JournalLine, RankingView, ReleasedLine,
    hall::{CeremonyPlan, HostHall},
    lines::{ProjectLine, RoomLine, SeatLine, SessionLine, StageLine},
    marks::MarksLine,
    tie::{RuledLine, TieLine},
};
use crate::{
    contest::{
        Agenda, At, Contest, Deduction, DeductionRule, Fact, Group, JudgeSeat, Method, Ms, Phase,
        Plan, Project, ProjectId, Proposal, Role, Room, Run, Seat, SeatId, Stage, Text, Untallied,
        Wish, can_be_tallied, decide,
    },
    protocol::{Attendance, Heads, SeatLink, Storage, WaitingLine},
};

/// A host's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostView {
    /// The session.
    pub session: SessionLine,
    /// The room this console runs.
    pub room: RoomLine,
    /// The rooms it can go to, of the console over all rooms; of a room's own console none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<RoomLine>,
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
    /// Terminals that wait for one of the room's seats, which another one holds.
    #[serde(default)]
    pub waiting: Vec<WaitingLine>,
    /// Whether the supervisor is there, who is the second person.
    pub supervisors: SeatLink,
    /// The rankings as the hall sees them.
    pub groups: Vec<RankingView>,
    /// Ties of this room's groups that wait for the jury chair.
    pub ties: Vec<TieLine>,
    /// Ties of this room's groups that the jury chair has decided.
    pub ruled: Vec<RuledLine>,
    /// Acts of this room that wait for a second person.
    pub proposals: Vec<ProposalLine>,
    /// What points can be deducted for.
    pub rules: Vec<DeductionRule>,
    /// What has been corrected after its release, oldest first.
    pub bulletins: Vec<BulletinLine>,
    /// What the room's screens show, and the step that can be undone.
    pub hall: HostHall,
    /// When the evening was planned to end, and what is left of it.
    pub plan: Plan,
    /// The ceremonies of the room's groups.
    pub ceremonies: Vec<CeremonyPlan>,
    /// The score released last in this room, to be read aloud.
    pub released: Option<ReleasedLine>,
    /// The marks of the project that is up; `None` where the session keeps them off the console.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<MarksLine>,
    /// The head that the room keeps.
    pub journal: JournalLine,
    /// How storing goes.
    #[serde(default, skip_serializing_if = "Storage::is_silent")]
    pub storage: Storage,
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
    /// What has been taken off.
    pub deductions: Vec<Deduction>,
    /// The seats that are neither simply waited for nor scored.
    pub apart: Vec<SeatLine>,
    /// Who takes its place from the reserve; `None` where no place became free, or none is filled.
    pub backfill: Option<ProjectLine>,
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
    /// The seats that are waited for: what stands in the way of the lock.
    pub missing: BTreeSet<SeatId>,
    /// Every seat of the panel with its state.
    pub seats: Vec<SeatLine>,
    /// How the sheets that are in would be scored; `None` where they are too few, or panels differ.
    pub method: Option<Method>,
    /// How many of the highest and how many of the lowest that leaves out.
    pub drop: u32,
    /// How many sheets it takes to lock, where there are fewer.
    pub needed: Option<u32>,
    /// How long its phases went on after zero.
    pub overtime: BTreeMap<Phase, Ms>,
}

/// An act that waits for the second person. It holds no marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalLine {
    /// Its number.
    pub number: u32,
    /// The act's word: `return`, `void` …
    pub act: String,
    /// The project it is about.
    pub project: ProjectId,
    /// The seat it is about.
    pub seat: Option<SeatId>,
    /// Why.
    pub reason: String,
    /// Who proposed it.
    pub by: Role,
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
    pub(super) fn of(
        contest: &Contest,
        room: &Room,
        attendance: &Attendance,
        heads: &Heads,
    ) -> Self {
        let session = contest.session();
        let Agenda { next, also } = Agenda::of(contest, room);
        let rankings: Vec<_> = groups_of(contest, room).map(|it| contest.ranking(it)).collect();
        let ranked = rankings.iter().flat_map(|ranking| &ranking.standings);
        let scores = ranked.map(|standing| (&standing.project, standing.score)).collect();
        let panel = |judge: &JudgeSeat| PanelLine {
            seat: judge.id.clone(),
            name: judge.name.clone(),
            field: judge.field.clone(),
            link: attendance.of(&Seat::Judge(room.id.clone(), judge.id.clone())),
        };
        Self {
            session: SessionLine::of(contest),
            room: RoomLine::of(room),
            rooms: Vec::new(),
            stage: StageLine::of(contest, room),
            order: contest
                .order(&room.id)
                .iter()
                .filter_map(|it| OrderLine::of(contest, it, &scores))
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
            supervisors: attendance.of(&Seat::Supervisor),
            waiting: attendance.waiting_in(&room.id),
            groups: session.groups.iter().map(|group| RankingView::of(contest, group)).collect(),
            ties: groups_of(contest, room).flat_map(|it| TieLine::of(contest, it)).collect(),
            ruled: groups_of(contest, room).flat_map(|it| RuledLine::of(contest, it)).collect(),
            proposals: contest
                .proposals()
                .iter()
                .filter(|it| contest.order(&room.id).contains(it.act.project()))
                .map(ProposalLine::of)
                .collect(),
            rules: session.deductions.clone(),
            bulletins: contest.bulletins().iter().map(BulletinLine::of).collect(),
            hall: HostHall::of(contest, room),
            plan: Plan::of(contest, &room.id),
            ceremonies: groups_of(contest, room)
                .map(|group| CeremonyPlan::of(contest, group))
                .collect(),
            released: ReleasedLine::last(contest, room),
            marks: MarksLine::of(contest, room),
            journal: JournalLine::of(heads, room),
            storage: Storage::default(),
        }
    }
}

impl HostView {
    /// The same for the console over all rooms.
    pub(super) fn of_all(
        contest: &Contest,
        room: &Room,
        attendance: &Attendance,
        heads: &Heads,
    ) -> Self {
        let rooms = contest.session().rooms.iter().map(RoomLine::of).collect();
        Self { rooms, ..Self::of(contest, room, attendance, heads) }
    }
}

impl ProposalLine {
    fn of(proposal: &Proposal) -> Self {
        Self {
            number: proposal.number,
            act: proposal.act.as_str().to_owned(),
            project: proposal.act.project().clone(),
            seat: proposal.act.seat().cloned(),
            reason: proposal.reason.clone(),
            by: proposal.by,
        }
    }
}

/// The groups that pitch in a room.
fn groups_of<'a>(contest: &'a Contest, room: &'a Room) -> impl Iterator<Item = &'a Group> {
    let order = contest.order(&room.id);
    let session = contest.session();
    let is_of = |id: &ProjectId, group: &Group| {
        session.project(id).is_some_and(|project| project.group == group.id)
    };
    session.groups.iter().filter(move |group| order.iter().any(|id| is_of(id, group)))
}

impl OrderLine {
    /// With the scores of those that are ranked.
    fn of(
        contest: &Contest,
        project: &ProjectId,
        scores: &BTreeMap<&ProjectId, Decimal>,
    ) -> Option<Self> {
        let run = contest.run(project)?;
        Some(Self {
            project: ProjectLine::of(contest.session().project(project)?),
            stage: run.stage,
            sheets: run.counted().count(),
            deductions: run.deductions.clone(),
            apart: SeatLine::all_of(run).filter(SeatLine::is_apart).collect(),
            backfill: next_in_reserve(contest, project, run).map(ProjectLine::of),
            score: scores.get(project).copied(),
        })
    }
}

/// The project that would take the place of one that left: the rules themselves are asked.
fn next_in_reserve<'a>(
    contest: &'a Contest,
    project: &ProjectId,
    run: &Run,
) -> Option<&'a Project> {
    if !run.stage.is_out() {
        return None;
    }
    let host = Seat::Host(contest.room_of(project)?.id.clone());
    let wish = Wish::Backfill { project: project.clone(), reason: "?".to_owned() };
    let facts = decide(contest, &host, &wish, At::default()).ok()?;
    facts.iter().find_map(|fact| match fact {
        Fact::Backfilled { by, .. } => contest.session().project(by),
        _ => None,
    })
}

impl OpenLine {
    fn of(contest: &Contest, project: &ProjectId) -> Option<Self> {
        let run = contest.run(project)?;
        let rubric = contest.session().group_of(project)?.rubric.as_ref()?;
        if !run.stage.takes_sheets() && run.stage != Stage::Locked {
            return None;
        }
        // Never from what is in the sheets: a gate that they fail would show.
        let method = contest.method(project).ok().flatten();
        let sheets = run.counted().count();
        let needed = match can_be_tallied(&rubric.scoring, sheets) {
            Err(
                Untallied::TooFewSheets { needed, .. } | Untallied::TooFewToTrim { needed, .. },
            ) if contest.session().panels.is_empty() => Some(needed),
            _ => None,
        };
        let drop = if method == Some(Method::TrimmedMean) { rubric.scoring.drop } else { 0 };
        Some(Self {
            project: project.clone(),
            stage: run.stage,
            scored: run.counted().map(|(seat, _)| seat.clone()).collect(),
            missing: run.missing(),
            seats: SeatLine::all_of(run).collect(),
            method,
            drop,
            needed,
            overtime: run.overtime.clone(),
        })
    }
}
