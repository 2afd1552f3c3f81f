//! The run orders of all rooms as one list that keeps the chosen project in view.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    contest::Stage,
    protocol::views::{AuditLine, AuditRoom, SupervisorView},
    tui::{
        Scene,
        cells::{cell, cell_right, first_shown},
        supervisor::SupervisorScreen,
        text::width,
    },
};

/// A row of the list.
enum Row<'a> {
    Room(&'a AuditRoom),
    Project(&'a AuditLine),
}

/// Draws as much of the list as there is room for.
pub(super) fn draw(
    screen: &SupervisorScreen,
    view: &SupervisorView,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let rows: Vec<Row<'_>> = view.rooms.iter().flat_map(|room| of_room(view, room)).collect();
    let chosen = screen.line().map(|line| &line.project.id);
    let is_chosen =
        |row: &Row<'_>| matches!(row, Row::Project(it) if Some(&it.project.id) == chosen);
    let at = rows.iter().position(is_chosen).unwrap_or_default();
    let height = usize::from(area.height);
    let skip = first_shown(at, rows.len(), height);
    let table = Table::of(view, scene, usize::from(area.width));
    for (row, place) in rows.iter().skip(skip).zip(area.rows()) {
        match row {
            Row::Room(room) => {
                let name = scene.words.pick(room.room.name.both());
                Line::styled(name, scene.theme.title).render(place, buf);
            }
            Row::Project(line) => {
                let is_chosen = Some(&line.project.id) == chosen;
                let style = if is_chosen { scene.theme.selected } else { style(view, line, scene) };
                table.line(line, is_chosen, scene).style(style).render(place, buf);
            }
        }
    }
}

fn of_room<'a>(view: &'a SupervisorView, room: &'a AuditRoom) -> impl Iterator<Item = Row<'a>> {
    let head = (1 < view.rooms.len()).then_some(Row::Room(room));
    head.into_iter().chain(view.order_of(room).map(Row::Project))
}

fn style(view: &SupervisorView, line: &AuditLine, scene: &Scene<'_>) -> Style {
    let stages = view.rooms.iter().filter_map(|room| room.stage.as_ref());
    if stages.filter(|it| it.stage.is_on_stage()).any(|it| it.project.id == line.project.id) {
        return scene.theme.accent;
    }
    match line.stage {
        _ if has_alarm(line) => scene.theme.warn,
        Stage::Scoring | Stage::Locked => scene.theme.base,
        Stage::Released | Stage::Shown => scene.theme.good,
        _ => scene.theme.dim,
    }
}

fn has_alarm(line: &AuditLine) -> bool {
    line.is_before_the_lock() && !line.alarms.is_empty()
}

/// The measures of the list, in columns.
struct Table {
    id: usize,
    name: usize,
    stage: usize,
    result: usize,
}

impl Table {
    fn of(view: &SupervisorView, scene: &Scene<'_>, columns: usize) -> Self {
        let widest = |text: &dyn Fn(&AuditLine) -> usize| {
            view.projects.values().map(text).max().unwrap_or_default()
        };
        let id = widest(&|line| width(line.project.id.as_str()));
        let stage = widest(&|line| width(&stage(line, scene)));
        let result = widest(&|line| width(&result(line)));
        // Between them: the pointer with its blank, the alarm, and a blank after each.
        let name = columns.saturating_sub(2 + id + 1 + 1 + 2 + stage + 1 + result);
        Self { id, name, stage, result }
    }

    fn line(&self, line: &AuditLine, is_chosen: bool, scene: &Scene<'_>) -> Line<'static> {
        let symbols = scene.theme.symbols;
        Line::from_iter([
            cell(if is_chosen { symbols.pointer } else { "" }, 2, scene),
            cell(line.project.id.as_str(), self.id, scene),
            Span::raw(" "),
            cell(scene.words.pick(line.project.name.both()), self.name, scene),
            Span::raw(" "),
            cell(if has_alarm(line) { symbols.attention } else { "" }, 2, scene),
            cell(&stage(line, scene), self.stage, scene),
            Span::raw(" "),
            cell_right(&result(line), self.result, scene),
        ])
    }
}

fn stage(line: &AuditLine, scene: &Scene<'_>) -> String {
    scene.words.say(&format!("stage-{}", line.stage))
}

/// The score from the lock on, until then how many sheets are in.
fn result(line: &AuditLine) -> String {
    let is_locked = matches!(line.stage, Stage::Locked | Stage::Released);
    match &line.score {
        Some(score) if is_locked => score.announced.to_string(),
        _ if line.stage.takes_sheets() || is_locked => {
            format!("{}/{}", line.sheets(), line.seats.len())
        }
        _ => String::new(),
    }
}
