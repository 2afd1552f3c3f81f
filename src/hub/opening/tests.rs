use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::{
    contest::{Seat, Wish, sample},
    hub::{SealKey, Verdict, table::call_up},
    protocol::{Attendance, Heads, views},
};

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.journal");
    (folder, path)
}

fn opened(path: &Path, occasion: Occasion, at: i64) -> Result<(Desk, DeskHandle), OpeningError> {
    let session = (*sample::session()).clone();
    open(path, session, Definition::AsInFile, occasion, Clock::hand_set(At(at)))
}

fn key() -> SealKey {
    SealKey::of_seed(&[7; 32])
}

/// A hub of one evening that is asked so and closed in order.
async fn evening(path: &Path, occasion: Occasion, asked: Vec<(&str, u128, Wish)>) -> Vec<Verdict> {
    let (desk, handle) = opened(path, occasion, 1000).unwrap();
    let running = tokio::spawn(desk.sealing_with(key()).run());
    let mut verdicts = Vec::new();
    for (by, id, wish) in asked {
        let terminal = Some(Uuid::from_u128(77));
        let asked = handle.ask(sample::seat(by), terminal, Uuid::from_u128(id), wish).await;
        verdicts.push(asked.unwrap());
    }
    drop(handle);
    running.await.unwrap().unwrap();
    verdicts
}

fn records(path: &Path) -> Vec<Record> {
    let mut records = Vec::new();
    journal::read(path, |record| records.push(record)).unwrap();
    records
}

fn kinds(path: &Path) -> Vec<&'static str> {
    let kind = |record: &Record| match record.fact {
        Fact::Opened { .. } => "opened",
        Fact::Sealed { .. } => "sealed",
        _ => "step",
    };
    records(path).iter().map(kind).collect()
}

#[tokio::test]
async fn time_does_not_go_back_over_a_restart() {
    let (_folder, path) = place();
    let (desk, handle) = opened(&path, Occasion::Live, 5000).unwrap();
    drop(handle);
    desk.run().await.unwrap();
    let (_, handle) = opened(&path, Occasion::Live, 1000).unwrap();
    assert_eq!(handle.clock().now(), At(5000));
}

#[tokio::test]
async fn receipts_and_heads_are_the_same_after_a_restart() {
    let (_folder, path) = place();
    let steps = || vec![("A/host", 1, call_up("E01")), ("B/host", 2, call_up("S01"))];
    let first = evening(&path, Occasion::Live, steps()).await;
    assert_eq!(first, [Ok(1), Ok(1)]);
    let stored = records(&path).len();
    assert_eq!(evening(&path, Occasion::Live, steps()).await, first, "the same receipts");
    assert_eq!(records(&path).len(), stored, "and nothing is done again");
    let absent = Wish::MarkAbsent { project: "E01".into(), reason: "r".to_owned() };
    assert_eq!(evening(&path, Occasion::Live, vec![("A/host", 3, absent)]).await, [Ok(2)]);
    let step = &records(&path)[1];
    assert_eq!((step.terminal, step.wall), (Some(Uuid::from_u128(77)), None));
}

#[tokio::test]
async fn a_journal_is_sealed_when_it_closes_in_order_and_goes_on_as_if_it_were_not() {
    let (_folder, path) = place();
    evening(&path, Occasion::Live, vec![("A/host", 1, call_up("E01"))]).await;
    assert_eq!(kinds(&path), ["opened", "step", "sealed"]);

    let (sealed, records) = (replay_whole(&path).unwrap(), records(&path));
    let expected = key().seal("sample", records[1].head());
    assert_eq!(records[2].fact, expected, "it signs the record before it");
    let public = key().public();
    assert_eq!(sealed.seal, Some(Sealed { seq: 2, key: public }));
    assert_eq!(sealed.head, records[2].head());
    let mut open = Contest::new(sample::session());
    records[..2].iter().for_each(|it| open.apply(it.at, &it.fact));
    assert_eq!(sealed.contest, open);
    for seat in Seat::all_of(&sample::session()) {
        let look =
            |contest| views::picture(contest, &Attendance::default(), &Heads::default(), &seat);
        assert_eq!(look(&sealed.contest), look(&open), "{seat}");
    }

    evening(&path, Occasion::Live, Vec::new()).await;
    assert_eq!(kinds(&path), ["opened", "step", "sealed"], "one seal is enough");
    evening(&path, Occasion::Live, vec![("B/host", 2, call_up("S01"))]).await;
    assert_eq!(kinds(&path), ["opened", "step", "sealed", "step", "sealed"]);
}

#[tokio::test]
async fn a_hub_goes_on_before_an_unfinished_write_and_says_what_it_has_cut() {
    let (_folder, path) = place();
    evening(&path, Occasion::Live, vec![("A/host", 1, call_up("E01"))]).await;
    let (stored, before) = (records(&path).len(), replay(&path).unwrap());
    fs::write(path.with_extension("journal-wal"), "torn").unwrap();
    let (desk, _handle) = opened(&path, Occasion::Live, 1000).unwrap();
    let cut = desk.cut().unwrap();
    assert_eq!(
        (&cut["whole"], &cut["detail"]),
        (&stored.into(), &"4 bytes of an unfinished write".into())
    );
    assert_eq!(fs::read(format!("{}-wal", cut["aside"].as_str().unwrap())).unwrap(), b"torn");
    assert_eq!((desk.contest(), desk.records()), (&before, stored as u64));
}

#[tokio::test]
async fn a_rehearsal_says_so_in_every_record_and_stays_one() {
    let (_folder, path) = place();
    evening(&path, Occasion::Rehearsal, vec![("A/host", 1, call_up("E01"))]).await;
    assert_eq!(kinds(&path), ["opened", "step", "sealed"]);
    assert!(records(&path).iter().all(|record| record.rehearsal));
    assert!(replay(&path).unwrap().is_rehearsal());

    let refused = opened(&path, Occasion::Live, 1000).err();
    assert!(matches!(refused, Some(OpeningError::IsRehearsal { .. })), "{refused:?}");
    evening(&path, Occasion::Rehearsal, vec![("B/host", 2, call_up("S01"))]).await;
    assert!(records(&path).iter().all(|record| record.rehearsal));

    let (_other, live) = place();
    evening(&live, Occasion::Live, Vec::new()).await;
    assert!(records(&live).iter().all(|record| !record.rehearsal));
    let refused = opened(&live, Occasion::Rehearsal, 1000).err();
    assert!(matches!(refused, Some(OpeningError::IsLive { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_record_that_says_otherwise_than_the_opening_is_no_hubs() {
    for (opening, record) in [(true, false), (false, true)] {
        let (_folder, path) = place();
        let occasion = if opening { Occasion::Rehearsal } else { Occasion::Live };
        evening(&path, occasion, Vec::new()).await;
        let mut journal = journal::open(&path, drop).unwrap();
        let fact = Fact::CalledUp { project: "E01".into() };
        journal
            .append(journal.head(), &[Entry { rehearsal: record, ..Entry::new(At(2000), fact) }])
            .unwrap();
        drop(journal);
        let refused = opened(&path, occasion, 1000).err();
        assert!(
            matches!(refused, Some(OpeningError::MixedRehearsal { seq: 3, .. })),
            "{refused:?}"
        );
        assert!(matches!(replay(&path), Err(OpeningError::MixedRehearsal { .. })));
    }
}
