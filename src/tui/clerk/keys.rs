//! Which key of the clerk's screen does what; what it does is in `act.rs`.

use ratatui::crossterm::event::KeyCode;

use crate::tui::{
    judge::{SheetAct, keys as marks},
    keys::{Binding, Key, KeyTable},
};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Choose a seat whose sheet is on paper.
    Paper,
    /// The seat above, or the criterion before.
    Up,
    /// The seat below, or the next criterion.
    Down,
    /// Key the chosen seat's sheet; the next criterion, after the last one the question; then hand in.
    Next,
    /// Back, whatever has been typed is kept.
    Back,
    /// Drop what has been keyed of the chosen seat's sheet.
    Drop,
    /// Say who keys.
    Who,
    /// The sheets of the evening by where they came from.
    Reconcile,
    /// A key of the sheet.
    Mark(SheetAct),
    /// All keys.
    Help,
    /// Close the screen.
    Quit,
}

const fn bind(keys: &'static [Key], action: Act, words: &'static str, hint: bool) -> Binding<Act> {
    Binding { keys, action, words, hint }
}

/// The keys of this screen; those of a sheet are the judge's own.
pub(super) const KEYS: KeyTable<Act> = KeyTable(&[
    bind(&[Key::Code(KeyCode::Enter)], Act::Next, "clerk-next", true),
    bind(&[Key::Char('p')], Act::Paper, "clerk-paper", true),
    bind(&[Key::Char('r')], Act::Reconcile, "clerk-reconcile", true),
    bind(&[Key::Code(KeyCode::Esc)], Act::Back, "clerk-back", true),
    bind(&[Key::Code(KeyCode::Up)], Act::Up, "clerk-up", true),
    bind(&[Key::Code(KeyCode::Down)], Act::Down, "clerk-down", true),
    bind(&[Key::Char('d')], Act::Drop, "clerk-drop", true),
    bind(&[Key::Char('w')], Act::Who, "clerk-who", true),
    bind(&[Key::Char('y')], Act::Mark(SheetAct::Pass), "judge-key-pass", true),
    bind(&[Key::Char('n')], Act::Mark(SheetAct::Fail), "judge-key-fail", true),
    bind(marks::MORE, Act::Mark(SheetAct::More), "judge-key-more", false),
    bind(marks::LESS, Act::Mark(SheetAct::Less), "judge-key-less", false),
    bind(marks::ERASE, Act::Mark(SheetAct::Erase), "judge-key-erase", true),
    bind(marks::TYPE, Act::Mark(SheetAct::Type), "judge-key-type", false),
    bind(&[Key::Char('?')], Act::Help, "clerk-help", true),
    bind(&[Key::Char('q'), Key::Ctrl('c')], Act::Quit, "clerk-quit", true),
]);
