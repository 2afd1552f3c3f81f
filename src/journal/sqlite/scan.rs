//! Reading a journal file: is it one, and is every record what was written?

use std::{
    fs::{self, File},
    io::Read,
    ops::ControlFlow,
    path::Path,
};

use rusqlite::{Connection, ErrorCode};

use super::{APPLICATION, COPY, FORMAT, TABLE, hash_of};
use crate::journal::{Found, Head, JournalError, Record, error::shown};

/// What is done with a sound record's text: whether to go on.
pub(super) type Row<'r> = &'r mut dyn FnMut(Head, &[u8]) -> ControlFlow<()>;

/// The last record that is whole, and what ended the chain there.
pub(super) type Walked = (Head, Result<(), JournalError>);

/// Reads the records of an open journal behind `after`, and hands them over.
pub(super) fn read(
    connection: &Connection,
    path: &Path,
    after: Head,
    each: &mut dyn FnMut(Record),
) -> Result<Head, JournalError> {
    let mut unread = None;
    let (head, walked) = verify(connection, path, after, &mut |head, text| {
        match record(path, head, text) {
            Ok(record) => each(record),
            Err(cause) => unread = Some(cause),
        }
        if unread.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    unread.map_or(walked, Err).map(|()| head)
}

/// Verifies the records of an open journal behind `after`, as of one moment, and the file's own structure.
///
/// # Errors
///
/// What is wrong with the file as a whole.
pub(super) fn verify(
    connection: &Connection,
    path: &Path,
    after: Head,
    row: Row<'_>,
) -> Result<Walked, JournalError> {
    let failed = |whole, cause| failed(path, whole, cause);
    let moment = connection.unchecked_transaction().map_err(|cause| failed(0, cause))?;
    is_the_table(&moment, path)?;
    if 0 < after.seq {
        let there = hash_of(&moment, after.seq).map_err(|cause| failed(0, cause))?;
        if there.as_deref() != Some(after.hash.as_bytes()) {
            return Err(JournalError::ChangedRecord { path: shown(path), seq: after.seq });
        }
    }
    let mut head = after;
    let walked = walk(&moment, path, &mut head, row);
    // Asked whatever the chain says: a damaged tree can look like a shorter journal or like one that
    // somebody has changed.
    let complaints = column(&moment, "PRAGMA quick_check(1)");
    match complaints.map_err(|cause| failed(head.seq, cause))?.as_slice() {
        [ok] if ok == "ok" => Ok((head, walked)),
        complaints => Err(damaged(path, head.seq, &complaints.join("; "))),
    }
}

/// The record whose text this is.
pub(super) fn record(path: &Path, head: Head, text: &[u8]) -> Result<Record, JournalError> {
    let entry = serde_json::from_slice(text);
    let entry = entry.map_err(|cause| JournalError::unreadable(path, head.seq, cause))?;
    Ok(Record::new(head, entry))
}

/// Whether the file holds the one table of a journal and nothing else.
pub(super) fn is_the_table(moment: &Connection, path: &Path) -> Result<(), JournalError> {
    let schema = column(moment, "SELECT sql FROM sqlite_schema");
    if schema.map_err(|cause| failed(path, 0, cause))? == [TABLE] {
        Ok(())
    } else {
        Err(damaged(path, 0, "not the one table of a journal"))
    }
}

/// Follows the chain; `head` is the last record that is whole.
pub(super) fn walk(
    moment: &Connection,
    path: &Path,
    head: &mut Head,
    each: Row<'_>,
) -> Result<(), JournalError> {
    let failed = |whole, cause| failed(path, whole, cause);
    let mut query = moment
        .prepare("SELECT seq, body, hash FROM record WHERE seq >= ? ORDER BY seq")
        .map_err(|cause| failed(0, cause))?;
    // From the beginning means whatever stands there.
    let from = if head.seq == 0 { i64::MIN } else { head.seq.cast_signed().saturating_add(1) };
    let mut rows = query.query([from]).map_err(|cause| failed(0, cause))?;
    while let Some(row) = rows.next().map_err(|cause| failed(head.seq, cause))? {
        let (seq, body, hash) = stored(row).map_err(|cause| failed(head.seq, cause))?;
        let next = head.follow(seq, body, hash).map_err(|at| JournalError::broken(path, &at))?;
        if each(next, body).is_break() {
            break;
        }
        *head = next;
    }
    Ok(())
}

/// One row as it is stored. Whatever is not text or bytes cannot have the right hash.
fn stored<'r>(row: &'r rusqlite::Row<'_>) -> rusqlite::Result<(u64, &'r [u8], &'r [u8])> {
    let seq: i64 = row.get(0)?;
    let body = row.get_ref(1)?.as_bytes().unwrap_or_default();
    let hash = row.get_ref(2)?.as_bytes().unwrap_or_default();
    Ok((seq.cast_unsigned(), body, hash))
}

fn column(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

/// Tells a journal from other files by SQLite's header.
pub(super) fn identify(path: &Path) -> Result<(), JournalError> {
    let header = header(path)?;
    let not = |found| JournalError::NotAJournal { path: shown(path), found };
    let number = |at: usize| header.get(at..)?.first_chunk().copied().map(u32::from_be_bytes);
    match (number(68), number(60)) {
        (Some(APPLICATION | COPY), Some(FORMAT)) => Ok(()),
        (Some(APPLICATION | COPY), Some(format)) if FORMAT < format => {
            Err(JournalError::NewerFormat { path: shown(path), format, known: FORMAT })
        }
        (Some(_), Some(_)) => Err(not(Found::OtherFile)),
        _ => Err(damaged(path, 0, "the header is cut")),
    }
}

/// The header of a database, whosever it is, without asking SQLite, which would call a folder “unable to open”
/// and an empty file a database.
pub(super) fn header(path: &Path) -> Result<Vec<u8>, JournalError> {
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
    Ok(header)
}

pub(super) fn damaged(path: &Path, whole: u64, detail: &str) -> JournalError {
    JournalError::Damaged { path: shown(path), whole, detail: detail.to_owned() }
}

pub(super) fn failed(path: &Path, whole: u64, cause: rusqlite::Error) -> JournalError {
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
