//! What a paper says of the journal that it was made from: its head, its last seal, and whether it is a
//! rehearsal's.

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// The journal that a paper was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalRow {
    /// The number of its last record.
    pub seq: u64,
    /// That record's hash, 64 hex digits: it stands for the whole journal.
    pub hash: String,
    /// Both in short, as screens show it: `412 3f2a 9c1b`.
    pub head: String,
    /// The last seal; it is only repeated here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<SealRow>,
}

/// The seal of an orderly close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealRow {
    /// The number of the record that it signs.
    pub seq: u64,
    /// The hub's public key, Ed25519, 64 hex digits.
    pub key: String,
}

/// A table under the word of a rehearsal, and above the head of its journal.
pub(super) fn framed(
    tables: &str,
    rehearsal: bool,
    journal: Option<&JournalRow>,
    words: &Words,
) -> String {
    let above = rehearsal.then(|| words.say("results-is-rehearsal"));
    let head =
        |row: &JournalRow| words.tell("results-journal", &[("head", row.head.clone().into())]);
    let parts = [above, Some(tables.to_owned()), journal.map(head)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}
