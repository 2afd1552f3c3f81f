//! `roadshow import`: the office's lists into a session, and the template of such lists. What would be
//! different and what is wrong is always shown; a file is written only when it is asked for and sound.

mod preview;

use std::{fs, io, path::Path};

use self::preview::Preview;
use super::{
    Failure,
    arguments::{self, Languages},
    failure::{Place, cannot_read, problems_text},
    files, logging,
    papers::too_large,
    print,
};
use crate::{
    contest::{LONGEST_ID, Projects, Session},
    definition::{self, Beginning, Disk, ListKind, Roster, Said, What},
    papers::{roster, tongues::Tongues},
    words::Words,
};

pub(super) fn run(
    given: &arguments::Import,
    lang: Option<Languages>,
    words: &Words,
) -> Result<(), Failure> {
    match (&given.template, &given.into, &given.to) {
        (Some(file), ..) => template(given, file, lang, words),
        (_, Some(session), _) => into(given, session, words),
        (.., Some(file)) => begin(given, file, words),
        (None, None, None) => Ok(()), // The arguments do not allow it.
    }
}

/// Writes the workbook to fill in, with the groups and rooms of a session.
fn template(
    given: &arguments::Import,
    file: &Path,
    lang: Option<Languages>,
    words: &Words,
) -> Result<(), Failure> {
    files::must_end(file, "xlsx")?;
    let tongues = match lang {
        Some(Languages::Both) => Tongues::both(words.lang()),
        Some(Languages::One(lang)) => Tongues::of(lang),
        None => Tongues::of(words.lang()),
    };
    let session = match &given.like {
        Some(path) => definition::read_session(path, &Disk).map_err(Failure::Definition)?,
        None => definition::founding(),
    };
    let bytes = roster::template(&session, &tongues).map_err(|error| too_large(&error))?;
    if given.overwrite && file.exists() {
        fs::write(file, &bytes).map_err(|error| files::cannot_write(file, &error))?;
    } else {
        files::create(file, &bytes)?;
    }
    let args = [("file", file.display().to_string().into())];
    print(&format!("{}\n", words.tell("import-template-written", &args)))
}

/// Merges lists into a session that is there.
fn into(given: &arguments::Import, path: &Path, words: &Words) -> Result<(), Failure> {
    let text = read_text(path)?;
    let session = definition::read_draft(path, &text, &Disk).map_err(Failure::Definition)?;
    let desk = Desk { given, path, words };
    let roster = Roster::read(&given.lists, &desk.said(), &session, &Disk);
    let (text, outcome) = desk.merge(&text, &session, &roster)?;
    let journal = open_evening(&session);
    if given.writing.write && outcome.changes {
        if let (Some(journal), false) = (&journal, given.writing.although_begun) {
            let (journal, session) = (journal.clone(), path.display().to_string());
            return Err(Failure::Place(Place::EveningBegun { journal, session }));
        }
        files::replace(path, &text)?;
    }
    desk.end(outcome, journal)
}

/// Makes a new session of lists, like another one.
fn begin(given: &arguments::Import, path: &Path, words: &Words) -> Result<(), Failure> {
    let (Some(model), Some(title)) = (&given.like, &given.title) else { return Ok(()) };
    if path.exists() {
        return Err(Failure::Place(Place::FileThere { path: path.display().to_string() }));
    }
    let frame = definition::read_session(model, &Disk).map_err(Failure::Definition)?;
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    if !definition::is_id(&id) {
        let (path, name) = (path.display().to_string(), id.into_owned());
        return Err(Failure::Place(Place::NameIsNoId { path, name, most: LONGEST_ID }));
    }
    let desk = Desk { given, path, words };
    // What the lists bring is known once they are read, and they are read as they fit the model.
    let roster = Roster::read(&given.lists, &desk.said(), &without_people(&frame, false), &Disk);
    let brings_judges = roster.has(ListKind::Judges);
    let beginning = Beginning { model, to: path, id: &id, title, brings_judges };
    let text = definition::begun(beginning, &Disk).map_err(Failure::Definition)?;
    let session = without_people(&frame, brings_judges);
    let roster = if brings_judges {
        Roster::read(&given.lists, &desk.said(), &session, &Disk)
    } else {
        roster
    };
    let (text, outcome) = desk.merge(&text, &session, &roster)?;
    if given.writing.write && outcome.problems == 0 {
        files::create(path, text.as_bytes())?;
    }
    desk.end(Outcome { changes: outcome.problems == 0, ..outcome }, None)
}

/// A session as its model leaves it to the lists.
fn without_people(model: &Session, also_judges: bool) -> Session {
    let mut session = Session { projects: Projects::default(), draw: None, ..model.clone() };
    for room in &mut session.rooms {
        room.order.clear();
        room.judges.iter_mut().for_each(|judge| judge.recused.clear());
        if also_judges {
            room.judges.clear();
        }
    }
    session
}

fn read_text(path: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(path);
    text.map_err(|error| match error.kind() {
        // Which is told with its place, as by any command that reads a session.
        io::ErrorKind::InvalidData | io::ErrorKind::NotFound => {
            let problems = definition::read_session(path, &Disk).err().unwrap_or_default();
            Failure::Definition(problems)
        }
        _ => cannot_read(&path.display().to_string(), &error),
    })
}

/// The journal of an evening that this session has been opened for, where journals usually lie.
fn open_evening(session: &Session) -> Option<String> {
    let journal = logging::folder()?.join(format!("{}.journal", session.id));
    journal.exists().then(|| journal.display().to_string())
}

/// What came of it.
#[derive(Clone, Copy)]
struct Outcome {
    problems: usize,
    changes: bool,
}

/// Where lists are laid beside a session.
struct Desk<'a> {
    given: &'a arguments::Import,
    path: &'a Path,
    words: &'a Words,
}

impl Desk<'_> {
    /// What the command line says about the lists.
    fn said(&self) -> Said {
        let sheets = self.given.sheet.iter().map(|it| (it.0, it.1.clone()));
        let columns = self.given.column.iter().map(|it| (it.0.clone(), it.1.clone()));
        Said { sheets: sheets.collect(), columns: columns.collect() }
    }

    /// Shows what would be different and what is wrong.
    fn merge(
        &self,
        text: &str,
        session: &Session,
        roster: &Roster,
    ) -> Result<(String, Outcome), Failure> {
        let removes = self.given.remove_absent;
        let merged = definition::merge((self.path, text), session, roster, removes, &Disk);
        print(&Preview { session, roster, merged: &merged, words: self.words }.text())?;
        if !merged.problems.is_empty() {
            print(&format!("\n{}\n", problems_text(&merged.problems, self.words)))?;
        }
        let problems = merged.problems.len();
        let is_other = merged.changes.iter().any(|it| it.what != What::Absent);
        Ok((merged.text, Outcome { problems, changes: is_other && problems == 0 }))
    }

    /// The last line: what is written, or why nothing is.
    fn end(&self, outcome: Outcome, journal: Option<String>) -> Result<(), Failure> {
        let file = self.path.display().to_string();
        let key = match outcome {
            Outcome { problems: 1.., .. } => return Err(Failure::Problems(outcome.problems)),
            Outcome { changes: false, .. } => "import-nothing",
            _ if self.given.writing.write => "import-written",
            _ => "import-not-written",
        };
        print(&format!("\n{}\n", self.words.tell(key, &[("file", file.into())])))?;
        let Some(journal) = journal.filter(|_| outcome.changes) else { return Ok(()) };
        print(&format!("{}\n", self.words.tell("import-evening", &[("journal", journal.into())])))
    }
}
