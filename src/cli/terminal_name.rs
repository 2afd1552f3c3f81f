//! The name by which a terminal is the same one when it comes again, also after a restart: a UUID for
//! every window of a seat, in a file of the user's state folder.
//!
//! A window locks the first free name of its seat for as long as it is open, so that two windows on one
//! machine never have the same: `two_windows_have_two_names_and_keep_them`. Where nothing can be kept a
//! name is as good as new.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use tracing::warn;
use uuid::Uuid;

use super::state::{self, spelt};
use crate::contest::Seat;

/// Windows of one seat that have kept names.
const WINDOWS: usize = 16;

/// A terminal's name, its own while this is held.
#[derive(Debug)]
pub(super) struct TerminalName {
    id: Uuid,
    /// The lock lasts as long as this is open.
    _file: Option<File>,
}

impl TerminalName {
    /// The first name of a seat that no other window has.
    pub(super) fn at(seat: &Seat) -> Self {
        let kept = state::folder().map(|folder| Self::in_folder(&folder.join("terminals"), seat));
        match kept {
            Some(Ok(Some(name))) => name,
            Some(Err(error)) => {
                warn!(%error, "this terminal's name is not kept");
                Self::new()
            }
            Some(Ok(None)) | None => Self::new(),
        }
    }

    /// The name itself.
    pub(super) fn id(&self) -> Uuid {
        self.id
    }

    fn new() -> Self {
        Self { id: Uuid::new_v4(), _file: None }
    }

    /// The name that the first window of a seat had in another state folder, kept here from now on instead
    /// of the first that no other window has; `None` where it had none.
    pub(super) fn taken_from(from: &Path, own: &Path, seat: &Seat) -> io::Result<Option<Self>> {
        let Some(id) = File::open(file_of(&from.join("terminals"), seat, 1))
            .ok()
            .and_then(|mut file| named_in(&mut file).ok().flatten())
        else {
            return Ok(None);
        };
        let Some(mut file) = free(&own.join("terminals"), seat)? else { return Ok(None) };
        write(&mut file, id)?;
        Ok(Some(Self { id, _file: Some(file) }))
    }

    fn in_folder(folder: &Path, seat: &Seat) -> io::Result<Option<Self>> {
        let Some(mut file) = free(folder, seat)? else { return Ok(None) };
        let id = kept_in(&mut file)?;
        Ok(Some(Self { id, _file: Some(file) }))
    }
}

/// Where the name of a seat's window is kept.
fn file_of(folder: &Path, seat: &Seat, window: usize) -> PathBuf {
    let seat: Vec<_> = seat.to_string().split('/').map(spelt).collect();
    folder.join(format!("{}.{window}", seat.join("-")))
}

/// The first file of a seat that no other window has, locked.
fn free(folder: &Path, seat: &Seat) -> io::Result<Option<File>> {
    fs::create_dir_all(folder)?;
    for window in 1..=WINDOWS {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        let file = options.open(file_of(folder, seat, window))?;
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => (), // Another window's.
            Err(fs::TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

/// The name in a file, if there is one.
fn named_in(file: &mut File) -> io::Result<Option<Uuid>> {
    let mut text = Vec::new();
    Read::by_ref(file).take(64).read_to_end(&mut text)?;
    Ok(String::from_utf8_lossy(&text).trim().parse().ok())
}

/// The name in a file; a new one is put in where there is none.
fn kept_in(file: &mut File) -> io::Result<Uuid> {
    if let Some(id) = named_in(file)? {
        return Ok(id);
    }
    let id = Uuid::new_v4();
    write(file, id)?;
    Ok(id)
}

fn write(file: &mut File, id: Uuid) -> io::Result<()> {
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(format!("{id}\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(folder: &Path, seat: &str) -> TerminalName {
        TerminalName::in_folder(folder, &seat.parse().unwrap()).unwrap().unwrap()
    }

    #[test]
    fn two_windows_have_two_names_and_keep_them() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("terminals");
        let (first, second) = (open(&folder, "A/judge/A1"), open(&folder, "A/judge/A1"));
        let other = open(&folder, "A/judge/A2");
        let names = [first.id(), second.id(), other.id()];
        assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);

        drop(first);
        assert_eq!(open(&folder, "A/judge/A1").id(), names[0], "after a restart");
        drop(second);
        let again = (open(&folder, "A/judge/A1"), open(&folder, "A/judge/A1"));
        assert_eq!([again.0.id(), again.1.id()], [names[0], names[1]]);
    }

    #[test]
    fn a_file_without_a_name_gets_one() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("A-host.1"), "no name, and much longer than any name could be")
            .unwrap();
        let name = open(home.path(), "A/host").id();
        assert_eq!(open(home.path(), "A/host").id(), name);
    }
}
