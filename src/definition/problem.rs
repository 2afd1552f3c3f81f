//! A complaint and the place it is about.

use std::{fmt, path::PathBuf};

use serde::Serialize;
use serde_json::Value;

use super::{Complaint, page::shown};

/// Something wrong in a rubric or session file.
///
/// `Display` is for logs: `sessions/a.toml:12:8: unknown-id id="enterprize" kind="group" known="…"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, as it was asked for or as the session's path leads to it.
    pub file: PathBuf,
    /// The line, from 1; of a worksheet the row.
    pub line: usize,
    /// The column, from 1, in characters; of a worksheet in cells.
    pub column: usize,
    /// The cell of a worksheet, as spreadsheets name it: `项目!C5`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What is wrong.
    pub complaint: Complaint,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.complaint)
    }
}

impl Problem {
    /// Where it is: `sessions/a.toml:12:8`, `list.xlsx: 项目!C5`.
    pub fn place(&self) -> String {
        let Self { file, line, column, cell, .. } = self;
        match cell {
            Some(cell) => format!("{}: {cell}", file.display()),
            None => format!("{}:{line}:{column}", file.display()),
        }
    }
}

impl Complaint {
    /// An id that is none of those there are.
    pub(super) fn unknown_id<I: ToString>(
        kind: &str,
        id: &str,
        known: impl IntoIterator<Item = I>,
    ) -> Self {
        let known: Vec<_> = known.into_iter().map(|id| id.to_string()).collect();
        Self::UnknownId { kind: kind.to_owned(), id: shown(id), known: known.join(", ") }
    }

    /// Whether the file could not be had at all.
    pub(super) fn is_of_the_disk(&self) -> bool {
        matches!(self, Self::FileMissing { .. } | Self::FileUnreadable { .. })
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = serde_json::to_value(self).map_err(|_| fmt::Error)?;
        f.write_str(fields.get("code").and_then(Value::as_str).unwrap_or_default())?;
        for (name, value) in fields.as_object().into_iter().flatten() {
            if name != "code" {
                write!(f, " {name}={value}")?;
            }
        }
        Ok(())
    }
}
