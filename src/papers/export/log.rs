//! Every record in words, without marks.

use serde_json::Value as Json;

use super::{Source, columns};
use crate::papers::{
    grid::{Cell, Grid},
    when,
};

impl Source<'_> {
    pub(super) fn log(&self) -> Grid {
        let mut grid = Grid::new(columns(["seq", "at", "by", "kind", "project", "said"]));
        for (row, told) in self.evening.log(self.words).rows().iter().zip(&self.evening.records) {
            let kind = row.fact.get("fact").and_then(Json::as_str).unwrap_or_default();
            let project = told.fact.project().map(ToString::to_string);
            grid.push(vec![
                Cell::count(row.seq),
                Cell::text(when::day_and_time(row.at)),
                Cell::text(row.by.as_ref().map(ToString::to_string).unwrap_or_default()),
                Cell::text(kind),
                Cell::text(project.unwrap_or_default()),
                Cell::text(row.said.clone()),
            ]);
        }
        grid
    }
}
