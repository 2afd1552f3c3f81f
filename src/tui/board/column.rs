//! One group's ranking in a column: its head, its rows, and how they are spread over pages.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{
    lines::{Ranking, Row},
    ranking::{Look, Model, Room},
    table::{BIG, Table},
};
use crate::{
    protocol::views::RankingView,
    tui::{
        Scene,
        hall::badge,
        text::{fit, width},
    },
};

/// Rankings are laid out for so many places at a time.
const STEP: usize = 4;

/// The lines between award levels that rankings keep room for: awards come one by one.
const RULES: usize = 4;

/// How large the places of a ranking are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// A line each.
    Line,
    /// With a free line after each.
    Airy,
    /// Place, number and score in big letters.
    Big,
}

impl Size {
    /// Rows of a place, with the free line after it.
    fn rows(self) -> u16 {
        match self {
            Self::Line => 1,
            Self::Airy => 2,
            Self::Big => BIG + 1,
        }
    }
}

/// One group.
pub(super) struct Column<'a> {
    pub(super) ranking: Ranking<'a>,
    rows: &'a [Row],
    pub(super) awards: bool,
    /// Whether it says above it whose places they are.
    has_head: bool,
}

impl<'a> Column<'a> {
    pub(super) fn of(look: Look, ranking: Ranking<'a>) -> Self {
        let awards = look == Look::Awards && ranking.group.is_final;
        let rows = &ranking.rows(awards).all;
        Self { ranking, rows, awards, has_head: look != Look::Bare }
    }

    /// Leaves the lines between award levels out where they would cost a page.
    pub(super) fn squeeze(&mut self, height: usize) {
        if height < self.rows.len() + 1 {
            self.rows = &self.ranking.rows(self.awards).bare;
        }
    }

    fn places(&self) -> usize {
        self.ranking.rows(self.awards).places
    }

    /// How many places there are, or soon will be.
    fn steady(&self) -> usize {
        let (places, group) = (self.places(), self.ranking.group);
        if group.is_final {
            return places;
        }
        places.next_multiple_of(STEP).min(group.projects.max(places))
    }

    /// How many rows a page of lines takes where all of them are more than there is room for.
    pub(super) fn wanted_of_pages(&self, room: Room) -> usize {
        let all = self.steady();
        if all < room.most {
            return room.most; // Without rules there is room after all.
        }
        let pages = all.div_ceil(room.most.saturating_sub(1).max(1)).max(1);
        all.div_ceil(pages) + 1
    }

    /// How many rows it takes, its head among them, counted as if a few more were released, so that
    /// not every release gives it another size.
    pub(super) fn wanted(&self, size: Size) -> usize {
        let steady = self.steady();
        let others = self.rows.len() - self.places();
        let others = match size {
            _ if self.awards => others,
            Size::Line if 0 < self.ranking.lines.awards.places => others.max(RULES),
            Size::Line => others,
            Size::Airy | Size::Big => 0, // Rules stand in the free lines.
        };
        let head = usize::from(self.has_head) + usize::from(size != Size::Line);
        steady * usize::from(size.rows()) + others + head
    }

    /// How many pages of so many rows there are; only lines have more than one.
    pub(super) fn pages(&self, height: usize, size: Size) -> usize {
        if self.rows.is_empty() || height == 0 {
            return 0;
        }
        if size != Size::Line {
            return 1;
        }
        let least = self.rows.len().div_ceil(height);
        let fits = |pages: &usize| self.spread(*pages).iter().all(|page| page.len() <= height);
        (least..self.rows.len()).find(fits).unwrap_or(self.rows.len())
    }

    /// The rows spread evenly over so many pages; an award's name stays with the first who has it.
    fn spread(&self, pages: usize) -> Vec<&'a [Row]> {
        let (mut spread, mut rest) = (Vec::new(), self.rows);
        for left in (1..=pages).rev() {
            let mut cut = rest.len().div_ceil(left);
            if 1 < cut && cut < rest.len() && matches!(rest.get(cut - 1), Some(Row::Award(_))) {
                cut -= 1;
            }
            let (page, after) = rest.split_at(cut);
            spread.push(page);
            rest = after;
        }
        spread
    }

    pub(super) fn draw(
        &self,
        table: &Table<'_>,
        model: &Model<'_>,
        (page, pages): (usize, usize),
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let (rows, height, size) = (self.rows.len(), usize::from(area.height), table.size);
        let has_pages = size == Size::Line && height.saturating_sub(1) < rows;
        let [head, _, body] = area.layout(&Layout::vertical([
            Constraint::Length(u16::from(self.has_head || has_pages)),
            Constraint::Length(u16::from(size != Size::Line)),
            Constraint::Fill(1),
        ]));
        // All columns turn together, each with its rows spread evenly; one that fits stays whole.
        let spread = self.spread(if has_pages { pages } else { 1 });
        let rows = spread.get(page).or(spread.first()).copied().unwrap_or_default();
        self.draw_head((page + 1, spread.len()), scene, head, buf);
        if self.rows.is_empty() {
            let text = scene.words.say("board-nothing-released");
            Line::styled(text, scene.theme.dim).render(body, buf);
        }
        self.draw_rows(rows, table, model, scene, body, buf);
    }

    fn draw_rows(
        &self,
        rows: &[Row],
        table: &Table<'_>,
        model: &Model<'_>,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let size = table.size;
        let (mut left, mut free) = (area, None);
        for row in rows {
            // A rule stands in the free line after a place, where there is one.
            let is_rule = matches!(row, Row::Rule) && !self.awards;
            if let Some(line) = free.take().filter(|_| is_rule) {
                table.draw_row(*row, model, scene, line, buf);
                continue;
            }
            let gap = u16::from(size != Size::Line && matches!(row, Row::Place(_)));
            let height = if matches!(row, Row::Place(_)) { size.rows() - gap } else { 1 };
            let [place, gap, below] = left.layout(&Layout::vertical([
                Constraint::Length(height),
                Constraint::Length(gap),
                Constraint::Fill(1),
            ]));
            if place.is_empty() {
                return;
            }
            table.draw_row(*row, model, scene, place, buf);
            (left, free) = (below, Some(gap).filter(|gap| !gap.is_empty()));
        }
    }

    /// Whose places they are and how final, and which page of how many; the name is cut first.
    fn draw_head(
        &self,
        (page, pages): (usize, usize),
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let Scene { words, theme, .. } = *scene;
        let mut after = Line::default();
        if self.awards {
            after.push_span(Span::styled(format!(" {}", words.say("board-awards")), theme.leader));
        }
        after.push_span(Span::raw("  "));
        after.push_span(state(self.ranking.group, scene));
        let name = words.pick(self.ranking.group.name.both());
        let room = usize::from(area.width).saturating_sub(after.width());
        let mut label = String::new();
        if 1 < pages {
            let args = [("page", page.into()), ("pages", pages.into())];
            label = format!(" {}", words.tell("board-page", &args));
            if room < width(name) + width(&label) {
                label = format!(" {page}/{pages}");
            }
        }
        let room = room.saturating_sub(width(&label));
        if self.has_head {
            let mut head =
                Line::styled(fit(name, room, theme.symbols.ellipsis).into_owned(), theme.title);
            head.spans.extend(after.spans);
            head.render(area, buf);
        }
        Line::styled(label, theme.dim).right_aligned().render(area, buf);
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
