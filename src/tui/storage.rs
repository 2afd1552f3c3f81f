//! How storing goes, at the top of the console and of the supervisor's screen: loud while nothing can be
//! stored or a copy fails, one quiet line a folder while copies are made.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::Line,
    widgets::Widget,
};

use super::{
    Scene,
    text::{fit, wrap},
    wall::time_of_day,
};
use crate::protocol::{CopyLine, Storage};

/// The most rows that one trouble takes.
const MOST: usize = 3;

/// Draws what there is to say, and gives back what is left for the screen.
pub(super) fn draw(storage: &Storage, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let mut lines = lines(storage, scene, area.width.into());
    // A low window keeps half of itself for the evening.
    lines.truncate(usize::from(area.height / 2));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let [top, rest] =
        area.layout(&Layout::vertical([Constraint::Length(rows), Constraint::Fill(1)]));
    for (line, row) in lines.into_iter().zip(top.rows()) {
        line.render(row, buf);
    }
    rest
}

fn lines(storage: &Storage, scene: &Scene<'_>, columns: usize) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let loud = |text: String, style: Style| {
        let text = format!("{} {text}", theme.symbols.attention);
        let lines = wrap(&text, columns).into_iter().take(MOST);
        lines.map(move |line| Line::styled(line, style)).collect::<Vec<_>>()
    };
    let mut lines = Vec::new();
    if let Some(trouble) = &storage.trouble {
        let why = words.explain("journal", &trouble.error);
        lines.extend(loud(words.tell("storage-trouble", &[("why", why.into())]), theme.alarm));
    }
    if let Some(cut) = &storage.cut {
        lines.extend(loud(words.explain("journal", cut), theme.warn));
    }
    for copy in &storage.copies {
        if copy.trouble.is_some() {
            lines.extend(loud(said(copy, scene), theme.alarm));
        } else {
            let text = fit(&said(copy, scene), columns, theme.symbols.ellipsis).into_owned();
            lines.push(Line::styled(text, theme.dim));
        }
    }
    lines
}

/// A folder's last copy, or since when there is none and why.
fn said(copy: &CopyLine, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let folder = ("folder", copy.folder.clone().into());
    match (&copy.trouble, &copy.last) {
        (Some(trouble), last) => {
            let since = last.as_ref().map_or(trouble.since, |it| it.at);
            let why = words.explain("journal", &trouble.error);
            let time = ("time", time_of_day(since).into());
            words.tell("storage-copy-trouble", &[folder, time, ("why", why.into())])
        }
        (None, Some(last)) => {
            let (time, head) = (time_of_day(last.at), last.head.to_string());
            words.tell("storage-copy", &[folder, ("time", time.into()), ("head", head.into())])
        }
        (None, None) => words.tell("storage-copy-none", &[folder]),
    }
}

#[cfg(test)]
mod tests;
