//! Cells of tables: a text in just so many columns, cut or filled up.

use ratatui::text::Span;

use super::{
    Scene,
    text::{fit, pad_left, pad_right},
};

/// A cell of a table: the text cut or filled up to so many columns.
pub(super) fn cell(text: &str, columns: usize, scene: &Scene<'_>) -> Span<'static> {
    Span::raw(pad_right(&fit(text, columns, scene.theme.symbols.ellipsis), columns))
}

/// The same with the text at the right edge.
pub(super) fn cell_right(text: &str, columns: usize, scene: &Scene<'_>) -> Span<'static> {
    Span::raw(pad_left(&fit(text, columns, scene.theme.symbols.ellipsis), columns))
}
