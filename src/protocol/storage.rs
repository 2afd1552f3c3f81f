//! How storing goes: what the hosts and the supervisor are told at once when the journal cannot be
//! written, and how old its copies are. Like attendance it is no part of the contest.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::HeadLine;
use crate::contest::At;

/// The journal's health and its copies.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Storage {
    /// Why nothing can be stored; `None` when the last write went well.
    pub trouble: Option<StorageTrouble>,
    /// What was cut off the journal's end when the hub was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Value>,
    /// The folders that copies go to.
    pub copies: Vec<CopyLine>,
}

/// Something that failed, with its code and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorageTrouble {
    /// Since when, in hub time.
    pub since: At,
    /// The error of the journal: its `code`, and its fields beside it.
    #[serde(flatten)]
    pub error: serde_json::Map<String, Value>,
}

/// A folder for copies.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CopyLine {
    /// The folder.
    pub folder: String,
    /// The head of the last good copy, and when it was made; `None` before the first.
    pub last: Option<CopyMade>,
    /// Why the latest copy could not be made; `None` when it could.
    pub trouble: Option<StorageTrouble>,
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyMade {
    /// When, in hub time.
    pub at: At,
    /// The copy's head.
    pub head: HeadLine,
}

impl Storage {
    /// Whether there is anything to show.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

impl StorageTrouble {
    /// What an error says of itself.
    pub fn new(since: At, error: &impl Serialize) -> Self {
        let error = match serde_json::to_value(error) {
            Ok(Value::Object(fields)) => fields,
            _ => serde_json::Map::new(), // Every error has a code, and so is an object.
        };
        Self { since, error }
    }
}
