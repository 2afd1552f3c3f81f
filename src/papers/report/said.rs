//! What the report says in sentences, on every page alike: numbers rounded as far as they are known, and
//! where there are too few of them, that there are.

use rust_decimal::Decimal;

use super::{
    Report,
    accord::{self, Accord, Measures},
    estimate::Interval,
    links::Links,
    marks,
    record::Counts,
    scores::{FEWEST_TURNS, GroupReport, PanelReport, RoomScores},
    times::RoomTimes,
};
use crate::{
    contest::{Group, Ms, Rubric},
    papers::{form::State, when},
    words::{Value, Words},
};

/// The sheet from which on one decimal tells enough of a mean.
const LARGE_SHEET: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// A number with so many decimals, and its sign where it has one.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let is_zero = text.chars().all(|sign| matches!(sign, '-' | '0' | '.'));
    if is_zero { text.trim_start_matches('-').to_owned() } else { text }
}

/// The same, with a plus where it is above zero.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    let is_above = text.chars().any(|sign| ('1'..='9').contains(&sign)) && !text.starts_with('-');
    if is_above { format!("+{text}") } else { text }
}

/// Two bounds in brackets: `[-1.9, -0.5]`.
pub(super) fn bounds(of: Interval, decimals: usize) -> String {
    format!("[{}, {}]", signed(of.low, decimals), signed(of.high, decimals))
}

/// A span in minutes and seconds, rounded to the second: `12:05`, `-0:30`.
pub(super) fn span(span: Ms) -> String {
    let seconds = (span.0.saturating_add(500)).div_euclid(1000);
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.unsigned_abs();
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

/// The same with a plus where it is above zero.
pub(super) fn signed_span(of: Ms) -> String {
    let text = span(of);
    if of.0 >= 500 { format!("+{text}") } else { text }
}

/// A span of hours and minutes.
fn hours(of: Ms, words: &Words) -> String {
    let minutes = (of.0.saturating_add(30_000)).div_euclid(60_000);
    words.tell(
        "report-hours",
        &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())],
    )
}

/// How many decimals a mean of totals is told with: what so few numbers are known to.
pub(super) fn decimals(rubric: &Rubric) -> usize {
    if LARGE_SHEET <= rubric.full_marks() { 1 } else { 2 }
}

/// The same of a group.
pub(super) fn decimals_of(group: &Group) -> usize {
    group.rubric.as_ref().map_or(1, decimals)
}

/// What every page says of where it is from.
pub(super) fn origin(report: &Report<'_>, words: &Words) -> Vec<(&'static str, String)> {
    let evening = report.evening;
    let state = words.say(&format!("paper-state-{}", report.state.as_str()));
    let head = [("head", evening.journal.head.clone().into())];
    let at = [("at", when::day_and_time(evening.as_of()).into())];
    vec![
        ("state", state),
        ("journal", words.tell("results-journal", &head)),
        ("as-of", words.tell("paper-as-of", &at)),
    ]
}

/// The evening in a few sentences.
pub(super) fn summary(report: &Report<'_>, words: &Words) -> Vec<String> {
    let lines: usize = report.groups.iter().map(|it| it.lines.len()).sum();
    let ranked = |it: &GroupReport<'_>| it.lines.iter().filter(|it| it.place.is_some()).count();
    let released: usize = report.groups.iter().map(ranked).sum();
    let all: usize = report.groups.iter().map(|it| it.lines.len() + it.unranked.len()).sum();
    let sheets: usize = report.groups.iter().map(GroupReport::sheets).sum();
    let rooms = report.groups.iter().flat_map(|it| &it.rooms);
    let judges = rooms.flat_map(|it| &it.panels).flat_map(|it| &it.judges);
    let mut seats: Vec<_> = judges.map(|it| &it.0.id).collect();
    seats.sort();
    seats.dedup();
    let mut said = Vec::new();
    if !report.groups.is_empty() {
        let args = [
            ("all", all.into()),
            ("scored", lines.into()),
            ("released", released.into()),
            ("sheets", sheets.into()),
            ("judges", seats.len().into()),
        ];
        said.push(words.tell("report-summary-scores", &args));
    }
    if report.state == State::Provisional {
        said.push(words.say("report-summary-provisional"));
    }
    said.extend(report.rooms.iter().map(|it| day(it, words)));
    said.extend(report.rooms.iter().map(|it| overtime(it, words)));
    said.push(counts(&report.record.counts, words));
    said
}

fn day(room: &RoomTimes<'_>, words: &Words) -> String {
    let (began, ended) = room.span();
    let minute = |text: String, from, count| text.chars().skip(from).take(count).collect();
    let short = |at| -> String { minute(when::time_of_day(at), 0, 5) };
    let day = |at| -> String { minute(when::day_and_time(at), 0, 10) };
    let with_day = |at| -> String { minute(when::day_and_time(at), 0, 16) };
    let end = if day(began) == day(ended) { short(ended) } else { with_day(ended) };
    let drift = room.drift().unwrap_or_default();
    let minutes = (drift.0.unsigned_abs() + 30_000) / 60_000;
    let args = [
        ("room", words.pick(room.room.name.both()).into()),
        ("turns", room.turns.len().into()),
        ("began", short(began).into()),
        ("ended", end.into()),
        ("length", hours(ended - began, words).into()),
        ("minutes", minutes.into()),
        (
            "drift",
            if minutes == 0 {
                "none"
            } else if drift.0 > 0 {
                "late"
            } else {
                "early"
            }
            .into(),
        ),
    ];
    words.tell("report-summary-day", &args)
}

/// How many went over time in a room, and who most.
fn overtime(room: &RoomTimes<'_>, words: &Words) -> String {
    let over: Vec<_> = room.turns.iter().filter(|it| it.over() >= Ms::seconds(1)).collect();
    let sum = over.iter().map(|it| it.over()).fold(Ms::ZERO, |sum, it| sum + it);
    let most = over.iter().max_by_key(|it| it.over());
    let args = [
        ("room", words.pick(room.room.name.both()).into()),
        ("count", over.len().into()),
        ("sum", span(sum).into()),
        ("project", most.map(|it| it.project.to_string()).unwrap_or_default().into()),
        ("most", span(most.map(|it| it.over()).unwrap_or_default()).into()),
    ];
    words.tell("report-summary-over", &args)
}

/// What there was beside the usual, by number.
pub(super) fn counts(counts: &Counts, words: &Words) -> String {
    let all = [
        ("bulletins", counts.bulletins),
        ("returned", counts.returned),
        ("void", counts.void),
        ("missing", counts.missing),
        ("recused", counts.recused),
        ("on-paper", counts.on_paper),
        ("deductions", counts.deductions),
        ("undone", counts.undone),
    ];
    let there = all.iter().filter(|it| it.1 > 0);
    let told: Vec<_> = there
        .map(|(key, count)| {
            words.tell(&format!("report-count-{key}"), &[("count", (*count).into())])
        })
        .collect();
    if told.is_empty() {
        return words.say("report-count-nothing");
    }
    let list = told.join(&words.say("list-separator"));
    words.tell("report-counts", &[("list", list.into())])
}

/// What is said above a panel's judges: who is compared with whom.
pub(super) fn judges(panel: &PanelReport<'_>, group: &Group, words: &Words) -> Vec<String> {
    let decimals = decimals_of(group);
    let spread = panel.spread.map(|it| number(it, decimals)).unwrap_or_default();
    let args = [
        ("judges", panel.judges.len().into()),
        ("projects", panel.projects.into()),
        ("spread", spread.into()),
        ("fewest", marks::FEWEST_PROJECTS.into()),
    ];
    let few = panel.judges.iter().all(|it| it.1.bounds.is_none());
    let note = if few { "report-judges-few" } else { "report-judges-note" };
    vec![words.tell("report-judges-lead", &args), words.tell(note, &args)]
}

/// How severe a judge is, in words.
pub(super) fn verdict(bounds: Option<Interval>, words: &Words) -> String {
    let key = match bounds {
        None => "few",
        Some(it) if it.high < 0.0 => "severe",
        Some(it) if it.low > 0.0 => "generous",
        Some(_) => "usual",
    };
    words.say(&format!("report-verdict-{key}"))
}

/// How far a panel agrees.
pub(super) fn agreement(accord: &Accord, words: &Words) -> Vec<String> {
    let left_out: Vec<_> = accord.left_out.iter().map(ToString::to_string).collect();
    let args = [
        ("judges", accord.judges.len().into()),
        ("projects", accord.projects.into()),
        ("without", accord.without.into()),
        ("left_out_count", accord.left_out.len().into()),
        ("left_out", left_out.join(&words.say("list-separator")).into()),
        ("fewest_judges", accord::FEWEST_JUDGES.into()),
        ("fewest_projects", accord::FEWEST_PROJECTS.into()),
    ];
    if !accord.is_enough() {
        return vec![words.tell("report-agreement-few", &args)];
    }
    let Some(measures) = &accord.measures else {
        return vec![words.say("report-agreement-undefined")];
    };
    let lead = words.tell("report-agreement-lead", &args);
    vec![lead, order_of(measures, accord.judges.len(), words), marks_of(measures, accord, words)]
}

fn order_of(measures: &Measures, judges: usize, words: &Words) -> String {
    let m = super::estimate::count(judges);
    let between_two = (m * measures.w - 1.0) / (m - 1.0);
    let chance = measures.by_chance;
    let args = [
        ("w", number(measures.w, 2).into()),
        ("pair", number(between_two, 2).into()),
        (
            "p",
            if chance < 0.001 { "< 0.001".into() } else { Value::from(format!("= {chance:.3}")) },
        ),
        ("known", if chance < 0.05 { "yes" } else { "no" }.into()),
    ];
    words.tell("report-agreement-w", &args)
}

fn marks_of(measures: &Measures, accord: &Accord, words: &Words) -> String {
    let between = |bounds: Option<Interval>| {
        let bounds = bounds
            .map(|it| [("low", number(it.low, 2).into()), ("high", number(it.high, 2).into())]);
        bounds.map_or_else(|| words.say("report-unbounded"), |it| words.tell("report-bounds", &it))
    };
    let word = |icc: f64| match icc {
        _ if icc < 0.5 => "poor",
        _ if icc < 0.75 => "moderate",
        _ if icc < 0.9 => "good",
        _ => "excellent",
    };
    let ends = measures.bounds_of_mean.map_or([measures.of_mean; 2], |it| [it.low, it.high]);
    let [low, high] = ends.map(word);
    let said = |word| words.say(&format!("report-grade-{word}"));
    let both = [("low", said(low).into()), ("high", said(high).into())];
    let grade = if low == high { said(low) } else { words.tell("report-grades", &both) };
    let args = [
        ("judges", accord.judges.len().into()),
        ("one", number(measures.of_one, 2).into()),
        ("of_one", between(measures.bounds_of_one).into()),
        ("mean", number(measures.of_mean, 2).into()),
        ("of_mean", between(measures.bounds_of_mean).into()),
        ("grade", grade.into()),
    ];
    words.tell("report-agreement-icc", &args)
}

/// Whether the order shows in the scores.
pub(super) fn order(room: &RoomScores<'_>, group: &Group, words: &Words) -> Vec<String> {
    let projects = room.turns.len();
    let args = [("projects", projects.into()), ("fewest", FEWEST_TURNS.into())];
    let Some(trend) = &room.trend else { return vec![words.tell("report-order-few", &args)] };
    let turns = || room.turns.iter().map(|it| it.1);
    let steps = turns().max().unwrap_or(0).saturating_sub(turns().min().unwrap_or(0));
    let (steps, decimals) = (super::estimate::count(steps), decimals_of(group));
    let whole = trend.interval.times(steps);
    let args = [
        ("projects", projects.into()),
        ("slope", signed(trend.slope, decimals + 1).into()),
        ("of_slope", bounds(trend.interval, decimals + 1).into()),
        ("whole", signed(trend.slope * steps, decimals).into()),
        ("of_whole", bounds(whole, decimals).into()),
        ("rho", signed(trend.rank_correlation, 2).into()),
        ("up_to", number(whole.low.abs().max(whole.high.abs()), decimals).into()),
    ];
    let verdict = match trend.interval {
        it if !it.is_apart_from_zero() => "report-order-none",
        it if it.low > 0.0 => "report-order-up",
        _ => "report-order-down",
    };
    vec![words.tell("report-order-lead", &args), words.tell(verdict, &args)]
}

/// What is said of a room's day, below its table.
pub(super) fn times(room: &RoomTimes<'_>, report: &Report<'_>, words: &Words) -> Vec<String> {
    let gaps = room.gaps();
    let middle = middle(&gaps);
    let planned = room.planned_gap(report.evening);
    let gap = middle.map(|middle| {
        let args = [
            ("middle", span(middle).into()),
            ("longest", span(gaps.last().copied().unwrap_or_default()).into()),
            ("planned", span(planned.unwrap_or_default()).into()),
            ("known", if planned.is_some() { "yes" } else { "no" }.into()),
        ];
        words.tell("report-times-gap", &args)
    });
    let stated = room.room.starts.is_some();
    let plan = if stated { "report-times-plan" } else { "report-times-plan-from-first" };
    gap.into_iter().chain([words.say(plan)]).collect()
}

/// The one in the middle of spans in order; of an even number the mean of the two.
fn middle(of: &[Ms]) -> Option<Ms> {
    let (lower, upper) = (of.get(of.len().checked_sub(1)? / 2)?, of.get(of.len() / 2)?);
    Some(Ms(lower.0.midpoint(upper.0)))
}

/// What is known of links.
pub(super) fn links(links: Option<&Links>, words: &Words) -> String {
    let Some(links) = links else { return words.say("report-links-unknown") };
    let args = [("count", links.count().into()), ("seats", links.seats.len().into())];
    let told = words.tell("report-links-count", &args);
    let usual =
        (!links.tells_who_comes && links.count() > 0).then(|| words.say("report-links-usual"));
    [Some(told), usual]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(&words.say("report-sentence-gap"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_and_nothing_is_below_zero_by_rounding() {
        assert_eq!([number(-0.04, 1), number(2.345, 1), number(-2.36, 1)], ["0.0", "2.3", "-2.4"]);
        assert_eq!([signed(-0.04, 1), signed(0.06, 1), signed(10.0, 0)], ["0.0", "+0.1", "+10"]);
        assert_eq!(bounds(Interval { low: -1.94, high: 0.5 }, 1), "[-1.9, +0.5]");
    }

    #[test]
    fn the_middle_of_an_even_number_is_between_two() {
        let middle = |of: &[i64]| middle(&of.iter().copied().map(Ms).collect::<Vec<_>>());
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[1_000, 2_000, 9_000]), Some(Ms(2_000)));
        assert_eq!(middle(&[1_000, 2_000, 4_000, 9_000]), Some(Ms(3_000)));
    }

    #[test]
    fn spans_are_rounded_to_the_second() {
        assert_eq!(
            [span(Ms(616_858)), span(Ms(-30_400)), span(Ms(-400))],
            ["10:17", "-0:30", "0:00"]
        );
        assert_eq!([signed_span(Ms(499)), signed_span(Ms(61_000))], ["0:00", "+1:01"]);
    }
}
