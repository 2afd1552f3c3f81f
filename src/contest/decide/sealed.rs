//! Sealed sheets (密封评分): a judge hands in what stands for the marks, and the marks themselves when
//! the whole panel has done so.
//!
//! Until then the hub has nothing that anybody could read, whoever runs it:
//! `nobody_can_open_a_sheet_while_another_is_waited_for`; and nobody seals once a sheet is open:
//! `no_seal_is_taken_once_a_sheet_is_open`.

use super::{
    Decision, Subject,
    paper::must_not_stand,
    scoring::{must_be_next, open_seat},
};
use crate::contest::{Fact, Marks, Refusal, Rubric, Seal, SeatId, SeatState};

/// A sealed sheet, from the pitch until the panel's first is opened; another one takes its place
/// meanwhile. Whoever could have heard of others' marks binds nobody by a seal.
pub(super) fn seal(subject: &Subject<'_>, judge: &SeatId, revision: u32, seal: &Seal) -> Decision {
    sealed_rubric(subject)?;
    let state = open_seat(subject, judge)?;
    must_not_stand(subject, state)?;
    let project = subject.project();
    match state {
        SeatState::Sealed { revision: present, seal: there }
            if *present == revision && there == seal =>
        {
            Ok(Vec::new())
        }
        SeatState::Scored(_) => Err(subject.wrong_seat_state(judge, state)),
        _ => {
            must_be_next(subject, judge, state.revision(), revision)?;
            if subject.run.has_opened() && !matches!(state, SeatState::Returned { .. }) {
                return Err(Refusal::SealsStand { project });
            }
            let seal = seal.clone();
            Ok(vec![Fact::SheetSealed { project, seat: judge.clone(), revision, seal }])
        }
    }
}

/// The marks of the sheet that was sealed, once the whole panel's are in.
pub(super) fn open(
    subject: &Subject<'_>,
    judge: &SeatId,
    (revision, marks): (u32, &Marks),
    nonce: &str,
) -> Decision {
    let rubric = sealed_rubric(subject)?;
    let state = open_seat(subject, judge)?;
    must_not_stand(subject, state)?;
    let project = subject.project();
    let seal = match state {
        SeatState::Scored(sheet) if sheet.revision == revision && sheet.marks == *marks => {
            return Ok(Vec::new());
        }
        SeatState::Sealed { revision: present, seal } if *present == revision => seal,
        SeatState::Sealed { revision, .. } => {
            return Err(Refusal::StaleRevision { project, revision: *revision });
        }
        _ => return Err(subject.wrong_seat_state(judge, state)),
    };
    if !subject.run.opens() {
        return Err(Refusal::NotOpenYet { project });
    }
    rubric.check(marks)?;
    if Seal::of((&project, judge, revision), marks, nonce) != *seal {
        return Err(Refusal::SealBroken { project });
    }
    let (marks, nonce) = (marks.clone(), nonce.to_owned());
    Ok(vec![Fact::SheetOpened { project, seat: judge.clone(), revision, marks, nonce }])
}

/// What is scored by, where the session's sheets are sealed.
fn sealed_rubric<'a>(subject: &Subject<'a>) -> Result<&'a Rubric, Refusal> {
    let rubric = subject.group.rubric.as_ref();
    let rubric = rubric.ok_or_else(|| Refusal::NotScored { project: subject.project() })?;
    if !subject.contest.session.safeguards.sealed_sheets {
        return Err(Refusal::NoSealNeeded { project: subject.project() });
    }
    Ok(rubric)
}
