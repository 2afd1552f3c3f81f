//! What the keys of a judge's screen do, but for the marks themselves, which are in `mark.rs`.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use uuid::Uuid;

use super::{
    JudgeScreen, Mode,
    draft::LONGEST_NOTE,
    keys::{Act, KEYS},
};
use crate::tui::{
    Effect,
    dialog::{Answer, Dialog, Input},
    keys::Key,
};

impl JudgeScreen {
    /// Answers a key press.
    pub(super) fn answer(&mut self, event: KeyEvent) -> Vec<Effect> {
        let Some(pressed) = Key::pressed(event) else { return Vec::new() };
        self.heard();
        match self.mode {
            Mode::Quit => return self.answer_quit(event),
            Mode::Recuse if pressed != Key::Ctrl('c') => return self.answer_recusal(event),
            Mode::Note if pressed != Key::Ctrl('c') => {
                self.write_note(event);
                return Vec::new();
            }
            Mode::Form | Mode::Confirm | Mode::List | Mode::Note | Mode::Recuse => (),
        }
        let moved_from = self.draft().and_then(|draft| draft.moved_from.take());
        let Some(act) = KEYS.find(event) else { return vec![Effect::NoSuchKey] };
        match act {
            Act::Help => return vec![Effect::Help],
            Act::Quit if self.roll.needs_the_terminal() => self.mode = Mode::Quit,
            Act::Quit => return vec![Effect::Quit],
            Act::List if self.mode == Mode::List => self.mode = Mode::Form,
            Act::List => self.mode = Mode::List,
            Act::Earlier => self.turn(Turn::Earlier),
            Act::Later => self.turn(Turn::Later),
            Act::Note => self.begin_note(),
            Act::Recuse => return self.ask_to_recuse(),
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
                    _ => self.act_on_form(act, pressed, moved_from),
                };
            }
        }
        Vec::new()
    }

    /// What was said for the judge to read has been read.
    pub(super) fn heard(&mut self) {
        self.refused = None;
        self.restored = None;
    }

    fn answer_quit(&mut self, event: KeyEvent) -> Vec<Effect> {
        match Dialog::confirm("", "").update(event) {
            Some(Answer::Confirmed(_)) => return vec![Effect::Quit],
            Some(Answer::Cancelled) => self.mode = Mode::Form,
            None => (),
        }
        Vec::new()
    }

    pub(super) fn begin_note(&mut self) {
        let Some(draft) = self.draft() else { return };
        let mut input = Input::new(LONGEST_NOTE);
        input.insert(&draft.note);
        self.note = input;
        self.mode = Mode::Note;
    }

    /// Every key is in the note at once, so that there is nothing to confirm and nothing to lose.
    fn write_note(&mut self, event: KeyEvent) {
        match event.code {
            KeyCode::Enter | KeyCode::Esc | KeyCode::Tab => self.mode = Mode::Form,
            _ => self.note.update(event),
        }
        self.note_is_written();
    }

    /// Puts what has been written into the draft.
    pub(super) fn note_is_written(&mut self) {
        let text = self.note.text();
        if let Some(draft) = self.draft() {
            draft.note = if text.trim().is_empty() { String::new() } else { text };
        }
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
            // Its `y` and `n` are those of a gate.
            Act::Next | Act::Pass => return self.send(),
            Act::Up | Act::Back | Act::Fail => self.mode = Mode::Form,
            _ => {
                // The marks stand as the question says them. Who still types has not read it, so the
                // next Enter does not answer it either.
                self.mode = Mode::Form;
                return vec![Effect::Bell];
            }
        }
        Vec::new()
    }

    fn act_on_form(&mut self, act: Act, pressed: Key, moved_from: Option<usize>) -> Vec<Effect> {
        match act {
            // The form has gone on by itself: this is the key that habit presses after a mark.
            Act::Next | Act::Down if moved_from.is_some() => (),
            Act::Next => return self.go_on(),
            Act::Up => self.go_by(|line, _| line.saturating_sub(1)),
            Act::Down => self.go_by(|line, last| (line + 1).min(last)),
            _ => {
                return match self.marking() {
                    Some(mut marking) => marking.mark(act, pressed, moved_from),
                    None if act == Act::Back => vec![Effect::NoSuchKey],
                    None => vec![Effect::Bell],
                };
            }
        }
        Vec::new()
    }

    pub(super) fn go_by(&mut self, to: impl FnOnce(usize, usize) -> usize) {
        if let Some(mut marking) = self.marking() {
            marking.go_by(to);
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
        if is_last {
            return self.ask_to_send();
        }
        self.go_by(|line, last| (line + 1).min(last));
        if is_bad { vec![Effect::Bell] } else { Vec::new() }
    }

    /// Asks whether to send the sheet, or goes to what keeps it from being whole.
    pub(super) fn ask_to_send(&mut self) -> Vec<Effect> {
        let Some(sheet) = self.sheet() else { return Vec::new() };
        match sheet.first_gap().filter(|_| sheet.takes_typing()) {
            Some(gap) => self.go_by(|_, last| gap.min(last)),
            None if sheet.can_be_sent() => {
                self.mode = Mode::Confirm;
                // The mark that was typed last is finished.
                self.draft().into_iter().for_each(|draft| draft.goes_on = false);
                return Vec::new();
            }
            None => (),
        }
        vec![Effect::Bell]
    }

    /// Sends the open sheet as it stands; the id and the revision are made here and nowhere else.
    pub(super) fn send(&mut self) -> Vec<Effect> {
        self.mode = Mode::Form;
        let Some(sheet) = self.sheet().filter(|it| it.can_be_sent()) else {
            return vec![Effect::Bell];
        };
        let known = sheet.revision();
        let (project, marks) = (sheet.line.project.id.clone(), sheet.marks());
        let Some(draft) = self.draft() else { return Vec::new() };
        let id = Uuid::new_v4();
        let revision = draft.send(id, known, marks.clone());
        vec![Effect::Ask { id, wish: self.hand_in(project, revision, marks) }]
    }

    /// Opens the next or the previous project's sheet.
    pub(super) fn turn(&mut self, turn: Turn) {
        let row = self.shown.as_ref().and_then(|shown| self.roll.row(shown));
        let to = row.and_then(|row| match turn {
            Turn::Earlier => row.checked_sub(1),
            Turn::Later => row.checked_add(1),
        });
        let sheet = to.and_then(|row| self.sheet_in(row));
        if let Some(project) = sheet.map(|it| it.line.project.id.clone()) {
            self.open(project);
        }
    }
}

/// A way through the run order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Turn {
    /// To the project before.
    Earlier,
    /// To the project after.
    Later,
}
