//! What has changed since the last pictures, as far as it decides who has to be shown a new one.

use std::collections::BTreeSet;

use crate::contest::{Contest, Fact, RoomId, Seat};

/// The rooms in which something has happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Rooms with new facts.
    pub facts: BTreeSet<RoomId>,
    /// Whether a ranking may be another one, or a ceremony has gone on, or something was corrected: boards and hosts
    /// of all rooms see that.
    pub rankings: bool,
    /// Judges of whom a sheet came in, and nothing else: nobody in the hall is shown that.
    pub sheets: BTreeSet<Seat>,
    /// Rooms whose links have come, gone, or fallen silent.
    pub links: BTreeSet<RoomId>,
    /// Whether there are new records, which the supervisor sees wherever they belong.
    pub records: bool,
    /// Whether it is otherwise than before that things can be stored, or how copies are.
    pub storage: bool,
}

impl Change {
    /// Takes in a fact that the contest holds already.
    pub fn note(&mut self, contest: &Contest, fact: &Fact) {
        self.records = true;
        self.rankings |= matches!(fact, Fact::CeremonyAt { .. } | Fact::Corrected { .. });
        if let Fact::SheetSubmitted { project, seat, .. } = fact {
            let room = contest.room_of(project).map(|room| room.id.clone());
            self.sheets.extend(room.map(|room| Seat::Judge(room, seat.clone())));
        } else {
            self.facts.extend(contest.rooms_of(fact));
        }
    }

    /// Whether it can alter a seat's picture. Everybody sees their own room only, but for the rankings, which every
    /// host and board sees; links are seen by the room's host only. That a sheet came in is seen by its judge and by
    /// host and clerk of the room.
    pub fn concerns(&self, seat: &Seat) -> bool {
        let sheets_in = |room| self.sheets.iter().any(|it| it.room() == Some(room));
        match seat {
            Seat::Judge(room, _) => self.facts.contains(room) || self.sheets.contains(seat),
            Seat::Timer(room) => self.facts.contains(room),
            Seat::Clerk(room) => self.facts.contains(room) || sheets_in(room),
            Seat::Board(room) => self.rankings || self.facts.contains(room),
            Seat::Supervisor => self.records || self.storage,
            Seat::Control(room) | Seat::Host(room) => {
                let has_news = self.rankings || self.storage || self.facts.contains(room);
                has_news || self.links.contains(room) || sheets_in(room)
            }
        }
    }
}
