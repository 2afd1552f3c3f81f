//! A complaint and the place it is about.

use std::{fmt, path::PathBuf};

use serde::Serialize;

use super::Complaint;

/// Something wrong in a rubric or session file.
///
/// `Display` is for logs: `sessions/a.toml:12:8: unknown-group group="enterprize" known="…"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, as it was asked for or as the session's path leads to it.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub complaint: Complaint,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, complaint } = self;
        write!(f, "{}:{line}:{column}: {complaint}", file.display())
    }
}
