//! The marks of the project that is up, in a box over the console, while their key is held.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use super::lists;
use crate::{
    protocol::views::{CriterionLine, MarksLine, PanelLine, SheetView},
    tui::{
        Scene,
        cells::{cell, cell_right},
        dialog::draw_box,
        host::seen::Seen,
        points::points,
        text::width,
    },
};

/// The widest and the narrowest column of a criterion; with less room there are totals only.
const CRITERION: (usize, usize) = (14, 5);

/// Draws a row for each seat whose sheet is in: its marks and its total.
pub(super) fn draw(
    marks: &MarksLine,
    view: &Seen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Some(project) = &marks.project else { return };
    let table = Table::of(marks, view, scene, usize::from(area.width).saturating_sub(4));
    let mut lines = vec![table.head(scene)];
    lines.extend(view.panel.iter().filter_map(|line| table.line(line, scene)));
    lines.push(Line::styled(scene.words.say("host-marks-held"), scene.theme.dim));
    let columns = lines.iter().map(Line::width).max().unwrap_or_default();
    let title = lists::named(project, view, scene);
    let inner = draw_box(&title, (columns, lines.len()), scene.theme, area, buf);
    for (line, row) in lines.iter().zip(inner.rows()) {
        line.render(row, buf);
    }
}

/// A total with the decimals of its marks.
fn total(sheet: &SheetView, marks: &MarksLine) -> String {
    let decimals = marks.criteria.iter().map(|it| it.decimals).max();
    points(sheet.total, decimals.unwrap_or_default())
}

/// The measures of the table, in columns.
struct Table<'a> {
    marks: &'a MarksLine,
    seat: usize,
    criterion: usize,
    total: usize,
}

impl<'a> Table<'a> {
    fn of(marks: &'a MarksLine, view: &Seen, scene: &Scene<'_>, columns: usize) -> Self {
        let words = scene.words;
        let totals = marks.sheets.values().map(|it| width(&total(it, marks)));
        let total =
            totals.chain([width(&words.say("host-head-total"))]).max().unwrap_or_default() + 2;
        let seats = view.panel.iter().map(|it| width(it.seat.as_str()));
        let seat = seats.chain([width(&words.say("host-head-seat"))]).max().unwrap_or_default();
        let room = columns.saturating_sub(seat + total);
        let criterion = room.checked_div(marks.criteria.len()).unwrap_or_default();
        let names = marks.criteria.iter().map(|it| width(words.pick(it.name.both())) + 2);
        let widest = names.max().unwrap_or_default().min(CRITERION.0);
        let criterion = if criterion < CRITERION.1 { 0 } else { criterion.min(widest) };
        Self { marks, seat, criterion, total }
    }

    fn head(&self, scene: &Scene<'_>) -> Line<'static> {
        let words = scene.words;
        let names = self.marks.criteria.iter().map(|it| words.pick(it.name.both()));
        let seat = cell(&words.say("host-head-seat"), self.seat, scene);
        self.row(seat, names, &words.say("host-head-total"), scene).style(scene.theme.title)
    }

    /// A seat's marks; nothing while it has no sheet that counts.
    fn line(&self, line: &PanelLine, scene: &Scene<'_>) -> Option<Line<'static>> {
        let sheet = self.marks.sheets.get(&line.seat)?;
        let mark = |it: &CriterionLine| Some(points(*sheet.marks.get(&it.id)?, it.decimals));
        let marks: Vec<String> =
            self.marks.criteria.iter().map(|it| mark(it).unwrap_or_default()).collect();
        let seat = cell(line.seat.as_str(), self.seat, scene);
        Some(self.row(seat, marks.iter().map(String::as_str), &total(sheet, self.marks), scene))
    }

    fn row<'t>(
        &self,
        seat: Span<'static>,
        marks: impl Iterator<Item = &'t str>,
        total: &str,
        scene: &Scene<'_>,
    ) -> Line<'static> {
        // A blank before each, also before a name that is cut.
        let right = |text: &str, columns: usize| {
            let blank = usize::from(0 < columns);
            [Span::raw(" ".repeat(blank)), cell_right(text, columns.saturating_sub(blank), scene)]
        };
        let marks = marks.flat_map(|text| right(text, self.criterion));
        std::iter::once(seat).chain(marks).chain(right(total, self.total)).collect()
    }
}
