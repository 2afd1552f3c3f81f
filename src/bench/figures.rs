//! The figures of a bench, as they are told. In JSON every time is in whole microseconds and says so in its name;
//! `docs/performance.md` has the shape.

use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::contest::Ms;

/// Everything that was measured.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Screens that were sent.
    pub screens: usize,
    /// Those that were there at some time.
    pub joined: usize,
    /// Those that were there in the end.
    pub there: usize,
    /// Those that the hub had no room for.
    pub full: usize,
    /// For how long it was measured.
    #[serde(rename = "measured_us", serialize_with = "micros")]
    pub measured: Duration,
    /// From dialling to the first picture; of who only looks, to the first answer.
    pub joining: Spread,
    /// From a ping to its answer.
    pub round_trip: Spread,
    /// The same second by second.
    pub by_second: Vec<Second>,
    /// How often a screen was lost.
    pub losses: usize,
    /// How long a screen was away at most.
    #[serde(rename = "longest_away_us", serialize_with = "micros")]
    pub longest_away: Duration,
    /// When the last screen was lost, where none was there in the end: from the beginning on.
    #[serde(rename = "gone_us", serialize_with = "micros_or_null")]
    pub gone: Option<Duration>,
    /// The screens' clocks; `None` when no ping was answered.
    pub clocks: Option<Clocks>,
    /// By how much this machine was late itself, at worst.
    #[serde(rename = "late_us", serialize_with = "micros")]
    pub late: Duration,
    /// How it went with changes; `None` where nothing was changed.
    pub changes: Option<Changes>,
}

/// The round trips that ended in one second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Second {
    /// Which, from 1.
    pub second: usize,
    /// How long they took.
    #[serde(flatten)]
    pub round_trip: Spread,
    /// How often a screen was lost in it.
    pub losses: usize,
}

/// What screens make of the hub's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// By how many milliseconds the hub's time is before this machine's, by the fastest ping of all.
    #[serde(rename = "ahead_ms")]
    pub ahead: Ms,
    /// How far two screens' countdowns are apart at most, in milliseconds, each by its own fastest ping.
    #[serde(rename = "apart_ms")]
    pub apart: Ms,
}

/// How it went with what a host asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// How many wishes there were.
    pub asked: usize,
    /// Those that were refused.
    pub refused: usize,
    /// Those that had no answer in the end.
    pub unanswered: usize,
    /// From a wish to the receipt: it is on the hub's disk.
    pub stored: Spread,
    /// From a wish until the last screen had it that was there when it was made.
    pub shown: Spread,
    /// Those that a screen did not have in the end.
    pub unshown: usize,
    /// Whether the screens show again what they had shown before.
    pub undone: bool,
}

/// How long something took, many times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// How many times.
    pub count: usize,
    /// Half of them took no longer.
    #[serde(rename = "median_us", serialize_with = "micros")]
    pub median: Duration,
    /// Of a hundred 99 took no longer.
    #[serde(rename = "p99_us", serialize_with = "micros")]
    pub p99: Duration,
    /// None took longer.
    #[serde(rename = "worst_us", serialize_with = "micros")]
    pub worst: Duration,
}

impl Spread {
    /// The spread of these, by the nearest rank; all zero of none.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let count = times.len();
        // The smallest that so many of a hundred do not exceed.
        let rank = |of_hundred: usize| (count * of_hundred).div_ceil(100).saturating_sub(1);
        let at = |rank: usize| times.get(rank).copied().unwrap_or_default();
        let [median, p99, worst] = [50, 99, 100].map(|it| at(rank(it)));
        Self { count, median, p99, worst }
    }
}

fn micros<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u64(u64::try_from(time.as_micros()).unwrap_or(u64::MAX))
}

#[expect(clippy::ref_option, reason = "as serde calls it")]
fn micros_or_null<S: Serializer>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => micros(time, to),
        None => to.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spread(micros: impl IntoIterator<Item = u64>) -> [u128; 3] {
        let it = Spread::of(micros.into_iter().map(Duration::from_micros).collect());
        [it.median, it.p99, it.worst].map(|it| it.as_micros())
    }

    #[test]
    fn a_spread_is_of_times_that_were_measured() {
        assert_eq!(spread([]), [0, 0, 0]);
        assert_eq!(spread([7]), [7, 7, 7]);
        assert_eq!(spread([9, 1]), [1, 9, 9]);
        assert_eq!(spread((1..=100).rev()), [50, 99, 100]);
        assert_eq!(spread(1..=1000), [500, 990, 1000]);
    }

    proptest! {
        #[test]
        fn so_many_take_no_longer(micros in prop::collection::vec(0..1000_u64, 1..300)) {
            let [median, p99, worst] = spread(micros.clone());
            let no_longer = |than| micros.iter().filter(|it| u128::from(**it) <= than).count();
            prop_assert!(micros.len() <= no_longer(median) * 2);
            prop_assert!(micros.len() * 99 <= no_longer(p99) * 100);
            prop_assert_eq!(no_longer(worst), micros.len());
        }
    }
}
