//! The hub: one desk that owns the contest, one door that takes connections in, one task per
//! connection that owns a socket.
//!
//! It starts by going on where its journal stopped, and it ends in order: the door closes, every
//! screen is told goodbye, the desk finishes what waits, seals the journal and closes it.
//!
//! It is never half alive. Should a bug break down one connection, its seat is free again and nobody else
//! notices; should it be the desk or the door, the hub ends and says which:
//! `a_desk_that_breaks_down_ends_the_hub`, `a_door_that_breaks_down_ends_the_hub`.

mod answers;
mod callers;
mod capacity;
mod connection;
mod copies;
mod crowd;
mod desk;
mod door;
mod entrance;
#[cfg(test)]
mod faulty;
mod frame;
mod gallery;
mod hastened;
mod holders;
mod identity;
mod link_log;
mod lobby;
mod network;
mod notices;
mod now;
mod onlooker;
mod opening;
mod past;
mod picture;
mod rate;
mod seal;
mod seats;
mod standing;
mod stretch;
#[cfg(test)]
mod table;
mod tls;
mod wire;

pub use capacity::Capacity;
pub use copies::{Copies, CopyError, take_copy};
pub use desk::{Desk, DeskHandle, Verdict};
pub use entrance::{Entrance, Knock};
pub use hastened::hastened_clock;
pub use identity::{Identity, KeyError};
pub use link_log::{LinkLine, LinkTold, link_log};
pub use opening::{
    Definition, Foreseen, Occasion, OpeningError, Replayed, Sealed, foresee, open, replay,
    replay_each, replay_whole,
};
pub use seal::SealKey;
pub use tls::Transport;

use std::{io, sync::Arc};

use tokio::{sync::watch, task};
use tokio_rustls::TlsAcceptor;

use crate::journal::JournalError;
use callers::Callers;
use connection::Inside;
use crowd::Crowd;
use gallery::Galleries;

/// What every connection of a hub needs.
pub(crate) struct Hub {
    inside: Inside,
    key: Identity,
    /// `None` where the hub speaks in the clear.
    tls: Option<TlsAcceptor>,
    crowd: Crowd,
    callers: Callers,
    page: now::Page,
}

/// How a hub's door is.
pub struct Door {
    /// The hub's secret, from which passes and certificate follow.
    pub key: Identity,
    /// How terminals talk to it.
    pub transport: Transport,
    /// How many connections it takes.
    pub capacity: Capacity,
}

/// Why a hub ended other than in order.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// The journal failed. What was acknowledged is in it.
    #[error("the journal failed")]
    Journal(#[from] JournalError),
    /// The desk's thread could not be made.
    #[error("the desk could not be set up")]
    Desk(#[from] io::Error),
    /// The desk's thread ended by a bug.
    #[error("the desk has broken down; what was acknowledged is in the journal")]
    Broken,
    /// The door's task ended by a bug.
    #[error("the door has broken down; what was acknowledged is in the journal")]
    DoorBroken,
}

/// Runs a hub on whatever connections come from, until `closing` turns true, or the desk ends.
///
/// # Errors
///
/// When the desk cannot be started, or its journal has failed beyond repair.
pub async fn run(
    entrance: impl Entrance,
    desk: Desk,
    handle: DeskHandle,
    door: Door,
    mut closing: watch::Receiver<bool>,
) -> Result<(), HubError> {
    let desk = desk.sealing_with(door.key.seal_key()).start()?;
    let mut desk = task::spawn_blocking(move || desk.join());
    let (close_door, door_closing) = watch::channel(false);
    let door = task::spawn(open_door(entrance, handle, door, door_closing));

    // A door that breaks down lets go of the last handles, so that the desk ends as well.
    let ended = tokio::select! {
        () = connection::told_to_close(&mut closing) => None,
        ended = &mut desk => Some(ended),
    };
    close_door.send_replace(true);
    let door = door.await;
    let ended = match ended {
        Some(ended) => ended,
        None => desk.await,
    };
    ended.map_err(|_| HubError::Broken)?.map_err(|_| HubError::Broken)??;
    door.map_err(|_| HubError::DoorBroken)
}

/// The hub's door alone, for a desk that the caller runs, until `closing` turns true: of a real network
/// or a simulated one.
pub async fn open_door(
    entrance: impl Entrance,
    desk: DeskHandle,
    Door { key, transport, capacity }: Door,
    closing: watch::Receiver<bool>,
) {
    let (crowd, page) = (Crowd::new(capacity), now::Page::new(&desk.session().language));
    let tls = (transport == Transport::Tls).then(|| tls::acceptor(&key));
    let (galleries, run_galleries) = Galleries::of(&desk);
    let inside = Inside { desk, galleries, notices: Arc::default() };
    let hub = Hub { inside, key, tls, crowd, callers: Callers::default(), page };
    let serve = door::serve(entrance, Arc::new(hub), capacity, closing);
    tokio::join!(serve, run_galleries);
}

#[cfg(test)]
mod tests;
