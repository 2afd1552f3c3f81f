//! `roadshow export` of 10,000 projects × 7 judges beside a plain write of the same rows by the `csv` crate:
//! `cargo bench --bench export`.
//!
//! The ratio of the two says something on any machine, so they run in turn, and the middle one of their
//! ratios is told. Measured is what comes after reading the journal: scores, places, every table, and
//! writing it; the plain write has its rows as text already. All of it happens in memory.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of seconds, not of scores")]

#[path = "shared/long.rs"]
mod long;
#[path = "shared/table.rs"]
mod table;

use std::{sync::Arc, time::Instant};

use roadshow::{
    contest::{At, Contest, Fact},
    papers::{
        evening::{Evening, Told},
        export::{Export, TableKind},
        grid::{Cell, Grid},
        guarded_csv,
        journal::JournalRow,
        workbook,
    },
    words::{Lang, Words},
};
use table::{Table, span};

const PROJECTS: usize = 10_000;
const ROUNDS: usize = 5;

fn main() {
    let (mut evening, words) = (evening(), Words::new(Lang::Zh));
    let heads = ["10,000 projects × 7 judges", "takes", "plain CSV", "of the plain"];
    let mut told = Table::new("export", &heads);
    for form in ["csv", "json", "xlsx"] {
        let mut rounds: Vec<_> = (0..ROUNDS).map(|_| round(&mut evening, &words, form)).collect();
        rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
        let (export, plain) = rounds[ROUNDS / 2];
        let (form, ratio) =
            (format!("`export --format {form}`"), format!("{:.0} ×", export / plain));
        told.row([form, span(export * 1e6), span(plain * 1e6), ratio]);
    }
    told.tell();
}

/// The seconds that an export takes, and those of the plain write.
fn round(evening: &mut Evening, words: &Words, form: &str) -> (f64, f64) {
    // Or the ranking would have been worked out in the round before.
    for group in evening.contest.session().groups.clone() {
        evening.contest.apply(At(0), &Fact::Thawed { group: group.id });
    }
    let begun = Instant::now();
    let export = Export::of(evening, &TableKind::ALL, false, words);
    let bytes = match form {
        "csv" => {
            let mut bytes = Vec::new();
            for (_, grid) in &export.tables {
                guarded_csv::write(grid, false, &mut bytes).unwrap();
            }
            bytes.len()
        }
        "json" => export.json().len(),
        _ => {
            let tables = export.tables.iter().map(|(kind, grid)| (kind.as_str(), grid));
            workbook::of_tables(tables, "export", evening.as_of()).unwrap().len()
        }
    };
    let seconds = begun.elapsed().as_secs_f64();
    assert!(bytes > PROJECTS);
    let rows: Vec<Vec<String>> = export.tables.iter().flat_map(|(_, grid)| text(grid)).collect();
    assert!(rows.len() > PROJECTS * 7);
    let begun = Instant::now();
    let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in &rows {
        csv.write_record(row).unwrap();
    }
    assert!(csv.into_inner().unwrap().len() > PROJECTS);
    (seconds, begun.elapsed().as_secs_f64())
}

fn text(grid: &Grid) -> Vec<Vec<String>> {
    grid.rows.iter().map(|row| row.cells.iter().map(Cell::printed).collect()).collect()
}

/// Ten thousand projects, all of them released.
fn evening() -> Evening {
    let session = Arc::new(long::session(PROJECTS));
    let mut contest = Contest::new(Arc::clone(&session));
    let tell = |(seq, (at, fact)): (u64, (At, Fact))| {
        contest.apply(at, &fact);
        Told { seq, at, wall: None, by: None, fact }
    };
    let records: Vec<Told> = (1..).zip(long::facts(&session, PROJECTS)).map(tell).collect();
    let (seq, hash) = (records.last().unwrap().seq, "0".repeat(64));
    let head = format!("{seq} 0000 0000");
    Evening { contest, records, journal: JournalRow { seq, hash, head, seal: None } }
}
