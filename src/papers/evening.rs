//! What papers are made from: the contest after all records, the records themselves, and the journal's
//! head.

use super::{
    journal::JournalRow,
    log::{Filter, LogPage},
    timings::Timings,
};
use crate::{
    contest::{At, Contest, Fact, Seat},
    words::Words,
};

/// One record, as far as papers tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub seq: u64,
    /// When.
    pub at: At,
    /// What the system's wall clock said then, where it was asked.
    pub wall: Option<At>,
    /// The seat that asked; `None` for what the hub does by itself.
    pub by: Option<Seat>,
    /// What happened.
    pub fact: Fact,
}

/// An evening, as far as it has come.
#[derive(Debug)]
pub struct Evening {
    /// What the records add up to.
    pub contest: Contest,
    /// The records.
    pub records: Vec<Told>,
    /// The journal that they stand in.
    pub journal: JournalRow,
}

impl Evening {
    /// The instant of the last record: papers are of that moment, whenever they are printed, so that the
    /// same journal gives the same papers.
    pub fn as_of(&self) -> At {
        self.records.last().map(|it| it.at).unwrap_or_default()
    }

    /// Between which instants the records are by the wall clock. A hub's log goes by it, and it may have been set
    /// meanwhile, where the time of the evening only ever goes on.
    pub fn span_by_wall(&self) -> (At, At) {
        let wall = || self.records.iter().map(|it| it.wall.unwrap_or(it.at));
        (wall().min().unwrap_or_default(), wall().max().unwrap_or_default())
    }

    /// How long everything took.
    pub fn timings(&self) -> Timings {
        Timings::of(self.contest.session(), &self.records)
    }

    /// The log without marks.
    pub fn log(&self, words: &Words) -> LogPage {
        let (mut page, filter) = (LogPage::default(), Filter::default());
        for Told { seq, at, by, fact, .. } in &self.records {
            page.add((*seq, *at, by.as_ref()), fact, &filter, words);
        }
        page
    }
}
