//! How far the evening has come as one picture shows it: enough to tell an older picture from a newer.
//!
//! The people of a rehearsal only ever go forward: no step is undone, no clock is stopped or set.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    contest::{At, CountdownState, Phase, ProjectId, Stage},
    protocol::{
        Storage,
        views::{Sections, Turn},
    },
};

/// What a picture shows of the evening's course. What its seat does not see is empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Sight {
    stages: BTreeMap<ProjectId, Stage>,
    clock: Option<(ProjectId, Phase, At)>,
    /// The newest record that is named.
    record: u64,
    turn: usize,
    copied: u64,
}

#[derive(Deserialize)]
struct Line {
    project: Named,
    stage: Stage,
    clock: Option<Clock>,
}

#[derive(Deserialize)]
struct Clock {
    phase: Phase,
    state: CountdownState,
}

#[derive(Deserialize)]
struct Named {
    id: ProjectId,
}

#[derive(Deserialize, Default)]
struct Journal {
    /// The last of all, for the supervisor.
    seq: Option<u64>,
    mark: Option<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    seq: u64,
}

impl Sight {
    pub(super) fn of(picture: &Sections) -> Self {
        let on_stage: Option<Line> = picture.part("stage");
        let clock = on_stage.as_ref().and_then(|line| {
            let clock = line.clock.as_ref()?;
            let CountdownState::Running { ends } = clock.state else { return None };
            Some((line.project.id.clone(), clock.phase, ends))
        });
        let lines = ["order", "sheets", "turns"].into_iter().filter_map(|it| picture.part(it));
        let lines = lines.flat_map(Vec::<Line>::into_iter).chain(on_stage);
        let stages = lines.map(|line| (line.project.id, line.stage)).collect();
        let journal: Journal = picture.part("journal").unwrap_or_default();
        let record = journal.seq.or(journal.mark.map(|it| it.seq)).unwrap_or_default();
        let turn = picture.part::<Turn>("turn").and_then(|turn| turn.at).unwrap_or_default();
        let storage: Storage = picture.part("storage").unwrap_or_default();
        let made = storage.copies.iter().filter_map(|it| it.last.as_ref());
        let copied = made.map(|it| it.head.seq).max().unwrap_or_default();
        Self { stages, clock, record, turn, copied }
    }

    /// The countdown that it shows running, and when it ends.
    pub(super) fn clocks(&self) -> impl Iterator<Item = ((ProjectId, Phase), At)> {
        self.clock.iter().map(|(project, phase, ends)| ((project.clone(), *phase), *ends))
    }

    /// The record up to which it says that a copy was made.
    pub(super) fn copied(&self) -> u64 {
        self.copied
    }

    pub(super) fn is_older_than(&self, before: &Self) -> bool {
        let earlier = |(project, stage): (&ProjectId, &Stage)| {
            before.stages.get(project).is_some_and(|before| stage < before)
        };
        self.record < before.record || self.turn < before.turn || self.stages.iter().any(earlier)
    }
}
