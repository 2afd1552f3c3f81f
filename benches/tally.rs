//! `roadshow tally` on 40,000 projects × 7 judges × 5 criteria beside one plain pass that parses and
//! sums the same file: `cargo bench --bench tally`.
//!
//! The ratio of the two says something on any machine, so they run in turn, and the middle one of
//! their ratios is told. Measured is the whole program: its start, reading and checking every cell,
//! scores, places, agreement, and writing the results. The pass checks nothing and keeps nothing
//! but a sum for each project.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of seconds, not of scores")]

#[path = "shared/table.rs"]
mod table;

use std::{
    collections::HashMap,
    fmt::Write,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use rust_decimal::Decimal;
use table::{Table, span};

const PROJECTS: u64 = 40_000;
const JUDGES: u64 = 7;
const CRITERIA: [&str; 5] = ["technology", "model", "market", "team", "finance"];
const ROUNDS: usize = 11;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let sheets = folder.path().join("sheets.csv");
    fs::write(&sheets, paper()).unwrap();
    let heads =
        ["40,000 projects × 7 judges × 5 criteria", "takes", "one pass", "of a pass", "goal"];
    let mut told = Table::new("tally", &heads);
    for form in ["csv", "json", "table"] {
        let mut rounds: Vec<_> = (0..ROUNDS).map(|_| round(&sheets, form)).collect();
        rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
        let (tally, pass) = rounds[ROUNDS / 2];
        let (form, ratio) = (format!("`tally --format {form}`"), format!("{:.1} ×", tally / pass));
        told.row([form, span(tally * 1e6), span(pass * 1e6), ratio, "5 ×".to_owned()]);
    }
    told.tell();
}

/// The seconds that the program takes, and those that one pass takes.
fn round(sheets: &Path, form: &str) -> (f64, f64) {
    let begun = Instant::now();
    let mut tally = Command::new(env!("CARGO_BIN_EXE_roadshow"));
    tally.args(["tally", "--rubric", "rubrics/enterprise.toml", "--format", form, "--sheets"]);
    let status = tally.arg(sheets).stdout(Stdio::null()).status().unwrap();
    let tally = begun.elapsed().as_secs_f64();
    assert!(status.success());
    let begun = Instant::now();
    let sums = one_pass(&fs::read_to_string(sheets).unwrap());
    let pass = begun.elapsed().as_secs_f64();
    assert_eq!(sums, PROJECTS);
    (tally, pass)
}

/// Parses all marks of the file, sums them by project, and says how many sums there are.
fn one_pass(text: &str) -> u64 {
    let mut sums: HashMap<&str, Decimal> = HashMap::new();
    for row in text.lines().skip(1) {
        let mut cells = row.split(',');
        let project = cells.next().unwrap();
        let marks = cells.skip(1).map(|mark| mark.parse::<Decimal>().unwrap());
        *sums.entry(project).or_default() += marks.sum::<Decimal>();
    }
    sums.len().try_into().unwrap()
}

/// The sheets of all projects; the marks wander through the upper half of the scale.
fn paper() -> String {
    let mut text = format!("project,judge,{}\n", CRITERIA.join(","));
    let mut chance = 1_u64;
    for project in 1..=PROJECTS {
        for judge in 1..=JUDGES {
            write!(text, "P{project:05},A{judge}").unwrap();
            for _ in CRITERIA {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let tenths = 50 + (chance >> 33) % 51;
                write!(text, ",{}.{}", tenths / 10, tenths % 10).unwrap();
            }
            text.push('\n');
        }
    }
    text
}
