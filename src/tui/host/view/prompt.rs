//! The lines at the bottom: the next step, the other open steps, and what the hub has answered.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{aloud, hall, panel, plan, said::said, todo};
use crate::{
    client::LinkState,
    contest::{CountdownState, Wish},
    tui::{
        Scene, bulletin, door,
        host::{
            Answer, HostScreen, Page, ceremony,
            control::{self, Control},
            offered,
            seen::Seen,
            step::{self, Hint, Order},
            times,
        },
        text::{fit, width, wrap},
    },
};

/// The lines, the next step first; a low window goes without the other steps, unless there is
/// nothing to answer.
pub(super) fn lines(
    screen: &HostScreen,
    view: &Seen,
    scene: &Scene<'_>,
    area: Rect,
) -> Vec<Line<'static>> {
    let columns = usize::from(area.width);
    let low = area.height < 14;
    let (message, style) = message(screen, scene);
    let message = wrap(&message, columns).into_iter().map(|line| Line::styled(line, style));
    let mut message: Vec<_> = message.take(3).collect();
    if let Some(line) = &screen.bulletin {
        let text = bulletin::said(line, scene);
        let lines = wrap(&text, columns).into_iter().map(|it| Line::styled(it, scene.theme.warn));
        message.extend(lines.take(2));
    }
    let mut lines = todo::lines(view, scene, columns, if low { 1 } else { 3 });
    lines.append(&mut about(screen.page, view, scene, area));
    lines.push(next(screen, view, scene, columns));
    if !low {
        lines.push(also(screen, view, scene, columns));
        // The line is kept free, so that the picture does not jump when an answer comes.
        message.resize_with(message.len().max(1), Line::default);
    } else if message.is_empty() || step::undo_left(view, scene.now).is_some() {
        message.insert(0, also(screen, view, scene, columns));
        message.truncate(1);
    }
    lines.append(&mut message);
    lines
}

/// From so many rows on there is room for the plan, and for what is read aloud at any time.
const PLANS: u16 = 18;
const READS: u16 = 36;

/// What is read aloud, who is on deck, what the hall sees.
fn about(page: Page, view: &Seen, scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let (columns, mut lines) = (usize::from(area.width), Vec::new());
    let wanted = page != Page::Progress && ceremony::leads(view).is_none();
    let reads = wanted && (times::is_being_read(view) || READS <= area.height);
    if let Some(released) = view.released.as_ref().filter(|_| reads) {
        lines.append(&mut aloud::lines(released, view, scene, columns));
    }
    if let Some(plan) = ceremony::leads(view) {
        lines.append(&mut aloud::of_ceremony(plan, view, scene, columns));
    }
    if PLANS <= area.height {
        lines.extend(plan::line(view, scene, columns));
    }
    if PLANS <= area.height || hall::is_special(view) {
        lines.push(hall::line(view, scene, columns));
    }
    lines
}

fn next(screen: &HostScreen, view: &Seen, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let Some(wish) = &step::next(view) else {
        if view.ties.is_empty() && view.proposals.is_empty() {
            return Line::styled(words.say("host-all-done"), theme.good);
        }
        return Line::styled(words.say("host-all-but-decisions"), theme.warn);
    };
    let mut key = format!(" {} ", words.say("key-enter"));
    let style = if screen.asked.is_some() { theme.dim } else { theme.selected };
    let waits = !offered::is_granted(view, wish, scene.now);
    let style = if !waits && screen.is_armed(scene.now) || screen.asked.is_some() {
        style
    } else {
        key = " ".repeat(width(&key)); // It does nothing yet.
        theme.base
    };
    let room = columns.saturating_sub(Span::raw(key.as_str()).width() + 1);
    let is_braced = screen.braced.as_ref() == Some(wish);
    let said = said(wish, Some(view), scene);
    let said = match ceremony::leads(view) {
        Some(_) if is_braced => words.tell("host-once-more", &[("what", said.into())]),
        Some(_) => words.tell("host-next-is", &[("what", said.into())]),
        None => said,
    };
    let said = match waits_for(view, wish, scene).filter(|_| waits) {
        Some(why) => words.tell("host-next-waits", &[("what", said.into()), ("why", why.into())]),
        None => said,
    };
    let step = fit(&said, room, theme.symbols.ellipsis).into_owned();
    let step_style = match screen.asked {
        Some(_) => theme.dim,
        None if waits => theme.dim,
        None if is_braced => theme.alarm,
        None => theme.accent,
    };
    let mut line =
        Line::from_iter([Span::styled(key, style), Span::raw(" "), Span::styled(step, step_style)]);
    // Who is called up is read aloud.
    if let (Wish::CallUp { project }, Some(room)) = (wish, columns.checked_sub(line.width() + 2)) {
        let project = view.line_of(project);
        let name = project.map_or("", |it| words.pick(it.project.name.both()));
        let name = fit(name, room, theme.symbols.ellipsis);
        line.push_span(Span::raw(format!("  {name}")));
    }
    line
}

/// What a step that would be refused now waits for.
fn waits_for(view: &Seen, wish: &Wish, scene: &Scene<'_>) -> Option<String> {
    let words = scene.words;
    match wish {
        Wish::Lock { project, .. } => {
            let open = view.open.iter().find(|it| it.project == *project)?;
            panel::blocker(open, scene)
        }
        Wish::CallUp { .. } => {
            let project = view.stage.as_ref()?.project.id.to_string();
            Some(words.tell("host-waits-stage", &[("project", project.into())]))
        }
        _ => None,
    }
}

/// What can be undone, and the other open steps; the first of a kind with the key that takes it
/// now.
fn also(screen: &HostScreen, view: &Seen, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let theme = scene.theme;
    let mut line = Line::default();
    let undo = undo(view, scene).filter(|_| screen.asked.is_none());
    let others = step::also(view).map(|wish| {
        let kind = std::mem::discriminant(wish);
        let first = step::open(view).find(|it| std::mem::discriminant(*it) == kind);
        let control = control_of(wish).filter(|_| first == Some(wish));
        let control = control.filter(|it| offered::can_be_done(screen, *it, scene.now));
        (control.and_then(control::letter), said(wish, Some(view), scene))
    });
    let resume = resume(view, scene).filter(|_| screen.asked.is_none());
    for (letter, said) in resume.into_iter().chain(undo).chain(others) {
        let key = letter.map_or(theme.symbols.dot.to_owned(), String::from);
        let gap = if line.spans.is_empty() { " " } else { "   " };
        let spans = [Span::raw(gap), Span::styled(key, theme.key), Span::raw(format!(" {said}"))];
        if columns < line.width() + spans.iter().map(Span::width).sum::<usize>() {
            line.push_span(Span::raw(format!(" {}", theme.symbols.ellipsis)));
            break;
        }
        line.spans.extend(spans);
    }
    line
}

/// That a clock which was stopped goes on, and by which key: the next step would end its phase.
fn resume(view: &Seen, scene: &Scene<'_>) -> Option<(Option<char>, String)> {
    let stage = view.stage.as_ref().filter(|it| it.stage.is_on_stage())?;
    let clock = stage.clock.as_ref()?;
    let stands = matches!(clock.state, CountdownState::Paused { .. });
    let (project, phase) = (stage.project.id.clone(), clock.phase);
    let wish = stands.then_some(Wish::ResumeClock { project, phase })?;
    Some((control::letter(Control::Make(Order::Pause)), said(&wish, Some(view), scene)))
}

/// The last step, while it can be undone, with the seconds that are left for it.
fn undo(view: &Seen, scene: &Scene<'_>) -> Option<(Option<char>, String)> {
    let left = step::undo_left(view, scene.now)?;
    let wish = Wish::Undo { project: view.hall.undo.as_ref()?.project.clone() };
    let args =
        [("what", said(&wish, Some(view), scene).into()), ("seconds", left.seconds_shown().into())];
    let letter = control::letter(Control::Make(Order::Undo));
    Some((letter, scene.words.tell("host-undo-left", &args)))
}

/// What takes the first step of this kind.
fn control_of(wish: &Wish) -> Option<Control> {
    let order = match wish {
        Wish::TakeBreak { .. } | Wish::EndBreak { .. } => return Some(Control::Break),
        Wish::CallUp { .. } => Order::CallUpNext,
        Wish::Lock { .. } => Order::Lock,
        Wish::Release { .. } => Order::Release,
        _ => return None,
    };
    Some(Control::Make(order))
}

fn message(screen: &HostScreen, scene: &Scene<'_>) -> (String, Style) {
    let (theme, words) = (scene.theme, scene.words);
    let said = |wish| said(wish, screen.view.as_ref(), scene);
    if let Some(asked) = &screen.asked {
        let key = match scene.link {
            LinkState::Up { .. } if screen.answer == Some(Answer::Nothing(Hint::StillSending)) => {
                Hint::StillSending.text()
            }
            LinkState::Up { .. } => "host-sending",
            _ => "host-sending-waits",
        };
        return (words.tell(key, &[("what", said(&asked.wish).into())]), theme.warn);
    }
    match &screen.answer {
        None => (trouble(scene).unwrap_or_default(), theme.error),
        Some(Answer::Granted { wish, seq }) => {
            let args = [("seq", seq.into()), ("what", said(wish).into())];
            (words.tell("host-granted", &args), theme.good)
        }
        Some(Answer::Refused { refusal, .. }) => (words.explain("refusal", refusal), theme.error),
        Some(Answer::Nothing(hint)) => (words.say(hint.text()), theme.warn),
    }
}

/// Why there is no link, as far as is known.
pub(super) fn trouble(scene: &Scene<'_>) -> Option<String> {
    door::told_whole(scene.link, scene.words)
}
