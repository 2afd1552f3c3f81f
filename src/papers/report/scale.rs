//! From values to places along an axis, with round numbers to write beside it.

use super::estimate::count;

/// A stretch of values laid out over a stretch of places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// The lowest value.
    pub(super) low: f64,
    /// The highest value.
    pub(super) high: f64,
    /// Where the lowest value lies.
    pub(super) start: f64,
    /// Where the highest value lies.
    pub(super) end: f64,
}

impl Scale {
    /// These values widened to round numbers, laid out from one place to another.
    pub(super) fn around((low, high): (f64, f64), (start, end): (f64, f64)) -> Self {
        let high = if (high - low).abs() < f64::EPSILON { low + 1.0 } else { high };
        let step = step(high - low, 5);
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        Self { low, high, start, end }
    }

    /// The same around zero, as far to the one side as to the other.
    pub(super) fn about_zero(most: f64, places: (f64, f64)) -> Self {
        let most = most.abs().max(f64::MIN_POSITIVE);
        Self::around((-most, most), places)
    }

    /// Where a value lies.
    pub(super) fn at(&self, value: f64) -> f64 {
        let part = (value - self.low) / (self.high - self.low);
        self.start + part.clamp(0.0, 1.0) * (self.end - self.start)
    }

    /// The round numbers to write beside it, about so many.
    pub(super) fn ticks(&self, about: usize) -> Vec<f64> {
        let step = step(self.high - self.low, about);
        let first = (self.low / step).ceil();
        let all = (0..=2 * about).map(|nth| (first + count(nth)) * step);
        all.take_while(|tick| *tick <= self.high + step / 1e6).collect()
    }

    /// How many decimals these numbers need.
    pub(super) fn decimals(&self, about: usize) -> usize {
        let step = step(self.high - self.low, about);
        (0..6)
            .find(|it| step >= 0.999 / 10_f64.powi(*it))
            .map_or(6, |it| it.unsigned_abs() as usize)
    }
}

/// The round number (1, 2 or 5 with noughts) of which about so many fit.
fn step(stretch: f64, about: usize) -> f64 {
    let raw = (stretch / count(about.max(1))).max(f64::MIN_POSITIVE);
    let ones = 10_f64.powf(raw.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|it| it * ones);
    steps.into_iter().find(|it| *it >= raw * 0.999).unwrap_or(10.0 * ones)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Scale;

    #[test]
    fn an_axis_has_round_numbers() {
        let scale = Scale::around((61.3, 93.8), (0.0, 100.0));
        assert_eq!((scale.low, scale.high), (60.0, 100.0));
        assert_eq!(scale.ticks(5), [60.0, 70.0, 80.0, 90.0, 100.0]);
        assert_eq!((scale.at(60.0), scale.at(80.0), scale.at(200.0)), (0.0, 50.0, 100.0));
        let about = Scale::about_zero(1.7, (0.0, 10.0));
        assert_eq!((about.low, about.high, about.at(0.0), about.decimals(4)), (-2.0, 2.0, 5.0, 0));
        let equal = Scale::around((5.0, 5.0), (0.0, 1.0));
        assert_eq!((equal.low, equal.high), (5.0, 6.0), "all values may be equal");
        assert_eq!(Scale::around((0.0, 0.9), (0.0, 1.0)).decimals(5), 1);
    }

    proptest! {
        #[test]
        fn every_value_lies_on_its_axis(low in -1e6..1e6_f64, more in 0.0..1e6_f64) {
            let scale = Scale::around((low, low + more), (3.0, 9.0));
            prop_assert!(scale.low <= low && low + more <= scale.high);
            prop_assert!((3.0..=9.0).contains(&scale.at(low)) && scale.at(low) <= scale.at(low + more));
            prop_assert!((2..=11).contains(&scale.ticks(5).len()), "{:?}", scale.ticks(5));
        }
    }
}
