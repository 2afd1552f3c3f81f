//! The keys of the supervisor's screen: one table for what they do, the hint bar and the help.

use ratatui::crossterm::event::KeyCode;

use crate::tui::keys::{Binding, Key, KeyTable};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// Moves the choice in what the page shows, by so many lines.
    Choose(isize),
    /// Goes to a project further down or up the run order.
    Project(isize),
    /// Goes to the other room.
    OtherRoom,
    /// Gives up the choice; the screen follows the stage again.
    Follow,
    /// Shows the sheets of the project.
    Open,
    /// Turns the page.
    Page(isize),
    /// Agrees to what was proposed.
    Agree,
    /// Declines it.
    Decline,
    /// Proposes something.
    Propose,
    /// Lists the keys.
    Help,
    /// Closes the screen.
    Quit,
}

const fn shown(keys: &'static [Key], action: Control, words: &'static str) -> Binding<Control> {
    Binding { keys, action, words, hint: true }
}

const fn listed(keys: &'static [Key], action: Control, words: &'static str) -> Binding<Control> {
    Binding { keys, action, words, hint: false }
}

/// The most needed first.
pub(super) const KEYS: KeyTable<Control> = KeyTable(&[
    shown(&[Key::Code(KeyCode::Tab)], Control::Page(1), "supervisor-key-page"),
    shown(&[Key::Char('a')], Control::Agree, "supervisor-key-agree"),
    shown(&[Key::Char('d')], Control::Decline, "supervisor-key-decline"),
    shown(&[Key::Char('p')], Control::Propose, "supervisor-key-propose"),
    shown(&[Key::Char('?')], Control::Help, "supervisor-key-help"),
    shown(&[Key::Char('q'), Key::Ctrl('c')], Control::Quit, "supervisor-key-quit"),
    shown(&[Key::Code(KeyCode::Left)], Control::Project(-1), "supervisor-key-earlier"),
    shown(&[Key::Code(KeyCode::Right)], Control::Project(1), "supervisor-key-later"),
    shown(&[Key::Char('r')], Control::OtherRoom, "supervisor-key-room"),
    shown(&[Key::Code(KeyCode::Esc)], Control::Follow, "supervisor-key-follow"),
    listed(&[Key::Code(KeyCode::Enter)], Control::Open, "supervisor-key-open"),
    listed(&[Key::Code(KeyCode::BackTab)], Control::Page(-1), "supervisor-key-page-back"),
    listed(&[Key::Code(KeyCode::Up)], Control::Choose(-1), "supervisor-key-up"),
    listed(&[Key::Code(KeyCode::Down)], Control::Choose(1), "supervisor-key-down"),
    listed(&[Key::Code(KeyCode::PageUp)], Control::Choose(-10), "supervisor-key-page-up"),
    listed(&[Key::Code(KeyCode::PageDown)], Control::Choose(10), "supervisor-key-page-down"),
]);
