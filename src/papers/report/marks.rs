//! The totals that the judges of one panel gave in one room, and what they say of each judge: how severe,
//! how far spread, how far along with the others.
//!
//! A judge is compared with the panel on the projects that the judge has scored, and a sheet that is not
//! there is no zero: `a_judge_who_stays_out_is_compared_on_the_rest`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::estimate::{Interval, correlation, deviation, interval_of_mean, mean};
use crate::contest::{ProjectId, SeatId};

/// Of fewer projects no interval is told: they hang on single marks.
pub(super) const FEWEST_PROJECTS: usize = 6;
/// The fewest sheets of a project that make a panel's mean.
const FEWEST_SHEETS: usize = 2;

/// Totals by project and judge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PanelMarks {
    /// The judges, in the order of their seats.
    pub judges: Vec<SeatId>,
    /// The projects, in the order that they pitched in.
    pub rows: Vec<MarksRow>,
}

/// The totals of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MarksRow {
    /// The project.
    pub project: ProjectId,
    /// What each judge gave; a judge without a sheet that counts is not among them.
    pub totals: BTreeMap<SeatId, Decimal>,
}

/// What the totals say of one judge.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgeFigures {
    /// The judge's seat.
    pub seat: SeatId,
    /// How many projects the judge has scored.
    pub projects: usize,
    /// The mean of the judge's totals.
    pub mean: f64,
    /// The lowest and the highest.
    pub range: (Decimal, Decimal),
    /// How far they are spread: the standard deviation; `None` of fewer than two.
    pub spread: Option<f64>,
    /// How far above (or below) the panel's mean the judge is on average, over the projects that another
    /// has scored too; `None` where there is none.
    pub severity: Option<f64>,
    /// Its interval; `None` of too few projects.
    pub bounds: Option<Interval>,
    /// The correlation with the mean of the others: whether the judge tells good from bad as they do;
    /// `None` of too few, or where either does not vary.
    pub along: Option<f64>,
}

impl PanelMarks {
    /// What they say of each judge; nothing of those who have scored nothing.
    pub(super) fn figures(&self) -> Vec<JudgeFigures> {
        self.judges.iter().filter_map(|seat| JudgeFigures::of(seat, self)).collect()
    }

    /// The spread of the projects' means: what a judge's own is to be compared with.
    pub(super) fn spread_of_means(&self) -> Option<f64> {
        let means: Vec<_> =
            self.rows.iter().filter_map(|row| mean(&numbers(row.totals.values()))).collect();
        deviation(&means)
    }
}

impl JudgeFigures {
    fn of(seat: &SeatId, marks: &PanelMarks) -> Option<Self> {
        let own: Vec<Decimal> =
            marks.rows.iter().filter_map(|it| it.totals.get(seat)).copied().collect();
        let range = (*own.iter().min()?, *own.iter().max()?);
        let (mut apart, mut beside) = (Vec::new(), Vec::new());
        for row in marks.rows.iter().filter(|it| FEWEST_SHEETS <= it.totals.len()) {
            let Some(total) = row.totals.get(seat).copied().map(number) else { continue };
            let others = row.totals.iter().filter(|it| it.0 != seat).map(|it| it.1);
            let (all, others) = (numbers(row.totals.values()), numbers(others));
            apart.push(total - mean(&all)?);
            beside.push((total, mean(&others)?));
        }
        let is_enough = FEWEST_PROJECTS <= apart.len();
        let own = numbers(&own);
        Some(Self {
            seat: seat.clone(),
            projects: own.len(),
            mean: mean(&own)?,
            range,
            spread: deviation(&own),
            severity: mean(&apart),
            bounds: interval_of_mean(&apart).filter(|_| is_enough),
            along: correlation(&beside).filter(|_| is_enough),
        })
    }

    /// How far from zero the severity and its interval reach.
    pub(super) fn reach(&self) -> f64 {
        let bounds = self.bounds.map_or(0.0, |it| it.low.abs().max(it.high.abs()));
        bounds.max(self.severity.unwrap_or_default().abs())
    }
}

fn number(total: Decimal) -> f64 {
    f64::try_from(total).unwrap_or_default()
}

fn numbers<'a>(totals: impl IntoIterator<Item = &'a Decimal>) -> Vec<f64> {
    totals.into_iter().copied().map(number).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(rows: &[&[&str]]) -> PanelMarks {
        let judges: Vec<SeatId> =
            (1..=rows[0].len()).map(|nth| format!("A{nth}").as_str().into()).collect();
        let row = |(nth, row): (usize, &&[&str])| {
            let given = judges.iter().zip(*row).filter(|it| *it.1 != "-");
            let totals = given.map(|(seat, it)| (seat.clone(), it.parse().unwrap())).collect();
            MarksRow { project: format!("E{nth}").as_str().into(), totals }
        };
        let rows = rows.iter().enumerate().map(row).collect();
        PanelMarks { judges, rows }
    }

    /// A2 stays out of the project in which all are high: with a zero, or with the mean over all, A2 would
    /// look severe.
    #[test]
    fn a_judge_who_stays_out_is_compared_on_the_rest() {
        let marks = marks(&[&["70", "72", "74"], &["80", "82", "84"], &["96", "-", "98"]]);
        let [one, two, three] = &marks.figures()[..] else { panic!("three judges") };
        assert_eq!((two.projects, two.severity), (2, Some(0.0)));
        assert_eq!((one.projects, three.projects), (3, 3));
        assert!((one.severity.unwrap() + 5.0 / 3.0).abs() < 1e-12);
        assert_eq!((two.mean, two.range), (77.0, (Decimal::from(72), Decimal::from(82))));
        assert_eq!((one.bounds, one.along), (None, None), "three projects are too few to tell");
    }

    #[test]
    fn who_scored_nothing_or_alone_is_compared_with_nobody() {
        let marks = marks(&[&["70", "-"], &["80", "-"]]);
        let figures = marks.figures();
        assert_eq!((figures.len(), figures[0].severity), (1, None));
    }

    #[test]
    fn who_holds_the_scale_upside_down_goes_against_the_others() {
        let rows: Vec<[String; 4]> = (0..8)
            .map(|nth| [70 + nth, 71 + nth, 72 + nth, 90 - nth].map(|total| total.to_string()))
            .collect();
        let rows: Vec<Vec<&str>> =
            rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let marks = marks(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let along: Vec<_> = marks.figures().iter().map(|it| it.along.unwrap()).collect();
        assert!(along[3] < -0.99 && along[0] > 0.99, "{along:?}");
    }

    proptest! {
        /// Where all have scored all, what some are above the mean others are below it.
        #[test]
        fn severities_of_a_whole_panel_are_even(
            totals in prop::collection::vec(prop::collection::vec(0_u8..100, 4), 2..20),
        ) {
            let judges = ["A1", "A2", "A3", "A4"].map(SeatId::from);
            let row = |row: &Vec<u8>| MarksRow {
                project: "E".into(),
                totals: judges.iter().cloned().zip(row.iter().map(|it| Decimal::from(*it))).collect(),
            };
            let marks = PanelMarks { judges: judges.to_vec(), rows: totals.iter().map(row).collect() };
            let sum: f64 = marks.figures().iter().filter_map(|it| it.severity).sum();
            prop_assert!(sum.abs() < 1e-9);
        }
    }
}
