//! Connections that have come in and have no seat yet. Of one address only so many may stand here: one
//! more, and the oldest of them is dropped, so that whoever is idle keeps nobody out:
//! `one_more_of_an_address_drops_its_oldest`. Whoever has joined has left the lobby.

use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
};

use tokio::task::{AbortHandle, Id};

/// Connections of one address that have not joined.
pub(super) const MOST_UNJOINED: usize = 64;

/// Who has not joined yet.
#[derive(Debug, Default)]
pub(super) struct Lobby {
    /// The oldest first.
    of_address: HashMap<IpAddr, VecDeque<AbortHandle>>,
    addresses: HashMap<Id, IpAddr>,
}

impl Lobby {
    /// A connection comes in. Where there are too many of its address, the oldest of them is dropped;
    /// whether one was.
    pub(super) fn enter(&mut self, from: IpAddr, connection: AbortHandle) -> bool {
        self.addresses.insert(connection.id(), from);
        let present = self.of_address.entry(from).or_default();
        present.push_back(connection);
        let is_full = present.len() > MOST_UNJOINED;
        if let Some(oldest) = is_full.then(|| present.pop_front()).flatten() {
            self.addresses.remove(&oldest.id());
            oldest.abort();
        }
        is_full
    }

    /// A connection has joined, or has gone.
    pub(super) fn leave(&mut self, connection: Id) {
        let Some(from) = self.addresses.remove(&connection) else { return };
        let Some(present) = self.of_address.get_mut(&from) else { return };
        present.retain(|it| it.id() != connection);
        if present.is_empty() {
            self.of_address.remove(&from);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use tokio::task::JoinSet;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[tokio::test]
    async fn one_more_of_an_address_drops_its_oldest() {
        let (mut lobby, mut idle) = (Lobby::default(), JoinSet::new());
        let joined = idle.spawn(pending::<()>());
        lobby.enter(HERE, joined.clone());
        lobby.leave(joined.id());
        let oldest = idle.spawn(pending::<()>());
        assert!(!lobby.enter(HERE, oldest.clone()));
        let elsewhere = "192.0.2.7".parse().unwrap();
        assert!(!lobby.enter(elsewhere, idle.spawn(pending::<()>())));
        for _ in 1..MOST_UNJOINED {
            assert!(!lobby.enter(HERE, idle.spawn(pending::<()>())));
        }
        assert!(lobby.enter(HERE, idle.spawn(pending::<()>())));
        let dropped = idle.join_next().await.unwrap().unwrap_err();
        assert_eq!(dropped.id(), oldest.id());
        assert!(!joined.is_finished());
        assert_eq!(idle.len(), MOST_UNJOINED + 2);
    }

    #[tokio::test]
    async fn an_address_without_connections_is_forgotten() {
        let (mut lobby, mut idle) = (Lobby::default(), JoinSet::new());
        let one = idle.spawn(pending::<()>());
        lobby.enter(HERE, one.clone());
        lobby.leave(one.id());
        lobby.leave(one.id());
        assert!(lobby.of_address.is_empty() && lobby.addresses.is_empty());
    }
}
