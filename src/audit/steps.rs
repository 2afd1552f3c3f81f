//! Whether a record can have happened where it stands: at which stage of its project, with which clock,
//! on which free stage. A small state machine of the audit's own, by `docs/protocol.md` and
//! `docs/rules.md`. Nothing is changed here; what the record does comes after, in `super::evening`.
//!
//! Not here: seats and their sheets (`super::panel`, `super::sheets`, `super::sealed`), and what is said
//! of rooms, groups and proposals (`super::rooms`).

use super::{
    Flaw,
    definition::{Backfill, Deduction, Group},
    evening::{At, Evening},
    fact::Fact,
    flaw::Why,
    number::{Fraction, zero},
    run::Run,
};

/// The most units of one deduction where its rule names no limit.
const MOST_UNITS: u32 = 1_000;

const BEFORE_SCORING: &[&str] = &["waiting", "absent", "called-up", "presentation", "questions"];
const BEFORE_LOCK: &[&str] =
    &["waiting", "absent", "called-up", "presentation", "questions", "scoring"];
const FROM_CALL: &[&str] =
    &["called-up", "presentation", "questions", "scoring", "locked", "released", "shown"];
const WITH_SHEETS: &[&str] = &["presentation", "questions", "scoring", "locked"];
const NOT_OUT: &[&str] = &[
    "waiting",
    "absent",
    "called-up",
    "presentation",
    "questions",
    "scoring",
    "locked",
    "released",
    "shown",
];

/// The stages of its project at which a kind of fact can happen; of what is not here others decide.
const STAGES: [(&str, &[&str]); 15] = [
    ("called-up", &["waiting", "absent"]),
    ("marked-absent", &["waiting", "called-up"]),
    ("postponed", BEFORE_SCORING),
    ("withdrawn", BEFORE_LOCK),
    ("backfilled", &["withdrawn", "disqualified"]),
    ("recused", BEFORE_SCORING),
    ("seat-marked", BEFORE_LOCK),
    ("locked", &["scoring"]),
    ("released", &["locked"]),
    ("sheet-returned", WITH_SHEETS),
    ("seat-voided", NOT_OUT),
    ("seat-restored", NOT_OUT),
    ("sheet-corrected", &["released"]),
    ("deducted", FROM_CALL),
    ("disqualified", NOT_OUT),
];

impl Evening {
    /// Whether this can be the next record.
    pub(super) fn must_be_possible(&self, at: At<'_>) -> Result<(), Flaw> {
        match at.body.fact.project() {
            Some(project) => self.must_be_possible_for(at, project, self.run(at, project)?),
            None => self.must_be_possible_here(at),
        }
    }

    fn must_be_possible_for(&self, at: At<'_>, project: &str, run: &Run) -> Result<(), Flaw> {
        let when = |holds: bool, why: Why| {
            if holds { Ok(()) } else { Err(at.impossible(why, project)) }
        };
        let of_stage = if at.kind == "released" { Why::NotLocked } else { Why::Stage };
        let stages = STAGES.iter().find(|it| it.0 == at.kind);
        when(stages.is_none_or(|it| it.1.contains(&run.stage.as_str())), of_stage)?;
        let group = self.group_of(project).ok_or_else(|| at.impossible(Why::Unknown, project))?;
        match &at.body.fact {
            Fact::CalledUp { .. } => {
                when(!self.has_somebody_on_stage(&run.room), Why::StageTaken)?;
                when(self.halls.get(&run.room).is_some_and(|it| !it.on_break), Why::Break)
            }
            Fact::PhaseBegan { phase, .. } => {
                let from = group.before(phase);
                when(from.is_some_and(|it| run.is_at(it)), Why::Stage)
            }
            Fact::ClockStarted { phase, .. } => {
                let is_there = run.phase() == phase && run.clock.after(at.kind).is_some();
                when(is_there && (at.kind != "clock-started" || run.is_at(phase)), Why::Clock)
            }
            Fact::Finished { .. } => {
                when(group.rubric.is_none() && run.is_at(group.last_phase()), Why::Stage)
            }
            Fact::Locked { without, .. } => {
                let awaited = run.awaited();
                when(awaited.is_some_and(|it| it == *without), Why::Unsettled)
            }
            Fact::Backfilled { by, .. } => {
                let next = self.next_in_reserve(group);
                let is_open = !run.is_replaced && self.fills(group, project, run);
                when(is_open && next == Some(by.as_str()), Why::Reserve)
            }
            Fact::Deducted { deduction, .. } => {
                when(group.rubric.is_some(), Why::NotScored)?;
                when(run.deducted.checked_add(1) == Some(deduction.number), Why::Number)?;
                when(self.makes(run, deduction), Why::Deduction)
            }
            Fact::DeductionRemoved { number, .. } => {
                when(run.deductions.iter().any(|it| it.number == *number), Why::Deduction)
            }
            fact => match fact.seat() {
                Some(seat) => run.must_take(at, seat, group),
                None => Ok(()),
            },
        }
    }

    pub(super) fn has_somebody_on_stage(&self, room: &str) -> bool {
        self.state.runs.values().any(|it| it.room == room && it.is_on_stage())
    }

    /// The first of a group's reserve that has not moved up.
    fn next_in_reserve(&self, group: &Group) -> Option<&str> {
        let reserve = self.session.projects.iter().filter(|it| it.group == group.id);
        let left = reserve.filter(|it| it.reserve.is_some());
        let left = left.filter(|it| !self.state.runs.contains_key(&it.id));
        left.min_by_key(|it| it.reserve).map(|it| it.id.as_str())
    }

    /// Whether the place of a project that left is still filled.
    fn fills(&self, group: &Group, project: &str, run: &Run) -> bool {
        let nobody_was_called = || !self.runs_of(&group.id).any(|(_, run)| run.was_called);
        match group.backfill {
            Backfill::Never => false,
            Backfill::Draw => self.session.draw.is_none() && nobody_was_called(),
            Backfill::Opening => nobody_was_called(),
            Backfill::Turn => {
                let order = self.halls.get(&run.room).map(|it| it.order.iter());
                let later = order.into_iter().flatten().skip_while(|it| *it != project);
                let runs = later.filter_map(|it| self.state.runs.get(it));
                runs.into_iter().all(|it| !it.was_called)
            }
        }
    }

    /// Whether the rules of the session take these points off.
    fn makes(&self, run: &Run, deduction: &Deduction) -> bool {
        let rules = &self.session.deductions;
        let Some(rule) = rules.iter().find(|it| it.id == deduction.rule) else { return false };
        let before = run.deductions.iter().filter(|it| it.rule == rule.id).map(|it| it.units);
        let used = before.fold(0_u32, u32::saturating_add);
        let most = rule.most.unwrap_or(MOST_UNITS).saturating_sub(used);
        let units = Fraction::from(num_bigint::BigInt::from(deduction.units));
        let is_cost = deduction.points.value == &rule.points.value * units;
        is_cost && (1..=most).contains(&deduction.units) && deduction.points.value > zero()
    }
}

impl Group {
    /// The stage from which a phase begins; `None` where the group has no such phase.
    fn before(&self, phase: &str) -> Option<&'static str> {
        match phase {
            "presentation" => Some("called-up"),
            "questions" => self.timing.questions.map(|_| "presentation"),
            "scoring" => self.rubric.as_ref().map(|_| self.last_phase()),
            _ => None,
        }
    }

    /// The last phase on stage.
    fn last_phase(&self) -> &'static str {
        if self.timing.questions.is_some() { "questions" } else { "presentation" }
    }
}
