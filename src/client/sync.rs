//! The hub's time on this terminal: its own monotonic clock and a measured offset.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use crate::{
    clock::Clock,
    contest::{At, Ms},
};

/// Pings that are remembered; the fastest of them sets the offset.
const REMEMBERED: usize = 16;

/// The hub's time. Clones share the offset.
#[derive(Debug, Clone)]
pub struct HubTime {
    clock: Clock,
    offset: Arc<AtomicI64>,
}

impl HubTime {
    pub(super) fn new(clock: Clock) -> Self {
        Self { clock, offset: Arc::new(AtomicI64::new(0)) }
    }

    /// The hub's time now; this terminal's own before the first answer of a hub.
    pub fn now(&self) -> At {
        self.local() + Ms(self.offset.load(Ordering::Relaxed))
    }

    /// How long to really wait until an instant of hub time.
    pub fn until(&self, at: At) -> Duration {
        let local = at + Ms(-self.offset.load(Ordering::Relaxed));
        self.clock.until(local).unwrap_or(Duration::from_secs(1))
    }

    /// How many times as fast as this terminal's monotonic clock it runs.
    pub fn speed(&self) -> u32 {
        self.clock.speed()
    }

    /// This terminal's own time.
    pub(super) fn local(&self) -> At {
        self.clock.now()
    }

    fn set_offset(&self, offset: Ms) {
        self.offset.store(offset.0, Ordering::Relaxed);
    }
}

/// The measurement: round trips and the offsets they allow.
#[derive(Debug, Default)]
pub(super) struct Pings(VecDeque<(Ms, Ms)>);

impl Pings {
    /// Takes in one answered ping: sent and received by the terminal's clock, answered by the hub's.
    /// Sets the offset by the fastest ping remembered, and returns that one's round trip.
    pub(super) fn answered(&mut self, sent: At, hub: At, received: At, time: &HubTime) -> Ms {
        let round_trip = (received - sent).max(Ms::ZERO);
        let offset = hub - (sent + Ms(round_trip.0 / 2));
        if self.0.len() == REMEMBERED {
            self.0.pop_front();
        }
        self.0.push_back((round_trip, offset));
        let (round_trip, offset) = self.0.iter().min().copied().unwrap_or_default();
        time.set_offset(offset);
        round_trip
    }
}

#[cfg(test)]
mod tests {
    use super::{HubTime, Pings};
    use crate::{
        clock::Clock,
        contest::{At, Ms},
    };

    #[test]
    fn the_fastest_ping_sets_the_offset() {
        let time = HubTime::new(Clock::hand_set(At(1000)));
        let mut pings = Pings::default();
        let slow = pings.answered(At(1000), At(51_300), At(1400), &time);
        assert_eq!((slow, time.now()), (Ms(400), At(51_100)));
        let fast = pings.answered(At(2000), At(52_010), At(2020), &time);
        assert_eq!((fast, time.now()), (Ms(20), At(51_000)));
        let slow_again = pings.answered(At(3000), At(53_500), At(3600), &time);
        assert_eq!((slow_again, time.now()), (Ms(20), At(51_000)));
    }
}
