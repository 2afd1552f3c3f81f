//! The presenter's countdown: who is on stage and how long yet; never a score.

use serde::{Deserialize, Serialize};

use super::{
    hall::{PauseLine, message},
    lines::{RoomLine, SessionLine, StageLine},
};
use crate::contest::{Audience, Contest, Message, Room};

/// A timer's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimerView {
    /// The session.
    pub session: SessionLine,
    /// The room.
    pub room: RoomLine,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
    /// The message to the presenter.
    pub message: Option<Message>,
    /// The break that is being held.
    pub pause: Option<PauseLine>,
}

impl TimerView {
    pub(super) fn of(contest: &Contest, room: &Room) -> Self {
        Self {
            session: SessionLine::of(contest),
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
            message: message(contest, room, Audience::Stage),
            pause: contest.hall(&room.id).and_then(PauseLine::of),
        }
    }
}
