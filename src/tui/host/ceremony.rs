//! The award ceremony (颁奖揭晓) under the host's keys: which wish goes a step on or back, and where
//! it waits for a second press, `the_top_three_take_a_second_press`.

use crate::{
    contest::{CeremonyStep, GroupId, Scene, Wish},
    protocol::views::CeremonyPlan,
    tui::host::seen::Seen,
};

/// The last place that is revealed without a pause before it is the one after this.
const TOP: u32 = 3;

/// The ceremony that is being held.
pub(super) fn held(view: &Seen) -> Option<&CeremonyPlan> {
    view.ceremonies.iter().find(|plan| plan.step.is_some())
}

/// The ceremony of a group.
pub(super) fn of<'a>(view: &'a Seen, group: &GroupId) -> Option<&'a CeremonyPlan> {
    view.ceremonies.iter().find(|plan| plan.group == *group)
}

/// What comes next in it: first the projector has to show it, then step by step, then the end.
pub(super) fn ahead(view: &Seen, plan: &CeremonyPlan) -> Wish {
    let (group, room) = (plan.group.clone(), view.room.id.clone());
    if view.hall.blank {
        return Wish::Blank { room, on: false };
    }
    if !is_shown(view, plan) {
        return Wish::ShowScene { room, scene: Scene::Awards { group } };
    }
    let next = plan.step.map_or(0, |step| step.saturating_add(1));
    let is_there = usize::try_from(next).is_ok_and(|next| next <= plan.steps.len());
    Wish::Ceremony { group, step: is_there.then_some(next) }
}

/// Whether the scene of the projector is one that shows it.
pub(super) fn is_shown(view: &Seen, plan: &CeremonyPlan) -> bool {
    match &view.hall.scene {
        Scene::Auto => true,
        Scene::Awards { group } => *group == plan.group,
        _ => false,
    }
}

/// One step back; `None` at the beginning.
pub(super) fn back(plan: &CeremonyPlan) -> Option<Wish> {
    let before = plan.step?.checked_sub(1)?;
    Some(Wish::Ceremony { group: plan.group.clone(), step: Some(before) })
}

/// What the hall sees once so many steps are revealed; `None` before the first.
pub(super) fn revealed(plan: &CeremonyPlan, step: u32) -> Option<&CeremonyStep> {
    plan.steps.get(usize::try_from(step).ok()?.checked_sub(1)?)
}

/// Whether the next key is to be pressed twice: before each of the top three, and before the end.
pub(super) fn waits_before(view: &Seen, wish: &Wish) -> bool {
    let Wish::Ceremony { group, step } = wish else { return false };
    let Some(plan) = of(view, group).filter(|plan| plan.step < *step || step.is_none()) else {
        return false;
    };
    let Some(step) = step else { return true };
    matches!(revealed(plan, *step), Some(CeremonyStep::Place { place, .. }) if *place <= TOP)
}

/// The ceremony whose step the key of the next step takes: whoever is on stage goes first.
pub(super) fn leads(view: &Seen) -> Option<&CeremonyPlan> {
    let on_stage = view.stage.as_ref().is_some_and(|it| it.stage.is_on_stage());
    held(view).filter(|_| !on_stage)
}
