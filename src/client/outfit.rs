//! What a terminal is fitted out with when it joins.

use std::{fmt, sync::Arc};

use uuid::Uuid;

use super::{Roads, Tray, outbox::Outbox, roads::Network};

/// A terminal's name, where its unanswered wishes lie, and the roads it takes.
pub struct Outfit {
    pub(super) name: Uuid,
    pub(super) outbox: Outbox,
    pub(super) roads: Arc<dyn Roads>,
}

impl Outfit {
    /// A terminal of this name on the system's network, that keeps nothing when it ends. The hub takes
    /// two terminals of one name for the same one, that has come again.
    pub fn of(name: Uuid) -> Self {
        Self { name, outbox: Outbox::default(), roads: Arc::new(Network) }
    }

    /// With a tray in which unanswered wishes outlive the terminal. What lies in it is asked first.
    #[must_use]
    pub fn with_tray(self, tray: Box<dyn Tray>) -> Self {
        Self { outbox: Outbox::of(tray), ..self }
    }

    /// On other roads than the system's network.
    #[must_use]
    pub fn on(self, roads: Arc<dyn Roads>) -> Self {
        Self { roads, ..self }
    }
}

impl fmt::Debug for Outfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outfit").field("name", &self.name).finish_non_exhaustive()
    }
}
