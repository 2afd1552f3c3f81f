//! Disks that refuse, which only a test inside can bring about.

use std::fs;

use super::*;
use crate::contest::{At, Fact};

fn entry(project: &str) -> Entry {
    let fact = Fact::CalledUp { project: project.into() };
    Entry::new(At(1), fact)
}

fn projects(journal: &dyn Journal) -> Vec<String> {
    let mut projects = Vec::new();
    journal
        .read(Head::default(), &mut |record| {
            projects.extend(record.fact.project().map(ToString::to_string));
        })
        .unwrap();
    projects
}

#[test]
fn a_full_disk_stores_nothing_and_the_next_append_may_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(&folder.path().join("a.journal"), &mut |_| {}).unwrap();
    let head = journal.append(journal.head(), &[entry("E01")]).unwrap()[0];
    journal.connection.pragma_update(None, "max_page_count", 3).unwrap();

    let many: Vec<Entry> = (0..200).map(|n| entry(&format!("E{n}"))).collect();
    let refused = journal.append(journal.head(), &many);

    assert!(matches!(refused, Err(JournalError::DiskFull { .. })), "{refused:?}");
    assert_eq!(journal.head(), head);
    assert_eq!(projects(&journal), ["E01"]);
    journal.append(journal.head(), &[entry("E02")]).unwrap();
    assert_eq!(projects(&journal), ["E01", "E02"]);
}

#[test]
fn a_disk_that_turned_read_only_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.journal");
    let mut journal = SqliteJournal::open(&path, &mut |_| {}).unwrap();
    journal.connection.pragma_update(None, "query_only", true).unwrap();

    let refused = journal.append(journal.head(), &[entry("E01")]);

    assert!(matches!(refused, Err(JournalError::NotStored { .. })), "{refused:?}");
    assert_eq!(journal.head(), Head::default());
}

#[test]
fn every_append_is_synced() {
    let folder = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(&folder.path().join("a.journal"), &mut |_| {}).unwrap();
    let setting = |name| -> String {
        journal
            .connection
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| format!("{value:?}"))
            .unwrap()
    };
    assert_eq!(setting("journal_mode"), r#"Text("wal")"#);
    assert_eq!(setting("synchronous"), "Integer(2)"); // FULL
}

/// What a killed hub leaves: the file and its write-ahead log, and nobody who holds the lock.
#[test]
fn what_a_killed_hub_had_stored_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.journal");
    let mut journal = SqliteJournal::open(&path, &mut |_| {}).unwrap();
    let head = journal.append(journal.head(), &[entry("E01"), entry("E02")]).unwrap()[1];
    let left = folder.path().join("left.journal");
    for suffix in ["", "-wal"] {
        fs::copy(folder::beside(&path, suffix), folder::beside(&left, suffix)).unwrap();
    }
    fs::write(folder::beside(&left, ".lock"), "").unwrap();

    assert_eq!(read(&left, &mut |_| {}).unwrap(), head);
    let mut again = SqliteJournal::open(&left, &mut |_| {}).unwrap();
    assert_eq!(again.head(), head);
    again.append(again.head(), &[entry("E03")]).unwrap();
    assert_eq!(projects(&again), ["E01", "E02", "E03"]);
}
