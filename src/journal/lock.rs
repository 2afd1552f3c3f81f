//! The writer's lock: one hub writes a journal at a time. The system lets go of it when the hub
//! ends, however it ends.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use super::{JournalError, beside, error::shown, folder};

/// Held for as long as a journal is open for writing.
pub(super) struct WriterLock {
    path: PathBuf,
    /// The lock lasts as long as this is open.
    file: File,
}

impl WriterLock {
    /// Takes the lock of a journal, which need not exist yet.
    ///
    /// # Errors
    ///
    /// When somebody else has it, or there can be no file at this place.
    pub(super) fn take(journal: &Path) -> Result<Self, JournalError> {
        let path = beside(journal, ".lock");
        let cannot = |cause| JournalError::cannot_create(journal, cause);
        fs::create_dir_all(folder::folder_of(journal)).map_err(cannot)?;
        loop {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(cannot)?;
            match file.try_lock() {
                Ok(()) if has_a_name(&file) => return Ok(Self { path, file }),
                Ok(()) => {} // Its last holder removed it after we had opened it.
                Err(TryLockError::WouldBlock) => {
                    return Err(JournalError::InUse { path: shown(journal) });
                }
                Err(TryLockError::Error(cause)) => return Err(cannot(cause)),
            }
        }
    }

    /// Takes the lock anew where its file was deleted or moved away.
    ///
    /// # Errors
    ///
    /// When another hub has it by now.
    pub(super) fn keep(&mut self, journal: &Path) -> Result<(), JournalError> {
        if !is_at(&self.file, &self.path) {
            // In place, because dropping the old one would remove the file of the new one.
            let mut taken = Self::take(journal)?;
            std::mem::swap(&mut self.file, &mut taken.file);
            taken.path = PathBuf::new();
        }
        Ok(())
    }
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        // Elsewhere nothing tells a removed file from one with a name, so it stays.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path); // Left behind, it is only a stray empty file.
        }
    }
}

#[cfg(unix)]
fn has_a_name(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata().is_ok_and(|found| found.nlink() > 0)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |it: std::io::Result<fs::Metadata>| it.map(|it| (it.dev(), it.ino())).ok();
    place(file.metadata()).is_some_and(|own| place(path.metadata()) == Some(own))
}

#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(not(unix))]
fn has_a_name(_file: &File) -> bool {
    true
}
