//! How far each judge is above or below the panel's mean, with its interval.

use maud::{Markup, html};

use super::{Titles, axis, dot, figure, line, short, text};
use crate::papers::report::{estimate::count, marks::JudgeFigures, said, scale::Scale};

const ROW: f64 = 20.0;
const TOP: f64 = 6.0;
const PLOT: (f64, f64) = (196.0, 640.0);

pub(in crate::papers::report) fn severities(
    titles: &Titles,
    judges: &[(String, &JudgeFigures)],
    decimals: usize,
) -> Markup {
    let most = judges.iter().map(|it| it.1.reach()).fold(0.0, f64::max);
    let scale = Scale::about_zero(most, PLOT);
    let bottom = TOP + ROW * count(judges.len());
    let places = scale.decimals(super::TICKS);
    let drawn = html! {
        (axis(&scale, (TOP, bottom), |it| said::signed(it, places)))
        (line("zero", (scale.at(0.0), TOP), (scale.at(0.0), bottom)))
        @for (nth, (name, it)) in judges.iter().enumerate() {
            @let y = TOP + ROW * (count(nth) + 0.5);
            (text("label", (30.0, y + 4.0), &short(name, 26)))
            @if let Some(bounds) = it.bounds {
                (line("interval", (scale.at(bounds.low), y), (scale.at(bounds.high), y)))
            }
            @if let Some(severity) = it.severity {
                @let said = said::signed(severity, decimals);
                (dot("counted", (scale.at(severity), y), 4.2, &format!("{name}: {said}")))
                (text("value end", (700.0, y + 4.0), &said))
            }
        }
    };
    figure(titles, bottom + 18.0, &drawn)
}
