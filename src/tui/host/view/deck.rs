//! Who is up next (候场), large, while nobody is on stage: whom the host is about to call.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::Line,
    widgets::Widget,
};

use crate::tui::{
    Scene,
    host::seen::Seen,
    large::Large,
    text::{fit, wrap},
};

/// The most rows of its number in large letters.
const MOST: u16 = 5;

/// Whether there is anybody to show: the stage is free, and somebody is to come.
pub(super) fn is_shown(view: &Seen) -> bool {
    let is_taken = view.stage.as_ref().is_some_and(|it| it.stage.is_on_stage());
    !is_taken && view.hall.pause.is_none() && view.on_deck().is_some()
}

/// Draws the word, the number, the name in two rows at most, and who stands behind it.
pub(super) fn draw(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Some(deck) = view.on_deck().filter(|_| is_shown(view)) else { return };
    let (theme, columns) = (scene.theme, usize::from(area.width));
    let pick = |text: &crate::contest::Text| scene.words.pick(text.both()).to_owned();
    let (id, name) = (deck.project.id.as_str(), pick(&deck.project.name));
    let lines = wrap(&name, columns);
    let entrant = deck.project.entrant.as_ref().map(pick);
    let about = |text: String| fit(&text, columns, theme.symbols.ellipsis).into_owned();
    let rows = u16::try_from(lines.len().min(2)).unwrap_or(u16::MAX);
    let room = area.height.saturating_sub(1 + rows).min(MOST);
    let number = Large::of(id, area.width, room, &theme.symbols);
    // Without room for large letters the number stands before the name.
    let is_drawn = 1 < number.height() && 0 < room;
    let lines = if is_drawn { lines } else { wrap(&format!("{id}  {name}"), columns) };
    let [word, number_area, name_area] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(if is_drawn { number.height() } else { 0 }),
        Constraint::Fill(1),
    ]));
    Line::styled(scene.words.say("host-stage-on-deck"), theme.accent).render(word, buf);
    if is_drawn {
        number.draw_left(theme.base, number_area, buf);
    }
    let entrant = entrant.map(|it| Line::styled(about(it), theme.dim));
    let lines = lines.into_iter().take(2).map(|it| Line::styled(it, theme.title)).chain(entrant);
    for (line, row) in lines.zip(name_area.rows()) {
        line.render(row, buf);
    }
}
