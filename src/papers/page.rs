//! Forms on sheets of A4: which lines of which columns stand on which page.
//!
//! Pages are made here and not by the printer, because “page n of m” must be the same wherever a form is
//! printed. How tall a line is, is an estimate on the safe side; a page that is misjudged runs over
//! onto another sheet of paper, and nothing is cut off.
//!
//! What always holds, and the test that guards it:
//!
//! - every line stands on exactly one page, in order: `every_line_stands_on_one_page`;
//! - no table is wider than its page: `a_table_is_never_wider_than_its_page`;
//! - signatures have lines above them: `nobody_signs_an_empty_sheet`.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{
    form::{Leaf, State},
    grid::{Cell, Column, Grid, Row},
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
/// The width of a letter in a word, on an average.
const LETTER: u32 = 20;
/// The width of a letter in a head, in tenths of a millimetre.
const BOLD: u32 = 21;
/// How wide a table may be, in hundredths of its page, to be squeezed onto it instead of parted.
const SQUEEZED: u32 = 106;
/// What a column gives a word at most, in millimetres; a longer one is broken.
const LONGEST_WORD: u32 = 40;
/// The running head (over two lines in two languages), the title and the foot.
const FRAME: u32 = 290;
/// The word on every page of a rehearsal.
const BAND: u32 = 130;
/// A fact, a note or a paragraph.
const PARAGRAPH: u32 = 62;
/// A line to sign on.
const SIGNATURE: u32 = 175;
/// Of so many letters of a word, a line takes one less than it has room for.
const TENTH: usize = 10;
/// Signs that no line ends with, and those that none begins with.
const OPENING: &str = "（《〈「『【〔“‘([";
const CLOSING: &str = "）》〉」』】〕”’)]，。、；：！？…·,.;:!?";
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

/// The same for a page so many millimetres wide. Before a table is parted for long words, they are broken: in
/// the columns that grow, such as names, and if that is not enough in all that hold no numbers.
fn fitted(grid: &Grid, width: u32) -> Vec<Column> {
    let holds_numbers =
        |nth: usize| grid.rows.iter().filter_map(|row| row.cells.get(nth)).any(Cell::is_number);
    let whole = worded(grid);
    let broken = wide_enough(grid, |nth| grid.columns.get(nth).is_some_and(|it| it.grows == 0));
    let numbers = wide_enough(grid, holds_numbers);
    let fits = [&whole, &broken, &numbers].into_iter().find(|it| is_one_page(it, width));
    fits.unwrap_or(&whole).clone()
}

/// Whether columns go onto a page so many millimetres wide, side by side.
fn is_one_page(columns: &[Column], width: u32) -> bool {
    columns.iter().map(|it| it.width).sum::<u32>() * 100 <= width * SQUEEZED
}

/// The columns, of which these, by their numbers, are at least as wide as their longest word.
fn wide_enough(grid: &Grid, keeps_words: impl Fn(usize) -> bool) -> Vec<Column> {
    let longest = |text: &str, letter: u32, other: u32| {
        let sign = |it: char| if it.is_ascii_alphabetic() { letter } else { other };
        let words = text.split([' ', '\n']).filter(|word| word.is_ascii());
        let wide = words.map(|it| it.chars().map(sign).fold(GUTTER, u32::saturating_add));
        wide.max().unwrap_or_default().div_ceil(10)
    };
    let columns = grid.columns.iter().enumerate().map(|(nth, column)| {
        let cells = grid.rows.iter().filter_map(|row| row.cells.get(nth));
        let cells = cells.map(|cell| longest(&cell.printed(), LETTER, HALF));
        let cells = cells.filter(|_| keeps_words(nth));
        let widest = cells.chain([longest(&column.head, BOLD, BOLD)]).max().unwrap_or_default();
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
    // A blank sheet does not say whether it is one of a rehearsal.
    let has_band = matches!(leaf.state, State::Rehearsal | State::Blank);
    let frame = FRAME + if has_band { BAND } else { 0 };
    let signed = u32::try_from(leaf.signatures.len().div_ceil(SIGN_BESIDE)).unwrap_or(u32::MAX);
    let least = if leaf.state == State::Blank { BY_HAND } else { 0 };
    let own = |row: &Row| {
        let cell = |column: usize| row.cells.get(column).map(Cell::printed).unwrap_or_default();
        tall(tallest(&cell)).max(least)
    };
    let room = Room {
        height,
        above: frame + paragraphs(&facts) + paragraphs(&leaf.lead) + head,
        again: frame + head,
        below: paragraphs(&leaf.notes) + SIGNATURE.saturating_mul(signed),
    };
    room.parted(&leaf.grid.rows.iter().map(own).collect::<Vec<_>>())
}

/// The room that a table has on its pages, in any unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The height of a page.
    pub(super) height: u32,
    /// What stands above the lines on the first page.
    pub(super) above: u32,
    /// The same on others.
    pub(super) again: u32,
    /// Notes and signatures below the last line.
    pub(super) below: u32,
}

impl Room {
    /// The lines of these heights in parts that go onto a page each.
    pub(super) fn parted(&self, lines: &[u32]) -> Vec<Range<usize>> {
        let (mut parts, mut from, mut used) = (Vec::new(), 0, self.above);
        for (nth, own) in lines.iter().enumerate() {
            if self.height < used + own && from < nth {
                parts.push(from..nth);
                (from, used) = (nth, self.again);
            }
            used += own;
        }
        parts.push(from..lines.len());
        // Notes and signatures that find no room take some lines along to a page of their own, so that
        // nobody signs an empty sheet.
        if self.height < used + self.below && from + 1 < lines.len() {
            let kept = lines.len() - 3.min((lines.len() - from) / 2);
            parts.pop();
            parts.extend([from..kept, kept..lines.len()]);
        }
        parts
    }
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
    for piece in pieces(text) {
        // Letters are wider than half a Chinese character on an average; a blank behind them makes up for it.
        let (wide, whole) = (piece.trim_end().width(), piece.width());
        let (wide, whole) = (wide + wide / TENTH, whole + wide / TENTH);
        if used + wide <= halves {
            used += whole;
        } else if wide <= halves {
            lines += 1;
            used = whole;
        } else {
            // Nothing but signs that take one column are that long.
            let filled = used + wide;
            let more = filled.div_ceil(halves) - 1;
            lines += u32::try_from(more).unwrap_or(u32::MAX);
            used = filled - more * halves;
        }
    }
    lines
}

/// What stays on one line: a word with the blanks behind it, or a Chinese character. A line does not begin with what
/// closes something, nor end with what opens it.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut signs = rest.char_indices();
        let (_, mut last) = signs.next()?;
        let breaks = |last: char, next: char| match (last, next) {
            (_, ' ') => false,
            (' ', _) => true,
            _ => {
                let is_wide = [last, next].iter().any(|it| it.width() == Some(2));
                is_wide && !OPENING.contains(last) && !CLOSING.contains(next)
            }
        };
        let end = signs
            .find_map(|(at, next)| breaks(std::mem::replace(&mut last, next), next).then_some(at));
        let (piece, more) = rest.split_at(end.unwrap_or(rest.len()));
        rest = more;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Room, bands, lines, pages};
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
        // 20 mm hold nine halves: four Chinese characters, and half of another is no use.
        assert_eq!(lines(&"增".repeat(13), 200), 4);
        assert_eq!(lines("增材E01制造", 200), 2);
        assert_eq!(lines("增材E012345制造", 200), 3);
        assert_eq!(lines("增材制（造）", 200), 2);
        assert_eq!(lines("增材制造。", 200), 2);
        // 30 mm hold fifteen halves, and not as many letters.
        assert_eq!(lines("Grandchampions", 300), 1);
        assert_eq!(lines("Grandchampionship", 340), 2);
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

    #[test]
    fn long_words_of_texts_are_broken_before_a_table_is_parted() {
        let column = |long: usize, number: bool| {
            let word = "x".repeat(long);
            let cell = if number { Cell::Count(1) } else { Cell::text(word) };
            (Column::new("x", 20), cell)
        };
        let pages_of = |parts: Vec<(Column, Cell)>| {
            let (columns, cells): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
            let mut leaf = leaf(columns, &[]);
            leaf.grid.push(cells);
            pages(&leaf).len()
        };
        // A region, an award and a project's number, each wider than its column, beside names.
        assert_eq!(pages_of((0..6).map(|_| column(20, false)).collect()), 1);
        assert_eq!(pages_of((0..10).map(|_| column(3, true)).collect()), 2);
    }

    #[test]
    fn nobody_signs_an_empty_sheet() {
        let room = Room { height: 100, above: 20, again: 10, below: 30 };
        let ends = |lines: usize| {
            let parts = room.parted(&vec![10; lines]);
            parts.iter().map(|it| it.end).collect::<Vec<_>>()
        };
        assert_eq!(ends(5), [5]);
        assert_eq!(ends(8), [5, 8], "three lines go along");
        assert_eq!(ends(9), [8, 9]);
        assert_eq!(ends(0), [0]);
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
