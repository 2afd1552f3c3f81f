//! The messages themselves.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Epoch, Heartbeat, SeatSeen, Storage, views::Sections};
use crate::contest::{At, Refusal, Seat, Wish, tagged::told_by_tag};

/// From a terminal to the hub.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ask {
    /// Please do this.
    Wish {
        /// Minted by the terminal, once per wish; a repeat of a granted wish under the same id gets
        /// the same receipt and is never done again.
        id: Uuid,
        /// What is asked for.
        wish: Wish,
    },
    /// Are you there, and how late is it? Sent as often as `hello` says.
    Ping {
        /// Anything; it comes back in the answer.
        sent: i64,
    },
}

told_by_tag! {
"t" of "Say":
/// From the hub to a terminal. It is read of JSON only, as a picture's sections stay the texts that they are.
#[derive(Debug, Clone, PartialEq)]
pub enum Say {
    /// The first message on every connection.
    Hello {
        /// The version of the protocol.
        version: u32,
        /// The hub program's own version, for people.
        hub: String,
        /// The seat this connection speaks for.
        seat: Seat,
        /// The hub's clock now.
        at: At,
        /// Which of the hubs of this journal it is; `None` from a hub that does not know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        epoch: Option<Epoch>,
        /// How often it is to ping.
        #[serde(default, skip_serializing_if = "Heartbeat::is_usual")]
        heartbeat: Heartbeat,
    },
    /// What this seat may see. Keys that are there replace the ones before; others stay as they were.
    View {
        /// Counts this seat's pictures since the hub was started.
        rev: u64,
        /// Whether this is the whole picture, so that keys not in it are gone.
        full: bool,
        /// The picture, or the parts of it that have changed; see [`super::views`].
        view: Sections,
    },
    /// The wish was granted and is on disk.
    Granted {
        /// The wish's id.
        id: Uuid,
        /// The receipt: which of this seat's records, counted from 1, is the wish's last; where it
        /// wrote none, how many the seat has.
        seq: u64,
    },
    /// The wish was refused; nothing has changed.
    Refused {
        /// The wish's id; `None` when the message was not even understood.
        id: Option<Uuid>,
        /// Why.
        refusal: Refusal,
    },
    /// The answer to a ping.
    Pong {
        /// What the ping said.
        sent: i64,
        /// The hub's clock when it was answered.
        at: At,
    },
    /// Another terminal holds the seat, and this one waits for it. `hello` follows once it has the seat;
    /// until then pings are answered and wishes are not.
    Held {
        /// Since when the other one has it.
        since: At,
        /// The address that the other one came from.
        from: String,
    },
    /// This terminal does not hold its seat any more; a close frame follows. It does not come back by
    /// itself, but only when somebody wants it to.
    Unseated {
        /// Why.
        why: Unseated,
        /// The address of the terminal that has the seat now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
    },
    /// To who only looks, once, after `hello`.
    Seats {
        /// The id of the session.
        session: String,
        /// Whether it is a rehearsal.
        rehearsal: bool,
        /// Who is at the seats: at the link's own, and for a console or the supervisor at all that they
        /// look after.
        seats: Vec<SeatSeen>,
        /// How storing goes; only for those who see it on their screens.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        storage: Option<Storage>,
    },
    /// The hub is closing in order; terminals show it and try again.
    Bye,
}
}

/// Why a terminal does not hold its seat any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unseated {
    /// It had fallen silent and another one was there; or it came once more itself.
    Replaced,
    /// The host has given the seat to another one.
    HandedOver,
    /// The seat has a new pass, and this terminal came in by an older one.
    PassRenewed,
    /// More terminals have the seat, or wait for it, than a hub serves.
    TooMany,
}

impl Unseated {
    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::HandedOver => "handed-over",
            Self::PassRenewed => "pass-renewed",
            Self::TooMany => "too-many",
        }
    }
}

impl Say {
    /// The text of a [`Say::View`] whose picture is written already, as a JSON object.
    pub fn view(rev: u64, full: bool, view: &str) -> String {
        format!(r#"{{"t":"view","rev":{rev},"full":{full},"view":{view}}}"#)
    }

    /// The frame's text.
    #[expect(clippy::expect_used, reason = "keys are strings and numbers finite: always JSON")]
    pub fn encode(&self) -> String {
        serde_json::to_string(self).expect("a message is always JSON")
    }
}

impl Ask {
    /// The frame's text.
    #[expect(clippy::expect_used, reason = "keys are strings and numbers finite: always JSON")]
    pub fn encode(&self) -> String {
        serde_json::to_string(self).expect("a message is always JSON")
    }
}
