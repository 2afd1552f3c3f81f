//! `roadshow log`: the evening for people, one line a record.

use super::{Failure, arguments, logging, print, results};
use crate::{
    contest::Fact,
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
    let read = journal::read(&given.journal, |record| {
        if let (Fact::Opened { session, .. }, None) = (&record.fact, lang) {
            words = Words::of_session(&session.language);
        }
        page.add((record.seq, record.at, record.by.as_ref()), &record.fact, &filter, &words);
    });
    read.map_err(|error| Failure::Opening(error.into()))?;
    print(&results::written(&page, given.format, &words)?)
}
