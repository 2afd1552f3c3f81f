//! The lines at the bottom: the next step, the other open steps, and what the hub has answered.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{said::said, todo};
use crate::{
    client::LinkState,
    contest::Wish,
    protocol::views::HostView,
    tui::{
        Scene, bulletin,
        host::{
            Answer, HostScreen, act,
            control::{self, Control},
            step::{self, Hint, Order},
        },
        text::{fit, width, wrap},
    },
};

/// The lines, the next step first; a low window goes without the other steps, unless there is
/// nothing to answer.
pub(super) fn lines(
    screen: &HostScreen,
    view: &HostView,
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
    lines.push(next(screen, view, scene, columns));
    if !low {
        lines.push(also(view, scene, columns));
        // The line is kept free, so that the picture does not jump when an answer comes.
        message.resize_with(message.len().max(1), Line::default);
    } else if message.is_empty() {
        message.push(also(view, scene, columns));
    }
    lines.append(&mut message);
    lines
}

/// Whether a key would do something now; one that would not is not hinted at.
pub(in crate::tui::host) fn can_be_done(screen: &HostScreen, control: Control) -> bool {
    match control {
        Control::Follow => screen.chosen.is_some(),
        Control::Acts => screen
            .view
            .as_ref()
            .is_some_and(|view| act::subject(view, screen.chosen.as_ref()).is_some()),
        Control::Decisions => screen.view.as_ref().and_then(act::decisions).is_some(),
        Control::Page => screen.view.as_ref().is_some_and(|view| view.session.scored),
        Control::Make(order) => {
            let chosen = screen.chosen.as_ref();
            screen.view.as_ref().is_some_and(|view| step::wish(view, chosen, order).is_ok())
        }
        _ => true,
    }
}

fn next(screen: &HostScreen, view: &HostView, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let Some(wish) = &view.agenda.next else {
        if view.ties.is_empty() && view.proposals.is_empty() {
            return Line::styled(words.say("host-all-done"), theme.good);
        }
        return Line::styled(words.say("host-all-but-decisions"), theme.warn);
    };
    let mut key = format!(" {} ", words.say("key-enter"));
    let style = if screen.asked.is_some() { theme.dim } else { theme.selected };
    let style = if screen.is_armed(scene.now) || screen.asked.is_some() {
        style
    } else {
        key = " ".repeat(width(&key)); // It does nothing yet.
        theme.base
    };
    let room = columns.saturating_sub(Span::raw(key.as_str()).width() + 1);
    let step = fit(&said(wish, Some(view), scene), room, theme.symbols.ellipsis).into_owned();
    let step_style = if screen.asked.is_some() { theme.dim } else { theme.accent };
    let mut line =
        Line::from_iter([Span::styled(key, style), Span::raw(" "), Span::styled(step, step_style)]);
    // Who is called up is read aloud.
    if let (Wish::CallUp { project }, Some(room)) = (wish, columns.checked_sub(line.width() + 2)) {
        let project = step::line_of(view, project);
        let name = project.map_or("", |it| words.pick(it.project.name.both()));
        let name = fit(name, room, theme.symbols.ellipsis);
        line.push_span(Span::raw(format!("  {name}")));
    }
    line
}

/// The other open steps; the first of a kind with the key that takes it.
fn also(view: &HostView, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let theme = scene.theme;
    let mut line = Line::default();
    for wish in &view.agenda.also {
        let kind = std::mem::discriminant(wish);
        let first = step::open(view).find(|it| std::mem::discriminant(*it) == kind);
        let letter = letter(wish).filter(|_| first == Some(wish));
        let key = letter.map_or(theme.symbols.dot.to_owned(), String::from);
        let gap = if line.spans.is_empty() { " " } else { "   " };
        let spans = [
            Span::raw(gap),
            Span::styled(key, theme.key),
            Span::raw(format!(" {}", said(wish, Some(view), scene))),
        ];
        if columns < line.width() + spans.iter().map(Span::width).sum::<usize>() {
            line.push_span(Span::raw(format!(" {}", theme.symbols.ellipsis)));
            break;
        }
        line.spans.extend(spans);
    }
    line
}

/// The letter that takes the first step of this kind.
fn letter(wish: &Wish) -> Option<char> {
    let order = match wish {
        Wish::CallUp { .. } => Order::CallUpNext,
        Wish::Lock { .. } => Order::Lock,
        Wish::Release { .. } => Order::Release,
        _ => return None,
    };
    control::letter(Control::Make(order))
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
        Some(Answer::Refused { refusal }) => (words.explain("refusal", refusal), theme.error),
        Some(Answer::Nothing(hint)) => (words.say(hint.text()), theme.warn),
    }
}

/// Why there is no link, as far as is known.
pub(super) fn trouble(scene: &Scene<'_>) -> Option<String> {
    match scene.link {
        LinkState::Lost { trouble, .. } | LinkState::Refused { trouble } => {
            Some(scene.words.explain("trouble", trouble))
        }
        LinkState::Connecting | LinkState::Up { .. } => None,
    }
}
