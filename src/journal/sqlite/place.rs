//! Whether the files that a writer has open still have their names: SQLite goes on writing into a file
//! that was deleted, and what is stored there is lost.

use std::{io, path::Path};

#[cfg(unix)]
use crate::journal::beside;

/// Which files lie at a journal's place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    #[cfg(unix)]
    files: [(u64, u64); 2],
}

impl Place {
    /// What lies there now, the journal and its write-ahead log.
    #[cfg(unix)]
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;
        let file = |path: &Path| path.metadata().map(|it| (it.dev(), it.ino()));
        Ok(Self { files: [file(path)?, file(&beside(path, "-wal"))?] })
    }

    /// Elsewhere the system deletes no open file.
    #[cfg(not(unix))]
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        path.metadata().map(|_| Self {})
    }
}
