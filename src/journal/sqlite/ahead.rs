//! Reading a whole journal on two threads: one reads and verifies ahead, the other takes in what is sound, so
//! that it takes as long as the longer of both.
//!
//! Records cross over as their texts, many at a time: what is made of a text is freed by the thread that made
//! it, as threads that free each other's memory wait for each other.

use std::{
    mem,
    ops::ControlFlow,
    panic,
    path::Path,
    sync::mpsc::{self, Receiver, SyncSender},
    thread,
};

use rusqlite::Connection;

use super::{
    reader,
    scan::{self, Walked},
};
use crate::journal::{Head, JournalError, Record};

/// So many bytes of texts cross over at a time.
const TOGETHER: usize = 64 * 1024;

/// So many times it may be ahead.
const AHEAD: usize = 4;

/// See [`crate::journal::read`].
pub(crate) fn read(path: &Path, each: &mut dyn FnMut(Record)) -> Result<Head, JournalError> {
    let connection = reader(path)?;
    let (verified, sound) = mpsc::sync_channel(AHEAD);
    thread::scope(|scope| {
        let ahead = thread::Builder::new().name("journal".to_owned());
        let ahead = ahead.spawn_scoped(scope, move || verify(&connection, path, &verified));
        let ahead = ahead.map_err(|cause| JournalError::cannot_read(path, cause))?;
        let taken = take_in(path, sound, each);
        let (head, walked) = ahead.join().unwrap_or_else(|bug| panic::resume_unwind(bug))?;
        taken.and(walked).map(|()| head)
    })
}

/// The records that are sound go over as long as somebody takes them.
fn verify(
    connection: &Connection,
    path: &Path,
    verified: &SyncSender<Texts>,
) -> Result<Walked, JournalError> {
    let mut texts = Texts::default();
    let verdict = scan::verify(connection, path, Head::default(), &mut |head, text| {
        texts.add(head, text);
        if texts.are_many() && verified.send(mem::take(&mut texts)).is_err() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    let _ = verified.send(texts); // Unless nobody takes them any more.
    verdict
}

fn take_in(
    path: &Path,
    sound: Receiver<Texts>,
    each: &mut dyn FnMut(Record),
) -> Result<(), JournalError> {
    for texts in sound {
        for (head, text) in texts.each() {
            each(scan::record(path, head, text)?);
        }
    }
    Ok(())
}

/// Some texts, one after the other, with the head and the end of each.
#[derive(Default)]
struct Texts {
    texts: Vec<u8>,
    records: Vec<(Head, usize)>,
}

impl Texts {
    fn add(&mut self, head: Head, text: &[u8]) {
        self.texts.extend_from_slice(text);
        self.records.push((head, self.texts.len()));
    }

    fn are_many(&self) -> bool {
        TOGETHER <= self.texts.len()
    }

    fn each(&self) -> impl Iterator<Item = (Head, &[u8])> {
        let mut from = 0;
        self.records.iter().map(move |(head, end)| {
            let text = self.texts.get(from..*end).unwrap_or_default();
            from = *end;
            (*head, text)
        })
    }
}
