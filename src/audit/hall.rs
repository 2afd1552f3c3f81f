//! One room's evening, as far as it says what can happen next: the run order, the break, and the host's
//! last step while it can be undone.

use super::{definition::Room, fact::Body, run::Run};

/// For how long a step can be undone, in milliseconds.
const UNDO_WITHIN: i64 = 10_000;

/// One room's evening.
#[derive(Debug, Clone)]
pub(super) struct Hall {
    /// The run order as it is now.
    pub(super) order: Vec<String>,
    /// Whether a break is being held.
    pub(super) on_break: bool,
    /// When the last break ended, until a step has been taken.
    ended: Option<i64>,
    /// The wish by which a project was moved last, and the project.
    pub(super) moved: Option<(Option<String>, String)>,
    /// The host's last step with a project and its clock, until something else comes to that project
    /// than sheets and recusals, or a break begins.
    step: Option<Step>,
}

/// What a step has changed.
#[derive(Debug, Clone)]
pub(super) struct Step {
    at: i64,
    pub(super) project: String,
    /// How far the project had come.
    pub(super) before: Run,
    /// Whether the step has ended a break.
    was_break: bool,
}

impl Hall {
    pub(super) fn new(room: &Room) -> Self {
        let order = room.order.clone();
        Self { order, on_break: false, ended: None, moved: None, step: None }
    }

    pub(super) fn begin_break(&mut self) {
        self.on_break = true;
        self.step = None;
    }

    pub(super) fn end_break(&mut self, at: i64) {
        self.on_break = false;
        self.ended = Some(at);
    }

    /// A project from the reserve comes right behind the one whose place it takes.
    pub(super) fn fill(&mut self, project: &str, by: &str) {
        if let Some(place) = self.order.iter().position(|it| it == project) {
            self.order.insert(place + 1, by.to_owned());
        }
    }

    /// Keeps what a step with the clock changes. The steps of one instant are undone together.
    pub(super) fn remember(&mut self, body: &Body, project: &str, run: &Run) {
        let (fact, at) = (&body.fact, body.at);
        let own = self.step.as_ref().filter(|it| it.project == project);
        if fact.is_a_step() {
            if own.is_none_or(|it| it.at != at) {
                let (project, before) = (project.to_owned(), run.clone());
                let was_break = self.ended.take() == Some(at);
                self.step = Some(Step { at, project, before, was_break });
            }
        } else if own.is_some() && !fact.leaves_a_step() {
            self.step = None;
        }
    }

    /// The step that can be undone, with whether its time is over.
    pub(super) fn last_step(&self, project: &str, now: i64) -> Option<(&Step, bool)> {
        let step = self.step.as_ref().filter(|it| it.project == project)?;
        Some((step, now.saturating_sub(step.at) > UNDO_WITHIN))
    }

    /// Undoes the last step: how far its project had come.
    pub(super) fn undo(&mut self) -> Option<Run> {
        let step = self.step.take()?;
        self.on_break |= step.was_break;
        Some(step.before)
    }
}
