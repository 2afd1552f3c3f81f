//! The title of the final, for a hall that is filling: large, in both languages, with what is to
//! come below it.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Rect},
    text::Line,
};

use super::band::next_line;
use crate::{
    contest::Text,
    protocol::views::BoardView,
    tui::{Scene, hall::draw_centered, large::Large},
    words::Lang,
};

/// Draws it into an area of any size; the title is the last to go.
pub(super) fn draw(view: &BoardView, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    let below = below(view, scene, area);
    let rows = area.height.saturating_sub(u16::try_from(below.len()).unwrap_or(u16::MAX));
    let title = words.pick(view.session.title.both());
    let other = in_the_other_language(&view.session.title, scene);
    let air = u16::from(12 <= area.height);
    let rows = rows.saturating_sub(1 + 3 * air + u16::from(other.is_some())).max(1);
    let first = Large::of(title, area.width, rows, &theme.symbols);
    let first = first.on_plaque(rows.saturating_sub(u16::from(other.is_some())));
    // The other title is no larger, and never goes without a line where there is room at all.
    let left = (rows + 1).saturating_sub(first.height());
    let second =
        other.map(|it| Large::of(it, area.width, left.min(first.height()), &theme.symbols));
    let second_rows = second.as_ref().map_or(0, Large::height);
    let [welcome, _, first_area, _, second_area, _, rest] = area.layout(
        &Layout::vertical([
            Constraint::Length(u16::from(4 <= area.height)),
            Constraint::Length(air),
            Constraint::Length(first.height()),
            Constraint::Length(air.min(second_rows)),
            Constraint::Length(second_rows),
            Constraint::Length(air),
            Constraint::Length(u16::try_from(below.len()).unwrap_or(u16::MAX)),
        ])
        .flex(Flex::Center),
    );
    draw_centered(&[Line::styled(words.say("board-welcome"), theme.accent)], welcome, buf);
    first.draw(if first.is_drawn() { theme.title } else { theme.accent }, first_area, buf);
    if let Some(second) = second {
        second.draw(theme.dim, second_area, buf);
    }
    draw_centered(&below, rest, buf);
}

/// A text in the language that the board is not read in, where it says something else.
fn in_the_other_language<'a>(text: &'a Text, scene: &Scene<'_>) -> Option<&'a str> {
    let other = match scene.words.lang() {
        Lang::Zh => &text.en,
        Lang::En => &text.zh,
    };
    Some(other.as_str()).filter(|it| !it.is_empty() && *it != scene.words.pick(text.both()))
}

/// Room, groups and the first project, as many as leave the title its room.
fn below(view: &BoardView, scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let Scene { words, theme, .. } = *scene;
    let both = |text: &Text| {
        let own = words.pick(text.both()).to_owned();
        let other = in_the_other_language(text, scene);
        other.map_or_else(|| own.clone(), |other| format!("{own} {} {other}", theme.symbols.dot))
    };
    let mut lines = vec![Line::raw(both(&view.room.name)), Line::default()];
    lines.extend(view.groups.iter().map(|group| {
        let args = [("name", both(&group.name).into()), ("projects", group.projects.into())];
        Line::raw(words.tell("board-group", &args))
    }));
    if let Some(next) = &view.next {
        lines.extend([Line::default(), next_line(next, scene, usize::from(area.width))]);
    }
    if area.height < 12 {
        lines.retain(|line| line.width() > 0); // No room for niceties.
    }
    lines.truncate(usize::from(area.height / 2));
    lines
}
