//! Which screens are there: what the hub knows of its links and the host's console shows. Nothing
//! of it is a fact of the contest, and nothing of it is in the journal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::contest::{At, RoomId, Seat};

/// The links of all seats, and who waits for one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    links: BTreeMap<Seat, SeatLink>,
    waiting: BTreeMap<Seat, Vec<WaitingLine>>,
}

/// The links of one seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SeatLink {
    /// Screens connected now.
    pub screens: u32,
    /// Those of them that have been silent for three seconds.
    pub stale: u32,
    /// Pictures that were overtaken by newer ones before a slow screen took them.
    pub skipped: u64,
    /// Screens let go because they took nothing for five seconds.
    pub let_go: u64,
}

/// A terminal at a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerminalLine {
    /// How it names itself, or how the hub names it until it leaves.
    pub terminal: Uuid,
    /// The address it came from.
    pub from: String,
    /// Since when it has the seat, or waits for it.
    pub since: At,
}

/// A terminal that waits for a seat which another one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingLine {
    /// The seat.
    pub at: Seat,
    /// The one that holds it.
    pub holder: TerminalLine,
    /// The one that waits.
    pub waits: TerminalLine,
}

/// The terminals that have a seat, as who only looks is told of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatSeen {
    /// The seat.
    pub seat: Seat,
    /// Who has it; several where it is shared, none where it is free.
    pub terminals: Vec<TerminalSeen>,
}

/// A terminal at a seat, without its name: who knows that can take the terminal's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerminalSeen {
    /// The address it came from.
    pub from: String,
    /// Since when it has the seat.
    pub since: At,
    /// Whether it has been silent for three seconds.
    pub silent: bool,
}

impl Attendance {
    /// The links of a seat.
    pub fn of(&self, seat: &Seat) -> SeatLink {
        self.links.get(seat).copied().unwrap_or_default()
    }

    /// The links of a seat, to change.
    pub fn at(&mut self, seat: &Seat) -> &mut SeatLink {
        self.links.entry(seat.clone()).or_default()
    }

    /// Takes in who waits for a seat now.
    pub fn wait(&mut self, seat: &Seat, waiting: Vec<WaitingLine>) {
        if waiting.is_empty() {
            self.waiting.remove(seat);
        } else {
            self.waiting.insert(seat.clone(), waiting);
        }
    }

    /// Who waits for a seat of a room.
    pub fn waiting_in(&self, room: &RoomId) -> Vec<WaitingLine> {
        let here = self.waiting.iter().filter(|(seat, _)| seat.room() == Some(room));
        here.flat_map(|(_, waiting)| waiting).cloned().collect()
    }
}
