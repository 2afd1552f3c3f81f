//! The line that is read aloud when a score is released (亮分), in plain words: what was left out,
//! what was deducted, the score, the place; and at each step of a ceremony (颁奖). Judges' totals only as far as the session shows them.

use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::lists;
use crate::{
    contest::{CeremonyStep, ProjectId, Text},
    protocol::views::{CeremonyPlan, ReleasedLine},
    tui::{
        Scene,
        host::{ceremony, seen::Seen},
        points::points,
        text::{width, wrap},
    },
};

/// The sentence with a word before it that says what it is for.
pub(super) fn lines(
    released: &ReleasedLine,
    view: &Seen,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    wrapped(&said(released, view, scene), scene, columns)
}

/// The same for the step of a ceremony that the hall has just seen.
pub(super) fn of_ceremony(
    plan: &CeremonyPlan,
    view: &Seen,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let Some(step) = plan.step else { return Vec::new() };
    let words = scene.words;
    let name = |text: &Text| words.pick(text.both()).to_owned();
    let said = match ceremony::revealed(plan, step) {
        None => words.tell("host-aloud-ceremony", &[("group", name(&plan.name).into())]),
        Some(CeremonyStep::Others { projects }) => {
            words.tell("host-aloud-others", &[("count", projects.len().into())])
        }
        Some(CeremonyStep::Award { award, places }) => {
            let args = [("award", name(award).into()), ("places", (*places).into())];
            words.tell("host-aloud-award", &args)
        }
        Some(CeremonyStep::Place { place, projects, award }) => {
            let named: Vec<_> = projects.iter().map(|it| lists::named(it, view, scene)).collect();
            let shared = if 1 < projects.len() { "yes" } else { "no" };
            let args = [
                ("projects", named.join(&words.say("list-separator")).into()),
                ("shared", shared.into()),
                ("place", (*place).into()),
                ("score", score_of(projects, view).into()),
                ("award", name(award).into()),
            ];
            words.tell("host-aloud-taken", &args)
        }
    };
    wrapped(&said, scene, columns)
}

/// The score of those who share a place; `none` where the hall's ranking was frozen before it.
fn score_of(projects: &[ProjectId], view: &Seen) -> String {
    let mut standings = view.groups.iter().flat_map(|group| &group.standings);
    let found = standings.find(|it| projects.contains(&it.project));
    found.map_or("none".to_owned(), |it| it.score.to_string())
}

fn wrapped(said: &str, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let word = format!(" {} ", scene.words.say("host-aloud"));
    let indent = width(&word) + 1;
    let lines = wrap(said, columns.saturating_sub(indent)).into_iter().enumerate();
    let before = |at| match at {
        0 => Span::styled(word.clone(), scene.theme.header),
        _ => Span::raw(" ".repeat(indent.saturating_sub(1))),
    };
    lines
        .map(|(at, text)| {
            Line::from_iter([before(at), Span::raw(" "), Span::styled(text, scene.theme.title)])
        })
        .collect()
}

/// `E07 …，去掉一个最高分 95.00、一个最低分 80.00，最后得分 90.40，暂列第 1 名`.
pub(super) fn said(released: &ReleasedLine, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let project = &released.project;
    let name = format!("{} {}", project.id, words.pick(project.name.both()));
    let deducted = released.deducted != Decimal::ZERO;
    let deducted = deducted.then(|| {
        let args = [
            ("before", released.before.to_string().into()),
            ("points", released.deducted.to_string().into()),
        ];
        words.tell("host-aloud-deducted", &args)
    });
    let score = released.standing.score.to_string();
    let score = words.tell("host-aloud-score", &[("score", score.into())]);
    let parts =
        [Some(name), dropped(released, scene), deducted, Some(score), place(released, view, scene)];
    let comma = words.say("host-aloud-comma");
    parts.into_iter().flatten().collect::<Vec<_>>().join(&comma)
}

/// The totals that were left out, the highest first.
fn dropped(released: &ReleasedLine, scene: &Scene<'_>) -> Option<String> {
    let mut totals: Vec<_> =
        released.sheets.iter().filter(|it| it.dropped).map(|it| it.total).collect();
    totals.sort_unstable_by(|one, other| other.cmp(one));
    let (high, low) = totals.split_at_checked(totals.len() / 2).filter(|(it, _)| !it.is_empty())?;
    let digits = released.standing.score.scale();
    // As many digits as the score, and never fewer.
    let said = |total: &Decimal| points(*total, digits);
    let list = |totals: &[Decimal]| {
        let totals: Vec<_> = totals.iter().map(said).collect();
        totals.join(&scene.words.say("list-separator"))
    };
    let args =
        [("count", high.len().into()), ("high", list(high).into()), ("low", list(low).into())];
    Some(scene.words.tell("host-aloud-dropped", &args))
}

/// The place as it is now: a ranking that is not final is provisional.
fn place(released: &ReleasedLine, view: &Seen, scene: &Scene<'_>) -> Option<String> {
    let group = view.groups.iter().find(|it| it.id == released.project.group)?;
    let place = released.standing.place;
    let first = group.standings.partition_point(|it| it.place < place);
    let shared = group.standings.get(first + 1).is_some_and(|it| it.place == place);
    let args = [
        ("place", place.into()),
        ("shared", if shared { "yes" } else { "no" }.into()),
        ("final", if group.is_final { "yes" } else { "no" }.into()),
    ];
    Some(scene.words.tell("host-aloud-place", &args))
}
