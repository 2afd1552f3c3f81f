//! All of one project: the sheets of its panel as a table, and around it what they come to.
//!
//! What does not count is struck through, and stands in brackets where a trimmed mean has left it
//! out, because not every terminal strikes through.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::Widget,
};
use rust_decimal::Decimal;

use super::sums;
use crate::{
    contest::{Criterion, CriterionId, Dropped, Rubric, SeatId, SeatWord},
    protocol::views::{AuditLine, AuditSeat},
    tui::{
        Scene,
        cells::{cell, cell_right},
        points::points,
        supervisor::seen::Seen,
        text::{fit, pad_left, width, wrap},
    },
};

/// The widest that the name of a criterion makes its column.
const HEAD: usize = 14;

/// A name up to here is not split into two rows, with the blanks around it.
const SHORT: usize = 8;

/// How many rows it takes to show all of it.
pub(super) fn rows(view: &Seen, line: &AuditLine, scene: &Scene<'_>, columns: u16) -> u16 {
    let lines = lines(view, line, None, scene, columns.into());
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// Draws all of it, or in a low window the part that has the chosen seat.
pub(super) fn draw(
    view: &Seen,
    line: &AuditLine,
    seat: Option<&SeatId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let lines = lines(view, line, seat, scene, area.width.into());
    let hidden = lines.len().saturating_sub(area.height.into());
    // The first seat shows the beginning and the last one the end.
    let at = line.seats.iter().position(|it| Some(&it.seat) == seat).unwrap_or_default();
    let skip = hidden * at / line.seats.len().saturating_sub(1).max(1);
    for (line, row) in lines.iter().skip(skip).zip(area.rows()) {
        line.render(row, buf);
    }
}

fn lines(
    view: &Seen,
    line: &AuditLine,
    seat: Option<&SeatId>,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut lines = vec![head(line, scene, columns)];
    lines.extend(sums::stage(line, scene, columns));
    lines.extend(sums::sealed(line, scene, columns));
    if line.is_before_the_lock() {
        lines.extend(sums::alarms(view, line, scene, columns));
    }
    match view.rubric_of(line) {
        Some(rubric) if !line.seats.is_empty() => {
            let table = Table::of(line, rubric, scene, columns);
            lines.extend(table.head(scene));
            lines.extend(line.seats.iter().map(|it| table.line(it, Some(&it.seat) == seat, scene)));
        }
        _ => lines.push(Line::styled(scene.words.say("judge-not-scored"), scene.theme.dim)),
    }
    lines.extend(sums::score(line, scene, columns));
    lines.extend(sums::notes(view, line, scene, columns));
    if !line.is_before_the_lock() {
        lines.extend(sums::alarms(view, line, scene, columns));
    }
    lines
}

fn head(line: &AuditLine, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let name = scene.words.pick(line.project.name.both());
    let head = format!("{}  {name}", line.project.id);
    let head = fit(&head, columns, scene.theme.symbols.ellipsis).into_owned();
    Line::styled(head, scene.theme.title)
}

/// The measures of the table, in columns.
struct Table<'a> {
    line: &'a AuditLine,
    rubric: &'a Rubric,
    /// The criteria that have a column, each with its width.
    criteria: Vec<(&'a Criterion, usize)>,
    /// Whether some have none.
    is_cut: bool,
    seat: usize,
    total: usize,
    /// Whether states have no room for more than their word.
    is_brief: bool,
}

impl<'a> Table<'a> {
    fn of(line: &'a AuditLine, rubric: &'a Rubric, scene: &Scene<'_>, columns: usize) -> Self {
        let widest = |text: &dyn Fn(&AuditSeat) -> String| {
            line.seats.iter().map(|seat| width(&text(seat))).max().unwrap_or_default()
        };
        let words = scene.words;
        let seat = widest(&|it| it.seat.to_string()).max(width(&words.say("host-head-seat")));
        let total =
            widest(&|it| total(line, rubric, it)).max(width(&words.say("supervisor-head-total")));
        // Two before the seat for the pointer, and blanks between: one before the total, two after.
        let room = |is_brief: bool| {
            let state = widest(&|it| state(line, it, is_brief, scene));
            columns.saturating_sub(2 + seat + 1 + total + 2 + state)
        };
        let criteria: Vec<&Criterion> = rubric.marked().map(|(it, _)| it).collect();
        let mark = |criterion: &Criterion| widest(&|it| mark(line, rubric, it, criterion));
        let marks: Vec<usize> = criteria.iter().map(|it| mark(it).max(3) + 1).collect();
        let is_brief = room(false) < marks.iter().sum();
        let room = room(is_brief);
        let names: Vec<&str> = criteria.iter().map(|it| words.pick(it.name.both())).collect();
        let widths = head_widths(&names, marks, room, scene.theme.symbols.ellipsis);
        let mut used = 0;
        let shown = widths.iter().take_while(|it| {
            used += **it;
            used <= room
        });
        let shown = shown.count();
        let is_cut = shown < criteria.len();
        let criteria = criteria.into_iter().zip(widths).take(shown).collect();
        Self { line, rubric, criteria, is_cut, seat, total, is_brief }
    }

    /// The names of the columns, in as many rows as the longest takes.
    fn head(&self, scene: &Scene<'_>) -> Vec<Line<'static>> {
        let (words, ellipsis) = (scene.words, scene.theme.symbols.ellipsis);
        let names = self.criteria.iter().map(|(criterion, columns)| {
            head_lines(words.pick(criterion.name.both()), columns.saturating_sub(1), ellipsis)
        });
        let names: Vec<Vec<String>> = names.collect();
        let rows = names.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let row = |at: usize| {
            let is_last = at + 1 == rows;
            let own = |text: &str| if is_last { text.to_owned() } else { String::new() };
            let mut line = Line::from(Span::raw("  "));
            line.push_span(cell(&own(&words.say("host-head-seat")), self.seat, scene));
            for (name, (_, columns)) in names.iter().zip(&self.criteria) {
                // The last row of every name stands in the last row of the head.
                let text = (at + name.len()).checked_sub(rows).and_then(|at| name.get(at));
                line.push_span(cell_right(text.map_or("", String::as_str), *columns, scene));
            }
            let total = own(&words.say("supervisor-head-total"));
            line.push_span(Span::raw(pad_left(&total, self.total + 1)));
            if self.is_cut && is_last {
                line.push_span(Span::raw(format!(" {ellipsis}")));
            }
            line.style(scene.theme.dim)
        };
        (0..rows).map(row).collect()
    }

    fn line(&self, seat: &AuditSeat, is_chosen: bool, scene: &Scene<'_>) -> Line<'static> {
        let theme = scene.theme;
        let counts = seat.state == SeatWord::Scored && !is_dropped(self.line, &seat.seat);
        let struck = theme.dim.add_modifier(Modifier::CROSSED_OUT);
        let style = |counts: bool| if counts { theme.base } else { struck };
        let pointer = if is_chosen { theme.symbols.pointer } else { "" };
        let name_style = if is_chosen { theme.selected } else { theme.base };
        let mut line = Line::from_iter([
            cell(pointer, 2, scene),
            Span::styled(cell(seat.seat.as_str(), self.seat, scene).content, name_style),
        ]);
        for (criterion, columns) in &self.criteria {
            let text = mark(self.line, self.rubric, seat, criterion);
            let style = style(counts && !is_dropped_in(self.line, &seat.seat, &criterion.id));
            push_right(&mut line, &text, *columns, style);
        }
        push_right(&mut line, &total(self.line, self.rubric, seat), self.total + 1, style(counts));
        let state = format!("  {}", state(self.line, seat, self.is_brief, scene));
        line.push_span(Span::styled(state, state_style(seat.state, scene)));
        line
    }
}

/// The least widths, and what is left of so many columns given out one by one to whoever has the
/// smallest part of what it wants.
fn shared(mut widths: Vec<usize>, wanted: &[usize], columns: usize) -> Vec<usize> {
    for _ in widths.iter().sum()..columns {
        let lacking = widths.iter_mut().zip(wanted).filter(|(width, wanted)| **width < **wanted);
        let Some((width, _)) = lacking.min_by_key(|(width, wanted)| **width * 100 / **wanted)
        else {
            break;
        };
        *width += 1;
    }
    widths
}

/// How wide columns are with their names over them: short names first, then the others in two rows, and
/// with more room in one.
fn head_widths(names: &[&str], marks: Vec<usize>, room: usize, ellipsis: &str) -> Vec<usize> {
    let one = |it: &&str| width(it) + 2;
    let two = |it: &&str| if one(it) <= SHORT { one(it) } else { two_rows(it, ellipsis) + 1 };
    let short = |it: &&str| if one(it) <= SHORT { one(it) } else { 0 };
    let [short, two, one] = [
        names.iter().map(short).collect::<Vec<_>>(),
        names.iter().map(two).collect(),
        names.iter().map(|it| if width(it) <= HEAD { one(it) } else { 0 }).collect(),
    ];
    let widths = whole(shared(marks, &short, room), &two, room);
    let has_all = widths.iter().zip(&two).all(|(width, two)| two <= width);
    if has_all { whole(widths, &one, room) } else { shared(widths, &two, room) }
}

/// The fewest columns in which a name stands in two rows.
fn two_rows(name: &str, ellipsis: &str) -> usize {
    let is_whole = |columns: &usize| {
        let lines = head_lines(name, *columns, ellipsis);
        !lines.is_empty() && !lines.iter().any(|line| line.contains(ellipsis))
    };
    (1..width(name)).find(is_whole).unwrap_or(width(name))
}

/// What is left of so many columns given to names that are whole with it, the one that lacks least first:
/// one that is nearly whole would leave a single character for the next row.
fn whole(mut widths: Vec<usize>, names: &[usize], columns: usize) -> Vec<usize> {
    loop {
        let free = columns.saturating_sub(widths.iter().sum());
        let lacking = widths.iter_mut().zip(names).filter(|(width, name)| **width < **name);
        let next = lacking.min_by_key(|(width, name)| **name - **width);
        match next.filter(|(width, name)| **name - **width <= free) {
            Some((width, name)) => *width = *name,
            None => return widths,
        }
    }
}

/// The name of a column in one or two lines. A word is not broken in its middle, but cut.
fn head_lines(name: &str, columns: usize, ellipsis: &str) -> Vec<String> {
    let lines = wrap(name, columns);
    let Some(first) = lines.first().filter(|_| 1 < lines.len()) else { return lines };
    let rest = name.strip_prefix(first.as_str()).unwrap_or_default();
    let is_broken = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    if is_broken {
        return vec![fit(name, columns, ellipsis).into_owned()];
    }
    vec![first.clone(), fit(rest.trim_start(), columns, ellipsis).into_owned()]
}

/// A text at the right of its columns; only the text has the style.
fn push_right(line: &mut Line<'static>, text: &str, columns: usize, style: Style) {
    line.push_span(Span::raw(" ".repeat(columns.saturating_sub(width(text)))));
    line.push_span(Span::styled(text.to_owned(), style));
}

/// A mark; in brackets where it is left out by itself.
fn mark(line: &AuditLine, rubric: &Rubric, seat: &AuditSeat, criterion: &Criterion) -> String {
    let mark = seat.sheet.as_ref().and_then(|sheet| sheet.marks.get(&criterion.id));
    let mark = mark.map(|it| points(*it, rubric.decimals_of(criterion))).unwrap_or_default();
    let in_column = line.seats.iter().any(|it| is_dropped_in(line, &it.seat, &criterion.id));
    in_brackets(mark, is_dropped_in(line, &seat.seat, &criterion.id), in_column)
}

/// A total; in brackets where the whole sheet is left out.
fn total(line: &AuditLine, rubric: &Rubric, seat: &AuditSeat) -> String {
    let total = seat.sheet.as_ref().map(|sheet| points(sheet.total, rubric.decimals()));
    let total = total.unwrap_or_default();
    let in_column = line.seats.iter().any(|it| is_dropped(line, &it.seat));
    in_brackets(total, is_dropped(line, &seat.seat), in_column)
}

/// A text in brackets, or where others of its column are, with a blank instead of one.
fn in_brackets(text: String, it_is: bool, in_column: bool) -> String {
    match (it_is, in_column) {
        (true, _) => format!("({text})"),
        (false, true) => format!("{text} "),
        (false, false) => text,
    }
}

fn is_dropped(line: &AuditLine, seat: &SeatId) -> bool {
    let is_it = |it: &Dropped| matches!(it, Dropped::Sheets(seats) if seats.contains(seat));
    dropped(line).any(is_it)
}

fn is_dropped_in(line: &AuditLine, seat: &SeatId, criterion: &CriterionId) -> bool {
    dropped(line).any(|it| match it {
        Dropped::ByCriterion(by) => by.get(criterion).is_some_and(|it| it.contains(seat)),
        Dropped::Sheets(_) => false,
    })
}

/// What each of the project's panels leaves out.
fn dropped(line: &AuditLine) -> impl Iterator<Item = &Dropped> {
    line.score.iter().flat_map(|score| &score.panels).map(|panel| &panel.dropped)
}

/// The word of the seat's state, whether its sheet came or comes on paper, its revision from the second on, and at which end it was left out.
fn state(line: &AuditLine, seat: &AuditSeat, is_brief: bool, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let mut parts = vec![words.say(&format!("state-{}", seat.state.as_str()))];
    let came_on_paper = seat.sheet.as_ref().is_some_and(|it| it.paper.is_some());
    if seat.on_paper.is_some() {
        parts.push(words.say("supervisor-comes-on-paper"));
    } else if came_on_paper {
        parts.push(words.say("supervisor-on-paper"));
    }
    if let Some(sheet) = seat.sheet.as_ref().filter(|_| !is_brief) {
        if 1 < sheet.revision {
            let revision = [("revision", sheet.revision.into())];
            parts.push(words.tell("supervisor-revision", &revision));
        }
        if is_dropped(line, &seat.seat) {
            parts.push(words.say(end(line, sheet.total)));
        }
    }
    parts.join(" ")
}

/// At which end a total lies; all kept ones may be its equals.
fn end(line: &AuditLine, total: Decimal) -> &'static str {
    let kept = line.seats.iter().filter(|it| it.state == SeatWord::Scored);
    let kept = kept.filter(|it| !is_dropped(line, &it.seat)).filter_map(|it| it.sheet.as_ref());
    let kept: Vec<Decimal> = kept.map(|sheet| sheet.total).collect();
    let (high, low) = (kept.iter().all(|it| *it <= total), kept.iter().all(|it| total <= *it));
    match (high, low) {
        (true, false) => "supervisor-dropped-high",
        (false, true) => "supervisor-dropped-low",
        _ => "supervisor-dropped",
    }
}

fn state_style(state: SeatWord, scene: &Scene<'_>) -> Style {
    match state {
        SeatWord::Scored => scene.theme.good,
        SeatWord::Expected | SeatWord::Returned | SeatWord::Sealed => scene.theme.warn,
        SeatWord::Void => scene.theme.error,
        SeatWord::Recused | SeatWord::Absent | SeatWord::Late => scene.theme.dim,
    }
}
