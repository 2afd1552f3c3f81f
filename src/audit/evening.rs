//! The evening that the records add up to, folded by `docs/rules.md` and `docs/journal.md` and by none
//! of the engine's code.
//!
//! Not here: whether a record can have happened where it stands (`super::authors`, `super::steps`,
//! `super::panel`, `super::rooms`), and what is left on clocks and shown on screens: no score hangs on it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{
    Flaw,
    bulletin::Pending,
    definition::{Group, Session},
    fact::{Body, Fact, Mark},
    flaw::Why,
    hall::Hall,
    paper::Alike,
    rooms::pass,
    run::{Clock, Run, Seat},
    sheets::Silent,
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
    /// The paper sheet that two have just keyed alike, until it is entered.
    pub(super) alike: Option<Alike>,
    pub(super) halls: BTreeMap<String, Hall>,
    pub(super) frozen: BTreeSet<String>,
    /// Of the groups whose ceremony has begun, how many steps have been revealed.
    pub(super) ceremonies: BTreeMap<String, usize>,
    /// The generation of every pass that has been changed.
    pub(super) passes: BTreeMap<String, u32>,
    pub(super) epoch: u32,
    pub(super) locks: usize,
    pub(super) silent: Silent,
    is_rehearsal: bool,
    /// Whether paper is keyed only where the host has allowed it.
    pub(super) needs_permission: bool,
}

/// One record: its number, what kind of fact it has, and what it says.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) record: u64,
    pub(super) kind: &'a str,
    pub(super) body: &'a Body,
}

/// The kind of a record's fact, by its own word: where several are one to the audit, they are not one to
/// who may do them and when.
#[derive(Deserialize)]
struct OfKind {
    fact: Kind,
}

#[derive(Deserialize)]
struct Kind {
    fact: String,
}

impl At<'_> {
    pub(super) fn impossible(self, why: Why, about: &str) -> Flaw {
        Flaw::Impossible { record: self.record, why, about: about.to_owned() }
    }
}

impl Evening {
    /// At the moment of its opening.
    fn new(session: Session, is_rehearsal: bool, needs_permission: bool) -> Self {
        let runs = session.rooms.iter().flat_map(|room| {
            room.order.iter().map(|project| (project.clone(), Run::new(project, room)))
        });
        let state = State { runs: runs.collect(), rulings: Vec::new() };
        let halls = session.rooms.iter().map(|room| (room.id.clone(), Hall::new(room))).collect();
        Self {
            session,
            state,
            acts: Acts::default(),
            pending: None,
            bulletins: Vec::new(),
            alike: None,
            halls,
            frozen: BTreeSet::new(),
            ceremonies: BTreeMap::new(),
            passes: BTreeMap::new(),
            epoch: 1,
            locks: 0,
            silent: Silent::default(),
            is_rehearsal,
            needs_permission,
        }
    }

    /// Takes in the next record; `evening` is nothing before the first.
    ///
    /// # Errors
    ///
    /// When it is not understood, or cannot have happened there.
    pub fn take(evening: &mut Option<Self>, record: u64, body: &[u8]) -> Result<Body, Flaw> {
        let not_understood = |cause: serde_json::Error| {
            let detail = cause.to_string();
            Flaw::NotUnderstood { record, detail }
        };
        let OfKind { fact: Kind { fact: kind } } =
            serde_json::from_slice(body).map_err(not_understood)?;
        let body: Body = serde_json::from_slice(body).map_err(not_understood)?;
        let at = At { record, kind: &kind, body: &body };
        match (&mut *evening, &body.fact) {
            (None, Fact::Opened { session, rehearsal, paper_needs_permission }) => {
                let mut opened =
                    Self::new((**session).clone(), *rehearsal, *paper_needs_permission);
                opened.must_be_of_one_kind(at)?;
                opened.must_be_by_its_author(at)?;
                opened.silent.note(at)?;
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
    /// When the last one changed a released result and no bulletin followed, was a consent and nothing was
    /// done, or a second keying like the first and no sheet came of it.
    pub fn finish(&self) -> Result<(), Flaw> {
        self.acts.must_be_done(None)?;
        self.must_be_entered(None)?;
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
        self.acts.must_be_done(Some(at))?;
        self.must_be_entered(Some(at))?;
        self.expect_bulletin(at)?;
        self.must_be_by_its_author(at)?;
        self.must_be_possible(at)?;
        self.silent.note(at)?;
        self.remember(at.body);
        if let Some(project) = at.body.fact.project() {
            self.acts.end_release(project);
            if let Some(seat) = at.body.fact.sheet_of() {
                self.acts.end_sheet(project, seat);
            }
        }
        match &at.body.fact {
            Fact::Opened { .. } | Fact::Sealed { .. } | Fact::SceneShown { .. } => Ok(()),
            Fact::Proposed { .. } | Fact::Agreed { .. } | Fact::Declined { .. } => self.sign(at),
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
            fact if fact.project().is_none() => {
                self.of_the_rooms(at);
                Ok(())
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
            Fact::PaperAllowed { project, seat } => self.allow_paper(at, project, seat),
            Fact::PaperDisallowed { project, seat } => self.disallow_paper(at, project, seat),
            Fact::SheetKeyed { project, seat, marks, keyed_by } => {
                self.key(at, (project, seat), marks, keyed_by)
            }
            Fact::PaperSheetEntered { project, seat, revision, marks, keyed_by, checked_by } => {
                self.enter_paper(at, (project, seat), (*revision, marks), [keyed_by, checked_by])
            }
            Fact::KeyingDropped { project, seat } => {
                let dropped = self.run_mut(at, project)?.keyed.remove(seat);
                dropped.map(|_| ()).ok_or_else(|| at.impossible(Why::NoChange, seat))
            }
            _ => self.of_project(at),
        }
    }

    /// What rooms, groups and passes come to.
    fn of_the_rooms(&mut self, at: At<'_>) {
        match &at.body.fact {
            Fact::Frozen { group } => _ = self.frozen.insert(group.clone()),
            Fact::Thawed { group } => _ = self.frozen.remove(group),
            Fact::CeremonyAt { group, step: Some(step) } => {
                self.ceremonies.insert(group.clone(), *step);
            }
            Fact::CeremonyAt { group, step: None } => _ = self.ceremonies.remove(group),
            Fact::PassChanged { seat, generation } => {
                self.passes.insert(pass(seat).to_owned(), *generation);
            }
            Fact::CopyOpened { epoch } => self.epoch = *epoch,
            Fact::OrderChanged { room, order } => {
                self.in_hall(room, |it| it.order.clone_from(order));
            }
            Fact::BreakBegan { room } => self.in_hall(room, Hall::begin_break),
            Fact::BreakEnded { room } => self.in_hall(room, |it| it.end_break(at.body.at)),
            _ => (),
        }
    }

    fn in_hall(&mut self, room: &str, change: impl FnOnce(&mut Hall)) {
        if let Some(hall) = self.halls.get_mut(room) {
            change(hall);
        }
    }

    /// A proposal, a consent or a no.
    fn sign(&mut self, at: At<'_>) -> Result<(), Flaw> {
        let asker = at.body.by.as_deref().and_then(|it| self.session.author(it));
        let holds = match &at.body.fact {
            Fact::Agreed { number } => self.acts.act(*number).is_some_and(|act| self.holds(act)),
            _ => false,
        };
        self.acts.note(at, asker.map_or("", |it| it.role), holds)
    }

    /// What one project's state follows from.
    fn of_project(&mut self, at: At<'_>) -> Result<(), Flaw> {
        let fact = &at.body.fact;
        let Some(project) = fact.project() else { return Ok(()) };
        if self.needs_two(fact) {
            self.acts.must_be_agreed(at)?;
        }
        let run = self.run_mut(at, project)?;
        match fact {
            Fact::CalledUp { .. } => {
                run.begin("called-up");
                run.note = None;
                run.was_called = true;
            }
            Fact::PhaseBegan { phase, .. } => run.begin(phase),
            Fact::ClockStarted { .. } => {
                run.clock = run.clock.after(at.kind).unwrap_or(Clock::None);
            }
            Fact::Finished { .. } => run.enter("shown"),
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
                let (room, moved) = (run.room.clone(), (at.body.wish.clone(), project.to_owned()));
                self.in_hall(&room, |it| it.moved = Some(moved));
            }
            Fact::Deducted { deduction, .. } => {
                run.deducted = deduction.number;
                run.deductions.push(deduction.clone());
            }
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
        let run = self.run_mut(at, project)?;
        let seat = run.seats.get_mut(name).ok_or_else(|| at.impossible(Why::Unknown, name))?;
        match fact {
            Fact::Recused { .. } => {
                *seat = Seat::Recused;
                run.end_paper(name);
            }
            Fact::SeatMarked { mark: Mark::Expected, .. } => *seat = Seat::Open,
            Fact::SeatMarked { mark, .. } => *seat = Seat::Aside(*mark),
            Fact::SheetReturned { .. } => seat.give_back(),
            Fact::SeatVoided { .. } => {
                seat.make_void();
                run.end_paper(name);
            }
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
        let (run, room) = (Run::new(by, room), room.id.clone());
        self.state.runs.insert(by.to_owned(), run);
        self.in_hall(&room, |it| it.fill(project, by));
        self.run_mut(at, project)?.is_replaced = true;
        Ok(())
    }

    /// Keeps what a step with the clock changes, and forgets it when something else comes to that
    /// project.
    fn remember(&mut self, body: &Body) {
        let Some(project) = body.fact.project() else { return };
        let Some(run) = self.state.runs.get(project) else { return };
        if let Some(hall) = self.halls.get_mut(&run.room) {
            hall.remember(body, project, run);
        }
    }

    fn undo(&mut self, at: At<'_>, project: &str) -> Result<(), Flaw> {
        let room = self.run(at, project)?.room.clone();
        let before = self.halls.get_mut(&room).and_then(Hall::undo);
        let before = before.ok_or_else(|| at.impossible(Why::NothingToUndo, project))?;
        self.run_mut(at, project)?.undo(before);
        Ok(())
    }

    pub(super) fn run(&self, at: At<'_>, project: &str) -> Result<&Run, Flaw> {
        self.state.runs.get(project).ok_or_else(|| at.impossible(Why::Unknown, project))
    }

    pub(super) fn run_mut(&mut self, at: At<'_>, project: &str) -> Result<&mut Run, Flaw> {
        self.state.runs.get_mut(project).ok_or_else(|| at.impossible(Why::Unknown, project))
    }

    pub(super) fn group_of(&self, project: &str) -> Option<&Group> {
        self.session.group(&self.session.project(project)?.group)
    }

    /// The projects of a group that take part, with how far they have come.
    pub(super) fn runs_of<'s>(
        &'s self,
        group: &'s str,
    ) -> impl Iterator<Item = (&'s str, &'s Run)> {
        let own = self.session.projects.iter().filter(move |it| it.group == group);
        own.filter_map(|it| Some((it.id.as_str(), self.state.runs.get(&it.id)?)))
    }

    pub(super) fn is_released(&self, project: &str) -> bool {
        self.state.runs.get(project).is_some_and(|it| it.is_at("released"))
    }
}
