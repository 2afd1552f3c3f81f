//! The terminals of scripted people: they can be killed, and what lies on their disks outlives them.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;
use uuid::Uuid;

use crate::{
    client::{Tray, Unanswered},
    contest::Seat,
};

/// Kills terminals. Clones kill the same ones.
#[derive(Debug, Clone, Default)]
pub struct Terminals(watch::Sender<BTreeMap<Seat, u64>>);

/// How often one terminal has died.
pub(super) struct Deaths {
    seat: Seat,
    counts: watch::Receiver<BTreeMap<Seat, u64>>,
    known: u64,
    /// Who keeps the counts, so that there is somebody to wait for.
    _terminals: Terminals,
}

impl Terminals {
    /// Kills the terminal at a seat, which is then started again.
    pub fn kill(&self, seat: &Seat) {
        self.0.send_modify(|deaths| *deaths.entry(seat.clone()).or_default() += 1);
    }

    pub(super) fn deaths_of(&self, seat: &Seat) -> Deaths {
        let (seat, counts) = (seat.clone(), self.0.subscribe());
        Deaths { seat, counts, known: 0, _terminals: self.clone() }
    }
}

impl Deaths {
    /// Waits for the next. It can be given up at any time.
    pub(super) async fn next(&mut self) {
        let (seat, known) = (&self.seat, self.known);
        let count = |deaths: &BTreeMap<Seat, u64>| deaths.get(seat).copied().unwrap_or_default();
        // It fails when the counts are gone, which are here.
        if let Ok(deaths) = self.counts.wait_for(|deaths| known < count(deaths)).await {
            self.known = count(&deaths);
        }
    }
}

/// A terminal's disk, on which its unanswered wishes lie.
#[derive(Default)]
pub(super) struct Disk(Arc<Mutex<Content>>);

#[derive(Default)]
struct Content {
    /// Which of the terminals that have been started on it may write.
    owner: u64,
    wishes: Vec<Unanswered>,
}

/// The disk as one terminal sees it, which writes no more once the next one is there.
struct Drawer {
    disk: Arc<Mutex<Content>>,
    owner: u64,
}

impl Disk {
    /// For the terminal that is started on it now.
    pub(super) fn tray(&mut self) -> Box<dyn Tray> {
        let mut content = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        content.owner += 1;
        Box::new(Drawer { disk: Arc::clone(&self.0), owner: content.owner })
    }

    /// Whether a wish lies on it.
    pub(super) fn has(&self, id: Uuid) -> bool {
        let content = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        content.wishes.iter().any(|it| it.id == id)
    }
}

impl Tray for Drawer {
    fn open(&mut self) -> Vec<Unanswered> {
        self.disk.lock().unwrap_or_else(PoisonError::into_inner).wishes.clone()
    }

    fn keep(&mut self, waiting: &[Unanswered]) {
        let mut content = self.disk.lock().unwrap_or_else(PoisonError::into_inner);
        if content.owner == self.owner {
            content.wishes = waiting.to_vec();
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::Disk;
    use crate::{
        client::Unanswered,
        contest::{At, Wish},
    };

    #[test]
    fn a_terminal_that_has_died_writes_no_more() {
        let mut disk = Disk::default();
        let wish = |id| {
            let (id, wish) = (Uuid::from_u128(id), Wish::CallUp { project: "E01".into() });
            Unanswered { id, wish, asked: At(1000) }
        };
        let mut before = disk.tray();
        before.keep(&[wish(1)]);
        let mut after = disk.tray();
        before.keep(&[wish(2)]);
        assert_eq!(after.open(), [wish(1)]);
        assert!(disk.has(Uuid::from_u128(1)) && !disk.has(Uuid::from_u128(2)));
    }
}
