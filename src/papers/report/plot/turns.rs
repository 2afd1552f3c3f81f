//! The scores by the turn that they came in, with the line through their middle.

use maud::{Markup, html};

use super::{Titles, axis_of_turns, dot, figure, line, plain, upright};
use crate::papers::report::{estimate::count, scale::Scale, scores::RoomScores};

const HEIGHT: f64 = 214.0;
const PLOT: ((f64, f64), (f64, f64)) = ((44.0, 700.0), (180.0, 10.0));

pub(in crate::papers::report) fn turns(
    titles: &Titles,
    room: &RoomScores<'_>,
    along: &str,
) -> Markup {
    let (across, up) = PLOT;
    let values = || room.turns.iter().map(|it| it.2);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let steps = || room.turns.iter().map(|it| count(it.1));
    let (first, last) = (steps().fold(f64::MAX, f64::min), steps().fold(f64::MIN, f64::max));
    let (x, y) = (Scale::around((first.min(1.0), last), across), Scale::around((low, high), up));
    let drawn = html! {
        (upright(&y, across, plain(&y)))
        (axis_of_turns(&x, (up.1, up.0), along))
        @if let Some(trend) = &room.trend {
            (line("trend", (x.at(first), y.at(trend.at(first))), (x.at(last), y.at(trend.at(last)))))
        }
        @for (project, turn, score) in &room.turns {
            (dot("counted", (x.at(count(*turn)), y.at(*score)), 3.6, &format!("{project}: {score}")))
        }
    };
    figure(titles, HEIGHT, &drawn)
}
