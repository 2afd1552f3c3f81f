//! What is kept about the sheets of a room as a whole, so that a key or a frame looks at the sheets it is
//! about and not at all of them.
//!
//! It is made with a picture, and after anything else that sheet is entered anew which it was about:
//! `what_is_kept_about_the_sheets_is_what_they_are`.

use std::collections::{BTreeSet, HashMap};

use super::{JudgeScreen, sheet::Sheet};
use crate::{contest::ProjectId, protocol::views::JudgeView, tui::text::width};

/// Sheets by their rows, which are those of the run order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Roll {
    /// The line of the picture in which a row's sheet stands: projects without a rubric have none.
    lines: Vec<usize>,
    rows: HashMap<ProjectId, usize>,
    /// The columns of the longest number of a project.
    pub(super) columns: usize,
    /// The sheets that this seat owes.
    pub(super) owed: BTreeSet<usize>,
    /// Those of them that the hub has.
    pub(super) received: BTreeSet<usize>,
    /// Those that still have to reach the hub.
    unsent: BTreeSet<usize>,
    /// Those that were given back and may be typed into.
    returned: BTreeSet<usize>,
    /// Those that this terminal has still to open.
    sealed: BTreeSet<usize>,
}

impl Roll {
    /// The rows of a picture, with nothing in them yet.
    pub(super) fn of(view: &JudgeView) -> Self {
        let mut roll = Self::default();
        for (line, sheet) in view.sheets.iter().enumerate() {
            if view.rubric_of(&sheet.project).is_some() {
                roll.rows.insert(sheet.project.id.clone(), roll.lines.len());
                roll.columns = roll.columns.max(width(sheet.project.id.as_str()));
                roll.lines.push(line);
            }
        }
        roll
    }

    /// How many sheets there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The row of a project's sheet.
    pub(super) fn row(&self, project: &ProjectId) -> Option<usize> {
        self.rows.get(project).copied()
    }

    /// The line of the picture that is in a row.
    pub(super) fn line(&self, row: usize) -> Option<usize> {
        self.lines.get(row).copied()
    }

    /// Whether something is left undone when this terminal closes.
    pub(super) fn needs_the_terminal(&self) -> bool {
        !self.unsent.is_empty() || !self.sealed.is_empty()
    }

    fn enter(&mut self, row: usize, stands: Stands) {
        let Self { owed, received, unsent, returned, sealed, .. } = self;
        for (rows, is_in) in [owed, received, unsent, returned, sealed].into_iter().zip(stands) {
            if is_in {
                rows.insert(row);
            } else {
                rows.remove(&row);
            }
        }
    }
}

/// Whether a sheet belongs to each of the sets of a roll, in their order.
type Stands = [bool; 5];

fn stands(sheet: Sheet<'_>) -> Stands {
    let (is_owed, is_returned) = (sheet.is_owed(), sheet.is_returned());
    let is_received = is_owed && sheet.known().is_some() && !is_returned;
    let may_be_typed = is_returned && sheet.takes_typing();
    [is_owed, is_received, sheet.is_unsent(), may_be_typed, sheet.is_to_be_opened()]
}

impl JudgeScreen {
    /// The sheet in a row.
    pub(super) fn sheet_in(&self, row: usize) -> Option<Sheet<'_>> {
        let view = self.view.as_ref()?;
        let line = view.sheets.get(self.roll.line(row)?)?;
        let (rubric, draft) = (view.rubric_of(&line.project)?, self.drafts.get(&line.project.id)?);
        let is_sealed_by_rule = view.session.safeguards.sealed_sheets;
        Some(Sheet { line, rubric, draft, is_sealed_by_rule })
    }

    pub(super) fn sheet_of(&self, project: &ProjectId) -> Option<Sheet<'_>> {
        self.sheet_in(self.roll.row(project)?)
    }

    /// Every sheet of the room, in run order.
    pub(super) fn sheets(&self) -> impl Iterator<Item = Sheet<'_>> {
        (0..self.roll.len()).filter_map(|row| self.sheet_in(row))
    }

    /// The sheets that still have to reach the hub, in run order.
    pub(super) fn unsent(&self) -> impl Iterator<Item = Sheet<'_>> {
        self.roll.unsent.iter().filter_map(|row| self.sheet_in(*row))
    }

    /// The sheets that were given back and may be typed into, in run order.
    pub(super) fn given_back(&self) -> impl Iterator<Item = Sheet<'_>> {
        self.roll.returned.iter().filter_map(|row| self.sheet_in(*row))
    }

    /// The sheets that this terminal has still to open, in run order.
    pub(super) fn to_be_opened(&self) -> impl Iterator<Item = Sheet<'_>> {
        self.roll.sealed.iter().filter_map(|row| self.sheet_in(*row))
    }

    /// Enters every sheet as it stands.
    pub(super) fn call_the_roll(&mut self) {
        for row in 0..self.roll.len() {
            self.enter(row);
        }
    }

    /// Enters a sheet as it stands.
    pub(super) fn enter(&mut self, row: usize) {
        if let Some(now) = self.sheet_in(row).map(stands) {
            self.roll.enter(row, now);
        }
    }
}

#[cfg(test)]
impl JudgeScreen {
    /// Whether every sheet is entered as it stands.
    pub(super) fn roll_is_true(&self) -> bool {
        let mut anew = self.roll.clone();
        for row in 0..anew.len() {
            if let Some(now) = self.sheet_in(row).map(stands) {
                anew.enter(row, now);
            }
        }
        anew == self.roll
    }
}
