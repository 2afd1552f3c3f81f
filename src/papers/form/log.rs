//! 操作日志: every record in words, without marks.

use super::{FormKind, Forms, Leaf, who::Signs};
use crate::{
    papers::{
        grid::{Cell, Column, Grid},
        log::{LogPage, who},
        when,
    },
    words::Words,
};

impl Forms<'_> {
    pub(super) fn log(&self) -> Vec<Leaf> {
        let columns = vec![
            Column::new(self.tongues.say("log-seq"), 14),
            Column::new(self.tongues.say("log-at"), 42),
            Column::new(self.tongues.say("log-by"), 28),
            Column::new(self.tongues.say("log-said"), 80).growing(1),
        ];
        let mut grid = Grid::new(columns);
        let pages: Vec<LogPage> =
            self.tongues.words().map(|words| self.evening.log(words)).collect();
        let first = pages.first().map(LogPage::rows).unwrap_or_default();
        for (nth, row) in first.iter().enumerate() {
            let mut said: Vec<_> =
                pages.iter().filter_map(|it| Some(it.rows().get(nth)?.said.clone())).collect();
            said.dedup();
            let by = |words: &Words| {
                row.by.as_ref().map_or_else(|| words.say("log-hub"), |by| who(by, words))
            };
            grid.push(vec![
                Cell::count(row.seq),
                Cell::text(when::day_and_time(row.at)),
                Cell::text(self.tongues.each(by)),
                Cell::text(said.join(" / ")),
            ]);
        }
        let title = self.title(FormKind::Log);
        vec![Leaf {
            section: title.clone(),
            title,
            state: self.state(),
            facts: Vec::new(),
            lead: Vec::new(),
            grid,
            notes: vec![self.tongues.say("paper-log-without-marks")],
            signatures: self.signatures(&[Signs::Supervisor]),
            is_wide: false,
        }]
    }
}
