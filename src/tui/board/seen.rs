//! A picture as the board keeps it: with what follows from all lines of its rankings, worked out once, so that
//! a frame looks at the lines that it shows and not at all of them.

use std::ops::Deref;

use super::{
    ceremony,
    lines::{Lines, Ranking},
};
use crate::protocol::views::{BoardView, CeremonyLine, RankingView};

/// A board's picture.
#[derive(Debug)]
pub(super) struct Seen {
    view: BoardView,
    /// Of each of its groups, in their order.
    lines: Vec<Lines>,
    /// Of each ceremony, in their order, everybody named before the step that was revealed last.
    named: Vec<(RankingView, Lines)>,
}

impl Seen {
    pub(super) fn of(view: BoardView) -> Self {
        let lines = view.groups.iter().map(Lines::of).collect();
        let named = view.ceremonies.iter().map(ceremony::before).map(|group| {
            let lines = Lines::of(&group);
            (group, lines)
        });
        let named = named.collect();
        Self { view, lines, named }
    }

    /// Everybody named in this group's ceremony before the step that was revealed last.
    pub(super) fn named(&self, ceremony: &CeremonyLine) -> Option<Ranking<'_>> {
        let (group, lines) = self.named.iter().find(|(group, _)| group.id == ceremony.group)?;
        Some(Ranking { group, lines })
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
