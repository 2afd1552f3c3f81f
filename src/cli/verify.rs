//! `roadshow verify`: what a journal proves, by the second path, and what nobody can know from it.

mod page;

use std::{fs, path::Path, sync::Arc};

use serde::Serialize;
use serde_json::Value;

use self::page::{Claims, HeadsFound, KeyWord, Proof, SealFound};
use super::{
    Failure,
    arguments::{self, PlainFormat},
    logging, print,
};
use crate::{
    audit::{self, Audit, Difference, Evening, Kept, Names, differences, read_heads},
    contest::{Contest, Fact},
    journal::{self, JournalError},
    papers::results::ResultsPage,
    words::{Lang, Words},
};

/// Why a journal is not proven, in one sentence; the rest stands on the page.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum NoProof {
    /// Something is wrong with it, or what it was compared with is not the same.
    DoesNotHold {
        /// The journal.
        journal: String,
        /// The first thing that is wrong, in words.
        why: String,
    },
    /// A file to compare with cannot be read.
    CannotRead {
        /// Which.
        path: String,
        /// What the system said.
        detail: String,
    },
    /// A line is no head.
    NoHead {
        /// The file.
        path: String,
        /// The line.
        line: usize,
    },
    /// A file of results is no JSON.
    NoResults {
        /// The file.
        path: String,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
}

pub(super) fn run(given: &arguments::Verify, words: &Words) -> Result<(), Failure> {
    logging::to_stderr();
    let kept = given.heads.iter().map(|path| heads_in(path)).collect::<Result<Vec<_>, _>>()?;
    let claim = given.results.as_deref().map(results_in).transpose()?;
    // What never was a journal has nothing to audit: it is a slip of the hand, and said as elsewhere.
    if let Err(why @ JournalError::NotAJournal { .. }) = journal::is_database(&given.journal) {
        return Err(Failure::Opening(why.into()));
    }
    let audit = audit::audit(&given.journal);
    let session = audit.evening.as_ref().map(|it| it.session().id.clone()).unwrap_or_default();
    let engine = match (&audit.flaw, &audit.evening) {
        (None, Some(evening)) => Some(engine(&given.journal, &audit, evening, words)),
        _ => None,
    };
    let results = given.results.as_deref().zip(claim).map(|(path, claim)| Claims {
        file: path.display().to_string(),
        differences: audit.evening.as_ref().map(|it| nearest(it, &claim)).unwrap_or_default(),
    });
    let heads = HeadsFound::of(&kept, &session, &audit.heads);
    let proof = Proof {
        holds: false,
        journal: given.journal.display().to_string(),
        session,
        rehearsal: audit.evening.as_ref().is_some_and(Evening::is_rehearsal),
        sums: audit.evening.as_ref().filter(|_| audit.flaw.is_none()).map(Evening::sums),
        locks: audit.evening.as_ref().map_or(0, Evening::locks),
        bulletins: audit.evening.as_ref().map_or(0, Evening::bulletins),
        head: audit.head().into(),
        from: audit.span.map(|it| it.0),
        to: audit.span.map(|it| it.1),
        engine: engine.unwrap_or_default(),
        results,
        seal: audit.seal.as_ref().map(|it| SealFound {
            record: it.record,
            key: it.key.clone(),
            is_last: audit.is_sealed(),
        }),
        key: given.key.as_deref().map(|key| KeyWord::of(key, audit.seal.as_ref())),
        heads,
        flaw: audit.flaw,
    }
    .judged();
    match given.format {
        PlainFormat::Table => print(&format!("{}\n", proof.table(words)))?,
        PlainFormat::Json => print(&proof.json())?,
    }
    match proof.first_trouble(words) {
        None => Ok(()),
        Some(why) => Err(Failure::Proof(NoProof::DoesNotHold { journal: proof.journal, why })),
    }
}

/// Where the program's own results differ, as of the last record that was audited.
fn engine(journal: &Path, audit: &Audit, evening: &Evening, words: &Words) -> Vec<Difference> {
    let said = match replayed(journal, audit.head().seq) {
        Ok(Some(contest)) => {
            let page = ResultsPage::of(&contest, &Words::new(Lang::Zh));
            let claimed = serde_json::to_value(page).unwrap_or_default();
            return differences(&evening.results(Names::Zh), &claimed);
        }
        Ok(None) => String::new(),
        Err(why) => words.explain("journal", &why),
    };
    vec![Difference { at: "journal".to_owned(), computed: "-".to_owned(), claimed: said }]
}

/// What the records add up to by the engine, whatever a running hub has added since the last one.
fn replayed(journal: &Path, last: u64) -> Result<Option<Contest>, JournalError> {
    let mut contest: Option<Contest> = None;
    journal::read(journal, |record| {
        if let (None, Fact::Opened { session, .. }) = (&contest, &record.fact) {
            contest = Some(Contest::new(Arc::clone(session)));
        }
        if let Some(contest) = contest.as_mut().filter(|_| record.seq <= last) {
            contest.apply(record.at, &record.fact);
        }
    })?;
    Ok(contest)
}

/// Where a claim differs. It may be in either language.
fn nearest(evening: &Evening, claim: &Value) -> Vec<Difference> {
    let [zh, en] = [Names::Zh, Names::En].map(|it| differences(&evening.results(it), claim));
    if en.len() < zh.len() { en } else { zh }
}

fn text_of(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| {
        let (path, detail) = (path.display().to_string(), error.to_string());
        Failure::Proof(NoProof::CannotRead { path, detail })
    })
}

fn heads_in(path: &Path) -> Result<Vec<Kept>, Failure> {
    read_heads(&text_of(path)?).map_err(|audit::NoHead(line)| {
        Failure::Proof(NoProof::NoHead { path: path.display().to_string(), line })
    })
}

fn results_in(path: &Path) -> Result<Value, Failure> {
    serde_json::from_str(&text_of(path)?).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Failure::Proof(NoProof::NoResults { path: path.display().to_string(), line, column })
    })
}
