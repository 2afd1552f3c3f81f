//! The rankings of all groups as the hall sees them: released scores only.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{
    Scene,
    cells::{cell, cell_right},
    text::{fit_line, width},
};
use crate::{
    contest::ProjectId,
    protocol::views::{RankingLine, RankingView},
};

/// Draws the groups one below the other, each with its share of the rows.
/// A chosen project is marked.
pub(super) fn draw(
    groups: &[RankingView],
    chosen: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let shares = Layout::vertical(groups.iter().map(|_| Constraint::Fill(1)));
    for (group, area) in groups.iter().zip(area.layout_vec(&shares)) {
        draw_group(group, chosen, scene, area, buf);
    }
}

/// Draws one group; a chosen project is marked and kept in view.
pub(super) fn draw_group(
    group: &RankingView,
    chosen: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut rows = area.rows();
    let Some(row) = rows.next() else { return };
    fit_line(head(group, scene), row.width.into(), scene.theme.symbols.ellipsis).render(row, buf);
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or_default();
    let id = widest(&mut group.standings.iter().map(|line| width(line.project.as_str())));
    let score = widest(&mut group.standings.iter().map(|line| width(&line.score.to_string())));
    let award = widest(&mut group.standings.iter().map(|line| width(award(line, scene))));
    let name = usize::from(area.width).saturating_sub(4 + id + 1 + 1 + award + 1 + score);
    let height = usize::from(area.height).saturating_sub(1);
    let at = group.standings.iter().position(|line| Some(&line.project) == chosen);
    let most = group.standings.len().saturating_sub(height);
    let skip = at.unwrap_or_default().saturating_sub(height / 2).min(most);
    for (line, row) in group.standings.iter().skip(skip).zip(rows) {
        let style = match line.place {
            _ if Some(&line.project) == chosen => scene.theme.selected,
            1 => scene.theme.leader,
            _ => scene.theme.base,
        };
        let cells = [
            cell_right(&line.place.to_string(), 3, scene),
            Span::raw(" "),
            cell(line.project.as_str(), id, scene),
            Span::raw(" "),
            cell(scene.words.pick(line.name.both()), name, scene),
            Span::raw(" "),
            cell(self::award(line, scene), award, scene),
            Span::raw(" "),
            cell_right(&line.score.to_string(), score, scene),
        ];
        Line::from_iter(cells).style(style).render(row, buf);
    }
}

fn head(group: &RankingView, scene: &Scene<'_>) -> Line<'static> {
    let words = scene.words;
    let count = format!("{}/{}", group.standings.len(), group.projects);
    let key = if group.is_final { "host-ranking-final" } else { "host-ranking-provisional" };
    Line::from_iter([
        Span::styled(words.pick(group.name.both()).to_owned(), scene.theme.title),
        Span::raw("  "),
        Span::styled(words.tell(key, &[("count", count.into())]), scene.theme.dim),
    ])
}

fn award<'a>(line: &'a RankingLine, scene: &Scene<'_>) -> &'a str {
    line.award.as_ref().map_or("", |award| scene.words.pick(award.both()))
}
