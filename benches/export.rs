//! `roadshow export` of 10,000 projects × 7 judges beside a plain write of the same rows by the `csv` crate:
//! `cargo bench --bench export`.
//!
//! The ratio of the two says something on any machine, so they run in turn, and the middle one of their
//! ratios is told. Measured is what comes after reading the journal: scores, places, every table, and
//! writing it; the plain write has its rows as text already. All of it happens in memory.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of seconds, not of scores")]

use std::{collections::BTreeSet, sync::Arc, time::Instant};

use roadshow::{
    contest::{At, Contest, Fact, Marks, Project, ProjectId, Room, Session},
    definition,
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
use rust_decimal::Decimal;

const PROJECTS: usize = 10_000;
/// A room has so many projects, as no real one has.
const IN_A_ROOM: usize = 100;
const ROUNDS: usize = 5;

fn main() {
    let (evening, words) = (evening(), Words::new(Lang::Zh));
    for form in ["csv", "json", "xlsx"] {
        let mut rounds: Vec<_> = (0..ROUNDS).map(|_| round(&evening, &words, form)).collect();
        rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
        let (export, plain) = rounds[ROUNDS / 2];
        let ratio = export / plain;
        println!("export --format {form}: {export:.3} s, plain CSV {plain:.3} s: {ratio:.1} times");
    }
}

/// The seconds that an export takes, and those of the plain write.
fn round(evening: &Evening, words: &Words, form: &str) -> (f64, f64) {
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

/// The founding session's first group and panel, a hundred times over, all of it released.
fn evening() -> Evening {
    let mut session = definition::founding();
    let (group, judges) = (session.groups[0].id.clone(), session.rooms[0].judges.clone());
    session.groups.truncate(1);
    let id = |nth: usize| ProjectId::from(format!("P{nth:05}").as_str());
    session.projects = (0..PROJECTS).map(|nth| Project::numbered(id(nth), group.clone())).collect();
    let room = |nth: usize| {
        let mut judges = judges.clone();
        for judge in &mut judges {
            judge.id = format!("{nth}-{}", judge.id).as_str().into();
        }
        let order = (nth * IN_A_ROOM..(nth + 1) * IN_A_ROOM).map(id).collect();
        let id = format!("R{nth}").as_str().into();
        Room { id, judges, order, ..session.rooms[0].clone() }
    };
    session.rooms = (0..PROJECTS / IN_A_ROOM).map(room).collect();
    played(session)
}

fn played(session: Session) -> Evening {
    let mut contest = Contest::new(Arc::new(session));
    let session = contest.session().clone();
    let rubric = session.groups[0].rubric.as_ref().unwrap();
    let (mut records, mut chance) = (Vec::new(), 1_u64);
    for room in &session.rooms {
        for project in &room.order {
            let sheet = |judge: &roadshow::contest::JudgeSeat| {
                let mut mark = |_| {
                    chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    Decimal::new(i64::try_from(50 + (chance >> 33) % 51).unwrap(), 1)
                };
                let marks =
                    rubric.marked().map(|it| (it.0.id.clone(), mark(it))).collect::<Marks>();
                let (project, seat) = (project.clone(), judge.id.clone());
                Fact::SheetSubmitted { project, seat, revision: 1, marks }
            };
            let mut facts: Vec<_> = room.judges.iter().map(sheet).collect();
            let (without, method, score) = (BTreeSet::new(), None, None);
            facts.push(Fact::Locked {
                project: project.clone(),
                without,
                sheets: 7,
                method,
                score,
            });
            facts.push(Fact::Released { project: project.clone() });
            for fact in facts {
                let seq = u64::try_from(records.len()).unwrap() + 1;
                let at = At(i64::try_from(seq).unwrap() * 1000);
                contest.apply(at, &fact);
                records.push(Told { seq, at, by: None, fact });
            }
        }
    }
    let (seq, hash) = (records.last().unwrap().seq, "0".repeat(64));
    let head = format!("{seq} 0000 0000");
    Evening { contest, records, journal: JournalRow { seq, hash, head, seal: None } }
}
