//! The console driven by keys and by pictures of a real contest.

mod acts;
mod ceremony;
mod decisions;
mod doors;
mod guarded;
mod hall;
mod keys;
mod marks;
mod offers;
mod pictures;
mod small;
mod times;

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::HostScreen;
use crate::{
    client::{LinkState, News},
    contest::{At, Contest, Marks, Ms, Phase, Refusal, Seat, Session, Stage, Wish, decide},
    definition::founding,
    protocol::{Attendance, Heads, views::picture},
    tui::{Effect, Scene, Screen, keys::check_table, screen::screen, text::width, theme::Theme},
    words::{Lang, Words},
};

/// A console, and the hub it would be linked to.
struct Evening {
    contest: Contest,
    attendance: Attendance,
    heads: Heads,
    /// Whose console it is.
    seat: Seat,
    console: HostScreen,
    now: At,
}

impl Evening {
    /// The founding session before its first call-up, with everybody at the table but A5.
    fn begins() -> Self {
        Self::of(Arc::new(founding()))
    }

    /// The same of any session.
    fn of(session: Arc<Session>) -> Self {
        let contest = Contest::new(session);
        let mut attendance = Attendance::default();
        for seat in Seat::all_of(contest.session()) {
            attendance.at(&seat).screens = 1;
        }
        attendance.at(&"A/judge/A5".parse().unwrap()).screens = 0;
        attendance.at(&"A/judge/A2".parse().unwrap()).stale = 1;
        let now = At(1_790_000_000_000);
        let mut evening = {
            let (console, heads) = (HostScreen::new(), Heads::default());
            Self { contest, attendance, heads, seat: Self::host(), console, now }
        };
        evening.console.hear(&News::Link(LinkState::Up { round_trip: None }), now);
        evening.show();
        evening
    }

    fn host() -> Seat {
        Seat::Host("A".into())
    }

    /// Lets the console see how things are.
    fn show(&mut self) {
        let picture = picture(&self.contest, &self.attendance, &self.heads, &self.seat);
        self.console.hear(&News::Picture(picture), self.now);
    }

    fn does(&mut self, by: &Seat, wish: &Wish) -> Result<(), Refusal> {
        for fact in decide(&self.contest, by, wish, self.now)? {
            self.contest.apply(self.now, &fact);
        }
        Ok(())
    }

    /// The next step is taken, and seen.
    fn step(&mut self) {
        let room = self.contest.session().room(&"A".into()).unwrap().clone();
        let wish = crate::contest::Agenda::of(&self.contest, &room).next.unwrap();
        self.does(&Self::host(), &wish).unwrap();
        self.show();
    }

    fn steps(&mut self, steps: usize) {
        (0..steps).for_each(|_| self.step());
    }

    /// The host does what is next for a project until it is at a stage.
    fn run_to(&mut self, project: &str, stage: Stage) {
        let room = self.contest.session().room(&"A".into()).unwrap().clone();
        while self.contest.run(&project.into()).unwrap().stage != stage {
            let agenda = crate::contest::Agenda::of(&self.contest, &room);
            let mut steps = agenda.next.into_iter().chain(agenda.also);
            let step = steps.find(|wish| wish.project() == Some(&project.into())).unwrap();
            self.does(&Self::host(), &step).unwrap();
        }
        self.show();
    }

    /// The keys one after the other; none of them sends anything, though some may beep.
    fn types(&mut self, keys: &str) {
        for key in keys.chars() {
            let code = if key == '\n' { KeyCode::Enter } else { KeyCode::Char(key) };
            let effects = self.press(code);
            assert!(effects.iter().all(|it| *it == Effect::Bell), "{key:?} of {keys:?}");
        }
    }

    /// These seats hand in a sheet of middling marks.
    fn sheets(&mut self, project: &str, seats: &[&str]) {
        let group = self.contest.session().group_of(&project.into()).unwrap().clone();
        let marks: Marks =
            group.rubric.unwrap().marked().map(|(it, _)| (it.id.clone(), it.max)).collect();
        for seat in seats {
            let wish = Wish::Submit { project: project.into(), revision: 1, marks: marks.clone() };
            self.does(&Seat::Judge("A".into(), (*seat).into()), &wish).unwrap();
        }
        self.show();
    }

    fn later(&mut self, ms: i64) {
        self.now = self.now + Ms(ms);
    }

    fn press(&mut self, code: KeyCode) -> Vec<Effect> {
        self.console.press(KeyEvent::from(code), self.now)
    }

    fn letter(&mut self, letter: char) -> Vec<Effect> {
        self.press(KeyCode::Char(letter))
    }

    /// The wish that a key sends; the test fails when it sends none.
    fn sends(&mut self, code: KeyCode) -> Wish {
        match &self.press(code)[..] {
            [Effect::Ask { wish, .. }] => wish.clone(),
            other => panic!("{code:?} sends {other:?}"),
        }
    }

    /// The hub answers what the console waits for, and shows what has become of it.
    fn answers(&mut self) {
        let asked = self.console.asked.clone().unwrap();
        self.later(500); // The key of the next step counts again.
        let news = match self.does(&self.seat.clone(), &asked.wish) {
            Ok(()) => News::Granted { id: asked.id, seq: 17 },
            Err(refusal) => News::Refused { id: asked.id, refusal },
        };
        self.show();
        self.console.hear(&news, self.now);
    }

    fn drawn(&self, lang: Lang, columns: u16, rows: u16) -> String {
        self.drawn_as(lang, &Theme::dark(), columns, rows)
    }

    /// The box that is open over the console at 80×24, alone.
    fn boxed(&self, lang: Lang) -> String {
        let drawn = self.drawn(lang, 80, 24);
        let lines: Vec<&str> = drawn.lines().collect();
        let first = lines.iter().position(|line| line.contains('┌')).unwrap();
        let last = lines.iter().rposition(|line| line.contains('└')).unwrap();
        let (before, top) = lines[first].split_once('┌').unwrap();
        let (title, _) = top.rsplit_once('┐').unwrap();
        let columns = width(before)..width(before) + width(title) + 2;
        let cut = |line: &&str| -> String {
            let mut at = 0;
            let is_in = |c: &char| {
                let is_in = columns.contains(&at);
                at += width(&c.to_string());
                is_in
            };
            line.chars().filter(is_in).collect()
        };
        lines[first..=last].iter().map(cut).collect::<Vec<_>>().join("\n")
    }

    fn drawn_as(&self, lang: Lang, theme: &Theme, columns: u16, rows: u16) -> String {
        let words = Words::new(lang);
        let link = &self.console.link;
        let scene = Scene { words: &words, theme, now: self.now, link };
        screen(columns, rows, |area, buf| self.console.draw(&scene, area, buf))
    }
}

fn begin(project: &str, phase: Phase) -> Wish {
    Wish::Begin { project: project.into(), phase }
}

#[test]
fn the_tables_hold() {
    check_table(&super::control::KEYS);
    check_table(&super::question::SURE_KEYS);
    check_table(&super::question::WHY_KEYS);
    check_table(&super::question::TYPE_KEYS);
    check_table(&super::question::MENU_KEYS);
    check_table(&super::question::SORT_KEYS);
}
