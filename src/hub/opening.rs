//! From a journal to a desk: begins an empty journal, or goes on where it stopped.

use std::{path::Path, sync::Arc};

use serde::Serialize;

use super::{
    desk::{Desk, DeskHandle},
    past::Past,
};
use crate::{
    clock::Clock,
    contest::{At, Contest, Fact, Session},
    journal::{self, Entry, Head, Journal, JournalError, Record},
};

/// Which definition counts when a journal was begun with another version of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Definition {
    /// The file and the journal must agree.
    AsInFile,
    /// Go on with the definition that the journal was begun with.
    AsBegun,
}

/// What an evening is for. A journal is one or the other from its first record on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The final.
    Live,
    /// A rehearsal (彩排), whose results count for nothing.
    Rehearsal,
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
    /// A final cannot go on with a rehearsal.
    #[error("{journal} is the journal of a rehearsal")]
    IsRehearsal {
        /// The file.
        journal: String,
    },
    /// A rehearsal cannot go on with a final.
    #[error("{journal} is not the journal of a rehearsal")]
    IsLive {
        /// The file.
        journal: String,
    },
    /// A record is of a rehearsal and the opening is not, or the other way round.
    #[error("record {seq} of {journal} does not say what the opening says of a rehearsal")]
    MixedRehearsal {
        /// The file.
        journal: String,
        /// The first such record.
        seq: u64,
    },
}

/// What the records of a journal add up to.
#[derive(Default)]
struct Replay {
    contest: Option<Contest>,
    past: Past,
    /// The instant of the last record.
    last: At,
    headless: bool,
    /// The first record that is of a rehearsal where the opening is not, or the other way round.
    mixed: Option<u64>,
    /// The last seal.
    seal: Option<Sealed>,
}

/// What a journal adds up to.
#[derive(Debug)]
pub struct Replayed {
    /// The contest.
    pub contest: Contest,
    /// The journal's head.
    pub head: Head,
    /// The last seal, and only said: nothing here has checked it.
    pub seal: Option<Sealed>,
}

/// A seal as it stands in a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The number of the record that it signs.
    pub seq: u64,
    /// The public key, in hex.
    pub key: String,
}

impl Replay {
    fn take(&mut self, record: Record) {
        match (&mut self.contest, &record.fact) {
            (None, Fact::Opened { session, rehearsal, .. }) => {
                self.contest = Some(Contest::opened(Arc::clone(session), *rehearsal));
            }
            (None, _) => self.headless = true,
            (Some(contest), fact) => contest.apply(record.at, fact),
        }
        self.last = self.last.max(record.at);
        if let Fact::Sealed { key, .. } = &record.fact {
            self.seal = Some(Sealed { seq: record.seq.saturating_sub(1), key: key.clone() });
        }
        let Some(contest) = &self.contest else { return };
        if record.rehearsal != contest.is_rehearsal() {
            self.mixed.get_or_insert(record.seq);
        }
        self.past.read(contest, record);
    }

    /// The same, if it is the journal of one evening; `name` is what its file is called. The contest
    /// is `None` for an empty one.
    fn sound(self, name: &str) -> Result<Self, OpeningError> {
        let journal = name.to_owned();
        match self.mixed {
            _ if self.headless => Err(OpeningError::NoOpening { journal }),
            Some(seq) => Err(OpeningError::MixedRehearsal { journal, seq }),
            None => Ok(self),
        }
    }
}

/// What a journal adds up to, read without changing it; works while a hub is writing it.
///
/// # Errors
///
/// When it is no journal, damaged, or does not begin with a session.
pub fn replay(path: &Path) -> Result<Contest, OpeningError> {
    replay_whole(path).map(|it| it.contest)
}

/// The same with the journal's head and its last seal.
///
/// # Errors
///
/// As for [`replay`].
pub fn replay_whole(path: &Path) -> Result<Replayed, OpeningError> {
    replay_each(path, |_| ())
}

/// The same, every record shown on the way.
///
/// # Errors
///
/// As for [`replay`]; what was shown before is then to be forgotten.
pub fn replay_each(path: &Path, mut each: impl FnMut(&Record)) -> Result<Replayed, OpeningError> {
    let mut replay = Replay::default();
    let head = journal::read(path, |record| {
        each(&record);
        replay.take(record);
    })?;
    let journal = path.display().to_string();
    let Replay { contest, seal, .. } = replay.sound(&journal)?;
    let contest = contest.ok_or(OpeningError::NoOpening { journal })?;
    Ok(Replayed { contest, head, seal })
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
    occasion: Occasion,
    clock: Clock,
) -> Result<(Desk, DeskHandle), OpeningError> {
    let (cut, (replay, mut journal)) = match taken_in(path) {
        Err(broken) if broken.is_damage() => (journal::mend(path)?, taken_in(path)?),
        opened => (None, opened?),
    };
    let name = path.display().to_string();
    let Replay { contest, past, last, .. } = replay.sound(&name)?;
    let clock = clock.not_before(last);
    let (contest, mut past) = match contest {
        None if session.draw_is_pending() => {
            return Err(OpeningError::DrawPending { session: session.id });
        }
        None => begin(session, occasion, journal.as_mut(), &clock)?,
        Some(contest) => {
            same_occasion(&contest, occasion, &name)?;
            same_session(contest.session(), &session, definition, &name)?;
            (contest, past)
        }
    };
    if journal.is_copy() {
        begin_epoch(&contest, &mut past, journal.as_mut(), &clock)?;
    }
    let (mut desk, handle) = Desk::new(contest, past, journal, clock);
    if let Some(cut) = &cut {
        desk.tell_of(cut);
    }
    Ok((desk, handle))
}

/// Opens a journal, with what its records add up to.
fn taken_in(path: &Path) -> Result<(Replay, Box<dyn Journal>), JournalError> {
    let mut replay = Replay::default();
    let journal = journal::open(path, |record| replay.take(record))?;
    Ok((replay, journal))
}

/// What a hub would go on with on a journal.
#[derive(Debug, Default)]
pub struct Foreseen {
    /// What the records add up to; `None` where a journal would be begun.
    pub contest: Option<Contest>,
    /// How many records there are.
    pub records: u64,
    /// When the last of them was made.
    pub last: At,
}

/// What [`open`] would find at `path`, and refuse, without changing anything; works while a hub is
/// writing it. A damaged tail, which [`open`] mends, is refused here.
///
/// # Errors
///
/// As for [`open`].
pub fn foresee(
    path: &Path,
    session: &Session,
    definition: Definition,
    occasion: Occasion,
) -> Result<Foreseen, OpeningError> {
    let mut replay = Replay::default();
    let records = match journal::read(path, |record| replay.take(record)) {
        Err(JournalError::Missing { .. }) => 0,
        head => head?.seq,
    };
    let name = path.display().to_string();
    let Replay { contest, last, .. } = replay.sound(&name)?;
    match &contest {
        None if session.draw_is_pending() => {
            return Err(OpeningError::DrawPending { session: session.id.clone() });
        }
        None => (),
        Some(contest) => {
            same_occasion(contest, occasion, &name)?;
            same_session(contest.session(), session, definition, &name)?;
        }
    }
    Ok(Foreseen { contest, records, last })
}

/// Writes the opening, which makes the journal explain itself.
pub(super) fn begin(
    session: Session,
    occasion: Occasion,
    journal: &mut dyn Journal,
    clock: &Clock,
) -> Result<(Contest, Past), JournalError> {
    let (at, rehearsal) = (clock.now(), occasion == Occasion::Rehearsal);
    let session = Arc::new(session);
    let contest = Contest::opened(Arc::clone(&session), rehearsal);
    let fact = Fact::opened(session, rehearsal);
    let entry = Entry { wall: clock.wall(), rehearsal, ..Entry::new(at, fact) };
    let mut past = Past::default();
    for head in journal.append(journal.head(), std::slice::from_ref(&entry))? {
        past.stored(&contest, &entry, head);
    }
    Ok((contest, past))
}

/// Writes that a copy is gone on with, so that screens can tell this hub from the older one.
fn begin_epoch(
    contest: &Contest,
    past: &mut Past,
    journal: &mut dyn Journal,
    clock: &Clock,
) -> Result<(), JournalError> {
    let fact = Fact::CopyOpened { epoch: past.epoch.number.saturating_add(1) };
    let rehearsal = contest.is_rehearsal();
    let entry = Entry { wall: clock.wall(), rehearsal, ..Entry::new(clock.now(), fact) };
    for head in journal.append(journal.head(), std::slice::from_ref(&entry))? {
        past.stored(contest, &entry, head);
    }
    Ok(())
}

/// Nothing makes a final of a rehearsal, or the other way round.
fn same_occasion(contest: &Contest, occasion: Occasion, journal: &str) -> Result<(), OpeningError> {
    let journal = journal.to_owned();
    match (contest.is_rehearsal(), occasion) {
        (true, Occasion::Live) => Err(OpeningError::IsRehearsal { journal }),
        (false, Occasion::Rehearsal) => Err(OpeningError::IsLive { journal }),
        _ => Ok(()),
    }
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
mod tests;
