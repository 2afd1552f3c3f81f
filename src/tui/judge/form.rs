//! The rubric as a form: a line for every criterion with its mark, and the help for marking it. On a
//! large screen the marks stand beside it once more in large digits.

use std::cmp::Reverse;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{
    mouse::Spot,
    row::{Columns, INDENT, Row, range},
    sheet::Sheet,
};
use crate::{
    contest::{Band, Criterion},
    tui::{
        Scene,
        digits::draw_digits,
        points::points,
        text::{fit_line, width, wrap},
        theme::Pixels,
    },
};

/// From so many columns on there is room for a large mark beside the form.
const WIDE: u16 = 90;

/// The least columns before the large marks.
const BEFORE: u16 = 60;

/// The rows of a large mark.
const TALL: u16 = 3;
/// And its columns.
const DIGITS: u16 = 26;

/// How much help stands between the criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Helps {
    /// All of it, and blank rows after each criterion for a large mark beside it.
    Large,
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
        matches!(self, Self::Large | Self::Spaced | Self::Close)
    }

    fn has_gaps(self) -> bool {
        matches!(self, Self::Large | Self::Spaced | Self::Apart)
    }
}

/// Draws the form with as much help between its criteria as there is room for. `is_active` says
/// whether keys go here.
pub(in crate::tui) fn draw(
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
    let (helps, rows) = fitting(sheet, scene, (area.width, height), below.len());
    let help = if helps.is_between() { Vec::new() } else { below };
    // The marks go first: the help gets what they leave, but two rows where the sheet is long.
    let least = if area.height < 10 { 0 } else { 2 };
    let below = height.saturating_sub(rows.len()).max(least).min(help.len());
    // Its title says what the row of the criterion says as well, and is the first to give way.
    let is_cut = below < help.len();
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
    mark_hidden(&rows, skip, sheet.draft.line, scene, rows_area, buf);
    let mut help: Vec<_> = help.into_iter().skip(is_cut.into()).collect();
    if usize::from(help_area.height) < help.len() {
        help.truncate(help_area.height.into());
        let columns = usize::from(help_area.width);
        help.last_mut().into_iter().for_each(|last| go_on(last, columns, scene));
    }
    for (line, place) in help.iter().zip(help_area.rows()) {
        line.render(place, buf);
    }
    if helps == Helps::Large {
        draw_marks(sheet, &rows, scene, rows_area, buf);
    }
}

/// Says at the end of a line that more would follow.
fn go_on(line: &mut Line<'static>, columns: usize, scene: &Scene<'_>) {
    let ellipsis = scene.theme.symbols.ellipsis;
    let room = columns.saturating_sub(width(ellipsis) + 1);
    *line = fit_line(std::mem::take(line), room, ellipsis);
    line.push_span(Span::styled(format!(" {ellipsis}"), scene.theme.dim));
}

/// Says before the first and the last row in sight that there are criteria beyond them.
fn mark_hidden(
    rows: &[Row<'_>],
    skip: usize,
    line: usize,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let height = usize::from(area.height);
    let is_mark = |it: &Row<'_>| matches!(it, Row::Mark { .. });
    let above = rows.iter().take(skip).any(is_mark).then_some(0);
    let below = rows.iter().skip(skip + height).any(is_mark);
    let below = below.then(|| height.saturating_sub(1));
    for at in above.into_iter().chain(below) {
        let is_current = rows.get(skip + at).is_some_and(|it| it.is_at(line));
        if let Some(row) = area.rows().nth(at).filter(|_| !is_current) {
            Span::styled(scene.theme.symbols.ellipsis, scene.theme.accent).render(row, buf);
        }
    }
}

/// The rows with as much help as fits, where the help below them takes so many rows.
fn fitting<'a>(
    sheet: Sheet<'a>,
    scene: &Scene<'_>,
    (columns, height): (u16, usize),
    below: usize,
) -> (Helps, Vec<Row<'a>>) {
    let is_large = WIDE <= columns && scene.theme.symbols.pixels == Pixels::HalfBlocks;
    let most = if is_large { Helps::Large } else { Helps::Spaced };
    let helps = [most, Helps::Spaced, Helps::Close, Helps::Apart].into_iter();
    let mut all = helps.chain([Helps::Below]).map(|it| (it, rows(sheet, scene, it, columns)));
    let fits = |(helps, rows): &(Helps, Vec<Row<'_>>)| {
        let below = if helps.is_between() { 0 } else { below };
        *helps == Helps::Below || rows.len() + below <= height
    };
    all.find(fits).unwrap_or((Helps::Below, Vec::new()))
}

/// Draws every mark in large digits beside its criterion's rows.
fn draw_marks(sheet: Sheet<'_>, rows: &[Row<'_>], scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let helps =
        rows.iter().map(|it| if let Row::Help { line, .. } = it { line.width() } else { 0 });
    let before = helps.max().unwrap_or_default() + INDENT;
    let before = u16::try_from(before).unwrap_or(u16::MAX).max(BEFORE);
    for (row, place) in rows.iter().zip(area.rows()) {
        let Row::Mark { at, criterion, .. } = row else { continue };
        let Ok(Some(mark)) = sheet.mark(criterion) else { continue };
        if criterion.gate {
            continue;
        }
        let [_, beside] = Rect { height: TALL, ..place }
            .layout(&Layout::horizontal([Constraint::Max(before), Constraint::Min(DIGITS)]));
        let is_current = *at == sheet.draft.line;
        let style = if is_current { scene.theme.accent } else { scene.theme.base };
        // Four digits, so that all are of one size.
        let text = points(mark, sheet.rubric.decimals());
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let text = format!("{}{text}", " ".repeat(4_usize.saturating_sub(digits)));
        let place = Rect { width: DIGITS, ..beside }.intersection(beside);
        draw_digits(&text, style, scene.theme.symbols.pixels, place, buf);
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
            if helps == Helps::Large {
                let taken = rows.iter().rev().take_while(|it| !it.is_at(at)).count() + 1;
                rows.extend((taken..=usize::from(TALL)).map(|_| Row::Gap));
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
