//! What a terminal knows of the hub: the latest picture, the state of the link, the hub's time, and
//! a way to ask.
//!
//! The link is a task of its own. It reconnects by itself, keeps the wishes that have no answer yet
//! and sends them again under the same ids once the picture is back.
//!
//! What always holds, and the test that guards it:
//!
//! - an unanswered wish is sent again and done once: `an_unanswered_wish_is_sent_again`, also by the
//!   terminal that comes after it: `a_wish_outlives_its_terminal`;
//! - waiting between two tries grows to a limit and no further: `waiting_grows_to_a_limit`;
//! - a hub with another key than the link's never sees the pass:
//!   `a_machine_with_another_key_is_refused_before_the_pass_is_sent`;
//! - the hub's time is known to half a round trip: `the_fastest_ping_sets_the_offset`.

mod backoff;
mod dial;
mod link;
mod news;
mod outbox;
mod pinned;
mod sync;

pub use link::try_once;
pub use news::{LinkState, News, Trouble};
pub use outbox::{Tray, Unanswered};
pub use sync::HubTime;

use tokio::sync::mpsc;
use uuid::Uuid;

use self::outbox::Outbox;

use crate::{
    clock::Clock,
    contest::Wish,
    protocol::{JoinLink, LARGEST_ASK},
};

/// News that may wait for the screen. When it is full the link waits, and so in the end the hub's
/// connection, which then sends the newest picture only.
const NEWS: usize = 64;
/// Wishes that may wait for the link; a person cannot press faster than it takes them.
const ASKS: usize = 64;

/// A terminal's end of the link. When it is dropped the link says goodbye and closes.
#[derive(Debug)]
pub struct Client {
    asks: mpsc::Sender<Unanswered>,
    time: HubTime,
}

/// Why the link does not take a wish. Nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Too many wait for an answer already.
    #[error("too many wishes wait for the hub")]
    TooMany,
    /// The hub would not read so long a message.
    #[error("the wish is longer than a hub reads")]
    TooLong,
}

impl Client {
    /// Opens the link and keeps it open. Call it inside a tokio runtime.
    pub fn join(link: JoinLink, clock: Clock) -> (Self, mpsc::Receiver<News>) {
        Self::open(link, clock, Outbox::default())
    }

    /// The same, with a tray in which unanswered wishes outlive this terminal. What lies in it is asked
    /// first.
    pub fn join_with(
        link: JoinLink,
        clock: Clock,
        tray: Box<dyn Tray>,
    ) -> (Self, mpsc::Receiver<News>) {
        Self::open(link, clock, Outbox::of(tray))
    }

    fn open(link: JoinLink, clock: Clock, outbox: Outbox) -> (Self, mpsc::Receiver<News>) {
        let (news, hear) = mpsc::channel(NEWS);
        let (asks, inbox) = mpsc::channel(ASKS);
        let time = HubTime::new(clock);
        tokio::spawn(link::keep(link, time.clone(), (news, inbox), outbox)); // Ends when `asks` is dropped.
        (Self { asks, time }, hear)
    }

    /// Asks the hub. The answer comes as news under this id, however often the link is lost.
    ///
    /// # Errors
    ///
    /// When too many wishes wait already, or this one is too long.
    pub fn ask(&self, id: Uuid, wish: Wish) -> Result<(), NotTaken> {
        let asked = Unanswered { id, wish, asked: self.time.local() };
        if asked.frame().len() > LARGEST_ASK {
            return Err(NotTaken::TooLong);
        }
        self.asks.try_send(asked).map_err(|_| NotTaken::TooMany)
    }

    /// The hub's time, as well as it is known.
    pub fn time(&self) -> &HubTime {
        &self.time
    }
}
