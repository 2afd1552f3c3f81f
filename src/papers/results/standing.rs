//! A ranked project in `results.json`, with all that its score is made of. What a session does not
//! have, such as panels or deductions, its file does not mention.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    contest::{
        Carried, CriterionId, Deduction, Dropped, Exact, Method, PanelScore, Rounding, SeatId,
        Standing,
    },
    words::Words,
};

/// How many decimals a coefficient is printed with; computed is with the fraction.
const DECIMALS: u32 = 6;

/// A ranked project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingRow {
    /// From 1; equal scores share a place and use up the next.
    pub place: u32,
    /// The project's number.
    pub project: String,
    /// Its name.
    pub name: String,
    /// Its score as text, with as many decimals as the rules say.
    pub score: String,
    /// Its award, or nothing.
    pub award: Option<String>,
    /// How many judges have scored it.
    pub judges: usize,
    /// How many sheets there are, dropped ones too.
    pub sheets: usize,
    /// The score before it was rounded, as a fraction: `365/4`.
    pub exact: String,
    /// What it is: from few sheets a trimmed mean may have become a plain one. Of several panels
    /// that of the first.
    pub method: Method,
    /// The judges whose sheets were dropped, or lists of them by criterion; of all panels.
    pub dropped: Dropped,
    /// The rule that separated it from the projects with the same score, or nothing.
    pub tie: Option<String>,
    /// What each panel's sheets come to, where there are panels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panels: Vec<PanelRow>,
    /// What was carried in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<CarriedRow>,
    /// What the live score was multiplied by for its room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_coefficient: Option<CoefficientRow>,
    /// The rounded score before something was taken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_deductions: Option<String>,
    /// What was taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<DeductionRow>,
    /// All of it together, for tables.
    #[serde(skip)]
    deducted: Option<String>,
}

/// What one panel's sheets come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelRow {
    /// The panel's id.
    pub id: String,
    /// Its share of the live score.
    pub weight: String,
    /// Its value rounded for print; the score goes on from the exact one.
    pub score: String,
    /// Its value as a fraction.
    pub exact: String,
    /// How many of its judges have scored the project.
    pub sheets: usize,
    /// How its value was computed.
    pub method: Method,
    /// Its judges whose sheets were dropped, or lists of them by criterion.
    pub dropped: Dropped,
}

/// A component that was carried in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedRow {
    /// The component's id.
    pub id: String,
    /// Its share of the score.
    pub weight: String,
    /// The project's value.
    pub value: String,
}

/// A room's coefficient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoefficientRow {
    /// As a fraction.
    pub exact: String,
    /// With six decimals, for print.
    pub decimal: String,
}

/// Points that were taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeductionRow {
    /// By which rule of the session.
    pub rule: String,
    /// How many units.
    pub units: u32,
    /// All of it in points.
    pub points: String,
    /// Why.
    pub reason: String,
}

/// A column of CSV and tables that only some contests need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extra {
    /// The room's coefficient.
    Coefficient,
    /// How many points were taken off, together.
    Deductions,
}

impl Extra {
    /// The columns that these projects need.
    pub(super) fn of<'r>(rows: impl IntoIterator<Item = &'r StandingRow>) -> Vec<Self> {
        let rows: Vec<_> = rows.into_iter().collect();
        let is_needed = |it: &Self| rows.iter().any(|row| !it.cell(row).is_empty());
        [Self::Coefficient, Self::Deductions].into_iter().filter(is_needed).collect()
    }

    /// What heads the column; the text `results-…` says it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Coefficient => "coefficient",
            Self::Deductions => "deductions",
        }
    }

    /// What stands in a project's line.
    pub(super) fn cell(self, row: &StandingRow) -> String {
        match self {
            Self::Coefficient => {
                row.room_coefficient.as_ref().map(|it| it.decimal.clone()).unwrap_or_default()
            }
            Self::Deductions => row.deducted.clone().unwrap_or_default(),
        }
    }
}

impl StandingRow {
    pub(super) fn of(standing: Standing, words: &Words) -> Self {
        let Standing { place, project, name, score, award, tie, made_of } = standing;
        let sheets = made_of.sheets();
        let has_panels = made_of.panels.iter().any(|it| it.panel.is_some());
        let taken = !made_of.deductions.is_empty();
        let deducted = taken.then(|| made_of.deducted().to_string());
        Self {
            place,
            project: project.to_string(),
            name: words.pick(name.both()).to_owned(),
            score: score.to_string(),
            award: award.map(|award| words.pick(award.both()).to_owned()),
            judges: sheets,
            sheets,
            exact: made_of.exact.to_string(),
            method: made_of.panels.first().map(|it| it.tally.method).unwrap_or_default(),
            dropped: all_dropped(&made_of.panels),
            tie: tie.map(|rule| rule.to_string()),
            panels: (made_of.panels.into_iter().filter(|_| has_panels)).map(Into::into).collect(),
            carried: made_of.carried.into_iter().map(Into::into).collect(),
            room_coefficient: made_of.coefficient.map(Into::into),
            before_deductions: taken.then(|| made_of.rounded.to_string()),
            deductions: made_of.deductions.into_iter().map(Into::into).collect(),
            deducted,
        }
    }
}

/// The dropped sheets of all panels; a rubric drops by totals or by criteria, not by both.
fn all_dropped(panels: &[PanelScore]) -> Dropped {
    let (mut sheets, mut by_criterion) = (Vec::new(), BTreeMap::<CriterionId, Vec<SeatId>>::new());
    for panel in panels {
        match &panel.tally.dropped {
            Dropped::Sheets(seats) => sheets.extend_from_slice(seats),
            Dropped::ByCriterion(seats) => {
                for (criterion, seats) in seats {
                    by_criterion.entry(criterion.clone()).or_default().extend_from_slice(seats);
                }
            }
        }
    }
    if by_criterion.is_empty() {
        Dropped::Sheets(sheets)
    } else {
        Dropped::ByCriterion(by_criterion)
    }
}

impl From<PanelScore> for PanelRow {
    fn from(PanelScore { panel, weight, tally }: PanelScore) -> Self {
        Self {
            id: panel.map(|it| it.to_string()).unwrap_or_default(),
            weight: weight.to_string(),
            score: tally.rounded.to_string(),
            exact: tally.exact.to_string(),
            sheets: tally.sheets,
            method: tally.method,
            dropped: tally.dropped,
        }
    }
}

impl From<Carried> for CarriedRow {
    fn from(Carried { component, weight, value }: Carried) -> Self {
        Self { id: component.to_string(), weight: weight.to_string(), value: value.to_string() }
    }
}

impl From<Exact> for CoefficientRow {
    fn from(exact: Exact) -> Self {
        let decimal = exact.print(DECIMALS, Rounding::HalfUp);
        Self { exact: exact.to_string(), decimal }
    }
}

impl From<Deduction> for DeductionRow {
    fn from(Deduction { rule, units, points, reason, .. }: Deduction) -> Self {
        Self { rule: rule.to_string(), units, points: points.to_string(), reason }
    }
}
