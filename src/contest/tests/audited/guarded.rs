//! Sealed sheets and co-signed releases under audit: what was tampered with is named, although the
//! chain of hashes may fit.

use serde_json::{Value, json};

use super::{NONCE, Names, Recorded, Stage, Wish, claimed, differences, guarded, marks};
use crate::contest::{Act, Seal};

/// Three sheets of E01 sealed and opened, locked, and released by two persons.
fn released() -> Recorded {
    let mut recorded = scored(&["A1", "A2", "A3"]);
    recorded.ask("A/host", &Wish::Lock { project: "E01".into(), without: [].into() });
    recorded.ask("A/host", &Wish::Release { project: "E01".into() });
    recorded.ask("supervisor", &Wish::Agree { proposal: 1 });
    assert_eq!(recorded.evening.contest.stage_of(&"E01".into()), Stage::Released);
    recorded
}

/// Three sheets of E01 sealed, and those of these judges opened.
fn scored(opened: &[&str]) -> Recorded {
    let mut recorded = Recorded::of(guarded());
    while recorded.evening.contest.stage_of(&"E01".into()) != Stage::Scoring {
        let room = recorded.evening.contest.session().rooms[0].clone();
        let agenda = crate::contest::Agenda::of(&recorded.evening.contest, &room);
        recorded.ask("A/host", &agenda.next.unwrap());
    }
    let (project, sheet) = (|| "E01".into(), || marks("9.0", "8.50"));
    for judge in ["A1", "A2", "A3"] {
        let seal = Seal::of((&project(), &judge.into(), 1), &sheet(), NONCE);
        let wish = Wish::SealSheet { project: project(), revision: 1, seal };
        recorded.ask(&format!("A/judge/{judge}"), &wish);
    }
    for judge in opened {
        let (marks, nonce) = (sheet(), NONCE.to_owned());
        let wish = Wish::OpenSheet { project: project(), revision: 1, marks, nonce };
        recorded.ask(&format!("A/judge/{judge}"), &wish);
    }
    recorded
}

/// Where the first record of a kind stands.
fn nth(recorded: &Recorded, kind: &str) -> usize {
    recorded.bodies.iter().position(|it| it["fact"]["fact"] == kind).unwrap()
}

/// What is wrong once the first record of this kind, and what is around it, is altered.
fn forged(kind: &str, alter: impl FnOnce(&mut Vec<Value>, usize)) -> String {
    let mut recorded = released();
    recorded.audited().unwrap();
    let at = nth(&recorded, kind);
    alter(&mut recorded.bodies, at);
    recorded.audited().map(|_| ()).unwrap_err().to_string()
}

#[test]
fn a_seal_a_nonce_or_a_mark_that_was_tampered_with_is_named() {
    let opened = nth(&released(), "sheet-opened");
    let broken = format!("record {} cannot be: seal-broken", opened + 1);
    let other = Seal::of((&"E01".into(), &"A1".into(), 1), &marks("9", "9"), NONCE);
    let seal = |it: &mut Vec<Value>, at: usize| it[at]["fact"]["seal"] = json!(other);
    assert_eq!(forged("sheet-sealed", seal), broken);
    let tamper = |key: &str, value: Value| {
        forged("sheet-opened", |it, at| *it[at]["fact"].pointer_mut(key).unwrap() = value)
    };
    assert_eq!(tamper("/nonce", "9a0364b9e99bb480dd25e1f0284c8556".into()), broken);
    assert_eq!(tamper("/marks/idea", "9.5".into()), broken);
    assert_eq!(tamper("/revision", 2.into()), broken.replace("seal-broken", "no-seal"));
    // The seal is over the decimal, not over how it is written.
    let mut recorded = released();
    recorded.bodies[opened]["fact"]["marks"]["idea"] = "9.00".into();
    recorded.audited().unwrap();
}

#[test]
fn nobody_opens_before_the_whole_panel_has_sealed_and_only_what_is_sealed() {
    let recorded = released();
    let (sealed, opened) = (nth(&recorded, "sheet-sealed"), nth(&recorded, "sheet-opened"));
    let early = forged("sheet-opened", |it, at| it.swap(at - 1, at));
    assert_eq!(early, format!("record {opened} cannot be: too-early"));
    let unsealed = forged("sheet-sealed", |it, at| _ = it.remove(at));
    assert_eq!(unsealed, format!("record {opened} cannot be: no-seal"));
    let others = forged("sheet-opened", |it, at| it[at]["by"] = "A/judge/A2".into());
    assert_eq!(others, format!("record {} cannot be: others-sheet", opened + 1));
    let clear = json!({ "fact": "sheet-submitted", "project": "E01", "seat": "A1", "revision": 1,
        "marks": marks("9", "8.5") });
    let in_the_clear = forged("sheet-sealed", |it, at| it[at]["fact"] = clear);
    assert_eq!(in_the_clear, format!("record {} cannot be: seal-needed", sealed + 1));
    let unasked = forged("opened", |it, at| {
        it[at]["fact"]["session"]["safeguards"]["sealed_sheets"] = false.into();
    });
    assert_eq!(unasked, format!("record {} cannot be: no-seal", sealed + 1));
}

#[test]
fn a_sealed_sheet_that_never_opened_does_not_count() {
    let mut recorded = scored(&["A1", "A2"]);
    let lock = Wish::Lock { project: "E01".into(), without: ["A3".into()].into() };
    recorded.ask("A/host", &lock);
    let found = recorded.audited().unwrap();
    assert_eq!(differences(&found.results(Names::Zh), &claimed(&recorded.evening.contest)), []);
    let at = nth(&recorded, "locked");
    recorded.bodies[at]["fact"]["sheets"] = 3.into();
    let said = recorded.audited().map(|_| ()).unwrap_err().to_string();
    assert_eq!(said, format!("record {} recorded 88.00 (3) for E01, which is 88.00 (2)", at + 1));
}

#[test]
fn an_opening_that_was_taken_out_is_missed_at_the_lock() {
    let recorded = released();
    let lock = nth(&recorded, "locked");
    let cut = forged("sheet-opened", |it, at| _ = it.remove(at));
    assert_eq!(cut, format!("record {lock} cannot be: unsettled"));
}

#[test]
fn a_release_without_its_two_persons_is_named() {
    let recorded = released();
    let (agreed, release) = (nth(&recorded, "agreed"), nth(&recorded, "released"));
    let alone = |record: usize| format!("record {record} cannot be: one-person");
    assert_eq!(forged("agreed", |it, at| _ = it.remove(at)), alone(release));
    assert_eq!(forged("proposed", |it, at| _ = it.drain(at..at + 2)), alone(release - 1));
    assert_eq!(forged("agreed", |it, at| it[at]["by"] = "A/host".into()), alone(agreed + 1));
    let other = |it: &mut Vec<Value>, at: usize| {
        it[at]["fact"]["act"] = json!({ "act": "disqualify", "project": "E01" });
    };
    assert_eq!(forged("proposed", other), alone(release + 1));
}

#[test]
fn a_release_is_signed_for_what_was_there_to_see() {
    let mut recorded = released();
    let agreed = nth(&recorded, "agreed");
    let deduct = json!({ "at": 1, "by": "A/host", "wish": "9", "fact": { "fact": "deducted",
        "project": "E01", "deduction": { "number": 1, "rule": "overtime", "units": 1, "points": "1",
        "reason": "r" } } });
    recorded.bodies.insert(agreed, deduct);
    let said = recorded.audited().map(|_| ()).unwrap_err().to_string();
    assert_eq!(said, format!("record {} cannot be: unknown", agreed + 2));
    let act = Act::Release { project: "E01".into() };
    recorded.bodies.insert(
        agreed + 1,
        json!({ "at": 1, "by": "A/host", "wish": "10",
        "fact": { "fact": "proposed", "number": 2, "act": act, "reason": "", "by": "host" } }),
    );
    recorded.bodies[agreed + 2]["fact"]["number"] = 2.into();
    recorded.audited().unwrap();
}
