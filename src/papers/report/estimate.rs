//! What a few numbers say, and between which bounds it is known: mean, spread, correlation, and the
//! interval of a mean by Student's t. Every interval of the report holds in 95 of 100 cases.
//!
//! Numbers of the report are floats: they tell about scores and decide none. The sources of the formulas:
//! `docs/report.md`.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// How often the intervals of the report hold.
pub(super) const HOLDS: f64 = 0.95;

/// Bounds between which something lies, as far as so few numbers can tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower one.
    pub low: f64,
    /// The upper one.
    pub high: f64,
}

impl Interval {
    /// Whether zero lies outside, so that the sign is known.
    pub fn is_apart_from_zero(self) -> bool {
        0.0 < self.low || self.high < 0.0
    }

    /// Both bounds times so much.
    #[must_use]
    pub fn times(self, by: f64) -> Self {
        Self { low: self.low * by, high: self.high * by }
    }
}

/// So many as a number to compute with.
pub(super) fn count(of: usize) -> f64 {
    f64::from(u32::try_from(of).unwrap_or(u32::MAX))
}

/// The mean; `None` of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

/// The standard deviation, divided by one less than there are values; `None` of fewer than two.
pub(super) fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|it| (it - mean).powi(2)).sum();
    Some((squares / count(values.len() - 1)).sqrt())
}

/// The middle value, of an even number the mean of the two in the middle; the values stand in order.
pub(super) fn median(ordered: &[f64]) -> Option<f64> {
    let (low, high) = (ordered.len().checked_sub(1)? / 2, ordered.len() / 2);
    Some(f64::midpoint(*ordered.get(low)?, *ordered.get(high)?))
}

/// Between which bounds the mean is known, by Student's t; `None` of fewer than two values.
pub(super) fn interval_of_mean(values: &[f64]) -> Option<Interval> {
    let (mean, deviation) = (mean(values)?, deviation(values)?);
    let t = StudentsT::new(0.0, 1.0, count(values.len() - 1)).ok()?;
    let reach = t.inverse_cdf(f64::midpoint(1.0, HOLDS)) * deviation / count(values.len()).sqrt();
    Some(Interval { low: mean - reach, high: mean + reach })
}

/// Pearson's correlation of pairs; `None` where either does not vary.
pub(super) fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (ones, others): (Vec<_>, Vec<_>) = pairs.iter().copied().unzip();
    let (one, other) = (mean(&ones)?, mean(&others)?);
    let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        pairs.iter().map(|it| of(it.0 - one, it.1 - other)).sum()
    };
    let both = (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    (both > 0.0).then(|| (sum(&|x, y| x * y) / both).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn about(value: f64, digits: i32) -> f64 {
        let ones = 10_f64.powi(digits);
        (value * ones).round() / ones
    }

    /// Student's own example of 1908: the extra hours of sleep of ten patients under two drugs, as
    /// `t.test(extra ~ group, paired = TRUE)` of R's data set `sleep` has it.
    #[test]
    fn the_interval_of_a_mean_is_the_one_of_students_paper() {
        let one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        let other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let differences: Vec<_> = one.iter().zip(other).map(|(a, b)| a - b).collect();
        assert_eq!(mean(&differences).map(|it| about(it, 10)), Some(-1.58));
        let Interval { low, high } = interval_of_mean(&differences).unwrap();
        assert_eq!((about(low, 7), about(high, 7)), (-2.459_885_8, -0.700_114_2));
    }

    #[test]
    fn the_middle_of_an_even_number_is_the_mean_of_two() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[1.0, 2.0, 5.0]), Some(2.0));
        assert_eq!(median(&[1.0, 2.0, 5.0, 9.0]), Some(3.5));
    }

    #[test]
    fn what_does_not_vary_is_correlated_with_nothing() {
        assert_eq!(correlation(&[(1.0, 5.0), (2.0, 5.0)]), None);
        assert_eq!(correlation(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]), Some(1.0));
        assert_eq!(correlation(&[(1.0, 6.0), (2.0, 4.0), (3.0, 2.0)]), Some(-1.0));
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_mean_and_moves_with_it(
            values in prop::collection::vec(0.0..100.0_f64, 2..40), by in -50.0..50.0_f64,
        ) {
            let moved: Vec<_> = values.iter().map(|it| it + by).collect();
            let (one, other) = (interval_of_mean(&values).unwrap(), interval_of_mean(&moved).unwrap());
            let mean = mean(&values).unwrap();
            prop_assert!(one.low <= mean && mean <= one.high);
            prop_assert!((other.low - one.low - by).abs() < 1e-9);
        }
    }
}
