//! How meanings look: one style for each, the borders, and the symbols beside words.
//!
//! A view names a meaning (`theme.alarm`), never a colour. Every colour is on top of a word, a
//! symbol or a weight that says the same, so that a theme without colours loses nothing:
//! `alarms_stand_out_without_colour`. The colours themselves stay apart for people who do not tell red
//! from green: `colours_stay_apart_for_the_colour_blind`.

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
    /// Beside what is honoured.
    pub star: &'static str,
    /// A piece of the line through a dropped mark.
    pub strike: &'static str,
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

/// The looks to choose from, in the order of the key that changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Light on black.
    Dark,
    /// Black on white.
    Light,
    /// ASCII, and no colours.
    Plain,
}

impl Look {
    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Plain,
            Self::Plain => Self::Dark,
        }
    }

    /// Its theme, with colours where they are wanted.
    pub fn theme(self, colours: bool) -> Theme {
        let theme = match self {
            Self::Dark => Theme::dark(),
            Self::Light => Theme::light(),
            Self::Plain => Theme::plain(),
        };
        theme.with_colours(colours)
    }

    /// The key of its name.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Dark => "look-dark",
            Self::Light => "look-light",
            Self::Plain => "look-plain",
        }
    }
}

impl Theme {
    /// Light on black, for halls and projectors.
    pub fn dark() -> Self {
        Self::painted(&Palette::DARK)
    }

    /// Black on white, for bright rooms.
    pub fn light() -> Self {
        Self::painted(&Palette::LIGHT)
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
    const DARK: Self = Self {
        text: Color::Indexed(255),
        ground: Color::Indexed(16),
        shade: Color::Indexed(236),
        dim: Color::Indexed(246),
        accent: Color::Indexed(81),
        good: Color::Indexed(121),
        warn: Color::Indexed(220),
        alarm: Color::Indexed(203),
    };

    const LIGHT: Self = Self {
        text: Color::Indexed(16),
        ground: Color::Indexed(231),
        shade: Color::Indexed(254),
        dim: Color::Indexed(241),
        accent: Color::Indexed(25),
        good: Color::Indexed(23),
        warn: Color::Indexed(94),
        alarm: Color::Indexed(125),
    };

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
    star: "★",
    strike: "━",
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
    star: "*",
    strike: "=",
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
mod tests;
