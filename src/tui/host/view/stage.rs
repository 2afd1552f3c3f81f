//! Who is on stage and how long yet, with the panel below: in full, and in a few lines.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{clock, deck, panel, plan};
use crate::{
    contest::Ms,
    protocol::views::StageLine,
    tui::{
        Scene,
        countdown::{Mood, reading},
        digits::draw_digits,
        host::{
            control::{self, Control},
            seen::Seen,
            step::Order,
            times,
        },
        standings,
        text::{fit, fit_line, width, wrap},
        wall::hour_and_minute,
    },
};

/// The fewest and the most rows that the digits get beside a panel.
const DIGITS: (u16, u16) = (3, 13);

/// The rows of digits that the plan leaves them.
const READABLE: u16 = 5;

/// How many rows the full picture needs: two for the name, one for the phase, the digits, the panel.
pub(super) fn full_rows(view: &Seen, scene: &Scene<'_>, columns: u16) -> u16 {
    3 + DIGITS.0 + panel::rows(view, scene, columns)
}

/// How many rows the brief picture takes above a list, which keeps at least three.
pub(super) fn brief_rows(view: &Seen, scene: &Scene<'_>, area: Rect) -> u16 {
    let panel = u16::try_from(panel::brief_len(view, scene)).unwrap_or(u16::MAX);
    let digits = if area.height < 16 { 0 } else { 5 };
    (2 + digits + panel).min(area.height.saturating_sub(3))
}

/// Whether there is room for the plan under the panel, beside digits that can be read.
pub(super) fn shows_plan(view: &Seen, scene: &Scene<'_>, area: Rect) -> bool {
    0 < plan_rows(view, scene, area)
}

/// The rows of the plan with a free one above it; none where it has no room.
fn plan_rows(view: &Seen, scene: &Scene<'_>, area: Rect) -> u16 {
    let taken = 3 + READABLE + panel::rows(view, scene, area.width);
    let wanted = 1 + plan::rows(view);
    if taken + wanted <= area.height { wanted } else { 0 }
}

/// Draws project, clock and panel; in a high window plan and rankings under them, where they are
/// wanted.
pub(super) fn draw(view: &Seen, with_more: bool, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let more = if with_more { plan_rows(view, scene, area) } else { 0 };
    let [head, clock, panel, rest] = area.layout(&Layout::vertical([
        Constraint::Length(3),
        Constraint::Max(DIGITS.1),
        Constraint::Length(panel::rows(view, scene, area.width)),
        Constraint::Min(more),
    ]));
    draw_head(view, scene, head, buf);
    draw_clock(view, scene, clock, buf);
    panel::draw(view, scene, panel, buf);
    if !with_more {
        return;
    }
    let rows = if more == 0 { 0 } else { plan::rows(view) };
    let [_, plans, gap, rankings] = rest.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(rows),
        Constraint::Length(u16::from(0 < rows)),
        Constraint::Fill(1),
    ]));
    plan::draw(view, scene, plans, buf);
    if view.session.scored && 6 <= rankings.height + gap.height {
        standings::draw(&view.groups, None, scene, rankings, buf);
    }
}

/// Draws the same in words, a line each; digits where there is room for them.
pub(super) fn draw_brief(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let panel = panel::brief(view, scene);
    let rows = u16::try_from(panel.len()).unwrap_or(u16::MAX);
    let room = area.height.saturating_sub(2).saturating_sub(rows);
    let digits = if room < DIGITS.0 { 0 } else { room };
    let [name, phase, clock, seats] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(digits),
        Constraint::Fill(1),
    ]));
    name_line(view, scene, name.width).render(name, buf);
    phase_line(view, scene, digits == 0).render(phase, buf);
    draw_clock(view, scene, clock, buf);
    for (line, row) in panel.into_iter().zip(seats.rows()) {
        fit_line(line, row.width.into(), scene.theme.symbols.ellipsis).render(row, buf);
    }
}

/// Number and name, who stands behind it, the phase; a long name has both rows.
fn draw_head(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let [first, second, phase] = area.layout(&Layout::vertical([Constraint::Length(1); 3]));
    let (columns, theme) = (usize::from(area.width), scene.theme);
    let entrant = view.stage.as_ref().filter(|_| view.hall.pause.is_none());
    let entrant = entrant.and_then(|line| line.project.entrant.as_ref());
    // A whole name is worth more than who stands behind it.
    if let Some(entrant) = entrant.filter(|_| width(&named(view, scene)) <= columns) {
        name_line(view, scene, area.width).render(first, buf);
        let entrant = fit(scene.words.pick(entrant.both()), columns, theme.symbols.ellipsis);
        Line::styled(entrant, theme.dim).render(second, buf);
    } else {
        for (line, row) in wrap(&named(view, scene), columns).into_iter().zip([first, second]) {
            Line::styled(line, theme.title).render(row, buf);
        }
    }
    phase_line(view, scene, false).render(phase, buf);
}

fn name_line(view: &Seen, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let name = named(view, scene);
    let name = fit(&name, usize::from(columns), scene.theme.symbols.ellipsis);
    Line::styled(name.into_owned(), scene.theme.title)
}

fn named(view: &Seen, scene: &Scene<'_>) -> String {
    if let Some(pause) = &view.hall.pause {
        return scene.words.pick(pause.name.both()).to_owned();
    }
    match &view.stage {
        Some(StageLine { project, .. }) => {
            format!("{}  {}", project.id, scene.words.pick(project.name.both()))
        }
        None => scene.words.say("host-nobody-yet"),
    }
}

/// The word of the stage and of the clock; with the countdown where no digits are drawn.
fn phase_line(view: &Seen, scene: &Scene<'_>, with_time: bool) -> Line<'static> {
    if view.hall.pause.is_some() {
        return pause_line(view, scene, with_time);
    }
    let Some(stage) = &view.stage else { return Line::default() };
    let word = scene.words.say(&format!("stage-{}", stage.stage));
    let mut line = Line::from(Span::styled(word, scene.theme.accent));
    if let Some(clock) = &stage.clock {
        let mood = Mood::of(clock, scene.now);
        if with_time {
            line.push_span(Span::raw("  "));
            line.push_span(Span::styled(clock.left(scene.now).to_string(), mood.ink(scene.theme)));
        }
        line.push_span(Span::raw("  "));
        // A clock that has not been started says less than how long it has not.
        line.push_span(times::waited(view, scene.now).map_or_else(
            || Span::styled(clock::words(clock, mood, scene), mood.style(scene.theme)),
            |waited| wait(waited, scene),
        ));
    }
    line
}

/// How long a project has been waited for, and from when on it may be marked absent, by which key.
fn wait(waited: Ms, scene: &Scene<'_>) -> Span<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let key = control::letter(Control::Make(Order::Absent)).map(String::from).unwrap_or_default();
    let args = [("time", waited.to_string().into()), ("key", key.into())];
    if waited < times::FORFEIT_AFTER {
        return Span::styled(words.tell("host-waited", &args), theme.dim);
    }
    Span::styled(words.tell("host-waited-too-long", &args), theme.alarm)
}

/// How long a break takes yet, and until when.
fn pause_line(view: &Seen, scene: &Scene<'_>, with_time: bool) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let Some(pause) = &view.hall.pause else { return Line::default() };
    let left = times::pause_left(pause, scene.now);
    let mut line = Line::from(Span::styled(words.say("host-on-break"), theme.accent));
    if with_time {
        line.spans.extend([Span::raw("  "), Span::styled(left.to_string(), theme.running)]);
    }
    let until = [("time", hour_and_minute(scene.now + left).into())];
    let (text, style) = if left <= Ms::ZERO {
        (words.say("host-break-over"), theme.alarm)
    } else {
        (words.tell("host-break-until", &until), theme.dim)
    };
    line.spans.extend([Span::raw("  "), Span::styled(text, style)]);
    line
}

fn draw_clock(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(pause) = &view.hall.pause {
        let left = times::pause_left(pause, scene.now);
        let ink = if left <= Ms::ZERO { scene.theme.warn } else { scene.theme.running };
        draw_digits(&left.to_string(), ink, scene.theme.symbols.pixels, area, buf);
        return;
    }
    let Some(clock) = view.stage.as_ref().and_then(|stage| stage.clock.as_ref()) else {
        return deck::draw(view, scene, area, buf);
    };
    let (text, ink) = (reading(clock, scene.now), Mood::of(clock, scene.now).ink(scene.theme));
    draw_digits(&text, ink, scene.theme.symbols.pixels, area, buf);
}
