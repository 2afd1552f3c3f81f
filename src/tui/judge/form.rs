//! The rubric as a form: a line for every criterion with its mark, and the help for marking it.

use std::cmp::Reverse;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use rust_decimal::Decimal;

use super::{
    mouse::Spot,
    row::{Columns, INDENT, ROOMY, Row, range},
    sheet::Sheet,
};
use crate::{
    contest::{Band, Criterion},
    tui::{
        Scene,
        text::{fit, wrap},
    },
};

/// How much help stands between the criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Helps {
    /// All of it, and a blank row after each criterion.
    Spaced,
    /// All of it.
    Close,
    /// None, but a blank row after each criterion; the current one's stands below the form.
    Apart,
    /// None; the current criterion's stands below the form.
    Below,
}

impl Helps {
    fn is_between(self) -> bool {
        matches!(self, Self::Spaced | Self::Close)
    }

    fn has_gaps(self) -> bool {
        matches!(self, Self::Spaced | Self::Apart)
    }
}

/// Draws the form with as much help between its criteria as there is room for. `is_active` says
/// whether keys go here.
pub(super) fn draw(
    sheet: Sheet<'_>,
    is_active: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
    spots: &mut Vec<(Rect, Spot)>,
) {
    spots.push((area, Spot::Form));
    let height = usize::from(area.height);
    let below = help(sheet, scene, area.width);
    let fitting = [Helps::Spaced, Helps::Close, Helps::Apart].into_iter().find_map(|helps| {
        let rows = rows(sheet, scene, helps, area.width);
        let below = if helps.is_between() { 0 } else { below.len() };
        (rows.len() + below <= height).then_some((helps, rows))
    });
    let (helps, rows) =
        fitting.unwrap_or_else(|| (Helps::Below, rows(sheet, scene, Helps::Below, area.width)));
    let help = if helps.is_between() { Vec::new() } else { below };
    // The marks go first: the help gets what they leave, but two rows where the sheet is long.
    let least = if area.height < 10 { 0 } else { 2 };
    let below = height.saturating_sub(rows.len()).max(least).min(help.len());
    let below = Constraint::Length(u16::try_from(below).unwrap_or(u16::MAX));
    let [rows_area, help_area] = area.layout(&Layout::vertical([Constraint::Fill(1), below]));

    let at = rows.iter().position(|it| it.is_at(sheet.draft.line)).unwrap_or_default();
    // The row after the current one is in sight too, so that one sees that the sheet goes on.
    let skip = (at + 2).min(rows.len()).saturating_sub(usize::from(rows_area.height));
    let columns = Columns::of(sheet, is_active, scene, rows_area.width);
    for (row, place) in rows.iter().skip(skip).zip(rows_area.rows()) {
        columns.line(row).render(place, buf);
        if let Row::Mark { at, .. } | Row::Help { at, .. } = row {
            spots.push((place, Spot::Criterion(*at)));
        }
    }
    for (line, place) in help.iter().zip(help_area.rows()) {
        line.render(place, buf);
    }
}

/// The rows of the form.
fn rows<'a>(sheet: Sheet<'a>, scene: &Scene<'_>, helps: Helps, columns: u16) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut marked = sheet.rubric.marked().enumerate();
    for head in &sheet.rubric.criteria {
        let is_item = !head.items.is_empty();
        if is_item {
            rows.push(Row::Head(head));
        }
        for (at, (criterion, weight)) in marked.by_ref().take(head.items.len().max(1)) {
            rows.push(Row::Mark { at, criterion, weight, is_item });
            if helps.is_between() {
                let lines = advice(sheet, criterion, scene, columns);
                rows.extend(lines.into_iter().map(|line| Row::Help { at, line, is_item }));
            }
            if helps.has_gaps() {
                rows.push(Row::Gap);
            }
        }
    }
    rows
}

/// What helps to mark a criterion: its bands, and its hint in lines that fit.
fn advice(
    sheet: Sheet<'_>,
    criterion: &Criterion,
    scene: &Scene<'_>,
    columns: u16,
) -> Vec<Line<'static>> {
    let room = usize::from(columns).saturating_sub(INDENT);
    let hint = criterion.hint.as_ref().map(|it| wrap(scene.words.pick(it.both()), room));
    let hint = hint.into_iter().flatten().map(|it| Line::styled(it, scene.theme.dim));
    bands(sheet, criterion, scene, room).into_iter().chain(hint).collect()
}

/// The bands of a criterion in lines that fit, the best first; the one of the present mark stands
/// out. They help and never check.
fn bands(
    sheet: Sheet<'_>,
    criterion: &Criterion,
    scene: &Scene<'_>,
    room: usize,
) -> Vec<Line<'static>> {
    let present = sheet.band(criterion);
    let mut bands: Vec<&Band> = criterion.bands.iter().collect();
    bands.sort_by_key(|it| Reverse(it.from));
    let mut upper = criterion.max;
    let mut lines: Vec<Line> = Vec::new();
    for band in bands {
        let name = scene.words.pick(band.name.both());
        let text = format!("{name} {}-{}", band.from.normalize(), upper.normalize());
        upper = band.from;
        let style = if present == Some(band) { scene.theme.accent } else { scene.theme.dim };
        let span = Span::styled(text, style);
        match lines.last_mut().filter(|line| line.width() + 2 + span.width() <= room) {
            Some(line) => line.spans.extend([Span::raw("  "), span]),
            None => lines.push(Line::from(span)),
        }
    }
    lines
}

/// The help for the current criterion: its range, its bands, its hint.
fn help(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let Some(criterion) = sheet.current() else { return Vec::new() };
    let name = words.pick(criterion.name.both());
    let title = format!("  {name} {} {}", theme.symbols.dot, range(criterion, None, scene));
    let mut lines = vec![Line::styled(title, theme.title)];
    for mut line in advice(sheet, criterion, scene, columns) {
        line.spans.insert(0, Span::raw("  "));
        lines.push(line);
    }
    lines
}

/// The running total, the step of marks where there is room for it, and what is missing.
pub(super) fn total_line(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let (marks, dot) = (sheet.marks(), theme.symbols.dot);
    let number = |it: Decimal| it.normalize().to_string().into();
    let total = number(sheet.rubric.total(&marks));
    let total = [("total", total), ("full", number(sheet.rubric.full_marks()))];
    let total = format!(" {}", words.tell("judge-total", &total));

    let step = sheet.rubric.step.filter(|_| ROOMY <= columns);
    let step = step.map(|it| words.tell("judge-step", &[("step", number(it))]));
    let filled = [("filled", marks.len().into()), ("all", sheet.criteria().count().into())];
    let parts = step.into_iter().chain([words.tell("judge-filled", &filled)]);
    let parts = parts.map(|it| Span::raw(format!(" {dot} {it}")));

    // Nothing is asked for while no mark can be given.
    let is_gap = |it: &&Criterion| sheet.takes_typing() && !marks.contains_key(&it.id);
    let gaps = sheet.criteria().filter(is_gap);
    let gaps: Vec<&str> = gaps.map(|it| words.pick(it.name.both())).collect();
    let mut line: Line = [Span::styled(total, theme.accent)].into_iter().chain(parts).collect();
    if !gaps.is_empty() {
        let names = gaps.join(&words.say("list-separator"));
        let gaps = format!(" {dot} {}", words.tell("judge-gaps", &[("names", names.into())]));
        let room = usize::from(columns).saturating_sub(line.width());
        let gaps = fit(&gaps, room, theme.symbols.ellipsis).into_owned();
        line.push_span(Span::styled(gaps, theme.warn));
    }
    line
}
