//! From a journal to a desk: begins an empty journal, or goes on where it stopped.

use std::{path::Path, sync::Arc};

use serde::Serialize;

use super::{
    answers::Answers,
    desk::{Desk, DeskHandle},
};
use crate::{
    clock::Clock,
    contest::{At, Contest, Fact, Session},
    journal::{self, Entry, Journal, JournalError, Record},
};

/// Which definition counts when a journal was begun with another version of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Definition {
    /// The file and the journal must agree.
    AsInFile,
    /// Go on with the definition that the journal was begun with.
    AsBegun,
}

/// Why a session cannot be run on a journal. Nothing has been changed.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum OpeningError {
    /// The journal itself.
    #[error(transparent)]
    #[serde(skip)]
    Journal(#[from] JournalError),
    /// A seed is committed to, and nothing is drawn.
    #[error("the run order of session {session} is not drawn")]
    DrawPending {
        /// The session.
        session: String,
    },
    /// The journal is of another session.
    #[error("{journal} is the journal of {theirs}, not of {ours}")]
    OtherSession {
        /// The file.
        journal: String,
        /// The session it was begun for.
        theirs: String,
        /// The session that was asked for.
        ours: String,
    },
    /// The session's file has changed since the journal was begun.
    #[error("{journal} was begun with another version of session {session}; {change} differs")]
    ChangedSession {
        /// The file.
        journal: String,
        /// The session.
        session: String,
        /// The first part that differs, by its key.
        change: String,
    },
    /// The journal has records and does not begin with an opening.
    #[error("{journal} does not begin with the definition of a session")]
    NoOpening {
        /// The file.
        journal: String,
    },
}

/// What the records of a journal add up to.
#[derive(Default)]
struct Replay {
    contest: Option<Contest>,
    answers: Answers,
    /// The instant of the last record.
    last: At,
    headless: bool,
}

impl Replay {
    fn take(&mut self, record: &Record) {
        match (&mut self.contest, &record.fact) {
            (None, Fact::Opened { session }) => {
                self.contest = Some(Contest::new(Arc::new((**session).clone())));
            }
            (None, _) => self.headless = true,
            (Some(contest), fact) => contest.apply(record.at, fact),
        }
        self.last = self.last.max(record.at);
        self.answers.note_record(record);
    }
}

/// What a journal adds up to, read without changing it; works while a hub is writing it.
///
/// # Errors
///
/// When it is no journal, damaged, or does not begin with a session.
pub fn replay(path: &Path) -> Result<Contest, OpeningError> {
    let mut replay = Replay::default();
    journal::read(path, |record| replay.take(&record))?;
    let journal = path.display().to_string();
    replay.contest.filter(|_| !replay.headless).ok_or(OpeningError::NoOpening { journal })
}

/// Opens the journal at `path` for a session and makes the desk that goes on with it. Time goes on
/// where the clock says, and never before the journal's last record.
///
/// # Errors
///
/// When the journal cannot be opened, is damaged, or is of another session.
pub fn open(
    path: &Path,
    session: Session,
    definition: Definition,
    clock: Clock,
) -> Result<(Desk, DeskHandle), OpeningError> {
    let mut replay = Replay::default();
    let mut journal = journal::open(path, |record| replay.take(&record))?;
    let name = || path.display().to_string();
    if replay.headless {
        return Err(OpeningError::NoOpening { journal: name() });
    }
    let clock = clock.not_before(replay.last);
    let contest = match replay.contest {
        None if session.draw_is_pending() => {
            return Err(OpeningError::DrawPending { session: session.id });
        }
        None => begin(session, journal.as_mut(), &clock)?,
        Some(contest) => {
            same_session(contest.session(), &session, definition, &name())?;
            contest
        }
    };
    Ok(Desk::new(contest, replay.answers, journal, clock))
}

/// Writes the opening, which makes the journal explain itself.
pub(super) fn begin(
    session: Session,
    journal: &mut dyn Journal,
    clock: &Clock,
) -> Result<Contest, JournalError> {
    let contest = Contest::new(Arc::new(session.clone()));
    let fact = Fact::Opened { session: Box::new(session) };
    journal.append(&[Entry { at: clock.now(), by: None, wish: None, fact }])?;
    Ok(contest)
}

fn same_session(
    begun: &Session,
    given: &Session,
    definition: Definition,
    journal: &str,
) -> Result<(), OpeningError> {
    if begun.id != given.id {
        let (theirs, ours) = (begun.id.clone(), given.id.clone());
        return Err(OpeningError::OtherSession { journal: journal.to_owned(), theirs, ours });
    }
    match first_change(begun, given) {
        Some(change) if definition == Definition::AsInFile => Err(OpeningError::ChangedSession {
            journal: journal.to_owned(),
            session: given.id.clone(),
            change,
        }),
        _ => Ok(()),
    }
}

/// The key of the first part that two definitions differ in, as `projects.E07`.
fn first_change(begun: &Session, given: &Session) -> Option<String> {
    if begun.draw != given.draw {
        return Some("draw".to_owned()); // It changes the rooms as well.
    }
    differing("groups", &begun.groups, &given.groups, |it| it.id.as_str())
        .or_else(|| differing("rooms", &begun.rooms, &given.rooms, |it| it.id.as_str()))
        .or_else(|| differing("projects", &begun.projects, &given.projects, |it| it.id.as_str()))
        .or_else(|| (begun != given).then(|| "title".to_owned()))
}

fn differing<T: PartialEq>(
    key: &str,
    begun: &[T],
    given: &[T],
    id: impl Fn(&T) -> &str,
) -> Option<String> {
    let new = given.iter().find(|it| !begun.contains(it));
    let changed = new.or_else(|| begun.iter().find(|it| !given.contains(it)));
    changed.map(|it| format!("{key}.{}", id(it)))
}

#[cfg(test)]
mod tests {
    use super::{Definition, open};
    use crate::{
        clock::Clock,
        contest::{At, sample::session},
    };

    #[tokio::test]
    async fn time_does_not_go_back_over_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("test.journal");
        let open_at = |at| {
            let clock = Clock::hand_set(At(at));
            open(&journal, (*session()).clone(), Definition::AsInFile, clock).unwrap()
        };
        let (desk, handle) = open_at(5000);
        drop(handle);
        desk.run().await.unwrap();
        let (_, handle) = open_at(1000);
        assert_eq!(handle.clock().now(), At(5000));
    }
}
