//! `roadshow rehearse`: a rehearsal's hub for people; or, with `--scripted` or `--faults`, an evening that needs
//! nobody, and a report of what held.
//!
//! What always holds, and the test that guards it: it fails when a check does, and then keeps what there is to
//! look at: `a_rehearsal_that_fails_says_how_to_repeat_it`.

mod page;

use std::{
    env, fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use tokio::runtime::Runtime;

use self::page::Page;
use super::{
    Failure,
    arguments::{self, PlainFormat},
    failure::Place,
    files::cannot_write,
    hub::{self, Manner},
    logging, print, told_to_end, warn,
};
use crate::{
    contest::Session,
    definition::{self, Disk},
    hub::Occasion,
    rehearsal::{self, Options, Progress},
    words::Words,
};

pub(super) fn run(given: &arguments::Rehearse, words: &Words) -> Result<(), Failure> {
    if !given.is_played() {
        let (occasion, speed) = (Occasion::Rehearsal, given.speed());
        let manner = Manner { occasion, speed, attended: given.attended };
        return hub::run(&given.hub, manner, words);
    }
    logging::to_stderr();
    let session =
        definition::read_session(&given.hub.session, &Disk).map_err(Failure::Definition)?;
    let folder = Folder::of(given.keep.as_deref())?;
    let options = Options {
        program: env::current_exe().map_err(Failure::System)?,
        session: given.hub.session.clone(),
        folder: folder.path.clone(),
        seed: given.seed,
        speed: given.speed(),
        faults: given.faults,
        encrypted: !given.hub.ground.plain,
        lang: words.lang().to_string(),
    };
    let runtime = Runtime::new().map_err(Failure::System)?;
    let played = runtime.block_on(played(session, &options, words));
    let report = match played {
        Err(failure @ Failure::Interrupted) => {
            if let PlainFormat::Json = given.format {
                print("{\n  \"interrupted\": true\n}\n")?;
            }
            return Err(failure);
        }
        Err(failure) => {
            warn(&words.tell("rehearsal-kept", &[("path", folder.keep().into())]));
            return Err(failure);
        }
        Ok(report) => report,
    };
    let failed = report.findings.iter().filter(|it| !it.holds()).count();
    let kept = (0 < failed || given.keep.is_some()).then(|| folder.keep());
    let page = Page { report, kept };
    match given.format {
        PlainFormat::Table => print(&page.table(words))?,
        PlainFormat::Json => print(&page.json())?,
    }
    match failed {
        0 => Ok(()),
        count => Err(Failure::NotRehearsed { count, again: again(given) }),
    }
}

/// The command that repeats it.
fn again(given: &arguments::Rehearse) -> String {
    let session = given.hub.session.display();
    let what = if given.faults { "--faults" } else { "--scripted" };
    let plain = if given.hub.ground.plain { " --plain" } else { "" };
    let arguments::Rehearse { seed, .. } = given;
    let times = given.speed();
    format!("roadshow rehearse {session} {what} --seed {seed} --speed {times}{plain}")
}

async fn played(
    session: Session,
    options: &Options,
    words: &Words,
) -> Result<rehearsal::Report, Failure> {
    let told = told_to_end();
    let about = [
        ("title", words.pick(session.title.both()).to_owned().into()),
        ("projects", session.projects.len().into()),
        ("rooms", session.rooms.len().into()),
    ];
    warn(&words.tell("demo-begins", &about));
    let mut line = ProgressLine::new(words);
    let report = tokio::select! {
        report = rehearsal::play(session, options, |progress| line.tell(progress)) => report,
        () = told => return Err(Failure::Interrupted), // With it go its hubs.
    };
    line.end();
    Ok(report?)
}

/// One line on stderr that is written over and over; in a file, where that cannot be, a line for every tenth.
struct ProgressLine<'a> {
    words: &'a Words,
    is_over_and_over: bool,
    tenths: Option<usize>,
}

impl<'a> ProgressLine<'a> {
    fn new(words: &'a Words) -> Self {
        Self { words, is_over_and_over: io::stderr().is_terminal(), tenths: None }
    }

    fn tell(&mut self, progress: Progress) {
        let Progress { done, all, faults } = progress;
        let args = [("done", done.into()), ("all", all.into()), ("faults", faults.into())];
        let line = self.words.tell("rehearsal-progress", &args);
        if self.is_over_and_over {
            let _ = write!(io::stderr(), "\r{line}"); // Nobody may be looking.
            return;
        }
        let tenths = (done * 10).checked_div(all);
        if tenths != self.tenths {
            self.tenths = tenths;
            warn(&line);
        }
    }

    fn end(&self) {
        if self.is_over_and_over {
            warn("");
        }
    }
}

/// Where everything of a rehearsal lies: a folder that was given, or one that goes when it is dropped.
struct Folder {
    path: PathBuf,
    temporary: Option<TempDir>,
}

impl Folder {
    /// A folder that is given must be new or empty.
    fn of(given: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = given else {
            let folder = tempfile::Builder::new().prefix("roadshow-").tempdir();
            let folder = folder.map_err(Failure::NoFolder)?;
            return Ok(Self { path: folder.path().to_owned(), temporary: Some(folder) });
        };
        fs::create_dir_all(path).map_err(|error| cannot_write(path, &error))?;
        let mut files = fs::read_dir(path).map_err(|error| cannot_write(path, &error))?;
        if files.next().is_some() {
            let folder = path.display().to_string();
            return Err(Failure::Place(Place::FolderNotEmpty { folder }));
        }
        // Hubs are started from wherever they are started from.
        let path = path.canonicalize().map_err(|error| cannot_write(path, &error))?;
        Ok(Self { path, temporary: None })
    }

    /// Keeps it, and says where it is.
    fn keep(self) -> String {
        if let Some(folder) = self.temporary {
            let _ = folder.keep();
        }
        self.path.display().to_string()
    }
}
