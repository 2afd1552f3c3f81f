//! What the sheets of a project come to, and what else is on its record: its stage, its score with
//! how it came about, deductions, overtime, reasons and alarms.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use crate::{
    contest::{Deduction, Dropped, Method, Phase, SeatWord, Stage},
    protocol::views::{AuditLine, AuditPanel},
    tui::{
        Scene,
        supervisor::seen::Seen,
        text::{fit, wrap},
    },
};

/// Where the project is, since when and why.
pub(super) fn stage(line: &AuditLine, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let words = scene.words;
    let stage = words.say(&format!("stage-{}", line.stage));
    let mut parts = vec![line.reason.as_ref().map_or_else(
        || stage.clone(),
        |reason| {
            let args = [("what", stage.clone().into()), ("reason", reason.clone().into())];
            words.tell("supervisor-because", &args)
        },
    )];
    parts.extend(line.replaced_by.as_ref().map(|project| {
        words.tell("supervisor-replaced-by", &[("project", project.to_string().into())])
    }));
    wrapped(&parts.join("  "), scene.theme.accent, columns)
}

/// Whose sheets are sealed, and what they wait for; a sealed one is no score yet.
pub(super) fn sealed(line: &AuditLine, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let of = |state| line.seats.iter().filter(move |it| it.state == state);
    let seats: Vec<_> = of(SeatWord::Sealed).map(|it| it.seat.to_string()).collect();
    if seats.is_empty() {
        return Vec::new();
    }
    let is_awaited = of(SeatWord::Expected).chain(of(SeatWord::Returned)).next().is_some();
    let opens = line.stage == Stage::Scoring && !is_awaited;
    let key = if opens { "host-waits-to-open" } else { "host-sealed" };
    let seats = seats.join(&scene.words.say("list-separator"));
    let text = scene.words.tell(key, &[("seats", seats.into())]);
    wrapped(&text, scene.theme.warn, columns)
}

/// The score as it is announced and exactly, and what it is made of; or why there is none.
pub(super) fn score(line: &AuditLine, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let Some(score) = &line.score else {
        let Some(why) = &line.no_score else { return Vec::new() };
        let why = words.say(&format!("reason-{why}"));
        let text = words.tell("supervisor-no-score", &[("why", why.into())]);
        return wrapped(&text, theme.dim, columns);
    };
    let key =
        if line.is_before_the_lock() { "supervisor-score-so-far" } else { "supervisor-score" };
    let announced = words.tell(key, &[("score", score.announced.to_string().into())]);
    let mut parts = Vec::new();
    if score.rounded != score.announced {
        let rounded = score.rounded.to_string().into();
        parts.push(words.tell("supervisor-before-deductions", &[("score", rounded)]));
    }
    parts.push(words.tell("supervisor-exact", &[("exact", score.exact.clone().into())]));
    parts.extend(score.carried.iter().map(|(component, value)| {
        let args = [
            ("component", component.to_string().into()),
            ("value", value.normalize().to_string().into()),
        ];
        words.tell("supervisor-carried", &args)
    }));
    parts.extend(
        score
            .coefficient
            .as_ref()
            .map(|it| words.tell("supervisor-coefficient", &[("coefficient", it.clone().into())])),
    );
    parts.extend(score.panels.iter().map(|panel| method(panel, scene)));
    // Whole parts only stand beside one another.
    let mut lines = vec![Line::from(Span::styled(announced, theme.accent))];
    for part in parts {
        let part = Span::styled(format!("  {part}"), theme.base);
        match lines.last_mut() {
            Some(last) if last.width() + part.width() <= columns => last.push_span(part),
            _ => {
                let text = fit(&part.content, columns, theme.symbols.ellipsis).into_owned();
                lines.push(Line::raw(text));
            }
        }
    }
    lines
}

/// How a panel's sheets were made into a score.
pub(super) fn method(panel: &AuditPanel, scene: &Scene<'_>) -> String {
    let sheets = ("sheets", panel.sheets.into());
    let key = match (panel.method, &panel.dropped) {
        (Method::Mean, _) => "supervisor-method-mean",
        (Method::Median, _) => "supervisor-method-median",
        (Method::TrimmedMean, Dropped::Sheets(_)) => "supervisor-method-trimmed",
        (Method::TrimmedMean, Dropped::ByCriterion(_)) => "supervisor-method-trimmed-each",
    };
    let dropped = match &panel.dropped {
        Dropped::Sheets(seats) => seats.len(),
        Dropped::ByCriterion(_) => 0,
    };
    let method = scene.words.tell(key, &[sheets, ("dropped", dropped.into())]);
    let Some(id) = &panel.panel else { return method };
    let args = [
        ("panel", id.to_string().into()),
        ("weight", panel.weight.normalize().to_string().into()),
        ("exact", panel.exact.clone().into()),
        ("method", method.into()),
    ];
    scene.words.tell("supervisor-panel", &args)
}

/// Deductions and overtime, a line each, and why seats stand as they do.
pub(super) fn notes(
    view: &Seen,
    line: &AuditLine,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let mut lines = Vec::new();
    for it in &line.deductions {
        lines.extend(wrapped(&deduction(it, view, scene), theme.warn, columns));
    }
    // Judges who take longer than their window cost the project nothing.
    for (phase, over) in line.overtime.iter().filter(|(phase, _)| **phase != Phase::Scoring) {
        let phase = words.say(&format!("phase-{phase}"));
        let args = [("phase", phase.into()), ("time", over.to_string().into())];
        lines.extend(wrapped(&words.tell("supervisor-overtime", &args), theme.base, columns));
    }
    for seat in &line.seats {
        let Some(reason) = &seat.reason else { continue };
        let state = words.say(&format!("state-{}", seat.state.as_str()));
        let what = format!("{} {state}", seat.seat);
        let args = [("what", what.into()), ("reason", reason.clone().into())];
        lines.extend(wrapped(&words.tell("supervisor-because", &args), theme.base, columns));
    }
    lines
}

/// A deduction in a line.
pub(super) fn deduction(it: &Deduction, view: &Seen, scene: &Scene<'_>) -> String {
    let args = [
        ("number", it.number.into()),
        ("points", it.points.to_string().into()),
        ("rule", super::act::rule(&it.rule, view, scene).into()),
        ("units", it.units.into()),
        ("reason", it.reason.clone().into()),
    ];
    scene.words.tell("supervisor-deduction", &args)
}

/// What to look at before the lock; afterwards it is on the record only.
pub(super) fn alarms(
    view: &Seen,
    line: &AuditLine,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let theme = scene.theme;
    let style = if line.is_before_the_lock() { theme.alarm } else { theme.dim };
    let sign = format!("{} ", theme.symbols.attention);
    let texts = line.alarms.iter().map(|it| super::act::alarm(it, view, line, scene));
    texts.flat_map(|text| wrapped(&format!("{sign}{text}"), style, columns)).collect()
}

/// A text in lines.
pub(super) fn wrapped(text: &str, style: Style, columns: usize) -> Vec<Line<'static>> {
    wrap(text, columns).into_iter().map(|line| Line::styled(line, style)).collect()
}
