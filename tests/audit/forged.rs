//! One thing at a time forged in an evening's journal, by somebody who can make the chain anew: it is named
//! at its record, with its own reason.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path, sync::LazyLock};

use roadshow::{
    audit::{Flaw, Why, audit},
    words::{Lang, Words},
};
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use super::{add, evening, forgeries};

/// The evening's bodies, as the engine wrote them.
pub(crate) static BODIES: LazyLock<(TempDir, Vec<Value>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole.journal");
    evening::play(&path);
    let file = Connection::open(&path).unwrap();
    let mut query = file.prepare("SELECT body FROM record ORDER BY seq").unwrap();
    let bodies = query.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let bodies = bodies.map(|it| serde_json::from_str(&it.unwrap()).unwrap()).collect();
    drop(query);
    (folder, bodies)
});

pub(crate) fn whole() -> Vec<Value> {
    BODIES.1.clone()
}

/// What `verify` finds in a journal of these records, under hashes that fit.
fn found(bodies: &[Value]) -> Option<Flaw> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forged.journal");
    fs::copy(BODIES.0.path().join("whole.journal"), &path).unwrap();
    let file = Connection::open(&path).unwrap();
    file.execute_batch("PRAGMA synchronous = OFF; BEGIN; DELETE FROM record").unwrap();
    add(&file, &bodies.iter().map(Value::to_string).collect::<Vec<_>>());
    file.execute_batch("COMMIT").unwrap();
    drop(file);
    audit(Path::new(&path)).flaw
}

/// The reason is said in words, in both languages.
fn said(flaw: Option<&Flaw>) {
    for (lang, raw) in [(Lang::En, ": {} ("), (Lang::Zh, "：{}（")] {
        let Some(flaw @ Flaw::Impossible { why, .. }) = flaw else { continue };
        let said = Words::new(lang).explain("flaw", flaw);
        assert!(!said.contains(&raw.replace("{}", why.as_str())), "{said}");
    }
}

#[test]
fn the_evening_itself_is_found_whole() {
    assert_eq!(found(&whole()), None);
}

#[test]
fn whatever_cannot_have_happened_is_named_at_its_record_although_the_chain_fits() {
    let mut told = String::new();
    let mut seen = BTreeSet::new();
    for (what, why, at, bodies) in forgeries::all() {
        let flaw = found(&bodies);
        let record = at as u64 + 1;
        match &flaw {
            Some(Flaw::Impossible { record: named, why: is, .. })
                if (*named, *is) == (record, why) =>
            {
                seen.insert(why.as_str());
                said(flaw.as_ref());
            }
            _ => _ = writeln!(told, "{what}: record {record}, {why:?}, and not {flaw:?}"),
        }
    }
    assert!(told.is_empty(), "{told}");
    for why in [
        "break",
        "clock",
        "deduction",
        "no-score",
        "not-final",
        "number",
        "order",
        "reserve",
        "seat",
        "stage",
    ] {
        assert!(seen.contains(why), "{why}");
    }
}

/// Every record by a person, as if somebody else had done it: a board, a timer, the office, a judge, the
/// supervisor where it is the host's, the host of another room, nobody, and the hub's by a host.
#[test]
fn a_record_by_a_seat_that_may_not_do_it_is_named_whatever_it_is() {
    let forged = |at: usize, by: Option<&str>| {
        let mut bodies = whole();
        bodies.truncate(at + 1);
        match by {
            Some(by) => bodies[at]["by"] = by.into(),
            None => _ = bodies[at].as_object_mut().unwrap().remove("by"),
        }
        match found(&bodies) {
            Some(Flaw::Impossible { record, why, .. }) if record == at as u64 + 1 => Some(why),
            other => panic!("{at} by {by:?}: {other:?}"),
        }
    };
    for (at, body) in BODIES.1.iter().enumerate() {
        match body["by"].as_str() {
            None => assert_eq!(forged(at, Some("A/host")), Some(Why::Author), "{body}"),
            Some(by) if by.contains("judge") => {
                let others = if by == "A/judge/A1" { "A/judge/A2" } else { "A/judge/A1" };
                assert_eq!(forged(at, Some(others)), Some(Why::OthersSheet), "{body}");
                for other in ["A/host", "supervisor", "A/board"] {
                    assert_eq!(forged(at, Some(other)), Some(Why::Author), "{body}");
                }
            }
            Some(_) => {
                let nobody =
                    [None, Some("A/board"), Some("A/timer"), Some("A/clerk"), Some("A/judge/A1")];
                for other in nobody {
                    assert_eq!(forged(at, other), Some(Why::Author), "{other:?}: {body}");
                }
            }
        }
        if body["by"] == "A/host" {
            assert_eq!(forged(at, Some("B/host")), Some(Why::OtherRoom), "{body}");
            assert_eq!(forged(at, Some("supervisor")), Some(Why::Author), "{body}");
        }
    }
}
