//! What follows from all the lines of a ranking: its rows and what its columns have to hold.

use crate::{
    contest::Text,
    protocol::views::{RankingLine, RankingView},
    tui::text::width,
};

/// A ranking with what follows from its lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranking<'a> {
    pub(super) group: &'a RankingView,
    pub(super) lines: &'a Lines,
}

/// What follows from all the lines of one group.
#[derive(Debug)]
pub(super) struct Lines {
    /// The rows of its places, with a line between award levels.
    pub(super) places: Rows,
    /// The rows of its awards, with a gap between them.
    pub(super) awards: Rows,
    pub(super) widest: Widest,
}

/// The rows of a group.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    /// The same without rules.
    pub(super) bare: Vec<Row>,
    /// How many of them are places.
    pub(super) places: usize,
}

/// One row; a line is told by where it stands in the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Place(usize),
    /// Between two award levels: a line in a ranking, a gap among awards.
    Rule,
    /// The name of this line's award, over those who have it.
    Award(usize),
}

/// The widest texts of a group's lines.
#[derive(Debug, Default)]
pub(super) struct Widest {
    /// The last place, and the last one that several share.
    pub(super) place: Option<u32>,
    pub(super) shared: Option<u32>,
    /// Columns of numbers and scores.
    pub(super) project: usize,
    pub(super) score: usize,
    /// Columns of names, in Chinese and in English.
    pub(super) name: (usize, usize),
    /// Every award that somebody has.
    pub(super) awards: Vec<Text>,
}

impl<'a> Ranking<'a> {
    /// The rows of its awards, or of its places.
    pub(super) fn rows(&self, awards: bool) -> &'a Rows {
        if awards { &self.lines.awards } else { &self.lines.places }
    }
}

impl Lines {
    pub(super) fn of(group: &RankingView) -> Self {
        let lines = group.standings.as_slice();
        Self {
            places: Rows::of(lines, false),
            awards: Rows::of(lines, true),
            widest: Widest::of(lines),
        }
    }
}

impl Rows {
    /// The rows of all places, or of the awards with those who have them.
    fn of(lines: &[RankingLine], awards: bool) -> Self {
        let (mut rows, mut before) = (Self::default(), None);
        for (nth, line) in lines.iter().enumerate() {
            if awards && line.award.is_none() {
                continue;
            }
            if before.is_some_and(|before| before != &line.award) {
                rows.all.push(Row::Rule);
            }
            if awards && before != Some(&line.award) {
                rows.push(Row::Award(nth));
            }
            rows.push(Row::Place(nth));
            rows.places += 1;
            before = Some(&line.award);
        }
        rows
    }

    fn push(&mut self, row: Row) {
        self.all.push(row);
        self.bare.push(row);
    }
}

impl Widest {
    fn of(lines: &[RankingLine]) -> Self {
        let mut widest = Self::default();
        // Those who share a place stand together, and so do those who have the same award.
        for equal in lines.chunk_by(|one, other| one.place == other.place) {
            let place = equal.first().map(|it| it.place);
            widest.place = widest.place.max(place);
            widest.shared = widest.shared.max(place.filter(|_| 1 < equal.len()));
        }
        for those in lines.chunk_by(|one, other| one.award == other.award) {
            widest.awards.extend(those.first().and_then(|it| it.award.clone()));
        }
        for line in lines {
            let (zh, en) = line.name.both();
            widest.project = widest.project.max(width(line.project.as_str()));
            widest.score = widest.score.max(width(&line.score.to_string()));
            widest.name = (widest.name.0.max(width(zh)), widest.name.1.max(width(en)));
        }
        widest
    }
}
