//! Putting projects into an order: those that wait, or those of a tie that the chair has decided.

use std::collections::VecDeque;

use crate::{
    contest::{GroupId, ProjectId, RoomId, Stage, Wish},
    protocol::views::{RuledLine, TieLine},
    tui::host::seen::Seen,
};

/// Projects that are being put into order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sort {
    /// What they are sorted for.
    pub(super) of: Sorted,
    /// The projects, first or best first.
    pub(super) projects: Vec<ProjectId>,
    /// Whether a place is shared with the one before it; the first never is.
    pub(super) shared: Vec<bool>,
    /// The line under the cursor.
    pub(super) at: usize,
    /// Whether the project under the cursor goes with it.
    pub(super) held: bool,
}

/// What projects are sorted for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sorted {
    /// The run order of a room; with the whole of it as it was.
    Waiting(RoomId, Vec<(ProjectId, Stage)>),
    /// The places of a tie in a group; as the chair has decided before, if so.
    Tie(GroupId, Option<Vec<Vec<ProjectId>>>),
}

impl Sort {
    /// The projects that wait, one of them in hand; `None` where there is no other.
    pub(super) fn waiting(view: &Seen, project: &ProjectId) -> Option<Self> {
        let order: Vec<_> =
            view.order.iter().map(|line| (line.project.id.clone(), line.stage)).collect();
        let waits = order.iter().filter(|(_, stage)| *stage == Stage::Waiting);
        let projects: Vec<_> = waits.map(|(id, _)| id.clone()).collect();
        let at = projects.iter().position(|id| id == project)?;
        let shared = vec![false; projects.len()];
        let of = Sorted::Waiting(view.room.id.clone(), order);
        (1 < projects.len()).then_some(Self { of, projects, shared, at, held: true })
    }

    /// The projects of a tie.
    pub(super) fn tie(tie: &TieLine) -> Self {
        let (projects, shared) = (tie.projects.clone(), vec![false; tie.projects.len()]);
        Self { of: Sorted::Tie(tie.group.clone(), None), projects, shared, at: 0, held: false }
    }

    /// The projects of a tie that has been decided, in that order.
    pub(super) fn ruled(line: &RuledLine) -> Self {
        let of = Sorted::Tie(line.group.clone(), Some(line.order.clone()));
        let shared = |place: &Vec<ProjectId>| (0..place.len()).map(|nth| 0 < nth);
        let shared = line.order.iter().flat_map(shared).collect();
        Self { of, projects: line.projects().cloned().collect(), shared, at: 0, held: false }
    }

    /// Moves the cursor by so many lines, and with it the project in hand.
    pub(super) fn go(&mut self, by: isize) {
        let last = self.projects.len().saturating_sub(1);
        let to = self.at.saturating_add_signed(by).min(last);
        if self.held && self.at < self.projects.len() {
            let project = self.projects.remove(self.at);
            self.projects.insert(to, project);
        }
        self.at = to;
    }

    /// Takes the project under the cursor in hand, or lets it go.
    pub(super) fn hold(&mut self) {
        self.held = !self.held;
    }

    /// Whether places can be shared.
    pub(super) fn is_tie(&self) -> bool {
        matches!(self.of, Sorted::Tie(..))
    }

    /// Lets the project under the cursor share the place before it, or not; in a tie only.
    pub(super) fn share(&mut self) {
        if self.is_tie()
            && 0 < self.at
            && let Some(shared) = self.shared.get_mut(self.at)
        {
            *shared = !*shared;
        }
    }

    /// The wish it comes to, its reason still empty; `None` where nothing is changed.
    pub(super) fn wish(&self) -> Option<Wish> {
        let reason = String::new();
        match &self.of {
            Sorted::Waiting(room, before) => {
                let mut sorted: VecDeque<_> = self.projects.iter().cloned().collect();
                let next = |(id, stage): &(ProjectId, Stage)| match stage {
                    Stage::Waiting => sorted.pop_front().unwrap_or_else(|| id.clone()),
                    _ => id.clone(),
                };
                let order: Vec<_> = before.iter().map(next).collect();
                let is_new = before.iter().map(|(id, _)| id).ne(&order);
                is_new.then(|| Wish::Reorder { room: room.clone(), order, reason })
            }
            Sorted::Tie(group, before) => {
                let mut order: Vec<Vec<ProjectId>> = Vec::new();
                for (project, shared) in self.projects.iter().zip(&self.shared) {
                    match order.last_mut().filter(|_| *shared) {
                        Some(place) => place.push(project.clone()),
                        None => order.push(vec![project.clone()]),
                    }
                }
                let is_new = before.as_ref() != Some(&order);
                is_new.then(|| Wish::Rule { group: group.clone(), order, reason })
            }
        }
    }
}
