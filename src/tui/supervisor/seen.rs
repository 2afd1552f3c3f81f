//! A picture as the screen keeps it: with what follows from all projects, worked out once, so that a key or
//! a frame looks at the projects it is about and not at all of them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Deref,
};

use super::matter::{self, Matter};
use crate::{
    contest::{ProjectId, RoomId, Stage},
    protocol::views::{AuditLine, AuditRoom, RankingView, SupervisorView},
    tui::text::width,
};

/// A supervisor's picture.
#[derive(Debug)]
pub(super) struct Seen {
    view: SupervisorView,
    /// The run orders, room after room, as a list, and the row that each project has there.
    order: Vec<ProjectId>,
    places: HashMap<ProjectId, usize>,
    rows: Vec<Row>,
    row_of: Vec<usize>,
    /// Where a project stands in the ranking of its group.
    ranks: HashMap<ProjectId, usize>,
    /// All that there is to look at.
    pub(super) matters: Vec<Matter>,
    /// How many alarms there are before a lock.
    pub(super) alarms: usize,
    rooms: BTreeMap<RoomId, Progress>,
    pub(super) measures: Measures,
}

/// A row of the list of run orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A room, by its place among the rooms.
    Room(usize),
    /// A project, by its place in the run orders.
    Project(usize),
}

/// How far a room is.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// How many of its projects are through.
    pub(super) done: usize,
    /// Those whose scoring is open or whose score waits for its release.
    pub(super) open: Vec<ProjectId>,
}

/// What the columns of the run orders have to hold.
#[derive(Debug, Default)]
pub(super) struct Measures {
    /// The columns of the longest number.
    pub(super) id: usize,
    /// The stages that there are.
    pub(super) stages: BTreeSet<Stage>,
    /// The columns of the longest result.
    pub(super) result: usize,
}

impl Seen {
    pub(super) fn of(view: SupervisorView) -> Self {
        let lines = || view.rooms.iter().flat_map(|room| view.order_of(room));
        let order: Vec<_> = lines().map(|line| line.project.id.clone()).collect();
        let places = order.iter().cloned().zip(0..).collect();
        let ranked = |group: &RankingView| {
            let ids = group.standings.iter().map(|it| it.project.clone());
            ids.zip(0..).collect::<Vec<_>>()
        };
        let ranks = view.groups.iter().flat_map(ranked).collect();
        let before_the_lock = view.projects.values().filter(|line| line.is_before_the_lock());
        let alarms = before_the_lock.map(|line| line.alarms.len()).sum();
        let rooms = view.rooms.iter().map(|room| (room.room.id.clone(), Progress::of(&view, room)));
        let rooms = rooms.collect();
        let rows = rows(&view);
        let row_of = rows.iter().enumerate().filter(|(_, row)| matches!(row, Row::Project(_)));
        let row_of = row_of.map(|(at, _)| at).collect();
        let (matters, measures) = (matter::all(&view), Measures::of(&view));
        Self { view, order, places, rows, row_of, ranks, matters, alarms, rooms, measures }
    }

    /// Where a project stands in the run orders, from 0.
    pub(super) fn place(&self, project: &ProjectId) -> Option<usize> {
        self.places.get(project).copied()
    }

    /// The project at a place of the run orders.
    pub(super) fn at(&self, place: usize) -> Option<&ProjectId> {
        self.order.get(place)
    }

    /// How many projects are in the run orders.
    pub(super) fn projects_in_order(&self) -> usize {
        self.order.len()
    }

    /// The rows of the list.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of the list that a project has.
    pub(super) fn row(&self, project: &ProjectId) -> Option<usize> {
        self.row_of.get(self.place(project)?).copied()
    }

    /// Where a project stands in the ranking of its group, from 0.
    pub(super) fn rank(&self, project: &ProjectId) -> Option<usize> {
        self.ranks.get(project).copied()
    }

    /// How far a room is.
    pub(super) fn progress(&self, room: &AuditRoom) -> Option<&Progress> {
        self.rooms.get(&room.room.id)
    }
}

/// Every room, where there are several, and its projects.
fn rows(view: &SupervisorView) -> Vec<Row> {
    let (mut rows, mut place) = (Vec::new(), 0);
    for (at, room) in view.rooms.iter().enumerate() {
        rows.extend((1 < view.rooms.len()).then_some(Row::Room(at)));
        for _ in view.order_of(room) {
            rows.push(Row::Project(place));
            place += 1;
        }
    }
    rows
}

impl Progress {
    fn of(view: &SupervisorView, room: &AuditRoom) -> Self {
        let mut progress = Self::default();
        for line in view.order_of(room) {
            progress.done += usize::from(is_done(line));
            if matches!(line.stage, Stage::Scoring | Stage::Locked) {
                progress.open.push(line.project.id.clone());
            }
        }
        progress
    }
}

impl Measures {
    fn of(view: &SupervisorView) -> Self {
        let mut measures = Self::default();
        for line in view.projects.values() {
            measures.id = measures.id.max(width(line.project.id.as_str()));
            measures.result = measures.result.max(width(&result(line)));
            measures.stages.insert(line.stage);
        }
        measures
    }
}

fn is_done(line: &AuditLine) -> bool {
    line.stage.is_out() || matches!(line.stage, Stage::Released | Stage::Shown | Stage::Absent)
}

/// The score from the lock on, until then how many sheets are in.
pub(super) fn result(line: &AuditLine) -> String {
    let is_locked = matches!(line.stage, Stage::Locked | Stage::Released);
    match &line.score {
        Some(score) if is_locked => score.announced.to_string(),
        _ if line.stage.takes_sheets() || is_locked => {
            format!("{}/{}", line.sheets(), line.seats.len())
        }
        _ => String::new(),
    }
}

impl Deref for Seen {
    type Target = SupervisorView;

    fn deref(&self) -> &SupervisorView {
        &self.view
    }
}
