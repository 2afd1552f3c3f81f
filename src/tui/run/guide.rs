//! Keys and a bar above all screens, for a program that shows several.

use std::time::Duration;

use ratatui::{crossterm::event::KeyEvent, text::Line};

use crate::{
    tui::{
        keys::{HelpRow, Offer},
        theme::Theme,
    },
    words::Words,
};

/// Keys and a bar above all screens, for a program that shows several.
pub trait Guide {
    /// Takes a key before the screen gets it.
    fn press(&mut self, key: KeyEvent) -> Turn;
    /// Whether a key would get to the screen.
    fn passes(&self, _key: KeyEvent) -> bool {
        true
    }
    /// What its own keys can do now, for the menu.
    fn offers(&self, _words: &Words) -> Vec<Offer> {
        Vec::new()
    }
    /// What its own keys do, for the help.
    fn help(&self, _words: &Words) -> Vec<HelpRow> {
        Vec::new()
    }
    /// The bar at the foot of the terminal.
    fn bar(&self, words: &Words, theme: &Theme, columns: u16) -> Line<'static>;
    /// How long the bar stays as it is, where it changes by itself.
    fn stays(&self) -> Option<Duration> {
        None
    }
    /// What is said at first, below the screen: the key of its text.
    fn greeting(&self) -> Option<&'static str> {
        None
    }
    /// The station that is shown.
    fn shown(&self) -> usize;
}

/// What a guide makes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It was the guide's.
    Taken,
    /// It is the screen's.
    Passed,
    /// It is nobody's, for a reason: the key of its text.
    Refused(&'static str),
    /// Close everything.
    Quit,
}

/// A single screen needs no guide.
pub struct NoGuide;

impl Guide for NoGuide {
    fn press(&mut self, _key: KeyEvent) -> Turn {
        Turn::Passed
    }

    fn bar(&self, _words: &Words, _theme: &Theme, _columns: u16) -> Line<'static> {
        Line::default()
    }

    fn shown(&self) -> usize {
        0
    }
}
