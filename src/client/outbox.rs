//! The wishes that have no answer yet, in the order they were made.

use uuid::Uuid;

/// Wishes that are kept. When it is full the link takes no more, and so in the end the screen's asks
/// fail at once.
const MOST: usize = 64;

/// Kept until the hub has answered, whatever happens to the link.
#[derive(Debug, Default)]
pub(super) struct Outbox(Vec<(Uuid, String)>);

impl Outbox {
    /// Whether it can keep no more.
    pub(super) fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// Keeps a wish's frame.
    pub(super) fn put(&mut self, id: Uuid, frame: String) {
        self.0.push((id, frame));
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
        self.0.iter().map(|(_, frame)| frame.clone()).collect()
    }

    /// The wishes that will never be answered.
    pub(super) fn give_up(&mut self) -> Vec<Uuid> {
        self.0.drain(..).map(|(id, _)| id).collect()
    }
}
