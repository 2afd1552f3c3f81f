//! The timer's picture: digits as large as the screen, with the words that belong to them.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Margin, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Block, Widget},
};

use super::{KEYS, TimerScreen};
use crate::{
    contest::Ms,
    protocol::views::{ClockLine, StageLine, TimerView},
    tui::{
        Scene,
        countdown::{Mood, public_clock, reading},
        digits::draw_digits,
        frame::draw_too_small,
        hall::{
            LEAST, badge, draw_centered, draw_frame, draw_status, draw_unlinked,
            message::{self, Blink},
            pause, status_rows,
        },
        large::Large,
        text::fit,
    },
};

pub(super) fn draw(timer: &TimerScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    if draw_too_small(area, buf, words, LEAST) {
        return;
    }
    let hints = timer.hints.line(scene.now, || KEYS.hints(words, theme, area.width, |_| true));
    let whose = timer.view.as_ref().map(|view| (&view.session, &view.room));
    let inner = draw_frame(scene, whose, &hints, area, buf);
    match &timer.view {
        None => draw_unlinked(scene, inner, buf),
        Some(view) => draw_view(view, timer.blink, scene, inner, buf),
    }
    timer.leave.draw(scene, area, buf);
}

/// The clock, the break or a word, and below it the line from the host.
fn draw_view(view: &TimerView, blink: Blink, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let on_stage = |stage| Some((stage, public_clock(stage, scene.now)?));
    let clock = view.stage.as_ref().and_then(on_stage);
    let counts = clock.is_some() || view.pause.is_some();
    let rows = match &view.message {
        Some(_) if counts => (area.height / 4).max(2),
        Some(_) => area.height * 2 / 3,
        None => 0,
    };
    let [above, band] =
        area.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(rows)]));
    match (clock, &view.pause) {
        (Some((stage, clock)), _) => draw_clock(stage, clock, scene, above, buf),
        (None, Some(held)) => pause::draw(held, scene, above, buf),
        (None, None) => draw_wait(view, scene, above, buf),
    }
    if let Some(said) = &view.message {
        message::draw(said, blink, false, scene, band, buf);
    }
}

fn draw_clock(
    stage: &StageLine,
    clock: &ClockLine,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Scene { words, theme, now, .. } = *scene;
    let mood = Mood::of(clock, now);
    let mut style = mood.ink(theme);
    if mood.is_over() {
        // The whole screen turns over, which nobody on stage can miss.
        Block::new().style(theme.alarm).render(area, buf);
        style = Style::new();
    }
    let roomy = area.height >= 10;
    let [project, phase, digits, bar] = area.layout(&Layout::vertical([
        Constraint::Length(if roomy { 3 } else { 1 }),
        Constraint::Length(status_rows(area.height)),
        Constraint::Fill(1),
        Constraint::Length(if roomy { 2 } else { 0 }),
    ]));
    let name = words.pick(stage.project.name.both());
    let name = format!("{}  {name}", stage.project.id);
    let name = fit(&name, usize::from(project.width), theme.symbols.ellipsis);
    draw_centered(&[Line::from(name).style(bold(theme.title, mood))], project, buf);

    let mut line = Line::from(words.say(&format!("stage-{}", stage.stage)));
    if let Some(word) = mood.word(words) {
        line.push_span(Span::raw("  "));
        line.push_span(badge(&word, mood.style(theme)));
    }
    draw_status(&line, scene, phase, buf);

    draw_digits(&reading(clock, now), style, theme.symbols.pixels, padded(digits), buf);
    draw_bar(clock, scene, style, bar, buf);
}

/// Without a colour of its own where the whole screen has one.
fn bold(style: Style, mood: Mood) -> Style {
    if mood.is_over() { Style::new() } else { style }
}

/// A little air around the digits, where there is room for it.
fn padded(area: Rect) -> Rect {
    if area.width < 60 || area.height < 9 {
        return area;
    }
    area.inner(Margin::new(4, 1))
}

/// What is left of the whole, as a bar that grows shorter.
fn draw_bar(clock: &ClockLine, scene: &Scene<'_>, style: Style, area: Rect, buf: &mut Buffer) {
    let Some(row) = area.rows().next() else { return };
    let row = row.centered_horizontally(Constraint::Percentage(90));
    let Ms(whole) = clock.length + clock.added;
    let left = clock.left(scene.now).0.clamp(0, whole.max(0));
    let columns = i64::from(row.width);
    let full = usize::try_from(columns * left / whole.max(1)).unwrap_or(0);
    let [done, open] = scene.theme.symbols.progress;
    let rest = usize::from(row.width).saturating_sub(full);
    Line::from(vec![Span::raw(done.repeat(full)), Span::raw(open.repeat(rest))])
        .style(style)
        .render(row, buf);
}

fn draw_wait(view: &TimerView, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    let air = u16::from(9 <= area.height);
    let rows = area.height.saturating_sub(1 + 2 * air) / 2;
    let large = |text: &str| Large::of(text, area.width, rows, &theme.symbols);
    let title = large(words.pick(view.session.title.both()));
    let wait = large(&words.say("timer-wait")).on_plaque(rows);
    let [title_area, _, room, _, wait_area] = area
        .layout(&Layout::vertical([title.height(), air, 1, air, wait.height()]).flex(Flex::Center));
    title.draw(theme.title, title_area, buf);
    draw_centered(&[Line::raw(words.pick(view.room.name.both()))], room, buf);
    wait.draw(theme.accent, wait_area, buf);
}
