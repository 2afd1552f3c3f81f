//! The clerk's screen (统分员): which sheets are still missing, of the projects that take any; then the run
//! order. It asks for nothing, and no mark or score ever reaches it.
//!
//! What is missing is seen first, however small the window: `what_is_missing_is_seen_first`.

mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::KeyEvent,
    layout::{Position, Rect},
};
use serde::Deserialize;

use super::{
    Effect, Scene, Screen, hall,
    keys::{Binding, HelpRow, Key, KeyTable, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::At,
    protocol::views::ClerkView,
    words::Words,
};

/// The sheets of one room.
#[derive(Debug)]
pub struct ClerkScreen {
    view: Option<ClerkView>,
    link: LinkState,
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Help,
    Quit,
}

const KEYS: KeyTable<Action> = KeyTable(&[
    Binding { keys: &[Key::Char('?')], action: Action::Help, words: "clerk-help", hint: true },
    Binding {
        keys: &[Key::Char('q'), Key::Ctrl('c')],
        action: Action::Quit,
        words: "clerk-quit",
        hint: true,
    },
]);

impl ClerkScreen {
    /// A screen that has not heard from the hub yet.
    pub fn new() -> Self {
        Self { view: None, link: LinkState::Connecting }
    }
}

impl Default for ClerkScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for ClerkScreen {
    fn hear(&mut self, news: &News, _now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => {
                // A picture that does not fit says nothing new.
                if let Ok(view) = ClerkView::deserialize(picture) {
                    self.view = Some(view);
                }
            }
            News::Granted { .. } | News::Refused { .. } => (), // A clerk asks for nothing.
        }
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, _now: At) -> Vec<Effect> {
        match KEYS.find(key) {
            Some(Action::Quit) => vec![Effect::Quit],
            Some(Action::Help) => vec![Effect::Help],
            None if Key::pressed(key).is_some() => vec![Effect::NoSuchKey],
            None => Vec::new(),
        }
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, _now: At) -> Vec<Offer> {
        KEYS.offers(words, |_| true)
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf);
        None
    }

    fn next_change(&self, now: At) -> Option<At> {
        hall::next_age(&self.link, now)
    }
}

#[cfg(test)]
mod tests;
