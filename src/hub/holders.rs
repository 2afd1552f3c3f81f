//! Who holds which seat: one terminal at a time, the others wait for it.
//!
//! Boards, timers, clerks and the console over all rooms are shared: whoever comes has the seat. Of the
//! others the first terminal holds the seat until it leaves, falls silent while somebody waits, comes
//! once more itself, or the host hands the seat over. Whoever is unseated is told why, and by whom.
//!
//! What always holds, and the test that guards it:
//!
//! - one terminal holds a seat: `a_second_terminal_waits_and_takes_the_seat_when_it_is_free`;
//! - a silent holder keeps nobody out: `a_silent_holder_is_replaced_at_once`;
//! - a terminal never waits for itself: `a_terminal_that_comes_again_replaces_itself`, and a connection
//!   that it gave up never for a later one: `a_connection_that_was_given_up_replaces_no_later_one`;
//! - an old pass holds nothing: `whoever_came_by_an_old_pass_is_unseated`.

use std::{
    collections::{BTreeMap, VecDeque},
    net::IpAddr,
};

use uuid::Uuid;

use super::standing::{Says, Standing, Told};
use crate::{
    contest::{At, Seat},
    hub::capacity::MOST_CONNECTIONS,
    protocol::{Heartbeat, SeatLink, TerminalLine, TerminalSeen, Unseated, WaitingLine},
};

/// Screens that may show a board or a timer: as many as a hub has connections. One more is unseated with
/// `too-many`.
pub(super) const MOST_DISPLAYS: usize = MOST_CONNECTIONS;
/// Terminals that may have another shared seat; likewise.
pub(super) const MOST_SHARING: usize = 64;
/// Terminals at a seat that one holds, the holder included; likewise.
pub(super) const MOST_TERMINALS: usize = 8;

/// Boards, or timers, of a room that ping as often as everybody else: as many as a hall may have.
pub(super) const DISPLAYS_OF_HALL: usize = 16;

/// A terminal that wants a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guest {
    /// How it names itself; a name of this connection's own where it does not.
    pub(super) terminal: Uuid,
    /// Where it comes from.
    pub(super) from: IpAddr,
    /// Which of the seat's passes it came in by.
    pub(super) generation: u32,
    /// The how-manyth of the hub's connections it is.
    pub(super) arrived: u64,
}

/// A connection's place at its seat.
#[derive(Debug)]
pub(super) struct Place {
    /// Names the connection to the desk.
    pub(super) number: u64,
    /// What it is now.
    pub(super) standing: Told,
    /// How often it is to ping.
    pub(super) heartbeat: Heartbeat,
}

impl Place {
    /// Whether it has the seat.
    pub(super) fn holds(&self) -> bool {
        self.standing.holds()
    }
}

/// Who holds which seat.
#[derive(Default)]
pub(super) struct Holders {
    /// The holder first; of a shared seat all of them hold it.
    seats: BTreeMap<Seat, VecDeque<Sitter>>,
    /// Whether every seat is shared.
    all_shared: bool,
    numbers: u64,
}

struct Sitter {
    number: u64,
    guest: Guest,
    since: At,
    is_stale: bool,
    standing: Says,
}

impl Sitter {
    fn holds(&self) -> bool {
        self.standing.holds()
    }

    fn unseat(&self, why: Unseated, from: Option<IpAddr>) {
        self.standing.say(Standing::Unseated { why, from });
    }

    fn line(&self) -> TerminalLine {
        let Guest { terminal, from, .. } = self.guest;
        TerminalLine { terminal, from: from.to_string(), since: self.since }
    }
}

impl Holders {
    /// From now on every seat is shared.
    pub(super) fn share_all(&mut self) {
        self.all_shared = true;
    }

    /// Whether everybody who comes to a seat has it.
    pub(super) fn shares(&self, seat: &Seat) -> bool {
        self.all_shared || seat.is_shared()
    }

    /// How many may be at a seat.
    fn most_at(&self, seat: &Seat) -> usize {
        match seat {
            _ if seat.is_display() => MOST_DISPLAYS,
            _ if self.shares(seat) => MOST_SHARING,
            _ => MOST_TERMINALS,
        }
    }

    /// How many are at a seat.
    fn at(&self, seat: &Seat) -> usize {
        self.seats.get(seat).map_or(0, VecDeque::len)
    }

    /// A terminal comes to a seat. `generation` is that of the seat's pass now.
    pub(super) fn come(&mut self, seat: &Seat, guest: Guest, generation: u32, now: At) -> Place {
        self.numbers += 1;
        let (number, is_shared, most) = (self.numbers, self.shares(seat), self.most_at(seat));
        let standing = Says::first(Standing::Holds);
        let is_spectator = seat.is_display() && DISPLAYS_OF_HALL <= self.at(seat);
        let heartbeat = if is_spectator { Heartbeat::OF_SPECTATORS } else { Heartbeat::USUAL };
        let place = Place { number, standing: standing.told(), heartbeat };
        let sitter = Sitter { number, guest, since: now, is_stale: false, standing };
        if guest.generation != generation {
            sitter.unseat(Unseated::PassRenewed, None);
            return place;
        }
        let sitters = self.seats.entry(seat.clone()).or_default();
        let itself = |it: &Sitter| it.guest.terminal == guest.terminal;
        // Those who share a seat do not take each other's place, however many they are.
        let before = if is_shared { None } else { sitters.iter().position(itself) };
        if let Some(at) = before {
            if let Some(before) = sitters.get_mut(at) {
                if guest.arrived < before.guest.arrived {
                    sitter.unseat(Unseated::Replaced, Some(before.guest.from));
                    return place;
                }
                before.unseat(Unseated::Replaced, Some(guest.from));
                *before = sitter;
            }
        } else if sitters.len() >= most {
            sitter.unseat(Unseated::TooMany, None);
        } else {
            sitters.push_back(sitter);
        }
        self.settle(seat, now);
        place
    }

    /// A connection has fallen silent, or is heard again.
    pub(super) fn set_stale(&mut self, seat: &Seat, number: u64, is_stale: bool, now: At) {
        let sitters = self.seats.get_mut(seat).into_iter().flatten();
        for sitter in sitters.filter(|it| it.number == number) {
            sitter.is_stale = is_stale;
        }
        self.settle(seat, now);
    }

    /// A connection has gone.
    pub(super) fn leave(&mut self, seat: &Seat, number: u64, now: At) {
        if let Some(sitters) = self.seats.get_mut(seat) {
            sitters.retain(|it| it.number != number);
        }
        self.settle(seat, now);
    }

    /// A seat has a new pass: whoever is there came in by an older one. Says which seats it concerns.
    pub(super) fn renew(&mut self, pass: &Seat) -> Vec<Seat> {
        let same = |seat: &&Seat| seat.pass_name() == pass.pass_name();
        let seats: Vec<Seat> = self.seats.keys().filter(same).cloned().collect();
        for sitter in seats.iter().filter_map(|seat| self.seats.remove(seat)).flatten() {
            sitter.unseat(Unseated::PassRenewed, None);
        }
        seats
    }

    /// Whether a seat can go from one terminal to another: `Some(false)` where it has gone already.
    pub(super) fn can_go(&self, seat: &Seat, from: Uuid, to: Uuid) -> Option<bool> {
        let mut terminals = self.seats.get(seat)?.iter().map(|it| it.guest.terminal);
        let holder = terminals.next()?;
        if holder == to {
            return Some(false);
        }
        (holder == from && terminals.any(|it| it == to)).then_some(true)
    }

    /// The seat goes to a terminal that waits for it.
    pub(super) fn hand_over(&mut self, seat: &Seat, to: Uuid, now: At) {
        let Some(sitters) = self.seats.get_mut(seat) else { return };
        let next = sitters.iter().position(|it| it.guest.terminal == to && !it.holds());
        let Some(next) = next.and_then(|at| sitters.remove(at)) else { return };
        if let Some(before) = sitters.pop_front() {
            before.unseat(Unseated::HandedOver, Some(next.guest.from));
        }
        sitters.push_front(next);
        self.settle(seat, now);
    }

    /// Whether a connection has its seat.
    pub(super) fn holds(&self, seat: &Seat, number: u64) -> bool {
        let mut sitters = self.seats.get(seat).into_iter().flatten();
        sitters.any(|it| it.number == number && it.holds())
    }

    /// Sees that the seat is held: by the first that is heard, where the holder has fallen silent.
    fn settle(&mut self, seat: &Seat, now: At) {
        let is_shared = self.shares(seat);
        let Some(sitters) = self.seats.get_mut(seat).filter(|_| !is_shared) else { return };
        let is_silent = sitters.front().is_some_and(|it| it.is_stale);
        let heard = sitters.iter().position(|it| !it.is_stale).filter(|_| is_silent);
        if let Some(next) = heard.and_then(|at| sitters.remove(at)) {
            let silent = sitters.front().is_some_and(Sitter::holds).then(|| sitters.pop_front());
            if let Some(silent) = silent.flatten() {
                silent.unseat(Unseated::Replaced, Some(next.guest.from));
            }
            sitters.push_front(next);
        }
        let mut sitters = sitters.iter_mut();
        let Some(holder) = sitters.next() else { return };
        // It comes into the world as one that holds; only who has waited begins to hold now.
        if !holder.holds() {
            holder.since = now;
            holder.standing.say(Standing::Holds);
        }
        let waits = Standing::Waits { since: holder.since, from: holder.guest.from };
        for sitter in sitters {
            sitter.standing.say(waits.clone());
        }
    }

    /// How many have a seat, and how many of them have fallen silent.
    pub(super) fn count(&self, seat: &Seat, link: &mut SeatLink) {
        (link.screens, link.stale) = (0, 0);
        for sitter in self.seats.get(seat).into_iter().flatten().filter(|it| it.holds()) {
            link.screens += 1;
            link.stale += u32::from(sitter.is_stale);
        }
    }

    /// Who has a seat, in whichever room where one pass is for all of them.
    pub(super) fn seen(&self, pass: &Seat) -> Vec<TerminalSeen> {
        let same = |seat: &Seat| seat.pass_name() == pass.pass_name();
        let sitters = self.seats.iter().filter(|(seat, _)| same(seat)).flat_map(|(_, it)| it);
        let seen = |it: &Sitter| {
            let from = it.guest.from.to_string();
            TerminalSeen { from, since: it.since, silent: it.is_stale }
        };
        sitters.filter(|it| it.holds()).map(seen).collect()
    }

    /// Who waits for a seat.
    pub(super) fn waiting(&self, seat: &Seat) -> Vec<WaitingLine> {
        let sitters = self.seats.get(seat).filter(|_| !self.shares(seat));
        let mut sitters = sitters.into_iter().flatten();
        let Some(holder) = sitters.next().filter(|it| it.holds()) else { return Vec::new() };
        let line =
            |it: &Sitter| WaitingLine { at: seat.clone(), holder: holder.line(), waits: it.line() };
        sitters.filter(|it| !it.holds()).map(line).collect()
    }
}

#[cfg(test)]
mod tests;
