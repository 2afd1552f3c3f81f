//! The people of a demonstration: a host for every room, a judge for every seat, and a supervisor where
//! releases are co-signed, each with a link of their own, as real screens have.
//!
//! What always holds, and the test in `tests/demo.rs` that guards it:
//!
//! - equal seeds give equal finals: `equal_seeds_give_equal_finals`;
//! - a sheet is never missing: `everything_is_released_with_every_sheet`, sealed ones neither:
//!   `a_guarded_final_is_sealed_opened_and_signed_by_two`;
//! - what was begun by one crew is ended by the next: `an_interrupted_final_is_played_on`;
//! - a room can be taken over and handed back: `a_person_takes_the_keys_and_hands_them_back`.

mod cue;
mod host;
mod judge;
mod line;
mod opinion;
mod panel;
mod show;
mod supervisor;

use std::{collections::BTreeMap, sync::Arc};

use tokio::{
    select,
    sync::watch,
    task::{JoinError, JoinSet},
};

use super::{Pace, Venue, chance::Chance};
use crate::{
    client::{NotTaken, Trouble},
    contest::{Refusal, RoomId, Seat},
};
use host::{Host, Part};
use judge::Judge;
use line::Line;
use panel::Panel;
use show::Show;
use supervisor::Supervisor;

/// How many projects are done with, in all rooms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    rooms: BTreeMap<RoomId, usize>,
    /// How many there are.
    pub all: usize,
    /// Whether the room that is looked at first has come to where it was to rest.
    rests: bool,
}

/// Why a scripted person could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The hub cannot be joined.
    #[error(transparent)]
    Link(#[from] Trouble),
    /// The link has ended although it was wanted.
    #[error("a link has ended")]
    LinkEnded,
    /// The hub has sent a picture that makes no sense.
    #[error("a picture could not be read")]
    Picture(#[source] serde_json::Error),
    /// The hub refused what it had offered.
    #[error("the hub refused the next step")]
    Refused(#[source] Refusal),
    /// The link takes no wishes.
    #[error(transparent)]
    NotTaken(#[from] NotTaken),
    /// A task ended by a bug.
    #[error("a scripted person broke down")]
    Broken(#[from] JoinError),
}

/// All of them, at work. They leave when it is dropped.
#[derive(Debug)]
pub struct Crew {
    hosts: JoinSet<Result<(), Failed>>,
    /// The judges, and the supervisor.
    others: JoinSet<Failed>,
    keys: Keys,
    progress: watch::Receiver<Progress>,
}

/// The hosts' keys: who has them in each room. Clones speak of the same keys.
#[derive(Debug, Clone)]
pub struct Keys(Arc<BTreeMap<RoomId, watch::Sender<bool>>>);

/// Sends a host to every room and a judge to every seat of a venue. The venue's clock must be the
/// pace's. Call it inside a tokio runtime. Equal seeds give equal sheets.
#[must_use = "the people leave when it is dropped"]
pub fn play(venue: &Venue, pace: &Pace, seed: u64) -> Crew {
    send_in(venue, pace, seed, Part::Lead)
}

/// The same until so many projects are done with; then the longest room rests as soon as a score is
/// about to come, and says so.
pub(super) fn play_until(venue: &Venue, pace: &Pace, seed: u64, projects: usize) -> Crew {
    send_in(venue, pace, seed, Part::Rest { after: projects })
}

fn send_in(venue: &Venue, pace: &Pace, seed: u64, of_the_longest: Part) -> Crew {
    let chance = Chance::of_seed(seed);
    let session = venue.session();
    let all = session.rooms.iter().map(|room| room.order.len()).sum();
    let (progress, told) = watch::channel(Progress { rooms: BTreeMap::new(), all, rests: false });
    let (mut hosts, mut others, mut keys) = (JoinSet::new(), JoinSet::new(), BTreeMap::new());
    // All leaders first: a leaping clock stands until every one of them waits.
    let leaders: Vec<_> = session.rooms.iter().map(|room| (room, pace.leader())).collect();
    let longest = session.rooms.iter().map(|room| room.order.len()).max();
    let longest = session.rooms.iter().find(|room| Some(room.order.len()) == longest);
    for (room, leader) in leaders {
        let is_longest = longest.is_some_and(|it| it.id == room.id);
        let part = if is_longest { of_the_longest } else { Part::Plain };
        let panel = Panel::default();
        for judge in &room.judges {
            let seat = Seat::Judge(room.id.clone(), judge.id.clone());
            let line = Line::join(venue.link(&seat), pace.clock().clone());
            let judge = Judge::new(line, pace.clone(), chance, panel.clone());
            others.spawn(judge.judge());
        }
        let (key, taken) = watch::channel(false);
        keys.insert(room.id.clone(), key);
        let seat = Seat::Host(room.id.clone());
        let line = Line::join(venue.link(&seat), pace.clock().clone());
        let progress = progress.clone();
        let (cue, show) = (None, Show::default());
        let host = Host { line, leader, chance, panel, taken, progress, cue, show, part };
        hosts.spawn(host.run());
    }
    if session.safeguards.co_signed_release {
        let line = Line::join(venue.link(&Seat::Supervisor), pace.clock().clone());
        others.spawn(Supervisor::new(line, pace.clone(), chance).sign());
    }
    Crew { hosts, others, keys: Keys(Arc::new(keys)), progress: told }
}

impl Crew {
    /// The hosts' keys.
    pub fn keys(&self) -> Keys {
        self.keys.clone()
    }

    /// How far the evening has come, and every change of it.
    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.clone()
    }

    /// Waits until every room is done. It can be given up and called again at any time.
    ///
    /// # Errors
    ///
    /// When one of the people cannot go on.
    pub async fn finished(&mut self) -> Result<(), Failed> {
        loop {
            select! {
                host = self.hosts.join_next() => match host {
                    Some(host) => host??,
                    None => return Ok(()),
                },
                Some(other) = self.others.join_next() => return Err(other?),
            }
        }
    }
}

impl Keys {
    /// Gives the keys of a room to a person, or back to the scripted host, who goes on from wherever
    /// the room is.
    pub fn take_over(&self, room: &RoomId, taken: bool) {
        if let Some(key) = self.0.get(room) {
            key.send_replace(taken);
        }
    }
}

impl Progress {
    /// How many are released, shown, absent or withdrawn.
    pub fn done(&self) -> usize {
        self.rooms.values().sum()
    }

    /// Whether the longest room has come to where it was to rest.
    pub(super) fn rests(&self) -> bool {
        self.rests
    }

    fn note(&mut self, room: &RoomId, done: usize) -> bool {
        self.rooms.insert(room.clone(), done) != Some(done)
    }
}
