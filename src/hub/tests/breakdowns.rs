//! What becomes of a hub of which a part breaks down by a bug.

use std::{io, net::SocketAddr};

use tokio::{
    io::AsyncReadExt,
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};
use uuid::Uuid;

use crate::{
    contest::{Fact, sample::seat},
    hub::{
        Capacity, Desk, DeskHandle, Door, Entrance, HubError, Identity, Transport,
        faulty::{Fault, Faulty},
        run,
        table::{Table, call_up, desk_on},
    },
    journal::{Head, Journal, MemoryJournal},
};

/// An entrance that breaks down when the second connection comes.
struct Rotten {
    door: TcpListener,
    first: watch::Sender<bool>,
}

impl Entrance for Rotten {
    type Stream = TcpStream;

    async fn next(&self) -> io::Result<(TcpStream, SocketAddr)> {
        let come = self.door.accept().await;
        assert!(!self.first.send_replace(true), "a bug");
        come
    }
}

/// A hub on this journal, and whatever keeps it open.
fn open(
    entrance: impl Entrance,
    (desk, handle): (Desk, DeskHandle),
) -> (JoinHandle<Result<(), HubError>>, watch::Sender<bool>) {
    let (open, closing) = watch::channel(false);
    let key = Identity::from_bytes([7; 32]);
    let door = Door { key, transport: Transport::Plain, capacity: Capacity::default() };
    (tokio::spawn(run(entrance, desk, handle, door, closing)), open)
}

/// The journal of an evening that has begun.
fn begun() -> MemoryJournal {
    Table::set().journal
}

fn last(journal: &MemoryJournal) -> Fact {
    let mut last = None;
    journal.read(Head::default(), &mut |record| last = Some(record.fact)).unwrap();
    last.unwrap()
}

#[tokio::test]
async fn a_desk_that_breaks_down_ends_the_hub() {
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = door.local_addr().unwrap();
    let journal = begun();
    let (rotten, switch) = Faulty::on(journal.clone());
    let (desk, handle) = desk_on(Box::new(rotten));
    let (hub, _open) = open(door, (desk, handle.clone()));
    let mut visitor = TcpStream::connect(address).await.unwrap();
    *switch.lock().unwrap() = Some(Fault::DiesBefore);

    let verdict = handle.ask(seat("A/host"), None, Uuid::nil(), call_up("E01")).await;
    assert_eq!(verdict, None, "nothing is acknowledged");
    let ended = hub.await.unwrap();
    assert!(matches!(ended, Err(HubError::Broken)), "{ended:?}");
    assert_eq!(visitor.read(&mut [0]).await.unwrap_or(0), 0, "nobody is left in the door");
    TcpStream::connect(address).await.unwrap_err();
    assert!(matches!(last(&journal), Fact::Opened { .. }), "and nothing is sealed");
}

#[tokio::test]
async fn a_door_that_breaks_down_ends_the_hub() {
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = door.local_addr().unwrap();
    let journal = begun();
    let rotten = Rotten { door, first: watch::Sender::new(false) };
    let (hub, _open) = open(rotten, desk_on(Box::new(journal.clone())));
    let mut visitor = TcpStream::connect(address).await.unwrap();
    let _second = TcpStream::connect(address).await.unwrap();

    let ended = hub.await.unwrap();
    assert!(matches!(ended, Err(HubError::DoorBroken)), "{ended:?}");
    assert_eq!(visitor.read(&mut [0]).await.unwrap_or(0), 0, "nobody is left in the door");
    assert!(matches!(last(&journal), Fact::Sealed { .. }), "the desk has closed in order");
}
