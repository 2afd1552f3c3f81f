//! The keys that every screen has, whatever it shows: the menu, the language, the look, a fresh picture.
//!
//! No screen's own table has one of them; `keys::check_table` refuses it.

use ratatui::crossterm::event::KeyCode;

use super::keys::{Binding, Key, KeyTable};

/// What a key of every screen does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anywhere {
    /// Lists what can be done now.
    Menu,
    /// Speaks the other language.
    Language,
    /// Takes the next look: dark, light, plain.
    Look,
    /// Tries again for the seat that another terminal has taken.
    Again,
    /// Draws the whole screen afresh, over whatever another program has left on it.
    Redraw,
}

const fn bind(keys: &'static [Key], action: Anywhere, words: &'static str) -> Binding<Anywhere> {
    Binding { keys, action, words, hint: true }
}

/// The keys of every screen.
pub(super) const KEYS: KeyTable<Anywhere> = KeyTable(&[
    bind(&[Key::Code(KeyCode::F(9)), Key::Ctrl('p')], Anywhere::Menu, "anywhere-menu"),
    bind(&[Key::Code(KeyCode::F(12))], Anywhere::Language, "anywhere-language"),
    bind(&[Key::Code(KeyCode::F(8))], Anywhere::Look, "anywhere-look"),
    bind(&[Key::Ctrl('l')], Anywhere::Redraw, "anywhere-redraw"),
]);

/// The key of every screen that has lost its seat to another terminal; before that it is nobody's.
pub(super) const UNSEATED: KeyTable<Anywhere> =
    KeyTable(&[bind(&[Key::Ctrl('t')], Anywhere::Again, "anywhere-again")]);
