//! 更正公告: what was corrected after its release, and every place, score and award that changed by it.

use super::{Forms, Leaf, who::Signs};
use crate::{
    contest::{Bulletin, Placed},
    papers::grid::{Cell, Column, Grid},
};

impl Forms<'_> {
    pub(super) fn bulletins(&self) -> Vec<Leaf> {
        self.contest().bulletins().iter().filter_map(|it| self.bulletin(it)).collect()
    }

    fn bulletin(&self, bulletin: &Bulletin) -> Option<Leaf> {
        let group = self.contest().session().group(&bulletin.group)?;
        let column = |key: &str, width| Column::new(self.head(key), width);
        let columns = vec![
            column("project", 18),
            column("name", 36).growing(1),
            column("place-before", 14),
            column("score-before", 18),
            column("award-before", 22),
            column("place-after", 14),
            column("score-after", 18),
            column("award-after", 22),
        ];
        let mut grid = Grid::new(columns);
        for change in &bulletin.changes {
            let Some((_, project)) = self.project(&change.project) else { continue };
            let lead = [Cell::text(project.id.as_str()), self.name(project)];
            let placed = [&change.before, &change.after].map(|it| self.placed(it.as_ref()));
            grid.push(lead.into_iter().chain(placed.into_iter().flatten()).collect());
        }
        let number = [("number", bulletin.number.into())];
        let unchanged = bulletin.changes.is_empty();
        Some(Leaf {
            section: self.tongues.pick(&group.name),
            title: self.tongues.tell("paper-bulletin-title", &number),
            state: self.state_in(group),
            facts: vec![
                self.group_fact(group),
                self.fact("project", bulletin.project.as_str()),
                self.fact("reason", bulletin.reason.clone()),
            ],
            lead: Vec::new(),
            grid,
            notes: unchanged
                .then(|| self.tongues.say("paper-nothing-changed"))
                .into_iter()
                .collect(),
            signatures: self.signatures(&[Signs::Supervisor, Signs::Chair, Signs::Organiser]),
            is_wide: false,
        })
    }

    /// Place, score and award as they were public.
    fn placed(&self, placed: Option<&Placed>) -> [Cell; 3] {
        let Some(Placed { place, score, award }) = placed else {
            return [Cell::text(self.tongues.say("results-no-place")), Cell::Empty, Cell::Empty];
        };
        let award = award.as_ref().map(|it| self.tongues.pick(it)).unwrap_or_default();
        [Cell::count(*place), Cell::Decimal(*score), Cell::text(award)]
    }
}
