//! A picture as the console keeps it: with what follows from all lines of the run order, worked out once,
//! so that a key or a frame looks at the lines it is about and not at all of them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Deref,
};

use crate::{
    contest::{GroupId, ProjectId, Stage},
    protocol::views::{HostView, OrderLine},
    tui::text::width,
};

/// A host's picture.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    view: HostView,
    /// Where a project stands in the run order.
    places: HashMap<ProjectId, usize>,
    /// The place of the project that is up next.
    deck: Option<usize>,
    /// How many projects wait for their turn.
    pub(super) uncalled: usize,
    /// How the groups get on.
    progress: BTreeMap<GroupId, Progress>,
    pub(super) measures: Measures,
}

/// How far a group is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Its projects, but those that have left.
    pub(super) of: usize,
    /// Those that are still to come, or on stage.
    pub(super) to_come: usize,
}

/// What the columns of the run order have to hold, but for the line of the project that is up next.
#[derive(Debug, Clone, Default)]
pub(super) struct Measures {
    /// The columns of the longest number.
    pub(super) id: usize,
    /// The stages that there are.
    pub(super) stages: BTreeSet<Stage>,
    /// The columns of the longest name of who waits, in Chinese and English.
    pub(super) names: (usize, usize),
    /// The columns of the longest score.
    pub(super) score: usize,
    /// Whether sheets are counted on a line.
    pub(super) counts_sheets: bool,
}

impl Seen {
    pub(super) fn of(view: HostView) -> Self {
        let is_waiting = |line: &OrderLine| line.stage == Stage::Waiting;
        let ids = view.order.iter().map(|line| line.project.id.clone());
        let places = ids.zip(0..).collect();
        let deck = view.order.iter().position(is_waiting);
        let uncalled = view.order.iter().filter(|line| is_waiting(line)).count();
        let mut progress = BTreeMap::<_, Progress>::new();
        for line in view.order.iter().filter(|line| !line.stage.is_out()) {
            let group = progress.entry(line.project.group.clone()).or_default();
            group.of += 1;
            group.to_come += usize::from(is_waiting(line) || line.stage.is_on_stage());
        }
        let measures = Measures::of(&view, deck);
        Self { view, places, deck, uncalled, progress, measures }
    }

    /// Where a project stands in the run order, from 0.
    pub(super) fn place(&self, project: &ProjectId) -> Option<usize> {
        self.places.get(project).copied()
    }

    /// The line of a project in the run order.
    pub(super) fn line_of(&self, project: &ProjectId) -> Option<&OrderLine> {
        self.order.get(self.place(project)?)
    }

    /// The project that is up after the one on stage (候场).
    pub(super) fn on_deck(&self) -> Option<&OrderLine> {
        self.order.get(self.deck?)
    }

    /// How far a group is in this room.
    pub(super) fn progress(&self, group: &GroupId) -> Progress {
        self.progress.get(group).copied().unwrap_or_default()
    }

    /// Whether anybody is still to come, or on stage.
    pub(super) fn is_going_on(&self) -> bool {
        self.progress.values().any(|it| 0 < it.to_come)
    }
}

impl Measures {
    fn of(view: &HostView, deck: Option<usize>) -> Self {
        let mut measures = Self::default();
        for (place, line) in view.order.iter().enumerate() {
            measures.id = measures.id.max(width(line.project.id.as_str()));
            let score = line.score.map(|it| width(&it.to_string()));
            measures.score = measures.score.max(score.unwrap_or_default());
            measures.counts_sheets |= line.score.is_none() && counts_sheets(line.stage);
            if deck != Some(place) {
                measures.stages.insert(line.stage);
            }
            if line.stage == Stage::Waiting {
                let (zh, en) = line.project.name.both();
                let (longest_zh, longest_en) = measures.names;
                measures.names = (longest_zh.max(width(zh)), longest_en.max(width(en)));
            }
        }
        measures
    }
}

/// Whether a project of this stage is told with how many sheets are in.
pub(super) fn counts_sheets(stage: Stage) -> bool {
    stage.takes_sheets() || stage == Stage::Locked
}

impl Deref for Seen {
    type Target = HostView;

    fn deref(&self) -> &HostView {
        &self.view
    }
}
