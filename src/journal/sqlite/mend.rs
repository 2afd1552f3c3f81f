//! Cutting off a damaged tail. Damage counts as the tail when nothing that can be read follows it;
//! otherwise somebody has to look, and the journal stays as it is.
//!
//! The files are copied aside first. The sound part is written to a file of its own, which is a promise to
//! finish: a start that finds it goes on from there (`finish`), so there is always one whole journal.

use std::{
    fs::{self, File},
    io,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, params};
use serde::Serialize;

use super::{
    ahead, copy, create, not_created, reader, scan,
    wal::{self, Log},
};
use crate::journal::{Head, JournalError, beside, error::shown, folder, lock::WriterLock};

/// A sound part that waits for its name.
const MENDED: &str = ".mended";

/// What the copy is called that a damaged journal is read from.
const SCRATCH: &str = "damaged.journal";

/// What was cut off a journal.
///
/// People read the text `journal-cut`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename = "cut")]
pub struct Cut {
    /// The journal.
    pub path: String,
    /// Its last record now.
    pub whole: u64,
    /// What was found behind it.
    pub detail: String,
    /// Where the damaged files lie.
    pub aside: String,
}

/// See [`crate::journal::mend`].
pub(crate) fn mend(path: &Path) -> Result<Option<Cut>, JournalError> {
    let cannot = |cause| JournalError::cannot_create(path, cause);
    let is_there = path.try_exists().map_err(cannot)?;
    if !is_there && !beside(path, MENDED).try_exists().map_err(cannot)? {
        return Ok(None);
    }
    let _lock = WriterLock::take(path)?;
    finish(path)?;
    let log = wal::look(path)?;
    match (log, ahead::read(path, &mut |_| {})) {
        (Log::Broken, read) => Err(scan::damaged(path, read?.seq, &log.to_string())),
        (_, Err(broken)) if broken.is_damage() => cut_tail(path, broken).map(Some),
        (_, Err(refused)) => Err(refused),
        (Log::Torn { whole, .. }, Ok(head)) => {
            let aside = keep_aside(path)?;
            wal::cut(path, whole).map_err(cannot)?;
            let (path, detail) = (shown(path), log.to_string());
            Ok(Some(Cut { path, whole: head.seq, detail, aside }))
        }
        (Log::Whole, Ok(_)) => Ok(None),
    }
}

/// Gives a finished sound part its name, if there is one.
pub(super) fn finish(path: &Path) -> Result<(), JournalError> {
    let cannot = |cause| JournalError::cannot_create(path, cause);
    let mended = beside(path, MENDED);
    if !mended.try_exists().map_err(cannot)? {
        return Ok(());
    }
    for suffix in ["-wal", "-shm"] {
        match fs::remove_file(beside(path, suffix)) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cannot(cause)),
            _ => {}
        }
    }
    folder::finish(&mended, path).map_err(cannot)
}

/// The journal itself is damaged.
fn cut_tail(path: &Path, broken: JournalError) -> Result<Cut, JournalError> {
    let scratch = whole_pages(path).map_err(|cause| JournalError::cannot_read(path, cause))?;
    let Ok(source) = reader(&scratch.path().join(SCRATCH)) else { return Err(broken) };
    // SQLite reads on in a file that is shorter than it says only with this setting.
    let opened = source.pragma_update(None, "writable_schema", true);
    opened.map_err(|cause| scan::failed(path, 0, cause))?;
    scan::is_the_table(&source, path)?;
    let mut head = Head::default();
    let _ = scan::walk(&source, path, &mut head, &mut |head, text| {
        let is_whole = scan::record(path, head, text).is_ok();
        if is_whole { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }); // It ends where the damage is.
    if head.seq == 0 || something_follows(&source, path, head.seq) {
        return Err(placed(broken, head.seq));
    }
    let aside = keep_aside(path)?;
    let draft = folder::begin(path).map_err(|cause| JournalError::cannot_create(path, cause))?;
    write(&source, &draft, head.seq).map_err(|cause| not_created(path, cause))?;
    drop(source);
    if ahead::read(&draft, &mut |_| {})? != head {
        return Err(broken);
    }
    let named = folder::finish(&draft, &beside(path, MENDED));
    named.map_err(|cause| JournalError::cannot_create(path, cause))?;
    finish(path)?;
    Ok(Cut { path: shown(path), whole: head.seq, detail: broken.to_string(), aside })
}

/// A copy of the journal to read from, without a page of which only the beginning is there: what can be
/// read in that is later than what was cut off it, because SQLite fills pages from their end.
fn whole_pages(path: &Path) -> io::Result<tempfile::TempDir> {
    let scratch = tempfile::tempdir()?;
    let copy = scratch.path().join(SCRATCH);
    fs::copy(path, &copy)?;
    if beside(path, "-wal").try_exists()? {
        fs::copy(beside(path, "-wal"), beside(&copy, "-wal"))?;
    }
    let size = fs::read(path)?.get(16..18).and_then(|it| it.first_chunk().copied());
    let size = match size.map(u16::from_be_bytes) {
        Some(size @ 512..) => u64::from(size),
        _ => 65536, // As SQLite writes it.
    };
    let file = File::options().write(true).open(&copy)?;
    file.set_len(file.metadata()?.len() / size * size)?;
    Ok(scratch)
}

/// The error with the last whole record, which SQLite could not tell.
fn placed(broken: JournalError, seq: u64) -> JournalError {
    match broken {
        JournalError::Damaged { path, whole, detail } => {
            JournalError::Damaged { path, whole: whole.max(seq), detail }
        }
        broken => broken,
    }
}

/// Whether any record behind the first damaged one can be read.
fn something_follows(source: &Connection, path: &Path, whole: u64) -> bool {
    let after = whole.saturating_add(1).cast_signed();
    let any = |sql: &str, seq: i64| source.query_row(sql, [seq], |_| Ok(())).is_ok();
    if any("SELECT seq FROM record WHERE seq > ? ORDER BY seq DESC LIMIT 1", after) {
        return true;
    }
    // The end may be gone and records before it still be there, behind the damage.
    let length = path.metadata().map(|it| it.len()).unwrap_or_default();
    let most = i64::try_from(length / 64).unwrap_or(i64::MAX); // No record is so short.
    (after + 1..=after + most).any(|seq| any("SELECT seq FROM record WHERE seq = ?", seq))
}

/// Writes the first records into a new file, as they are stored; of a copy one that is a copy.
fn write(source: &Connection, draft: &Path, count: u64) -> rusqlite::Result<()> {
    let mark = copy::mark_of(source)?;
    create(draft)?;
    // The first so many rows are those that were verified; torn pages show rows of any number.
    let mut query = source.prepare("SELECT seq, body, hash FROM record ORDER BY seq LIMIT ?")?;
    let mut rows = query.query([count.cast_signed()])?;
    let mut sound = Connection::open(draft)?;
    sound.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;")?;
    let store = sound.transaction()?;
    store.pragma_update(None, "application_id", mark)?;
    let mut insert = store.prepare("INSERT INTO record (seq, body, hash) VALUES (?, ?, ?)")?;
    while let Some(row) = rows.next()? {
        let (seq, body, hash): (i64, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        insert.execute(params![seq, body, hash])?;
    }
    drop(insert);
    store.commit()?;
    sound.close().map_err(|(_, cause)| cause)
}

/// Copies the journal and its log beside themselves, under the first free number.
fn keep_aside(path: &Path) -> Result<String, JournalError> {
    let cannot = |cause| JournalError::cannot_create(path, cause);
    let place = free(path).map_err(cannot)?;
    for suffix in ["", "-wal"] {
        let (from, to) = (beside(path, suffix), beside(&place, suffix));
        match fs::copy(&from, &to) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            copied => {
                copied.map_err(cannot)?;
                File::open(&to).and_then(|it| it.sync_all()).map_err(cannot)?;
            }
        }
    }
    Ok(shown(&place))
}

fn free(path: &Path) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let place = beside(path, &format!(".damaged-{number}"));
        if !place.try_exists()? {
            return Ok(place);
        }
        number += 1;
    }
}
