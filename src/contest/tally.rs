//! From judges' sheets to a project's score.
//!
//! The rule: the plain mean of the submitted sheets' totals, computed on exact fractions and rounded
//! once, half up, to two decimals (保留两位小数, 四舍五入; the common form of published rules).

use rust_decimal::Decimal;

use super::{Exact, Marks, Rubric};

/// Decimals of a score.
const DECIMALS: u32 = 2;

/// What a panel's sheets come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Before rounding.
    pub exact: Exact,
    /// Rounded; what is announced and ranked.
    pub rounded: Decimal,
    /// How many sheets it is the mean of.
    pub sheets: usize,
}

/// The score of these sheets; `None` when there are none. A seat without a sheet is not among them:
/// it changes the number that is divided by, and is never a zero.
pub fn score<'a>(rubric: &Rubric, sheets: impl IntoIterator<Item = &'a Marks>) -> Option<Score> {
    let totals: Vec<Exact> = sheets.into_iter().map(|marks| total(rubric, marks)).collect();
    let sheets = totals.len();
    let exact = totals.into_iter().sum::<Exact>().over(sheets)?;
    Some(Score { exact, rounded: exact.round_half_up(DECIMALS), sheets })
}

/// A judge's total as a fraction; equal to [`Rubric::total`], which screens show.
fn total(rubric: &Rubric, marks: &Marks) -> Exact {
    let weighted = rubric
        .marked()
        .filter_map(|(criterion, weight)| Some((weight, *marks.get(&criterion.id)?)));
    weighted.map(|(weight, mark)| Exact::from(weight) * Exact::from(mark)).sum()
}
