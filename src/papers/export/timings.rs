//! How long every phase of every project took; spans in seconds.

use super::{Source, columns};
use crate::{
    contest::At,
    papers::{
        grid::{Cell, Grid},
        timings::PhaseTime,
        when,
    },
};

const HEADS: [&str; 16] = [
    "group", "room", "turn", "project", "name", "calls", "called", "phase", "planned", "started",
    "ended", "ran", "added", "pauses", "stood", "over",
];

impl Source<'_> {
    pub(super) fn timings(&self) -> Grid {
        let contest = &self.evening.contest;
        let (timings, mut grid) = (self.evening.timings(), Grid::new(columns(HEADS)));
        for room in &contest.session().rooms {
            for (nth, id) in contest.order(&room.id).iter().enumerate() {
                let (Some((group, project)), Some(turn)) =
                    (self.projects.get(id), timings.turn(id))
                else {
                    continue;
                };
                for phase in &turn.phases {
                    let lead = [
                        Cell::text(group.id.as_str()),
                        Cell::text(room.id.as_str()),
                        Cell::count(nth + 1),
                        Cell::text(id.as_str()),
                        Cell::text(self.words.pick(project.name.both())),
                        Cell::count(turn.calls),
                        instant(turn.called),
                    ];
                    grid.push(lead.into_iter().chain(spans(phase)).collect());
                }
            }
        }
        grid
    }
}

fn spans(phase: &PhaseTime) -> [Cell; 9] {
    [
        Cell::text(phase.phase.to_string()),
        Cell::seconds(phase.planned),
        instant(phase.started),
        instant(phase.ended),
        Cell::seconds(phase.ran),
        Cell::seconds(phase.added),
        Cell::count(phase.pauses),
        Cell::seconds(phase.stood),
        Cell::seconds(phase.over),
    ]
}

fn instant(at: Option<At>) -> Cell {
    at.map_or(Cell::Empty, |at| Cell::text(when::day_and_time(at)))
}
