//! Sheets that a hub had and another one has not: an evening that goes on from a copy has lost what came
//! in after the copy was made. The judges' terminals still have it.
//!
//! The first picture after a link has come up is whole, so that what it does not have, the hub does not
//! have: `what_another_hub_does_not_have_is_no_longer_called_received`. The marks are typed ones again, and the judge
//! hands them in once more: a hub that was changed is not what a judge has confirmed them to.

use super::{JudgeScreen, draft::Loss, sealed::stored_revision};
use crate::{client::LinkState, tui::Effect};

impl JudgeScreen {
    /// Takes in how the link is.
    pub(super) fn hear_link(&mut self, link: &LinkState) {
        let is_up = |link: &LinkState| matches!(link, LinkState::Up { .. });
        self.awaits_all |= is_up(link) && !is_up(&self.link);
        self.link = link.clone();
    }

    /// Takes marks back that were received once and that the hub does not have; beeps if there are any.
    pub(super) fn take_back_what_is_gone(&mut self) -> Option<Effect> {
        if !std::mem::take(&mut self.awaits_all) {
            return None;
        }
        let mut is_any_gone = false;
        for line in self.view.iter().flat_map(|view| &view.sheets) {
            let Some(draft) = self.drafts.get_mut(&line.project.id) else { continue };
            if draft.sending.is_some() {
                continue; // Its answer is still to come.
            }
            let told = stored_revision(line);
            if let Some(stored) = draft.stored.take_if(|stored| told < stored.revision) {
                let marks = stored.marks.len();
                draft.take_back(stored.marks);
                draft.go(marks.saturating_sub(1)); // Enter asks from here.
                // Or else an older one still counts.
                draft.loss = (told == 0).then_some(Loss::Gone);
                is_any_gone = true;
            }
        }
        is_any_gone.then_some(Effect::Bell)
    }
}
