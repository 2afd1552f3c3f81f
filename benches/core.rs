//! What the contest's core costs by how large the contest is: `cargo bench --bench core`.
//!
//! Seven judges to a project, a hundred projects to a room, half of all released. What a wish costs should not
//! grow with the projects; what shows all of them may, in proportion. Told is the middle of some rounds.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of microseconds, not of scores")]

#[path = "shared/long.rs"]
mod long;
#[path = "shared/table.rs"]
mod table;

use std::{hint::black_box, sync::Arc, time::Instant};

use roadshow::{
    contest::{At, Contest, Fact, Phase, Results, Seat, Wish, decide},
    protocol::{Attendance, Heads, views},
};
use table::{Table, span};

const SIZES: [usize; 4] = [50, 500, 5_000, 50_000];
const ROUNDS: usize = 15;

/// What is measured: by its name, of a contest.
type Measure = (&'static str, fn(&Stage) -> f64);

const MEASURES: [Measure; 8] = [
    ("decide a sheet", |it| time(|| decide(&it.contest, &it.judge, &it.sheet, NOW))),
    ("apply a sheet, on a copy", |it| {
        let fact = decide(&it.contest, &it.judge, &it.sheet, NOW).unwrap().remove(0);
        let mut copy = it.contest.clone();
        time(|| copy.apply(NOW, &fact))
    }),
    ("copy the contest", |it| time(|| it.contest.clone())),
    ("the results of all groups, worked out anew", |it| it.ranked_anew()),
    ("the judge's picture", |it| it.picture(&it.judge)),
    ("the host's picture", |it| it.picture(&it.host)),
    ("the board's picture", |it| it.picture(&it.board)),
    ("the timer's picture", |it| it.picture(&it.timer)),
];

const NOW: At = At(i64::MAX / 4);

/// A contest with a project on stage, and who looks at it.
struct Stage {
    contest: Contest,
    sheet: Wish,
    judge: Seat,
    host: Seat,
    board: Seat,
    timer: Seat,
}

impl Stage {
    fn of(projects: usize) -> Self {
        let session = Arc::new(long::session(projects));
        let mut contest = Contest::new(Arc::clone(&session));
        for (at, fact) in long::facts(&session, projects / 2) {
            contest.apply(at, &fact);
        }
        let room = session.rooms.last().unwrap();
        let project = room.order.last().unwrap().clone();
        let host = Seat::Host(room.id.clone());
        let phase = Phase::Presentation;
        let steps = [
            Wish::CallUp { project: project.clone() },
            Wish::StartClock { project: project.clone(), phase },
        ];
        for wish in steps {
            for fact in decide(&contest, &host, &wish, NOW).unwrap() {
                contest.apply(NOW, &fact);
            }
        }
        let rubric = session.groups[0].rubric.as_ref().unwrap();
        let marks = rubric.marked().map(|(it, _)| (it.id.clone(), 7.into())).collect();
        let sheet = Wish::Submit { project, revision: 1, marks };
        let judge = Seat::Judge(room.id.clone(), room.judges[0].id.clone());
        let (board, timer) = (Seat::Board(room.id.clone()), Seat::Timer(room.id.clone()));
        Self { contest, sheet, judge, host, board, timer }
    }

    /// As after a fact that moves the ranking.
    fn ranked_anew(&self) -> f64 {
        let mut copies = vec![self.contest.clone(); ROUNDS];
        let groups = &self.contest.session().groups;
        for (copy, group) in copies.iter_mut().zip(groups.iter().cycle()) {
            copy.apply(NOW, &Fact::Thawed { group: group.id.clone() });
        }
        time(|| Results::of(&copies.pop().unwrap()))
    }

    fn picture(&self, seat: &Seat) -> f64 {
        let (attendance, heads) = (Attendance::default(), Heads::default());
        time(|| views::written(&self.contest, &attendance, &heads, seat))
    }
}

/// Microseconds, the middle of some rounds.
fn time<T>(mut what: impl FnMut() -> T) -> f64 {
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            black_box(what());
            begun.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}

fn main() {
    let stages = SIZES.map(Stage::of);
    let mut told = Table::new("growth", &["", "50 projects", "500", "5,000", "50,000"]);
    for (name, measure) in MEASURES {
        let cells = stages.each_ref().map(|stage| span(measure(stage)));
        told.row([name.to_owned()].into_iter().chain(cells));
    }
    told.tell();
}
