//! Sealed sheets (密封评分) at the judge's end: handing in mints a nonce, keeps it with the marks, and sends
//! the seal; once the whole panel has sealed, the sheet opens by itself.
//!
//! A nonce is on this terminal's disk before its seal goes out, so that a terminal that was killed opens
//! what it sealed: `a_sealed_sheet_is_opened_by_the_terminal_that_comes_back`. Who has lost it hands in
//! anew: `a_judge_whose_nonce_is_lost_hands_in_anew`. Nothing is opened twice:
//! `a_sheet_is_opened_once_however_many_pictures_say_so`.

use serde::{Deserialize, Serialize};
use tracing::warn;
use uuid::Uuid;

use super::{JudgeScreen, sheet::Sheet};
use crate::{
    contest::{Marks, ProjectId, Refusal, Seal, SeatWord, Wish},
    protocol::views::SheetLine,
    tui::Effect,
};

/// What opens a seal. Nobody else has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    /// The sheet's revision.
    pub revision: u32,
    /// Its marks.
    pub marks: Marks,
    /// With which the seal was made.
    pub nonce: String,
}

impl Secret {
    /// With a nonce that nobody can guess: more than 240 random bits.
    pub(super) fn of(revision: u32, marks: Marks) -> Self {
        let nonce = [Uuid::new_v4(), Uuid::new_v4()].map(|it| it.simple().to_string()).concat();
        Self { revision, marks, nonce }
    }
}

impl JudgeScreen {
    /// The wish that hands in a sheet, as the session wants it.
    pub(super) fn hand_in(&mut self, project: ProjectId, revision: u32, marks: Marks) -> Wish {
        let view = self.view.as_ref().filter(|it| it.session.safeguards.sealed_sheets);
        let own = view.map(|view| view.seat.clone());
        let (Some(own), Some(draft)) = (own, self.drafts.get_mut(&project)) else {
            return Wish::Submit { project, revision, marks };
        };
        let secret = Secret::of(revision, marks);
        let seal = Seal::of((&project, &own, revision), &secret.marks, &secret.nonce);
        draft.secrets.push(secret);
        let is_kept = self.keep_at_once(&project);
        if !is_kept {
            warn!(%project, "a seal goes out whose nonce is in this terminal's memory only");
        }
        if let Some(draft) = self.drafts.get_mut(&project) {
            draft.is_fragile = !is_kept;
        }
        Wish::SealSheet { project, revision, seal }
    }

    /// Opens every sheet whose panel is in, once.
    pub(super) fn open_sealed(&mut self) -> Vec<Effect> {
        let due = |sheet: Sheet<'_>| {
            let secret = sheet.secret().filter(|_| sheet.line.opens)?;
            let is_asked = sheet.draft.opening.is_some() || sheet.draft.sending.is_some();
            (!is_asked).then(|| (sheet.line.project.id.clone(), secret.clone()))
        };
        let due: Vec<_> = self.sheets().filter_map(due).collect();
        let open = |(project, secret): (ProjectId, Secret)| {
            let id = Uuid::new_v4();
            self.drafts.get_mut(&project)?.opening = Some(id);
            let Secret { revision, marks, nonce } = secret;
            Some(Effect::Ask { id, wish: Wish::OpenSheet { project, revision, marks, nonce } })
        };
        due.into_iter().filter_map(open).collect()
    }

    /// Hears whether a sheet was opened; `None` when the answer is not about that.
    ///
    /// What is granted stands in the picture. What is refused is tried again with the next one, but for
    /// a nonce that does not fit: then the seal is another terminal's, and the judge hands in anew.
    pub(super) fn opening_answered(
        &mut self,
        id: Uuid,
        answer: Result<u64, &Refusal>,
    ) -> Option<Vec<Effect>> {
        let mut drafts = self.drafts.iter_mut();
        let (project, draft) = drafts.find(|(_, it)| it.opening == Some(id))?;
        draft.opening = None;
        if !matches!(answer, Err(Refusal::SealBroken { .. })) {
            return Some(Vec::new());
        }
        let lines = self.view.iter().flat_map(|view| &view.sheets);
        let sealed = lines.filter(|it| it.project.id == *project).find_map(|it| it.sealed);
        draft.secrets.retain(|it| Some(it.revision) != sealed);
        draft.stored = None;
        Some(vec![Effect::Bell])
    }

    /// Lets go of what opens nothing any more, and puts marks back whose seal the hub has let go.
    pub(super) fn tend_secrets(&mut self) {
        let Some(view) = self.view.as_ref().filter(|it| it.session.safeguards.sealed_sheets) else {
            return;
        };
        for line in &view.sheets {
            let Some(draft) = self.drafts.get_mut(&line.project.id) else { continue };
            if let Some(sealed) = line.sealed {
                draft.secrets.retain(|it| sealed <= it.revision);
            } else if let Some(sheet) = &line.sheet {
                draft.secrets.retain(|it| sheet.revision < it.revision);
            } else if let Some(stored) = draft.stored.take_if(|_| draft.sending.is_none()) {
                // It was not opened in time, or the project pitches again: the judge may hand in anew.
                draft.take_back(stored.marks);
            }
        }
    }
}

impl<'a> Sheet<'a> {
    /// What opens the sheet that the hub has sealed; `None` where none is, or its nonce is not here.
    pub(super) fn secret(self) -> Option<&'a Secret> {
        let sealed = self.line.sealed?;
        self.draft.secrets.iter().find(|it| it.revision == sealed)
    }

    /// Whether the hub has a seal that this terminal cannot open.
    pub(super) fn is_lost(self) -> bool {
        self.line.sealed.is_some() && self.secret().is_none() && self.draft.sending.is_none()
    }

    /// Whether this terminal has still to open it.
    pub(super) fn is_to_be_opened(self) -> bool {
        self.line.stage.takes_sheets() && self.secret().is_some()
    }

    /// Whether its seal was opened: from then on the marks stand.
    pub(super) fn is_opened(self) -> bool {
        self.is_sealed_by_rule && self.line.state == SeatWord::Scored
    }
}

/// The revision that the hub has, sealed or open.
pub(super) fn stored_revision(line: &SheetLine) -> u32 {
    line.sealed.or(line.sheet.as_ref().map(|it| it.revision)).unwrap_or_default()
}
