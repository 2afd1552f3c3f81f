//! What the sheets of one panel come to, by the rubric's [`super::Scoring`].
//!
//! One computation serves all methods: for each criterion the marks that count are added up,
//! divided, weighted and summed, and rounded where the rules say. A mean counts all marks, a trimmed
//! mean all but those dropped at both ends, a median the middle one or two.
//!
//! What always holds, and the test that guards it:
//!
//! - it agrees with a second, slow computation on fractions: `the_engine_agrees_with_the_slow_one`;
//! - raising a mark never costs a place: `raising_a_mark_never_costs_a_place`;
//! - the order of the sheets does not matter: `the_order_of_the_sheets_does_not_matter`;
//! - a seat without a sheet is left out and never zero: `a_missing_sheet_is_never_a_zero`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    Below, CriterionId, DropBy, Exact, Marks, Method, RoundAt, Rubric, Scoring, SeatId, TieRule,
    Untallied, exact,
};

/// The most sheets of one panel; with them every sum is exact.
pub const MOST_SHEETS: usize = 1_000;

/// What a panel's sheets come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Before it is rounded; of steps before it that are rounded the rounded results.
    pub exact: Exact,
    /// Rounded, for print: a score goes on from the exact value.
    pub rounded: Decimal,
    /// How it was computed from so many sheets: a trimmed mean may have become a plain one.
    pub method: Method,
    /// How many sheets there are, dropped ones too.
    pub sheets: usize,
    /// Which sheets a trimmed mean left out.
    pub dropped: Dropped,
    /// The panel's value of every criterion with points, in the order of the sheet.
    pub criteria: Vec<(CriterionId, Exact)>,
    /// Every judge's total.
    pub totals: BTreeMap<SeatId, Decimal>,
    /// What each of the tie rules compares; `None` for those that compare nothing in a panel.
    pub(super) tie_values: Vec<Option<Exact>>,
}

/// Which sheets a trimmed mean left out. A median leaves out none: all decide where its middle is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Dropped {
    /// As wholes, by their totals.
    Sheets(Vec<SeatId>),
    /// Criterion by criterion.
    ByCriterion(BTreeMap<CriterionId, Vec<SeatId>>),
}

/// What these sheets come to. Gates are not looked at: they are a matter of all panels together.
///
/// Of equal extremes exactly as many are dropped as the rules say: sheets stand in the order of
/// their totals (marks, where each criterion is trimmed by itself), equal ones in the order of their
/// seats; the first and the last are dropped.
///
/// # Errors
///
/// Why there is none.
pub fn tally<'a>(
    rubric: &Rubric,
    sheets: impl IntoIterator<Item = (&'a SeatId, &'a Marks)>,
) -> Result<Tally, Untallied> {
    let sheets = Sheets::of(rubric, sheets);
    let method = can_be_tallied(&rubric.scoring, sheets.lines.len())?;
    Ok(sheets.tally(method))
}

/// How so many sheets are scored.
///
/// # Errors
///
/// When they are too few.
pub fn can_be_tallied(scoring: &Scoring, sheets: usize) -> Result<Method, Untallied> {
    let count = u32::try_from(sheets).unwrap_or(u32::MAX);
    let trims_from = scoring.trims_from();
    match scoring.method {
        _ if sheets == 0 => Err(Untallied::Unscored),
        _ if count < scoring.at_least => {
            Err(Untallied::TooFewSheets { sheets, needed: scoring.at_least })
        }
        Method::TrimmedMean if count < trims_from => match scoring.below {
            Below::Mean => Ok(Method::Mean),
            Below::Refuse => Err(Untallied::TooFewToTrim { sheets, needed: trims_from }),
        },
        method => Ok(method),
    }
}

/// The sheets of one panel for one project, in the order of their totals.
struct Sheets<'r, 'a> {
    rubric: &'r Rubric,
    lines: Vec<Line<'a>>,
}

/// One sheet, or one mark of it, with what it is ordered by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Line<'a> {
    value: Decimal,
    seat: &'a SeatId,
    marks: &'a Marks,
}

/// What counts for one criterion.
struct Part<'a> {
    criterion: &'a CriterionId,
    weight: Decimal,
    sum: Decimal,
}

impl<'r, 'a> Sheets<'r, 'a> {
    fn of(rubric: &'r Rubric, sheets: impl IntoIterator<Item = (&'a SeatId, &'a Marks)>) -> Self {
        let line = |(seat, marks)| Line { value: rubric.total(marks), seat, marks };
        let mut lines: Vec<_> = sheets.into_iter().map(line).collect();
        lines.sort_unstable();
        Self { rubric, lines }
    }

    fn tally(&self, method: Method) -> Tally {
        let scoring = &self.rubric.scoring;
        let ends = self.ends(method);
        let counted = self.lines.len() - 2 * ends;
        let trimmed = if method == Method::TrimmedMean { ends } else { 0 };
        let (parts, dropped): (Vec<_>, _) = match scoring.drop_by {
            DropBy::Total => {
                // At once as long as it mostly will be: this is done for every project.
                let mut parts = Vec::with_capacity(self.rubric.criteria.len());
                parts.extend(self.rubric.scored().map(|it| part(it, &self.lines, ends)));
                (parts, Dropped::Sheets(dropped(&self.lines, trimmed)))
            }
            DropBy::Criterion => {
                let by_mark = self.rubric.scored().map(|(id, weight)| {
                    let lines = self.ordered(|marks| mark(marks, id));
                    (part((id, weight), &lines, ends), (id.clone(), dropped(&lines, trimmed)))
                });
                let (parts, dropped) = by_mark.unzip();
                (parts, Dropped::ByCriterion(dropped))
            }
        };
        let exact = self.sum(&parts, counted);
        Tally {
            rounded: exact.round(scoring.decimals, scoring.rounding),
            exact,
            method,
            sheets: self.lines.len(),
            criteria: parts
                .iter()
                .map(|it| (it.criterion.clone(), self.value(it, counted)))
                .collect(),
            dropped,
            totals: self.lines.iter().map(|it| (it.seat.clone(), it.value)).collect(),
            tie_values: scoring.ties.iter().map(|rule| self.tie_value(rule, ends)).collect(),
        }
    }

    /// How many are left out at each end.
    fn ends(&self, method: Method) -> usize {
        match method {
            Method::Mean => 0,
            Method::TrimmedMean => usize::try_from(self.rubric.scoring.drop).unwrap_or(usize::MAX),
            Method::Median => self.lines.len().saturating_sub(1) / 2,
        }
    }

    /// The sheets in the order of something else than their totals.
    fn ordered(&self, value: impl Fn(&Marks) -> Decimal) -> Vec<Line<'a>> {
        let mut lines = self.lines.clone();
        for line in &mut lines {
            line.value = value(line.marks);
        }
        lines.sort_unstable();
        lines
    }

    /// The panel's value of one criterion.
    fn value(&self, part: &Part<'_>, counted: usize) -> Exact {
        self.at(RoundAt::Criterion, Exact::share(part.sum, counted).unwrap_or_default())
    }

    /// The sum over criteria. Without roundings on the way there is one division only.
    fn sum(&self, parts: &[Part<'_>], counted: usize) -> Exact {
        let scoring = &self.rubric.scoring;
        let Scoring { decimals, rounding, .. } = *scoring;
        let share = |sum| Exact::share(sum, counted).unwrap_or_default();
        let weighted = |part: &Part<'_>| part.weight * part.sum;
        let (criterion, product) =
            (scoring.rounds(RoundAt::Criterion), scoring.rounds(RoundAt::Weighted));
        match (criterion, product) {
            (false, false) => share(parts.iter().map(weighted).sum()),
            (false, true) => {
                let rounded = |part| share(weighted(part)).round(decimals, rounding);
                parts.iter().map(rounded).sum::<Decimal>().into()
            }
            (true, _) => {
                let value = |part: &Part<'_>| share(part.sum).round(decimals, rounding);
                let once = |part: &Part<'_>| part.weight * value(part);
                let twice = |part: &Part<'_>| exact::round(once(part), decimals, rounding);
                let sum: Decimal =
                    parts.iter().map(|it| if product { twice(it) } else { once(it) }).sum();
                sum.into()
            }
        }
    }

    /// What a tie rule compares. The criterion is taken by itself, so that its value does not hang
    /// on which of several equal sheets was dropped.
    fn tie_value(&self, rule: &TieRule, ends: usize) -> Option<Exact> {
        let all = self.lines.len();
        match rule {
            TieRule::UntrimmedSum => Exact::share(self.lines.iter().map(|it| it.value).sum(), all),
            TieRule::HighestSingle => self.lines.last().map(|it| it.value.into()),
            TieRule::Criterion(id) => {
                let lines = self.ordered(|marks| self.rubric.part(id, marks));
                let counted = lines.iter().skip(ends).take(all - 2 * ends);
                let value = Exact::share(counted.map(|it| it.value).sum(), all - 2 * ends);
                value.map(|value| self.at(RoundAt::Criterion, value))
            }
            TieRule::Carried | TieRule::Chair | TieRule::Share => None,
        }
    }

    /// The result of a step, rounded if the rules round it.
    fn at(&self, step: RoundAt, value: Exact) -> Exact {
        let Scoring { decimals, rounding, .. } = self.rubric.scoring;
        if self.rubric.scoring.rounds(step) {
            value.round(decimals, rounding).into()
        } else {
            value
        }
    }
}

/// Of the lines in order, what counts for a criterion.
fn part<'a>(
    (criterion, weight): (&'a CriterionId, Decimal),
    lines: &[Line<'_>],
    ends: usize,
) -> Part<'a> {
    let counted = lines.iter().skip(ends).take(lines.len() - 2 * ends);
    Part { criterion, weight, sum: counted.map(|it| mark(it.marks, criterion)).sum() }
}

fn mark(marks: &Marks, criterion: &CriterionId) -> Decimal {
    marks.get(criterion).copied().unwrap_or_default()
}

/// Whose lines are left out at the ends, in the order of their names.
fn dropped(lines: &[Line<'_>], ends: usize) -> Vec<SeatId> {
    let (first, last) = (lines.iter().take(ends), lines.iter().skip(lines.len() - ends));
    let mut dropped: Vec<_> = first.chain(last).map(|it| it.seat.clone()).collect();
    dropped.sort_unstable();
    dropped
}
