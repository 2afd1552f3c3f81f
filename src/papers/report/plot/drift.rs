//! How far each turn began behind the plan of the day, or ahead of it.

use maud::{Markup, html};

use super::{Titles, axis_of_turns, dot, figure, line, upright};
use crate::papers::report::{estimate::count, said, scale::Scale, times::RoomTimes};

const HEIGHT: f64 = 154.0;
const PLOT: ((f64, f64), (f64, f64)) = ((44.0, 700.0), (120.0, 10.0));

pub(in crate::papers::report) fn drift(
    titles: &Titles,
    room: &RoomTimes<'_>,
    along: &str,
) -> Markup {
    let (across, up) = PLOT;
    let late =
        (1_usize..).zip(&room.turns).filter_map(|(nth, turn)| Some((nth, turn, turn.late()?)));
    let minutes = |ms: i64| f64::from(i32::try_from(ms / 1000).unwrap_or_default()) / 60.0;
    let points: Vec<_> =
        late.map(|(nth, turn, late)| (count(nth), minutes(late.0), turn, late)).collect();
    let values = || points.iter().map(|it| it.1);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(1.0, f64::max));
    let last = count(room.turns.len());
    let (x, y) = (Scale::around((1.0, last), across), Scale::around((low, high), up));
    let path: Vec<_> =
        points.iter().map(|it| format!("{:.1},{:.1}", x.at(it.0), y.at(it.1))).collect();
    let places = y.decimals(super::TICKS);
    let drawn = html! {
        (upright(&y, across, |it| said::signed(it, places)))
        (axis_of_turns(&x, (up.1, up.0), along))
        (line("zero", (across.0, y.at(0.0)), (across.1, y.at(0.0))))
        polyline class="drift" points=(path.join(" ")) {}
        @for (nth, value, turn, late) in &points {
            @let said = format!("{}: {}", turn.project, said::signed_span(*late));
            (dot("counted", (x.at(*nth), y.at(*value)), 2.6, &said))
        }
    };
    figure(titles, HEIGHT, &drawn)
}
