//! Forms and exports as workbooks (XLSX): numbers are numbers, texts are texts, and nothing is a formula.
//!
//! The same journal gives the same bytes: `the_same_journal_gives_the_same_bytes` in `tests/it/papers.rs`; LibreOffice makes
//! the pages of them that are known: `papers_open_in_libreoffice` in `tests/it/libreoffice.rs`.
//! A form has a worksheet for each group or room, its copies one below the other with a page break before
//! each, and within where a page is full; the spreadsheet program counts the pages.

mod looks;

use std::{collections::BTreeMap, ops::Range};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthChar;

use self::looks::{Looks, number_of, set_off, shape};
use super::{
    evening::Evening,
    form::{Form, Leaf},
    grid::{Cell, Column, Grid, Row},
    html::foot,
    page::{Room, bands, lines, worded},
    tongues::Tongues,
};
use crate::contest::At;

/// How many page breaks Excel knows on a worksheet.
const MOST_BREAKS: usize = 1_023;
/// How many copies a worksheet holds, so that most of them may take three pages.
const MOST_COPIES: usize = 300;
/// The most characters that Excel takes in a cell.
const LONGEST_TEXT: usize = 32_767;
/// The most letters of a worksheet's name.
const LONGEST_NAME: usize = 31;
/// What the columns of a page may take together, in millimetres: upright, and on its side.
const WIDTHS: (u32, u32) = (172, 254);
/// The height of a page between its margins in points, with something to spare: upright, and on its side.
const HEIGHTS: (u32, u32) = (726, 486);
/// The margins of a page in inches: left, right, top, bottom, and those of what runs above and below.
const MARGINS: [f64; 6] = [0.5, 0.5, 0.6, 0.7, 0.3, 0.3];
/// How wide what runs above a page may be, in halves of Chinese characters, to stay on one line.
const RUNNING: usize = 100;
/// How much wider columns may come out than they were set, in hundredths. A spreadsheet program measures them
/// by a digit of the workbook's font, and where that is missing, by another font's.
const WIDER: u32 = 130;
/// The height of a line of what is in cells and what a row takes beside, in points.
const LINE: u32 = 14;
const PADDING: u32 = 6;
/// The tallest row that Excel has; that of a title, a line to sign on, and any other.
const TALLEST: u32 = 409;
const TITLE: u32 = 24;
const SIGNATURE: u32 = 30;
const USUAL: u32 = 15;
/// What Excel calls A4.
pub(super) const A4: u8 = 9;

/// A form as a workbook.
///
/// # Errors
///
/// When it is larger than a workbook can be.
pub fn of_form(form: &Form, evening: &Evening, tongues: &Tongues) -> Result<Vec<u8>, XlsxError> {
    let mut book = begun(&form.title, evening.as_of())?;
    let mut names = Names::default();
    for leaves in sections(&form.leaves) {
        let Some(first) = leaves.first() else { continue };
        let sheet = book.add_worksheet();
        sheet.set_name(names.next(&first.section))?;
        let (looks, heights, page) = (Looks::new(), BTreeMap::new(), 0);
        Writer { sheet, looks, evening, tongues, heights, page }.leaves(&leaves)?;
    }
    book.save_to_buffer()
}

/// Tables as a workbook, a worksheet each; with what they are of, and as of when.
///
/// # Errors
///
/// When they are larger than a workbook can be.
pub fn of_tables<'g>(
    tables: impl IntoIterator<Item = (&'g str, &'g Grid)>,
    title: &str,
    as_of: At,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = begun(title, as_of)?;
    let looks = Looks::new();
    for (name, grid) in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (nth, column) in (0..).zip(&grid.columns) {
            sheet.set_column_width_pixels(nth, pixels(column.width * 10))?;
            sheet.write_string_with_format(0, nth, &column.head, &looks.head)?;
        }
        for (nth, row) in (1..).zip(&grid.rows) {
            for (column, cell) in (0..).zip(&row.cells) {
                write_bare(sheet, (nth, column), cell)?;
            }
        }
    }
    book.save_to_buffer()
}

/// An empty workbook, of the moment that the journal is of.
fn begun(title: &str, as_of: At) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let seconds = as_of.0.div_euclid(1000);
    let made = ExcelDateTime::from_timestamp(seconds)?;
    let maker = concat!("roadshow ", env!("CARGO_PKG_VERSION"));
    let properties = DocProperties::new().set_title(title).set_author(maker);
    book.set_properties(&properties.set_creation_datetime(&made));
    Ok(book)
}

/// The copies of each section, as many as a worksheet holds, wherever they stand among others.
fn sections(leaves: &[Leaf]) -> Vec<Vec<&Leaf>> {
    let key = |leaf: &Leaf| (leaf.section.clone(), leaf.grid.columns.len());
    let mut sections: Vec<(_, Vec<&Leaf>)> = Vec::new();
    for leaf in leaves {
        let key = key(leaf);
        match sections.iter_mut().find(|(it, leaves)| *it == key && leaves.len() < MOST_COPIES) {
            Some((_, leaves)) => leaves.push(leaf),
            None => sections.push((key, vec![leaf])),
        }
    }
    sections.into_iter().map(|(_, leaves)| leaves).collect()
}

/// Names of worksheets, each once and as Excel takes them.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn next(&mut self, wanted: &str) -> String {
        let plain = |sign: &char| !"[]:*?/\\'".contains(*sign) && !sign.is_control();
        let plain: String = wanted.chars().filter(plain).collect();
        let plain = if plain.trim().is_empty() { "-".to_owned() } else { plain };
        let cut = |most: usize| plain.chars().take(most).collect::<String>();
        let mut name = cut(LONGEST_NAME);
        let is_taken = |names: &[String], name: &str| {
            names.iter().any(|it| it.to_lowercase() == name.to_lowercase())
        };
        for nth in 2_usize.. {
            if !is_taken(&self.0, &name) {
                break;
            }
            let end = format!(" ({nth})");
            name = cut(LONGEST_NAME - end.len()) + &end;
        }
        self.0.push(name.clone());
        name
    }
}

/// Writes the copies of a section onto a worksheet.
struct Writer<'a> {
    sheet: &'a mut Worksheet,
    looks: Looks,
    evening: &'a Evening,
    tongues: &'a Tongues,
    /// How tall rows are, in points; the others are as tall as ever.
    heights: BTreeMap<u32, u32>,
    /// How much of that goes onto a page at the scale of the paper.
    page: u32,
}

/// Where a copy stands on its worksheet.
struct Stands {
    rows: Range<u32>,
    table: Option<Table>,
}

/// Where the table of a copy stands.
struct Table {
    /// The row with the heads.
    head: u32,
    /// The first row below its lines.
    end: u32,
}

impl Writer<'_> {
    fn leaves(&mut self, leaves: &[&Leaf]) -> Result<(), XlsxError> {
        let Some(first) = leaves.first() else { return Ok(()) };
        let widths = self.laid_out(first)?;
        let (mut row, mut breaks, mut within) = (0, Vec::new(), Vec::new());
        // Above the title of a second copy the heads of the first would only be in the way.
        let is_alone = leaves.len() == 1;
        for leaf in leaves {
            breaks.extend((row > 0).then_some(row));
            let stands = self.leaf(leaf, row, &widths)?;
            row = stands.rows.end;
            let Some(table) = stands.table else { continue };
            within.extend(self.breaks(stands.rows, &table, is_alone));
            if is_alone {
                self.sheet.set_repeat_rows(table.head, table.head)?;
            }
        }
        within.truncate(MOST_BREAKS - breaks.len());
        breaks.extend(within);
        self.sheet.set_page_breaks(&breaks)?;
        Ok(())
    }

    /// The rows of a copy that a page begins with, but for the first, so that notes and signatures stay together
    /// and have lines above them.
    fn breaks(&self, copy: Range<u32>, table: &Table, repeats_heads: bool) -> Vec<u32> {
        let tall = |row: u32| self.heights.get(&row).copied().unwrap_or(USUAL);
        let all = |rows: Range<u32>| rows.map(tall).sum();
        let first = table.head + 1;
        let room = Room {
            height: self.page,
            above: all(copy.start..first),
            again: if repeats_heads { tall(table.head) } else { 0 },
            below: all(table.end..copy.end),
        };
        let parts = room.parted(&(first..table.end).map(tall).collect::<Vec<_>>());
        let begun = parts.into_iter().skip(1).filter_map(|it| u32::try_from(it.start).ok());
        begun.map(|nth| first + nth).collect()
    }

    /// Sets the paper and the columns; what they take comes back in tenths of a millimetre.
    fn laid_out(&mut self, leaf: &Leaf) -> Result<Vec<u32>, XlsxError> {
        self.sheet.set_paper_size(A4);
        if leaf.is_wide {
            self.sheet.set_landscape();
        }
        let [left, right, top, bottom, header, footer] = MARGINS;
        self.sheet.set_margins(left, right, top, bottom, header, footer);
        let session = self.tongues.pick(&self.evening.contest.session().title);
        let state = self.tongues.say(&format!("paper-state-{}", leaf.state.as_str()));
        let end = foot(self.evening, self.tongues);
        let pages = [("page", "&P".into()), ("of", "&N".into())];
        let pages = self.tongues.tell("paper-page", &pages);
        self.sheet.set_header(format!("&L&9{}", in_frame(&format!("{state} · {session}"))));
        self.sheet.set_footer(format!("&L&8{}&R&8{pages}", in_frame(&end)));
        let columns = worded(&leaf.grid);
        let own: u32 = columns.iter().map(|it| it.width).sum();
        let (page, height) =
            if leaf.is_wide { (WIDTHS.1, HEIGHTS.1) } else { (WIDTHS.0, HEIGHTS.0) };
        let widths: Vec<u32> = bands(&columns, own.max(page) * 10)
            .into_iter()
            .flatten()
            .map(|(_, width)| width)
            .collect();
        // A scale leaves page breaks where they are; “fit to one page” would take them out.
        let scale = u16::try_from(page * 100 * 100 / (own.max(page) * WIDER)).unwrap_or(100);
        let scale = scale.max(10);
        self.sheet.set_print_scale(scale);
        self.page = height * 100 / u32::from(scale);
        let leading = columns.iter().take_while(|it| it.leads).count();
        if let Some(last) = leading.checked_sub(1).and_then(|it| u16::try_from(it).ok()) {
            self.sheet.set_repeat_columns(0, last)?;
        }
        for (nth, width) in (0..).zip(&widths) {
            self.sheet.set_column_width_pixels(nth, pixels(*width))?;
        }
        Ok(widths)
    }

    /// Writes a copy from a row on, and says where it stands.
    fn leaf(&mut self, leaf: &Leaf, from: u32, widths: &[u32]) -> Result<Stands, XlsxError> {
        let state = self.tongues.say(&format!("paper-state-{}", leaf.state.as_str()));
        let session = self.tongues.pick(&self.evening.contest.session().title);
        let mut above = vec![format!("{session} · {state}")];
        if self.evening.contest.is_rehearsal() {
            above.push(self.tongues.say("rehearsal-band"));
        }
        let mut row = self.texts(from, above, widths)?;
        self.sheet.write_string_with_format(row, 0, cut(&leaf.title), &self.looks.title)?;
        self.height(row, TITLE)?;
        let facts = leaf.facts.iter().map(|(label, value)| format!("{label}  {value}"));
        row = self.texts(row + 1, facts.chain(leaf.lead.iter().cloned()), widths)?;
        let table = self.grid(&leaf.grid, row + 1, widths)?;
        row = table.as_ref().map_or(row + 1, |table| table.end + 1);
        row = self.texts(row, leaf.notes.iter().cloned(), widths)?;
        let date = self.tongues.say("paper-date");
        for who in &leaf.signatures {
            let line = format!("{who}  ____________________    {date}  ______________");
            self.sheet.write_string_with_format(row, 0, line, &self.looks.text)?;
            self.height(row, SIGNATURE)?;
            row += 1;
        }
        row = self.texts(row, [foot(self.evening, self.tongues)], widths)?;
        Ok(Stands { rows: from..row, table })
    }

    /// Lines above and below the table; what is longer than the table is wide is wrapped over its columns.
    fn texts(
        &mut self,
        mut row: u32,
        texts: impl IntoIterator<Item = String>,
        widths: &[u32],
    ) -> Result<u32, XlsxError> {
        let (whole, last) = (widths.iter().sum(), widths.len().saturating_sub(1));
        let last = u16::try_from(last).unwrap_or_default();
        for text in texts {
            match lines(&text, whole) {
                many @ 2.. if 0 < last => {
                    let wrapped = self.looks.text.clone().set_text_wrap();
                    self.sheet.merge_range(row, 0, row, last, &cut(&text), &wrapped)?;
                    self.height(row, tall(many))?;
                }
                _ => {
                    self.height(row, USUAL)?;
                    self.sheet.write_string_with_format(row, 0, cut(&text), &self.looks.text)?;
                }
            }
            row += 1;
        }
        Ok(row)
    }

    /// Writes a table, if it has a line.
    fn grid(&mut self, grid: &Grid, head: u32, widths: &[u32]) -> Result<Option<Table>, XlsxError> {
        let tallest = |texts: &mut dyn Iterator<Item = String>| {
            tall(texts.zip(widths).map(|(text, width)| lines(&text, *width)).max().unwrap_or(1))
        };
        if grid.rows.is_empty() {
            return Ok(None);
        }
        let heads = |column: &Column| column.head.clone();
        self.height(head, tallest(&mut grid.columns.iter().map(heads)))?;
        for (nth, column) in (0..).zip(&grid.columns) {
            self.sheet.write_string_with_format(head, nth, cut(&column.head), &self.looks.head)?;
        }
        let mut row = head;
        for Row { cells, strong } in &grid.rows {
            row += 1;
            self.height(row, tallest(&mut cells.iter().map(Cell::printed)))?;
            for (nth, cell) in (0..).zip(cells) {
                self.cell((row, nth), cell, *strong)?;
            }
        }
        Ok(Some(Table { head, end: row + 1 }))
    }

    fn height(&mut self, row: u32, points: u32) -> Result<(), XlsxError> {
        self.sheet.set_row_height(row, points)?;
        self.heights.insert(row, points);
        Ok(())
    }

    fn cell(
        &mut self,
        (row, column): (u32, u16),
        cell: &Cell,
        strong: bool,
    ) -> Result<(), XlsxError> {
        let bold =
            |format: &Format| if strong { format.clone().set_bold() } else { format.clone() };
        let (text, number) = (bold(&self.looks.cell), bold(&self.looks.number));
        match cell {
            Cell::Empty => self.sheet.write_blank(row, column, &text)?,
            Cell::Text(said) => {
                self.sheet.write_string_with_format(row, column, cut(said), &text)?
            }
            cell => {
                let number = number.set_num_format(set_off(cell));
                self.sheet.write_number_with_format(row, column, number_of(cell), &number)?
            }
        };
        Ok(())
    }
}

/// A cell of a table that is there to be computed with.
fn write_bare(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => (),
        Cell::Text(said) => _ = sheet.write_string(row, column, cut(said))?,
        Cell::Count(_) => _ = sheet.write_number(row, column, number_of(cell))?,
        cell => {
            let shape = Format::new().set_num_format(shape(cell));
            sheet.write_number_with_format(row, column, number_of(cell), &shape)?;
        }
    }
    Ok(())
}

/// A text as far as a cell holds it.
fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

/// A text that runs above or below every page, on one line; there `&` begins a command, and no more than 255
/// characters stand.
fn in_frame(text: &str) -> String {
    let mut used = 0;
    let fits = |sign: &char| {
        used += sign.width().unwrap_or_default();
        used <= RUNNING
    };
    let cut: String = text.chars().take_while(fits).collect();
    let more = if cut.len() < text.len() { "…" } else { "" };
    format!("{}{more}", cut.replace('&', "&&"))
}

/// The height of a row with so many lines of text, in points.
fn tall(lines: u32) -> u32 {
    (lines * LINE + PADDING).min(TALLEST)
}

/// A width of tenths of a millimetre in pixels, of which an inch has 96.
fn pixels(tenths: u32) -> u32 {
    tenths * 96 / 254
}

#[cfg(test)]
mod tests {
    use super::{MOST_COPIES, Names, sections};
    use crate::papers::{
        form::{Leaf, State},
        grid::Grid,
    };

    #[test]
    fn what_belongs_together_is_on_one_worksheet_as_far_as_it_holds() {
        let leaf = |section: &str| Leaf {
            section: section.to_owned(),
            title: String::new(),
            state: State::Final,
            facts: Vec::new(),
            lead: Vec::new(),
            grid: Grid::default(),
            notes: Vec::new(),
            signatures: Vec::new(),
            is_wide: false,
        };
        let leaves: Vec<_> = (0..MOST_COPIES + 2).flat_map(|_| [leaf("A"), leaf("B")]).collect();
        let counts: Vec<_> = sections(&leaves).iter().map(Vec::len).collect();
        assert_eq!(counts, [MOST_COPIES, MOST_COPIES, 2, 2]);
    }

    #[test]
    fn a_worksheet_has_a_name_that_excel_takes() {
        let mut names = Names::default();
        assert_eq!(names.next("企业组"), "企业组");
        assert_eq!(names.next("企业组"), "企业组 (2)");
        assert_eq!(names.next("a/b:c?"), "abc");
        assert_eq!(names.next("'*'"), "-");
        assert_eq!(names.next(&"x".repeat(40)).len(), 31);
        assert_eq!(names.next(&"X".repeat(40)), format!("{} (2)", "X".repeat(27)));
    }
}
