//! A text from a session or rubric in the two languages that screens speak.

use serde::{Deserialize, Serialize};

/// What people read: in a file a string that serves both languages, or `{ zh = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// Both languages, Chinese first: what a screen picks from.
    pub fn both(&self) -> (&str, &str) {
        (&self.zh, &self.en)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self { zh: text.to_owned(), en: text.to_owned() }
    }
}
