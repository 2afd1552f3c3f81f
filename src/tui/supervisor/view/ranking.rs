//! The ranking of the chosen project's group, as the hall sees it; of all groups where they fit.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    protocol::views::SupervisorView,
    tui::{Scene, standings, supervisor::SupervisorScreen},
};

/// Draws the rankings.
pub(super) fn draw(
    screen: &SupervisorScreen,
    view: &SupervisorView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let most = view.groups.iter().map(|group| group.standings.len() + 1).max().unwrap_or_default();
    if most * view.groups.len() <= usize::from(area.height) {
        let chosen = screen.line().map(|line| &line.project.id);
        return standings::draw(&view.groups, chosen, scene, area, buf);
    }
    let Some(line) = screen.line() else { return };
    let Some(group) = view.groups.iter().find(|it| it.id == line.project.group) else { return };
    standings::draw_group(group, Some(&line.project.id), scene, area, buf);
}
