//! Marks are seen while their key is held, and no longer.
//!
//! A terminal tells of a key that is held by repeating it, and of one let go not at all. So one press
//! shows nothing, the repeats show, and a second without any hides: `marks_are_seen_while_the_key_is_held`.

use crate::contest::{At, Ms};

/// For how long a key counts as held after its last repeat, by the wall clock. Terminals wait up to
/// two thirds of a second before they begin to repeat.
const HELD: Ms = Ms(1000);

/// The key that shows the marks.
#[derive(Debug, Clone)]
pub(super) struct Peek {
    last: Option<At>,
    /// Whether the last press was a repeat.
    repeats: bool,
    /// The time of [`HELD`] by the hub's clock.
    span: Ms,
}

impl Peek {
    /// For a hub whose time runs so many times as fast.
    pub(super) fn at_speed(speed: u32) -> Self {
        Self { last: None, repeats: false, span: Ms(HELD.0.saturating_mul(speed.into())) }
    }

    /// The key is pressed, or repeated.
    pub(super) fn press(&mut self, now: At) {
        self.repeats = self.ends().is_some_and(|ends| now < ends);
        self.last = Some(now);
    }

    /// Another key is pressed.
    pub(super) fn let_go(&mut self) {
        self.last = None;
    }

    /// Whether the marks are seen.
    pub(super) fn is_open(&self, now: At) -> bool {
        self.next_change(now).is_some()
    }

    /// When they hide.
    pub(super) fn next_change(&self, now: At) -> Option<At> {
        self.ends().filter(|ends| self.repeats && now < *ends)
    }

    fn ends(&self) -> Option<At> {
        self.last.map(|last| last + self.span)
    }
}
