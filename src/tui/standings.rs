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

/// Draws the groups one below the other, each with its share of the rows. A chosen project is marked.
pub(super) fn draw(
    groups: &[RankingView],
    chosen: Option<&Chosen<'_>>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let shares = Layout::vertical(groups.iter().map(|_| Constraint::Fill(1)));
    for (group, area) in groups.iter().zip(area.layout_vec(&shares)) {
        draw_group(group, chosen, scene, area, buf);
    }
}

/// A project that is looked at.
pub(super) struct Chosen<'a> {
    pub(super) project: &'a ProjectId,
    /// Where it stands in the ranking of its group, from 0; `None` where it is not ranked.
    pub(super) rank: Option<usize>,
}

/// Draws one group; a chosen project is marked and kept in view.
pub(super) fn draw_group(
    group: &RankingView,
    chosen: Option<&Chosen<'_>>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut rows = area.rows();
    let Some(row) = rows.next() else { return };
    fit_line(head(group, scene), row.width.into(), scene.theme.symbols.ellipsis).render(row, buf);
    let height = usize::from(area.height).saturating_sub(1);
    let is_chosen = |line: &RankingLine| chosen.is_some_and(|it| line.project == *it.project);
    // Of another group it has a rank there, and is not in this one.
    let at = chosen.and_then(|it| it.rank);
    let at = at.filter(|at| group.standings.get(*at).is_some_and(is_chosen));
    let most = group.standings.len().saturating_sub(height);
    let skip = at.unwrap_or_default().saturating_sub(height / 2).min(most);
    let seen = group.standings.iter().skip(skip).take(height);
    let widest =
        |of: &dyn Fn(&RankingLine) -> usize| seen.clone().map(of).max().unwrap_or_default();
    let id = widest(&|line| width(line.project.as_str()));
    let score = widest(&|line| width(&line.score.to_string()));
    let award = widest(&|line| width(award(line, scene)));
    let name = usize::from(area.width).saturating_sub(4 + id + 1 + 1 + award + 1 + score);
    for (line, row) in seen.zip(rows) {
        let style = match line.place {
            _ if is_chosen(line) => scene.theme.selected,
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
