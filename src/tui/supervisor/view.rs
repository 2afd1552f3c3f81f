//! Draws the supervisor's screen: the rooms on top, the pages below them, and at the bottom what
//! waits and what the hub has answered. In a wide window the run order stays beside the page.

mod act;
mod growth;
mod matters;
mod order;
mod prompt;
mod question;
mod ranking;
mod release;
mod rooms;
mod sheets;
mod sums;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{PAGES, Page, SupervisorScreen, keys::Control, keys::KEYS, matter::Matter};
use crate::{
    contest::Role,
    tui::{
        Scene,
        frame::{FrameModel, draw_frame, draw_too_small},
        hall::sign,
        journal, storage,
        supervisor::seen::Seen,
        text::wrap,
    },
};

/// The smallest window, in columns and rows.
const SMALLEST: (u16, u16) = (30, 8);

/// From here on the run order stands beside the page.
const WIDE: u16 = 110;

/// The fewest rows below the sheets in which what waits is shown as well.
const SPARE: u16 = 8;

/// So many rows of the journal stand below the rankings, where these have enough without them.
const GROWTH: u16 = 8;

/// Draws the screen into an area of any size; gives the cursor's place while a reason is typed.
pub(super) fn draw(
    screen: &SupervisorScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    if draw_too_small(area, buf, scene.words, SMALLEST) {
        return None;
    }
    let (words, theme) = (scene.words, scene.theme);
    let title = screen.view.as_ref().map_or("roadshow", |it| words.pick(it.session.title.both()));
    let place = words.say("supervisor-place");
    let bottom = KEYS.hints(words, theme, area.width, |control| can_be_done(screen, control));
    let model = FrameModel { title, place: &place, link: sign(scene.link, scene.now), bottom };
    let inner = draw_frame(&model, words, theme, area, buf);
    let inner = match &screen.view {
        Some(view) => storage::draw(&view.storage, scene, inner, buf),
        None => inner,
    };
    match &screen.view {
        Some(view) => draw_all(screen, view, scene, inner, buf),
        None => draw_waiting(scene, inner, buf),
    }
    question::draw(screen.question.as_ref()?, screen, scene, area, buf)
}

/// Whether a key would do something now; one that would not is not hinted at.
pub(super) fn can_be_done(screen: &SupervisorScreen, control: Control) -> bool {
    match control {
        Control::Agree => {
            let mut proposals = screen.view.iter().flat_map(|view| &view.proposals);
            proposals.any(|it| it.by != Role::Supervisor)
        }
        Control::Decline => screen.view.as_ref().is_some_and(|view| !view.proposals.is_empty()),
        Control::Propose => screen.view.as_ref().is_some_and(|view| view.session.scored),
        Control::Follow => screen.chosen.is_some(),
        Control::OtherRoom => screen.view.as_ref().is_some_and(|view| 1 < view.rooms.len()),
        _ => true,
    }
}

/// Before the first picture: that it is waited for, or why it does not come.
fn draw_waiting(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let text = prompt::trouble(scene).unwrap_or_else(|| scene.words.say("host-waiting-for-hub"));
    for (line, row) in wrap(&text, usize::from(area.width)).into_iter().zip(area.rows()) {
        Line::raw(line).centered().render(row, buf);
    }
}

fn draw_all(
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let prompt = prompt::lines(screen, view, scene, area.width);
    let length = |rows: usize| Constraint::Length(u16::try_from(rows).unwrap_or(u16::MAX));
    let low = area.height < 14;
    let rooms = if low { 0 } else { view.rooms.len().min(usize::from(area.height / 4)) };
    let [top, tabs_row, body, below] = area.layout(&Layout::vertical([
        length(rooms),
        Constraint::Length(1),
        Constraint::Fill(1),
        length(prompt.len()),
    ]));
    for (room, row) in view.rooms.iter().zip(top.rows()) {
        rooms::line(view, room, scene, usize::from(row.width)).render(row, buf);
    }
    draw_tabs(screen, view, scene, tabs_row, buf);
    for (line, row) in prompt.iter().zip(below.rows()) {
        line.render(row, buf);
    }
    if body.width < WIDE {
        draw_page(screen, view, screen.page, scene, body, buf);
        return;
    }
    let [left, gap, right] = body.layout(&Layout::horizontal([
        Constraint::Fill(2),
        Constraint::Length(3),
        Constraint::Fill(3),
    ]));
    draw_page(screen, view, Page::Order, scene, left, buf);
    for row in gap.rows() {
        Line::styled(scene.theme.symbols.bar, scene.theme.line).centered().render(row, buf);
    }
    draw_beside(screen, view, scene, right, buf);
}

/// The page beside the run order; below the sheets, where there is room, what waits and the rankings.
fn draw_beside(
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let page = if screen.page == Page::Order { Page::Sheets } else { screen.page };
    let rows = screen.line().map_or(0, |line| sheets::rows(view, line, scene, area.width));
    if page != Page::Sheets || area.height < rows + 1 + SPARE {
        return draw_page(screen, view, page, scene, area, buf);
    }
    // That nothing waits is said once, at the bottom.
    let waits = !view.matters.is_empty();
    let (title, waiting) = if waits { (1, SPARE) } else { (0, 0) };
    let left = area.height.saturating_sub(rows + 1 + title + waiting + 1);
    let left = if left < SPARE { 0 } else { left };
    let growth = if left < SPARE + GROWTH { 0 } else { GROWTH };
    let [sheets, _, title, matters, ranking, journal] = area.layout(&Layout::vertical([
        Constraint::Length(rows),
        Constraint::Length(1),
        Constraint::Length(title),
        Constraint::Fill(1),
        Constraint::Length(left.saturating_sub(growth)),
        Constraint::Length(growth),
    ]));
    draw_page(screen, view, page, scene, sheets, buf);
    if waits {
        let text = scene.words.say("supervisor-page-matters");
        Line::styled(text, scene.theme.title).render(title, buf);
        draw_page(screen, view, Page::Matters, scene, matters, buf);
    }
    if 0 < left {
        draw_page(screen, view, Page::Ranking, scene, ranking, buf);
    }
    if 0 < growth {
        draw_page(screen, view, Page::Journal, scene, journal, buf);
    }
}

fn draw_page(
    screen: &SupervisorScreen,
    view: &Seen,
    page: Page,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    match page {
        Page::Order => order::draw(screen, view, scene, area, buf),
        Page::Sheets => {
            let Some(line) = screen.line() else { return };
            // The seats have a pointer of their own only where keys go there.
            let seat = line.seats.get(screen.seat_at(line)).map(|it| &it.seat);
            sheets::draw(view, line, seat, scene, area, buf);
        }
        Page::Ranking => ranking::draw(screen, view, scene, area, buf),
        Page::Matters => {
            let is_active = screen.page == Page::Matters;
            matters::draw(view, screen.matter.as_ref(), is_active, scene, area, buf);
        }
        Page::Journal => growth::draw(view, scene, area, buf),
    }
}

/// The names of the pages, and where there is room for it the journal as it grows.
fn draw_tabs(
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    row: Rect,
    buf: &mut Buffer,
) {
    let tabs = tabs(screen, view, scene);
    let head = Line::styled(journal::head(&view.journal.head, scene.words), scene.theme.dim);
    if 0 < view.journal.head.seq && tabs.width() + head.width() < usize::from(row.width) {
        head.right_aligned().render(row, buf);
    }
    tabs.render(row, buf);
}

/// The names of the pages, the open one marked; beside the last one how much waits for this seat.
fn tabs(screen: &SupervisorScreen, view: &Seen, scene: &Scene<'_>) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let mut line = Line::default();
    for page in PAGES {
        let key = match page {
            Page::Order => "supervisor-page-order",
            Page::Sheets => "supervisor-page-sheets",
            Page::Ranking => "supervisor-page-ranking",
            Page::Matters => "supervisor-page-matters",
            Page::Journal => "supervisor-page-journal",
        };
        let waits = |it: &Matter| !matches!(it, Matter::Bulletin(_) | Matter::Award(..));
        let count = view.matters.iter().filter(|it| waits(it)).count();
        let count = Some(count).filter(|it| page == Page::Matters && 0 < *it);
        let count = count.map_or(String::new(), |count| format!(" {count}"));
        let is_open = page == screen.page;
        let [before, after] = if is_open { ["[", "]"] } else { [" ", " "] };
        let style = if is_open { theme.accent } else { theme.dim };
        line.push_span(Span::styled(format!("{before}{}{count}{after} ", words.say(key)), style));
    }
    line
}
