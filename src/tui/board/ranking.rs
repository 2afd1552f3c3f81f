//! Rankings side by side, or one after the other where the board is narrow; the long ones in pages
//! that are as full as each other, and the short ones as large as there is room for.
//!
//! What always holds, and the test that guards it: a ranking does not change its size with every
//! release, `the_band_does_not_jump_with_every_release`.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Rect},
};

use super::{
    column::{Column, Size},
    lines::Ranking,
    table::Table,
};
use crate::{contest::ProjectId, tui::Scene};

/// The narrowest that a ranking gets beside another one, in columns.
const COLUMN: u16 = 50;

/// What is ranked, and what of it is to be seen.
pub(super) struct Model<'a> {
    pub(super) groups: Vec<Ranking<'a>>,
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
        let columns: Vec<_> = groups.iter().map(|it| Column::of(look, *it)).collect();
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
            let fits_big = |it| Table::of(it, *size, scene).fits_big(room, scene);
            let is_wide = |it| *size != Size::Big || fits_big(it);
            self.columns.iter().all(|it| it.wanted(*size) <= height && is_wide(it))
        };
        self.size = [Size::Big, Size::Airy].into_iter().find(fits).unwrap_or(Size::Line);
        for column in &mut self.columns {
            if self.size == Size::Line {
                column.squeeze(height);
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
        let table = |it| Table::of(it, self.size, scene);
        let tables: Vec<_> = self.columns.iter().map(table).collect();
        let most = tables.iter().map(Table::width).max().unwrap_or_default().max(COLUMN);
        // A little wider where there is room; but the eye is to find from a name to its score.
        let most = most + self.room().saturating_sub(most) / 4;
        let areas = Layout::horizontal(self.columns.iter().map(|_| Constraint::Max(most)));
        let areas = areas.spacing(self.spacing()).flex(Flex::Center);
        let areas = areas.split(place);
        for ((column, table), area) in self.columns.iter().zip(&tables).zip(areas.iter()) {
            column.draw(table, model, page, scene, *area, buf);
        }
    }
}
