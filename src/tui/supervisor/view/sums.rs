//! What the sheets of a project come to, and what else is on its record: its stage, its score with
//! how it came about, deductions, overtime, reasons and alarms.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use crate::{
    contest::{Dropped, Method},
    protocol::views::{AuditLine, AuditTally, SupervisorView},
    tui::{
        Scene,
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

/// The score, exactly and as it is announced, and its method; or why there is none.
pub(super) fn score(line: &AuditLine, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let words = scene.words;
    let Some(tally) = &line.tally else {
        let Some(why) = &line.no_score else { return Vec::new() };
        let why = words.say(&format!("reason-{why}"));
        let text = words.tell("supervisor-no-score", &[("why", why.into())]);
        return wrapped(&text, scene.theme.dim, columns);
    };
    let key =
        if line.is_before_the_lock() { "supervisor-score-so-far" } else { "supervisor-score" };
    let score = words.tell(key, &[("score", tally.score.to_string().into())]);
    let exact = words.tell("supervisor-exact", &[("exact", tally.exact.clone().into())]);
    let mut first = Line::from(Span::styled(score, scene.theme.accent));
    let room = columns.saturating_sub(first.width());
    let exact = fit(&format!("  {exact}"), room, scene.theme.symbols.ellipsis).into_owned();
    first.push_span(Span::styled(exact, scene.theme.base));
    let method = Line::styled(format!("  {}", method(tally, scene)), scene.theme.dim);
    if first.width() + method.width() <= columns {
        first.spans.extend(method.spans.into_iter().map(|span| span.style(method.style)));
        return vec![first];
    }
    vec![first, method]
}

fn method(tally: &AuditTally, scene: &Scene<'_>) -> String {
    let sheets = ("sheets", tally.sheets.into());
    let key = match (tally.method, &tally.dropped) {
        (Method::Mean, _) => "supervisor-method-mean",
        (Method::Median, _) => "supervisor-method-median",
        (Method::TrimmedMean, Dropped::Sheets(seats)) => {
            let args = [sheets, ("dropped", seats.len().into())];
            return scene.words.tell("supervisor-method-trimmed", &args);
        }
        (Method::TrimmedMean, Dropped::ByCriterion(_)) => "supervisor-method-trimmed-each",
    };
    scene.words.tell(key, &[sheets])
}

/// Deductions and overtime, a line each, and why seats stand as they do.
pub(super) fn notes(
    view: &SupervisorView,
    line: &AuditLine,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let mut lines = Vec::new();
    for deduction in &line.deductions {
        let args = [
            ("number", deduction.number.into()),
            ("points", deduction.points.to_string().into()),
            ("rule", super::act::rule(&deduction.rule, view, scene).into()),
            ("units", deduction.units.into()),
            ("reason", deduction.reason.clone().into()),
        ];
        lines.extend(wrapped(&words.tell("supervisor-deduction", &args), theme.warn, columns));
    }
    for (phase, over) in &line.overtime {
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

/// What to look at before the lock; afterwards it is on the record only.
pub(super) fn alarms(
    view: &SupervisorView,
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
