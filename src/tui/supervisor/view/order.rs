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
    protocol::views::AuditLine,
    tui::{
        Scene,
        cells::{cell, cell_right, first_shown},
        supervisor::{
            SupervisorScreen,
            seen::{Measures, Row, Seen, result},
        },
        text::width,
    },
};

/// Draws as much of the list as there is room for.
pub(super) fn draw(
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let rows = view.rows();
    let chosen = screen.line().map(|line| &line.project.id);
    let at = chosen.and_then(|id| view.row(id)).unwrap_or_default();
    let height = usize::from(area.height);
    let skip = first_shown(at, rows.len(), height);
    let table = Table::of(view, scene, usize::from(area.width));
    for (row, place) in rows.iter().skip(skip).zip(area.rows()) {
        match *row {
            Row::Room(at) => {
                let Some(room) = view.rooms.get(at) else { continue };
                let name = scene.words.pick(room.room.name.both());
                Line::styled(name, scene.theme.title).render(place, buf);
            }
            Row::Project(at) => {
                let Some(line) = view.at(at).and_then(|id| view.project(id)) else { continue };
                let is_chosen = Some(&line.project.id) == chosen;
                let style = if is_chosen { scene.theme.selected } else { style(view, line, scene) };
                table.line(line, is_chosen, scene).style(style).render(place, buf);
            }
        }
    }
}

fn style(view: &Seen, line: &AuditLine, scene: &Scene<'_>) -> Style {
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
    fn of(view: &Seen, scene: &Scene<'_>, columns: usize) -> Self {
        let Measures { id, stages, result } = &view.measures;
        let (id, result) = (*id, *result);
        let stage = stages.iter().map(|it| width(&stage(*it, scene))).max().unwrap_or_default();
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
            cell(&stage(line.stage, scene), self.stage, scene),
            Span::raw(" "),
            cell_right(&result(line), self.result, scene),
        ])
    }
}

fn stage(stage: Stage, scene: &Scene<'_>) -> String {
    scene.words.say(&format!("stage-{stage}"))
}
