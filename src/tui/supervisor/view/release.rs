//! What the supervisor signs with a release: the score and how it came about, what was left out, the
//! place it takes and what separates it from equals, alarms, and the head of the journal at its lock.

use super::{
    act,
    sums::{deduction, method},
};
use crate::{
    contest::{CriterionId, Dropped, ProjectId, SeatId, SeatWord, TieRule},
    protocol::{
        HeadMark,
        views::{AuditLine, AuditScore, ReleaseLine, SeparatedLine},
    },
    tui::{Scene, journal, supervisor::seen::Seen},
};

/// It in lines, the score first.
pub(super) fn signed(
    proposal: Option<u32>,
    project: &ProjectId,
    view: &Seen,
    scene: &Scene<'_>,
) -> Vec<String> {
    let words = scene.words;
    let Some(line) = view.project(project) else { return Vec::new() };
    let mut lines = Vec::new();
    if let Some(score) = &line.score {
        lines.push(scored(score, scene));
        lines.extend(left_out(score, line, view, scene));
    }
    lines.extend(line.deductions.iter().map(|it| deduction(it, view, scene)));
    lines.extend(without(line, scene));
    let release = view.releases.iter().find(|it| Some(it.proposal) == proposal);
    lines.extend(release.map(|it| placed(it, view, scene)));
    match &line.alarms[..] {
        [] => lines.push(words.say("supervisor-sign-no-alarm")),
        alarms => {
            let sign = scene.theme.symbols.attention;
            let alarm = |it| format!("{sign} {}", act::alarm(it, view, line, scene));
            lines.extend(alarms.iter().map(alarm));
        }
    }
    let locked = |it: &&HeadMark| it.project == *project;
    let mark = view.journal.marks.values().find(locked);
    let head = mark.map_or(&view.journal.head, |mark| &mark.head);
    let head = [("head", journal::head(head, words).into())];
    lines.push(words.tell("supervisor-sign-head", &head));
    lines
}

fn scored(score: &AuditScore, scene: &Scene<'_>) -> String {
    let methods: Vec<_> = score.panels.iter().map(|panel| method(panel, scene)).collect();
    let args = [
        ("score", score.announced.to_string().into()),
        ("method", methods.join(&scene.words.say("list-separator")).into()),
    ];
    scene.words.tell("supervisor-sign-score", &args)
}

/// Whose sheets, or whose marks of a criterion, a trimmed mean has left out.
fn left_out(score: &AuditScore, line: &AuditLine, view: &Seen, scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let join = |texts: Vec<String>| texts.join(&words.say("list-separator"));
    let sheet = |seat: &SeatId| {
        let sheet = line.seats.iter().find(|it| it.seat == *seat)?.sheet.as_ref()?;
        Some(format!("{seat} {}", sheet.total.normalize()))
    };
    let by_criterion = |(criterion, seats): (&CriterionId, &Vec<SeatId>)| {
        let name = view.rubric_of(line).and_then(|rubric| {
            let found = rubric.marked().find(|(it, _)| it.id == *criterion)?;
            Some(words.pick(found.0.name.both()).to_owned())
        });
        let seats = seats.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        format!("{} {seats}", name.unwrap_or_else(|| criterion.to_string()))
    };
    let told = |dropped: &Dropped| {
        let what = match dropped {
            Dropped::Sheets(seats) => join(seats.iter().filter_map(sheet).collect()),
            Dropped::ByCriterion(by) => join(by.iter().map(by_criterion).collect()),
        };
        (!what.is_empty()).then(|| words.tell("supervisor-sign-left-out", &[("what", what.into())]))
    };
    score.panels.iter().filter_map(|panel| told(&panel.dropped)).collect()
}

/// The seats that have no part in it.
fn without(line: &AuditLine, scene: &Scene<'_>) -> Option<String> {
    let words = scene.words;
    let apart = line.seats.iter().filter(|it| it.state != SeatWord::Scored);
    let apart = apart
        .map(|it| format!("{} {}", it.seat, words.say(&format!("state-{}", it.state.as_str()))));
    let apart = apart.collect::<Vec<_>>().join(&words.say("list-separator"));
    (!apart.is_empty()).then(|| words.tell("supervisor-sign-without", &[("seats", apart.into())]))
}

/// The place it takes, and the rules that separate it from equal scores.
fn placed(release: &ReleaseLine, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let Some(place) = release.place else { return words.say("supervisor-sign-no-place") };
    let args = [("place", place.into()), ("ranked", release.ranked.into())];
    let text = words.tell("supervisor-sign-place", &args);
    match &release.separated {
        None => format!("{text}{}", words.say("supervisor-sign-no-tie")),
        Some(it) => {
            let tie = [("tie", separated(it, view, scene).into())];
            format!("{text}{}", words.tell("supervisor-sign-tie", &tie))
        }
    }
}

/// Equal scores in a line: whose, and by which rules they were told apart.
pub(super) fn separated(line: &SeparatedLine, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let rubric = view.rubrics.iter().find(|it| it.group == line.group).map(|it| &it.rubric);
    let rule = |rule: &TieRule| match rule {
        TieRule::Criterion(id) => {
            let heads = rubric.into_iter().flat_map(|it| &it.criteria);
            let mut all = heads.flat_map(|head| std::iter::once(head).chain(&head.items));
            let name = all.find(|it| it.id == *id).map(|it| words.pick(it.name.both()).to_owned());
            let name = name.unwrap_or_else(|| id.to_string());
            words.tell("tie-by-criterion", &[("criterion", name.into())])
        }
        other => words.say(&format!("tie-by-{other}")),
    };
    let join = |texts: Vec<String>| texts.join(&words.say("list-separator"));
    let args = [
        ("score", line.score.to_string().into()),
        ("projects", join(line.projects.iter().map(ToString::to_string).collect()).into()),
        ("rules", join(line.rules.iter().map(rule).collect()).into()),
    ];
    words.tell("supervisor-separated", &args)
}
