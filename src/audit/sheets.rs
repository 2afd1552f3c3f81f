//! Sheets and locks: whether they can have happened, and whether a lock recorded what its sheets
//! come to.

use std::collections::BTreeSet;

use super::{
    Flaw, Fraction,
    definition::Marks,
    evening::{At, Evening},
    fact::Fact,
    flaw::Why,
    number::Halves,
    run::Seat,
};

impl Evening {
    /// A sheet in the clear; none is taken where sheets are sealed.
    pub(super) fn submit(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
        (revision, marks): (u32, &Marks),
    ) -> Result<(), Flaw> {
        if self.session.safeguards.sealed_sheets {
            return Err(at.impossible(Why::SealNeeded, seat));
        }
        self.must_fit(at, project, marks)?;
        let state = self.terminals_seat(at, project, seat)?;
        if revision <= state.revision() {
            return Err(at.impossible(Why::Closed, seat));
        }
        *state = Seat::In(revision, marks.clone());
        self.run_mut(at, project)?.hears_a_terminal(seat);
        Ok(())
    }

    /// The seat that the record comes from, while a sheet is taken from there.
    pub(super) fn open_seat(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
    ) -> Result<&mut Seat, Flaw> {
        let run = self.run_mut(at, project)?;
        let is_open = ["presentation", "questions", "scoring"].iter().any(|it| run.is_at(it));
        let state = run.seats.get_mut(seat).ok_or_else(|| at.impossible(Why::Unknown, seat))?;
        let is_out = matches!(state, Seat::Recused | Seat::Void(_));
        if is_open && !is_out { Ok(state) } else { Err(at.impossible(Why::Closed, seat)) }
    }

    /// The same, while one is taken from the judge's own terminal.
    pub(super) fn terminals_seat(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
    ) -> Result<&mut Seat, Flaw> {
        if self.run(at, project)?.stands_on_paper(seat) {
            return Err(at.impossible(Why::Closed, seat));
        }
        self.open_seat(at, project, seat)
    }

    pub(super) fn must_fit(&self, at: At<'_>, project: &str, marks: &Marks) -> Result<(), Flaw> {
        let group = self.group_of(project).ok_or_else(|| at.impossible(Why::Unknown, project))?;
        let misfit = match &group.rubric {
            Some(rubric) => rubric.misfit(marks),
            None => Some(project.to_owned()),
        };
        misfit.map_or(Ok(()), |criterion| Err(at.impossible(Why::Mark, &criterion)))
    }

    /// A lock says how many sheets count and what they come to; older ones say neither.
    pub(super) fn lock(
        &mut self,
        at: At<'_>,
        (project, without): (&str, &BTreeSet<String>),
        sheets: Option<usize>,
        score: Option<&Fraction>,
    ) -> Result<(), Flaw> {
        let run = self.run_mut(at, project)?;
        run.lock(without);
        let counted = run.sheets().count();
        self.locks += 1;
        let group = self.group_of(project).ok_or_else(|| at.impossible(Why::Unknown, project))?;
        let is_ranked = |it: &str| it == project || self.is_released(it);
        let scores = self.state.scores(&self.session, group, is_ranked);
        let computed = match scores.into_iter().find(|(it, _)| *it == project).map(|it| it.1) {
            Some(Ok(score)) => Some(score.rounded),
            Some(Err("ineligible")) => None,
            Some(Err(_)) | None => return Err(at.impossible(Why::NoScore, project)),
        };
        let given = match (sheets, score) {
            (None, None) => return Ok(()), // Whether it may be silent, `Silent` has looked at.
            (Some(sheets), _) if score.is_some() || computed.is_none() => sheets,
            _ => return Err(at.impossible(Why::ScoreMissing, project)),
        };
        if given == counted && score == computed.as_ref() {
            return Ok(());
        }
        let decimals = group.rubric.as_ref().map_or(2, |it| it.scoring.decimals);
        let said = |count: usize, score: Option<&Fraction>| {
            let score =
                score.map_or_else(|| "-".to_owned(), |it| Halves::HalfUp.print(it, decimals));
            format!("{score} ({count})")
        };
        let (given, computed) = (said(given, score), said(counted, computed.as_ref()));
        let project = project.to_owned();
        Err(Flaw::OtherLock { record: at.record, project, given, computed })
    }
}

/// Locks that say no score, as those of the oldest version do. All locks of a journal are so, or none is;
/// and where records say wall time or terminal, a version wrote it whose locks say their score.
#[derive(Debug, Clone, Default)]
pub(super) struct Silent {
    /// The first such lock, with its project.
    first: Option<(u64, String)>,
    /// Whether some record is of a later version.
    is_later: bool,
}

impl Silent {
    pub(super) fn note(&mut self, at: At<'_>) -> Result<(), Flaw> {
        self.is_later |= at.body.wall.is_some() || at.body.terminal.is_some();
        match &at.body.fact {
            Fact::Locked { project, sheets: None, score: None, .. } => {
                self.first.get_or_insert_with(|| (at.record, project.clone()));
            }
            Fact::Locked { .. } => self.is_later = true,
            _ => (),
        }
        match &self.first {
            Some((record, project)) if self.is_later => {
                let about = project.clone();
                Err(Flaw::Impossible { record: *record, why: Why::ScoreMissing, about })
            }
            _ => Ok(()),
        }
    }
}
