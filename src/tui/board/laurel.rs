//! The frame of what is announced in a ceremony: a branch of laurel on either side where there is
//! room, and above and below a line with stars.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::Line,
    widgets::Widget,
};

use crate::tui::{
    Scene,
    digits::half_block,
    theme::{Pixels, Theme},
};

/// The left branch; the right one is its picture in a mirror.
const BRANCH: [&str; 20] = [
    "........##..",
    "......####..",
    ".....####...",
    "..#..##...#.",
    ".###....###.",
    ".####.####..",
    "..###.###...",
    "#..##.......",
    "###...###...",
    "####.#####..",
    ".###.####...",
    "..##........",
    "##...####...",
    "####.######.",
    ".####.#####.",
    "..####......",
    "...###.####.",
    "......######",
    "....##.#####",
    "...####.....",
];

/// Columns and rows of pixels of a branch.
const SIZE: (u16, u16) = (12, 20);

/// The largest branch, in times the smallest.
const MOST_SCALE: u16 = 4;

/// The smallest area that gets lines.
const LINED: (u16, u16) = (30, 7);

/// Draws the frame; gives what is inside it.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let theme = scene.theme;
    if area.width < LINED.0 || area.height < LINED.1 {
        return area;
    }
    let [top, middle, bottom] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ]));
    for row in [top, bottom] {
        Line::styled(starred(row.width, theme), theme.leader).centered().render(row, buf);
    }
    let Some(branch) = Branch::largest(middle, theme.symbols.pixels) else { return middle };
    let [left, inner, right] = middle.layout(&Layout::horizontal([
        Constraint::Length(branch.columns() + 2),
        Constraint::Fill(1),
        Constraint::Length(branch.columns() + 2),
    ]));
    branch.draw(false, theme.leader, left, buf);
    branch.draw(true, theme.leader, right, buf);
    inner
}

/// `★ ━━━━━ ★ ━━━━━ ★`
fn starred(columns: u16, theme: &Theme) -> String {
    let (star, line) = (theme.symbols.star, theme.symbols.strike);
    let piece = line.repeat(usize::from(columns.saturating_sub(11) / 2));
    format!("{star} {piece} {star} {piece} {star}")
}

/// A branch of a size.
#[derive(Debug, Clone, Copy)]
struct Branch {
    scale: u16,
    pixels: Pixels,
}

impl Branch {
    /// The largest that leaves most of the columns to what is between.
    fn largest(area: Rect, pixels: Pixels) -> Option<Self> {
        let all = (1..=MOST_SCALE).rev().map(|scale| Self { scale, pixels });
        all.into_iter().find(|it| it.columns() * 6 <= area.width && it.rows() <= area.height)
    }

    fn columns(self) -> u16 {
        match self.pixels {
            Pixels::HalfBlocks => SIZE.0 * self.scale,
            Pixels::Whole(_) => SIZE.0 * self.scale * 2,
        }
    }

    fn rows(self) -> u16 {
        match self.pixels {
            Pixels::HalfBlocks => SIZE.1 * self.scale / 2,
            Pixels::Whole(_) => SIZE.1 * self.scale,
        }
    }

    fn is_inked(self, x: u16, y: u16) -> bool {
        let row = BRANCH.get(usize::from(y / self.scale)).map(|row| row.as_bytes());
        row.and_then(|row| row.get(usize::from(x / self.scale))) == Some(&b'#')
    }

    fn draw(self, mirrored: bool, style: Style, area: Rect, buf: &mut Buffer) {
        let columns = self.columns();
        let place = area.centered(Constraint::Length(columns), Constraint::Length(self.rows()));
        for (y, row) in (0..).zip(place.rows()) {
            let cell = |x: u16| {
                let x = if mirrored { columns - 1 - x } else { x };
                match self.pixels {
                    Pixels::HalfBlocks => {
                        half_block((self.is_inked(x, 2 * y), self.is_inked(x, 2 * y + 1)))
                    }
                    Pixels::Whole(c) if self.is_inked(x / 2, y) => c,
                    Pixels::Whole(_) => ' ',
                }
            };
            Line::styled((0..columns).map(cell).collect::<String>(), style).render(row, buf);
        }
    }
}
