//! 评分表核对表: which sheets came from terminals and which on paper, project by project; of those on paper
//! who allowed, who keyed and who checked them, with a box to tick when the signed one is filed.

use super::{FormKind, Forms, Leaf, who::Signs};
use crate::{
    contest::{Fact, JudgeSeat, Keying, Paper, ProjectId, Room, Run, SeatId, SeatState},
    papers::{
        grid::{Cell, Column, Grid, Row},
        log::who,
    },
};

/// To be ticked by hand.
const BOX: &str = "□";

impl<'a> Forms<'a> {
    pub(super) fn reconciliations(&self) -> Vec<Leaf> {
        let rooms = self.evening.contest.session().rooms.iter();
        rooms.map(|room| self.reconciliation(room)).filter(|it| !it.grid.rows.is_empty()).collect()
    }

    fn reconciliation(&self, room: &'a Room) -> Leaf {
        let mut grid = Grid::new(vec![
            Column::new(self.head("turn"), 14),
            Column::new(self.head("project"), 20),
            Column::new(self.head("name-or-judge"), 60).growing(2),
            Column::new(self.head("by-terminal"), 20),
            Column::new(self.head("on-paper"), 20),
            Column::new(self.head("allowed-by"), 44).growing(1),
            Column::new(self.head("keyed-by"), 30).growing(1),
            Column::new(self.head("checked-by"), 30).growing(1),
            Column::new(self.head("filed"), 16),
        ]);
        let mut open = 0;
        for (turn, id) in self.turns(room) {
            let Some(run) = self.contest().run(id) else { continue };
            open += run.keyings.len();
            self.project_lines((turn, id, run), room, &mut grid);
        }
        let note =
            (0 < open).then(|| self.tongues.tell("paper-keyings-open", &[("count", open.into())]));
        Leaf {
            section: self.tongues.pick(&room.name),
            title: self.title(FormKind::Reconciliation),
            state: self.state(),
            facts: vec![self.room_fact(room)],
            lead: Vec::new(),
            grid,
            notes: note.into_iter().collect(),
            signatures: self.signatures(&[Signs::Clerk, Signs::Checker, Signs::Supervisor]),
            is_wide: true, // Two names beside each other take more than a page is wide.
        }
    }

    /// A project with how many sheets came which way, and below it a line for each one on paper.
    fn project_lines(
        &self,
        (turn, id, run): (usize, &ProjectId, &Run),
        room: &Room,
        grid: &mut Grid,
    ) {
        let Some((_, project)) = self.project(id) else { return };
        let sheets = run.seats.values().filter_map(SeatState::sheet);
        let (on_paper, by_terminal): (Vec<_>, Vec<_>) = sheets.partition(|it| it.paper.is_some());
        if on_paper.is_empty() && by_terminal.is_empty() && run.keyings.is_empty() {
            return;
        }
        let counts = [by_terminal.len(), on_paper.len()].map(Cell::count);
        let [by_terminal, on_paper] = counts;
        let number = Cell::text(id.as_str());
        let lead = [Cell::count(turn), number, self.name(project), by_terminal, on_paper];
        let rest = std::iter::repeat_n(Cell::Empty, 4);
        grid.push_strong(lead.into_iter().chain(rest).collect());
        for judge in &room.judges {
            let paper = run.seats.get(&judge.id).and_then(SeatState::sheet);
            let paper = paper.and_then(|it| it.paper.as_ref());
            let keying = run.keyings.get(&judge.id);
            grid.rows.extend(self.paper_line((id, judge), paper, keying));
        }
    }

    fn paper_line(
        &self,
        (project, judge): (&ProjectId, &JudgeSeat),
        paper: Option<&Paper>,
        keying: Option<&Keying>,
    ) -> Option<Row> {
        let (keyed_by, checked_by) = match (keying, paper) {
            (Some(Keying { first, second: None }), _) => {
                (first.by.name.clone(), self.tongues.say("paper-to-be-checked"))
            }
            (Some(Keying { first, second: Some(second) }), _) => {
                let other = [("other", second.by.name.as_str().into())];
                (first.by.name.clone(), self.tongues.tell("paper-differs", &other))
            }
            (None, Some(Paper { keyed_by, checked_by })) => {
                (keyed_by.name.clone(), checked_by.name.clone())
            }
            (None, None) => return None,
        };
        let allowed = Cell::text(self.allowed_by(project, &judge.id));
        let judge = Cell::text(self.judge(judge));
        let filed = Cell::text(BOX);
        let cells = [Cell::Empty, Cell::Empty, judge, Cell::Empty, Cell::Empty];
        let rest = [allowed, Cell::text(keyed_by), Cell::text(checked_by), filed];
        Some(Row { cells: cells.into_iter().chain(rest).collect(), strong: false })
    }

    /// Who said last that a judge's sheet comes on paper, and why; nothing in a journal of an older version.
    fn allowed_by(&self, of: &ProjectId, whose: &SeatId) -> String {
        let said = self.evening.records.iter().rev().find_map(|it| match &it.fact {
            Fact::PaperAllowed { project, seat, reason } if project == of && seat == whose => {
                Some((it.by.as_ref()?, reason))
            }
            _ => None,
        });
        let Some((by, reason)) = said else { return String::new() };
        let by = self.tongues.each(|words| who(by, words));
        self.tongues.tell("paper-allowed", &[("by", by.into()), ("reason", reason.as_str().into())])
    }
}
