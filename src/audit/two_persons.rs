//! What takes two persons: every such record must follow a proposal by one and the consent of the
//! other, and be what was proposed.

use std::collections::BTreeMap;

use super::{
    Flaw,
    evening::At,
    fact::{Act, Fact},
    flaw::Why,
};

/// The acts that were proposed, and the one that was agreed to last.
#[derive(Debug, Clone, Default)]
pub(super) struct Acts {
    /// With who proposed it.
    proposed: BTreeMap<u32, (String, Act)>,
    /// The number of the last one.
    last: u32,
    agreed: Option<Agreed>,
}

/// An act that two persons want and that must be done at once.
#[derive(Debug, Clone)]
struct Agreed {
    record: u64,
    wish: Option<String>,
    act: Act,
}

impl Acts {
    /// Takes in a proposal by a person of this role, a consent or a no. What holds already when it is
    /// agreed to need not be done.
    pub(super) fn note(&mut self, at: At<'_>, role: &str, holds: bool) -> Result<(), Flaw> {
        match &at.body.fact {
            Fact::Proposed { number, act, by } => {
                if role != by {
                    return Err(at.impossible(Why::OnePerson, &act.project));
                }
                if self.last.checked_add(1) != Some(*number) {
                    return Err(at.impossible(Why::Number, &act.project));
                }
                if self.proposed.values().any(|it| it.1 == *act) {
                    return Err(at.impossible(Why::NoChange, &act.project));
                }
                self.last = *number;
                self.proposed.insert(*number, (by.clone(), act.clone()));
            }
            Fact::Agreed { number } => {
                let unknown = || at.impossible(Why::Unknown, &number.to_string());
                let (first, act) = self.proposed.remove(number).ok_or_else(unknown)?;
                if role == first {
                    return Err(at.impossible(Why::OnePerson, &act.project));
                }
                let (record, wish) = (at.record, at.body.wish.clone());
                self.agreed = (!holds).then_some(Agreed { record, wish, act });
            }
            Fact::Declined { number } => _ = self.proposed.remove(number),
            _ => (),
        }
        Ok(())
    }

    /// The proposed act of this number.
    pub(super) fn act(&self, number: u32) -> Option<&Act> {
        self.proposed.get(&number).map(|it| &it.1)
    }

    /// The project that a proposal is about.
    pub(super) fn about(&self, number: u32) -> Option<&str> {
        self.act(number).map(|it| it.project.as_str())
    }

    /// What was agreed to must be the next record, and by the same wish; `None` is the end.
    pub(super) fn must_be_done(&self, next: Option<At<'_>>) -> Result<(), Flaw> {
        let Some(Agreed { record, wish, act }) = &self.agreed else { return Ok(()) };
        match next.filter(|at| *wish == at.body.wish) {
            Some(at) if at.body.fact.is(act) => Ok(()),
            Some(at) => Err(at.impossible(Why::OnePerson, at.body.fact.subject())),
            None => {
                let (record, about) = (*record, act.project.clone());
                Err(Flaw::Impossible { record, why: Why::NotDone, about })
            }
        }
    }

    /// Something happens to a project: who has signed its release has signed what was there before.
    pub(super) fn end_release(&mut self, project: &str) {
        self.proposed.retain(|_, (_, act)| act.kind != "release" || act.project != project);
    }

    /// Another sheet is there: what was proposed about the one before is about nothing now.
    pub(super) fn end_sheet(&mut self, project: &str, seat: &str) {
        let is_about = |act: &Act| act.project == project && act.seat.as_deref() == Some(seat);
        let names_a_sheet = |act: &Act| act.kind == "return" || act.kind == "correct";
        self.proposed.retain(|_, (_, act)| !(names_a_sheet(act) && is_about(act)));
    }

    /// Whether this record is what was just agreed to, by the same wish.
    pub(super) fn must_be_agreed(&mut self, at: At<'_>) -> Result<(), Flaw> {
        match self.agreed.take() {
            Some(it) if it.wish == at.body.wish && at.body.fact.is(&it.act) => Ok(()),
            _ => Err(at.impossible(Why::OnePerson, at.body.fact.subject())),
        }
    }
}

impl Fact {
    /// The seat that it is about, or the project.
    fn subject(&self) -> &str {
        self.seat().or_else(|| self.project()).unwrap_or_default()
    }

    /// Whether it takes two persons: some only after the release, and the release where it is co-signed.
    pub(super) fn needs_two(&self, is_released: bool, is_co_signed: bool) -> bool {
        match self {
            Self::SheetReturned { .. }
            | Self::SeatVoided { .. }
            | Self::SeatRestored { .. }
            | Self::SheetCorrected { .. }
            | Self::Disqualified { .. } => true,
            Self::Deducted { .. } | Self::DeductionRemoved { .. } => is_released,
            Self::Released { .. } => is_co_signed,
            _ => false,
        }
    }

    /// Whether it is this act, done.
    fn is(&self, act: &Act) -> bool {
        let about = |of: &str, kind: &str| act.project == of && act.kind == kind;
        let at =
            |of: &str, by: &str, kind: &str| about(of, kind) && act.seat.as_deref() == Some(by);
        match self {
            Self::SheetReturned { project, seat } => at(project, seat, "return"),
            Self::SeatVoided { project, seat, .. } => at(project, seat, "void"),
            Self::SeatRestored { project, seat, .. } => at(project, seat, "restore"),
            Self::SheetCorrected { project, seat, marks, .. } => {
                at(project, seat, "correct") && act.marks.as_ref() == Some(marks)
            }
            Self::Released { project } => about(project, "release"),
            Self::Disqualified { project, .. } => about(project, "disqualify"),
            Self::Deducted { project, deduction } => {
                let is_so = act.rule.as_ref() == Some(&deduction.rule);
                about(project, "deduct") && is_so && act.units == Some(deduction.units)
            }
            Self::DeductionRemoved { project, number, .. } => {
                about(project, "remove-deduction") && act.number == Some(*number)
            }
            _ => false,
        }
    }
}
