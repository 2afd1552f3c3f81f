//! `roadshow log`: the evening for people, one line a record.

use std::sync::Arc;

use super::{Failure, arguments, failure::Place, logging, print, results};
use crate::{
    contest::{Fact, Seat, Session},
    journal,
    papers::log::{Filter, LogPage},
    words::{Lang, Words},
};

pub(super) fn run(given: &arguments::Log, lang: Option<Lang>) -> Result<(), Failure> {
    logging::to_stderr();
    let filter = Filter {
        project: given.project.clone(),
        seat: given.seat.clone(),
        kinds: given.kind.clone(),
        marks: given.marks,
    };
    let (mut page, mut words) = (LogPage::default(), Words::new(lang.unwrap_or(Lang::Zh)));
    let mut opened = None;
    let read = journal::read(&given.journal, |record| {
        if let Fact::Opened { session, .. } = &record.fact {
            if lang.is_none() {
                words = Words::of_session(&session.language);
            }
            opened.get_or_insert(Arc::clone(session));
        }
        page.add((record.seq, record.at, record.by.as_ref()), &record.fact, &filter, &words);
    });
    read.map_err(|error| Failure::Opening(error.into()))?;
    if let Some(session) = opened {
        all_known(&filter, &session, &words).map_err(Failure::Place)?;
    }
    print(&results::written(&page, given.format, &words)?)
}

/// Whether there can be such records at all.
fn all_known(filter: &Filter, session: &Session, words: &Words) -> Result<(), Place> {
    if let Some(kind) = filter.kinds.iter().find(|kind| !words.has(&format!("fact-{kind}"))) {
        return Err(Place::NoSuchKind { kind: kind.clone() });
    }
    if let Some(project) = &filter.project
        && session.project(&project.as_str().into()).is_none()
    {
        let (project, session) = (project.clone(), session.id.clone());
        return Err(Place::NoSuchProject { project, session });
    }
    if let Some(own) = &filter.seat
        && !Seat::all_of(session).iter().any(|seat| is_called(seat, own))
    {
        let (seat, session) = (own.clone(), session.id.clone());
        return Err(Place::NoSuchSeat { seat, session });
    }
    Ok(())
}

/// A judge's seat goes by its short name as well: `A3`.
fn is_called(seat: &Seat, name: &str) -> bool {
    seat.to_string() == name || seat.judge().is_some_and(|judge| judge.as_str() == name)
}
