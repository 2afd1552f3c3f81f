//! Paper sheets: whether the host had said that it comes on paper, whether each was keyed twice, by two persons
//! at two terminals, with the same marks, when one could come; and that no sheet of a terminal takes its place.
//!
//! Older versions knew no such word of the host. Whether a journal is one of theirs its opening says, and from the first
//! such word on it is none: `a_journal_from_before_permissions_needs_none_until_it_has_one`.
//!
//! What is keyed by one person alone counts nowhere: `a_paper_sheet_is_keyed_by_two_or_is_none`.

use super::{
    Flaw,
    definition::Marks,
    evening::{At, Evening},
    fact::{Fact, Keyer},
    flaw::Why,
    panel::are_equal,
    run::{Run, Seat},
};

/// A paper sheet as one person has keyed it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Keyed {
    by: Keyer,
    marks: Marks,
}

/// Two persons have keyed the same, and the next record must say that the sheet is in.
#[derive(Debug, Clone)]
pub(super) struct Alike {
    record: u64,
    wish: Option<String>,
    project: String,
    seat: String,
}

impl Keyer {
    /// The name, however it is written.
    fn plain(&self) -> String {
        self.name.trim().to_lowercase()
    }
}

impl Evening {
    /// The host says that a seat's sheet comes on paper.
    pub(super) fn allow_paper(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
    ) -> Result<(), Flaw> {
        if self.group_of(project).is_none_or(|it| it.rubric.is_none()) {
            return Err(at.impossible(Why::NotScored, seat));
        }
        if matches!(self.open_seat(at, project, seat)?, Seat::In(..)) {
            return Err(at.impossible(Why::Seat, seat));
        }
        self.needs_permission = true;
        let is_new = self.run_mut(at, project)?.allowed.insert(seat.to_owned());
        if is_new { Ok(()) } else { Err(at.impossible(Why::NoChange, seat)) }
    }

    /// It does not after all, and what was keyed is nothing.
    pub(super) fn disallow_paper(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
    ) -> Result<(), Flaw> {
        let run = self.run_mut(at, project)?;
        if !run.allowed.contains(seat) {
            return Err(at.impossible(Why::NoChange, seat));
        }
        run.end_paper(seat);
        Ok(())
    }

    /// One person keys a paper sheet, or keys it anew.
    pub(super) fn key(
        &mut self,
        at: At<'_>,
        (project, seat): (&str, &str),
        marks: &Marks,
        by: &Keyer,
    ) -> Result<(), Flaw> {
        let cannot = |why| Err(at.impossible(why, seat));
        if at.body.terminal.as_ref() != Some(&by.terminal) {
            return cannot(Why::Author);
        }
        self.must_fit(at, project, marks)?;
        if matches!(self.open_seat(at, project, seat)?, Seat::In(..)) {
            return cannot(Why::Seat);
        }
        let is_sealed = self.session.safeguards.sealed_sheets;
        let needs_permission = self.needs_permission;
        let run = self.run_mut(at, project)?;
        if needs_permission && !run.allowed.contains(seat) {
            return cannot(Why::NotAllowed);
        }
        if is_sealed && !run.others_are_in(seat) {
            return cannot(Why::TooEarly);
        }
        run.has_opened = true;
        let keyed = run.keyed.entry(seat.to_owned()).or_default();
        if keyed.iter().any(|it| it.by.terminal != by.terminal && it.by.plain() == by.plain()) {
            return cannot(Why::OnePerson);
        }
        let new = Keyed { by: by.clone(), marks: marks.clone() };
        let is_taken = keyed.len() == 2;
        match keyed.iter_mut().find(|it| it.by.terminal == by.terminal) {
            Some(own) if own.by == *by && are_equal(&own.marks, marks) => {
                return cannot(Why::NoChange);
            }
            Some(own) => *own = new,
            None if is_taken => return cannot(Why::Seat),
            None => keyed.push(new),
        }
        if let [one, other] = keyed.as_slice()
            && are_equal(&one.marks, &other.marks)
        {
            let (record, wish) = (at.record, at.body.wish.clone());
            let (project, seat) = (project.to_owned(), seat.to_owned());
            self.alike = Some(Alike { record, wish, project, seat });
        }
        Ok(())
    }

    /// What two have keyed is the sheet.
    pub(super) fn enter_paper(
        &mut self,
        at: At<'_>,
        (project, seat): (&str, &str),
        (revision, marks): (u32, &Marks),
        by: [&Keyer; 2],
    ) -> Result<(), Flaw> {
        let alone = || at.impossible(Why::OnePerson, seat);
        self.alike.take().ok_or_else(alone)?;
        let run = self.run_mut(at, project)?;
        let keyed = run.keyed.remove(seat).unwrap_or_default();
        let are_these = keyed.iter().map(|it| &it.by).eq(by)
            && keyed.iter().all(|it| are_equal(&it.marks, marks));
        let state = run.seats.get_mut(seat).filter(|_| are_these).ok_or_else(alone)?;
        if state.revision().checked_add(1) != Some(revision) {
            return Err(at.impossible(Why::Number, seat));
        }
        *state = Seat::In(revision, marks.clone());
        run.end_paper(seat);
        run.on_paper.insert(seat.to_owned());
        Ok(())
    }

    /// What was keyed alike must be the sheet in the next record, by the same wish; `None` is the end.
    pub(super) fn must_be_entered(&self, next: Option<At<'_>>) -> Result<(), Flaw> {
        let Some(Alike { record, wish, project, seat }) = &self.alike else { return Ok(()) };
        let is_entered = next.is_some_and(|at| match &at.body.fact {
            Fact::PaperSheetEntered { project: of, seat: whose, .. } => {
                at.body.wish == *wish && of == project && whose == seat
            }
            _ => false,
        });
        let (record, why, about) = (*record, Why::NotDone, seat.clone());
        if is_entered { Ok(()) } else { Err(Flaw::Impossible { record, why, about }) }
    }
}

impl Run {
    /// Whether sealed sheets may be opened, whatever this seat has still to say.
    fn others_are_in(&self, seat: &str) -> bool {
        let mut others = self.seats.iter().filter(|it| it.0 != seat).map(|it| it.1);
        let are_in = !others.any(|it| matches!(it, Seat::Open | Seat::Back(..)));
        self.is_at("scoring") && (self.has_opened || are_in)
    }

    /// Nothing is keyed for a seat any more, and what was is nothing.
    pub(super) fn end_paper(&mut self, seat: &str) {
        self.allowed.remove(seat);
        self.keyed.remove(seat);
    }

    /// A sheet came from the seat's own terminal.
    pub(super) fn hears_a_terminal(&mut self, seat: &str) {
        self.end_paper(seat);
        self.on_paper.remove(seat);
    }

    /// Whether this seat's sheet came on paper and counts: then its terminal hands in none.
    pub(super) fn stands_on_paper(&self, seat: &str) -> bool {
        self.on_paper.contains(seat) && matches!(self.seats.get(seat), Some(Seat::In(..)))
    }
}
