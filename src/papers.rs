//! Official forms and exports: what leaves the program as a file or on stdout.

pub mod draw;
pub mod evening;
pub mod export;
pub mod form;
pub mod grid;
pub mod guarded_csv;
pub mod html;
pub mod journal;
pub mod links;
pub mod log;
pub mod page;
pub mod prelim;
mod qr;
#[expect(clippy::float_arithmetic, reason = "figures about scores, none of which is a score")]
pub mod report;
pub mod results;
pub mod robustness;
pub mod timings;
pub mod tongues;
pub mod when;
pub mod workbook;

use std::io;

use comfy_table::{CellAlignment, Table, presets};
use serde::Serialize;

use crate::words::Words;

/// What comes as a table for people, and as JSON and CSV for machines.
pub trait Paper: Serialize {
    /// Tables for a terminal; Chinese columns line up.
    fn table(&self, words: &Words) -> String;

    /// One line a row with a header, for spreadsheets.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    fn write_csv(&self, to: impl io::Write) -> csv::Result<()>;

    /// The documented JSON, indented.
    #[expect(clippy::expect_used, reason = "strings and numbers only: always JSON")]
    fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a paper is always JSON");
        text.push('\n');
        text
    }
}

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
