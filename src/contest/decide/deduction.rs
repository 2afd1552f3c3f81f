//! Points taken off a score, and given back.

use super::{Decision, Subject, reasoned};
use crate::contest::{Deduction, DeductionId, Fact, Refusal, Stage};

/// By a rule of the session, so many units, from the pitch on.
pub(super) fn deduct(
    subject: &Subject<'_>,
    rule: &DeductionId,
    units: u32,
    reason: &str,
) -> Decision {
    subject.must_be_scored()?;
    if subject.stage().is_out() || matches!(subject.stage(), Stage::Waiting | Stage::Absent) {
        return Err(subject.wrong_stage());
    }
    let stated = subject.contest.session.deductions.iter().find(|it| it.id == *rule);
    let Some(stated) = stated else { return Err(Refusal::NoSuchRule { rule: rule.clone() }) };
    let before = subject.run.deductions.iter().filter(|it| it.rule == *rule);
    let used: u32 = before.map(|it| it.units).sum();
    let most = stated.most.unwrap_or(MOST_UNITS).saturating_sub(used);
    if units == 0 || most < units {
        return Err(Refusal::TooManyUnits { rule: rule.clone(), most });
    }
    let (rule, points, reason) = (rule.clone(), stated.cost(units), reasoned(reason)?);
    let deduction = Deduction { number: subject.run.next_deduction(), rule, units, points, reason };
    Ok(vec![Fact::Deducted { project: subject.project(), deduction }])
}

/// Units where the rule itself names no limit: a slip of the key is no fortune.
const MOST_UNITS: u32 = 1_000;

/// Gives one back.
pub(super) fn remove(subject: &Subject<'_>, number: u32, reason: &str) -> Decision {
    let project = subject.project();
    if !subject.run.deductions.iter().any(|it| it.number == number) {
        return Err(Refusal::NoSuchDeduction { project, number });
    }
    Ok(vec![Fact::DeductionRemoved { project, number, reason: reasoned(reason)? }])
}
