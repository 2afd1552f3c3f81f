//! 评分表: one judge's marks for one project, filled in as they count, or blank for the evening on paper.
//!
//! There is a filled sheet once the scoring of its project is closed; before that it may still change.

use rust_decimal::Decimal;

use super::{
    FormKind, Forms, Leaf, State,
    who::{Signs, state_and_reason},
};
use crate::{
    contest::{
        Criterion, Group, JudgeSeat, Marks, Paper, Project, Room, Rubric, SeatState, Sheet, Text,
    },
    papers::{
        grid::{Cell, Column, Grid},
        when,
    },
};

/// What stands before an item under a head.
const INDENT: &str = "　";

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
        notes.extend(sheet.paper.as_ref().map(|Paper { keyed_by, checked_by }| {
            let names = [("name", &keyed_by.name), ("other", &checked_by.name)];
            let names = names.map(|(key, name)| (key, name.as_str().into()));
            self.tongues.tell("paper-came-on-paper", &names)
        }));
        if state.counted().is_none() {
            notes.push(self.tongues.each(|words| {
                let why = state_and_reason(state, words);
                words.tell("paper-does-not-count", &[("why", why.into())])
            }));
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
            title: self.title(FormKind::ScoreSheets),
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
        let has_weights = rubric.marked().any(|(it, weight)| !it.gate && weight != Decimal::ONE);
        let mut grid = Grid::new(self.mark_columns(has_weights));
        let decimals = rubric.decimals();
        for head in &rubric.criteria {
            if !head.items.is_empty() {
                let part = marks.map(|marks| Cell::points(rubric.part(&head.id, marks), decimals));
                let name = Cell::text(self.criterion(head));
                let [max, weight] = [Cell::points(head.max, 0), Cell::points(head.weight, 0)];
                let part = part.unwrap_or_default();
                grid.push_strong(line(
                    has_weights,
                    [name, Cell::Empty, max, weight, part, Cell::Empty],
                ));
            }
            let own = head.items.is_empty().then_some(head);
            for criterion in own.into_iter().chain(&head.items) {
                let mark = marks.and_then(|marks| marks.get(&criterion.id)).copied();
                let indent = if own.is_some() { "" } else { INDENT };
                grid.push(line(has_weights, self.mark_cells(rubric, criterion, mark, indent)));
            }
        }
        let total = marks.map(|marks| Cell::points(rubric.total(marks), decimals));
        let total = total.unwrap_or_default();
        let (mark, points) = if has_weights { (Cell::Empty, total) } else { (total, Cell::Empty) };
        let [sum, full] = [Cell::text(self.head("sum")), Cell::points(rubric.full_marks(), 0)];
        grid.push_strong(line(has_weights, [sum, Cell::Empty, full, Cell::Empty, mark, points]));
        grid
    }

    fn mark_columns(&self, has_weights: bool) -> Vec<Column> {
        let column = |head: &str, width| Column::new(self.head(head), width);
        let columns = [
            column("criterion", 50).growing(3),
            column("bands", 40).growing(1),
            column("max", 16),
            column("weight", 16),
            column("mark", 20),
            column("weighted", 20),
        ];
        line(has_weights, columns)
    }

    fn mark_cells(
        &self,
        rubric: &Rubric,
        criterion: &Criterion,
        mark: Option<Decimal>,
        indent: &str,
    ) -> [Cell; 6] {
        let name = Cell::text(format!("{indent}{}", self.criterion(criterion)));
        let bands = self.bands(criterion);
        if criterion.gate {
            let said = mark.map(|mark| self.gate(mark.is_zero()));
            let form = Cell::text(self.tongues.say("judge-gate"));
            return [name, bands, form, Cell::Empty, said.unwrap_or_default(), Cell::Empty];
        }
        let marked = rubric.marked().find(|(it, _)| it.id == criterion.id);
        let weight = marked.map(|it| it.1).unwrap_or_default();
        let points = |factor: Decimal| {
            mark.map_or(Cell::Empty, |mark| Cell::points(mark * factor, rubric.decimals()))
        };
        let [max, share] = [criterion.max, weight].map(|it| Cell::points(it, 0));
        [name, bands, max, share, points(Decimal::ONE), points(weight)]
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

/// A line without what only a rubric with weights has.
fn line<T>(has_weights: bool, [name, bands, max, weight, mark, weighted]: [T; 6]) -> Vec<T> {
    if has_weights {
        vec![name, bands, max, weight, mark, weighted]
    } else {
        vec![name, bands, max, mark]
    }
}
