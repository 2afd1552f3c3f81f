//! What the hall sees and is told: scenes of the projector, messages, rankings that are frozen or
//! revealed.
//!
//! A scene keeps its digit, whether there is anything for it to show or not.

use super::super::{
    menu::{Entry, Label, Menu},
    question::Question,
    typed::Typed,
};
use crate::{
    contest::{Audience, GroupId, Scene, Wish},
    protocol::views::CeremonyPlan,
    tui::host::seen::Seen,
};

/// Whom a message can be for, in the order of the menu.
pub(in crate::tui::host) const AUDIENCES: [Audience; 3] =
    [Audience::Stage, Audience::Judges, Audience::Board];

/// What the projector can show, the present scene under the cursor.
pub(in crate::tui::host) fn scenes(view: &Seen) -> Option<Menu> {
    let always = [Scene::Auto, Scene::Welcome, Scene::Stage, Scene::Ranking { group: None }];
    let group = |plan: &CeremonyPlan| plan.group.clone();
    let awards = view.ceremonies.iter().map(group).map(|group| Scene::Awards { group });
    let alone = view.groups.iter().filter(|_| 1 < view.groups.len());
    let alone = alone.map(|it| Scene::Ranking { group: Some(it.id.clone()) });
    let scored = view.session.scored;
    let always = always.into_iter().filter(|it| scored || !matches!(it, Scene::Ranking { .. }));
    let scenes = always
        .chain(scored.then_some(Scene::Reveal))
        .chain([Scene::Break, Scene::Message])
        .chain(awards.filter(|_| scored))
        .chain(alone.filter(|_| scored));
    let entry = |scene: Scene| {
        let is_now = view.hall.scene == scene;
        let wish = Wish::ShowScene { room: view.room.id.clone(), scene: scene.clone() };
        let tells_all = matches!(&scene, Scene::Awards { group } if is_untold(view, group));
        let then = if tells_all { Question::Sure(wish) } else { Question::Now(wish) };
        Entry { label: Label::Scene(scene, is_now), then }
    };
    let entries: Vec<_> = scenes.map(entry).collect();
    let at = entries.iter().position(|it| matches!(it.label, Label::Scene(_, true)));
    let mut menu = Menu::new(Label::Text("host-key-scenes"), entries)?;
    menu.at = at.unwrap_or_default();
    Some(menu)
}

/// Whether the awards of a final ranking have not been revealed: the scene would show them all.
fn is_untold(view: &Seen, group: &GroupId) -> bool {
    let plan = view.ceremonies.iter().find(|plan| plan.group == *group);
    plan.is_some_and(|plan| plan.step.is_none() && !plan.steps.is_empty())
}

/// Whom a message can be for, and the messages that can be taken away.
pub(in crate::tui::host) fn messages(view: &Seen) -> Option<Menu> {
    let room = || view.room.id.clone();
    let say = |to: Audience| Entry {
        label: Label::Audience("host-say", to),
        then: Question::Type(Typed::message(room(), to)),
    };
    let unsay = |to: Audience| Entry {
        label: Label::Audience("host-unsay", to),
        then: Question::Now(Wish::Unsay { room: room(), to }),
    };
    let shown = AUDIENCES.into_iter().filter(|to| view.hall.messages.contains_key(to));
    let entries = AUDIENCES.into_iter().map(say).chain(shown.map(unsay)).collect();
    Menu::new(Label::Text("host-key-messages"), entries)
}

/// What can be done with the room's rankings.
pub(in crate::tui::host) fn ceremonies(view: &Seen) -> Option<Menu> {
    let plans = view.ceremonies.iter().filter(|_| view.session.scored);
    let entries = plans.flat_map(|plan| {
        let group = || plan.group.clone();
        let begin = Wish::Ceremony { group: group(), step: Some(0) };
        let end = Wish::Ceremony { group: group(), step: None };
        let ceremony = match plan.step {
            Some(_) => Some(("host-act-ceremony-end", end)),
            None if plan.steps.is_empty() => None,
            None => Some(("host-act-ceremony", begin)),
        };
        let frozen = if plan.frozen {
            ("host-act-thaw", Wish::Thaw { group: group() })
        } else {
            ("host-act-freeze", Wish::Freeze { group: group() })
        };
        ceremony.into_iter().chain([frozen]).map(move |(text, wish)| Entry {
            label: Label::Group(text, plan.group.clone()),
            then: Question::Sure(wish),
        })
    });
    Menu::new(Label::Text("host-key-ceremonies"), entries.collect())
}
