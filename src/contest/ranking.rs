//! Places from scores: highest first, equal scores share a place, and the places they use up are
//! skipped: 1, 2, 2, 4.

use std::cmp::Reverse;

/// Sorts lines by score, best first, and gives each its place. Lines that share a place keep the
/// order they came in.
pub fn places<T, S: Ord + Clone>(mut lines: Vec<T>, score: impl Fn(&T) -> S) -> Vec<(u32, T)> {
    lines.sort_by_key(|line| Reverse(score(line)));
    let mut above: Option<(u32, S)> = None;
    let mut placed = Vec::with_capacity(lines.len());
    for (listed, line) in (1..).zip(lines) {
        let own = score(&line);
        let place = match &above {
            Some((place, equal)) if *equal == own => *place,
            _ => listed,
        };
        above = Some((place, own));
        placed.push((place, line));
    }
    placed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::places;

    #[test]
    fn equal_scores_share_a_place_and_use_up_the_next() {
        let placed = places(vec![('a', 7), ('b', 9), ('c', 8), ('d', 8)], |line| line.1);
        assert_eq!(placed, [(1, ('b', 9)), (2, ('c', 8)), (2, ('d', 8)), (4, ('a', 7))]);
    }

    proptest! {
        /// The definition, computed the slow way: one more than the number of better scores.
        #[test]
        fn a_place_counts_the_better_scores(scores in prop::collection::vec(0u8..8, 0..24)) {
            for (place, score) in places(scores.clone(), |score| *score) {
                let better = scores.iter().filter(|other| score < **other).count();
                prop_assert_eq!(place as usize, better + 1);
            }
        }

        #[test]
        fn everyone_is_placed_once(scores in prop::collection::vec(0u8..8, 0..24)) {
            let mut placed: Vec<u8> =
                places(scores.clone(), |score| *score).into_iter().map(|(_, it)| it).collect();
            let mut scores = scores;
            placed.sort_unstable();
            scores.sort_unstable();
            prop_assert_eq!(placed, scores);
        }
    }
}
