//! Points taken off, by a rule of the session, and given back. After the release it takes the
//! supervisor too.

use super::{asks_which, propose};
use crate::{
    contest::{Act, DeductionRule, Ms, Phase, Stage, Wish},
    protocol::views::OrderLine,
    tui::{
        host::{
            menu::{Entry, Label, Menu},
            question::Question,
            seen::Seen,
        },
        reason::Why,
    },
    words::Words,
};

/// How many units are listed at least, where the rule allows as many.
const LISTED: u32 = 9;

/// By which rule, and how many units; from the call-up on.
pub(super) fn deduct(view: &Seen, line: &OrderLine) -> Option<Entry> {
    if matches!(line.stage, Stage::Waiting | Stage::Absent) {
        return None;
    }
    let entries = view.rules.iter().filter_map(|rule| units(view, line, rule)).collect();
    asks_which(text(line, ["host-act-deduct", "host-act-deduct-appeal"]), entries)
}

/// Which deduction goes.
pub(super) fn remove(line: &OrderLine) -> Option<Entry> {
    let entry = |number: u32| {
        let (project, reason) = (line.project.id.clone(), String::new());
        if line.stage == Stage::Released {
            return propose(Act::RemoveDeduction { project, number });
        }
        Wish::RemoveDeduction { project, number, reason }
    };
    let entries = line.deductions.iter().map(|it| Entry {
        label: Label::Deducted(it.clone()),
        then: Question::why(entry(it.number)),
    });
    asks_which(text(line, ["host-act-give-back", "host-act-give-back-appeal"]), entries.collect())
}

fn text(line: &OrderLine, [before, after]: [&'static str; 2]) -> &'static str {
    if line.stage == Stage::Released { after } else { before }
}

/// The units that a rule still allows, those of the measured overtime under the cursor.
fn units(view: &Seen, line: &OrderLine, rule: &DeductionRule) -> Option<Entry> {
    let before = line.deductions.iter().filter(|it| it.rule == rule.id);
    let left = rule.most.unwrap_or(u32::MAX).saturating_sub(before.map(|it| it.units).sum());
    let over = overtime(view, line);
    let measured: u32 = over.iter().map(|(_, over)| rule.units(*over)).sum();
    let measured = measured.min(left);
    let reason = if measured == 0 { String::new() } else { said(&over, &view.session.language) };
    let entry = |units: u32| {
        let (project, id) = (line.project.id.clone(), rule.id.clone());
        let wish = if line.stage == Stage::Released {
            propose(Act::Deduct { project, rule: id.clone(), units })
        } else {
            Wish::Deduct { project, rule: id.clone(), units, reason: String::new() }
        };
        let then = Question::Why(Why::new(wish, &reason));
        Entry { label: Label::Units(id, units, units == measured), then }
    };
    let listed = left.min(measured.max(LISTED));
    let mut menu = Menu::new(Label::Rule(rule.id.clone()), (1..=listed).map(entry).collect())?;
    menu.go(isize::try_from(measured.saturating_sub(1)).unwrap_or_default());
    Some(Entry { label: Label::Rule(rule.id.clone()), then: Question::Pick(menu) })
}

/// How long the pitch and the answers went on after zero, as far as is measured.
fn overtime(view: &Seen, line: &OrderLine) -> Vec<(Phase, Ms)> {
    let open = view.open.iter().find(|open| open.project == line.project.id);
    let measured = open.into_iter().flat_map(|open| &open.overtime);
    measured.filter(|(phase, _)| **phase != Phase::Scoring).map(|(it, over)| (*it, *over)).collect()
}

/// The overtime as a reason, in the language of the session, which the record is kept in.
fn said(over: &[(Phase, Ms)], language: &str) -> String {
    let words = Words::of_session(language);
    let phase = |(phase, over): &(Phase, Ms)| {
        let phase = words.say(&format!("phase-{phase}"));
        let args = [("phase", phase.into()), ("time", over.to_string().into())];
        words.tell("host-why-overtime", &args)
    };
    over.iter().map(phase).collect::<Vec<_>>().join(&words.say("list-separator"))
}
