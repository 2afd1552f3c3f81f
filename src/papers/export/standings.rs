//! Every project with its place, score and award, or with the reason why it has none.

use std::sync::Arc;

use super::{Source, columns};
use crate::{
    contest::{GroupResults, Method, Rounding, Standing, Unranked},
    papers::{
        grid::{Cell, Grid},
        results::UnrankedRow,
    },
};

const HEADS: [&str; 19] = [
    "group",
    "place",
    "project",
    "name",
    "entrant",
    "kind",
    "field",
    "score",
    "award",
    "judges",
    "exact",
    "method",
    "tie",
    "coefficient",
    "before_deductions",
    "deductions",
    "reason",
    "note",
    "region",
];

impl Source<'_> {
    pub(super) fn standings(&self, results: &[Arc<GroupResults>]) -> Grid {
        let mut grid = Grid::new(columns(HEADS));
        for group in results {
            for standing in &group.standings {
                if let Some(line) = self.standing(standing) {
                    grid.push(line);
                }
            }
            for line in &group.unranked {
                if let Some(line) = self.unranked(line) {
                    grid.push(line);
                }
            }
        }
        grid
    }

    /// Group, place, number, name, entrant, what that is, and field.
    fn lead(&self, id: &crate::contest::ProjectId, place: Cell) -> Option<[Cell; 7]> {
        let (group, project) = self.projects.get(id)?;
        let own = |text: &str| Cell::text(text.to_owned());
        let said = |text: &crate::contest::Text| own(self.words.pick(text.both()));
        let kind = project.kind.and_then(|it| serde_json::to_value(it).ok());
        Some([
            own(group.id.as_str()),
            place,
            own(id.as_str()),
            said(&project.name),
            project.entrant.as_ref().map_or(Cell::Empty, said),
            own(kind.as_ref().and_then(|it| it.as_str()).unwrap_or_default()),
            project.field.as_ref().map_or(Cell::Empty, said),
        ])
    }

    fn standing(&self, standing: &Standing) -> Option<Vec<Cell>> {
        let lead = self.lead(&standing.project, Cell::count(standing.place))?;
        let score = &standing.made_of;
        let award = standing.award.as_ref().map(|it| self.words.pick(it.both()).to_owned());
        let has_deductions = !score.deductions.is_empty();
        let taken = |points| if has_deductions { Cell::Decimal(points) } else { Cell::Empty };
        let coefficient = score.coefficient.as_ref();
        let coefficient = coefficient.map(|it| Cell::Decimal(it.round(6, Rounding::HalfUp)));
        let region = self.region(&standing.project);
        let rest = [
            Cell::Decimal(standing.score),
            Cell::text(award.unwrap_or_default()),
            Cell::count(score.sheets()),
            Cell::text(score.exact.to_string()),
            Cell::text(score.method().map(method).unwrap_or_default()),
            Cell::text(standing.tie.as_ref().map(ToString::to_string).unwrap_or_default()),
            coefficient.unwrap_or_default(),
            taken(score.rounded),
            taken(score.deducted()),
            Cell::Empty,
            Cell::Empty,
            region,
        ];
        Some(lead.into_iter().chain(rest).collect())
    }

    fn region(&self, id: &crate::contest::ProjectId) -> Cell {
        let region = self.projects.get(id).and_then(|(_, project)| project.region.as_ref());
        region.map_or(Cell::Empty, |it| Cell::text(self.words.pick(it.both())))
    }

    fn unranked(&self, line: &Unranked) -> Option<Vec<Cell>> {
        let lead = self.lead(&line.project, Cell::Empty)?;
        let UnrankedRow { reason, note, .. } = UnrankedRow::of(line.clone(), self.words);
        let without = std::iter::repeat_n(Cell::Empty, HEADS.len() - lead.len() - 3);
        let region = self.region(&line.project);
        let why = [Cell::text(reason), Cell::text(note.unwrap_or_default()), region];
        Some(lead.into_iter().chain(without).chain(why).collect())
    }
}

fn method(method: Method) -> String {
    let word = serde_json::to_value(method).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}
