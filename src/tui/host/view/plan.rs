//! How the evening stands to its plan: in a line with the project on deck (候场), and as a table
//! of the groups.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use super::aloud;
use crate::{
    contest::At,
    tui::{
        Scene,
        cells::{cell, cell_right},
        host::{
            seen::Seen,
            times::{self, End},
        },
        text::{fit, width},
        wall::hour_and_minute,
    },
};

/// Who is on deck, and when the evening will end; nothing when all is over.
pub(super) fn line(view: &Seen, scene: &Scene<'_>, columns: usize) -> Option<Line<'static>> {
    let (theme, words) = (scene.theme, scene.words);
    let end = ends(times::end(view, scene.now), scene);
    let mut line = Line::from(" ");
    if let Some(deck) = times::on_deck(view) {
        let project = &deck.project;
        let name = words.pick(project.name.both()).to_owned();
        let args = [("project", project.id.to_string().into()), ("name", name.into())];
        let room = columns.saturating_sub(end.width() + 4);
        let deck = words.tell("host-on-deck", &args);
        let deck = fit(&deck, room, theme.symbols.ellipsis).into_owned();
        line.spans.extend([Span::raw(deck), Span::raw("   ")]);
    }
    let style = end.style;
    line.spans.extend(end.spans.into_iter().map(|it| it.patch_style(style)));
    (1 < line.spans.len()).then_some(line)
}

/// `预计 17:42 结束（计划 17:30，晚 12 分）`.
fn ends(end: End, scene: &Scene<'_>) -> Line<'static> {
    let words = scene.words;
    let Some(projected) = end.projected else { return Line::default() };
    let time = hour_and_minute(projected);
    let text = match (end.planned, end.late()) {
        (Some(planned), Some(late)) => {
            let late = self::late(late, scene);
            let planned = hour_and_minute(planned);
            let args = [("time", time.into()), ("planned", planned.into()), ("late", late.into())];
            words.tell("host-ends-planned", &args)
        }
        _ => words.tell("host-ends", &[("time", time.into())]),
    };
    let style =
        if end.late().is_some_and(|late| 0 < late) { scene.theme.warn } else { scene.theme.dim };
    Line::styled(text, style)
}

fn late(minutes: i64, scene: &Scene<'_>) -> String {
    let key = match minutes {
        0 => "host-on-time",
        1.. => "host-late",
        _ => "host-early",
    };
    scene.words.tell(key, &[("minutes", minutes.abs().into())])
}

/// The groups in a line, each with how many are through and when it ends: of several groups in one
/// room, since of a single one the line above says as much.
pub(super) fn groups(view: &Seen, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let (theme, rows) = (scene.theme, all(view, scene));
    let mut line = Line::default();
    for row in rows.iter().take(view.plan.groups.len()).filter(|_| 1 < view.plan.groups.len()) {
        let [done, _, ends, _] = &row.cells;
        let late = row.late.map(|it| format!(" {}", late(it, scene))).unwrap_or_default();
        let gap = if line.spans.is_empty() { " " } else { "   " };
        let style = if row.is_late { theme.warn } else { theme.dim };
        let text = format!("{gap}{} {done} {ends}{late}", row.name);
        if columns < line.width() + width(&text) {
            break;
        }
        line.push_span(Span::styled(text, style));
    }
    line
}

/// How many rows the table takes.
pub(super) fn rows(view: &Seen) -> u16 {
    u16::try_from(view.plan.groups.len() + 2).unwrap_or(u16::MAX)
}

/// The page of the progress: the table, and below it the score that was released last, to be read.
pub(super) fn draw_page(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut lines = table(view, scene, usize::from(area.width));
    if let Some(released) = &view.released {
        lines.push(Line::default());
        lines.extend(aloud::lines(released, view, scene, usize::from(area.width)));
    }
    for (line, row) in lines.iter().zip(area.rows()) {
        line.render(row, buf);
    }
}

/// Draws the table alone.
pub(super) fn draw(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    for (line, row) in table(view, scene, usize::from(area.width)).iter().zip(area.rows()) {
        line.render(row, buf);
    }
}

/// A line of the table: who, how far, when it was planned to end and will, the minutes between.
struct Row {
    name: String,
    cells: [String; 4],
    /// By how many minutes.
    late: Option<i64>,
    is_late: bool,
}

impl Row {
    fn of(name: String, (end, done, of): (End, usize, usize), scene: &Scene<'_>) -> Self {
        let time = |at: At| hour_and_minute(at);
        let cells = [
            format!("{done}/{of}"),
            end.planned.map(time).unwrap_or_default(),
            end.projected.map_or_else(|| scene.words.say("host-over"), time),
            end.late().map(signed).unwrap_or_default(),
        ];
        let late = end.late();
        Self { name, cells, late, is_late: late.is_some_and(|it| 0 < it) }
    }
}

/// `+3`, `-20`, and a bare `0`.
fn signed(minutes: i64) -> String {
    if minutes == 0 { minutes.to_string() } else { format!("{minutes:+}") }
}

/// What stands above the numbers.
const HEADS: [&str; 4] =
    ["host-plan-done", "host-plan-planned", "host-plan-projected", "host-plan-late"];

fn table(view: &Seen, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let all = all(view, scene);
    let cells = HEADS.map(|it| scene.words.say(it));
    let head = Row { name: String::new(), cells, late: None, is_late: false };
    let mut widths = head.cells.each_ref().map(|it| width(it));
    for row in &all {
        for (widest, text) in widths.iter_mut().zip(&row.cells) {
            *widest = width(text).max(*widest);
        }
    }
    let numbers = widths.iter().map(|width| width + 2).sum::<usize>();
    let name = all.iter().map(|row| width(&row.name)).max().unwrap_or_default();
    let name = name.min(columns.saturating_sub(numbers));
    let line = |row: &Row| {
        let cells = row.cells.iter().zip(widths);
        let numbers =
            cells.flat_map(|(text, width)| [Span::raw("  "), cell_right(text, width, scene)]);
        std::iter::once(cell(&row.name, name, scene)).chain(numbers).collect::<Line<'static>>()
    };
    let lines = all
        .iter()
        .map(|row| line(row).style(if row.is_late { scene.theme.warn } else { scene.theme.base }));
    std::iter::once(line(&head).style(scene.theme.title)).chain(lines).collect()
}

/// The groups of the room, and the room.
fn all(view: &Seen, scene: &Scene<'_>) -> Vec<Row> {
    let (mut through, mut of_all, mut rows) = (0, 0, Vec::new());
    for plan in &view.plan.groups {
        let group = view.groups.iter().find(|it| it.id == plan.group);
        let name = group.map_or(plan.group.as_str(), |it| scene.words.pick(it.name.both()));
        let (end, done, of) = times::end_of(view, &plan.group, scene.now);
        (through, of_all) = (through + done, of_all + of);
        rows.push(Row::of(name.to_owned(), (end, done, of), scene));
    }
    let day = (times::end(view, scene.now), through, of_all);
    rows.push(Row::of(scene.words.say("host-plan-day"), day, scene));
    rows
}
