//! What a terminal that died has left of its seat, taken over from a copy of its state folder: on a stick,
//! or on the dead laptop's disk.
//!
//! Each kind of file is taken by who keeps it. Nothing of another seat or another evening is taken, what is
//! newer here stays, and what takes the place of something else leaves that beside it; all of it is said.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{
    Failure, drafts,
    failure::{Place, cannot_read},
    heads, state,
    terminal_name::TerminalName,
    tray,
};
use crate::{
    client::{self, Sight, Trouble},
    clock::Clock,
    contest::{ProjectId, Seat},
    protocol::JoinLink,
    tui::judge,
    words::Words,
};

/// Where a state folder may lie below the folder that is given: it itself, the one that was copied as a
/// whole, or a home on Linux and macOS.
const BELOW: [&str; 4] =
    ["", "roadshow", ".local/state/roadshow", "Library/Application Support/roadshow"];

/// What a state folder has in it.
const KINDS: [&str; 4] = ["drafts", "outbox", "heads", "terminals"];

/// Something that was taken over, or left where it was. People read the text under `takeover-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum Taken {
    /// Marks that were typed, or notes.
    Drafts { projects: Vec<ProjectId> },
    /// The same, where this laptop had older ones.
    DraftsReplaced { projects: Vec<ProjectId>, kept: String },
    /// This laptop has newer ones.
    DraftsLeft { projects: Vec<ProjectId> },
    /// The file says that it is of another seat or another evening.
    DraftsForeign { path: String },
    /// What opens sealed sheets.
    Secrets { count: usize },
    /// Wishes without an answer.
    Wishes { count: usize },
    /// The same by another link of the seat: an older pass, or another evening.
    WishesForeign { count: usize },
    /// Heads of the journal.
    Heads { count: usize },
    /// The same of other journals.
    HeadsForeign { count: usize },
    /// The name by which the hub knows the terminal.
    Name,
}

/// Takes over what is left of a link's seat; gives the dead terminal's name, and what to tell of it.
pub(super) async fn take(
    link: &JoinLink,
    given: &Path,
    words: &Words,
) -> Result<(Option<TerminalName>, String), Failure> {
    let from = state_in(given)?;
    let own = state::folder().ok_or(Failure::Place(Place::NoDataFolder))?;
    let shown = from.display().to_string();
    if is_same(&from, &own) {
        return Err(Failure::Place(Place::OwnState { folder: shown }));
    }
    let sight = sight(link).await.map_err(Failure::Trouble)?;
    let mut taken = Vec::new();
    let failed = |error: io::Error| cannot_read(&shown, &error);
    if let Seat::Judge(room, seat) = &link.seat {
        let (session, rehearsal) = (sight.session.clone(), sight.rehearsal);
        let place = judge::Place { session, room: room.clone(), seat: seat.clone(), rehearsal };
        taken.extend(drafts::take(&from, &own, (&place, &sight.journal)).map_err(failed)?);
    }
    taken.extend(tray::take(&from, &own, link).map_err(failed)?);
    taken.extend(heads::take(&from, &own, &link.seat, &sight).map_err(failed)?);
    let name = TerminalName::taken_from(&from, &own, &link.seat).map_err(failed)?;
    taken.extend(name.is_some().then_some(Taken::Name));
    if taken.is_empty() {
        let seat = link.seat.to_string();
        return Err(Failure::Place(Place::NothingLeft { folder: shown, seat }));
    }
    let (folder, seat) = (("folder", shown.into()), ("seat", link.seat.to_string().into()));
    let lines = taken.iter().map(|it| format!("- {}\n", words.explain("takeover", it)));
    let told =
        format!("{}\n{}", words.tell("takeover", &[folder, seat]), lines.collect::<String>());
    Ok((name, told))
}

/// The hub through the first of the link's addresses that leads to it.
async fn sight(link: &JoinLink) -> Result<Sight, Trouble> {
    let clock = Clock::system();
    let mut told = None;
    for address in link.at.addresses() {
        match client::look(link, address, &clock).await {
            Ok(sight) => return Ok(sight),
            Err(trouble) => _ = told.get_or_insert(trouble),
        }
    }
    Err(told.unwrap_or(Trouble::Silent { hub: link.at.hub.to_string() }))
}

/// The state folder in the folder that was given.
fn state_in(given: &Path) -> Result<PathBuf, Failure> {
    let is_state = |it: &PathBuf| KINDS.iter().any(|kind| it.join(kind).is_dir());
    let found = BELOW.iter().map(|below| given.join(below)).find(is_state);
    found.ok_or_else(|| Failure::Place(Place::NoState { folder: given.display().to_string() }))
}

fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |it: &Path| fs::canonicalize(it).ok();
    whole(one).is_some_and(|it| Some(it) == whole(other))
}
