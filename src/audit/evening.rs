//! The evening that the records add up to, folded by `docs/rules.md` and `docs/journal.md` and by none
//! of the engine's code; and whether each record can have happened where it stands.
//!
//! Not here: what clocks and screens show. No score hangs on it.

use std::collections::BTreeMap;

use super::{
    Flaw,
    bulletin::Pending,
    definition::{Group, Session},
    fact::{Body, Fact},
    flaw::Why,
    run::{Run, Seat},
    state::State,
    two_persons::Acts,
};

/// What the records add up to.
#[derive(Debug, Clone)]
pub struct Evening {
    pub(super) session: Session,
    pub(super) state: State,
    pub(super) acts: Acts,
    /// What changed a released result, until its bulletin.
    pub(super) pending: Option<Pending>,
    pub(super) bulletins: Vec<super::fact::Bulletin>,
    /// Of every room the last step with a project and its clock, with how far that had come before.
    steps: BTreeMap<String, (i64, String, Run)>,
    pub(super) locks: usize,
    is_rehearsal: bool,
}

/// One record: its number and what it says.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) record: u64,
    pub(super) body: &'a Body,
}

impl At<'_> {
    pub(super) fn impossible(self, why: Why, about: &str) -> Flaw {
        Flaw::Impossible { record: self.record, why, about: about.to_owned() }
    }
}

impl Evening {
    /// At the moment of its opening.
    fn new(session: Session, is_rehearsal: bool) -> Self {
        let runs = session.rooms.iter().flat_map(|room| {
            room.order.iter().map(|project| (project.clone(), Run::new(project, room)))
        });
        let state = State { runs: runs.collect(), rulings: Vec::new() };
        Self {
            session,
            state,
            acts: Acts::default(),
            pending: None,
            bulletins: Vec::new(),
            steps: BTreeMap::new(),
            locks: 0,
            is_rehearsal,
        }
    }

    /// Takes in the next record; `evening` is nothing before the first.
    ///
    /// # Errors
    ///
    /// When it is not understood, or cannot have happened there.
    pub fn take(evening: &mut Option<Self>, record: u64, body: &[u8]) -> Result<Body, Flaw> {
        let body: Body = serde_json::from_slice(body)
            .map_err(|cause| Flaw::NotUnderstood { record, detail: cause.to_string() })?;
        let at = At { record, body: &body };
        match (&mut *evening, &body.fact) {
            (None, Fact::Opened { session, rehearsal }) => {
                let opened = Self::new((**session).clone(), *rehearsal);
                opened.must_be_of_one_kind(at)?;
                *evening = Some(opened);
            }
            (None, _) | (Some(_), Fact::Opened { .. }) => {
                return Err(at.impossible(Why::Opening, ""));
            }
            (Some(evening), _) => evening.fold(at)?,
        }
        Ok(body)
    }

    /// What must be said when there are no more records.
    ///
    /// # Errors
    ///
    /// When the last one changed a released result and no bulletin followed.
    pub fn finish(&self) -> Result<(), Flaw> {
        self.pending.as_ref().map_or(Ok(()), |it| Err(Flaw::NoBulletin { record: it.record }))
    }

    /// The definition that it was opened with.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether it is a rehearsal, as its opening says; then every record says so.
    pub fn is_rehearsal(&self) -> bool {
        self.is_rehearsal
    }

    fn must_be_of_one_kind(&self, at: At<'_>) -> Result<(), Flaw> {
        let is_so = at.body.rehearsal == self.is_rehearsal;
        if is_so { Ok(()) } else { Err(at.impossible(Why::Rehearsal, "")) }
    }

    /// How many locks there were, each with the score that it recorded.
    pub fn locks(&self) -> usize {
        self.locks
    }

    /// How many bulletins there were.
    pub fn bulletins(&self) -> usize {
        self.bulletins.len()
    }

    fn fold(&mut self, at: At<'_>) -> Result<(), Flaw> {
        self.must_be_of_one_kind(at)?;
        self.expect_bulletin(at)?;
        self.remember(at.body);
        if let Some(project) = at.body.fact.project() {
            self.acts.end_release(project);
        }
        match &at.body.fact {
            Fact::Opened { .. } | Fact::Sealed { .. } | Fact::OrderChanged => Ok(()),
            Fact::BreakBegan { room } => {
                self.steps.remove(room);
                Ok(())
            }
            Fact::Proposed { .. } | Fact::Agreed { .. } | Fact::Declined { .. } => {
                self.acts.note(at)
            }
            Fact::Ruled { group, ruling } => {
                self.state.rulings.push((group.clone(), ruling.clone()));
                Ok(())
            }
            Fact::Corrected { bulletin } => self.check_bulletin(at, bulletin),
            Fact::Undone { project } => self.undo(at, project),
            Fact::Backfilled { project, by } => self.backfill(at, project, by),
            Fact::Locked { project, without, sheets, score } => {
                let score = score.as_ref().map(|it| &it.value);
                self.lock(at, (project, without), *sheets, score)
            }
            Fact::SheetSubmitted { project, seat, revision, marks } => {
                self.submit(at, project, seat, (*revision, marks))
            }
            Fact::SheetSealed { project, seat, revision, seal } => {
                self.seal(at, project, seat, (*revision, seal))
            }
            Fact::SheetOpened { project, seat, revision, marks, nonce } => {
                self.open(at, project, seat, (*revision, marks, nonce))
            }
            _ => self.of_project(at),
        }
    }

    /// What one project's state follows from.
    fn of_project(&mut self, at: At<'_>) -> Result<(), Flaw> {
        let fact = &at.body.fact;
        let Some(project) = fact.project() else { return Ok(()) };
        let is_co_signed = self.session.safeguards.co_signed_release;
        let run = self.run(at, project)?;
        if fact.needs_two(run.is_at("released"), is_co_signed) {
            self.acts.must_be_agreed(at)?;
        }
        let run = self.run(at, project)?;
        match fact {
            Fact::CalledUp { .. } => {
                run.enter("called-up");
                run.note = None;
            }
            Fact::PhaseBegan { phase, .. } => run.enter(phase),
            Fact::Finished { .. } => run.enter("shown"),
            Fact::Released { .. } if !run.is_at("locked") => {
                return Err(at.impossible(Why::NotLocked, project));
            }
            Fact::Released { .. } => run.enter("released"),
            Fact::MarkedAbsent { reason, .. } => {
                run.leave("absent", reason);
                run.give_back();
            }
            Fact::Withdrawn { reason, .. } => run.leave("withdrawn", reason),
            Fact::Disqualified { reason, .. } => run.leave("disqualified", reason),
            Fact::Postponed { reason, .. } => {
                run.leave("waiting", reason);
                run.give_back();
            }
            Fact::Deducted { deduction, .. } => run.deductions.push(deduction.clone()),
            Fact::DeductionRemoved { number, .. } => {
                run.deductions.retain(|it| it.number != *number);
            }
            _ => return self.of_seat(at, project),
        }
        Ok(())
    }

    /// What one seat's state follows from. Other sheets than were counted undo a lock.
    fn of_seat(&mut self, at: At<'_>, project: &str) -> Result<(), Flaw> {
        let fact = &at.body.fact;
        let Some(name) = fact.seat() else { return Ok(()) };
        if let Fact::SheetCorrected { marks, .. } = fact {
            self.must_fit(at, project, marks)?;
        }
        let run = self.run(at, project)?;
        let seat = run.seats.get_mut(name).ok_or_else(|| at.impossible(Why::Unknown, name))?;
        match fact {
            Fact::Recused { .. } => *seat = Seat::Recused,
            Fact::SeatMarked { mark, .. } if mark == "expected" => *seat = Seat::Open,
            Fact::SeatMarked { .. } => *seat = Seat::Aside,
            Fact::SheetReturned { .. } => seat.give_back(),
            Fact::SeatVoided { .. } => seat.make_void(),
            Fact::SeatRestored { .. } => seat.restore(),
            Fact::SheetCorrected { revision, marks, .. } => {
                *seat = Seat::In(*revision, marks.clone());
            }
            _ => (),
        }
        if run.is_at("locked") {
            run.enter("scoring");
        }
        Ok(())
    }

    fn backfill(&mut self, at: At<'_>, project: &str, by: &str) -> Result<(), Flaw> {
        let room = self.run(at, project)?.room.clone();
        let room = self.session.rooms.iter().find(|it| it.id == room);
        let known =
            self.session.project(by).and(room).filter(|_| !self.state.runs.contains_key(by));
        let room = known.ok_or_else(|| at.impossible(Why::Unknown, by))?;
        let run = Run::new(by, room);
        self.state.runs.insert(by.to_owned(), run);
        Ok(())
    }

    /// Keeps what a step with the clock changes, and forgets it when something else comes to that
    /// project than sheets and recusals. The steps of one instant are undone together.
    fn remember(&mut self, body: &Body) {
        let fact = &body.fact;
        let Some(project) = fact.project() else { return };
        let Some(run) = self.state.runs.get(project) else { return };
        let last = self.steps.get(&run.room);
        let is_own = last.is_some_and(|it| it.1 == project);
        if fact.is_a_step() {
            if !(is_own && last.is_some_and(|it| it.0 == body.at)) {
                let step = (body.at, project.to_owned(), run.clone());
                self.steps.insert(run.room.clone(), step);
            }
        } else if is_own && !fact.leaves_a_step() {
            let room = run.room.clone();
            self.steps.remove(&room);
        }
    }

    fn undo(&mut self, at: At<'_>, project: &str) -> Result<(), Flaw> {
        let room = self.run(at, project)?.room.clone();
        let step = self.steps.remove(&room).filter(|it| it.1 == project);
        let (.., before) = step.ok_or_else(|| at.impossible(Why::NothingToUndo, project))?;
        self.run(at, project)?.undo(before);
        Ok(())
    }

    pub(super) fn run(&mut self, at: At<'_>, project: &str) -> Result<&mut Run, Flaw> {
        self.state.runs.get_mut(project).ok_or_else(|| at.impossible(Why::Unknown, project))
    }

    pub(super) fn group_of(&self, project: &str) -> Option<&Group> {
        self.session.group(&self.session.project(project)?.group)
    }

    pub(super) fn is_released(&self, project: &str) -> bool {
        self.state.runs.get(project).is_some_and(|it| it.is_at("released"))
    }
}
