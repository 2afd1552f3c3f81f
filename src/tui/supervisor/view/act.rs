//! Acts, alarms and corrections in words.

use crate::{
    contest::{Act, Alarm, AlarmKind, Correction, CriterionId, DeductionId, Placed},
    protocol::views::AuditLine,
    tui::{
        Scene,
        supervisor::{offer::Offer, seen::Seen},
    },
};

/// An act in a line: what, of which project, and of whom or how much.
pub(super) fn said(act: &Act, view: Option<&Seen>, scene: &Scene<'_>) -> String {
    let detail = match act {
        Act::Deduct { rule, units, .. } => {
            let rule = view.map_or_else(|| rule.to_string(), |view| self::rule(rule, view, scene));
            let args = [("rule", rule.into()), ("units", units.into())];
            scene.words.tell("supervisor-units", &args)
        }
        Act::RemoveDeduction { number, .. } => {
            scene.words.tell("supervisor-deduction-number", &[("number", number.into())])
        }
        other => other.seat().map(ToString::to_string).unwrap_or_default(),
    };
    let name = scene.words.say(&format!("act-{}", act.as_str()));
    join(&name, &format!("{} {detail}", act.project()), scene)
}

/// Something that can be proposed, in a line.
pub(super) fn offered(offer: &Offer, view: Option<&Seen>, scene: &Scene<'_>) -> String {
    let named = |act: &str| scene.words.say(&format!("act-{act}"));
    match offer {
        Offer::Act(act) => said(act, view, scene),
        Offer::Correct(project, seat) => {
            join(&named("correct"), &format!("{project} {seat}"), scene)
        }
        Offer::Deduct(project, rule) => {
            let rule = view.map_or_else(|| rule.to_string(), |view| self::rule(rule, view, scene));
            join(&named("deduct"), &format!("{project} {rule}"), scene)
        }
    }
}

fn join(act: &str, subject: &str, scene: &Scene<'_>) -> String {
    let args = [("act", act.to_owned().into()), ("subject", subject.trim_end().to_owned().into())];
    scene.words.tell("supervisor-act", &args)
}

/// What follows once an act is agreed to.
pub(super) fn consequence(act: &Act, scene: &Scene<'_>) -> String {
    scene.words.say(match act {
        Act::Return { .. } => "supervisor-then-return",
        Act::Void { .. } => "supervisor-then-void",
        Act::Restore { .. } => "supervisor-then-restore",
        Act::Correct { .. } => "supervisor-then-correct",
        Act::Deduct { .. } => "supervisor-then-deduct",
        Act::RemoveDeduction { .. } => "supervisor-then-remove-deduction",
        Act::Disqualify { .. } => "supervisor-then-disqualify",
        Act::Release { .. } => "supervisor-then-release",
    })
}

/// The marks that a correction changes, a line each.
pub(super) fn changed_marks(act: &Act, view: &Seen, scene: &Scene<'_>) -> Vec<String> {
    let Act::Correct { project, seat, marks } = act else { return Vec::new() };
    let Some(line) = view.project(project) else { return Vec::new() };
    let sheet = line.seats.iter().find(|it| it.seat == *seat).and_then(|it| it.sheet.as_ref());
    let Some((rubric, sheet)) = view.rubric_of(line).zip(sheet) else { return Vec::new() };
    let changed = rubric.marked().filter_map(|(criterion, _)| {
        let (before, after) = (sheet.marks.get(&criterion.id)?, marks.get(&criterion.id)?);
        let args = [
            ("what", scene.words.pick(criterion.name.both()).to_owned().into()),
            ("before", before.normalize().to_string().into()),
            ("after", after.normalize().to_string().into()),
        ];
        (before != after).then(|| scene.words.tell("supervisor-changed", &args))
    });
    let changed: Vec<String> = changed.collect();
    let total = |total: rust_decimal::Decimal| total.normalize().to_string();
    let args = [
        ("what", scene.words.say("supervisor-head-total").into()),
        ("before", total(sheet.total).into()),
        ("after", total(rubric.total(marks)).into()),
    ];
    changed.into_iter().chain([scene.words.tell("supervisor-changed", &args)]).collect()
}

/// What a bulletin changes for one project.
pub(super) fn correction(correction: &Correction, scene: &Scene<'_>) -> String {
    let placed = |placed: &Option<Placed>| {
        let Some(it) = placed else { return scene.words.say("supervisor-no-place") };
        let award = it.award.as_ref().map_or("", |award| scene.words.pick(award.both()));
        let args = [
            ("place", it.place.into()),
            ("score", it.score.to_string().into()),
            ("award", award.to_owned().into()),
        ];
        scene.words.tell("supervisor-placed", &args).trim_end().to_owned()
    };
    let args = [
        ("what", correction.project.to_string().into()),
        ("before", placed(&correction.before).into()),
        ("after", placed(&correction.after).into()),
    ];
    scene.words.tell("supervisor-changed", &args)
}

/// An alarm in words, with the names of criteria instead of their ids.
pub(super) fn alarm(alarm: &Alarm, view: &Seen, line: &AuditLine, scene: &Scene<'_>) -> String {
    let named = |id: &CriterionId| -> CriterionId {
        let rubric = view.rubric_of(line);
        let mut criteria = rubric.iter().flat_map(|it| it.marked()).map(|(criterion, _)| criterion);
        let found = criteria.find(|it| it.id == *id);
        found.map_or_else(|| id.clone(), |it| scene.words.pick(it.name.both()).into())
    };
    let mut alarm = alarm.clone();
    match &mut alarm.kind {
        AlarmKind::AllInOne { criterion, .. } => *criterion = named(criterion),
        AlarmKind::Exchanged { criterion, other } => {
            (*criterion, *other) = (named(criterion), named(other));
        }
        _ => (),
    }
    scene.words.explain("alarm", &alarm)
}

/// The name of a rule for deductions.
pub(super) fn rule(rule: &DeductionId, view: &Seen, scene: &Scene<'_>) -> String {
    let found = view.rules.iter().find(|it| it.id == *rule);
    found.map_or_else(|| rule.to_string(), |it| scene.words.pick(it.name.both()).to_owned())
}
