//! Journals that were torn, deleted, or written by two: what was stored is there, or the place is named.

use super::*;

fn journal_with(path: &Path, count: i64) -> Box<dyn Journal> {
    let mut journal = journal::open(path, drop).unwrap();
    for n in 1..=count {
        journal.append(journal.head(), &[entry(n)]).unwrap();
    }
    journal
}

fn stored(path: &Path) -> Vec<Entry> {
    records(path).into_iter().map(as_entry).collect()
}

#[test]
fn an_append_says_which_record_it_follows() {
    let (_folder, path) = place();
    let mut first = journal_with(&path, 2);
    let known = first.head();
    // Somebody takes the lock's file away, so that a second hub can open the journal.
    fs::remove_file(beside(&path, ".lock")).unwrap();
    let mut second = journal::open(&path, drop).unwrap();
    second.append(known, &[entry(3)]).unwrap();

    let refused = first.append(known, &[entry(9)]).unwrap_err();
    assert!(matches!(refused, JournalError::MovedOn { expected: 2, found: 3, .. }), "{refused:?}");
    assert_eq!(stored(&path), entries(3));
    let recovered = first.recover();
    assert!(matches!(recovered, Err(JournalError::InUse { .. })), "{recovered:?}");

    let mut memory = MemoryJournal::default();
    let head = memory.append(Head::default(), &[entry(1)]).unwrap()[0];
    let refused = memory.append(Head::default(), &[entry(2)]);
    assert!(matches!(refused, Err(JournalError::MovedOn { expected: 0, found: 1, .. })));
    memory.append(head, &[entry(2)]).unwrap();
}

#[test]
fn reading_on_from_a_head_follows_the_journal() {
    let (_folder, path) = place();
    let mut journal = journal_with(&path, 2);
    let head = journal.head();
    journal.append(head, &[entry(3), entry(4)]).unwrap();

    let mut followed = Vec::new();
    let last = journal.read(head, &mut |record| followed.push(record.seq)).unwrap();
    assert_eq!((followed, last), (vec![3, 4], journal.head()));
    let foreign = Head { hash: journal.head().hash, ..head };
    let refused = journal.read(foreign, &mut drop);
    assert!(matches!(refused, Err(JournalError::ChangedRecord { seq: 2, .. })), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_journal_deleted_under_the_hub_is_put_back() {
    let all = ["", "-wal", "-shm", ".lock"];
    for deleted in [&all[..1], &all[1..2], &all[..]] {
        let (_folder, path) = place();
        let mut journal = journal_with(&path, 3);
        let head = journal.head();
        for suffix in deleted {
            fs::remove_file(beside(&path, suffix)).unwrap();
        }

        let refused = journal.append(head, &[entry(4)]).unwrap_err();
        assert!(matches!(refused, JournalError::Deleted { .. }), "{deleted:?}: {refused:?}");
        journal.recover().unwrap();
        assert_eq!(journal.read(head, &mut |it| panic!("{it:?}")).unwrap(), head, "{deleted:?}");
        assert_eq!(stored(&path), entries(3), "{deleted:?}");
        journal.append(head, &[entry(4)]).unwrap();
        assert!(matches!(journal::open(&path, drop), Err(JournalError::InUse { .. })));
        journal.close().unwrap();
        assert_eq!(stored(&path), entries(4), "{deleted:?}");
    }
}

#[cfg(unix)]
#[test]
fn another_file_at_its_place_is_left_alone() {
    let (folder, path) = place();
    let mut journal = journal_with(&path, 3);
    let head = journal.head();
    let away = folder.path().join("away.journal");
    fs::rename(&path, &away).unwrap();
    let mine = fs::read(&away).unwrap();
    fs::write(&path, "something else").unwrap();

    assert!(matches!(journal.append(head, &[entry(4)]), Err(JournalError::Deleted { .. })));
    let refused = journal.recover();
    assert!(matches!(refused, Err(JournalError::NotAJournal { .. })), "{refused:?}");
    assert_eq!(fs::read(&path).unwrap(), b"something else");
    fs::remove_file(&path).unwrap();
    journal.recover().unwrap();
    journal.append(head, &[entry(4)]).unwrap();
    assert_eq!(stored(&path), entries(4));
    assert!(fs::read(&away).unwrap().len() >= mine.len());
}

#[test]
fn a_sound_journal_needs_no_mending() {
    let (folder, path) = place();
    assert_eq!(journal::mend(&path).unwrap(), None);
    closed(&path, 3);
    let before = files(&folder);
    assert_eq!(journal::mend(&path).unwrap(), None);
    assert_eq!(files(&folder), before);
}

#[test]
fn a_torn_tail_is_cut_off_and_kept_aside() {
    let (_model, path) = place();
    closed(&path, 500);
    let whole = fs::read(&path).unwrap();
    let (mut cuts, mut longest) = (0, 0);
    for length in (16..whole.len()).step_by(4093) {
        let (folder, path) = place();
        fs::write(&path, &whole[..length]).unwrap();
        match journal::mend(&path) {
            Ok(Some(cut)) => {
                assert_eq!(fs::read(&cut.aside).unwrap(), &whole[..length], "kept as it was");
                let journal = journal::open(&path, drop).unwrap();
                assert_eq!(journal.head().seq, cut.whole);
                drop(journal);
                assert_eq!(stored(&path), entries(i64::try_from(cut.whole).unwrap()));
                assert!(longest <= cut.whole);
                (cuts, longest) = (cuts + 1, cut.whole);
            }
            Ok(None) => panic!("cut at {length} and found sound"),
            Err(refused) => {
                assert!(matches!(refused, JournalError::Damaged { whole: 0, .. }), "{refused:?}");
                assert_eq!(files(&folder).into_values().collect::<Vec<_>>(), [&whole[..length]]);
            }
        }
    }
    assert!(cuts > 5 && longest > 400, "{cuts} were cut, the longest at {longest}");
}

#[test]
fn a_damaged_last_record_is_cut_off() {
    for sql in [
        "UPDATE record SET body = replace(body, 'E05', 'E09') WHERE seq = 5",
        "UPDATE record SET hash = zeroblob(32) WHERE seq = 5",
    ] {
        let (_folder, path) = place();
        closed(&path, 5);
        meddle(&path, sql);
        let cut = journal::mend(&path).unwrap().unwrap();
        assert_eq!((cut.whole, stored(&path)), (4, entries(4)), "{sql}");
    }
}

#[test]
fn damage_before_the_tail_is_refused_with_its_place() {
    let refusal = |folder: &TempDir, path: &Path| {
        let before = files(folder);
        let refused = journal::mend(path).unwrap_err();
        assert_eq!(files(folder), before, "a refused journal has changed");
        serde_json::to_value(refused).unwrap()
    };
    for sql in [
        "UPDATE record SET body = replace(body, 'E03', 'E09') WHERE seq = 3",
        "DELETE FROM record WHERE seq = 3",
    ] {
        let (folder, path) = place();
        closed(&path, 5);
        meddle(&path, sql);
        assert_eq!(refusal(&folder, &path)["seq"], 3, "{sql}");
    }

    // A page in the middle of the file is nothing but zeros.
    let (folder, path) = place();
    closed(&path, 500);
    let mut bytes = fs::read(&path).unwrap();
    let page = bytes.len() / 2 / 4096 * 4096;
    bytes[page..page + 4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    let said = refusal(&folder, &path);
    let whole = said["whole"].as_u64().unwrap();
    assert!(100 < whole && whole < 400, "{said}");
}

/// What a hub leaves that was killed while it wrote: the file, and a log that ends anywhere.
fn left(log: &[u8], file: &[u8]) -> (TempDir, PathBuf) {
    let (folder, path) = place();
    fs::write(&path, file).unwrap();
    fs::write(beside(&path, "-wal"), log).unwrap();
    (folder, path)
}

#[test]
fn a_write_that_stopped_anywhere_leaves_all_that_was_acknowledged() {
    let (_folder, path) = place();
    let mut journal = journal_with(&path, 20);
    let log = || fs::read(beside(&path, "-wal")).unwrap();
    let before = log().len();
    journal.append(journal.head(), &[entry(21), entry(22)]).unwrap();
    let (file, after) = (fs::read(&path).unwrap(), log());
    assert!(before < after.len());

    for length in (before..=after.len()).step_by(97).chain([before + 1, after.len()]) {
        let (_folder, path) = left(&after[..length], &file);
        let is_torn = before < length && length < after.len();
        if is_torn {
            let refused = journal::open(&path, drop).map(drop).unwrap_err();
            assert!(matches!(refused, JournalError::Damaged { whole: 20, .. }), "{refused:?}");
        }
        let cut = journal::mend(&path).unwrap();
        assert_eq!(cut.is_some(), is_torn, "stopped at {length}: {cut:?}");
        let mut journal = journal::open(&path, drop).unwrap();
        let kept = if length == after.len() { 22 } else { 20 };
        assert_eq!(journal.head().seq, kept, "stopped at {length}");
        journal.append(journal.head(), &[entry(30)]).unwrap();
        drop(journal);
        assert_eq!(journal::mend(&path).unwrap(), None, "mended once and for all");
    }
}

/// The file and the log of a journal with so many records, as they lie there while it is open.
fn lying_there(records: i64) -> (Vec<u8>, Vec<u8>) {
    let (_folder, path) = place();
    let _open = journal_with(&path, records);
    (fs::read(&path).unwrap(), fs::read(beside(&path, "-wal")).unwrap())
}

#[test]
fn a_torn_log_is_cut_while_somebody_reads_the_journal() {
    let (file, log) = lying_there(20);
    let (_folder, path) = left(&log[..log.len() - 10], &file);
    let reader = Connection::open(&path).unwrap();
    let count = || reader.query_row("SELECT count(*) FROM record", (), |row| row.get::<_, i64>(0));
    reader.execute_batch("BEGIN").unwrap();
    assert_eq!(count().unwrap(), 19);

    assert_eq!(journal::mend(&path).unwrap().unwrap().whole, 19);
    let mut journal = journal::open(&path, drop).unwrap();
    journal.append(journal.head(), &[entry(20)]).unwrap();
    assert_eq!(count().unwrap(), 19, "it still reads what there was");
    reader.execute_batch("COMMIT").unwrap();
    assert_eq!(count().unwrap(), 20);
    assert_eq!(stored(&path), entries(20));
}

#[test]
fn a_damaged_copy_is_mended_and_still_a_copy() {
    let (folder, path) = place();
    closed(&path, 5);
    let copy = folder.path().join("copy.journal");
    journal::copy(&path, &copy).unwrap();
    meddle(&copy, "UPDATE record SET hash = zeroblob(32) WHERE seq = 5");
    assert_eq!(journal::mend(&copy).unwrap().unwrap().whole, 4);
    assert!(journal::open(&copy, drop).unwrap().is_copy());
}

#[test]
fn a_log_that_is_broken_before_its_end_is_refused() {
    let (file, log) = lying_there(40);
    let frame = 24 + 4096;
    let frames = (log.len() - 32) / frame;
    for broken in [0, frames / 2, frames - 2] {
        let mut log = log.clone();
        log[32 + broken * frame + 24 + 4000] ^= 0x41;
        let (folder, path) = left(&log, &file);
        for refused in [journal::mend(&path).map(drop), journal::open(&path, drop).map(drop)] {
            let refused = refused.unwrap_err();
            let JournalError::Damaged { whole, .. } = &refused else { panic!("{refused:?}") };
            assert!(*whole <= broken as u64, "frame {broken}: whole up to {whole}");
        }
        assert_eq!(fs::read(beside(&path, "-wal")).unwrap(), log);
        drop(folder);
    }
    // The last write alone may be torn: nobody was told of it.
    let mut torn = log.clone();
    let end = torn.len() - 10;
    torn[end] ^= 0x41;
    let (_folder, path) = left(&torn, &file);
    assert_eq!(journal::mend(&path).unwrap().unwrap().whole, 39);
}

#[test]
fn a_mending_that_was_interrupted_is_finished() {
    let (_folder, path) = place();
    closed(&path, 5);
    fs::rename(&path, beside(&path, ".mended")).unwrap();
    fs::write(&path, "the damaged one").unwrap();
    fs::write(beside(&path, "-wal"), "its log").unwrap();
    assert_eq!(journal::open(&path, drop).unwrap().head().seq, 5);
    assert_eq!(stored(&path), entries(5));
}

#[test]
fn a_copy_is_one_until_it_is_written_to() {
    let (folder, path) = place();
    let mut journal = journal_with(&path, 3);
    let copy = folder.path().join("usb/final.journal");
    assert_eq!(journal::copy(&path, &copy).unwrap(), journal.head());
    journal.append(journal.head(), &[entry(4)]).unwrap();
    assert_eq!(stored(&copy), entries(3), "of one moment");
    assert_eq!(journal::copy(&path, &copy).unwrap().seq, 4, "an older copy is replaced");
    assert!(!journal.is_copy());

    let mut other = journal::open(&copy, drop).unwrap();
    assert!(other.is_copy());
    other.append(other.head(), &[entry(5)]).unwrap();
    assert!(!other.is_copy());
    drop(other);
    assert!(!journal::open(&copy, drop).unwrap().is_copy());
    assert_eq!(stored(&copy), entries(5));
}

#[test]
fn a_copy_replaces_nothing_but_an_older_copy() {
    let (folder, path) = place();
    let journal = journal_with(&path, 3);
    let other = folder.path().join("other.journal");
    let is_left_alone = |place: &Path| {
        let before = fs::read(place).unwrap();
        let refused = journal::copy(&path, place);
        assert!(matches!(refused, Err(JournalError::NotACopy { .. })), "{refused:?}");
        assert_eq!(fs::read(place).unwrap(), before);
    };
    fs::write(&other, "a letter").unwrap();
    is_left_alone(&other);

    fs::remove_file(&other).unwrap();
    closed(&other, 3); // The same records, and no copy.
    is_left_alone(&other);

    fs::remove_file(&other).unwrap();
    journal::copy(&path, &other).unwrap();
    let mut gone_on = journal::open(&other, drop).unwrap();
    gone_on.append(gone_on.head(), &[entry(9)]).unwrap();
    is_left_alone(&other);

    let own = journal::copy(&path, &path);
    assert!(matches!(own, Err(JournalError::NotACopy { .. })), "not onto itself: {own:?}");
    drop(journal);
}
