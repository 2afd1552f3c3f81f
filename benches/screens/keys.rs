//! From a key to the finished frame, by how many projects there are: all in one room, half of them released,
//! one on stage.

use std::{hint::black_box, iter, sync::Arc, time::Instant};

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::Rect,
};
use roadshow::{
    client::{LinkState, News},
    contest::{At, Contest, Ms, Phase, Seat, Wish, decide},
    protocol::{Attendance, Heads, views::picture},
    tui::{Scene, theme::Theme},
    words::{Lang, Words},
};

use super::{
    evening::screen_of,
    table::{Table, span},
};

#[path = "../shared/long.rs"]
mod long;

const SIZES: [usize; 3] = [50, 500, 5_000];
const ROUNDS: usize = 101;

/// What is pressed: told as, at which seat, the key, and the key that takes it back.
type Pressed = (&'static str, fn(&Room) -> Seat, KeyCode, KeyCode);

const KEYS: [Pressed; 9] = [
    ("judge: a digit of a mark", |it| it.judge.clone(), KeyCode::Char('8'), KeyCode::Backspace),
    ("judge: another project's sheet", |it| it.judge.clone(), KeyCode::PageUp, KeyCode::PageDown),
    ("host: down in the run order", |it| it.host.clone(), KeyCode::Down, KeyCode::Up),
    (
        "host: what can be done about a project",
        |it| it.host.clone(),
        KeyCode::Char('m'),
        KeyCode::Esc,
    ),
    ("host: what waits for a decision", |it| it.host.clone(), KeyCode::Char('g'), KeyCode::Esc),
    ("board: a page on", |it| it.board.clone(), KeyCode::Right, KeyCode::Left),
    ("timer: any key", |it| it.timer.clone(), KeyCode::Char('x'), KeyCode::Char('x')),
    ("clerk: sheets on paper", |it| it.clerk.clone(), KeyCode::Char('p'), KeyCode::Esc),
    ("supervisor: down in the run orders", |_| Seat::Supervisor, KeyCode::Down, KeyCode::Up),
];

pub(crate) fn measure() {
    let rooms = SIZES.map(Room::of);
    let heads = ["key → finished frame, 200×50", "50 projects", "500", "5,000"];
    let mut told = Table::new("keys", &heads);
    for (name, seat, there, back) in KEYS {
        let cells = rooms.each_ref().map(|room| span(room.takes(&seat(room), [there, back])));
        told.row(iter::once(name.to_owned()).chain(cells));
    }
    told.tell();
}

/// A room with all projects, and who looks at it.
struct Room {
    contest: Contest,
    now: At,
    host: Seat,
    judge: Seat,
    board: Seat,
    timer: Seat,
    clerk: Seat,
}

impl Room {
    fn of(projects: usize) -> Self {
        let mut session = long::session(projects);
        session.rooms.truncate(1);
        let ids = session.projects.iter().map(|it| it.id.clone());
        session.rooms[0].order = ids.collect();
        let session = Arc::new(session);
        let mut contest = Contest::new(Arc::clone(&session));
        let mut now = At(0);
        for (at, fact) in long::facts(&session, projects / 2) {
            contest.apply(at, &fact);
            now = at;
        }
        let (room, project) = (&session.rooms[0], session.rooms[0].order[projects / 2].clone());
        let host = Seat::Host(room.id.clone());
        let phase = Phase::Presentation;
        let call_up = Wish::CallUp { project: project.clone() };
        for wish in [call_up, Wish::StartClock { project, phase }] {
            for fact in decide(&contest, &host, &wish, now).unwrap() {
                contest.apply(now, &fact);
            }
        }
        let judge = Seat::Judge(room.id.clone(), room.judges[0].id.clone());
        let [board, timer, clerk] =
            [Seat::Board, Seat::Timer, Seat::Clerk].map(|it| it(room.id.clone()));
        Self { contest, now: now + Ms::seconds(30), host, judge, board, timer, clerk }
    }

    /// Microseconds from a key to the frame that shows it, the middle of some rounds.
    fn takes(&self, seat: &Seat, keys: [KeyCode; 2]) -> f64 {
        let mut screen = screen_of(seat);
        let link = LinkState::Up { round_trip: None };
        screen.hear(&News::Link(link.clone()), self.now);
        let seen = picture(&self.contest, &Attendance::default(), &Heads::default(), seat);
        screen.hear(&News::Picture(seen), self.now);
        let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
        let area = Rect::new(0, 0, 200, 50);
        let round = |(nth, key): (i64, KeyCode)| {
            // A key that is held down is one press: these are apart.
            let now = self.now + Ms::seconds(nth);
            let scene = Scene { words: &words, theme: &theme, now, link: &link };
            let mut buf = Buffer::empty(area);
            let begun = Instant::now();
            screen.press(KeyEvent::from(key), now);
            screen.tick(now);
            screen.draw(&scene, area, &mut buf);
            screen.next_change(now);
            let took = begun.elapsed();
            black_box(&buf);
            took.as_secs_f64() * 1e6
        };
        let keys = (1..).zip(keys.into_iter().cycle());
        let mut rounds: Vec<f64> = keys.take(2 * ROUNDS).map(round).collect();
        rounds.sort_by(f64::total_cmp);
        rounds[ROUNDS]
    }
}
