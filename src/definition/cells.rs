//! A CSV text as rows of cells that know their place. Cells may be quoted, with quotes doubled
//! inside; lines end as on any system; blank lines are no rows.

use std::borrow::Cow;

use super::{Complaint, page::Page};

/// One cell, without its quotes and without blanks around it.
pub(super) struct Cell<'d> {
    /// Where it begins.
    pub(super) at: usize,
    /// What it says.
    pub(super) text: Cow<'d, str>,
}

/// Walks over the rows of a file.
pub(super) struct Rows<'d> {
    page: &'d Page<'d>,
    text: &'d str,
    at: usize,
    /// What stands between two cells.
    delimiter: u8,
    /// How many cells the last row had: the next will have as many.
    width: usize,
    /// A quote that is never closed has swallowed the rest.
    is_broken: bool,
}

impl<'d> Rows<'d> {
    /// The rows of this file, with commas between cells.
    pub(super) fn of(page: &'d Page<'d>) -> Self {
        Self::split(page, b',')
    }

    /// The rows of this file, with another sign between cells.
    pub(super) fn split(page: &'d Page<'d>, delimiter: u8) -> Self {
        let text = page.text();
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        Self { page, text, at: mark, delimiter, width: 1, is_broken: false }
    }

    fn rest(&self) -> &'d str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, sign: &str) -> bool {
        let is_there = self.rest().starts_with(sign);
        self.at += if is_there { sign.len() } else { 0 };
        is_there
    }

    fn takes_delimiter(&mut self) -> bool {
        let is_there = self.rest().as_bytes().first() == Some(&self.delimiter);
        self.at += usize::from(is_there);
        is_there
    }

    fn takes_line_end(&mut self) -> bool {
        self.take("\r\n") || self.take("\n")
    }

    fn cell(&mut self) -> Cell<'d> {
        let is_blank = |sign| sign == ' ' || sign == '\t' && self.delimiter != b'\t';
        self.at += self.rest().len() - self.rest().trim_start_matches(is_blank).len();
        if self.take("\"") { self.quoted() } else { self.plain() }
    }

    fn plain(&mut self) -> Cell<'d> {
        let (at, rest) = (self.at, self.rest());
        let end = rest.bytes().position(|sign| sign == self.delimiter || sign == b'\n');
        let text = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
        let is_line_end = end.is_some_and(|end| rest.as_bytes().get(end) == Some(&b'\n'));
        let text = text.strip_suffix('\r').filter(|_| is_line_end).unwrap_or(text);
        self.at += text.len();
        Cell { at, text: Cow::Borrowed(text.trim()) }
    }

    /// What follows the opening quote, up to the one that closes it.
    fn quoted(&mut self) -> Cell<'d> {
        let at = self.at - 1;
        let mut text = Cow::Borrowed("");
        loop {
            let Some((part, _)) = self.rest().split_once('"') else {
                self.page.complain(at, Complaint::OpenQuote);
                self.at = self.text.len();
                self.is_broken = true;
                break;
            };
            text += part;
            self.at += part.len() + 1;
            if !self.take("\"") {
                break;
            }
            text += "\"";
        }
        let after = self.plain();
        if !after.text.is_empty() {
            self.page.complain(after.at, Complaint::TextAfterQuote);
        }
        Cell { at, text: Cow::Owned(text.trim().to_owned()) }
    }
}

impl<'d> Iterator for Rows<'d> {
    type Item = Vec<Cell<'d>>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.takes_line_end() {}
        if self.rest().is_empty() {
            return None;
        }
        let mut cells = Vec::with_capacity(self.width);
        cells.push(self.cell());
        while self.takes_delimiter() {
            cells.push(self.cell());
        }
        self.width = cells.len();
        self.takes_line_end();
        (!self.is_broken).then_some(cells)
    }
}
