//! Tables as CSV (RFC 4180) that no spreadsheet takes for formulas: the advice of
//! [OWASP](https://owasp.org/www-community/attacks/CSV_Injection).
//!
//! A spreadsheet computes what begins with `=`, `+`, `-`, `@`, tab or carriage return, in full width too.
//! A text that does gets an apostrophe before it, and is shown as it is. Where another spreadsheet takes
//! `;` or a tab as the end of a cell, the next one begins inside a text; so there as well. Numbers are
//! written as numbers, negative ones too.

use std::{borrow::Cow, io};

use rust_decimal::Decimal;

use super::grid::{Cell, Grid};

/// What Excel knows UTF-8 by.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes a table with its heads, `with_mark` for Excel.
///
/// # Errors
///
/// When the writer fails.
pub fn write(grid: &Grid, with_mark: bool, mut to: impl io::Write) -> csv::Result<()> {
    if with_mark {
        to.write_all(BYTE_ORDER_MARK)?;
    }
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    csv.write_record(grid.columns.iter().map(|it| guarded(&it.head).into_owned()))?;
    for row in &grid.rows {
        for cell in &row.cells {
            match cell {
                Cell::Empty => csv.write_field("")?,
                Cell::Text(text) => csv.write_field(guarded(text).as_ref())?,
                Cell::Count(count) => csv.write_field(count.to_string())?,
                Cell::Decimal(points) | Cell::Dropped(points) => {
                    csv.write_field(points.to_string())?;
                }
            }
        }
        csv.write_record(None::<&[u8]>)?;
    }
    Ok(csv.flush()?)
}

/// Writes rows that are texts already; those that are plain numbers stay as they are.
pub struct GuardedRows<W: io::Write>(csv::Writer<W>);

impl<W: io::Write> GuardedRows<W> {
    /// Rows for this writer.
    pub fn new(to: W) -> Self {
        Self(csv::Writer::from_writer(to))
    }

    /// Writes a row.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write(&mut self, row: impl IntoIterator<Item = impl AsRef<str>>) -> csv::Result<()> {
        for cell in row {
            let text = cell.as_ref();
            let is_number = Decimal::from_str_exact(text).is_ok() && !text.starts_with('+');
            let text = if is_number { Cow::Borrowed(text) } else { guarded(text) };
            self.0.write_field(text.as_ref())?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    /// Ends the table.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn end(mut self) -> csv::Result<()> {
        Ok(self.0.flush()?)
    }
}

/// A text of which no spreadsheet computes a part. One that has such an apostrophe itself gets another, so
/// that who takes one off has the text as it was: `roadshow import`.
fn guarded(text: &str) -> Cow<'_, str> {
    let computes = |sign: char| matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let ends_a_cell = |sign: char| matches!(sign, ';' | '\t' | '\r' | '\n');
    if !text.chars().any(|sign| computes(sign) || sign == '\t' || sign == '\r') {
        return Cow::Borrowed(text);
    }
    let (mut safe, mut begins) = (String::with_capacity(text.len() + 1), true);
    for (at, sign) in text.char_indices() {
        let starts = at == 0 && matches!(sign, '\t' | '\r');
        let rest = text.get(at..).unwrap_or_default().trim_start_matches('\'');
        if starts || begins && rest.starts_with(computes) {
            safe.push('\'');
        }
        begins = ends_a_cell(sign) || begins && sign == '"';
        safe.push(sign);
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::{GuardedRows, guarded, write};
    use crate::papers::grid::{Cell, Column, Grid};

    #[test]
    fn what_begins_like_a_formula_is_a_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\"=1"] {
            let safe = guarded(text);
            assert!(safe.trim_start_matches('"').starts_with('\''), "{text:?}: {safe:?}");
        }
        assert_eq!(guarded("a;=1"), "a;'=1");
        assert_eq!(guarded("a\n-1;\"+2"), "a\n'-1;\"'+2");
        assert_eq!(guarded("'=1"), "''=1");
        for text in ["E01", "a-b", "'a'", "C = D", "1.5", "项目 + 团队", ""] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn rows_of_texts_are_guarded_and_their_numbers_are_not() {
        let mut csv = Vec::new();
        let mut rows = GuardedRows::new(&mut csv);
        rows.write(["=1+1", "-0.50", "-x", "E01"]).unwrap();
        rows.end().unwrap();
        assert_eq!(csv, b"'=1+1,-0.50,'-x,E01\n");
    }

    #[test]
    fn a_number_below_zero_is_still_a_number() {
        let mut grid = Grid::new(vec![Column::new("name", 10), Column::new("points", 10)]);
        let points = Cell::Decimal("-0.50".parse().unwrap());
        grid.push(vec![Cell::text("say \"hi\", -1\r\nnext"), points]);
        let mut csv = Vec::new();
        write(&grid, true, &mut csv).unwrap();
        let csv = String::from_utf8(csv).unwrap();
        let wanted = "\u{feff}name,points\r\n\"say \"\"hi\"\", -1\r\nnext\",-0.50\r\n";
        assert_eq!(csv, wanted);
    }
}
