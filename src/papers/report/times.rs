//! One room's evening by the clock: of each turn when it was planned and when it began, how long pitch and
//! questions took beside their plan, what was given on top, stopped and overrun, and the gap to the next.

use std::collections::BTreeMap;

use crate::{
    contest::{At, Fact, Ms, Phase, ProjectId, Room, Text, timetable},
    papers::{
        evening::{Evening, Told},
        timings::{PhaseTime, Timings, Turn},
    },
};

/// One room.
#[derive(Debug)]
pub struct RoomTimes<'a> {
    /// The room.
    pub room: &'a Room,
    /// Its turns, in the order that they were called up in.
    pub turns: Vec<TurnTimes>,
    /// Its breaks.
    pub breaks: Vec<BreakTime>,
}

/// One turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnTimes {
    /// The project.
    pub project: ProjectId,
    /// How often it was called up.
    pub calls: u32,
    /// When it was planned to be called up; `None` where nobody knows.
    pub planned: Option<At>,
    /// When it was called up.
    pub called: At,
    /// When it left the stage; `None` while it is there.
    pub left: Option<At>,
    /// Its phases that have begun: on stage, and the window for scoring.
    pub phases: Vec<PhaseTime>,
    /// From when it left the stage to the next call, without breaks; `None` of the last.
    pub gap: Option<Ms>,
}

/// One break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakTime {
    /// What it was called.
    pub name: Text,
    /// How long it was to take.
    pub planned: Ms,
    /// When it began.
    pub began: At,
    /// When it was over; `None` while it is on.
    pub ended: Option<At>,
}

impl<'a> RoomTimes<'a> {
    /// `None` where nobody was called up.
    pub(super) fn of(evening: &Evening, room: &'a Room, timings: &Timings) -> Option<Self> {
        let planned: BTreeMap<_, _> = timetable(&evening.contest, &room.id).into_iter().collect();
        let order = evening.contest.order(&room.id).iter();
        let turn = |id: &ProjectId| TurnTimes::of(id, timings.turn(id)?, planned.get(id).copied());
        let mut turns: Vec<_> = order.filter_map(turn).collect();
        turns.sort_by_key(|it| it.called);
        let breaks = breaks(evening, room);
        let mut next: Option<At> = None;
        for turn in turns.iter_mut().rev() {
            let gap = |left, next| (next - left) - within(&breaks, left, next);
            turn.gap = turn.left.zip(next).map(|(left, next)| gap(left, next));
            next = Some(turn.called);
        }
        (!turns.is_empty()).then_some(Self { room, turns, breaks })
    }

    /// From the first call to when the last was off the stage, or to the last that is known.
    pub fn span(&self) -> (At, At) {
        let began = self.turns.iter().map(|it| it.called).min().unwrap_or_default();
        let ends = self.turns.iter().map(TurnTimes::last_known);
        let ends = ends.chain(self.breaks.iter().map(|it| it.ended.unwrap_or(it.began)));
        (began, ends.max().unwrap_or(began))
    }

    /// How far behind its plan the last turn was called up; ahead of it below zero.
    pub fn drift(&self) -> Option<Ms> {
        self.turns.iter().rev().find_map(TurnTimes::late)
    }

    /// The gaps between turns, shortest first.
    pub fn gaps(&self) -> Vec<Ms> {
        let mut gaps: Vec<_> = self.turns.iter().filter_map(|it| it.gap).collect();
        gaps.sort();
        gaps
    }

    /// What the plan leaves from one project to the next.
    pub fn planned_gap(&self, evening: &Evening) -> Option<Ms> {
        let session = evening.contest.session();
        let first = session.group_of(&self.turns.first()?.project)?.timing.changeover;
        let group = |turn: &TurnTimes| session.group_of(&turn.project);
        let same = self.turns.iter().filter_map(group).all(|it| it.timing.changeover == first);
        same.then_some(first)
    }
}

impl TurnTimes {
    fn of(project: &ProjectId, turn: &Turn, planned: Option<At>) -> Option<Self> {
        let called = turn.called?;
        let mut on_stage = turn.phases.iter().filter(|it| it.phase != Phase::Scoring);
        let left = on_stage.next_back().and_then(|it| it.ended);
        let phases = turn.phases.iter().filter(|it| it.started.is_some()).cloned().collect();
        let (project, calls) = (project.clone(), turn.calls);
        Some(Self { project, calls, planned, called, left, phases, gap: None })
    }

    /// A phase that has begun.
    pub fn phase(&self, phase: Phase) -> Option<&PhaseTime> {
        self.phases.iter().find(|it| it.phase == phase)
    }

    /// How far behind its plan it was called up.
    pub fn late(&self) -> Option<Ms> {
        Some(self.called - self.planned?)
    }

    /// How long its phases on stage went on after zero, together.
    pub fn over(&self) -> Ms {
        self.on_stage(|it| it.over)
    }

    /// What was given on top, together.
    pub fn added(&self) -> Ms {
        self.on_stage(|it| it.added)
    }

    /// How often its clocks were stopped on stage, and for how long.
    pub fn stopped(&self) -> (u32, Ms) {
        let pauses = self.phases.iter().filter(|it| it.phase != Phase::Scoring).map(|it| it.pauses);
        (pauses.sum(), self.on_stage(|it| it.stood))
    }

    fn on_stage(&self, of: impl Fn(&PhaseTime) -> Ms) -> Ms {
        let on_stage = self.phases.iter().filter(|it| it.phase != Phase::Scoring);
        on_stage.map(of).fold(Ms::ZERO, |sum, it| sum + it)
    }

    fn last_known(&self) -> At {
        let ends = self.phases.iter().filter_map(|it| it.ended.or(it.started));
        ends.chain(self.left).max().unwrap_or(self.called)
    }
}

/// The breaks of a room; one ends when it is ended, or when somebody is called up.
fn breaks(evening: &Evening, room: &Room) -> Vec<BreakTime> {
    let mut breaks: Vec<BreakTime> = Vec::new();
    for Told { at, fact, .. } in &evening.records {
        let here = || evening.contest.room_of(fact.project()?);
        match fact {
            Fact::BreakBegan { room: of, name, length, .. } if *of == room.id => {
                breaks.push(BreakTime {
                    name: name.clone(),
                    planned: *length,
                    began: *at,
                    ended: None,
                });
            }
            Fact::BreakEnded { room: of } if *of == room.id => end(&mut breaks, *at),
            Fact::CalledUp { .. } if here() == Some(room) => end(&mut breaks, *at),
            _ => (),
        }
    }
    breaks
}

fn end(breaks: &mut [BreakTime], at: At) {
    if let Some(last) = breaks.last_mut() {
        last.ended = last.ended.or(Some(at));
    }
}

/// How much of a stretch was break.
fn within(breaks: &[BreakTime], from: At, until: At) -> Ms {
    let part = |it: &BreakTime| {
        let ended = it.ended.unwrap_or(until).min(until);
        (ended - it.began.max(from)).max(Ms::ZERO)
    };
    breaks.iter().map(part).fold(Ms::ZERO, |sum, it| sum + it)
}
