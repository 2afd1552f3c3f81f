//! A room in a line: who is on stage, how long yet, and what else is open there.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use crate::{
    contest::{Phase, ProjectId},
    protocol::views::{AuditLine, AuditRoom},
    tui::{
        Scene,
        countdown::{Mood, reading},
        journal,
        supervisor::seen::Seen,
        text::width,
    },
};

/// The line, with as many parts as there is room for; at its right end the head that the room keeps.
pub(super) fn line(
    view: &Seen,
    room: &AuditRoom,
    scene: &Scene<'_>,
    columns: usize,
) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let head = view.journal.marks.get(&room.room.id);
    let head = head.and_then(|it| journal::mark_within(it, scene, columns / 3)).unwrap_or_default();
    let columns = columns.saturating_sub(if head.is_empty() { 0 } else { width(&head) + 2 });
    let name = words.pick(room.room.name.both()).to_owned();
    let mut line = Line::from(Span::styled(name, theme.title));
    for (text, style) in parts(view, room, scene) {
        let span = Span::styled(format!("  {text}"), style);
        if columns < line.width() + span.width() {
            break;
        }
        line.push_span(span);
    }
    if !head.is_empty() {
        let gap = (columns + 2).saturating_sub(line.width());
        line.spans.extend([Span::raw(" ".repeat(gap)), Span::styled(head, theme.dim)]);
    }
    line
}

/// The most important first.
fn parts(view: &Seen, room: &AuditRoom, scene: &Scene<'_>) -> Vec<(String, Style)> {
    let (words, theme) = (scene.words, scene.theme);
    let mut parts = Vec::new();
    let on_stage = room.stage.as_ref().filter(|it| it.stage.phase().is_some());
    match on_stage {
        Some(stage) => {
            let word = words.say(&format!("stage-{}", stage.stage));
            parts.push((format!("{} {word}", stage.project.id), theme.accent));
            let line = view.project(&stage.project.id).filter(|it| it.stage.takes_sheets());
            let line = line.filter(|it| !it.seats.is_empty());
            parts.extend(line.map(|it| (count(it), theme.base)));
            if let Some(clock) = &stage.clock {
                let mood = Mood::of(clock, scene.now);
                // A scoring window that has run out stays open, and is nobody's overtime.
                let is_over = clock.phase == Phase::Scoring && mood.is_over();
                let ink = if is_over { theme.dim } else { mood.ink(theme) };
                parts.push((reading(clock, scene.now).trim().to_owned(), ink));
                let word = mood.word(words).filter(|_| !is_over);
                parts.extend(word.map(|word| (word, mood.style(theme))));
            }
        }
        None => parts.push((words.say("supervisor-stage-empty"), theme.dim)),
    }
    let progress = view.progress(room);
    let done = progress.map_or(0, |it| it.done);
    let done = [("done", done.into()), ("all", room.order.len().into())];
    parts.push((words.tell("supervisor-room-done", &done), theme.dim));
    let is_on = |id: &ProjectId| on_stage.is_some_and(|it| it.project.id == *id);
    let open = progress.iter().flat_map(|it| &it.open).filter(|id| !is_on(id));
    for line in open.filter_map(|id| view.project(id)) {
        let word = words.say(&format!("stage-{}", line.stage));
        let text = format!("{} {word} {}", line.project.id, count(line));
        parts.push((text, theme.warn));
    }
    parts
}

/// How many sheets of how many seats are in.
fn count(line: &AuditLine) -> String {
    format!("{}/{}", line.sheets(), line.seats.len())
}
