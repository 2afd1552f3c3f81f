//! Which screens are there: what the hub knows of its links and the host's console shows. Nothing
//! of it is a fact of the contest, and nothing of it is in the journal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::contest::Seat;

/// The links of all seats.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance(BTreeMap<Seat, SeatLink>);

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

impl Attendance {
    /// The links of a seat.
    pub fn of(&self, seat: &Seat) -> SeatLink {
        self.0.get(seat).copied().unwrap_or_default()
    }

    /// The links of a seat, to change.
    pub fn at(&mut self, seat: &Seat) -> &mut SeatLink {
        self.0.entry(seat.clone()).or_default()
    }
}
