//! One audience's present picture, encoded once for all its screens.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;

use super::frame;
use crate::protocol::{
    Say,
    views::{Written, object},
};

/// A picture with its two frames: the whole of it, and what changed since the one before.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    /// Counts the pictures of this audience; a screen that has `rev - 1` needs only the change.
    pub(super) rev: u64,
    /// The whole picture's frame, made for the first screen that needs it: most have the picture before.
    full: Arc<OnceLock<Bytes>>,
    /// The frame of what changed since the picture before.
    change: Bytes,
    written: Arc<Written>,
}

impl Picture {
    /// The picture that follows this one; `None` when nothing has changed.
    pub(super) fn after(&self, written: Written) -> Option<Self> {
        if self.rev == 0 {
            return Some(Self { rev: 1, written: Arc::new(written), ..Self::default() });
        }
        let mut changed = written.changed_since(&self.written).peekable();
        if changed.peek().is_none() && self.written.len() == written.len() {
            return None;
        }
        let rev = self.rev + 1;
        let change = frame(rev, false, changed);
        Some(Self { rev, full: Arc::default(), change, written: Arc::new(written) })
    }

    /// The frame for a screen that has the picture `seen`.
    pub(super) fn frame_after(&self, seen: u64) -> Bytes {
        if seen > 0 && seen + 1 == self.rev {
            return self.change.clone();
        }
        let whole = || frame(self.rev, true, self.written.sections());
        self.full.get_or_init(whole).clone() // Clones share the bytes.
    }

    /// What it shows, for readers inside the hub.
    pub(super) fn written(&self) -> &Written {
        &self.written
    }
}

fn frame<'a>(rev: u64, full: bool, sections: impl Iterator<Item = (&'a str, &'a str)>) -> Bytes {
    frame::framed(Say::view(rev, full, &object(sections)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Picture;
    use crate::{hub::frame::text, protocol::views::Written};

    fn sections(of: &serde_json::Value) -> Written {
        Written::of(of)
    }

    #[test]
    fn a_screen_that_is_up_to_date_gets_only_what_changed() {
        let first = Picture::default().after(sections(&json!({"a": 1, "b": [2]}))).unwrap();
        let second = first.after(sections(&json!({"a": 1, "b": [3]}))).unwrap();
        assert_eq!(
            text(&second.frame_after(1)),
            r#"{"t":"view","rev":2,"full":false,"view":{"b":[3]}}"#
        );
        let whole = r#"{"t":"view","rev":2,"full":true,"view":{"a":1,"b":[3]}}"#;
        assert_eq!(text(&second.frame_after(0)), whole);
        assert_eq!(second.after(sections(&json!({"a": 1, "b": [3]}))).map(|it| it.rev), None);
    }

    #[test]
    fn a_screen_that_missed_a_picture_gets_the_present_one_whole() {
        let mut picture = Picture::default();
        for n in 0..5 {
            picture = picture.after(sections(&json!({"a": 0, "n": n}))).unwrap();
        }
        let whole = r#"{"t":"view","rev":5,"full":true,"view":{"a":0,"n":4}}"#;
        assert_eq!(text(&picture.frame_after(2)), whole);
    }
}
