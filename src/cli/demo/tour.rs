//! The way through a demonstration: which screen of which room is shown, and who has the host's keys.

use std::{cell::Cell, collections::BTreeSet, rc::Rc, time::Duration};

use ratatui::{
    crossterm::event::{KeyCode, KeyEvent},
    text::{Line, Span},
};

use crate::{
    contest::{Role, RoomId, Seat, Session},
    demo::{Keys, Pace},
    tui::{
        keys::{Binding, HelpRow, Key, KeyTable, Offer},
        run::{Guide, Turn},
        theme::Theme,
    },
    words::Words,
};

/// A screen that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    /// The seat it is for.
    pub(super) seat: Seat,
}

impl Stop {
    /// Board, host, first judge and timer of every room, and the supervisor; what has no key of its own is
    /// no stop.
    pub(super) fn all_of(session: &Session) -> Vec<Self> {
        let is_first = |seat: &Seat| match seat {
            Seat::Judge(room, judge) => session
                .room(room)
                .and_then(|room| room.judges.first())
                .is_some_and(|first| first.id == *judge),
            Seat::Control(_) | Seat::Clerk(_) => false,
            _ => true,
        };
        let mut seats: Vec<Seat> = Seat::all_of(session).into_iter().filter(is_first).collect();
        seats.sort_by_key(|seat| {
            let room = session.rooms.iter().position(|room| seat.room() == Some(&room.id));
            (room.is_none(), room, rank(seat.role())) // Who is over all rooms comes last.
        });
        seats.into_iter().map(|seat| Self { seat }).collect()
    }
}

/// The order of the keys: board, host, judge, timer, supervisor.
fn rank(role: Role) -> u8 {
    match role {
        Role::Board => 1,
        Role::Host => 2,
        Role::Judge => 3,
        Role::Timer => 4,
        Role::Clerk => 5,
        Role::Supervisor => 6,
    }
}

/// What the tour's keys do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Show(Role),
    OtherRoom,
    TakeOver,
    HandBack,
    Quit,
}

const fn show(key: &'static [Key], role: Role, words: &'static str) -> Binding<Action> {
    Binding { keys: key, action: Action::Show(role), words, hint: true }
}

/// Function keys, because the screens below use all others. The way out comes before what a bar of 80
/// columns may have no room for.
const TABLE: KeyTable<Action> = KeyTable(&[
    show(&[Key::Code(KeyCode::F(1))], Role::Board, "role-board"),
    show(&[Key::Code(KeyCode::F(2))], Role::Host, "role-host"),
    show(&[Key::Code(KeyCode::F(3))], Role::Judge, "role-judge"),
    show(&[Key::Code(KeyCode::F(4))], Role::Timer, "role-timer"),
    Binding {
        keys: &[Key::Code(KeyCode::F(10)), Key::Ctrl('c')],
        action: Action::Quit,
        words: "demo-quit",
        hint: true,
    },
    Binding {
        keys: &[Key::Code(KeyCode::F(5))],
        action: Action::TakeOver,
        words: "demo-take-over",
        hint: true,
    },
    // The same key: what it does is what is offered.
    Binding {
        keys: &[Key::Code(KeyCode::F(5))],
        action: Action::HandBack,
        words: "demo-hand-back",
        hint: true,
    },
    show(&[Key::Code(KeyCode::F(7))], Role::Supervisor, "demo-supervisor"),
    Binding {
        keys: &[Key::Code(KeyCode::F(6))],
        action: Action::OtherRoom,
        words: "demo-other-room",
        hint: true,
    },
]);

/// Where the tour is.
pub(super) struct Tour {
    stops: Vec<Stop>,
    shown: usize,
    /// The room of the last screen that was in one.
    room: Option<RoomId>,
    keys: Keys,
    pace: Pace,
    /// The rooms whose host is a person.
    taken: BTreeSet<RoomId>,
    /// Whether all has been played.
    is_over: Rc<Cell<bool>>,
}

/// How often the bar looks whether all has been played, and how fast time runs.
const LOOKS: Duration = Duration::from_secs(1);

impl Tour {
    /// Begins at the first room's board.
    pub(super) fn new(stops: Vec<Stop>, keys: Keys, pace: Pace, is_over: Rc<Cell<bool>>) -> Self {
        let room = stops.first().and_then(|stop| stop.seat.room()).cloned();
        Self { stops, shown: 0, room, keys, pace, taken: BTreeSet::new(), is_over }
    }

    fn seat(&self) -> Option<&Seat> {
        self.stops.get(self.shown).map(|stop| &stop.seat)
    }

    fn show(&mut self, wanted: impl Fn(&Seat) -> bool) {
        let found = self.stops.iter().position(|stop| wanted(&stop.seat));
        self.go(found.unwrap_or(self.shown));
    }

    fn go(&mut self, stop: usize) {
        self.shown = stop;
        self.room = self.seat().and_then(Seat::room).cloned().or_else(|| self.room.take());
    }

    /// The same screen of the next room that has it.
    fn show_other_room(&mut self) {
        let Some(seat) = self.seat().cloned() else { return };
        let same =
            |at: &usize| self.stops.get(*at).is_some_and(|stop| stop.seat.role() == seat.role());
        let after = (self.shown + 1)..self.stops.len();
        let next = after.chain(0..self.stops.len()).find(same);
        self.go(next.unwrap_or(self.shown));
    }

    fn take_over(&mut self) {
        let Some(room) = self.room.clone() else { return };
        let taken = !self.taken.remove(&room);
        self.keys.take_over(&room, taken);
        if taken {
            self.show(|seat| *seat == Seat::Host(room.clone()));
            self.taken.insert(room);
        }
        self.pace.hand_over(!self.taken.is_empty());
    }

    /// Whether a key of the tour leads anywhere: a showcase has no judges, and many finals one room.
    fn can_be_done(&self, action: Action) -> bool {
        let role = self.seat().map(Seat::role);
        let seats = || self.stops.iter().map(|stop| &stop.seat);
        match action {
            Action::Show(to) => role != Some(to) && seats().any(|seat| seat.role() == to),
            Action::OtherRoom => {
                let rooms = seats().filter(|seat| seat.role() == Role::Board).count();
                role != Some(Role::Supervisor) && rooms > 1
            }
            Action::TakeOver => !self.is_taken(),
            Action::HandBack => self.is_taken(),
            Action::Quit => true,
        }
    }

    fn is_taken(&self) -> bool {
        self.room.as_ref().is_some_and(|room| self.taken.contains(room))
    }

    /// Keys that a screen gets: all of them, but of the host's console only those that look around
    /// as long as the scripted host has the keys. `q` leaves the whole demonstration, and what a board
    /// asks before a hall sees a shell would be wrong here.
    fn pass(&self, key: KeyEvent) -> Turn {
        let role = self.seat().map(Seat::role);
        let is_played = role == Some(Role::Host) && !self.is_taken();
        match Key::pressed(key) {
            Some(Key::Char('q')) if matches!(role, Some(Role::Board | Role::Timer)) => Turn::Quit,
            _ if !is_played => Turn::Passed,
            Some(Key::Char('q')) => Turn::Quit,
            Some(Key::Char('?') | Key::Code(_)) if !is_enter(key) => Turn::Passed,
            _ => Turn::Refused("demo-host-is-played"),
        }
    }
}

fn is_enter(key: KeyEvent) -> bool {
    key.code == KeyCode::Enter
}

impl Guide for Tour {
    fn press(&mut self, key: KeyEvent) -> Turn {
        let room = self.room.clone();
        match TABLE.find(key) {
            Some(Action::Quit) => return Turn::Quit,
            Some(Action::Show(role)) => {
                let here = |seat: &Seat| seat.room().is_none() || seat.room() == room.as_ref();
                self.show(|seat| seat.role() == role && here(seat));
            }
            Some(Action::OtherRoom) => self.show_other_room(),
            Some(Action::TakeOver | Action::HandBack) => self.take_over(),
            None => return self.pass(key),
        }
        Turn::Taken
    }

    fn passes(&self, key: KeyEvent) -> bool {
        TABLE.find(key).is_none() && self.pass(key) == Turn::Passed
    }

    fn offers(&self, words: &Words) -> Vec<Offer> {
        TABLE.offers(words, |action| self.can_be_done(action))
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        TABLE.help(words, |action| self.can_be_done(action))
    }

    fn bar(&self, words: &Words, theme: &Theme, columns: u16) -> Line<'static> {
        let driver = if self.is_taken() { "demo-you-drive" } else { "demo-autopilot" };
        let role = self.seat().map(|seat| format!("role-{}", seat.role().as_str()));
        let role = role.map(|role| words.say(&role)).unwrap_or_default();
        // How fast time runs belongs beside a clock that would look broken without it.
        let speed = self.pace.clock().speed();
        let sign = if self.is_over.get() {
            format!(" {role} {} ", words.say("demo-over"))
        } else {
            format!(" {role} {speed}x {} ", words.say(driver))
        };
        let sign = Span::styled(sign, theme.selected);
        let left = columns.saturating_sub(u16::try_from(sign.width()).unwrap_or(u16::MAX) + 1);
        let hints = TABLE.hints(words, theme, left, |action| self.can_be_done(action));
        let mut spans = vec![sign, Span::raw(" ")];
        spans.extend(hints.spans);
        Line::from(spans)
    }

    fn greeting(&self) -> Option<&'static str> {
        Some("demo-greeting")
    }

    fn stays(&self) -> Option<Duration> {
        (!self.is_over.get()).then_some(LOOKS)
    }

    fn shown(&self) -> usize {
        self.shown
    }
}
