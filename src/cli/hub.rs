//! `roadshow hub` and `roadshow rehearse`: runs the hub for a session, in earnest or as a rehearsal, and
//! prints a join link per seat.

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Serialize;
use tokio::{net::TcpListener, runtime::Runtime, sync::watch};

use super::{Failure, arguments, failure::Place, logging, print, told_to_end};
use crate::{
    clock::Clock,
    contest::{Seat, Session},
    definition::{self, Disk},
    hub::{self, Definition, Occasion, PassKey},
    journal::write_private,
    protocol::JoinLink,
    words::Words,
};

/// One entry of the `--links` file.
#[derive(Debug, Serialize)]
struct LinkRow {
    role: &'static str,
    room: String,
    seat: String,
    link: String,
}

pub(super) fn run(
    given: &arguments::Hub,
    occasion: Occasion,
    words: &Words,
) -> Result<(), Failure> {
    logging::to_stderr();
    let session = definition::read_session(&given.session, &Disk).map_err(Failure::Definition)?;
    let runtime = Runtime::new().map_err(Failure::System)?;
    runtime.block_on(serve(given, session, occasion, words))
}

async fn serve(
    given: &arguments::Hub,
    session: Session,
    occasion: Occasion,
    words: &Words,
) -> Result<(), Failure> {
    let listener = listen(given.listen).await?;
    let bound = listener.local_addr().map_err(Failure::System)?;
    let address = address_in_links(given.address.as_deref(), bound)?;
    let data = match &given.data {
        Some(data) => data.clone(),
        None => default_data(&session, occasion)?,
    };
    let definition = if given.as_begun { Definition::AsBegun } else { Definition::AsInFile };
    let (desk, handle) = hub::open(&data, session, definition, occasion, Clock::system())
        .map_err(Failure::Opening)?;
    let key = PassKey::of_journal(&data).map_err(Failure::Key)?;

    let rows = link_rows(handle.session(), &key, &address);
    if let Some(path) = &given.links {
        write_links(path, &rows)?;
    }
    let title = words.pick(handle.session().title.both()).to_owned();
    let greeting = words.tell(
        "cli-hub-open",
        &[
            ("title", title.into()),
            ("address", bound.to_string().into()),
            ("journal", data.display().to_string().into()),
            ("records", desk.records().into()),
        ],
    );
    let greeting = [rehearsed(occasion, words), Some(greeting), sealed_with(&key, words)];
    let greeting = greeting.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let told = told_to_end(); // Whoever reads that the hub is open may end it.
    print(&format!("{greeting}\n\n{}\n\n{}\n", link_lines(&rows), words.say("cli-hub-end")))?;

    let (close, closing) = watch::channel(false);
    let ending = async move {
        told.await;
        close.send_replace(true);
        std::future::pending::<()>().await;
    };
    tokio::select! {
        ended = hub::run(listener, (desk, handle), key, closing) => {
            ended.map_err(Failure::Hub)?;
        }
        () = ending => (),
    }
    print(&format!("{}\n", words.say("cli-hub-closed")))
}

/// That nothing of it will count.
fn rehearsed(occasion: Occasion, words: &Words) -> Option<String> {
    (occasion == Occasion::Rehearsal).then(|| words.say("cli-hub-rehearsal"))
}

/// The public key of the seal, to be written down before anything has happened.
fn sealed_with(key: &PassKey, words: &Words) -> Option<String> {
    let key = ("key", key.seal_key()?.public().into());
    Some(words.tell("cli-hub-seal", &[key]))
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|err| {
        let address = address.to_string();
        Failure::Place(match err.kind() {
            io::ErrorKind::AddrInUse => Place::PortTaken { address },
            _ => Place::CannotListen { address, detail: err.to_string() },
        })
    })
}

/// What links say: the address listened on, or the one that was given for them.
fn address_in_links(given: Option<&str>, bound: SocketAddr) -> Result<String, Failure> {
    match given {
        Some(address) if address.contains(':') => Ok(address.to_owned()),
        Some(host) => Ok(format!("{host}:{}", bound.port())),
        None if bound.ip().is_unspecified() => Err(Failure::Place(Place::NoAddress)),
        None => Ok(bound.to_string()),
    }
}

/// A rehearsal is nowhere near the final's journal.
fn default_data(session: &Session, occasion: Occasion) -> Result<PathBuf, Failure> {
    let folder = logging::folder().ok_or(Failure::Place(Place::NoDataFolder))?;
    let kind = match occasion {
        Occasion::Live => "journal",
        Occasion::Rehearsal => "rehearsal.journal",
    };
    Ok(folder.join(format!("{}.{kind}", session.id)))
}

fn link_rows(session: &Session, key: &PassKey, address: &str) -> Vec<LinkRow> {
    let row = |seat: Seat| {
        let role = seat.role().as_str();
        let link = JoinLink { hub: address.to_owned(), pass: key.pass(&seat), seat: seat.clone() };
        let name = seat.judge().map_or_else(|| role.to_owned(), ToString::to_string);
        let room = seat.room().map(ToString::to_string).unwrap_or_default();
        LinkRow { role, room, seat: name, link: link.to_string() }
    };
    Seat::all_of(session).into_iter().map(row).collect()
}

fn link_lines(rows: &[LinkRow]) -> String {
    let line =
        |row: &LinkRow| format!("{:<4} {:<10} {:<10} {}", row.room, row.role, row.seat, row.link);
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The links hold every pass, so nobody else may read the file.
fn write_links(path: &Path, rows: &[LinkRow]) -> Result<(), Failure> {
    let cannot = |detail: String| {
        Failure::Place(Place::CannotWrite { path: path.display().to_string(), detail })
    };
    let mut text = serde_json::to_string_pretty(rows).map_err(|err| cannot(err.to_string()))?;
    text.push('\n');
    write_private(path, text.as_bytes()).map_err(|err| cannot(err.to_string()))
}
