//! Cells of tables, a text in just so many columns, cut or filled up; and which lines of a long one are
//! in sight.

use ratatui::text::Span;

use super::{
    Scene,
    text::{fit, pad_left, pad_right},
};

/// The first line to show, so that the current one stands a third from the top, and no row is empty.
pub(super) fn first_shown(current: usize, lines: usize, rows: usize) -> usize {
    current.saturating_sub(rows / 3).min(lines.saturating_sub(rows))
}

/// A cell of a table: the text cut or filled up to so many columns.
pub(super) fn cell(text: &str, columns: usize, scene: &Scene<'_>) -> Span<'static> {
    Span::raw(pad_right(&fit(text, columns, scene.theme.symbols.ellipsis), columns))
}

/// The same with the text at the right edge.
pub(super) fn cell_right(text: &str, columns: usize, scene: &Scene<'_>) -> Span<'static> {
    Span::raw(pad_left(&fit(text, columns, scene.theme.symbols.ellipsis), columns))
}

#[cfg(test)]
mod tests {
    use super::first_shown;

    #[test]
    fn the_current_line_is_always_in_view() {
        for rows in 1..40 {
            for current in 0..30 {
                let first = first_shown(current, 30, rows);
                assert!((first..first + rows).contains(&current), "{current} in {rows}");
                assert!(first == 0 || first + rows <= 30, "no empty row");
            }
        }
    }
}
