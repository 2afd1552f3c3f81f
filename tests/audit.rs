//! The audit of journals as files: what was changed, taken out, put in or cut off is found.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "audit/evening.rs"]
mod evening;
#[path = "audit/forged.rs"]
mod forged;
#[path = "audit/forgeries.rs"]
mod forgeries;

use std::{
    fs,
    path::{Path, PathBuf},
};

use ring::signature::{Ed25519KeyPair, KeyPair};
use roadshow::audit::{Audit, Flaw, Head, Kept, Names, Word, audit, read_heads, sealed};
use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

/// An evening of 63 records on eight pages, as the first version wrote it.
const WHOLE: &str = "tests/data/tryout-format-1.journal";

fn copy() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("决赛 100% #1?.journal"); // A name that no URI takes as it is.
    fs::copy(WHOLE, &path).unwrap();
    (folder, path)
}

/// What is found after somebody has been at the file.
fn after(meddle: impl FnOnce(&Connection)) -> Audit {
    let (_folder, path) = copy();
    meddle(&Connection::open(&path).unwrap());
    audit(&path)
}

fn sql(sql: &str) -> Option<Flaw> {
    after(|file| file.execute_batch(sql).unwrap()).flaw
}

/// Adds records as somebody would who knows how the chain is made.
fn add(file: &Connection, bodies: &[String]) {
    let mut last = head_of(file);
    for body in bodies {
        let seq = last.seq + 1;
        let bytes = [last.hash.as_slice(), &seq.to_be_bytes(), body.as_bytes()].concat();
        last = Head { seq, hash: blake3::hash(&bytes).into() };
        let insert = "INSERT INTO record (seq, body, hash) VALUES (?, ?, ?)";
        file.execute(insert, (seq.cast_signed(), body, last.hash)).unwrap();
    }
}

fn head_of(file: &Connection) -> Head {
    let last = "SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1";
    let head = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?));
    let last = file.query_row(last, [], head).ok();
    last.map_or_else(Head::default, |(seq, hash)| Head { seq: seq.cast_unsigned(), hash })
}

/// All records once more with a change, under hashes that fit.
fn written_anew(file: &Connection, change: impl Fn(&str) -> String) {
    let mut query = file.prepare("SELECT body FROM record ORDER BY seq").unwrap();
    let bodies = query.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let bodies: Vec<_> = bodies.map(|body| change(&body.unwrap())).collect();
    file.execute_batch("DELETE FROM record").unwrap();
    add(file, &bodies);
}

#[test]
fn a_whole_journal_holds_and_comes_to_the_results_that_were_kept_with_it() {
    let whole = audit(Path::new(WHOLE));
    assert_eq!(whole.flaw, None);
    assert_eq!(whole.heads.len(), 63);
    let kept = fs::read_to_string("tests/data/tryout-format-1.json").unwrap();
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let computed = whole.evening.unwrap().results(Names::Zh);
    for (own, theirs) in
        computed["groups"].as_array().unwrap().iter().zip(kept["groups"].as_array().unwrap())
    {
        for (own, theirs) in
            own["standings"].as_array().unwrap().iter().zip(theirs["standings"].as_array().unwrap())
        {
            for key in ["place", "project", "score", "award"] {
                assert_eq!(own[key], theirs[key]);
            }
        }
    }
}

#[test]
fn nothing_is_left_beside_a_journal_that_was_audited() {
    let (folder, path) = copy();
    let before = fs::read(&path).unwrap();
    audit(&path);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_changed_removed_moved_or_added_record_is_named() {
    let changed = Some(Flaw::Changed { record: 7 });
    assert_eq!(sql("UPDATE record SET body = body || ' ' WHERE seq = 7"), changed);
    assert_eq!(sql("UPDATE record SET body = '{}' WHERE seq = 7"), changed);
    assert_eq!(sql("UPDATE record SET hash = zeroblob(32) WHERE seq = 7"), changed);
    assert_eq!(sql("UPDATE record SET hash = substr(hash, 1, 31) WHERE seq = 7"), changed);
    let swap =
        "UPDATE record SET seq = 1007 WHERE seq = 7; UPDATE record SET seq = 7 WHERE seq = 8;
        UPDATE record SET seq = 8 WHERE seq = 1007";
    assert_eq!(sql(swap), changed);
    let missing = |record| Some(Flaw::Missing { record });
    assert_eq!(sql("DELETE FROM record WHERE seq = 7"), missing(7));
    assert_eq!(sql("DELETE FROM record WHERE seq = 1"), missing(1));
    assert_eq!(sql("UPDATE record SET seq = 99 WHERE seq = 63"), missing(63));
    assert_eq!(
        sql("INSERT INTO record SELECT 0, body, hash FROM record WHERE seq = 1"),
        missing(1)
    );
    let doubled = "INSERT INTO record SELECT 64, body, hash FROM record WHERE seq = 63";
    assert_eq!(sql(doubled), Some(Flaw::Changed { record: 64 }));
    assert_eq!(sql("DELETE FROM record"), Some(Flaw::Empty));
}

#[test]
fn a_file_that_is_not_just_a_journal_is_refused() {
    let refused = |detail: &str| Some(Flaw::NotAJournal { detail: detail.to_owned() });
    assert_eq!(sql("PRAGMA user_version = 2"), refused("user_version"));
    assert_eq!(sql("PRAGMA application_id = 7"), refused("application_id"));
    assert_eq!(sql("CREATE TABLE more (it)"), refused("sqlite_schema"));
    assert_eq!(sql("CREATE VIEW more AS SELECT 1"), refused("sqlite_schema"));
    let trigger = "CREATE TRIGGER more AFTER INSERT ON record BEGIN SELECT 1; END";
    assert_eq!(sql(trigger), refused("sqlite_schema"));
    let (folder, path) = copy();
    fs::write(&path, "no journal").unwrap();
    assert_eq!(audit(&path).flaw, refused("SQLite"));
    assert!(matches!(audit(folder.path()).flaw, Some(Flaw::CannotRead { .. })));
    assert!(matches!(audit(&folder.path().join("none")).flaw, Some(Flaw::CannotRead { .. })));
}

#[test]
fn a_cut_tail_is_found_only_when_a_head_beyond_it_is_given() {
    let whole = audit(Path::new(WHOLE));
    let cut = after(|file| file.execute_batch("DELETE FROM record WHERE seq > 60").unwrap());
    assert_eq!((cut.flaw.clone(), cut.heads.len()), (None, 60), "nothing in the file says so");
    let aloud = whole.heads.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let kept = read_heads(&aloud).unwrap();
    let words =
        |audit: &Audit| kept.iter().map(|it| it.word("tryout", &audit.heads)).collect::<Vec<_>>();
    assert_eq!(words(&whole), [Word::Found; 63]);
    assert_eq!(words(&cut), [vec![Word::Found; 60], vec![Word::Beyond; 3]].concat());
}

/// Whoever can write the file can write all of it anew. What is left to find it by are heads and seals.
#[test]
fn a_journal_written_anew_holds_by_itself_and_not_by_the_heads_of_the_evening() {
    let whole = audit(Path::new(WHOLE));
    let forged = after(|file| written_anew(file, |body| body.replace("路演", "演路")));
    assert_eq!(forged.flaw, None);
    let kept =
        |head: &Head| Kept { session: None, journal: None, seq: head.seq, digits: head.digits() };
    assert!(whole.heads.iter().all(|it| kept(it).word("tryout", &forged.heads) == Word::Differs));
    assert!(whole.heads.iter().all(|it| kept(it).word("tryout", &whole.heads) == Word::Found));
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// The record by which a hub of this key seals what is there.
fn seal(file: &Connection, key: u8) -> String {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[key; 32]).unwrap();
    let signature = pair.sign(&sealed("tryout", &head_of(file)));
    let (key, signature) = (digits(pair.public_key().as_ref()), digits(signature.as_ref()));
    json!({ "at": 9, "fact": { "fact": "sealed", "key": key, "signature": signature } }).to_string()
}

#[test]
fn a_seal_is_by_a_key_and_over_all_that_is_before_it() {
    let closed = after(|file| add(file, &[seal(file, 7)]));
    assert_eq!((closed.flaw.clone(), closed.is_sealed()), (None, true));
    let (first, record) = (closed.seal.clone().unwrap().key, closed.seal.unwrap().record);
    assert_eq!((first.len(), record), (64, 64));

    let frozen = json!({ "fact": "frozen", "group": "enterprise" });
    let frozen = json!({ "at": 10, "by": "A/host", "fact": frozen }).to_string();
    let opened_again = after(|file| {
        add(file, &[seal(file, 7)]);
        add(file, std::slice::from_ref(&frozen));
    });
    assert_eq!((opened_again.flaw.clone(), opened_again.is_sealed()), (None, false));
    let twice = after(|file| {
        add(file, &[seal(file, 7)]);
        add(file, std::slice::from_ref(&frozen));
        add(file, &[seal(file, 8)]);
    });
    assert!(twice.is_sealed());
    assert_ne!(twice.seal.unwrap().key, first, "another key is seen");

    let moved = after(|file| {
        let early = seal(file, 7);
        add(file, &[frozen.clone(), early]);
    });
    assert_eq!(moved.flaw, Some(Flaw::WrongSeal { record: 65 }));
    let rewritten = after(|file| {
        add(file, &[seal(file, 7)]);
        written_anew(file, |body| body.replace("路演", "演路"));
    });
    assert_eq!(rewritten.flaw, Some(Flaw::WrongSeal { record: 64 }));
}

#[test]
fn a_rehearsal_and_a_final_cannot_be_in_one_journal() {
    let added = json!({
        "at": 10, "rehearsal": true, "fact": { "fact": "frozen", "group": "g" }
    });
    let mixed = after(|file| add(file, &[added.to_string()])).flaw.unwrap();
    assert_eq!(mixed.to_string(), "record 64 cannot be: rehearsal");
}

/// Bytes of an SQLite file that mean nothing here.
///
/// Of the header: counters and notes of SQLite's own. Of a page: what lies between its list of cells
/// and the cells, and on a page of long texts what lies behind the text.
fn is_nothing(file: &[u8], at: usize) -> bool {
    const NOTES: [std::ops::Range<usize>; 5] = [18..20, 24..28, 40..44, 48..52, 92..100];
    if at < 100 {
        return NOTES.iter().any(|it| it.contains(&at));
    }
    let page = usize::from(u16::from_be_bytes([file[16], file[17]]));
    let start = at / page * page;
    let head = if start == 0 { 100 } else { start };
    let number = |at: usize| usize::from(u16::from_be_bytes([file[at], file[at + 1]]));
    let cells = match file[head] {
        5 => head + 12 + 2 * number(head + 3),
        13 => head + 8 + 2 * number(head + 3),
        _ => return true, // A page of a long text, of which the chain covers what is text.
    };
    (cells..start + number(head + 5)).contains(&at)
}

/// One of these bytes is changed at a time: all of the headers, and of the rest every 37th. Either
/// it is found, or it means nothing, and then the evening is the same to the last hash.
#[test]
fn every_byte_that_means_something_is_covered() {
    let (_folder, path) = copy();
    let whole = fs::read(&path).unwrap();
    let heads = audit(&path).heads;
    let in_a_header = |at: usize| at < 100 || (at % 4096) < 16;
    let (mut found, mut unfound) = (0, Vec::new());
    for at in (0..whole.len()).filter(|at| in_a_header(*at) || at % 37 == 0) {
        for flip in [0x01, 0x80] {
            let mut flipped = whole.clone();
            flipped[at] ^= flip;
            fs::write(&path, &flipped).unwrap();
            let seen = audit(&path);
            if seen.flaw.is_some() {
                assert!(heads.starts_with(&seen.heads), "{at}: no other evening is ever read");
                found += 1;
            } else {
                assert_eq!(seen.heads, heads, "{at}");
                unfound.push(at);
            }
        }
    }
    let strange: Vec<_> = unfound.iter().filter(|at| !is_nothing(&whole, **at)).collect();
    assert!(strange.is_empty(), "{strange:?}");
    assert!(found > 1400, "{found} found, {} not", unfound.len());
}

/// Without a record, the rest moved up.
const REMOVE: &str = "DELETE FROM record WHERE seq = $it;
    UPDATE record SET seq = 1 - seq WHERE seq > $it; UPDATE record SET seq = -seq WHERE seq <= -$it";
/// A record after the next.
const SWAP: &str = "UPDATE record SET seq = -seq WHERE seq IN ($it, $next);
    UPDATE record SET seq = $next WHERE seq = -$it; UPDATE record SET seq = $it WHERE seq = -$next";
/// A record once more behind itself.
const ADD: &str = "UPDATE record SET seq = -1 - seq WHERE seq > $it;
    UPDATE record SET seq = -seq WHERE seq < 0;
    INSERT INTO record SELECT $next, body, hash FROM record WHERE seq = $it";

/// Of every record in turn: a bit of what it says or of its hash, the record itself, its place, one more.
#[test]
fn any_single_record_that_is_changed_removed_moved_or_added_is_named() {
    let heads = audit(Path::new(WHOLE)).heads;
    let last = heads.len();
    let flipped = |column: &'static str, record: usize| {
        after(move |file| {
            let select = format!("SELECT CAST({column} AS BLOB) FROM record WHERE seq = ?");
            let mut bytes: Vec<u8> = file
                .query_row(&select, [i64::try_from(record).unwrap()], |row| row.get(0))
                .unwrap();
            let at = record * 131 % bytes.len();
            bytes[at] ^= 1 << (record % 7);
            let cast = if column == "body" { "CAST(? AS TEXT)" } else { "?" };
            let update = format!("UPDATE record SET {column} = {cast} WHERE seq = ?");
            file.execute(&update, (bytes, i64::try_from(record).unwrap())).unwrap();
        })
    };
    let shifted = |by: &'static str, record: usize| {
        after(move |file| {
            let batch = by.replace("$next", &(record + 1).to_string());
            file.execute_batch(&batch.replace("$it", &record.to_string())).unwrap();
        })
    };
    for record in 1..=last {
        let changed = |record: usize| Some(Flaw::Changed { record: record as u64 });
        assert_eq!(flipped("body", record).flaw, changed(record), "what {record} says");
        assert_eq!(flipped("hash", record).flaw, changed(record), "the hash of {record}");
        assert_eq!(shifted(ADD, record).flaw, changed(record + 1), "{record} twice");
        if record < last {
            assert_eq!(shifted(REMOVE, record).flaw, changed(record), "{record} is gone");
            assert_eq!(shifted(SWAP, record).flaw, changed(record), "{record} after the next");
        } else {
            let cut = shifted(REMOVE, record);
            let kept = read_heads(&heads[last - 1].to_string()).unwrap();
            let word = kept[0].word("tryout", &cut.heads);
            assert_eq!((cut.flaw, word), (None, Word::Beyond), "a tail takes a head to miss");
        }
    }
}
