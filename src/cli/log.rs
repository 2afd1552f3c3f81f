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
    let id = || session.id.clone();
    if let Some(kind) = filter.kinds.iter().find(|kind| !words.has(&format!("fact-{kind}"))) {
        return Err(Place::NoSuchKind { kind: kind.clone() });
    }
    let is_known = |own: &String| session.projects.iter().any(|it| it.id.as_str() == own);
    if let Some(project) = filter.project.clone().filter(|own| !is_known(own)) {
        return Err(Place::NoSuchProject { project, session: id() });
    }
    let seats = Seat::all_of(session);
    let is = |seat: &Seat, own: &str| {
        seat.to_string() == own || seat.judge().is_some_and(|judge| judge.as_str() == own)
    };
    let is_known = |own: &String| seats.iter().any(|seat| is(seat, own));
    match filter.seat.clone().filter(|own| !is_known(own)) {
        Some(seat) => Err(Place::NoSuchSeat { seat, session: id() }),
        None => Ok(()),
    }
}
