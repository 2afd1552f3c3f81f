//! A judge stays out of a project (回避): the reason is asked for, sent, and answered by the hub.
//!
//! A digit puts a prepared reason in, and only Enter takes it: `a_prepared_reason_is_seen_before_it_is_taken`.
//! The dialog names its project and stays with it, whoever is called up meanwhile.

use ratatui::{
    buffer::Buffer,
    crossterm::event::KeyEvent,
    layout::{Position, Rect},
};
use uuid::Uuid;

use super::{JudgeScreen, Mode, sheet::Sheet};
use crate::{
    contest::{ProjectId, Wish},
    tui::{
        Effect, Scene,
        dialog::{Answer, Dialog, Input},
        keys::Key,
    },
    words::Words,
};

/// The most characters of a reason: a line of the record, not a letter.
const LONGEST: usize = 60;

/// How many reasons are prepared; the digits from 1 on choose one.
const PREPARED: usize = 4;

/// A recusal that is being written, or is on its way.
#[derive(Debug)]
pub(super) struct Recusal {
    /// The project.
    pub(super) project: ProjectId,
    /// The reason so far.
    reason: Input,
    /// Whether nobody has typed at it: another digit puts another reason in.
    is_whole: bool,
    /// The wish, once it is on its way.
    pub(super) sent: Option<Uuid>,
}

impl Recusal {
    fn new(project: ProjectId) -> Self {
        Self { project, reason: Input::new(LONGEST), is_whole: true, sent: None }
    }

    /// Takes a key. `language` is the session's: the record is kept in it, whatever the screen speaks.
    fn take(&mut self, key: KeyEvent, language: &str) -> Option<Answer> {
        let is_whole = self.is_whole || self.reason.text().is_empty();
        if let Some(reason) = chosen(key, language).filter(|_| is_whole) {
            self.reason = Input::new(LONGEST);
            self.reason.insert(&reason);
            self.is_whole = true;
            return None;
        }
        let before = self.reason.text();
        let mut dialog = Dialog::ask("", "", self.reason.clone());
        let answer = dialog.update(key);
        self.reason = dialog.input.unwrap_or_else(|| Input::new(LONGEST));
        self.is_whole &= self.reason.text() == before;
        answer
    }

    /// Takes a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.reason.insert(text);
        self.is_whole = false;
    }
}

impl JudgeScreen {
    /// Asks why, if the judge may still stay out of the open project.
    pub(super) fn ask_to_recuse(&mut self) -> Vec<Effect> {
        let is_under_way = self.recusal.as_ref().is_some_and(|it| it.sent.is_some());
        let Some(sheet) = self.sheet().filter(|it| it.may_recuse() && !is_under_way) else {
            return vec![Effect::Bell];
        };
        self.recusal = Some(Recusal::new(sheet.line.project.id.clone()));
        self.mode = Mode::Recuse;
        Vec::new()
    }

    /// A key while the reason is asked for.
    pub(super) fn answer_recusal(&mut self, key: KeyEvent) -> Vec<Effect> {
        let language = self.view.as_ref().map(|it| it.session.language.clone()).unwrap_or_default();
        let Some(recusal) = &mut self.recusal else { return Vec::new() };
        match recusal.take(key, &language) {
            Some(Answer::Confirmed(reason)) => {
                let id = Uuid::new_v4();
                recusal.sent = Some(id);
                self.mode = Mode::Form;
                vec![Effect::Ask {
                    id,
                    wish: Wish::Recuse { project: recusal.project.clone(), reason },
                }]
            }
            Some(Answer::Cancelled) => {
                (self.recusal, self.mode) = (None, Mode::Form);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The project of the recusal that this wish was; it is on its way no longer.
    pub(super) fn recusal_answered(&mut self, id: Uuid) -> Option<ProjectId> {
        self.recusal.take_if(|it| it.sent == Some(id)).map(|it| it.project)
    }
}

/// The prepared reasons, in order.
fn prepared(words: &Words) -> [String; PREPARED] {
    std::array::from_fn(|at| words.say(&format!("judge-recuse-why-{}", at + 1)))
}

/// The prepared reason of a digit, in the language of the session.
fn chosen(key: KeyEvent, language: &str) -> Option<String> {
    let Key::Char(digit) = Key::pressed(key)? else { return None };
    let at = usize::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)?;
    prepared(&Words::of_session(language)).into_iter().nth(at)
}

/// Draws the dialog, and gives the place of its cursor.
pub(super) fn draw(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let words = scene.words;
    let recusal = screen.recusal.as_ref()?;
    let name = |sheet: Sheet<'_>| words.pick(sheet.line.project.name.both()).to_owned();
    let args = [
        ("project", recusal.project.to_string().into()),
        ("name", screen.sheet_of(&recusal.project).map(name).unwrap_or_default().into()),
    ];
    let reasons = (1..).zip(prepared(words)).map(|(digit, reason)| format!("{digit}  {reason}"));
    let text: Vec<String> =
        std::iter::once(words.tell("judge-recuse", &args)).chain(reasons).collect();
    Dialog::ask(words.say("judge-recuse-title"), text.join("\n"), recusal.reason.clone()).draw(
        words,
        scene.theme,
        area,
        buf,
    )
}
