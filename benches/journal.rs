//! What it costs to keep a record and to come back to it: `cargo bench --bench journal`.
//!
//! Beside each work, in turn, the least that has to be done: SQLite alone writes the same texts with the same
//! care, or reads and hashes the same rows. Told are the middle ones of the ratios.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of seconds, not of scores")]

#[path = "shared/long.rs"]
mod long;
#[path = "shared/table.rs"]
mod table;

use std::{path::Path, time::Instant};

use roadshow::{
    contest::{At, Fact, Session},
    hub,
    journal::{self, Entry},
};
use rusqlite::Connection;
use table::{Table, span};

/// Records of the journal that is read.
const RECORDS: usize = 100_000;
const ROUNDS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let session = long::session(RECORDS / 9);
    let heads = ["work", "takes", "the least", "of the least", "goal"];
    let mut told = Table::new("journal", &heads);
    for at_once in [1, 16, 64] {
        let many = 64 * at_once.min(16);
        measure(&mut told, &format!("append, {at_once} to a sync"), "", |round| {
            let path = folder.path().join(format!("{at_once}-{round}"));
            appended(&path, &session, (many, at_once))
        });
    }
    let path = folder.path().join("long.journal");
    write(&path, &session, RECORDS, 1000);
    measure(&mut told, "restart on 100,000 records of 11,111 projects", "3 ×", |_| {
        let begun = Instant::now();
        let replayed = hub::replay_whole(&path).unwrap();
        let replay = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        assert_eq!(read_and_hashed(&path), replayed.head.hash.as_bytes()[..]);
        (replay, begun.elapsed().as_secs_f64())
    });
    measure(&mut told, "read and check 100,000 records", "", |_| {
        let begun = Instant::now();
        let head = journal::read(&path, |_| ()).unwrap();
        let read = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        assert_eq!(read_and_hashed(&path), head.hash.as_bytes()[..]);
        (read, begun.elapsed().as_secs_f64())
    });
    told.tell();
}

/// Does a work in rounds, each of which says how long it takes and how long the least takes.
fn measure(told: &mut Table, work: &str, goal: &str, round: impl Fn(usize) -> (f64, f64)) {
    let mut rounds: Vec<_> = (0..ROUNDS).map(round).collect();
    rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
    let (ours, least) = rounds[ROUNDS / 2];
    let ratio = format!("{:.1} ×", ours / least);
    told.row([work, &span(ours * 1e6), &span(least * 1e6), &ratio, goal]);
}

fn entries(session: &Session, many: usize) -> Vec<Entry> {
    let opened = Fact::opened(session.clone(), false);
    let facts = long::facts(session, many.div_ceil(9)).take(many - 1);
    let first = std::iter::once((At(0), opened));
    first.chain(facts).map(|(at, fact)| Entry::new(at, fact)).collect()
}

fn write(path: &Path, session: &Session, many: usize, at_once: usize) {
    let mut journal = journal::open(path, |_| ()).unwrap();
    for entries in entries(session, many).chunks(at_once) {
        journal.append(journal.head(), entries).unwrap();
    }
    journal.close().unwrap();
}

/// The seconds that so many records take, and those that SQLite takes for their texts.
fn appended(path: &Path, session: &Session, (many, at_once): (usize, usize)) -> (f64, f64) {
    let small = long::session(many.div_ceil(9).min(session.projects.len()));
    let entries = entries(&small, many);
    let mut journal = journal::open(path, |_| ()).unwrap();
    let begun = Instant::now();
    for entries in entries.chunks(at_once) {
        journal.append(journal.head(), entries).unwrap();
    }
    let ours = begun.elapsed().as_secs_f64();
    journal.close().unwrap();
    let texts: Vec<String> =
        entries.iter().map(|entry| serde_json::to_string(entry).unwrap()).collect();
    let mut plain = Connection::open(path.with_extension("plain")).unwrap();
    plain.pragma_update(None, "journal_mode", "WAL").unwrap();
    plain.pragma_update(None, "synchronous", "FULL").unwrap();
    let table = "CREATE TABLE record (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT";
    plain.execute(table, ()).unwrap();
    let begun = Instant::now();
    for texts in texts.chunks(at_once) {
        let turn = plain.transaction().unwrap();
        {
            let mut insert =
                turn.prepare_cached("INSERT INTO record (body, hash) VALUES (?1, ?2)").unwrap();
            for text in texts {
                insert.execute((text, &[0_u8; 32][..])).unwrap();
            }
        }
        turn.commit().unwrap();
    }
    (ours, begun.elapsed().as_secs_f64())
}

/// Reads every row, and hashes it as the chain is hashed.
fn read_and_hashed(path: &Path) -> Vec<u8> {
    let journal = Connection::open(path).unwrap();
    let mut rows = journal.prepare("SELECT seq, body, hash FROM record ORDER BY seq").unwrap();
    let mut rows = rows.query(()).unwrap();
    let mut hash = [0; 32];
    while let Some(row) = rows.next().unwrap() {
        let (seq, body) = (row.get::<_, i64>(0).unwrap(), row.get_ref(1).unwrap());
        let mut hasher = blake3::Hasher::new();
        hasher.update(&hash).update(&seq.to_be_bytes()).update(body.as_str().unwrap().as_bytes());
        hash = hasher.finalize().into();
        assert_eq!(hash[..], row.get::<_, Vec<u8>>(2).unwrap());
    }
    hash.to_vec()
}
