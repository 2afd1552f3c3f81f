//! A room's day by the clock: a line for every turn with its phases, what went over time, when it was planned
//! to begin, and the breaks through all of them.

use maud::{Markup, html};

use super::{Titles, bar, figure, line, short, text};
use crate::{
    contest::{At, Ms, Phase},
    papers::{
        report::{
            estimate::count,
            said,
            times::{RoomTimes, TurnTimes},
        },
        timings::PhaseTime,
        when,
    },
};

const ROW: f64 = 15.0;
const TOP: f64 = 8.0;
const PLOT: (f64, f64) = (64.0, 700.0);
/// Between the times along the axis, in minutes, the first that leaves room for them.
const STEPS: [i64; 8] = [1, 2, 5, 10, 15, 30, 60, 120];
/// How many times stand along the axis at most.
const MOST_TICKS: i64 = 9;

/// The instants of a day laid out along a plot.
struct Clock {
    from: At,
    until: At,
}

impl Clock {
    fn at(&self, at: At) -> f64 {
        let part = seconds(at - self.from) / seconds(self.until - self.from).max(1.0);
        PLOT.0 + part.clamp(0.0, 1.0) * (PLOT.1 - PLOT.0)
    }

    fn ticks(&self) -> Vec<At> {
        let minutes = ((self.until - self.from).0 / 60_000).max(1);
        let step = STEPS.into_iter().find(|it| minutes / it <= MOST_TICKS).unwrap_or(240) * 60_000;
        let first = (self.from.0 + step - 1).div_euclid(step);
        (first..=self.until.0.div_euclid(step)).map(|nth| At(nth * step)).collect()
    }
}

/// One room's day; `name` says a phase, `planned` when a turn was planned.
pub(in crate::papers::report) fn day(
    titles: &Titles,
    room: &RoomTimes<'_>,
    name: &dyn Fn(Phase) -> String,
    breaks: &dyn Fn(usize) -> String,
) -> Markup {
    let (from, until) = room.span();
    let planned = || room.turns.iter().filter_map(|it| it.planned);
    let clock = Clock {
        from: planned().chain([from]).min().unwrap_or(from),
        until: planned().chain([until]).max().unwrap_or(until),
    };
    let bottom = TOP + ROW * count(room.turns.len());
    let drawn = html! {
        @for (nth, pause) in room.breaks.iter().enumerate() {
            @let ends = clock.at(pause.ended.unwrap_or(until));
            (bar("pause", (clock.at(pause.began), ends), (TOP, bottom - TOP), &breaks(nth)))
        }
        @for at in clock.ticks() {
            (line("rule", (clock.at(at), TOP), (clock.at(at), bottom)))
            @let time = when::time_of_day(at);
            (text("tick mid", (clock.at(at), bottom + 13.0), time.get(..5).unwrap_or(&time)))
        }
        @for (nth, turn) in room.turns.iter().enumerate() {
            @let y = TOP + ROW * count(nth);
            (text("label end", (56.0, y + 11.5), &short(turn.project.as_str(), 8)))
            (self::turn(turn, y, &clock, name))
        }
    };
    figure(titles, bottom + 20.0, &drawn)
}

fn turn(turn: &TurnTimes, y: f64, clock: &Clock, name: &dyn Fn(Phase) -> String) -> Markup {
    html! {
        @for phase in &turn.phases {
            @if let (Some(started), Some(ended)) = (phase.started, phase.ended) {
                @let said = format!("{} {}: {}", turn.project, name(phase.phase), said::span(phase.ran));
                (bar(phase.phase.stage().as_str(), (clock.at(started), clock.at(ended)), (y + 2.5, 10.0), &said))
                (over(phase, ended, y, clock))
            }
        }
        @if let Some(planned) = turn.planned {
            (line("planned", (clock.at(planned), y + 0.5), (clock.at(planned), y + 14.5)))
        }
    }
}

/// The end of a phase that went over time.
fn over(phase: &PhaseTime, ended: At, y: f64, clock: &Clock) -> Markup {
    let is_on_stage = phase.phase != Phase::Scoring;
    html! {
        @if is_on_stage && phase.over >= Ms::seconds(1) {
            @let from = clock.at(ended + -phase.over);
            (bar("over", (from, clock.at(ended)), (y + 2.5, 10.0), &said::signed_span(phase.over)))
        }
    }
}

fn seconds(of: Ms) -> f64 {
    f64::from(i32::try_from(of.0 / 1000).unwrap_or(i32::MAX))
}
