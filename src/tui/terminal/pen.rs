//! Writes what has changed on a screen to the terminal, in few bytes: a hall's digits are as large as the
//! screen and change every second.
//!
//! Text is written row by row; after it the blanks, by colour and column, so that a stroke of a digit, row
//! below row, costs a line feed and an erase for each row. What always holds, and the test that guards it:
//!
//! - whatever the terminal can do, it shows what was drawn: `a_terminal_shows_what_was_drawn`;
//! - a frame is written at once, and nothing where nothing has changed, but for a cursor that is seen:
//!   `a_frame_is_one_write`;
//! - a sign that terminals take as wide or narrow moves nothing behind it, and nothing is written over its right
//!   half: `behind_a_sign_that_is_not_ascii_the_column_is_said`,
//!   `nothing_is_written_over_the_right_half_of_a_wide_sign`;
//! - a frame ends in the terminal's own colours, whoever else writes next:
//!   `a_frame_leaves_no_colour_behind`.

use std::{
    fmt,
    io::{self, Write},
};

use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
    style::Color,
};

use super::{
    Means,
    paint::{Paint, Shown},
};
use crate::tui::text::width;

/// From so many on, blanks beside text are erased by themselves.
const WORTH_A_MOVE: usize = 12;

/// From so many on, blanks are erased instead of written.
const WORTH_AN_ERASE: u16 = 3;

/// A terminal to draw on.
#[derive(Debug)]
pub struct Pen<W: Write> {
    /// For all but drawing.
    inner: CrosstermBackend<W>,
    means: Means,
    /// The frame so far.
    frame: Vec<u8>,
    /// How the next text would look.
    paint: Paint,
    cursor: Cursor,
    /// Whether the cursor is seen, once that has been said.
    is_seen: Option<bool>,
}

/// Where the cursor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Unknown,
    /// Somewhere in this row: terminals do not agree how wide some characters are.
    InRow(u16),
    /// After a character that takes one column here, and two in terminals that are set up for Chinese.
    Near(Position),
    /// After text, perhaps beyond the margin, where the ways to other rows are not the same everywhere.
    After(Position),
    /// Where it was sent.
    On(Position),
}

/// Cells of a row that show nothing but their ground.
#[derive(Debug, Clone, Copy)]
struct Blanks {
    at: Position,
    columns: u16,
    ground: Color,
}

/// Cells of a row without a gap and on one ground.
type Stretch<'a> = Vec<(Position, Shown<'a>)>;

impl<W: Write> Pen<W> {
    /// For a terminal that can do so much.
    pub fn new(out: W, means: Means) -> Self {
        let (inner, frame, paint) = (CrosstermBackend::new(out), Vec::new(), Paint::default());
        Self { inner, means, frame, paint, cursor: Cursor::Unknown, is_seen: None }
    }

    /// Writes the texts of a stretch; gives the blanks that are left.
    fn write(&mut self, stretch: &Stretch<'_>) -> Vec<Blanks> {
        let mut left = Vec::new();
        let has_text = stretch.iter().any(|(_, shown)| matches!(shown, Shown::Text(..)));
        let is_alike = |one: &(_, Shown<'_>), other: &(_, Shown<'_>)| {
            matches!((one.1, other.1), (Shown::Blank(_), Shown::Blank(_)))
        };
        for cells in stretch.chunk_by(is_alike) {
            match cells {
                [(at, Shown::Text(text, paint)), ..] => self.text(*at, text, *paint),
                [(at, Shown::Blank(ground)), ..] => {
                    let columns = u16::try_from(cells.len()).unwrap_or(u16::MAX);
                    let blanks = Blanks { at: *at, columns, ground: *ground };
                    let is_part = !self.means.erases || cells.len() < WORTH_A_MOVE;
                    if has_text && is_part {
                        self.blank(blanks);
                    } else {
                        left.push(blanks);
                    }
                }
                [] => (),
            }
        }
        left
    }

    fn text(&mut self, at: Position, text: &str, paint: Paint) {
        self.go(at);
        self.set(paint);
        self.frame.extend(text.bytes());
        let next = Position { x: at.x.saturating_add(1), ..at };
        self.cursor = match width(text) {
            1 if text.is_ascii() => Cursor::After(next),
            1 => Cursor::Near(next),
            _ => Cursor::InRow(at.y),
        };
    }

    /// Blanks that are left, by colour, and from row to row where they stand below each other.
    fn blanks(&mut self, mut left: Vec<Blanks>) {
        left.sort_by_key(|it| (it.at.x, it.at.y));
        while let Some(ground) = left.first().map(|it| it.ground) {
            left.extract_if(.., |it| it.ground == ground).for_each(|it| self.blank(it));
        }
    }

    fn blank(&mut self, Blanks { at, columns, ground }: Blanks) {
        self.go(at);
        if !self.paint.leaves_blank(ground) {
            self.set(Paint { ground, ..Paint::default() });
        }
        if self.means.erases && WORTH_AN_ERASE <= columns {
            return self.put(format_args!("\x1b[{columns}X"));
        }
        self.frame.resize(self.frame.len() + usize::from(columns), b' ');
        self.cursor = Cursor::After(Position { x: at.x.saturating_add(columns), ..at });
    }

    /// Sends the cursor somewhere.
    fn go(&mut self, to: Position) {
        match self.cursor {
            Cursor::On(at) | Cursor::After(at) | Cursor::Near(at) if at == to => return,
            // VT: a line feed that is no end of a line to whoever keeps lines together.
            Cursor::On(at) if at.x == to.x && at.y + 1 == to.y => self.put(format_args!("\x0b")),
            Cursor::On(at) | Cursor::After(at) if at.y == to.y && at.x < to.x => {
                self.put(format_args!("\x1b[{}C", to.x - at.x));
            }
            Cursor::InRow(y) | Cursor::Near(Position { y, .. }) if y == to.y => {
                self.put(format_args!("\x1b[{}G", to.x + 1));
            }
            _ => self.put(format_args!("\x1b[{};{}H", to.y + 1, to.x + 1)),
        }
        self.cursor = Cursor::On(to);
    }

    fn set(&mut self, paint: Paint) {
        let params = paint.params(self.paint);
        if !params.is_empty() {
            self.put(format_args!("\x1b[{params}m"));
        }
        self.paint = paint;
    }

    fn see_cursor(&mut self, is_seen: bool) {
        if self.is_seen.replace(is_seen) != Some(is_seen) {
            self.put(format_args!("\x1b[?25{}", if is_seen { 'h' } else { 'l' }));
        }
    }

    fn put(&mut self, what: fmt::Arguments<'_>) {
        let _ = self.frame.write_fmt(what); // There is room in a vector.
    }
}

impl<W: Write> Backend for Pen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.cursor = Cursor::Unknown;
        let (mut left, mut stretch, mut next) = (Vec::new(), Stretch::new(), Position::ORIGIN);
        for (x, y, cell) in content {
            if y == next.y && x < next.x {
                continue; // Under the wide character that was just written.
            }
            let (at, shown) = (Position { x, y }, Shown::of(cell, self.means));
            let is_apart =
                |(_, before): &(_, Shown<'_>)| at != next || shown.ground() != before.ground();
            if stretch.last().is_some_and(is_apart) {
                left.append(&mut self.write(&stretch));
                stretch.clear();
            }
            stretch.push((at, shown));
            let columns = u16::try_from(width(cell.symbol())).unwrap_or(u16::MAX);
            next = Position { x: x.saturating_add(columns), y };
        }
        left.append(&mut self.write(&stretch));
        self.blanks(left);
        if self.paint != Paint::default() {
            self.put(format_args!("\x1b[m"));
            self.paint = Paint::default();
        }
        Ok(())
    }

    fn append_lines(&mut self, rows: u16) -> io::Result<()> {
        self.inner.append_lines(rows)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.see_cursor(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.see_cursor(true);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = Cursor::Unknown;
        self.go(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.inner.write_all(&self.frame);
        self.frame.clear();
        written?;
        io::Write::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests;
