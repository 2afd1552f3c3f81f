//! A journal in memory, for tests and simulations; its write can be made to fail.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{Entry, Head, Journal, JournalError, Record, chain::Link};

/// Clones share the records, so a test keeps one and gives the other away: to look, to let a write
/// fail, or to start a second hub from what the first has stored.
#[derive(Clone, Default)]
pub struct MemoryJournal(Arc<Mutex<Stored>>);

#[derive(Default)]
struct Stored {
    links: Vec<Link>,
    fails: bool,
}

impl MemoryJournal {
    /// Lets the next append fail as on a full disk.
    pub fn fail_next(&self) {
        self.stored().fails = true;
    }

    fn stored(&self) -> MutexGuard<'_, Stored> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stored {
    fn head(&self) -> Head {
        self.links.last().map(|link| link.head).unwrap_or_default()
    }
}

impl Journal for MemoryJournal {
    fn append(&mut self, after: Head, entries: &[Entry]) -> Result<Vec<Head>, JournalError> {
        let mut stored = self.stored();
        let path = "memory".to_owned();
        if std::mem::take(&mut stored.fails) {
            return Err(JournalError::DiskFull { path });
        }
        let found = stored.head();
        if found != after {
            return Err(JournalError::MovedOn { path, expected: after.seq, found: found.seq });
        }
        let links = after.seal(entries)?;
        let heads = links.iter().map(|link| link.head).collect();
        stored.links.extend(links);
        Ok(heads)
    }

    fn read(&self, after: Head, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError> {
        let stored = self.stored();
        for Link { head, body } in stored.links.iter().filter(|it| after.seq < it.head.seq) {
            let entry = serde_json::from_str(body)
                .map_err(|cause| JournalError::unreadable(Path::new("memory"), head.seq, cause))?;
            each(Record::new(*head, entry));
        }
        Ok(stored.head())
    }

    fn head(&self) -> Head {
        self.stored().head()
    }

    fn close(self: Box<Self>) -> Result<Head, JournalError> {
        Ok(self.head())
    }
}
