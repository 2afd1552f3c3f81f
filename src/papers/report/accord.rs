//! How far the judges of a panel agree: the measures of [`Agreement`], how sure they are, and over which
//! projects. Of judges who stayed out here and there only a whole block is looked at.
//!
//! What always holds, and the test that guards it:
//!
//! - the measures are those of `roadshow results`, which compute them exactly:
//!   `the_measures_are_those_of_the_results`;
//! - they do not hang on who is called what: `judges_and_projects_are_only_names`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor};

use super::{
    estimate::{HOLDS, Interval, count},
    marks::PanelMarks,
};
use crate::contest::{Agreement, SeatId};

/// Fewer projects than these have an order by chance too often; the distribution of W is close to χ² from
/// here on.
pub(super) const FEWEST_PROJECTS: usize = 8;
/// Two judges are no panel.
pub(super) const FEWEST_JUDGES: usize = 3;

/// How far a panel agrees.
#[derive(Debug, Clone, PartialEq)]
pub struct Accord {
    /// How many projects all these judges have scored.
    pub projects: usize,
    /// How many projects are left out, as one of them has not.
    pub without: usize,
    /// The judges.
    pub judges: Vec<SeatId>,
    /// The judges who are left out, as they scored fewer than half of the projects.
    pub left_out: Vec<SeatId>,
    /// What there is to tell; `None` of too few, and where totals do not differ.
    pub measures: Option<Measures>,
}

/// Measures of agreement, with what is known of their bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// Kendall's W, corrected for equal totals: 0 no common order, 1 the same order.
    pub w: f64,
    /// How often judges without a common order would come to so high a W.
    pub by_chance: f64,
    /// ICC(2,1): one judge, absolute agreement.
    pub of_one: f64,
    /// Its interval; `None` where judges agree to the last digit.
    pub bounds_of_one: Option<Interval>,
    /// ICC(2,k): the mean of all the judges.
    pub of_mean: f64,
    /// Its interval.
    pub bounds_of_mean: Option<Interval>,
}

impl Accord {
    /// Whether there are judges and projects enough to tell anything.
    pub fn is_enough(&self) -> bool {
        FEWEST_PROJECTS <= self.projects && FEWEST_JUDGES <= self.judges.len()
    }

    pub(super) fn of(marks: &PanelMarks) -> Self {
        let scored =
            |seat: &&SeatId| marks.rows.iter().filter(|it| it.totals.contains_key(*seat)).count();
        let (judges, left_out): (Vec<_>, Vec<_>) =
            marks.judges.iter().partition(|seat| scored(seat) * 2 >= marks.rows.len().max(1));
        let whole: Vec<BTreeMap<SeatId, Decimal>> = marks
            .rows
            .iter()
            .filter_map(|row| {
                let own = |seat: &&SeatId| Some(((*seat).clone(), *row.totals.get(*seat)?));
                judges.iter().map(own).collect()
            })
            .collect();
        let accord = Self {
            projects: whole.len(),
            without: marks.rows.len() - whole.len(),
            judges: judges.into_iter().cloned().collect(),
            left_out: left_out.into_iter().cloned().collect(),
            measures: None,
        };
        let measures = Some(&whole).filter(|_| accord.is_enough()).and_then(|it| Measures::of(it));
        Self { measures, ..accord }
    }
}

impl Measures {
    /// `None` where a measure is not defined, as of totals that are all equal.
    fn of(projects: &[BTreeMap<SeatId, Decimal>]) -> Option<Self> {
        let exact = Agreement::of(projects);
        let number = |text: Option<String>| text?.parse::<f64>().ok();
        let w = number(exact.kendall_w_ties)?;
        let (of_one, of_mean) = (number(exact.icc2_1)?, number(exact.icc2_k)?);
        let (n, k) = (count(projects.len()), count(projects.first()?.len()));
        let squares = Squares::of(projects)?;
        let bounds_of_one = squares.bounds(of_one, HOLDS);
        let of_all = |one: f64| k * one / (1.0 + (k - 1.0) * one);
        Some(Self {
            w,
            by_chance: ChiSquared::new(n - 1.0).ok()?.sf(k * (n - 1.0) * w),
            of_one,
            bounds_of_one,
            of_mean,
            bounds_of_mean: bounds_of_one
                .map(|it| Interval { low: of_all(it.low), high: of_all(it.high) }),
        })
    }
}

/// The mean squares of the two-way analysis of variance.
#[derive(Debug)]
struct Squares {
    projects: f64,
    judges: f64,
    between_projects: f64,
    between_judges: f64,
    rest: f64,
}

impl Squares {
    fn of(rows: &[BTreeMap<SeatId, Decimal>]) -> Option<Self> {
        let number = |total: &Decimal| f64::try_from(*total).unwrap_or_default();
        let table: Vec<Vec<f64>> =
            rows.iter().map(|row| row.values().map(number).collect()).collect();
        let columns = table.first()?.len();
        let (n, k) = (count(table.len()), count(columns));
        let all: f64 = table.iter().flatten().sum::<f64>() / (n * k);
        let squared = |of: f64| (of - all).powi(2);
        let of_row = |row: &Vec<f64>| squared(row.iter().sum::<f64>() / k);
        let of_column =
            |nth: usize| squared(table.iter().filter_map(|it| it.get(nth)).sum::<f64>() / n);
        let projects = k * table.iter().map(of_row).sum::<f64>();
        let judges = n * (0..columns).map(of_column).sum::<f64>();
        let total: f64 = table.iter().flatten().copied().map(squared).sum();
        Some(Self {
            projects: n,
            judges: k,
            between_projects: projects / (n - 1.0),
            between_judges: judges / (k - 1.0),
            rest: ((total - projects - judges) / ((n - 1.0) * (k - 1.0))).max(0.0),
        })
    }

    /// The interval of ICC(2,1) by Shrout & Fleiss (1979), with the degrees of freedom after Satterthwaite.
    /// `None` where judges agree to the last digit: there is nothing left to estimate bounds from.
    fn bounds(&self, icc: f64, holds: f64) -> Option<Interval> {
        let Self { projects: n, judges: k, between_projects: bms, between_judges: jms, rest: ems } =
            *self;
        if ems <= f64::EPSILON * bms {
            return None;
        }
        let part = n * (1.0 + (k - 1.0) * icc) - k * icc;
        let f = jms / ems;
        let above = (k - 1.0) * (n - 1.0) * (k * icc * f + part).powi(2);
        let below = (n - 1.0) * (k * icc * f).powi(2) + part.powi(2);
        let freedom = above / below;
        let quantile = |one: f64, other: f64| {
            let f = FisherSnedecor::new(one, other).ok()?;
            Some(f.inverse_cdf(f64::midpoint(1.0, holds)))
        };
        let (upper, lower) = (quantile(n - 1.0, freedom)?, quantile(freedom, n - 1.0)?);
        let rest = k * jms + (k * n - k - n) * ems;
        Some(Interval {
            low: n * (bms - upper * ems) / (upper * rest + n * bms),
            high: n * (lower * bms - ems) / (rest + n * lower * bms),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<BTreeMap<SeatId, Decimal>> {
        let row = |row: &&[&str]| {
            let named = (1..).zip(*row);
            named
                .map(|(nth, it)| (format!("J{nth}").as_str().into(), it.parse().unwrap()))
                .collect()
        };
        rows.iter().map(row).collect()
    }

    fn file(name: &str) -> Vec<BTreeMap<SeatId, Decimal>> {
        let path = format!("tests/data/agreement/{name}");
        let text = std::fs::read_to_string(path).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|it| it.split(',').collect()).collect();
        table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    fn about(value: f64, digits: i32) -> f64 {
        let ones = 10_f64.powi(digits);
        (value * ones).round() / ones
    }

    /// The table of Shrout & Fleiss (1979), with the bounds that `psych::ICC` of R prints for it.
    #[test]
    fn the_bounds_are_those_of_shrout_and_fleiss() {
        let all = file("shrout_fleiss_1979.csv");
        let bounds = Squares::of(&all).unwrap().bounds(0.289_763_779_527_559, 0.95).unwrap();
        assert_eq!((about(bounds.low, 3), about(bounds.high, 2)), (0.019, 0.76));
        let measures = Measures::of(&all).unwrap();
        let mean = measures.bounds_of_mean.unwrap();
        assert_eq!((about(mean.low, 3), about(mean.high, 2)), (0.071, 0.93));
        assert_eq!((about(measures.of_one, 2), about(measures.of_mean, 2)), (0.29, 0.62));
    }

    /// The example of R's `irr::kendall(anxiety, TRUE)`.
    #[test]
    fn the_chance_of_a_w_is_the_published_one() {
        let measures = Measures::of(&file("anxiety.csv")).unwrap();
        assert!((measures.w - 0.539_656_9).abs() < 1e-7);
        assert!((measures.by_chance - 0.042_883_473_126_947_9).abs() < 1e-12);
    }

    #[test]
    fn whoever_scored_too_little_is_left_out_and_then_what_is_not_whole() {
        let names = ["A1", "A2", "A3", "A4"].map(SeatId::from);
        // A4 has scored 4 of 10, and A1 has stayed out of the last one.
        let row = |nth: usize| {
            let there = |judge: usize| (judge != 3 || nth < 4) && (judge != 0 || nth != 9);
            let total = |judge: usize| Decimal::from(60 + nth * 3 + judge * nth % 5);
            let judges = (0..4).filter(|it| there(*it));
            let totals = judges.map(|it| (names[it].clone(), total(it))).collect();
            super::super::marks::MarksRow { project: format!("E{nth}").as_str().into(), totals }
        };
        let marks = PanelMarks { judges: names.to_vec(), rows: (0..10).map(row).collect() };
        let accord = Accord::of(&marks);
        assert_eq!((accord.projects, accord.without), (9, 1));
        assert_eq!((accord.judges, accord.left_out), (names[..3].to_vec(), vec!["A4".into()]));
        assert!(accord.measures.is_some());
        let few = PanelMarks { judges: names.to_vec(), rows: (0..7).map(row).collect() };
        assert_eq!(Accord::of(&few).measures, None, "seven are too few to tell");
    }

    fn random() -> impl Strategy<Value = Vec<Vec<u8>>> {
        (3_usize..8).prop_flat_map(|judges| {
            prop::collection::vec(prop::collection::vec(40_u8..100, judges), 8..20)
        })
    }

    fn rows(totals: &[Vec<u8>], name: impl Fn(usize) -> String) -> Vec<BTreeMap<SeatId, Decimal>> {
        let row = |row: &Vec<u8>| {
            let named = row.iter().enumerate();
            named.map(|(nth, it)| (name(nth).as_str().into(), Decimal::from(*it))).collect()
        };
        totals.iter().map(row).collect()
    }

    proptest! {
        #[test]
        fn the_measures_are_those_of_the_results(totals in random()) {
            let rows = rows(&totals, |nth| format!("J{nth}"));
            let Some(measures) = Measures::of(&rows) else { return Ok(()) };
            let exact = Agreement::of(&rows);
            let w: f64 = exact.kendall_w_ties.unwrap().parse().unwrap();
            prop_assert!((measures.w - w).abs() < f64::EPSILON);
            prop_assert!((0.0..=1.0).contains(&measures.w));
            prop_assert!((0.0..=1.0).contains(&measures.by_chance));
            let Some(Interval { low, high }) = measures.bounds_of_one else { return Ok(()) };
            prop_assert!(low <= measures.of_one && measures.of_one <= high && high <= 1.0);
        }

        /// Other names, another order of the projects, and all totals moved by the same: all stays.
        #[test]
        fn judges_and_projects_are_only_names(totals in random(), by in 0_u8..100) {
            let one = Measures::of(&rows(&totals, |nth| format!("J{nth}")));
            let mut moved: Vec<Vec<u8>> =
                totals.iter().map(|row| row.iter().map(|it| it + by).collect()).collect();
            moved.reverse();
            let other = Measures::of(&rows(&moved, |nth| format!("K{}", 20 - nth)));
            match (one, other) {
                (Some(one), Some(other)) => {
                    prop_assert!((one.w - other.w).abs() < 1e-9);
                    prop_assert!((one.of_one - other.of_one).abs() < 1e-9);
                    let [one, other] = [one, other].map(|it| it.bounds_of_one.map(|it| it.low));
                    prop_assert!((one.unwrap_or_default() - other.unwrap_or_default()).abs() < 1e-6);
                }
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }
}
