//! What the console asks before a wish goes out: whether it is meant, and why.
//!
//! A step that was begun with Enter is not confirmed with Enter, so that a double press cannot
//! answer its own question: `enter_twice_releases_nothing`.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::step;
use crate::{
    contest::Wish,
    protocol::views::HostView,
    tui::{
        dialog::Input,
        keys::{Binding, Key, KeyTable},
        reason::{self, with_reason},
    },
};

/// An open question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Question {
    /// Whether it is meant: it cannot be taken back.
    Sure(Wish),
    /// Why: the wish, its reason still empty, goes out with what is chosen or typed. Where the step
    /// cannot be taken back, this is also where it is asked whether it is meant.
    Why(Wish, Input),
    /// Whether to close the console.
    Leave,
}

/// What a key makes of a question.
#[derive(Debug, PartialEq)]
pub(super) enum Reply {
    /// It is still open.
    Open(Question),
    /// The answer was no.
    Drop,
    /// The answer was yes.
    Send(Wish),
    /// The console closes.
    Leave,
}

/// How a question may be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Yes,
    No,
    Leave,
}

/// The answers to yes and no.
pub(super) const SURE_KEYS: KeyTable<Choice> = KeyTable(&[
    Binding { keys: &[Key::Char('y')], action: Choice::Yes, words: "dialog-confirm", hint: true },
    Binding {
        keys: &[Key::Code(KeyCode::Esc), Key::Char('n')],
        action: Choice::No,
        words: "dialog-cancel",
        hint: true,
    },
    Binding { keys: &[Key::Ctrl('c')], action: Choice::Leave, words: "host-key-quit", hint: false },
]);

/// The keys that are not part of a typed reason.
pub(super) const WHY_KEYS: KeyTable<Choice> = KeyTable(&[
    Binding {
        keys: &[Key::Code(KeyCode::Enter)],
        action: Choice::Yes,
        words: "dialog-confirm",
        hint: true,
    },
    Binding {
        keys: &[Key::Code(KeyCode::Esc)],
        action: Choice::No,
        words: "dialog-cancel",
        hint: true,
    },
    Binding { keys: &[Key::Ctrl('c')], action: Choice::Leave, words: "host-key-quit", hint: false },
]);

impl Question {
    /// What is to be asked before a wish goes out; `None` when it may go at once.
    pub(super) fn before(view: &HostView, wish: &Wish) -> Option<Self> {
        let asks = match wish {
            // Without any sheet there is nothing to lock, and the hub says so: no need to ask first.
            Wish::Lock { without, .. } => !without.is_empty() && without.len() < view.panel.len(),
            Wish::Release { .. } => true,
            _ => false,
        };
        if asks {
            return Some(Self::Sure(wish.clone()));
        }
        reason::family(wish).map(|_| Self::Why(wish.clone(), Input::new(reason::LONGEST)))
    }

    /// The question as it stands in a new picture: a lock is asked about with the seats that are
    /// without a sheet now, and a step that is no longer open is not asked about any more.
    pub(super) fn in_view_of(self, view: &HostView) -> Option<Self> {
        let Self::Sure(wish) = self else { return Some(self) };
        let kind = std::mem::discriminant(&wish);
        let is_same =
            |it: &&Wish| std::mem::discriminant(*it) == kind && it.project() == wish.project();
        step::open(view).find(is_same).cloned().map(Self::Sure)
    }

    /// Takes a key. `language` is the session's: the record is kept in it, whatever the screen speaks.
    pub(super) fn reply(self, key: KeyEvent, language: &str) -> Reply {
        let keys = if matches!(self, Self::Why(..)) { WHY_KEYS } else { SURE_KEYS };
        match (keys.find(key), self) {
            (Some(Choice::No), _) => Reply::Drop,
            (Some(Choice::Yes | Choice::Leave), Self::Leave) => Reply::Leave,
            (Some(Choice::Leave), _) => Reply::Open(Self::Leave),
            (Some(Choice::Yes), Self::Sure(wish)) => Reply::Send(wish),
            (Some(Choice::Yes), Self::Why(wish, typed)) if typed.is_complete() => {
                Reply::Send(with_reason(wish, typed.text().trim()))
            }
            (None, Self::Why(wish, typed)) => why(wish, typed, key, language),
            (_, question) => Reply::Open(question),
        }
    }
}

fn why(wish: Wish, mut typed: Input, key: KeyEvent, language: &str) -> Reply {
    if typed.text().is_empty()
        && let Some(reason) = reason::chosen(&wish, key, language)
    {
        return Reply::Send(with_reason(wish, &reason));
    }
    typed.update(key);
    Reply::Open(Question::Why(wish, typed))
}
