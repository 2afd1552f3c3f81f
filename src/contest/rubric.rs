//! What is judged: criteria on one or two levels, their maxima, weights and bands.
//!
//! A rubric belongs to a group. It knows what a sheet must hold and what a judge's total is; how
//! sheets become a project's score is `tally.rs`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{CriterionId, Marks, Refusal, Scoring, Text};

/// The smallest step of a mark where the rubric states none.
const FINEST: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// A score sheet's form (评分表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// Its name among rubrics.
    pub id: String,
    /// Its heading on sheets and papers.
    pub title: Text,
    /// Where it comes from, and that it is an example where it is one.
    pub source: Option<Text>,
    /// The smallest step of a mark; `None` allows six decimals.
    pub step: Option<Decimal>,
    /// What it is judged by, in the order of the sheet.
    pub criteria: Vec<Criterion>,
    /// How sheets become a score and scores become places.
    #[serde(default, skip_serializing_if = "Scoring::is_default")]
    pub scoring: Scoring,
}

/// One line of a rubric, or a head over several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its name in sheets and files.
    pub id: CriterionId,
    /// What the judge reads.
    pub name: Text,
    /// What to look at, in a sentence.
    pub hint: Option<Text>,
    /// The highest mark; of a head the sum of its items' weight × maximum.
    pub max: Decimal,
    /// What a mark is multiplied by in the judge's total; an item's counts inside its head's. Of a
    /// gate it is 0.
    pub weight: Decimal,
    /// Whether it is passed or failed instead of marked with points; its maximum is then 1.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gate: bool,
    /// Named ranges, a help for the judge and never a check.
    pub bands: Vec<Band>,
    /// The items under a head; empty for a criterion that is marked itself.
    pub items: Vec<Criterion>,
}

/// A named range of marks (分档) on a judge's screen. Bands overlap at the edges in real rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// What it is called: 很好.
    pub name: Text,
    /// Its lower end; it reaches up to the next band, or to the maximum.
    pub from: Decimal,
}

impl Criterion {
    /// Whether this is its id, or that of an item under it.
    pub(super) fn names(&self, id: &CriterionId) -> bool {
        self.id == *id || self.items.iter().any(|item| item.id == *id)
    }
}

impl Rubric {
    /// The criteria that get marks, in the order of the sheet, each with its weight in the total.
    pub fn marked(&self) -> impl Iterator<Item = (&Criterion, Decimal)> {
        self.criteria.iter().flat_map(|head| {
            let own = head.items.is_empty().then_some((head, head.weight));
            own.into_iter().chain(head.items.iter().map(|item| (item, head.weight * item.weight)))
        })
    }

    /// The criteria that bring points, each with its weight in the total.
    pub fn scored(&self) -> impl Iterator<Item = (&CriterionId, Decimal)> {
        let points = self.marked().filter(|(criterion, _)| !criterion.gate);
        points.map(|(criterion, weight)| (&criterion.id, weight))
    }

    /// The criteria that are passed or failed.
    pub fn gates(&self) -> impl Iterator<Item = &CriterionId> {
        self.criteria.iter().filter(|criterion| criterion.gate).map(|criterion| &criterion.id)
    }

    /// The highest total a judge can give: the sum of weight × maximum.
    pub fn full_marks(&self) -> Decimal {
        self.marked().map(|(criterion, weight)| weight * criterion.max).sum()
    }

    /// A judge's total: the sum of weight × mark over the criteria that have one.
    pub fn total(&self, marks: &Marks) -> Decimal {
        let points =
            |(criterion, weight): (&Criterion, _)| Some(weight * *marks.get(&criterion.id)?);
        self.marked().filter_map(points).fold(Decimal::ZERO, |sum, it| sum + it)
    }

    /// A judge's mark for a criterion; for a head the sum of weight × mark over its items.
    pub fn part(&self, criterion: &CriterionId, marks: &Marks) -> Decimal {
        let mark = |id: &CriterionId| marks.get(id).copied().unwrap_or_default();
        match self.criteria.iter().find(|head| head.id == *criterion) {
            Some(head) if !head.items.is_empty() => {
                head.items.iter().map(|item| item.weight * mark(&item.id)).sum()
            }
            _ => mark(criterion),
        }
    }

    /// The smallest step of this criterion's marks.
    pub fn step_of(&self, criterion: &Criterion) -> Decimal {
        if criterion.gate { Decimal::ONE } else { self.step.unwrap_or(FINEST) }
    }

    /// How many decimals marks are written with: as many as their step has.
    pub fn decimals(&self) -> u32 {
        self.step.map_or(0, |step| step.normalize().scale())
    }

    /// The same of this criterion's marks; a gate has none.
    pub fn decimals_of(&self, criterion: &Criterion) -> u32 {
        if criterion.gate { 0 } else { self.decimals() }
    }

    /// Whether these marks make a whole sheet.
    ///
    /// # Errors
    ///
    /// The first criterion, in the order of the sheet, that is unmarked, out of range or off step;
    /// or a mark for a criterion that is not in the rubric.
    pub fn check(&self, marks: &Marks) -> Result<(), Refusal> {
        for (criterion, _) in self.marked() {
            let mark = *marks
                .get(&criterion.id)
                .ok_or_else(|| Refusal::MarkMissing { criterion: criterion.id.clone() })?;
            self.check_mark(criterion, mark)?;
        }
        match marks.keys().find(|id| !self.marked().any(|(criterion, _)| criterion.id == **id)) {
            Some(stranger) => Err(Refusal::NoSuchCriterion { criterion: stranger.clone() }),
            None => Ok(()),
        }
    }

    /// Whether one mark fits its criterion.
    ///
    /// # Errors
    ///
    /// When it is below zero, above the maximum, or between two steps.
    pub fn check_mark(&self, criterion: &Criterion, mark: Decimal) -> Result<(), Refusal> {
        if mark < Decimal::ZERO || criterion.max < mark {
            let (criterion, max) = (criterion.id.clone(), criterion.max);
            return Err(Refusal::MarkOutOfRange { criterion, mark, max });
        }
        let step = self.step_of(criterion);
        if (mark % step).is_zero() {
            return Ok(());
        }
        Err(Refusal::MarkOffStep { criterion: criterion.id.clone(), mark, step })
    }
}
