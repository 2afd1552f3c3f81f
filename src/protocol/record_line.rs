//! A record of the journal as the supervisor sees it come in: when, by whom, and what it says.
//!
//! It is what the log prints (`crate::papers::log`), without marks; those stand on the sheets.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::contest::{At, Fact, Seat};

/// What is long, or nobody reads in a line: marks, nonces and seals, and scores as they were locked.
const LEFT_OUT: [&str; 4] = ["marks", "score", "nonce", "seal"];

/// A record of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordLine {
    /// Its number.
    pub seq: u64,
    /// When it was made.
    pub at: At,
    /// The seat that asked; `None` for what the hub does by itself.
    pub by: Option<Seat>,
    /// What happened, as in the journal but for what is left out.
    pub fact: Value,
}

impl RecordLine {
    /// The line of a stored record.
    pub fn of(seq: u64, (at, by): (At, Option<&Seat>), fact: &Fact) -> Self {
        let by = by.cloned();
        Self { seq, at, by, fact: told(fact) }
    }
}

fn told(fact: &Fact) -> Value {
    let mut told = serde_json::to_value(fact).unwrap_or_default();
    let act = told.get_mut("act").and_then(Value::as_object_mut);
    act.into_iter().for_each(without_marks);
    let fact = told.as_object_mut();
    fact.into_iter().for_each(without_marks);
    // Of the definition its name; the whole of it would be most of the picture.
    if let Some(session) = told.get_mut("session").and_then(Value::as_object_mut) {
        session.retain(|key, _| matches!(key.as_str(), "id" | "title"));
    }
    told
}

fn without_marks(fields: &mut Map<String, Value>) {
    fields.retain(|key, _| !LEFT_OUT.contains(&key.as_str()));
}
