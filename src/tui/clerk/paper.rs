//! A paper sheet as it is keyed at this terminal: the judge's form, with nothing in it but what is typed here.

use crate::{
    contest::{CriterionId, Marks, ProjectId, Rubric, SeatId, SeatWord},
    protocol::views::{ClerkView, PaperLine, SheetLine},
    tui::judge::{Draft, Marking, Sheet},
};

/// Whose sheet for which project.
pub(super) type Which = (ProjectId, SeatId);

/// What is typed of one paper sheet; it outlives leaving it and coming back.
#[derive(Debug)]
pub(super) struct PaperDraft {
    line: SheetLine,
    pub(super) draft: Draft,
    /// What has been handed in of it, as long as nothing was typed since.
    pub(super) handed_in: Option<Marks>,
}

impl PaperDraft {
    /// An empty one; nothing where the seat or the project takes none.
    pub(super) fn new(view: &ClerkView, (project, _): &Which) -> Option<Self> {
        let sheets = view.sheets_in.iter().find(|it| it.project == *project)?;
        let project = view.turns.iter().find(|it| it.project.id == *project)?.project.clone();
        let line = SheetLine {
            project,
            stage: sheets.stage,
            sheet: None,
            sealed: None,
            opens: false,
            state: SeatWord::Expected,
            reason: None,
        };
        Some(Self { line, draft: Draft::default(), handed_in: None })
    }

    /// As something to be typed into, and what has been handed in of it.
    pub(super) fn marking<'a>(
        &'a mut self,
        rubric: &'a Rubric,
    ) -> (Marking<'a>, &'a mut Option<Marks>) {
        let Self { line, draft, handed_in } = self;
        (Marking { line, rubric, draft, is_sealed_by_rule: false }, handed_in)
    }

    /// As something to be drawn.
    pub(super) fn sheet<'a>(&'a self, rubric: &'a Rubric) -> Sheet<'a> {
        let Self { line, draft, .. } = self;
        Sheet { line, rubric, draft, is_sealed_by_rule: false }
    }

    /// Whether something is typed that the hub does not have.
    pub(super) fn is_unsent(&self) -> bool {
        self.handed_in.is_none() && !self.draft.typed.is_empty()
    }

    /// Empties the marks that another person has keyed differently: they are keyed anew, from the paper.
    pub(super) fn settle(&mut self, keying: &PaperLine, rubric: &Rubric) {
        if keying.differing.is_empty() || self.handed_in.take().is_none() {
            return;
        }
        for differing in &keying.differing {
            self.draft.typed.remove(&differing.criterion);
        }
        let differs = |id: &CriterionId| keying.differing.iter().any(|it| it.criterion == *id);
        let first = rubric.marked().position(|(it, _)| differs(&it.id));
        self.draft.go(first.unwrap_or_default());
    }
}

/// The seats whose sheet may be keyed now, in the run order: those that the host has allowed.
pub(super) fn choices(view: &ClerkView) -> Vec<Which> {
    let open = view.sheets_in.iter().flat_map(|sheets| {
        let allowed = sheets.seats.iter().filter(|it| it.on_paper.is_some());
        allowed.map(|it| (sheets.project.clone(), it.seat.clone()))
    });
    open.collect()
}

/// Why a seat's sheet comes on paper, by the host's word.
pub(super) fn why_on_paper<'a>(view: &'a ClerkView, (project, seat): &Which) -> Option<&'a str> {
    let sheets = view.sheets_in.iter().find(|it| it.project == *project)?;
    sheets.seats.iter().find(|it| it.seat == *seat)?.on_paper.as_deref()
}

/// The rubric of a project.
pub(super) fn rubric_of<'a>(view: &'a ClerkView, project: &ProjectId) -> Option<&'a Rubric> {
    let turn = view.turns.iter().find(|it| it.project.id == *project)?;
    view.rubrics.iter().find(|it| it.group == turn.project.group).map(|it| &it.rubric)
}
