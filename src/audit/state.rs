//! What scores and places hang on, and the scores of a group as a ranking has them.

use std::collections::BTreeMap;

use super::{
    definition::{Carry, Group, Project, Ruling, Session},
    number::zero,
    run::Run,
    score::{Entry, NoScore, Recipe, Score, Sheet},
};

/// What scores and places hang on.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) runs: BTreeMap<String, Run>,
    /// With their groups, oldest first.
    pub(super) rulings: Vec<(String, Ruling)>,
}

impl State {
    /// The scores of those of a group's projects that a ranking has, in the order of the session.
    pub(super) fn scores<'s>(
        &'s self,
        session: &'s Session,
        group: &'s Group,
        is_ranked: impl Fn(&str) -> bool,
    ) -> Vec<(&'s str, Result<Score, NoScore>)> {
        let Some(rubric) = &group.rubric else { return Vec::new() };
        let own = session.projects.iter().filter(|it| it.group == group.id && is_ranked(&it.id));
        let entry = |project: &'s Project| {
            let run = self.runs.get(&project.id)?;
            let sheet = |(seat, marks)| Sheet { seat, panel: session.panel_of(seat), marks };
            let carried =
                |it: &Carry| project.carried.get(&it.id).map_or_else(zero, |it| it.value.clone());
            Some(Entry {
                project: &project.id,
                room: &run.room,
                sheets: run.sheets().map(sheet).collect(),
                carried: session.carry.iter().map(carried).collect(),
                deducted: run.deductions.iter().map(|it| &it.points.value).sum(),
            })
        };
        let entries: Vec<_> = own.filter_map(entry).collect();
        let scores = Recipe::of(session, rubric).scores(&entries);
        entries.iter().map(|it| it.project).zip(scores).collect()
    }
}
