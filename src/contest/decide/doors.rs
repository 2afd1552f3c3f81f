//! Who may come in: new passes, and seats that go from one terminal to another. Which terminals there are
//! is the hub's to know; here is who may decide about which seat.

use uuid::Uuid;

use super::{Decision, reasoned};
use crate::contest::{Contest, Fact, Refusal, Seat};

pub(super) fn renew_pass(contest: &Contest, by: &Seat, seat: &Seat, reason: &str) -> Decision {
    must_answer_for(contest, by, seat)?;
    let generation = contest.generation(seat).saturating_add(1);
    Ok(vec![Fact::PassChanged { seat: seat.clone(), generation, reason: reasoned(reason)? }])
}

pub(super) fn hand_over(
    contest: &Contest,
    by: &Seat,
    seat: &Seat,
    (from, to): (Uuid, Uuid),
) -> Decision {
    must_answer_for(contest, by, seat)?;
    if seat.is_shared() {
        return Err(Refusal::NobodyWaits { seat: seat.clone() });
    }
    Ok(vec![Fact::SeatHandedOver { seat: seat.clone(), from, to }])
}

/// A room's host answers for the room's seats, and the supervisor for every one. The console over all
/// rooms is its own master: no room's host shuts it out.
fn must_answer_for(contest: &Contest, by: &Seat, seat: &Seat) -> Result<(), Refusal> {
    if !Seat::all_of(contest.session()).contains(seat) {
        return Err(Refusal::UnknownSeat { seat: seat.clone() });
    }
    let answers = match (by, seat) {
        (Seat::Supervisor, _) | (Seat::Control(_), Seat::Control(_)) => true,
        (_, Seat::Control(_)) => false,
        _ => by.room().is_some() && by.room() == seat.room(),
    };
    if answers { Ok(()) } else { Err(Refusal::NotYours) }
}
