//! How meanings look: one style for each, the borders, and the symbols beside words.
//!
//! A view names a meaning (`theme.alarm`), never a colour. Every colour is on top of a word, a
//! symbol or a weight that says the same, so that a theme without colours loses nothing:
//! `alarms_stand_out_without_colour`.

use ratatui::{
    style::{Color, Modifier, Style},
    symbols::border,
};

/// The styles, borders and symbols of one look.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Text and background of everything else; a screen fills its area with it first.
    pub base: Style,
    /// The top line of a screen.
    pub header: Style,
    /// The name of a screen, a box or a column.
    pub title: Style,
    /// What matters less.
    pub dim: Style,
    /// What the eye should find first.
    pub accent: Style,
    /// As it should be: connected, handed in, released.
    pub good: Style,
    /// Soon: a minute left, a seat without a sheet.
    pub warn: Style,
    /// Now: time up, link lost.
    pub alarm: Style,
    /// A clock that counts.
    pub running: Style,
    /// A clock that stands.
    pub paused: Style,
    /// The first place.
    pub leader: Style,
    /// The name of a key.
    pub key: Style,
    /// The row or field that keys act on.
    pub selected: Style,
    /// What was refused, or went wrong.
    pub error: Style,
    /// Lines around boxes.
    pub line: Style,
    /// The characters of lines around boxes.
    pub border: border::Set<'static>,
    /// The signs beside words.
    pub symbols: Symbols,
}

/// Signs beside words, and what big digits are made of. Each takes one column, but the ellipsis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbols {
    /// Stands for what was cut off.
    pub ellipsis: &'static str,
    /// Between the parts of a line.
    pub dot: &'static str,
    /// Between columns.
    pub bar: &'static str,
    /// Done, connected.
    pub full: &'static str,
    /// Not yet.
    pub empty: &'static str,
    /// Points at the selected row.
    pub pointer: &'static str,
    /// Asks for attention.
    pub attention: &'static str,
    /// A part of a progress bar that is done, and one that is not.
    pub progress: [&'static str; 2],
    /// Cells of big pictures.
    pub pixels: Pixels,
}

/// What big pictures are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pixels {
    /// `▀▄█`: two pixels in a cell, one above the other; they come out square.
    HalfBlocks,
    /// This character: one pixel in a cell, twice as high as it is wide.
    Whole(char),
}

impl Theme {
    /// Light on black, for halls and projectors.
    pub fn dark() -> Self {
        Self::painted(&Palette {
            text: Color::Indexed(255),
            ground: Color::Indexed(16),
            shade: Color::Indexed(236),
            dim: Color::Indexed(246),
            accent: Color::Indexed(81),
            good: Color::Indexed(114),
            warn: Color::Indexed(221),
            alarm: Color::Indexed(203),
        })
    }

    /// Black on white, for bright rooms.
    pub fn light() -> Self {
        Self::painted(&Palette {
            text: Color::Indexed(16),
            ground: Color::Indexed(231),
            shade: Color::Indexed(254),
            dim: Color::Indexed(241),
            accent: Color::Indexed(25),
            good: Color::Indexed(22),
            warn: Color::Indexed(94),
            alarm: Color::Indexed(160),
        })
    }

    /// ASCII lines and symbols and no colours, for terminals that draw `│`, `…` or `█` two columns
    /// wide, as some set up for Chinese do.
    pub fn plain() -> Self {
        Self { border: ASCII_BORDER, symbols: ASCII, ..Self::painted(&Palette::NONE) }
    }

    /// The same theme as it is, or stripped of colours for whoever set `NO_COLOR`.
    #[must_use]
    pub fn with_colours(self, wanted: bool) -> Self {
        if wanted {
            return self;
        }
        Self { border: self.border, symbols: self.symbols, ..Self::painted(&Palette::NONE) }
    }

    /// A style as it stands out on the top line, which is itself reversed where there are no colours.
    pub fn on_header(&self, style: Style) -> Style {
        let is_reversed = |style: Style| style.add_modifier.contains(Modifier::REVERSED);
        if is_reversed(self.header) && is_reversed(style) {
            return style.remove_modifier(Modifier::REVERSED);
        }
        style
    }

    fn painted(palette: &Palette) -> Self {
        let ink = |colour| Style::new().fg(colour);
        let bold = |colour| ink(colour).add_modifier(Modifier::BOLD);
        let block = |colour| bold(colour).add_modifier(Modifier::REVERSED);
        // Without a shade of its own, the top line stands out by being reversed.
        let header = match palette.shade {
            Color::Reset => ink(palette.text).add_modifier(Modifier::REVERSED),
            shade => ink(palette.text).bg(shade),
        };
        Self {
            base: ink(palette.text).bg(palette.ground),
            header,
            title: bold(palette.text),
            dim: ink(palette.dim),
            accent: bold(palette.accent),
            good: ink(palette.good),
            warn: bold(palette.warn),
            alarm: block(palette.alarm),
            running: bold(palette.text),
            paused: ink(palette.dim),
            leader: bold(palette.warn),
            key: bold(palette.accent),
            selected: block(palette.accent),
            error: bold(palette.alarm),
            line: ink(palette.dim),
            border: border::PLAIN,
            symbols: UNICODE,
        }
    }
}

/// The colours of a theme, all from the 256 that every terminal has.
struct Palette {
    text: Color,
    ground: Color,
    shade: Color,
    dim: Color,
    accent: Color,
    good: Color,
    warn: Color,
    alarm: Color,
}

impl Palette {
    /// Whatever the terminal has.
    const NONE: Self = Self {
        text: Color::Reset,
        ground: Color::Reset,
        shade: Color::Reset,
        dim: Color::Reset,
        accent: Color::Reset,
        good: Color::Reset,
        warn: Color::Reset,
        alarm: Color::Reset,
    };
}

const UNICODE: Symbols = Symbols {
    ellipsis: "…",
    dot: "·",
    bar: "│",
    full: "●",
    empty: "○",
    pointer: "▶",
    attention: "▲",
    progress: ["█", "░"],
    pixels: Pixels::HalfBlocks,
};

const ASCII: Symbols = Symbols {
    ellipsis: "...",
    dot: "-",
    bar: "|",
    full: "*",
    empty: "o",
    pointer: ">",
    attention: "!",
    progress: ["#", "."],
    pixels: Pixels::Whole('#'),
};

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::tui::text::width;

    #[test]
    fn alarms_stand_out_without_colour() {
        for theme in [Theme::plain(), Theme::dark().with_colours(false)] {
            let looks = [theme.paused, theme.running, theme.alarm].map(|style| style.add_modifier);
            assert!(looks[0] != looks[1] && looks[1] != looks[2], "{looks:?}");
            assert_ne!(theme.selected.add_modifier, theme.base.add_modifier);
            let alarm = theme.header.patch(theme.on_header(theme.alarm));
            assert_ne!(
                alarm.add_modifier & Modifier::REVERSED,
                theme.header.add_modifier & Modifier::REVERSED
            );
            assert_eq!(theme.alarm.fg, Some(Color::Reset));
        }
    }

    #[test]
    fn without_colours_the_symbols_stay() {
        assert_eq!(Theme::light().with_colours(false).symbols, UNICODE);
        assert_eq!(Theme::plain().with_colours(true).symbols, ASCII);
    }

    #[test]
    fn every_symbol_takes_one_column() {
        for symbols in [UNICODE, ASCII] {
            let Symbols { dot, bar, full, empty, pointer, attention, progress, .. } = symbols;
            for symbol in [dot, bar, full, empty, pointer, attention].iter().chain(&progress) {
                assert_eq!(width(symbol), 1, "{symbol}");
            }
        }
        assert_eq!(ASCII_BORDER.horizontal_top.width_cjk(), 1);
    }
}
