//! Draws the clerk's screen: a paragraph for each project that takes sheets, what is missing first, and
//! the run order in what room is left.

mod paper;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use super::{ClerkScreen, KEYS, Mode};
use crate::{
    contest::{ProjectId, SeatId, SeatWord},
    protocol::views::{ClerkView, ProjectLine, SheetsLine, TurnLine},
    tui::{
        Scene,
        cells::{cell, first_shown},
        dialog::Dialog,
        door,
        frame::{FrameModel, draw_frame, draw_too_small},
        hall::sign,
        text::{fit_line, width, wrap},
    },
};

/// The smallest window, in columns and rows.
const SMALLEST: (u16, u16) = (30, 8);

/// Draws the screen; gives the place of the cursor where a text is being written.
pub(super) fn draw(
    screen: &ClerkScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let (words, theme) = (scene.words, scene.theme);
    if draw_too_small(area, buf, words, SMALLEST) {
        return None;
    }
    let view = screen.view.as_ref();
    let title = view.map_or("roadshow", |it| words.pick(it.session.title.both()));
    let room = view.map_or("", |it| words.pick(it.room.name.both())).to_owned();
    let place = words.tell("clerk-place", &[("room", room.into())]);
    // The question names its own keys.
    let is_hinted = |act| screen.can_be_done(act) && screen.mode != Mode::Confirm;
    let hints = || KEYS.hints(words, theme, area.width, is_hinted);
    let bottom = match &screen.refused {
        Some(refusal) => Line::styled(words.explain("refusal", refusal), theme.error),
        None => hints(),
    };
    let model = FrameModel { title, place: &place, link: sign(scene.link, scene.now), bottom };
    let inner = draw_frame(&model, words, theme, area, buf);
    let lines = match (view, screen.mode) {
        (None, _) => waiting(scene, inner),
        (Some(view), Mode::Watch | Mode::Quit) => watch(view, scene, inner),
        (Some(view), Mode::Choose | Mode::Who { .. } | Mode::Drop) => {
            paper::choose(screen, view, scene, inner)
        }
        (Some(view), Mode::Form | Mode::Confirm) => {
            paper::draw_form(screen, view, scene, inner, buf);
            return None;
        }
        (Some(view), Mode::Reconcile) => paper::reconciled(view, scene, inner),
    };
    for (line, row) in lines.into_iter().zip(inner.rows()) {
        fit_line(line, usize::from(row.width), theme.symbols.ellipsis).render(row, buf);
    }
    dialog(screen, scene)?.draw(words, theme, area, buf)
}

/// What is asked in the middle of the screen.
fn dialog(screen: &ClerkScreen, scene: &Scene<'_>) -> Option<Dialog> {
    let words = scene.words;
    let (title, text) = match screen.mode {
        Mode::Who { .. } => ("clerk-who-title", words.say("clerk-who-ask")),
        Mode::Drop => {
            let (project, seat) = screen.chosen()?;
            let of = [("project", project.to_string().into()), ("seat", seat.to_string().into())];
            ("clerk-drop-title", words.tell("clerk-drop-ask", &of))
        }
        Mode::Quit => {
            return Some(Dialog::confirm(
                words.say("clerk-quit-title"),
                words.say("clerk-quit-ask"),
            ));
        }
        _ => return None,
    };
    Some(Dialog::ask(words.say(title), text, screen.input.clone()))
}

/// What is missing, and the run order in what room is left.
fn watch(view: &ClerkView, scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let mut lines = of_sheets(view, scene, area);
    lines.push(Line::default());
    let rows = usize::from(area.height).saturating_sub(lines.len());
    lines.extend(of_turns(view, scene, rows));
    lines
}

/// Before the first picture: that it is waited for, or why it does not come.
fn waiting(scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let waits = || scene.words.say("host-waiting-for-hub");
    let text = door::told(scene.link, scene.words).unwrap_or_else(waits);
    wrap(&text, usize::from(area.width)).into_iter().map(|it| Line::raw(it).centered()).collect()
}

/// What is missing of every project that takes sheets.
fn of_sheets(view: &ClerkView, scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let mut lines: Vec<_> =
        view.sheets_in.iter().flat_map(|it| of_project(view, it, scene, area)).collect();
    if lines.is_empty() {
        lines.push(Line::styled(scene.words.say("clerk-none-open"), scene.theme.dim));
    }
    lines
}

/// The run order in so many rows, whoever is on stage among them.
fn of_turns(view: &ClerkView, scene: &Scene<'_>, rows: usize) -> Vec<Line<'static>> {
    let stage_of = |turn: &TurnLine| scene.words.say(&format!("stage-{}", turn.stage));
    let on_stage = view.turns.iter().position(|turn| turn.stage.is_on_stage());
    let first = first_shown(on_stage.unwrap_or_default(), view.turns.len(), rows);
    let seen = view.turns.iter().skip(first).take(rows);
    let widest = |of: &dyn Fn(&TurnLine) -> usize| seen.clone().map(of).max().unwrap_or(0);
    let ids = widest(&|turn| width(turn.project.id.as_str()));
    let stages = widest(&|turn| width(&stage_of(turn)));
    let line = |turn: &TurnLine| {
        let style = if turn.stage.is_on_stage() { scene.theme.title } else { scene.theme.dim };
        let id = cell(turn.project.id.as_str(), ids, scene);
        let name = Span::raw(scene.words.pick(turn.project.name.both()).to_owned());
        let parts = [id, "  ".into(), cell(&stage_of(turn), stages, scene), "  ".into(), name];
        Line::from_iter(parts).style(style)
    };
    seen.map(line).collect()
}

/// The project, what is missing of it, and what is in.
fn of_project(
    view: &ClerkView,
    sheets: &SheetsLine,
    scene: &Scene<'_>,
    area: Rect,
) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let is_in = |state| matches!(state, SeatWord::Scored | SeatWord::Sealed);
    let is_missing = |state| matches!(state, SeatWord::Expected | SeatWord::Returned);
    let of = |is_meant: &dyn Fn(SeatWord) -> bool| -> Vec<(&SeatId, SeatWord)> {
        let meant = sheets.seats.iter().filter(|it| is_meant(it.state));
        meant.map(|it| (&it.seat, it.state)).collect()
    };
    let (missing, present) = (of(&is_missing), of(&is_in));
    let apart = of(&|state| !is_in(state) && !is_missing(state));
    let count = format!("{}/{}", present.len(), present.len() + missing.len());
    let name = named(view, &sheets.project).map_or("", |it| words.pick(it.name.both()));
    let stage = words.say(&format!("stage-{}", sheets.stage));
    let head = Line::from_iter([
        Span::styled(format!("{}  {count}  {stage}", sheets.project), theme.title),
        Span::raw(format!("  {name}")),
    ]);
    let columns = usize::from(area.width);
    let listed = |key: &str, seats: &[(&SeatId, SeatWord)], style: Style| {
        let names: Vec<_> = seats.iter().map(|it| seat_said(view, *it, scene)).collect();
        let text = words.tell(key, &[("seats", names.join(&words.say("list-separator")).into())]);
        let lines = wrap(&text, columns.saturating_sub(2)).into_iter();
        lines.map(|it| Line::styled(format!("  {it}"), style)).collect::<Vec<_>>()
    };
    let mut lines = vec![head];
    if missing.is_empty() {
        lines.push(Line::styled(format!("  {}", words.say("clerk-all-in")), theme.good));
    } else {
        lines.extend(listed("clerk-missing", &missing, theme.warn));
    }
    if !apart.is_empty() {
        lines.extend(listed("clerk-apart", &apart, theme.dim));
    }
    if !present.is_empty() {
        lines.extend(listed("clerk-in", &present, theme.dim));
    }
    lines.extend(paper::of_project(view, &sheets.project, scene));
    lines
}

/// A seat by its number, and where it stands if that is not plain.
fn seat_said(view: &ClerkView, (seat, state): (&SeatId, SeatWord), scene: &Scene<'_>) -> String {
    let words = scene.words;
    let name = seat_named(view, seat, scene);
    match state {
        SeatWord::Expected | SeatWord::Scored => name,
        other => format!("{name} ({})", words.say(&format!("state-{}", other.as_str()))),
    }
}

/// A seat by its number and its name.
fn seat_named(view: &ClerkView, seat: &SeatId, scene: &Scene<'_>) -> String {
    let line = view.seats.iter().find(|it| it.seat == *seat);
    let name = line.map_or("", |it| scene.words.pick(it.name.both()));
    if name.contains(seat.as_str()) { name.to_owned() } else { format!("{seat} {name}") }
}

fn named<'a>(view: &'a ClerkView, project: &ProjectId) -> Option<&'a ProjectLine> {
    view.turns.iter().map(|it| &it.project).find(|it| it.id == *project)
}
