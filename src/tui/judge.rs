//! The judge's terminal: the score sheet for the project on stage, the clock, and the judge's own
//! earlier sheets (评委平衡表).
//!
//! The screen follows the project on stage by itself, but never away from a sheet that still has to
//! be sent. What always holds, each guarded by a test in `judge/tests`:
//!
//! - a key pressed late never reaches the next project: `a_late_press_never_hits_the_next_project`;
//! - a sheet goes out once, and only whole: `a_sheet_is_sent_once_however_often_enter_is_pressed`,
//!   `a_mark_that_is_not_allowed_blocks_the_sheet`;
//! - nothing typed is lost by leaving a project, by a refusal, or with the terminal:
//!   `drafts_are_kept_per_project`, `a_refused_sheet_keeps_its_draft`,
//!   `a_draft_outlives_its_terminal`;
//! - after the lock it shows what counted, the hub's sheet: `after_the_lock_the_hubs_sheet_is_shown`;
//! - a sheet given back opens again and goes out as a new revision, changed or not:
//!   `a_sheet_given_back_may_go_out_with_the_same_marks_even_from_a_new_terminal`;
//! - a sealed sheet opens by itself, once, also after its terminal was killed: `sealed.rs`;
//! - a recusal is for the project its dialog names: `a_recusal_stays_with_its_project_and_a_refused_one_is_said`;
//! - what is clicked is what was drawn there: `a_click_selects_what_is_drawn_there`.
//!
//! Not here: anything of other judges; the picture has no place for it.

mod act;
mod answer;
mod band;
mod bottom;
mod draft;
mod entry;
mod form;
mod gone;
mod head;
mod kept;
pub(in crate::tui) mod keys;
mod list;
mod mark;
mod mouse;
mod passage;
mod recusal;
mod roll;
mod row;
mod sealed;
mod sheet;
mod state;
mod total;
mod view;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

/// A score sheet to be typed into and drawn, for whoever keys one: a paper sheet is keyed by the same rules.
pub(super) use self::{
    draft::Draft, form::draw as draw_form, keys::Act as SheetAct, mark::Marking, sheet::Sheet,
    total::draw as draw_total,
};
pub use kept::{Drawer, Kept, KeptDraft, Place};
use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyEvent, MouseEvent},
    layout::{Position, Rect},
};
pub use sealed::Secret;

use self::{
    answer::Refused,
    kept::NoDrawer,
    keys::{Act, KEYS},
    recusal::Recusal,
    roll::Roll,
};
use super::{
    Effect, Scene, Screen, countdown,
    dialog::Input,
    hall,
    keys::{HelpRow, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::{At, ProjectId},
    protocol::views::JudgeView,
    words::Words,
};

/// One judge's screen.
#[derive(Debug)]
pub struct JudgeScreen {
    /// The last picture from the hub.
    view: Option<JudgeView>,
    /// Where its sheets stand.
    roll: Roll,
    /// Whether the next picture is the first one since the link came up.
    awaits_all: bool,
    link: LinkState,
    /// The project whose sheet is open.
    shown: Option<ProjectId>,
    /// What was typed, for every project of the room.
    drafts: BTreeMap<ProjectId, Draft>,
    mode: Mode,
    /// What was refused last, until the next key.
    refused: Option<Refused>,
    /// The note while it is being written.
    note: Input,
    /// The recusal that is being written or on its way.
    recusal: Option<Recusal>,
    /// Where drafts outlive this terminal.
    drawer: Box<dyn Drawer>,
    /// What lies in the drawer; `None` until the hub has said whose it is.
    kept: Option<Kept>,
    /// When the drafts that were found in the drawer had been kept, until the next key.
    restored: Option<At>,
}

/// What the keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// The marks.
    Form,
    /// The line that asks whether to send the sheet.
    Confirm,
    /// The list of own sheets.
    List,
    /// The private note.
    Note,
    /// Why the judge stays out of a project.
    Recuse,
    /// The question whether to leave what is unsent.
    Quit,
}

impl Default for JudgeScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl JudgeScreen {
    /// A screen that has heard nothing yet, and whose drafts end with it.
    pub fn new() -> Self {
        Self::with_drawer(Box::new(NoDrawer))
    }

    /// The same with a place where drafts outlive the terminal.
    pub fn with_drawer(drawer: Box<dyn Drawer>) -> Self {
        Self {
            view: None,
            roll: Roll::default(),
            awaits_all: false,
            link: LinkState::Connecting,
            shown: None,
            drafts: BTreeMap::new(),
            mode: Mode::Form,
            refused: None,
            note: Input::new(0),
            recusal: None,
            drawer,
            kept: None,
            restored: None,
        }
    }

    /// The sheet that is open.
    fn sheet(&self) -> Option<Sheet<'_>> {
        self.sheet_of(self.shown.as_ref()?)
    }

    /// The draft of the sheet that is open.
    fn draft(&mut self) -> Option<&mut Draft> {
        self.drafts.get_mut(self.shown.as_ref()?)
    }

    /// The project that was called up last.
    fn on_stage(&self) -> Option<&ProjectId> {
        Some(&self.view.as_ref()?.stage.as_ref()?.project.id)
    }

    /// Opens a project's sheet; whatever was being asked about the last one is off.
    fn open(&mut self, project: ProjectId) {
        if self.shown.as_ref() != Some(&project) {
            self.shown = Some(project);
            if let Some(draft) = self.draft() {
                draft.go(0);
            }
        }
        if matches!(self.mode, Mode::Confirm | Mode::Note) {
            self.mode = Mode::Form;
        }
    }

    /// Goes to the first mark that is missing: a draft from before goes on where it stopped.
    fn go_to_the_gap(&mut self) {
        let sheet = self.sheet().filter(|it| it.takes_typing());
        let line = sheet.and_then(Sheet::first_gap).unwrap_or_default();
        if let Some(draft) = self.draft() {
            draft.go(line);
        }
    }

    fn see(&mut self, view: JudgeView) -> Vec<Effect> {
        let before = self.on_stage().cloned();
        let is_first = self.view.is_none();
        let returned = self.view.is_some().then(|| self.returned());
        for line in &view.sheets {
            self.drafts.entry(line.project.id.clone()).or_default();
        }
        let first = view.sheets.first().map(|it| it.project.id.clone());
        self.roll = Roll::of(&view);
        self.view = Some(view);
        self.restore();
        let gone = self.take_back_what_is_gone();
        self.tend_secrets();
        self.settle();
        let on_stage = self.on_stage().cloned();
        let is_new = on_stage != before || self.shown.is_none();
        let is_writing = matches!(self.mode, Mode::Note | Mode::Recuse);
        let is_held = is_writing || self.sheet().is_some_and(Sheet::holds_the_judge);
        if let Some(next) = on_stage.or(first).filter(|_| is_new && !is_held) {
            self.open(next);
        }
        if is_first {
            self.go_to_the_gap();
        }
        if self.mode == Mode::Confirm && !self.sheet().is_some_and(Sheet::can_be_sent) {
            self.mode = Mode::Form;
        }
        // Whoever is on stage, the judge is to look up; after a start the screen says it.
        let is_news = returned.is_some_and(|before| !self.returned().is_subset(&before));
        let bell = is_news.then_some(Effect::Bell);
        bell.or(gone).into_iter().chain(self.open_sealed()).collect()
    }

    /// The sheet that was open, or is now, may have become another one; no other may.
    fn has_touched(&mut self, before: Option<ProjectId>, now: At) {
        for project in [before, self.shown.clone()].into_iter().flatten() {
            if let Some(row) = self.roll.row(&project) {
                self.enter(row);
            }
            self.keep_of(Some(project), now);
        }
    }

    /// The sheets that were given back.
    fn returned(&self) -> BTreeSet<ProjectId> {
        let returned = self.sheets().filter(|it| it.is_returned());
        returned.map(|it| it.line.project.id.clone()).collect()
    }

    /// Drops what was typed for sheets that are closed, so that the hub's are seen.
    fn settle(&mut self) {
        let settled = self.sheets().filter(|it| it.is_settled());
        let settled: Vec<_> = settled.map(|it| it.line.clone()).collect();
        for line in settled {
            if let Some(draft) = self.drafts.get_mut(&line.project.id) {
                draft.close(line.sheet.as_ref().map(|it| &it.marks));
            }
        }
    }
}

impl Screen for JudgeScreen {
    fn hear(&mut self, news: &News, now: At) -> Vec<Effect> {
        let effects = match news {
            News::Link(link) => {
                self.hear_link(link);
                self.keep_of(self.shown.clone(), now);
                return Vec::new();
            }
            News::Picture(sections) => {
                // A picture that does not fit is no judge's; the last one that did stays.
                sections.read::<JudgeView>().map(|view| self.see(view)).unwrap_or_default()
            }
            News::Granted { id, seq } => self.hear_answer(*id, Ok(*seq), now),
            News::Refused { id, refusal } => self.hear_answer(*id, Err(refusal), now),
        };
        self.call_the_roll();
        self.keep(now);
        effects
    }

    fn press(&mut self, key: KeyEvent, now: At) -> Vec<Effect> {
        let before = self.shown.clone();
        let effects = self.answer(key);
        self.has_touched(before, now);
        effects
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, _now: At) -> Vec<Offer> {
        // A mark is typed, not chosen from a list; and in a note a letter is a letter.
        let has_keys = matches!(self.mode, Mode::Form | Mode::Confirm | Mode::List);
        let can_be_done = |act| has_keys && act != Act::Type && view::can_be_done(self, act);
        KEYS.offers(words, can_be_done)
    }

    fn paste(&mut self, text: &str) {
        if self.mode == Mode::Note {
            self.note.insert(text);
            self.note_is_written(); // Into the drawer with the next news, which are a second away.
        }
        if let Some(recusal) = self.recusal.as_mut().filter(|_| self.mode == Mode::Recuse) {
            recusal.paste(text);
        }
    }

    fn takes_mouse(&self) -> bool {
        true
    }

    fn point(&mut self, event: MouseEvent, scene: &Scene<'_>, area: Rect) -> Vec<Effect> {
        let before = self.shown.clone();
        let effects = self.answer_mouse(event, scene, area);
        self.has_touched(before, scene.now);
        effects
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        // Digits need no input method; a note does, and has the cursor.
        view::draw(self, scene, area, buf).cursor
    }

    fn next_change(&self, now: At) -> Option<At> {
        let stage = self.view.as_ref().and_then(|view| view.stage.as_ref());
        let clock = stage.and_then(|it| countdown::next_change(it.clock.as_ref()?, now));
        let band = self.view.as_ref().and_then(|view| band::next_change(view, now));
        clock.into_iter().chain(band).chain(hall::next_age(&self.link, now)).min()
    }
}
