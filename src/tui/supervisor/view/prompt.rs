//! The lines at the bottom: how much waits and for whom, and what the hub has answered.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{act, sums::wrapped};
use crate::{
    client::LinkState,
    contest::{Role, Wish},
    tui::{
        Scene, door,
        supervisor::{Answer, Deed, Page, SupervisorScreen, seen::Seen},
    },
};

/// The lines; that of the message is kept free, so that the picture does not jump.
pub(super) fn lines(
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    columns: u16,
) -> Vec<Line<'static>> {
    let (message, style) = message(screen, view, scene);
    let mut message = wrapped(&message, style, columns.into());
    message.truncate(3);
    message.resize_with(message.len().max(1), Line::default);
    // The page of what waits says itself that nothing does.
    let is_told = screen.page == Page::Matters && view.matters.is_empty();
    let waits = if is_told { Line::default() } else { waits(view, scene, columns.into()) };
    let mut lines = vec![waits];
    lines.append(&mut message);
    lines
}

/// How much waits for this seat, is to be looked at, waits for the host, and for the jury chair.
fn waits(view: &Seen, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let theme = scene.theme;
    let own = view.proposals.iter().filter(|it| it.by == Role::Supervisor).count();
    let counts: [(&str, usize, Style); 4] = [
        ("supervisor-count-yours", view.proposals.len() - own, theme.alarm),
        ("supervisor-count-alarms", view.alarms, theme.alarm),
        ("supervisor-count-hosts", own, theme.warn),
        ("supervisor-count-ties", view.ties.len(), theme.warn),
    ];
    let mut line = Line::default();
    for (key, count, style) in counts.into_iter().filter(|(_, count, _)| 0 < *count) {
        let text = scene.words.tell(key, &[("count", count.into())]);
        let text = Span::styled(format!(" {} {text} ", theme.symbols.attention), style);
        if columns < line.width() + text.width() + 1 {
            break;
        }
        line.spans.extend([text, Span::raw(" ")]);
    }
    if line.spans.is_empty() {
        return Line::styled(scene.words.say("supervisor-nothing-waits"), theme.dim);
    }
    line
}

fn message(screen: &SupervisorScreen, view: &Seen, scene: &Scene<'_>) -> (String, Style) {
    let (theme, words) = (scene.theme, scene.words);
    if let Some((_, deed)) = &screen.asked {
        let key = match scene.link {
            LinkState::Up { .. } => "host-sending",
            _ => "host-sending-waits",
        };
        return (words.tell(key, &[("what", said(deed, view, scene).into())]), theme.warn);
    }
    match &screen.answer {
        None => (trouble(scene).unwrap_or_default(), theme.error),
        Some(Answer::Granted { deed, seq }) => {
            let args = [("seq", seq.into()), ("what", said(deed, view, scene).into())];
            (words.tell("host-granted", &args), theme.good)
        }
        Some(Answer::Refused { refusal }) => (words.explain("refusal", refusal), theme.error),
        Some(Answer::Nothing(hint)) => (words.say(hint), theme.warn),
    }
}

/// A wish of this seat in words.
fn said(deed: &Deed, view: &Seen, scene: &Scene<'_>) -> String {
    let what = deed.act.as_ref().map(|act| act::said(act, Some(view), scene)).unwrap_or_default();
    let key = match deed.wish {
        Wish::Agree { .. } => "supervisor-do-agree",
        Wish::Decline { .. } => "supervisor-do-decline",
        _ => "supervisor-do-propose",
    };
    scene.words.tell(key, &[("what", what.into())])
}

/// Why there is no link, as far as is known.
pub(super) fn trouble(scene: &Scene<'_>) -> Option<String> {
    door::told_whole(scene.link, scene.words)
}
