//! Official forms and exports: what leaves the program as a file or on stdout.

pub mod draw;
pub mod prelim;
pub mod results;

use comfy_table::{CellAlignment, Table, presets};

/// A table without lines.
fn plain_table(heads: impl IntoIterator<Item = String>) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING);
    table.set_header(heads);
    table
}

/// Aligns columns of numbers.
fn right(table: &mut Table, columns: &[usize]) {
    for column in columns {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}
