//! A record that is read hashes to what it says, by the second path as well; it can be folded into any
//! evening; and heads are read as they are written, or refused at a place.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

use roadshow::{
    audit::{self, read_heads},
    contest::{At, Contest, Fact, Session},
    definition::{Disk, read_session},
    journal::{Entry, Head, Journal, MemoryJournal},
};

use crate::frame_laws::has_a_place;

/// A small final, and the record that opens it.
static BEGUN: LazyLock<(Arc<Session>, Entry, Vec<u8>)> = LazyLock::new(|| {
    let session = read_session(Path::new("tests/data/odd/session.toml"), &Disk).unwrap();
    let opened = Fact::opened(session.clone(), false);
    let opening = Entry::new(At(1), opened);
    let body = serde_json::to_vec(&opening).unwrap();
    (Arc::new(session), opening, body)
});

pub(crate) fn records(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let (session, opening, body) = &*BEGUN;
    let mut evening = None;
    audit::Evening::take(&mut evening, 1, body).unwrap();
    let _ = audit::Evening::take(&mut evening, 2, bytes); // Taken or refused, and no more.

    let entry: Entry = match serde_json::from_str(text) {
        Ok(entry) => entry,
        Err(error) => return has_a_place(&error, text),
    };
    let mut contest = Contest::new(Arc::clone(session));
    contest.apply(entry.at, &entry.fact);

    let mut journal = MemoryJournal::default();
    if journal.append(journal.head(), &[opening.clone(), entry.clone()]).is_err() {
        return; // An entry that would not come back as it is.
    }
    let mut head = audit::Head::default();
    let mut left = [&entry, opening].to_vec();
    let read = journal.read(Head::default(), &mut |record| {
        let body = serde_json::to_vec(left.pop().unwrap()).unwrap();
        let hash = record.hash.to_string();
        let hash: Vec<u8> = hash
            .as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect();
        head = head.follow(record.seq.cast_signed(), &body, &hash).unwrap();
        if record.seq == 2 {
            assert_eq!((record.at, &record.by, &record.fact), (entry.at, &entry.by, &entry.fact));
        }
    });
    assert_eq!((head.seq, head.to_string()), (2, read.unwrap().to_string()));
}

pub(crate) fn heads(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    match read_heads(text) {
        Ok(heads) => {
            for head in heads {
                let aloud = format!("{} {}", head.seq, head.digits);
                let again = read_heads(&aloud).unwrap();
                assert_eq!((again[0].seq, &again[0].digits), (head.seq, &head.digits));
            }
        }
        Err(none) => {
            let lines = text.lines().count().max(1);
            assert!((1..=lines).contains(&none.0), "{none:?} of {lines} lines");
        }
    }
}
