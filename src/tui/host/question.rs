//! What the console asks before a wish goes out: which, why, and whether it is meant.
//!
//! A step that was begun with Enter is not confirmed with Enter, so that a double press cannot
//! answer its own question: `enter_twice_releases_nothing`.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::{menu::Menu, sort::Sort, step, typed::Typed};
use crate::{
    contest::{At, Ms, Phase, ProjectId, SeatWord, Wish},
    tui::{
        host::seen::Seen,
        keys::{Binding, Key, KeyTable},
        reason::{self, Why},
    },
};

/// An open question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Question {
    /// Which of these.
    Pick(Menu),
    /// In which order those that wait; of this project it was picked, and they are laid out then.
    Reorder(ProjectId),
    /// In which order.
    Sort(Sort),
    /// Why: the wish goes out with the reason that is chosen or typed, or is asked about once more.
    Why(Why),
    /// What: a text, a time.
    Type(Typed),
    /// Whether it is meant.
    Sure(Wish),
    /// Nothing any more: the wish goes out.
    Now(Wish),
    /// Whether to close the console.
    Leave,
}

/// What a key makes of a question.
#[derive(Debug, PartialEq)]
pub(super) enum Reply {
    /// It is still open, or another one is.
    Open(Question),
    /// The key is no answer; the text of this key says what is one.
    Stuck(Question, &'static str),
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
    /// Moves the cursor by so many lines.
    Go(isize),
    /// Takes a project in hand, or lets it go.
    Hold,
    /// Shares a place with the one before.
    Share,
    /// Lets a message blink, or not.
    Blink,
}

const fn hint(keys: &'static [Key], action: Choice, words: &'static str) -> Binding<Choice> {
    Binding { keys, action, words, hint: true }
}

const fn listed(keys: &'static [Key], action: Choice, words: &'static str) -> Binding<Choice> {
    Binding { keys, action, words, hint: false }
}

const ENTER: &[Key] = &[Key::Code(KeyCode::Enter)];
const ESC: &[Key] = &[Key::Code(KeyCode::Esc)];
// The pointer in the list shows what they do.
const UP: Binding<Choice> = listed(&[Key::Code(KeyCode::Up)], Choice::Go(-1), "host-key-up");
const DOWN: Binding<Choice> = listed(&[Key::Code(KeyCode::Down)], Choice::Go(1), "host-key-down");
const QUIT: Binding<Choice> = listed(&[Key::Ctrl('c')], Choice::Leave, "host-key-quit");

/// The answers to yes and no.
pub(super) const SURE_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(&[Key::Char('y')], Choice::Yes, "dialog-confirm"),
    hint(&[Key::Code(KeyCode::Esc), Key::Char('n')], Choice::No, "dialog-cancel"),
    QUIT,
]);

/// The keys that are not part of a typed reason.
pub(super) const WHY_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(ENTER, Choice::Yes, "dialog-confirm"),
    hint(ESC, Choice::No, "dialog-cancel"),
    QUIT,
]);

/// The keys that are not part of a typed message or time.
pub(super) const TYPE_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(ENTER, Choice::Yes, "dialog-confirm"),
    hint(ESC, Choice::No, "dialog-cancel"),
    hint(&[Key::Code(KeyCode::Tab)], Choice::Blink, "host-key-blink"),
    QUIT,
]);

/// The keys of a list, beside the digits that stand in it.
pub(super) const MENU_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(ENTER, Choice::Yes, "host-key-pick"),
    hint(ESC, Choice::No, "dialog-cancel"),
    UP,
    DOWN,
    QUIT,
]);

/// The keys of an order.
pub(super) const SORT_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(ENTER, Choice::Yes, "host-key-sorted"),
    hint(ESC, Choice::No, "dialog-cancel"),
    hint(&[Key::Char(' ')], Choice::Hold, "host-key-hold"),
    hint(&[Key::Char('=')], Choice::Share, "host-key-share"),
    UP,
    DOWN,
    QUIT,
]);

impl Question {
    /// What is to be asked before a wish goes out; `None` when it may go at once.
    pub(super) fn before(view: &Seen, wish: &Wish, now: At) -> Option<Self> {
        let asks = match wish {
            Wish::Lock { .. } => lock_is_asked(view, wish),
            Wish::Release { .. } => true,
            Wish::Begin { .. } | Wish::Finish { .. } => 0 < time_cut(view, wish, now).0,
            _ => false,
        };
        if asks {
            return Some(Self::Sure(wish.clone()));
        }
        reason::family(wish).map(|_| Self::why(wish.clone()))
    }

    /// Asks why.
    pub(super) fn why(wish: Wish) -> Self {
        Self::Why(Why::new(wish, ""))
    }

    /// The question as it stands in a new picture: a lock is asked about with the seats that are
    /// without a sheet now, and a step that is no longer open is not asked about any more.
    pub(super) fn in_view_of(self, view: &Seen) -> Option<Self> {
        match self {
            Self::Sure(wish) if is_a_step(&wish) => {
                let kind = std::mem::discriminant(&wish);
                let is_same = |it: &&Wish| {
                    std::mem::discriminant(*it) == kind && it.project() == wish.project()
                };
                step::open(view).find(is_same).cloned().map(Self::Sure)
            }
            Self::Sure(Wish::Agree { proposal }) => {
                let waits = view.proposals.iter().any(|it| it.number == proposal);
                waits.then_some(Self::Sure(Wish::Agree { proposal }))
            }
            Self::Sure(Wish::HandOver { seat, from, to }) => {
                let waits = view.waiting.iter().any(|it| {
                    it.at == seat && it.holder.terminal == from && it.waits.terminal == to
                });
                waits.then_some(Self::Sure(Wish::HandOver { seat, from, to }))
            }
            other => Some(other),
        }
    }

    /// Its keys.
    pub(super) fn keys(&self) -> KeyTable<Choice> {
        match self {
            Self::Pick(_) => MENU_KEYS,
            Self::Sort(_) => SORT_KEYS,
            Self::Why(_) => WHY_KEYS,
            Self::Type(_) => TYPE_KEYS,
            Self::Sure(_) | Self::Now(_) | Self::Reorder(_) | Self::Leave => SURE_KEYS,
        }
    }

    /// Whether an answer means anything here.
    pub(super) fn takes(&self, choice: Choice) -> bool {
        match self {
            Self::Sort(sort) => choice != Choice::Share || sort.is_tie(),
            Self::Type(typed) => choice != Choice::Blink || typed.is_message(),
            _ => true,
        }
    }

    /// Takes a key. `language` is the session's: the record is kept in it, whatever the screen speaks.
    pub(super) fn reply(mut self, key: KeyEvent, language: &str) -> Reply {
        match (self.keys().find(key), &mut self) {
            (Some(Choice::No), _) => return Reply::Drop,
            (Some(Choice::Yes | Choice::Leave), Self::Leave) => return Reply::Leave,
            (Some(Choice::Leave), _) => return Reply::Open(Self::Leave),
            (Some(Choice::Yes), _) => return self.yes(),
            (Some(Choice::Go(by)), Self::Pick(menu)) => menu.go(by),
            (Some(Choice::Go(by)), Self::Sort(sort)) => sort.go(by),
            (Some(Choice::Hold), Self::Sort(sort)) => sort.hold(),
            (Some(Choice::Share), Self::Sort(sort)) => sort.share(),
            (Some(Choice::Blink), Self::Type(typed)) => typed.blink = !typed.blink,
            (None, Self::Pick(menu)) => {
                if let Some(picked) = menu.at_digit(key) {
                    return picked.follows();
                }
            }
            (None, Self::Why(why)) => {
                let is_taken = why.take(key, language);
                if !is_taken {
                    return self.stuck();
                }
            }
            (None, Self::Sure(_) | Self::Leave) => return self.stuck(),
            (None, Self::Type(typed)) => typed.take(key, language),
            _ => (),
        }
        Reply::Open(self)
    }

    /// Says how it is answered.
    fn stuck(self) -> Reply {
        let how = match &self {
            Self::Why(_) => "host-why-needed",
            Self::Type(typed) => typed.needed(),
            Self::Sort(_) => "host-sort-needed",
            _ => "host-sure-needed",
        };
        Reply::Stuck(self, how)
    }

    /// What comes of a line that was picked.
    fn follows(self) -> Reply {
        match self {
            Self::Now(wish) => Reply::Send(wish),
            other => Reply::Open(other),
        }
    }

    fn yes(self) -> Reply {
        match self {
            Self::Pick(menu) => menu.picked().map_or(Reply::Drop, Self::follows),
            Self::Type(typed) => match typed.answered() {
                None => Self::Type(typed).stuck(),
                Some(question) => question.follows(),
            },
            Self::Sort(sort) => match sort.wish() {
                // To close it would hand the next key to the console.
                None => Self::Sort(sort).stuck(),
                Some(wish) => Reply::Open(Self::why(wish)),
            },
            Self::Why(why) => match why.answered() {
                None => Self::Why(why).stuck(),
                Some(wish) if is_about_a_clock(&wish) => Reply::Send(wish),
                Some(wish) => Reply::Open(Self::Sure(wish)),
            },
            Self::Sure(wish) | Self::Now(wish) => Reply::Send(wish),
            Self::Reorder(project) => Reply::Open(Self::Reorder(project)),
            Self::Leave => Reply::Leave,
        }
    }
}

/// What the agenda offers, and what is asked about in its words.
fn is_a_step(wish: &Wish) -> bool {
    matches!(
        wish,
        Wish::Lock { .. } | Wish::Release { .. } | Wish::Begin { .. } | Wish::Finish { .. }
    )
}

/// A clock cannot wait for a second question, and what was done to it can be undone.
fn is_about_a_clock(wish: &Wish) -> bool {
    matches!(wish, Wish::PauseClock { .. } | Wish::AddTime { .. } | Wish::SetClock { .. })
}

/// Where a lock is refused anyway, without any sheet or with one given back, the hub says so in
/// words: no need to ask first.
fn lock_is_asked(view: &Seen, wish: &Wish) -> bool {
    let open = view.open.iter().find(|open| Some(&open.project) == wish.project());
    open.is_some_and(|open| {
        let is_back = open.seats.iter().any(|line| line.state == SeatWord::Returned);
        !open.missing.is_empty() && !open.scored.is_empty() && !is_back
    })
}

/// How much of its pitch a project would lose by this step; negative once it is over its time.
pub(super) fn time_cut(view: &Seen, wish: &Wish, now: At) -> Ms {
    let on_stage = view.stage.as_ref().filter(|it| Some(&it.project.id) == wish.project());
    let clock = on_stage.and_then(|it| it.clock.as_ref());
    match clock.filter(|clock| clock.phase == Phase::Presentation) {
        Some(clock) => clock.left(now),
        None => Ms::ZERO,
    }
}
