//! How cells of a workbook look: numbers are numbers with the decimals of the rules, and digits stand below digits.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::papers::grid::Cell;

/// The size of what is in cells, in points.
const SIZE: u32 = 10;

/// How cells look.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) text: Format,
    pub(super) head: Format,
    pub(super) cell: Format,
    pub(super) number: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let bordered = Format::new().set_border(FormatBorder::Thin).set_font_size(SIZE);
        let bordered = bordered.set_align(FormatAlign::VerticalCenter);
        let cell = bordered.clone().set_text_wrap();
        Self {
            title: Format::new().set_bold().set_font_size(16),
            text: Format::new().set_align(FormatAlign::VerticalCenter).set_font_size(SIZE),
            head: cell.clone().set_bold().set_align(FormatAlign::Center),
            number: bordered.set_align(FormatAlign::Right),
            cell,
        }
    }
}

/// The number nearest to a cell's: it is shown with the cell's own decimals.
pub(super) fn number_of(cell: &Cell) -> f64 {
    let nearest = |text: String| text.parse().unwrap_or_default();
    match cell {
        Cell::Count(count) => nearest(count.to_string()),
        Cell::Decimal(points) | Cell::Dropped(points) => nearest(points.to_string()),
        Cell::Empty | Cell::Text(_) => 0.0,
    }
}

/// How a number is shown: `0.00`, and of a dropped one `(0.00)`.
pub(super) fn shape(cell: &Cell) -> String {
    let plain = |points: &Decimal| match points.scale() {
        0 => "0".to_owned(),
        scale => format!("0.{}", "0".repeat(usize::try_from(scale).unwrap_or_default())),
    };
    match cell {
        Cell::Decimal(points) => plain(points),
        Cell::Dropped(points) => format!("\"(\"{}\")\"", plain(points)),
        _ => "0".to_owned(),
    }
}

/// The same, as far from the border as a bracket is wide; a dropped number's own bracket stands there. An indent
/// would do, too, but LibreOffice leaves some out.
pub(super) fn set_off(cell: &Cell) -> String {
    let end = if matches!(cell, Cell::Dropped(_)) { "" } else { "_)" };
    format!("{}{end}", shape(cell))
}
