//! This terminal: its size, how wide it shows what the screens are drawn with, its colours, its bell.
//!
//! How wide a sign is shown only the terminal knows: it is printed and the terminal asked where its cursor
//! stands. One that does not answer within two seconds is asked no further.

use std::io::{self, IsTerminal, Write};

use ratatui::crossterm::{
    cursor, style,
    terminal::{disable_raw_mode, enable_raw_mode, size},
};

use super::{Finding, Part};

/// What a Chinese character stands for: every one of them takes two columns.
const WIDE: [&str; 2] = ["评", "，"];
/// What the screens are drawn with besides, and what some terminals that are set up for Chinese show in two
/// columns.
const NARROW: [&str; 4] = ["…", "─", "●", "█"];

/// What this terminal is like; it rings once where it is to.
pub(super) fn part(rings: bool) -> Part {
    let mut found = Vec::new();
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        let area = size().map(|(columns, rows)| Finding::Size { columns, rows });
        found.push(area.unwrap_or(Finding::NoTerminal));
        found.push(widths());
        found.push(Finding::Colours { count: style::available_color_count() });
        if rings && print("\x07").is_ok() {
            found.push(Finding::Bell);
        }
    } else {
        found.push(Finding::NoTerminal);
    }
    Part::new("preflight-part-terminal", String::new(), found)
}

/// How wide the signs of the screens are.
fn widths() -> Finding {
    let Ok(_raw) = Raw::enter() else { return Finding::WidthsUnknown };
    let wrong = |signs: &[&str], columns: u16| -> io::Result<Vec<String>> {
        let mut wrong = Vec::new();
        for sign in signs {
            if columns_of(sign)? != columns {
                wrong.push((*sign).to_owned());
            }
        }
        Ok(wrong)
    };
    match wrong(&WIDE, 2).and_then(|it| Ok((it, wrong(&NARROW, 1)?))) {
        Err(_) => Finding::WidthsUnknown,
        Ok((signs, _)) if !signs.is_empty() => Finding::ChineseNarrow { signs },
        Ok((_, signs)) if !signs.is_empty() => Finding::SignsWide { signs },
        Ok(_) => Finding::Widths { signs: NARROW.map(str::to_owned).to_vec() },
    }
}

/// In how many columns the terminal shows a text; the line is empty again afterwards.
fn columns_of(text: &str) -> io::Result<u16> {
    print(&format!("\r{text}"))?;
    let column = cursor::position().map(|(column, _)| column);
    print("\r\x1b[2K")?;
    column
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// The terminal's answers come to the program, and not on the screen, for as long as this is held.
struct Raw;

impl Raw {
    fn enter() -> io::Result<Self> {
        enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode(); // The shell behind it brings its own.
    }
}
