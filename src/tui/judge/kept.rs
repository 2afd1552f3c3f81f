//! What of a judge's work lies outside the program, so that it outlives the terminal: marks that
//! were typed and not yet acknowledged, and private notes.
//!
//! Marks come back only over the very sheet that they were typed over and only while the project
//! takes marks (`a_draft_of_an_older_run_stays_away`); those of a rehearsal lie in a place of their own.
//! What comes back is checked like a key press (`what_lies_in_the_drawer_is_not_trusted`).
//!
//! Not here: the file. The program gives the screen a [`Drawer`].

use std::{collections::BTreeMap, fmt::Debug};

use serde::{Deserialize, Serialize};
use tracing::info;

use super::{
    JudgeScreen,
    draft::{Draft, LONGEST, LONGEST_NOTE},
    sealed::Secret,
    sheet::Sheet,
};
use crate::{
    contest::{At, CriterionId, ProjectId, RoomId, SeatId},
    tui::dialog::Input,
};

/// Where drafts outlive the terminal.
///
/// All are called between two keys, so none may wait, but for what must be on the disk before it is
/// sent: what is to be kept is put down on the side.
pub trait Drawer: Debug + Send {
    /// What was last kept for this seat, as far as it can be read.
    fn open(&mut self, place: &Place) -> Option<Kept>;
    /// Keeps this instead of whatever was kept for its seat.
    fn keep(&mut self, kept: Kept);
    /// The same, and waits until it is on the disk: whether it is.
    fn keep_now(&mut self, kept: Kept) -> bool;
}

/// The seat that drafts belong to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The session's id.
    pub session: String,
    /// The room.
    pub room: RoomId,
    /// The judge's seat.
    pub seat: SeatId,
    /// Whether this is a rehearsal, whose drafts never meet those of the final.
    #[serde(default)]
    pub rehearsal: bool,
}

/// Everything that is kept for a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Whose it is.
    pub place: Place,
    /// What names the journal of its evening.
    #[serde(default)]
    pub journal: String,
    /// When it was kept, in hub time.
    pub at: At,
    /// The projects for which there is something.
    pub drafts: BTreeMap<ProjectId, KeptDraft>,
}

/// What is kept for one project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptDraft {
    /// The revision that the marks were typed over; 0 where the hub had no sheet.
    pub over: u32,
    /// The marks as typed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<CriterionId, String>,
    /// What opens the seals that were sent from here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sealed: Vec<Secret>,
    /// The private note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Keeps nothing.
#[derive(Debug)]
pub(super) struct NoDrawer;

impl Drawer for NoDrawer {
    fn open(&mut self, _place: &Place) -> Option<Kept> {
        None
    }

    fn keep(&mut self, _kept: Kept) {}

    fn keep_now(&mut self, _kept: Kept) -> bool {
        false
    }
}

impl KeptDraft {
    fn of(sheet: Sheet<'_>) -> Self {
        let over = sheet.revision();
        let (typed, sealed) = (sheet.draft.typed.clone(), sheet.draft.secrets.clone());
        Self {
            over: if typed.is_empty() { 0 } else { over },
            typed,
            sealed,
            note: sheet.draft.note.clone(),
        }
    }

    fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.sealed.is_empty() && self.note.is_empty()
    }

    /// Lays the marks over a draft that has none yet; whether there were any.
    fn lay_over(self, draft: &mut Draft) -> bool {
        let is_typed = |text: &str| {
            text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_digit() || c == '.')
        };
        let typed = self.typed.into_iter().filter(|(_, text)| is_typed(text));
        draft.typed.extend(typed);
        !draft.typed.is_empty()
    }
}

impl JudgeScreen {
    fn place(&self) -> Option<Place> {
        let view = self.view.as_ref()?;
        let (session, room) = (view.session.id.clone(), view.room.id.clone());
        let rehearsal = view.session.rehearsal;
        Some(Place { session, room, seat: view.seat.clone(), rehearsal })
    }

    /// Takes the drafts out of the drawer, once, when the hub has said whose they are.
    pub(super) fn restore(&mut self) {
        let Some(place) = self.place().filter(|_| self.kept.is_none()) else { return };
        let journal = self.view.as_ref().map(|it| it.journal.id.clone()).unwrap_or_default();
        let found = self.drawer.open(&place).filter(|it| it.place == place);
        let (at, drafts) = found.map(|it| (it.at, it.drafts)).unwrap_or_default();
        let found = Kept { place, journal, at, drafts };
        self.kept = Some(found.clone());
        for (project, kept) in found.drafts {
            let Some(sheet) = self.sheet_of(&project) else { continue };
            let revision = sheet.revision();
            let fits = sheet.takes_typing() && kept.over == revision;
            let Some(draft) = self.drafts.get_mut(&project) else { continue };
            let mut note = Input::new(LONGEST_NOTE);
            note.insert(&kept.note);
            draft.note = note.text();
            draft.secrets.clone_from(&kept.sealed);
            if fits && kept.lay_over(draft) {
                info!(%project, "a draft kept on this terminal is back");
                self.restored = Some(found.at);
            }
        }
    }

    /// Puts everything into the drawer and waits for it, as it stands with this project's sheet: whether
    /// it is on the disk.
    pub(super) fn keep_at_once(&mut self, project: &ProjectId) -> bool {
        self.lay_by(project);
        self.kept.as_ref().is_some_and(|kept| self.drawer.keep_now(kept.clone()))
    }

    /// Puts a project's sheet into the drawer, if it has changed since the last time.
    pub(super) fn keep_of(&mut self, project: Option<ProjectId>, now: At) {
        let has_changed = project.is_some_and(|it| self.lay_by(&it));
        if let Some(kept) = self.kept.as_mut().filter(|_| has_changed) {
            kept.at = now;
            self.drawer.keep(kept.clone());
        }
    }

    /// Takes what is to be kept of a project's sheet; whether it is something else than before.
    fn lay_by(&mut self, project: &ProjectId) -> bool {
        let draft = self.sheet_of(project).map(KeptDraft::of).filter(|it| !it.is_empty());
        let Some(kept) = self.kept.as_mut() else { return false };
        if kept.drafts.get(project) == draft.as_ref() {
            return false;
        }
        match draft {
            Some(draft) => kept.drafts.insert(project.clone(), draft),
            None => kept.drafts.remove(project),
        };
        true
    }

    /// Puts into the drawer whatever has changed since the last time.
    pub(super) fn keep(&mut self, now: At) {
        let drafts = self.sheets().map(|it| (it.line.project.id.clone(), KeptDraft::of(it)));
        let drafts = drafts.filter(|(_, it)| !it.is_empty()).collect();
        let Some(kept) = self.kept.as_mut().filter(|it| it.drafts != drafts) else { return };
        kept.drafts = drafts;
        kept.at = now;
        self.drawer.keep(kept.clone());
    }
}
