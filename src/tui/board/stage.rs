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
        text::fit,
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
    let theme = scene.theme;
    let status = match line {
        Some(line) => status_of(view, line, scene),
        None => Line::styled(scene.words.say("board-next"), theme.accent),
    };
    let next = line.and(view.next.as_ref());
    let next = next.map(|next| next_line(next, scene, usize::from(area.width)));
    let digits = line.and_then(|line| clock_of(line, scene));
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
    draw_status(&status, scene, status_area, buf);
    if let Some((digits, style)) = digits {
        let margin = Margin::new(if area.width < 60 { 1 } else { 4 }, u16::from(12 <= area.height));
        draw_digits(&digits, style, theme.symbols.pixels, picture.inner(margin), buf);
    }
    draw_centered(next.as_slice(), foot, buf);
}

/// A project's number, and beside it its name and more about it; below each other where it is narrow.
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
    let number_columns = if is_drawn { number.width() + 3 } else { 0 };
    let [number_area, text] =
        area.layout(&Layout::horizontal([Constraint::Length(number_columns), Constraint::Fill(1)]));
    let about = Some(about).filter(|it| !it.is_empty() && 2 <= area.height);
    let rows = area.height.saturating_sub(u16::from(about.is_some()));
    let name = if is_drawn { name.to_owned() } else { format!("{id}  {name}") };
    let name = Large::of(&name, text.width, rows, &theme.symbols);
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
    let about = about.map(|it| {
        let columns = usize::from(about_area.width);
        Line::styled(fit(it, columns, theme.symbols.ellipsis).into_owned(), theme.dim)
    });
    draw_centered(about.as_slice(), about_area, buf);
}
