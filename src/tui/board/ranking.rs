//! Rankings side by side, or one after the other where the board is narrow; the long ones in pages
//! that are as full as each other, and the short ones as large as there is room for.
//!
//! What always holds, and the test that guards it: a ranking does not change its size with every
//! release, `the_band_does_not_jump_with_every_release`.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::table::{BIG, Table};
use crate::{
    contest::{ProjectId, Text},
    protocol::views::{RankingLine, RankingView},
    tui::{
        Scene,
        hall::badge,
        text::{fit, width},
    },
};

/// The narrowest that a ranking gets beside another one, in columns.
const COLUMN: u16 = 50;

/// Rankings are laid out for so many places at a time.
const STEP: usize = 4;

/// The lines between award levels that rankings keep room for: awards come one by one.
const RULES: usize = 4;

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
    /// Places in their order.
    Places,
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
    let height = usize::from(area.height);
    let mut sets: Vec<Set> = sets(model, area.width).collect();
    for set in &mut sets {
        set.fit(height, scene);
    }
    // A set of columns stays for as many pages as its longest one has.
    let lengths: Vec<usize> = sets.iter().map(|set| set.pages(height)).collect();
    let pages = lengths.iter().sum();
    let mut page = wrapped(model.page, pages);
    if let (0, Some(set)) = (pages, sets.first()) {
        return set.draw(model, scene, (0, 1), area, buf); // It says that there is nothing yet.
    }
    for (set, pages) in sets.iter().zip(lengths) {
        if page < pages {
            return set.draw(model, scene, (page, pages), area, buf);
        }
        page -= pages;
    }
}

/// The room for rankings below something else.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// How wide it is.
    pub(super) columns: u16,
    /// How many rows they may take.
    pub(super) rows: usize,
    /// How many, if that saves a page.
    pub(super) most: usize,
}

/// How many rows rankings would take: what is above them may have the others.
pub(super) fn wanted(model: &Model<'_>, scene: &Scene<'_>, room: Room) -> u16 {
    let wanted = |mut set: Set| {
        set.fit(room.rows, scene);
        let of = |column: &Column<'_>| column.wanted(set.size).min(column.wanted_of_pages(room));
        let all = set.columns.iter().map(|it| match set.size {
            Size::Line => of(it),
            size => it.wanted(size),
        });
        all.max().unwrap_or_default()
    };
    let wanted = sets(model, room.columns).map(wanted).max().unwrap_or_default();
    u16::try_from(wanted).unwrap_or(u16::MAX)
}

fn sets<'a>(model: &Model<'a>, width: u16) -> impl Iterator<Item = Set<'a>> {
    let abreast = usize::from(width / COLUMN).max(1);
    let look = model.look;
    model.groups.chunks(abreast).map(move |groups| {
        let columns: Vec<_> = groups.iter().map(|group| Column::of(look, group)).collect();
        Set { columns, size: Size::Line, width }
    })
}

/// A page counted without end, as one of so many.
fn wrapped(page: i64, pages: usize) -> usize {
    let pages = i64::try_from(pages).unwrap_or(i64::MAX).max(1);
    usize::try_from(page.rem_euclid(pages)).unwrap_or_default()
}

/// Columns side by side, all of one size.
struct Set<'a> {
    columns: Vec<Column<'a>>,
    size: Size,
    /// How many columns of cells there are for them.
    width: u16,
}

impl Set<'_> {
    /// Takes the largest size in which all places go into so many rows.
    fn fit(&mut self, height: usize, scene: &Scene<'_>) {
        let room = self.room();
        let fits = |size: &Size| {
            let is_wide =
                |it: &Column<'_>| *size != Size::Big || Table::of(it, scene).fits_big(room, scene);
            self.columns.iter().all(|it| it.wanted(*size) <= height && is_wide(it))
        };
        self.size = [Size::Big, Size::Airy].into_iter().find(fits).unwrap_or(Size::Line);
        for column in &mut self.columns {
            if self.size == Size::Line && height < column.rows.len() + 1 {
                column.rows.retain(|row| !matches!(row, Row::Rule)); // No room for niceties.
            }
        }
    }

    fn spacing(&self) -> u16 {
        if self.width < 120 { 2 } else { 6 }
    }

    /// How many columns of cells each may take.
    fn room(&self) -> u16 {
        let columns = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).max(1);
        self.width.saturating_sub(self.spacing() * (columns - 1)) / columns
    }

    /// How many pages the longest column takes.
    fn pages(&self, height: usize) -> usize {
        let rows = height.saturating_sub(1);
        self.columns.iter().map(|column| column.pages(rows, self.size)).max().unwrap_or(1)
    }

    /// Draws the columns; awards stand in the middle, where a hall looks.
    fn draw(
        &self,
        model: &Model<'_>,
        scene: &Scene<'_>,
        page: (usize, usize),
        area: Rect,
        buf: &mut Buffer,
    ) {
        let tallest = self.columns.iter().map(|it| it.wanted(self.size)).max().unwrap_or_default();
        let place = if model.look == Look::Awards {
            area.centered_vertically(Constraint::Length(u16::try_from(tallest).unwrap_or(u16::MAX)))
        } else {
            area
        };
        let width = |it: &Column<'_>| Table::of(it, scene).width(self.size);
        let most = self.columns.iter().map(width).max().unwrap_or_default().max(COLUMN);
        // A little wider where there is room; but the eye is to find from a name to its score.
        let most = most + self.room().saturating_sub(most) / 4;
        let areas = Layout::horizontal(self.columns.iter().map(|_| Constraint::Max(most)));
        let areas = areas.spacing(self.spacing()).flex(Flex::Center);
        for (column, area) in self.columns.iter().zip(areas.split(place).iter()) {
            column.draw(model, self.size, page, scene, *area, buf);
        }
    }
}

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
    pub(super) group: &'a RankingView,
    rows: Vec<Row<'a>>,
    pub(super) awards: bool,
    /// Whether it says above it whose places they are.
    has_head: bool,
}

impl<'a> Column<'a> {
    fn of(look: Look, group: &'a RankingView) -> Self {
        let awards = look == Look::Awards && group.is_final;
        let rows = levels(group, awards).collect();
        Self { group, rows, awards, has_head: look != Look::Bare }
    }

    fn places(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, Row::Place(_))).count()
    }

    /// How many places there are, or soon will be.
    fn steady(&self) -> usize {
        let places = self.places();
        if self.group.is_final {
            return places;
        }
        places.next_multiple_of(STEP).min(self.group.projects.max(places))
    }

    /// How many rows a page of lines takes where all of them are more than there is room for.
    fn wanted_of_pages(&self, room: Room) -> usize {
        let all = self.steady();
        if all < room.most {
            return room.most; // Without rules there is room after all.
        }
        let pages = all.div_ceil(room.most.saturating_sub(1).max(1)).max(1);
        all.div_ceil(pages) + 1
    }

    /// How many rows it takes, its head among them, counted as if a few more were released, so that
    /// not every release gives it another size.
    fn wanted(&self, size: Size) -> usize {
        let steady = self.steady();
        let others = self.rows.len() - self.places();
        let others = match size {
            _ if self.awards => others,
            Size::Line if self.group.standings.iter().any(|it| it.award.is_some()) => {
                others.max(RULES)
            }
            Size::Line => others,
            Size::Airy | Size::Big => 0, // Rules stand in the free lines.
        };
        let head = usize::from(self.has_head) + usize::from(size != Size::Line);
        steady * usize::from(size.rows()) + others + head
    }

    /// How many pages of so many rows there are; only lines have more than one.
    fn pages(&self, height: usize, size: Size) -> usize {
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
    fn spread(&self, pages: usize) -> Vec<&[Row<'a>]> {
        let (mut spread, mut rest) = (Vec::new(), self.rows.as_slice());
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

    fn draw(
        &self,
        model: &Model<'_>,
        size: Size,
        (page, pages): (usize, usize),
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let (rows, height) = (self.rows.len(), usize::from(area.height));
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
        self.draw_rows(rows, model, size, scene, body, buf);
    }

    fn draw_rows(
        &self,
        rows: &[Row<'_>],
        model: &Model<'_>,
        size: Size,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let table = Table::of(self, scene);
        let (mut left, mut free) = (area, None);
        for row in rows {
            // A rule stands in the free line after a place, where there is one.
            let is_rule = matches!(row, Row::Rule) && !self.awards;
            if let Some(line) = free.take().filter(|_| is_rule) {
                table.draw_row(row, model, size, scene, line, buf);
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
            table.draw_row(row, model, size, scene, place, buf);
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
        after.push_span(state(self.group, scene));
        let name = words.pick(self.group.name.both());
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
