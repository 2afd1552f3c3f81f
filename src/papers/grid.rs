//! A table of typed cells: what forms and exports are made of, whatever they are written as.

use rust_decimal::Decimal;

use crate::contest::Ms;

/// One cell. A text is a text to every reader, and a number a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, exactly as it was given.
    Text(String),
    /// A whole number that counts something.
    Count(i64),
    /// Points or seconds, with the decimals that they are written with.
    Decimal(Decimal),
    /// The same of a mark that was dropped; in print it stands in brackets.
    Dropped(Decimal),
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// Its least width on paper in millimetres.
    pub width: u32,
    /// Its share of what the page has left over; 0 for one that stays as it is.
    pub grows: u32,
    /// Whether it says what a line is about, and is repeated where a table is too wide for one page.
    pub leads: bool,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// A cell for every column.
    pub cells: Vec<Cell>,
    /// Whether it is a sum or a heading of others.
    pub strong: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its lines.
    pub rows: Vec<Row>,
}

impl Column {
    /// A column that stays as wide as it is.
    pub fn new(head: impl Into<String>, width: u32) -> Self {
        Self { head: head.into(), width, grows: 0, leads: false }
    }

    /// The same, taking a share of what is left over.
    #[must_use]
    pub fn growing(self, grows: u32) -> Self {
        Self { grows, ..self }
    }

    /// The same, repeated on every part of a table that is too wide.
    #[must_use]
    pub fn leading(self) -> Self {
        Self { leads: true, ..self }
    }
}

impl Grid {
    /// A table without lines.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a line.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, strong: false });
    }

    /// Adds a line that is a sum or a heading of others.
    pub fn push_strong(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, strong: true });
    }
}

impl Cell {
    /// A text; of an empty one nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// How many.
    pub fn count(count: impl TryInto<i64>) -> Self {
        Self::Count(count.try_into().unwrap_or(i64::MAX))
    }

    /// Points with at least so many decimals; further ones that say something stay.
    pub fn points(points: Decimal, decimals: u32) -> Self {
        Self::Decimal(written(points, decimals))
    }

    /// A span in seconds, to the millisecond.
    pub fn seconds(span: Ms) -> Self {
        Self::Decimal(written(Decimal::new(span.0, 3), 0))
    }

    /// The same, dropped or not.
    #[must_use]
    pub fn dropped_if(self, is_dropped: bool) -> Self {
        match self {
            Self::Decimal(points) if is_dropped => Self::Dropped(points),
            cell => cell,
        }
    }

    /// Whether it is a number, and stands at the right.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Decimal(_) | Self::Dropped(_))
    }

    /// As it stands in print.
    pub fn printed(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Decimal(points) => points.to_string(),
            Self::Dropped(points) => format!("({points})"),
        }
    }
}

fn written(points: Decimal, decimals: u32) -> Decimal {
    let mut points = points.normalize();
    points.rescale(points.scale().max(decimals));
    points
}

#[cfg(test)]
mod tests {
    use super::Cell;
    use crate::contest::Ms;

    #[test]
    fn a_number_is_printed_with_its_decimals_and_a_dropped_one_in_brackets() {
        let points = || Cell::points("8.50".parse().unwrap(), 2);
        assert_eq!(points().printed(), "8.50");
        assert_eq!(points().dropped_if(true).printed(), "(8.50)");
        assert_eq!(Cell::points("8.125".parse().unwrap(), 1).printed(), "8.125");
        assert_eq!(Cell::seconds(Ms(90_500)).printed(), "90.5");
        assert_eq!(Cell::seconds(Ms::seconds(600)).printed(), "600");
        assert_eq!(Cell::text("").printed(), Cell::Empty.printed());
    }
}
