//! The only reader of the system's clocks, and the hand-set clock of tests and of `demo`.
//!
//! Hub time starts at the wall clock and then follows the monotonic clock, that of the time since the
//! start of the system, which goes on while a laptop sleeps: a step of the wall clock moves nothing
//! while a program runs, and after a restart time goes on where the wall says it is.

#![expect(clippy::disallowed_methods, reason = "the one place that reads the clocks")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use boot_time::Instant;
use tokio::{select, sync::watch, time, time::sleep};

use crate::contest::{At, Ms};

/// Tells the time. Clones tell the same time.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    Running(watch::Sender<Run>),
    /// Stands until it is set.
    Hand(Arc<AtomicI64>),
}

/// `origin` was when `start` was read; `speed` milliseconds pass in one.
#[derive(Debug, Clone, Copy)]
struct Run {
    origin: At,
    start: Start,
    speed: u32,
}

/// A reading of a clock that never goes back.
#[derive(Debug, Clone, Copy)]
enum Start {
    /// The system's.
    System(Instant),
    /// The runtime's, which a simulation moves.
    Runtime(time::Instant),
}

impl Start {
    /// Another reading, now.
    fn again(self) -> Self {
        match self {
            Self::System(_) => Self::System(Instant::now()),
            Self::Runtime(_) => Self::Runtime(time::Instant::now()),
        }
    }

    fn elapsed(self) -> Duration {
        match self {
            Self::System(start) => start.elapsed(),
            Self::Runtime(start) => start.elapsed(),
        }
    }
}

impl Run {
    fn now(&self) -> At {
        let passed = self.start.elapsed().as_millis().saturating_mul(self.speed.into());
        self.origin + Ms(i64::try_from(passed).unwrap_or(i64::MAX))
    }

    fn until(&self, at: At) -> Duration {
        let ms = u64::try_from((at - self.now()).0).unwrap_or(0);
        Duration::from_millis(ms) / self.speed
    }
}

impl Clock {
    /// The system's time.
    pub fn system() -> Self {
        Self::at_speed(1)
    }

    /// A clock that starts at the system's time and then runs `speed` times as fast; at least once.
    pub fn at_speed(speed: u32) -> Self {
        Self::running(wall(), Start::System(Instant::now()), speed)
    }

    /// A clock that told `origin` when the system told `wall`, and has run `speed` times as fast ever since,
    /// whether or not a program was there to ask it.
    pub fn at_speed_since((origin, began): (At, At), speed: u32) -> Self {
        let passed = (wall() - began).max(Ms::ZERO).0.saturating_mul(speed.max(1).into());
        Self::running(origin + Ms(passed), Start::System(Instant::now()), speed)
    }

    /// A clock that starts at an instant and follows the time of the runtime that it is made in, which
    /// a simulation moves. It has no wall clock beside it.
    pub fn simulated(origin: At) -> Self {
        Self::running(origin, Start::Runtime(time::Instant::now()), 1)
    }

    fn running(origin: At, start: Start, speed: u32) -> Self {
        Self(Source::Running(watch::Sender::new(Run { origin, start, speed: speed.max(1) })))
    }

    /// A clock that stands at an instant until it is set.
    pub fn hand_set(at: At) -> Self {
        Self(Source::Hand(Arc::new(AtomicI64::new(at.0))))
    }

    /// This clock, set forward where it would tell a time before `at`. An evening that goes on from
    /// its journal begins here, so that no record is older than the one before it.
    #[must_use]
    pub fn not_before(self, at: At) -> Self {
        let behind = (at - self.now()).max(Ms::ZERO);
        match &self.0 {
            Source::Running(run) => run.send_modify(|run| run.origin = run.origin + behind),
            Source::Hand(_) => self.set(at),
        }
        self
    }

    /// The time now, in milliseconds since 1970.
    pub fn now(&self) -> At {
        match &self.0 {
            Source::Running(run) => run.borrow().now(),
            Source::Hand(at) => At(at.load(Ordering::SeqCst)),
        }
    }

    /// What the system's wall clock says now, which may jump; `None` where time is set by hand or
    /// simulated.
    pub fn wall(&self) -> Option<At> {
        match &self.0 {
            Source::Running(run) => matches!(run.borrow().start, Start::System(_)).then(wall),
            Source::Hand(_) => None,
        }
    }

    /// Sets a hand-set clock forward; it never goes back, and a running one is left alone.
    pub fn set(&self, at: At) {
        if let Source::Hand(hand) = &self.0 {
            hand.fetch_max(at.0, Ordering::SeqCst);
        }
    }

    /// How many times as fast as the monotonic clock it runs; a hand-set one counts as 1.
    pub fn speed(&self) -> u32 {
        match &self.0 {
            Source::Running(run) => run.borrow().speed,
            Source::Hand(_) => 1,
        }
    }

    /// Runs so many times as fast from now on, at least once, in all clones; a hand-set clock is left
    /// alone.
    pub fn set_speed(&self, speed: u32) {
        if let Source::Running(run) = &self.0 {
            run.send_modify(|run| {
                let (origin, start) = (run.now(), run.start.again());
                *run = Run { origin, start, speed: speed.max(1) };
            });
        }
    }

    /// How long to really wait until an instant, unless the speed changes; `None` on a hand-set clock,
    /// which does not run.
    pub fn until(&self, at: At) -> Option<Duration> {
        match &self.0 {
            Source::Running(run) => Some(run.borrow().until(at)),
            Source::Hand(_) => None,
        }
    }

    /// Waits for an instant, however the speed changes meanwhile; not at all on a hand-set clock. It
    /// can be given up at any time.
    pub async fn reach(&self, at: At) {
        let Source::Running(run) = &self.0 else { return };
        let mut run = run.subscribe();
        loop {
            let wait = run.borrow_and_update().until(at);
            if wait.is_zero() {
                return;
            }
            select! {
                () = sleep(wait) => (),
                Ok(()) = run.changed() => (),
            }
        }
    }
}

fn wall() -> At {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    At(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

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
    fn a_fast_clock_goes_on_where_it_would_be_had_it_run_all_the_while() {
        let wall = Clock::system().now();
        let clock = Clock::at_speed_since((At(500), wall + Ms::seconds(-10)), 60);
        let now = clock.now();
        assert!(At(500) + Ms::seconds(600) <= now && now <= At(500) + Ms::seconds(3600), "{now:?}");
        assert_eq!(clock.speed(), 60);
        let ahead = Clock::at_speed_since((At(500), wall + Ms::seconds(3600)), 60);
        assert!(At(500) <= ahead.now(), "a wall clock that was set back takes nothing back");
    }

    #[test]
    fn a_clock_that_changes_its_speed_leaps_nowhere() {
        let (clock, hour) = (Clock::at_speed(1), Ms::seconds(3600));
        let (fast, began) = (clock.clone(), clock.now());
        clock.set_speed(3600);
        assert_eq!((fast.speed(), fast.until(began).unwrap()), (3600, Duration::ZERO));
        assert!(fast.until(began + hour).unwrap() <= Duration::from_secs(1));
        clock.set_speed(0);
        assert_eq!(fast.speed(), 1, "a clock that runs does not stand");
        assert!(began <= fast.now());
    }

    #[tokio::test]
    async fn who_waits_for_a_slow_clock_wakes_when_it_is_fast() {
        let clock = Clock::at_speed(1);
        let day = clock.now() + Ms::seconds(24 * 3600);
        tokio::join!(clock.reach(day), async { clock.set_speed(100_000_000) });
        assert!(day <= clock.now());
    }

    #[test]
    fn a_fast_clock_waits_a_shorter_time() {
        let clock = Clock::at_speed(60);
        let wait = clock.until(clock.now() + Ms::seconds(60)).unwrap();
        assert!(wait.as_millis() <= 1000, "{wait:?}");
    }
}
