//! Plots of the page: inline SVG that needs no script, takes its colours from the page's style, and says in
//! words what it shows.

mod day;
mod drift;
mod severity;
mod strips;
mod turns;

use maud::{Markup, html};

pub(super) use self::{
    day::day,
    drift::drift,
    severity::severities,
    strips::{ROWS, strips},
    turns::turns,
};
use super::{lines::cut, said, scale::Scale};

/// The width of every plot in its own units; on paper one is a quarter of a millimetre.
const WIDTH: f64 = 720.0;
/// How many numbers stand along an axis.
const TICKS: usize = 6;

/// What stands for the rest of a text that was cut.
const MORE: char = '…';

/// What a plot is called, and what it shows in words.
pub(super) struct Titles {
    /// Distinct on the page.
    pub(super) id: String,
    /// The title.
    pub(super) title: String,
    /// What there is to see, for whoever does not see it.
    pub(super) shows: String,
}

/// A plot so high, with its texts.
fn figure(titles: &Titles, height: f64, drawn: &Markup) -> Markup {
    let [title, shows] = ["t", "d"].map(|it| format!("{}-{it}", titles.id));
    html! {
        svg role="img" aria-labelledby=(format!("{title} {shows}")) viewBox=(format!("0 0 {WIDTH} {height:.0}")) {
            title id=(title) { (titles.title) }
            desc id=(shows) { (titles.shows) }
            (drawn)
        }
    }
}

fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Markup {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(px);
    html! { line class=(class) x1=(x1) y1=(y1) x2=(x2) y2=(y2) {} }
}

fn bar(class: &str, (from, to): (f64, f64), (top, height): (f64, f64), said: &str) -> Markup {
    let [x, y, width, height] = [from, top, (to - from).max(0.0), height].map(px);
    html! {
        rect class=(class) x=(x) y=(y) width=(width) height=(height) {
            @if !said.is_empty() { title { (said) } }
        }
    }
}

fn dot(class: &str, (x, y): (f64, f64), radius: f64, said: &str) -> Markup {
    let [x, y, radius] = [x, y, radius].map(px);
    html! { circle class=(class) cx=(x) cy=(y) r=(radius) { title { (said) } } }
}

fn text(class: &str, (x, y): (f64, f64), said: &str) -> Markup {
    html! { text class=(class) x=(px(x)) y=(px(y)) { (said) } }
}

/// The numbers along an axis below or above, with lines up through the plot.
fn axis(scale: &Scale, (top, bottom): (f64, f64), number: impl Fn(f64) -> String) -> Markup {
    html! {
        @for tick in scale.ticks(TICKS) {
            @let x = scale.at(tick);
            (line("rule", (x, top), (x, bottom)))
            (text("tick mid", (x, bottom + 12.0), &number(tick)))
        }
    }
}

/// The same along turns, which are whole.
fn axis_of_turns(scale: &Scale, (top, bottom): (f64, f64), called: &str) -> Markup {
    html! {
        @for tick in scale.ticks(TICKS).into_iter().filter(|it| it.fract().abs() < f64::EPSILON) {
            @let x = scale.at(tick);
            (line("rule", (x, top), (x, bottom)))
            (text("tick mid", (x, bottom + 12.0), &said::number(tick, 0)))
        }
        (text("tick end", (scale.end, bottom + 27.0), called))
    }
}

/// The numbers of an axis at the left.
fn upright(scale: &Scale, (left, right): (f64, f64), number: impl Fn(f64) -> String) -> Markup {
    html! {
        @for tick in scale.ticks(TICKS) {
            @let y = scale.at(tick);
            (line("rule", (left, y), (right, y)))
            (text("tick end", (left - 6.0, y + 3.5), &number(tick)))
        }
    }
}

/// The numbers of a scale, with the decimals that they need.
fn plain(scale: &Scale) -> impl Fn(f64) -> String {
    let decimals = scale.decimals(TICKS);
    move |it| said::number(it, decimals)
}

/// A length with one decimal, as short as it goes.
fn px(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map(ToOwned::to_owned).unwrap_or(text)
}

/// The name of a line, cut to so many columns.
fn short(text: &str, columns: usize) -> String {
    cut(text, columns, MORE)
}
