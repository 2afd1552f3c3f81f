//! What the desk is asked, and what it is told of the links.

use tokio::sync::{oneshot, watch};
use uuid::Uuid;

use super::{Asker, Verdict};
use crate::{
    contest::{Seat, Wish},
    hub::{
        copies::Copied,
        holders::{Guest, Place},
        picture::Picture,
        rate::Rate,
    },
    protocol::{SeatSeen, Storage},
};

/// What happened to the links of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::hub) enum Presence {
    /// A screen has been silent for too long.
    Stale,
    /// A silent screen is heard again.
    Back,
    /// A screen left; whether it had stopped taking frames.
    Left { let_go: bool },
    /// A slow screen was sent the present picture instead of so many older ones.
    Skipped(u64),
}

/// What who only looks may be told.
pub(in crate::hub) struct Survey {
    pub(in crate::hub) seats: Vec<SeatSeen>,
    pub(in crate::hub) storage: Storage,
    pub(in crate::hub) rehearsal: bool,
}

/// What the desk is asked for, and where the answer goes.
pub(super) enum Request {
    Wish {
        by: Asker,
        id: Uuid,
        wish: Wish,
        answer: oneshot::Sender<Verdict>,
    },
    Look {
        seat: Seat,
        answer: oneshot::Sender<watch::Receiver<Picture>>,
    },
    Survey {
        seats: Vec<Seat>,
        answer: oneshot::Sender<Survey>,
    },
    Sit {
        seat: Seat,
        guest: Guest,
        answer: oneshot::Sender<(Place, Rate)>,
    },
    Presence {
        seat: Seat,
        /// The number of its place.
        place: u64,
        what: Presence,
    },
    Copied(Copied),
}
