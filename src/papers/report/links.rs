//! Which screens lost the hub during the evening, how often, and after how long they were back.
//!
//! That is no part of the record: who is there is no fact. It is known where the hub's log was kept and is
//! given to the report; a screen that came back is told of there only at the level `info`.

use std::collections::BTreeMap;

use crate::contest::{At, Ms, Seat};

/// What happened to the link of a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkEvent {
    /// When.
    pub at: At,
    /// Whose.
    pub seat: Seat,
    /// What.
    pub change: LinkChange,
}

/// How a link changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkChange {
    /// A screen came.
    Joined,
    /// It left in order.
    Left,
    /// It was lost, or not heard of any more, so often.
    Lost(u64),
    /// The same, noticed only when a screen had the seat again.
    Replaced(u64),
}

/// The losses of an evening.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// By seat.
    pub seats: BTreeMap<Seat, Vec<Loss>>,
    /// Whether it is told who comes.
    pub tells_who_comes: bool,
}

/// One loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// When it was noticed.
    pub at: At,
    /// How often at about this time: the log counts what happens again within a minute.
    pub times: u64,
    /// When a screen was at the seat again.
    pub back: Back,
}

/// When a screen was at a lost seat again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// That is not told, or none came.
    Unknown,
    /// Before the loss was noticed.
    Unnoticed,
    /// So long after it was noticed.
    After(Ms),
}

impl Links {
    /// The losses between the first and the last record of an evening, by the wall clock as the log is.
    pub fn of(events: &[LinkEvent], (begins, ends): (At, At)) -> Self {
        let mut links = Self::default();
        for event in events.iter().filter(|it| begins <= it.at && it.at <= ends) {
            let losses = links.seats.entry(event.seat.clone()).or_default();
            match event.change {
                LinkChange::Joined => {
                    links.tells_who_comes = true;
                    if let Some(last) = losses.last_mut().filter(|it| it.back == Back::Unknown) {
                        last.back = Back::After(event.at - last.at);
                    }
                }
                LinkChange::Left => (),
                LinkChange::Lost(times) => {
                    losses.push(Loss { at: event.at, times, back: Back::Unknown });
                }
                LinkChange::Replaced(times) => {
                    losses.push(Loss { at: event.at, times, back: Back::Unnoticed });
                }
            }
        }
        links.seats.retain(|_, losses| !losses.is_empty());
        links
    }

    /// How many losses there were.
    pub fn count(&self) -> u64 {
        self.seats.values().flatten().map(|it| it.times).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contest::sample::seat;

    #[test]
    fn a_loss_is_over_when_a_screen_is_at_the_seat_again() {
        let event =
            |at: i64, whose: &str, change| LinkEvent { at: At(at), seat: seat(whose), change };
        let events = [
            event(5, "A/judge/A1", LinkChange::Lost(1)),
            event(1_000, "A/judge/A1", LinkChange::Joined),
            event(2_000, "A/judge/A1", LinkChange::Lost(1)),
            event(2_500, "A/judge/A2", LinkChange::Joined),
            event(3_000, "A/judge/A2", LinkChange::Left),
            event(4_500, "A/judge/A1", LinkChange::Joined),
            event(5_000, "A/board", LinkChange::Lost(3)),
            event(9_999, "A/board", LinkChange::Joined),
        ];
        let links = Links::of(&events, (At(1_000), At(6_000)));
        assert!(links.tells_who_comes);
        let of = |at, times, back| Loss { at: At(at), times, back };
        assert_eq!(links.seats[&seat("A/judge/A1")], [of(2_000, 1, Back::After(Ms(2_500)))]);
        assert_eq!(links.seats[&seat("A/board")], [of(5_000, 3, Back::Unknown)], "after the end");
        assert_eq!((links.seats.len(), links.count()), (2, 4), "who leaves in order is not lost");
    }

    #[test]
    fn a_screen_that_is_back_within_the_millisecond_was_not_back_before_its_loss_was_noticed() {
        let event = |change| LinkEvent { at: At(5), seat: seat("A/board"), change };
        let back = |events: &[LinkEvent]| {
            Links::of(events, (At(0), At(10))).seats[&seat("A/board")].clone()[0].back
        };
        let (lost, joined) = (event(LinkChange::Lost(1)), event(LinkChange::Joined));
        assert_eq!(back(&[lost, joined.clone()]), Back::After(Ms::ZERO));
        assert_eq!(back(&[event(LinkChange::Replaced(1)), joined]), Back::Unnoticed);
    }
}
