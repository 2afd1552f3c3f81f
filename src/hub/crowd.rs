//! Everybody who has come in: who stands in the lobby, and who has joined, by address. There is room for so
//! many who join, for so many of one address, and some of it is kept for those who have more to do than to
//! show: `boards_leave_room_for_everybody_else`.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::task::{AbortHandle, Id};

use super::{
    capacity::Capacity,
    lobby::{Crowded, Lobby},
    network::Network,
};
use crate::contest::Seat;

/// Connections of one address that have joined.
pub(super) const MOST_JOINED_OF_ADDRESS: usize = 1024;

/// Why there is no room to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Full {
    /// The hub has as many as it takes.
    #[error("as many have joined as this hub takes")]
    OfAll,
    /// The hub has as many of that address as it takes.
    #[error("as many of this address have joined as this hub takes")]
    OfAddress,
}

impl Full {
    /// The name of the limit, as in `docs/protocol.md`.
    pub(super) fn limit(self) -> &'static str {
        match self {
            Self::OfAll => "joined",
            Self::OfAddress => "joined-per-address",
        }
    }
}

/// Who has come in. Shared by the door and its connections.
#[derive(Debug)]
pub(super) struct Crowd(Mutex<Present>);

#[derive(Debug)]
struct Present {
    capacity: Capacity,
    lobby: Lobby,
    joined: HashMap<Id, Network>,
    of_address: HashMap<Network, usize>,
}

impl Crowd {
    /// Nobody yet, and room for so many.
    pub(super) fn new(capacity: Capacity) -> Self {
        let (lobby, joined) = (Lobby::new(capacity.unjoined()), HashMap::new());
        Self(Mutex::new(Present { capacity, lobby, joined, of_address: HashMap::new() }))
    }

    /// The how-manyth connection comes in, which `begin` sets going; not before it is known here.
    /// Whether another one was dropped for it.
    pub(super) fn enter(
        &self,
        from: Network,
        number: u64,
        begin: impl FnOnce() -> AbortHandle,
    ) -> Option<Crowded> {
        self.present().lobby.enter(from, number, begin())
    }

    /// A connection joins.
    pub(super) fn join(&self, connection: Id, network: Network, seat: &Seat) -> Result<(), Full> {
        let mut present = self.present();
        let capacity = present.capacity;
        if present.joined.contains_key(&connection) {
            return Ok(());
        }
        let most = if seat.is_display() { capacity.displays() } else { capacity.joined() };
        if most <= present.joined.len() {
            return Err(Full::OfAll);
        }
        let of_address = present.of_address.entry(network).or_default();
        if MOST_JOINED_OF_ADDRESS <= *of_address {
            return Err(Full::OfAddress);
        }
        *of_address += 1;
        present.joined.insert(connection, network);
        present.lobby.leave(connection);
        Ok(())
    }

    /// A connection has gone.
    pub(super) fn leave(&self, connection: Id) {
        let mut present = self.present();
        present.lobby.leave(connection);
        let Some(network) = present.joined.remove(&connection) else { return };
        if let Some(of_address) = present.of_address.get_mut(&network) {
            *of_address -= 1;
            if *of_address == 0 {
                present.of_address.remove(&network);
            }
        }
    }

    fn present(&self) -> MutexGuard<'_, Present> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use tokio::task::JoinSet;

    use super::*;
    use crate::contest::sample::seat;

    /// A crowd, and the connections that it is made of.
    struct House {
        crowd: Crowd,
        connections: JoinSet<()>,
    }

    impl House {
        fn new() -> Self {
            let crowd = Crowd::new(Capacity::default());
            Self { crowd, connections: JoinSet::new() }
        }

        fn join(&mut self, to: &str, from: [u16; 8]) -> Result<Id, Full> {
            let (mut id, from) = (None, Network::of(from.into()));
            self.crowd.enter(from, 0, || {
                let connection = self.connections.spawn(pending());
                id = Some(connection.id());
                connection
            });
            let joined = self.crowd.join(id.unwrap(), from, &seat(to));
            joined.inspect_err(|_| self.crowd.leave(id.unwrap())).map(|()| id.unwrap())
        }
    }

    fn address(network: u16, machine: u16) -> [u16; 8] {
        [0x2001, 0xdb8, 0, network, 0, 0, 0, machine]
    }

    #[tokio::test]
    async fn as_many_of_an_address_join_as_its_limit_and_not_one_more() {
        let mut house = House::new();
        let joined: Vec<_> = (0..1024).map(|n| house.join("A/board", address(1, n))).collect();
        assert!(joined.iter().all(Result::is_ok));
        assert_eq!(house.join("A/board", address(1, 2000)), Err(Full::OfAddress));
        assert!(house.join("A/board", address(2, 1)).is_ok(), "another network");
        house.crowd.leave(joined[0].unwrap());
        house.crowd.leave(joined[0].unwrap());
        assert!(house.join("A/board", address(1, 2000)).is_ok());
        assert_eq!(house.join("A/board", address(1, 2001)), Err(Full::OfAddress));
    }

    #[tokio::test]
    async fn boards_leave_room_for_everybody_else() {
        let mut house = House::new();
        for n in 0..10_752 {
            house.join("A/board", address(n, 1)).unwrap();
        }
        assert_eq!(house.join("B/timer", address(60_000, 1)), Err(Full::OfAll));
        for n in 10_752..12_288 {
            house.join("A/judge/A1", address(n, 1)).unwrap();
        }
        assert_eq!(house.join("A/host", address(60_000, 1)), Err(Full::OfAll));
    }
}
