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
//! - of a seat's sheets the highest revision counts: `the_highest_revision_counts`;
//! - a terminal's sheet and a paper one never both count: `a_terminal_s_sheet_and_a_paper_one_never_both_count`.
//!
//! Not here, on purpose: the time (`crate::clock`), ids of wishes and who has been answered
//! (`crate::hub`), what an audience may know (`crate::protocol`), and words (`crate::words`).

mod agenda;
mod agreement;
mod alarm;
mod awards;
mod bulletin;
mod ceremony;
mod component;
mod countdown;
mod decide;
mod deduction;
mod draw;
mod exact;
mod fact;
mod hall;
mod ids;
mod keying;
mod marks;
mod one_judge;
mod plan;
mod projects;
mod proposal;
mod ranking;
mod rankings;
mod recipe;
mod refusal;
mod results;
mod rights;
mod robustness;
mod rubric;
mod ruling;
mod run;
mod score;
mod scoring;
mod seal;
mod seat;
mod seat_state;
mod selection;
mod session;
mod sheet;
pub(crate) mod side_by_side;
mod stage;
pub(crate) mod tagged;
mod tally;
mod text;
mod time;
mod untallied;
mod variant;
mod wish;

pub use agenda::Agenda;
pub use agreement::Agreement;
pub use alarm::{Alarm, AlarmKind, alarms};
pub use bulletin::{Bulletin, Correction, Placed};
pub use ceremony::{CeremonyStep, ceremony};
pub use component::{Carry, Panel};
pub use countdown::{Countdown, CountdownState};
pub use decide::decide;
pub use deduction::{Deduction, DeductionRule};
pub use draw::{Draw, DrawMethod, DrawnOrder, commitment, draw_order};
pub use exact::Exact;
pub use fact::Fact;
pub use hall::{Audience, Hall, LONGEST_MESSAGE, LastStep, Message, Pause, Scene, UNDO_WITHIN};
pub use ids::{
    ComponentId, CriterionId, DeductionId, GroupId, LONGEST_ID, PanelId, ProjectId, RoomId, SeatId,
};
pub use keying::{Differing, Keyed, Keyer, Keying, LONGEST_NAME, MOST_KEYINGS, Paper, Permission};
pub use marks::Marks;
pub use one_judge::OneJudge;
pub use plan::{GroupPlan, Plan, timetable};
pub use projects::Projects;
pub use proposal::{Act, MOST_PROPOSALS, Proposal};
pub use ranking::Contender;
pub use recipe::{Ingredients, Recipe};
pub use refusal::Refusal;
pub use results::{Entries, GroupResults, Reason, Results, Standing, Unranked};
pub use rights::{RIGHTS, may_ask};
pub use robustness::{Change, Field, Firmness, Outcome, Robustness, Scope, Unscored};
pub use rubric::{Band, Criterion, Rubric};
pub use ruling::Ruling;
pub use run::Run;
pub use score::{Carried, PanelScore, Score};
pub use scoring::{
    AwardTies, Below, DropBy, MOST_DECIMALS, Method, NoTieRule, RankBy, RoundAt, Rounding, Scoring,
    TieRule,
};
pub use seal::{NotASeal, Seal};
pub use seat::{NoSeat, Role, Seat};
pub use seat_state::{SeatMark, SeatState, SeatWord};
pub use selection::Selection;
pub use session::{
    AtZero, Award, Backfill, Break, EntrantKind, Group, JudgeSeat, Project, Recusal, ReleasePolicy,
    Reveal, Room, Safeguards, Session, Timing,
};
pub use sheet::{MOST_REVISIONS, Sheet};
pub use stage::{Phase, Stage};
pub use tally::{Dropped, MOST_SHEETS, Tally, can_be_tallied, tally};
pub use text::Text;
pub use time::{At, Ms};
pub use untallied::Untallied;
pub use variant::{Family, Variant};
pub use wish::Wish;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use rankings::Rankings;

/// Everything the facts add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    session: Arc<Session>,
    rehearsal: bool,
    /// Shared with the contest before a turn of the desk's, but for those that have gone on since.
    runs: HashMap<ProjectId, Arc<Run>>,
    halls: BTreeMap<RoomId, Hall>,
    released: Vec<ProjectId>,
    rulings: Vec<(GroupId, Ruling)>,
    proposals: Vec<Proposal>,
    proposed: u32,
    /// The proposals that wait no more, by their numbers, and whether they were agreed to.
    settled: BTreeMap<u32, (Proposal, bool)>,
    bulletins: Vec<Bulletin>,
    /// The frozen groups, with what had been released when they were.
    frozen: BTreeMap<GroupId, BTreeSet<ProjectId>>,
    ceremonies: BTreeMap<GroupId, u32>,
    /// The generation of every pass that has been changed, by the pass's name.
    passes: BTreeMap<String, u32>,
    /// What has been asked for of all this.
    rankings: Rankings,
}

impl Contest {
    /// A contest at its first moment, and no rehearsal.
    pub fn new(session: Arc<Session>) -> Self {
        let of_room = |room: &Room| {
            let run = |id: &ProjectId| (id.clone(), Arc::new(Run::new(id, Some(room))));
            room.order.iter().map(run).collect::<Vec<_>>()
        };
        let runs = session.rooms.iter().flat_map(of_room).collect();
        let hall = |room: &Room| Hall { order: room.order.clone(), ..Hall::default() };
        let halls = session.rooms.iter().map(|it| (it.id.clone(), hall(it))).collect();
        let rankings = Rankings::of(&session.groups);
        Self {
            session,
            rehearsal: false,
            runs,
            halls,
            released: Vec::new(),
            rulings: Vec::new(),
            proposals: Vec::new(),
            proposed: 0,
            settled: BTreeMap::new(),
            bulletins: Vec::new(),
            frozen: BTreeMap::new(),
            ceremonies: BTreeMap::new(),
            passes: BTreeMap::new(),
            rankings,
        }
    }

    /// The same as an opening begins it.
    pub fn opened(session: Arc<Session>, rehearsal: bool) -> Self {
        Self { rehearsal, ..Self::new(session) }
    }

    /// Folds one stored fact, with the instant of its record, into the state.
    ///
    /// A fact about a project that does not take part changes nothing.
    pub fn apply(&mut self, at: At, fact: &Fact) {
        match fact {
            Fact::Opened { session, rehearsal, .. } => {
                *self = Self::opened(Arc::clone(session), *rehearsal);
            }
            Fact::Frozen { group } => {
                let released = self.released.iter().cloned().collect();
                self.frozen.insert(group.clone(), released);
                self.rankings.forget(group);
            }
            Fact::Thawed { group } => {
                self.frozen.remove(group);
                self.rankings.forget(group);
            }
            Fact::CeremonyAt { group, step: Some(step) } => {
                self.ceremonies.insert(group.clone(), *step);
            }
            Fact::CeremonyAt { group, step: None } => _ = self.ceremonies.remove(group),
            Fact::Ruled { group, ruling } => {
                self.rulings.push((group.clone(), ruling.clone()));
                self.rankings.forget(group);
            }
            Fact::Proposed { number, act, reason, by } => {
                let (number, by) = (*number, *by);
                let (act, reason) = (act.clone(), reason.clone());
                self.proposals.push(Proposal { number, act, reason, by, at });
                self.proposed = self.proposed.max(number);
            }
            Fact::Agreed { number } | Fact::Declined { number, .. } => {
                let is_agreed = matches!(fact, Fact::Agreed { .. });
                let ended = self.proposals.extract_if(.., |proposal| proposal.number == *number);
                self.settled.extend(ended.map(|proposal| (*number, (proposal, is_agreed))));
            }
            Fact::PassChanged { seat, generation, .. } => {
                self.passes.insert(seat.pass_name(), *generation);
            }
            Fact::Corrected { bulletin } => {
                self.bulletins.push(bulletin.clone());
                // Its steps are of another ranking now: whoever holds it begins it anew.
                self.ceremonies.remove(&bulletin.group);
            }
            _ => {
                if let Some(hall) = fact.room().and_then(|room| self.halls.get_mut(room)) {
                    hall.apply(at, fact);
                }
                if let Some(project) = fact.project() {
                    self.apply_to_project(at, fact, project);
                }
            }
        }
    }

    fn apply_to_project(&mut self, at: At, fact: &Fact, project: &ProjectId) {
        match fact {
            Fact::Released { .. } => self.released.push(project.clone()),
            Fact::Disqualified { .. } => self.released.retain(|it| it != project),
            Fact::Backfilled { by, .. } => {
                let run = Run::new(by, self.room_of(project));
                self.runs.insert(by.clone(), Arc::new(run));
                self.forget_ranking_of(by);
            }
            _ => (),
        }
        let length = match fact {
            Fact::CalledUp { .. } => self.length(project, Phase::Presentation),
            Fact::PhaseBegan { phase, .. } => self.length(project, *phase),
            _ => None,
        };
        if self.go_on(at, fact, project, length) {
            self.forget_ranking_of(project);
        }
    }

    /// Lets a project go on and its room see it, and says whether its group's ranking may hang on that.
    fn go_on(&mut self, at: At, fact: &Fact, project: &ProjectId, length: Option<Ms>) -> bool {
        let Some(run) = self.runs.get_mut(project) else { return true };
        let before = run.bearing();
        let hall = run.room.as_ref().and_then(|room| self.halls.get_mut(room));
        match (hall, fact) {
            (None, _) => (),
            (Some(hall), Fact::Undone { .. }) => {
                if let Some(before) = hall.undo() {
                    Arc::make_mut(run).undo(&before);
                }
            }
            (Some(hall), fact) => {
                hall.note(at, fact, project, run);
                self.proposals.retain(|it| !it.act.is_over_with(fact));
                Arc::make_mut(run).apply(at, fact, length);
            }
        }
        let after = run.bearing();
        after.is_none() || after != before
    }

    fn forget_ranking_of(&mut self, project: &ProjectId) {
        if let Some(group) = self.session.group_of(project) {
            self.rankings.forget(&group.id);
        }
    }

    /// The definition of the final.
    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// Whether it is a rehearsal, whose results count for nothing.
    pub fn is_rehearsal(&self) -> bool {
        self.rehearsal
    }

    /// The projects of a group that take part: its finalists, and those that have moved up.
    pub fn projects_of<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = &'a Project> {
        let all = self.session.projects.iter();
        all.filter(move |it| it.group == *group && self.runs.contains_key(&it.id))
    }

    /// The run order (路演顺序) of a room as it is now.
    pub fn order(&self, room: &RoomId) -> &[ProjectId] {
        self.hall(room).map_or(&[], |hall| hall.order.as_slice())
    }

    /// The room a project pitches in.
    pub fn room_of(&self, project: &ProjectId) -> Option<&Room> {
        self.session.room(self.run(project)?.room.as_ref()?)
    }

    /// How far a project has come; `None` for one that does not take part.
    pub fn run(&self, project: &ProjectId) -> Option<&Run> {
        self.runs.get(project).map(AsRef::as_ref)
    }

    /// Where a project is; `waiting` for one that does not take part.
    pub fn stage_of(&self, project: &ProjectId) -> Stage {
        self.run(project).map(|run| run.stage).unwrap_or_default()
    }

    /// The project that was called up last in a room, on stage or just off it.
    pub fn called(&self, room: &RoomId) -> Option<&ProjectId> {
        self.hall(room)?.called.as_ref()
    }

    /// A room's evening.
    pub fn hall(&self, room: &RoomId) -> Option<&Hall> {
        self.halls.get(room)
    }

    /// Of a frozen group the projects that had been released when it was; `None` where it is not.
    pub fn frozen(&self, group: &GroupId) -> Option<&BTreeSet<ProjectId>> {
        self.frozen.get(group)
    }

    /// How many steps of a group's ceremony have been revealed; `None` while there is none.
    pub fn ceremony(&self, group: &GroupId) -> Option<u32> {
        self.ceremonies.get(group).copied()
    }

    /// The released projects, in the order of their release.
    pub fn released(&self) -> &[ProjectId] {
        &self.released
    }

    /// What the jury chair has decided about ties in a group, oldest first.
    pub fn rulings_of(&self, group: &GroupId) -> Vec<Ruling> {
        let own = self.rulings.iter().filter(|(of, _)| of == group);
        own.map(|(_, ruling)| ruling.clone()).collect()
    }

    /// The acts that wait for a second person, oldest first.
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// What has been corrected after its release, oldest first.
    pub fn bulletins(&self) -> &[Bulletin] {
        &self.bulletins
    }

    /// The seats of a project's panel whose sheet is waited for.
    pub fn missing(&self, project: &ProjectId) -> BTreeSet<SeatId> {
        self.run(project).map(Run::missing).unwrap_or_default()
    }

    /// The generation of every pass that has been changed, by [`Seat::pass_name`].
    pub fn passes(&self) -> &BTreeMap<String, u32> {
        &self.passes
    }

    /// Which of its passes a seat has now; 0 is the first.
    pub fn generation(&self, seat: &Seat) -> u32 {
        self.passes.get(&seat.pass_name()).copied().unwrap_or_default()
    }

    /// The rooms in which a fact is seen.
    pub fn rooms_of(&self, fact: &Fact) -> Vec<RoomId> {
        let of_group = |group: &GroupId| {
            let all = self.session.rooms.iter().map(|room| &room.id);
            let holds = |room: &&RoomId| {
                self.projects_of(group).any(|it| self.order(room).contains(&it.id))
            };
            all.filter(holds).cloned().collect()
        };
        match fact {
            Fact::Ruled { group, .. }
            | Fact::Frozen { group }
            | Fact::Thawed { group }
            | Fact::CeremonyAt { group, .. } => of_group(group),
            Fact::Corrected { bulletin } => of_group(&bulletin.group),
            Fact::PassChanged { seat, .. } | Fact::SeatHandedOver { seat, .. } => {
                seat.room().cloned().into_iter().collect()
            }
            Fact::Opened { .. } | Fact::Agreed { .. } | Fact::Declined { .. } => {
                self.session.rooms.iter().map(|room| room.id.clone()).collect()
            }
            _ => {
                let of_project = || Some(&self.room_of(fact.project()?)?.id);
                fact.room().or_else(of_project).cloned().into_iter().collect()
            }
        }
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

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
