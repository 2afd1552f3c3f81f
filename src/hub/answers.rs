//! The answers that have been given, by seat and wish: asked twice, done once.
//!
//! A wish that became facts is remembered by its records, so that its receipt is the same after a restart. A
//! receipt counts the records of its seat only, so that nobody learns from it how many others have written:
//! `a_receipt_counts_its_own_seats_records`. Other answers, to wishes that were refused or held already, are
//! remembered while the hub runs. Of both a seat has so many, which is more than any link has under way, and
//! its own only: nobody makes the hub forget, or run out of memory, for others:
//! `a_seat_is_remembered_so_many_answers_and_not_one_more`.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
};

use uuid::Uuid;

use super::Verdict;
use crate::contest::Seat;

/// Wishes of a seat that became facts and are remembered; the oldest is forgotten first, and would be
/// decided anew.
pub(super) const MOST_GRANTED: usize = 16_384;
/// Answers of a seat without a record that are remembered; likewise.
pub(super) const MOST_OTHERS: usize = 256;

/// Who asked, and the id of the wish. An id counts for the seat that minted it only.
pub(super) type Name = (Seat, Uuid);

/// What has been answered.
#[derive(Default)]
pub(super) struct Answers {
    seats: HashMap<Seat, OfSeat>,
}

/// What one seat has been answered.
struct OfSeat {
    /// How many records it has.
    records: u64,
    granted: Newest<Uuid, u64>,
    others: Newest<Uuid, Verdict>,
}

impl Default for OfSeat {
    fn default() -> Self {
        Self { records: 0, granted: Newest::of(MOST_GRANTED), others: Newest::of(MOST_OTHERS) }
    }
}

impl Answers {
    /// The first answer to this wish.
    pub(super) fn to(&self, (seat, wish): &Name) -> Option<Verdict> {
        let of_seat = self.seats.get(seat)?;
        let granted = of_seat.granted.get(wish).map(|seq| Ok(*seq));
        granted.or_else(|| of_seat.others.get(wish).cloned())
    }

    /// How many records stand for what a seat has asked.
    pub(super) fn records_of(&self, seat: &Seat) -> u64 {
        self.seats.get(seat).map_or(0, |it| it.records)
    }

    /// Notes a stored record; of several records of a wish the last is its receipt.
    pub(super) fn note_record(&mut self, by: Option<&Seat>, wish: Option<Uuid>) {
        let Some(seat) = by else { return };
        let of_seat = self.seats.entry(seat.clone()).or_default();
        of_seat.records += 1;
        if let Some(wish) = wish {
            of_seat.granted.insert(wish, of_seat.records);
        }
    }

    /// Notes an answer that no record stands for.
    pub(super) fn note_other(&mut self, (seat, wish): Name, verdict: Verdict) {
        self.seats.entry(seat).or_default().others.insert(wish, verdict);
    }
}

/// A map that forgets the oldest key where there are too many.
struct Newest<K, V> {
    most: usize,
    values: HashMap<K, V>,
    /// The oldest first.
    order: VecDeque<K>,
}

impl<K: Eq + Hash + Copy, V> Newest<K, V> {
    fn of(most: usize) -> Self {
        Self { most, values: HashMap::new(), order: VecDeque::new() }
    }

    fn get(&self, key: &K) -> Option<&V> {
        self.values.get(key)
    }

    fn insert(&mut self, key: K, value: V) {
        if self.values.insert(key, value).is_some() {
            return;
        }
        self.order.push_back(key);
        if self.most < self.order.len()
            && let Some(oldest) = self.order.pop_front()
        {
            self.values.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contest::{Refusal, sample::seat};

    fn named(by: &str, wish: usize) -> Name {
        (seat(by), Uuid::from_u128(wish as u128))
    }

    #[test]
    fn a_seat_is_remembered_so_many_answers_and_not_one_more() {
        let mut answers = Answers::default();
        let refused = || Err(Refusal::NotYours);
        answers.note_other(named("A/host", 0), refused());
        answers.note_record(Some(&seat("A/host")), Some(Uuid::from_u128(1)));
        for wish in 0..256 {
            answers.note_other(named("A/judge/A1", wish), refused());
        }
        for wish in 1000..1000 + 16_384 {
            let (by, wish) = named("A/judge/A1", wish);
            // Of two records the second is the receipt, and they count as one wish.
            answers.note_record(Some(&by), Some(wish));
            answers.note_record(Some(&by), Some(wish));
        }
        assert_eq!(answers.to(&named("A/judge/A1", 0)), Some(refused()));
        assert_eq!(answers.to(&named("A/judge/A1", 1000)), Some(Ok(2)));

        answers.note_other(named("A/judge/A1", 256), refused());
        let (by, wish) = named("A/judge/A1", 1000 + 16_384);
        answers.note_record(Some(&by), Some(wish));
        assert_eq!(answers.to(&named("A/judge/A1", 0)), None);
        assert_eq!(answers.to(&named("A/judge/A1", 1)), Some(refused()));
        assert_eq!(answers.to(&named("A/judge/A1", 1000)), None);
        assert_eq!(answers.to(&named("A/judge/A1", 1001)), Some(Ok(4)));
        assert_eq!(answers.records_of(&seat("A/judge/A1")), 2 * 16_384 + 1);

        assert_eq!(answers.to(&named("A/host", 0)), Some(refused()), "nobody else's are");
        assert_eq!(answers.to(&named("A/host", 1)), Some(Ok(1)));
    }
}
