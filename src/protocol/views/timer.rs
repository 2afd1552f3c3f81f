//! The presenter's countdown: who is on stage and how long yet; never a score.

use serde::{Deserialize, Serialize};

use super::lines::{RoomLine, SessionLine, StageLine};
use crate::contest::{Contest, Room};

/// A timer's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimerView {
    /// The session.
    pub session: SessionLine,
    /// The room.
    pub room: RoomLine,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
}

impl TimerView {
    pub(super) fn of(contest: &Contest, room: &Room) -> Self {
        Self {
            session: SessionLine::of(contest.session()),
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
        }
    }
}
