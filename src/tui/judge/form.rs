//! The rubric as a form: a line for every criterion with its mark, and the help for marking it.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use rust_decimal::Decimal;

use super::sheet::{Fault, Sheet};
use crate::{
    contest::{Band, Criterion},
    tui::{
        Scene,
        text::{fit, pad_left, pad_right, width, wrap},
    },
};

/// From so many columns on there is room for a remark beside each mark.
pub(super) const ROOMY: u16 = 64;

/// How wide the field of a mark is at least.
const FIELD: usize = 6;

/// One row of the form.
enum Row<'a> {
    /// The head of a two-level rubric, over its items.
    Head(&'a Criterion),
    /// A criterion that gets a mark.
    Mark { at: usize, criterion: &'a Criterion, weight: Decimal, is_item: bool },
    /// A help under its criterion.
    Help { text: String, is_item: bool },
}

/// Draws the form; where there is room with the help under each criterion, else with the help of
/// the current one below. `is_active` says whether keys go here.
pub(super) fn draw(
    sheet: Sheet<'_>,
    is_active: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let lean = rows(sheet, scene, None);
    let full = rows(sheet, scene, Some(usize::from(area.width)));
    let height = usize::from(area.height);
    let (rows, help) = if full.len() <= height {
        (full, Vec::new())
    } else {
        (lean, help(sheet, scene, area.width))
    };
    // The marks go first: the help gets what they leave, but a line or two where the sheet is long.
    let least = usize::from(area.height >= 10) * 2;
    let help_rows = height.saturating_sub(rows.len()).max(least).min(help.len());
    let areas = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::try_from(help_rows).unwrap_or(u16::MAX)),
    ]);
    let [rows_area, help_area] = area.layout(&areas);

    let current = |row: &Row<'_>| matches!(row, Row::Mark { at, .. } if *at == sheet.draft.line);
    let at = rows.iter().position(current).unwrap_or_default();
    // The row after the current one is in sight too, so that one sees that the sheet goes on.
    let skip = (at + 2).min(rows.len()).saturating_sub(usize::from(rows_area.height));
    let line = line_of(sheet, &rows, is_active, scene, rows_area.width);
    for (row, place) in rows.iter().skip(skip).zip(rows_area.rows()) {
        line(row).render(place, buf);
    }
    for (line, place) in help.iter().zip(help_area.rows()) {
        line.render(place, buf);
    }
}

/// The rows of the form; with helps of so many columns when there is a number.
fn rows<'a>(sheet: Sheet<'a>, scene: &Scene<'_>, helps: Option<usize>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut marked = sheet.rubric.marked().enumerate();
    for head in &sheet.rubric.criteria {
        let is_item = !head.items.is_empty();
        if is_item {
            rows.push(Row::Head(head));
        }
        for (at, (criterion, weight)) in marked.by_ref().take(head.items.len().max(1)) {
            rows.push(Row::Mark { at, criterion, weight, is_item });
            let Some(columns) = helps else { continue };
            let texts = criterion.hint.as_ref().map(|it| scene.words.pick(it.both()));
            let mut texts = texts.map_or_else(Vec::new, |it| wrap(it, columns.saturating_sub(6)));
            texts.extend(bands(criterion, scene));
            rows.extend(texts.into_iter().map(|text| Row::Help { text, is_item }));
        }
    }
    rows
}

/// Writes rows in columns that fit the longest of them; name and remark share what is left.
fn line_of<'a>(
    sheet: Sheet<'a>,
    rows: &[Row<'a>],
    is_active: bool,
    scene: &'a Scene<'_>,
    columns: u16,
) -> impl Fn(&Row<'a>) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let is_roomy = ROOMY <= columns;
    let spans = rows.iter().filter_map(|row| match row {
        Row::Mark { criterion, weight, .. } => {
            let shown = Some(*weight).filter(|it| is_roomy && *it != Decimal::ONE);
            Some(width(&span(criterion, shown, scene)))
        }
        _ => None,
    });
    let spans = spans.max().unwrap_or_default();
    let longest = sheet.criteria().map(|it| sheet.text(it).len()).max().unwrap_or_default();
    let field = longest.max(FIELD);
    let rest = usize::from(columns).saturating_sub(2 + 1 + spans + 2 + field + 2);
    let remarks = if is_roomy { rest / 2 } else { rest.min(2) };
    let names = rest.saturating_sub(remarks);
    move |row| match row {
        Row::Head(head) => {
            let name = words.pick(head.name.both());
            let max = span(head, None, scene);
            Line::styled(
                fit(&format!("  {name} {max}"), usize::from(columns), theme.symbols.ellipsis)
                    .into_owned(),
                theme.title,
            )
        }
        Row::Help { text, is_item } => {
            let indent = if *is_item { 6 } else { 4 };
            Line::styled(format!("{}{text}", " ".repeat(indent)), theme.dim)
        }
        Row::Mark { at, criterion, weight, is_item } => {
            let is_current = *at == sheet.draft.line;
            let pointer = if is_current && is_active { theme.symbols.pointer } else { " " };
            let indent = if *is_item { "  " } else { "" };
            let name = format!("{indent}{}", words.pick(criterion.name.both()));
            let name = pad_right(&fit(&name, names, theme.symbols.ellipsis), names);
            let shown = Some(*weight).filter(|it| is_roomy && *it != Decimal::ONE);
            let max = pad_right(&span(criterion, shown, scene), spans);
            let mark = format!("[{}]", pad_left(&sheet.text(criterion), field));
            let (remark, remark_style) = match sheet.mark(criterion) {
                Err(it) => {
                    (format!("{} {}", theme.symbols.attention, fault(&it, scene)), theme.error)
                }
                Ok(_) => (remark(sheet, criterion, scene), theme.dim),
            };
            let remark =
                fit(&remark, remarks.saturating_sub(1), theme.symbols.ellipsis).into_owned();
            let mark_style = if is_current && is_active { theme.selected } else { theme.base };
            let name_style = if is_current { theme.accent } else { theme.base };
            Line::from_iter([
                Span::styled(format!("{pointer} {name} "), name_style),
                Span::styled(format!("{max} "), theme.dim),
                Span::styled(mark, mark_style),
                Span::raw(" "),
                Span::styled(remark, remark_style),
            ])
        }
    }
}

/// The range of a criterion, with its weight where that says something.
fn span(criterion: &Criterion, weight: Option<Decimal>, scene: &Scene<'_>) -> String {
    let max = criterion.max.normalize().to_string().into();
    match weight {
        Some(weight) => {
            let weight = weight.normalize().to_string().into();
            scene.words.tell("judge-range-weighted", &[("max", max), ("weight", weight)])
        }
        None => scene.words.tell("judge-range", &[("max", max)]),
    }
}

/// What is wrong with a mark, in few words.
pub(super) fn fault(fault: &Fault, scene: &Scene<'_>) -> String {
    match fault {
        Fault::Unfinished => scene.words.say("judge-unfinished"),
        Fault::NotAllowed(refusal) => scene.words.explain("judge", refusal),
    }
}

/// The band a mark is in, and what the mark was before it was changed.
fn remark(sheet: Sheet<'_>, criterion: &Criterion, scene: &Scene<'_>) -> String {
    let Ok(Some(mark)) = sheet.mark(criterion) else { return String::new() };
    let band = criterion.bands.iter().filter(|it| it.from <= mark).max_by_key(|it| it.from);
    let band = band.map(|it| scene.words.pick(it.name.both()).to_owned());
    let was = sheet.stored_mark(criterion).filter(|it| *it != mark);
    let was =
        was.map(|it| scene.words.tell("judge-was", &[("mark", it.normalize().to_string().into())]));
    was.into_iter().chain(band).collect::<Vec<_>>().join(" ")
}

/// The bands of a criterion in a line, the best first; `None` where it has none.
fn bands(criterion: &Criterion, scene: &Scene<'_>) -> Option<String> {
    let mut bands: Vec<&Band> = criterion.bands.iter().collect();
    bands.sort_by(|one, other| other.from.cmp(&one.from));
    let mut upper = criterion.max;
    let mut texts = Vec::new();
    for band in bands {
        let name = scene.words.pick(band.name.both());
        texts.push(format!("{name} {}-{}", band.from.normalize(), upper.normalize()));
        upper = band.from;
    }
    (!texts.is_empty()).then(|| texts.join("  "))
}

/// The help for the current criterion: its range and step, its bands, its hint.
fn help(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let Some(criterion) = sheet.current() else { return Vec::new() };
    let room = usize::from(columns).saturating_sub(2);
    let mut about =
        vec![words.pick(criterion.name.both()).to_owned(), span(criterion, None, scene)];
    about.extend(
        sheet
            .rubric
            .step
            .map(|step| words.tell("judge-step", &[("step", step.normalize().to_string().into())])),
    );
    let about = about.join(&format!(" {} ", theme.symbols.dot));
    let hint =
        criterion.hint.as_ref().map_or_else(Vec::new, |it| wrap(words.pick(it.both()), room));
    let mut lines = vec![Line::styled(format!("  {about}"), theme.title)];
    let texts = bands(criterion, scene).into_iter().chain(hint);
    lines.extend(texts.map(|it| Line::styled(format!("  {it}"), theme.dim)));
    lines
}

/// The running total and what is missing.
pub(super) fn total_line(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let marks = sheet.marks();
    let total = [
        ("total", sheet.rubric.total(&marks).normalize().to_string().into()),
        ("full", sheet.rubric.full_marks().normalize().to_string().into()),
    ];
    let filled = [("filled", marks.len().into()), ("all", sheet.criteria().count().into())];
    let total = format!(" {}", words.tell("judge-total", &total));
    let filled = format!(" {} {}", theme.symbols.dot, words.tell("judge-filled", &filled));
    let gaps: Vec<&str> = sheet
        .criteria()
        .filter(|it| !marks.contains_key(&it.id))
        .map(|it| words.pick(it.name.both()))
        .collect();
    let room = usize::from(columns).saturating_sub(width(&total) + width(&filled) + 3);
    let gaps = match gaps.join(&words.say("list-separator")) {
        names if names.is_empty() => names,
        names => words.tell("judge-gaps", &[("names", names.into())]),
    };
    let gaps = fit(&gaps, room, theme.symbols.ellipsis);
    let gaps =
        if gaps.is_empty() { String::new() } else { format!(" {} {gaps}", theme.symbols.dot) };
    Line::from_iter([
        Span::styled(total, theme.accent),
        Span::raw(filled),
        Span::styled(gaps, theme.warn),
    ])
}
