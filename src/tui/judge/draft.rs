//! What a judge has typed for one project, and what has become of it.
//!
//! Marks are kept as they were read and shown (`entry.rs`), allowed or not. What the hub has lies
//! beneath what is typed; only differences are a draft.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{entry::Entry, sealed::Secret};
use crate::contest::{At, CriterionId, Marks};

/// The longest mark that can be typed: a million with six decimals.
pub(super) const LONGEST: usize = 14;
/// The longest note, in characters: a few lines.
pub(super) const LONGEST_NOTE: usize = 200;

/// One project's draft; it outlives leaving the project and coming back.
#[derive(Debug, Default)]
pub(in crate::tui) struct Draft {
    /// Marks as read, where they were touched since the last receipt.
    pub(in crate::tui) typed: BTreeMap<CriterionId, String>,
    /// The criterion the keys act on, counted over the marked ones.
    pub(in crate::tui) line: usize,
    /// The sheet on its way to the hub.
    pub(super) sending: Option<Sent>,
    /// The last sheet the hub has acknowledged to this terminal.
    pub(super) stored: Option<Stored>,
    /// The keys of the mark that was typed last: Backspace takes back a key, and its point with it.
    keys: String,
    /// Whether the next digit goes on with the mark; otherwise it begins a new one.
    pub(super) goes_on: bool,
    /// What stood typed for the criterion when the cursor came to it, once that has been changed.
    before: Option<Before>,
    /// The criterion that the form left by itself with the last key.
    pub(in crate::tui) moved_from: Option<usize>,
    /// What has become of something that was typed here and does not count.
    pub(super) loss: Option<Loss>,
    /// What opens the seals that were sent from here, as long as one may have to be opened.
    pub(super) secrets: Vec<Secret>,
    /// Whether the last of them could not be written to the disk.
    pub(super) is_fragile: bool,
    /// The wish to open the sheet, on its way.
    pub(super) opening: Option<Uuid>,
    /// The judge's private note. It stays on this terminal.
    pub(super) note: String,
    /// The last revision that this terminal has sent.
    last_revision: u32,
}

/// Why something that was typed does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loss {
    /// It was still unsent when the sheet was closed.
    Late,
    /// A hub had received it, and the one that the evening goes on at has not.
    Gone,
}

/// What stood typed for a criterion; nothing where nothing did.
#[derive(Debug)]
struct Before(Option<String>);

/// A sheet that waits for its answer.
#[derive(Debug)]
pub(super) struct Sent {
    /// The wish.
    pub(super) id: Uuid,
    /// Its revision.
    pub(super) revision: u32,
    /// The revision that it replaces; 0 for none.
    pub(super) replaces: u32,
    /// Its marks.
    pub(super) marks: Marks,
}

/// A sheet with its receipt.
#[derive(Debug)]
pub(super) struct Stored {
    /// Its revision.
    pub(super) revision: u32,
    /// Its marks.
    pub(super) marks: Marks,
    /// What the hub has said.
    pub(super) receipt: Receipt,
}

/// The hub's word that a sheet is on its disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Receipt {
    /// The number of the journal's record.
    pub(super) number: u64,
    /// When it came, in hub time.
    pub(super) at: At,
    /// The revision that was replaced; 0 for none.
    pub(super) replaces: u32,
}

impl Draft {
    /// Takes a digit or the decimal point into a criterion's mark. The first one after coming to the
    /// criterion begins the mark anew; a second point and endless digits are not taken.
    pub(super) fn push(&mut self, criterion: &CriterionId, entry: Entry, c: char) -> bool {
        if !self.goes_on {
            self.keys.clear();
        }
        if LONGEST <= self.keys.len() || c == '.' && self.has_point() {
            return false;
        }
        self.keys.push(c);
        self.set(criterion, entry.read(&self.keys));
        true
    }

    /// Whether the point was typed in the mark that was typed last.
    pub(super) fn has_point(&self) -> bool {
        self.keys.contains('.')
    }

    /// Takes the last key away from a criterion's mark, which reads `before`.
    pub(super) fn pop(&mut self, criterion: &CriterionId, entry: Entry, before: String) {
        if !self.goes_on {
            self.keys = before;
        }
        self.keys.pop();
        self.set(criterion, entry.read(&self.keys));
    }

    /// Gives a criterion a text that further digits go on with.
    fn set(&mut self, criterion: &CriterionId, text: String) {
        let before = self.typed.insert(criterion.clone(), text);
        self.before.get_or_insert(Before(before));
        self.goes_on = true;
    }

    /// Gives a criterion a whole mark; the next digit begins a new one.
    pub(super) fn replace(&mut self, criterion: &CriterionId, mark: String) {
        self.set(criterion, mark);
        self.goes_on = false;
    }

    /// Takes back what was typed for a criterion since the cursor came to it; whether anything was.
    pub(super) fn undo_typing(&mut self, criterion: &CriterionId) -> bool {
        let Some(Before(before)) = self.before.take() else { return false };
        match before {
            Some(text) => self.typed.insert(criterion.clone(), text),
            None => self.typed.remove(criterion),
        };
        self.goes_on = false;
        true
    }

    /// Whether there is anything to take back.
    pub(super) fn is_touched(&self) -> bool {
        self.before.is_some()
    }

    /// Goes to a criterion; the next digit begins its mark anew.
    pub(in crate::tui) fn go(&mut self, line: usize) {
        self.line = line;
        self.goes_on = false;
        self.before = None;
        self.moved_from = None;
    }

    /// Goes back to a criterion whose mark is still being typed.
    pub(super) fn go_back(&mut self, line: usize) {
        self.go(line);
        self.goes_on = true;
    }

    /// Puts the marks on their way as the revision after `known`, the hub's last.
    pub(super) fn send(&mut self, id: Uuid, known: u32, marks: Marks) -> u32 {
        // A seal that may still be on its way has a number too.
        let sealed = self.secrets.iter().map(|it| it.revision).max().unwrap_or_default();
        let revision = known.max(self.last_revision).max(sealed).saturating_add(1);
        self.last_revision = revision;
        self.sending = Some(Sent { id, revision, replaces: known, marks });
        revision
    }

    /// Whether this wish is the sheet under way.
    pub(super) fn awaits(&self, id: Uuid) -> bool {
        self.sending.as_ref().is_some_and(|it| it.id == id)
    }

    /// The sheet under way is stored.
    pub(super) fn granted(&mut self, number: u64, at: At) {
        if let Some(Sent { revision, replaces, marks, .. }) = self.sending.take() {
            let receipt = Receipt { number, at, replaces };
            self.stored = Some(Stored { revision, marks, receipt });
            self.typed.clear();
            self.loss = None; // Of before a lock that was undone, or of another hub.
            self.go(0);
        }
    }

    /// The sheet under way was refused; what is typed stays.
    pub(super) fn refused(&mut self) {
        self.sending = None;
    }

    /// The sheet is closed over what the hub has: what was typed and never sent is gone.
    pub(super) fn close(&mut self, hub: Option<&Marks>) {
        let counted = |(id, text): (&CriterionId, &String)| {
            text.parse().ok().as_ref() == hub.and_then(|marks| marks.get(id))
        };
        let is_late = !self.typed.iter().all(counted) || self.loss == Some(Loss::Late);
        self.loss = is_late.then_some(Loss::Late);
        self.typed.clear();
        self.secrets.clear();
        self.goes_on = false;
        self.before = None;
    }

    /// Marks that the hub has no longer are typed ones again, where nothing else is typed.
    pub(super) fn take_back(&mut self, marks: Marks) {
        for (criterion, mark) in marks {
            self.typed.entry(criterion).or_insert_with(|| mark.normalize().to_string());
        }
        self.goes_on = false;
        self.before = None;
    }
}
