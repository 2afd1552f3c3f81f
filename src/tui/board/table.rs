//! The rows of one group as a table, with columns as wide as their widest texts, and a place in
//! words.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Block, Widget},
};

use super::ranking::{Column, Model, Row};
use crate::{
    protocol::views::{RankingLine, RankingView},
    tui::{
        Scene,
        hall::columns,
        text::{fit, width},
    },
    words::Words,
};

/// The columns of one group's table, as wide as its widest texts.
pub(super) struct Table<'a> {
    group: &'a RankingView,
    awards: bool,
    widths: [usize; 4],
    /// The widest name.
    name: usize,
}

impl<'a> Table<'a> {
    pub(super) fn of(column: &Column<'a>, scene: &Scene<'_>) -> Self {
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
        let name = widest(&|line| width(scene.words.pick(line.name.both())));
        Self { group, awards: column.awards, widths, name }
    }

    /// How many columns it takes with every text whole: the mark, five gaps, and some air after the
    /// names, so that the eye finds from a name to its score and no further.
    pub(super) fn width(&self) -> u16 {
        let all = self.widths.iter().sum::<usize>() + self.name + 14;
        u16::try_from(all).unwrap_or(u16::MAX)
    }

    pub(super) fn draw_row(
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
        let is_last = !self.awards && model.last == Some(&line.project);
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
