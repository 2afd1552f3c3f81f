//! The top of a judge's screen: which project's sheet is open, and the clock of the stage; the larger
//! the screen, the larger both.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::passage::passage;
use crate::{
    contest::ProjectId,
    protocol::views::{JudgeView, ProjectLine, StageLine},
    tui::{
        Scene,
        countdown::{Mood, reading},
        digits::draw_digits,
        large::Large,
        text::{fit, width},
    },
};

/// The least rows in which the number stands in large letters.
const LARGE: u16 = 4;

/// The columns of phase and warning, of which “last 30 seconds” is the longest.
const LABELS: u16 = 16;

/// The least columns for a project's number and name beside the clock.
const LEAST_PROJECT: usize = 16;

/// How many rows the head takes of so much room; big digits only beside a whole name.
pub(super) fn rows(room: Rect) -> u16 {
    match (room.width, room.height) {
        (..64, _) | (_, ..16) => 1,
        (..100, _) | (_, ..26) => 3,
        // With a free row below.
        (..150, _) | (_, ..40) => LARGE + 1,
        _ => 8,
    }
}

/// Draws the project on the left and the clock on the right.
pub(super) fn draw(
    view: &JudgeView,
    shown: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let area = Rect { height: area.height - u16::from(LARGE < area.height), ..area };
    let mut left = area;
    if let Some(stage) = &view.stage {
        left = if area.height < 3 {
            draw_clock_line(stage, shown, scene, area, buf)
        } else {
            draw_clock(stage, shown, scene, area, buf)
        };
    }
    let shown = view.sheets.iter().find(|it| Some(&it.project.id) == shown);
    if let Some(line) = shown {
        draw_project(&line.project, view, scene, left, buf);
    }
}

fn draw_project(
    project: &ProjectLine,
    view: &JudgeView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = scene.theme;
    let number = Span::styled(format!(" {} ", project.id), theme.selected);
    let name = scene.words.pick(project.name.both());
    let cut = |text: &str, columns: usize| fit(text, columns, theme.symbols.ellipsis).into_owned();
    let (columns, beside) =
        (usize::from(area.width), usize::from(area.width).saturating_sub(number.width() + 2));
    if area.height < 3 {
        let name = Span::styled(cut(name, beside), theme.title);
        return Line::from_iter([number, Span::raw(" "), name]).render(area, buf);
    }
    let about = about(project, view, scene);
    if LARGE <= area.height && draw_large(project.id.as_str(), name, &about, scene, area, buf) {
        return;
    }
    let mut lines = vec![Line::from(number)];
    let name = passage(name, columns.saturating_sub(2), 2, scene);
    lines.extend(name.iter().map(|it| Line::styled(format!(" {it}"), theme.title)));
    // A name in two rows leaves what is said about it a place beside the number.
    match lines.as_mut_slice() {
        [number, _, _] => {
            number.push_span(Span::styled(format!("  {}", cut(&about, beside)), theme.dim));
        }
        _ => lines.push(Line::styled(cut(&format!(" {about}"), columns), theme.dim)),
    }
    for (line, row) in lines.iter().zip(area.rows()) {
        line.render(row, buf);
    }
}

/// Group, field, entrant, and where it comes from.
fn about(project: &ProjectLine, view: &JudgeView, scene: &Scene<'_>) -> String {
    let group = view.rubrics.iter().find(|it| it.group == project.group).map(|it| &it.name);
    let about = [group, project.field.as_ref(), project.entrant.as_ref(), project.region.as_ref()];
    let about = about.into_iter().flatten().map(|it| scene.words.pick(it.both()));
    about.collect::<Vec<_>>().join(&format!(" {} ", scene.theme.symbols.dot))
}

/// The number in large letters with the name beside it as large as it goes; whether there is room.
fn draw_large(
    id: &str,
    name: &str,
    about: &str,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> bool {
    let theme = scene.theme;
    let number = Large::of(id, area.width / 3, area.height, &theme.symbols);
    if number.height() <= 1 {
        return false;
    }
    let [_, left, _, right] = area.layout(&Layout::horizontal([
        Constraint::Length(1),
        Constraint::Length(number.width()),
        Constraint::Length(2),
        Constraint::Fill(1),
    ]));
    let head = |it: Rect| Rect { height: number.height(), ..it };
    number.draw(theme.accent, head(left), buf);
    // Set apart, Chinese takes half as much room again; a second row is not worth that.
    let is_short = name.chars().count() < width(name) && width(name) <= usize::from(right.width);
    let most = if is_short { 1 } else { number.height().saturating_sub(1) };
    let name = Large::of(name, right.width, most, &theme.symbols);
    let block = head(right).centered_vertically(Constraint::Length(name.height() + 1));
    let [name_area, about_area] =
        block.layout(&Layout::vertical([Constraint::Length(name.height()), Constraint::Length(1)]));
    name.draw_left(theme.title, name_area, buf);
    let about = fit(about, usize::from(right.width), theme.symbols.ellipsis);
    Line::styled(about, theme.dim).render(about_area, buf);
    true
}

/// Draws the clock into the right end of a single line, and gives what is left of it.
fn draw_clock_line(
    stage: &StageLine,
    shown: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let label = label(stage, shown, scene);
    let (text, style) = match &stage.clock {
        None => (label, scene.theme.title),
        Some(clock) => {
            let mood = Mood::of(clock, scene.now);
            let word = mood.word(scene.words).map(|it| format!("{it} ")).unwrap_or_default();
            let brief = format!("{word}{}", clock.left(scene.now));
            let text = format!("{label} {brief}");
            // Where the project has no room beside both, the phase gives way.
            let has_room = width(&text) + LEAST_PROJECT <= usize::from(area.width);
            (if has_room || word.is_empty() { text } else { brief }, mood.ink(scene.theme))
        }
    };
    let columns = u16::try_from(width(&text)).unwrap_or(u16::MAX);
    let sides = Layout::horizontal([Constraint::Fill(1), Constraint::Length(columns)]);
    let [left, right] = area.layout(&sides);
    Line::styled(text, style).render(right, buf);
    left
}

/// Draws phase word and big digits, and gives what is left beside them.
fn draw_clock(
    stage: &StageLine,
    shown: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    // "+59:59" in the smallest digits; in larger ones as the height asks for.
    let digits = match (area.height, area.width) {
        (..LARGE, _) => 22,
        (LARGE, _) => 30,
        _ => 52,
    };
    let sides = Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(LABELS),
        Constraint::Length(digits),
    ]);
    let [left, labels, right] = area.layout(&sides);
    let label = Line::styled(label(stage, shown, scene), scene.theme.title);
    let mut lines = vec![label];
    if let Some(clock) = &stage.clock {
        let mood = Mood::of(clock, scene.now);
        let text = reading(clock, scene.now);
        draw_digits(&text, mood.ink(scene.theme), scene.theme.symbols.pixels, right, buf);
        // The word alone has the style: a shaded one would fill the line.
        let word = mood.word(scene.words).map(|it| Span::styled(it, mood.style(scene.theme)));
        lines.extend(word.map(Line::from));
    }
    let middle = labels.centered_vertically(Constraint::Length(2));
    for (line, row) in lines.into_iter().zip(middle.rows()) {
        line.right_aligned().render(row, buf);
    }
    left
}

/// Phase or stage in a word, with the project's number when another one's sheet is open.
fn label(stage: &StageLine, shown: Option<&ProjectId>, scene: &Scene<'_>) -> String {
    let word = scene.words.say(&format!("stage-{}", stage.stage));
    let is_other = shown != Some(&stage.project.id);
    if is_other { format!("{} {word}", stage.project.id) } else { word }
}
