//! Lists in a box: what can be picked, and projects being put into order.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{
    hall,
    said::{mark_key, place, proposed, units_of},
};
use crate::{
    contest::{GroupId, ProjectId, SeatId, Stage},
    protocol::{
        WaitingLine,
        views::{ProjectLine, ProposalLine},
    },
    tui::{
        Scene,
        host::{
            menu::{self, Label, Menu},
            seen::Seen,
            sort::{Sort, Sorted},
        },
        wall,
    },
};

/// What a line of a menu says.
pub(super) fn label(label: &Label, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    match label {
        Label::Text(key) => words.say(key),
        Label::Project(project) => named(project, view, scene),
        Label::Seat(seat, state) => {
            let state = words.say(&format!("state-{}", state.as_str()));
            format!("{}  {state}", seat_named(seat, view, scene))
        }
        Label::OnPaper(seat) => {
            let seat = seat_named(seat, view, scene);
            format!("{seat}  {}", words.say("host-takes-paper-back"))
        }
        Label::Mark(mark) => words.say(mark_key(*mark)),
        Label::Rule(rule) => {
            let stated = view.rules.iter().find(|it| it.id == *rule);
            stated.map_or(rule.as_str(), |it| words.pick(it.name.both())).to_owned()
        }
        Label::Units(rule, units, is_measured) => {
            let units = units_of(rule, *units, Some(view), scene);
            let measured = is_measured.then(|| words.say("host-measured"));
            [Some(units), measured].into_iter().flatten().collect::<Vec<_>>().join("  ")
        }
        Label::Deducted(it) => {
            format!("{}  {}", units_of(&it.rule, it.units, Some(view), scene), it.reason)
        }
        Label::Proposal(key, number) => {
            let line = view.proposals.iter().find(|it| it.number == *number);
            let act = line.map(|line| proposed(line, scene)).unwrap_or_default();
            words.tell(key, &[("number", (*number).into()), ("act", act.into())])
        }
        Label::Tie(group, projects) => tie(group, projects, view, scene),
        Label::Group(key, group) => hall::of_group(key, group, view, scene),
        Label::Scene(shown, is_now) => {
            let shown = hall::shown(shown, view, scene);
            if *is_now { words.tell("host-scene-now", &[("scene", shown.into())]) } else { shown }
        }
        Label::Audience(key, to) => {
            let now = view.hall.messages.get(to).map(|it| it.text.clone());
            let has = if now.is_some() { "yes" } else { "no" };
            let now = ("now", now.unwrap_or_default().into());
            let to = ("to", hall::audience(*to, scene).into());
            words.tell(key, &[to, ("has", has.into()), now])
        }
        Label::Place(seat) => place(seat, Some(view), scene),
        Label::Waiting(line) => at_the_door("host-act-hand-over", line, view, scene),
        Label::Left(key, left) => words.tell(key, &[("left", left.to_string().into())]),
    }
}

/// A terminal that waits for a seat, and the one that has it.
pub(super) fn at_the_door(key: &str, line: &WaitingLine, view: &Seen, scene: &Scene<'_>) -> String {
    let args = [
        ("seat", place(&line.at, Some(view), scene).into()),
        ("from", line.waits.from.clone().into()),
        ("holder", line.holder.from.clone().into()),
        ("since", wall::time_of_day(line.waits.since).into()),
    ];
    scene.words.tell(key, &args)
}

/// A tie that waits for the chair, in a sentence.
pub(super) fn tie(
    group: &GroupId,
    projects: &[ProjectId],
    view: &Seen,
    scene: &Scene<'_>,
) -> String {
    let words = scene.words;
    let group = view.groups.iter().find(|it| it.id == *group);
    let group = group.map_or("", |it| words.pick(it.name.both())).to_owned();
    let projects: Vec<_> = projects.iter().map(ProjectId::as_str).collect();
    let projects = projects.join(&words.say("list-separator"));
    words.tell("host-tie", &[("group", group.into()), ("projects", projects.into())])
}

/// A project by its number and name.
pub(super) fn named(project: &ProjectId, view: &Seen, scene: &Scene<'_>) -> String {
    let line = view.line_of(project).map(|line| line.project.name.both());
    let ranked = || {
        let mut lines = view.groups.iter().flat_map(|group| &group.standings);
        lines.find(|line| line.project == *project).map(|line| line.name.both())
    };
    let name = line.or_else(ranked).map_or("", |name| scene.words.pick(name));
    format!("{project} {name}")
}

/// The same for a project that is not in the run order.
pub(super) fn named_line(line: &ProjectLine, scene: &Scene<'_>) -> String {
    format!("{} {}", line.id, scene.words.pick(line.name.both()))
}

/// The places of a ruling, a line each, with the names.
pub(super) fn ruled(order: &[Vec<ProjectId>], view: &Seen, scene: &Scene<'_>) -> String {
    let mut before = 0;
    let mut lines = Vec::new();
    for place in order {
        let named = |id| format!("{}. {}", before + 1, named(id, view, scene));
        lines.extend(place.iter().map(named));
        before += place.len();
    }
    lines.join("\n")
}

/// A proposal, who has made it, and why.
pub(super) fn proposal(line: &ProposalLine, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let by = ("by", words.say(&format!("role-{}", line.by.as_str())).into());
    let act = proposed(line, scene);
    let reason = Some(&line.reason).filter(|it| !it.is_empty());
    let parts = [
        Some(named(&line.project, view, scene)),
        Some(words.tell("host-proposal", &[("act", act.into()), by])),
        reason.map(|it| words.tell("host-reason", &[("reason", it.as_str().into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn seat_named(seat: &SeatId, view: &Seen, scene: &Scene<'_>) -> String {
    let line = view.panel.iter().find(|line| line.seat == *seat);
    line.map_or_else(|| seat.to_string(), |line| super::panel::named(line, scene))
}

/// The lines of a menu, with the digits that pick them, and the one under the cursor.
pub(super) fn menu(menu: &Menu, view: &Seen, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let lines = menu.entries.iter().enumerate().map(|(at, entry)| {
        let digit = menu::digit(at).map_or_else(|| "   ".to_owned(), |digit| format!(" {digit} "));
        let label = Span::raw(label(&entry.label, view, scene));
        let style = if at == menu.at { scene.theme.selected } else { Style::new() };
        let pointer = if at == menu.at { scene.theme.symbols.pointer } else { " " };
        Line::from_iter([Span::raw(pointer), Span::styled(digit, scene.theme.key), label])
            .style(style)
    });
    lines.collect()
}

/// The lines of an order, with their places, and the project in hand.
pub(super) fn sort(sort: &Sort, view: &Seen, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let theme = scene.theme;
    let mut place = 0;
    let lines =
        sort.projects.iter().zip(&sort.shared).enumerate().map(|(at, (project, shared))| {
            if !shared {
                place = at + 1;
            }
            let at_cursor = at == sort.at;
            let style = match (at_cursor, sort.held) {
                (true, true) => theme.selected,
                (true, false) => theme.accent,
                _ => Style::new(),
            };
            let pointer = if at_cursor { theme.symbols.pointer } else { " " };
            let equal = if *shared { "=" } else { " " };
            let moves = at_cursor && sort.held;
            let moves =
                if moves { format!("{}  ", scene.words.say("host-moves")) } else { String::new() };
            let named = named(project, view, scene);
            Line::styled(format!("{pointer} {equal} {place:>2} {moves}{named}"), style)
        });
    lines.collect()
}

/// What an order is about.
pub(super) fn sort_title(sort: &Sort, view: &Seen, scene: &Scene<'_>) -> String {
    match &sort.of {
        Sorted::Waiting(..) => scene.words.say("host-act-reorder"),
        Sorted::Tie(group, _) => tie(group, &sort.projects, view, scene),
    }
}

/// The projects that wait in an order, for the question whether it is meant.
pub(super) fn waiting(order: &[ProjectId], view: &Seen) -> Vec<ProjectId> {
    let waits = |id: &&ProjectId| view.line_of(id).is_some_and(|line| line.stage == Stage::Waiting);
    order.iter().filter(waits).cloned().collect()
}
