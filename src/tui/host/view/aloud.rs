//! The line that is read aloud when a score is released (亮分), in plain words: what was left out,
//! what was deducted, the score, the place. Judges' totals only as far as the session shows them.

use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use crate::{
    protocol::views::{HostView, ReleasedLine},
    tui::{
        Scene,
        points::points,
        text::{width, wrap},
    },
};

/// The sentence with a word before it that says what it is for.
pub(super) fn lines(
    released: &ReleasedLine,
    view: &HostView,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let word = format!(" {} ", scene.words.say("host-aloud"));
    let indent = width(&word) + 1;
    let said = said(released, view, scene);
    let lines = wrap(&said, columns.saturating_sub(indent)).into_iter().enumerate();
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
pub(super) fn said(released: &ReleasedLine, view: &HostView, scene: &Scene<'_>) -> String {
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
fn place(released: &ReleasedLine, view: &HostView, scene: &Scene<'_>) -> Option<String> {
    let group = view.groups.iter().find(|it| it.id == released.project.group)?;
    let place = released.standing.place;
    let shared = 1 < group.standings.iter().filter(|it| it.place == place).count();
    let args = [
        ("place", place.into()),
        ("shared", if shared { "yes" } else { "no" }.into()),
        ("final", if group.is_final { "yes" } else { "no" }.into()),
    ];
    Some(scene.words.tell("host-aloud-place", &args))
}
