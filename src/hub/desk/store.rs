//! Storing a turn, and what is done when that fails: the contest is again what it was before, and then
//! what the journal says. A write may have gone through although the disk reported an error; its wishes
//! then have their answers from the journal.

use std::{collections::HashMap, mem};

use tracing::error;

use super::{
    Desk, chain,
    turn::{Fresh, Turn},
};
use crate::{
    contest::{Contest, Fact},
    journal::{Head, JournalError},
    protocol::StorageTrouble,
};

impl Desk {
    /// Stores a turn and notes its answers.
    ///
    /// # Errors
    ///
    /// When another hub writes this journal: this one has to end.
    pub(super) fn store(&mut self, turn: Turn) -> Result<(), JournalError> {
        let Turn { entries, fresh, before } = turn;
        if !entries.is_empty() {
            match self.journal.append(self.head, &entries) {
                Ok(heads) => {
                    for (entry, head) in entries.iter().zip(heads) {
                        self.past.stored(&self.contest, entry, head);
                        self.took_in(&entry.fact, head);
                    }
                    self.heal();
                }
                Err(error) => return self.fell_back(before, error),
            }
        }
        self.note_others(fresh);
        Ok(())
    }

    /// The answers that no record stands for.
    fn note_others(&mut self, fresh: HashMap<super::Name, Fresh>) {
        for (name, Fresh { verdict, .. }) in fresh.into_iter().filter(|(_, it)| !it.recorded) {
            self.past.answers.note_other(name, verdict);
        }
    }

    fn fell_back(
        &mut self,
        before: Option<Box<Contest>>,
        error: JournalError,
    ) -> Result<(), JournalError> {
        error!(err = chain(&error), "nothing of it was acknowledged");
        if let Some(before) = before {
            self.contest = *before;
        }
        if matches!(error, JournalError::MovedOn { .. }) {
            return Err(error);
        }
        self.complain(&error);
        self.catch_up();
        Ok(())
    }

    /// Takes in what the journal has behind the last record that the desk knows. Until that succeeds
    /// nothing is decided, because nobody knows on top of what.
    pub(super) fn catch_up(&mut self) {
        let recovered = self.journal.recover();
        let (contest, past) = (&mut self.contest, &mut self.past);
        let mut taken = Vec::new();
        let read = self.journal.read(self.head, &mut |record| {
            contest.apply(record.at, &record.fact);
            past.read(contest, record.clone());
            taken.push(record);
        });
        for record in &taken {
            self.took_in(&record.fact, record.head());
        }
        self.is_behind = read.is_err();
        if let Err(error) = recovered.and(read.map(drop)) {
            error!(err = chain(&error), "the journal is not ready");
            self.complain(&error);
        }
    }

    /// What follows from a stored fact, beside the contest.
    fn took_in(&mut self, fact: &Fact, head: Head) {
        self.head = head;
        self.at_the_door(fact);
        self.change.note(&self.contest, fact);
        if is_copied_after(fact)
            && let Some(copies) = &self.copies
        {
            copies.ask();
        }
    }

    /// Tells hosts and supervisor, since when and of what.
    fn complain(&mut self, error: &JournalError) {
        let since = self.storage.trouble.as_ref().map_or_else(|| self.clock.now(), |it| it.since);
        self.storage.trouble = Some(StorageTrouble::new(since, error));
        self.change.storage = true;
    }

    fn heal(&mut self) {
        self.change.storage |= mem::take(&mut self.storage.trouble).is_some();
    }
}

/// The moments at which a copy is made: those whose heads people keep.
fn is_copied_after(fact: &Fact) -> bool {
    matches!(fact, Fact::Locked { .. } | Fact::Released { .. } | Fact::Corrected { .. })
}
