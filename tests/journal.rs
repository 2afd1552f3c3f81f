//! The journal as files on a disk: what is written comes back, and what is wrong is named.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "journal/damage.rs"]
mod damage;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use roadshow::{
    audit,
    contest::{
        Act, At, AtZero, Audience, Award, Backfill, Band, Bulletin, Correction, Criterion,
        Deduction, EntrantKind, Fact, Group, JudgeSeat, Keyer, Marks, Method, Ms, Paper, Phase,
        Placed, Project, ProjectId, ReleasePolicy, Reveal, Role, Room, Rubric, Ruling, Safeguards,
        Scene, Scoring, Seal, Seat, SeatId, SeatMark, Session, Text, Timing,
    },
    journal::{self, Entry, Found, Head, Journal, JournalError, MemoryJournal, Record, beside},
    papers::log::{Filter, LogPage},
    words::{Lang, Words},
};
use rusqlite::Connection;
use rust_decimal::Decimal;
use tempfile::TempDir;
use uuid::Uuid;

fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

fn group() -> Group {
    let criterion = Criterion {
        id: "technology".into(),
        name: text("技术", "Technology"),
        hint: Some(text("看新意", "Look for what is new")),
        max: Decimal::new(300, 1),
        weight: Decimal::ONE,
        bands: vec![Band { name: text("很好", "Very good"), from: Decimal::new(255, 1) }],
        gate: false,
        items: Vec::new(),
    };
    Group {
        id: "enterprise".into(),
        name: text("企业组", "Enterprise group"),
        rubric: Some(Rubric {
            id: "enterprise".to_owned(),
            title: text("评分表", "Score sheet"),
            source: None,
            step: Some(Decimal::new(1, 1)),
            scoring: Scoring::default(),
            criteria: vec![Criterion { items: vec![criterion.clone()], ..criterion }],
        }),
        timing: Timing {
            presentation: Ms::seconds(600),
            questions: Some(Ms::seconds(600)),
            scoring: Ms::seconds(60),
            changeover: Ms::ZERO,
            warnings: vec![Ms::seconds(60), Ms::seconds(30)],
            at_zero: AtZero::CountUp,
        },
        finalists: Some(30),
        awards: vec![Award { name: text("一等奖", "First prize"), places: 1 }],
        backfill: Backfill::Never,
    }
}

fn session() -> Session {
    let judge = JudgeSeat {
        id: "A1".into(),
        name: text("评委 1", "Judge 1"),
        field: None,
        panel: None,
        recused: Vec::new(),
    };
    let project = Project {
        id: "E01".into(),
        group: "enterprise".into(),
        name: text("示例项目 E01", "Sample project E01"),
        entrant: Some(text("示例企业", "Sample company")),
        kind: Some(EntrantKind::StartUp),
        registered: chrono::NaiveDate::from_ymd_opt(2024, 2, 29),
        core_members: Some(7),
        field: None,
        region: None,
        reserve: None,
        carried: BTreeMap::new(),
    };
    let room = Room {
        id: "A".into(),
        name: "A".into(),
        judges: vec![judge],
        order: vec!["E01".into()],
        starts: None,
        breaks: Vec::new(),
    };
    Session {
        id: "sample".to_owned(),
        title: text("“创客中国”决赛", "A \"final\"\n"),
        organiser: None,
        source: None,
        language: "zh".to_owned(),
        release: ReleasePolicy::AtOnce,
        reveal: Reveal::Score,
        safeguards: Safeguards::default(),
        groups: vec![group()],
        rooms: vec![room],
        projects: vec![project].into(),
        deductions: Vec::new(),
        carry: Vec::new(),
        panels: Vec::new(),
        room_coefficient: false,
        draw: None,
    }
}

/// One of every kind; the match below does not compile with a kind that is not thought of.
#[expect(clippy::too_many_lines, reason = "one of every kind")]
fn every_fact() -> Vec<Fact> {
    let _: fn(&Fact) = |fact| match fact {
        Fact::Opened { .. }
        | Fact::CalledUp { .. }
        | Fact::PhaseBegan { .. }
        | Fact::ClockStarted { .. }
        | Fact::ClockPaused { .. }
        | Fact::ClockResumed { .. }
        | Fact::TimeAdded { .. }
        | Fact::Finished { .. }
        | Fact::SheetSubmitted { .. }
        | Fact::SheetSealed { .. }
        | Fact::SheetOpened { .. }
        | Fact::PaperAllowed { .. }
        | Fact::PaperDisallowed { .. }
        | Fact::SheetKeyed { .. }
        | Fact::PaperSheetEntered { .. }
        | Fact::KeyingDropped { .. }
        | Fact::Locked { .. }
        | Fact::Released { .. }
        | Fact::MarkedAbsent { .. }
        | Fact::Withdrawn { .. }
        | Fact::Disqualified { .. }
        | Fact::Postponed { .. }
        | Fact::OrderChanged { .. }
        | Fact::Backfilled { .. }
        | Fact::Recused { .. }
        | Fact::SeatMarked { .. }
        | Fact::SheetReturned { .. }
        | Fact::SeatVoided { .. }
        | Fact::SeatRestored { .. }
        | Fact::SheetCorrected { .. }
        | Fact::Deducted { .. }
        | Fact::DeductionRemoved { .. }
        | Fact::Ruled { .. }
        | Fact::Proposed { .. }
        | Fact::Agreed { .. }
        | Fact::Declined { .. }
        | Fact::Corrected { .. }
        | Fact::ClockSet { .. }
        | Fact::Undone { .. }
        | Fact::SceneShown { .. }
        | Fact::Blanked { .. }
        | Fact::MessageShown { .. }
        | Fact::MessageCleared { .. }
        | Fact::BreakBegan { .. }
        | Fact::BreakEnded { .. }
        | Fact::Frozen { .. }
        | Fact::Thawed { .. }
        | Fact::CeremonyAt { .. }
        | Fact::PassChanged { .. }
        | Fact::SeatHandedOver { .. }
        | Fact::Sealed { .. }
        | Fact::CopyOpened { .. } => {}
    };
    let judge = Seat::Judge("A".into(), "A1".into());
    let project = || ProjectId::from("E01");
    let reason = || "话筒没声音 \"mic\" \\ \u{0}".to_owned();
    let phase = Phase::Presentation;
    let marks = Marks::from([("technology".into(), Decimal::new(8850, 2))]);
    let seat = || SeatId::from("A1");
    let sealed = Seal::of((&project(), &seat(), 2), &marks, "nonce");
    let keyer = |name: &str, n| Keyer { name: name.to_owned(), terminal: Uuid::from_u128(n) };
    let deduction = Deduction {
        number: 1,
        rule: "overtime".into(),
        units: 2,
        points: Decimal::new(10, 1),
        reason: reason(),
    };
    let placed = Placed { place: 1, score: Decimal::new(9040, 2), award: None };
    let bulletin = Bulletin {
        number: 1,
        group: "enterprise".into(),
        project: project(),
        reason: reason(),
        changes: vec![Correction { project: project(), before: Some(placed), after: None }],
    };
    let correct = Act::Correct { project: project(), seat: seat(), marks: marks.clone() };
    let ruling = Ruling { order: vec![vec![project()], vec!["E02".into()]], reason: reason() };
    vec![
        Fact::opened(session(), true),
        Fact::CalledUp { project: project() },
        Fact::PhaseBegan { project: project(), phase },
        Fact::ClockStarted { project: project(), phase },
        Fact::ClockPaused { project: project(), phase, reason: reason() },
        Fact::ClockResumed { project: project(), phase },
        Fact::TimeAdded { project: project(), phase, ms: Ms(-30_000), reason: reason() },
        Fact::Finished { project: project() },
        Fact::SheetSubmitted {
            project: project(),
            seat: "A1".into(),
            revision: 2,
            marks: marks.clone(),
        },
        Fact::SheetSealed { project: project(), seat: seat(), revision: 2, seal: sealed },
        Fact::SheetOpened {
            project: project(),
            seat: seat(),
            revision: 2,
            marks: marks.clone(),
            nonce: "5f".repeat(16),
        },
        Fact::PaperAllowed { project: project(), seat: seat(), reason: reason() },
        Fact::PaperDisallowed { project: project(), seat: seat(), reason: reason() },
        Fact::SheetKeyed {
            project: project(),
            seat: seat(),
            marks: marks.clone(),
            keyed_by: keyer("王芳", 1),
        },
        Fact::PaperSheetEntered {
            project: project(),
            seat: seat(),
            revision: 3,
            marks: marks.clone(),
            paper: Paper { keyed_by: keyer("王芳", 1), checked_by: keyer("李 \"强\"", 2) },
        },
        Fact::KeyingDropped { project: project(), seat: seat(), reason: reason() },
        Fact::Locked {
            project: project(),
            without: BTreeSet::from(["A2".into(), "A3".into()]),
            sheets: 5,
            method: Some(Method::TrimmedMean),
            score: Some(Decimal::new(9040, 2)),
        },
        Fact::Released { project: project() },
        Fact::MarkedAbsent { project: project(), reason: reason() },
        Fact::Withdrawn { project: project(), reason: reason() },
        Fact::Disqualified { project: project(), reason: reason() },
        Fact::Postponed { project: project(), reason: reason() },
        Fact::OrderChanged { room: "A".into(), order: vec![project()], reason: reason() },
        Fact::Backfilled { project: project(), by: "E31".into(), reason: reason() },
        Fact::Recused { project: project(), seat: seat(), reason: reason() },
        Fact::SeatMarked {
            project: project(),
            seat: seat(),
            mark: SeatMark::Late,
            reason: reason(),
        },
        Fact::SheetReturned { project: project(), seat: seat(), reason: reason() },
        Fact::SeatVoided { project: project(), seat: seat(), reason: reason() },
        Fact::SeatRestored { project: project(), seat: seat(), reason: reason() },
        Fact::SheetCorrected {
            project: project(),
            seat: seat(),
            revision: 3,
            marks,
            reason: reason(),
        },
        Fact::Deducted { project: project(), deduction },
        Fact::DeductionRemoved { project: project(), number: 1, reason: reason() },
        Fact::Ruled { group: "enterprise".into(), ruling },
        Fact::Proposed { number: 1, act: correct, reason: reason(), by: Role::Supervisor },
        Fact::Agreed { number: 1 },
        Fact::Declined { number: 2, reason: reason() },
        Fact::Corrected { bulletin },
        Fact::ClockSet { project: project(), phase, left: Ms(272_000), reason: reason() },
        Fact::Undone { project: project() },
        Fact::SceneShown { room: "A".into(), scene: Scene::Ranking { group: None } },
        Fact::Blanked { room: "A".into(), on: true },
        Fact::MessageShown { room: "A".into(), to: Audience::Stage, text: reason(), blink: true },
        Fact::MessageCleared { room: "A".into(), to: Audience::Stage },
        Fact::BreakBegan {
            room: "A".into(),
            name: text("茶歇", "Tea"),
            length: Ms(900_000),
            planned: Some(15),
        },
        Fact::BreakEnded { room: "A".into() },
        Fact::Frozen { group: "enterprise".into() },
        Fact::Thawed { group: "enterprise".into() },
        Fact::CeremonyAt { group: "enterprise".into(), step: Some(3) },
        Fact::PassChanged { seat: judge.clone(), generation: 2, reason: reason() },
        Fact::SeatHandedOver { seat: judge, from: Uuid::from_u128(1), to: Uuid::from_u128(2) },
        Fact::Sealed { key: "00ff".to_owned(), signature: "ff00".to_owned() },
        Fact::CopyOpened { epoch: 2 },
    ]
}

fn entry(n: i64) -> Entry {
    let fact = Fact::CalledUp { project: format!("E{n:02}").as_str().into() };
    let (by, wish) = (Some(Seat::Host("A".into())), Some(Uuid::from_u128(7)));
    Entry { by, wish, ..Entry::new(At(n), fact) }
}

fn entries(count: i64) -> Vec<Entry> {
    (1..=count).map(entry).collect()
}

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("final.journal");
    (folder, path)
}

/// A closed journal of so many records.
fn closed(path: &Path, count: i64) -> Head {
    let mut journal = journal::open(path, drop).unwrap();
    journal.append(journal.head(), &entries(count)).unwrap();
    journal.close().unwrap()
}

fn records(path: &Path) -> Vec<Record> {
    let mut records = Vec::new();
    journal::read(path, |record| records.push(record)).unwrap();
    records
}

fn as_entry(record: Record) -> Entry {
    let Record { at, wall, by, wish, terminal, rehearsal, fact, .. } = record;
    Entry { at, wall, by, wish, terminal, rehearsal, fact }
}

/// Every file of a folder with its content.
fn files(folder: &TempDir) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder.path()).unwrap();
    files
        .map(|file| file.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

/// What both ways of opening say; neither may change anything.
fn complaint(folder: &TempDir, path: &Path) -> serde_json::Value {
    let before = files(folder);
    let read = journal::read(path, drop).unwrap_err();
    let open = journal::open(path, drop).map(|_| "opened for writing").unwrap_err();
    assert_eq!(files(folder), before, "a refused journal has changed");
    let (read, open) = (serde_json::to_value(read).unwrap(), serde_json::to_value(open).unwrap());
    assert_eq!(read, open);
    read
}

fn meddle(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn every_fact_comes_back_as_it_was_written() {
    let (_folder, path) = place();
    let opening = Entry::new(At(-1), every_fact().remove(0));
    let judge = Seat::Judge("A".into(), "A1".into());
    let all_keys = Entry {
        wall: Some(At(i64::MIN)),
        by: Some(judge),
        wish: Some(Uuid::from_u128(u128::MAX)),
        terminal: Some(Uuid::from_u128(9)),
        rehearsal: true,
        ..Entry::new(At(i64::MAX), every_fact().remove(0))
    };
    let others = every_fact().into_iter().skip(1);
    let others = others.map(|fact| Entry { fact, ..all_keys.clone() });
    let written: Vec<Entry> = [opening].into_iter().chain(others).collect();

    let mut journal = journal::open(&path, drop).unwrap();
    let heads = journal.append(journal.head(), &written).unwrap();
    let head = *heads.last().unwrap();
    journal.close().unwrap();

    let stored = records(&path);
    let last = stored.last().unwrap();
    assert_eq!(last.head(), head);
    assert!(stored.iter().map(Record::head).eq(heads.iter().copied()));
    assert!(stored.iter().map(|record| record.seq).eq(1..=written.len() as u64));
    assert!(stored.into_iter().map(as_entry).eq(written.clone()));

    let mut memory = MemoryJournal::default();
    assert_eq!(
        memory.append(memory.head(), &written).unwrap(),
        heads,
        "both journals make the same chain"
    );
}

#[test]
fn a_fact_is_read_wherever_its_word_stands() {
    let read = |text: &str| serde_json::from_str::<Fact>(text);
    for fact in every_fact() {
        let serde_json::Value::Object(keys) = serde_json::to_value(&fact).unwrap() else {
            panic!()
        };
        let field = |(key, value): (&String, &serde_json::Value)| format!("{key:?}:{value}");
        let mut fields: Vec<_> = keys.iter().map(field).collect();
        fields.sort_by_key(|it| it.starts_with(r#""fact":"#));
        assert_eq!(read(&format!("{{{}}}", fields.join(","))).unwrap(), fact);
    }
    let refused = |text| read(text).unwrap_err().to_string();
    assert!(refused("{}").starts_with("missing field `fact`"));
    assert!(refused(r#"{"project":"E01"}"#).starts_with("missing field `fact`"));
    assert!(refused(r#"{"fact":"released"}"#).starts_with("missing field `project`"));
    assert!(refused(r#"{"project":"E01","fact":"sung"}"#).starts_with("unknown variant `sung`"));
    for twice in [
        r#"{"fact":"released","project":"E01","fact":"absent"}"#,
        r#"{"project":"E01","fact":"released","fact":"absent"}"#,
        r#"{"fact":"released","project":"E01","project":"E02"}"#,
        r#"{"project":"E01","project":"E02","fact":"released"}"#,
    ] {
        assert!(refused(twice).starts_with("duplicate field"), "{twice}: {}", refused(twice));
    }
}

#[test]
fn a_journal_goes_on_where_it_stopped() {
    let (_folder, path) = place();
    let first = closed(&path, 2);

    let mut seen = 0;
    let mut journal = journal::open(&path, |_| seen += 1).unwrap();
    assert_eq!((seen, journal.head()), (2, first));
    journal.append(journal.head(), &[entry(3)]).unwrap();
    journal.append(journal.head(), &[]).unwrap();
    drop(journal);

    let (_other, whole) = place();
    assert_eq!(journal::read(&path, drop).unwrap(), closed(&whole, 3));
}

#[test]
fn a_new_journal_is_empty_and_its_folders_are_made() {
    let (folder, _) = place();
    let path = folder.path().join("evenings/2026/final.journal");
    let journal = journal::open(&path, |record| panic!("{record:?}")).unwrap();
    assert_eq!(journal.head(), Head::default());
    drop(journal);
    assert_eq!(journal::read(&path, drop).unwrap(), Head::default());
}

#[cfg(unix)]
#[test]
fn a_closed_journal_is_one_file_that_only_its_owner_reads() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = place();
    closed(&path, 3);
    assert!(files(&folder).keys().eq([&path]));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_begun_journal_that_was_never_finished_is_begun_again() {
    let (_folder, path) = place();
    fs::write(beside(&path, ".new"), "half").unwrap();
    closed(&path, 1);
    assert_eq!(records(&path).len(), 1);
}

#[test]
fn a_second_hub_is_refused() {
    let (_folder, path) = place();
    let first = journal::open(&path, drop).unwrap();
    assert!(matches!(journal::open(&path, drop), Err(JournalError::InUse { .. })));
    first.close().unwrap();
    journal::open(&path, drop).unwrap();
}

#[test]
fn a_reader_beside_a_running_hub_sees_what_is_stored() {
    let (_folder, path) = place();
    let mut journal = journal::open(&path, drop).unwrap();
    assert_eq!(records(&path).len(), 0);
    for count in 1..=3 {
        let heads = journal.append(journal.head(), &[entry(count)]).unwrap();
        assert_eq!(heads, [journal::read(&path, drop).unwrap()]);
    }
    assert!(records(&path).into_iter().map(as_entry).eq(entries(3)));
}

#[test]
fn a_hub_closes_while_somebody_reads() {
    let (_folder, path) = place();
    let mut journal = journal::open(&path, drop).unwrap();
    journal.append(journal.head(), &entries(3)).unwrap();
    let mut journal = Some(journal);
    let head = journal::read(&path, |_| {
        if let Some(journal) = journal.take() {
            journal.close().unwrap();
        }
    });
    assert_eq!(journal::read(&path, drop).unwrap(), head.unwrap());
    assert_eq!(journal::open(&path, drop).unwrap().head().seq, 3);
}

#[test]
fn reading_changes_nothing() {
    let (folder, path) = place();
    closed(&path, 3);
    let before = files(&folder);
    journal::read(&path, drop).unwrap();
    assert_eq!(files(&folder), before);

    let missing = folder.path().join("other.journal");
    assert!(matches!(journal::read(&missing, drop), Err(JournalError::Missing { .. })));
    assert_eq!(files(&folder), before);
}

#[test]
fn entries_appended_together_are_stored_together_or_not_at_all() {
    let (_folder, path) = place();
    let mut journal = journal::open(&path, drop).unwrap();
    let head = journal.append(journal.head(), &[entry(1)]).unwrap()[0];
    meddle(
        &path,
        "CREATE TRIGGER fault BEFORE INSERT ON record WHEN NEW.seq = 3
         BEGIN SELECT RAISE(ABORT, 'the disk is on fire'); END",
    );

    let refused = journal.append(journal.head(), &[entry(2), entry(3)]).unwrap_err();

    assert!(matches!(&refused, JournalError::NotStored { detail, .. } if detail.contains("fire")));
    assert_eq!(journal.head(), head);
    meddle(&path, "DROP TRIGGER fault");
    assert!(records(&path).into_iter().map(as_entry).eq(entries(1)));
    journal.append(journal.head(), &[entry(2), entry(3)]).unwrap();
    assert!(records(&path).into_iter().map(as_entry).eq(entries(3)));
}

#[test]
fn a_journal_in_memory_fails_when_told_and_forgets_nothing() {
    let mut memory = MemoryJournal::default();
    let (kept, head) = (memory.clone(), memory.append(memory.head(), &[entry(1)]).unwrap()[0]);
    kept.fail_next();
    assert!(matches!(
        memory.append(memory.head(), &[entry(2), entry(3)]),
        Err(JournalError::DiskFull { .. })
    ));
    assert_eq!(kept.head(), head);
    memory.append(memory.head(), &[entry(2)]).unwrap();

    let mut seen = Vec::new();
    kept.read(Head::default(), &mut |record| seen.push(as_entry(record))).unwrap();
    assert_eq!(seen, entries(2));
}

#[test]
fn a_changed_record_is_named() {
    for sql in [
        "UPDATE record SET body = replace(body, 'E03', 'E09') WHERE seq = 3",
        "UPDATE record SET body = body || ' ' WHERE seq = 3",
        "UPDATE record SET body = 'nonsense' WHERE seq = 3",
        "UPDATE record SET body = CAST(X'ff' AS TEXT) WHERE seq = 3",
        "UPDATE record SET hash = zeroblob(32) WHERE seq = 3",
        "UPDATE record SET hash = substr(hash, 1, 31) WHERE seq = 3",
        // Two records that have changed places: the first of them does not fit.
        "UPDATE record SET seq = 100 WHERE seq = 3; UPDATE record SET seq = 3 WHERE seq = 4;
         UPDATE record SET seq = 4 WHERE seq = 100",
        // One put in between, the later ones moved up.
        "UPDATE record SET seq = -seq - 1 WHERE seq >= 3; UPDATE record SET seq = -seq WHERE seq < 0;
         INSERT INTO record SELECT 3, body, hash FROM record WHERE seq = 2",
        // One taken out and the gap closed.
        "DELETE FROM record WHERE seq = 3; UPDATE record SET seq = seq - 1 WHERE seq > 3",
    ] {
        let (folder, path) = place();
        closed(&path, 5);
        meddle(&path, sql);
        let said = complaint(&folder, &path);
        assert_eq!((&said["code"], &said["seq"]), (&"changed-record".into(), &3.into()), "{sql}");
    }
}

#[test]
fn a_missing_record_is_named() {
    for (sql, seq) in [
        ("DELETE FROM record WHERE seq = 3", 3),
        ("DELETE FROM record WHERE seq <= 2", 1),
        ("INSERT INTO record SELECT -4, body, hash FROM record WHERE seq = 4", 1),
        ("INSERT INTO record SELECT 9, body, hash FROM record WHERE seq = 4", 6),
    ] {
        let (folder, path) = place();
        closed(&path, 5);
        meddle(&path, sql);
        let said = complaint(&folder, &path);
        assert_eq!((&said["code"], &said["seq"]), (&"missing-record".into(), &seq.into()), "{sql}");
    }
}

#[test]
fn of_several_damages_the_first_is_told_however_long_the_journal() {
    let (folder, whole) = place();
    closed(&whole, 2_000);
    let (written, path) = (entries(2_000), folder.path().join("damaged.journal"));
    let kinds = [
        ("missing-record", "DELETE FROM record WHERE seq ="),
        ("changed-record", "UPDATE record SET hash = zeroblob(32) WHERE seq ="),
    ];
    for (seq, (code, sql)) in
        [1, 2, 256, 257, 1_025, 1_999].into_iter().zip(kinds.into_iter().cycle())
    {
        fs::copy(&whole, &path).unwrap();
        let later = "UPDATE record SET body = 'nonsense' WHERE seq";
        meddle(
            &path,
            &format!("{sql} {seq}; {later} > {seq} AND seq < {seq} + 600; {later} = 2000"),
        );
        let mut seen = Vec::new();
        let said = journal::read(&path, |record| seen.push(as_entry(record))).unwrap_err();
        let said = serde_json::to_value(said).unwrap();
        assert_eq!((&said["code"], &said["seq"]), (&code.into(), &seq.into()));
        assert!(seen == written[..seq - 1], "before {seq}");
    }
}

#[test]
fn a_record_of_a_newer_roadshow_is_told_from_a_changed_one() {
    let (folder, path) = place();
    let head = closed(&path, 2);
    let body = r#"{"at":1,"fact":{"fact":"sung","project":"E01"}}"#;
    let mut hasher = blake3::Hasher::new();
    hasher.update(head.hash.as_bytes()).update(&3_u64.to_be_bytes()).update(body.as_bytes());
    Connection::open(&path)
        .unwrap()
        .execute("INSERT INTO record VALUES (3, ?, ?)", (body, hasher.finalize().as_bytes()))
        .unwrap();

    let said = complaint(&folder, &path);
    assert_eq!((&said["code"], &said["seq"]), (&"unreadable-record".into(), &3.into()));
    assert!(said["detail"].as_str().unwrap().contains("sung"), "{said}");
}

#[test]
fn another_file_is_not_a_journal() {
    let (folder, path) = place();
    fs::create_dir(&path).unwrap();
    let found = || match journal::read(&path, drop) {
        Err(JournalError::NotAJournal { found, .. }) => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(), Found::Folder);
    fs::remove_dir(&path).unwrap();

    for (content, expected) in
        [("", Found::EmptyFile), ("SQLite", Found::OtherFile), ("[session]\n", Found::OtherFile)]
    {
        fs::write(&path, content).unwrap();
        assert_eq!(found(), expected);
        complaint(&folder, &path);
    }
    fs::remove_file(&path).unwrap();
    meddle(&path, "CREATE TABLE record (seq INTEGER PRIMARY KEY, body TEXT, hash BLOB)");
    assert_eq!(found(), Found::OtherFile);
    complaint(&folder, &path);
}

#[test]
fn a_newer_format_is_refused() {
    let (folder, path) = place();
    closed(&path, 1);
    meddle(&path, "PRAGMA user_version = 2");
    let said = complaint(&folder, &path);
    assert_eq!(said["code"], "newer-format");
    assert_eq!((&said["format"], &said["known"]), (&2.into(), &1.into()));
}

#[test]
fn foreign_tables_and_triggers_are_damage() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
        "CREATE TABLE other (x)",
        "ALTER TABLE record RENAME TO old; CREATE VIEW record AS SELECT * FROM old",
        "DROP TABLE record",
    ] {
        let (folder, path) = place();
        closed(&path, 2);
        meddle(&path, sql);
        assert_eq!(complaint(&folder, &path)["code"], "damaged", "{sql}");
    }
}

#[test]
fn a_torn_file_is_damaged_wherever_it_is_cut() {
    let (folder, path) = place();
    closed(&path, 500);
    let whole = fs::read(&path).unwrap();
    for length in (16..whole.len()).step_by(1021) {
        fs::write(&path, &whole[..length]).unwrap();
        let said = complaint(&folder, &path);
        assert_eq!(said["code"], "damaged", "cut at {length}: {said}");
    }
}

/// Every flip in the pages of the records is found, or is in a place that holds nothing; never is
/// another evening read.
#[test]
fn a_flipped_byte_never_makes_another_evening() {
    let (_folder, path) = place();
    let head = closed(&path, 60);
    let written = entries(60);
    let whole = fs::read(&path).unwrap();
    let mut found = 0;
    for at in (100..whole.len()).step_by(23) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x41;
        fs::write(&path, flipped).unwrap();
        let mut seen = Vec::new();
        match journal::read(&path, |record| seen.push(as_entry(record))) {
            Ok(end) => assert_eq!(end, head, "flipped at {at}"),
            Err(_) => found += 1,
        }
        assert!(written.starts_with(&seen), "flipped at {at}");
    }
    assert!(found > 200, "found {found}");
}

#[cfg(unix)]
#[test]
fn a_place_where_no_file_can_be_is_named() {
    let (folder, path) = place();
    fs::write(&path, "a file").unwrap();
    let below = path.join("final.journal");
    let before = files(&folder);
    assert!(matches!(journal::open(&below, drop), Err(JournalError::CannotCreate { .. })));
    assert_eq!(files(&folder), before);
}

fn kind(fact: &Fact) -> String {
    serde_json::to_value(fact).unwrap().get("fact").unwrap().as_str().unwrap().to_owned()
}

#[test]
fn the_audit_knows_every_kind_of_fact() {
    for kind in every_fact().iter().map(kind) {
        assert!(audit::knows(&kind), "{kind}: what does it do to a score?");
        assert!(audit::AUTHORS.iter().any(|it| it.0 == kind), "{kind}: who may do it?");
    }
    assert!(!audit::knows("sheet-improved"));
}

#[test]
fn every_fact_is_told_in_both_languages() {
    let host = Seat::Host("A".into());
    for lang in [Lang::Zh, Lang::En] {
        let words = Words::new(lang);
        let mut page = LogPage::default();
        let all = Filter { marks: true, ..Filter::default() };
        for fact in every_fact() {
            page.add((1, At(0), Some(&host)), &fact, &all, &words);
            let said = &page.rows().last().unwrap().said;
            let is_told = !said.starts_with("fact-") && !said.contains(['{', '}', '[']);
            assert!(is_told, "{lang}, {}: {said}", kind(&fact));
        }
    }
}

#[test]
fn a_log_lists_what_was_asked_for_and_marks_only_then() {
    let words = Words::new(Lang::En);
    let judge = Seat::Judge("A".into(), "A1".into());
    let log = |filter: &Filter| {
        let mut page = LogPage::default();
        for fact in every_fact().iter().skip(1) {
            page.add((1, At(0), Some(&judge)), fact, filter, &words);
        }
        page.rows().iter().map(|row| row.said.clone()).collect::<Vec<_>>()
    };
    let kinds = |kinds: &[&str]| kinds.iter().map(|it| (*it).to_owned()).collect();
    let locked = Filter { kinds: kinds(&["locked"]), ..Filter::default() };
    assert_eq!(log(&locked), ["E01 locked with 5 sheets, without A2, A3"]);
    let scored = log(&Filter { marks: true, ..locked });
    assert_eq!(scored, ["E01 locked with 5 sheets = 90.40, without A2, A3"]);
    let opened = Filter { kinds: kinds(&["sheet-opened"]), ..Filter::default() };
    assert_eq!(log(&opened), ["E01: the sealed sheet of A1, revision 2, is opened"]);
    let mut page = LogPage::default();
    for fact in every_fact() {
        page.add((1, At(0), None), &fact, &opened, &words);
    }
    let told = page.rows()[0].fact.to_string();
    assert!(!told.contains("marks") && !told.contains("nonce"), "{told}: they could be guessed");
    let sheets = Filter { kinds: kinds(&["sheet-submitted", "backfilled"]), ..Filter::default() };
    assert_eq!(log(&sheets).first().unwrap(), "E01: sheet of A1, revision 2");
    let marked = log(&Filter { marks: true, ..sheets.clone() });
    assert_eq!(marked.first().unwrap(), "E01: sheet of A1, revision 2 (technology 88.50)");
    let moved = log(&Filter { project: Some("E31".into()), ..sheets.clone() });
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert_eq!(log(&Filter { seat: Some("A1".into()), ..sheets.clone() }).len(), 2);
    assert_eq!(log(&Filter { seat: Some("A/judge/A1".into()), ..sheets.clone() }).len(), 2);
    assert!(log(&Filter { seat: Some("A2".into()), ..sheets }).is_empty());
}
