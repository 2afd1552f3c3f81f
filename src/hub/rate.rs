//! How fast a seat may talk: beyond it the hub reads later, so that TCP slows the sender down and
//! nothing is lost. The terminals of a seat that one of them holds share its rate, so that none gets more by
//! coming again; of a shared seat each screen has its own, so that none silences the others.
//!
//! Whoever talks too fast is slowed to the rate and not refused: `a_flood_is_read_later_and_not_lost`.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// Messages a second that may be sent for long.
pub(super) const ASKS_PER_SECOND: u32 = 100;
/// Messages that may be sent at once after a pause.
pub(super) const ASKS_AT_ONCE: u32 = 200;

/// What one message costs.
const COST: Duration = Duration::from_millis(1000 / ASKS_PER_SECOND as u64);

/// The rate of one seat, or of one screen of a shared seat. Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Rate(Arc<Mutex<Bucket>>);

/// A bucket that leaks, by the instant at which it is empty.
#[derive(Debug, Default)]
struct Bucket {
    empty_at: Option<Instant>,
    is_slowed: bool,
}

/// When a message may be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// Not before then.
    pub(super) at: Instant,
    /// Whether a stretch in which it is slowed begins with this message.
    pub(super) begins_stretch: bool,
}

impl Rate {
    /// When the message that came now may be read.
    pub(super) fn turn(&self, now: Instant) -> Turn {
        let mut bucket = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let empty_at = bucket.empty_at.map_or(now, |at| at.max(now));
        if empty_at == now {
            bucket.is_slowed = false;
        }
        bucket.empty_at = Some(empty_at + COST);
        let room = COST * (ASKS_AT_ONCE - 1);
        let at = empty_at.checked_sub(room).map_or(now, |at| at.max(now));
        let begins_stretch = at > now && !std::mem::replace(&mut bucket.is_slowed, true);
        Turn { at, begins_stretch }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_read_later_and_not_lost() {
        let (rate, start) = (Rate::default(), Instant::now());
        let turns: Vec<Turn> = (0..ASKS_AT_ONCE + 50).map(|_| rate.clone().turn(start)).collect();
        let late: Vec<Duration> = turns.iter().map(|turn| turn.at - start).collect();
        let at_once = late.iter().filter(|it| it.is_zero()).count();
        assert_eq!(at_once, ASKS_AT_ONCE as usize);
        assert_eq!(late.last(), Some(&(COST * 50)));
        let stretches = turns.iter().filter(|turn| turn.begins_stretch).count();
        assert_eq!(stretches, 1, "one line a stretch");
    }

    #[tokio::test(start_paused = true)]
    async fn a_person_is_never_slowed() {
        let (rate, start) = (Rate::default(), Instant::now());
        for press in 0..10_000 {
            let now = start + Duration::from_millis(press * 20);
            assert_eq!(rate.turn(now), Turn { at: now, begins_stretch: false });
        }
    }
}
