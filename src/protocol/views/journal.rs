//! What a host, a judge and the supervisor see of the journal; boards and timers see nothing of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Sections;
use crate::{
    contest::{Room, RoomId},
    protocol::{HeadLine, HeadMark, Heads, RecordLine},
};

/// The head that people of a room keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalLine {
    /// The hash of the journal's first record, which names it.
    pub id: String,
    /// The head at the room's last lock, release or correction.
    pub mark: Option<HeadMark>,
}

/// The journal as it grows, with the heads that people keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalGrowth {
    /// The hash of the journal's first record, which names it.
    pub id: String,
    /// The head now.
    #[serde(flatten)]
    pub head: HeadLine,
    /// The head at the last lock, release or correction, by room.
    pub marks: BTreeMap<RoomId, HeadMark>,
    /// The newest records, oldest first.
    #[serde(default)]
    pub newest: Vec<RecordLine>,
}

impl JournalLine {
    pub(super) fn of(heads: &Heads, room: &Room) -> Self {
        Self { id: heads.id().to_owned(), mark: heads.of(&room.id).cloned() }
    }
}

impl JournalGrowth {
    pub(super) fn of(heads: &Heads) -> Self {
        let (id, head) = (heads.id().to_owned(), heads.present().clone());
        let newest = heads.records().collect();
        Self { id, head, marks: heads.newest().clone(), newest }
    }
}

/// The journal's name and the heads to keep, of whatever picture has any.
pub fn heads_in(picture: &Sections) -> Option<(String, Vec<HeadLine>)> {
    let journal: Value = picture.part("journal")?;
    let read = |value: &Value| serde_json::from_value::<HeadMark>(value.clone()).ok();
    let marks =
        journal.get("marks").and_then(Value::as_object).into_iter().flat_map(|it| it.values());
    let heads = marks.chain(journal.get("mark")).filter_map(read).map(|it| it.head);
    Some((journal.get("id")?.as_str()?.to_owned(), heads.collect()))
}
