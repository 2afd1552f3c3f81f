//! The clerk's screen (统分员): which sheets are still missing, of the projects that take any; then the run
//! order. Of a judge whose terminal is dead the signed paper sheet is keyed here, by two persons at two
//! terminals; no other mark and no score ever reaches it.
//!
//! What always holds, and the test that guards it:
//!
//! - what is missing is seen first, however small the window: `what_is_missing_is_seen_first`;
//! - who keys a sheet again sees nothing of the first keying: `the_second_keying_shows_nothing_of_the_first`;
//! - what is typed is kept by leaving it, by a refusal, and when others have keyed it differently:
//!   `what_is_typed_is_kept_and_only_what_differs_is_keyed_anew`.

mod act;
mod keys;
mod paper;
mod view;

use std::collections::BTreeMap;

use ratatui::{
    buffer::Buffer,
    crossterm::event::KeyEvent,
    layout::{Position, Rect},
};
use uuid::Uuid;

use self::{
    keys::{Act, KEYS},
    paper::{PaperDraft, Which, choices, rubric_of},
};
use super::{
    Effect, Scene, Screen,
    dialog::Input,
    hall,
    judge::{Sheet, SheetAct},
    keys::{HelpRow, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::{At, Refusal},
    protocol::views::ClerkView,
    words::Words,
};

/// The sheets of one room.
#[derive(Debug)]
pub struct ClerkScreen {
    view: Option<ClerkView>,
    link: LinkState,
    /// This terminal, as it names itself to the hub.
    terminal: Uuid,
    /// Who keys here; empty until that was said.
    name: String,
    mode: Mode,
    /// The seat that was chosen last.
    at: Option<Which>,
    /// What is typed of paper sheets that are not in.
    drafts: BTreeMap<Which, PaperDraft>,
    /// What waits for the hub's answer.
    asked: BTreeMap<Uuid, Which>,
    /// What was refused last, until the next key.
    refused: Option<Refusal>,
    /// What is being written in a dialog.
    input: Input,
}

/// What the keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// What is missing.
    Watch,
    /// The seats whose sheet may be keyed.
    Choose,
    /// The marks of one.
    Form,
    /// The question whether the total is the paper's.
    Confirm,
    /// The dialog that asks who keys; then the chosen sheet is opened, if that was meant.
    Who {
        /// Whether it was.
        then_key: bool,
    },
    /// The dialog that asks why what was keyed is dropped.
    Drop,
    /// The sheets by where they came from.
    Reconcile,
    /// The question whether to leave what is unsent.
    Quit,
}

impl ClerkScreen {
    /// A screen at this terminal that has not heard from the hub yet.
    pub fn new(terminal: Uuid) -> Self {
        Self {
            view: None,
            link: LinkState::Connecting,
            terminal,
            name: String::new(),
            mode: Mode::Watch,
            at: None,
            drafts: BTreeMap::new(),
            asked: BTreeMap::new(),
            refused: None,
            input: Input::new(0),
        }
    }

    fn see(&mut self, view: ClerkView) {
        let open = choices(&view);
        self.drafts.retain(|which, _| open.contains(which));
        let is_on_a_sheet = matches!(self.mode, Mode::Form | Mode::Confirm | Mode::Drop);
        let is_gone = self.at.as_ref().is_some_and(|at| !open.contains(at));
        if is_on_a_sheet && is_gone {
            self.mode = Mode::Choose;
        }
        self.view = Some(view);
    }

    /// The sheet that is open.
    fn sheet(&self) -> Option<Sheet<'_>> {
        let (view, at) = (self.view.as_ref()?, self.at.as_ref()?);
        Some(self.drafts.get(at)?.sheet(rubric_of(view, &at.0)?))
    }

    /// What can be done now.
    fn can_be_done(&self, act: Act) -> bool {
        let has_choice = || self.chosen().is_some();
        let is_keyed = || {
            let (view, which) = (self.view.as_ref()?, self.chosen()?);
            view.keying(&which.0, &which.1)
        };
        let is_gate = || self.sheet().and_then(Sheet::current).is_some_and(|it| it.gate);
        match (self.mode, act) {
            (Mode::Watch | Mode::Reconcile, Act::Paper)
            | (Mode::Watch | Mode::Choose, Act::Reconcile) => self.view.is_some(),
            (Mode::Choose, Act::Up | Act::Down | Act::Next) => has_choice(),
            (Mode::Choose, Act::Drop) => is_keyed().is_some(),
            (Mode::Form, Act::Mark(SheetAct::Pass | SheetAct::Fail)) => is_gate(),
            (_, Act::Help | Act::Quit)
            | (Mode::Choose | Mode::Form | Mode::Confirm | Mode::Reconcile, Act::Back)
            | (Mode::Choose, Act::Who)
            | (Mode::Form, Act::Up | Act::Down | Act::Next | Act::Mark(_))
            | (Mode::Confirm, Act::Next | Act::Up | Act::Mark(_)) => true,
            _ => false,
        }
    }
}

impl Screen for ClerkScreen {
    fn hear(&mut self, news: &News, _now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => {
                // A picture that does not fit says nothing new.
                if let Ok(view) = picture.read::<ClerkView>() {
                    self.see(view);
                }
            }
            News::Granted { id, .. } => return self.answered(*id, None),
            News::Refused { id, refusal } => return self.answered(*id, Some(refusal)),
        }
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, _now: At) -> Vec<Effect> {
        self.answer(key)
    }

    fn paste(&mut self, text: &str) {
        if matches!(self.mode, Mode::Who { .. } | Mode::Drop) {
            self.input.insert(text);
        }
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, _now: At) -> Vec<Offer> {
        // A mark is typed, not chosen from a list.
        let is_typing = |act| act == Act::Mark(SheetAct::Type);
        KEYS.offers(words, |act| !is_typing(act) && self.can_be_done(act))
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf)
    }

    fn next_change(&self, now: At) -> Option<At> {
        hall::next_age(&self.link, now)
    }
}

#[cfg(test)]
mod tests;
