//! The files beside a journal: what they are called, and how one appears whole and private.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The file beside a journal with this suffix: `final.journal` and `.key` give `final.journal.key`.
pub fn beside(journal: &Path, suffix: &str) -> PathBuf {
    let mut name = journal.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Writes a file that only its owner may read. It appears whole or not at all.
///
/// # Errors
///
/// When it cannot be written there.
pub(crate) fn write_private(path: &Path, content: &[u8]) -> io::Result<()> {
    let draft = begin(path)?;
    let mut file = OpenOptions::new().write(true).open(&draft)?;
    file.write_all(content)?;
    file.sync_all()?;
    finish(&draft, path)
}

/// Makes an empty, private draft of a file, and the folders above it.
pub(super) fn begin(path: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(folder_of(path))?;
    let draft = beside(path, ".new");
    // What an earlier start left behind was never finished, so nobody has seen it.
    match fs::remove_file(&draft) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&draft)?;
    Ok(draft)
}

/// Gives a draft its name, for good.
pub(super) fn finish(draft: &Path, path: &Path) -> io::Result<()> {
    fs::rename(draft, path)?;
    if cfg!(unix) {
        // A name is on disk once its folder is.
        File::open(folder_of(path))?.sync_all()?;
    }
    Ok(())
}

/// The folder a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
