//! An evening that needs nobody: scripted people at every seat, the real program as the hub in a process of
//! its own, and between them roads that are cut by a seed while the hub is killed, moved and doubled. In the
//! end a report of what held.
//!
//! It is a rehearsal (`hub::Occasion`) in a folder of its own, and touches nothing else.
//!
//! What always holds, and the test that guards it:
//!
//! - an evening in which things break comes to the end of one in which nothing does:
//!   `an_evening_in_which_everything_breaks_comes_to_its_end`;
//! - what does not hold is said, and the command fails: `a_receipt_that_names_no_record_fails` and its
//!   neighbours;
//! - nothing of it is left running: `no_hub_outlives_a_rehearsal`.
//!
//! Not here: the screens, whose drafts and trays on a real disk `tests/terminal.rs` and `tests/it/takeover.rs` are
//! about, and words (`crate::cli`).

mod checks;
mod diary;
mod finding;
mod laptop;
mod plan;
mod relay;
mod storm;

use std::{
    collections::BTreeMap,
    convert::Infallible,
    error::Error,
    io,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use serde::Serialize;
use tokio::{
    process::Command,
    select,
    sync::watch,
    time::{Instant, sleep_until},
};

pub use finding::Finding;
pub use laptop::NoHub;
pub use plan::Fault;
pub use storm::Broken;

use crate::{
    contest::Session,
    demo::{self, Crew, DemoError, Invitations, Ledger, Pace, Pages},
    hub::{self, OpeningError},
    journal::Record,
};
use laptop::Supplies;
use storm::{BACK_WITHIN, Seen, Storm};

/// An evening stands still when nothing is done with for so long: on the wall, and by its own clock.
const STANDSTILL: Duration = Duration::from_secs(120);
const LONGEST_BREAK: Duration = Duration::from_secs(4 * 3600);

/// How an evening is rehearsed.
#[derive(Debug, Clone)]
pub struct Options {
    /// The program that runs the hub.
    pub program: PathBuf,
    /// The session's file.
    pub session: PathBuf,
    /// Where everything of it lies; it is there and empty.
    pub folder: PathBuf,
    /// What marks and faults follow from.
    pub seed: u64,
    /// How many times as fast as the wall clock it runs.
    pub speed: u32,
    /// Whether anything breaks.
    pub faults: bool,
    /// Whether connections are encrypted.
    pub encrypted: bool,
    /// The language to say in what is wrong with a journal.
    pub lang: String,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many projects are done with.
    pub done: usize,
    /// Of how many.
    pub all: usize,
    /// How many faults there have been.
    pub faults: usize,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether everything is as it must be.
    pub passed: bool,
    /// The session's id.
    pub session: String,
    /// What marks and faults followed from.
    pub seed: u64,
    /// How many times as fast as the wall clock it ran.
    pub speed: u32,
    /// How long it took.
    pub seconds: u64,
    /// How many people were there.
    pub terminals: usize,
    /// What broke, and how often.
    pub faults: BTreeMap<&'static str, usize>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum RehearsalError {
    /// The hub, the roads or the folder, before anything broke.
    #[error(transparent)]
    Begin(#[from] Broken),
    /// The evening without faults, which it is compared with, could not be played.
    #[error(transparent)]
    Reference(#[from] DemoError),
    /// The journal cannot be read back.
    #[error(transparent)]
    Journal(#[from] OpeningError),
    /// The system gave no process.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// Rehearses a session's evening, and says what held. `tell` is told how far it has come.
///
/// # Errors
///
/// When the evening cannot begin, or what it came to cannot be read; whatever breaks in between stands in the
/// report.
pub async fn play(
    session: Session,
    options: &Options,
    tell: impl FnMut(Progress),
) -> Result<Report, RehearsalError> {
    let began = Instant::now();
    let ledger = Ledger::default();
    let mut storm = Storm::begin(Supplies::of(options), ledger.clone()).await?;
    let stopped = evening(&session, options, &mut storm, &ledger, tell).await?;
    let pages = ledger.pages();
    let seconds = began.elapsed().as_secs();
    let journal = storm.laptop().journal();
    let Seen { kinds, .. } = &storm.seen;
    let (faults, session_id) = (kinds.clone(), session.id.clone());
    let mut findings = Vec::new();

    let mut records: Vec<Record> = Vec::new();
    let here = hub::replay_each(&journal, |record| records.push(record.clone()))?.contest;
    let reference = demo::Options { seed: options.seed, ..demo::Options::default() };
    let there = demo::headless(session, &reference, |_| ()).await?.contest;
    findings.extend(stopped.or_else(|| checks::end(&here)));
    findings.push(checks::acknowledged(&records, &pages));
    findings.push(verified(options, &journal, records.len()).await?);
    findings.push(checks::scores(&here, &there));
    findings.push(checks::clocks(&pages, options.speed));
    findings.push(checks::pictures(&pages));
    if options.faults {
        findings.extend(after_faults(&storm.seen, &pages));
    }
    Ok(Report {
        passed: findings.iter().all(Finding::holds),
        session: session_id,
        seed: options.seed,
        speed: options.speed,
        seconds,
        terminals: pages.seats().len(),
        faults,
        findings,
    })
}

impl Supplies {
    fn of(options: &Options) -> Self {
        Self {
            program: options.program.clone(),
            session: options.session.clone(),
            speed: options.speed,
            encrypted: options.encrypted,
            folder: options.folder.clone(),
        }
    }
}

/// Plays the evening to its end, or until it is stopped; why, if it is.
async fn evening(
    session: &Session,
    options: &Options,
    storm: &mut Storm,
    ledger: &Ledger,
    mut tell: impl FnMut(Progress),
) -> Result<Option<Finding>, Broken> {
    let clock = hub::hastened_clock(&storm.laptop().journal(), options.speed);
    let pace = Pace::unwatched(clock);
    let invitations = Invitations::new(session.clone().into(), storm.links()?);
    let invitations = invitations.writing_down(ledger.clone()).at(storm.terminals().clone());
    let mut crew = demo::attend(&invitations, &pace, options.seed);
    let (struck, faults) = watch::channel(0);
    let wait = STANDSTILL.max(LONGEST_BREAK / options.speed.max(1));

    let ended = select! {
        ended = watched(&mut crew, wait, faults, &mut tell) => ended,
        broken = broken(storm, options, &struck) => match broken {
            Err(why) => Some(End::Stopped(told(&why))),
            Ok(never) => match never {},
        },
    };
    let progress = crew.progress().borrow().clone();
    let (done, all) = (progress.done(), progress.all);
    let closed = match storm.calm().await {
        Ok(()) => {
            drop(crew);
            storm.laptop().close().await.map_err(Broken::Hub)
        }
        broken => broken,
    };
    let ended = ended.or_else(|| closed.err().map(|why| End::Stopped(told(&why))));
    Ok(ended.map(|ended| match ended {
        End::Stopped(why) => Finding::Stopped { done, all, why },
        End::StoodStill => Finding::StoodStill { done, all, seconds: wait.as_secs() },
    }))
}

/// Breaks things, where they are to be broken, until something breaks for good.
async fn broken(
    storm: &mut Storm,
    options: &Options,
    struck: &watch::Sender<usize>,
) -> Result<Infallible, Broken> {
    if options.faults { storm.rage(options.seed, struck).await } else { storm.watch().await }
}

/// How an evening ends before its time.
enum End {
    Stopped(String),
    StoodStill,
}

/// Waits for the end of the evening, or for so long without anything being done.
async fn watched(
    crew: &mut Crew,
    wait: Duration,
    mut faults: watch::Receiver<usize>,
    tell: &mut impl FnMut(Progress),
) -> Option<End> {
    let mut progress = crew.progress();
    let mut last = Instant::now();
    loop {
        let now = {
            let progress = progress.borrow_and_update();
            Progress { done: progress.done(), all: progress.all, faults: *faults.borrow() }
        };
        tell(now);
        select! {
            ended = crew.finished() => return ended.err().map(|why| End::Stopped(told(&why))),
            Ok(()) = progress.changed() => last = Instant::now(),
            Ok(()) = faults.changed() => (),
            () = sleep_until(last + wait) => return Some(End::StoodStill),
        }
    }
}

/// An error with what caused it.
fn told(error: &dyn Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !said.ends_with(&more) {
            said = format!("{said}: {more}");
        }
        cause = error.source();
    }
    said
}

/// Whether `roadshow verify` finds nothing wrong with the journal.
async fn verified(options: &Options, journal: &Path, records: usize) -> io::Result<Finding> {
    let mut command = Command::new(&options.program);
    command.args(["--lang", &options.lang, "verify"]).arg(journal).kill_on_drop(true);
    let verified = command.stdin(Stdio::null()).output().await?;
    if verified.status.success() {
        let records = records.try_into().unwrap_or(u64::MAX);
        return Ok(Finding::Verified { records });
    }
    let said = String::from_utf8_lossy(&verified.stderr);
    let why = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
    Ok(Finding::NotVerified { why })
}

/// What is found only where something broke.
fn after_faults(seen: &Seen, pages: &Pages) -> Vec<Finding> {
    let millis = |it: Duration| u64::try_from(it.as_millis()).unwrap_or(u64::MAX);
    let bound = millis(BACK_WITHIN);
    let losses = pages.seats().values().map(|page| page.losses).sum();
    let came_back = match seen.away.first() {
        Some(seat) => Finding::StayedAway { seat: seat.to_string(), count: seen.away.len(), bound },
        None => Finding::AllCameBack { losses, longest: millis(seen.longest), bound },
    };
    let mut findings = vec![came_back];
    if 0 < seen.seconds_refused {
        findings.push(Finding::SecondsRefused { count: seen.seconds_refused });
    }
    if 0 < seen.taken_over {
        let turned_down = pages.seats().values().map(|page| page.old_hubs).sum();
        findings.push(Finding::TakenOver { count: seen.taken_over, turned_down });
    }
    findings.extend(seen.wrong.iter().cloned());
    findings
}
