//! Rankings side by side, or one after the other where the board is narrow; the long ones in pages.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Block, Widget},
};

use crate::{
    contest::{ProjectId, Text},
    protocol::views::{RankingLine, RankingView},
    tui::{
        Scene,
        hall::{badge, columns},
        text::{fit, width},
    },
    words::Words,
};

/// The narrowest that a ranking gets beside another one, in columns.
const COLUMN: u16 = 50;

/// What is ranked, and what of it is to be seen.
pub(super) struct Model<'a> {
    pub(super) groups: &'a [RankingView],
    /// Whether final groups show their awards instead of their ranking.
    pub(super) awards: bool,
    /// The project whose score was released last.
    pub(super) last: Option<&'a ProjectId>,
    /// Whether that score is still being announced.
    pub(super) fresh: bool,
    /// The page, counted without end.
    pub(super) page: i64,
}

/// One row of a column.
enum Row<'a> {
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
    let mut page = wrapped(model.page, lengths.iter().sum());
    for (set, pages) in sets.iter().zip(lengths) {
        if page < pages {
            let areas = Layout::horizontal(set.iter().map(|_| Constraint::Fill(1))).spacing(2);
            for (column, area) in set.iter().zip(areas.split(area).iter()) {
                column.draw(model, scene, page, *area, buf);
            }
            return;
        }
        page -= pages;
    }
}

/// A page counted without end, as one of so many.
fn wrapped(page: i64, pages: usize) -> usize {
    let pages = i64::try_from(pages).unwrap_or(i64::MAX).max(1);
    usize::try_from(page.rem_euclid(pages)).unwrap_or_default()
}

/// One group.
struct Column<'a> {
    group: &'a RankingView,
    rows: Vec<Row<'a>>,
    awards: bool,
}

impl<'a> Column<'a> {
    fn of(model: &Model<'a>, group: &'a RankingView, height: usize) -> Self {
        let awards = model.awards && group.is_final;
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
        let [head, body] =
            area.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]));
        let pages = self.pages(usize::from(body.height));
        let page = page % pages.len().max(1);
        self.draw_head(scene, (page + 1, pages.len()), head, buf);
        if self.rows.is_empty() {
            let text = scene.words.say("board-nothing-released");
            Line::styled(text, scene.theme.dim).render(body, buf);
        }
        let table = Table::of(self, scene);
        for (row, line) in pages.get(page).copied().unwrap_or_default().iter().zip(body.rows()) {
            table.draw_row(row, model, scene, line, buf);
        }
    }

    fn draw_head(
        &self,
        scene: &Scene<'_>,
        (page, pages): (usize, usize),
        area: Rect,
        buf: &mut Buffer,
    ) {
        let Scene { words, theme, .. } = *scene;
        let (state, style) = if self.group.is_final {
            (words.say("board-final"), theme.good)
        } else {
            let (ranked, projects) = (self.group.standings.len(), self.group.projects);
            let args = [("ranked", ranked.into()), ("projects", projects.into())];
            (words.tell("board-provisional", &args), theme.warn)
        };
        let mut head = Line::from(Span::styled(words.pick(self.group.name.both()), theme.title));
        if self.awards {
            head.push_span(Span::styled(format!(" {}", words.say("board-awards")), theme.leader));
        }
        head.push_span(Span::raw("  "));
        head.push_span(badge(&state, style));
        head.render(area, buf);
        if 1 < pages {
            let args = [("page", page.into()), ("pages", pages.into())];
            let page = Line::styled(words.tell("board-page", &args), theme.dim);
            page.right_aligned().render(area, buf);
        }
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

/// The columns of one group's table, as wide as its widest texts.
struct Table<'a> {
    group: &'a RankingView,
    awards: bool,
    widths: [usize; 4],
}

impl<'a> Table<'a> {
    fn of(column: &Column<'a>, scene: &Scene<'_>) -> Self {
        let group = column.group;
        let widest = |text: &dyn Fn(&RankingLine) -> usize| {
            group.standings.iter().map(text).max().unwrap_or_default()
        };
        let award = |line: &RankingLine| match &line.award {
            Some(award) if !column.awards => width(scene.words.pick(award.both())),
            _ => 0,
        };
        let widths = [
            widest(&|line| width(&rank(line, group, scene.words))),
            widest(&|line| width(line.project.as_str())),
            widest(&|line| width(&line.score.to_string())),
            widest(&award),
        ];
        Self { group, awards: column.awards, widths }
    }

    fn draw_row(
        &self,
        row: &Row<'_>,
        model: &Model<'_>,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let theme = scene.theme;
        match row {
            Row::Place(line) => self.draw_place(line, model, scene, area, buf),
            Row::Rule if self.awards => (),
            Row::Rule => {
                let line = theme.border.horizontal_top.repeat(usize::from(area.width));
                Line::styled(line, theme.line).render(area, buf);
            }
            Row::Award(award) => {
                Line::styled(scene.words.pick(award.both()), theme.leader).render(area, buf);
            }
        }
    }

    fn draw_place(
        &self,
        line: &RankingLine,
        model: &Model<'_>,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let Scene { words, theme, .. } = *scene;
        let is_last = model.last == Some(&line.project);
        let style = match line.place {
            _ if is_last && model.fresh => theme.selected,
            1 => theme.leader,
            _ => Style::new(),
        };
        Block::new().style(style).render(area, buf);
        let [rank_width, project, score, award] = self.widths.map(columns);
        let parts = [Constraint::Length(1), rank_width, project, Constraint::Fill(1), score, award];
        let [mark, rank_area, project, name, score, award] =
            area.layout(&Layout::horizontal(parts).spacing(1));
        Span::raw(if is_last { theme.symbols.pointer } else { "" }).render(mark, buf);
        Line::raw(rank(line, self.group, words)).right_aligned().render(rank_area, buf);
        Span::raw(line.project.as_str()).render(project, buf);
        let text = words.pick(line.name.both());
        let text = fit(text, usize::from(name.width), theme.symbols.ellipsis);
        Span::raw(text).render(name, buf);
        Line::raw(line.score.to_string()).right_aligned().render(score, buf);
        if let Some(text) = &line.award {
            Span::raw(words.pick(text.both())).render(award, buf);
        }
    }
}

/// The place in a table: `3`, or `并列 3`.
fn rank(line: &RankingLine, group: &RankingView, words: &Words) -> String {
    if is_shared(line, group) {
        return words.tell("board-rank-shared", &[("place", line.place.into())]);
    }
    line.place.to_string()
}

/// The place in a sentence: `第 3 名`.
pub(super) fn place_in_words(line: &RankingLine, groups: &[RankingView], words: &Words) -> String {
    let group = groups.iter().find(|group| group.standings.contains(line));
    let shared = group.is_some_and(|group| is_shared(line, group));
    let key = if shared { "board-place-shared" } else { "board-place" };
    words.tell(key, &[("place", line.place.into())])
}

fn is_shared(line: &RankingLine, group: &RankingView) -> bool {
    group.standings.iter().filter(|other| other.place == line.place).count() > 1
}
