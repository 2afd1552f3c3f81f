//! How long each project really took, phase by phase, from the records: planned, given on top, stood
//! still, gone over.
//!
//! An undone step has not been: `an_undone_step_leaves_no_time_behind`. Of a project that was called up
//! again, the last time counts.

use std::collections::BTreeMap;

use super::evening::Told;
use crate::contest::{At, Fact, Ms, Phase, ProjectId, Session};

/// The times of every project that was called up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timings {
    projects: BTreeMap<ProjectId, Turn>,
    /// Of each project the instant of its last step with a clock, and its times before it.
    before: BTreeMap<ProjectId, (At, Option<Turn>)>,
}

/// One project's turn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turn {
    /// How often it was called up.
    pub calls: u32,
    /// When it was called up last.
    pub called: Option<At>,
    /// Its phases, as they began.
    pub phases: Vec<PhaseTime>,
}

/// One phase of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseTime {
    /// Which.
    pub phase: Phase,
    /// How long it was to take.
    pub planned: Ms,
    /// When its clock was started.
    pub started: Option<At>,
    /// When it was over.
    pub ended: Option<At>,
    /// How long its clock ran.
    pub ran: Ms,
    /// How often the clock was stopped.
    pub pauses: u32,
    /// How long it stood, once started.
    pub stood: Ms,
    /// What was given on top, or taken.
    pub added: Ms,
    /// How long it went on after zero.
    pub over: Ms,
    /// What is left on the clock as it was last looked at.
    left: Ms,
    /// Since when it runs, or stands.
    since: Option<At>,
    runs: bool,
}

impl Timings {
    /// The times that these records tell of.
    pub fn of<'t>(session: &Session, records: impl IntoIterator<Item = &'t Told>) -> Self {
        let groups = session.projects.iter().map(|it| (&it.id, session.group(&it.group)));
        let groups: BTreeMap<_, _> = groups.collect();
        let mut timings = Self::default();
        for Told { at, fact, .. } in records {
            let Some(project) = fact.project() else { continue };
            let planned = |phase| {
                let timing = &groups.get(project).copied().flatten()?.timing;
                match phase {
                    Phase::Presentation => Some(timing.presentation),
                    Phase::Questions => timing.questions,
                    Phase::Scoring => Some(timing.scoring),
                }
            };
            timings.take(*at, project, fact, &planned);
        }
        timings
    }

    /// A project's turn; `None` where it was never called up.
    pub fn turn(&self, project: &ProjectId) -> Option<&Turn> {
        self.projects.get(project)
    }

    fn take(
        &mut self,
        at: At,
        project: &ProjectId,
        fact: &Fact,
        planned: &dyn Fn(Phase) -> Option<Ms>,
    ) {
        if fact.is_a_step() && self.before.get(project).is_none_or(|(then, _)| *then != at) {
            let before = self.projects.get(project).cloned();
            self.before.insert(project.clone(), (at, before));
        }
        match fact {
            Fact::Undone { .. } => match self.before.remove(project).and_then(|it| it.1) {
                Some(before) => _ = self.projects.insert(project.clone(), before),
                None => _ = self.projects.remove(project),
            },
            Fact::CalledUp { .. } => {
                let turn = self.projects.entry(project.clone()).or_default();
                *turn = Turn { calls: turn.calls + 1, called: Some(at), phases: Vec::new() };
                turn.begin(Phase::Presentation, planned(Phase::Presentation));
            }
            _ => {
                if let Some(turn) = self.projects.get_mut(project) {
                    turn.take(at, fact, planned);
                }
            }
        }
    }
}

impl Turn {
    fn begin(&mut self, phase: Phase, planned: Option<Ms>) {
        self.phases.push(PhaseTime {
            phase,
            planned: planned.unwrap_or_default(),
            started: None,
            ended: None,
            ran: Ms::ZERO,
            pauses: 0,
            stood: Ms::ZERO,
            added: Ms::ZERO,
            over: Ms::ZERO,
            left: planned.unwrap_or_default(),
            since: None,
            runs: false,
        });
    }

    fn take(&mut self, at: At, fact: &Fact, planned: &dyn Fn(Phase) -> Option<Ms>) {
        let last = self.phases.last_mut().filter(|it| it.ended.is_none());
        match fact {
            // The presentation's clock stands ready from the call on.
            Fact::PhaseBegan { phase, .. }
                if last.as_ref().is_some_and(|it| it.phase == *phase) => {}
            Fact::PhaseBegan { phase, .. } => {
                if let Some(last) = last {
                    last.end(at);
                }
                self.begin(*phase, planned(*phase));
            }
            Fact::Finished { .. }
            | Fact::Locked { .. }
            | Fact::Postponed { .. }
            | Fact::MarkedAbsent { .. }
            | Fact::Withdrawn { .. }
            | Fact::Disqualified { .. } => {
                if let Some(last) = last {
                    last.end(at);
                }
            }
            _ => {
                if let Some(last) = last {
                    last.take(at, fact);
                }
            }
        }
    }
}

impl PhaseTime {
    fn take(&mut self, at: At, fact: &Fact) {
        match fact {
            Fact::ClockStarted { .. } | Fact::ClockResumed { .. } if !self.runs => {
                self.look(at);
                self.started = self.started.or(Some(at));
                self.runs = true;
            }
            Fact::ClockPaused { .. } if self.runs => self.stop(at),
            Fact::ClockSet { left, .. } => {
                self.stop(at);
                self.left = *left;
            }
            Fact::TimeAdded { ms, .. } => {
                self.added += *ms;
                self.left += *ms;
            }
            _ => (),
        }
    }

    fn stop(&mut self, at: At) {
        self.look(at);
        self.pauses += u32::from(self.runs);
        self.runs = false;
    }

    /// Counts what has passed since the clock was last looked at.
    fn look(&mut self, at: At) {
        let passed = self.since.replace(at).map_or(Ms::ZERO, |since| at - since);
        if self.runs {
            self.ran += passed;
            self.left = self.left - passed;
        } else {
            self.stood += passed;
        }
    }

    fn end(&mut self, at: At) {
        self.look(at);
        self.ended = Some(at);
        self.over = (-self.left).max(Ms::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::{Timings, Turn};
    use crate::{
        contest::{At, Fact, Ms, Phase, ProjectId, sample::session},
        papers::evening::Told,
    };

    fn turn(facts: Vec<(i64, Fact)>) -> Option<Turn> {
        let told = |(seconds, fact): (i64, Fact)| {
            let at = At(seconds * 1000);
            Told { seq: 1, at, wall: None, by: None, fact }
        };
        let records: Vec<_> = facts.into_iter().map(told).collect();
        Timings::of(&session(), &records).turn(&project()).cloned()
    }

    fn project() -> ProjectId {
        "E01".into()
    }

    fn began(phase: Phase) -> Fact {
        Fact::PhaseBegan { project: project(), phase }
    }

    fn clock(phase: Phase) -> [Fact; 3] {
        let project = project();
        [
            Fact::ClockStarted { project: project.clone(), phase },
            Fact::ClockPaused { project: project.clone(), phase, reason: "why".into() },
            Fact::ClockResumed { project, phase },
        ]
    }

    #[test]
    fn a_phase_is_what_ran_what_stood_what_was_given_and_what_went_over() {
        let phase = Phase::Presentation;
        let [start, pause, resume] = clock(phase);
        let reason = "fault".to_owned();
        let more = Fact::TimeAdded { project: project(), phase, ms: Ms::seconds(30), reason };
        let turn = turn(vec![
            (0, Fact::CalledUp { project: project() }),
            (5, began(phase)),
            (5, start),
            (105, pause),
            (125, resume),
            (200, more),
            (700, began(Phase::Questions)),
        ]);
        let pitch = &turn.unwrap().phases[0];
        assert_eq!((pitch.planned, pitch.started), (Ms::seconds(600), Some(At(5000))));
        assert_eq!((pitch.ran, pitch.stood), (Ms::seconds(675), Ms::seconds(20)));
        assert_eq!((pitch.pauses, pitch.added), (1, Ms::seconds(30)));
        assert_eq!((pitch.over, pitch.ended), (Ms::seconds(45), Some(At(700_000))));
    }

    #[test]
    fn an_undone_step_leaves_no_time_behind() {
        let [start, ..] = clock(Phase::Presentation);
        let undone = || Fact::Undone { project: project() };
        let called = || Fact::CalledUp { project: project() };
        assert_eq!(turn(vec![(0, called()), (3, undone())]), None);
        let begun = vec![(0, called()), (5, began(Phase::Presentation)), (5, start), (9, undone())];
        assert_eq!(turn(begun).unwrap().phases[0].started, None);
    }

    #[test]
    fn called_up_again_a_project_begins_anew() {
        let [start, ..] = clock(Phase::Presentation);
        let called = || Fact::CalledUp { project: project() };
        let reason = "fault".to_owned();
        let later = Fact::Postponed { project: project(), reason };
        let turn = turn(vec![(0, called()), (5, start), (60, later), (900, called())]).unwrap();
        assert_eq!((turn.calls, turn.called, turn.phases.len()), (2, Some(At(900_000)), 1));
        assert_eq!(turn.phases[0].ran, Ms::ZERO);
    }
}
