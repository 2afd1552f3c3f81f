//! A journal on a disk that fails as it is told, for the hub's own tests.

use std::{
    panic,
    sync::{Arc, Mutex},
};

use crate::journal::{Entry, Head, Journal, JournalError, MemoryJournal, Record};

/// What the disk does with the next write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Stores nothing and says so.
    Refuses,
    /// Stores it and reports an error.
    StoresAndComplains,
    /// The same, and cannot be read so many times after.
    StoresAndIsGone(u32),
    /// The hub is killed before the write.
    DiesBefore,
    /// The hub is killed after the write, before anybody is told.
    DiesAfter,
}

/// A journal on a disk that fails as it is told.
pub(super) struct Faulty {
    journal: MemoryJournal,
    fault: Switch,
    /// Reads that will fail.
    gone: u32,
}

/// What sets the next fault.
pub(super) type Switch = Arc<Mutex<Option<Fault>>>;

impl Faulty {
    /// On a journal in memory, and the switch for its faults.
    pub(super) fn on(journal: MemoryJournal) -> (Self, Switch) {
        let fault = Switch::default();
        (Self { journal, fault: Arc::clone(&fault), gone: 0 }, fault)
    }
}

fn disk_error() -> JournalError {
    let (path, detail) = ("memory".to_owned(), "disk I/O error".to_owned());
    JournalError::NotStored { path, detail, source: "disk I/O error".into() }
}

fn dies() -> ! {
    panic::resume_unwind(Box::new("killed")) // Without a word, as the real thing.
}

impl Journal for Faulty {
    fn append(&mut self, after: Head, entries: &[Entry]) -> Result<Vec<Head>, JournalError> {
        match self.fault.lock().unwrap().take() {
            None => self.journal.append(after, entries),
            Some(Fault::Refuses) => Err(disk_error()),
            Some(Fault::StoresAndComplains) => {
                self.journal.append(after, entries)?;
                Err(disk_error())
            }
            Some(Fault::StoresAndIsGone(times)) => {
                self.gone = times;
                self.journal.append(after, entries)?;
                Err(disk_error())
            }
            Some(Fault::DiesBefore) => dies(),
            Some(Fault::DiesAfter) => {
                self.journal.append(after, entries)?;
                dies()
            }
        }
    }

    fn recover(&mut self) -> Result<(), JournalError> {
        self.gone = self.gone.saturating_sub(1);
        self.journal.recover()
    }

    fn read(&self, after: Head, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError> {
        if 0 < self.gone {
            return Err(disk_error());
        }
        self.journal.read(after, each)
    }

    fn head(&self) -> Head {
        self.journal.head()
    }

    fn close(self: Box<Self>) -> Result<Head, JournalError> {
        Ok(self.journal.head())
    }
}
