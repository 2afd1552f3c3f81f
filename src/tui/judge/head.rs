//! The top of a judge's screen: which project's sheet is open, and the clock of the stage.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    contest::ProjectId,
    protocol::views::{JudgeView, ProjectLine, StageLine},
    tui::{
        Scene,
        countdown::{Mood, reading},
        digits::draw_digits,
        text::{fit, width},
    },
};

/// How many rows the head takes on a screen of that size; big digits only beside a whole name.
pub(super) fn rows(screen: Rect) -> u16 {
    match (screen.width, screen.height) {
        (..64, _) | (_, ..16) => 1,
        (_, ..40) => 3,
        _ => 6,
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
    let (words, theme) = (scene.words, scene.theme);
    let number = Span::styled(format!(" {} ", project.id), theme.selected);
    let name = words.pick(project.name.both());
    let columns = usize::from(area.width);
    let cut = |text: &str, room: usize| fit(text, room, theme.symbols.ellipsis).into_owned();
    if area.height < 3 {
        let name = cut(name, columns.saturating_sub(number.width() + 2));
        let name = Span::styled(name, theme.title);
        Line::from_iter([number, Span::raw(" "), name]).render(area, buf);
        return;
    }
    let group = view.rubrics.iter().find(|it| it.group == project.group).map(|it| &it.name);
    let about = [group, project.field.as_ref(), project.entrant.as_ref()];
    let about: Vec<&str> = about.into_iter().flatten().map(|it| words.pick(it.both())).collect();
    let about = about.join(&format!(" {} ", theme.symbols.dot));
    let lines = [
        Line::from(number),
        Line::styled(cut(&format!(" {name}"), columns), theme.title),
        Line::styled(cut(&format!(" {about}"), columns), theme.dim),
    ];
    let middle = area.centered_vertically(Constraint::Length(3));
    for (line, row) in lines.iter().zip(middle.rows()) {
        line.render(row, buf);
    }
}

/// Draws the clock into the right end of a single line, and gives what is left of it.
fn draw_clock_line(
    stage: &StageLine,
    shown: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let mut text = label(stage, shown, scene);
    let mut style = scene.theme.title;
    if let Some(clock) = &stage.clock {
        let mood = Mood::of(clock, scene.now);
        let word = mood.word(scene.words).map(|it| format!("{it} ")).unwrap_or_default();
        text = format!("{text} {word}{}", clock.left(scene.now));
        style = mood.ink(scene.theme);
    }
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
        (6.., 100..) => 34,
        _ => 22,
    };
    let sides = Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(14),
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
