//! Paper sheets (纸质评分表): for a judge whose terminal is dead, keyed at the clerk's screen by two persons
//! at two terminals, once the host has said that this judge's sheet comes on paper: nobody makes one by the
//! clerk's link alone, `no_paper_is_keyed_before_the_host_allows_it`.
//!
//! The host's word is for one seat and one project. It ends when a sheet of the seat is in, from wherever,
//! with the lock, and when the project leaves or pitches again: `the_host_s_word_ends_with_what_it_was_for`.
//!
//! What counts is whatever is in: a paper sheet is keyed only for a seat of which no sheet counts, and while
//! one counts the judge's terminal hands in none: `a_terminal_s_sheet_and_a_paper_one_never_both_count`. Where
//! sheets are sealed, one on paper is open; it comes when nobody else is waited for, and from the first
//! keying on the seals stand: `no_paper_is_keyed_while_another_sheet_is_waited_for`.

use super::{Decision, Subject, reasoned, scoring::open_seat};
use crate::contest::{
    Fact, Keyed, Keyer, Keying, LONGEST_NAME, MOST_KEYINGS, Marks, Refusal, SeatId, SeatState,
};

/// The judge's sheet comes on paper, and may be keyed; only where one could come and none counts.
pub(super) fn allow(subject: &Subject<'_>, seat: &SeatId, reason: &str) -> Decision {
    subject.must_be_scored()?;
    let state = open_seat(subject, seat)?;
    if matches!(state, SeatState::Scored(_)) {
        return Err(subject.wrong_seat_state(seat, state));
    }
    if subject.run.on_paper.contains_key(seat) {
        return Ok(Vec::new());
    }
    let (project, reason) = (subject.project(), reasoned(reason)?);
    Ok(vec![Fact::PaperAllowed { project, seat: seat.clone(), reason }])
}

/// It does not come on paper after all; what is in already is not taken back by one person.
pub(super) fn disallow(subject: &Subject<'_>, seat: &SeatId, reason: &str) -> Decision {
    subject.must_be_scored()?;
    let state = subject.seat(seat)?;
    if matches!(state, SeatState::Scored(_)) {
        return Err(subject.wrong_seat_state(seat, state));
    }
    if !subject.run.on_paper.contains_key(seat) {
        return Ok(Vec::new());
    }
    let (project, reason) = (subject.project(), reasoned(reason)?);
    Ok(vec![Fact::PaperDisallowed { project, seat: seat.clone(), reason }])
}

/// A paper sheet as one person has keyed it. What two have keyed alike is the sheet.
pub(super) fn key(subject: &Subject<'_>, seat: &SeatId, marks: &Marks, by: &Keyer) -> Decision {
    let project = || subject.project();
    let rubric = subject.group.rubric.as_ref();
    let rubric = rubric.ok_or_else(|| Refusal::NotScored { project: project() })?;
    let state = open_seat(subject, seat)?;
    let by = Keyer { name: named(&by.name)?, terminal: by.terminal };
    if let SeatState::Scored(sheet) = state {
        let is_own = |it: &Keyer| it.terminal == by.terminal;
        let paper = sheet.paper.as_ref().filter(|_| sheet.marks == *marks);
        let is_there = paper.is_some_and(|it| is_own(&it.keyed_by) || is_own(&it.checked_by));
        return if is_there { Ok(Vec::new()) } else { Err(subject.wrong_seat_state(seat, state)) };
    }
    let permission = subject.run.on_paper.get(seat);
    let permission = permission
        .ok_or_else(|| Refusal::PaperNotAllowed { project: project(), seat: seat.clone() })?;
    if subject.contest.session.safeguards.sealed_sheets && !subject.run.opens_but_for(seat) {
        return Err(Refusal::NotOpenYet { project: project() });
    }
    rubric.check(marks)?;
    let revision = state.revision().saturating_add(1);
    let keyed = Keyed { by: by.clone(), marks: marks.clone() };
    let before = subject.run.keyings.get(seat);
    if before.and_then(|it| it.by(by.terminal)) == Some(&keyed) {
        return Ok(Vec::new());
    }
    if before.and_then(|it| it.other_than(by.terminal)).is_some_and(|it| it.by.may_be(&by)) {
        return Err(Refusal::SamePerson { project: project(), seat: seat.clone() });
    }
    if MOST_KEYINGS <= permission.keyed {
        let (project, seat, most) = (project(), seat.clone(), MOST_KEYINGS);
        return Err(Refusal::TooManyKeyings { project, seat, most });
    }
    let keying =
        before.map_or_else(|| Some(Keying::new(keyed.clone())), |it| it.with(keyed.clone()));
    let keying =
        keying.ok_or_else(|| Refusal::KeyedByTwo { project: project(), seat: seat.clone() })?;
    let (seat, marks) = (seat.clone(), marks.clone());
    let mut facts = vec![Fact::SheetKeyed {
        project: project(),
        seat: seat.clone(),
        marks: marks.clone(),
        keyed_by: by,
    }];
    if let Some(paper) = keying.agreed() {
        facts.push(Fact::PaperSheetEntered { project: project(), seat, revision, marks, paper });
    }
    Ok(facts)
}

/// What has been keyed is dropped: it was the wrong seat's sheet, or the terminal is gone that keyed it.
pub(super) fn drop_keying(subject: &Subject<'_>, seat: &SeatId, reason: &str) -> Decision {
    subject.must_be_scored()?;
    subject.seat(seat)?;
    if !subject.run.keyings.contains_key(seat) {
        return Ok(Vec::new());
    }
    let (project, reason) = (subject.project(), reasoned(reason)?);
    Ok(vec![Fact::KeyingDropped { project, seat: seat.clone(), reason }])
}

/// While a paper sheet counts, the judge's terminal hands in none.
pub(super) fn must_not_stand(subject: &Subject<'_>, state: &SeatState) -> Result<(), Refusal> {
    match state {
        SeatState::Scored(sheet) if sheet.paper.is_some() => {
            Err(Refusal::PaperStands { project: subject.project() })
        }
        _ => Ok(()),
    }
}

/// A name for the record: one line that says something, and not a long one.
fn named(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    let is_good = (1..=LONGEST_NAME).contains(&name.chars().count());
    if is_good && !name.contains(char::is_control) {
        Ok(name.to_owned())
    } else {
        Err(Refusal::NotAName { most: LONGEST_NAME })
    }
}
