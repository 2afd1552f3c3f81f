//! How far one project has come: its stage, its clock, its panel's seats and what was taken off.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use super::{
    At, Countdown, Deduction, Fact, Keyed, Keying, Marks, Ms, Permission, Phase, ProjectId, Room,
    RoomId, SeatId, SeatState, Sheet, Stage,
};

/// How far one project has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The room that it pitches in.
    pub(super) room: Option<RoomId>,
    /// Where it is in its life.
    pub stage: Stage,
    /// The clock of its phase; `None` where no phase has one.
    pub clock: Option<Countdown>,
    /// The seats of its panel.
    pub seats: BTreeMap<SeatId, SeatState>,
    /// The seats whose sheet is to come on paper, and may be keyed.
    pub on_paper: BTreeMap<SeatId, Permission>,
    /// What has been keyed of paper sheets that are not in.
    pub keyings: BTreeMap<SeatId, Keying>,
    /// Why it is absent, moved, withdrawn or disqualified.
    pub reason: Option<String>,
    /// What has been taken off its score.
    pub deductions: Vec<Deduction>,
    /// How long its phases went on after zero, where they did.
    pub overtime: BTreeMap<Phase, Ms>,
    /// The project from the reserve that took its place.
    pub replaced_by: Option<ProjectId>,
    /// When it was called up last.
    pub called_at: Option<At>,
    /// When it left the stage, to be scored or because it had been shown.
    pub left_at: Option<At>,
    /// When its score became public.
    pub released_at: Option<At>,
    /// What was left on the phase's clock when it was stopped last.
    pub stopped_at: Option<Ms>,
    /// How many deductions there have been, removed ones too.
    deducted: u32,
    /// How many sheets each seat has handed in since its last one was given back.
    handed_in: BTreeMap<SeatId, u32>,
    /// Whether a sealed sheet has been opened for this pitch.
    has_opened: bool,
}

impl Run {
    /// At its first moment, before this room's panel.
    pub(super) fn new(project: &ProjectId, room: Option<&Room>) -> Self {
        let judges = room.map(|room| room.judges.iter()).unwrap_or_default();
        let state = |judge: &super::JudgeSeat| {
            let recusal = judge.recused.iter().find(|it| it.project == *project);
            recusal
                .map_or(SeatState::Expected, |it| SeatState::Recused { reason: it.reason.clone() })
        };
        let seats = judges.map(|judge| (judge.id.clone(), state(judge))).collect();
        Self { room: room.map(|room| room.id.clone()), seats, ..Self::default() }
    }

    /// The marks of every sheet that counts.
    pub fn counted(&self) -> impl Iterator<Item = (&SeatId, &Marks)> {
        let sheets = self.seats.iter().filter_map(|(seat, state)| Some((seat, state.counted()?)));
        sheets.map(|(seat, sheet)| (seat, &sheet.marks))
    }

    /// The seats that the lock waits for.
    pub fn missing(&self) -> BTreeSet<SeatId> {
        let waited = self.seats.iter().filter(|(_, state)| state.is_waited_for());
        waited.map(|(seat, _)| seat.clone()).collect()
    }

    /// Whether sealed sheets are opened now: nobody is asked or listened to any more, and every seat
    /// that is waited for has sealed, or had when the first one was opened.
    pub fn opens(&self) -> bool {
        let all_have_sealed = !self.seats.values().any(SeatState::is_awaited);
        self.stage == Stage::Scoring && (self.has_opened || all_have_sealed)
    }

    /// The same, whatever this seat has still to do.
    pub(super) fn opens_but_for(&self, seat: &SeatId) -> bool {
        let mut others = self.seats.iter().filter(|(it, _)| *it != seat);
        let others_are_in = !others.any(|(_, state)| state.is_awaited());
        self.stage == Stage::Scoring && (self.has_opened || others_are_in)
    }

    /// Whether a sealed sheet has been opened, or one on paper keyed, whatever became of it since. From then on
    /// others' marks may be known, and until the project pitches again no seal is taken but for a sheet that two persons gave
    /// back; nor does an opening wait for anybody.
    pub(super) fn has_opened(&self) -> bool {
        self.has_opened
    }

    /// How many sheets a seat has handed in since its last one was given back.
    pub(super) fn handed_in(&self, seat: &SeatId) -> u32 {
        self.handed_in.get(seat).copied().unwrap_or_default()
    }

    /// The number that the next deduction gets.
    pub(super) fn next_deduction(&self) -> u32 {
        self.deducted + 1
    }

    /// What its group's ranking hangs on while it is not released: a change of it moves the ranking, and anything at
    /// all that happens to a released one may.
    pub(super) fn bearing(&self) -> Option<(Stage, Option<String>)> {
        (self.stage != Stage::Released).then(|| (self.stage, self.reason.clone()))
    }

    /// Folds a fact about this project; `length` is how long the phase takes that it enters.
    pub(super) fn apply(&mut self, at: At, fact: &Fact, length: Option<Ms>) {
        match fact {
            Fact::CalledUp { .. } => {
                self.enter(at, Stage::CalledUp, length);
                self.called_at = Some(at);
                self.reason = None;
            }
            Fact::PhaseBegan { phase, .. } => self.enter(at, phase.stage(), length),
            Fact::ClockStarted { .. }
            | Fact::ClockResumed { .. }
            | Fact::ClockPaused { .. }
            | Fact::ClockSet { .. }
            | Fact::TimeAdded { .. } => {
                if let Some(clock) = &mut self.clock {
                    clock.apply(at, fact);
                    if matches!(fact, Fact::ClockPaused { .. }) {
                        self.stopped_at = Some(clock.left(at));
                    }
                }
            }
            Fact::Finished { .. } => self.enter(at, Stage::Shown, None),
            Fact::Locked { without, .. } => self.lock(at, without),
            Fact::Released { .. } => {
                self.enter(at, Stage::Released, None);
                self.released_at = Some(at);
            }
            Fact::MarkedAbsent { reason, .. } => {
                self.leave(at, Stage::Absent, reason);
                self.give_sheets_back(reason);
            }
            Fact::Withdrawn { reason, .. } => self.leave(at, Stage::Withdrawn, reason),
            Fact::Disqualified { reason, .. } => self.leave(at, Stage::Disqualified, reason),
            Fact::Postponed { reason, .. } => self.postpone(at, reason),
            Fact::Backfilled { by, .. } => self.replaced_by = Some(by.clone()),
            Fact::Deducted { deduction, .. } => {
                self.deducted = self.deducted.max(deduction.number);
                self.deductions.push(deduction.clone());
            }
            Fact::DeductionRemoved { number, .. } => {
                self.deductions.retain(|deduction| deduction.number != *number);
            }
            _ => self.apply_to_seat(at, fact),
        }
    }

    fn apply_to_seat(&mut self, at: At, fact: &Fact) {
        let Some(seat) = fact.seat() else { return };
        if !self.seats.contains_key(seat) {
            return;
        }
        match fact {
            Fact::PaperAllowed { .. }
            | Fact::PaperDisallowed { .. }
            | Fact::SheetKeyed { .. }
            | Fact::KeyingDropped { .. } => return self.apply_to_paper(at, seat, fact),
            // Another sheet is in, or none will be taken.
            Fact::Recused { .. } | Fact::SeatVoided { .. } => self.end_paper(seat),
            fact if fact.is_a_sheet() => self.end_paper(seat),
            _ => (),
        }
        let Some(state) = self.seats.get_mut(seat) else { return };
        match fact {
            Fact::SheetSubmitted { .. } | Fact::SheetSealed { .. } => {
                *self.handed_in.entry(seat.clone()).or_default() += 1;
            }
            Fact::SheetReturned { .. } => _ = self.handed_in.remove(seat),
            Fact::SheetOpened { .. } => self.has_opened = true,
            _ => (),
        }
        match fact {
            Fact::SheetSubmitted { revision, marks, .. }
            | Fact::SheetOpened { revision, marks, .. }
            | Fact::PaperSheetEntered { revision, marks, .. }
            | Fact::SheetCorrected { revision, marks, .. } => {
                let paper = match fact {
                    Fact::PaperSheetEntered { paper, .. } => Some(paper.clone()),
                    Fact::SheetCorrected { .. } => state.sheet().and_then(|it| it.paper.clone()),
                    _ => None,
                };
                let (revision, marks) = (*revision, marks.clone());
                *state = SeatState::Scored(Sheet { revision, marks, at, paper });
            }
            Fact::SheetSealed { revision, seal, .. } => {
                *state = SeatState::Sealed { revision: *revision, seal: seal.clone() };
            }
            Fact::Recused { reason, .. } => *state = SeatState::Recused { reason: reason.clone() },
            Fact::SeatMarked { mark, reason, .. } => state.mark(*mark, reason),
            Fact::SeatVoided { reason, .. } => state.make_void(reason),
            Fact::SeatRestored { .. } => state.restore(),
            Fact::SheetReturned { reason, .. } => state.give_back(reason),
            _ => (),
        }
        // Other sheets than those that were counted: it has to be locked anew. Its window has been.
        if self.stage == Stage::Locked {
            self.enter(at, Stage::Scoring, None);
        }
    }

    /// What becomes of a seat's paper sheet before it is in.
    fn apply_to_paper(&mut self, at: At, seat: &SeatId, fact: &Fact) {
        match fact {
            Fact::PaperAllowed { reason, .. } => {
                self.on_paper.insert(seat.clone(), Permission::new(at, reason));
            }
            Fact::PaperDisallowed { .. } => self.end_paper(seat),
            Fact::SheetKeyed { marks, keyed_by, .. } => {
                self.has_opened = true;
                if let Some(permission) = self.on_paper.get_mut(seat) {
                    permission.keyed = permission.keyed.saturating_add(1);
                }
                let keyed = Keyed { by: keyed_by.clone(), marks: marks.clone() };
                let before = self.keyings.remove(seat);
                let keying = before.and_then(|it| it.with(keyed.clone()));
                self.keyings.insert(seat.clone(), keying.unwrap_or_else(|| Keying::new(keyed)));
            }
            Fact::KeyingDropped { .. } => _ = self.keyings.remove(seat),
            _ => (),
        }
    }

    /// Nothing is keyed of a seat any more, and what was is gone.
    fn end_paper(&mut self, seat: &SeatId) {
        self.on_paper.remove(seat);
        self.keyings.remove(seat);
    }

    fn enter(&mut self, at: At, stage: Stage, length: Option<Ms>) {
        let over = self.clock.as_ref().map_or(Ms::ZERO, |clock| -clock.left(at));
        if let Some(phase) = self.stage.phase().filter(|_| over > Ms::ZERO) {
            self.overtime.insert(phase, over);
        }
        if self.stage.is_on_stage() && !stage.is_on_stage() {
            self.left_at = Some(at);
        }
        self.stage = stage;
        self.clock = length.map(Countdown::new);
        self.stopped_at = None;
    }

    fn leave(&mut self, at: At, stage: Stage, reason: &str) {
        self.enter(at, stage, None);
        self.on_paper.clear();
        self.reason = Some(reason.to_owned());
    }

    fn lock(&mut self, at: At, without: &BTreeSet<SeatId>) {
        self.enter(at, Stage::Locked, None);
        self.on_paper.clear();
        for seat in without {
            if let Some(state @ (SeatState::Expected | SeatState::Sealed { .. })) =
                self.seats.get_mut(seat)
            {
                *state = SeatState::Late { reason: String::new() };
            }
        }
    }

    /// It pitches again from the start: its sheets go back to their judges.
    fn postpone(&mut self, at: At, reason: &str) {
        self.leave(at, Stage::Waiting, reason);
        self.overtime.clear();
        self.give_sheets_back(reason);
    }

    /// It will pitch again: all its sheets go back.
    fn give_sheets_back(&mut self, reason: &str) {
        self.keyings.clear();
        for state in self.seats.values_mut() {
            state.give_back(reason);
        }
        self.handed_in.clear();
        self.has_opened = false;
    }

    /// As it was before a step, but for what others have done since: sheets and deductions stay, and
    /// those that the step itself gave back are in again.
    pub(super) fn undo(&mut self, before: &Self) {
        let present = mem::replace(self, before.clone());
        self.seats = present.seats;
        for (seat, state) in &mut self.seats {
            if let (SeatState::Returned { sheet, .. }, Some(SeatState::Scored(then))) =
                (&*state, before.seats.get(seat))
                && sheet == then
            {
                *state = SeatState::Scored(then.clone());
            }
        }
        (self.on_paper, self.keyings) = (present.on_paper, present.keyings);
        self.deductions = present.deductions;
        self.deducted = present.deducted;
        self.handed_in = present.handed_in;
        self.has_opened = present.has_opened;
    }
}
