//! `roadshow tally` on 40,000 projects × 7 judges × 5 criteria beside one plain pass that parses and
//! sums the same file: `cargo bench --bench tally`.
//!
//! A ratio of the two is what says something on any machine, so they run in turn, and the middle
//! of the ratios is told. The whole program is measured: start, reading and checking every cell, scores, places,
//! agreement, and writing the results. The pass checks nothing and keeps nothing but its sums.

#![expect(clippy::unwrap_used, reason = "a bench stops at the first surprise")]
#![expect(clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of seconds, not of scores")]

use std::{
    fmt::Write,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use rust_decimal::Decimal;

const PROJECTS: u64 = 40_000;
const JUDGES: u64 = 7;
const CRITERIA: [&str; 5] = ["technology", "model", "market", "team", "finance"];
const ROUNDS: usize = 11;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let sheets = folder.path().join("sheets.csv");
    fs::write(&sheets, paper()).unwrap();
    for form in ["csv", "json", "table"] {
        let mut rounds: Vec<_> = (0..ROUNDS).map(|_| round(&sheets, form)).collect();
        rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
        let (tally, pass) = rounds[ROUNDS / 2];
        let ratio = tally / pass;
        println!("tally --format {form}: {tally:.3} s, one pass {pass:.3} s: {ratio:.2} times");
    }
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
    let sum = one_pass(&fs::read_to_string(sheets).unwrap());
    let pass = begun.elapsed().as_secs_f64();
    assert!(!sum.is_zero());
    (tally, pass)
}

/// All marks of the file, parsed and summed.
fn one_pass(text: &str) -> Decimal {
    let rows = text.lines().skip(1);
    rows.flat_map(|row| row.split(',').skip(2)).map(|mark| mark.parse::<Decimal>().unwrap()).sum()
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
