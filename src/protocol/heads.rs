//! The heads of the journal that people are shown, to keep and to compare: the newest one at a lock,
//! a release or a correction of each room, and the present one.
//!
//! A head stands for everything up to its record, so whoever has one can tell later whether any of it
//! has been changed. What it stands for is hashed, and wish ids are random: nobody learns a mark from it.
//! Not here: how it is computed (`crate::journal`), and who keeps it.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
};

use serde::{Deserialize, Serialize};

use super::RecordLine;
use crate::contest::{At, Contest, Fact, ProjectId, RoomId, Seat};

/// So many of the newest records are shown; older ones are in the log.
const NEWEST: usize = 12;

/// What the hub shows of its journal. Like attendance it is no part of the contest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heads {
    id: String,
    present: HeadLine,
    newest: BTreeMap<RoomId, HeadMark>,
    /// The newest, as they are: a line is made when somebody looks, and thousands are read at a start.
    records: VecDeque<Noted>,
}

/// A record, to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Noted {
    seq: u64,
    at: At,
    by: Option<Seat>,
    fact: Fact,
}

/// A head of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HeadLine {
    /// The record's number.
    pub seq: u64,
    /// Its hash, 64 hex digits.
    pub hash: String,
}

/// The head at a record that people keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadMark {
    /// The head.
    #[serde(flatten)]
    pub head: HeadLine,
    /// The project that the record is about.
    pub project: ProjectId,
    /// What the record says of it.
    pub what: Moment,
}

/// What is done when a head is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Its scoring was closed.
    Locked,
    /// Its score became public.
    Released,
    /// Something released was corrected.
    Corrected,
}

impl Moment {
    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Released => "released",
            Self::Corrected => "corrected",
        }
    }
}

/// The short form, to be read aloud and compared: `412 3f2a 9c1b`.
impl fmt::Display for HeadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.seq)?;
        let pairs = [self.hash.get(..4), self.hash.get(4..8)];
        pairs.into_iter().flatten().try_for_each(|pair| write!(f, " {pair}"))
    }
}

/// What a fact says that is kept with its head, and of which project.
fn kept(fact: &Fact) -> Option<(&ProjectId, Moment)> {
    let what = match fact {
        Fact::Locked { .. } => Moment::Locked,
        Fact::Released { .. } => Moment::Released,
        Fact::Corrected { .. } => Moment::Corrected,
        _ => return None,
    };
    Some((fact.project()?, what))
}

impl Heads {
    /// Takes note of a stored record, which the contest has seen already. The first one names the journal.
    pub fn note(
        &mut self,
        contest: &Contest,
        (at, by): (At, Option<&Seat>),
        fact: &Fact,
        head: HeadLine,
    ) {
        self.take_in(contest, (at, by.cloned()), fact.clone(), head);
    }

    /// The same, and keeps the record itself as long as it is among the newest.
    pub fn take_in(
        &mut self,
        contest: &Contest,
        (at, by): (At, Option<Seat>),
        fact: Fact,
        head: HeadLine,
    ) {
        if self.id.is_empty() {
            self.id.clone_from(&head.hash);
        }
        if let Some((project, what)) = kept(&fact) {
            let mark = HeadMark { head: head.clone(), project: project.clone(), what };
            let rooms = contest.rooms_of(&fact).into_iter();
            self.newest.extend(rooms.map(|room| (room, mark.clone())));
        }
        if self.records.len() == NEWEST {
            self.records.pop_front();
        }
        self.records.push_back(Noted { seq: head.seq, at, by, fact });
        self.present = head;
    }

    /// What names the journal: the hash of its first record.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The head now.
    pub fn present(&self) -> &HeadLine {
        &self.present
    }

    /// The newest head to keep, of a room.
    pub fn of(&self, room: &RoomId) -> Option<&HeadMark> {
        self.newest.get(room)
    }

    /// The newest records, oldest first.
    pub fn records(&self) -> impl Iterator<Item = RecordLine> {
        self.records.iter().map(|it| RecordLine::of(it.seq, (it.at, it.by.as_ref()), &it.fact))
    }

    /// The newest heads to keep, by room.
    pub fn newest(&self) -> &BTreeMap<RoomId, HeadMark> {
        &self.newest
    }
}

#[cfg(test)]
impl Heads {
    /// A journal that begins with a record of zeros and ends with this fact, as its 412th.
    pub(crate) fn sample(contest: &Contest, fact: &Fact) -> Self {
        let mut heads = Self { id: "0".repeat(64), ..Self::default() };
        let hash = format!("3f2a9c1b{:056}", 0);
        heads.note(contest, (At::default(), None), fact, HeadLine { seq: 412, hash });
        heads
    }
}
