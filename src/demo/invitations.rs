//! What people are given so that they can come: the session, and a join link for every seat.
//!
//! Where the links lead is nobody's concern here: to a venue in this process, or to a hub in another one
//! behind whatever may cut the way there.

use std::sync::Arc;

use crate::{contest::Session, protocol::JoinLink};

/// A session, and a link for everybody who is to come; who has none does not.
#[derive(Debug, Clone)]
pub struct Invitations {
    pub(super) session: Arc<Session>,
    pub(super) links: Vec<JoinLink>,
}

impl Invitations {
    /// Invitations by these links.
    pub fn new(session: Arc<Session>, links: Vec<JoinLink>) -> Self {
        Self { session, links }
    }
}
