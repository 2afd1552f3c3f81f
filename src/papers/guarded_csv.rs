//! Tables as CSV (RFC 4180) that no spreadsheet takes for formulas: the advice of
//! [OWASP](https://owasp.org/www-community/attacks/CSV_Injection).
//!
//! A spreadsheet computes what begins with `=`, `+`, `-`, `@`, tab or carriage return, in full width too.
//! A text that does gets an apostrophe before it, and is shown as it is. Where another spreadsheet takes
//! `;` or a tab as the end of a cell, the next one begins inside a text; so there as well. Numbers are
//! written as numbers, negative ones too.

use std::{borrow::Cow, io};

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

/// A text of which no spreadsheet computes a part.
fn guarded(text: &str) -> Cow<'_, str> {
    let computes = |sign: char| matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let ends_a_cell = |sign: char| matches!(sign, ';' | '\t' | '\r' | '\n');
    if !text.chars().any(|sign| computes(sign) || sign == '\t' || sign == '\r') {
        return Cow::Borrowed(text);
    }
    let (mut safe, mut begins) = (String::with_capacity(text.len() + 1), true);
    for (nth, sign) in text.chars().enumerate() {
        let starts = nth == 0 && matches!(sign, '\t' | '\r');
        if starts || begins && computes(sign) {
            safe.push('\'');
        }
        begins = ends_a_cell(sign) || begins && sign == '"';
        safe.push(sign);
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::{guarded, write};
    use crate::papers::grid::{Cell, Column, Grid};

    #[test]
    fn what_begins_like_a_formula_is_a_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\"=1"] {
            let safe = guarded(text);
            assert!(safe.trim_start_matches('"').starts_with('\''), "{text:?}: {safe:?}");
        }
        assert_eq!(guarded("a;=1"), "a;'=1");
        assert_eq!(guarded("a\n-1;\"+2"), "a\n'-1;\"'+2");
        for text in ["E01", "a-b", "C = D", "1.5", "项目 + 团队", ""] {
            assert_eq!(guarded(text), text);
        }
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
