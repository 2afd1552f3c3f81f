//! A turn of the desk: what the wishes that are decided together come to, and who waits for it.

use std::collections::HashMap;

use tokio::sync::{oneshot, watch};

use super::Verdict;
use crate::{
    contest::{Contest, Fact, Seat},
    hub::{answers::Name, picture::Picture},
    journal::Entry,
};

/// What the wishes of one turn come to, before any of it is stored.
#[derive(Default)]
pub(super) struct Turn {
    pub(super) entries: Vec<Entry>,
    pub(super) fresh: HashMap<Name, Fresh>,
    /// The contest before the first of them.
    pub(super) before: Option<Box<Contest>>,
}

/// Who waits for something until what has been stored is published.
#[derive(Default)]
pub(super) struct Waiting {
    pub(super) asked: Vec<(oneshot::Sender<Verdict>, Name)>,
    pub(super) looks: Vec<(Seat, oneshot::Sender<watch::Receiver<Picture>>)>,
}

/// An answer that holds if the turn can be stored, and whether records stand for it.
pub(super) struct Fresh {
    pub(super) verdict: Verdict,
    pub(super) recorded: bool,
}

impl Turn {
    /// Whether it changes who may sit where.
    pub(super) fn moves_seats(&self) -> bool {
        let moves =
            |fact: &Fact| matches!(fact, Fact::PassChanged { .. } | Fact::SeatHandedOver { .. });
        self.entries.iter().any(|it| moves(&it.fact))
    }

    /// How many of the entries a seat has asked for.
    pub(super) fn records_of(&self, seat: &Seat) -> u64 {
        self.entries.iter().filter(|it| it.by.as_ref() == Some(seat)).count() as u64
    }
}
