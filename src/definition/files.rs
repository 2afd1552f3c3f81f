//! Where definitions come from: the disk, or the copies compiled into the program.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

/// A place to read rubrics and sessions from.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    ///
    /// What the disk says; [`io::ErrorKind::NotFound`] when there is no such file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
}

/// The files of the machine.
#[derive(Debug, Clone, Copy)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }
}

/// The shipped rubrics and sessions as the program was built with them, under the paths they have
/// in the repository.
#[derive(Debug, Clone, Copy)]
pub struct Shipped;

macro_rules! shipped {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("../../", $path)))),*] };
}

const SHIPPED: &[(&str, &str)] = shipped![
    "rubrics/enterprise.toml",
    "rubrics/innovation-2025.toml",
    "rubrics/startup.toml",
    "rubrics/two-level.toml",
    "sessions/additive-2026.toml",
    "sessions/award-day.toml",
    "sessions/guarded.toml",
    "sessions/tryout.toml",
];

impl Shipped {
    /// The path of every shipped file.
    pub fn paths() -> impl Iterator<Item = &'static Path> {
        SHIPPED.iter().map(|(path, _)| Path::new(*path))
    }
}

impl Files for Shipped {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let path = without_detours(path);
        let found = SHIPPED.iter().find(|(shipped, _)| path == Path::new(*shipped));
        let (_, text) = found.ok_or(io::ErrorKind::NotFound)?;
        Ok(text.as_bytes().to_vec())
    }
}

/// `sessions/../rubrics/a.toml` is `rubrics/a.toml` where there are no symbolic links.
pub(super) fn without_detours(path: &Path) -> PathBuf {
    let mut direct = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(direct.pop()),
            Component::CurDir => (),
            _ => direct.push(part),
        }
    }
    direct
}
