//! 评分表: one judge's marks for one project, filled in as they count, or blank for the evening on paper.
//!
//! There is a filled sheet once the scoring of its project is closed; before that it may still change.

use super::{Forms, Leaf, State, who::Signs};
use crate::{
    contest::{Criterion, Group, JudgeSeat, Marks, Project, Room, Rubric, SeatState, Sheet, Text},
    papers::{
        grid::{Cell, Column, Grid},
        when,
    },
};

impl<'a> Forms<'a> {
    pub(super) fn score_sheets(&self) -> Vec<Leaf> {
        let rooms = self.evening.contest.session().rooms.iter();
        rooms.flat_map(|room| self.score_sheets_in(room)).collect()
    }

    fn score_sheets_in(&self, room: &'a Room) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        for (_, id) in self.turns(room) {
            let (Some((group, project)), Some(run)) = (self.project(id), self.contest().run(id))
            else {
                continue;
            };
            let Some(rubric) = &group.rubric else { continue };
            for judge in &room.judges {
                let Some(state) = run.seats.get(&judge.id) else { continue };
                let about = (room, group, rubric, project);
                if self.manner.blank {
                    let is_due = !matches!(state, SeatState::Recused { .. });
                    leaves.extend(is_due.then(|| self.blank_sheet(about, judge)));
                } else if self.is_closed(id) {
                    leaves.extend(self.filled_sheet(about, judge, state));
                }
            }
        }
        leaves
    }

    fn blank_sheet(&self, about: (&Room, &Group, &Rubric, &Project), judge: &JudgeSeat) -> Leaf {
        let grid = self.marks(about.2, None);
        let notes = ["paper-total-in-words", "paper-strike-once", "paper-remarks"];
        self.sheet_leaf(about, judge, State::Blank, grid, self.said(&notes))
    }

    fn filled_sheet(
        &self,
        about: (&Room, &Group, &Rubric, &Project),
        judge: &JudgeSeat,
        state: &SeatState,
    ) -> Option<Leaf> {
        let sheet = state.sheet()?;
        let grid = self.marks(about.2, Some(&sheet.marks));
        let mut notes = vec![self.received(sheet)];
        if state.counted().is_none() {
            let why = self.state_and_reason(state);
            notes.push(self.tongues.tell("paper-does-not-count", &[("why", why.into())]));
        }
        notes.extend(self.said(&["paper-remarks"]));
        Some(self.sheet_leaf(about, judge, self.state_in(about.1), grid, notes))
    }

    fn received(&self, sheet: &Sheet) -> String {
        let revision = ("revision", sheet.revision.into());
        self.tongues
            .tell("paper-received", &[revision, ("at", when::day_and_time(sheet.at).into())])
    }

    fn said(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.tongues.say(key)).collect()
    }

    fn sheet_leaf(
        &self,
        (room, group, rubric, project): (&Room, &Group, &Rubric, &Project),
        judge: &JudgeSeat,
        state: State,
        grid: Grid,
        notes: Vec<String>,
    ) -> Leaf {
        let mut facts = self.project_facts(group, project);
        facts.push(self.room_fact(room));
        facts.push(self.fact("judge", self.judge(judge)));
        Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(super::FormKind::ScoreSheets),
            state,
            facts,
            lead: vec![self.tongues.pick(&rubric.title)],
            grid,
            notes,
            signatures: self.signatures(&[Signs::Judge]),
            is_wide: false,
        }
    }

    /// The criteria with their marks; a rubric with weights has two columns more.
    fn marks(&self, rubric: &Rubric, marks: Option<&Marks>) -> Grid {
        let is_weighted = rubric.marked().any(|(it, weight)| !it.gate && weight != 1.into());
        let weighted = |column| is_weighted.then_some(column);
        let columns = [
            Some(Column::new(self.head("criterion"), 50).growing(3)),
            Some(Column::new(self.head("bands"), 40).growing(1)),
            Some(Column::new(self.head("max"), 16)),
            weighted(Column::new(self.head("weight"), 16)),
            Some(Column::new(self.head("mark"), 20)),
            weighted(Column::new(self.head("weighted"), 20)),
        ];
        let mut grid = Grid::new(columns.into_iter().flatten().collect());
        let line = |name: String, bands, max, weight, mark, points| {
            let cells = [
                Some(Cell::text(name)),
                Some(bands),
                Some(max),
                weighted_cell(is_weighted, weight),
                Some(mark),
                weighted_cell(is_weighted, points),
            ];
            cells.into_iter().flatten().collect::<Vec<_>>()
        };
        for head in &rubric.criteria {
            let name = self.criterion(head);
            if !head.items.is_empty() {
                let [max, weight] = [Cell::points(head.max, 0), Cell::points(head.weight, 0)];
                let part = marks.map(|marks| rubric.part(&head.id, marks));
                let part = part.map_or(Cell::Empty, |it| Cell::points(it, rubric.decimals()));
                grid.push_strong(line(name, Cell::Empty, max, weight, part, Cell::Empty));
            }
            let own = head.items.is_empty().then_some(head);
            for criterion in own.into_iter().chain(&head.items) {
                let marked = rubric.marked().find(|(it, _)| it.id == criterion.id);
                let weight = marked.map(|it| it.1).unwrap_or_default();
                let mark = marks.and_then(|marks| marks.get(&criterion.id)).copied();
                let decimals = rubric.decimals_of(criterion);
                let (cell, points) = match mark {
                    None => (Cell::Empty, Cell::Empty),
                    Some(mark) if criterion.gate => (self.gate(mark.is_zero()), Cell::Empty),
                    Some(mark) => {
                        (Cell::points(mark, decimals), Cell::points(mark * weight, decimals))
                    }
                };
                let indent = if own.is_some() { "" } else { "　" };
                let name = format!("{indent}{}", self.criterion(criterion));
                let (max, share) = if criterion.gate {
                    (Cell::text(self.tongues.say("judge-gate")), Cell::Empty)
                } else {
                    (Cell::points(criterion.max, 0), Cell::points(weight, 0))
                };
                grid.push(line(name, self.bands(criterion), max, share, cell, points));
            }
        }
        let total = marks.map(|marks| Cell::points(rubric.total(marks), rubric.decimals()));
        let full = Cell::points(rubric.full_marks(), 0);
        let (mark, points) = match total.unwrap_or_default() {
            total if is_weighted => (Cell::Empty, total),
            total => (total, Cell::Empty),
        };
        grid.push_strong(line(self.head("sum"), Cell::Empty, full, Cell::Empty, mark, points));
        grid
    }

    fn gate(&self, is_failed: bool) -> Cell {
        let word = if is_failed { "judge-gate-fail" } else { "judge-gate-pass" };
        Cell::text(self.tongues.say(word))
    }

    fn criterion(&self, criterion: &Criterion) -> String {
        let name = self.tongues.pick(&criterion.name);
        let hint = criterion.hint.as_ref().map(|hint: &Text| self.tongues.pick(hint));
        hint.map_or_else(|| name.clone(), |hint| format!("{name}\n{hint}"))
    }

    /// The bands as `90–100 excellent`; they are a help and no rule.
    fn bands(&self, criterion: &Criterion) -> Cell {
        let said = criterion.bands.iter().map(|band| {
            let upper = criterion.bands.iter().map(|it| it.from).filter(|from| *from > band.from);
            let upper = upper.min().unwrap_or(criterion.max);
            format!(
                "{} {}–{}",
                self.tongues.pick(&band.name),
                band.from.normalize(),
                upper.normalize()
            )
        });
        Cell::text(said.collect::<Vec<_>>().join("\n"))
    }
}

fn weighted_cell(is_weighted: bool, cell: Cell) -> Option<Cell> {
    is_weighted.then_some(cell)
}
