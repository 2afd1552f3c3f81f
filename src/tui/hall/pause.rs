//! A break on the screens in the hall: what it is called, how long yet, and until when.
//!
//! It ends by the host's key: at zero the screens say that it goes on soon, and count nothing.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Margin, Rect},
    text::Line,
};

use super::draw_centered;
use crate::{
    contest::{At, CountdownState, Ms},
    protocol::views::PauseLine,
    tui::{
        Scene,
        digits::draw_digits,
        large::Large,
        text::{pad_left, width},
        wall::hour_and_minute,
    },
};

/// What is left of a break; nothing once it is over.
fn left(pause: &PauseLine, now: At) -> Ms {
    let left = match pause.state {
        CountdownState::Ready { left } | CountdownState::Paused { left } => left,
        CountdownState::Running { ends } => ends - now,
    };
    left.max(Ms::ZERO)
}

/// What its digits say, as wide from the first second to the last.
pub(in crate::tui) fn reading(pause: &PauseLine, now: At) -> String {
    pad_left(&left(pause, now).to_string(), width(&pause.length.to_string()))
}

/// Until when it is, or that it goes on soon.
pub(in crate::tui) fn until(pause: &PauseLine, scene: &Scene<'_>) -> String {
    match left(pause, scene.now) {
        Ms::ZERO => scene.words.say("pause-over"),
        left => {
            let until = hour_and_minute(scene.now + left);
            scene.words.tell("pause-until", &[("until", until.into())])
        }
    }
}

/// When the digits next change.
pub(in crate::tui) fn next_change(pause: &PauseLine, now: At) -> Option<At> {
    let left = left(pause, now);
    (left > Ms::ZERO).then(|| now + left.until_next_second())
}

/// Draws a break into all of an area.
pub(in crate::tui) fn draw(pause: &PauseLine, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, now, .. } = *scene;
    let most = (area.height / 4).max(1);
    let name = Large::of(words.pick(pause.name.both()), area.width, most, &theme.symbols);
    let air = u16::from(10 <= area.height);
    let [_, name_area, digits, until_area, _] = area.layout(&Layout::vertical([
        Constraint::Length(air),
        Constraint::Length(name.height()),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(air),
    ]));
    name.draw(theme.title, name_area, buf);
    let margin = Margin::new(if area.width < 60 { 1 } else { 4 }, air);
    draw_digits(
        &reading(pause, now),
        theme.accent,
        theme.symbols.pixels,
        digits.inner(margin),
        buf,
    );
    draw_centered(&[Line::styled(until(pause, scene), theme.title)], until_area, buf);
}
