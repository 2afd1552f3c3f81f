//! Workbooks (XLSX) as tables of texts, whatever program wrote them and whatever their names end in. Those of
//! Excel 97 and ODS are told to be saved anew: their readers break down on damaged files.
//!
//! A workbook comes from outside: what it unpacks to is measured before it is unpacked into memory, and
//! rows, columns and cells are counted while they are read (`a_workbook_that_is_too_large_is_refused`).

use std::{
    io::{self, Cursor, Read},
    path::Path,
    sync::Arc,
};

use calamine::{Data, Dimensions, Reader, Sheet as Meta, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::sheet::{Cell, Nature, Row, Sheet, Source};
use crate::definition::{Complaint, page::shown};

/// The largest file: a list of ten thousand projects has about one megabyte.
pub(super) const MOST_BYTES: usize = 16 << 20;
/// What a workbook may unpack to.
const MOST_UNPACKED: u64 = 32 << 20;
/// The most rows of a table.
pub(super) const MOST_ROWS: usize = 20_000;
/// The most columns of a table.
pub(super) const MOST_COLUMNS: usize = 256;
/// The most cells of a file.
const MOST_CELLS: usize = 1_000_000;
/// The most files inside a workbook.
const MOST_PARTS: usize = 2_000;

/// What the files of a kind begin with.
const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument";
/// How far into a file that word stands.
const LEAD: usize = 100;

/// The worksheets of a workbook; `None` where it is none.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Option<Result<Vec<Sheet>, Complaint>> {
    if bytes.starts_with(OLE) {
        let has_password = is_encrypted(bytes);
        return Some(Err(if has_password {
            Complaint::EncryptedList
        } else {
            Complaint::OldWorkbook
        }));
    }
    if !bytes.starts_with(ZIP) {
        return None;
    }
    if bytes.windows(OPEN_DOCUMENT.len()).take(LEAD).any(|window| window == OPEN_DOCUMENT) {
        return Some(Err(Complaint::OldWorkbook));
    }
    let mut shelf = Shelf { path, cells: 0, sheets: Vec::new() };
    Some(shelf.read(bytes).map(|()| shelf.sheets))
}

/// The worksheets of one file while they are read.
struct Shelf<'a> {
    path: &'a Path,
    cells: usize,
    sheets: Vec<Sheet>,
}

impl Shelf<'_> {
    fn read(&mut self, bytes: &[u8]) -> Result<(), Complaint> {
        measure(bytes)?;
        let broken = |error: XlsxError| broken(error.to_string());
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
        for meta in worksheets(book.sheets_metadata()) {
            let merged = book.merge_cells_by_sheet_name(&meta.name).unwrap_or_default();
            let mut cells = book.worksheet_cells_reader(&meta.name).map_err(broken)?;
            let mut rows = Vec::new();
            while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
                let data = Data::from(cell.value);
                // Where a formula came to an empty text, that text is saved.
                let is_unsaved = cell.formula.is_some() && data == Data::Empty;
                let said = if is_unsaved { unsaved() } else { said(&data) };
                self.put(&mut rows, cell.pos, said)?;
            }
            self.push(&meta, rows, &merged);
        }
        Ok(())
    }

    /// Puts a cell where it belongs; one that says nothing belongs nowhere.
    fn put(
        &mut self,
        rows: &mut Vec<Row>,
        (row, column): (u32, u32),
        (text, nature): (String, Nature),
    ) -> Result<(), Complaint> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let place = |nth: u32| usize::try_from(nth).unwrap_or(usize::MAX);
        let (row, nth) = (place(row), place(column));
        self.cells += 1;
        for (there, most, what) in [
            (row, MOST_ROWS, "rows"),
            (nth, MOST_COLUMNS, "columns"),
            (self.cells, MOST_CELLS, "cells"),
        ] {
            if there >= most {
                return Err(Complaint::ListTooLarge { what: what.to_owned(), most });
            }
        }
        let cell = Cell { nth, at: nth + 1, text: text.trim().to_owned(), nature };
        // Programs write rows from above and cells from the left; others are put where they belong.
        let line = row + 1;
        let found = rows.binary_search_by_key(&line, |row| row.line);
        let row = found.unwrap_or_else(|gap| {
            rows.insert(gap, Row { line, cells: Vec::new() });
            gap
        });
        if let Some(row) = rows.get_mut(row) {
            // Of two cells in one place spreadsheets show the first.
            if let Err(gap) = row.cells.binary_search_by_key(&nth, |cell| cell.nth) {
                row.cells.insert(gap, cell);
            }
        }
        Ok(())
    }

    fn push(&mut self, meta: &Meta, mut rows: Vec<Row>, merged: &[Dimensions]) {
        for area in merged {
            fill_down(&mut rows, area);
        }
        let source = Source { file: self.path.to_owned(), sheet: Some(shown(&meta.name)) };
        let is_hidden = meta.visible != SheetVisible::Visible;
        self.sheets.push(Sheet { source: Arc::new(source), is_hidden, rows });
    }
}

/// Those that hold cells.
fn worksheets(all: &[Meta]) -> Vec<Meta> {
    all.iter().filter(|it| it.typ == SheetType::WorkSheet).cloned().collect()
}

/// Whether Excel has put a workbook with a password into this file.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn broken(detail: impl AsRef<str>) -> Complaint {
    Complaint::BrokenWorkbook { detail: shown(detail.as_ref()) }
}

/// Unpacks a workbook to nowhere, and complains if it is too large or none.
fn measure(bytes: &[u8]) -> Result<(), Complaint> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|it| broken(it.to_string()))?;
    let most = usize::try_from(MOST_UNPACKED >> 20).unwrap_or(usize::MAX);
    let too_large = || Complaint::ListTooLarge { what: "unpacked".to_owned(), most };
    if parts.len() > MOST_PARTS {
        return Err(Complaint::ListTooLarge { what: "parts".to_owned(), most: MOST_PARTS });
    }
    let mut left = MOST_UNPACKED;
    for nth in 0..parts.len() {
        let part = parts.by_index(nth).map_err(|it| broken(it.to_string()))?;
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|it| broken(it.to_string()))?;
        left = left.checked_sub(unpacked).ok_or_else(too_large)?;
    }
    Ok(())
}

/// A cell whose formula nobody has computed, as programs leave it that are no spreadsheets.
fn unsaved() -> (String, Nature) {
    ("=".to_owned(), Nature::Unsaved)
}

/// What a cell says, as text.
fn said(data: &Data) -> (String, Nature) {
    match data {
        Data::Empty => (String::new(), Nature::Plain),
        Data::Int(number) => (number.to_string(), Nature::Plain),
        Data::Float(number) => (plain(*number), Nature::Plain),
        Data::Bool(flag) => (flag.to_string(), Nature::Plain),
        Data::String(text) => (text.clone(), Nature::Plain),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            (format!("{year:04}-{month:02}-{day:02}"), Nature::Date)
        }
        Data::DateTime(span) => (plain(span.as_f64()), Nature::Date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => {
            let day = text.split('T').next().unwrap_or_default();
            (day.to_owned(), Nature::Date)
        }
        Data::Error(error) => (error.to_string(), Nature::Error),
    }
}

/// A number as a spreadsheet shows it: with fifteen digits at most, and without a point where it is whole.
fn plain(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// Gives the rows of a merged area what its first cell says. Only downwards: what is merged to the right is
/// one wide cell.
fn fill_down(rows: &mut [Row], area: &Dimensions) {
    let place = |nth: u32| usize::try_from(nth).unwrap_or(usize::MAX);
    let (top, bottom) = (place(area.start.0) + 1, place(area.end.0).saturating_add(1));
    let nth = place(area.start.1);
    let first = rows.binary_search_by_key(&top, |row| row.line).ok();
    let first = first.and_then(|first| Some((first, rows.get(first)?.get(nth)?)));
    let Some((first, cell)) = first else { return };
    let (text, nature) = (cell.text.clone(), cell.nature);
    for row in rows.iter_mut().skip(first + 1).take_while(|row| row.line <= bottom) {
        if let Err(gap) = row.cells.binary_search_by_key(&nth, |cell| cell.nth) {
            row.cells.insert(gap, Cell { nth, at: nth + 1, text: text.clone(), nature });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::{Complaint, MOST_PARTS, measure, plain};

    /// A packed file with so many empty ones in it.
    fn packed(parts: usize) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for nth in 0..parts {
            zip.start_file(nth.to_string(), SimpleFileOptions::default()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_workbook_of_too_many_files_is_told_before_they_are_unpacked() {
        let too_many = Complaint::ListTooLarge { what: "parts".to_owned(), most: MOST_PARTS };
        assert_eq!(measure(&packed(MOST_PARTS + 1)), Err(too_many));
        assert_eq!(measure(&packed(MOST_PARTS)), Ok(()));
    }

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        for (number, said) in [
            (7.0, "7"),
            (87.5, "87.5"),
            (0.1 + 0.2, "0.3"),
            (-3.0, "-3"),
            (20_260_101.0, "20260101"),
        ] {
            assert_eq!(plain(number), said);
        }
    }
}
