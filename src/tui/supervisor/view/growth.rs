//! The journal as it grows: how many records there are, its present head to be read aloud, the heads
//! that the rooms keep, and the newest records in the words of the log.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    papers::log,
    protocol::RecordLine,
    tui::{
        Scene, journal,
        supervisor::seen::Seen,
        text::{fit, pad_left, pad_right, width, wrap},
        wall::time_of_day,
    },
};

/// Draws the head, what is kept, and below them as many records as there is room for, the newest last.
pub(super) fn draw(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let columns = usize::from(area.width);
    let mut lines = vec![fitted(&head(view, scene), scene.theme.title, scene, columns)];
    let kept = view.journal.marks.values().map(|mark| journal::mark(mark, scene));
    let kept = kept.map(|text| fitted(&text, scene.theme.dim, scene, columns));
    let newest = &view.journal.newest;
    let widest = newest.iter().map(|it| width(&who(it, scene))).max().unwrap_or_default();
    let records = newest.iter().flat_map(|it| record(it, view, widest, scene, columns));
    let records: Vec<_> = records.collect();
    // In a low window what the rooms keep gives way: it stands on other screens too.
    let room = usize::from(area.height).saturating_sub(1);
    lines.extend(kept.take(room.saturating_sub(records.len().min(room / 2))));
    let room = usize::from(area.height).saturating_sub(lines.len());
    lines.extend(records.iter().skip(records.len().saturating_sub(room)).cloned());
    for (line, row) in lines.iter().zip(area.rows()) {
        line.render(row, buf);
    }
}

/// `412 条记录 · 日志 412 3f2a 9c1b`.
fn head(view: &Seen, scene: &Scene<'_>) -> String {
    // As text: it is read out beside the head and has no separators either.
    let records = view.journal.head.seq.to_string();
    let args = [
        ("records", records.into()),
        ("dot", scene.theme.symbols.dot.into()),
        ("head", journal::head(&view.journal.head, scene.words).into()),
    ];
    scene.words.tell("supervisor-journal", &args)
}

/// Number, time, who, what; what is long goes on below its beginning.
fn record(
    line: &RecordLine,
    view: &Seen,
    widest: usize,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let theme = scene.theme;
    let digits = width(&view.journal.head.seq.to_string());
    let number = pad_left(&line.seq.to_string(), digits);
    let by = pad_right(&who(line, scene), widest);
    let before = format!(" {number} {} {by}  ", time_of_day(line.at));
    let said = log::in_words(&line.fact, scene.words);
    let room = columns.saturating_sub(width(&before)).max(columns / 3);
    let indent = " ".repeat(width(&before).min(columns.saturating_sub(room)));
    let said = wrap(&said, room).into_iter().enumerate().map(|(at, text)| {
        let before = if at == 0 { before.clone() } else { indent.clone() };
        Line::from_iter([Span::styled(before, theme.dim), Span::styled(text, theme.base)])
    });
    said.collect()
}

/// The seat that asked, as people call it.
fn who(line: &RecordLine, scene: &Scene<'_>) -> String {
    let hub = || scene.words.say("log-hub");
    line.by.as_ref().map_or_else(hub, |by| log::who(by, scene.words))
}

fn fitted(text: &str, style: Style, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    Line::styled(fit(text, columns, scene.theme.symbols.ellipsis).into_owned(), style)
}
