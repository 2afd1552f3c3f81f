//! What a scripted host shows the hall besides taking steps: some scores judge by judge, and in the
//! end the ceremonies. Only where somebody looks on: it changes no result.
//!
//! What always holds, and the test in `tests/demo.rs` that guards it: every group is honoured to its
//! last step, `a_demonstration_that_is_watched_ends_with_its_ceremonies`.

use std::collections::BTreeSet;

use crate::{
    contest::{CeremonyStep, GroupId, Ms, ProjectId, Scene, Stage, Wish},
    protocol::views::{CeremonyPlan, HostView},
};

/// One score in so many is lingered over, beginning with the first.
const LINGERS: usize = 3;

/// Until a released score is shown judge by judge.
const BREATH: Ms = Ms(500);

/// How long a hall sees a judge's total before the next, as the boards have it, and all of them.
const TOTAL: Ms = Ms(600);
const ALL: Ms = Ms(6500);

/// How long a step of a ceremony stays, and one of the first three places.
const STEP: Ms = Ms(3000);
const TOP_STEP: Ms = Ms(5000);
const TOP: u32 = 3;

/// What has been shown.
#[derive(Debug, Default)]
pub(super) struct Show {
    /// The score that was shown last, or was there before.
    shown: Option<ProjectId>,
    has_looked: bool,
    /// How many scores have come about.
    turns: usize,
    /// Whether one is coming about, or is being shown.
    is_on: bool,
    /// The groups whose ceremony has come to its end.
    honoured: BTreeSet<GroupId>,
}

impl Show {
    /// Takes a picture in; says whether what it shows is to be lingered over.
    pub(super) fn look(&mut self, view: &HostView) -> bool {
        let released = view.released.as_ref().map(|it| &it.project.id);
        if !std::mem::replace(&mut self.has_looked, true) || view.hall.scene == Scene::Reveal {
            self.shown = released.cloned();
        }
        for plan in &view.ceremonies {
            if is_at_its_end(plan) {
                self.honoured.insert(plan.group.clone());
            }
        }
        let is_open = |stage| matches!(stage, Stage::Scoring | Stage::Locked);
        let is_open = view.order.iter().any(|line| is_open(line.stage));
        self.turns += usize::from(is_open && !self.is_on);
        self.is_on = is_open || view.hall.scene == Scene::Reveal || self.shown.as_ref() != released;
        let lingers = self.is_on && self.turns % LINGERS == 1;
        if !is_open && !lingers {
            self.shown = released.cloned(); // It went by.
        }
        lingers
    }

    /// What comes before the next step of the agenda, and after how much of the wall clock's time.
    pub(super) fn next(&self, view: &HostView) -> Option<(Wish, Ms)> {
        let show = |scene| Wish::ShowScene { room: view.room.id.clone(), scene };
        let released = view.released.as_ref();
        if view.hall.scene == Scene::Reveal {
            let totals = released.map_or(0, |it| it.sheets.len());
            let totals = Ms(TOTAL.0.saturating_mul(i64::try_from(totals).unwrap_or_default()));
            return Some((show(Scene::Auto), ALL + totals));
        }
        if released.is_some_and(|it| self.shown.as_ref() != Some(&it.project.id)) {
            return Some((show(Scene::Reveal), BREATH));
        }
        let is_over = view.agenda.next.is_none() && view.ties.is_empty();
        let plan = view.ceremonies.iter().find(|plan| self.is_to_come(plan));
        plan.filter(|_| is_over).map(honour)
    }

    /// Whether a ceremony is to be held, or to be ended.
    fn is_to_come(&self, plan: &CeremonyPlan) -> bool {
        let is_new = !plan.steps.is_empty() && !self.honoured.contains(&plan.group);
        is_new || plan.step.is_some()
    }
}

fn is_at_its_end(plan: &CeremonyPlan) -> bool {
    plan.step.and_then(|step| usize::try_from(step).ok()) == Some(plan.steps.len())
}

/// The next step of a ceremony: its beginning, a step, its end.
fn honour(plan: &CeremonyPlan) -> (Wish, Ms) {
    let step = match plan.step {
        _ if is_at_its_end(plan) => None,
        None => Some(0),
        Some(step) => Some(step + 1),
    };
    let seen = plan.step.and_then(|step| usize::try_from(step).ok()?.checked_sub(1));
    let seen = seen.and_then(|at| plan.steps.get(at));
    let stays = match seen {
        Some(CeremonyStep::Place { place, .. }) if *place <= TOP => TOP_STEP,
        _ => STEP,
    };
    (Wish::Ceremony { group: plan.group.clone(), step }, stays)
}
