//! What the whole panel is told, in a band above the sheet: the host's message, and the break with
//! its countdown.
//!
//! A message that blinks changes its look and never goes away: what is to be read can be read at any
//! moment. A break past its time says so and waits, because the host ends it.

use ratatui::{style::Style, text::Line};

use super::passage::passage;
use crate::{
    contest::{At, CountdownState, Message, Ms},
    protocol::views::{JudgeView, PauseLine},
    tui::{Scene, text::fit},
};

/// How long a blinking message keeps one look.
const BLINK: Ms = Ms(500);

/// The band in lines as wide as the screen, the message in at most so many; none while there is
/// nothing to tell.
pub(super) fn lines(
    view: &JudgeView,
    scene: &Scene<'_>,
    columns: u16,
    most: usize,
) -> Vec<Line<'static>> {
    let message = view.message.iter().flat_map(|message| {
        let room = usize::from(columns).saturating_sub(4);
        let style = look(message, scene);
        let signs = std::iter::once(scene.theme.symbols.attention).chain(std::iter::repeat(" "));
        let lines = signs.zip(passage(&message.text, room, most, scene));
        lines.map(move |(sign, line)| Line::styled(format!(" {sign} {line}"), style))
    });
    let pause = view.pause.iter().map(|pause| rest(pause, scene, columns));
    message.chain(pause).collect()
}

fn look(message: &Message, scene: &Scene<'_>) -> Style {
    let is_lit = !message.blink || (scene.now - message.at).0.div_euclid(BLINK.0) % 2 == 0;
    if is_lit { scene.theme.selected } else { scene.theme.accent }
}

/// The break and how much of it is left.
fn rest(pause: &PauseLine, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let name = ("name", words.pick(pause.name.both()).to_owned().into());
    let (text, style) = match left(pause, scene.now) {
        Some(left) => {
            let args = [name, ("left", left.to_string().into())];
            (words.tell("judge-break", &args), theme.accent)
        }
        None => (words.tell("judge-break-over", &[name]), theme.warn),
    };
    let text = format!(" {} {text}", theme.symbols.pointer);
    Line::styled(fit(&text, columns.into(), theme.symbols.ellipsis).into_owned(), style)
}

/// What is left of a break; `None` once its time is over.
fn left(pause: &PauseLine, now: At) -> Option<Ms> {
    let CountdownState::Running { ends } = pause.state else { return None };
    Some(ends - now).filter(|left| Ms::ZERO < *left)
}

/// When the band next looks different by itself.
pub(super) fn next_change(view: &JudgeView, now: At) -> Option<At> {
    let blink = view.message.as_ref().filter(|it| it.blink);
    let blink = blink.map(|it| now + Ms(BLINK.0 - (now - it.at).0.rem_euclid(BLINK.0)));
    let pause = view.pause.as_ref().and_then(|it| Some(now + left(it, now)?.until_next_second()));
    blink.into_iter().chain(pause).min()
}
