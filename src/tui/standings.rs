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
    text::width,
};
use crate::protocol::views::{RankingLine, RankingView};

/// Draws the groups one below the other, each with its share of the rows.
pub(super) fn draw(groups: &[RankingView], scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let shares = Layout::vertical(groups.iter().map(|_| Constraint::Fill(1)));
    for (group, area) in groups.iter().zip(area.layout_vec(&shares)) {
        draw_group(group, scene, area, buf);
    }
}

fn draw_group(group: &RankingView, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows();
    let Some(row) = rows.next() else { return };
    head(group, scene).render(row, buf);
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or_default();
    let id = widest(&mut group.standings.iter().map(|line| width(line.project.as_str())));
    let score = widest(&mut group.standings.iter().map(|line| width(&line.score.to_string())));
    let award = widest(&mut group.standings.iter().map(|line| width(award(line, scene))));
    let name = usize::from(area.width).saturating_sub(4 + id + 1 + 1 + award + 1 + score);
    for (line, row) in group.standings.iter().zip(rows) {
        let style = if line.place == 1 { scene.theme.leader } else { scene.theme.base };
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
