//! What crosses the wire: one JSON object per text frame, in both directions, described for other
//! languages in `docs/protocol.md`.
//!
//! These types are the wire's. A change that an older screen could not read is a new [`VERSION`];
//! keys may be added to what the hub says at any time, and screens ignore keys they do not know.
//! What each audience may know is decided in [`views`].

mod attendance;
pub mod code;
mod epoch;
mod fingerprint;
mod frame;
mod heads;
mod heartbeat;
mod links;
mod record_line;
mod storage;
pub mod views;
mod whereabouts;

pub use attendance::{Attendance, SeatLink, SeatSeen, TerminalLine, TerminalSeen, WaitingLine};
pub use epoch::Epoch;
pub use fingerprint::{Fingerprint, NoFingerprint};
pub use frame::{Ask, Say, Unseated};
pub use heads::{HeadLine, HeadMark, Heads, Moment};
pub use heartbeat::Heartbeat;
pub use links::{JoinLink, LinkProblem};
pub use record_line::RecordLine;
pub use storage::{CopyLine, CopyMade, Storage, StorageTrouble};
pub use whereabouts::{Address, NoAddress, Whereabouts};

/// The version of everything in this module.
pub const VERSION: u32 = 1;

/// The websocket subprotocol that names the version in the handshake.
pub const SUBPROTOCOL: &str = "roadshow.1";

/// The path of the websocket; the seat follows: `/join/A/judge/A3`.
pub const JOIN_PATH: &str = "/join/";

/// The path of whoever only looks, as `roadshow preflight` does; the seat follows likewise.
pub const LOOK_PATH: &str = "/look/";

/// The header of the handshake in which a terminal names itself, by a UUID.
pub const TERMINAL_HEADER: &str = "Roadshow-Terminal";

/// The largest message a terminal may send, in bytes; a whole sheet is well under a tenth of it.
pub const LARGEST_ASK: usize = 16 * 1024;

/// The largest message the hub sends, in bytes: a full picture of some thousand projects.
pub const LARGEST_SAY: usize = 16 * 1024 * 1024;
