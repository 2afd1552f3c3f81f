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

    /// The first and the last record by the wall clock, which a hub's log goes by and which is not the evening's: that
    /// counts from when the hub was started, in whole milliseconds.
    pub fn span_of_log(&self) -> (At, At) {
        let by_wall = |it: &Told| it.wall.unwrap_or(it.at);
        let end = |it: Option<&Told>| it.map(by_wall).unwrap_or_default();
        (end(self.records.first()), end(self.records.last()))
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
