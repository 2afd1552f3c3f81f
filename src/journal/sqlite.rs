//! The journal as one SQLite file.
//!
//! While a hub writes, the file is in WAL mode with `synchronous=FULL`: an append is one transaction
//! and one sync, and readers never stand in its way. Closed, it goes back to a single file. A new
//! journal appears whole or not at all, so an empty file is never one of ours.

mod scan;
#[cfg(test)]
mod tests;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, params};

pub(super) use scan::read;

use super::{
    Entry, Head, Journal, JournalError, Record, chain::Link, error::shown, folder, lock::WriterLock,
};

/// `RSJL` in SQLite's `application_id`: what tells a journal from any other SQLite file.
const APPLICATION: u32 = 0x5253_4a4c;

/// The format, in SQLite's `user_version`. An older program refuses a newer format.
const FORMAT: u32 = 1;

/// The only thing in the file.
const TABLE: &str = "CREATE TABLE record (\
    seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT";

/// How long opening waits for a reader to finish; after that the journal counts as in use.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long closing waits for a reader; after that the write-ahead log stays beside the file, and
/// nothing is lost by it.
const HASTE: Duration = Duration::from_millis(200);

/// A journal file that is open for writing.
pub(super) struct SqliteJournal {
    // In this order: the file is closed before the lock is let go.
    connection: Connection,
    path: PathBuf,
    head: Head,
    _lock: WriterLock,
}

impl SqliteJournal {
    /// See [`super::open`].
    pub(super) fn open(path: &Path, each: &mut dyn FnMut(Record)) -> Result<Self, JournalError> {
        let lock = WriterLock::take(path)?;
        let cannot = |cause| JournalError::cannot_create(path, cause);
        if !path.try_exists().map_err(cannot)? {
            begin(path)?;
        }
        // Verified by a connection that cannot write, so a damaged journal stays as it is.
        let head = read(path, each)?;
        let connection = writer(path).map_err(|cause| match cause.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy) => JournalError::InUse { path: shown(path) },
            _ => not_stored(path, cause),
        })?;
        Ok(Self { connection, path: path.to_owned(), head, _lock: lock })
    }

    fn store(&mut self, links: &[Link]) -> rusqlite::Result<()> {
        let store = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut insert = store.prepare("INSERT INTO record (seq, body, hash) VALUES (?, ?, ?)")?;
        for Link { head, body } in links {
            insert.execute(params![head.seq.cast_signed(), body, head.hash.as_bytes()])?;
        }
        drop(insert);
        store.commit()
    }

    /// Puts everything into the one file, unless a reader stands in the way for too long.
    fn tidy(&self) -> rusqlite::Result<()> {
        self.connection.busy_timeout(HASTE)?;
        let tidied = self
            .connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
        match tidied {
            Err(cause) if cause.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
            tidied => tidied,
        }
    }
}

impl Journal for SqliteJournal {
    fn append(&mut self, entries: &[Entry]) -> Result<Vec<Head>, JournalError> {
        let links = self.head.seal(entries)?;
        if let Some(last) = links.last() {
            self.store(&links).map_err(|cause| not_stored(&self.path, cause))?;
            self.head = last.head;
        }
        Ok(links.iter().map(|link| link.head).collect())
    }

    fn read(&self, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError> {
        scan::verify(&self.connection, &self.path, each)
    }

    fn head(&self) -> Head {
        self.head
    }

    fn close(self: Box<Self>) -> Result<Head, JournalError> {
        self.tidy().map_err(|cause| not_stored(&self.path, cause))?;
        Ok(self.head)
    }
}

impl Drop for SqliteJournal {
    fn drop(&mut self) {
        let _ = self.tidy(); // Who wants to know calls `close`.
    }
}

/// Makes an empty journal.
fn begin(path: &Path) -> Result<(), JournalError> {
    let cannot = |cause| JournalError::cannot_create(path, cause);
    let draft = folder::begin(path).map_err(cannot)?;
    create(&draft).map_err(|cause| match cause.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => JournalError::DiskFull { path: shown(path) },
        _ => JournalError::cannot_create(path, cause),
    })?;
    folder::finish(&draft, path).map_err(cannot)
}

fn create(draft: &Path) -> rusqlite::Result<()> {
    let connection = Connection::open(draft)?;
    connection.execute_batch(&format!(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
         BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; {TABLE}; COMMIT;"
    ))?;
    connection.close().map_err(|(_, cause)| cause)
}

fn writer(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // `fullfsync` matters on macOS, where a plain sync may stop at the disk's own memory.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;",
    )?;
    Ok(connection)
}

fn not_stored(path: &Path, cause: rusqlite::Error) -> JournalError {
    let path = shown(path);
    match cause.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => JournalError::DiskFull { path },
        _ => JournalError::NotStored { path, detail: cause.to_string(), source: cause.into() },
    }
}
