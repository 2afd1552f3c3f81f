//! Files that a command writes: whole or not at all.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use tempfile::NamedTempFile;

use super::{Failure, failure::Place};

/// Puts a text in the place of what a file says; its permissions stay.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    replaced(path, text).map_err(|error| cannot_write(path, &error))
}

fn replaced(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?; // What a link leads to is replaced, and not the link.
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut draft = NamedTempFile::new_in(folder)?;
    draft.write_all(text.as_bytes())?;
    draft.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
    draft.as_file().sync_all()?;
    draft.persist(&path)?;
    Ok(())
}

/// Refuses a name that says another kind of file than is written.
pub(super) fn must_end(path: &Path, ending: &'static str) -> Result<(), Failure> {
    if path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending)) {
        return Ok(());
    }
    Err(Failure::Place(Place::OtherEnding { path: path.display().to_string(), ending }))
}

/// Writes a file where there was none.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    match file.and_then(|mut file| file.write_all(bytes)) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::Place(Place::FileThere { path: path.display().to_string() }))
        }
        written => written.map_err(|error| cannot_write(path, &error)),
    }
}

/// A folder to write into, made where there is none.
pub(super) fn folder(path: &Path) -> Result<(), Failure> {
    if path.exists() && !path.is_dir() {
        return Err(Failure::Place(Place::NoFolder { path: path.display().to_string() }));
    }
    fs::create_dir_all(path).map_err(|error| cannot_write(path, &error))
}

/// What the system says about a file that cannot be written.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (path, detail) = (path.display().to_string(), error.to_string());
    Failure::Place(Place::CannotWrite { path, detail })
}
