//! The keys of the console: one table for what they do, the hint bar and the help.

use ratatui::crossterm::event::KeyCode;

use super::step::Order;
use crate::tui::keys::{Binding, Key, KeyTable};

/// What a key of the console does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// Asks the hub for something.
    Make(Order),
    /// Lists what can be done about the project.
    Acts,
    /// Lists what waits for a decision.
    Decisions,
    /// Moves the choice in the run order, by so many lines.
    Choose(isize),
    /// Gives up the choice; keys are for the stage again.
    Follow,
    /// Turns the page: run order, rankings, progress.
    Page,
    /// Lists what the projector can show.
    Scenes,
    /// Lists whom a message can be for.
    Messages,
    /// Lists what can be done after a technical fault.
    Fault,
    /// Begins a break, or ends it.
    Break,
    /// Lists what can be done with the rankings: ceremonies, freezing.
    Ceremonies,
    /// Lists the seats that a new pass can be given to.
    Passes,
    /// Goes to the next room, from the console over all rooms.
    OtherRoom,
    /// Shows the marks of the project that is up, while its key is held.
    Marks,
    /// Lists the keys.
    Help,
    /// Closes the console.
    Quit,
}

impl Control {
    /// Whether its key does something before anything is asked, so that a held key would do it
    /// again and again.
    pub(super) fn acts_at_once(self) -> bool {
        match self {
            Self::Make(order) => matches!(
                order,
                Order::Next | Order::Ahead | Order::Back | Order::Undo | Order::Blank
            ),
            Self::Break => true,
            _ => false,
        }
    }
}

const fn shown(keys: &'static [Key], action: Control, words: &'static str) -> Binding<Control> {
    Binding { keys, action, words, hint: true }
}

const fn listed(keys: &'static [Key], action: Control, words: &'static str) -> Binding<Control> {
    Binding { keys, action, words, hint: false }
}

/// The most needed first. What stands in the lines of the open steps is not hinted at again.
pub(super) const KEYS: KeyTable<Control> = KeyTable(&[
    listed(
        &[Key::Code(KeyCode::Enter), Key::Char(' ')],
        Control::Make(Order::Next),
        "host-key-next",
    ),
    listed(&[Key::Char('n')], Control::Make(Order::CallUpNext), "host-key-call-up-next"),
    listed(&[Key::Char('l')], Control::Make(Order::Lock), "host-key-lock"),
    listed(&[Key::Char('r')], Control::Make(Order::Release), "host-key-release"),
    shown(&[Key::Char('g')], Control::Decisions, "host-key-decisions"),
    shown(&[Key::Char('?')], Control::Help, "host-key-help"),
    shown(&[Key::Char('m')], Control::Acts, "host-key-acts"),
    shown(&[Key::Char('p')], Control::Make(Order::Pause), "host-key-pause"),
    shown(&[Key::Char('b')], Control::Make(Order::Blank), "host-key-blank"),
    shown(&[Key::Char('s')], Control::Scenes, "host-key-scenes"),
    shown(&[Key::Char('t')], Control::Messages, "host-key-messages"),
    listed(&[Key::Code(KeyCode::Right)], Control::Make(Order::Ahead), "host-key-ahead"),
    shown(&[Key::Code(KeyCode::Left)], Control::Make(Order::Back), "host-key-back"),
    listed(&[Key::Char('u')], Control::Make(Order::Undo), "host-key-undo"),
    shown(&[Key::Code(KeyCode::Tab)], Control::Page, "host-key-page"),
    shown(&[Key::Char('+'), Key::Char('=')], Control::Make(Order::Time(30)), "host-key-give"),
    shown(&[Key::Char('-')], Control::Make(Order::Time(-30)), "host-key-take"),
    listed(&[Key::Char(']')], Control::Make(Order::Time(10)), "host-key-give-little"),
    listed(&[Key::Char('[')], Control::Make(Order::Time(-10)), "host-key-take-little"),
    shown(&[Key::Code(KeyCode::Esc)], Control::Follow, "host-key-follow"),
    shown(&[Key::Char('c')], Control::Make(Order::CallUpChosen), "host-key-call-up-chosen"),
    listed(&[Key::Char('a')], Control::Make(Order::Absent), "host-key-absent"),
    listed(&[Key::Char('w')], Control::Make(Order::Withdraw), "host-key-withdraw"),
    shown(&[Key::Char('k')], Control::Break, "host-key-break"),
    shown(&[Key::Char('f')], Control::Fault, "host-key-fault"),
    shown(&[Key::Char('q'), Key::Ctrl('c')], Control::Quit, "host-key-quit"),
    shown(&[Key::Char('v')], Control::Ceremonies, "host-key-ceremonies"),
    shown(&[Key::Char('o')], Control::OtherRoom, "host-key-other-room"),
    listed(&[Key::Char('e')], Control::Passes, "host-key-passes"),
    shown(&[Key::Char('d')], Control::Marks, "host-key-marks"),
    listed(&[Key::Code(KeyCode::Up)], Control::Choose(-1), "host-key-up"),
    listed(&[Key::Code(KeyCode::Down)], Control::Choose(1), "host-key-down"),
    listed(&[Key::Code(KeyCode::PageUp)], Control::Choose(-10), "host-key-page-up"),
    listed(&[Key::Code(KeyCode::PageDown)], Control::Choose(10), "host-key-page-down"),
]);

/// The letter of what a key does, for the lines that say what can be done.
pub(super) fn letter(control: Control) -> Option<char> {
    let binding = KEYS.0.iter().find(|it| it.action == control)?;
    binding.keys.iter().find_map(|key| if let Key::Char(c) = key { Some(*c) } else { None })
}
