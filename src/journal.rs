//! The durable, hash-chained record of an evening: append, read, verify.
//!
//! A journal is a list of [`Record`]s. What is appended is on disk before [`Journal::append`]
//! answers, and every record carries a hash over the one before it, so that the [`Head`] stands for
//! the whole evening up to there. How it is stored is written down in `docs/journal.md`.
//!
//! What always holds, and the test in `tests/journal.rs` that guards it:
//!
//! - a record comes back as it was written: `every_fact_comes_back_as_it_was_written`;
//! - entries appended together are stored together or not at all:
//!   `entries_appended_together_are_stored_together_or_not_at_all`;
//! - a changed, missing or moved record is named: `a_changed_record_is_named` and its neighbours;
//! - one hub writes at a time: `a_second_hub_is_refused`, and where two do after all, the second to
//!   append learns of it: `an_append_says_which_record_it_follows`;
//! - nothing is stored in a file that is not there any more: `a_journal_deleted_under_the_hub_is_put_back`;
//! - a torn tail is cut off and kept aside, and damage before it is refused:
//!   `a_torn_tail_is_cut_off_and_kept_aside`.
//!
//! Nothing outside this layer knows that it is SQLite. Not here: what the facts mean
//! (`crate::contest`), and time; an entry says itself when it happened.

mod chain;
mod error;
mod folder;
mod lock;
mod memory;
mod sqlite;

use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use chain::{Hash, Head};
pub use error::{Found, JournalError};
pub use folder::beside;
pub(crate) use folder::write_private;
pub use memory::MemoryJournal;
pub use sqlite::Cut;

use crate::contest::{At, Fact, Seat};

/// A fact on its way into the journal: what happened, when, by whom, where and on which wish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened, in hub time.
    pub at: At,
    /// What the system's wall clock said then; `None` where time was set by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wall: Option<At>,
    /// The seat that asked; `None` for what the hub does by itself, as the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Seat>,
    /// The wish that it grants; several facts may grant one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<Uuid>,
    /// The terminal that it came from, as that names itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terminal: Option<Uuid>,
    /// Whether it belongs to a rehearsal; then all records of the journal do.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
    /// What happened.
    pub fact: Fact,
}

impl Entry {
    /// What the hub does by itself.
    pub fn new(at: At, fact: Fact) -> Self {
        let (by, wish, terminal) = (None, None, None);
        Self { at, wall: None, by, wish, terminal, rehearsal: false, fact }
    }
}

/// An entry as it stands in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number, from 1 without a gap.
    pub seq: u64,
    /// When it happened, in hub time.
    pub at: At,
    /// What the system's wall clock said then.
    pub wall: Option<At>,
    /// The seat that asked.
    pub by: Option<Seat>,
    /// The wish that it grants.
    pub wish: Option<Uuid>,
    /// The terminal that it came from.
    pub terminal: Option<Uuid>,
    /// Whether it belongs to a rehearsal.
    pub rehearsal: bool,
    /// What happened.
    pub fact: Fact,
    /// Stands for this record and all before it.
    pub hash: Hash,
}

impl Record {
    fn new(head: Head, entry: Entry) -> Self {
        let Entry { at, wall, by, wish, terminal, rehearsal, fact } = entry;
        Self { seq: head.seq, at, wall, by, wish, terminal, rehearsal, fact, hash: head.hash }
    }

    /// The journal's head as it was with this record.
    pub fn head(&self) -> Head {
        Head { seq: self.seq, hash: self.hash }
    }
}

/// Where the facts of an evening are kept. One owner writes.
///
/// It is a seam: whoever appends says which record is the last one by what it knows, so that two
/// writers cannot both go on from the same record, however the records are stored.
pub trait Journal: Send {
    /// Stores all the entries behind the record `after`, with one sync, and gives the head after each
    /// of them. `Ok` means that they survive a power cut.
    ///
    /// # Errors
    ///
    /// [`JournalError::MovedOn`] when `after` is not the last record: another writer has been there.
    /// Any other error leaves open whether the entries are stored, all of them or none; who wants to
    /// go on calls [`Journal::recover`] and reads what follows `after`.
    fn append(&mut self, after: Head, entries: &[Entry]) -> Result<Vec<Head>, JournalError>;

    /// Hands over the records behind `after` in order, verified; from the beginning with the default
    /// head. The head of the last one is the answer, and reading on from there follows the journal.
    ///
    /// # Errors
    ///
    /// The first record that is damaged or cannot be read; those before it have been handed over.
    fn read(&self, after: Head, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError>;

    /// The last record's number and hash, as far as this writer knows.
    fn head(&self) -> Head;

    /// Gets ready to store again after a failure, as far as that can be done.
    ///
    /// # Errors
    ///
    /// What still stands in the way.
    fn recover(&mut self) -> Result<(), JournalError> {
        Ok(())
    }

    /// Whether it was opened from a [copy], and nothing has been appended since.
    fn is_copy(&self) -> bool {
        false
    }

    /// Ends the writing and leaves one file that needs nothing beside it to be read.
    ///
    /// # Errors
    ///
    /// When tidying up failed. All that was appended is in the journal nevertheless.
    fn close(self: Box<Self>) -> Result<Head, JournalError>;
}

/// Opens the journal at `path` for writing, or begins one there, folders included.
///
/// Everything that is in it is verified and handed to `each` in order; of a journal that is then
/// refused nothing has been changed.
///
/// # Errors
///
/// When another hub has it open, when it is no journal or a damaged one, be it only by a write that was not
/// finished, and when there cannot be one at this place. A damaged tail is cut off by [`mend`].
pub fn open(path: &Path, mut each: impl FnMut(Record)) -> Result<Box<dyn Journal>, JournalError> {
    Ok(Box::new(sqlite::SqliteJournal::open(path, &mut each)?))
}

/// Reads and verifies the journal at `path`, whether or not a hub is writing it; records of a
/// running hub are those stored so far. Nothing is created or changed by it.
///
/// # Errors
///
/// When there is none, when it is no journal, and the first record that is damaged; those before it
/// have been handed over.
pub fn read(path: &Path, mut each: impl FnMut(Record)) -> Result<Head, JournalError> {
    sqlite::read(path, &mut each)
}

/// Whether the file at `path` can be a journal at all, whole or damaged or of whatever program: it is a
/// database of its kind.
///
/// # Errors
///
/// When it is a folder, empty or another file, and when it cannot be read.
pub fn is_database(path: &Path) -> Result<(), JournalError> {
    sqlite::is_database(path)
}

/// Cuts the damaged tail off the journal at `path`, so that it can be opened at its last whole record.
/// The damaged files are kept aside. `None` where nothing is damaged.
///
/// # Errors
///
/// When another hub has it open, when it cannot be read or written, and when the damage is not at its
/// end: then nothing has been changed, and the error names the place.
pub fn mend(path: &Path) -> Result<Option<Cut>, JournalError> {
    sqlite::mend(path)
}

/// Whether an older copy of the journal at `from` lies at `to`, where [copy] would take its place; nothing
/// is written. Where there is no journal yet, nothing may lie there.
///
/// # Errors
///
/// As for [`copy`].
pub fn may_copy(from: &Path, to: &Path) -> Result<bool, JournalError> {
    sqlite::may_copy(from, to)
}

/// Makes a consistent copy of the journal at `from`, whether or not a hub is writing it, and says what
/// its last record is. A copy is verified before it replaces an older one, whole or not at all.
///
/// # Errors
///
/// When the journal cannot be read or the copy not be written, and when there is something else than an
/// older copy of the same journal at `to`.
pub fn copy(from: &Path, to: &Path) -> Result<Head, JournalError> {
    sqlite::copy(from, to)
}
