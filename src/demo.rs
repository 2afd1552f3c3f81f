//! A whole final played by scripted people, over real websockets, against a real hub: to look at, to
//! rehearse with, and to test the house from end to end.
//!
//! A [`Venue`] is the hub, [`play`] sends in the people that have [`Invitations`], and a [`Pace`] says how they
//! wait.
//! [`headless`] plays an evening to its end and reads the result back from the journal's file.
//!
//! What always holds, and the test in `tests/demo.rs` that guards it:
//!
//! - the founding final gives all its awards: `the_founding_final_gives_all_its_awards`;
//! - standings follow from the journal alone: `standings_can_be_recomputed_from_the_journal`.
//!
//! Not here: the screens that look at it (`crate::tui`) and their wiring (`crate::cli`).

mod chance;
mod invitations;
mod ledger;
mod pace;
mod people;
mod terminals;
mod venue;

use std::path::PathBuf;

use tokio::select;

pub(crate) use chance::Chance;
pub use invitations::Invitations;
pub use ledger::{Ledger, Page, Pages, Receipt};
pub use pace::Pace;
pub use people::{Crew, Failed, Keys, Progress, attend, play};
pub use terminals::Terminals;
pub use venue::{Evening, Venue, VenueError};

use crate::{
    clock::Clock,
    contest::Session,
    hub::{self, HubError, OpeningError, Replayed},
    journal::JournalError,
};

/// How a demonstration is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What all marks follow from.
    pub seed: u64,
    /// How many times as fast as the wall clock it runs on screens; headless it does not wait.
    pub speed: u32,
    /// Where the journal is kept; `None` for nowhere.
    pub data: Option<PathBuf>,
}

impl Default for Options {
    /// With this seed no tie stands on the last award's line of the founding final.
    fn default() -> Self {
        Self { seed: 1, speed: 60, data: None }
    }
}

impl Options {
    /// The pace of a demonstration on screens.
    ///
    /// # Errors
    ///
    /// When there is something else than a whole journal at `data`.
    pub fn pace(&self) -> Result<Pace, JournalError> {
        Ok(Pace::running(self.clock(self.speed)?))
    }

    /// A demonstration gets ahead of the wall clock; one that goes on must not go back.
    fn clock(&self, speed: u32) -> Result<Clock, JournalError> {
        let last = self.data.as_deref().map(venue::last_instant).transpose()?.flatten();
        Ok(Clock::at_speed(speed).not_before(last.unwrap_or_default()))
    }
}

/// Why a demonstration did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The hub could not be opened.
    #[error(transparent)]
    Venue(#[from] VenueError),
    /// The hub failed on the way.
    #[error(transparent)]
    Hub(#[from] HubError),
    /// One of the people could not go on.
    #[error(transparent)]
    People(#[from] Failed),
    /// The journal to go on with cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The journal cannot be read back.
    #[error(transparent)]
    Replay(#[from] OpeningError),
}

/// Plays a session to its end as fast as the hub can store it, and returns what its journal's file
/// adds up to. `progress` is told how far it has come. Equal seeds give equal scores.
///
/// # Errors
///
/// When the journal cannot be written, or is not this session's.
pub async fn headless(
    session: Session,
    options: &Options,
    progress: impl FnMut(&Progress),
) -> Result<Replayed, DemoError> {
    let evening = begin(session, options, usize::MAX, progress).await?;
    Ok(hub::replay_whole(evening.journal())?)
}

/// The same until so many projects are done with and in the longest room another score is about to
/// come; the evening can be gone on with.
///
/// # Errors
///
/// As for [`headless`].
pub async fn begin(
    session: Session,
    options: &Options,
    projects: usize,
    mut progress: impl FnMut(&Progress),
) -> Result<Evening, DemoError> {
    let pace = Pace::leaping(options.clock(1)?.now());
    let mut venue = Venue::open(session, options.data.as_deref(), pace.clock().clone()).await?;
    let mut crew = people::play_until(&venue.invitations(), &pace, options.seed, projects);
    let mut told = crew.progress();
    loop {
        select! {
            done = crew.finished() => break done?,
            broken = venue.broken() => return Err(broken.into()),
            Ok(()) = told.changed() => progress(&told.borrow_and_update()),
        }
        if told.borrow().rests() {
            break;
        }
    }
    progress(&told.borrow_and_update());
    drop(crew); // A project that is on stage stays there.
    Ok(venue.close().await?)
}
