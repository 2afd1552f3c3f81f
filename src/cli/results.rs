//! `roadshow results`: rankings and awards from a journal.

use super::{
    Failure,
    arguments::{self, Format},
    logging, print,
};
use crate::{
    contest::{Contest, Robustness, Scope},
    hub::{self, Replayed, Sealed},
    papers::{
        Paper,
        journal::{JournalRow, SealRow},
        results::ResultsPage,
        robustness::RobustnessPage,
    },
    words::{Lang, Words},
};

pub(super) fn run(given: &arguments::Results, lang: Option<Lang>) -> Result<(), Failure> {
    logging::to_stderr();
    let replayed = hub::replay_whole(&given.journal).map_err(Failure::Opening)?;
    if given.robustness {
        let scope = if given.released { Scope::Released } else { Scope::Locked };
        let contest = &replayed.contest;
        let groups = Robustness::of_contest(contest, scope);
        let words = words_for(contest, lang);
        let mut page = RobustnessPage::of(&contest.session().id, &groups, &words);
        page.rehearsal = contest.is_rehearsal();
        page.journal = Some(row(&replayed));
        return print(&written(&page, given.format, &words)?);
    }
    print(&page(&replayed, true, given.format, lang)?)
}

/// What a paper says of the journal.
pub(super) fn row(replayed: &Replayed) -> JournalRow {
    let head = replayed.head;
    let seal = replayed.seal.clone().map(|Sealed { seq, key }| SealRow { seq, key });
    JournalRow { seq: head.seq, hash: head.hash.to_string(), head: head.to_string(), seal }
}

/// The results in a form, with the journal's head where that is kept; names are in `lang`, or in the
/// session's own language.
pub(super) fn page(
    replayed: &Replayed,
    is_kept: bool,
    format: Format,
    lang: Option<Lang>,
) -> Result<String, Failure> {
    let words = words_for(&replayed.contest, lang);
    let mut page = ResultsPage::of(&replayed.contest, &words);
    page.journal = is_kept.then(|| row(replayed));
    written(&page, format, &words)
}

/// The words in `lang`, or in the session's own language.
pub(super) fn words_for(contest: &Contest, lang: Option<Lang>) -> Words {
    lang.map_or_else(|| Words::of_session(&contest.session().language), Words::new)
}

/// The page in a form.
pub(super) fn written(page: &impl Paper, format: Format, words: &Words) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(format!("{}\n", page.table(words))),
        Format::Json => Ok(page.json()),
        Format::Csv => csv_text(|to| page.write_csv(to)),
    }
}

/// What a page writes as CSV.
pub(super) fn csv_text(
    write: impl FnOnce(&mut Vec<u8>) -> csv::Result<()>,
) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|err| Failure::Output(err.into()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
