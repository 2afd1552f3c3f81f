//! When a terminal pings, and how long its hub may be silent.
//!
//! Terminals ping at the hub's full seconds, so that a hub to which nothing happens is woken once for all of
//! them: to wake a processor costs many times what it costs to answer. A spectator, who pings in one second of
//! ten, has that by chance.

use std::time::Duration;

use tokio::time::Instant;

use super::sync::HubTime;
use crate::{contest::At, protocol::Heartbeat};

/// Pings at the usual pace, so that a clock is right soon, whatever pace the hub asks for then.
const QUICK_PINGS: u32 = 4;

/// The pace of a connection's pings.
pub(super) struct Beat {
    told: Heartbeat,
    pings: u32,
    next: Instant,
    chance: u32,
}

impl Beat {
    /// The first ping is due at once; `chance` decides in which of its seconds a terminal that pings rarely does.
    pub(super) fn new(chance: u32) -> Self {
        Self { told: Heartbeat::default(), pings: 0, next: Instant::now(), chance }
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
    pub(super) fn ping(&mut self, time: &HubTime) {
        self.pings += 1;
        let pace = if self.pings < QUICK_PINGS { Heartbeat::USUAL } else { self.told };
        let real = At(time.now().0 / i64::from(time.speed()));
        self.next = Instant::now() + wait(real, pace, self.chance);
    }

    /// How long the hub may be silent before the link counts as lost.
    pub(super) fn silence(&self) -> Duration {
        self.told.stale()
    }
}

/// From now, as the hub has it, until the next ping: half a period at least, and less than one and a half.
fn wait(now: At, pace: Heartbeat, chance: u32) -> Duration {
    let period = i64::try_from(pace.period().as_millis()).unwrap_or(i64::MAX).max(1);
    let (least, second) = (period / 2, i64::from(chance) * 1000 % period);
    let more = (second - (now.0 + least)).rem_euclid(period);
    Duration::from_millis((least + more).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::wait;
    use crate::{contest::At, protocol::Heartbeat};

    #[test]
    fn terminals_ping_together_at_the_hubs_full_seconds() {
        for (now, next) in [(7000, 8000), (7002, 8000), (6998, 8000), (7500, 8000), (7501, 9000)] {
            let wait = wait(At(now), Heartbeat::USUAL, 77);
            assert_eq!(u128::try_from(next - now).unwrap(), wait.as_millis(), "at {now}");
        }
    }

    #[test]
    fn spectators_are_spread_over_the_seconds_of_their_period() {
        let mut pings = [0; 10];
        for chance in 0..100 {
            let next = 70_003 + wait(At(70_003), Heartbeat::OF_SPECTATORS, chance).as_millis();
            assert!((75_003..85_003).contains(&next) && next.is_multiple_of(1000), "{next}");
            pings[usize::try_from(next / 1000 % 10).unwrap()] += 1;
        }
        assert_eq!(pings, [10; 10]);
    }
}
