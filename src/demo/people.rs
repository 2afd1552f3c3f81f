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
mod onlooker;
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

use super::{Invitations, Pace, chance::Chance};
use crate::{
    client::{NotTaken, Trouble},
    contest::{Refusal, RoomId, Seat},
};
use host::{Host, Part};
use judge::Judge;
use line::Line;
use onlooker::Onlooker;
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

/// Sends in a host for every room, a judge for every seat and the supervisor where releases are co-signed,
/// of those who are invited. The hub's clock must be the pace's. Call it inside a tokio runtime. Equal
/// seeds give equal sheets.
#[must_use = "the people leave when it is dropped"]
pub fn play(invitations: &Invitations, pace: &Pace, seed: u64) -> Crew {
    send_in(invitations, pace, seed, Part::Lead)
}

/// The same until so many projects are done with; then the longest room rests as soon as a score is
/// about to come, and says so.
pub(super) fn play_until(
    invitations: &Invitations,
    pace: &Pace,
    seed: u64,
    projects: usize,
) -> Crew {
    send_in(invitations, pace, seed, Part::Rest { after: projects })
}

/// The same with somebody at every other seat who looks on, and nothing that is lingered over.
#[must_use = "the people leave when it is dropped"]
pub fn attend(invitations: &Invitations, pace: &Pace, seed: u64) -> Crew {
    let mut crew = send_in(invitations, pace, seed, Part::Plain);
    let Invitations { session, links, .. } = invitations;
    let looks_on = |seat: &Seat| match seat {
        Seat::Host(_) | Seat::Judge(..) => false,
        Seat::Supervisor => !session.safeguards.co_signed_release,
        Seat::Control(_) | Seat::Board(_) | Seat::Timer(_) | Seat::Clerk(_) => true,
    };
    for link in links.iter().filter(|link| looks_on(&link.seat)) {
        let line = Line::join(link.clone(), pace.clock().clone(), invitations);
        crew.others.spawn(Onlooker::new(line).look());
    }
    crew
}

fn send_in(invitations: &Invitations, pace: &Pace, seed: u64, of_the_longest: Part) -> Crew {
    let chance = Chance::of_seed(seed);
    let Invitations { session, links, .. } = invitations;
    let all = session.rooms.iter().map(|room| room.order.len()).sum();
    let (progress, told) = watch::channel(Progress { rooms: BTreeMap::new(), all, rests: false });
    let (mut hosts, mut others, mut keys) = (JoinSet::new(), JoinSet::new(), BTreeMap::new());
    let panels: BTreeMap<_, _> =
        session.rooms.iter().map(|room| (&room.id, Panel::default())).collect();
    let panel = |room: &RoomId| panels.get(room).cloned().unwrap_or_default();
    let clock = || pace.clock().clone();
    // All leaders first: a leaping clock stands until every one of them waits.
    let rooms = links.iter().filter_map(|link| match &link.seat {
        Seat::Host(room) => Some((link, room, pace.leader())),
        _ => None,
    });
    let rooms: Vec<_> = rooms.collect();
    for link in links {
        match &link.seat {
            Seat::Judge(room, _) => {
                others.spawn(
                    Judge::new(
                        Line::join(link.clone(), clock(), invitations),
                        pace.clone(),
                        chance,
                        panel(room),
                    )
                    .judge(),
                );
            }
            Seat::Supervisor if session.safeguards.co_signed_release => {
                others.spawn(
                    Supervisor::new(
                        Line::join(link.clone(), clock(), invitations),
                        pace.clone(),
                        chance,
                    )
                    .sign(),
                );
            }
            _ => (),
        }
    }
    let longest = session.rooms.iter().map(|room| room.order.len()).max();
    let longest = session.rooms.iter().find(|room| Some(room.order.len()) == longest);
    for (link, room, leader) in rooms {
        let is_longest = longest.is_some_and(|it| it.id == *room);
        let part = if is_longest { of_the_longest } else { Part::Plain };
        let (key, taken) = watch::channel(false);
        keys.insert(room.clone(), key);
        let (line, panel) = (Line::join(link.clone(), clock(), invitations), panel(room));
        let progress = progress.clone();
        let (cue, show) = (None, Show::default());
        let host = Host { line, leader, chance, panel, taken, progress, cue, show, part };
        hosts.spawn(host.run());
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
