//! One audience's present picture, encoded once for all its screens.

use std::sync::Arc;

use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::protocol::{Say, views::Sections};

/// A picture with its two frames: the whole of it, and what changed since the one before.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    /// Counts the pictures of this audience; a screen that has `rev - 1` needs only the change.
    pub(super) rev: u64,
    /// The whole picture's frame; clones share the bytes.
    pub(super) full: Utf8Bytes,
    /// The frame of what changed since the picture before.
    pub(super) change: Utf8Bytes,
    sections: Arc<Sections>,
}

impl Picture {
    /// The picture that follows this one; `None` when nothing has changed.
    pub(super) fn after(&self, sections: Sections) -> Option<Self> {
        if self.rev > 0 && *self.sections == sections {
            return None;
        }
        let rev = self.rev + 1;
        let same = |name: &String| self.sections.get(name) == sections.get(name);
        let changed: Sections = sections
            .iter()
            .filter(|(name, _)| !same(name))
            .map(|(name, section)| (name.clone(), section.clone()))
            .collect();
        let frame = |full, view| Utf8Bytes::from(Say::View { rev, full, view }.encode());
        Some(Self {
            rev,
            full: frame(true, sections.clone()),
            change: frame(false, changed),
            sections: Arc::new(sections),
        })
    }

    /// The frame for a screen that has the picture `seen`.
    pub(super) fn frame_after(&self, seen: u64) -> Utf8Bytes {
        if seen > 0 && seen + 1 == self.rev { self.change.clone() } else { self.full.clone() }
    }

    /// What it shows, for readers inside the hub.
    pub(super) fn sections(&self) -> &Arc<Sections> {
        &self.sections
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Picture;
    use crate::protocol::views::Sections;

    fn sections(of: &serde_json::Value) -> Sections {
        of.as_object().unwrap().clone()
    }

    #[test]
    fn a_screen_that_is_up_to_date_gets_only_what_changed() {
        let first = Picture::default().after(sections(&json!({"a": 1, "b": [2]}))).unwrap();
        let second = first.after(sections(&json!({"a": 1, "b": [3]}))).unwrap();
        assert_eq!(second.frame_after(1), r#"{"t":"view","rev":2,"full":false,"view":{"b":[3]}}"#);
        let whole = r#"{"t":"view","rev":2,"full":true,"view":{"a":1,"b":[3]}}"#;
        assert_eq!(second.frame_after(0), whole);
        assert_eq!(second.after(sections(&json!({"a": 1, "b": [3]}))).map(|it| it.rev), None);
    }

    #[test]
    fn a_screen_that_missed_a_picture_gets_the_present_one_whole() {
        let mut picture = Picture::default();
        for n in 0..5 {
            picture = picture.after(sections(&json!({"a": 0, "n": n}))).unwrap();
        }
        let whole = r#"{"t":"view","rev":5,"full":true,"view":{"a":0,"n":4}}"#;
        assert_eq!(picture.frame_after(2), whole);
    }
}
