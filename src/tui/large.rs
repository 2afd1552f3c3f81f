//! Text as large as a terminal shows it, for people at the back of a hall.
//!
//! Latin text is drawn in big letters where they fit. A terminal has one size of Chinese
//! characters, so they are set apart instead, with a blank between them and a free line between
//! lines. What fits neither way is written as it is, and cut where even that is too long. What is
//! not drawn can be put on a plaque, which is seen from where the characters are not.
//!
//! What always holds, and the test that guards it: it never takes more than it was given,
//! `no_text_leaves_its_area`.

mod letters;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, HorizontalAlignment, Margin, Rect},
    style::{Modifier, Style},
    text::Line,
    widgets::{Block, Widget},
};

use self::letters::{HEIGHT, WIDTH, letter};
use super::{
    text::{fit, width, wrap},
    theme::{Pixels, Symbols},
};

/// The largest letters, in times the smallest: seven rows of letters on a screen of ninety.
const MOST_SCALE: u16 = 12;

/// The most rows of a plaque above its text, and as many below it.
const MOST_PLAQUE: u16 = 2;

/// A text laid out for so many columns and rows.
#[derive(Debug, Clone)]
pub(super) struct Large {
    lines: Vec<String>,
    look: Look,
    /// Rows of the plaque above the text, and below it.
    plaque: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// As it is.
    Plain,
    /// Wide characters set apart, with a free line between lines.
    Spaced,
    /// In letters of so many times five pixels by seven.
    Drawn { scale: u16, pixels: Pixels },
}

impl Look {
    /// Columns of a letter together with the gap after it.
    fn advance(self) -> u16 {
        match self {
            Self::Plain | Self::Spaced => 1,
            Self::Drawn { scale, pixels: Pixels::HalfBlocks } => (WIDTH + 1) * scale,
            Self::Drawn { scale, pixels: Pixels::Whole(_) } => (WIDTH + 1) * scale * 2,
        }
    }

    /// Rows of a line, and of the gap after it.
    fn rows(self) -> (u16, u16) {
        match self {
            Self::Plain => (1, 0),
            Self::Spaced => (1, 1),
            Self::Drawn { scale, pixels: Pixels::HalfBlocks } => ((HEIGHT * scale).div_ceil(2), 1),
            Self::Drawn { scale, pixels: Pixels::Whole(_) } => (HEIGHT * scale, 1),
        }
    }
}

impl Large {
    /// The largest way in which a text goes into so many columns and rows.
    pub(super) fn of(text: &str, columns: u16, rows: u16, symbols: &Symbols) -> Self {
        let drawn = Self::drawn(text, columns, rows, symbols.pixels);
        drawn.or_else(|| Self::spaced(text, columns, rows)).unwrap_or_else(|| {
            let (columns, rows) = (usize::from(columns), usize::from(rows));
            let lines = cut(text, columns, rows, symbols.ellipsis);
            Self { lines, look: Look::Plain, plaque: 0 }
        })
    }

    fn drawn(text: &str, columns: u16, rows: u16, pixels: Pixels) -> Option<Self> {
        if text.trim().is_empty() || !text.chars().all(|c| letter(c).is_some()) {
            return None;
        }
        (1..=MOST_SCALE).rev().find_map(|scale| {
            let look = Look::Drawn { scale, pixels };
            // The gap after the last letter may be outside.
            let gap = look.advance() / (WIDTH + 1);
            let most = usize::from((columns + gap) / look.advance());
            let is_whole = text.split(' ').all(|word| word.chars().count() <= most);
            let large = Self { lines: wrap(text, most), look, plaque: 0 };
            (is_whole && large.height() <= rows).then_some(large)
        })
    }

    fn spaced(text: &str, columns: u16, rows: u16) -> Option<Self> {
        let is_wide = text.chars().any(|c| width(c.encode_utf8(&mut [0; 4])) == 2);
        // A wide character with its blank takes three columns instead of two.
        let lines = wrap(text, usize::from((columns + 1) / 3 * 2));
        let lines = lines.iter().map(|line| set_apart(line)).collect();
        let large = Self { lines, look: Look::Spaced, plaque: 0 };
        (is_wide && large.height() <= rows && !large.lines.is_empty()).then_some(large)
    }

    /// The same on a plaque of at most so many rows, unless it is drawn in big letters.
    pub(super) fn on_plaque(self, rows: u16) -> Self {
        if self.is_drawn() || self.lines.is_empty() {
            return self;
        }
        Self { plaque: (rows.saturating_sub(self.height()) / 2).min(MOST_PLAQUE), ..self }
    }

    /// Whether it is in big letters.
    pub(super) fn is_drawn(&self) -> bool {
        matches!(self.look, Look::Drawn { .. })
    }

    /// How many rows it takes.
    pub(super) fn height(&self) -> u16 {
        let (line, gap) = self.look.rows();
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        lines.saturating_mul(line + gap).saturating_sub(gap) + 2 * self.plaque
    }

    /// How many columns its widest line takes.
    pub(super) fn width(&self) -> u16 {
        let widest = self.lines.iter().map(|line| width(line)).max().unwrap_or_default();
        let widest = u16::try_from(widest).unwrap_or(u16::MAX);
        // A cell is twice as high as it is wide, and a plaque wants more at its sides.
        widest.saturating_mul(self.look.advance()).saturating_add(6 * self.plaque)
    }

    /// Draws it into the middle of an area.
    pub(super) fn draw(&self, style: Style, area: Rect, buf: &mut Buffer) {
        self.draw_aligned(HorizontalAlignment::Center, style, area, buf);
    }

    /// Draws it at the left of an area, half way down.
    pub(super) fn draw_left(&self, style: Style, area: Rect, buf: &mut Buffer) {
        self.draw_aligned(HorizontalAlignment::Left, style, area, buf);
    }

    fn draw_aligned(&self, side: HorizontalAlignment, style: Style, area: Rect, buf: &mut Buffer) {
        let mut place = area.centered_vertically(Constraint::Length(self.height()));
        let mut style = style;
        if 0 < self.plaque {
            let block = place.centered_horizontally(Constraint::Length(self.width()));
            Block::new().style(style.add_modifier(Modifier::REVERSED)).render(block, buf);
            (place, style) = (block.inner(Margin::new(0, self.plaque)), Style::new());
        }
        let (rows, gap) = self.look.rows();
        let step = usize::from(rows + gap);
        for (nth, line) in self.lines.iter().enumerate() {
            for (y, row) in (0..rows).zip(place.rows().skip(nth * step)) {
                let text = match self.look {
                    Look::Plain | Look::Spaced => line.clone(),
                    Look::Drawn { scale, pixels } => row_of(line, y, scale, pixels),
                };
                Line::styled(text, style).alignment(side).render(row, buf);
            }
        }
    }
}

/// A text in lines, the last one cut where there are not rows enough.
fn cut(text: &str, columns: usize, rows: usize, ellipsis: &str) -> Vec<String> {
    let mut lines = wrap(text, columns);
    if rows < lines.len() {
        let rest = lines.split_off(rows.saturating_sub(1)).join(" ");
        lines.extend((0 < rows).then(|| fit(&rest, columns, ellipsis).into_owned()));
    }
    lines
}

/// A line with a blank after every wide character but the last.
fn set_apart(line: &str) -> String {
    let mut text = String::with_capacity(line.len() * 2);
    for c in line.chars() {
        text.push(c);
        if width(c.encode_utf8(&mut [0; 4])) == 2 {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}

/// One row of cells of a line in big letters.
fn row_of(line: &str, y: u16, scale: u16, pixels: Pixels) -> String {
    let inked = |glyph: [u8; 7], x: u16, y: u16| {
        let row = glyph.get(usize::from(y / scale)).copied().unwrap_or_default();
        x / scale < WIDTH && row >> (WIDTH - 1 - x / scale) & 1 == 1
    };
    let cells = |glyph: [u8; 7]| {
        (0..(WIDTH + 1) * scale).flat_map(move |x| match pixels {
            Pixels::HalfBlocks => {
                let halves = (inked(glyph, x, 2 * y), inked(glyph, x, 2 * y + 1));
                [Some(super::digits::half_block(halves)), None]
            }
            Pixels::Whole(c) => [Some(if inked(glyph, x, y) { c } else { ' ' }); 2],
        })
    };
    let mut row: String = line.chars().filter_map(letter).flat_map(cells).flatten().collect();
    // Without the gap after the last letter, so that the line stands in the middle.
    let gap = if pixels == Pixels::HalfBlocks { scale } else { 2 * scale };
    row.truncate(row.char_indices().nth_back(usize::from(gap) - 1).map_or(0, |(at, _)| at));
    row
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::tui::{screen::screen, theme::Theme};

    fn drawn(text: &str, theme: &Theme, columns: u16, rows: u16) -> String {
        screen(columns, rows, |area, buf| {
            Large::of(text, columns, rows, &theme.symbols).draw(Style::new(), area, buf);
        })
    }

    #[test]
    fn latin_text_is_drawn_in_the_largest_letters_that_fit() {
        assert_snapshot!(drawn("E07", &Theme::dark(), 40, 4), @"
        █▀▀▀▀ ▄▀▀▀▄ ▀▀▀▀█
        █▄▄▄  █ ▄ █   ▄▀
        █     █   █  █
        ▀▀▀▀▀  ▀▀▀   ▀
        ");
        assert_snapshot!(drawn("Tea break", &Theme::dark(), 40, 10), @"
              ▀▀█▀▀ █▀▀▀▀ ▄▀▀▀▄
                █   █▄▄▄  █▄▄▄█
                █   █     █   █
                ▀   ▀▀▀▀▀ ▀   ▀

        █▀▀▀▄ █▀▀▀▄ █▀▀▀▀ ▄▀▀▀▄ █  ▄▀
        █▄▄▄▀ █▄▄▄▀ █▄▄▄  █▄▄▄█ █▄▀
        █   █ █ ▀▄  █     █   █ █ ▀▄
        ▀▀▀▀  ▀   ▀ ▀▀▀▀▀ ▀   ▀ ▀   ▀
        ");
        assert_snapshot!(drawn("E07", &Theme::plain(), 40, 7), @"
        ##########    ######    ##########
        ##          ##      ##          ##
        ##          ##      ##        ##
        ########    ##  ##  ##      ##
        ##          ##      ##    ##
        ##          ##      ##    ##
        ##########    ######      ##
        ");
    }

    #[test]
    fn chinese_characters_are_set_apart_where_there_is_room() {
        assert_snapshot!(drawn("请各位评委、嘉宾回到座位。", &Theme::dark(), 30, 5), @"
        请 各 位 评 委 、 嘉 宾 回 到

                   座 位 。
        ");
        assert_snapshot!(drawn("请各位评委、嘉宾回到座位。", &Theme::dark(), 20, 2), @"
        请各位评委、嘉宾回到
               座位。
        ");
        assert_snapshot!(drawn("请各位评委、嘉宾回到座位。", &Theme::dark(), 20, 1), @"
        请各位评委、嘉宾回…
        ");
    }

    #[test]
    fn what_is_not_drawn_in_letters_stands_on_a_plaque_where_there_is_room() {
        let symbols = Theme::dark().symbols;
        let on_plaque = |text, rows| Large::of(text, 40, 9, &symbols).on_plaque(rows);
        let height = |text, rows| on_plaque(text, rows).height();
        assert_eq!([1, 3, 5, 9].map(|rows| height("一等奖", rows)), [1, 3, 5, 5]);
        assert_eq!(height("E07", 9), Large::of("E07", 40, 9, &symbols).height());

        let mut buf = Buffer::empty(Rect::new(0, 0, 40, 5));
        on_plaque("一等奖", 5).draw(Style::new(), buf.area, &mut buf);
        let is_lit = |at: &Rect| buf[at.as_position()].modifier.contains(Modifier::REVERSED);
        let lit: Vec<_> = buf.area.columns().filter(is_lit).map(|column| column.x).collect();
        assert_eq!(lit, (10..30).collect::<Vec<_>>());
        assert_eq!(buf[(16, 2)].symbol(), "一");
    }

    #[test]
    fn no_text_leaves_its_area() {
        for text in ["", " ", "Unbreakable words, and more: 10%", "增材 3D 打印 E07", "ñ"] {
            for theme in [Theme::dark(), Theme::plain()] {
                for (columns, rows) in (0..90).flat_map(|c| (0..24).step_by(3).map(move |r| (c, r)))
                {
                    let large = Large::of(text, columns, rows, &theme.symbols).on_plaque(rows);
                    assert!(large.height() <= rows, "{text} in {columns}×{rows}");
                    screen(columns, rows, |area, buf| large.draw(Style::new(), area, buf));
                }
            }
        }
    }
}
