//! The lines of a list: each says which project, seat or conflict of interest it is about, and what of it.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    head::{Column, ListKind},
    sheet::{At, Source},
};
use crate::{
    contest::{ProjectId, SeatId, Text},
    definition::{Complaint, Problem},
};

/// Whom a line is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A project.
    Project(ProjectId),
    /// A judge's seat.
    Judge(SeatId),
    /// A judge who stays out of a project.
    Recusal(SeatId, ProjectId),
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text in both languages, or the same in both.
    Text(Text),
    /// An id, or one of a few words.
    Word(String),
    /// A whole number.
    Count(u32),
    /// A day.
    Day(NaiveDate),
    /// A decimal.
    Points(Decimal),
}

/// A line of a list.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Entry {
    pub(in crate::definition) subject: Subject,
    pub(in crate::definition) fields: Vec<Field>,
    /// Where it stands.
    pub(in crate::definition) source: Arc<Source>,
    pub(in crate::definition) at: At,
}

/// One thing that a line says.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Field {
    pub(in crate::definition) column: Column,
    /// What it is; `None` where the list says that it is nothing.
    pub(in crate::definition) value: Option<Value>,
    pub(in crate::definition) at: At,
}

impl Subject {
    /// The list that it stands in.
    pub fn kind(&self) -> ListKind {
        match self {
            Self::Project(_) => ListKind::Projects,
            Self::Judge(_) => ListKind::Judges,
            Self::Recusal(..) => ListKind::Recusals,
        }
    }
}

impl Entry {
    /// What it says in a column.
    pub(in crate::definition) fn value(&self, column: &Column) -> Option<&Value> {
        self.fields.iter().find(|it| it.column == *column)?.value.as_ref()
    }

    /// What is wrong with it, at the cell of this key where it has one.
    pub(in crate::definition) fn problem(&self, key: &str, complaint: Complaint) -> Problem {
        let field = self.fields.iter().find(|it| it.column.key() == key);
        self.source.problem(field.map_or(self.at, |it| it.at), complaint)
    }
}

impl Value {
    /// The word it is.
    pub(in crate::definition) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}
