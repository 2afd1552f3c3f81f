//! The wishes that have no answer yet, in the order they were made.

use uuid::Uuid;

use crate::{contest::Wish, protocol::Ask};

/// Kept until the hub has answered, whatever happens to the link.
#[derive(Debug, Default)]
pub(super) struct Outbox(Vec<(Uuid, Wish)>);

impl Outbox {
    /// Keeps a wish.
    pub(super) fn put(&mut self, id: Uuid, wish: Wish) {
        self.0.push((id, wish));
    }

    /// Forgets a wish that was answered; whether it was waiting at all. An answer may come twice when
    /// the wish was sent twice.
    pub(super) fn answered(&mut self, id: Uuid) -> bool {
        let before = self.0.len();
        self.0.retain(|(waiting, _)| *waiting != id);
        self.0.len() < before
    }

    /// The frames to send after a reconnect, under the same ids.
    pub(super) fn frames(&self) -> Vec<String> {
        self.0.iter().map(|(id, wish)| frame(*id, wish)).collect()
    }
}

/// A wish's frame.
pub(super) fn frame(id: Uuid, wish: &Wish) -> String {
    Ask::Wish { id, wish: wish.clone() }.encode()
}
