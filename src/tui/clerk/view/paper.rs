//! Paper sheets on the clerk's screen: the seats to choose from, the form with what differs, and the
//! evening's sheets by where they came from.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{ClerkScreen, Mode, named, seat_named};
use crate::{
    contest::ProjectId,
    protocol::views::{ClerkView, PaperLine},
    tui::{
        Scene,
        cells::first_shown,
        clerk::paper::{Which, choices, rubric_of, why_on_paper},
        judge::{draw_form as draw_marks, draw_total},
        points::points,
        text::{fit_line, wrap},
    },
};

/// What of a project's sheets is on paper: to be keyed, being keyed or in.
pub(super) fn of_project(
    view: &ClerkView,
    project: &ProjectId,
    scene: &Scene<'_>,
) -> Vec<Line<'static>> {
    let own = view.paper.iter().filter(|it| it.project == *project);
    let line = |it: &PaperLine| {
        let style = if it.revision.is_some() { scene.theme.dim } else { scene.theme.warn };
        Line::styled(format!("  {}: {}", it.seat, said(it, scene)), style)
    };
    let waits = choices(view).into_iter().filter(|(of, _)| of == project);
    let waits = waits.filter(|(project, seat)| view.keying(project, seat).is_none());
    let waits = waits.filter_map(|which| {
        let text = format!("  {}: {}", which.1, allowed_said(view, &which, scene)?);
        Some(Line::styled(text, scene.theme.warn))
    });
    waits.chain(own.map(line)).collect()
}

/// That a sheet comes on paper, and why.
fn allowed_said(view: &ClerkView, which: &Which, scene: &Scene<'_>) -> Option<String> {
    let reason = why_on_paper(view, which)?;
    Some(scene.words.tell("clerk-allowed", &[("reason", reason.into())]))
}

/// The seats whose sheet may be keyed, with how far each is.
pub(super) fn choose(
    screen: &ClerkScreen,
    view: &ClerkView,
    scene: &Scene<'_>,
    area: Rect,
) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let all = choices(view);
    let mut lines = vec![Line::styled(words.say("clerk-choose"), theme.title)];
    if all.is_empty() {
        let told = wrap(&words.say("clerk-none-to-key"), usize::from(area.width)).into_iter();
        lines.extend(told.map(|it| Line::styled(it, theme.warn)));
        return lines;
    }
    if !screen.name.is_empty() {
        let who = words.tell("clerk-keys-here", &[("name", screen.name.as_str().into())]);
        lines.push(Line::styled(who, theme.dim));
    }
    let chosen = screen.chosen();
    let at = all.iter().position(|it| Some(it) == chosen.as_ref()).unwrap_or_default();
    let rows = usize::from(area.height).saturating_sub(lines.len());
    let first = first_shown(at, all.len(), rows);
    let row = |which: &Which| {
        let is_chosen = chosen.as_ref() == Some(which);
        let pointer = if is_chosen { theme.symbols.pointer } else { " " };
        let style = if is_chosen { theme.accent } else { theme.base };
        let (project, seat) = which;
        let state = choice_said(screen, view, which, scene);
        Line::from_iter([
            Span::styled(format!("{pointer} {project}  {}", seat_named(view, seat, scene)), style),
            Span::styled(format!("  {state}"), theme.dim),
        ])
    };
    lines.extend(all.iter().skip(first).map(row));
    lines
}

/// How far a seat's paper sheet is, for whoever sits here.
fn choice_said(screen: &ClerkScreen, view: &ClerkView, which: &Which, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let is_typed = screen.drafts.get(which).is_some_and(super::super::PaperDraft::is_unsent);
    let unsent = if is_typed { words.say("clerk-unsent") } else { String::new() };
    match view.keying(&which.0, &which.1) {
        // What the first person has keyed is nobody else's; not even that it was for this seat is hidden.
        Some(keying)
            if keying.checked_by.is_none() && keying.keyed_by.terminal == screen.terminal =>
        {
            words.say("clerk-keyed-here") + &unsent
        }
        Some(keying) => said(keying, scene) + &unsent,
        None => allowed_said(view, which, scene).unwrap_or_default() + &unsent,
    }
}

/// Where a paper sheet is, in words.
fn said(paper: &PaperLine, scene: &Scene<'_>) -> String {
    let name = paper.keyed_by.name.as_str().into();
    let other = paper.checked_by.as_ref().map(|it| it.name.as_str()).unwrap_or_default().into();
    let count = paper.differing.len().into();
    let key = match (&paper.checked_by, paper.revision) {
        (_, Some(_)) => "clerk-on-paper",
        (None, None) => "clerk-keyed-once",
        (Some(_), None) => "clerk-keyed-differently",
    };
    scene.words.tell(key, &[("name", name), ("other", other), ("count", count)])
}

/// The sheet that is being keyed.
pub(super) fn draw_form(
    screen: &ClerkScreen,
    view: &ClerkView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let (words, theme) = (scene.words, scene.theme);
    let (Some(sheet), Some((project, seat))) = (screen.sheet(), screen.at.as_ref()) else { return };
    let name = named(view, project).map_or("", |it| words.pick(it.name.both()));
    let whose = words.tell("clerk-sheet-of", &[("seat", seat_named(view, seat, scene).into())]);
    let head = Line::from_iter([
        Span::styled(format!("{project}  {whose}"), theme.title),
        Span::raw(format!("  {name}")),
    ]);
    let differing = differing(view, (project, seat), scene, area.width);
    let question = (screen.mode == Mode::Confirm).then(|| {
        let total = [("total", sheet.total().into())];
        let text = words.tell("clerk-confirm", &total);
        wrap(&text, usize::from(area.width)).into_iter().map(|it| Line::styled(it, theme.accent))
    });
    let question: Vec<_> = question.into_iter().flatten().collect();
    let most = usize::from(area.height / 3);
    let rows = |lines: usize| Constraint::Length(u16::try_from(lines).unwrap_or(u16::MAX));
    let [head_area, differing_area, form, total, question_area] = area.layout(&Layout::vertical([
        rows(1),
        rows(differing.len().min(most)),
        Constraint::Fill(1),
        rows(1),
        rows(question.len()),
    ]));
    let ellipsis = theme.symbols.ellipsis;
    fit_line(head, usize::from(area.width), ellipsis).render(head_area, buf);
    for (lines, place) in [(differing, differing_area), (question, question_area)] {
        for (line, row) in lines.into_iter().zip(place.rows()) {
            fit_line(line, usize::from(row.width), ellipsis).render(row, buf);
        }
    }
    let mut spots = Vec::new();
    draw_marks(sheet, screen.mode == Mode::Form, scene, form, buf, &mut spots);
    draw_total(sheet, false, scene, total, buf, &mut spots);
}

/// What two persons have keyed differently: looked up on the paper, and keyed anew.
fn differing(
    view: &ClerkView,
    (project, seat): (&ProjectId, &crate::contest::SeatId),
    scene: &Scene<'_>,
    columns: u16,
) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let keying = view.keying(project, seat).filter(|it| !it.differing.is_empty());
    let (Some(keying), Some(rubric)) = (keying, rubric_of(view, project)) else {
        return Vec::new();
    };
    let told = wrap(&words.say("clerk-differs"), usize::from(columns)).into_iter();
    let mut lines: Vec<_> = told.map(|it| Line::styled(it, theme.warn)).collect();
    let other = keying.checked_by.as_ref().map_or("", |it| &it.name);
    for it in &keying.differing {
        let criterion = rubric.marked().map(|(it, _)| it).find(|of| of.id == it.criterion);
        let name = criterion.map_or(it.criterion.as_str(), |it| words.pick(it.name.both()));
        let mark = |mark| match criterion {
            Some(criterion) if criterion.gate => {
                let verdict = if rust_decimal::Decimal::is_zero(&mark) { "fail" } else { "pass" };
                words.say(&format!("judge-gate-{verdict}"))
            }
            _ => points(mark, rubric.decimals()),
        };
        let args = [
            ("criterion", name.into()),
            ("name", keying.keyed_by.name.as_str().into()),
            ("first", mark(it.first).into()),
            ("other", other.into()),
            ("second", mark(it.second).into()),
        ];
        lines.push(Line::styled(format!("  {}", words.tell("clerk-differing", &args)), theme.warn));
    }
    lines
}

/// The evening's sheets by where they came from: those on paper one by one, with who keyed and checked
/// them and what is still open; all others came from their terminals.
pub(super) fn reconciled(view: &ClerkView, scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let (present, open): (Vec<_>, Vec<_>) = view.paper.iter().partition(|it| it.revision.is_some());
    let counts = [("present", present.len().into()), ("open", open.len().into())];
    let title = wrap(&words.tell("clerk-reconciled", &counts), usize::from(area.width)).into_iter();
    let mut lines: Vec<_> = title.map(|it| Line::styled(it, theme.title)).collect();
    let style = |it: &PaperLine| if it.revision.is_some() { theme.base } else { theme.warn };
    let line = |it: &&PaperLine| {
        let seat = seat_named(view, &it.seat, scene);
        Line::styled(format!("  {}  {seat}  {}", it.project, said(it, scene)), style(it))
    };
    lines.extend(open.iter().chain(&present).map(line));
    lines
}
