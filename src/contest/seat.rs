//! Who sits where: the kinds of places a screen can be opened for.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{LONGEST_ID, RoomId, SeatId, Session};

/// The word of the console over all rooms.
const CONTROL: &str = "control";

/// A place in a room, or over all of them. Written `A/host`, `A/judge/A3`, `A/board`, `A/timer`,
/// `A/clerk`, `A/control`, `supervisor`, in links, in the journal and on the wire.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Seat {
    /// The host's console over all rooms (总控), in the room that it looks at now. It has one pass for
    /// all of them, and can do in each what the room's own host can.
    Control(RoomId),
    /// The console that runs the room (控台).
    Host(RoomId),
    /// One judge's score sheets (评委席).
    Judge(RoomId, SeatId),
    /// The projected scoreboard (大屏).
    Board(RoomId),
    /// The presenter's countdown (计时屏).
    Timer(RoomId),
    /// Looks for the sheets that are missing (统分员).
    Clerk(RoomId),
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
    /// Sees which sheets are in, and none of their marks.
    Clerk,
    /// Watches, and is the second person.
    Supervisor,
}

impl Role {
    /// Every role, in the order of the tables.
    pub const ALL: [Self; 6] =
        [Self::Host, Self::Judge, Self::Board, Self::Timer, Self::Clerk, Self::Supervisor];

    /// The role's word in links and in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Judge => "judge",
            Self::Board => "board",
            Self::Timer => "timer",
            Self::Clerk => "clerk",
            Self::Supervisor => "supervisor",
        }
    }
}

impl Seat {
    /// The room it is in; `None` for one over all rooms.
    pub fn room(&self) -> Option<&RoomId> {
        match self {
            Self::Control(room)
            | Self::Host(room)
            | Self::Judge(room, _)
            | Self::Board(room)
            | Self::Timer(room)
            | Self::Clerk(room) => Some(room),
            Self::Supervisor => None,
        }
    }

    /// What it is for.
    pub fn role(&self) -> Role {
        match self {
            Self::Control(_) | Self::Host(_) => Role::Host,
            Self::Judge(..) => Role::Judge,
            Self::Board(_) => Role::Board,
            Self::Timer(_) => Role::Timer,
            Self::Clerk(_) => Role::Clerk,
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

    /// Whether any number of screens may show it at the same time. Of the others one terminal holds the
    /// seat; the console over all rooms is never locked out.
    pub fn is_shared(&self) -> bool {
        match self {
            Self::Control(_) | Self::Board(_) | Self::Timer(_) | Self::Clerk(_) => true,
            Self::Host(_) | Self::Judge(..) | Self::Supervisor => false,
        }
    }

    /// Whether it only shows: any number of spectators may have one, and it asks for nothing.
    pub fn is_display(&self) -> bool {
        matches!(self, Self::Board(_) | Self::Timer(_))
    }

    /// What its pass is called. Seats of the same name have the same pass.
    pub fn pass_name(&self) -> String {
        match self {
            Self::Control(_) => CONTROL.to_owned(),
            own => own.to_string(),
        }
    }

    /// The seats of a session that links are handed out for: all but the console over all rooms where it
    /// looks at another room than the first.
    pub fn handed_out(session: &Session) -> Vec<Self> {
        let first = session.rooms.first().map(|room| &room.id);
        let mut seats = Self::all_of(session);
        seats.retain(|seat| !matches!(seat, Self::Control(room) if Some(room) != first));
        seats
    }

    /// Every seat of a session: the console over all rooms in each of them; room by room host, judges,
    /// board, timer, clerk; then the supervisor's.
    pub fn all_of(session: &Session) -> Vec<Self> {
        let of_room = |room: &super::Room| {
            let id = || room.id.clone();
            let judges =
                room.judges.iter().map(|judge| Self::Judge(room.id.clone(), judge.id.clone()));
            let mut seats = vec![Self::Host(id())];
            seats.extend(judges);
            seats.extend([Self::Board(id()), Self::Timer(id()), Self::Clerk(id())]);
            seats
        };
        let control = session.rooms.iter().map(|room| Self::Control(room.id.clone()));
        let rooms = session.rooms.iter().flat_map(of_room);
        control.chain(rooms).chain([Self::Supervisor]).collect()
    }
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(room) = self.room() {
            write!(f, "{room}/")?;
        }
        f.write_str(match self {
            Self::Control(_) => CONTROL,
            other => other.role().as_str(),
        })?;
        self.judge().map_or(Ok(()), |seat| write!(f, "/{seat}"))
    }
}

/// A text that names no seat.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no seat; seats are written room/host, room/judge/seat, room/board, room/timer, \
     room/clerk, room/control or supervisor"
)]
pub struct NoSeat(pub String);

impl FromStr for Seat {
    type Err = NoSeat;

    fn from_str(text: &str) -> Result<Self, NoSeat> {
        let parts: Vec<&str> = text.split('/').collect();
        if parts.iter().any(|part| LONGEST_ID < part.len()) {
            return Err(NoSeat(text.to_owned()));
        }
        match parts[..] {
            [room, CONTROL] => Ok(Self::Control(room.into())),
            [room, "host"] => Ok(Self::Host(room.into())),
            [room, "judge", seat] => Ok(Self::Judge(room.into(), seat.into())),
            [room, "board"] => Ok(Self::Board(room.into())),
            [room, "timer"] => Ok(Self::Timer(room.into())),
            [room, "clerk"] => Ok(Self::Clerk(room.into())),
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
