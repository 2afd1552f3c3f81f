//! Big digits for countdowns: seven segments, as large as the area allows, for a presenter who
//! stands ten metres away and for a hall.
//!
//! The picture is laid out in pixels, one column wide, and grows in whole pixels: first the pen,
//! then the digits up to the edges. A half block holds two pixels, so that they come out square;
//! with whole characters a pixel is a cell, twice as high as wide, and the upright measures are
//! halved. Where a pen has pixels enough, strokes begin and end between cells: their edges are sharp
//! in every font, and what changes is told to a terminal in few bytes
//! (`large_digits_are_made_of_whole_cells`). Not here: what the digits say (`text::countdown`).

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    style::Style,
    text::Line,
    widgets::Widget,
};

use super::{text::width, theme::Pixels};

/// Draws a text of `0`–`9`, `:`, `.`, `+`, `-` and blanks into the middle of `area`.
///
/// A blank around the text counts for the size like a digit and is not drawn: pad a countdown to its
/// longest text, and from `10:00` to `9:59` it keeps its size and stays in the middle. Where the
/// smallest picture does not fit, and for any other text, it is written in ordinary characters; in
/// no space at all, nothing is drawn.
pub fn draw_digits(text: &str, style: Style, pixels: Pixels, area: Rect, buf: &mut Buffer) {
    let Some(face) = Face::largest(text, pixels, area) else {
        let text = text.trim();
        if width(text) <= usize::from(area.width) {
            let row = area.centered_vertically(Constraint::Length(1));
            Line::styled(text, style).centered().render(row, buf);
        }
        return;
    };
    let columns: Vec<Option<(char, u16)>> = face.columns(text.trim()).collect();
    let rows = match pixels {
        Pixels::HalfBlocks => face.height.div_ceil(2),
        Pixels::Whole(_) => face.height,
    };
    let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    let place = area.centered(Constraint::Length(width), Constraint::Length(rows));
    for (y, row) in (0..).zip(place.rows()) {
        let inked = |column: &Option<(char, u16)>, y| {
            column.is_some_and(|(glyph, x)| face.is_inked(glyph, x, y))
        };
        let cell = |column: &Option<(char, u16)>| match pixels {
            Pixels::HalfBlocks => half_block((inked(column, 2 * y), inked(column, 2 * y + 1))),
            Pixels::Whole(c) if inked(column, y) => c,
            Pixels::Whole(_) => ' ',
        };
        Line::styled(columns.iter().map(cell).collect::<String>(), style).render(row, buf);
    }
}

/// The cell of two pixels, the upper and the lower.
pub(super) fn half_block(inked: (bool, bool)) -> char {
    match inked {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

/// The measures of a picture, in pixels.
struct Face {
    /// How wide an upright stroke is; also the gap between glyphs and the width of a colon or point.
    pen: u16,
    /// How high a level stroke is.
    beam: u16,
    /// How wide a digit is.
    width: u16,
    /// How high everything is.
    height: u16,
    /// How high a square as wide as a digit is.
    square: u16,
    /// What the places and heights of strokes are multiples of.
    grid: u16,
}

impl Face {
    /// The largest face in which the text fits into the area.
    fn largest(text: &str, pixels: Pixels, area: Rect) -> Option<Self> {
        if text.trim().is_empty() || !text.chars().all(|c| c == ' ' || is_drawn(c)) {
            return None;
        }
        // Pixels per column of height: a whole cell is worth two columns, half a cell one.
        let (rows, flatter) = match pixels {
            Pixels::HalfBlocks => (area.height.saturating_mul(2), 1),
            Pixels::Whole(_) => (area.height, 2),
        };
        let glyphs = u16::try_from(text.chars().count()).ok()?;
        let points = u16::try_from(text.chars().filter(|c| is_thin(*c)).count()).ok()?;
        let digits = glyphs - points;
        let thin = points + glyphs - 1; // Points and gaps: one pen each.

        // A comfortable digit is four pens by seven; the smallest is three by five.
        let by_width = area.width / (4 * digits + thin);
        let by_height = (rows * flatter) / 7;
        let pen = by_width.min(by_height).max(1);
        let grid = if pixels == Pixels::HalfBlocks && (pen == 2 || 4 <= pen) { 2 } else { 1 };
        let beam = on_grid(pen.div_ceil(flatter), grid);
        let room = area.width.checked_sub(thin * pen)? / digits.max(1);
        // Strokes stand in the exact middle, so what is beside them is even.
        let width = even_beside(pen, room.min(5 * pen));
        let square = width / flatter;
        let height = even_beside(beam, rows.min(2 * square)).max(5 * beam);
        let fits = 3 * pen <= width && height <= rows;
        fits.then_some(Self { pen, beam, width, height, square, grid })
    }

    /// The text column by column: which glyph and which of its columns, or a gap.
    fn columns(&self, text: &str) -> impl Iterator<Item = Option<(char, u16)>> {
        let glyph = |(at, c): (usize, char)| {
            let width = if is_thin(c) { self.pen } else { self.width };
            let gap = if at == 0 { 0 } else { self.pen };
            (0..gap).map(|_| None).chain((0..width).map(move |x| Some((c, x))))
        };
        text.chars().enumerate().flat_map(glyph)
    }

    /// Whether a pixel of a glyph belongs to one of its strokes.
    fn is_inked(&self, glyph: char, x: u16, y: u16) -> bool {
        let (pen, beam, width, height) = (self.pen, self.beam, self.width, self.height);
        let middle = on_grid((height - beam) / 2, self.grid);
        let level = |top: u16| (top..top + beam).contains(&y);
        let side = (width - pen) / 2;
        let upright = (side..side + pen).contains(&x);
        match glyph {
            ':' => {
                let upper = on_grid(height / 4, self.grid);
                level(upper) || level(height - upper - beam)
            }
            '.' => level(height - beam),
            '-' => level(middle),
            '+' => {
                // At least one pixel, or the smallest plus would be a minus.
                let arm = on_grid(self.square.saturating_sub(beam) / 2, self.grid).max(1);
                level(middle) || upright && (middle - arm..middle + beam + arm).contains(&y)
            }
            // In the middle of its place: at the edge of it, `5:16` would fall apart.
            '1' => upright && y < height,
            digit => {
                let Some(lit) = segments(digit) else { return false };
                let (left, right) = (x < pen, width - pen <= x);
                let (upper, lower) = (y < middle + beam, middle <= y && y < height);
                let strokes = [
                    level(0),
                    right && upper,
                    right && lower,
                    level(height - beam),
                    left && lower,
                    left && upper,
                    level(middle),
                ];
                lit.iter().zip(strokes).any(|(lit, stroke)| *lit && stroke)
            }
        }
    }
}

/// The largest length up to `most` of which an even part is left beside `stroke`.
fn even_beside(stroke: u16, most: u16) -> u16 {
    most - most.saturating_sub(stroke) % 2
}

/// The last place of a grid up to here.
fn on_grid(place: u16, grid: u16) -> u16 {
    place - place % grid
}

/// Whether a glyph is one pen wide.
fn is_thin(glyph: char) -> bool {
    matches!(glyph, ':' | '.')
}

fn is_drawn(glyph: char) -> bool {
    is_thin(glyph) || matches!(glyph, '+' | '-') || segments(glyph).is_some()
}

/// The segments of a digit: top, upper right, lower right, bottom, lower left, upper left, middle.
fn segments(digit: char) -> Option<[bool; 7]> {
    let lit: u8 = match digit {
        '0' => 0b111_1110,
        '1' => 0b011_0000,
        '2' => 0b110_1101,
        '3' => 0b111_1001,
        '4' => 0b011_0011,
        '5' => 0b101_1011,
        '6' => 0b101_1111,
        '7' => 0b111_0000,
        '8' => 0b111_1111,
        '9' => 0b111_1011,
        _ => return None,
    };
    Some([6, 5, 4, 3, 2, 1, 0].map(|bit| lit >> bit & 1 == 1))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::tui::screen::{every_small_size, screen};

    fn digits(text: &str, pixels: Pixels, columns: u16, rows: u16) -> String {
        screen(columns, rows, |area, buf| draw_digits(text, Style::new(), pixels, area, buf))
    }

    #[test]
    fn every_digit_can_be_told_from_the_others() {
        assert_snapshot!(digits("0123456789", Pixels::HalfBlocks, 40, 3), @"
        █▀█  █  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█
        █ █  █  █▀▀ ▀▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█
        ▀▀▀  ▀  ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀
        ");
        assert_snapshot!(digits("+1:20-", Pixels::HalfBlocks, 30, 4), @"
         ▄   █  ▄ ▀▀█ █▀█
        ▀█▀  █  ▄ █▀▀ █ █ ▀▀▀
             ▀    ▀▀▀ ▀▀▀
        ");
    }

    #[test]
    fn digits_fill_a_wide_area() {
        assert_snapshot!(digits("10:00", Pixels::HalfBlocks, 60, 12), @"
        ██      ██████████      ██████████  ██████████
        ██      ██      ██      ██      ██  ██      ██
        ██      ██      ██  ██  ██      ██  ██      ██
        ██      ██      ██      ██      ██  ██      ██
        ██      ██      ██      ██      ██  ██      ██
        ██      ██      ██      ██      ██  ██      ██
        ██      ██      ██      ██      ██  ██      ██
        ██      ██      ██  ██  ██      ██  ██      ██
        ██      ██      ██      ██      ██  ██      ██
        ██      ██████████      ██████████  ██████████
        ");
    }

    #[test]
    fn large_digits_are_made_of_whole_cells() {
        for (columns, rows) in [(60, 12), (110, 30), (133, 31), (200, 50)] {
            for text in ["+1:23-", " 4:56", "78:90"] {
                let drawn = digits(text, Pixels::HalfBlocks, columns, rows);
                assert!(!drawn.contains(['▀', '▄']), "{columns}×{rows}\n{drawn}");
            }
        }
    }

    #[test]
    fn the_smallest_plus_is_no_minus() {
        for (pixels, rows) in [(Pixels::Whole('#'), 5), (Pixels::HalfBlocks, 3)] {
            assert_ne!(digits("+0:12", pixels, 30, rows), digits("-0:12", pixels, 30, rows));
        }
    }

    #[test]
    fn without_block_characters_digits_are_made_of_one_sign() {
        assert_snapshot!(digits("+0:59", Pixels::Whole('#'), 50, 9), @"
                    ##########      ##########  ##########
                    ##      ##      ##          ##      ##
            ##      ##      ##  ##  ##          ##      ##
            ##      ##      ##      ##          ##      ##
        ##########  ##      ##      ##########  ##########
            ##      ##      ##              ##          ##
            ##      ##      ##  ##          ##          ##
                    ##      ##              ##          ##
                    ##########      ##########  ##########
        ");
    }

    #[test]
    fn where_no_picture_fits_the_digits_are_written() {
        assert_snapshot!(digits("10:00", Pixels::HalfBlocks, 12, 3), @"
        10:00
        ");
        assert_eq!(digits("10:00", Pixels::HalfBlocks, 4, 1), "");
        assert_eq!(digits("时间到", Pixels::HalfBlocks, 8, 1), " 时间到");
    }

    #[test]
    fn a_padded_countdown_keeps_its_size_when_it_loses_a_digit() {
        let bottom = |text| digits(text, Pixels::HalfBlocks, 60, 12).lines().count();
        assert_eq!(bottom("10:00"), bottom(" 9:59"));
    }

    #[test]
    fn a_padded_countdown_stands_in_the_middle() {
        let drawn = digits(" 8:08", Pixels::HalfBlocks, 60, 12);
        let widest = drawn.lines().map(str::trim_end).max_by_key(|line| line.len()).unwrap();
        let before = widest.chars().take_while(|c| *c == ' ').count();
        assert!(widest.chars().count().abs_diff(60 - before) <= 1, "{drawn}");
    }

    #[test]
    fn no_size_is_too_small_to_draw() {
        for pixels in [Pixels::HalfBlocks, Pixels::Whole('#')] {
            for text in ["", " ", ":", "+0:05", "10:00"] {
                every_small_size(|area, buf| draw_digits(text, Style::new(), pixels, area, buf));
            }
        }
    }

    #[test]
    fn very_long_and_very_large_areas_hold_a_picture() {
        for (columns, rows) in [(400, 10), (20, 200), (1000, 60)] {
            let drawn = digits("10:00", Pixels::HalfBlocks, columns, rows);
            assert!(drawn.contains('█'), "{columns}×{rows}");
        }
    }
}
