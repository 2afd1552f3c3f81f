//! The projects one below the other with every judge's total, dropped ones hollow, and the score as a bar.

use maud::{Markup, html};

use super::{Titles, axis, bar, dot, figure, line, plain, short, text};
use crate::papers::report::{
    estimate::count,
    scale::Scale,
    scores::{Mark, ScoreLine},
};

/// How many projects stand in one plot, so that it fits on a page.
pub(in crate::papers::report) const ROWS: usize = 34;
/// The height of a project's line.
const ROW: f64 = 17.0;
/// Where the lines begin.
const TOP: f64 = 6.0;
/// From where to where totals are laid out.
const PLOT: (f64, f64) = (196.0, 596.0);
/// Totals nearer than this are set apart upwards and downwards.
const NEAR: f64 = 5.0;

/// These projects; `range` is that of all of the group, so that plots of one group can be laid side by side.
pub(in crate::papers::report) fn strips(
    titles: &Titles,
    lines: &[ScoreLine<'_>],
    range: (f64, f64),
    names: &dyn Fn(&ScoreLine<'_>) -> [String; 2],
    judges: &dyn Fn(&Mark) -> String,
) -> Markup {
    let scale = Scale::around(range, PLOT);
    let bottom = TOP + ROW * count(lines.len());
    let rows: Vec<_> = lines.iter().map(|row| (row, names(row))).collect();
    let before = [None].into_iter().chain(rows.iter().map(|it| Some(&it.1[1])));
    let drawn = html! {
        (axis(&scale, (TOP, bottom + 2.0), plain(&scale)))
        @for ((nth, (row, [name, given])), before) in rows.iter().enumerate().zip(before) {
            @let y = TOP + ROW * (count(nth) + 0.5);
            @let begins = before != Some(given);
            @if begins && nth > 0 { (line("cut", (0.0, y - ROW / 2.0), (super::WIDTH, y - ROW / 2.0))) }
            (text("label end", (22.0, y + 4.0), &row.place.map(|it| it.to_string()).unwrap_or_default()))
            (text("label", (30.0, y + 4.0), &short(name, 27)))
            (marks(row, y, &scale, judges))
            (text("value end", (650.0, y + 4.0), &row.score.to_string()))
            @if begins { (text("tick", (658.0, y + 4.0), &short(given, 12))) }
        }
    };
    figure(titles, bottom + 20.0, &drawn)
}

fn marks(row: &ScoreLine<'_>, y: f64, scale: &Scale, judges: &dyn Fn(&Mark) -> String) -> Markup {
    let place = |total| scale.at(f64::try_from(total).unwrap_or_default());
    let mut marks: Vec<_> = row.marks.iter().map(|it| (place(it.total), it)).collect();
    marks.sort_by(|one, other| one.0.total_cmp(&other.0));
    let ends = marks.first().zip(marks.last()).map(|(first, last)| (first.0, last.0));
    let raised = raised(&marks.iter().map(|it| it.0).collect::<Vec<_>>());
    let score = place(row.score);
    html! {
        @if let Some((first, last)) = ends { (line("reach", (first, y), (last, y))) }
        (bar("score", (score - 1.5, score + 1.5), (y - 7.0, 14.0), &row.score.to_string()))
        @for ((x, mark), raised) in marks.into_iter().zip(raised) {
            @let said = format!("{}: {}", judges(mark), mark.total);
            (dot(if mark.is_dropped { "dropped" } else { "counted" }, (x, y + raised), 2.9, &said))
        }
    }
}

/// How far each of these places, in order, is set off so that none covers the one before.
fn raised(places: &[f64]) -> Vec<f64> {
    let (mut before, mut level) = (f64::MIN, 0_usize);
    let raise = |place: &f64| {
        level = if NEAR <= place - before { 0 } else { level + 1 };
        before = *place;
        [0.0, -3.6, 3.6].get(level % 3).copied().unwrap_or_default()
    };
    places.iter().map(raise).collect()
}
