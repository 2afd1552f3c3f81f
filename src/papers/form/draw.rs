//! 抽签记录: the run order as it was drawn, with how, and a line for everyone to sign. A session whose order
//! is that of its file has none.

use super::{FormKind, Forms, Leaf, who::Signs};
use crate::{
    contest::{DrawMethod, DrawnOrder, ProjectId},
    papers::grid::{Cell, Column, Grid},
};

impl Forms<'_> {
    pub(super) fn draw_record(&self) -> Vec<Leaf> {
        let Some(draw) = &self.contest().session().draw else { return Vec::new() };
        draw.orders.iter().filter_map(|order| self.drawn(&draw.method, order)).collect()
    }

    fn drawn(&self, method: &DrawMethod, order: &DrawnOrder) -> Option<Leaf> {
        let group = self.contest().session().group(&order.group)?;
        let columns = vec![
            Column::new(self.head("turn"), 14),
            Column::new(self.head("project"), 20),
            Column::new(self.head("name"), 50).growing(2),
            Column::new(self.head("entrant"), 30).growing(1),
            Column::new(self.head("room"), 20),
            Column::new(self.head("signature"), 28),
        ];
        let mut grid = Grid::new(columns);
        for (nth, id) in order.order.iter().enumerate() {
            let Some((_, project)) = self.project(id) else { continue };
            let (turn, number) = (Cell::count(nth + 1), Cell::text(id.as_str()));
            let (name, entrant) = (self.name(project), self.entrant(project));
            grid.push(vec![turn, number, name, entrant, self.drawn_into(id), Cell::Empty]);
        }
        Some(Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(FormKind::Draw),
            state: self.state_in(group),
            facts: vec![self.group_fact(group)],
            lead: self.how_drawn(method),
            grid,
            notes: vec![self.tongues.say("paper-drawn-as-it-was")],
            signatures: self.signatures(&[Signs::Drawer, Signs::Supervisor, Signs::Organiser]),
            is_wide: false,
        })
    }

    /// The room that the draw gave a project.
    fn drawn_into(&self, id: &ProjectId) -> Cell {
        let mut rooms = self.contest().session().rooms.iter();
        let room = rooms.find(|room| room.order.contains(id));
        room.map_or(Cell::Empty, |room| Cell::text(self.tongues.pick(&room.name)))
    }

    fn how_drawn(&self, method: &DrawMethod) -> Vec<String> {
        match method {
            DrawMethod::Manual { note } => {
                vec![self.tongues.tell("paper-drawn-by-hand", &[("note", note.clone().into())])]
            }
            DrawMethod::Seed { commitment, seed } => {
                let commitment = ("commitment", commitment.clone().into());
                let seed = ("seed", seed.clone().unwrap_or_default().into());
                vec![
                    self.tongues.tell("paper-drawn-commitment", &[commitment]),
                    self.tongues.tell("paper-drawn-seed", &[seed]),
                ]
            }
        }
    }
}
