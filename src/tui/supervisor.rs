//! The supervisor's screen (监督席): every step of every room, and the second word where it takes two.

use ratatui::{
    buffer::Buffer,
    crossterm::event::KeyEvent,
    layout::{Position, Rect},
};
use serde_json::Value;

use super::{
    Effect, Scene, Screen, hall,
    keys::{Binding, Key, KeyTable},
};
use crate::{
    client::{LinkState, News},
    contest::At,
    protocol::views::SupervisorView,
};

/// The countdown of one room.
#[derive(Debug)]
pub struct SupervisorScreen {
    view: Option<SupervisorView>,
    link: LinkState,
    help: bool,
    hints: hall::Hints,
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Help,
    Quit,
}

const KEYS: KeyTable<Action> = KeyTable(&[
    Binding { keys: &[Key::Char('?')], action: Action::Help, words: "supervisor-help", hint: true },
    Binding {
        keys: &[Key::Char('q'), Key::Ctrl('c')],
        action: Action::Quit,
        words: "supervisor-quit",
        hint: true,
    },
]);

impl SupervisorScreen {
    /// A supervisor that has not heard from the hub yet.
    pub fn new() -> Self {
        Self {
            view: None,
            link: LinkState::Connecting,
            help: false,
            hints: hall::Hints::at_speed(1),
        }
    }
}

impl Default for SupervisorScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for SupervisorScreen {
    fn hear(&mut self, news: &News, now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => {
                // A picture that does not fit says nothing new; the clock goes on.
                if let Ok(view) = serde_json::from_value(Value::Object(picture.clone()))
                    && self.view.replace(view).is_none()
                {
                    self.hints.show(now);
                }
            }
            News::Granted { .. } | News::Refused { .. } => (), // A supervisor asks for nothing.
        }
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, now: At) -> Vec<Effect> {
        let Some(pressed) = Key::pressed(key) else { return Vec::new() };
        self.hints.show(now);
        let closes_help = std::mem::take(&mut self.help);
        match KEYS.find(key) {
            Some(Action::Quit) if !closes_help || pressed == Key::Ctrl('c') => {
                return vec![Effect::Quit];
            }
            Some(Action::Help) => self.help = !closes_help,
            _ => (),
        }
        Vec::new()
    }

    fn draw(&self, _scene: &Scene<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }

    fn next_change(&self, now: At) -> Option<At> {
        hall::next_age(&self.link, now)
    }
}
