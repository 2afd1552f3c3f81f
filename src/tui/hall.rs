//! What the screens in the hall share: the line on top, the state of the link in words, and how
//! much they need.
//!
//! The title of the contest takes what room and link leave it, because it is what a hall is to
//! read. Not here: anything a key does.

pub(super) mod message;
pub(super) mod pause;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Block, Widget},
};

use super::{
    Scene,
    frame::LinkSign,
    large::Large,
    text::{fit, width},
};
use crate::{
    client::{LinkState, Trouble},
    contest::{At, Ms},
    protocol::views::{RoomLine, SessionLine},
};

/// The smallest area that says anything useful, in columns and rows.
pub(super) const LEAST: (u16, u16) = (30, 8);

/// How long the key hints stay.
const HINTED: Ms = Ms::seconds(10);

/// When the key hints are seen: until a while after the first picture, and for a while after each
/// key. A hall has no keys, and what they do is not what it is to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hints {
    until: Option<At>,
    stay: Ms,
}

impl Hints {
    /// Seen from the beginning; for a hub whose time runs so many times as fast.
    pub(super) fn at_speed(speed: u32) -> Self {
        Self { until: None, stay: Ms(HINTED.0.saturating_mul(speed.into())) }
    }

    /// Shows them for a while.
    pub(super) fn show(&mut self, now: At) {
        self.until = Some(now + self.stay);
    }

    /// The line, or an empty one while it is not seen.
    pub(super) fn line(self, now: At, hints: impl FnOnce() -> Line<'static>) -> Line<'static> {
        if self.until.is_none_or(|until| now < until) { hints() } else { Line::default() }
    }

    /// When they go.
    pub(super) fn next_change(self, now: At) -> Option<At> {
        self.until.filter(|until| now < *until)
    }
}

/// Draws the top and the bottom line; gives what is between them.
pub(super) fn draw_frame(
    scene: &Scene<'_>,
    whose: Option<(&SessionLine, &RoomLine)>,
    bottom: &Line<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    Block::new().style(scene.theme.base).render(area, buf);
    let [top, inner, foot] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ]));
    let (title, room) = match whose {
        Some((session, room)) => {
            (scene.words.pick(session.title.both()), scene.words.pick(room.name.both()))
        }
        None => ("", ""),
    };
    draw_top(scene, title, room, top, buf);
    bottom.render(foot, buf);
    inner
}

fn draw_top(scene: &Scene<'_>, title: &str, room: &str, area: Rect, buf: &mut Buffer) {
    Block::new().style(scene.theme.header).render(area, buf);
    let mut link = sign(scene.link, scene.now).span(scene.words, scene.theme);
    link.style = scene.theme.on_header(link.style);
    let [title_area, room_area, link_area] = area.layout(
        &Layout::horizontal([Constraint::Fill(1), columns(width(room)), columns(link.width())])
            .spacing(1),
    );
    let title = fit(title, usize::from(title_area.width), scene.theme.symbols.ellipsis);
    Line::styled(title, scene.theme.title).render(title_area, buf);
    Span::raw(room).render(room_area, buf);
    link.render(link_area, buf);
}

/// Before the first picture there is only the link to speak of.
pub(super) fn draw_unlinked(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let link = sign(scene.link, scene.now).span(scene.words, scene.theme);
    draw_centered(&[link.into()], area, buf);
}

/// How the link stands, in whole seconds since the hub was last heard.
pub(super) fn sign(link: &LinkState, now: At) -> LinkSign {
    match link {
        LinkState::Connecting => LinkSign::Connecting,
        LinkState::Up { .. } => LinkSign::Online,
        LinkState::Lost { since, .. } => LinkSign::Lost { seconds: (now - *since).0.max(0) / 1000 },
        LinkState::Waiting { .. } => LinkSign::Held,
        LinkState::Unseated { .. } => LinkSign::Unseated,
        LinkState::Refused { trouble: Trouble::PassRenewed { .. } } => LinkSign::Renewed,
        LinkState::Refused { .. } => LinkSign::Closed,
    }
}

/// When the age of a lost link next shows another second.
pub(super) fn next_age(link: &LinkState, now: At) -> Option<At> {
    let LinkState::Lost { since, .. } = link else { return None };
    Some(now + Ms(1000 - (now - *since).0.rem_euclid(1000)))
}

/// Lines in the middle of an area, as many as there is room for.
pub(super) fn draw_centered(lines: &[Line<'_>], area: Rect, buf: &mut Buffer) {
    let height = Constraint::Length(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    for (line, row) in lines.iter().zip(area.centered_vertically(height).rows()) {
        line.clone().centered().render(row, buf);
    }
}

/// How many rows the words beside a countdown take on a screen of so many rows.
pub(super) fn status_rows(height: u16) -> u16 {
    if height < 24 { 1 } else { height / 8 }
}

/// Draws the words beside a countdown: in a line, or large where there are rows for it, in the style of
/// the last of them, and on a plaque where that is a badge.
pub(super) fn draw_status(status: &Line<'_>, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if area.height <= 1 {
        return draw_centered(std::slice::from_ref(status), area, buf);
    }
    let words = status.spans.iter().map(|span| span.content.trim()).filter(|it| !it.is_empty());
    let text = words.collect::<Vec<_>>().join("  ");
    let last = status.spans.last();
    let style = last.map(|span| span.style).unwrap_or_default();
    let large = Large::of(&text, area.width, area.height, &scene.theme.symbols);
    let large = if last.is_some_and(is_badge) { large.on_plaque(area.height) } else { large };
    large.draw(status.style.patch(style), area, buf);
}

/// A sign or word as a block of its own, with a blank on either side.
pub(super) fn badge(text: &str, style: Style) -> Span<'static> {
    Span::styled(format!(" {text} "), style)
}

fn is_badge(span: &Span<'_>) -> bool {
    span.content.starts_with(' ') && span.content.trim() != ""
}

/// As many columns as a text takes.
pub(super) fn columns(width: usize) -> Constraint {
    Constraint::Length(u16::try_from(width).unwrap_or(u16::MAX))
}

#[cfg(test)]
pub(super) mod rehearsal;
