//! What a rehearsal finds, and whether it is as it must be. People read the text under `rehearsal-<code>`.

use serde::Serialize;

/// Something that was looked at when all was over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Finding {
    /// Every project is done with and every award is given.
    CameToItsEnd {
        /// How many.
        projects: usize,
        /// How many.
        awards: usize,
    },
    /// The evening stopped before its end.
    Stopped {
        /// How many projects were done with.
        done: usize,
        /// Of how many.
        all: usize,
        /// Why.
        why: String,
    },
    /// Nothing went on any more.
    StoodStill {
        /// How many projects were done with.
        done: usize,
        /// Of how many.
        all: usize,
        /// How long it was waited for.
        seconds: u64,
    },
    /// Every acknowledged sheet and step is in the journal, once and under its record.
    AllThere {
        /// How many sheets were acknowledged.
        sheets: usize,
        /// How many other steps.
        steps: usize,
        /// How many of both had been acknowledged by a laptop that died, after its last copy.
        gone: usize,
    },
    /// Something that was acknowledged is not in the journal under its record.
    NotThere {
        /// Whose.
        seat: String,
        /// What.
        wish: &'static str,
        /// Which of the seat's own records its receipt names.
        number: u64,
        /// How many such receipts there are.
        count: usize,
    },
    /// Something that was asked for once was done twice.
    DoneTwice {
        /// Whose.
        seat: String,
        /// Which record says it again.
        record: u64,
        /// How many such records there are.
        count: usize,
    },
    /// The journal holds.
    Verified {
        /// How many records it has.
        records: u64,
    },
    /// It does not.
    NotVerified {
        /// What is wrong.
        why: String,
    },
    /// Scores, places and awards are those of an evening in which nothing broke.
    SameScores {
        /// How many scores.
        count: usize,
    },
    /// They are not.
    OtherScores {
        /// The first project that differs.
        project: String,
        /// Its place, score and award here.
        here: String,
        /// And in the undisturbed evening.
        there: String,
    },
    /// No countdown moved, and every terminal knew the hub's time.
    ClocksTrue {
        /// How many countdowns were seen.
        count: usize,
        /// By how much a terminal was off at worst, in milliseconds of the wall clock.
        off: i64,
    },
    /// A countdown ended at two instants.
    ClockMoved {
        /// Whose.
        project: String,
        /// How many.
        count: usize,
    },
    /// A terminal did not know the hub's time.
    ClockWrong {
        /// Which.
        seat: String,
        /// By how much, in milliseconds of the wall clock.
        off: i64,
        /// What is allowed.
        bound: i64,
    },
    /// Every terminal came back in time.
    AllCameBack {
        /// How many outages of terminals there were.
        losses: u64,
        /// How long the longest took after the way was free again, in milliseconds.
        longest: u64,
        /// What is allowed.
        bound: u64,
    },
    /// One did not.
    StayedAway {
        /// The first of them.
        seat: String,
        /// How many times somebody did.
        count: usize,
        /// What is allowed.
        bound: u64,
    },
    /// No terminal was shown anything older than what it had seen.
    NothingOlder {
        /// How many pictures there were.
        pictures: u64,
    },
    /// One was.
    ShownOlder {
        /// Which.
        seat: String,
        /// How many times.
        count: u64,
    },
    /// Every second hub was refused.
    SecondsRefused {
        /// How many.
        count: usize,
    },
    /// One opened.
    SecondOpened,
    /// Other laptops went on from copies that had all that was said to be copied, and nobody followed the
    /// old ones.
    TakenOver {
        /// How many times.
        count: usize,
        /// How many old hubs were turned down by terminals.
        turned_down: u64,
    },
    /// A copy had less than was said.
    CopyBehind {
        /// The record up to which a copy was said to be made.
        said: u64,
        /// The copy's last record.
        last: u64,
    },
    /// A terminal followed a hub that a newer one had taken over from.
    FollowedTheOld {
        /// Which.
        seat: String,
    },
}

impl Finding {
    /// Whether it is as it must be.
    pub fn holds(&self) -> bool {
        match self {
            Self::CameToItsEnd { .. }
            | Self::AllThere { .. }
            | Self::Verified { .. }
            | Self::SameScores { .. }
            | Self::ClocksTrue { .. }
            | Self::AllCameBack { .. }
            | Self::NothingOlder { .. }
            | Self::SecondsRefused { .. }
            | Self::TakenOver { .. } => true,
            Self::Stopped { .. }
            | Self::StoodStill { .. }
            | Self::NotThere { .. }
            | Self::DoneTwice { .. }
            | Self::NotVerified { .. }
            | Self::OtherScores { .. }
            | Self::ClockMoved { .. }
            | Self::ClockWrong { .. }
            | Self::StayedAway { .. }
            | Self::ShownOlder { .. }
            | Self::SecondOpened
            | Self::CopyBehind { .. }
            | Self::FollowedTheOld { .. } => false,
        }
    }
}
