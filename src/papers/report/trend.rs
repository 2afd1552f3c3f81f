//! Whether something goes up or down along an order: the median of all slopes between two (Theil, Sen)
//! with its interval, and Spearman's correlation of ranks. Neither is moved by one odd value.

use statrs::distribution::{ContinuousCDF, Normal};

use super::estimate::{HOLDS, Interval, correlation, count, median};

/// What goes along with an order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// The median slope: by how much the value changes from one step to the next.
    pub slope: f64,
    /// Its interval.
    pub interval: Interval,
    /// The value at step 0 of the line that goes through the middle of the values.
    pub start: f64,
    /// Spearman's correlation of ranks; 0 where the values are all equal.
    pub rank_correlation: f64,
}

impl Trend {
    /// The trend of values at steps; `None` where there are no two steps.
    pub(super) fn of(points: &[(f64, f64)]) -> Option<Self> {
        let slopes = slopes(points);
        let slope = median(&slopes)?;
        let interval = interval(points, &slopes, HOLDS)?;
        let mut starts: Vec<_> = points.iter().map(|(x, y)| y - slope * x).collect();
        starts.sort_by(f64::total_cmp);
        let start = median(&starts)?;
        Some(Self { slope, interval, start, rank_correlation: spearman(points) })
    }

    /// The value of its line at a step.
    pub fn at(&self, step: f64) -> f64 {
        self.start + self.slope * step
    }
}

/// The slopes between every two points, lowest first.
fn slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let mut slopes = Vec::new();
    for (nth, (x, y)) in points.iter().enumerate() {
        let others = points.iter().skip(nth + 1).filter(|it| it.0.total_cmp(x).is_ne());
        slopes.extend(others.map(|(other, value)| (value - y) / (other - x)));
    }
    slopes.sort_by(f64::total_cmp);
    slopes
}

/// Sen's interval of the median slope, by the normal approximation to Kendall's statistic with its
/// correction for equal values.
fn interval(points: &[(f64, f64)], slopes: &[f64], holds: f64) -> Option<Interval> {
    let part = |n: usize| count(n) * (count(n) - 1.0) * (2.0 * count(n) + 5.0);
    let tied = |of: &dyn Fn(&(f64, f64)) -> f64| -> f64 {
        let mut values: Vec<_> = points.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|equal| part(equal.len())).sum()
    };
    let variance = (part(points.len()) - tied(&|it| it.0) - tied(&|it| it.1)) / 18.0;
    let z = Normal::standard().inverse_cdf(f64::midpoint(1.0, holds));
    let reach = z * variance.max(0.0).sqrt();
    let all = count(slopes.len());
    let nth = |rank: f64| {
        let places = (1..=slopes.len()).zip(slopes);
        // The rank is a whole number, and may lie beyond either end.
        places.filter(|(nth, _)| count(*nth) <= rank.max(1.0)).last().map(|(_, slope)| *slope)
    };
    let low = f64::midpoint(all, -reach).round();
    let high = f64::midpoint(all, reach).round() + 1.0;
    Some(Interval { low: nth(low)?, high: nth(high)? })
}

/// Spearman's correlation: Pearson's of the ranks, equal values at their mean rank.
fn spearman(points: &[(f64, f64)]) -> f64 {
    let (one, other): (Vec<_>, Vec<_>) = points.iter().copied().unzip();
    let pairs: Vec<_> = ranks(&one).into_iter().zip(ranks(&other)).collect();
    correlation(&pairs).unwrap_or_default()
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |own: &f64| {
        let lower = values.iter().filter(|it| it.total_cmp(own).is_lt()).count();
        let equal = values.iter().filter(|it| it.total_cmp(own).is_eq()).count();
        count(lower) + f64::midpoint(count(equal), 1.0)
    };
    values.iter().map(rank).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example of Sen (1968), with the bounds that the formula for large samples gives (the list of
    /// slopes in the paper has slips, as Therneau's tests of `deming::theilsen` note).
    #[test]
    fn the_median_slope_is_the_one_of_sens_paper() {
        let steps = [1.0, 2.0, 3.0, 4.0, 10.0, 12.0, 18.0];
        let values = [9.0, 15.0, 19.0, 20.0, 45.0, 55.0, 78.0];
        let points: Vec<_> = steps.into_iter().zip(values).collect();
        let slopes = slopes(&points);
        assert_eq!(median(&slopes), Some(4.0));
        let Interval { low, high } = interval(&points, &slopes, 0.93).unwrap();
        assert!(
            (low - 26.0 / 7.0).abs() < 1e-12 && (high - 35.0 / 8.0).abs() < 1e-12,
            "{low} {high}"
        );
    }

    /// The worked example of many textbooks: IQ and hours in front of the television of ten people.
    #[test]
    fn the_correlation_of_ranks_is_the_one_of_the_textbook() {
        let iq = [106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
        let hours = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
        let points: Vec<_> = iq.into_iter().zip(hours).collect();
        assert!((spearman(&points) + 29.0 / 165.0).abs() < 1e-12);
    }

    #[test]
    fn equal_values_have_no_trend() {
        let points: Vec<_> = (1..=12).map(|nth| (f64::from(nth), 80.0)).collect();
        let trend = Trend::of(&points).unwrap();
        assert_eq!((trend.slope, trend.rank_correlation, trend.start), (0.0, 0.0, 80.0));
        assert!(!trend.interval.is_apart_from_zero());
        assert_eq!(Trend::of(&[(1.0, 5.0)]), None);
    }

    proptest! {
        /// Turned round, the slope changes its sign and nothing else; moved, it stays.
        #[test]
        fn a_trend_is_turned_round_and_moved_with_its_values(
            values in prop::collection::vec(0_u8..100, 3..30), by in -50_i8..50,
        ) {
            let points: Vec<_> =
                values.iter().enumerate().map(|(x, y)| (count(x), f64::from(*y))).collect();
            let turned: Vec<_> = points.iter().map(|(x, y)| (*x, -y)).collect();
            let moved: Vec<_> = points.iter().map(|(x, y)| (*x, y + f64::from(by))).collect();
            let [one, turned, moved] = [points, turned, moved].map(|it| Trend::of(&it).unwrap());
            prop_assert!((one.slope + turned.slope).abs() < 1e-9);
            prop_assert!((one.interval.low + turned.interval.high).abs() < 1e-9);
            prop_assert!((one.slope - moved.slope).abs() < 1e-9);
            prop_assert!(one.interval.low <= one.slope && one.slope <= one.interval.high);
            prop_assert!((-1.0..=1.0).contains(&one.rank_correlation));
        }
    }
}
