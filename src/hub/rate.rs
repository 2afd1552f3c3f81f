//! How fast somebody may ask, as a bucket that leaks: so many a second, and so many at once after a pause.
//!
//! Beyond it the hub reads a screen's messages later, so that TCP slows the sender down and nothing is lost:
//! `a_flood_is_read_later_and_not_lost`. Whoever holds a seat that one terminal holds has the seat's rate, so
//! that none gets more by coming again; every other connection has its own, so that none slows another.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// Messages a second that may be sent for long.
pub(super) const ASKS_PER_SECOND: u32 = 100;
/// Messages that may be sent at once after a pause.
pub(super) const ASKS_AT_ONCE: u32 = 200;

/// The pace of a screen's messages.
const ASKS: Pace = Pace::new(ASKS_PER_SECOND, ASKS_AT_ONCE);

/// So many a second, and so many at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// What one costs.
    cost: Duration,
    /// What may be in the bucket before another one.
    room: Duration,
}

impl Pace {
    /// So many a second for long, and so many at once after a pause.
    pub(super) const fn new(a_second: u32, at_once: u32) -> Self {
        let cost = Duration::from_micros(1_000_000 / a_second as u64);
        Self { cost, room: cost.saturating_mul(at_once - 1) }
    }
}

/// A bucket that leaks, by the instant at which it is empty.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    empty_at: Option<Instant>,
}

impl Bucket {
    /// Until when another one has to wait; `None` where it need not.
    fn not_before(&self, pace: Pace, now: Instant) -> Option<Instant> {
        self.empty_at?.checked_sub(pace.room).filter(|at| now < *at)
    }

    /// Another one has been taken.
    fn take(&mut self, pace: Pace, now: Instant) {
        self.empty_at = Some(self.empty_at.map_or(now, |at| at.max(now)) + pace.cost);
    }

    /// Takes another one where it need not wait; whether it was taken.
    pub(super) fn take_in_time(&mut self, pace: Pace, now: Instant) -> bool {
        let is_in_time = self.not_before(pace, now).is_none();
        if is_in_time {
            self.take(pace, now);
        }
        is_in_time
    }

    /// Whether it is as if nobody had ever asked.
    pub(super) fn is_empty(&self, now: Instant) -> bool {
        self.empty_at.is_none_or(|at| at <= now)
    }
}

/// How fast a screen's messages are read. Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Rate(Arc<Mutex<Bucket>>);

impl Rate {
    /// Until when the next message is not read; `None` where it may be read now.
    pub(super) fn not_before(&self, now: Instant) -> Option<Instant> {
        self.bucket().not_before(ASKS, now)
    }

    /// A message has been read.
    pub(super) fn take(&self, now: Instant) {
        self.bucket().take(ASKS, now);
    }

    fn bucket(&self) -> MutexGuard<'_, Bucket> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_read_later_and_not_lost() {
        let (rate, start) = (Rate::default(), Instant::now());
        let (mut now, mut at_once) = (start, 0);
        for _ in 0..ASKS_AT_ONCE + 50 {
            let not_before = rate.clone().not_before(now);
            at_once += u32::from(not_before.is_none());
            now = not_before.unwrap_or(now);
            rate.take(now);
        }
        assert_eq!(at_once, ASKS_AT_ONCE);
        assert_eq!(now - start, ASKS.cost * 50);
    }

    #[tokio::test(start_paused = true)]
    async fn a_person_is_never_slowed() {
        let (rate, start) = (Rate::default(), Instant::now());
        for press in 0..10_000 {
            let now = start + Duration::from_millis(press * 20);
            assert_eq!(rate.not_before(now), None);
            rate.take(now);
        }
    }
}
