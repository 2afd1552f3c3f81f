//! Turns what a view drew into plain text for snapshots.

use ratatui::{buffer::Buffer, layout::Rect};

use super::text::width;

/// The drawn cells as lines. The blank second half of a wide character is left out and trailing
/// blanks are cut, so that a snapshot shows what a person would see.
pub(crate) fn screen<R>(
    columns: u16,
    rows: u16,
    draw: impl FnOnce(Rect, &mut Buffer) -> R,
) -> String {
    let area = Rect::new(0, 0, columns, rows);
    let mut buf = Buffer::empty(area);
    draw(area, &mut buf);

    let line_of = |row: Rect| {
        let (mut line, mut hidden) = (String::new(), 0);
        for cell in row.positions() {
            if hidden == 0 {
                let symbol = buf[cell].symbol();
                hidden = width(symbol).max(1);
                line.push_str(symbol);
            }
            hidden -= 1;
        }
        line.trim_end().to_owned()
    };
    area.rows().map(line_of).collect::<Vec<_>>().join("\n")
}

/// Draws at every small size, where a view must leave things out but never fail.
pub(crate) fn every_small_size<R>(mut draw: impl FnMut(Rect, &mut Buffer) -> R) {
    for columns in 0..24 {
        for rows in 0..8 {
            screen(columns, rows, &mut draw);
        }
    }
}
