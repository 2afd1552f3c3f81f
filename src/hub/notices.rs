//! What the hub's log says at its usual level: who is turned away or dropped, and what no terminal asks for
//! that means well.
//!
//! No sender fills it, and none is left out of it: one line a minute for each thing that happens, with the
//! seat and the address, and what follows within it is counted and told in one more. Where there are too many
//! to tell apart, those that are over count without seat and address: `a_flood_of_addresses_is_a_bounded_log`.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::time::Instant;
use tracing::{field::display, warn};

use super::{
    network::Network,
    stretch::{Line, Stretch},
};
use crate::contest::Seat;

/// Notices that are told apart at the same time; beyond it only by what has happened.
pub(super) const MOST_TOLD_APART: usize = 256;

/// Something that has happened, and to whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Notice {
    what: &'static str,
    limit: Option<&'static str>,
    code: Option<&'static str>,
    seat: Option<Seat>,
    from: Option<Network>,
}

impl Notice {
    /// This has happened.
    pub(super) const fn new(what: &'static str) -> Self {
        Self { what, limit: None, code: None, seat: None, from: None }
    }

    /// The name of the limit that was met, as in `docs/protocol.md`.
    pub(super) fn limit(self, limit: &'static str) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// The word by which programs know why.
    pub(super) fn code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    /// The seat that it concerns.
    pub(super) fn at(self, seat: &Seat) -> Self {
        Self { seat: Some(seat.clone()), ..self }
    }

    /// From where it came.
    pub(super) fn from(self, from: Network) -> Self {
        Self { from: Some(from), ..self }
    }

    fn of_anybody(&self) -> Self {
        Self { seat: None, from: None, ..self.clone() }
    }

    fn write(&self, more: Option<u64>, why: Option<&dyn fmt::Display>, is_rest: bool) {
        let Self { what, limit, code, .. } = self;
        let (seat, from) = (self.seat.as_ref().map(display), self.from.map(display));
        let (why, as_before) = (why.map(display), if is_rest { ", as before" } else { "" });
        warn!(limit, code, seat, from, more, why, "{what}{as_before}");
    }
}

/// What has happened of late. Shared by the door and its connections.
#[derive(Debug, Default)]
pub(super) struct Notices(Mutex<BTreeMap<Notice, Stretch>>);

impl Notices {
    /// It has happened once more, and why, where that is more than its name says.
    pub(super) fn tell(&self, notice: &Notice, why: Option<&dyn fmt::Display>) {
        if let Some(Line { more }) = self.count(notice, Instant::now()) {
            notice.write(more, why, false);
        }
    }

    /// Tells what was counted of everything whose minute is over. It is asked once a minute.
    pub(super) fn tell_what_is_over(&self, now: Instant) {
        for (notice, more) in self.end(|stretch| stretch.is_over(now)) {
            notice.write(Some(more), None, true);
        }
    }

    /// Tells all that was counted.
    pub(super) fn tell_the_rest(&self) {
        for (notice, more) in self.end(|_| true) {
            notice.write(Some(more), None, true);
        }
    }

    /// The line that is due.
    fn count(&self, notice: &Notice, now: Instant) -> Option<Line> {
        let mut stretches = self.stretches();
        let is_full = MOST_TOLD_APART <= stretches.len() && !stretches.contains_key(notice);
        let counted = if is_full { notice.of_anybody() } else { notice.clone() };
        stretches.entry(counted).or_default().happens(now)
    }

    /// Forgets those that are at their end, and says how often each has happened without a line.
    fn end(&self, is_at_end: impl Fn(&Stretch) -> bool) -> Vec<(Notice, u64)> {
        let mut ended = Vec::new();
        self.stretches().retain(|notice, stretch| {
            let ends = is_at_end(stretch);
            ended.extend(stretch.untold().filter(|_| ends).map(|untold| (notice.clone(), untold)));
            !ends
        });
        ended
    }

    fn stretches(&self) -> MutexGuard<'_, BTreeMap<Notice, Stretch>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::contest::sample::seat;

    const GUESS: Notice = Notice::new("turned away");

    fn network(n: u16) -> Network {
        Network::of([0x2001, 0xdb8, 0, n, 0, 0, 0, 1].into())
    }

    fn lines(notices: &Notices, notice: &Notice, times: usize, now: Instant) -> usize {
        (0..times).filter_map(|_| notices.count(notice, now)).count()
    }

    #[tokio::test(start_paused = true)]
    async fn every_address_seat_and_reason_is_told_apart() {
        let (notices, now) = (Notices::default(), Instant::now());
        let guess = GUESS.code("wrong-pass").from(network(1));
        let others = [
            GUESS.from(network(2)),
            guess.clone().code("no-such-seat"),
            guess.clone().at(&seat("A/host")),
        ];
        assert_eq!(lines(&notices, &guess, 900, now), 1);
        for other in &others {
            assert_eq!(lines(&notices, other, 3, now), 1, "{other:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_counted_is_told_when_the_minute_is_over() {
        let (notices, start) = (Notices::default(), Instant::now());
        let minute = Duration::from_secs(60);
        let (guess, once) = (GUESS.from(network(1)), GUESS.from(network(2)));
        lines(&notices, &guess, 900, start);
        lines(&notices, &once, 1, start);
        assert!(notices.end(|it| it.is_over(start + minute / 2)).is_empty());
        assert_eq!(notices.end(|it| it.is_over(start + minute)), [(guess.clone(), 899)]);
        assert!(notices.stretches().is_empty(), "what is told is forgotten");
        assert_eq!(lines(&notices, &guess, 2, start + minute), 1);
        assert_eq!(notices.end(|_| true), [(guess, 1)], "at the close nothing is left out");
    }

    #[tokio::test(start_paused = true)]
    async fn a_flood_of_addresses_is_a_bounded_log() {
        let (notices, now) = (Notices::default(), Instant::now());
        let flood = |what: Notice| {
            (0..5_000)
                .map(|n| lines(&notices, &what.clone().from(network(n)), 2, now))
                .sum::<usize>()
        };
        assert_eq!(flood(GUESS), MOST_TOLD_APART + 1);
        assert_eq!(flood(Notice::new("gone")), 1, "another kind is not left out of it");
        let ended = notices.end(|_| true);
        let untold: u64 = ended.iter().map(|(_, untold)| untold).sum();
        assert_eq!(untold, 20_000 - MOST_TOLD_APART as u64 - 2, "every one is counted");
        assert!(ended.iter().any(|(notice, _)| *notice == GUESS), "without an address");
    }
}
