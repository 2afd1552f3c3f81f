//! The ranking of the chosen project's group, as the hall sees it; of all groups where they fit. Below
//! it stands which tie rules it took.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    widgets::Widget,
};

use super::{release, sums::wrapped};
use crate::{
    contest::GroupId,
    tui::{
        Scene,
        standings::{self, Chosen},
        supervisor::{SupervisorScreen, seen::Seen},
    },
};

/// Draws the rankings.
pub(super) fn draw(
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let is_of = |group: &GroupId| screen.line().is_some_and(|it| it.project.group == *group);
    let of_all = fits(view, area);
    let shown = view.separated.iter().filter(|it| of_all || is_of(&it.group));
    let ties = shown.map(|it| release::separated(it, view, scene));
    let ties = ties.flat_map(|it| wrapped(&it, scene.theme.dim, area.width.into()));
    // The ranking has the greater part; of the rules those at the end, where prizes are cut, give way.
    let ties: Vec<_> = ties.take(usize::from(area.height / 3)).collect();
    let rows = Constraint::Length(u16::try_from(ties.len()).unwrap_or(u16::MAX));
    let [area, below] = area.layout(&Layout::vertical([Constraint::Fill(1), rows]));
    for (line, row) in ties.iter().zip(below.rows()) {
        line.render(row, buf);
    }
    let line = screen.line();
    let chosen = line.map(|line| {
        let project = &line.project.id;
        Chosen { project, rank: view.rank(project) }
    });
    if fits(view, area) {
        return standings::draw(&view.groups, chosen.as_ref(), scene, area, buf);
    }
    let Some(line) = line else { return };
    let Some(group) = view.groups.iter().find(|it| it.id == line.project.group) else { return };
    standings::draw_group(group, chosen.as_ref(), scene, area, buf);
}

/// Whether the rankings of all groups have room below each other.
fn fits(view: &Seen, area: Rect) -> bool {
    let most = view.groups.iter().map(|group| group.standings.len() + 1).max().unwrap_or_default();
    most * view.groups.len() <= usize::from(area.height)
}
