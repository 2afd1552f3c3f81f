//! Copies of a journal, made while a hub writes it: SQLite's online backup, read and verified before it
//! takes its name.
//!
//! A copy is marked in its header, and stops being one with the first record that is appended to it. So
//! a hub knows that it was opened from a copy, and an older copy is told from a journal in use.

use std::path::Path;

use rusqlite::{Connection, backup::Backup};

use super::{APPLICATION, COPY, ahead, reader, scan};
use crate::journal::{Head, JournalError, error::shown, folder};

/// See [`crate::journal::copy`].
pub(crate) fn copy(from: &Path, to: &Path) -> Result<Head, JournalError> {
    let source = reader(from)?;
    may_be_replaced(&source, from, to)?;
    let draft = draft(&source, to, COPY)?;
    let head = ahead::read(&draft, &mut |_| {})?;
    folder::finish(&draft, to).map_err(|cause| JournalError::cannot_create(to, cause))?;
    Ok(head)
}

/// See [`crate::journal::may_copy`].
pub(crate) fn may_copy(from: &Path, to: &Path) -> Result<bool, JournalError> {
    let cannot = |cause| JournalError::cannot_create(to, cause);
    if !to.try_exists().map_err(cannot)? {
        return Ok(false);
    }
    match reader(from) {
        Err(JournalError::Missing { .. }) => Err(JournalError::NotACopy { path: shown(to) }),
        source => may_be_replaced(&source?, from, to).map(|()| true),
    }
}

/// Writes all that a connection sees into a draft of the file at `to`: one file, with its own mark.
pub(super) fn draft(
    source: &Connection,
    to: &Path,
    mark: u32,
) -> Result<std::path::PathBuf, JournalError> {
    let cannot = |cause| JournalError::cannot_create(to, cause);
    let draft = folder::begin(to).map_err(cannot)?;
    write(source, &draft, mark).map_err(|cause| super::not_created(to, cause))?;
    Ok(draft)
}

fn write(source: &Connection, draft: &Path, mark: u32) -> rusqlite::Result<()> {
    let mut copy = Connection::open(draft)?;
    copy.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;")?;
    // All pages in one step, as of one moment; a writer in WAL mode is not held up by it.
    Backup::new(source, &mut copy)?.step(-1)?;
    copy.execute_batch(&format!("PRAGMA journal_mode = DELETE; PRAGMA application_id = {mark};"))?;
    copy.close().map_err(|(_, cause)| cause)
}

/// Only an older copy of the same journal is written over: not the journal itself, not one that has been
/// gone on with elsewhere, and nobody else's file.
fn may_be_replaced(source: &Connection, from: &Path, to: &Path) -> Result<(), JournalError> {
    let cannot = |cause| JournalError::cannot_create(to, cause);
    if !to.try_exists().map_err(cannot)? {
        return Ok(());
    }
    let not_a_copy = || JournalError::NotACopy { path: shown(to) };
    let old = reader(to).map_err(|_| not_a_copy())?;
    if mark_of(&old).map_err(|_| not_a_copy())? != COPY {
        return Err(not_a_copy());
    }
    let last = super::last(&old).map_err(|_| not_a_copy())?;
    let same = super::hash_of(source, last.seq).map_err(|cause| scan::failed(from, 0, cause))?;
    if same.as_deref() == Some(last.hash.as_bytes()) { Ok(()) } else { Err(not_a_copy()) }
}

/// The mark of an open journal, as its write-ahead log has it.
pub(super) fn mark_of(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "application_id", |row| row.get(0))
}

/// Makes a journal of its own of a copy, in the transaction of its first record.
pub(super) fn unmark(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION)
}
