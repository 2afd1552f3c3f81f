//! Reading a journal file: is it one, and is every record what was written?

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, Row};

use super::{APPLICATION, FORMAT, PATIENCE, TABLE};
use crate::journal::{Found, Head, JournalError, Record, error::shown};

/// See [`crate::journal::read`].
pub(crate) fn read(path: &Path, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError> {
    identify(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection =
        Connection::open_with_flags(path, flags).map_err(|cause| failed(path, 0, cause))?;
    connection.busy_timeout(PATIENCE).map_err(|cause| failed(path, 0, cause))?;
    verify(&connection, path, each)
}

/// Reads every record of an open journal, as of one moment, and the file's own structure.
pub(super) fn verify(
    connection: &Connection,
    path: &Path,
    each: &mut dyn FnMut(Record),
) -> Result<Head, JournalError> {
    let failed = |whole, cause| failed(path, whole, cause);
    let moment = connection.unchecked_transaction().map_err(|cause| failed(0, cause))?;
    let schema = column(&moment, "SELECT sql FROM sqlite_schema");
    if schema.map_err(|cause| failed(0, cause))? != [TABLE] {
        return Err(damaged(path, 0, "not the one table of a journal"));
    }
    let mut head = Head::default();
    let walked = walk(&moment, path, &mut head, each);
    // Asked whatever the chain says: a damaged tree can look like a shorter journal or like one that
    // somebody has changed.
    let complaints = column(&moment, "PRAGMA quick_check(1)");
    match complaints.map_err(|cause| failed(head.seq, cause))?.as_slice() {
        [ok] if ok == "ok" => walked.map(|()| head),
        complaints => Err(damaged(path, head.seq, &complaints.join("; "))),
    }
}

/// Follows the chain; `head` is the last record that is whole.
fn walk(
    moment: &Connection,
    path: &Path,
    head: &mut Head,
    each: &mut dyn FnMut(Record),
) -> Result<(), JournalError> {
    let failed = |whole, cause| failed(path, whole, cause);
    let mut query = moment
        .prepare("SELECT seq, body, hash FROM record ORDER BY seq")
        .map_err(|cause| failed(0, cause))?;
    let mut rows = query.query([]).map_err(|cause| failed(0, cause))?;
    while let Some(row) = rows.next().map_err(|cause| failed(head.seq, cause))? {
        let (seq, body, hash) = stored(row).map_err(|cause| failed(head.seq, cause))?;
        let next = head.follow(seq, body, hash).map_err(|at| JournalError::broken(path, &at))?;
        let entry = serde_json::from_slice(body)
            .map_err(|cause| JournalError::unreadable(path, seq, cause))?;
        *head = next;
        each(Record::new(next, entry));
    }
    Ok(())
}

/// One row as it is stored. Whatever is not text or bytes cannot have the right hash.
fn stored<'r>(row: &'r Row<'_>) -> rusqlite::Result<(u64, &'r [u8], &'r [u8])> {
    let seq: i64 = row.get(0)?;
    let body = row.get_ref(1)?.as_bytes().unwrap_or_default();
    let hash = row.get_ref(2)?.as_bytes().unwrap_or_default();
    Ok((seq.cast_unsigned(), body, hash))
}

fn column(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

/// Tells a journal from other files by SQLite's header, without asking SQLite, which would call a
/// folder “unable to open” and an empty file a database.
fn identify(path: &Path) -> Result<(), JournalError> {
    let unreadable = |cause| JournalError::cannot_read(path, cause);
    let not = |found| JournalError::NotAJournal { path: shown(path), found };
    let meta = fs::metadata(path).map_err(unreadable)?;
    if meta.is_dir() {
        return Err(not(Found::Folder));
    }
    if meta.len() == 0 {
        return Err(not(Found::EmptyFile));
    }
    let mut header = Vec::with_capacity(100);
    File::open(path).map_err(unreadable)?.take(100).read_to_end(&mut header).map_err(unreadable)?;
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(not(Found::OtherFile));
    }
    let number = |at: usize| header.get(at..)?.first_chunk().copied().map(u32::from_be_bytes);
    match (number(68), number(60)) {
        (Some(APPLICATION), Some(FORMAT)) => Ok(()),
        (Some(APPLICATION), Some(format)) if FORMAT < format => {
            Err(JournalError::NewerFormat { path: shown(path), format, known: FORMAT })
        }
        (Some(_), Some(_)) => Err(not(Found::OtherFile)),
        _ => Err(damaged(path, 0, "the header is cut")),
    }
}

fn damaged(path: &Path, whole: u64, detail: &str) -> JournalError {
    JournalError::Damaged { path: shown(path), whole, detail: detail.to_owned() }
}

fn failed(path: &Path, whole: u64, cause: rusqlite::Error) -> JournalError {
    match cause.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            damaged(path, whole, &cause.to_string())
        }
        Some(ErrorCode::DatabaseBusy) => JournalError::InUse { path: shown(path) },
        _ => {
            let (path, detail) = (shown(path), cause.to_string());
            JournalError::CannotRead { path, detail, source: cause.into() }
        }
    }
}
