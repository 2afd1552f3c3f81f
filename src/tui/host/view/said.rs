//! Wishes, acts and proposals in words.

use std::collections::BTreeSet;

use super::{hall, lists, panel};
use crate::{
    contest::{Act, CeremonyStep, DeductionId, GroupId, ProjectId, Seat, SeatId, SeatMark, Wish},
    protocol::views::ProposalLine,
    tui::{
        Scene,
        host::{ceremony, seen::Seen},
    },
    words::Value,
};

/// A wish in words.
pub(super) fn said(wish: &Wish, view: Option<&Seen>, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let project = ("project", wish.project().map_or("", ProjectId::as_str).into());
    let phase = |phase| ("phase", words.say(&format!("phase-{phase}")).into());
    match wish {
        Wish::CallUp { .. } => words.tell("host-do-call-up", &[project]),
        Wish::Begin { phase: it, .. } => words.tell("host-do-begin", &[project, phase(it)]),
        Wish::StartClock { phase: it, .. } => words.tell("host-do-start", &[project, phase(it)]),
        Wish::PauseClock { phase: it, .. } => words.tell("host-do-pause", &[project, phase(it)]),
        Wish::ResumeClock { phase: it, .. } => words.tell("host-do-resume", &[project, phase(it)]),
        Wish::AddTime { phase: it, ms, .. } => {
            let key = if ms.0 < 0 { "host-do-take" } else { "host-do-give" };
            let seconds = ("seconds", (ms.0.saturating_abs() / 1000).into());
            words.tell(key, &[project, phase(it), seconds])
        }
        Wish::Finish { .. } => words.tell("host-do-finish", &[project]),
        Wish::Lock { without, .. } => lock(wish, without, view, scene),
        Wish::Release { .. } => {
            let is_signed = view.is_some_and(|it| it.session.safeguards.co_signed_release);
            let key = if is_signed { "host-do-release-signed" } else { "host-do-release" };
            words.tell(key, &[project])
        }
        Wish::MarkAbsent { .. } => words.tell("host-do-absent", &[project]),
        Wish::Withdraw { .. } => words.tell("host-do-withdraw", &[project]),
        other => about_the_rules(other, project, view, scene),
    }
}

/// A lock, and whom it does not wait for: who has handed in nothing, and whose sheet is still sealed.
fn lock(wish: &Wish, without: &BTreeSet<SeatId>, view: Option<&Seen>, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let sealed = panel::sealed_among(wish, without, view);
    let missing: BTreeSet<_> = without.difference(&sealed).collect();
    let list = |seats: &mut dyn Iterator<Item = &SeatId>| panel::list(seats, scene);
    let args = [
        ("project", wish.project().map_or("", ProjectId::as_str).into()),
        ("missing", missing.len().into()),
        ("seats", list(&mut missing.iter().copied()).into()),
        ("sealed", list(&mut sealed.iter()).into()),
    ];
    words.tell(if sealed.is_empty() { "host-do-lock" } else { "host-do-lock-sealed" }, &args)
}

/// What is not done to a clock, a sheet or a turn.
fn about_the_rules(
    wish: &Wish,
    project: (&str, Value<'_>),
    view: Option<&Seen>,
    scene: &Scene<'_>,
) -> String {
    let words = scene.words;
    match wish {
        Wish::MarkSeat { seat, mark, .. } => {
            let mark = words.say(mark_key(*mark));
            let args = [project, ("seat", seat.to_string().into()), ("mark", mark.into())];
            words.tell("host-do-mark-seat", &args)
        }
        Wish::AllowPaper { seat, .. } | Wish::DisallowPaper { seat, .. } => {
            let args = [project, ("seat", seat.to_string().into())];
            words.tell(&format!("host-do-{}", wish.word()), &args)
        }
        Wish::Deduct { rule, units, .. } => {
            let cost = units_of(rule, *units, view, scene);
            words.tell("host-do-deduct", &[project, ("cost", cost.into())])
        }
        Wish::RemoveDeduction { number, .. } => {
            words.tell("host-do-remove-deduction", &[project, ("number", (*number).into())])
        }
        Wish::Backfill { .. } => {
            let line = wish.project().zip(view).and_then(|(id, view)| view.line_of(id));
            let by = line.and_then(|line| line.backfill.as_ref()).map(|by| by.id.to_string());
            words.tell("host-do-backfill", &[project, ("by", by.unwrap_or_default().into())])
        }
        Wish::Rule { order, .. } => {
            let places = places(order, scene);
            words.tell("host-do-rule", &[("places", places.into())])
        }
        Wish::Propose { act, .. } => {
            let act = self::act(act, view, scene);
            words.tell("host-do-propose", &[("act", act.into())])
        }
        Wish::Agree { proposal } | Wish::Decline { proposal, .. } => {
            words.tell(&format!("host-do-{}", wish.word()), &[("number", (*proposal).into())])
        }
        Wish::RenewPass { seat, .. } => {
            words.tell("host-do-renew-pass", &[("seat", place(seat, view, scene).into())])
        }
        Wish::HandOver { seat, to, .. } => {
            let waits = view.into_iter().flat_map(|view| &view.waiting);
            let mut from =
                waits.filter(|it| it.waits.terminal == *to).map(|it| it.waits.from.clone());
            let from = ("from", from.next_back().unwrap_or_default().into());
            words.tell("host-do-hand-over", &[("seat", place(seat, view, scene).into()), from])
        }
        Wish::SetClock { phase, left, .. } => {
            let phase = ("phase", words.say(&format!("phase-{phase}")).into());
            words.tell("host-do-set-clock", &[project, phase, ("left", left.to_string().into())])
        }
        other => match view {
            Some(view) => about_the_hall(other, project, view, scene),
            None => words.tell(&format!("host-do-{}", other.word()), &[project]),
        },
    }
}

/// What is done to the screens of the room.
fn about_the_hall(
    wish: &Wish,
    project: (&str, Value<'_>),
    view: &Seen,
    scene: &Scene<'_>,
) -> String {
    let words = scene.words;
    match wish {
        Wish::ShowScene { scene: shown, .. } => {
            let shown = hall::shown(shown, view, scene);
            words.tell("host-do-show-scene", &[("scene", shown.into())])
        }
        Wish::Blank { on, .. } => words.say(if *on { "host-do-blank" } else { "host-do-unblank" }),
        Wish::Say { to, text, .. } => {
            let to = hall::audience(*to, scene);
            words.tell("host-do-say", &[("to", to.into()), ("text", text.clone().into())])
        }
        Wish::Unsay { to, .. } => {
            words.tell("host-do-unsay", &[("to", hall::audience(*to, scene).into())])
        }
        Wish::TakeBreak { name, length, .. } => {
            let (name, minutes) = (words.pick(name.both()).to_owned(), length.0 / 60_000);
            words.tell("host-do-take-break", &[("name", name.into()), ("minutes", minutes.into())])
        }
        Wish::Freeze { group } => hall::of_group("host-do-freeze", group, view, scene),
        Wish::Thaw { group } => hall::of_group("host-do-thaw", group, view, scene),
        Wish::Ceremony { group, step } => ceremony_step(group, *step, view, scene),
        other => words.tell(&format!("host-do-{}", other.word()), &[project]),
    }
}

/// A step of a ceremony: what it reveals.
fn ceremony_step(group: &GroupId, step: Option<u32>, view: &Seen, scene: &Scene<'_>) -> String {
    let Some(step) = step else {
        return hall::of_group("host-do-ceremony-end", group, view, scene);
    };
    let Some(reveals) = ceremony::of(view, group).and_then(|it| ceremony::revealed(it, step))
    else {
        return hall::of_group("host-do-ceremony", group, view, scene);
    };
    revealed(reveals, view, scene)
}

/// What the hall sees once a step is revealed.
pub(super) fn revealed(reveals: &CeremonyStep, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let named = |projects: &[ProjectId]| {
        let named: Vec<_> = projects.iter().map(|it| lists::named(it, view, scene)).collect();
        named.join(&words.say("list-separator"))
    };
    match reveals {
        CeremonyStep::Others { projects } => {
            words.tell("host-reveals-others", &[("count", projects.len().into())])
        }
        CeremonyStep::Award { award, places } => {
            let award = words.pick(award.both()).to_owned();
            words.tell(
                "host-reveals-award",
                &[("award", award.into()), ("places", (*places).into())],
            )
        }
        CeremonyStep::Place { place, projects, award } => {
            let award = words.pick(award.both()).to_owned();
            let args = [
                ("place", (*place).into()),
                ("projects", named(projects).into()),
                ("award", award.into()),
            ];
            words.tell("host-reveals-place", &args)
        }
    }
}

/// An act of two persons, and what it is about.
fn act(act: &Act, view: Option<&Seen>, scene: &Scene<'_>) -> String {
    let cost = match act {
        Act::Deduct { rule, units, .. } => Some(units_of(rule, *units, view, scene)),
        _ => None,
    };
    let said = about(act.as_str(), act.project(), act.seat(), scene);
    [Some(said), cost].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A seat as a place: a judge's by its own name, others by their role.
pub(super) fn place(seat: &Seat, view: Option<&Seen>, scene: &Scene<'_>) -> String {
    match (seat, seat.judge()) {
        (_, Some(judge)) => {
            let line = view.and_then(|view| view.panel.iter().find(|it| it.seat == *judge));
            line.map_or_else(|| judge.to_string(), |line| panel::named(line, scene))
        }
        (Seat::Control(_), _) => scene.words.say("role-control"),
        _ => scene.words.say(&format!("role-{}", seat.role().as_str())),
    }
}

/// A proposal: what, about whom.
pub(super) fn proposed(line: &ProposalLine, scene: &Scene<'_>) -> String {
    about(&line.act, &line.project, line.seat.as_ref(), scene)
}

fn about(act: &str, project: &ProjectId, seat: Option<&SeatId>, scene: &Scene<'_>) -> String {
    let act = scene.words.say(&format!("act-{act}"));
    let seat = seat.map(|seat| format!(" {seat}")).unwrap_or_default();
    format!("{act} {project}{seat}")
}

/// `超时 2 次，扣 1.0 分`.
pub(super) fn units_of(
    rule: &DeductionId,
    units: u32,
    view: Option<&Seen>,
    scene: &Scene<'_>,
) -> String {
    let stated = view.and_then(|view| view.rules.iter().find(|it| it.id == *rule));
    let name = stated.map_or(rule.as_str(), |it| scene.words.pick(it.name.both()));
    let points = stated.map(|it| it.cost(units).normalize().to_string()).unwrap_or_default();
    let args =
        [("rule", name.to_owned().into()), ("units", units.into()), ("points", points.into())];
    scene.words.tell("host-units", &args)
}

/// `E03，E01 = E02`: places one after the other, shared ones as equal.
pub(super) fn places(order: &[Vec<ProjectId>], scene: &Scene<'_>) -> String {
    let place = |place: &Vec<ProjectId>| {
        place.iter().map(ProjectId::as_str).collect::<Vec<_>>().join(" = ")
    };
    let places: Vec<_> = order.iter().map(place).collect();
    places.join(&scene.words.say("list-separator"))
}

/// The text of what a seat is to be.
pub(super) fn mark_key(mark: SeatMark) -> &'static str {
    match mark {
        SeatMark::Expected => "host-mark-expected",
        SeatMark::Absent => "state-absent",
        SeatMark::Late => "state-late",
    }
}
