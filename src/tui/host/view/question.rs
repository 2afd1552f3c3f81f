//! An open question in a box: the step, what follows from it, and how to answer.

use std::collections::BTreeSet;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{hall, lists, panel, said::said};
use crate::{
    contest::{Ms, ProjectId, Role, SeatId, Wish},
    protocol::WaitingLine,
    tui::{
        Scene,
        dialog::{Input, draw_box, draw_input},
        host::{
            HostScreen,
            question::{self, Question},
            seen::Seen,
            sort::Sorted,
            typed::{self, Purpose, Typed},
        },
        reason,
        text::{fit, fit_line, wrap},
    },
};

/// The widest that a question gets, so that its lines are read at a glance.
const WIDEST: u16 = 60;

/// What a question says, and which of its lines must be seen.
struct Asked<'a> {
    title: String,
    lines: Vec<Line<'static>>,
    at: Option<usize>,
    typed: Option<&'a Input>,
}

/// Draws a question over the middle of the screen; gives the cursor's place while a reason is typed.
pub(super) fn draw(
    question: &Question,
    screen: &HostScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let columns = area.width.saturating_sub(4).min(WIDEST);
    let asked = asked(question, screen, scene, columns.into());
    let typed = asked.typed;
    let stuck = usize::from(screen.stuck.is_some());
    let rows = asked.lines.len() + 2 + usize::from(typed.is_some()) + stuck;
    let title = fit(&asked.title, columns.into(), scene.theme.symbols.ellipsis);
    let inner = draw_box(&title, (columns.into(), rows), scene.theme, area, buf);
    // In a low window the text gives way, not the keys that answer the question.
    let [text, input, stuck, hints] = inner.layout(&Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::from(typed.is_some())),
        Constraint::Length(u16::from(screen.stuck.is_some())),
        Constraint::Length(1),
    ]));
    if let Some(how) = screen.stuck {
        let how = Line::styled(scene.words.say(how), scene.theme.warn);
        fit_line(how, stuck.width.into(), scene.theme.symbols.ellipsis).render(stuck, buf);
    }
    let room = usize::from(text.height);
    let last = asked.lines.len().saturating_sub(room);
    let first = asked.at.map_or(0, |at| at.saturating_sub(room / 2).min(last));
    for (line, row) in asked.lines.into_iter().skip(first).zip(text.rows()) {
        fit_line(line, text.width.into(), scene.theme.symbols.ellipsis).render(row, buf);
    }
    keys(question, scene, hints.width).render(hints, buf);
    draw_input(typed?, input, scene.theme, buf)
}

/// How it is answered; digits first, where they stand before prepared lines.
fn keys(question: &Question, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let mut line = match question {
        Question::Why(why) if why.picks() => reason::hint(scene),
        _ => Line::default(),
    };
    let room = columns.saturating_sub(u16::try_from(line.width()).unwrap_or(u16::MAX));
    line.extend(question.keys().hints(words, theme, room, |it| question.takes(it)));
    line
}

fn asked<'a>(
    question: &'a Question,
    screen: &HostScreen,
    scene: &Scene<'_>,
    columns: usize,
) -> Asked<'a> {
    let raw = |text: &str| wrap(text, columns).into_iter().map(Line::raw).collect();
    let plain = |title, lines| Asked { title, lines, at: None, typed: None };
    let view = screen.view.as_ref();
    match (question, view) {
        (Question::Pick(menu), Some(view)) => Asked {
            at: Some(menu.at),
            ..plain(lists::label(&menu.title, view, scene), lists::menu(menu, view, scene))
        },
        (Question::Sort(sort), Some(view)) => {
            let mut lines: Vec<_> = match &sort.of {
                Sorted::Tie(_, Some(_)) => raw(&scene.words.say("host-then-rule-again")),
                _ => Vec::new(),
            };
            let at = Some(lines.len() + sort.at);
            lines.extend(lists::sort(sort, view, scene));
            Asked { at, ..plain(lists::sort_title(sort, view, scene), lines) }
        }
        (Question::Type(typed), _) => {
            let (title, lines) = to_type(typed, scene, columns);
            Asked { typed: Some(&typed.input), ..plain(title, lines) }
        }
        (Question::Sure(wish) | Question::Now(wish), Some(view)) => {
            plain(said(wish, Some(view), scene), raw(&consequence(wish, view, scene)))
        }
        (Question::Why(why), Some(view)) => {
            let mut lines: Vec<_> = raw(&consequence(&why.wish, view, scene));
            lines.extend(reason::lines(&why.wish, scene));
            let asked = plain(said(&why.wish, Some(view), scene), lines);
            Asked { typed: Some(&why.typed), ..asked }
        }
        _ => {
            let key = if screen.asked.is_some() { "host-leave-unsent" } else { "host-leave" };
            plain(scene.words.say("host-key-quit"), raw(&scene.words.say(key)))
        }
    }
}

/// What is to be typed, and what is prepared.
fn to_type(typed: &Typed, scene: &Scene<'_>, columns: usize) -> (String, Vec<Line<'static>>) {
    let (theme, words) = (scene.theme, scene.words);
    let raw = |text: &str| wrap(text, columns).into_iter().map(Line::raw).collect();
    match &typed.of {
        Purpose::Message(_, to) => {
            let heading = Line::styled(words.say("host-say-what"), theme.dim);
            let prepared = (1..).zip(typed::prepared(words, *to)).map(|(digit, text)| {
                Line::from_iter([Span::styled(format!(" {digit} "), theme.key), Span::raw(text)])
            });
            let mut lines: Vec<_> = std::iter::once(heading).chain(prepared).collect();
            let blinks = if typed.blink { "host-blinks" } else { "host-blinks-not" };
            let style = if typed.blink { theme.warn } else { theme.dim };
            lines.push(Line::styled(words.say(blinks), style));
            let to = hall::audience(*to, scene);
            (words.tell("host-say", &[("to", to.into()), ("has", "no".into())]), lines)
        }
        Purpose::Break(_) => (words.say("host-key-break"), raw(&words.say("host-break-minutes"))),
        Purpose::Left(_, _, most) => {
            let most = [("most", most.to_string().into())];
            (words.say("host-fault-typed"), raw(&words.tell("host-left-what", &most)))
        }
    }
}

/// Which project is meant, what follows, and the reason as far as it is given.
fn consequence(wish: &Wish, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let about = wish.project().map(|project| lists::named(project, view, scene));
    let reason = reason::of(wish).filter(|it| !it.is_empty());
    let reason = reason.map(|it| words.tell("host-reason", &[("reason", it.to_owned().into())]));
    let parts = [about, then(wish, view, scene), reason];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What follows from a wish, where that is not plain.
fn then(wish: &Wish, view: &Seen, scene: &Scene<'_>) -> Option<String> {
    let words = scene.words;
    Some(match wish {
        Wish::Lock { without, .. } => locked(wish, without, view, scene),
        Wish::Begin { .. } | Wish::Finish { .. } => cut(wish, view, scene),
        Wish::Release { .. } if view.session.safeguards.co_signed_release => {
            let there = if view.supervisors.screens == 0 { "no" } else { "yes" };
            words.tell("host-then-release-signed", &[("there", there.into())])
        }
        Wish::Release { .. } => words.say("host-then-release"),
        Wish::MarkAbsent { .. } => words.say("host-then-absent"),
        Wish::Withdraw { .. } => words.say("host-then-withdraw"),
        Wish::Postpone { .. } => words.say("host-then-postpone"),
        Wish::Backfill { project, .. } => {
            let line = view.line_of(project)?;
            let by = lists::named_line(line.backfill.as_ref()?, scene);
            words.tell("host-then-backfill", &[("by", by.into())])
        }
        Wish::AllowPaper { .. } => words.say("host-then-allow-paper"),
        Wish::DisallowPaper { project, seat, .. } => {
            let is_keyed = panel::is_keyed(view, project, seat);
            is_keyed.then(|| words.say("host-then-disallow-paper"))?
        }
        Wish::Reorder { order, .. } => {
            let order = lists::waiting(order, view);
            let order = panel::join(order.iter().map(ProjectId::as_str), scene);
            words.tell("host-then-reorder", &[("order", order.into())])
        }
        Wish::Rule { order, .. } => {
            let again = view.ruled.iter().any(|line| {
                let [tied, decided]: [BTreeSet<_>; 2] =
                    [order.iter().flatten().collect(), line.projects().collect()];
                tied == decided
            });
            let again = again.then(|| words.say("host-then-rule-again"));
            let parts = [Some(lists::ruled(order, view, scene)), again];
            parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
        }
        Wish::SetClock { .. } => words.say("host-then-set-clock"),
        Wish::Freeze { .. } => words.say("host-then-freeze"),
        Wish::Thaw { .. } => words.say("host-then-thaw"),
        Wish::Ceremony { step: Some(_), .. } => words.say("host-then-ceremony"),
        Wish::Ceremony { step: None, .. } => words.say("host-then-ceremony-end"),
        Wish::ShowScene { .. } => words.say("host-then-show-all"),
        Wish::RenewPass { .. } | Wish::HandOver { .. } => return at_the_door(wish, view, scene),
        Wish::Propose { .. } => {
            let there = if view.supervisors.screens == 0 { "no" } else { "yes" };
            words.tell("host-then-propose", &[("there", there.into())])
        }
        Wish::Agree { proposal } | Wish::Decline { proposal, .. } => {
            let line = view.proposals.iter().find(|line| line.number == *proposal)?;
            lists::proposal(line, view, scene)
        }
        _ => return None,
    })
}

/// What leaving a phase now does to its clock.
fn cut(wish: &Wish, view: &Seen, scene: &Scene<'_>) -> String {
    let left = question::time_cut(view, wish, scene.now);
    if left <= Ms::ZERO {
        scene.words.tell("host-then-over", &[("over", (Ms::ZERO - left).to_string().into())])
    } else {
        scene.words.tell("host-then-cut", &[("left", left.to_string().into())])
    }
}

/// What becomes of whoever has the seat.
fn at_the_door(wish: &Wish, view: &Seen, scene: &Scene<'_>) -> Option<String> {
    match wish {
        Wish::RenewPass { seat, .. } => {
            let own = ("own", if seat.role() == Role::Host { "yes" } else { "no" }.into());
            let seat = ("seat", seat.to_string().into());
            Some(scene.words.tell("host-then-renew-pass", &[seat, own]))
        }
        Wish::HandOver { seat, from, to } => {
            let is_meant = |it: &&WaitingLine| {
                it.at == *seat && it.holder.terminal == *from && it.waits.terminal == *to
            };
            let line = view.waiting.iter().find(is_meant)?;
            Some(lists::at_the_door("host-then-hand-over", line, view, scene))
        }
        _ => None,
    }
}

/// How the sheets that are in would count, and who is late from then on.
fn locked(wish: &Wish, without: &BTreeSet<SeatId>, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let sealed = panel::sealed_among(wish, without, Some(view));
    let missing: Vec<_> = without.difference(&sealed).collect();
    let late = if without.is_empty() {
        Some(words.say("host-then-lock-all"))
    } else {
        let seats = [("seats", panel::list(missing.iter().copied(), scene).into())];
        (!missing.is_empty()).then(|| words.tell("host-then-lock", &seats))
    };
    let paper = panel::on_paper_among(wish, without, view);
    let seats = [("seats", panel::list(&paper, scene).into())];
    let paper = (!paper.is_empty()).then(|| words.tell("host-then-lock-paper", &seats));
    let lost = [("seats", panel::list(&sealed, scene).into())];
    let lost = (!sealed.is_empty()).then(|| words.tell("host-then-lock-sealed", &lost));
    let open = view.open.iter().find(|open| Some(&open.project) == wish.project());
    let rule = open.and_then(|open| panel::rule(open, scene));
    [rule, late, paper, lost].into_iter().flatten().collect::<Vec<_>>().join("\n")
}
