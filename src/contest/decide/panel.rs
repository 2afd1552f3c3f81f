//! What judges and hosts say of a seat that hands in no sheet.

use super::{Decision, Subject, reasoned};
use crate::contest::{Fact, SeatId, SeatMark, SeatState, Stage};

/// A judge stays out: before scoring opens, and not after a sheet of the same judge.
pub(super) fn recuse(subject: &Subject<'_>, seat: &SeatId, reason: &str) -> Decision {
    subject.must_be_scored()?;
    match (subject.seat(seat)?, subject.stage()) {
        (SeatState::Recused { .. }, _) => Ok(Vec::new()),
        (
            SeatState::Expected
            | SeatState::Absent { .. }
            | SeatState::Late { .. }
            | SeatState::Returned { .. },
            Stage::Waiting
            | Stage::CalledUp
            | Stage::Presentation
            | Stage::Questions
            | Stage::Absent,
        ) => {
            let (project, reason) = (subject.project(), reasoned(reason)?);
            Ok(vec![Fact::Recused { project, seat: seat.clone(), reason }])
        }
        (SeatState::Expected, _) => Err(subject.wrong_stage()),
        (state, _) => Err(subject.wrong_seat_state(seat, state)),
    }
}

/// A seat without a sheet is not waited for, or is waited for again; until the lock.
pub(super) fn mark(subject: &Subject<'_>, seat: &SeatId, mark: SeatMark, reason: &str) -> Decision {
    subject.must_be_scored()?;
    if subject.stage().is_out() || matches!(subject.stage(), Stage::Locked | Stage::Released) {
        return Err(subject.wrong_stage());
    }
    match (subject.seat(seat)?, mark) {
        (SeatState::Expected, SeatMark::Expected)
        | (SeatState::Absent { .. }, SeatMark::Absent)
        | (SeatState::Late { .. }, SeatMark::Late) => Ok(Vec::new()),
        // Of a sealed sheet whose terminal is gone nobody will ever know the marks.
        (SeatState::Expected | SeatState::Absent { .. } | SeatState::Late { .. }, _)
        | (SeatState::Sealed { .. }, SeatMark::Absent | SeatMark::Late) => {
            let (project, reason) = (subject.project(), reasoned(reason)?);
            Ok(vec![Fact::SeatMarked { project, seat: seat.clone(), mark, reason }])
        }
        (state, _) => Err(subject.wrong_seat_state(seat, state)),
    }
}
