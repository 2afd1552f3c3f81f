//! Which key of a judge's screen does what; what it does is in `act.rs`.

use ratatui::crossterm::event::KeyCode;

use crate::tui::keys::{Binding, Key, KeyTable};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Act {
    /// Next criterion; after the last one the question; on the question send.
    Next,
    /// Next criterion.
    Down,
    /// Previous criterion, or back from the question.
    Up,
    /// A digit or the point.
    Type,
    /// Take the last digit away.
    Erase,
    /// One step more; at a gate a pass.
    More,
    /// One step less; at a gate a fail.
    Less,
    /// Pass, at a gate.
    Pass,
    /// Fail, at a gate.
    Fail,
    /// The project before.
    Earlier,
    /// The project after.
    Later,
    /// The project on stage.
    ToStage,
    /// The list of own sheets, and back.
    List,
    /// Write the private note.
    Note,
    /// Stay out of the project.
    Recuse,
    /// Back from the question or the list; on a mark, back to what it was when the cursor came.
    Back,
    /// All keys.
    Help,
    /// Close the screen.
    Quit,
}

/// The keys of a mark, wherever one is typed: digits and the point.
pub(in crate::tui) const TYPE: &[Key] = &[
    Key::Char('0'),
    Key::Char('1'),
    Key::Char('2'),
    Key::Char('3'),
    Key::Char('4'),
    Key::Char('5'),
    Key::Char('6'),
    Key::Char('7'),
    Key::Char('8'),
    Key::Char('9'),
    Key::Char('.'),
];
/// Those that take the last digit away.
pub(in crate::tui) const ERASE: &[Key] =
    &[Key::Code(KeyCode::Backspace), Key::Code(KeyCode::Delete)];
/// One step more.
pub(in crate::tui) const MORE: &[Key] =
    &[Key::Code(KeyCode::Right), Key::Char('+'), Key::Char('=')];
/// One step less.
pub(in crate::tui) const LESS: &[Key] = &[Key::Code(KeyCode::Left), Key::Char('-')];

const fn bind(keys: &'static [Key], action: Act, words: &'static str, hint: bool) -> Binding<Act> {
    Binding { keys, action, words, hint }
}

/// The keys of this screen. `y` and `n` pass and fail at a gate, and answer the question.
pub(super) const KEYS: KeyTable<Act> = KeyTable(&[
    bind(&[Key::Code(KeyCode::Enter)], Act::Next, "judge-key-next", true),
    bind(&[Key::Code(KeyCode::Home)], Act::ToStage, "judge-key-to-stage", true),
    bind(&[Key::Char('?')], Act::Help, "judge-key-help", true),
    bind(&[Key::Char('y')], Act::Pass, "judge-key-pass", true),
    bind(&[Key::Char('n')], Act::Fail, "judge-key-fail", true),
    bind(MORE, Act::More, "judge-key-more", true),
    bind(LESS, Act::Less, "judge-key-less", true),
    bind(&[Key::Code(KeyCode::Up)], Act::Up, "judge-key-up", true),
    bind(&[Key::Code(KeyCode::Down)], Act::Down, "judge-key-down", true),
    bind(&[Key::Code(KeyCode::Tab)], Act::List, "judge-key-list", true),
    bind(&[Key::Code(KeyCode::PageUp)], Act::Earlier, "judge-key-earlier", true),
    bind(&[Key::Code(KeyCode::PageDown)], Act::Later, "judge-key-later", true),
    bind(&[Key::Char('m')], Act::Note, "judge-key-note", true),
    bind(&[Key::Char('q'), Key::Ctrl('c')], Act::Quit, "judge-key-quit", true),
    // Together with Ctrl, so that nobody types it among marks.
    bind(&[Key::Ctrl('r')], Act::Recuse, "judge-key-recuse", true),
    bind(&[Key::Code(KeyCode::Esc)], Act::Back, "judge-key-back", true),
    bind(ERASE, Act::Erase, "judge-key-erase", true),
    bind(TYPE, Act::Type, "judge-key-type", false),
]);
