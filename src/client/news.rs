//! What a link tells its screen.

use serde::Serialize;
use uuid::Uuid;

use crate::{
    contest::{At, Ms, Refusal},
    protocol::{Unseated, views::Sections},
};

/// Something a screen should know.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// The link came up, was lost, or was measured anew.
    Link(LinkState),
    /// The whole present picture, changes merged in; deserialises into the seat's view.
    Picture(Sections),
    /// A wish of this terminal was granted and is on disk.
    Granted {
        /// The wish.
        id: Uuid,
        /// The receipt: which of the seat's own records it is.
        seq: u64,
    },
    /// A wish of this terminal was refused.
    Refused {
        /// The wish.
        id: Uuid,
        /// Why.
        refusal: Refusal,
    },
}

/// How the link to the hub is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkState {
    /// Trying for the first time.
    Connecting,
    /// Up.
    Up {
        /// The fastest round trip of the last pings, in milliseconds; `None` before the first.
        round_trip: Option<Ms>,
    },
    /// Down; the picture is the last one that came, and the clock goes on by itself.
    Lost {
        /// When the hub was last heard, in hub time.
        since: At,
        /// Why, as far as is known.
        trouble: Trouble,
    },
    /// Up, and another terminal holds the seat: this one has it once it is free.
    Waiting {
        /// Since when the other one holds it, in hub time.
        since: At,
        /// The address of the other one.
        from: String,
    },
    /// Closed, because another terminal has the seat. It is tried again when somebody wants it.
    Unseated {
        /// Why.
        why: Unseated,
        /// The address of the other one.
        from: Option<String>,
    },
    /// Down for good: trying again cannot help.
    Refused {
        /// Why.
        trouble: Trouble,
    },
}

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Trouble {
    /// Nobody answers there.
    #[error("no hub answers at {hub}: {detail}")]
    Unreachable {
        /// Where.
        hub: String,
        /// What the system said.
        detail: String,
    },
    /// The hub was there and fell silent.
    #[error("the hub at {hub} has fallen silent")]
    Silent {
        /// Where.
        hub: String,
    },
    /// The hub said goodbye.
    #[error("the hub at {hub} is closing")]
    Closing {
        /// Where.
        hub: String,
    },
    /// The pass is not the seat's.
    #[error("the hub at {hub} does not know this pass")]
    WrongPass {
        /// Where.
        hub: String,
    },
    /// The seat has a new pass.
    #[error("the hub at {hub} has given the seat a new pass")]
    PassRenewed {
        /// Where.
        hub: String,
    },
    /// The hub's session has no such seat.
    #[error("the hub at {hub} has no seat {seat}")]
    NoSuchSeat {
        /// Where.
        hub: String,
        /// Which.
        seat: String,
    },
    /// The hub speaks another version.
    #[error("the hub at {hub} speaks {theirs}, this program {ours}")]
    OtherVersion {
        /// Where.
        hub: String,
        /// The hub's protocol.
        theirs: String,
        /// This program's protocol.
        ours: String,
    },
    /// What answers has another key than the link's. It has been sent nothing.
    #[error("another machine answers at {hub}: it has another key than the link names")]
    OtherMachine {
        /// Where.
        hub: String,
    },
    /// The link names a key, and what answers does not encrypt. It has been sent nothing.
    #[error("what answers at {hub} does not encrypt, as the link demands")]
    NotEncrypted {
        /// Where.
        hub: String,
    },
    /// The link names no key, and the hub takes encrypted connections only.
    #[error("the hub at {hub} takes encrypted connections only; the link names no key")]
    OnlyEncrypted {
        /// Where.
        hub: String,
    },
    /// A hub of this journal that a newer one, opened on a copy, has taken over from.
    #[error("the hub at {hub} has been taken over from by a newer one")]
    OldHub {
        /// Where.
        hub: String,
    },
    /// The hub has as many terminals as it takes.
    #[error("the hub at {hub} is full")]
    Full {
        /// Where.
        hub: String,
    },
    /// Something answers, and it is no hub.
    #[error("what answers at {hub} is no roadshow hub: {detail}")]
    NotAHub {
        /// Where.
        hub: String,
        /// What it said.
        detail: String,
    },
}

impl Trouble {
    /// What the system said of it, for whoever looks after the network.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::Unreachable { detail, .. } | Self::NotAHub { detail, .. } => Some(detail),
            _ => None,
        }
    }

    /// Whether another address may be the hub's; otherwise it was the hub that has answered.
    pub(super) fn may_be_elsewhere(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::OtherMachine { .. }
                | Self::NotEncrypted { .. }
                | Self::NotAHub { .. }
        )
    }
}
