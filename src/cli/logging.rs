//! Where the log goes: to stderr for commands, to a file while a screen is up. `ROADSHOW_LOG` sets
//! how much, as in `ROADSHOW_LOG=debug`.
//!
//! A log that cannot be written is no reason to end: what the library would then print to stderr, and
//! panic where that cannot be written either, as on a full disk, is not printed.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use directories::ProjectDirs;
use tracing_subscriber::EnvFilter;

/// Says what goes wrong, and nothing else, on stderr.
pub(super) fn to_stderr() {
    let log = tracing_subscriber::fmt().with_env_filter(filter("warn")).with_writer(io::stderr);
    log.log_internal_errors(false).init();
}

/// Logs to a file of the user's, so that nothing is printed over a screen. Without a place for it
/// there is no log, which is no reason not to show the screen.
pub(super) fn to_file(name: &str) {
    let Some(file) = folder().and_then(|folder| open(&folder, name)) else { return };
    let filter = filter("info");
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(file);
    log.log_internal_errors(false).init();
}

/// The per-user folder for journals and logs.
pub(super) fn folder() -> Option<PathBuf> {
    Some(ProjectDirs::from("", "", "roadshow")?.data_dir().to_owned())
}

fn open(folder: &Path, name: &str) -> Option<Arc<File>> {
    fs::create_dir_all(folder).ok()?;
    let path = folder.join(format!("{name}.log"));
    File::options().create(true).append(true).open(path).ok().map(Arc::new)
}

fn filter(otherwise: &str) -> EnvFilter {
    EnvFilter::try_from_env("ROADSHOW_LOG").unwrap_or_else(|_| EnvFilter::new(otherwise))
}
