//! What people are given so that they can come: the session, a join link for every seat, what to write down
//! in, and whoever may kill their terminals.
//!
//! Where the links lead is nobody's concern here: to a venue in this process, or to a hub in another one
//! behind whatever may cut the way there.

use std::sync::Arc;

use super::{Ledger, Terminals};
use crate::{contest::Session, protocol::JoinLink};

/// A session, and a link for everybody who is to come; who has none does not.
#[derive(Debug, Clone)]
pub struct Invitations {
    pub(super) session: Arc<Session>,
    pub(super) links: Vec<JoinLink>,
    pub(super) ledger: Option<Ledger>,
    pub(super) terminals: Terminals,
}

impl Invitations {
    /// Invitations by these links.
    pub fn new(session: Arc<Session>, links: Vec<JoinLink>) -> Self {
        Self { session, links, ledger: None, terminals: Terminals::default() }
    }

    /// With a ledger in which everybody writes down what they are told.
    #[must_use]
    pub fn writing_down(self, ledger: Ledger) -> Self {
        Self { ledger: Some(ledger), ..self }
    }

    /// At terminals that can be killed.
    #[must_use]
    pub fn at(self, terminals: Terminals) -> Self {
        Self { terminals, ..self }
    }
}
