//! A key that is held down is one press, also where a terminal cannot tell: it repeats the key
//! faster than a hand presses it twice. `a_held_key_is_one_step`, `a_held_key_blanks_once`.

use ratatui::crossterm::event::KeyEvent;

use super::control::{Control, KEYS};
use crate::contest::{At, Ms};

/// For how long another press of a key is the same one, by the wall clock.
const BRAKE: Ms = Ms(500);

/// The last press of a key that acts at once, here or in a question.
#[derive(Debug, Clone)]
pub(super) struct Brake {
    last: Option<(Control, At)>,
    /// The same time by the hub's clock.
    span: Ms,
}

impl Brake {
    /// For a hub whose time runs so many times as fast.
    pub(super) fn at_speed(speed: u32) -> Self {
        Self { last: None, span: Ms(BRAKE.0.saturating_mul(speed.into())) }
    }

    /// Whether this press is too soon after the last one of the same key to be another.
    pub(super) fn is_held(&mut self, key: KeyEvent, now: At) -> bool {
        let Some(control) = KEYS.find(key).filter(|it| it.acts_at_once()) else { return false };
        let is_held = !self.lets(control, now);
        self.last = Some((control, now));
        is_held
    }

    /// Whether a key would do what it does.
    pub(super) fn lets(&self, control: Control, now: At) -> bool {
        self.last.is_none_or(|(last, at)| last != control || at + self.span <= now)
    }

    /// When the key counts again.
    pub(super) fn next_change(&self, now: At) -> Option<At> {
        self.last.map(|(_, at)| at + self.span).filter(|armed| now < *armed)
    }
}
