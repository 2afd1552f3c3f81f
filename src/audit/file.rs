//! The file: what it must be, and its rows as they are stored. It is opened read-only, and where no
//! hub has left a write-ahead log beside it as a file that does not change, so that nothing is
//! locked and nothing is made beside it.

use std::{
    fmt::Write,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, Row, types::ValueRef};

use super::{Flaw, Head};

/// What every SQLite file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// `application_id`: “RSJL”.
const APPLICATION: &[u8] = b"RSJL";
/// The same of a copy.
const COPY: &[u8] = b"RSJC";
/// `user_version`: the one format there is.
const FORMAT: &[u8] = &[0, 0, 0, 1];
/// What SQLite's header says of every journal besides, with where: the schema's format, text in UTF-8,
/// and what is kept for times to come.
const HEADER: [(usize, &[u8]); 3] = [(44, &[0, 0, 0, 4]), (56, &[0, 0, 0, 1]), (72, &[0; 20])];
/// The only thing in the file.
const TABLE: &str =
    "CREATE TABLE record (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT";

/// Takes one record: its head and its body.
pub(super) type Each<'e> = &'e mut dyn FnMut(Head, &[u8]) -> Result<(), Flaw>;

/// Hands over every record's head and body in order, as long as the chain holds.
pub(super) fn read(path: &Path, each: Each<'_>) -> Result<(), Flaw> {
    is_a_journal(path)?;
    let mut head = Head::default();
    rows(path, &mut head, each)
}

/// Looks at the header without SQLite.
fn is_a_journal(path: &Path) -> Result<(), Flaw> {
    let cannot = |cause: std::io::Error| Flaw::CannotRead { detail: cause.to_string() };
    let mut header = Vec::new();
    File::open(path).map_err(cannot)?.take(100).read_to_end(&mut header).map_err(cannot)?;
    let not = |detail: &str| Err(Flaw::NotAJournal { detail: detail.to_owned() });
    match (header.get(..16), header.get(60..64), header.get(68..72)) {
        (Some(MAGIC), Some(FORMAT), Some(APPLICATION | COPY)) => {
            let is_so = |(at, bytes): &(usize, &[u8])| {
                header.get(*at..).is_some_and(|it| it.starts_with(bytes))
            };
            if HEADER.iter().all(is_so) { Ok(()) } else { not("SQLite header") }
        }
        (Some(MAGIC), Some(_), Some(APPLICATION | COPY)) => not("user_version"),
        (Some(MAGIC), Some(_), Some(_)) => not("application_id"),
        _ => not("SQLite"),
    }
}

fn rows(path: &Path, head: &mut Head, each: Each<'_>) -> Result<(), Flaw> {
    let connection = open(path).map_err(|cause| failed(0, &cause))?;
    let moment = connection.unchecked_transaction().map_err(|cause| failed(0, &cause))?;
    let column = |sql: &str| -> rusqlite::Result<Vec<String>> {
        moment.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    let schema = column("SELECT coalesce(sql, name) FROM sqlite_schema");
    if schema.map_err(|cause| failed(0, &cause))? != [TABLE] {
        return Err(Flaw::NotAJournal { detail: "sqlite_schema".to_owned() });
    }
    let followed = follow(&moment, head, each);
    // Asked whatever the chain says: a damaged tree can look like a shorter journal.
    let complaints = column("PRAGMA integrity_check(1)");
    match complaints.map_err(|cause| failed(head.seq, &cause))?.as_slice() {
        [ok] if ok == "ok" => followed,
        complaints => {
            followed.and(Err(Flaw::Damaged { whole: head.seq, detail: complaints.join("; ") }))
        }
    }
}

fn follow(moment: &Connection, head: &mut Head, each: Each<'_>) -> Result<(), Flaw> {
    let sql = "SELECT seq, body, hash FROM record ORDER BY seq";
    let mut query = moment.prepare(sql).map_err(|cause| failed(0, &cause))?;
    let mut rows = query.query([]).map_err(|cause| failed(0, &cause))?;
    while let Some(row) = rows.next().map_err(|cause| failed(head.seq, &cause))? {
        let record = head.seq + 1;
        let (seq, body, hash) = stored(row).ok_or(Flaw::Changed { record })?;
        let next = head.follow(seq, body, hash)?;
        each(next, body)?;
        *head = next;
    }
    Ok(())
}

/// One row; nothing where it is not a number, a text and bytes.
fn stored<'r>(row: &'r Row<'_>) -> Option<(i64, &'r [u8], &'r [u8])> {
    match (row.get_ref(0).ok()?, row.get_ref(1).ok()?, row.get_ref(2).ok()?) {
        (ValueRef::Integer(seq), ValueRef::Text(body), ValueRef::Blob(hash)) => {
            Some((seq, body, hash))
        }
        _ => None,
    }
}

fn open(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let is_closed = fs::metadata(PathBuf::from(log)).map_or(true, |log| log.len() == 0);
    match path
        .canonicalize()
        .ok()
        .as_deref()
        .and_then(Path::to_str)
        .filter(|_| is_closed && cfg!(unix))
    {
        Some(path) => {
            let uri = format!("file:{}?immutable=1", escaped(path));
            Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)
        }
        None => Connection::open_with_flags(path, flags),
    }
}

/// A path as it stands in a URI.
fn escaped(path: &str) -> String {
    let mut text = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            text.push(byte.into());
        } else {
            let _ = write!(text, "%{byte:02X}"); // A string takes everything.
        }
    }
    text
}

fn failed(whole: u64, cause: &rusqlite::Error) -> Flaw {
    let detail = cause.to_string();
    match cause.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) | None => {
            Flaw::Damaged { whole, detail }
        }
        Some(_) => Flaw::CannotRead { detail },
    }
}
