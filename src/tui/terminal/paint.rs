//! How a cell looks once colours and “reversed” have been put together, so that the same look is said in
//! the same way.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::Means;

/// The colours of a cell and what is done to its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Paint {
    pub(super) ink: Color,
    pub(super) ground: Color,
    pub(super) modifier: Modifier,
}

/// What is seen of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown<'a> {
    /// Nothing but this ground.
    Blank(Color),
    /// This text.
    Text(&'a str, Paint),
}

/// What is seen where there is no text.
const SEEN_ON_BLANKS: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

impl Paint {
    /// Whether a blank that is written with this paint shows only this ground.
    pub(super) fn leaves_blank(self, ground: Color) -> bool {
        self.ground == ground && !self.modifier.intersects(SEEN_ON_BLANKS)
    }

    /// Whether what is written shows in a colour that a ground can have as well. (A full block that is bold
    /// is no fuller.)
    fn is_its_colour_alone(self) -> bool {
        self.ink != Color::Reset && (self.modifier - Modifier::BOLD).is_empty()
    }

    /// Its params in “select graphic rendition” (ECMA-48, 8.3.117), seen from what is set; empty where
    /// nothing is to be set.
    pub(super) fn params(self, from: Self) -> String {
        let mut params = Vec::new();
        let mut from = from;
        if !self.modifier.contains(from.modifier) {
            params.push("0".to_owned()); // What one code takes back another may set.
            from = Self::default();
        }
        let added = self.modifier - from.modifier;
        params.extend(CODES.iter().filter(|(it, _)| added.contains(*it)).map(|it| it.1.to_owned()));
        if self.ink != from.ink {
            params.push(colour(self.ink, 3));
        }
        if self.ground != from.ground {
            params.push(colour(self.ground, 4));
        }
        params.join(";")
    }
}

impl<'a> Shown<'a> {
    pub(super) fn of(cell: &'a Cell, means: Means) -> Self {
        let mut paint = Paint { ink: cell.fg, ground: cell.bg, modifier: cell.modifier };
        // The terminal's own colours have no name by which they could change places.
        let is_named = ![paint.ink, paint.ground].contains(&Color::Reset);
        if means.grounds && is_named && paint.modifier.contains(Modifier::REVERSED) {
            (paint.ink, paint.ground) = (paint.ground, paint.ink);
            paint.modifier.remove(Modifier::REVERSED);
        }
        match cell.symbol() {
            _ if paint.modifier.intersects(SEEN_ON_BLANKS) => Self::Text(cell.symbol(), paint),
            " " => Self::Blank(paint.ground),
            "█" if means.grounds && paint.is_its_colour_alone() => Self::Blank(paint.ink),
            symbol => Self::Text(symbol, paint),
        }
    }

    /// The colour behind it.
    pub(super) fn ground(self) -> Color {
        match self {
            Self::Blank(ground) => ground,
            Self::Text(_, paint) => paint.ground,
        }
    }
}

const CODES: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// A colour of the text (`3`) or of the ground (`4`).
fn colour(colour: Color, which: u8) -> String {
    let index = match colour {
        Color::Reset => return format!("{which}9"),
        Color::Rgb(red, green, blue) => return format!("{which}8;2;{red};{green};{blue}"),
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    format!("{which}8;5;{index}")
}
