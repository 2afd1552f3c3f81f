//! Who sits where: the kinds of places a screen can be opened for.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{RoomId, SeatId, Session};

/// A place in a room, or over all of them. Written `A/host`, `A/judge/A3`, `A/board`, `A/timer`,
/// `supervisor`, in links, in the journal and on the wire.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Seat {
    /// The console that runs the room (控台).
    Host(RoomId),
    /// One judge's score sheets (评委席).
    Judge(RoomId, SeatId),
    /// The projected scoreboard (大屏).
    Board(RoomId),
    /// The presenter's countdown (计时屏).
    Timer(RoomId),
    /// Sees every step of every room, and is the second person where it takes two (监督席).
    Supervisor,
}

/// What a seat is for; what it may ask and see hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Runs the room.
    Host,
    /// Scores.
    Judge,
    /// Shows the hall what is released.
    Board,
    /// Shows the presenter the countdown.
    Timer,
    /// Watches, and is the second person.
    Supervisor,
}

impl Role {
    /// The role's word in links and in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Judge => "judge",
            Self::Board => "board",
            Self::Timer => "timer",
            Self::Supervisor => "supervisor",
        }
    }
}

impl Seat {
    /// The room it is in; `None` for one over all rooms.
    pub fn room(&self) -> Option<&RoomId> {
        match self {
            Self::Host(room) | Self::Judge(room, _) | Self::Board(room) | Self::Timer(room) => {
                Some(room)
            }
            Self::Supervisor => None,
        }
    }

    /// What it is for.
    pub fn role(&self) -> Role {
        match self {
            Self::Host(_) => Role::Host,
            Self::Judge(..) => Role::Judge,
            Self::Board(_) => Role::Board,
            Self::Timer(_) => Role::Timer,
            Self::Supervisor => Role::Supervisor,
        }
    }

    /// The judge's seat, where it is one.
    pub fn judge(&self) -> Option<&SeatId> {
        match self {
            Self::Judge(_, seat) => Some(seat),
            _ => None,
        }
    }

    /// Every seat of a session, room by room: host, judges, board, timer; then the supervisor's.
    pub fn all_of(session: &Session) -> Vec<Self> {
        let of_room = |room: &super::Room| {
            let id = || room.id.clone();
            let judges =
                room.judges.iter().map(|judge| Self::Judge(room.id.clone(), judge.id.clone()));
            let mut seats = vec![Self::Host(id())];
            seats.extend(judges);
            seats.extend([Self::Board(id()), Self::Timer(id())]);
            seats
        };
        session.rooms.iter().flat_map(of_room).chain([Self::Supervisor]).collect()
    }
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(room) = self.room() {
            write!(f, "{room}/")?;
        }
        f.write_str(self.role().as_str())?;
        self.judge().map_or(Ok(()), |seat| write!(f, "/{seat}"))
    }
}

/// A text that names no seat.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no seat; seats are written room/host, room/judge/seat, room/board, room/timer or supervisor"
)]
pub struct NoSeat(pub String);

impl FromStr for Seat {
    type Err = NoSeat;

    fn from_str(text: &str) -> Result<Self, NoSeat> {
        let parts: Vec<&str> = text.split('/').collect();
        match parts[..] {
            [room, "host"] => Ok(Self::Host(room.into())),
            [room, "judge", seat] => Ok(Self::Judge(room.into(), seat.into())),
            [room, "board"] => Ok(Self::Board(room.into())),
            [room, "timer"] => Ok(Self::Timer(room.into())),
            ["supervisor"] => Ok(Self::Supervisor),
            _ => Err(NoSeat(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Seat {
    type Error = NoSeat;

    fn try_from(text: String) -> Result<Self, NoSeat> {
        text.parse()
    }
}

impl From<Seat> for String {
    fn from(seat: Seat) -> Self {
        seat.to_string()
    }
}
