//! What the keys of a judge's screen do.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{JudgeScreen, Mode, sheet::Sheet};
use crate::{
    contest::{ProjectId, Wish},
    tui::{
        Effect,
        dialog::{Answer, Dialog},
        keys::{Binding, Key, KeyTable},
    },
};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
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
    /// One step more.
    More,
    /// One step less.
    Less,
    /// The project before.
    Earlier,
    /// The project after.
    Later,
    /// The project on stage.
    ToStage,
    /// The list of own sheets, and back.
    List,
    /// Back from the question or the list; on a mark, back to what the hub has.
    Back,
    /// All keys.
    Help,
    /// Close the screen.
    Quit,
}

const fn bind(keys: &'static [Key], action: Act, words: &'static str, hint: bool) -> Binding<Act> {
    Binding { keys, action, words, hint }
}

/// The keys of this screen.
pub(super) const KEYS: KeyTable<Act> = KeyTable(&[
    bind(&[Key::Code(KeyCode::Enter)], Act::Next, "judge-key-next", true),
    bind(&[Key::Code(KeyCode::Home)], Act::ToStage, "judge-key-to-stage", true),
    bind(&[Key::Code(KeyCode::Tab)], Act::List, "judge-key-list", true),
    bind(&[Key::Char('?')], Act::Help, "judge-key-help", true),
    bind(&[Key::Char('q'), Key::Ctrl('c')], Act::Quit, "judge-key-quit", true),
    bind(&[Key::Code(KeyCode::Up)], Act::Up, "judge-key-up", true),
    bind(&[Key::Code(KeyCode::Down)], Act::Down, "judge-key-down", false),
    bind(&[Key::Char('+'), Key::Char('=')], Act::More, "judge-key-more", true),
    bind(&[Key::Char('-')], Act::Less, "judge-key-less", true),
    bind(
        &[Key::Code(KeyCode::Left), Key::Code(KeyCode::PageUp)],
        Act::Earlier,
        "judge-key-earlier",
        true,
    ),
    bind(
        &[Key::Code(KeyCode::Right), Key::Code(KeyCode::PageDown)],
        Act::Later,
        "judge-key-later",
        true,
    ),
    bind(&[Key::Code(KeyCode::Esc)], Act::Back, "judge-key-back", true),
    bind(
        &[Key::Code(KeyCode::Backspace), Key::Code(KeyCode::Delete)],
        Act::Erase,
        "judge-key-erase",
        false,
    ),
    bind(
        &[
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
        ],
        Act::Type,
        "judge-key-type",
        false,
    ),
]);

impl JudgeScreen {
    /// Answers a key press.
    pub(super) fn answer(&mut self, event: KeyEvent) -> Vec<Effect> {
        let Some(pressed) = Key::pressed(event) else { return Vec::new() };
        self.refused = None;
        match self.mode {
            Mode::Help => {
                self.mode = Mode::Form;
                return Vec::new();
            }
            Mode::Quit => return self.answer_quit(event),
            Mode::Form | Mode::Confirm | Mode::List => (),
        }
        let Some(act) = KEYS.find(event) else { return Vec::new() };
        match act {
            Act::Help => self.mode = Mode::Help,
            Act::Quit if self.sheets().any(Sheet::is_unsent) => self.mode = Mode::Quit,
            Act::Quit => return vec![Effect::Quit],
            Act::List if self.mode == Mode::List => self.mode = Mode::Form,
            Act::List => self.mode = Mode::List,
            Act::Earlier => self.turn(Turn::Earlier),
            Act::Later => self.turn(Turn::Later),
            Act::ToStage => {
                self.mode = Mode::Form;
                if let Some(project) = self.on_stage().cloned() {
                    self.open(project);
                }
            }
            _ => {
                return match self.mode {
                    Mode::Confirm => self.act_on_question(act),
                    Mode::List => self.act_on_list(act),
                    _ => self.act_on_form(act, pressed),
                };
            }
        }
        Vec::new()
    }

    fn answer_quit(&mut self, event: KeyEvent) -> Vec<Effect> {
        match Dialog::confirm("", "").update(event) {
            Some(Answer::Confirmed(_)) => return vec![Effect::Quit],
            Some(Answer::Cancelled) => self.mode = Mode::Form,
            None => (),
        }
        Vec::new()
    }

    fn act_on_list(&mut self, act: Act) -> Vec<Effect> {
        match act {
            Act::Up => self.turn(Turn::Earlier),
            Act::Down => self.turn(Turn::Later),
            Act::Next | Act::Back => self.mode = Mode::Form,
            _ => return vec![Effect::Bell], // A mark typed here would go where nobody looks.
        }
        Vec::new()
    }

    fn act_on_question(&mut self, act: Act) -> Vec<Effect> {
        match act {
            Act::Next => return self.send(),
            Act::Up | Act::Back => self.mode = Mode::Form,
            _ => return vec![Effect::Bell], // The marks stand as the question says them.
        }
        Vec::new()
    }

    fn act_on_form(&mut self, act: Act, pressed: Key) -> Vec<Effect> {
        match act {
            Act::Next => return self.go_on(),
            Act::Up => self.go_by(|line, _| line.saturating_sub(1)),
            Act::Down => self.go_by(|line, last| (line + 1).min(last)),
            _ => return self.mark(act, pressed),
        }
        Vec::new()
    }

    fn go_by(&mut self, to: impl FnOnce(usize, usize) -> usize) {
        let Some(last) = self.sheet().map(|it| it.criteria().count().saturating_sub(1)) else {
            return;
        };
        if let Some(draft) = self.draft() {
            draft.go(to(draft.line, last));
        }
    }

    /// Enter on a criterion: the next one, or after the last one the question, or what is missing.
    ///
    /// A mark that is not allowed does not hold the judge up: marks typed blindly would otherwise
    /// land one criterion too early. It blocks the question instead.
    fn go_on(&mut self) -> Vec<Effect> {
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let is_bad = sheet.current().is_some_and(|it| sheet.mark(it).is_err());
        let is_last = sheet.draft.line + 1 == sheet.criteria().count();
        let (gap, can_be_sent) = (sheet.first_gap(), sheet.can_be_sent());
        let may_type = sheet.takes_typing();
        match gap {
            _ if !is_last => self.go_by(|line, last| (line + 1).min(last)),
            Some(gap) if may_type => {
                self.go_by(|_, last| gap.min(last));
                return vec![Effect::Bell];
            }
            _ if can_be_sent => self.mode = Mode::Confirm,
            _ => return vec![Effect::Bell],
        }
        if is_bad { vec![Effect::Bell] } else { Vec::new() }
    }

    fn mark(&mut self, act: Act, pressed: Key) -> Vec<Effect> {
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let Some(criterion) = sheet.current().filter(|_| sheet.is_open()) else {
            return vec![Effect::Bell];
        };
        let (id, text) = (criterion.id.clone(), sheet.text(criterion).into_owned());
        let up = sheet.rubric.step.unwrap_or(Decimal::ONE);
        let stepped = |by: Decimal| {
            let now = sheet.mark(criterion).ok()?.unwrap_or_default();
            Some((now + by).min(criterion.max).max(Decimal::ZERO).normalize().to_string())
        };
        let stepped = match act {
            Act::More => stepped(up),
            Act::Less => stepped(-up),
            _ => None,
        };
        let Some(draft) = self.draft() else { return Vec::new() };
        let taken = match (act, pressed, stepped) {
            (Act::Type, Key::Char(c), _) => draft.push(&id, &text, c),
            (_, _, Some(mark)) => {
                draft.replace(&id, mark);
                true
            }
            (Act::Erase, ..) => {
                draft.pop(&id, &text);
                true
            }
            (Act::Back, ..) => {
                draft.restore(&id);
                true
            }
            _ => false,
        };
        if taken { Vec::new() } else { vec![Effect::Bell] }
    }

    /// Sends the open sheet as it stands; the id and the revision are made here and nowhere else.
    fn send(&mut self) -> Vec<Effect> {
        self.mode = Mode::Form;
        let Some(sheet) = self.sheet().filter(|it| it.can_be_sent()) else {
            return vec![Effect::Bell];
        };
        let known = sheet.known().map_or(0, |(revision, _)| revision);
        let (project, marks) = (sheet.line.project.id.clone(), sheet.marks());
        let Some(draft) = self.draft() else { return Vec::new() };
        let id = Uuid::new_v4();
        let revision = draft.send(id, known, marks.clone());
        vec![Effect::Ask { id, wish: Wish::Submit { project, revision, marks } }]
    }

    /// Opens the next or the previous project's sheet.
    fn turn(&mut self, turn: Turn) {
        let ids: Vec<&ProjectId> = self.sheets().map(|it| &it.line.project.id).collect();
        let Some(at) = ids.iter().position(|id| Some(*id) == self.shown.as_ref()) else { return };
        let to = match turn {
            Turn::Earlier => at.checked_sub(1),
            Turn::Later => at.checked_add(1),
        };
        if let Some(project) = to.and_then(|to| ids.get(to)).map(|id| (*id).clone()) {
            self.open(project);
        }
    }
}

/// A way through the run order.
#[derive(Debug, Clone, Copy)]
enum Turn {
    Earlier,
    Later,
}
