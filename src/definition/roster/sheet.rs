//! A table of cells as an office keeps it: a worksheet of a workbook, or a CSV file.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::definition::{Complaint, Problem, page::shown};

/// How many columns `A` to `Z` are.
const LETTERS: usize = 26;

/// Where a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::definition) struct Source {
    /// The file.
    pub(super) file: PathBuf,
    /// The name of the worksheet; a CSV file has none.
    pub(super) sheet: Option<String>,
}

/// A place in a table: of a worksheet row and column, of a CSV file line and character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::definition) struct At {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl At {
    /// Where a table begins.
    pub(super) const FIRST: Self = Self { line: 1, column: 1 };
}

/// A table.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) source: Arc<Source>,
    /// Whether spreadsheet programs do not show it.
    pub(super) is_hidden: bool,
    /// The rows in which something stands, from above.
    pub(super) rows: Vec<Row>,
}

/// One row of it.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Which one, from 1.
    pub(super) line: usize,
    /// The cells that are there, from the left.
    pub(super) cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug)]
pub(super) struct Cell {
    /// Which of the row, from 0.
    pub(super) nth: usize,
    /// Where it begins.
    pub(super) at: usize,
    /// What it says, without blanks around it.
    pub(super) text: String,
    pub(super) nature: Nature,
}

/// What a cell is to a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Plain,
    Date,
    /// A formula that failed.
    Error,
    /// A formula whose result is not in the file.
    Unsaved,
}

impl Source {
    /// What is wrong at this place.
    pub(in crate::definition) fn problem(&self, at: At, complaint: Complaint) -> Problem {
        let cell = self.sheet.is_some().then(|| self.cell(at));
        let At { line, column } = at;
        Problem { file: self.file.clone(), line, column, cell, complaint }
    }

    /// A place for people who are at another one: `项目!C5`, of a CSV file `list.csv:5`, and with its path in
    /// another file.
    pub(super) fn place(&self, at: At, from: &Self) -> String {
        let is_here = self.file == from.file;
        match &self.sheet {
            Some(_) if is_here => self.cell(at),
            Some(_) => format!("{}: {}", self.file.display(), self.cell(at)),
            None if is_here => {
                let name = self.file.file_name().unwrap_or(self.file.as_os_str());
                format!("{}:{}", name.to_string_lossy(), at.line)
            }
            None => format!("{}:{}", self.file.display(), at.line),
        }
    }

    fn cell(&self, at: At) -> String {
        let sheet = self.sheet.as_deref().unwrap_or_default();
        format!("{sheet}!{}{}", letters(at.column), at.line)
    }

    /// What the table is called: as the worksheet, or as the file.
    pub(in crate::definition) fn name(&self) -> String {
        let stem = || self.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        self.sheet.clone().unwrap_or_else(stem)
    }

    /// The file.
    pub(in crate::definition) fn file(&self) -> &Path {
        &self.file
    }
}

impl Sheet {
    /// Where the cell of this row and column is, or would be.
    pub(super) fn at(&self, row: &Row, nth: usize) -> At {
        let missing = || match (&self.source.sheet, row.cells.last()) {
            (None, Some(last)) => last.at + last.text.chars().count(),
            _ => nth + 1,
        };
        At { line: row.line, column: row.get(nth).map_or_else(missing, |cell| cell.at) }
    }
}

impl Cell {
    /// Why nothing can be read of it, whatever its column.
    pub(super) fn fault(&self) -> Option<Complaint> {
        match self.nature {
            Nature::Plain | Nature::Date => None,
            Nature::Error => Some(Complaint::CellIsError { value: shown(&self.text) }),
            Nature::Unsaved => Some(Complaint::CellNotComputed),
        }
    }
}

impl Row {
    pub(super) fn get(&self, nth: usize) -> Option<&Cell> {
        let found = self.cells.binary_search_by_key(&nth, |cell| cell.nth).ok()?;
        self.cells.get(found)
    }

    /// The cells that say something.
    pub(super) fn said(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.text.is_empty())
    }
}

/// The letters of a spreadsheet's column, from 1: `A`, …, `Z`, `AA`.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        let letter = u8::try_from((column - 1) % LETTERS).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        column = (column - 1) / LETTERS;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_counted_in_letters() {
        let said: Vec<_> = [1, 26, 27, 52, 53, 702, 703].map(letters).into();
        assert_eq!(said, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
