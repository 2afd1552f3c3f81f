//! The marks of the project that is up, for the console of a session that lets it have them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::SheetView;
use crate::contest::{Contest, CriterionId, ProjectId, Room, SeatId, Text};

/// What the sheets say that are in, of the project that was called up last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MarksLine {
    /// The project; `None` before the first call-up.
    pub project: Option<ProjectId>,
    /// What is marked, in the order of the sheet; nothing where nothing is scored.
    pub criteria: Vec<CriterionLine>,
    /// The sheets that count.
    pub sheets: BTreeMap<SeatId, SheetView>,
}

/// A criterion by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionLine {
    /// What marks name it by.
    pub id: CriterionId,
    /// What people call it.
    pub name: Text,
    /// How many decimals its marks are written with.
    #[serde(default)]
    pub decimals: u32,
}

impl MarksLine {
    /// `None` where the session keeps marks off the console.
    pub(super) fn of(contest: &Contest, room: &Room) -> Option<Self> {
        contest
            .session()
            .safeguards
            .marks_on_console
            .then(|| Self::of_stage(contest, room).unwrap_or_default())
    }

    fn of_stage(contest: &Contest, room: &Room) -> Option<Self> {
        let project = contest.called(&room.id)?;
        let rubric = contest.session().group_of(project)?.rubric.as_ref()?;
        let criterion = |(it, _): (&crate::contest::Criterion, _)| CriterionLine {
            id: it.id.clone(),
            name: it.name.clone(),
            decimals: rubric.decimals_of(it),
        };
        let seats = &contest.run(project)?.seats;
        let sheets = seats.iter().filter_map(|(seat, state)| {
            let sheet = SheetView::of((rubric, state.counted()?));
            Some((seat.clone(), sheet))
        });
        Some(Self {
            project: Some(project.clone()),
            criteria: rubric.marked().map(criterion).collect(),
            sheets: sheets.collect(),
        })
    }
}
