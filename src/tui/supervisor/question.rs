//! What is asked before a wish goes out: what, how many, which marks, why, and whether it is meant.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::{
    marks::Form,
    offer::{Offer, offers},
};
use crate::{
    contest::{Act, DeductionId, ProjectId, SeatId, Wish},
    protocol::views::{AuditLine, AuditSeat},
    tui::{
        dialog::Input,
        keys::{Binding, Key, KeyTable},
        reason::Why,
        supervisor::seen::Seen,
    },
};

/// The most digits of a number of units.
const UNITS_DIGITS: usize = 3;

/// An open question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Question {
    /// What is to be proposed.
    Pick(Menu),
    /// How many units of a rule.
    Units(ProjectId, DeductionId, Input),
    /// Which marks a sheet is to have.
    Marks(Box<Form>),
    /// Why: the wish goes out with the reason.
    Why(Why),
    /// Whether it is meant.
    Sure(Wish),
    /// Whether to close the screen.
    Leave,
}

/// What can be proposed about a project and a seat.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Menu {
    /// The project.
    pub(super) project: ProjectId,
    /// The seat.
    pub(super) seat: Option<SeatId>,
    /// The lines, each with what is asked next; never empty.
    pub(super) entries: Vec<(Offer, Question)>,
    /// The line under the cursor.
    pub(super) at: usize,
}

/// What a key makes of a question.
#[derive(Debug, PartialEq)]
pub(super) enum Reply {
    /// It is still open, or another one is.
    Open(Question),
    /// It is still open, and what was typed is no answer.
    Stuck(Question),
    /// The answer was no.
    Drop,
    /// The answer was yes.
    Send(Wish),
    /// The screen closes.
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
}

const fn hint(keys: &'static [Key], action: Choice, words: &'static str) -> Binding<Choice> {
    Binding { keys, action, words, hint: true }
}

const ENTER: &[Key] = &[Key::Code(KeyCode::Enter)];
const ESC: &[Key] = &[Key::Code(KeyCode::Esc)];
const QUIT: Binding<Choice> = Binding {
    keys: &[Key::Ctrl('c')],
    action: Choice::Leave,
    words: "supervisor-key-quit",
    hint: false,
};

/// The answers to yes and no. Enter is none of them: a double press answers no question.
pub(super) const SURE_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(&[Key::Char('y')], Choice::Yes, "dialog-confirm"),
    hint(&[Key::Code(KeyCode::Esc), Key::Char('n')], Choice::No, "dialog-cancel"),
    QUIT,
]);

/// The keys that are not part of what is typed.
pub(super) const TYPING_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(ENTER, Choice::Yes, "dialog-confirm"),
    hint(ESC, Choice::No, "dialog-cancel"),
    QUIT,
]);

/// The keys of lists and of sheets.
pub(super) const LIST_KEYS: KeyTable<Choice> = KeyTable(&[
    hint(ENTER, Choice::Yes, "supervisor-key-on"),
    hint(ESC, Choice::No, "dialog-cancel"),
    hint(&[Key::Code(KeyCode::Up)], Choice::Go(-1), "supervisor-key-up"),
    hint(&[Key::Code(KeyCode::Down)], Choice::Go(1), "supervisor-key-down"),
    QUIT,
]);

impl Question {
    /// Asks why.
    pub(super) fn why(wish: Wish) -> Self {
        Self::Why(Why::new(wish, ""))
    }

    /// Asks what to propose; `None` where nothing can be.
    pub(super) fn pick(view: &Seen, line: &AuditLine, seat: Option<&AuditSeat>) -> Option<Self> {
        let then = |offer: Offer| Some((offer.clone(), Self::after(view, line, offer)?));
        let entries: Vec<_> = offers(view, line, seat).into_iter().filter_map(then).collect();
        if entries.is_empty() {
            return None;
        }
        let (project, seat) = (line.project.id.clone(), seat.map(|it| it.seat.clone()));
        Some(Self::Pick(Menu { project, seat, entries, at: 0 }))
    }

    /// What is asked once an offer is taken.
    fn after(view: &Seen, line: &AuditLine, offer: Offer) -> Option<Self> {
        Some(match offer {
            Offer::Act(act) => Self::propose(act),
            Offer::Deduct(project, rule) => {
                let mut typed = Input::new(UNITS_DIGITS);
                typed.insert("1");
                Self::Units(project, rule, typed)
            }
            Offer::Correct(_, seat) => {
                let sheet = line.seats.iter().find(|it| it.seat == seat)?.sheet.as_ref()?;
                let rubric = view.rubric_of(line)?;
                let whose = (line.project.id.clone(), seat);
                Self::Marks(Box::new(Form::of(whose, rubric, &sheet.marks)))
            }
        })
    }

    fn propose(act: Act) -> Self {
        Self::why(Wish::Propose { act, reason: String::new() })
    }

    /// Whether it can still be answered: a proposal that is settled is asked about no more.
    pub(super) fn still_stands(&self, view: &Seen) -> bool {
        let wish = match self {
            Self::Sure(wish) => wish,
            Self::Why(why) => &why.wish,
            _ => return true,
        };
        match wish {
            Wish::Agree { proposal } | Wish::Decline { proposal, .. } => {
                view.proposals.iter().any(|it| it.number == *proposal)
            }
            _ => true,
        }
    }

    /// Its keys.
    pub(super) fn keys(&self) -> KeyTable<Choice> {
        match self {
            Self::Pick(_) | Self::Marks(_) => LIST_KEYS,
            Self::Why(_) | Self::Units(..) => TYPING_KEYS,
            Self::Sure(_) | Self::Leave => SURE_KEYS,
        }
    }

    /// Takes a key. `language` is the session's: the record is kept in it, whatever the screen speaks.
    pub(super) fn reply(mut self, key: KeyEvent, language: &str) -> Reply {
        match (self.keys().find(key), &mut self) {
            (Some(Choice::No), _) => return Reply::Drop,
            (Some(Choice::Yes | Choice::Leave), Self::Leave) => return Reply::Leave,
            (Some(Choice::Leave), _) => return Reply::Open(Self::Leave),
            (Some(Choice::Go(by)), Self::Pick(menu)) => {
                menu.at = super::moved(menu.at, by, menu.entries.len());
            }
            (Some(Choice::Go(by)), Self::Marks(form)) => form.go(by),
            (Some(_), _) => return self.answered(),
            (None, Self::Pick(menu)) => {
                let picked = digit(key).and_then(|at| menu.entries.get(at));
                if let Some((_, then)) = picked {
                    return Reply::Open(then.clone());
                }
            }
            (None, Self::Units(_, _, typed)) => match Key::pressed(key) {
                Some(Key::Char(c)) if !c.is_ascii_digit() => return Reply::Stuck(self),
                _ => typed.update(key),
            },
            (None, Self::Marks(form)) => {
                if !form.take(key) {
                    return Reply::Stuck(self);
                }
            }
            (None, Self::Why(why)) => {
                if !why.take(key, language) {
                    return Reply::Stuck(self);
                }
            }
            (None, Self::Sure(_) | Self::Leave) => (),
        }
        Reply::Open(self)
    }

    /// It was answered with yes.
    fn answered(self) -> Reply {
        match self {
            Self::Pick(mut menu) if menu.at < menu.entries.len() => {
                Reply::Open(menu.entries.swap_remove(menu.at).1)
            }
            Self::Units(project, rule, typed) => match typed.text().parse() {
                Ok(units) if 0 < units => {
                    Reply::Open(Self::propose(Act::Deduct { project, rule, units }))
                }
                _ => Reply::Stuck(Self::Units(project, rule, typed)),
            },
            Self::Marks(mut form) => {
                if form.next() {
                    return Reply::Open(Self::Marks(form));
                }
                match form.act() {
                    Some(act) => Reply::Open(Self::propose(act)),
                    None => Reply::Stuck(Self::Marks(form)),
                }
            }
            Self::Why(why) => match why.answered() {
                Some(wish) => Reply::Send(wish),
                None => Reply::Stuck(Self::Why(why)),
            },
            Self::Sure(wish) => Reply::Send(wish),
            other @ (Self::Pick(_) | Self::Leave) => Reply::Open(other),
        }
    }
}

/// The line that a digit picks.
fn digit(key: KeyEvent) -> Option<usize> {
    let Key::Char(digit) = Key::pressed(key)? else { return None };
    usize::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)
}
