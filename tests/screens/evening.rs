//! A final in memory: the rules, and the real screens of one room, which see what the hub would send.

use std::{collections::BTreeMap, sync::Arc};

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::Rect,
};
use uuid::Uuid;

use roadshow::{
    client::{LinkState, News},
    contest::{Agenda, At, Contest, Marks, Ms, Seat, Session, Stage, Wish, decide},
    protocol::{Attendance, Heads, views::picture},
    tui::{
        Effect, Scene, Screen, board::BoardScreen, clerk::ClerkScreen, host::HostScreen,
        judge::JudgeScreen, supervisor::SupervisorScreen, theme::Theme, timer::TimerScreen,
    },
    words::Words,
};

/// The screens that are looked at.
pub(crate) const SEATS: [&str; 5] = ["A/host", "A/judge/A1", "A/board", "A/timer", "supervisor"];

/// Room A of a final, and the people in it.
pub(crate) struct Evening {
    contest: Contest,
    attendance: Attendance,
    screens: BTreeMap<Seat, Box<dyn Screen>>,
    /// How many keys each of them has pressed.
    pub(crate) pressed: BTreeMap<Seat, usize>,
    /// Hub time.
    pub(crate) now: At,
}

/// The screen for a seat, before its first picture.
pub(crate) fn screen_of(seat: &Seat) -> Box<dyn Screen> {
    match seat {
        Seat::Control(_) | Seat::Host(_) => Box::new(HostScreen::new()),
        Seat::Judge(..) => Box::new(JudgeScreen::new()),
        Seat::Board(_) => Box::new(BoardScreen::new()),
        Seat::Clerk(_) => Box::new(ClerkScreen::new(Uuid::from_u128(1))),
        Seat::Timer(_) => Box::new(TimerScreen::new()),
        Seat::Supervisor => Box::new(SupervisorScreen::new()),
    }
}

impl Evening {
    /// Before the first call-up, with everybody at the table.
    pub(crate) fn of(session: Session) -> Self {
        let contest = Contest::new(Arc::new(session));
        let mut attendance = Attendance::default();
        let mut screens = BTreeMap::new();
        for seat in Seat::all_of(contest.session()) {
            attendance.at(&seat).screens = 1;
            if seat.room().is_none_or(|room| room.as_str() == "A") {
                let screen = screen_of(&seat);
                screens.insert(seat, screen);
            }
        }
        let now = At(1_790_000_000_000);
        let mut evening = Self { contest, attendance, screens, pressed: BTreeMap::new(), now };
        evening.show();
        evening
    }

    /// Time passes.
    pub(crate) fn later(&mut self, seconds: i64) {
        self.now = self.now + Ms::seconds(seconds);
    }

    /// The stage of a project.
    pub(crate) fn stage_of(&self, project: &str) -> Stage {
        self.contest.stage_of(&project.into())
    }

    /// The seats of room A's judges.
    pub(crate) fn judges(&self) -> Vec<Seat> {
        self.screens.keys().filter(|seat| matches!(seat, Seat::Judge(..))).cloned().collect()
    }

    /// How many criteria are marked in a project's rubric.
    pub(crate) fn criteria(&self, project: &str) -> usize {
        let group = self.contest.session().group_of(&project.into()).unwrap();
        group.rubric.as_ref().unwrap().criteria.len()
    }

    /// Presses a key, and lets the hub answer; whether something was asked for.
    pub(crate) fn press(&mut self, seat: &Seat, code: KeyCode) -> bool {
        *self.pressed.entry(seat.clone()).or_default() += 1;
        let now = self.now;
        let effects = self.screens.get_mut(seat).unwrap().press(KeyEvent::from(code), now);
        let mut has_asked = false;
        for effect in effects {
            let Effect::Ask { id, wish } = effect else { continue };
            has_asked = true;
            self.does(seat, &wish);
            let screen = self.screens.get_mut(seat).unwrap();
            screen.hear(&News::Granted { id, seq: 1 }, now);
        }
        self.show();
        has_asked
    }

    /// So many projects of room A, with the highest marks from everybody, by the next step each time.
    pub(crate) fn play(&mut self, projects: usize) {
        let room = self.contest.session().rooms[0].clone();
        let done = |contest: &Contest| {
            let stages = room.order.iter().map(|project| contest.stage_of(project));
            stages.filter(|stage| matches!(stage, Stage::Released | Stage::Shown)).count()
        };
        while done(&self.contest) < projects {
            let next = Agenda::of(&self.contest, &room).next.unwrap();
            if let Wish::Lock { project, .. } = &next {
                self.hand_in(project.as_str());
            }
            let next = Agenda::of(&self.contest, &room).next.unwrap();
            self.does(&Seat::Host("A".into()), &next);
        }
        self.show();
    }

    /// The host's next steps, taken by nobody's key.
    pub(crate) fn steps(&mut self, steps: usize) {
        let room = self.contest.session().rooms[0].clone();
        for _ in 0..steps {
            let next = Agenda::of(&self.contest, &room).next.unwrap();
            self.does(&Seat::Host("A".into()), &next);
        }
        self.show();
    }

    fn hand_in(&mut self, project: &str) {
        let group = self.contest.session().group_of(&project.into()).unwrap().clone();
        let marked = group.rubric.as_ref().unwrap().marked();
        let marks: Marks = marked.map(|(it, _)| (it.id.clone(), it.max)).collect();
        for seat in self.judges() {
            let (project, marks) = (project.into(), marks.clone());
            self.does(&seat, &Wish::Submit { project, revision: 1, marks });
        }
    }

    fn does(&mut self, seat: &Seat, wish: &Wish) {
        for fact in decide(&self.contest, seat, wish, self.now).unwrap() {
            self.contest.apply(self.now, &fact);
        }
    }

    /// Everybody hears that the link is up, and sees how things are.
    pub(crate) fn show(&mut self) {
        for (seat, screen) in &mut self.screens {
            screen.hear(&News::Link(LinkState::Up { round_trip: None }), self.now);
            let seen = picture(&self.contest, &self.attendance, &Heads::default(), seat);
            screen.hear(&News::Picture(seen), self.now);
        }
    }

    /// Draws a screen.
    pub(crate) fn draw(
        &self,
        seat: &str,
        words: &Words,
        theme: &Theme,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let link = LinkState::Up { round_trip: None };
        let scene = Scene { words, theme, now: self.now, link: &link };
        self.screens[&seat.parse().unwrap()].draw(&scene, area, buf);
    }
}
