//! Why a command ends without success: every failure becomes words here and nowhere else.

use std::{error::Error, io};

use serde::Serialize;

use super::{draw::NoDraw, prelim::OpenPlace, verify::NoProof};
use crate::{
    client::Trouble,
    definition::Problem,
    demo::{DemoError, Failed, VenueError},
    hub::{CopyError, HubError, KeyError, OpeningError},
    protocol::LinkProblem,
    rehearsal::{Broken, RehearsalError},
    tui::{door, terminal::TerminalError},
    words::Words,
};

/// What shells say of a program that Ctrl-C has ended.
const INTERRUPTED: u8 = 130;

/// A reason to end. `Display` is never shown; [`Failure::tell`] is.
#[derive(Debug)]
pub(super) enum Failure {
    /// Problems in files, already printed; here only counted.
    Problems(usize),
    /// A session's file cannot be used.
    Definition(Vec<Problem>),
    /// The journal cannot be used.
    Opening(OpeningError),
    /// Copies cannot be made, or one cannot be opened.
    Copy(CopyError),
    /// The key cannot be used.
    Key(KeyError),
    /// The hub's own failures.
    Hub(HubError),
    /// What is wrong with where to listen or to write.
    Place(Place),
    /// Projects share the last place of a final with more than it has room for.
    OpenPlaces(Vec<OpenPlace>),
    /// Nothing was drawn.
    Draw(NoDraw),
    /// A journal does not hold, or what it is to be compared with cannot be read.
    Proof(NoProof),
    /// The join link cannot be read.
    Link(LinkProblem),
    /// The hub cannot be joined.
    Trouble(Trouble),
    /// The terminal cannot be used.
    Terminal(TerminalError),
    /// The screen's terminal failed on the way.
    Screen(io::Error),
    /// There is no temporary folder for a demonstration's journal.
    NoFolder(io::Error),
    /// There is no free port for a demonstration's hub.
    NoPort(io::Error),
    /// One of a demonstration's people could not go on.
    People(Failed),
    /// So many things are not ready; they have been printed.
    NotReady(usize),
    /// A rehearsal could not begin.
    NotBegun(Broken),
    /// So many checks of a rehearsal failed; they have been printed.
    NotRehearsed {
        /// How many.
        count: usize,
        /// The command that repeats it.
        again: String,
    },
    /// Somebody has interrupted it.
    Interrupted,
    /// Stdout failed.
    Output(io::Error),
    /// The system gave no threads, or no signals.
    System(io::Error),
}

/// Something about an address or a folder.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum Place {
    /// The port is in use.
    PortTaken {
        /// Where.
        address: String,
    },
    /// What files were to be written into is no folder.
    NoFolder {
        /// What.
        path: String,
    },
    /// The address is not this machine's, or not allowed.
    CannotListen {
        /// Where.
        address: String,
        /// What the system said.
        detail: String,
    },
    /// Listening on every address, and which these are is not to be had.
    NoAddress {
        /// What the system said.
        detail: String,
    },
    /// No host and port.
    NotAnAddress {
        /// What was given.
        address: String,
    },
    /// No hub has been opened on this journal, so nothing says where it is.
    AddressUnknown {
        /// The journal.
        journal: String,
    },
    /// The file beside the journal does not say where the hub is.
    UnreadableAddress {
        /// The file.
        path: String,
        /// What is wrong with it.
        detail: String,
    },
    /// The session has no such seat.
    NoSuchSeat {
        /// What was asked for.
        seat: String,
        /// The session.
        session: String,
    },
    /// The session has no such project.
    NoSuchProject {
        /// What was asked for.
        project: String,
        /// The session.
        session: String,
    },
    /// There are no such records.
    NoSuchKind {
        /// What was asked for.
        kind: String,
    },
    /// A file cannot be read.
    CannotRead {
        /// Which.
        path: String,
        /// What the system said.
        detail: String,
    },
    /// A file is no log of a hub.
    NotALog {
        /// Which.
        path: String,
    },
    /// A file cannot be written.
    CannotWrite {
        /// Which.
        path: String,
        /// What the system said.
        detail: String,
    },
    /// There is no terminal's state in a folder.
    NoState {
        /// Which.
        folder: String,
    },
    /// The state in a folder is this laptop's own.
    OwnState {
        /// Which.
        folder: String,
    },
    /// Nothing of the seat is in a terminal's state.
    NothingLeft {
        /// Where.
        folder: String,
        /// The seat.
        seat: String,
    },
    /// Links and a session's file were given together, or several of these.
    LinksOrSession,
    /// Links that were given together do not all lead to one hub.
    NotOneHub,
    /// A new session's file has a name that cannot be the session's id.
    NameIsNoId {
        /// The file.
        path: String,
        /// Its name without the ending.
        name: String,
        /// The longest that an id may be.
        most: usize,
    },
    /// A file is to be written whose name says that it is another kind.
    OtherEnding {
        /// The file.
        path: String,
        /// The ending that it must have.
        ending: &'static str,
    },
    /// An evening has begun with the session that is to be changed.
    EveningBegun {
        /// Its journal.
        journal: String,
        /// The session's file.
        session: String,
    },
    /// A file is there that would be written over.
    FileThere {
        /// Which.
        path: String,
    },
    /// A file is there that would be written over and is not what was written before.
    NotOurs {
        /// Which.
        path: String,
    },
    /// Something is in a folder that must be empty.
    FolderNotEmpty {
        /// Which.
        folder: String,
    },
    /// A folder holds papers of another session.
    OtherPapers {
        /// Which.
        folder: String,
    },
    /// The system has no folder for the user's data.
    NoDataFolder,
}

/// What a demonstration's parts say is told as if they stood alone.
impl From<DemoError> for Failure {
    fn from(error: DemoError) -> Self {
        match error {
            DemoError::Journal(error) => Self::Opening(error.into()),
            DemoError::Replay(error) | DemoError::Venue(VenueError::Opening(error)) => {
                Self::Opening(error)
            }
            DemoError::Venue(VenueError::Key(error)) => Self::Key(error),
            DemoError::Venue(VenueError::NoFolder(error)) => Self::NoFolder(error),
            DemoError::Venue(VenueError::NoPort(error)) => Self::NoPort(error),
            DemoError::Hub(error) => Self::Hub(error),
            DemoError::People(error) => Self::People(error),
        }
    }
}

impl From<RehearsalError> for Failure {
    fn from(error: RehearsalError) -> Self {
        match error {
            RehearsalError::Begin(error) => Self::NotBegun(error),
            RehearsalError::Reference(error) => error.into(),
            RehearsalError::Journal(error) => Self::Opening(error),
            RehearsalError::System(error) => Self::System(error),
        }
    }
}

impl Failure {
    /// The exit code: of what somebody has interrupted that of shells.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Interrupted => INTERRUPTED,
            _ => 1,
        }
    }

    /// What happened and what to do, in the reader's language.
    pub(super) fn tell(&self, words: &Words) -> String {
        match self {
            Self::Problems(count) => words.tell("cli-problems", &[("count", (*count).into())]),
            Self::Definition(problems) => problems_text(problems, words),
            Self::Opening(OpeningError::Journal(error)) | Self::Hub(HubError::Journal(error)) => {
                words.explain("journal", error)
            }
            Self::Opening(error) => words.explain("opening", error),
            Self::Copy(error) => words.explain("journal", error),
            Self::Key(error) => words.explain("key", error),
            Self::Hub(error) => with_detail("cli-hub-broken", error, words),
            Self::Place(place) => words.explain("place", place),
            Self::OpenPlaces(places) => {
                places.iter().map(|it| words.explain("prelim", it)).collect::<Vec<_>>().join("\n")
            }
            Self::Draw(why) => words.explain("draw", why),
            Self::Proof(why) => words.explain("proof", why),
            Self::Link(problem) => words.explain("trouble", problem),
            Self::Trouble(trouble) => door::trouble_told(trouble, words),
            Self::Terminal(TerminalError::NotATerminal) => words.say("cli-no-terminal"),
            Self::Terminal(error) => with_detail("cli-terminal-failed", error, words),
            Self::Screen(error) => with_detail("cli-terminal-failed", error, words),
            Self::NoFolder(error) => with_detail("demo-no-folder", error, words),
            Self::NoPort(error) => with_detail("demo-no-port", error, words),
            Self::People(error) => with_detail("demo-stopped", error, words),
            Self::NotReady(count) => words.tell("preflight-red", &[("count", (*count).into())]),
            Self::NotBegun(error) => with_detail("rehearsal-not-begun", error, words),
            Self::NotRehearsed { count, again } => {
                let args = [("count", (*count).into()), ("again", again.clone().into())];
                words.tell("rehearsal-did-not-pass", &args)
            }
            Self::Interrupted => words.say("cli-interrupted"),
            Self::Output(error) => with_detail("cli-output-failed", error, words),
            Self::System(error) => with_detail("cli-system-failed", error, words),
        }
    }
}

/// What the system says about a file that cannot be read.
pub(super) fn cannot_read(path: &str, error: &io::Error) -> Failure {
    let (path, detail) = (path.to_owned(), error.to_string());
    Failure::Place(Place::CannotRead { path, detail })
}

fn with_detail(key: &str, error: &dyn Error, words: &Words) -> String {
    let mut detail = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        detail = format!("{detail}: {error}");
        cause = error.source();
    }
    words.tell(key, &[("detail", detail.into())])
}

/// One line a problem: file and place, what is wrong and what to do.
pub(super) fn problems_text(problems: &[Problem], words: &Words) -> String {
    let line = |problem: &Problem| {
        format!("{}: {}", problem.place(), words.explain("problem", &problem.complaint))
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}
