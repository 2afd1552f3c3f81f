//! The journal as one SQLite file.
//!
//! While a hub writes, the file is in WAL mode with `synchronous=FULL`: an append is one transaction
//! and one sync, and readers never stand in its way. Closed, it goes back to a single file. A new
//! journal appears whole or not at all, so an empty file is never one of ours.

mod ahead;
mod copy;
mod mend;
mod place;
mod scan;
#[cfg(test)]
mod tests;
mod wal;

use std::{
    fs, mem,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, TransactionBehavior, params};

pub(super) use ahead::read;
pub(super) use copy::{copy, may_copy};
pub use mend::Cut;
pub(super) use mend::mend;

use super::{
    Entry, Hash, Head, Journal, JournalError, Record, beside, chain::Link, error::shown, folder,
    lock::WriterLock,
};
use place::Place;

/// `RSJL` in SQLite's `application_id`: what tells a journal from any other SQLite file.
const APPLICATION: u32 = 0x5253_4a4c;

/// `RSJC` there: a copy that no hub has been opened on.
const COPY: u32 = 0x5253_4a43;

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
    /// The files that the connection has open.
    place: Place,
    is_copy: bool,
    lock: WriterLock,
}

impl SqliteJournal {
    /// See [`super::open`].
    pub(super) fn open(path: &Path, each: &mut dyn FnMut(Record)) -> Result<Self, JournalError> {
        let lock = WriterLock::take(path)?;
        let cannot = |cause| JournalError::cannot_create(path, cause);
        mend::finish(path)?;
        if !path.try_exists().map_err(cannot)? {
            begin(path)?;
        }
        wal::look(path)?.check(path)?;
        // Verified by a connection that cannot write, so a damaged journal stays as it is.
        let head = read(path, each)?;
        let (connection, place) = writer(path)?;
        let is_copy = copy::mark_of(&connection).map_err(|cause| not_stored(path, cause))? == COPY;
        Ok(Self { connection, path: path.to_owned(), head, place, is_copy, lock })
    }

    /// Whether what is stored is stored under the journal's name.
    fn is_in_place(&self) -> Result<(), JournalError> {
        match Place::of(&self.path) {
            Ok(place) if place == self.place => Ok(()),
            _ => Err(JournalError::Deleted { path: shown(&self.path) }),
        }
    }

    /// Stores the links behind the last record; when that is another one than `after`, it is the answer.
    fn store(&mut self, after: Head, links: &[Link]) -> rusqlite::Result<Result<(), Head>> {
        let store = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let last = last(&store)?;
        if last != after {
            return Ok(Err(last));
        }
        if self.is_copy {
            copy::unmark(&store)?;
        }
        let sql = "INSERT INTO record (seq, body, hash) VALUES (?, ?, ?)";
        let mut insert = store.prepare_cached(sql)?;
        for Link { head, body } in links {
            insert.execute(params![head.seq.cast_signed(), body, head.hash.as_bytes()])?;
        }
        drop(insert);
        store.commit().map(Ok)
    }

    /// Writes the file anew from what is still open of it, when it is not there any more.
    fn put_back(&mut self) -> Result<(), JournalError> {
        let cannot = |path: &Path, cause| JournalError::cannot_create(path, cause);
        if self.path.try_exists().map_err(|cause| cannot(&self.path, cause))? {
            // Without its name the log would be lost; what is in it goes into the file.
            let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
            return Ok(());
        }
        let mark = if self.is_copy { COPY } else { APPLICATION };
        let draft = copy::draft(&self.connection, &self.path, mark)?;
        let nothing =
            Connection::open_in_memory().map_err(|cause| not_stored(&self.path, cause))?;
        // Closed before the new file has the name: closing removes the log of that name.
        drop(mem::replace(&mut self.connection, nothing));
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(beside(&self.path, suffix)); // It belongs to the deleted file.
        }
        folder::finish(&draft, &self.path).map_err(|cause| cannot(&self.path, cause))
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
    fn append(&mut self, after: Head, entries: &[Entry]) -> Result<Vec<Head>, JournalError> {
        let links = after.seal(entries)?;
        let Some(last) = links.last() else { return Ok(Vec::new()) };
        self.is_in_place()?;
        let stored = self.store(after, &links).map_err(|cause| not_stored(&self.path, cause))?;
        stored.map_err(|found| {
            let (path, expected) = (shown(&self.path), after.seq);
            JournalError::MovedOn { path, expected, found: found.seq }
        })?;
        self.is_in_place()?; // It may have been deleted in between.
        (self.head, self.is_copy) = (last.head, false);
        Ok(links.iter().map(|link| link.head).collect())
    }

    fn read(&self, after: Head, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError> {
        scan::read(&self.connection, &self.path, after, each)
    }

    fn head(&self) -> Head {
        self.head
    }

    /// Puts the file back where it was deleted, and opens it anew if it has the same records.
    fn recover(&mut self) -> Result<(), JournalError> {
        self.lock.keep(&self.path)?;
        if self.is_in_place().is_ok() {
            return Ok(());
        }
        self.put_back()?;
        let same = reader(&self.path).and_then(|it| {
            hash_of(&it, self.head.seq).map_err(|cause| scan::failed(&self.path, 0, cause))
        });
        let is_empty = self.head.seq == 0;
        if !is_empty && same?.as_deref() != Some(self.head.hash.as_bytes()) {
            return Err(JournalError::Replaced { path: shown(&self.path) });
        }
        (self.connection, self.place) = writer(&self.path)?;
        Ok(())
    }

    fn is_copy(&self) -> bool {
        self.is_copy
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
    create(&draft).map_err(|cause| not_created(path, cause))?;
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

fn writer(path: &Path) -> Result<(Connection, Place), JournalError> {
    let connection = connect(path).map_err(|cause| match cause.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy) => JournalError::InUse { path: shown(path) },
        _ => not_stored(path, cause),
    })?;
    let place = Place::of(path).map_err(|cause| JournalError::cannot_create(path, cause))?;
    Ok((connection, place))
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // `fullfsync` matters on macOS, where a plain sync may stop at the disk's own memory.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;",
    )?;
    last(&connection)?; // The log is made with the first read.
    Ok(connection)
}

pub(super) fn is_database(path: &Path) -> Result<(), JournalError> {
    scan::header(path).map(|_| ())
}

/// A connection that cannot write.
fn reader(path: &Path) -> Result<Connection, JournalError> {
    scan::identify(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connect = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        Ok(connection)
    };
    connect().map_err(|cause| scan::failed(path, 0, cause))
}

/// The last record that is stored, as it says itself.
fn last(connection: &Connection) -> rusqlite::Result<Head> {
    let sql = "SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1";
    let last = connection.prepare_cached(sql)?.query_row([], |row| {
        let (seq, hash): (i64, [u8; 32]) = (row.get(0)?, row.get(1)?);
        Ok(Head { seq: seq.cast_unsigned(), hash: Hash::from_bytes(hash) })
    });
    last.optional().map(Option::unwrap_or_default)
}

/// The stored hash of a record; `None` where there is no such record.
fn hash_of(connection: &Connection, seq: u64) -> rusqlite::Result<Option<Vec<u8>>> {
    let sql = "SELECT hash FROM record WHERE seq = ?";
    connection.query_row(sql, [seq.cast_signed()], |row| row.get(0)).optional()
}

fn not_created(path: &Path, cause: rusqlite::Error) -> JournalError {
    match cause.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => JournalError::DiskFull { path: shown(path) },
        _ => JournalError::cannot_create(path, cause),
    }
}

fn not_stored(path: &Path, cause: rusqlite::Error) -> JournalError {
    let path = shown(path);
    match cause.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => JournalError::DiskFull { path },
        _ => JournalError::NotStored { path, detail: cause.to_string(), source: cause.into() },
    }
}
