//! The run order during the evening: to the end of the half-day, another order, the reserve.

use super::{Decision, Subject, reasoned};
use crate::contest::{Backfill, Contest, Deduction, Fact, ProjectId, Refusal, RoomId, Seat, Stage};

/// The project pitches again from the start, as the last of its half-day.
pub(super) fn postpone(subject: &Subject<'_>, reason: &str) -> Decision {
    match subject.stage() {
        Stage::Waiting
        | Stage::CalledUp
        | Stage::Presentation
        | Stage::Questions
        | Stage::Absent => (),
        _ => return Err(subject.wrong_stage()),
    }
    let (contest, project, reason) = (subject.contest, subject.project(), reasoned(reason)?);
    let room = contest.room_of(subject.project).map(|room| room.id.clone());
    let room = room.ok_or_else(|| Refusal::NoSuchProject { project: project.clone() })?;
    let order = moved_to_the_end(contest, &room, &project);
    if order == contest.order(&room) && subject.stage() == Stage::Waiting {
        return Ok(Vec::new());
    }
    let mut facts = vec![Fact::Postponed { project, reason: reason.clone() }];
    facts.extend(overtime_given_back(subject, &reason));
    if order != contest.order(&room) {
        facts.push(Fact::OrderChanged { room, order, reason });
    }
    Ok(facts)
}

/// What was deducted for the time of a pitch that does not count.
fn overtime_given_back(subject: &Subject<'_>, reason: &str) -> Vec<Fact> {
    let rules = &subject.contest.session.deductions;
    let is_timed =
        |it: &&Deduction| rules.iter().any(|rule| rule.id == it.rule && rule.per.is_some());
    let timed = subject.run.deductions.iter().filter(is_timed);
    let given_back = timed.map(|it| Fact::DeductionRemoved {
        project: subject.project(),
        number: it.number,
        reason: reason.to_owned(),
    });
    given_back.collect()
}

/// The order with a project as the last before the next break of its room.
fn moved_to_the_end(contest: &Contest, room: &RoomId, project: &ProjectId) -> Vec<ProjectId> {
    let last = contest.half_day_of(project).last();
    let others = contest.order(room).iter().filter(|it| *it != project);
    let mut order = Vec::with_capacity(contest.order(room).len());
    for other in others {
        order.push(other.clone());
        if Some(other) == last {
            order.push(project.clone());
        }
    }
    if last == Some(project) { contest.order(room).to_vec() } else { order }
}

/// The projects that still wait in another order; the others stay where they are.
pub(super) fn reorder(
    contest: &Contest,
    by: &Seat,
    room: &RoomId,
    order: &[ProjectId],
    reason: &str,
) -> Decision {
    if by.room() != Some(room) {
        return Err(Refusal::NotYours);
    }
    let present = contest.order(room);
    if present == order {
        return Ok(Vec::new());
    }
    let waits = |id: &ProjectId| contest.run(id).is_some_and(|run| run.stage == Stage::Waiting);
    let stays =
        present.iter().zip(order).all(|(old, new)| old == new || (waits(old) && waits(new)));
    let sorted = |order: &[ProjectId]| {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        sorted
    };
    if !stays || sorted(present) != sorted(order) {
        return Err(Refusal::NotAnOrder { room: room.clone() });
    }
    let (room, order, reason) = (room.clone(), order.to_vec(), reasoned(reason)?);
    Ok(vec![Fact::OrderChanged { room, order, reason }])
}

/// The next in reserve takes the place of the one that left, while the session fills places.
pub(super) fn backfill(subject: &Subject<'_>, reason: &str) -> Decision {
    if subject.run.replaced_by.is_some() {
        return Ok(Vec::new());
    }
    if !subject.stage().is_out() {
        return Err(subject.wrong_stage());
    }
    let project = subject.project();
    if !fills(subject) {
        return Err(Refusal::NoBackfill { project });
    }
    let (contest, group) = (subject.contest, &subject.group.id);
    let reserve = contest.session.projects.iter().filter(|it| it.group == *group);
    let left = reserve.filter(|it| it.reserve.is_some() && contest.run(&it.id).is_none());
    let Some(next) = left.min_by_key(|it| it.reserve) else {
        return Err(Refusal::ReserveEmpty { group: group.clone() });
    };
    Ok(vec![Fact::Backfilled { project, by: next.id.clone(), reason: reasoned(reason)? }])
}

/// Whether places are still filled, by the point that the session names. Who was called up once has
/// had the turn, whatever came of it.
fn fills(subject: &Subject<'_>) -> bool {
    let contest = subject.contest;
    let was_called = |id: &ProjectId| contest.run(id).is_some_and(|run| run.called_at.is_some());
    let is_open = || !contest.projects_of(&subject.group.id).any(|it| was_called(&it.id));
    match subject.group.backfill {
        Backfill::Never => false,
        Backfill::Draw => contest.session.draw.is_none() && is_open(),
        Backfill::Opening => is_open(),
        Backfill::Turn => {
            let room = contest.room_of(subject.project);
            let order = room.map(|room| contest.order(&room.id)).unwrap_or_default();
            !order.iter().skip_while(|id| *id != subject.project).any(was_called)
        }
    }
}
