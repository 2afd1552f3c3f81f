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
mod beat;
mod dial;
mod link;
mod look;
mod news;
mod outbox;
mod outfit;
mod pinned;
mod probe;
mod roads;
mod sync;

pub use link::{try_once, try_once_as};
pub use look::{Sight, look};
pub use news::{LinkState, News, Trouble};
pub use outbox::{Tray, Unanswered};
pub use outfit::Outfit;
pub use probe::{Errand, Field, Met, Probe, Telling};
pub use roads::{Roads, Wire};
pub use sync::HubTime;

use std::time::Duration;

use tokio::{sync::mpsc, time::timeout};
use uuid::Uuid;

use crate::{
    clock::Clock,
    contest::{Seat, Wish},
    protocol::{JoinLink, LARGEST_ASK},
};

/// News that may wait for the screen. When it is full the link waits, and so in the end the hub's
/// connection, which then sends the newest picture only.
const NEWS: usize = 64;
/// Wishes that may wait for the link; a person cannot press faster than it takes them.
const ASKS: usize = 64;
/// Orders that may wait for the link; what is ordered beyond that was ordered already.
const ORDERS: usize = 4;

/// How long a link may take to close.
const FAREWELL: Duration = Duration::from_secs(1);

/// A terminal's end of the link. When it is dropped the link says goodbye and closes.
#[derive(Debug)]
pub struct Client {
    asks: mpsc::Sender<Unanswered>,
    orders: mpsc::Sender<Order>,
    time: HubTime,
}

/// What is to be done with the link itself.
#[derive(Debug)]
enum Order {
    /// Try again for the seat that was lost to another terminal.
    Again,
    /// Leave the seat and take another one, by the same pass.
    Move(Seat),
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
    /// Opens the link and keeps it open, as a terminal that is new to the hub. Call it inside a tokio
    /// runtime.
    pub fn join(link: JoinLink, clock: Clock) -> (Self, mpsc::Receiver<News>) {
        Self::join_as(Outfit::of(Uuid::new_v4()), link, clock)
    }

    /// The same as the terminal that is so fitted out.
    pub fn join_as(outfit: Outfit, link: JoinLink, clock: Clock) -> (Self, mpsc::Receiver<News>) {
        let (orders, to_do) = mpsc::channel(ORDERS);
        let (news, hear) = mpsc::channel(NEWS);
        let (asks, inbox) = mpsc::channel(ASKS);
        let time = HubTime::new(clock);
        let ends = link::Ends { news, asks: inbox, orders: to_do };
        tokio::spawn(link::keep(outfit, link, time.clone(), ends)); // Ends when `asks` is dropped.
        (Self { asks, orders, time }, hear)
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

    /// Tries again for the seat that was lost to another terminal. Does nothing while the link is up.
    pub fn try_again(&self) {
        let _ = self.orders.try_send(Order::Again); // One that waits already is enough.
    }

    /// Leaves the seat for another one that the same pass is for. Wishes without an answer are told that
    /// they are not sent.
    pub fn go_to(&self, seat: Seat) {
        let _ = self.orders.try_send(Order::Move(seat)); // A person cannot go so fast.
    }

    /// Waits until the link has closed, which it does once this client is dropped: a program that ends sooner
    /// leaves the hub with a connection that broke.
    pub fn farewell(&self) -> impl Future<Output = ()> + use<> {
        let orders = self.orders.clone();
        async move {
            let _ = timeout(FAREWELL, orders.closed()).await; // Without a hub there is nobody to say it to.
        }
    }

    /// The hub's time, as well as it is known.
    pub fn time(&self) -> &HubTime {
        &self.time
    }
}
