//! Reads the clock of a project: the session's timing, of which a group may override single keys.

use crate::{
    contest::{AtZero, Ms, Timing},
    definition::{
        Complaint,
        table::{Place, Table},
        value::Value,
    },
};

/// How long judges have to score when nobody says.
const SCORING: Ms = Ms::seconds(60);

/// What one `timing` table says.
#[derive(Clone, Default)]
pub(super) struct TimingKeys<'d> {
    /// No time at all where it could not be read.
    presentation: Option<Ms>,
    /// No time at all for `"none"`: a group without questions in a session with them.
    questions: Option<Ms>,
    scoring: Option<Ms>,
    changeover: Option<Ms>,
    warnings: Option<Vec<Ms>>,
    at_zero: Option<AtZero>,
    place: Option<Place<'d>>,
}

impl<'d> TimingKeys<'d> {
    /// Reads a `timing` table.
    pub(super) fn read(mut table: Table<'d>) -> Self {
        let ends = [("hold", AtZero::Hold), ("count-up", AtZero::CountUp)];
        Self {
            presentation: table.may("presentation", |value| Some(value.span().unwrap_or_default())),
            questions: table.may("questions", |value| {
                if value.is("none") { Some(Ms::ZERO) } else { value.span() }
            }),
            scoring: table.may("scoring", Value::span),
            changeover: table.may("changeover", Value::span),
            warnings: table.may("warnings", |value| {
                let mut spans: Vec<_> = value.list()?.into_iter().filter_map(Value::span).collect();
                spans.sort_by(|one, other| other.cmp(one));
                spans.dedup();
                Some(spans)
            }),
            at_zero: table.may("at-zero", |value| value.one_of(&ends)),
            place: Some(table.place()),
        }
    }

    /// This timing with another's keys where it has none of its own.
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            presentation: self.presentation.or(other.presentation),
            questions: self.questions.or(other.questions),
            scoring: self.scoring.or(other.scoring),
            changeover: self.changeover.or(other.changeover),
            warnings: self.warnings.or_else(|| other.warnings.clone()),
            at_zero: self.at_zero.or(other.at_zero),
            place: self.place.or(other.place),
        }
    }

    /// The timing of a group in this session.
    pub(super) fn resolve(self, session: Place<'_>) -> Timing {
        if self.presentation.is_none() {
            let key = if self.place.is_some() { "presentation" } else { "timing" };
            let key = key.to_owned();
            self.place.unwrap_or(session).complain_here(Complaint::MissingKey { key });
        }
        let warnings = self.warnings.unwrap_or_default();
        let questions = self.questions.filter(|length| *length > Ms::ZERO);
        for (phase, length) in [("presentation", self.presentation), ("questions", questions)] {
            let Some(length) = length.filter(|length| *length > Ms::ZERO) else { continue };
            for warning in warnings.iter().filter(|warning| **warning >= length) {
                let (warning, length) = (minutes(*warning), minutes(length));
                let complaint =
                    Complaint::WarningTooLong { warning, phase: phase.to_owned(), length };
                self.place.unwrap_or(session).complain("warnings", complaint);
            }
        }
        Timing {
            presentation: self.presentation.unwrap_or_default(),
            questions,
            scoring: self.scoring.unwrap_or(SCORING),
            changeover: self.changeover.unwrap_or_default(),
            warnings,
            at_zero: self.at_zero.unwrap_or(AtZero::CountUp),
        }
    }
}

/// A span as a file writes it: `1:30`.
fn minutes(span: Ms) -> String {
    let seconds = span.0 / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
