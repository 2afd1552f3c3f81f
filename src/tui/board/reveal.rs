//! A released score as it is said aloud: the judges' totals one after the other, then which were
//! dropped, then what was deducted, then the score.
//!
//! What always holds, and the test that guards it: how far it has come follows from the instant of
//! the release alone, so that every projector shows the same and one opened late starts at the end,
//! `a_score_is_revealed_judge_by_judge`.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Margin, Position, Rect, Size},
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::Widget,
};
use rust_decimal::Decimal;

use super::{stage, table};
use crate::{
    contest::{At, Ms},
    protocol::views::{BoardView, ReleasedLine, RevealLine},
    tui::{
        Scene,
        digits::draw_digits,
        hall::{badge, draw_centered},
        text::fit,
    },
};

/// How long after a total the next one is shown.
const STEP: Ms = Ms(600);

/// How many steps the hall is given to see what was dropped, and again what was deducted.
const REST: usize = 2;

/// The narrowest that a judge's total gets, in columns.
const TILE: u16 = 10;

/// How fast a score is revealed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    step: Ms,
}

/// How far a score has been revealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Progress {
    /// How many totals are seen.
    totals: usize,
    /// Whether the dropped ones are struck through.
    dropped: bool,
    /// Whether deductions are seen.
    deducted: bool,
    /// Whether the score is seen.
    score: bool,
}

impl Pace {
    /// For a hub whose time runs so many times as fast.
    pub(super) fn at_speed(speed: u32) -> Self {
        Self { step: Ms(STEP.0.saturating_mul(speed.max(1).into())) }
    }

    /// How many steps have been taken; none is left for a score released at no known instant.
    fn steps(self, released: &ReleasedLine, now: At) -> usize {
        let since = released.at.map(|at| (now - at).0.max(0) / self.step.0);
        since.and_then(|steps| usize::try_from(steps).ok()).unwrap_or(usize::MAX)
    }

    /// When the next step is taken.
    pub(super) fn next_change(self, released: &ReleasedLine, now: At) -> Option<At> {
        let at =
            released.at.filter(|_| !Progress::of(released, self.steps(released, now)).score)?;
        Some(now.max(at) + Ms(self.step.0 - (now - at).0.max(0) % self.step.0))
    }
}

impl Progress {
    fn of(released: &ReleasedLine, steps: usize) -> Self {
        let all = released.sheets.len();
        let dropped = if released.sheets.iter().any(|it| it.dropped) { REST } else { 0 };
        let deducted = if released.deducted == Decimal::ZERO { 0 } else { REST };
        Self {
            totals: all.min(steps.saturating_add(1)),
            dropped: 0 < dropped && all < steps,
            deducted: 0 < deducted && all + dropped < steps,
            // Without any sheets to show the score stands alone, and at once.
            score: all == 0 && deducted == 0 || all + dropped + deducted < steps,
        }
    }
}

/// Draws as much of a score as has been revealed.
pub(super) fn draw(
    view: &BoardView,
    released: &ReleasedLine,
    pace: Pace,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let progress = Progress::of(released, pace.steps(released, scene.now));
    let columns = (area.width / TILE).max(1);
    let tiles = rows_of_tiles(released.sheets.len(), columns, area.height);
    let has_deduction = released.deducted != Decimal::ZERO;
    let air = u16::from(16 <= area.height);
    let more_air = u16::from(24 <= area.height);
    let [_, title, _, sheets, _, deduction, _, label, _, digits] =
        area.layout(&Layout::vertical([
            Constraint::Length(more_air),
            Constraint::Length((area.height / 6).max(1)),
            Constraint::Length(air),
            Constraint::Length(tiles),
            Constraint::Length(air),
            Constraint::Length(u16::from(has_deduction)),
            Constraint::Length(more_air.min(u16::from(has_deduction))),
            Constraint::Length(1),
            Constraint::Length(more_air),
            Constraint::Fill(1),
        ]));
    let name = (released.project.id.as_str(), scene.words.pick(released.project.name.both()));
    stage::draw_name(name, "", scene, title, buf);
    draw_tiles(&released.sheets, progress, columns, scene, sheets, buf);
    if progress.deducted {
        draw_centered(&[deducted(released, scene)], deduction, buf);
    }
    if progress.score {
        draw_score(view, released, scene, [label, digits], buf);
    }
}

/// How many rows the totals take, at most half of the screen.
fn rows_of_tiles(sheets: usize, columns: u16, height: u16) -> u16 {
    let rows = u16::try_from(sheets).unwrap_or(u16::MAX).div_ceil(columns);
    let tile = if height < 12 { 3 } else { (height / 4).clamp(4, 10) };
    rows.saturating_mul(tile).min(height / 2)
}

fn deducted(released: &ReleasedLine, scene: &Scene<'_>) -> Line<'static> {
    let (before, deducted) = (released.before.to_string(), released.deducted.to_string());
    let args = [("before", before.into()), ("deducted", deducted.into())];
    Line::styled(scene.words.tell("board-deducted", &args), scene.theme.warn)
}

fn draw_score(
    view: &BoardView,
    released: &ReleasedLine,
    scene: &Scene<'_>,
    [label, digits]: [Rect; 2],
    buf: &mut Buffer,
) {
    let Scene { words, theme, .. } = *scene;
    let place = table::place_in_words(released, &view.groups, words);
    let mut line = Line::from_iter([
        Span::styled(words.say("board-final-score"), theme.title),
        Span::raw("  "),
        badge(&place, theme.selected),
    ]);
    if let Some(group) = view.groups.iter().find(|it| it.id == released.project.group) {
        line.push_span(Span::raw(" "));
        line.push_span(super::column::state(group, scene));
    }
    draw_centered(&[line], label, buf);
    let text = released.standing.score.to_string();
    let margin = Margin::new(if digits.width < 60 { 1 } else { 4 }, 0);
    draw_digits(&text, theme.leader, theme.symbols.pixels, digits.inner(margin), buf);
}

/// The totals in rows, each with its judge above it and whether it was dropped below.
fn draw_tiles(
    sheets: &[RevealLine],
    progress: Progress,
    columns: u16,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let rows: Vec<_> = sheets.chunks(usize::from(columns)).collect();
    let widest = rows.first().map_or(0, |row| row.len());
    let areas = Layout::vertical(rows.iter().map(|_| Constraint::Fill(1))).split(area);
    let decimals = sheets.iter().map(|sheet| sheet.total.scale()).max().unwrap_or_default();
    let mut shown = progress.totals;
    for (row, area) in rows.iter().zip(areas.iter()) {
        let gap = if area.width < 100 { 1 } else { 3 };
        let places = Layout::horizontal((0..widest).map(|_| Constraint::Fill(1))).spacing(gap);
        for (sheet, area) in row.iter().zip(places.split(*area).iter()) {
            let mut total = sheet.total;
            total.rescale(decimals); // 90 beside 95.5 is 90.0.
            let total = (0 < shown).then(|| total.to_string());
            shown = shown.saturating_sub(1);
            let dropped = progress.dropped && sheet.dropped;
            draw_tile(sheet, total.as_deref(), dropped, scene, *area, buf);
        }
    }
}

fn draw_tile(
    sheet: &RevealLine,
    text: Option<&str>,
    dropped: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Scene { words, theme, .. } = *scene;
    let rows = |wanted: bool| Constraint::Length(u16::from(wanted));
    let [name_area, total, mark] = area.layout(&Layout::vertical([
        rows(sheet.name.is_some() && 2 <= area.height),
        Constraint::Fill(1),
        rows(3 <= area.height),
    ]));
    if let Some(name) = &sheet.name {
        let name = fit(words.pick(name.both()), usize::from(area.width), theme.symbols.ellipsis);
        Line::styled(name, theme.dim).centered().render(name_area, buf);
    }
    let Some(text) = text else {
        return draw_centered(&[Line::styled(theme.symbols.dot, theme.dim)], total, buf);
    };
    let style = if dropped { theme.dim } else { theme.title };
    draw_digits(text, style, theme.symbols.pixels, total, buf);
    if dropped {
        strike(theme.symbols.strike, theme.warn, total, buf);
        Line::styled(words.say("board-dropped"), theme.warn).centered().render(mark, buf);
    }
}

/// A line through what has been drawn: behind big digits, which can still be read.
fn strike(sign: &str, style: Style, area: Rect, buf: &mut Buffer) {
    let inked = |at: &Position| buf.cell(*at).is_some_and(|cell| cell.symbol() != " ");
    let cells = area.positions().filter(inked).map(|at| Rect::from((at, Size::new(1, 1))));
    let Some(picture) = cells.reduce(Rect::union) else { return };
    let line = picture.centered_vertically(Constraint::Length(1));
    if picture.height == 1 {
        buf.set_style(picture, Modifier::CROSSED_OUT);
    }
    for at in line.outer(Margin::new(1, 0)).intersection(area).positions() {
        if let Some(cell) = buf.cell_mut(at).filter(|cell| cell.symbol() == " ") {
            cell.set_symbol(sign).set_style(style);
        }
    }
}
