//! The answers that have been given, by seat and wish: asked twice, done once.
//!
//! A wish that became facts is remembered for as long as the journal, because its id stands in its
//! records; so its receipt is the same after a restart. A receipt counts the records of its seat only,
//! so that nobody learns from it how many others have written: `a_receipt_counts_its_own_seats_records`.
//! Other answers, to wishes that were refused or
//! held already, are remembered for a while, which is longer than any link takes to come back.

use std::collections::{HashMap, VecDeque};

use uuid::Uuid;

use super::Verdict;
use crate::contest::Seat;

/// Answers without a record that are remembered; the oldest is forgotten first, and its wish would be
/// decided anew.
const REMEMBERED: usize = 4096;

/// Who asked, and the id of the wish. An id counts for the seat that minted it only.
pub(super) type Name = (Seat, Uuid);

/// What has been answered.
#[derive(Default)]
pub(super) struct Answers {
    granted: HashMap<Name, u64>,
    /// How many records each seat has.
    records: HashMap<Seat, u64>,
    others: HashMap<Name, Verdict>,
    order: VecDeque<Name>,
}

impl Answers {
    /// The first answer to this wish.
    pub(super) fn to(&self, name: &Name) -> Option<Verdict> {
        self.granted.get(name).map(|seq| Ok(*seq)).or_else(|| self.others.get(name).cloned())
    }

    /// How many records stand for what a seat has asked.
    pub(super) fn records_of(&self, seat: &Seat) -> u64 {
        self.records.get(seat).copied().unwrap_or_default()
    }

    /// Notes a stored record; of several records of a wish the last is its receipt.
    pub(super) fn note_record(&mut self, by: Option<&Seat>, wish: Option<Uuid>) {
        let Some(seat) = by else { return };
        let records = self.records.entry(seat.clone()).or_default();
        *records += 1;
        if let Some(wish) = wish {
            self.granted.insert((seat.clone(), wish), *records);
        }
    }

    /// Notes an answer that no record stands for.
    pub(super) fn note_other(&mut self, name: Name, verdict: Verdict) {
        if self.order.len() == REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.others.remove(&oldest);
        }
        self.order.push_back(name.clone());
        self.others.insert(name, verdict);
    }
}
