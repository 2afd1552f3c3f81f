//! The running total, in large digits where there is room; what is missing; and a button that sends.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{mouse::Spot, sheet::Sheet};
use crate::{
    contest::Criterion,
    tui::{
        Scene,
        digits::draw_digits,
        text::{fit, width},
    },
};

/// The least columns in which it says what is missing in part; in less it says how much.
const NAMES: usize = 16;

/// From so many columns beside the total on the step of marks is said.
const STEP: usize = 47;

/// How many rows it takes of so much room.
pub(super) fn rows(room: Rect) -> u16 {
    match (room.width, room.height) {
        (..100, _) | (_, ..34) => 1,
        (_, ..40) => 3,
        _ => 5,
    }
}

/// Draws it, with a button for the mouse where it is offered.
pub(in crate::tui) fn draw(
    sheet: Sheet<'_>,
    is_offered: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
    spots: &mut Vec<(Rect, Spot)>,
) {
    let (words, theme) = (scene.words, scene.theme);
    let text = sheet.total();
    let total = [
        ("total", text.as_str().into()),
        ("full", sheet.rubric.full_marks().normalize().to_string().into()),
    ];
    let digits = if area.height < 3 { 0 } else { 10 + 6 * area.height };
    let label = if digits == 0 { "judge-total" } else { "judge-total-of" };
    let label = Span::styled(format!(" {}", words.tell(label, &total)), theme.accent);

    let button = format!(" {} ", words.say("judge-submit"));
    let button_columns = if is_offered { width(&button) } else { 0 };
    let columns = |it: usize| Constraint::Length(u16::try_from(it).unwrap_or(u16::MAX));
    let [picture, middle, right] = area.layout(&Layout::horizontal([
        Constraint::Length(digits),
        Constraint::Fill(1),
        columns(button_columns),
    ]));
    draw_digits(&format!(" {text} "), theme.accent, theme.symbols.pixels, picture, buf);
    let [middle, right] = [middle, right].map(|it| it.centered_vertically(Constraint::Length(1)));
    let room = usize::from(middle.width).saturating_sub(label.width());
    let mut line = state(sheet, scene, room);
    line.spans.insert(0, label);
    line.render(middle, buf);
    if is_offered {
        Line::styled(button, theme.selected).render(right, buf);
        spots.push((right, Spot::Submit));
    }
}

/// The step of marks, how many are there and which are not, as far as there is room for them.
fn state(sheet: Sheet<'_>, scene: &Scene<'_>, room: usize) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let marks = sheet.marks();
    let part = |text: String| format!(" {} {text}", theme.symbols.dot);
    let step = sheet.rubric.step.filter(|_| STEP <= room);
    let step = step.map(|it| [("step", it.normalize().to_string().into())]);
    let step = step.map(|it| part(words.tell("judge-step", &it))).unwrap_or_default();
    let filled = [("filled", marks.len().into()), ("all", sheet.criteria().count().into())];
    let filled = format!("{step}{}", part(words.tell("judge-filled", &filled)));

    // Nothing is asked for while no mark can be given.
    let is_gap = |it: &&Criterion| sheet.takes_typing() && !marks.contains_key(&it.id);
    let gaps: Vec<_> = sheet.criteria().filter(is_gap).collect();
    if gaps.is_empty() {
        return filled.into();
    }
    let names: Vec<_> = gaps.iter().map(|it| words.pick(it.name.both())).collect();
    let names = names.join(&words.say("list-separator"));
    let gaps = part(words.tell("judge-gaps", &[("names", names.into())]));
    let left = room.saturating_sub(width(&filled));
    if width(&gaps) <= left || NAMES <= left {
        let gaps = fit(&gaps, left, theme.symbols.ellipsis).into_owned();
        return Line::from_iter([Span::raw(filled), Span::styled(gaps, theme.warn)]);
    }
    if width(&gaps) <= room { Line::styled(gaps, theme.warn) } else { filled.into() }
}
