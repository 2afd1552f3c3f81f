//! When a terminal pings, and how long its hub may be silent.

use std::time::Duration;

use tokio::time::Instant;

use crate::protocol::Heartbeat;

/// Pings at the usual pace, so that a clock is right soon, whatever pace the hub asks for then.
const QUICK_PINGS: u32 = 4;

/// The pace of a connection's pings.
pub(super) struct Beat {
    told: Heartbeat,
    pings: u32,
    next: Instant,
}

impl Beat {
    /// The first ping is due at once.
    pub(super) fn new() -> Self {
        Self { told: Heartbeat::default(), pings: 0, next: Instant::now() }
    }

    /// The hub has said how often it wants to hear of this terminal.
    pub(super) fn set(&mut self, told: Heartbeat) {
        self.told = told;
    }

    /// When the next ping is due.
    pub(super) fn next(&self) -> Instant {
        self.next
    }

    /// Another ping goes out.
    pub(super) fn ping(&mut self) {
        self.pings += 1;
        let pace = if self.pings < QUICK_PINGS { Heartbeat::USUAL } else { self.told };
        self.next = Instant::now() + pace.period();
    }

    /// How long the hub may be silent before the link counts as lost.
    pub(super) fn silence(&self) -> Duration {
        self.told.stale()
    }
}
