//! The clock of a rehearsal that is played at speed: from the journal's first record on it runs so many
//! times as fast as the wall clock, also while no hub runs. So a hub that was killed goes on at the time that
//! it would have, as a live one does: `a_hastened_clock_runs_on_while_no_hub_does`.

use std::path::Path;

use crate::{clock::Clock, journal};

/// The clock of the evening in a journal, or of one that begins now.
pub fn hastened_clock(journal: &Path, speed: u32) -> Clock {
    let mut began = None;
    // What is wrong with the journal is said by whoever opens it.
    let _ = journal::read(journal, |record| {
        began.get_or_insert((record.at, record.wall.unwrap_or(record.at)));
    });
    match began {
        Some(began) => Clock::at_speed_since(began, speed),
        None => Clock::at_speed(speed),
    }
}

#[cfg(test)]
mod tests {
    use super::hastened_clock;
    use crate::{
        clock::Clock,
        contest::{Fact, Ms, sample},
        journal::{self, Entry},
    };

    #[test]
    fn a_hastened_clock_runs_on_while_no_hub_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("fast.journal");
        let (wall, at) = (Clock::system().now() + Ms::seconds(-60), Clock::system().now());
        let mut journal = journal::open(&path, drop).unwrap();
        let opened = Fact::opened(sample::session(), true);
        let entry = Entry { wall: Some(wall), rehearsal: true, ..Entry::new(at, opened) };
        journal.append(journal.head(), &[entry]).unwrap();
        drop(journal);
        assert!(at + Ms::seconds(60 * 30) <= hastened_clock(&path, 30).now());
    }
}
