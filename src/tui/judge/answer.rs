//! What the hub answers to a judge: a sheet is stored or refused, a recusal granted or refused.
//!
//! An answer to anybody else's wish changes nothing: `an_answer_to_another_terminals_wish_is_not_ours`.

use uuid::Uuid;

use super::JudgeScreen;
use crate::{
    contest::{At, ProjectId, Refusal},
    tui::Effect,
};

/// What a judge can ask of the hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// To take a sheet.
    Sheet,
    /// To stay out.
    Recusal,
}

/// What was not granted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// What was asked.
    pub(super) asked: Asked,
    /// For which project.
    pub(super) project: ProjectId,
    /// Why it was not granted.
    pub(super) refusal: Refusal,
}

impl JudgeScreen {
    /// Hears what has come of a wish.
    pub(super) fn hear_answer(
        &mut self,
        id: Uuid,
        answer: Result<u64, &Refusal>,
        now: At,
    ) -> Vec<Effect> {
        if let Some(project) = self.recusal_answered(id) {
            // What is granted stands in the picture.
            let Err(refusal) = answer else { return Vec::new() };
            self.refused =
                Some(Refused { asked: Asked::Recusal, project, refusal: refusal.clone() });
            return vec![Effect::Bell];
        }
        if let Some(effects) = self.opening_answered(id, answer) {
            return effects;
        }
        let Some((project, draft)) = self.drafts.iter_mut().find(|(_, it)| it.awaits(id)) else {
            return Vec::new();
        };
        match answer {
            Ok(receipt) => {
                draft.granted(receipt, now);
                self.settle();
                self.open_sealed() // Who seals last is told so by the picture before the answer.
            }
            Err(refusal) => {
                draft.refused();
                let project = project.clone();
                self.refused =
                    Some(Refused { asked: Asked::Sheet, project, refusal: refusal.clone() });
                self.settle();
                vec![Effect::Bell]
            }
        }
    }
}
