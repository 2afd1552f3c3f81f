//! How the rest of the hub talks to the desk: it asks, looks, comes to a seat, and reports.

use std::{collections::BTreeMap, sync::Arc};

use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

use super::{Presence, Survey, Verdict, request::Request};
use crate::{
    clock::Clock,
    contest::{Seat, Session, Wish},
    hub::{
        holders::{Guest, Place},
        picture::Picture,
        rate::Rate,
    },
    protocol::Epoch,
};

/// Who asks for something.
#[derive(Debug, Clone)]
pub(in crate::hub) struct Asker {
    pub(in crate::hub) seat: Seat,
    /// How the terminal names itself, if it does.
    pub(in crate::hub) terminal: Option<Uuid>,
    /// The number of its place, which has to be a holder's; `None` inside the hub.
    pub(in crate::hub) place: Option<u64>,
}

/// How the rest of the hub talks to the desk. Cheap to clone; the desk ends when all are gone.
#[derive(Clone)]
pub struct DeskHandle {
    pub(super) session: Arc<Session>,
    pub(super) epoch: Arc<Epoch>,
    pub(super) clock: Clock,
    pub(super) passes: watch::Receiver<BTreeMap<String, u32>>,
    /// The boards of all rooms, in the session's order.
    pub(super) boards: Arc<[watch::Receiver<Picture>]>,
    pub(super) inbox: mpsc::Sender<Request>,
}

impl DeskHandle {
    /// The session the desk runs.
    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// The hub's clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Which of the hubs of its journal this is.
    pub fn epoch(&self) -> &Epoch {
        &self.epoch
    }

    /// Asks the desk, from a terminal that may have a name, and waits for its verdict; `None` when the
    /// desk has closed.
    pub async fn ask(
        &self,
        seat: Seat,
        terminal: Option<Uuid>,
        id: Uuid,
        wish: Wish,
    ) -> Option<Verdict> {
        self.ask_by(Asker { seat, terminal, place: None }, id, wish).await
    }

    /// The same by an asker who may have a place at the seat.
    pub(in crate::hub) async fn ask_by(&self, by: Asker, id: Uuid, wish: Wish) -> Option<Verdict> {
        let (answer, verdict) = oneshot::channel();
        self.inbox.send(Request::Wish { by, id, wish, answer }).await.ok()?;
        verdict.await.ok()
    }

    /// Which of its passes a seat has now.
    pub(in crate::hub) fn generation(&self, seat: &Seat) -> u32 {
        self.passes.borrow().get(&seat.pass_name()).copied().unwrap_or_default()
    }

    /// The pictures of all rooms' boards now, without asking the desk.
    pub(in crate::hub) fn boards(&self) -> impl Iterator<Item = Picture> {
        self.boards.iter().map(|board| board.borrow().clone())
    }

    /// Comes to a seat; `None` when the desk has closed.
    pub(in crate::hub) async fn sit(&self, seat: Seat, guest: Guest) -> Option<(Place, Rate)> {
        let (answer, place) = oneshot::channel();
        self.inbox.send(Request::Sit { seat, guest, answer }).await.ok()?;
        place.await.ok()
    }

    /// The picture of a seat and everything published after it; `None` when the desk has closed.
    pub(in crate::hub) async fn look(&self, seat: Seat) -> Option<watch::Receiver<Picture>> {
        let (answer, picture) = oneshot::channel();
        self.inbox.send(Request::Look { seat, answer }).await.ok()?;
        picture.await.ok()
    }

    /// Who is at these seats, and how storing goes; `None` when the desk has closed.
    pub(in crate::hub) async fn survey(&self, seats: Vec<Seat>) -> Option<Survey> {
        let (answer, seen) = oneshot::channel();
        self.inbox.send(Request::Survey { seats, answer }).await.ok()?;
        seen.await.ok()
    }

    /// Tells the desk what happened to a seat's link.
    pub(in crate::hub) async fn report(&self, seat: Seat, place: u64, what: Presence) {
        let _ = self.inbox.send(Request::Presence { seat, place, what }).await; // A closed desk shows none.
    }
}
