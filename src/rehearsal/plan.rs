//! What is broken, in which order, after how long and for how long: all of it follows from the seed and the
//! seats (`equal_seeds_break_the_same_things`), and every kind comes as often as it lies in the deck
//! (`everything_breaks_before_anything_does_so_again`). Where in the evening a fault falls hangs on the
//! machine.

use std::time::Duration;

use serde::Serialize;

use crate::{contest::Seat, demo::Chance};

/// Something that breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum Fault {
    /// The hub is killed, and started again by the same command.
    HubKilled,
    /// The same while one terminal is cut off.
    HubKilledBehindACut {
        /// Whose.
        seat: Seat,
    },
    /// The hub's laptop dies: another one goes on from the newest copy, at another address. Then the old one
    /// comes back for a while.
    LaptopDied,
    /// A second hub is started on the journal.
    SecondHub,
    /// A terminal dies with everything that it has not laid on its disk, and is started again.
    TerminalDied {
        /// Whose.
        seat: Seat,
    },
    /// One terminal's connections break, and no new ones come about.
    Cut {
        /// Whose.
        seat: Seat,
    },
    /// Everybody's do.
    AllCut,
    /// Nothing arrives either way, and nobody is told.
    Held {
        /// Whose.
        seat: Seat,
    },
    /// Nothing arrives at the terminal, which takes nothing from the hub any more.
    Deaf {
        /// Whose.
        seat: Seat,
    },
    /// Nothing arrives at the hub.
    Mute {
        /// Whose.
        seat: Seat,
    },
    /// Everything arrives late.
    Slow {
        /// Whose.
        seat: Seat,
    },
}

impl Fault {
    /// Its word, as in the diary.
    pub fn word(&self) -> &'static str {
        match self {
            Self::HubKilled => "hub-killed",
            Self::HubKilledBehindACut { .. } => "hub-killed-behind-a-cut",
            Self::LaptopDied => "laptop-died",
            Self::SecondHub => "second-hub",
            Self::TerminalDied { .. } => "terminal-died",
            Self::Cut { .. } => "cut",
            Self::AllCut => "all-cut",
            Self::Held { .. } => "held",
            Self::Deaf { .. } => "deaf",
            Self::Mute { .. } => "mute",
            Self::Slow { .. } => "slow",
        }
    }
}

/// A fault with its times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Strike {
    /// After everybody is back from the one before.
    pub(super) after: Duration,
    pub(super) fault: Fault,
    pub(super) lasts: Duration,
}

/// What lies in the deck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Card {
    HubKilled,
    HubKilledBehindACut,
    LaptopDied,
    SecondHub,
    TerminalDied,
    Cut,
    AllCut,
    Held,
    Deaf,
    Mute,
    Slow,
}

/// The hub's process is what dies most easily on a laptop that somebody carries about.
const DECK: [Card; 15] = [
    Card::HubKilled,
    Card::HubKilled,
    Card::HubKilled,
    Card::HubKilledBehindACut,
    Card::LaptopDied,
    Card::SecondHub,
    Card::TerminalDied,
    Card::TerminalDied,
    Card::Cut,
    Card::Cut,
    Card::AllCut,
    Card::Held,
    Card::Deaf,
    Card::Mute,
    Card::Slow,
];

/// How long an outage lasts of which everybody learns at once, and one that is found out by the silence, which
/// takes three seconds; in microseconds.
const LOUD: (i64, i64) = (50_000, 1_500_000);
const SILENT: (i64, i64) = (3_200_000, 4_500_000);
/// How long everybody is left in peace.
const PEACE: (i64, i64) = (0, 1_200_000);

/// The faults of one seed, without an end.
#[derive(Debug)]
pub(super) struct Plan {
    chance: Chance,
    /// Those whose terminals break.
    seats: Vec<Seat>,
    /// How many faults there have been.
    count: usize,
    /// What is left of the deck, the next at the end.
    deck: Vec<Card>,
}

impl Plan {
    pub(super) fn of_seed(seed: u64, seats: Vec<Seat>) -> Self {
        Self { chance: Chance::of_seed(seed), seats, count: 0, deck: Vec::new() }
    }

    fn draw(&self, what: &str, (low, high): (i64, i64)) -> i64 {
        self.chance.between(low, high, &["fault", what, &self.count.to_string()])
    }

    fn wait(&self, what: &str, span: (i64, i64)) -> Duration {
        Duration::from_micros(self.draw(what, span).unsigned_abs())
    }

    fn card(&mut self) -> Card {
        if self.deck.is_empty() {
            let mut deck: Vec<_> = DECK.into_iter().enumerate().collect();
            deck.sort_by_key(|(place, _)| self.draw(&place.to_string(), (0, i64::MAX - 1)));
            self.deck = deck.into_iter().map(|(_, card)| card).collect();
            if self.count == 0 {
                self.deck.push(Card::HubKilled); // However short the evening is.
            }
        }
        self.deck.pop().unwrap_or(Card::HubKilled)
    }

    fn seat(&self) -> Option<Seat> {
        let last = i64::try_from(self.seats.len()).ok()?.checked_sub(1)?;
        let drawn = usize::try_from(self.draw("whose", (0, last.max(0)))).ok()?;
        self.seats.get(drawn).cloned()
    }
}

impl Iterator for Plan {
    type Item = Strike;

    fn next(&mut self) -> Option<Strike> {
        let card = self.card();
        let seat = self.seat()?;
        let (fault, span) = match card {
            Card::HubKilled => (Fault::HubKilled, LOUD),
            Card::HubKilledBehindACut => (Fault::HubKilledBehindACut { seat }, LOUD),
            Card::LaptopDied => (Fault::LaptopDied, LOUD),
            Card::SecondHub => (Fault::SecondHub, (0, 0)),
            Card::TerminalDied => (Fault::TerminalDied { seat }, LOUD),
            Card::Cut => (Fault::Cut { seat }, LOUD),
            Card::AllCut => (Fault::AllCut, LOUD),
            Card::Held => (Fault::Held { seat }, SILENT),
            Card::Deaf => (Fault::Deaf { seat }, SILENT),
            Card::Mute => (Fault::Mute { seat }, SILENT),
            Card::Slow => (Fault::Slow { seat }, SILENT),
        };
        let strike =
            Strike { after: self.wait("after", PEACE), fault, lasts: self.wait("lasts", span) };
        self.count += 1;
        Some(strike)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DECK, Fault, Plan};
    use crate::contest::Seat;

    fn plan(seed: u64) -> Plan {
        let seats = ["A/host", "A/judge/A1", "A/board"].map(|it| it.parse::<Seat>().unwrap());
        Plan::of_seed(seed, seats.into())
    }

    #[test]
    fn equal_seeds_break_the_same_things() {
        let strikes = |seed| plan(seed).take(60).collect::<Vec<_>>();
        assert_eq!(strikes(7), strikes(7));
        assert_ne!(strikes(7), strikes(8));
    }

    #[test]
    fn everything_breaks_before_anything_does_so_again() {
        for seed in 0..20 {
            let strikes: Vec<_> = plan(seed).take(1 + 2 * DECK.len()).collect();
            assert_eq!(strikes[0].fault, Fault::HubKilled, "the first, of every seed");
            let kinds = |part: &[super::Strike]| {
                let kinds = part.iter().map(|it| std::mem::discriminant(&it.fault));
                let all: Vec<_> = kinds.collect();
                (all.iter().collect::<std::collections::HashSet<_>>().len(), all.len())
            };
            for half in strikes[1..].chunks(DECK.len()) {
                assert_eq!(kinds(half), (11, DECK.len()), "seed {seed}");
            }
        }
    }

    #[test]
    fn a_fault_is_called_the_same_everywhere() {
        for strike in plan(3).take(40) {
            let told = serde_json::to_value(&strike.fault).unwrap();
            assert_eq!(told["fault"], strike.fault.word());
        }
    }

    #[test]
    fn every_seat_is_struck_sooner_or_later() {
        let struck: BTreeSet<_> = plan(1)
            .take(200)
            .filter_map(|it| match it.fault {
                Fault::Cut { seat } => Some(seat.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(struck.len(), 3);
    }
}
