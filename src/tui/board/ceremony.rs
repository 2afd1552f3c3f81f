//! The award ceremony (颁奖揭晓): what was revealed last, large, and below it everything before, so
//! that a step back looks as it did on the way there.
//!
//! What always holds, and the test that guards it: it shows what its picture says and remembers no
//! step, `a_ceremony_looks_the_same_forwards_and_backwards`.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{laurel, lines::Ranking, ranking, stage};
use crate::{
    contest::{CeremonyStep, ProjectId, Text},
    protocol::views::{CeremonyLine, RankingLine, RankingView},
    tui::{
        Scene,
        digits::draw_digits,
        hall::{badge, draw_centered},
        large::Large,
        text::fit,
    },
};

/// So many places from the top get more room.
const TOP: u32 = 3;

/// The fewest rows of a name that is more than a line.
const LEAST_NAME: usize = 3;

/// Draws a ceremony as far as it has been revealed.
pub(super) fn draw(
    ceremony: &CeremonyLine,
    named: Option<Ranking<'_>>,
    page: i64,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let named = named.filter(|it| !it.group.standings.is_empty());
    let rows = rows_of_now(ceremony, named.is_some(), area.height);
    let [head, now, rule, list] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(rows),
        Constraint::Length(u16::from(named.is_some())),
        Constraint::Fill(1),
    ]));
    draw_head(ceremony, scene, head, buf);
    draw_now(ceremony, scene, now, buf);
    let Some(named) = named else { return };
    let line = scene.theme.border.horizontal_top.repeat(usize::from(rule.width));
    Line::styled(line, scene.theme.line).render(rule, buf);
    let model = ranking::Model {
        groups: vec![named],
        look: ranking::Look::Bare,
        last: None,
        fresh: false,
        page,
    };
    ranking::draw(&model, scene, list, buf);
}

/// Everybody named before the step that was revealed last.
pub(super) fn before(ceremony: &CeremonyLine) -> RankingView {
    let now: &[ProjectId] = match &ceremony.now {
        Some(CeremonyStep::Place { projects, .. }) => projects,
        _ => &[],
    };
    let standings = ceremony.revealed.iter().filter(|it| !now.contains(&it.project));
    RankingView {
        id: ceremony.group.clone(),
        name: ceremony.name.clone(),
        projects: ceremony.revealed.len(),
        is_final: true,
        frozen: false,
        standings: standings.cloned().collect(),
    }
}

/// How many rows the last step takes: all of them where there is nothing else, more of them for the
/// first places than for the rest.
fn rows_of_now(ceremony: &CeremonyLine, others: bool, height: u16) -> u16 {
    let rows = height.saturating_sub(1);
    let part = match &ceremony.now {
        _ if !others => return rows,
        Some(CeremonyStep::Others { .. }) => return rows.min(3),
        Some(CeremonyStep::Place { place, .. }) if *place <= TOP => rows * 2 / 3,
        _ => rows / 2,
    };
    part.max(3).min(rows)
}

fn draw_head(ceremony: &CeremonyLine, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    let head = Line::from_iter([
        Span::styled(words.pick(ceremony.name.both()), theme.title),
        Span::styled(format!(" {}", words.say("board-ceremony")), theme.leader),
        Span::raw("  "),
        badge(&words.say("board-final"), theme.good),
    ]);
    head.render(area, buf);
}

fn draw_now(ceremony: &CeremonyLine, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    match &ceremony.now {
        None => draw_opening(ceremony, scene, laurel::draw(scene, area, buf), buf),
        Some(CeremonyStep::Others { projects }) => {
            let text = words.tell("board-others", &[("projects", projects.len().into())]);
            Large::of(&text, area.width, area.height, &theme.symbols).draw(theme.title, area, buf);
        }
        Some(CeremonyStep::Award { award, places }) => {
            draw_award(award, *places, scene, laurel::draw(scene, area, buf), buf);
        }
        Some(CeremonyStep::Place { place, projects, award }) => {
            let named = |it: &&RankingLine| projects.contains(&it.project);
            let named: Vec<_> = ceremony.revealed.iter().filter(named).collect();
            let area = if *place <= TOP { laurel::draw(scene, area, buf) } else { area };
            draw_place(*place, &named, award, scene, area, buf);
        }
    }
}

/// Before anybody is named: whose ceremony it is.
fn draw_opening(ceremony: &CeremonyLine, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let group = scene.words.pick(ceremony.name.both());
    draw_titles((&scene.words.say("board-ceremony"), group), scene, area, buf);
}

/// An award before anybody is named: its name, and how many take it.
fn draw_award(award: &Text, places: usize, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let words = scene.words;
    let places = words.tell("board-award-places", &[("places", places.into())]);
    draw_titles((words.pick(award.both()), &places), scene, area, buf);
}

/// A title on a plaque, or in big letters, and what belongs to it below, both as large as they go.
fn draw_titles((title, below): (&str, &str), scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let theme = scene.theme;
    let air = if area.height < 6 { 0 } else { (area.height / 8).max(1) };
    let rows = area.height.saturating_sub(1 + 3 * air);
    let title = Large::of(title, area.width, rows, &theme.symbols).on_plaque(rows);
    let left = area.height.saturating_sub(title.height() + 2 * air);
    let below = Large::of(below, area.width, left.min(title.height()).max(1), &theme.symbols);
    let [title_area, _, below_area] = area.layout(
        &Layout::vertical([
            Constraint::Length(title.height()),
            Constraint::Length(air),
            Constraint::Length(below.height()),
        ])
        .flex(Flex::Center),
    );
    title.draw(theme.leader, title_area, buf);
    below.draw(theme.title, below_area, buf);
}

/// A place: the award it takes, who takes it, and the score, in big digits where there is room.
fn draw_place(
    place: u32,
    named: &[&RankingLine],
    award: &Text,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let Scene { words, theme, .. } = *scene;
    let key = if named.len() > 1 { "board-place-shared" } else { "board-place" };
    let title =
        format!("{}  {}", words.pick(award.both()), words.tell(key, &[("place", place.into())]));
    let most = if area.height < 16 { 1 } else { 3 };
    let title = Large::of(&title, area.width, most, &theme.symbols).on_plaque(most);
    let score = named.first().map(|it| it.score.to_string()).unwrap_or_default();
    let digits = if 10 <= area.height { area.height * 2 / 5 } else { 1 };
    let air = u16::from(6 <= area.height);
    let [_, head, name_area, score_area, _] = area.layout(&Layout::vertical([
        Constraint::Length(air),
        Constraint::Length(title.height()),
        Constraint::Fill(1),
        Constraint::Length(digits),
        Constraint::Length(u16::from(1 < digits)),
    ]));
    title.draw(theme.leader, head, buf);
    draw_names(named, scene, name_area, buf);
    draw_digits(&score, theme.leader, theme.symbols.pixels, score_area, buf);
}

/// Names as large as they go, or as lines where there are too many.
fn draw_names(named: &[&RankingLine], scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Scene { words, theme, .. } = *scene;
    if named.len() * LEAST_NAME <= usize::from(area.height) || named.len() == 1 {
        let places = Layout::vertical(named.iter().map(|_| Constraint::Fill(1))).split(area);
        for (it, place) in named.iter().zip(places.iter()) {
            let name = (it.project.as_str(), words.pick(it.name.both()));
            stage::draw_name(name, "", scene, *place, buf);
        }
        return;
    }
    let text = |it: &RankingLine| format!("{}  {}", it.project, words.pick(it.name.both()));
    let columns = usize::from(area.width);
    let lines: Vec<_> = named
        .iter()
        .map(|it| fit(&text(it), columns, theme.symbols.ellipsis).into_owned())
        .map(|text| Line::styled(text, theme.title))
        .collect();
    draw_centered(&lines, area, buf);
}
