//! What is different in a session with a list in it.

use super::{
    entry::{Subject, Value},
    head::{Column, ListKind},
};

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Of whom.
    pub subject: Subject,
    /// What it is.
    pub what: What,
}

/// What happens to a project, a seat or a recusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is new, and this is said of it.
    New(Vec<(Column, Value)>),
    /// Some of it is another.
    Changed(Vec<Changed>),
    /// The list does not have it, and it stays.
    Absent,
    /// The list does not have it, and it goes.
    Removed,
}

/// A value that is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Which.
    pub column: Column,
    /// What it was.
    pub old: Option<Value>,
    /// What it is now.
    pub new: Option<Value>,
}

impl Change {
    /// List after list; in each what goes and what is missing stands last.
    pub(super) fn order(&self) -> (ListKind, u8) {
        let rank = match self.what {
            What::New(_) => 0,
            What::Changed(_) => 1,
            What::Removed => 2,
            What::Absent => 3,
        };
        (self.subject.kind(), rank)
    }
}
