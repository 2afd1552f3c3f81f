//! The contest as a pure state machine: wishes in, facts out; no clock, no I/O, no async, no words.
//!
//! A [`Wish`] is what somebody asks for and a [`Fact`] is what happened. [`decide()`] checks a wish
//! against the state and answers with facts or a [`Refusal`]. [`Contest::apply`] folds one fact into
//! the state; it returns nothing because a fact, once decided and stored, can no longer be refused.
//! A wish that already holds is granted with no facts at all, so a double press is harmless.
//!
//! What always holds, and the test that guards it:
//!
//! - replaying the facts rebuilds the very same state: `replay_rebuilds_the_state`;
//! - a step that is offered can be taken: `every_step_offered_can_be_taken`;
//! - one project at a time has a room's stage: `one_project_at_a_time_has_the_stage`;
//! - a missing sheet is left out and never zero: `a_missing_sheet_is_never_a_zero`;
//! - of a seat's sheets the highest revision counts: `the_highest_revision_counts`.
//!
//! Not here, on purpose: the time (`crate::clock`), ids of wishes and who has been answered
//! (`crate::hub`), what an audience may know (`crate::protocol`), and words (`crate::words`).

mod agenda;
mod agreement;
mod alarm;
mod awards;
mod component;
mod countdown;
mod decide;
mod deduction;
mod draw;
mod exact;
mod fact;
mod ids;
mod ranking;
mod recipe;
mod refusal;
mod results;
mod robustness;
mod rubric;
mod ruling;
mod score;
mod scoring;
mod seat;
mod session;
mod sheet;
mod stage;
mod tally;
mod text;
mod time;
mod untallied;
mod variant;
mod wish;

pub use agenda::Agenda;
pub use agreement::Agreement;
pub use alarm::{Alarm, AlarmKind, alarms};
pub use component::{Carry, Panel};
pub use countdown::{Countdown, CountdownState};
pub use decide::decide;
pub use deduction::{Deduction, DeductionRule};
pub use draw::{Draw, DrawMethod, DrawnOrder};
pub use exact::Exact;
pub use fact::Fact;
pub use ids::{ComponentId, CriterionId, DeductionId, GroupId, PanelId, ProjectId, RoomId, SeatId};
pub use ranking::Contender;
pub use recipe::{Ingredients, Recipe};
pub use refusal::Refusal;
pub use results::{Entries, GroupResults, Reason, Results, Standing, Unranked};
pub use robustness::{Change, Field, Firmness, Outcome, Robustness, Scope, Unscored};
pub use rubric::{Band, Criterion, Marks, Rubric};
pub use ruling::Ruling;
pub use score::{Carried, PanelScore, Score};
pub use scoring::{
    AwardTies, Below, DropBy, MOST_DECIMALS, Method, NoTieRule, RankBy, RoundAt, Rounding, Scoring,
    TieRule,
};
pub use seat::{NoSeat, Role, Seat};
pub use session::{
    AtZero, Award, Backfill, Break, EntrantKind, Group, JudgeSeat, Project, Recusal, Room, Session,
    Timing,
};
pub use sheet::Sheet;
pub use stage::{Phase, Stage};
pub use tally::{Dropped, MOST_SHEETS, Tally, can_be_tallied, tally};
pub use text::Text;
pub use time::{At, Ms};
pub use untallied::Untallied;
pub use variant::{Family, Variant};
pub use wish::Wish;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Everything the facts add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    session: Arc<Session>,
    runs: BTreeMap<ProjectId, Run>,
    orders: BTreeMap<RoomId, Vec<ProjectId>>,
    called: BTreeMap<RoomId, ProjectId>,
    released: Vec<ProjectId>,
}

/// How far one project has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// Where it is in its life.
    pub stage: Stage,
    /// The clock of its phase; `None` where no phase has one.
    pub clock: Option<Countdown>,
    /// The latest sheet of every seat that has handed one in.
    pub sheets: BTreeMap<SeatId, Sheet>,
    /// The seats that had no sheet when scoring was closed.
    pub without: BTreeSet<SeatId>,
    /// Why it is absent or withdrawn.
    pub reason: Option<String>,
    /// What has been taken off its score.
    pub deductions: Vec<Deduction>,
}

impl Contest {
    /// A contest at its first moment.
    pub fn new(session: Arc<Session>) -> Self {
        let finalists = session.projects.iter().filter(|it| it.reserve.is_none());
        let runs = finalists.map(|it| (it.id.clone(), Run::default())).collect();
        let orders = session.rooms.iter().map(|it| (it.id.clone(), it.order.clone())).collect();
        Self { session, runs, orders, called: BTreeMap::new(), released: Vec::new() }
    }

    /// Folds one stored fact, with the instant of its record, into the state.
    ///
    /// A fact about a project that the session does not have changes nothing.
    pub fn apply(&mut self, at: At, fact: &Fact) {
        if let Fact::Opened { session } = fact {
            *self = Self::new(Arc::new((**session).clone()));
        }
        let Some(project) = fact.project() else { return };
        let length = match fact {
            Fact::CalledUp { .. } => self.length(project, Phase::Presentation),
            Fact::PhaseBegan { phase, .. } => self.length(project, *phase),
            _ => None,
        };
        match fact {
            Fact::CalledUp { .. } => {
                if let Some(room) = self.room_of(project).map(|room| room.id.clone()) {
                    self.called.insert(room, project.clone());
                }
            }
            Fact::Released { .. } => self.released.push(project.clone()),
            _ => (),
        }
        if let Some(run) = self.runs.get_mut(project) {
            run.apply(at, fact, length);
        }
    }

    /// The definition of the final.
    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// The projects of a group that take part: its finalists, and those that have moved up.
    pub fn projects_of<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = &'a Project> {
        let all = self.session.projects.iter();
        all.filter(move |it| it.group == *group && self.runs.contains_key(&it.id))
    }

    /// The run order (路演顺序) of a room as it is now.
    pub fn order(&self, room: &RoomId) -> &[ProjectId] {
        self.orders.get(room).map_or(&[], Vec::as_slice)
    }

    /// The room a project pitches in.
    pub fn room_of(&self, project: &ProjectId) -> Option<&Room> {
        self.session.rooms.iter().find(|room| self.order(&room.id).contains(project))
    }

    /// How far a project has come; `None` for one that does not take part.
    pub fn run(&self, project: &ProjectId) -> Option<&Run> {
        self.runs.get(project)
    }

    /// The project that was called up last in a room, on stage or just off it.
    pub fn called(&self, room: &RoomId) -> Option<&ProjectId> {
        self.called.get(room)
    }

    /// The released projects, in the order of their release.
    pub fn released(&self) -> &[ProjectId] {
        &self.released
    }

    /// The seats of a project's panel that have not handed in a sheet.
    pub fn missing(&self, project: &ProjectId) -> BTreeSet<SeatId> {
        let (Some(room), Some(run)) = (self.room_of(project), self.run(project)) else {
            return BTreeSet::new();
        };
        let seats = room.judges.iter().map(|judge| &judge.id);
        seats.filter(|seat| !run.sheets.contains_key(*seat)).cloned().collect()
    }

    /// How long a phase of a project takes; `None` when it has no such phase.
    fn length(&self, project: &ProjectId, phase: Phase) -> Option<Ms> {
        let group = self.session.group_of(project)?;
        match phase {
            Phase::Presentation => Some(group.timing.presentation),
            Phase::Questions => group.timing.questions,
            Phase::Scoring => group.rubric.as_ref().map(|_| group.timing.scoring),
        }
    }
}

impl Run {
    /// The marks of every sheet that counts.
    pub fn counted(&self) -> impl Iterator<Item = (&SeatId, &Marks)> {
        self.sheets.iter().map(|(seat, sheet)| (seat, &sheet.marks))
    }

    fn apply(&mut self, at: At, fact: &Fact, length: Option<Ms>) {
        match fact {
            Fact::Opened { .. } => (),
            Fact::CalledUp { .. } => {
                self.enter(Stage::CalledUp, length);
                self.reason = None;
            }
            Fact::PhaseBegan { phase, .. } => self.enter(phase.stage(), length),
            Fact::ClockStarted { .. }
            | Fact::ClockResumed { .. }
            | Fact::ClockPaused { .. }
            | Fact::TimeAdded { .. } => {
                if let Some(clock) = &mut self.clock {
                    clock.apply(at, fact);
                }
            }
            Fact::Finished { .. } => self.enter(Stage::Shown, None),
            Fact::SheetSubmitted { seat, revision, marks, .. } => {
                let sheet = Sheet { revision: *revision, marks: marks.clone(), at };
                self.sheets.insert(seat.clone(), sheet);
            }
            Fact::Locked { without, .. } => {
                self.enter(Stage::Locked, None);
                self.without.clone_from(without);
            }
            Fact::Released { .. } => self.enter(Stage::Released, None),
            Fact::MarkedAbsent { reason, .. } => self.leave(Stage::Absent, reason),
            Fact::Withdrawn { reason, .. } => self.leave(Stage::Withdrawn, reason),
        }
    }

    fn enter(&mut self, stage: Stage, length: Option<Ms>) {
        self.stage = stage;
        self.clock = length.map(Countdown::new);
    }

    fn leave(&mut self, stage: Stage, reason: &str) {
        self.enter(stage, None);
        self.reason = Some(reason.to_owned());
    }
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
