//! Undoing the host's last step with the clock: a wrong key within ten seconds has not happened.

use super::{Decision, Subject};
use crate::contest::{At, Fact, Refusal, UNDO_WITHIN};

/// The project is again where it was, with its clock as if the step had never been taken. Sheets
/// that came in meanwhile stay.
pub(super) fn undo(subject: &Subject<'_>, now: At) -> Decision {
    let contest = subject.contest;
    let hall = contest.room_of(subject.project).and_then(|room| contest.hall(&room.id));
    let last = hall.and_then(|hall| hall.last_step.as_ref());
    match last.filter(|step| step.project == *subject.project && now - step.at <= UNDO_WITHIN) {
        None => Err(Refusal::NothingToUndo { project: subject.project() }),
        Some(_) => Ok(vec![Fact::Undone { project: subject.project() }]),
    }
}
