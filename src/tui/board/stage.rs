//! The project on stage and nothing else: its number and name large, and the countdown in digits
//! that fill the rest.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Margin, Rect},
    text::Line,
};

use super::band::{about, clock_of, next_line, status_of};
use crate::{
    protocol::views::{BoardView, ProjectLine, StageLine},
    tui::{
        Scene,
        digits::draw_digits,
        hall::{draw_centered, draw_status, status_rows},
        large::Large,
        text::{fit, width},
    },
};

/// The most rows of number and name: the digits are what is read from afar.
const MOST_HEAD: u16 = 16;

/// Draws the project on stage, or the next one without a clock.
pub(super) fn draw(
    view: &BoardView,
    project: &ProjectLine,
    line: Option<&StageLine>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Some(line) = line else { return draw_next(project, scene, area, buf) };
    let next = view.next.as_ref().map(|next| next_line(next, scene, usize::from(area.width)));
    let digits = clock_of(line, scene);
    let rows = match digits {
        Some(_) => area.height / 3,
        None => area.height / 2,
    };
    let [head, status_area, picture, foot] = area.layout(
        &Layout::vertical([
            Constraint::Length(rows.clamp(2, MOST_HEAD)),
            Constraint::Length(status_rows(area.height)),
            Constraint::Fill(u16::from(digits.is_some())),
            Constraint::Length(u16::from(next.is_some() && 8 <= area.height)),
        ])
        .flex(Flex::Center),
    );
    let name = (project.id.as_str(), scene.words.pick(project.name.both()));
    draw_name(name, &about(project, scene), scene, head, buf);
    draw_status(&status_of(view, line, scene), scene, status_area, buf);
    if let Some((digits, style)) = digits {
        let margin = Margin::new(if area.width < 60 { 1 } else { 4 }, u16::from(12 <= area.height));
        draw_digits(&digits, style, scene.theme.symbols.pixels, picture.inner(margin), buf);
    }
    draw_centered(next.as_slice(), foot, buf);
}

/// The next project while nobody is on stage, with a word above it that says so.
fn draw_next(project: &ProjectLine, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let most = if area.height < 12 { 1 } else { 3 };
    let next = scene.words.say("board-next");
    let next = Large::of(&next, area.width, most, &scene.theme.symbols).on_plaque(most);
    let [next_area, head] = area.layout(
        &Layout::vertical([
            Constraint::Length(next.height()),
            Constraint::Length((area.height / 2).clamp(2, MOST_HEAD)),
        ])
        .flex(Flex::Center),
    );
    next.draw(scene.theme.accent, next_area, buf);
    let name = (project.id.as_str(), scene.words.pick(project.name.both()));
    draw_name(name, &about(project, scene), scene, head, buf);
}

/// A project's number, and beside it its name and more about it, together in the middle; in one line
/// where it is narrow.
pub(super) fn draw_name(
    (id, name): (&str, &str),
    about: &str,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = scene.theme;
    let most = area.height.min(area.width / 12);
    let number = Large::of(id, area.width / 3, most, &theme.symbols);
    let is_drawn = 1 < number.height();
    let number_columns = if is_drawn { number.width() + area.width / 20 } else { 0 };
    let columns = area.width.saturating_sub(number_columns);
    let about = Some(about).filter(|it| !it.is_empty() && 2 <= area.height);
    let about = about.map(|it| fit(it, columns.into(), theme.symbols.ellipsis));
    let rows = area.height.saturating_sub(u16::from(about.is_some()));
    let name = if is_drawn { name.to_owned() } else { format!("{id}  {name}") };
    let name = Large::of(&name, columns, rows, &theme.symbols);
    let about_columns = about.as_ref().map_or(0, |it| width(it));
    let text_columns = name.width().max(u16::try_from(about_columns).unwrap_or(u16::MAX));
    let [number_area, _, text] = area.layout(
        &Layout::horizontal([
            Constraint::Length(number.width().min(number_columns)),
            Constraint::Length(number_columns.saturating_sub(number.width())),
            Constraint::Length(text_columns.min(columns)),
        ])
        .flex(Flex::Center),
    );
    let air = u16::from(about.is_some() && name.height() + 3 <= area.height);
    let [name_area, _, about_area] = text
        .centered_vertically(Constraint::Length(name.height() + air + u16::from(about.is_some())))
        .layout(&Layout::vertical([
            Constraint::Length(name.height()),
            Constraint::Length(air),
            Constraint::Fill(1),
        ]));
    number.draw(theme.accent, number_area, buf);
    name.draw(theme.title, name_area, buf);
    let about = about.map(|it| Line::styled(it, theme.dim));
    draw_centered(about.as_slice(), about_area, buf);
}
