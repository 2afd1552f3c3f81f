//! What the hall sees, in a line: the screens that are linked, the scene, the messages.

use ratatui::text::{Line, Span};

use super::{panel, said};
use crate::{
    contest::{Audience, GroupId, Scene as Shown},
    tui::{
        Scene,
        host::{act::hall::AUDIENCES, ceremony, seen::Seen, typed},
        journal,
        text::{fit, width},
    },
};

/// From so many columns on, all of the journal's head is said.
const WHOLE: usize = 100;

/// The line, as wide as it may be, with the journal's head at its right end.
pub(super) fn line(view: &Seen, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let head = view.journal.mark.as_ref().map(|mark| {
        if columns < WHOLE {
            journal::head(&mark.head, scene.words)
        } else {
            journal::mark(mark, scene)
        }
    });
    let Some(head) = head else { return sight(view, scene, columns) };
    let room = columns.saturating_sub(width(&head) + 3);
    let mut line = sight(view, scene, room);
    let gap = (room + 2).saturating_sub(line.width());
    line.spans.extend([Span::raw(" ".repeat(gap)), Span::styled(head, scene.theme.dim)]);
    line
}

/// What the hall sees.
fn sight(view: &Seen, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let theme = scene.theme;
    let mut line = Line::from(" ");
    line.spans.extend(sees(view, scene));
    for (to, text) in messages(view, scene) {
        let blinks = view.hall.messages.get(&to).is_some_and(|it| it.blink);
        let style = if blinks { theme.warn } else { theme.base };
        let room = columns.saturating_sub(line.width() + 2);
        let text = fit(&text, room, theme.symbols.ellipsis).into_owned();
        line.spans.extend([Span::raw("  "), Span::styled(text, style)]);
    }
    let screens = panel::screens(view, scene);
    if line.width() + 2 + screens.width() <= columns {
        line.push_span(Span::raw("  "));
        line.spans.extend(screens.spans);
    }
    line
}

/// Whether the hall sees anything that the host is to be reminded of.
pub(super) fn is_special(view: &Seen) -> bool {
    let hall = &view.hall;
    hall.blank || hall.scene != Shown::Auto || !hall.messages.is_empty()
}

/// The scene, and whether anybody sees it.
fn sees(view: &Seen, scene: &Scene<'_>) -> [Span<'static>; 3] {
    let (theme, words) = (scene.theme, scene.words);
    let shown = revealed(view, scene).unwrap_or_else(|| match without_matter(view) {
        Some(key) => words.say(key),
        None => shown(&view.hall.scene, view, scene),
    });
    let sees = Span::styled(words.say("host-hall-sees"), theme.dim);
    let (text, style) = if view.hall.blank {
        (words.tell("host-hall-blank", &[("scene", shown.into())]), theme.alarm)
    } else {
        let is_auto = view.hall.scene == Shown::Auto && ceremony::held(view).is_none();
        (shown, if is_auto { theme.base } else { theme.accent })
    };
    [sees, Span::raw(" "), Span::styled(text, style)]
}

/// A chosen scene that has nothing to show: the hall is welcomed instead, and the host is told.
fn without_matter(view: &Seen) -> Option<&'static str> {
    let hall = &view.hall;
    match hall.scene {
        Shown::Break if hall.pause.is_none() => Some("host-scene-break-without"),
        Shown::Message if !hall.messages.contains_key(&Audience::Board) => {
            Some("host-scene-message-without")
        }
        _ => None,
    }
}

/// How far the ceremony is that the projector shows.
fn revealed(view: &Seen, scene: &Scene<'_>) -> Option<String> {
    let plan = ceremony::leads(view).filter(|plan| ceremony::is_shown(view, plan))?;
    let step = plan.step?;
    let what = ceremony::revealed(plan, step).map(|it| said::revealed(it, view, scene));
    let args = [
        ("step", step.into()),
        ("steps", plan.steps.len().into()),
        ("what", what.unwrap_or_default().into()),
    ];
    Some(scene.words.tell("host-scene-ceremony", &args).trim_end().to_owned())
}

/// A scene in words.
pub(super) fn shown(shown: &Shown, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    match shown {
        Shown::Auto => words.say("host-scene-auto"),
        Shown::Welcome => words.say("host-scene-welcome"),
        Shown::Stage => words.say("host-scene-stage"),
        Shown::Ranking { group: None } => words.say("host-scene-ranking"),
        Shown::Ranking { group: Some(group) } => of_group("host-scene-group", group, view, scene),
        Shown::Reveal => words.say("host-scene-reveal"),
        Shown::Awards { group } => of_group("host-scene-awards", group, view, scene),
        Shown::Break => words.say("host-scene-break"),
        Shown::Message => words.say("host-scene-message"),
    }
}

/// A text about a group.
pub(super) fn of_group(key: &str, group: &GroupId, view: &Seen, scene: &Scene<'_>) -> String {
    let found = view.groups.iter().find(|it| it.id == *group);
    let name = found.map_or(group.as_str(), |it| scene.words.pick(it.name.both()));
    scene.words.tell(key, &[("group", name.to_owned().into())])
}

/// The messages on the screens, each with whom it is for.
fn messages(view: &Seen, scene: &Scene<'_>) -> Vec<(Audience, String)> {
    let said = |to: Audience| {
        let message = view.hall.messages.get(&to)?;
        let blinks = if message.blink { "yes" } else { "no" };
        let args = [
            ("to", audience(to, scene).into()),
            ("text", message.text.clone().into()),
            ("blinks", blinks.into()),
        ];
        Some((to, scene.words.tell("host-message", &args)))
    };
    AUDIENCES.into_iter().filter_map(said).collect()
}

/// Whom a message is for.
pub(super) fn audience(to: Audience, scene: &Scene<'_>) -> String {
    scene.words.say(&format!("host-audience-{}", typed::word(to)))
}
