//! What a host can do about one project beside the steps: the menu of acts.
//!
//! Only what can be granted by the picture is offered: `only_what_can_be_granted_is_offered`. The
//! rules themselves are the contest's.

mod deduct;
pub(super) mod doors;
mod fault;
pub(super) mod hall;
mod seats;

use super::{
    menu::{Entry, Label, Menu},
    question::Question,
    sort::Sort,
    step,
};
use crate::{
    contest::{Act, ProjectId, Role, Stage, Wish},
    protocol::views::OrderLine,
    tui::host::seen::Seen,
};

/// The menu for a project; `None` where nothing can be done about it.
pub(super) fn menu(view: &Seen, line: &OrderLine) -> Option<Menu> {
    let project = &line.project.id;
    let scored = view.session.scored && !line.stage.is_out();
    let mut entries = Vec::new();
    if scored {
        entries.extend(seats::mark(view, line));
        entries.extend(deduct::deduct(view, line));
        entries.extend(deduct::remove(line));
    }
    entries.extend(of_the_order(view, line));
    if scored {
        entries.extend(seats::paper(view, line));
        entries.extend(seats::together(view, line));
        entries.extend(rule_again(view, line));
    }
    if !matches!(line.stage, Stage::Disqualified | Stage::Withdrawn) {
        let act = Act::Disqualify { project: project.clone() };
        entries.push(asks_why("host-act-disqualify", propose(act)));
    }
    Menu::new(Label::Project(project.clone()), entries)
}

/// Turns, and leaving them.
fn of_the_order(view: &Seen, line: &OrderLine) -> Vec<Entry> {
    let (project, reason) = (|| line.project.id.clone(), String::new);
    let (mut entries, stage) = (Vec::new(), line.stage);
    if matches!(stage, Stage::Presentation | Stage::Questions) {
        entries.extend(fault(view).map(|menu| Entry {
            label: Label::Text("host-act-fault"),
            then: Question::Pick(menu),
        }));
    }
    if stage.is_on_stage() || matches!(stage, Stage::Waiting | Stage::Absent) {
        entries.push(postpone(project()));
    }
    if stage == Stage::Waiting && 1 < view.uncalled {
        let then = Question::Reorder(project());
        entries.push(Entry { label: Label::Text("host-act-reorder"), then });
    }
    if matches!(stage, Stage::Waiting | Stage::CalledUp) {
        let wish = Wish::MarkAbsent { project: project(), reason: reason() };
        entries.push(asks_why("host-act-absent", wish));
    }
    if step::can_leave(stage) {
        let wish = Wish::Withdraw { project: project(), reason: reason() };
        entries.push(asks_why("host-act-withdraw", wish));
    }
    if line.backfill.is_some() {
        let wish = Wish::Backfill { project: project(), reason: reason() };
        entries.push(asks_why("host-act-backfill", wish));
    }
    entries
}

/// Another decision of the jury chair about a tie that is settled.
fn rule_again(view: &Seen, line: &OrderLine) -> Option<Entry> {
    let ruled = view.ruled.iter().find(|it| it.projects().any(|id| *id == line.project.id))?;
    let then = Question::Sort(Sort::ruled(ruled));
    Some(Entry { label: Label::Text("host-act-rule-again"), then })
}

fn postpone(project: ProjectId) -> Entry {
    asks_why("host-act-postpone", Wish::Postpone { project, reason: String::new() })
}

/// What can be done after a technical fault of the project on stage.
pub(super) fn fault(view: &Seen) -> Option<Menu> {
    fault::menu(view)
}

/// A line that leads straight to the reason.
fn asks_why(text: &'static str, wish: Wish) -> Entry {
    Entry { label: Label::Text(text), then: Question::why(wish) }
}

/// A line that leads to another list, if there is anything in it.
fn asks_which(text: &'static str, entries: Vec<Entry>) -> Option<Entry> {
    let menu = Menu::new(Label::Text(text), entries)?;
    Some(Entry { label: Label::Text(text), then: Question::Pick(menu) })
}

fn propose(act: Act) -> Wish {
    Wish::Propose { act, reason: String::new() }
}

/// Whether anything waits for a decision.
pub(super) fn has_decisions(view: &Seen) -> bool {
    !view.proposals.is_empty() || !view.waiting.is_empty() || !view.ties.is_empty()
}

/// What waits for a decision here: proposals, terminals that want a seat, and ties that the jury chair decides.
pub(super) fn decisions(view: &Seen) -> Option<Menu> {
    let mut entries = Vec::new();
    for proposal in &view.proposals {
        let number = proposal.number;
        let is_own = proposal.by == Role::Host;
        if !is_own {
            let then = Question::Sure(Wish::Agree { proposal: number });
            entries.push(Entry { label: Label::Proposal("host-act-agree", number), then });
        }
        let text = if is_own { "host-act-take-back" } else { "host-act-decline" };
        let then = Question::why(Wish::Decline { proposal: number, reason: String::new() });
        entries.push(Entry { label: Label::Proposal(text, number), then });
    }
    entries.extend(doors::waiting(view));
    entries.extend(view.ties.iter().map(|tie| Entry {
        label: Label::Tie(tie.group.clone(), tie.projects.clone()),
        then: Question::Sort(Sort::tie(tie)),
    }));
    Menu::new(Label::Text("host-act-decisions"), entries)
}

/// The project that acts are for: the chosen one, or the one that was called up last.
pub(super) fn subject<'a>(view: &'a Seen, chosen: Option<&ProjectId>) -> Option<&'a OrderLine> {
    let project = chosen.or_else(|| Some(&view.stage.as_ref()?.project.id))?;
    view.line_of(project)
}
