//! Paper sheets under audit: keyed by two, or none.

use super::*;

fn keyed(person: u128, mark: &str) -> Wish {
    let keyed_by = Keyer { name: format!("clerk {person}"), terminal: Uuid::from_u128(person) };
    let (project, seat, marks) = ("E01".into(), "A1".into(), marks(mark, "8"));
    Wish::KeySheet { project, seat, marks, keyed_by }
}

fn allow(seat: &str) -> Wish {
    let (project, seat) = ("E01".into(), seat.into());
    Wish::AllowPaper { project, seat, reason: "terminal dead".to_owned() }
}

/// A1's sheet on paper, keyed differently and then alike, A2's and A3's by terminal.
fn on_paper() -> Recorded {
    let mut evening = Evening::of(eventful().contest.session().clone());
    evening.run_to("E01", Stage::Scoring);
    let mut recorded = Recorded::of(evening);
    recorded.ask("A/host", &allow("A1"));
    for (person, mark) in [(1, "9"), (2, "6"), (1, "6")] {
        recorded.ask("A/clerk", &keyed(person, mark));
    }
    for judge in ["A2", "A3"] {
        recorded.hand_in(
            &format!("A/judge/{judge}"),
            ("E01".into(), judge.into()),
            marks("8", "8"),
        );
    }
    recorded.ask("A/host", &Wish::Lock { project: "E01".into(), without: [].into() });
    recorded
}

fn nth(recorded: &Recorded, kind: &str) -> usize {
    recorded.bodies.iter().rposition(|it| it["fact"]["fact"] == kind).unwrap()
}

/// What is said of the evening after this was done to its last record of a kind.
fn forged(kind: &str, forge: impl Fn(&mut Vec<Value>, usize)) -> String {
    let mut recorded = on_paper();
    let at = nth(&recorded, kind);
    forge(&mut recorded.bodies, at);
    recorded.audited().map(|_| ()).unwrap_err().to_string()
}

#[test]
fn a_paper_sheet_is_keyed_by_two_or_is_none() {
    let recorded = on_paper();
    let computed = recorded.audited().unwrap().results(Names::Zh);
    assert_eq!(differences(&computed, &claimed(&recorded.evening.contest)), []);

    let (keyed, entered) = (nth(&recorded, "sheet-keyed"), nth(&recorded, "paper-sheet-entered"));
    let record = |at: usize, why: &str| format!("record {} cannot be: {why}", at + 1);
    // It is in the next record, for the same wish, and not without the second keying.
    assert_eq!(
        forged("paper-sheet-entered", |it, at| _ = it.remove(at)),
        record(keyed, "not-done")
    );
    let by_another_wish = |it: &mut Vec<Value>, at: usize| it[at]["wish"] = "another".into();
    assert_eq!(forged("paper-sheet-entered", by_another_wish), record(keyed, "not-done"));
    let alone = forged("sheet-keyed", |it, at| _ = it.remove(at));
    assert_eq!(alone, record(entered - 1, "one-person"));
    // Nor with other marks, by other persons, or as another revision.
    for (field, value) in [
        ("marks", json!({ "idea": "9", "team": "8" })),
        ("checked_by", json!({ "name": "clerk 3", "terminal": Uuid::from_u128(3) })),
    ] {
        let said = forged("paper-sheet-entered", |it, at| it[at]["fact"][field] = value.clone());
        assert_eq!(said, record(entered, "one-person"), "{field}");
    }
    let revision = forged("paper-sheet-entered", |it, at| it[at]["fact"]["revision"] = 2.into());
    assert_eq!(revision, record(entered, "number"));
    // Who keyed was at that terminal, and is not the other one under the same name.
    let elsewhere = forged("sheet-keyed", |it, at| it[at]["terminal"] = "elsewhere".into());
    assert_eq!(elsewhere, record(keyed, "author"));
    let name = forged("sheet-keyed", |it, at| {
        it[at]["fact"]["keyed_by"]["name"] = " CLERK 2".into();
    });
    assert_eq!(name, record(keyed, "one-person"));
    let judge = forged("sheet-keyed", |it, at| it[at]["by"] = "A/judge/A1".into());
    assert_eq!(judge, record(keyed, "author"));
    let other_room = forged("sheet-keyed", |it, at| it[at]["by"] = "B/clerk".into());
    assert_eq!(other_room, record(keyed, "other-room"));
}

#[test]
fn paper_that_the_host_did_not_allow_is_none() {
    let record = |at: usize, why: &str| format!("record {} cannot be: {why}", at + 1);
    let recorded = on_paper();
    let allowed = nth(&recorded, "paper-allowed");
    assert_eq!(
        forged("paper-allowed", |it, at| _ = it.remove(at)),
        record(allowed, "not-allowed"),
        "the first keying stands there now"
    );
    let other_seat = |it: &mut Vec<Value>, at: usize| it[at]["fact"]["seat"] = "A2".into();
    assert_eq!(forged("paper-allowed", other_seat), record(allowed + 1, "not-allowed"));
    for by in ["A/clerk", "supervisor", "A/judge/A1"] {
        let said = forged("paper-allowed", |it, at| it[at]["by"] = by.into());
        assert_eq!(said, record(allowed, "author"), "{by}");
    }
    let twice = forged("paper-allowed", |it, at| it.insert(at, it[at].clone()));
    assert_eq!(twice, record(allowed + 1, "no-change"));

    // Taken back, it takes what was keyed with it; what was not given is not taken back.
    let back = |seat: &str| {
        json!({ "at": 1, "by": "A/host", "wish": "9", "fact": { "fact": "paper-disallowed",
            "project": "E01", "seat": seat, "reason": "r" } })
    };
    let said = forged("sheet-keyed", |it, at| it.insert(at, back("A1")));
    assert_eq!(said, record(nth(&recorded, "sheet-keyed") + 1, "not-allowed"));
    let said = forged("sheet-keyed", |it, at| it.insert(at, back("A2")));
    assert_eq!(said, record(nth(&recorded, "sheet-keyed"), "no-change"));
}

/// Versions before had no such word of the host, and their journals hold; one that says of itself that it
/// needs the word, or has it once, needs it always.
#[test]
fn a_journal_from_before_permissions_needs_none_until_it_has_one() {
    let old = |recorded: &mut Recorded| {
        let opened = recorded.bodies[0]["fact"].as_object_mut().unwrap();
        assert_eq!(opened.remove("paper_needs_permission"), Some(true.into()));
    };
    let mut recorded = on_paper();
    let allowed = nth(&recorded, "paper-allowed");
    old(&mut recorded);
    let with_word = recorded.bodies.remove(allowed);
    let computed = recorded.audited().unwrap().results(Names::Zh);
    assert_eq!(differences(&computed, &claimed(&recorded.evening.contest)), []);

    // Gone on with by a newer version, after whose first word all paper takes one.
    let mut elsewhere = with_word;
    elsewhere["fact"]["seat"] = "A2".into();
    recorded.bodies.insert(allowed, elsewhere);
    let said = recorded.audited().map(|_| ()).unwrap_err().to_string();
    assert_eq!(said, format!("record {} cannot be: not-allowed", allowed + 2));
}

#[test]
fn nothing_takes_the_place_of_a_paper_sheet() {
    let recorded = on_paper();
    let after = nth(&recorded, "paper-sheet-entered") + 1;
    let said = |body: Value| {
        let mut recorded = on_paper();
        recorded.bodies.insert(after, body);
        recorded.audited().map(|_| ()).unwrap_err().to_string()
    };
    let fact = json!({ "fact": "sheet-submitted", "project": "E01", "seat": "A1", "revision": 2,
        "marks": { "idea": "10", "team": "10" } });
    let submitted = json!({ "at": 1, "by": "A/judge/A1", "wish": "9", "fact": fact });
    assert_eq!(said(submitted), format!("record {} cannot be: closed", after + 1));
    let keyed = recorded.bodies[nth(&recorded, "sheet-keyed")].clone();
    assert_eq!(said(keyed), format!("record {} cannot be: seat", after + 1));
    let dropped = json!({ "at": 1, "by": "A/clerk", "wish": "9", "fact": { "fact": "keying-dropped",
        "project": "E01", "seat": "A1", "reason": "r" } });
    assert_eq!(said(dropped), format!("record {} cannot be: no-change", after + 1));
}
