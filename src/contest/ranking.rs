//! Places from scores: highest first; equal scores are separated by the chain of tie rules; those
//! that remain equal share a place and use up the next: 1, 2, 2, 4.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{ProjectId, Ruling, Score, Text, TieRule};

/// A scored project on its way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contender {
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// How its score came about.
    pub score: Score,
}

/// Projects that share a place; mostly one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shared {
    /// From 1.
    pub(super) place: usize,
    /// In the order they came in.
    pub(super) contenders: Vec<Contender>,
    /// The last tie rule that separated them from others of the same score.
    pub(super) tie: Option<TieRule>,
    /// Whether the chair has yet to decide about them.
    pub(super) waits: bool,
    /// Whether the chair has decided that they share their place.
    pub(super) ruled: bool,
}

/// The places of these projects by their scores and tie rules, all of the same rubric.
pub(super) fn rank(
    contenders: Vec<Contender>,
    ties: &[TieRule],
    rulings: &[Ruling],
) -> Vec<Shared> {
    let mut ranking = Ranking { ties, rulings, ranked: Vec::new(), next: 1 };
    for equal in parted(contenders, |it| Reverse(it.score.ranked.clone())) {
        ranking.separate(equal, 0, None);
    }
    ranking.ranked
}

/// The chair's word about those who share a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    NotAsked,
    Waits,
    Given,
}

/// A ranking while it is made, best first.
struct Ranking<'a> {
    ties: &'a [TieRule],
    rulings: &'a [Ruling],
    ranked: Vec<Shared>,
    next: usize,
}

impl Ranking<'_> {
    /// Separates equals by the tie rules from the `nth` on.
    fn separate(&mut self, equal: Vec<Contender>, nth: usize, tie: Option<TieRule>) {
        match self.ties.get(nth).filter(|_| equal.len() > 1) {
            None | Some(TieRule::Share) => self.place(equal, tie, Word::NotAsked),
            Some(TieRule::Chair) => match ruling(self.rulings, &equal) {
                None => self.place(equal, tie, Word::Waits),
                Some(ruling) => {
                    let parts = parted(equal, |it| ruling.rank(&it.project));
                    let tie = if parts.len() > 1 { Some(TieRule::Chair) } else { tie };
                    for part in parts {
                        self.place(part, tie.clone(), Word::Given);
                    }
                }
            },
            Some(rule) => {
                let value = |it: &Contender| it.score.tie_values.get(nth).cloned().flatten();
                let parts = parted(equal, |it| Reverse(value(it)));
                let tie = if parts.len() > 1 { Some(rule.clone()) } else { tie };
                for part in parts {
                    self.separate(part, nth + 1, tie.clone());
                }
            }
        }
    }

    fn place(&mut self, contenders: Vec<Contender>, tie: Option<TieRule>, word: Word) {
        let (waits, ruled) = (word == Word::Waits, word == Word::Given);
        let place = self.next;
        self.next += contenders.len();
        self.ranked.push(Shared { place, contenders, tie, waits, ruled });
    }
}

/// The chair's decision about exactly these.
pub(super) fn ruling<'a>(rulings: &'a [Ruling], tied: &[Contender]) -> Option<&'a Ruling> {
    let projects: BTreeSet<_> = tied.iter().map(|it| &it.project).collect();
    rulings.iter().rev().find(|ruling| ruling.is_about(projects.iter().copied()))
}

/// Sorts by a key, lowest first, into parts of equal keys; in each part the order is kept.
fn parted<T, K: Ord>(mut lines: Vec<T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    lines.sort_by_cached_key(&key);
    let mut parts: Vec<Vec<T>> = Vec::new();
    for line in lines {
        match parts.last_mut() {
            Some(part) if part.first().map(&key) == Some(key(&line)) => part.push(line),
            _ => parts.push(vec![line]),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parted;

    proptest! {
        #[test]
        fn parts_are_equal_inside_and_rise(keys in prop::collection::vec(0u8..8, 0..24)) {
            let parts = parted(keys.clone(), |key| *key);
            prop_assert!(parts.iter().all(|part| part.iter().all(|key| *key == part[0])));
            prop_assert!(parts.windows(2).all(|two| two[0][0] < two[1][0]));
            prop_assert_eq!(parts.concat().len(), keys.len());
        }
    }
}
