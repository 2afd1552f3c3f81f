//! Rankings side by side, or one after the other where the board is narrow; the long ones in pages.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::table::Table;
use crate::{
    contest::{ProjectId, Text},
    protocol::views::{RankingLine, RankingView},
    tui::{Scene, hall::badge},
};

/// The narrowest that a ranking gets beside another one, in columns.
const COLUMN: u16 = 50;

/// What is ranked, and what of it is to be seen.
pub(super) struct Model<'a> {
    pub(super) groups: &'a [RankingView],
    pub(super) look: Look,
    /// The project whose score was released last.
    pub(super) last: Option<&'a ProjectId>,
    /// Whether that score is still being announced.
    pub(super) fresh: bool,
    /// The page, counted without end.
    pub(super) page: i64,
}

/// How rankings look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Below a band.
    Places,
    /// Alone: with a free line after each place where there is room for it.
    Roomy,
    /// Final groups show their awards instead of their places.
    Awards,
    /// Below a ceremony, which says whose places they are.
    Bare,
}

/// One row of a column.
pub(super) enum Row<'a> {
    Place(&'a RankingLine),
    /// Between two award levels: a line in a ranking, a gap among awards.
    Rule,
    /// The name of an award, over those who have it.
    Award(&'a Text),
}

/// Draws as many rankings side by side as there is room for.
pub(super) fn draw(model: &Model<'_>, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let abreast = usize::from(area.width / COLUMN).max(1);
    let rows = usize::from(area.height).saturating_sub(1);
    let sets: Vec<Vec<Column>> = model
        .groups
        .chunks(abreast)
        .map(|set| set.iter().map(|group| Column::of(model, group, rows)).collect())
        .collect();
    // A set of columns stays for as many pages as its longest one has.
    let lengths: Vec<usize> = sets
        .iter()
        .map(|set| set.iter().map(|column| column.pages(rows).len()).max().unwrap_or(1))
        .collect();
    let pages = lengths.iter().sum();
    let mut page = wrapped(model.page, pages);
    if let (0, Some(set)) = (pages, sets.first()) {
        return draw_set(set, model, scene, 0, area, buf); // It says that there is nothing yet.
    }
    for (set, pages) in sets.iter().zip(lengths) {
        if page < pages {
            return draw_set(set, model, scene, page, area, buf);
        }
        page -= pages;
    }
}

/// Draws columns side by side; awards stand in the middle, where a hall looks.
fn draw_set(
    set: &[Column<'_>],
    model: &Model<'_>,
    scene: &Scene<'_>,
    page: usize,
    area: Rect,
    buf: &mut Buffer,
) {
    let tallest = set.iter().map(|column| column.rows.len()).max().unwrap_or_default() + 2;
    let place = if model.look == Look::Awards {
        area.centered_vertically(Constraint::Length(u16::try_from(tallest).unwrap_or(u16::MAX)))
    } else {
        area
    };
    let spacing = if area.width < 120 { 2 } else { 6 };
    let most = set.iter().map(|column| Table::of(column, scene).width()).max().unwrap_or_default();
    let most = most.max(COLUMN);
    let areas = Layout::horizontal(set.iter().map(|_| Constraint::Max(most)));
    let areas = areas.spacing(spacing).flex(Flex::Center);
    for (column, area) in set.iter().zip(areas.split(place).iter()) {
        column.draw(model, scene, page, *area, buf);
    }
}

/// A page counted without end, as one of so many.
fn wrapped(page: i64, pages: usize) -> usize {
    let pages = i64::try_from(pages).unwrap_or(i64::MAX).max(1);
    usize::try_from(page.rem_euclid(pages)).unwrap_or_default()
}

/// One group.
pub(super) struct Column<'a> {
    pub(super) group: &'a RankingView,
    rows: Vec<Row<'a>>,
    pub(super) awards: bool,
}

impl<'a> Column<'a> {
    fn of(model: &Model<'a>, group: &'a RankingView, height: usize) -> Self {
        let awards = model.look == Look::Awards && group.is_final;
        let mut rows: Vec<Row> = levels(group, awards).collect();
        if height < rows.len() {
            rows.retain(|row| !matches!(row, Row::Rule)); // No room for niceties.
        }
        Self { group, rows, awards }
    }

    /// The rows in pages; an award's name stays with the first who has it.
    fn pages(&self, height: usize) -> Vec<&[Row<'a>]> {
        let (mut pages, mut rest) = (Vec::new(), self.rows.as_slice());
        while height > 0 && !rest.is_empty() {
            let mut cut = height.min(rest.len());
            if 1 < cut && cut < rest.len() && matches!(rest.get(cut - 1), Some(Row::Award(_))) {
                cut -= 1;
            }
            let (page, after) = rest.split_at(cut);
            pages.push(page);
            rest = after;
        }
        pages
    }

    fn draw(
        &self,
        model: &Model<'_>,
        scene: &Scene<'_>,
        page: usize,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let (rows, height) = (self.rows.len(), usize::from(area.height));
        let head = u16::from(model.look != Look::Bare || height < rows);
        let is_airy = matches!(model.look, Look::Roomy | Look::Awards) && rows + 2 <= height;
        let [head, _, body] = area.layout(&Layout::vertical([
            Constraint::Length(head),
            Constraint::Length(u16::from(is_airy)),
            Constraint::Fill(1),
        ]));
        let pages = self.pages(usize::from(body.height));
        let page = page % pages.len().max(1);
        if model.look != Look::Bare {
            self.draw_head(scene, head, buf);
        }
        draw_page((page + 1, pages.len()), scene, head, buf);
        if self.rows.is_empty() {
            let text = scene.words.say("board-nothing-released");
            Line::styled(text, scene.theme.dim).render(body, buf);
        }
        let table = Table::of(self, scene);
        let rows = pages.get(page).copied().unwrap_or_default();
        let places = rows.iter().filter(|row| matches!(row, Row::Place(_))).count();
        let is_roomy =
            model.look == Look::Roomy && 2 * places <= usize::from(body.height) && pages.len() == 1;
        let mut lines = body.rows();
        for (nth, row) in rows.iter().enumerate() {
            // Where there is room, a rule stands in the free line that every place has after it.
            let is_next = matches!(rows.get(nth + 1), Some(Row::Place(_)));
            let Some(line) = lines.next() else { return };
            table.draw_row(row, model, scene, line, buf);
            if is_roomy && is_next && matches!(row, Row::Place(_)) {
                lines.next();
            }
        }
    }

    fn draw_head(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let Scene { words, theme, .. } = *scene;
        let mut head = Line::from(Span::styled(words.pick(self.group.name.both()), theme.title));
        if self.awards {
            head.push_span(Span::styled(format!(" {}", words.say("board-awards")), theme.leader));
        }
        head.push_span(Span::raw("  "));
        head.push_span(state(self.group, scene));
        head.render(area, buf);
    }
}

/// Whether a ranking is final, or how far it has come, or had when it was frozen.
pub(super) fn state(group: &RankingView, scene: &Scene<'_>) -> Span<'static> {
    let Scene { words, theme, .. } = *scene;
    if group.is_final {
        return badge(&words.say("board-final"), theme.good);
    }
    let (ranked, projects) = (group.standings.len(), group.projects);
    let args = [("ranked", ranked.into()), ("projects", projects.into())];
    let key = if group.frozen { "board-frozen" } else { "board-provisional" };
    badge(&words.tell(key, &args), theme.warn)
}

fn draw_page((page, pages): (usize, usize), scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if 1 < pages {
        let args = [("page", page.into()), ("pages", pages.into())];
        let page = Span::styled(scene.words.tell("board-page", &args), scene.theme.dim);
        Line::from(page).right_aligned().render(area, buf);
    }
}

/// The rows of a group: its places with a line between award levels, or its awards with names.
fn levels(group: &RankingView, awards: bool) -> impl Iterator<Item = Row<'_>> {
    let mut before: Option<&Option<Text>> = None;
    let lines = group.standings.iter().filter(move |line| !awards || line.award.is_some());
    lines.flat_map(move |line| {
        let is_new = before.is_none_or(|before| *before != line.award);
        let rule = (is_new && before.is_some()).then_some(Row::Rule);
        let head = line.award.as_ref().filter(|_| is_new && awards).map(Row::Award);
        before = Some(&line.award);
        rule.into_iter().chain(head).chain([Row::Place(line)])
    })
}
