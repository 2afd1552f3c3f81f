//! A table of text: CSV with commas, semicolons or tabs, in UTF-8, in UTF-16 with its mark as Excel's “Unicode
//! text” is, or in GBK as Excel in China writes CSV.

use std::{borrow::Cow, path::Path, sync::Arc};

use encoding_rs::{Encoding, GB18030};

use super::{
    book::{MOST_COLUMNS, MOST_ROWS},
    sheet::{Cell, Nature, Row, Sheet, Source},
};
use crate::definition::{Complaint, Problem, cells::Rows, page::Page};

/// What may stand between two cells.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The table, split as makes the best sense of it.
///
/// # Errors
///
/// That it is no text, or has a quote that is never closed.
pub(super) fn read(
    path: &Path,
    bytes: &[u8],
    sense: impl Fn(&Sheet) -> usize,
) -> Result<Sheet, Vec<Problem>> {
    let text = decoded(bytes);
    let text = text.filter(|text| !text.contains(is_binary) && !looks_like_markup(text));
    let Some(text) = text else {
        return Err(vec![Page::new(path, "").problem(0, Complaint::NotAList)]);
    };
    let ways = DELIMITERS.map(|delimiter| split(path, &text, delimiter));
    let best = ways.into_iter().reduce(|best, way| {
        let is_better = sense(&way.0) > sense(&best.0); // Of several that make equal sense the first.
        if is_better { way } else { best }
    });
    match best {
        Some((sheet, problems)) if problems.is_empty() => Ok(sheet),
        best => Err(best.map(|(_, problems)| problems).unwrap_or_default()),
    }
}

/// The bytes as text, without a byte order mark.
fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling_and_without_replacement(rest);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    GB18030.decode_without_bom_handling_and_without_replacement(bytes)
}

fn is_binary(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{1f}')
}

/// A web page, which some systems give out as `.xls`; a PDF.
fn looks_like_markup(text: &str) -> bool {
    let begins = text.trim_start();
    begins.starts_with('<') || begins.starts_with("%PDF")
}

fn split(path: &Path, text: &str, delimiter: u8) -> (Sheet, Vec<Problem>) {
    let page = Page::new(path, text);
    let source = Source { file: path.to_owned(), sheet: None };
    let (mut rows, mut walk) = (Vec::new(), Walk { text, at: 0, line: 1, begins: 0 });
    for cells in Rows::split(&page, delimiter) {
        let mut row = Row::default();
        for (nth, cell) in cells.into_iter().enumerate() {
            let (line, at) = walk.to(cell.at);
            row.line = if nth == 0 { line } else { row.line };
            let text = unguarded(&cell.text).trim().to_owned();
            row.cells.push(Cell { nth, at, text, nature: nature(&cell.text) });
            if nth >= MOST_COLUMNS {
                page.complain(cell.at, too_large("columns", MOST_COLUMNS));
                break;
            }
        }
        rows.push(row);
        if rows.len() > MOST_ROWS {
            page.complain(walk.at, too_large("rows", MOST_ROWS));
            break;
        }
    }
    (Sheet { source: Arc::new(source), is_hidden: false, rows }, page.into_problems())
}

fn too_large(what: &str, most: usize) -> Complaint {
    Complaint::ListTooLarge { what: what.to_owned(), most }
}

/// Finds lines and columns of places that are asked for from front to back.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    /// Where the line begins.
    begins: usize,
}

impl Walk<'_> {
    fn to(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.begins = passed.rfind('\n').map_or(self.begins, |feed| self.at + feed + 1);
        self.at = self.at.max(at);
        let before = self.text.get(self.begins..at).unwrap_or_default();
        (self.line, 1 + before.chars().count())
    }
}

/// What formulas that failed are saved as.
fn nature(text: &str) -> Nature {
    const ERRORS: [&str; 8] =
        ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"];
    if ERRORS.contains(&text) { Nature::Error } else { Nature::Plain }
}

/// A text without the apostrophes that keep spreadsheets from computing it, as `export` writes them.
fn unguarded(text: &str) -> Cow<'_, str> {
    let computes = |sign: char| matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let ends_a_cell = |sign: char| matches!(sign, ';' | '\t' | '\r' | '\n');
    if !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    let (mut plain, mut begins) = (String::with_capacity(text.len()), true);
    for (at, sign) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let first = rest.trim_start_matches('\'').chars().next();
        let is_guard = sign == '\'' && begins && first.is_some_and(computes);
        begins = ends_a_cell(sign) || begins && sign == '"';
        if !is_guard {
            plain.push(sign);
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::{decoded, unguarded};

    #[test]
    fn a_guard_is_taken_off_once_and_nothing_else_is() {
        for (guarded, plain) in [
            ("'=1+1", "=1+1"),
            ("''=1", "'=1"),
            ("'－1", "－1"),
            ("a;'=1", "a;=1"),
            ("\"'@x\"", "\"@x\""),
            ("it's", "it's"),
            ("'quoted'", "'quoted'"),
            ("", ""),
        ] {
            assert_eq!(unguarded(guarded), plain);
        }
    }

    #[test]
    fn what_excel_saves_is_text() {
        let (gbk, _, _) = encoding_rs::GBK.encode("项目编号,名称");
        assert_eq!(decoded(&gbk).as_deref(), Some("项目编号,名称"));
        let wide: Vec<u8> =
            "\u{feff}编号\t名称".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&wide).as_deref(), Some("编号\t名称"));
        assert_eq!(decoded(b"\xef\xbb\xbfid").as_deref(), Some("id"));
        assert_eq!(decoded(b"\xff\xff\xff"), None);
    }
}
