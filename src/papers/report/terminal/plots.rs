//! Tables with a plot in one of their columns, which takes what the others leave of the screen.

use comfy_table::Table;

use super::{Screen, widest};
use crate::{
    papers::{
        plain_table,
        report::{
            Report,
            estimate::count,
            glyphs,
            lines::cut,
            rows::heads,
            said,
            scale::Scale,
            scores::{GroupReport, PanelReport, ScoreLine},
        },
        right,
    },
    words::Words,
};

/// What a plot takes at least.
const NARROWEST: usize = 9;
/// What the plot of a judge takes at most.
const WIDEST: usize = 24;
/// What a judge's name takes at most.
const NAME: usize = 16;
/// How many numbers stand along an axis.
const TICKS: usize = 5;

/// The projects of a group with every judge's total along an axis.
pub(super) fn strips(
    group: &GroupReport<'_>,
    range: (f64, f64),
    screen: &Screen,
    words: &Words,
) -> String {
    let award = |line: &ScoreLine<'_>| match (&line.award, line.place) {
        (Some(award), _) => words.pick(award.both()).to_owned(),
        (None, Some(_)) => String::new(),
        (None, None) => words.say("stage-locked"),
    };
    let number = |it| f64::try_from(it).unwrap_or_default();
    fitted(screen.width, screen.width, |width| {
        let scale = Scale::around(range, (0.0, count(width)));
        let decimals = scale.decimals(TICKS);
        let axis = glyphs::axis(&scale, TICKS, |it| said::number(it, decimals));
        let heads = heads(["place", "project", "score", "award"], words);
        let mut table = plain_table(heads.into_iter().chain([axis]));
        for line in &group.lines {
            let totals = line.marks.iter().map(|it| (number(it.total), it.is_dropped));
            let place = line.place.map_or_else(|| "-".to_owned(), |it| it.to_string());
            let strip =
                screen.glyphs.strip(&totals.collect::<Vec<_>>(), number(line.score), &scale);
            let (project, score) = (line.project.id.to_string(), line.score.to_string());
            table.add_row([place, project, score, award(line), strip]);
        }
        right(&mut table, &[0, 2]);
        table
    })
}

/// The judges of a panel, each with the difference from the panel beside zero.
pub(super) fn severities(
    report: &Report<'_>,
    panel: &PanelReport<'_>,
    decimals: usize,
    screen: &Screen,
    words: &Words,
) -> String {
    const KEYS: [&str; 8] =
        ["judge", "projects", "mean", "severity", "bounds", "plot", "spread", "along"];
    let most = panel.judges.iter().map(|it| it.1.reach()).fold(0.0, f64::max);
    fitted(screen.width, WIDEST, |width| {
        let scale = Scale::about_zero(most, (0.0, count(width)));
        let mut table = plain_table(heads(KEYS, words));
        for (judge, it) in &panel.judges {
            let value = it.severity.unwrap_or_default();
            table.add_row([
                cut(&report.judge(judge, words), NAME, screen.glyphs.more),
                it.projects.to_string(),
                said::number(it.mean, decimals),
                it.severity.map(|it| said::signed(it, decimals)).unwrap_or_default(),
                it.bounds.map(|it| said::bounds(it, decimals)).unwrap_or_default(),
                screen.glyphs.about_zero(value, it.bounds, &scale),
                it.spread.map(|it| said::number(it, decimals)).unwrap_or_default(),
                it.along.map(|it| said::number(it, 2)).unwrap_or_default(),
            ]);
        }
        right(&mut table, &[1, 2, 3, 4, 6, 7]);
        table
    })
}

/// A table with as wide a plot as fits: what the other columns take is known once they are laid out.
fn fitted(screen: usize, widest_plot: usize, table: impl Fn(usize) -> Table) -> String {
    // A line ends with the gap of its last column, which is not printed.
    let taken = widest(&table(NARROWEST).to_string()).saturating_sub(1);
    let spare = screen.saturating_sub(taken);
    table((NARROWEST + spare).min(widest_plot)).trim_fmt()
}
