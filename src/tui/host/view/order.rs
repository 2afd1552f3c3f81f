//! The run order as a list that keeps the current project, or the chosen one, in view.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    contest::{ProjectId, SeatWord, Stage},
    protocol::views::{OrderLine, SeatLine},
    tui::{
        Scene,
        cells::{cell, cell_right, first_shown},
        host::seen::{Measures, Seen, counts_sheets},
        text::width,
    },
};

/// Draws as much of the run order as there is room for.
pub(super) fn draw(
    view: &Seen,
    chosen: Option<&ProjectId>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let on_stage = view.stage.as_ref().map(|line| &line.project.id);
    let current = chosen.or(on_stage).and_then(|id| view.place(id)).unwrap_or_default();
    let first = first_shown(current, view.order.len(), usize::from(area.height));
    let table = Table::of(view, scene, usize::from(area.width));
    for (line, row) in view.order.iter().skip(first).zip(area.rows()) {
        let id = &line.project.id;
        let style = match (chosen == Some(id), on_stage == Some(id)) {
            (true, _) => scene.theme.selected,
            (false, true) => scene.theme.accent,
            _ => stage_style(line.stage, scene),
        };
        let points_at = chosen.map_or(on_stage == Some(id), |chosen| chosen == id);
        table.line(line, points_at, scene).style(style).render(row, buf);
    }
}

/// The text of the stage of who is up next.
const ON_DECK: &str = "host-stage-on-deck";

fn stage_style(stage: Stage, scene: &Scene<'_>) -> Style {
    match stage {
        Stage::Scoring | Stage::Locked => scene.theme.base,
        Stage::Released | Stage::Shown => scene.theme.good,
        _ => scene.theme.dim,
    }
}

/// The measures of the list, in columns.
struct Table {
    id: usize,
    name: usize,
    stage: usize,
    /// Whether who waits gives the room of its word to its name: all below the stage wait.
    is_cut: bool,
    /// The project that is up next.
    on_deck: Option<ProjectId>,
    /// Sheets, then the score.
    result: usize,
    seats: usize,
}

impl Table {
    fn of(view: &Seen, scene: &Scene<'_>, columns: usize) -> Self {
        let seats = view.panel.len();
        let Measures { id, stages, names, score, counts_sheets } = &view.measures;
        let on_deck = view.on_deck().map(|line| line.project.id.clone());
        let deck = on_deck.iter().map(|_| ON_DECK.to_owned());
        let words = stages.iter().map(|it| format!("stage-{it}")).chain(deck);
        let stage = words.map(|it| width(&scene.words.say(&it))).max().unwrap_or_default();
        // As many sheets as there are seats are the longest count of them.
        let sheets =
            if *counts_sheets && seats != 0 { 2 * width(&seats.to_string()) + 1 } else { 0 };
        let (id, result) = (*id, sheets.max(*score));
        let name = columns.saturating_sub(2 + id + 1 + 1 + stage + 1 + result);
        let longest = scene.words.pick(*names);
        let is_cut = name < longest;
        Self { id, name, stage, is_cut, on_deck, result, seats }
    }

    fn line(&self, line: &OrderLine, points_at: bool, scene: &Scene<'_>) -> Line<'static> {
        let pointer = if points_at { scene.theme.symbols.pointer } else { "" };
        let name = scene.words.pick(line.project.name.both());
        let head = [
            cell(pointer, 2, scene),
            cell(line.project.id.as_str(), self.id, scene),
            Span::raw(" "),
        ];
        let is_next = self.on_deck.as_ref() == Some(&line.project.id);
        if self.is_cut && line.stage == Stage::Waiting && !is_next {
            let columns = self.name + 1 + self.stage + 1 + self.result;
            return head.into_iter().chain([cell(name, columns, scene)]).collect();
        }
        let tail = [
            cell(name, self.name, scene),
            Span::raw(" "),
            cell(&stage_word(line, self.on_deck.as_ref(), scene), self.stage, scene),
            Span::raw(" "),
            cell_right(&result(line, self.seats), self.result, scene),
        ];
        head.into_iter().chain(tail).collect()
    }
}

fn stage_word(line: &OrderLine, on_deck: Option<&ProjectId>, scene: &Scene<'_>) -> String {
    if on_deck == Some(&line.project.id) {
        return scene.words.say(ON_DECK);
    }
    scene.words.say(&format!("stage-{}", line.stage))
}

/// The score once it is released, until then how many sheets are in.
fn result(line: &OrderLine, seats: usize) -> String {
    match line.score {
        Some(score) => score.to_string(),
        None if counts_sheets(line.stage) && seats != 0 => {
            let out = |it: &&SeatLine| matches!(it.state, SeatWord::Recused | SeatWord::Void);
            let out = line.apart.iter().filter(out).count();
            format!("{}/{}", line.sheets, seats.saturating_sub(out))
        }
        None => String::new(),
    }
}
