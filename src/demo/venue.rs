//! A whole venue in this process: a real hub on a free loopback port, with its journal on disk.
//!
//! Who wants a seat joins by its link, as from any other machine. Tests of the whole program use it.

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use tempfile::TempDir;
use tokio::{
    net::TcpListener,
    sync::watch,
    task::{JoinError, JoinHandle},
};

use super::Invitations;
use crate::{
    clock::Clock,
    contest::{At, Seat, Session},
    hub::{
        self, Capacity, Definition, Door, HubError, Identity, KeyError, Occasion, OpeningError,
        Transport,
    },
    journal::{self, JournalError},
    protocol::{JoinLink, Whereabouts},
};

/// A running hub.
#[derive(Debug)]
pub struct Venue {
    session: Arc<Session>,
    address: SocketAddr,
    key: Identity,
    closing: watch::Sender<bool>,
    hub: JoinHandle<Result<(), HubError>>,
    evening: Evening,
}

/// What is left of a venue that has closed: the journal. One in a temporary folder goes with this.
#[derive(Debug)]
pub struct Evening {
    journal: PathBuf,
    /// Removed when it is dropped.
    _folder: Option<TempDir>,
}

/// Why there is no venue.
#[derive(Debug, thiserror::Error)]
pub enum VenueError {
    /// There is no place for a temporary journal.
    #[error("no temporary folder can be made")]
    NoFolder(#[source] io::Error),
    /// The journal cannot be begun or gone on with.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// The key beside the journal.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No port is to be had.
    #[error("no port of this machine is to be had")]
    NoPort(#[source] io::Error),
}

impl Venue {
    /// Opens a hub for a session. Its journal is at `data`, which is gone on with when it is there
    /// and kept in any case; without it, in a folder that goes when the venue does.
    ///
    /// # Errors
    ///
    /// When there is no room for a journal, or the one at `data` is not this session's.
    pub async fn open(
        session: Session,
        data: Option<&Path>,
        clock: Clock,
    ) -> Result<Self, VenueError> {
        let evening = Evening::at(data).map_err(VenueError::NoFolder)?;
        let journal = &evening.journal;
        let (desk, handle) =
            hub::open(journal, session, Definition::AsInFile, Occasion::Live, clock)?;
        // A scripted person and the screen that shows what they see have the same seat.
        let desk = desk.sharing_seats();
        let (key, hubs_key) = (Identity::of_journal(journal)?, Identity::of_journal(journal)?);
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(VenueError::NoPort)?;
        let address = listener.local_addr().map_err(VenueError::NoPort)?;
        let session = Arc::clone(handle.session());
        let (closing, told_to_close) = watch::channel(false);
        let (transport, capacity) = (Transport::Plain, Capacity::of_this_process());
        let door = Door { key: hubs_key, transport, capacity };
        let hub = tokio::spawn(hub::run(listener, desk, handle, door, told_to_close));
        Ok(Self { session, address, key, closing, hub, evening })
    }

    /// The definition of the final, as its journal has it.
    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// What everybody needs to come.
    pub fn invitations(&self) -> Invitations {
        let links = Seat::handed_out(&self.session).iter().map(|seat| self.link(seat)).collect();
        Invitations::new(Arc::clone(&self.session), links)
    }

    /// The join link of a seat.
    pub fn link(&self, seat: &Seat) -> JoinLink {
        let at = Whereabouts::plain(self.address.into());
        JoinLink { at, seat: seat.clone(), pass: self.key.pass(seat, 0) }
    }

    /// Waits until the hub ends by itself, which it does only when it fails. It can be given up at
    /// any time.
    pub async fn broken(&mut self) -> HubError {
        match ended((&mut self.hub).await) {
            Ok(()) => HubError::Broken,
            Err(err) => err,
        }
    }

    /// Closes in order: every screen is told goodbye, then the journal is closed.
    ///
    /// # Errors
    ///
    /// When the journal could not be written or closed; what was acknowledged is in it.
    pub async fn close(self) -> Result<Evening, HubError> {
        self.closing.send_replace(true);
        ended(self.hub.await)?;
        Ok(self.evening)
    }
}

impl Evening {
    fn at(data: Option<&Path>) -> io::Result<Self> {
        if let Some(data) = data {
            return Ok(Self { journal: data.to_owned(), _folder: None });
        }
        let folder = tempfile::Builder::new().prefix("roadshow-").tempdir()?;
        Ok(Self { journal: folder.path().join("demo.journal"), _folder: Some(folder) })
    }

    /// The journal's file.
    pub fn journal(&self) -> &Path {
        &self.journal
    }
}

/// The instant of a journal's last record; `None` when there is no journal yet.
///
/// # Errors
///
/// When it is no journal, or damaged.
pub(super) fn last_instant(journal: &Path) -> Result<Option<At>, JournalError> {
    let mut last = None;
    match journal::read(journal, |record| last = Some(record.at)) {
        Ok(_) | Err(JournalError::Missing { .. }) => Ok(last),
        Err(err) => Err(err),
    }
}

fn ended(hub: Result<Result<(), HubError>, JoinError>) -> Result<(), HubError> {
    hub.unwrap_or(Err(HubError::Broken))
}
