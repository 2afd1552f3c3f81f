//! Corrections of released results: each must have its bulletin, and each bulletin must say exactly
//! what differs between the two rankings.

use serde_json::{Value, json};

use super::{
    Flaw,
    evening::{At, Evening},
    fact::{Bulletin, Fact},
    state::State,
};

/// A change of released results that waits for its bulletin.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    /// The record that changed something.
    pub(super) record: u64,
    wish: Option<String>,
    group: String,
    project: String,
    reason: String,
    before: State,
}

impl Evening {
    /// Keeps how things stood before a record that changes a released result. Whoever waited for a
    /// bulletin must have had it by the next wish.
    pub(super) fn expect_bulletin(&mut self, at: At<'_>) -> Result<(), Flaw> {
        if let Some(waiting) = &self.pending {
            if waiting.wish != at.body.wish {
                return Err(Flaw::NoBulletin { record: waiting.record });
            }
            return Ok(());
        }
        if let Some((project, reason)) = self.corrects(&at.body.fact)
            && let Some(group) = self.group_of(&project)
        {
            self.pending = Some(Pending {
                record: at.record,
                wish: at.body.wish.clone(),
                group: group.id.clone(),
                project,
                reason,
                before: self.state.clone(),
            });
        }
        Ok(())
    }

    /// The released project that a record corrects, and why.
    fn corrects(&self, fact: &Fact) -> Option<(String, String)> {
        let (project, reason) = match fact {
            Fact::SeatVoided { project, reason, .. }
            | Fact::SeatRestored { project, reason, .. }
            | Fact::SheetCorrected { project, reason, .. }
            | Fact::DeductionRemoved { project, reason, .. }
            | Fact::Disqualified { project, reason } => (project.as_str(), reason),
            Fact::Deducted { project, deduction } => (project.as_str(), &deduction.reason),
            // The first decision settles what was open; another one about the same corrects it.
            Fact::Ruled { group, ruling } => {
                let named = |order: &[Vec<String>]| {
                    let mut all: Vec<_> = order.iter().flatten().cloned().collect();
                    all.sort();
                    all
                };
                let mut earlier = self.state.rulings.iter().filter(|it| it.0 == *group);
                let again = earlier.any(|it| named(&it.1.order) == named(&ruling.order));
                (ruling.projects().next().filter(|_| again)?, &ruling.reason)
            }
            _ => return None,
        };
        self.is_released(project).then(|| (project.to_owned(), reason.clone()))
    }

    pub(super) fn check_bulletin(&mut self, at: At<'_>, said: &Bulletin) -> Result<(), Flaw> {
        let other = Flaw::OtherBulletin { record: at.record, number: said.number };
        let number = u32::try_from(self.bulletins.len() + 1).unwrap_or(u32::MAX);
        let Some(pending) = self.pending.take() else { return Err(other) };
        let Pending { group, project, reason, before, .. } = pending;
        let is_about = said.group == group && said.project == project && said.reason == reason;
        let (before, after) = (self.placed(&before, &group), self.placed(&self.state, &group));
        let mut changes = Vec::new();
        for project in self.session.projects.iter().filter(|it| it.group == group) {
            let of = |placed: &[(String, Value)]| {
                placed.iter().find(|it| it.0 == project.id).map(|it| it.1.clone())
            };
            let (before, after) = (of(&before), of(&after));
            if before != after {
                changes.push(json!({ "project": project.id, "before": before, "after": after }));
            }
        }
        if said.number != number || !is_about || said.changes != changes {
            return Err(other);
        }
        self.bulletins.push(said.clone());
        self.ceremonies.remove(&group); // Its steps are of another ranking now.
        Ok(())
    }

    /// What the hall has seen of each project that has a place.
    fn placed(&self, state: &State, group: &str) -> Vec<(String, Value)> {
        let Some(group) = self.session.group(group) else { return Vec::new() };
        let ranked = self.ranked(state, group);
        let standings = ranked.standings.into_iter();
        let placed = standings.map(|it| {
            let award = it.award.map(|it| json!({ "zh": it.zh, "en": it.en }));
            (it.project, json!({ "place": it.place, "score": it.announced, "award": award }))
        });
        placed.collect()
    }
}
