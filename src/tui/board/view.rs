//! The board's picture: a band about the stage, and the rankings or the awards below it.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::Line,
    widgets::{Block, Widget},
};

use super::{Action, BoardScreen, KEYS, act::Act, band, ranking, table};
use crate::{
    protocol::views::{BoardView, BulletinLine, ReleasedLine},
    tui::{
        Scene, bulletin,
        frame::draw_too_small,
        hall::{LEAST, draw_frame, draw_unlinked},
    },
};

/// The most changes of a correction that are shown at once.
const MOST_CHANGES: usize = 3;

/// The highest band above a ranking: with 50 rows, thirty projects still fit below it.
const MOST_BAND: u16 = 16;

pub(super) fn draw(board: &BoardScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    if draw_too_small(area, buf, words, LEAST) {
        return;
    }
    let can_be_done = |action| can_be_done(board, action);
    let hints = board.hints.line(scene.now, || KEYS.hints(words, theme, area.width, can_be_done));
    let whose = board.view.as_ref().map(|view| (&view.session, &view.room));
    let inner = draw_frame(scene, whose, &hints, area, buf);
    match &board.view {
        Some(view) => draw_view(board, view, scene, inner, buf),
        None => draw_unlinked(scene, inner, buf),
    }
    if board.help {
        KEYS.draw_help(words, theme, area, buf);
    }
}

/// Pages turn only where there are any.
pub(super) fn can_be_done(board: &BoardScreen, action: Action) -> bool {
    let is_ranked = |view: &BoardView| view.groups.iter().any(|it| !it.standings.is_empty());
    let has_pages = board.view.as_ref().is_some_and(is_ranked);
    has_pages || !matches!(action, Action::Previous | Action::Next)
}

fn draw_view(
    board: &BoardScreen,
    view: &BoardView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let act = Act::of(board, view, scene.now);
    let fresh = view.released.as_ref().filter(|_| board.announces(scene.now));
    let said = fresh.filter(|_| matches!(act, Act::OnStage(_)));
    let band_rows = band_height(view, &act, area.height);
    let has_rule = act != Act::Awards && band_rows < area.height;
    let corrected = view.bulletins.last().filter(|_| board.correction_ends(scene.now).is_some());
    let corrected = corrected.map(|it| correction(it, scene)).unwrap_or_default();
    let [top, rule, correction, news, below] = area.layout(&Layout::vertical([
        Constraint::Length(band_rows),
        Constraint::Length(u16::from(has_rule)),
        Constraint::Length(u16::try_from(corrected.len()).unwrap_or(u16::MAX)),
        Constraint::Length(u16::from(said.is_some())),
        Constraint::Fill(1),
    ]));
    band::draw(view, &act, scene, top, buf);
    let line = scene.theme.border.horizontal_top.repeat(usize::from(rule.width));
    Line::styled(line, scene.theme.line).render(rule, buf);
    for (line, row) in corrected.iter().zip(correction.rows()) {
        Block::new().style(scene.theme.selected).render(row, buf);
        line.render(row, buf);
    }
    if let Some(released) = said {
        draw_news(released, view, scene, news, buf);
    }
    let model = ranking::Model {
        groups: &view.groups,
        awards: act == Act::Awards,
        last: view.released.as_ref().map(|released| &released.standing.project),
        fresh: fresh.is_some(),
        page: board.pages.at(scene.now),
    };
    if view.session.scored {
        ranking::draw(&model, scene, below, buf);
    }
}

/// How many rows the band takes: all of them where there is no ranking to see, hardly any where
/// there are awards.
fn band_height(view: &BoardView, act: &Act<'_>, rows: u16) -> u16 {
    if *act == Act::Awards {
        return u16::from(view.next.is_some());
    }
    if view.groups.iter().all(|group| group.standings.is_empty()) {
        return rows;
    }
    (rows * 2 / 5).clamp(4, MOST_BAND)
}

/// A correction: its number, and the changes below it, as many as leave the ranking its room.
fn correction(bulletin: &BulletinLine, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let changes: Vec<_> = bulletin::changes(bulletin).collect();
    let more = changes.len().saturating_sub(MOST_CHANGES);
    let title = bulletin::title(bulletin, scene);
    let more = (0 < more).then(|| scene.words.tell("bulletin-more", &[("more", more.into())]));
    let title = [Some(title), more].into_iter().flatten().collect::<Vec<_>>().join("  ");
    let changes = changes.into_iter().take(MOST_CHANGES).map(|it| bulletin::change(it, scene));
    std::iter::once(title).chain(changes).map(|text| Line::raw(text).centered()).collect()
}

/// `E07 最后得分 88.42 第 3 名`, while another project has the stage.
fn draw_news(
    released: &ReleasedLine,
    view: &BoardView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Scene { words, theme, .. } = *scene;
    let place = table::place_in_words(&released.standing, &view.groups, words);
    let text = format!(
        "{} {} {} {}  {place}",
        theme.symbols.pointer,
        released.project.id,
        words.say("board-final-score"),
        released.standing.score,
    );
    Block::new().style(theme.selected).render(area, buf);
    Line::raw(text).centered().render(area, buf);
}
