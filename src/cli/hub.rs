//! `roadshow hub` and `roadshow rehearse`: runs the hub for a session, in earnest or as a rehearsal, and
//! prints a join link per seat. (A rehearsal that is played by scripted people is `super::rehearse`, which
//! runs this in a process of its own.)

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use tokio::{runtime::Runtime, sync::watch};

use super::{
    Failure,
    arguments::{self, Ground},
    awake,
    ending::left_alone,
    failure::Place,
    files::cannot_write,
    links, listen, logging, print, told_to_end,
};
use crate::{
    clock::Clock,
    contest::Session,
    definition::{self, Disk},
    hub::{
        self, Capacity, Copies, Definition, Desk, DeskHandle, Door, Identity, Occasion, SealKey,
        Transport,
    },
    journal::write_private,
    protocol::Whereabouts,
    words::Words,
};

/// What distinguishes a rehearsal's hub from a final's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    pub(super) occasion: Occasion,
    /// How many times as fast as the wall clock its time goes on; a final's as fast.
    pub(super) speed: u32,
    /// Whether it ends with whoever holds the other end of its stdin.
    pub(super) attended: bool,
}

impl Manner {
    /// In earnest.
    pub(super) const LIVE: Self = Self { occasion: Occasion::Live, speed: 1, attended: false };

    fn clock(self, data: &Path) -> Clock {
        if self.speed == 1 { Clock::system() } else { hub::hastened_clock(data, self.speed) }
    }

    /// It listens from the call on.
    fn told_to_end(self) -> impl Future<Output = ()> {
        let (told, left) = (told_to_end(), self.attended.then(left_alone));
        async move {
            match left {
                None => told.await,
                Some(left) => tokio::select! {
                    () = told => (),
                    () = left => (),
                },
            }
        }
    }
}

pub(super) fn run(given: &arguments::Hub, manner: Manner, words: &Words) -> Result<(), Failure> {
    logging::to_stderr();
    let session = definition::read_session(&given.session, &Disk).map_err(Failure::Definition)?;
    let runtime = Runtime::new().map_err(Failure::System)?;
    runtime.block_on(serve(given, session, manner, words))
}

async fn serve(
    given: &arguments::Hub,
    session: Session,
    manner: Manner,
    words: &Words,
) -> Result<(), Failure> {
    let occasion = manner.occasion;
    let listener = listen::listen(given.ground.listen)?;
    let bound = listener.local_addr().map_err(Failure::System)?;
    let transport = listen::transport(&given.ground, bound);
    let mut at = listen::whereabouts(&given.ground.address, bound)?;
    let data = data(&given.ground, &session, occasion)?;
    if let Some(copy) = &given.from_copy {
        let passphrase = given.ground.copies_passphrase_file.as_deref();
        hub::take_copy(copy, &data, passphrase).map_err(Failure::Copy)?;
    }
    let definition = definition(&given.ground);
    let clock = manner.clock(&data);
    let (desk, handle) =
        hub::open(&data, session, definition, occasion, clock).map_err(Failure::Opening)?;
    let identity = Identity::of_journal(&data).map_err(Failure::Key)?;
    at.fingerprint = (transport == Transport::Tls).then(|| identity.fingerprint());
    listen::keep(&data, &at)?;
    let desk = copied(desk, &handle, given, &data)?;

    let rows = links::rows(desk.contest(), &identity, &at);
    if let Some(path) = &given.links {
        // The links hold every pass, so nobody else may read the file.
        write_private(path, links::json(&rows)?.as_bytes())
            .map_err(|err| cannot_write(path, &err))?;
    }
    let capacity = Capacity::of_this_process();
    let where_it_is = listening(bound, &at, words);
    let greeting = greeting(&desk, &handle, (&data, where_it_is), words);
    let greeting = [
        rehearsed(occasion, words),
        desk.cut().map(|cut| words.explain("journal", &cut)),
        epoch(handle.epoch().number, words),
        Some(greeting),
        few_connections(capacity, words),
        Some(sealed_with(&identity.seal_key(), words)),
    ];
    let greeting = greeting.into_iter().flatten().collect::<Vec<_>>().join("\n");
    awake::stay(words);
    let told = manner.told_to_end(); // Whoever reads that the hub is open may end it.
    print(&format!(
        "{greeting}\n\n{}\n\n{}\n",
        links::lines(&rows, words),
        words.say("cli-hub-end")
    ))?;

    let (close, closing) = watch::channel(false);
    let ending = async move {
        told.await;
        close.send_replace(true);
        std::future::pending::<()>().await;
    };
    let door = Door { key: identity, transport, capacity };
    tokio::select! {
        ended = hub::run(listener, desk, handle, door, closing) => {
            ended.map_err(Failure::Hub)?;
        }
        () = ending => (),
    }
    print(&format!("{}\n", words.say("cli-hub-closed")))
}

/// What is open, and where.
fn greeting(
    desk: &Desk,
    handle: &DeskHandle,
    (data, place): (&Path, String),
    words: &Words,
) -> String {
    let title = words.pick(handle.session().title.both()).to_owned();
    let args = [
        ("title", title.into()),
        ("where", place.into()),
        ("journal", data.display().to_string().into()),
        ("records", desk.records().into()),
    ];
    words.tell("cli-hub-open", &args)
}

/// Has the journal copied to the folders that were given.
fn copied(
    desk: Desk,
    handle: &DeskHandle,
    given: &arguments::Hub,
    data: &Path,
) -> Result<Desk, Failure> {
    if given.ground.copies.is_empty() {
        return Ok(desk);
    }
    let passphrase = given.ground.copies_passphrase_file.as_deref();
    let copies =
        Copies::new(data, given.ground.copies.clone(), passphrase).map_err(Failure::Copy)?;
    Ok(desk.copied_to(copies, handle))
}

/// That nothing of it will count.
fn rehearsed(occasion: Occasion, words: &Words) -> Option<String> {
    (occasion == Occasion::Rehearsal).then(|| words.say("cli-hub-rehearsal"))
}

/// That an older hub of this evening must not come back.
fn epoch(number: u32, words: &Words) -> Option<String> {
    (1 < number).then(|| words.tell("cli-hub-epoch", &[("epoch", number.into())]))
}

/// That the system lets it open fewer files than it takes connections otherwise.
fn few_connections(capacity: Capacity, words: &Words) -> Option<String> {
    let args =
        [("connections", capacity.connections().into()), ("most", capacity.short_of()?.into())];
    Some(words.tell("cli-hub-few-connections", &args))
}

/// The public key of the seal, to be written down before anything has happened.
fn sealed_with(key: &SealKey, words: &Words) -> String {
    let key = ("key", key.public().into());
    words.tell("cli-hub-seal", &[key])
}

/// Where the hub is, and who can listen in.
fn listening(bound: SocketAddr, at: &Whereabouts, words: &Words) -> String {
    let mut lines = vec![words.tell("cli-hub-listens", &[("address", bound.to_string().into())])];
    let addresses: Vec<String> = at.addresses().map(ToString::to_string).collect();
    if addresses != [bound.to_string()] {
        let list = addresses.join(&words.say("list-separator"));
        lines.push(words.tell("cli-hub-reached", &[("addresses", list.into())]));
    }
    match at.fingerprint {
        Some(key) => {
            lines.push(words.tell("cli-hub-encrypted", &[("key", key.to_string().into())]));
        }
        None if !listen::is_loopback(bound.ip()) => {
            lines.push(words.say("cli-hub-clear"));
        }
        None => (),
    }
    lines.join("\n")
}

/// Which definition counts.
pub(super) fn definition(ground: &Ground) -> Definition {
    if ground.as_begun { Definition::AsBegun } else { Definition::AsInFile }
}

/// The journal. A rehearsal is nowhere near the final's.
pub(super) fn data(
    ground: &Ground,
    session: &Session,
    occasion: Occasion,
) -> Result<PathBuf, Failure> {
    if let Some(data) = &ground.data {
        return Ok(data.clone());
    }
    let folder = logging::folder().ok_or(Failure::Place(Place::NoDataFolder))?;
    let kind = match occasion {
        Occasion::Live => "journal",
        Occasion::Rehearsal => "rehearsal.journal",
    };
    Ok(folder.join(format!("{}.{kind}", session.id)))
}
