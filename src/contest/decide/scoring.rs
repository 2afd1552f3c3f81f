//! Sheets, the lock and the release.

use std::collections::BTreeSet;

use super::Subject;
use crate::contest::{Fact, Marks, Refusal, SeatId, Stage, Untallied};

type Decision = Result<Vec<Fact>, Refusal>;

/// A whole sheet, from the pitch until the lock. The same revision again is a repeat when it says
/// the same, and out of date when it does not.
pub(super) fn submit(
    subject: &Subject<'_>,
    seat: &SeatId,
    revision: u32,
    marks: &Marks,
) -> Decision {
    let project = || subject.project();
    let Some(rubric) = &subject.group.rubric else {
        return Err(Refusal::NotScored { project: project() });
    };
    if !subject.stage().takes_sheets() {
        return Err(Refusal::SheetsClosed { project: project(), stage: subject.stage() });
    }
    rubric.check(marks)?;
    let before = subject.run.sheets.get(seat);
    match before.map_or(0, |sheet| sheet.revision) {
        present if present == revision && before.is_some_and(|sheet| sheet.marks == *marks) => {
            Ok(Vec::new())
        }
        present if revision <= present => {
            Err(Refusal::StaleRevision { project: project(), revision: present })
        }
        _ => {
            let (seat, marks) = (seat.clone(), marks.clone());
            Ok(vec![Fact::SheetSubmitted { project: project(), seat, revision, marks }])
        }
    }
}

/// Closes scoring when the host knows exactly which seats are without a sheet.
pub(super) fn lock(subject: &Subject<'_>, without: &BTreeSet<SeatId>) -> Decision {
    let project = || subject.project();
    match subject.stage() {
        Stage::Locked => return Ok(Vec::new()),
        Stage::Scoring => (),
        _ => return Err(subject.wrong_stage()),
    }
    subject.contest.can_be_scored(subject.project).map_err(|why| incomplete(subject, why))?;
    let missing = subject.contest.missing(subject.project);
    if missing != *without {
        return Err(Refusal::SheetsMissing { project: project(), missing });
    }
    Ok(vec![Fact::Locked { project: project(), without: missing }])
}

/// What stands in the way of a score.
fn incomplete(subject: &Subject<'_>, why: Untallied) -> Refusal {
    let project = subject.project();
    match why {
        Untallied::TooFewSheets { sheets, needed } | Untallied::TooFewToTrim { sheets, needed } => {
            Refusal::CannotLock { project, sheets, needed }
        }
        Untallied::InPanel { name: panel, why, .. } => {
            let rubric = subject.group.rubric.as_ref();
            let fewest = rubric.map_or(1, |rubric| rubric.scoring.fewest_sheets());
            let (sheets, needed) = why.sheets().unwrap_or((0, fewest));
            Refusal::PanelIncomplete { project, panel, sheets, needed }
        }
        Untallied::Unscored | Untallied::Ineligible { .. } => Refusal::NoSheets { project },
    }
}

/// Makes a locked score public.
pub(super) fn release(subject: &Subject<'_>) -> Decision {
    match subject.stage() {
        Stage::Released => Ok(Vec::new()),
        Stage::Locked => Ok(vec![Fact::Released { project: subject.project() }]),
        _ => Err(subject.wrong_stage()),
    }
}
