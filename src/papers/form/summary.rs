//! 成绩汇总表: the totals of every judge of a panel, which were dropped, what was taken off, the score and
//! the place; of every project of a group in one room.
//!
//! It has what is locked, too, for it is checked and signed before a score is released.

use rust_decimal::Decimal;

use super::{
    FormKind, Forms, Leaf,
    who::{DroppedEnds, Signs},
};
use crate::{
    contest::{Dropped, Group, JudgeSeat, Method, Project, ProjectId, Room, Rounding, Score},
    papers::grid::{Cell, Column, Grid},
};

/// How many decimals a room's coefficient is printed with.
const COEFFICIENT: u32 = 6;

/// Which columns a summary has beside those of every one.
#[derive(Debug, Clone, Copy, Default)]
struct More {
    /// What was dropped at either end, as wholes.
    ends: bool,
    /// The sum of the totals that count: where the score is their mean.
    sum: bool,
    coefficient: bool,
    deductions: bool,
}

impl<'a> Forms<'a> {
    pub(super) fn summaries(&self) -> Vec<Leaf> {
        let session = self.evening.contest.session();
        let groups = session.groups.iter().filter(|it| it.rubric.is_some());
        let each = groups.flat_map(|group| session.rooms.iter().map(move |room| (group, room)));
        each.filter_map(|(group, room)| self.summary(group, room)).collect()
    }

    fn summary(&self, group: &'a Group, room: &'a Room) -> Option<Leaf> {
        let of_group = |(turn, id)| {
            let (own, project) = self.project(id)?;
            (own.id == group.id).then_some((turn, id, project))
        };
        let turns: Vec<_> = self.turns(room).filter_map(of_group).collect();
        let scores = || turns.iter().filter_map(|it| self.scores.get(it.1)?.as_ref().ok());
        scores().next()?;
        let more = More {
            ends: scores().any(|it| !DroppedEnds::of(it).are_none()),
            sum: scores().all(|it| counted_sum(it).is_some()),
            coefficient: scores().any(|it| it.coefficient.is_some()),
            deductions: scores().any(|it| !it.deductions.is_empty()),
        };
        let mut grid = Grid::new(self.summary_columns(room, more));
        for (turn, id, project) in &turns {
            grid.push(self.summary_line((*turn, id, project), group, room, more)?);
        }
        let mut notes = self.score_notes(turns.iter().map(|it| it.1));
        notes.extend(more.ends.then(|| self.tongues.say("paper-dropped-in-brackets")));
        notes.extend(self.ruling_notes(group));
        Some(Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(FormKind::Summary),
            state: self.state_in(group),
            facts: vec![self.group_fact(group), self.room_fact(room)],
            lead: Vec::new(),
            grid,
            notes,
            signatures: self.signatures(&[
                Signs::Clerk,
                Signs::Checker,
                Signs::Supervisor,
                Signs::Chair,
            ]),
            is_wide: true,
        })
    }

    fn summary_columns(&self, room: &Room, more: More) -> Vec<Column> {
        let session = self.contest().session();
        let some = |is_there: bool, head: &str, width| {
            is_there.then(|| Column::new(self.head(head), width))
        };
        let lead = [
            Column::new(self.head("turn"), 10).leading(),
            Column::new(self.head("project"), 14).leading(),
            Column::new(self.head("name"), 34).growing(2).leading(),
        ];
        let judges = room.judges.iter().map(|it| Column::new(self.judge(it), 15));
        let panels = session.panels.iter().map(|it| Column::new(self.tongues.pick(&it.name), 16));
        let carried = session.carry.iter().map(|it| Column::new(self.tongues.pick(&it.name), 16));
        let before = [some(more.ends, "lowest", 15), some(more.ends, "highest", 15)];
        let after = [
            some(more.coefficient, "coefficient", 17),
            some(more.deductions, "deductions", 13),
            some(true, "score", 17),
            some(true, "place", 12),
            Some(Column::new(self.head("note"), 24).growing(1)),
        ];
        let sums = [some(more.sum, "counted-sum", 17), some(more.deductions, "before", 17)];
        lead.into_iter()
            .chain(judges)
            .chain(before.into_iter().chain(sums).flatten())
            .chain(panels)
            .chain(carried)
            .chain(after.into_iter().flatten())
            .collect()
    }

    fn summary_line(
        &self,
        (turn, id, project): (usize, &ProjectId, &Project),
        group: &Group,
        room: &Room,
        more: More,
    ) -> Option<Vec<Cell>> {
        let (rubric, run) = (group.rubric.as_ref()?, self.contest().run(id)?);
        let decimals = rubric.decimals();
        let score = self.scores.get(id).and_then(|it| it.as_ref().ok());
        let ends = score.map(DroppedEnds::of);
        let place = self.places.get(id);
        let total = |judge: &JudgeSeat| {
            let state = run.seats.get(&judge.id).filter(|_| self.is_closed(id));
            let total = state.map_or(Cell::Empty, |state| self.total(rubric, state));
            total.dropped_if(ends.as_ref().is_some_and(|it| it.has(&judge.id)))
        };
        let some = |is_there: bool, cell: Cell| is_there.then_some(cell);
        let of_score = |cell: &dyn Fn(&Score) -> Cell| score.map_or(Cell::Empty, cell);
        let [lowest, highest] = ends.as_ref().map(|it| it.cells(decimals)).unwrap_or_default();
        let (rounded, announced) =
            (|it: &Score| as_ruled(it.rounded), |it: &Score| as_ruled(it.announced));
        let session = self.contest().session();
        let panels = session.panels.iter().map(|panel| {
            let of_panel = |it: &Score| {
                let own = it.panels.iter().find(|it| it.panel.as_ref() == Some(&panel.id));
                own.map_or(Cell::Empty, |it| as_ruled(it.tally.rounded))
            };
            of_score(&of_panel)
        });
        let carried = session.carry.iter().map(|carry| {
            let value = project.carried.get(&carry.id);
            value.map_or(Cell::Empty, |value| as_ruled(*value))
        });
        let has_place = place.is_some();
        let note = if has_place { self.tie_note(id) } else { self.unranked(id) };
        let coefficient = |it: &Score| {
            let exact = it.coefficient.as_ref();
            exact.map_or(Cell::Empty, |it| as_ruled(it.round(COEFFICIENT, Rounding::HalfUp)))
        };
        let deducted = |it: &Score| match it.deductions.as_slice() {
            [] => Cell::Empty,
            _ => as_ruled(it.deducted()),
        };
        let is_out = self.contest().stage_of(id).is_out();
        let score_cell = if is_out { Cell::Empty } else { of_score(&announced) };
        let lead = [Cell::count(turn), Cell::text(id.as_str()), self.name(project)];
        let before = [
            some(more.ends, lowest),
            some(more.ends, highest),
            some(
                more.sum,
                of_score(&|it| {
                    counted_sum(it).map_or(Cell::Empty, |sum| Cell::points(sum, decimals))
                }),
            ),
            some(more.deductions, of_score(&rounded)),
        ];
        let after = [
            some(more.coefficient, of_score(&coefficient)),
            some(more.deductions, of_score(&deducted)),
            Some(score_cell),
            Some(place.map_or(Cell::Empty, |it| Cell::count(it.place))),
            Some(Cell::text(note)),
        ];
        let line = lead
            .into_iter()
            .chain(room.judges.iter().map(total))
            .chain(before.into_iter().flatten())
            .chain(panels)
            .chain(carried)
            .chain(after.into_iter().flatten());
        Some(line.collect())
    }

    /// What was taken off and why, and what became of seats without a sheet, project by project.
    fn score_notes<'p>(&self, projects: impl Iterator<Item = &'p ProjectId>) -> Vec<String> {
        let mut notes = Vec::new();
        for id in projects.filter(|it| self.is_closed(it)) {
            let Some(run) = self.contest().run(id) else { continue };
            for deduction in &run.deductions {
                notes.push(self.deducted(id, deduction));
            }
            for (seat, state) in run.seats.iter().filter(|it| it.1.counted().is_none()) {
                let why = self.state_and_reason(state);
                let args = [("project", id.as_str().into()), ("seat", seat.as_str().into())];
                let args = [&args[..], &[("why", why.into())]].concat();
                notes.push(self.tongues.tell("paper-seat-without", &args));
            }
        }
        notes
    }
}

/// A score or a part of one, with the decimals that it was rounded to.
fn as_ruled(points: Decimal) -> Cell {
    Cell::Decimal(points)
}

/// The sum of the totals that count, where the score is their mean and nothing else.
fn counted_sum(score: &Score) -> Option<Decimal> {
    let [panel] = score.panels.as_slice() else { return None };
    let is_a_mean = matches!(panel.tally.method, Method::Mean | Method::TrimmedMean);
    let Dropped::Sheets(dropped) = &panel.tally.dropped else { return None };
    let counts = panel.tally.totals.iter().filter(|(seat, _)| !dropped.contains(seat));
    let sum = counts.map(|(_, total)| *total).sum();
    (is_a_mean && score.coefficient.is_none() && score.carried.is_empty()).then_some(sum)
}
