//! What has changed since the last pictures, as far as it decides who has to be shown a new one.

use std::collections::BTreeSet;

use crate::contest::{RoomId, Seat};

/// The rooms in which something has happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Rooms with new facts.
    pub facts: BTreeSet<RoomId>,
    /// Rooms whose links have come, gone, or fallen silent.
    pub links: BTreeSet<RoomId>,
    /// Whether there are new records, which the supervisor sees wherever they belong.
    pub records: bool,
    /// Whether it is otherwise than before that things can be stored, or how copies are.
    pub storage: bool,
}

impl Change {
    /// Whether it can alter a seat's picture. Judges, clerks and timers see their own room only, links are
    /// seen by its host only, and rankings of all rooms by every host and board.
    pub fn concerns(&self, seat: &Seat) -> bool {
        match seat {
            Seat::Judge(room, _) | Seat::Timer(room) | Seat::Clerk(room) => {
                self.facts.contains(room)
            }
            Seat::Board(_) => !self.facts.is_empty(),
            Seat::Supervisor => self.records || self.storage,
            Seat::Control(room) | Seat::Host(room) => {
                !self.facts.is_empty() || self.links.contains(room) || self.storage
            }
        }
    }
}
