//! What the keys of the clerk's screen do.

use ratatui::crossterm::event::KeyEvent;
use uuid::Uuid;

use super::{
    ClerkScreen, Mode,
    keys::{Act, KEYS},
    paper::{PaperDraft, Which, choices, rubric_of},
};
use crate::{
    contest::{Keyer, LONGEST_NAME, Marks, Refusal, Wish},
    tui::{
        Effect,
        dialog::{Answer, Dialog, Input},
        judge::{Marking, SheetAct},
        keys::Key,
    },
};

/// The most characters of a reason.
const LONGEST_REASON: usize = 80;

impl ClerkScreen {
    /// Answers a key press.
    pub(super) fn answer(&mut self, event: KeyEvent) -> Vec<Effect> {
        let Some(pressed) = Key::pressed(event) else { return Vec::new() };
        if let Some(answered) = self.answer_dialog(event) {
            return answered;
        }
        self.refused = None;
        let Some(act) = KEYS.find(event) else { return vec![Effect::NoSuchKey] };
        if !self.can_be_done(act) {
            return vec![Effect::NoSuchKey];
        }
        match (self.mode, act) {
            (_, Act::Help) => return vec![Effect::Help],
            (_, Act::Quit) if self.drafts.values().any(PaperDraft::is_unsent) => {
                self.mode = Mode::Quit;
            }
            (_, Act::Quit) => return vec![Effect::Quit],
            (_, Act::Paper) => self.mode = Mode::Choose,
            (_, Act::Reconcile) => self.mode = Mode::Reconcile,
            (_, Act::Who) => self.ask_who(false),
            (Mode::Choose, _) => return self.choose(act),
            (Mode::Form, _) => return self.fill_in(act, pressed),
            (Mode::Confirm, _) => return self.answer_question(act),
            (_, Act::Back) => self.mode = Mode::Watch,
            _ => return vec![Effect::NoSuchKey],
        }
        Vec::new()
    }

    /// A dialog takes every key until it is answered.
    fn answer_dialog(&mut self, event: KeyEvent) -> Option<Vec<Effect>> {
        if self.mode == Mode::Quit {
            match Dialog::confirm("", "").update(event) {
                Some(Answer::Confirmed(_)) => return Some(vec![Effect::Quit]),
                Some(Answer::Cancelled) => self.mode = Mode::Watch,
                None => (),
            }
            return Some(Vec::new());
        }
        if !matches!(self.mode, Mode::Who { .. } | Mode::Drop) {
            return None;
        }
        let mut dialog = Dialog::ask("", "", std::mem::replace(&mut self.input, Input::new(0)));
        let answer = dialog.update(event);
        self.input = dialog.input.unwrap_or_else(|| Input::new(0));
        Some(match (self.mode, answer) {
            (Mode::Who { then_key }, Some(Answer::Confirmed(name))) => {
                self.name = name;
                self.mode = Mode::Choose;
                if then_key { self.open() } else { Vec::new() }
            }
            (Mode::Drop, Some(Answer::Confirmed(reason))) => {
                self.mode = Mode::Choose;
                self.chosen().map(|which| self.drop_keying(which, reason)).unwrap_or_default()
            }
            (_, Some(Answer::Cancelled)) => {
                self.mode = Mode::Choose;
                Vec::new()
            }
            _ => Vec::new(),
        })
    }

    fn ask_who(&mut self, then_key: bool) {
        let mut input = Input::new(LONGEST_NAME);
        input.insert(&self.name);
        self.input = input;
        self.mode = Mode::Who { then_key };
    }

    fn choose(&mut self, act: Act) -> Vec<Effect> {
        let all = self.view.as_ref().map(choices).unwrap_or_default();
        let at = self.chosen().and_then(|which| all.iter().position(|it| *it == which));
        let at = at.unwrap_or_default();
        let to = match act {
            Act::Up => at.saturating_sub(1),
            Act::Down => (at + 1).min(all.len().saturating_sub(1)),
            Act::Next if self.name.is_empty() => {
                self.ask_who(true);
                return Vec::new();
            }
            Act::Next => return self.open(),
            Act::Drop => {
                self.input = Input::new(LONGEST_REASON);
                self.mode = Mode::Drop;
                return Vec::new();
            }
            _ => {
                self.mode = Mode::Watch;
                return Vec::new();
            }
        };
        self.at = all.get(to).cloned();
        Vec::new()
    }

    /// Opens the chosen seat's sheet: empty, or with what this terminal has keyed of it before.
    fn open(&mut self) -> Vec<Effect> {
        let (Some(which), Some(view)) = (self.chosen(), &self.view) else {
            return vec![Effect::Bell];
        };
        let Some(rubric) = rubric_of(view, &which.0) else { return vec![Effect::Bell] };
        let keying = view.keying(&which.0, &which.1);
        if let Some((one, Some(other))) = keying.map(|it| (&it.keyed_by, &it.checked_by))
            && ![one, other].iter().any(|it| it.terminal == self.terminal)
        {
            let (project, seat) = which;
            self.refused = Some(Refusal::KeyedByTwo { project, seat });
            return vec![Effect::Bell];
        }
        if !self.drafts.contains_key(&which) {
            let Some(draft) = PaperDraft::new(view, &which) else { return vec![Effect::Bell] };
            self.drafts.insert(which.clone(), draft);
        }
        if let (Some(draft), Some(keying)) = (self.drafts.get_mut(&which), keying) {
            draft.settle(keying, rubric);
        }
        self.at = Some(which);
        self.mode = Mode::Form;
        Vec::new()
    }

    /// A key on the form.
    fn fill_in(&mut self, act: Act, pressed: Key) -> Vec<Effect> {
        if act == Act::Back {
            self.mode = Mode::Choose;
            return Vec::new();
        }
        let Some((mut marking, handed_in)) = self.marking() else { return vec![Effect::Bell] };
        let moved_from = marking.draft.moved_from.take();
        match act {
            // The form has gone on by itself: this is the key that habit presses after a mark.
            Act::Next | Act::Down if moved_from.is_some() => (),
            Act::Up => marking.go_by(|line, _| line.saturating_sub(1)),
            Act::Down => marking.go_by(|line, last| (line + 1).min(last)),
            Act::Next => return self.go_on(),
            Act::Mark(act) => {
                let effects = marking.mark(act, pressed, moved_from);
                if effects.is_empty() {
                    *handed_in = None;
                }
                return effects;
            }
            _ => return vec![Effect::NoSuchKey],
        }
        Vec::new()
    }

    /// Enter on a criterion: the next one, or after the last one the question, or what is missing.
    fn go_on(&mut self) -> Vec<Effect> {
        let Some((mut marking, _)) = self.marking() else { return Vec::new() };
        let sheet = marking.sheet();
        let is_last = marking.draft.line + 1 >= sheet.criteria().count();
        let gap = sheet.first_gap();
        match gap {
            _ if !is_last => marking.go_by(|line, last| (line + 1).min(last)),
            Some(gap) => {
                marking.go_by(|_, last| gap.min(last));
                return vec![Effect::Bell];
            }
            None => {
                // The mark that was typed last is finished.
                let line = marking.draft.line;
                marking.draft.go(line);
                self.mode = Mode::Confirm;
            }
        }
        Vec::new()
    }

    fn answer_question(&mut self, act: Act) -> Vec<Effect> {
        match act {
            Act::Next | Act::Mark(SheetAct::Pass) => return self.hand_in(),
            Act::Up | Act::Back | Act::Mark(SheetAct::Fail) => self.mode = Mode::Form,
            _ => {
                // Who still types has not read it, so the next Enter does not answer it either.
                self.mode = Mode::Form;
                return vec![Effect::Bell];
            }
        }
        Vec::new()
    }

    /// Hands in what was keyed, as it stands.
    fn hand_in(&mut self) -> Vec<Effect> {
        self.mode = Mode::Choose;
        let (name, terminal) = (self.name.clone(), self.terminal);
        let Some((project, seat)) = self.at.clone() else { return vec![Effect::Bell] };
        let Some((marking, handed_in)) = self.marking() else { return vec![Effect::Bell] };
        if marking.sheet().first_gap().is_some() {
            return vec![Effect::Bell];
        }
        let marks = marking.sheet().marks();
        *handed_in = Some(marks.clone());
        let keyed_by = Keyer { name, terminal };
        self.asks(
            (project.clone(), seat.clone()),
            Wish::KeySheet { project, seat, marks, keyed_by },
        )
    }

    fn drop_keying(&mut self, which: Which, reason: String) -> Vec<Effect> {
        let (project, seat) = which.clone();
        self.asks(which, Wish::DropKeying { project, seat, reason })
    }

    fn asks(&mut self, which: Which, wish: Wish) -> Vec<Effect> {
        let id = Uuid::new_v4();
        self.asked.insert(id, which);
        vec![Effect::Ask { id, wish }]
    }

    /// The hub's answer to something that was asked here.
    pub(super) fn answered(&mut self, id: Uuid, refusal: Option<&Refusal>) -> Vec<Effect> {
        let Some(which) = self.asked.remove(&id) else { return Vec::new() };
        let Some(refusal) = refusal else { return Vec::new() };
        self.refused = Some(refusal.clone());
        // What is typed stays, and is not handed in.
        if let Some(draft) = self.drafts.get_mut(&which) {
            draft.handed_in = None;
        }
        vec![Effect::Bell]
    }

    /// The chosen seat, or the first one.
    pub(super) fn chosen(&self) -> Option<Which> {
        let all = choices(self.view.as_ref()?);
        let chosen = self.at.as_ref().filter(|at| all.contains(at));
        chosen.or(all.first()).cloned()
    }

    /// The sheet that is open, to be typed into, and what has been handed in of it.
    fn marking(&mut self) -> Option<(Marking<'_>, &mut Option<Marks>)> {
        let (view, at) = (self.view.as_ref()?, self.at.as_ref()?);
        let rubric = rubric_of(view, &at.0)?;
        self.drafts.get_mut(at).map(|it| it.marking(rubric))
    }
}
