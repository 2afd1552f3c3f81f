//! What the records say beside the contest: the answers that were given, the heads that people keep,
//! whether the journal is sealed, which epoch it is in. It is read from the journal at the start and goes on with it.

use super::answers::Answers;
use crate::{
    contest::{Contest, Fact},
    journal::{Entry, Head, Record},
    protocol::{Epoch, HeadLine, Heads},
};

/// What the records say beside the contest.
#[derive(Default)]
pub(super) struct Past {
    pub(super) answers: Answers,
    pub(super) heads: Heads,
    pub(super) epoch: Epoch,
    /// Whether the last record is a seal.
    pub(super) is_sealed: bool,
}

impl Past {
    /// Takes in a record that was read; the contest has seen it already.
    pub(super) fn read(&mut self, contest: &Contest, record: Record) {
        self.answers.note_record(record.by.as_ref(), record.wish);
        let line = self.line(&record.fact, record.head());
        self.heads.take_in(contest, (record.at, record.by), record.fact, line);
    }

    /// The same with one that was stored just now.
    pub(super) fn stored(&mut self, contest: &Contest, entry: &Entry, head: Head) {
        self.answers.note_record(entry.by.as_ref(), entry.wish);
        let line = self.line(&entry.fact, head);
        self.heads.note(contest, (entry.at, entry.by.as_ref()), &entry.fact, line);
    }

    /// The line of a head, once it has been looked at whether an epoch begins there or the journal is sealed.
    fn line(&mut self, fact: &Fact, head: Head) -> HeadLine {
        let line = HeadLine { seq: head.seq, hash: head.hash.to_string() };
        if let Fact::CopyOpened { epoch } = fact {
            (self.epoch.number, self.epoch.began) = (*epoch, line.hash.clone());
        } else if self.epoch.number == 0 {
            let (journal, began) = (line.hash.clone(), line.hash.clone());
            self.epoch = Epoch { journal, number: 1, began };
        }
        self.is_sealed = matches!(fact, Fact::Sealed { .. });
        line
    }
}
