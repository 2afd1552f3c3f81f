use std::{cell::RefCell, num::NonZero, rc::Rc};

use proptest::{prelude::*, sample::select};
use ratatui::{
    Terminal, TerminalOptions, Viewport,
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::*;

const COLUMNS: u16 = 40;
const ROWS: u16 = 4;

/// What was written, piece by piece.
#[derive(Debug, Default, Clone)]
struct Pieces(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn terminal(means: Means) -> (Terminal<Pen<Pieces>>, Pieces) {
    let (pieces, viewport) = (Pieces::default(), Viewport::Fixed(area()));
    let pen = Pen::new(pieces.clone(), means);
    (Terminal::with_options(pen, TerminalOptions { viewport }).unwrap(), pieces)
}

fn area() -> Rect {
    Rect::new(0, 0, COLUMNS, ROWS)
}

const MEANS: [Means; 3] = [
    Means { grounds: false, erases: false },
    Means { grounds: true, erases: false },
    Means { grounds: true, erases: true },
];

/// A piece of a row: where, what, how.
type Piece = ((u16, u16), String, (Color, Color), Modifier);

fn frame() -> impl Strategy<Value = Vec<Piece>> {
    let colour = || select(vec![Color::Reset, Color::Indexed(16), Color::Indexed(255), Color::Red]);
    let modifiers = [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::UNDERLINED];
    let modifier =
        (select(modifiers.to_vec()), select(modifiers.to_vec())).prop_map(|(a, b)| a | b);
    // In pairs of columns: half a wide character is nothing that a screen draws.
    let text = (select(vec!["██", "  ", "a█", "评", "▀ ", "ab", "█ "]), 0..25_usize);
    let text = text.prop_map(|(text, times)| text.repeat(times));
    let place = (0..COLUMNS / 2, 0..ROWS).prop_map(|(x, y)| (2 * x, y));
    let piece = (place, text, (colour(), colour()), modifier);
    proptest::collection::vec(piece, 0..12)
}

fn draw(frame: &[Piece], buf: &mut Buffer) {
    for ((x, y), text, (ink, ground), modifier) in frame {
        // What is left of a wide character on the terminal's own ground, terminals do not agree.
        let is_wide = text.contains('评') && *ground == Color::Reset;
        let ground = if is_wide { &Color::Indexed(16) } else { ground };
        let style = Style::new().fg(*ink).bg(*ground).add_modifier(*modifier);
        buf.set_string(*x, *y, text, style);
    }
}

/// What a person sees of a cell: text and its colours, or only a ground. Of underlines as well.
#[derive(Debug, PartialEq)]
struct Seen {
    text: String,
    ink: vt100::Color,
    ground: vt100::Color,
    is_inverse: bool,
    is_underlined: bool,
    is_bold: bool,
}

impl Seen {
    fn of(text: &str, (ink, ground): (vt100::Color, vt100::Color), modifier: Modifier) -> Self {
        let has = |it| modifier.contains(it);
        let (mut is_inverse, is_default) = (has(Modifier::REVERSED), vt100::Color::Default);
        let (mut ink, mut ground) = (ink, ground);
        if is_inverse && ink != is_default && ground != is_default {
            (ink, ground, is_inverse) = (ground, ink, false);
        }
        let text = if text.is_empty() { " " } else { text };
        let is_underlined = has(Modifier::UNDERLINED);
        let is_plain = !is_inverse && !is_underlined;
        let nothing = |ground| {
            let (text, ink) = (" ".to_owned(), is_default);
            Self { text, ink, ground, is_inverse: false, is_underlined: false, is_bold: false }
        };
        match text {
            " " if is_plain => nothing(ground),
            "█" if is_plain && ink != is_default => nothing(ink),
            _ => {
                let is_bold = has(Modifier::BOLD);
                Self { text: text.to_owned(), ink, ground, is_inverse, is_underlined, is_bold }
            }
        }
    }

    fn drawn(cell: &Cell) -> Self {
        let colour = |colour| match colour {
            Color::Reset => vt100::Color::Default,
            Color::Indexed(index) => vt100::Color::Idx(index),
            Color::Red => vt100::Color::Idx(1),
            other => panic!("{other} is not drawn here"),
        };
        Self::of(cell.symbol(), (colour(cell.fg), colour(cell.bg)), cell.modifier)
    }

    fn shown(cell: &vt100::Cell) -> Self {
        let modifiers = [
            (cell.inverse(), Modifier::REVERSED),
            (cell.underline(), Modifier::UNDERLINED),
            (cell.bold(), Modifier::BOLD),
        ];
        let modifier = modifiers.into_iter().filter(|it| it.0).map(|it| it.1).collect();
        Self::of(cell.contents(), (cell.fgcolor(), cell.bgcolor()), modifier)
    }
}

proptest! {
    #[test]
    fn a_terminal_shows_what_was_drawn(frames in proptest::collection::vec(frame(), 1..5)) {
        for means in MEANS {
            let (mut terminal, pieces) = terminal(means);
            let size = |it| NonZero::new(it).unwrap();
            let mut parser = vt100::Parser::new(size(ROWS), size(COLUMNS), 0);
            for frame in &frames {
                let drawn = terminal.draw(|it| draw(frame, it.buffer_mut())).unwrap();
                let drawn = drawn.buffer.clone();
                parser.process(&pieces.0.take().concat());
                for at in area().positions() {
                    let shown = parser.screen().cell(at.y, at.x).unwrap();
                    if !shown.is_wide_continuation() {
                        prop_assert_eq!(Seen::shown(shown), Seen::drawn(&drawn[at]), "{}", at);
                    }
                }
            }
        }
    }
}

/// A digit of three columns in four rows, and blanks after it.
fn digit(buf: &mut Buffer, ink: Color) {
    let style = Style::new().fg(ink).bg(Color::Indexed(16));
    for y in 0..ROWS {
        buf.set_string(5, y, "███████", style);
    }
}

#[test]
fn a_stroke_costs_five_bytes_a_row() {
    let (mut terminal, pieces) = terminal(MEANS[2]);
    let mut told = |ink| {
        terminal.draw(|it| digit(it.buffer_mut(), ink)).unwrap();
        String::from_utf8(pieces.0.take().concat()).unwrap()
    };
    told(Color::Indexed(16));
    let stroke = "\x1b[7X\x0b".repeat(3) + "\x1b[7X";
    assert_eq!(told(Color::Indexed(255)), format!("\x1b[1;6H\x1b[48;5;255m{stroke}\x1b[m"));
}

#[test]
fn a_frame_is_one_write() {
    for means in MEANS {
        let (mut terminal, pieces) = terminal(means);
        let mut writes = |ink| {
            terminal.draw(|it| digit(it.buffer_mut(), ink)).unwrap();
            pieces.0.take().len()
        };
        assert_eq!([writes(Color::Red), writes(Color::Red), writes(Color::Blue)], [1, 0, 1]);
    }
}

#[test]
fn a_frame_leaves_no_colour_behind() {
    for means in MEANS {
        let (mut terminal, pieces) = terminal(means);
        terminal.draw(|it| digit(it.buffer_mut(), Color::Red)).unwrap();
        let written = String::from_utf8(pieces.0.take().concat()).unwrap();
        assert!(written.trim_end_matches("\x1b[?25l").ends_with("\x1b[m"), "{written:?}");
    }
}

#[test]
fn a_block_that_is_no_ground_stays_a_block() {
    let own = [(Color::Reset, Modifier::BOLD, MEANS[2]), (Color::Red, Modifier::BOLD, MEANS[0])];
    let dimmed = [Modifier::DIM, Modifier::SLOW_BLINK].map(|it| (Color::Red, it, MEANS[2]));
    for (ink, modifier, means) in own.into_iter().chain(dimmed) {
        let (mut terminal, pieces) = terminal(means);
        let style = Style::new().fg(ink).add_modifier(modifier);
        terminal.draw(|it| it.buffer_mut().set_string(0, 0, "███", style)).unwrap();
        let written = String::from_utf8(pieces.0.take().concat()).unwrap();
        assert_eq!(written.matches('█').count(), 3, "{ink} {modifier:?} {means:?}");
    }
}

/// Draws a row, then the same with something in two of its places, and gives what the change took.
fn told(row: &str, places: [(u16, &str); 2]) -> String {
    let (mut terminal, pieces) = terminal(MEANS[2]);
    let drawn = |changes: &[(u16, &str)]| {
        let mut buf = Buffer::empty(area());
        buf.set_string(0, 0, row, Style::new());
        for (x, text) in changes {
            buf.set_string(*x, 0, text, Style::new());
        }
        buf
    };
    for changes in [&[][..], &places] {
        pieces.0.take();
        terminal.draw(|frame| frame.buffer_mut().clone_from(&drawn(changes))).unwrap();
    }
    String::from_utf8(pieces.0.take().concat()).unwrap()
}

/// Such signs take two columns where a terminal is set up for Chinese.
#[test]
fn behind_a_sign_that_is_not_ascii_the_column_is_said() {
    assert_eq!(told("", [(0, "a"), (5, "b")]), "\x1b[1;1Ha\x1b[4Cb");
    for sign in ["…", "·", "“", "│"] {
        assert_eq!(told("", [(0, sign), (5, "b")]), format!("\x1b[1;1H{sign}\x1b[6Gb"));
    }
    assert_eq!(told("", [(0, "…"), (1, "b")]), "\x1b[1;1H…b", "side by side it takes none");
}

/// ratatui has the cell under a sign with a variation selector written as well.
#[test]
fn nothing_is_written_over_the_right_half_of_a_wide_sign() {
    let told = told("abcdef", [(0, "✈\u{fe0f}"), (4, "x")]);
    assert_eq!(told, "\x1b[1;1H✈\u{fe0f}\x1b[5Gx");
}
