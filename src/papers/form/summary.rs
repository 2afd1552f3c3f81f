//! 成绩汇总表: the totals of every judge of a panel, which were dropped, what was taken off, the score and
//! the place; of every project of a group in one room.
//!
//! It has what is locked, too, for it is checked and signed before a score is released.

use rust_decimal::Decimal;

use super::{
    FormKind, Forms, Leaf,
    who::{DroppedEnds, Signs, state_and_reason},
};
use crate::{
    contest::{
        Dropped, Group, JudgeSeat, Method, PanelScore, Project, ProjectId, Room, Rounding, Score,
    },
    papers::grid::{Cell, Column, Grid},
};

/// How many decimals a room's coefficient is printed with.
const COEFFICIENT: u32 = 6;

/// A column that only some summaries need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extra {
    /// What was dropped at the low end, as a whole.
    Lowest,
    /// The same at the high end.
    Highest,
    /// The sum of the totals that count, where the score is their mean.
    CountedSum,
    /// The score before something was taken off.
    Before,
    Coefficient,
    Deductions,
}

impl Extra {
    /// Those beside the judges' totals.
    const OF_TOTALS: [Self; 4] = [Self::Lowest, Self::Highest, Self::CountedSum, Self::Before];
    /// Those before the score.
    const OF_SCORE: [Self; 2] = [Self::Coefficient, Self::Deductions];

    fn is_needed(self, scores: &[&Score]) -> bool {
        match self {
            Self::CountedSum => scores.iter().all(|it| counted_sum(it).is_some()),
            Self::Before => Self::Deductions.is_needed(scores),
            _ => scores.iter().any(|it| self.cell(it, 0) != Cell::Empty),
        }
    }

    fn head(self) -> (&'static str, u32) {
        match self {
            Self::Lowest => ("lowest", 13),
            Self::Highest => ("highest", 13),
            Self::CountedSum => ("counted-sum", 15),
            Self::Before => ("before", 15),
            Self::Coefficient => ("coefficient", 17),
            Self::Deductions => ("deductions", 12),
        }
    }

    /// What stands in a project's line; `decimals` are those of judges' totals.
    fn cell(self, score: &Score, decimals: u32) -> Cell {
        let [lowest, highest] = DroppedEnds::of(score).cells(decimals);
        let exact = || score.coefficient.as_ref();
        match self {
            Self::Lowest => lowest,
            Self::Highest => highest,
            Self::CountedSum => {
                counted_sum(score).map_or(Cell::Empty, |sum| Cell::points(sum, decimals))
            }
            Self::Before => Cell::Decimal(score.rounded),
            Self::Coefficient => exact()
                .map_or(Cell::Empty, |it| Cell::Decimal(it.round(COEFFICIENT, Rounding::HalfUp))),
            Self::Deductions if score.deductions.is_empty() => Cell::Empty,
            Self::Deductions => Cell::Decimal(score.deducted()),
        }
    }
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
        let scores: Vec<_> =
            turns.iter().filter_map(|it| self.scores.get(it.1)?.as_ref().ok()).collect();
        if scores.is_empty() {
            return None;
        }
        let needed = |extras: &[Extra]| {
            extras.iter().copied().filter(|it| it.is_needed(&scores)).collect::<Vec<_>>()
        };
        let extras = [needed(&Extra::OF_TOTALS), needed(&Extra::OF_SCORE)];
        let has_dropped = extras.iter().flatten().any(|it| *it == Extra::Lowest);
        let mut grid = Grid::new(self.summary_columns(group, room, &extras));
        for turn in &turns {
            grid.push(self.summary_line(*turn, group, room, &extras)?);
        }
        let mut notes = self.score_notes(turns.iter().map(|it| it.1));
        notes.extend(has_dropped.then(|| self.tongues.say("paper-dropped-in-brackets")));
        let results = self.results.iter().find(|it| it.id == group.id);
        notes.extend(results.into_iter().flat_map(|it| self.decision_notes(group, it)));
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

    fn summary_columns(
        &self,
        group: &Group,
        room: &Room,
        [totals, score]: &[Vec<Extra>; 2],
    ) -> Vec<Column> {
        let session = self.contest().session();
        let named = |(head, width): (&str, u32)| Column::new(self.head(head), width);
        let extra = |it: &Extra| named(it.head());
        let lead = [
            named(("turn", 10)).leading(),
            named(("project", 14)).leading(),
            named(("name", 28)).growing(2).leading(),
        ];
        let region = self.region_column(group);
        let judges = room.judges.iter().map(|it| Column::new(self.judge(it), 13));
        let panels = session.panels.iter().map(|it| &it.name);
        let parts = panels.chain(session.carry.iter().map(|it| &it.name));
        let last = [named(("score", 15)), named(("place", 11)), named(("note", 20)).growing(1)];
        lead.into_iter()
            .chain(region)
            .chain(judges)
            .chain(totals.iter().map(extra))
            .chain(parts.map(|it| Column::new(self.tongues.pick(it), 16)))
            .chain(score.iter().map(extra))
            .chain(last)
            .collect()
    }

    fn summary_line(
        &self,
        (turn, id, project): (usize, &ProjectId, &Project),
        group: &Group,
        room: &Room,
        [totals, of_score]: &[Vec<Extra>; 2],
    ) -> Option<Vec<Cell>> {
        let (rubric, run) = (group.rubric.as_ref()?, self.contest().run(id)?);
        let score = self.scores.get(id).and_then(|it| it.as_ref().ok());
        let ends = score.map(DroppedEnds::of);
        let total = |judge: &JudgeSeat| {
            let state = run.seats.get(&judge.id).filter(|_| self.is_closed(id));
            let total = state.map_or(Cell::Empty, |state| self.total(rubric, state));
            total.dropped_if(ends.as_ref().is_some_and(|it| it.has(&judge.id)))
        };
        let extra =
            |it: &Extra| score.map_or(Cell::Empty, |score| it.cell(score, rubric.decimals()));
        let lead = [Cell::count(turn), Cell::text(id.as_str()), self.name(project)];
        let region = self.region_column(group).map(|_| self.region(project));
        let line = lead
            .into_iter()
            .chain(region)
            .chain(room.judges.iter().map(total))
            .chain(totals.iter().map(extra))
            .chain(self.parts(score, project))
            .chain(of_score.iter().map(extra))
            .chain(self.outcome(id, score));
        Some(line.collect())
    }

    /// What the panels and the carried components of a session come to, where it has any.
    fn parts(&self, score: Option<&Score>, project: &Project) -> Vec<Cell> {
        let session = self.contest().session();
        let panels = session.panels.iter().map(|panel| {
            let own = |it: &&PanelScore| it.panel.as_ref() == Some(&panel.id);
            let found = score.and_then(|it| it.panels.iter().find(own));
            found.map_or(Cell::Empty, |it| Cell::Decimal(it.tally.rounded))
        });
        let carried = session.carry.iter().map(|carry| {
            let value = project.carried.get(&carry.id);
            value.map_or(Cell::Empty, |value| Cell::Decimal(*value))
        });
        panels.chain(carried).collect()
    }

    /// The score, the place and a note; who is out of the contest has no score.
    fn outcome(&self, id: &ProjectId, score: Option<&Score>) -> [Cell; 3] {
        let score = score.filter(|_| !self.contest().stage_of(id).is_out());
        let score = score.map_or(Cell::Empty, |it| Cell::Decimal(it.announced));
        match self.places.get(id) {
            Some(place) => [score, Cell::count(place.place), Cell::text(self.tie_note(id))],
            None => [score, Cell::Empty, Cell::text(self.unranked(id))],
        }
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
                notes.push(self.tongues.each(|words| {
                    let why = state_and_reason(state, words);
                    let args = [
                        ("project", id.as_str().into()),
                        ("seat", seat.as_str().into()),
                        ("why", why.into()),
                    ];
                    words.tell("paper-seat-without", &args)
                }));
            }
        }
        notes
    }
}

/// The sum of the totals that count, where the score is their mean and nothing else.
fn counted_sum(score: &Score) -> Option<Decimal> {
    counted_totals(score).map(|totals| totals.into_iter().sum())
}

/// The totals that count, where the score is their mean and nothing else.
fn counted_totals(score: &Score) -> Option<Vec<Decimal>> {
    let [panel] = score.panels.as_slice() else { return None };
    let is_a_mean = matches!(panel.tally.method, Method::Mean | Method::TrimmedMean);
    let Dropped::Sheets(dropped) = &panel.tally.dropped else { return None };
    let counts = panel.tally.totals.iter().filter(|(seat, _)| !dropped.contains(seat));
    let totals = counts.map(|(_, total)| *total).collect();
    (is_a_mean && score.coefficient.is_none() && score.carried.is_empty()).then_some(totals)
}
