//! Sheets, the lock and the release.

use std::collections::BTreeSet;

use super::{Decision, Subject, paper::must_not_stand};
use crate::contest::{
    Fact, MOST_REVISIONS, Marks, Refusal, Score, SeatId, SeatState, Stage, Untallied,
};

/// A whole sheet, from the pitch until the lock. The same revision again is a repeat when it says
/// the same, and out of date when it does not. A sheet that was given back comes in as a new revision.
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
    if subject.contest.session.safeguards.sealed_sheets {
        return Err(Refusal::SealNeeded { project: project() });
    }
    let state = open_seat(subject, seat)?;
    must_not_stand(subject, state)?;
    rubric.check(marks)?;
    let present = state.revision();
    match state {
        SeatState::Scored(sheet) if sheet.revision == revision && sheet.marks == *marks => {
            Ok(Vec::new())
        }
        _ => {
            must_be_next(subject, seat, present, revision)?;
            let (seat, marks) = (seat.clone(), marks.clone());
            Ok(vec![Fact::SheetSubmitted { project: project(), seat, revision, marks }])
        }
    }
}

/// A sheet replaces one of a lower revision, not without end, and leaves room for those after it.
pub(super) fn must_be_next(
    subject: &Subject<'_>,
    seat: &SeatId,
    present: u32,
    revision: u32,
) -> Result<(), Refusal> {
    let (project, most) = (subject.project(), MOST_REVISIONS);
    if revision <= present {
        return Err(Refusal::StaleRevision { project, revision: present });
    }
    if most < revision - present {
        return Err(Refusal::RevisionAhead { project, revision: present, most });
    }
    if most <= subject.run.handed_in(seat) {
        return Err(Refusal::TooManyRevisions { project, most });
    }
    Ok(())
}

/// The seat, while it may hand in a sheet.
pub(super) fn open_seat<'a>(
    subject: &Subject<'a>,
    seat: &SeatId,
) -> Result<&'a SeatState, Refusal> {
    let state = subject.seat(seat)?;
    if !subject.stage().takes_sheets() {
        return Err(Refusal::SheetsClosed { project: subject.project(), stage: subject.stage() });
    }
    if !state.takes_a_sheet() {
        return Err(subject.wrong_seat_state(seat, state));
    }
    Ok(state)
}

/// Closes scoring when the host knows exactly which seats it goes without.
pub(super) fn lock(subject: &Subject<'_>, without: &BTreeSet<SeatId>) -> Decision {
    match subject.stage() {
        Stage::Locked => return Ok(Vec::new()),
        Stage::Scoring => (),
        _ => return Err(subject.wrong_stage()),
    }
    let project = || subject.project();
    subject.contest.can_be_scored(subject.project).map_err(|why| incomplete(subject, why))?;
    let returned = |(seat, state): (&SeatId, &SeatState)| {
        matches!(state, SeatState::Returned { .. }).then(|| seat.clone())
    };
    let seats: BTreeSet<_> = subject.run.seats.iter().filter_map(returned).collect();
    if !seats.is_empty() {
        return Err(Refusal::SheetsReturned { project: project(), seats });
    }
    let missing = subject.run.missing();
    if missing != *without {
        return Err(Refusal::SheetsMissing { project: project(), missing });
    }
    let scored = subject.contest.scored(subject.project).and_then(Result::ok);
    Ok(vec![Fact::Locked {
        project: project(),
        without: missing,
        sheets: subject.run.counted().count(),
        method: scored.as_ref().and_then(Score::method),
        score: scored.map(|score| score.rounded),
    }])
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
        Stage::Locked => {
            subject
                .contest
                .can_be_scored(subject.project)
                .map_err(|why| incomplete(subject, why))?;
            Ok(vec![Fact::Released { project: subject.project() }])
        }
        _ => Err(subject.wrong_stage()),
    }
}
