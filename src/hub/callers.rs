//! Who asks for the plain pages, which need no pass: so many a second of one address, and no more addresses
//! at a time than are remembered. So whoever asks and asks keeps the hub from nothing, and others from no page:
//! `whoever_asks_too_often_is_refused_alone`.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use tokio::time::Instant;

use super::{
    network::Network,
    rate::{Bucket, Pace},
};

/// Pages a second for one address.
pub(super) const PAGES_PER_SECOND: u32 = 10;
/// Pages for one address at once after a pause.
pub(super) const PAGES_AT_ONCE: u32 = 20;
/// Addresses that ask at the same time; one more is refused.
const MOST_ADDRESSES: usize = 1024;

/// The pace of one address.
const PAGES: Pace = Pace::new(PAGES_PER_SECOND, PAGES_AT_ONCE);

/// Who has asked of late. Shared by the door's connections.
#[derive(Debug, Default)]
pub(super) struct Callers(Mutex<HashMap<Network, Bucket>>);

impl Callers {
    /// Somebody asks for a page; whether they get one.
    pub(super) fn may_ask(&self, from: Network, now: Instant) -> bool {
        let mut callers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if MOST_ADDRESSES <= callers.len() {
            callers.retain(|_, bucket| !bucket.is_empty(now));
        }
        let has_room = callers.len() < MOST_ADDRESSES || callers.contains_key(&from);
        has_room && callers.entry(from).or_default().take_in_time(PAGES, now)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn network(n: u16) -> Network {
        Network::of([0x2001, 0xdb8, 0, n, 0, 0, 0, 1].into())
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_asks_too_often_is_refused_alone() {
        let (callers, now) = (Callers::default(), Instant::now());
        let given = |n, now| (0..100).filter(|_| callers.may_ask(network(n), now)).count();
        assert_eq!(given(1, now), PAGES_AT_ONCE as usize);
        assert!(callers.may_ask(network(2), now));
        let later = now + Duration::from_secs(1);
        assert_eq!(given(1, later), PAGES_PER_SECOND as usize);
    }

    #[tokio::test(start_paused = true)]
    async fn who_has_asked_is_forgotten_once_others_come() {
        let (callers, now) = (Callers::default(), Instant::now());
        let remembered = || callers.0.lock().unwrap().len();
        for n in 0..5_000 {
            callers.may_ask(network(n), now);
        }
        assert_eq!(remembered(), MOST_ADDRESSES);
        assert!(callers.may_ask(network(9_999), now + Duration::from_secs(1)));
        assert_eq!(remembered(), 1);
    }
}
