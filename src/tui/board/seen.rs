//! A picture as the board keeps it: with what follows from all lines of its rankings, worked out once, so that
//! a frame looks at the lines that it shows and not at all of them.

use std::ops::Deref;

use super::lines::{Lines, Ranking};
use crate::protocol::views::{BoardView, RankingView};

/// A board's picture.
#[derive(Debug)]
pub(super) struct Seen {
    view: BoardView,
    /// Of each of its groups, in their order.
    lines: Vec<Lines>,
}

impl Seen {
    pub(super) fn of(view: BoardView) -> Self {
        let lines = view.groups.iter().map(Lines::of).collect();
        Self { view, lines }
    }

    /// The rankings of these groups.
    pub(super) fn rankings<'a>(&'a self, groups: &'a [RankingView]) -> Vec<Ranking<'a>> {
        let lines = |group: &RankingView| {
            let place = self.view.groups.iter().position(|it| it.id == group.id);
            self.lines.get(place?)
        };
        groups.iter().filter_map(|group| Some(Ranking { group, lines: lines(group)? })).collect()
    }
}

impl Deref for Seen {
    type Target = BoardView;

    fn deref(&self) -> &BoardView {
        &self.view
    }
}
