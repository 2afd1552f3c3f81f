//! How long a room's evening still takes by the rules, beside when it was planned to end.
//!
//! Nothing here looks at the time: a screen adds what is left on the running clock to
//! [`Plan::rest`], and so tells the projected end every second by itself.

use serde::{Deserialize, Serialize};

use super::{At, Break, Contest, GroupId, Ms, Phase, ProjectId, Room, RoomId, Stage, Timing};

/// What is left of a room's evening, and of each of its groups.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// When it was planned to end; `None` before anybody knows when it began.
    pub ends: Option<At>,
    /// What is still to come after the clock that stands or runs now.
    pub rest: Ms,
    /// The same for each group, up to its last project.
    pub groups: Vec<GroupPlan>,
}

/// What is left until the last project of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// The group.
    pub group: GroupId,
    /// When its last project was planned to leave the stage.
    pub ends: Option<At>,
    /// What is still to come until then, after the clock that stands or runs now.
    pub rest: Ms,
}

impl Plan {
    /// The plan of a room as its run order is now.
    ///
    /// It begins when the session says, or else when the first project was called up. A project
    /// takes its phases on stage and the change-over; breaks take what they were planned for.
    pub fn of(contest: &Contest, room: &RoomId) -> Self {
        let (Some(hall), Some(stated)) = (contest.hall(room), contest.session().room(room)) else {
            return Self::default();
        };
        let begins = begins(contest, stated, &hall.order);
        let (mut planned, mut plan, mut turn) = (Ms::ZERO, Self::default(), 0_u32);
        for id in &hall.order {
            let stage = contest.stage_of(id);
            let Some(group) = contest.session().group_of(id) else { continue };
            if stage.is_out() {
                continue;
            }
            planned += slot(&group.timing);
            plan.rest += left_after_clock(contest, id, &group.timing);
            turn += 1;
            let ends = begins.map(|at| at + planned);
            plan.groups.retain(|it| it.group != group.id);
            plan.groups.push(GroupPlan { group: group.id.clone(), ends, rest: plan.rest });
            if let Some(pause) = stated.breaks.iter().find(|pause| pause.after == turn) {
                planned += pause.length;
                let is_past = hall.held.contains(&turn) || turn < contest.turns_over(room);
                plan.rest += if is_past { Ms::ZERO } else { pause.length };
            }
        }
        plan.ends = begins.map(|at| at + planned);
        plan
    }
}

/// When each project of a room was planned to be called up, as its run order is now: by the same
/// beginning, slots and breaks as its [`Plan`]; who left only after the call keeps the slot. Nothing before
/// anybody knows when it began.
pub fn timetable(contest: &Contest, room: &RoomId) -> Vec<(ProjectId, At)> {
    let Some(stated) = contest.session().room(room) else { return Vec::new() };
    let order = contest.order(room);
    let Some(mut at) = begins(contest, stated, order) else { return Vec::new() };
    let (mut calls, mut turn) = (Vec::new(), 0_u32);
    let has_a_slot = |id: &&ProjectId| {
        let was_called = contest.run(id).is_some_and(|run| run.called_at.is_some());
        was_called || !contest.stage_of(id).is_out()
    };
    for id in order.iter().filter(has_a_slot) {
        let Some(group) = contest.session().group_of(id) else { continue };
        calls.push((id.clone(), at));
        turn += 1;
        let pause = stated.breaks.iter().find(|pause| pause.after == turn);
        at = at + slot(&group.timing) + pause.map_or(Ms::ZERO, |pause| pause.length);
    }
    calls
}

/// When a room's evening began or is to begin.
fn begins(contest: &Contest, stated: &Room, order: &[ProjectId]) -> Option<At> {
    let called = order.iter().filter_map(|id| contest.run(id)?.called_at).min();
    stated.starts.or(called)
}

impl Contest {
    /// How many turns of a room are over, from the first without a gap. A project that was replaced
    /// from the reserve has no turn of its own.
    pub fn turns_over(&self, room: &RoomId) -> u32 {
        let turns = self
            .order(room)
            .iter()
            .filter(|id| self.run(id).is_some_and(|run| run.replaced_by.is_none()));
        let over = turns.take_while(|id| {
            let stage = self.stage_of(id);
            stage != Stage::Waiting && !stage.is_on_stage()
        });
        u32::try_from(over.count()).unwrap_or(u32::MAX)
    }

    /// The planned break that is due in a room: the turns before it are over, and it has not been
    /// held. Whoever calls the next project instead goes without it.
    pub fn due_break(&self, room: &RoomId) -> Option<&Break> {
        let (hall, stated, over) =
            (self.hall(room)?, self.session().room(room)?, self.turns_over(room));
        let due = stated.breaks.iter().find(|it| it.after == over && !hall.held.contains(&over));
        due.filter(|_| hall.pause.is_none())
    }

    /// The half-days of a room: its run order between the breaks. A project that was replaced from
    /// the reserve has no turn of its own.
    pub fn half_days(&self, room: &RoomId) -> Vec<&[ProjectId]> {
        let breaks = self.session().room(room).map(|room| room.breaks.as_slice());
        let due = |turn: u32| breaks.unwrap_or_default().iter().any(|pause| pause.after == turn);
        let order = self.order(room);
        let (mut half_days, mut from, mut turn) = (Vec::new(), 0, 0);
        for (nth, id) in order.iter().enumerate() {
            if self.run(id).is_some_and(|run| run.replaced_by.is_some()) {
                continue;
            }
            turn += 1;
            if due(turn) {
                half_days.extend(order.get(from..=nth));
                from = nth + 1;
            }
        }
        half_days.extend(order.get(from..).filter(|rest| !rest.is_empty()));
        half_days
    }

    /// The projects before the next break, with a project that is among them.
    pub fn half_day_of(&self, project: &ProjectId) -> &[ProjectId] {
        let room = self.room_of(project).map(|room| &room.id);
        let half_days = room.map(|room| self.half_days(room)).unwrap_or_default();
        half_days.into_iter().find(|half_day| half_day.contains(project)).unwrap_or_default()
    }
}

/// What a project takes of the evening.
fn slot(timing: &Timing) -> Ms {
    timing.presentation + timing.questions.unwrap_or_default() + timing.changeover
}

/// What a project still takes once its present clock has run out.
fn left_after_clock(contest: &Contest, project: &ProjectId, timing: &Timing) -> Ms {
    let questions = timing.questions.unwrap_or_default();
    match contest.stage_of(project) {
        Stage::Waiting => slot(timing),
        stage => match stage.phase() {
            Some(Phase::Presentation) => questions + timing.changeover,
            Some(Phase::Questions) => timing.changeover,
            Some(Phase::Scoring) | None => Ms::ZERO,
        },
    }
}
