//! What takes two persons: every such record must follow a proposal by one and the consent of the
//! other, and be what was proposed.

use std::collections::BTreeMap;

use super::{
    Flaw,
    evening::At,
    fact::{Act, Fact},
    flaw::Why,
};

/// The two that it takes.
const TWO: [&str; 2] = ["host", "supervisor"];

/// The acts that were proposed, and the one that was agreed to last.
#[derive(Debug, Clone, Default)]
pub(super) struct Acts {
    /// With who proposed it.
    proposed: BTreeMap<u32, (String, Act)>,
    /// With the wish that agreed.
    agreed: Option<(Option<String>, Act)>,
}

impl Acts {
    /// Takes in a proposal, a consent or a no.
    pub(super) fn note(&mut self, at: At<'_>) -> Result<(), Flaw> {
        let asker = at.body.by.as_deref().map(role).filter(|it| TWO.contains(it));
        match &at.body.fact {
            Fact::Proposed { number, act, by } => {
                if asker != Some(by) {
                    return Err(at.impossible(Why::OnePerson, &act.project));
                }
                self.proposed.insert(*number, (by.clone(), act.clone()));
            }
            Fact::Agreed { number } => {
                let unknown = || at.impossible(Why::Unknown, &number.to_string());
                let (first, act) = self.proposed.remove(number).ok_or_else(unknown)?;
                if asker.is_none_or(|it| it == first) {
                    return Err(at.impossible(Why::OnePerson, &act.project));
                }
                self.agreed = Some((at.body.wish.clone(), act));
            }
            Fact::Declined { number } => _ = self.proposed.remove(number),
            _ => (),
        }
        Ok(())
    }

    /// Something happens to a project: who has signed its release has signed what was there before.
    pub(super) fn end_release(&mut self, project: &str) {
        self.proposed.retain(|_, (_, act)| act.kind != "release" || act.project != project);
    }

    /// Whether this record is what was just agreed to, by the same wish.
    pub(super) fn must_be_agreed(&mut self, at: At<'_>) -> Result<(), Flaw> {
        let agreed = self.agreed.take().filter(|(wish, _)| *wish == at.body.wish);
        match agreed {
            Some((_, act)) if at.body.fact.is(&act) => Ok(()),
            _ => {
                let fact = &at.body.fact;
                let about = fact.seat().or_else(|| fact.project()).unwrap_or_default();
                Err(at.impossible(Why::OnePerson, about))
            }
        }
    }
}

/// `A/host` is a host's seat, `supervisor` is the supervisor's.
fn role(seat: &str) -> &str {
    seat.split('/').nth(1).unwrap_or(seat)
}

impl Fact {
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
