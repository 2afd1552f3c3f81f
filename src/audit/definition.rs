//! The definition of a final as its journal states it (`docs/session-format.md`), in small shapes of
//! the audit's own: only what scores, places and awards hang on.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

pub use super::rules::{AwardTies, Below, DropBy, Method, RankBy, RoundAt, Rules, Tie};
use super::{
    Fraction,
    number::{Number, zero},
};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Text {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A whole final.
#[derive(Debug, Clone, Deserialize)]
pub struct Session {
    /// Its name among sessions.
    pub id: String,
    /// What the board says on top.
    pub title: Text,
    /// What it takes to trust its scores.
    #[serde(default)]
    pub safeguards: Safeguards,
    /// In the order of the results.
    pub groups: Vec<Group>,
    /// With their judges and run orders.
    pub rooms: Vec<Room>,
    /// Every project, those in reserve too.
    pub projects: Vec<Project>,
    /// What is carried in.
    #[serde(default)]
    pub carry: Vec<Carry>,
    /// The panels; none where all judges are one.
    #[serde(default)]
    pub panels: Vec<Panel>,
    /// Whether rooms are brought to the same mean.
    #[serde(default)]
    pub room_coefficient: bool,
    /// What points are taken off for.
    #[serde(default)]
    pub deductions: Vec<DeductionRule>,
    /// How the run order was drawn; nothing where it was not.
    #[serde(default)]
    pub draw: Option<Value>,
}

/// What a session asks for so that nobody has to be trusted alone.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Safeguards {
    /// Whether a release takes two persons.
    #[serde(default)]
    pub co_signed_release: bool,
    /// Whether sheets come in sealed.
    #[serde(default)]
    pub sealed_sheets: bool,
}

/// Projects that are ranked among themselves.
#[derive(Debug, Clone, Deserialize)]
pub struct Group {
    /// Its name in files.
    pub id: String,
    /// Its name for people.
    pub name: Text,
    /// What its projects are judged by; `None` in a showcase.
    pub rubric: Option<Rubric>,
    /// Highest first.
    pub awards: Vec<Award>,
    /// How long its phases take.
    pub timing: Timing,
    /// How long a place that has become free is filled.
    #[serde(default)]
    pub backfill: Backfill,
}

/// The phases of a project that a session may leave out.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Timing {
    /// Questions and answers; `None` where there are none.
    pub questions: Option<i64>,
}

/// Until when the next in reserve takes the place of one that left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Backfill {
    /// Not at all.
    #[default]
    Never,
    /// Until the run order is drawn.
    Draw,
    /// Until the group's first call.
    Opening,
    /// Until the turn of the one that left.
    Turn,
}

/// What points are taken off for.
#[derive(Debug, Clone, Deserialize)]
pub struct DeductionRule {
    /// Its name in files.
    pub id: String,
    /// What a unit costs.
    pub points: Number,
    /// The most units of one project.
    pub most: Option<u32>,
}

/// An award, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Award {
    /// What it is called.
    pub name: Text,
    /// How many there are.
    pub places: u32,
}

/// A room.
#[derive(Debug, Clone, Deserialize)]
pub struct Room {
    /// Its name in files.
    pub id: String,
    /// Its judges' seats.
    pub judges: Vec<Judge>,
    /// The run order that the evening begins with.
    pub order: Vec<String>,
}

/// A judge's seat.
#[derive(Debug, Clone, Deserialize)]
pub struct Judge {
    /// Its name in links and records.
    pub id: String,
    /// The panel it belongs to, where there are several.
    pub panel: Option<String>,
    /// The projects it stays out of, declared before the day.
    #[serde(default)]
    pub recused: Vec<Recusal>,
}

/// A recusal that was declared before the day.
#[derive(Debug, Clone, Deserialize)]
pub struct Recusal {
    /// The project.
    pub project: String,
}

/// One entry of the contest.
#[derive(Debug, Clone, Deserialize)]
pub struct Project {
    /// Its number on stage.
    pub id: String,
    /// Its group.
    pub group: String,
    /// Its name.
    pub name: Text,
    /// Its rank in reserve; `None` for a finalist.
    #[serde(default)]
    pub reserve: Option<u32>,
    /// What it brings along.
    #[serde(default)]
    pub carried: BTreeMap<String, Number>,
}

/// A panel, or a component that is carried in: its share.
#[derive(Debug, Clone, Deserialize)]
pub struct Panel {
    /// Its name in files.
    pub id: String,
    /// Its share.
    pub weight: Number,
}

/// A component that is carried in.
pub type Carry = Panel;

/// A score sheet's form.
#[derive(Debug, Clone, Deserialize)]
pub struct Rubric {
    /// In the order of the sheet.
    pub criteria: Vec<Criterion>,
    /// The smallest step of a mark; none is six digits after the point.
    pub step: Option<Number>,
    /// How sheets become a score and scores become places.
    #[serde(default)]
    pub scoring: Rules,
}

/// A line of a rubric, or a head over items.
#[derive(Debug, Clone, Deserialize)]
pub struct Criterion {
    /// Its name in sheets.
    pub id: String,
    /// The highest mark.
    pub max: Number,
    /// What a mark is multiplied by; an item's counts inside its head's.
    pub weight: Number,
    /// Whether it is passed or failed.
    #[serde(default)]
    pub gate: bool,
    /// The items under a head.
    #[serde(default)]
    pub items: Vec<Criterion>,
}

/// A judge's marks by criterion.
pub type Marks = BTreeMap<String, Number>;

/// What the jury chair has decided about exactly these projects.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ruling {
    /// Best first; those together share their place.
    pub order: Vec<Vec<String>>,
    /// Why.
    pub reason: String,
}

/// Points taken off.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Deduction {
    /// Its number among the project's.
    pub number: u32,
    /// By which rule.
    pub rule: String,
    /// How many units.
    pub units: u32,
    /// All of it in points.
    pub points: Number,
    /// Why.
    pub reason: String,
}

impl Session {
    /// The group of this id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|it| it.id == id)
    }

    /// The project of this id.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|it| it.id == id)
    }

    /// The panel of a judge's seat, where there are several.
    pub fn panel_of(&self, seat: &str) -> Option<&str> {
        let mut judges = self.rooms.iter().flat_map(|room| &room.judges);
        judges.find(|it| it.id == seat)?.panel.as_deref()
    }
}

impl Rubric {
    /// Reads a rubric from the JSON of a journal's opening.
    ///
    /// # Errors
    ///
    /// When something is missing in it, or is no rule that is known here.
    pub fn read(json: &Value) -> Result<Self, serde_json::Error> {
        Self::deserialize(json)
    }

    /// What gets marks, each with its weight in the total.
    pub(super) fn marked(&self) -> Vec<(&Criterion, Fraction)> {
        let mut marked = Vec::new();
        for head in &self.criteria {
            if head.items.is_empty() {
                marked.push((head, head.weight.value.clone()));
            }
            for item in &head.items {
                marked.push((item, &head.weight.value * &item.weight.value));
            }
        }
        marked
    }

    /// What brings points, each with its weight in the total.
    pub(super) fn scored(&self) -> Vec<(&str, Fraction)> {
        let marked = self.marked().into_iter().filter(|(criterion, _)| !criterion.gate);
        marked.map(|(criterion, weight)| (criterion.id.as_str(), weight)).collect()
    }

    /// A judge's total.
    pub(super) fn total(&self, marks: &Marks) -> Fraction {
        let scored = self.scored().into_iter();
        scored.map(|(criterion, weight)| weight * mark(marks, criterion)).sum()
    }

    /// A judge's mark for a criterion; for a head the sum of weight × mark over its items.
    pub(super) fn part(&self, criterion: &str, marks: &Marks) -> Fraction {
        let head = self.criteria.iter().find(|it| it.id == criterion && !it.items.is_empty());
        let Some(head) = head else { return mark(marks, criterion) };
        head.items.iter().map(|item| &item.weight.value * mark(marks, &item.id)).sum()
    }

    /// The first criterion at which these marks are no whole sheet: one is missing, too high, below
    /// zero, between two steps, or not in the rubric.
    pub(super) fn misfit(&self, marks: &Marks) -> Option<String> {
        let marked = self.marked();
        for (criterion, _) in &marked {
            let fits = marks.get(&criterion.id).is_some_and(|it| self.fits(criterion, &it.value));
            if !fits {
                return Some(criterion.id.clone());
            }
        }
        marks.keys().find(|id| !marked.iter().any(|it| it.0.id == **id)).cloned()
    }

    fn fits(&self, criterion: &Criterion, mark: &Fraction) -> bool {
        let is_on_step = match &self.step {
            _ if criterion.gate => mark.is_integer(),
            Some(step) => step.value > zero() && (mark / &step.value).is_integer(),
            None => (mark * Fraction::from(num_bigint::BigInt::from(1_000_000))).is_integer(),
        };
        zero() <= *mark && *mark <= criterion.max.value && is_on_step
    }
}

/// The mark for a criterion; nothing where there is none.
pub(super) fn mark(marks: &Marks, criterion: &str) -> Fraction {
    marks.get(criterion).map_or_else(zero, |it| it.value.clone())
}
