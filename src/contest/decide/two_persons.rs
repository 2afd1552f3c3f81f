//! Acts of the host and the supervisor together: one proposes, the other agrees, and only then it is
//! done. The rules are asked both times: what can no longer be done when it is agreed to is refused.

use super::{Decision, Subject, deduction, reasoned, scoring};
use crate::contest::{
    Act, Contest, Fact, MOST_PROPOSALS, Marks, Proposal, Refusal, Seat, SeatId, SeatState, Stage,
};

/// Proposes an act. To propose what the other one has proposed is to agree to it.
pub(super) fn propose(contest: &Contest, by: &Seat, act: &Act, reason: &str) -> Decision {
    let facts = carry_out(contest, by, act, reason)?;
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    match contest.proposals().iter().find(|it| it.act == *act) {
        Some(present) if present.by == by.role() => Ok(Vec::new()),
        Some(present) => agree(contest, by, present.number),
        None => {
            must_have_room(contest, act)?;
            let (number, by) = (contest.proposed.saturating_add(1), by.role());
            let reason = reason.trim().to_owned(); // There is one where the act needs one.
            Ok(vec![Fact::Proposed { number, act: act.clone(), reason, by }])
        }
    }
}

/// Only so many wait in a room at the same time.
fn must_have_room(contest: &Contest, act: &Act) -> Result<(), Refusal> {
    let room = |act: &Act| contest.room_of(act.project()).map(|room| &room.id);
    let waiting = contest.proposals().iter().filter(|it| room(&it.act) == room(act)).count();
    if MOST_PROPOSALS <= waiting {
        return Err(Refusal::TooManyProposals { most: MOST_PROPOSALS });
    }
    Ok(())
}

/// The second person agrees, and the act is done, for the reason that was proposed.
pub(super) fn agree(contest: &Contest, by: &Seat, number: u32) -> Decision {
    let (Proposal { act, reason, by: first, .. }, settled) = numbered(contest, by, number)?;
    if *first == by.role() {
        return Err(Refusal::SecondPersonNeeded { proposal: number });
    }
    match settled {
        Some(true) => return Ok(Vec::new()),
        Some(false) => return Err(Refusal::NoSuchProposal { proposal: number }),
        None => (),
    }
    let mut facts = vec![Fact::Agreed { number }];
    facts.extend(carry_out(contest, by, act, reason)?);
    Ok(facts)
}

/// Either of them says no.
pub(super) fn decline(contest: &Contest, by: &Seat, number: u32, reason: &str) -> Decision {
    match numbered(contest, by, number)?.1 {
        Some(false) => Ok(Vec::new()),
        Some(true) => Err(Refusal::NoSuchProposal { proposal: number }),
        None => Ok(vec![Fact::Declined { number, reason: reasoned(reason)? }]),
    }
}

/// The proposal of this number, if it is about a project of the asker's room; and whether it was agreed
/// to, where it waits no more.
fn numbered<'a>(
    contest: &'a Contest,
    by: &Seat,
    number: u32,
) -> Result<(&'a Proposal, Option<bool>), Refusal> {
    let waiting = contest.proposals().iter().find(|it| it.number == number).map(|it| (it, None));
    let settled = || contest.settled.get(&number).map(|(it, agreed)| (it, Some(*agreed)));
    let found = waiting.or_else(settled).ok_or(Refusal::NoSuchProposal { proposal: number })?;
    Subject::of(contest, found.0.act.project())?.must_be_in_the_room_of(by)?;
    Ok(found)
}

/// The facts that an act comes to; none where it already holds.
fn carry_out(contest: &Contest, by: &Seat, act: &Act, reason: &str) -> Decision {
    let subject = Subject::of(contest, act.project())?;
    subject.must_be_in_the_room_of(by)?;
    let reason = match act {
        Act::Release { .. } => String::new(),
        _ => reasoned(reason)?,
    };
    match act {
        Act::Release { .. } => scoring::release(&subject),
        Act::Return { seat, .. } => give_back(&subject, seat, reason),
        Act::Void { seat, .. } => make_void(&subject, seat, reason),
        Act::Restore { seat, .. } => restore(&subject, seat, reason),
        Act::Correct { seat, marks, .. } => correct(&subject, seat, marks, reason),
        Act::Deduct { rule, units, .. } => {
            must_be_released(&subject)?;
            deduction::deduct(&subject, rule, *units, &reason)
        }
        Act::RemoveDeduction { number, .. } => {
            must_be_released(&subject)?;
            deduction::remove(&subject, *number, &reason)
        }
        Act::Disqualify { .. } => match subject.stage() {
            Stage::Disqualified => Ok(Vec::new()),
            Stage::Withdrawn => Err(subject.wrong_stage()),
            _ => Ok(vec![Fact::Disqualified { project: subject.project(), reason }]),
        },
    }
}

/// Until the release the host alone can do it.
fn must_be_released(subject: &Subject<'_>) -> Result<(), Refusal> {
    if subject.stage() == Stage::Released { Ok(()) } else { Err(subject.wrong_stage()) }
}

fn give_back(subject: &Subject<'_>, seat: &SeatId, reason: String) -> Decision {
    if !subject.stage().takes_sheets() && subject.stage() != Stage::Locked {
        return Err(subject.wrong_stage());
    }
    match subject.seat(seat)? {
        SeatState::Returned { .. } => Ok(Vec::new()),
        SeatState::Scored(_) => {
            Ok(vec![Fact::SheetReturned { project: subject.project(), seat: seat.clone(), reason }])
        }
        state => Err(subject.wrong_seat_state(seat, state)),
    }
}

fn make_void(subject: &Subject<'_>, seat: &SeatId, reason: String) -> Decision {
    subject.must_be_scored()?;
    if subject.stage().is_out() {
        return Err(subject.wrong_stage());
    }
    match subject.seat(seat)? {
        SeatState::Void { .. } => Ok(Vec::new()),
        SeatState::Recused { .. } => Err(subject.wrong_seat_state(seat, subject.seat(seat)?)),
        _ => Ok(vec![Fact::SeatVoided { project: subject.project(), seat: seat.clone(), reason }]),
    }
}

/// After the lock only with a sheet: nobody can be waited for then.
fn restore(subject: &Subject<'_>, seat: &SeatId, reason: String) -> Decision {
    if subject.stage().is_out() {
        return Err(subject.wrong_stage());
    }
    let state = subject.seat(seat)?;
    let (project, seat_id) = (subject.project(), seat.clone());
    let closed = matches!(subject.stage(), Stage::Locked | Stage::Released);
    match state {
        SeatState::Void { before, .. } if before.counted().is_some() || !closed => {
            Ok(vec![Fact::SeatRestored { project, seat: seat_id, reason }])
        }
        SeatState::Recused { .. } if !closed => {
            Ok(vec![Fact::SeatRestored { project, seat: seat_id, reason }])
        }
        SeatState::Expected | SeatState::Scored(_) => Ok(Vec::new()),
        state => Err(subject.wrong_seat_state(seat, state)),
    }
}

fn correct(subject: &Subject<'_>, seat: &SeatId, marks: &Marks, reason: String) -> Decision {
    must_be_released(subject)?;
    let rubric = subject.group.rubric.as_ref();
    rubric.ok_or_else(|| Refusal::NotScored { project: subject.project() })?.check(marks)?;
    match subject.seat(seat)? {
        SeatState::Scored(sheet) if sheet.marks == *marks => Ok(Vec::new()),
        SeatState::Scored(sheet) => {
            let (project, revision) = (subject.project(), sheet.revision.saturating_add(1));
            let (seat, marks) = (seat.clone(), marks.clone());
            Ok(vec![Fact::SheetCorrected { project, seat, revision, marks, reason }])
        }
        state => Err(subject.wrong_seat_state(seat, state)),
    }
}
