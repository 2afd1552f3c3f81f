//! What stands between a terminal and the hub: a road that can be cut, held up in one direction or both, or
//! slowed down. It forwards bytes and understands none of them, encrypted or not.
//!
//! While a direction is held nothing of it is lost and nothing arrives, no close either: as on a network that
//! has lost the way there. It arrives when the road is open again, if both ends still are.

use std::{io, net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    select,
    sync::watch,
    task::{AbortHandle, JoinSet},
    time::sleep,
};

/// What is read at once.
const GULP: usize = 16 * 1024;

/// How a road is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Everything passes.
    Open,
    /// Nothing passes, connections break, and new ones come to nothing.
    Cut,
    /// Nothing passes in one direction, or in both.
    Held { to_hub: bool, to_terminal: bool },
    /// Everything passes, each piece so much later.
    Slow(Duration),
}

/// Where a road leads; nowhere while no hub is there.
pub(super) type Target = watch::Receiver<Option<SocketAddr>>;

/// One road, for as long as it is not dropped.
#[derive(Debug)]
pub(super) struct Relay {
    address: SocketAddr,
    task: AbortHandle,
}

#[derive(Debug, Clone, Copy)]
enum Direction {
    ToHub,
    ToTerminal,
}

impl Way {
    fn holds(self, direction: Direction) -> bool {
        match (self, direction) {
            (Self::Held { to_hub, .. }, Direction::ToHub) => to_hub,
            (Self::Held { to_terminal, .. }, Direction::ToTerminal) => to_terminal,
            _ => false,
        }
    }

    fn delay(self) -> Option<Duration> {
        match self {
            Self::Slow(delay) => Some(delay),
            _ => None,
        }
    }
}

impl Relay {
    /// Opens a road at a free port of this machine.
    pub(super) async fn open(target: Target, way: watch::Receiver<Way>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(take_in(listener, target, way)).abort_handle();
        Ok(Self { address, task })
    }

    /// Where terminals find it.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort(); // Its connections are the task's, and go with it.
    }
}

async fn take_in(listener: TcpListener, target: Target, way: watch::Receiver<Way>) {
    let mut travellers = JoinSet::new();
    loop {
        select! {
            Ok((terminal, _)) = listener.accept() => {
                travellers.spawn(travel(terminal, target.clone(), way.clone()));
            }
            Some(_) = travellers.join_next() => (),
        }
    }
}

/// One connection, from end to end.
async fn travel(terminal: TcpStream, target: Target, mut way: watch::Receiver<Way>) {
    if *way.borrow() == Way::Cut {
        return;
    }
    let Some(hub) = *target.borrow() else { return };
    let Ok(hub) = TcpStream::connect(hub).await else { return };
    let _ = (terminal.set_nodelay(true), hub.set_nodelay(true)); // Slower without it, not wrong.
    let (from_terminal, to_terminal) = terminal.into_split();
    let (from_hub, to_hub) = hub.into_split();
    let (mut there, mut back) = (way.clone(), way.clone());
    let both_ways = async {
        select! {
            () = pass(from_terminal, to_hub, Direction::ToHub, &mut there) => (),
            () = pass(from_hub, to_terminal, Direction::ToTerminal, &mut back) => (),
        }
    };
    select! {
        () = both_ways => (),
        _ = way.wait_for(|way| *way == Way::Cut) => (),
    }
}

/// One direction, until its source has ended and that has come through.
async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    direction: Direction,
    way: &mut watch::Receiver<Way>,
) {
    let mut gulp = vec![0; GULP];
    loop {
        let read = select! {
            read = from.read(&mut gulp), if !way.borrow().holds(direction) => read,
            Ok(()) = way.changed() => continue,
        };
        let delay = way.borrow().delay();
        if let Some(delay) = delay {
            sleep(delay).await;
        }
        // What was on its way when the road was held up is held up as well.
        if way.wait_for(|way| !way.holds(direction)).await.is_err() {
            return;
        }
        let Ok(length @ 1..) = read else { return };
        if to.write_all(gulp.get(..length).unwrap_or_default()).await.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
        sync::watch,
        time::timeout,
    };

    use super::{Relay, Way};

    const LIMIT: Duration = Duration::from_secs(20);

    /// A road with a connection on it: its way, the terminal's end and the hub's.
    struct Road {
        way: watch::Sender<Way>,
        relay: Relay,
        hub: TcpListener,
        target: watch::Sender<Option<std::net::SocketAddr>>,
    }

    impl Road {
        async fn new() -> Self {
            let hub = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let target = watch::Sender::new(Some(hub.local_addr().unwrap()));
            let way = watch::Sender::new(Way::Open);
            let relay = Relay::open(target.subscribe(), way.subscribe()).await.unwrap();
            Self { way, relay, hub, target }
        }

        async fn joined(&self) -> (TcpStream, TcpStream) {
            let terminal = TcpStream::connect(self.relay.address()).await.unwrap();
            (terminal, self.hub.accept().await.unwrap().0)
        }
    }

    async fn arrives(at: &mut TcpStream, text: &str) {
        let mut read = vec![0; text.len()];
        timeout(LIMIT, at.read_exact(&mut read)).await.unwrap().unwrap();
        assert_eq!(read, text.as_bytes());
    }

    /// Whether the other end is gone.
    async fn has_ended(at: &mut TcpStream) -> bool {
        let mut byte = [0];
        matches!(timeout(LIMIT, at.read(&mut byte)).await.unwrap(), Ok(0) | Err(_))
    }

    #[tokio::test]
    async fn an_open_road_carries_both_ways() {
        let road = Road::new().await;
        let (mut terminal, mut hub) = road.joined().await;
        terminal.write_all(b"ask").await.unwrap();
        arrives(&mut hub, "ask").await;
        hub.write_all(b"say").await.unwrap();
        arrives(&mut terminal, "say").await;
        drop(hub);
        assert!(has_ended(&mut terminal).await, "a close comes through");
    }

    #[tokio::test]
    async fn a_cut_road_breaks_what_is_on_it_and_lets_nobody_through() {
        let road = Road::new().await;
        let (mut terminal, mut hub) = road.joined().await;
        road.way.send_replace(Way::Cut);
        assert!(has_ended(&mut terminal).await && has_ended(&mut hub).await);
        let mut again = TcpStream::connect(road.relay.address()).await.unwrap();
        assert!(has_ended(&mut again).await);
        road.way.send_replace(Way::Open);
        road.joined().await;
    }

    #[tokio::test]
    async fn a_road_held_in_one_direction_carries_in_the_other_and_loses_nothing() {
        let road = Road::new().await;
        let (mut terminal, mut hub) = road.joined().await;
        road.way.send_replace(Way::Held { to_hub: false, to_terminal: true });
        hub.write_all(b"held").await.unwrap();
        terminal.write_all(b"ask").await.unwrap();
        arrives(&mut hub, "ask").await;
        let mut byte = [0];
        assert_eq!(
            terminal.try_read(&mut byte).unwrap_err().kind(),
            std::io::ErrorKind::WouldBlock
        );
        road.way.send_replace(Way::Open);
        arrives(&mut terminal, "held").await;
    }

    #[tokio::test]
    async fn a_held_road_tells_nobody_that_the_other_end_has_gone() {
        let road = Road::new().await;
        let (terminal, mut hub) = road.joined().await;
        road.way.send_replace(Way::Held { to_hub: true, to_terminal: true });
        drop(terminal);
        let mut byte = [0];
        assert_eq!(hub.try_read(&mut byte).unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
        road.way.send_replace(Way::Open);
        assert!(has_ended(&mut hub).await);
    }

    #[tokio::test]
    async fn a_slow_road_carries_all() {
        let road = Road::new().await;
        let (mut terminal, mut hub) = road.joined().await;
        road.way.send_replace(Way::Slow(Duration::from_millis(1)));
        terminal.write_all(b"ask").await.unwrap();
        arrives(&mut hub, "ask").await;
    }

    #[tokio::test]
    async fn a_road_leads_to_whichever_hub_is_there_now() {
        let road = Road::new().await;
        road.target.send_replace(None);
        let mut terminal = TcpStream::connect(road.relay.address()).await.unwrap();
        assert!(has_ended(&mut terminal).await, "no hub is there");
        let other = TcpListener::bind("127.0.0.1:0").await.unwrap();
        road.target.send_replace(Some(other.local_addr().unwrap()));
        let mut terminal = TcpStream::connect(road.relay.address()).await.unwrap();
        let (mut hub, _) = other.accept().await.unwrap();
        terminal.write_all(b"ask").await.unwrap();
        arrives(&mut hub, "ask").await;
    }
}
