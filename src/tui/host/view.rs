//! Draws the console: run order or rankings on the left, stage and panel on the right, below them
//! the next step. A narrow or low window gets the same in fewer lines.

mod aloud;
mod clock;
mod deck;
mod hall;
mod lists;
mod marks;
mod order;
mod panel;
mod plan;
mod prompt;
mod question;
mod said;
mod stage;
mod todo;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget,
};

use super::{HostScreen, Page, control::KEYS, offered};
use crate::tui::{
    Scene,
    frame::{FrameModel, draw_frame, draw_too_small},
    hall::sign,
    host::seen::Seen,
    standings, storage,
    text::{fit_line, wrap},
};

/// The smallest window, in columns and rows.
const SMALLEST: (u16, u16) = (30, 8);

/// From here on the list stands beside the stage, not under it.
const WIDE: u16 = 70;

/// Draws the console into an area of any size; gives the cursor's place while a reason is typed.
pub(super) fn draw(
    screen: &HostScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    if draw_too_small(area, buf, scene.words, SMALLEST) {
        return None;
    }
    let words = scene.words;
    let (title, place) = match &screen.view {
        Some(view) => {
            let is_over_all = !view.rooms.is_empty();
            let place = if is_over_all { "host-place-of-all-rooms" } else { "host-place" };
            let room = words.pick(view.room.name.both());
            let place = words.tell(place, &[("room", room.into())]);
            (words.pick(view.session.title.both()), place)
        }
        None => ("roadshow", words.say("role-host")),
    };
    let can_be_done = |control| offered::can_be_done(screen, control, scene.now);
    let bottom = KEYS.hints(words, scene.theme, area.width, can_be_done);
    let model = FrameModel { title, place: &place, link: sign(scene.link, scene.now), bottom };
    let inner = draw_frame(&model, words, scene.theme, area, buf);
    let inner = match &screen.view {
        Some(view) => storage::draw(&view.storage, scene, inner, buf),
        None => inner,
    };
    match &screen.view {
        Some(view) => draw_room(screen, view, scene, inner, buf),
        None => draw_waiting(scene, inner, buf),
    }
    let marks = screen.view.as_ref().and_then(|view| Some((view.marks.as_ref()?, view)));
    if let Some((marks, view)) = marks.filter(|_| screen.peek.is_open(scene.now)) {
        marks::draw(marks, view, scene, area, buf);
    }
    question::draw(screen.question.as_ref()?, screen, scene, area, buf)
}

/// Before the first picture: that it is waited for, or why it does not come.
fn draw_waiting(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let text = prompt::trouble(scene).unwrap_or_else(|| scene.words.say("host-waiting-for-hub"));
    for (line, row) in wrap(&text, usize::from(area.width)).into_iter().zip(area.rows()) {
        Line::raw(line).centered().render(row, buf);
    }
}

fn draw_room(screen: &HostScreen, view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut prompt = prompt::lines(screen, view, scene, area);
    let rows = u16::try_from(prompt.len()).unwrap_or(u16::MAX);
    let [body, below] =
        area.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(rows)]));
    let [left, gap, right] = body.layout(&Layout::horizontal([
        Constraint::Fill(9),
        Constraint::Length(3),
        Constraint::Fill(10),
    ]));
    let is_wide = WIDE <= body.width;
    let is_full = is_wide && stage::full_rows(view, scene, right.width) <= right.height;
    let has_plan = is_full && stage::shows_plan(view, scene, right);
    // The row of the message is used until there is one.
    let free = prompt.last_mut().filter(|line| line.width() == 0);
    if let Some(line) = free.filter(|_| !has_plan && screen.page != Page::Progress) {
        *line = plan::groups(view, scene, below.width.into());
    }
    for (line, row) in prompt.into_iter().zip(below.rows()) {
        fit_line(line, below.width.into(), scene.theme.symbols.ellipsis).render(row, buf);
    }

    let list = |area: Rect, buf: &mut Buffer| match screen.page {
        Page::Order => order::draw(view, screen.chosen.as_ref(), scene, area, buf),
        Page::Ranking => standings::draw(&view.groups, None, scene, area, buf),
        Page::Progress => plan::draw_page(view, scene, area, buf),
    };
    if !is_wide {
        let brief = stage::brief_rows(view, scene, body);
        let [top, bottom] =
            body.layout(&Layout::vertical([Constraint::Length(brief), Constraint::Fill(1)]));
        stage::draw_brief(view, scene, top, buf);
        list(bottom, buf);
        return;
    }
    list(left, buf);
    for row in gap.rows() {
        Line::styled(scene.theme.symbols.bar, scene.theme.line).centered().render(row, buf);
    }
    if is_full {
        // What fills the left side is not told twice.
        stage::draw(view, screen.page == Page::Order, scene, right, buf);
    } else {
        stage::draw_brief(view, scene, right, buf);
    }
}
