//! The rows of one group as a table, with columns as wide as their widest texts, and a place in
//! words.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Block, Widget},
};

use super::{
    column::{Column, Size},
    lines::{Ranking, Row},
    ranking::Model,
};
use crate::{
    contest::Text,
    protocol::views::{RankingLine, RankingView, ReleasedLine},
    tui::{
        Scene,
        hall::columns,
        large::Large,
        text::{fit, width, wrap},
        theme::Pixels,
    },
    words::Words,
};

/// Rows of a place in big letters.
pub(super) const BIG: u16 = 4;

/// Columns of a big letter, with the gap after it.
const BIG_LETTER: usize = 6;

/// Columns between big letters and what is beside them.
const BIG_GAP: usize = 3;

/// The fewest columns of a name between big letters.
const LEAST_NAME: usize = 20;

/// The most columns of a name that are asked for.
const MOST_NAME: usize = 60;

/// The columns of one group's table, as wide as its widest texts.
pub(super) struct Table<'a> {
    ranking: Ranking<'a>,
    awards: bool,
    pub(super) size: Size,
    widths: [usize; 4],
    /// The widest name.
    name: usize,
}

impl<'a> Table<'a> {
    pub(super) fn of(column: &Column<'a>, size: Size, scene: &Scene<'_>) -> Self {
        let Column { ranking, awards, .. } = *column;
        let (widest, words) = (&ranking.lines.widest, scene.words);
        let alone = widest.place.map_or(0, |place| width(&rank(place, false, words)));
        let shared = widest.shared.map_or(0, |place| width(&rank(place, true, words)));
        let award = widest.awards.iter().filter(|_| !awards);
        let award = award.map(|award| width(&award_of(award, ranking.group, words))).max();
        let widths = [alone.max(shared), widest.project, widest.score, award.unwrap_or_default()];
        Self { ranking, awards, size, widths, name: words.pick(widest.name) }
    }

    /// How many columns it takes with every text whole: the mark, five gaps, and some air after the
    /// names, so that the eye finds from a name to its score and no further.
    pub(super) fn width(&self) -> u16 {
        let all = match self.size {
            Size::Big => self.big().iter().sum::<usize>() + self.name.min(MOST_NAME) + 5 * BIG_GAP,
            _ => self.widths.iter().sum::<usize>() + self.name + 14,
        };
        u16::try_from(all).unwrap_or(u16::MAX)
    }

    /// The columns of place, number and score in big letters.
    fn big(&self) -> [usize; 3] {
        let place = self.ranking.lines.widest.place.map_or(0, |place| place.to_string().len());
        let [_, project, score, _] = self.widths;
        [place, project, score].map(|letters| letters * BIG_LETTER)
    }

    /// Whether places can be written big in so many columns.
    pub(super) fn fits_big(&self, columns: u16, scene: &Scene<'_>) -> bool {
        let all = self.big().iter().sum::<usize>() + LEAST_NAME.min(self.name) + 5 * BIG_GAP;
        scene.theme.symbols.pixels == Pixels::HalfBlocks && all <= usize::from(columns)
    }

    pub(super) fn draw_row(
        &self,
        row: Row,
        model: &Model<'_>,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let (theme, lines) = (scene.theme, &self.ranking.group.standings);
        match row {
            Row::Place(nth) => match lines.get(nth) {
                Some(line) if self.size == Size::Big => {
                    self.draw_big(line, model, scene, area, buf);
                }
                Some(line) => self.draw_place(line, model, scene, area, buf),
                None => (),
            },
            Row::Rule if self.awards => (),
            Row::Rule => {
                let line = theme.border.horizontal_top.repeat(usize::from(area.width));
                Line::styled(line, theme.line).render(area, buf);
            }
            Row::Award(nth) => {
                let award = lines.get(nth).and_then(|it| it.award.as_ref());
                let award = award.map(|award| scene.words.pick(award.both()));
                Line::styled(award.unwrap_or_default(), theme.leader).render(area, buf);
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
        let (Scene { words, theme, .. }, group) = (*scene, self.ranking.group);
        let is_last = self.is_last(line, model);
        Block::new().style(self.style(line, model, scene)).render(area, buf);
        let [rank_width, project, score, award] = self.widths.map(columns);
        let parts = [Constraint::Length(1), rank_width, project, Constraint::Fill(1), score, award];
        let [mark, rank_area, project, name, score, award] =
            area.layout(&Layout::horizontal(parts).spacing(1));
        Span::raw(if is_last { theme.symbols.pointer } else { "" }).render(mark, buf);
        Line::raw(rank(line.place, is_shared(line, group), words))
            .right_aligned()
            .render(rank_area, buf);
        Span::raw(line.project.as_str()).render(project, buf);
        let text = words.pick(line.name.both());
        let text = fit(text, usize::from(name.width), theme.symbols.ellipsis);
        Span::raw(text).render(name, buf);
        Line::raw(line.score.to_string()).right_aligned().render(score, buf);
        if let Some(text) = &line.award {
            let text = award_of(text, group, words);
            let stands_out = group.is_final || is_last && model.fresh;
            Span::styled(text, if stands_out { Style::new() } else { theme.dim })
                .render(award, buf);
        }
    }

    fn is_last(&self, line: &RankingLine, model: &Model<'_>) -> bool {
        !self.awards && model.last == Some(&line.project)
    }

    fn style(&self, line: &RankingLine, model: &Model<'_>, scene: &Scene<'_>) -> Style {
        match line.place {
            _ if self.is_last(line, model) && model.fresh => scene.theme.selected,
            1 => scene.theme.leader,
            _ => Style::new(),
        }
    }

    /// Place, number and score in big letters; between them the name, and below it what else there is.
    fn draw_big(
        &self,
        line: &RankingLine,
        model: &Model<'_>,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let (Scene { words, theme, .. }, group) = (*scene, self.ranking.group);
        let is_last = self.is_last(line, model);
        Block::new().style(self.style(line, model, scene)).render(area, buf);
        let [place, project, score] = self.big().map(columns);
        let parts = [Constraint::Length(1), place, project, Constraint::Fill(1), score];
        let [mark, place, project, text, score] =
            area.layout(&Layout::horizontal(parts).spacing(3));
        let middle = mark.centered_vertically(Constraint::Length(1));
        Span::raw(if is_last { theme.symbols.pointer } else { "" }).render(middle, buf);
        for (text, area) in [
            (line.place.to_string(), place),
            (line.project.to_string(), project),
            (line.score.to_string(), score),
        ] {
            let large = Large::of(&text, area.width, area.height, &theme.symbols);
            let [_, area] = area.layout(&Layout::horizontal([
                Constraint::Fill(1),
                Constraint::Length(large.width()),
            ]));
            large.draw(Style::new(), area, buf);
        }
        let columns = usize::from(text.width);
        let shared = is_shared(line, group)
            .then(|| words.tell("board-place-shared", &[("place", line.place.into())]));
        let award = line.award.as_ref().filter(|_| !self.awards);
        let award = award.map(|award| award_of(award, group, words));
        let about: Vec<_> = [shared, award].into_iter().flatten().collect();
        let mut lines = wrap(words.pick(line.name.both()), columns);
        lines.truncate(usize::from(BIG) - usize::from(!about.is_empty()));
        let mut lines: Vec<_> = lines.into_iter().map(Line::raw).collect();
        if !about.is_empty() {
            let about = about.join(&format!(" {} ", theme.symbols.dot));
            let style = if is_last && model.fresh { Style::new() } else { theme.dim };
            lines.push(Line::styled(about, style));
        }
        let rows = Constraint::Length(u16::try_from(lines.len()).unwrap_or(u16::MAX));
        for (line, row) in lines.iter().zip(text.centered_vertically(rows).rows()) {
            line.render(row, buf);
        }
    }
}

/// An award beside a place: as nobody has it yet while the ranking is provisional.
fn award_of(award: &Text, group: &RankingView, words: &Words) -> String {
    let award = words.pick(award.both()).to_owned();
    if group.is_final {
        return award;
    }
    words.tell("board-award-provisional", &[("award", award.into())])
}

/// The place in a table: `3`, or `并列 3`.
fn rank(place: u32, is_shared: bool, words: &Words) -> String {
    if is_shared {
        return words.tell("board-rank-shared", &[("place", place.into())]);
    }
    place.to_string()
}

/// The place in a sentence: `第 3 名`.
pub(super) fn place_in_words(
    released: &ReleasedLine,
    groups: &[RankingView],
    words: &Words,
) -> String {
    let (line, group) = (&released.standing, &released.project.group);
    let group = groups.iter().find(|it| it.id == *group);
    let shared = group.is_some_and(|group| {
        let equal = at_place_of(line, group);
        1 < equal.len() && equal.contains(line)
    });
    let key = if shared { "board-place-shared" } else { "board-place" };
    words.tell(key, &[("place", line.place.into())])
}

/// Whether another one has the same place.
fn is_shared(line: &RankingLine, group: &RankingView) -> bool {
    1 < at_place_of(line, group).len()
}

/// Those who have this place; a ranking is in the order of places.
fn at_place_of<'a>(line: &RankingLine, group: &'a RankingView) -> &'a [RankingLine] {
    let first = group.standings.partition_point(|other| other.place < line.place);
    let equal = group.standings.get(first..).unwrap_or_default();
    equal.split_at(equal.partition_point(|other| other.place == line.place)).0
}
