//! The only reader of the system's clocks, and the hand-set clock of tests and of `demo`.
//!
//! Hub time starts at the wall clock and then follows the monotonic clock: a step of the wall clock
//! moves nothing while a program runs, and after a restart time goes on where the wall says it is.

#![expect(clippy::disallowed_methods, reason = "the one place that reads the clocks")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use crate::contest::{At, Ms};

/// Tells the time. Clones tell the same time.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    /// `origin` was when `start` was read; `speed` milliseconds pass in one.
    Running { origin: At, start: Instant, speed: u32 },
    /// Stands until it is set.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// The system's time.
    pub fn system() -> Self {
        Self::at_speed(1)
    }

    /// A clock that starts at the system's time and then runs `speed` times as fast; at least once.
    pub fn at_speed(speed: u32) -> Self {
        Self(Source::Running { origin: wall(), start: Instant::now(), speed: speed.max(1) })
    }

    /// A clock that stands at an instant until it is set.
    pub fn hand_set(at: At) -> Self {
        Self(Source::Hand(Arc::new(AtomicI64::new(at.0))))
    }

    /// This clock, set forward where it would tell a time before `at`. An evening that goes on from
    /// its journal begins here, so that no record is older than the one before it.
    #[must_use]
    pub fn not_before(mut self, at: At) -> Self {
        let behind = (at - self.now()).max(Ms::ZERO);
        match &mut self.0 {
            Source::Running { origin, .. } => *origin = *origin + behind,
            Source::Hand(_) => self.set(at),
        }
        self
    }

    /// The time now, in milliseconds since 1970.
    pub fn now(&self) -> At {
        match &self.0 {
            Source::Running { origin, start, speed } => {
                let passed = start.elapsed().as_millis().saturating_mul(u128::from(*speed));
                *origin + Ms(i64::try_from(passed).unwrap_or(i64::MAX))
            }
            Source::Hand(at) => At(at.load(Ordering::SeqCst)),
        }
    }

    /// What the system's wall clock says now, which may jump; `None` where time is set by hand.
    pub fn wall(&self) -> Option<At> {
        match self.0 {
            Source::Running { .. } => Some(wall()),
            Source::Hand(_) => None,
        }
    }

    /// Sets a hand-set clock forward; it never goes back, and a running one is left alone.
    pub fn set(&self, at: At) {
        if let Source::Hand(hand) = &self.0 {
            hand.fetch_max(at.0, Ordering::SeqCst);
        }
    }

    /// How long to really wait until an instant; `None` on a hand-set clock, which does not run.
    pub fn until(&self, at: At) -> Option<Duration> {
        let Source::Running { speed, .. } = &self.0 else { return None };
        let ms = u64::try_from((at - self.now()).0).unwrap_or(0);
        Some(Duration::from_millis(ms) / *speed)
    }
}

fn wall() -> At {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    At(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::Clock;
    use crate::contest::{At, Ms};

    #[test]
    fn a_hand_set_clock_stands_and_never_goes_back() {
        let clock = Clock::hand_set(At(1000));
        clock.set(At(5000));
        clock.set(At(2000));
        assert_eq!(clock.clone().now(), At(5000));
    }

    #[test]
    fn a_clock_is_set_forward_and_never_back() {
        let later = Clock::system().now() + Ms::seconds(3600);
        let clock = Clock::at_speed(60).not_before(later);
        assert!(later <= clock.now());
        assert!(later <= clock.not_before(At(0)).now());
        assert_eq!(Clock::hand_set(At(7)).not_before(At(9)).now(), At(9));
    }

    #[test]
    fn a_fast_clock_waits_a_shorter_time() {
        let clock = Clock::at_speed(60);
        let wait = clock.until(clock.now() + Ms::seconds(60)).unwrap();
        assert!(wait.as_millis() <= 1000, "{wait:?}");
    }
}
