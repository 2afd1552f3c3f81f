//! Disks: whether there is room, how long a record takes to be on one, and whether copies can be made.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use tokio::time::Instant;

use super::Finding;
use crate::{
    cli::{arguments::Ground, lights::Length},
    clock::Clock,
    contest::Fact,
    hub::{Copies, CopyError},
    journal::{self, Entry, JournalError},
    words::Words,
};

/// How many records are stored to see how long one takes.
const RECORDS: usize = 40;

/// The disk that the journal is to lie on.
pub(super) fn of_journal(data: &Path) -> Vec<Finding> {
    let folder = nearest(data.parent().unwrap_or(Path::new(".")));
    let shown = || folder.display().to_string();
    let stored = match stored(&folder) {
        Ok(mut took) => {
            took.sort_unstable();
            let at = |place: usize| Length(took.get(place).copied().unwrap_or_default());
            Finding::Sync {
                times: took.len(),
                median: at(took.len() / 2),
                worst: at(took.len() - 1),
            }
        }
        Err(detail) => Finding::NotWritable { folder: shown(), detail },
    };
    vec![room(&folder), stored]
}

/// The folders that copies are to go to.
pub(super) fn of_copies(ground: &Ground, data: &Path, words: &Words) -> Vec<Finding> {
    let passphrase = ground.copies_passphrase_file.as_deref();
    let copies = match Copies::new(data, ground.copies.clone(), passphrase) {
        _ if ground.copies.is_empty() => return vec![Finding::CopiesNone],
        Ok(copies) => copies,
        Err(error) => return vec![refused(&error, words)],
    };
    let own = nearest(data.parent().unwrap_or(Path::new(".")));
    copies.foresee().flat_map(|(folder, older)| of_copy(folder, older, &own, words)).collect()
}

fn of_copy(
    folder: &Path,
    older: Result<bool, CopyError>,
    journals: &Path,
    words: &Words,
) -> Vec<Finding> {
    let shown = || folder.display().to_string();
    let is_there = folder.is_dir();
    let place = nearest(folder);
    let mut found = vec![match older {
        _ if !is_there => Finding::CopyFolderNew { folder: shown() },
        Ok(true) => Finding::CopyOlder { folder: shown() },
        Ok(false) => Finding::CopyFirst { folder: shown() },
        Err(error) => refused(&error, words),
    }];
    if let Err(error) = tempfile::tempfile_in(&place) {
        let (folder, detail) = (place.display().to_string(), error.to_string());
        found.push(Finding::NotWritable { folder, detail });
    }
    if is_there {
        let is_same = disk(&place).is_some_and(|it| Some(it) == disk(journals));
        found.extend(is_same.then(|| Finding::CopySameDisk { folder: shown() }));
        found.push(room(&place));
    }
    found
}

fn refused(error: &CopyError, words: &Words) -> Finding {
    Finding::CopyRefused { why: words.explain("journal", error) }
}

/// How long each of some records takes to be on a disk, in a journal that is nobody's.
fn stored(folder: &Path) -> Result<Vec<Duration>, String> {
    let told = |error: io::Error| error.to_string();
    let refused = |error: JournalError| error.to_string();
    let own = tempfile::tempdir_in(folder).map_err(told)?;
    let mut journal =
        journal::open(&own.path().join("preflight.journal"), drop).map_err(refused)?;
    let clock = Clock::system();
    let mut took = Vec::with_capacity(RECORDS);
    for _ in 0..RECORDS {
        let entry = Entry::new(clock.now(), Fact::CopyOpened { epoch: 0 });
        let start = Instant::now();
        journal.append(journal.head(), &[entry]).map_err(refused)?;
        took.push(start.elapsed());
    }
    journal.close().map_err(refused)?;
    own.close().map_err(told)?;
    Ok(took)
}

/// The folder itself, or the first above it that is there: nothing is made.
fn nearest(folder: &Path) -> PathBuf {
    let named = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
    named.into_iter().find(|it| it.is_dir()).unwrap_or(Path::new(".")).to_owned()
}

#[cfg(unix)]
fn room(folder: &Path) -> Finding {
    let shown = folder.display().to_string();
    match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let bytes = disk.f_bavail.saturating_mul(disk.f_frsize);
            Finding::Room { folder: shown, mib: bytes >> 20 }
        }
        Err(_) => Finding::RoomUnknown { folder: shown },
    }
}

/// Elsewhere the system is asked for it in another way, which nobody has needed yet.
#[cfg(not(unix))]
fn room(folder: &Path) -> Finding {
    Finding::RoomUnknown { folder: folder.display().to_string() }
}

/// What tells one disk from another.
#[cfg(unix)]
fn disk(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    folder.metadata().ok().map(|it| it.dev())
}

#[cfg(not(unix))]
fn disk(_folder: &Path) -> Option<u64> {
    None
}
