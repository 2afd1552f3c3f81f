//! The board's picture: one act, with the message to the hall and corrections above it.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::Line,
    widgets::{Block, Widget},
};

use super::{
    Action, BoardScreen, KEYS,
    act::{Act, Band},
    band, ceremony,
    ranking::{self, Look, Room},
    reveal,
    seen::Seen,
    stage, table, welcome,
};
use crate::{
    client::LinkState,
    protocol::views::{BoardView, BulletinLine, RankingView, ReleasedLine},
    tui::{
        Scene, bulletin,
        frame::draw_too_small,
        hall::{LEAST, draw_centered, draw_frame, draw_unlinked, message, pause, sign},
        text::wrap,
    },
};

/// The most changes of a correction that are shown at once.
const MOST_CHANGES: usize = 3;

/// What the band keeps above a long ranking: with 50 rows, thirty projects still fit below it.
const KEPT_BAND: u16 = 15;

pub(super) fn draw(board: &BoardScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let words = scene.words;
    let act = board.view.as_ref().map(|view| (view, Act::of(board, view, scene.now)));
    if matches!(act, Some((_, Act::Blank))) {
        draw_blank(scene, area, buf);
    } else if draw_too_small(area, buf, words, LEAST) {
        return;
    } else {
        draw_act(board, act.as_ref(), scene, area, buf);
    }
    board.leave.draw(scene, area, buf);
}

/// Pages turn only where there are any.
pub(super) fn can_be_done(board: &BoardScreen, action: Action) -> bool {
    let is_ranked = |view: &Seen| view.groups.iter().any(|it| !it.standings.is_empty());
    let has_pages = board.view.as_ref().is_some_and(is_ranked);
    has_pages || !turns_pages(action)
}

fn turns_pages(action: Action) -> bool {
    matches!(action, Action::Previous | Action::Next)
}

/// Nothing at all; but a board that is no longer told what to show says so.
fn draw_blank(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    Block::new().style(scene.theme.base).render(area, buf);
    if !matches!(scene.link, LinkState::Up { .. }) {
        let foot = area.rows().next_back().unwrap_or_default();
        let link = sign(scene.link, scene.now).span(scene.words, scene.theme);
        Line::from(link).right_aligned().render(foot, buf);
    }
}

fn draw_act(
    board: &BoardScreen,
    act: Option<&(&Seen, Act<'_>)>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Scene { words, theme, .. } = *scene;
    let has_pages = act.is_some_and(|(view, act)| act.has_pages(view));
    let can_be_done = |action| has_pages || !turns_pages(action);
    let hints = board.hints.line(scene.now, || KEYS.hints(words, theme, area.width, can_be_done));
    let whose = act.map(|(view, _)| (&view.session, &view.room));
    let inner = draw_frame(scene, whose, &hints, area, buf);
    let Some((view, act)) = act else { return draw_unlinked(scene, inner, buf) };
    let message = act.message(view);
    let rows = match message {
        Some(_) if matches!(act, Act::Message(_)) => inner.height,
        Some(message) => message_rows(&message.text, inner),
        None => 0,
    };
    let [band, below] =
        inner.layout(&Layout::vertical([Constraint::Length(rows), Constraint::Fill(1)]));
    if let Some(message) = message {
        let alone = matches!(act, Act::Message(_));
        message::draw(message, board.blink, alone, scene, band, buf);
    }
    draw_scene(board, view, act, scene, below, buf);
}

fn draw_scene(
    board: &BoardScreen,
    view: &Seen,
    act: &Act<'_>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    match act {
        Act::Mixed(band) => draw_mixed(board, view, band, scene, area, buf),
        Act::Ranking { groups, look } => {
            let rest = draw_correction(board, view, scene, area, buf);
            let model = model(board, view, groups, *look, scene);
            draw_ranking(&model, view, scene, rest, buf);
        }
        Act::Welcome => welcome::draw(view, scene, area, buf),
        Act::Stage { project, line } => stage::draw(view, project, *line, scene, area, buf),
        Act::Reveal(Some(released)) => {
            reveal::draw(view, released, board.pace, scene, area, buf);
        }
        Act::Reveal(None) => {
            let text = scene.words.say("board-nothing-released");
            draw_centered(&[Line::styled(text, scene.theme.title)], area, buf);
        }
        Act::Ceremony(it) => {
            ceremony::draw(it, view.named(it), board.pages.at(scene.now), scene, area, buf);
        }
        Act::Break(it) => pause::draw(it, scene, area, buf),
        Act::Message(_) | Act::Blank => (), // The message has been drawn.
    }
}

/// A message above another scene takes two lines, or three rows where there are enough.
fn message_rows(text: &str, area: Rect) -> u16 {
    let lines = wrap(text, usize::from(area.width.saturating_sub(2))).len();
    let lines = u16::try_from(lines).unwrap_or(u16::MAX).min(3);
    lines.max(if area.height < 30 { 1 } else { area.height / 8 }).min(area.height / 3)
}

fn draw_mixed(
    board: &BoardScreen,
    view: &Seen,
    about: &Band<'_>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let fresh = view.released.as_ref().filter(|_| board.announces(scene.now));
    let said = fresh.filter(|_| matches!(about, Band::OnStage(_)));
    let look = if *about == Band::Awards { Look::Awards } else { Look::Places };
    let model = model(board, view, &view.groups, look, scene);
    let band_rows = band_height(&model, view, about, scene, area);
    let has_rule = *about != Band::Awards && band_rows < area.height;
    let [top, rule, below] = area.layout(&Layout::vertical([
        Constraint::Length(band_rows),
        Constraint::Length(u16::from(has_rule)),
        Constraint::Fill(1),
    ]));
    band::draw(view, about, scene, top, buf);
    let line = scene.theme.border.horizontal_top.repeat(usize::from(rule.width));
    Line::styled(line, scene.theme.line).render(rule, buf);
    let rest = draw_correction(board, view, scene, below, buf);
    let [news, rest] = rest.layout(&Layout::vertical([
        Constraint::Length(u16::from(said.is_some())),
        Constraint::Fill(1),
    ]));
    if let Some(released) = said {
        draw_news(released, view, scene, news, buf);
    }
    draw_ranking(&model, view, scene, rest, buf);
}

fn model<'a>(
    board: &BoardScreen,
    view: &'a Seen,
    groups: &'a [RankingView],
    look: Look,
    scene: &Scene<'_>,
) -> ranking::Model<'a> {
    ranking::Model {
        groups: view.rankings(groups),
        look,
        last: view.released.as_ref().map(|released| &released.standing.project),
        fresh: board.announces(scene.now),
        page: board.pages.at(scene.now),
    }
}

fn draw_ranking(
    model: &ranking::Model<'_>,
    view: &BoardView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    if view.session.scored {
        ranking::draw(model, scene, area, buf);
    }
}

/// How many rows the band takes: all of them where there is no ranking to see, hardly any where
/// there are awards, and else what the rankings leave it, which get up to three fifths of the rows and
/// a few more where that saves them a page.
fn band_height(
    model: &ranking::Model<'_>,
    view: &BoardView,
    about: &Band<'_>,
    scene: &Scene<'_>,
    area: Rect,
) -> u16 {
    let rows = area.height;
    if *about == Band::Awards {
        return u16::from(view.next.is_some());
    }
    if view.groups.iter().all(|group| group.standings.is_empty()) {
        return rows;
    }
    // The rule, and the line about a score while the next project has the stage.
    let least = (rows / 3).min(KEPT_BAND);
    let room = Room {
        columns: area.width,
        rows: rows.saturating_sub(2 + rows * 2 / 5).into(),
        most: rows.saturating_sub(2 + least).into(),
    };
    let wanted = ranking::wanted(model, scene, room) + 2;
    rows.saturating_sub(wanted).max(least).max(4)
}

/// Draws the last correction for a while; gives what is left below it.
fn draw_correction(
    board: &BoardScreen,
    view: &BoardView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let corrected = view.bulletins.last().filter(|_| board.correction_ends(scene.now).is_some());
    let lines = corrected.map(|it| correction(it, scene)).unwrap_or_default();
    let [band, rest] = area.layout(&Layout::vertical([
        Constraint::Length(u16::try_from(lines.len()).unwrap_or(u16::MAX)),
        Constraint::Fill(1),
    ]));
    for (line, row) in lines.iter().zip(band.rows()) {
        Block::new().style(scene.theme.selected).render(row, buf);
        line.render(row, buf);
    }
    rest
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
    let place = table::place_in_words(released, &view.groups, words);
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
