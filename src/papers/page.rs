//! Forms on sheets of A4: which lines of which columns stand on which page.
//!
//! Pages are made here and not by the printer, because “page n of m” must be the same wherever a form is
//! printed. How tall a line is, is an estimate on the safe side; a page that is misjudged runs over
//! onto another sheet of paper, and nothing is cut off.
//!
//! What always holds, and the test that guards it:
//!
//! - every line stands on exactly one page, in order: `every_line_stands_on_one_page`;
//! - no table is wider than its page: `a_table_is_never_wider_than_its_page`.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{
    form::{Leaf, State},
    grid::{Cell, Column, Grid},
};

/// What of A4 is left between the margins, in millimetres: width and height.
const UPRIGHT: (u32, u32) = (180, 265);
/// The same lying on its side.
const WIDE: (u32, u32) = (267, 178);
/// The height of a line of text in a table, in tenths of a millimetre.
const LINE: u32 = 46;
/// What a table's line takes beside its text.
const PADDING: u32 = 21;
/// What a column takes beside its text, in tenths of a millimetre.
const GUTTER: u32 = 30;
/// The width of half a Chinese character, in tenths of a millimetre, with something to spare.
const HALF: u32 = 18;
/// The least height of a line that is filled in by hand.
const BY_HAND: u32 = 100;
/// The width of a letter in a head, in tenths of a millimetre.
const BOLD: u32 = 21;
/// How wide a table may be, in hundredths of its page, to be squeezed onto it instead of parted.
const SQUEEZED: u32 = 106;
/// What a column gives a word at most, in millimetres; a longer one is broken.
const LONGEST_WORD: u32 = 40;
/// The running head, the title and the foot.
const FRAME: u32 = 330;
/// A fact, a note or a paragraph.
const PARAGRAPH: u32 = 62;
/// A line to sign on.
const SIGNATURE: u32 = 175;
/// How many sign side by side.
pub(super) const SIGN_BESIDE: usize = 2;

/// One page of a leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: usize,
    /// Of so many.
    pub of: usize,
    /// The columns, by their numbers from 0, with their widths in tenths of a millimetre.
    pub columns: Vec<(usize, u32)>,
    /// The lines.
    pub rows: Range<usize>,
    /// Whether it is the last one, with notes and signatures.
    pub is_last: bool,
}

/// The pages of a leaf, at least one.
pub fn pages(leaf: &Leaf) -> Vec<Page> {
    let (width, height) = if leaf.is_wide { WIDE } else { UPRIGHT };
    let bands = bands(&fitted(&leaf.grid, width), width * 10);
    let chunks = chunks(leaf, &bands, width * 10, height * 10);
    let of = chunks.len() * bands.len();
    let mut pages = Vec::with_capacity(of);
    for rows in &chunks {
        for columns in &bands {
            let number = pages.len() + 1;
            let (columns, rows, is_last) = (columns.clone(), rows.clone(), number == of);
            pages.push(Page { number, of, columns, rows, is_last });
        }
    }
    pages
}

/// The columns of a table, at least as wide as the longest word in each, so that no number and no word
/// is broken.
pub(super) fn worded(grid: &Grid) -> Vec<Column> {
    wide_enough(grid, |_| true)
}

/// The same for a page so many millimetres wide. Before a table is parted for long words, they are broken in
/// the columns that grow, such as names.
fn fitted(grid: &Grid, width: u32) -> Vec<Column> {
    let whole = worded(grid);
    let broken = wide_enough(grid, |column| column.grows == 0);
    if is_one_page(&whole, width) || !is_one_page(&broken, width) { whole } else { broken }
}

/// Whether columns go onto a page so many millimetres wide, side by side.
fn is_one_page(columns: &[Column], width: u32) -> bool {
    columns.iter().map(|it| it.width).sum::<u32>() * 100 <= width * SQUEEZED
}

/// The columns, of which these are at least as wide as their longest word.
fn wide_enough(grid: &Grid, keeps_words: impl Fn(&Column) -> bool) -> Vec<Column> {
    let longest = |text: &str, wide: u32| {
        let words = text.split([' ', '\n']).filter(|word| word.is_ascii());
        let longest = words.map(str::len).max().unwrap_or_default();
        (u32::try_from(longest).unwrap_or(u32::MAX).saturating_mul(wide) + GUTTER).div_ceil(10)
    };
    let columns = grid.columns.iter().enumerate().map(|(nth, column)| {
        let cells = grid.rows.iter().filter_map(|row| row.cells.get(nth));
        let cells = cells.map(|cell| longest(&cell.printed(), HALF));
        let cells = cells.filter(|_| keeps_words(column));
        let widest = cells.chain([longest(&column.head, BOLD)]).max().unwrap_or_default();
        Column { width: column.width.max(widest.min(LONGEST_WORD)), ..column.clone() }
    });
    columns.collect()
}

/// The columns in parts that fit on a page; what leads stands in each of them, and what is left over is
/// shared out.
pub(super) fn bands(columns: &[Column], width: u32) -> Vec<Vec<(usize, u32)>> {
    let own = |it: &usize| columns.get(*it).map_or(0, |column| column.width * 10);
    let (lead, rest): (Vec<usize>, Vec<usize>) =
        (0..columns.len()).partition(|it| columns.get(*it).is_some_and(|column| column.leads));
    if is_one_page(columns, width / 10) {
        return vec![filled((0..columns.len()).collect(), columns, width)];
    }
    let taken: u32 = lead.iter().map(own).sum();
    let (mut bands, mut band, mut used) = (Vec::new(), lead.clone(), taken);
    for column in rest {
        if width < used + own(&column) && band.len() > lead.len() {
            bands.push(std::mem::replace(&mut band, lead.clone()));
            used = taken;
        }
        used += own(&column);
        band.push(column);
    }
    bands.push(band);
    bands.into_iter().map(|band| filled(band, columns, width)).collect()
}

/// Shares out what columns leave of a width to those that grow; too wide ones shrink alike.
fn filled(band: Vec<usize>, columns: &[Column], width: u32) -> Vec<(usize, u32)> {
    let of = |it: usize| columns.get(it);
    let used: u32 = band.iter().filter_map(|it| Some(of(*it)?.width * 10)).sum();
    let shares: u32 = band.iter().filter_map(|it| Some(of(*it)?.grows)).sum();
    let spare = width.saturating_sub(used);
    let wide = |it: usize| {
        let (own, grows) = of(it).map_or((0, 0), |column| (column.width * 10, column.grows));
        match (used > width, shares) {
            (true, _) => own * width / used.max(1),
            (false, 0) => own,
            (false, shares) => own + spare * grows / shares,
        }
    };
    band.into_iter().map(|it| (it, wide(it))).collect()
}

/// The lines in parts that fit on a page, with the heads above them; on the last one are the notes and
/// signatures, too.
fn chunks(leaf: &Leaf, bands: &[Vec<(usize, u32)>], width: u32, height: u32) -> Vec<Range<usize>> {
    let tallest = |of_column: &dyn Fn(usize) -> String| {
        let all = bands.iter().flatten();
        all.map(|(column, width)| lines(&of_column(*column), *width)).max().unwrap_or(1)
    };
    let heads =
        |column: usize| leaf.grid.columns.get(column).map(|it| it.head.clone()).unwrap_or_default();
    let head = tall(tallest(&heads));
    let paragraphs =
        |texts: &[String]| texts.iter().map(|it| PARAGRAPH * lines(it, width)).sum::<u32>();
    let facts: Vec<_> = leaf.facts.iter().map(|(label, it)| format!("{label} {it}")).collect();
    let before = FRAME + paragraphs(&facts) + paragraphs(&leaf.lead) + head;
    let signed = u32::try_from(leaf.signatures.len().div_ceil(SIGN_BESIDE)).unwrap_or(u32::MAX);
    let after = paragraphs(&leaf.notes) + SIGNATURE.saturating_mul(signed);
    let (mut chunks, mut from, mut used) = (Vec::new(), 0, before);
    for (nth, row) in leaf.grid.rows.iter().enumerate() {
        let cell = |column: usize| row.cells.get(column).map(Cell::printed).unwrap_or_default();
        let least = if leaf.state == State::Blank { BY_HAND } else { 0 };
        let own = tall(tallest(&cell)).max(least);
        if height < used + own && from < nth {
            chunks.push(from..nth);
            (from, used) = (nth, FRAME + head);
        }
        used += own;
    }
    let rows = leaf.grid.rows.len();
    chunks.push(from..rows);
    // Notes and signatures that find no room take some lines along to a page of their own, so that
    // nobody signs an empty sheet.
    if height < used + after && from + 1 < rows {
        let kept = rows - 3.min((rows - from) / 2);
        chunks.pop();
        chunks.extend([from..kept, kept..rows]);
    }
    chunks
}

/// The height of a table's line with so many lines of text.
fn tall(lines: u32) -> u32 {
    lines.max(1) * LINE + PADDING
}

/// How many lines a text takes in a column, words broken where they are too long.
pub(super) fn lines(text: &str, width: u32) -> u32 {
    let halves = usize::try_from(width.saturating_sub(GUTTER) / HALF).unwrap_or(1).max(2);
    text.split('\n').map(|it| lines_of_words(it, halves)).sum()
}

fn lines_of_words(text: &str, halves: usize) -> u32 {
    let (mut lines, mut used) = (1_u32, 0_usize);
    for word in text.split_inclusive(' ') {
        let wide = word.width();
        // A line can be broken between any two Chinese characters.
        let breaks_anywhere = word.chars().count() < wide;
        if used + word.trim_end().width() <= halves {
            used += wide;
        } else if breaks_anywhere || halves < wide {
            let filled = used + wide + 1;
            let more = filled.div_ceil(halves) - 1;
            lines += u32::try_from(more).unwrap_or(u32::MAX);
            used = filled - more * halves;
        } else {
            lines += 1;
            used = wide;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{bands, lines, pages};
    use crate::papers::{
        form::{Leaf, State},
        grid::{Cell, Column, Grid},
    };

    fn leaf(columns: Vec<Column>, rows: &[usize]) -> Leaf {
        let mut grid = Grid::new(columns);
        for long in rows {
            let cells = grid.columns.iter().map(|_| Cell::text("文".repeat(*long))).collect();
            grid.push(cells);
        }
        Leaf {
            section: String::new(),
            title: String::new(),
            state: State::Final,
            facts: vec![("组别".into(), "企业组".into())],
            lead: Vec::new(),
            grid,
            notes: vec!["说明".into()],
            signatures: vec!["监督人".into(); 4],
            is_wide: false,
        }
    }

    #[test]
    fn a_text_takes_as_many_lines_as_it_needs() {
        // 40 mm hold 20 halves: ten Chinese characters.
        assert_eq!(lines("", 400), 1);
        assert_eq!(lines(&"增".repeat(10), 400), 1);
        assert_eq!(lines(&"增".repeat(11), 400), 2);
        assert_eq!(lines("one two three four five", 400), 2);
        assert_eq!(lines(&"x".repeat(50), 400), 3);
        assert_eq!(lines("一行\n另一行", 400), 2);
    }

    #[test]
    fn what_does_not_fit_goes_on_beside_its_lead() {
        let lead = Column::new("project", 60).leading();
        let columns: Vec<_> =
            [lead].into_iter().chain((0..10).map(|_| Column::new("x", 30))).collect();
        let bands = bands(&columns, 1800);
        assert_eq!(bands.len(), 3);
        assert!(bands.iter().all(|band| band[0].0 == 0));
        assert_eq!(bands[1].iter().map(|it| it.0).collect::<Vec<_>>(), [0, 5, 6, 7, 8]);
    }

    proptest! {
        #[test]
        fn every_line_stands_on_one_page(rows in prop::collection::vec(0_usize..400, 0..80)) {
            let leaf = leaf(vec![Column::new("a", 20), Column::new("b", 40).growing(1)], &rows);
            let pages = pages(&leaf);
            let mut next = 0;
            for (nth, page) in pages.iter().enumerate() {
                prop_assert_eq!((page.number, page.of), (nth + 1, pages.len()));
                prop_assert_eq!(page.rows.start, next);
                prop_assert_eq!(page.is_last, nth + 1 == pages.len());
                next = page.rows.end;
            }
            prop_assert_eq!(next, rows.len());
        }

        #[test]
        fn a_table_is_never_wider_than_its_page(
            widths in prop::collection::vec((5_u32..250, 0_u32..3, any::<bool>()), 1..40),
        ) {
            let columns: Vec<_> = widths
                .iter()
                .map(|(width, grows, leads)| Column { head: "x".into(), width: *width, grows: *grows, leads: *leads })
                .collect();
            let bands = bands(&columns, 1800);
            prop_assert!(bands.iter().all(|band| band.iter().map(|it| it.1).sum::<u32>() <= 1800));
            for column in 0..columns.len() {
                prop_assert!(bands.iter().any(|band| band.iter().any(|it| it.0 == column)));
            }
        }
    }
}
