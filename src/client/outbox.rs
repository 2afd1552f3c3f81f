//! The wishes that have no answer yet, in the order they were made.
//!
//! They are kept until the hub has answered, whatever happens to the link, and in a [`Tray`] also when
//! the terminal dies: `a_wish_outlives_its_terminal`. What was meant for its moment does not wait for
//! ever: `a_clock_is_not_started_late`.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    contest::{At, Wish},
    protocol::Ask,
};

/// Wishes that are kept. When it is full the link takes no more, and so in the end the screen's asks
/// fail at once.
const MOST: usize = 64;

/// A wish that has no answer yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unanswered {
    /// Minted once, whatever happens to the link and the terminal.
    pub id: Uuid,
    /// What is asked for.
    pub wish: Wish,
    /// When, by the terminal's own clock.
    pub asked: At,
}

impl Unanswered {
    /// What is sent, each time.
    pub(super) fn frame(&self) -> String {
        Ask::Wish { id: self.id, wish: self.wish.clone() }.encode()
    }

    fn is_meant(&self, now: At) -> bool {
        self.wish.good_for().is_none_or(|long| now - self.asked <= long)
    }
}

/// Where unanswered wishes lie while no terminal is there for them.
pub trait Tray: Send + Sync {
    /// What was left in it.
    fn open(&mut self) -> Vec<Unanswered>;

    /// Keeps these from now on, and no others. It must not block.
    fn keep(&mut self, waiting: &[Unanswered]);
}

/// The unanswered wishes of one link.
#[derive(Default)]
pub(super) struct Outbox {
    waiting: Vec<Unanswered>,
    tray: Option<Box<dyn Tray>>,
}

impl Outbox {
    /// With what was left in a tray.
    pub(super) fn of(mut tray: Box<dyn Tray>) -> Self {
        let mut waiting = tray.open();
        waiting.truncate(MOST);
        Self { waiting, tray: Some(tray) }
    }

    /// Whether it can keep no more.
    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= MOST
    }

    /// Keeps a wish.
    pub(super) fn put(&mut self, wish: Unanswered) {
        self.waiting.push(wish);
        self.keep();
    }

    /// Forgets a wish that was answered; whether it was waiting at all. An answer may come twice when
    /// the wish was sent twice.
    pub(super) fn answered(&mut self, id: Uuid) -> bool {
        !self.take(|it| it.id == id).is_empty()
    }

    /// The frames to send after a reconnect, under the same ids.
    pub(super) fn frames(&self) -> Vec<String> {
        self.waiting.iter().map(Unanswered::frame).collect()
    }

    /// Takes out what is not meant any more.
    pub(super) fn expire(&mut self, now: At) -> Vec<Uuid> {
        self.take(|it| !it.is_meant(now))
    }

    /// The wishes that will never be answered.
    pub(super) fn give_up(&mut self) -> Vec<Uuid> {
        self.take(|_| true)
    }

    fn take(&mut self, mut which: impl FnMut(&Unanswered) -> bool) -> Vec<Uuid> {
        let taken: Vec<_> = self.waiting.extract_if(.., |it| which(it)).map(|it| it.id).collect();
        if !taken.is_empty() {
            self.keep();
        }
        taken
    }

    fn keep(&mut self) {
        if let Some(tray) = &mut self.tray {
            tray.keep(&self.waiting);
        }
    }
}
