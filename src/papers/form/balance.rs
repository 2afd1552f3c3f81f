//! 评委记分平衡表: a judge's own totals in the order of the turns, and nobody else's.

use super::{
    FormKind, Forms, Leaf,
    who::{Signs, state_and_reason},
};
use crate::{
    contest::{JudgeSeat, Room},
    papers::grid::{Cell, Column, Grid},
};

impl<'a> Forms<'a> {
    pub(super) fn balances(&self) -> Vec<Leaf> {
        let rooms = self.evening.contest.session().rooms.iter();
        let of_room = |room: &'a Room| room.judges.iter().map(|it| self.balance(room, it));
        rooms.flat_map(of_room).filter(|it| !it.grid.rows.is_empty()).collect()
    }

    fn balance(&self, room: &'a Room, judge: &JudgeSeat) -> Leaf {
        let columns = vec![
            Column::new(self.head("turn"), 14),
            Column::new(self.head("project"), 20),
            Column::new(self.head("name"), 70).growing(2),
            Column::new(self.head("total"), 24),
            Column::new(self.head("note"), 32).growing(1),
        ];
        let mut grid = Grid::new(columns);
        for (turn, id) in self.turns(room) {
            let (Some((group, project)), Some(run)) = (self.project(id), self.contest().run(id))
            else {
                continue;
            };
            let (Some(rubric), Some(state)) = (&group.rubric, run.seats.get(&judge.id)) else {
                continue;
            };
            let (total, note) = if self.is_closed(id) {
                let is_counted = state.counted().is_some();
                let total = Some(self.total(rubric, state)).filter(|_| is_counted);
                let note = (!is_counted)
                    .then(|| self.tongues.each(|words| state_and_reason(state, words)));
                (total.unwrap_or_default(), note.unwrap_or_default())
            } else {
                (Cell::Empty, self.unranked(id))
            };
            let number = Cell::text(id.as_str());
            grid.push(vec![Cell::count(turn), number, self.name(project), total, Cell::text(note)]);
        }
        let is_final = self.state();
        Leaf {
            section: self.tongues.pick(&room.name),
            title: self.title(FormKind::Balance),
            state: is_final,
            facts: vec![self.room_fact(room), self.fact("judge", self.judge(judge))],
            lead: Vec::new(),
            grid,
            notes: Vec::new(),
            signatures: self.signatures(&[Signs::Judge]),
            is_wide: false,
        }
    }
}
