//! Connections that have come in and have not joined. There is room for so many, and for so many of one
//! address. One more, and the oldest is dropped: of its address where that has too many, and of the address
//! that has most where the lobby is full. So whoever is idle keeps nobody out, from however many addresses:
//! `one_more_of_an_address_drops_its_oldest`, `a_full_lobby_drops_the_oldest_of_the_busiest_address`.

use std::{
    cmp::Reverse,
    collections::{HashMap, VecDeque},
};

use tokio::task::{AbortHandle, Id};

use super::network::Network;

/// Connections of one address that have not joined.
pub(super) const MOST_UNJOINED_OF_ADDRESS: usize = 64;

/// Who has not joined yet.
#[derive(Debug)]
pub(super) struct Lobby {
    most: usize,
    /// The oldest first, each with the how-manyth of the hub's connections it is.
    of_address: HashMap<Network, VecDeque<(u64, AbortHandle)>>,
    addresses: HashMap<Id, Network>,
}

/// Why somebody was dropped for a newcomer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crowded {
    /// There were too many of the newcomer's address.
    OfAddress,
    /// There were too many, and most of them of this address.
    OfAll(Network),
}

impl Crowded {
    /// The name of the limit, as in `docs/protocol.md`.
    pub(super) fn limit(self) -> &'static str {
        match self {
            Self::OfAddress => "unjoined-per-address",
            Self::OfAll(_) => "unjoined",
        }
    }

    /// Of which address somebody was dropped for this newcomer.
    pub(super) fn dropped_of(self, newcomer: Network) -> Network {
        match self {
            Self::OfAddress => newcomer,
            Self::OfAll(busiest) => busiest,
        }
    }
}

impl Lobby {
    /// A lobby for so many.
    pub(super) fn new(most: usize) -> Self {
        Self { most, of_address: HashMap::new(), addresses: HashMap::new() }
    }

    /// The how-manyth connection comes in; whether another one was dropped for it.
    pub(super) fn enter(
        &mut self,
        from: Network,
        number: u64,
        connection: AbortHandle,
    ) -> Option<Crowded> {
        self.addresses.insert(connection.id(), from);
        let present = self.of_address.entry(from).or_default();
        present.push_back((number, connection));
        let crowded = if present.len() > MOST_UNJOINED_OF_ADDRESS {
            Crowded::OfAddress
        } else if self.addresses.len() > self.most {
            Crowded::OfAll(self.busiest()?)
        } else {
            return None;
        };
        self.drop_oldest(crowded.dropped_of(from));
        Some(crowded)
    }

    /// A connection has joined, or has gone.
    pub(super) fn leave(&mut self, connection: Id) {
        let Some(from) = self.addresses.remove(&connection) else { return };
        let Some(present) = self.of_address.get_mut(&from) else { return };
        present.retain(|(_, it)| it.id() != connection);
        if present.is_empty() {
            self.of_address.remove(&from);
        }
    }

    /// The address that has most; of several the one that has been here longest.
    fn busiest(&self) -> Option<Network> {
        let rank = |of: &VecDeque<(u64, AbortHandle)>| {
            (of.len(), Reverse(of.front().map(|(number, _)| *number)))
        };
        let busiest = self.of_address.iter().max_by_key(|(_, present)| rank(present));
        busiest.map(|(network, _)| *network)
    }

    fn drop_oldest(&mut self, of: Network) {
        let oldest = self.of_address.get(&of).and_then(|present| present.front());
        if let Some((_, oldest)) = oldest.cloned() {
            oldest.abort();
            self.leave(oldest.id());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use tokio::task::JoinSet;

    use super::*;

    fn network(n: u8) -> Network {
        Network::of([192, 0, 2, n].into())
    }

    /// Connections that say nothing.
    #[derive(Default)]
    struct Idle(JoinSet<()>, u64);

    impl Idle {
        fn one(&mut self) -> AbortHandle {
            self.0.spawn(pending::<()>())
        }

        /// One more comes in.
        fn comes(&mut self, lobby: &mut Lobby, from: Network) -> Option<Crowded> {
            let it = self.one();
            self.enter(lobby, from, it)
        }

        /// This one comes in.
        fn enter(&mut self, lobby: &mut Lobby, from: Network, it: AbortHandle) -> Option<Crowded> {
            self.1 += 1;
            lobby.enter(from, self.1, it)
        }

        async fn dropped(&mut self) -> Id {
            self.0.join_next().await.unwrap().unwrap_err().id()
        }
    }

    #[tokio::test]
    async fn one_more_of_an_address_drops_its_oldest() {
        let (mut lobby, mut idle) = (Lobby::new(1000), Idle::default());
        let joined = idle.one();
        idle.enter(&mut lobby, network(1), joined.clone());
        lobby.leave(joined.id());
        let oldest = idle.one();
        assert_eq!(idle.enter(&mut lobby, network(1), oldest.clone()), None);
        assert_eq!(idle.comes(&mut lobby, network(2)), None);
        for _ in 1..MOST_UNJOINED_OF_ADDRESS {
            assert_eq!(idle.comes(&mut lobby, network(1)), None);
        }
        assert_eq!(idle.comes(&mut lobby, network(1)), Some(Crowded::OfAddress));
        assert_eq!(idle.dropped().await, oldest.id());
        assert!(!joined.is_finished());
        assert_eq!(idle.0.len(), MOST_UNJOINED_OF_ADDRESS + 2);
    }

    #[tokio::test]
    async fn a_full_lobby_drops_the_oldest_of_the_busiest_address() {
        let (mut lobby, mut idle) = (Lobby::new(64), Idle::default());
        let honest = idle.one();
        assert_eq!(idle.enter(&mut lobby, network(99), honest.clone()), None);
        let mut others = Vec::new();
        for n in 0..63 {
            others.push(idle.one());
            assert_eq!(
                idle.enter(&mut lobby, network(n % 16), others[usize::from(n)].clone()),
                None
            );
        }
        // Of fifteen addresses with four each the first was here first.
        assert_eq!(idle.comes(&mut lobby, network(98)), Some(Crowded::OfAll(network(0))));
        assert_eq!(idle.dropped().await, others[0].id());
        for n in 0..200_u8 {
            let crowded = idle.comes(&mut lobby, network(n % 16));
            assert!(matches!(crowded, Some(Crowded::OfAll(busiest)) if busiest != network(99)));
        }
        assert!(!honest.is_finished(), "who has one only is never the busiest");
    }

    #[tokio::test]
    async fn an_address_without_connections_is_forgotten() {
        let (mut lobby, mut idle) = (Lobby::new(9), Idle::default());
        let one = idle.one();
        idle.enter(&mut lobby, network(1), one.clone());
        lobby.leave(one.id());
        lobby.leave(one.id());
        assert!(lobby.of_address.is_empty() && lobby.addresses.is_empty());
    }
}
