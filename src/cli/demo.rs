//! `roadshow demo`: a whole final in one command, on screen or headless.

mod tour;

use std::{
    cell::Cell,
    io::{self, IsTerminal, Write},
    rc::Rc,
};

use tokio::runtime::Runtime;
use uuid::Uuid;

use super::{Failure, arguments, join, logging, print, results, told_to_end};
use crate::{
    client::Client,
    contest::Session,
    definition::{self, Disk},
    demo::{self, DemoError, Evening, Options, Progress, Venue},
    tui::{
        run::{Station, Stations},
        terminal::Terminal,
    },
    words::{Lang, Words},
};
use tour::{Stop, Tour};

pub(super) fn run(
    given: &arguments::Demo,
    lang: Option<Lang>,
    words: &Words,
) -> Result<(), Failure> {
    let session = match &given.session {
        None => definition::founding(),
        Some(path) => definition::read_session(path, &Disk).map_err(Failure::Definition)?,
    };
    let options = Options { seed: given.seed, speed: given.speed, data: given.data.clone() };
    let runtime = Runtime::new().map_err(Failure::System)?;
    if given.headless {
        logging::to_stderr();
        runtime.block_on(headless(given, session, &options, lang, words))
    } else {
        logging::to_file("demo");
        // What is said before the screens open is said as they will say it.
        let words = lang.map_or_else(|| Words::of_session(&session.language), Words::new);
        runtime.block_on(on_screen(given, session, &options, lang, &words))
    }
}

async fn headless(
    given: &arguments::Demo,
    session: Session,
    options: &Options,
    lang: Option<Lang>,
    words: &Words,
) -> Result<(), Failure> {
    let about = [
        ("title", words.pick(session.title.both()).to_owned().into()),
        ("projects", session.projects.len().into()),
        ("rooms", session.rooms.len().into()),
    ];
    note(&words.tell("demo-begins", &about));
    let played = tokio::select! {
        played = demo::headless(session, options, |progress| tell(progress, words)) => played?,
        () = told_to_end() => return Err(Failure::Interrupted),
    };
    note(""); // The progress line ends here.
    if let Some(data) = &options.data {
        let path = data.display().to_string();
        note(&words.tell("demo-journal", &[("path", path.into())]));
    }
    // Of a journal that is thrown away the head says nothing to anybody.
    print(&results::page(&played, options.data.is_some(), given.format, lang)?)
}

/// A line on stderr.
fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}"); // Nobody may be looking.
}

/// One line on stderr that is written over and over; in a file, where that cannot be, only the last.
fn tell(progress: &Progress, words: &Words) {
    if !io::stderr().is_terminal() && progress.done() < progress.all {
        return;
    }
    let counts = [("done", progress.done().into()), ("all", progress.all.into())];
    let line = words.tell("demo-progress", &counts);
    let _ = write!(io::stderr(), "\r{line}"); // Nobody may be looking.
}

async fn on_screen(
    given: &arguments::Demo,
    session: Session,
    options: &Options,
    lang: Option<Lang>,
    words: &Words,
) -> Result<(), Failure> {
    let begun = begun(given, &session, options, words).await?;
    let data = begun.as_ref().map(|evening| evening.journal().to_owned());
    let options = Options { data: data.or_else(|| options.data.clone()), ..options.clone() };
    let pace = options.pace().map_err(DemoError::from)?;
    let clock = pace.clock().clone();
    let mut venue = Venue::open(session, options.data.as_deref(), clock.clone())
        .await
        .map_err(DemoError::from)?;
    let told = told_to_end();
    let mut terminal = Terminal::enter("roadshow demo").map_err(Failure::Terminal)?;
    let mut crew = demo::play(&venue.invitations(), &pace, options.seed);
    let stops = Stop::all_of(venue.session());
    let stations = stops.iter().map(|stop| {
        let client = Client::join(venue.link(&stop.seat), clock.clone());
        Station::new(join::screen_for(&stop.seat, Uuid::new_v4()), client)
    });
    let stations = stations.collect();
    let is_over = Rc::new(Cell::new(false));
    let tour = Tour::new(stops, crew.keys(), pace.clone(), Rc::clone(&is_over));
    let show = Stations::new(stations, tour, join::manner(&given.look, lang));
    let people = async {
        // When the evening is over the screens stay; only a failure ends the demonstration.
        match crew.finished().await {
            Ok(()) => {
                is_over.set(true);
                std::future::pending().await
            }
            Err(failed) => failed,
        }
    };
    let ended = tokio::select! {
        ended = show.run(&mut terminal, told) => ended.map_err(Failure::Screen),
        broken = venue.broken() => Err(Failure::Hub(broken)),
        failed = people => Err(Failure::People(failed)),
    };
    drop(terminal);
    venue.close().await.map_err(DemoError::from)?;
    drop(begun); // With it goes a journal that was not to be kept.
    ended
}

/// What has been played before the screens open, so that there is something to see on them: a quarter
/// of the projects, where nobody has asked for more or less, and the next one up to its scoring; nothing of an evening that is gone on with.
async fn begun(
    given: &arguments::Demo,
    session: &Session,
    options: &Options,
    words: &Words,
) -> Result<Option<Evening>, Failure> {
    let all = session.projects.len();
    let projects = given.after.unwrap_or(all / 4);
    let goes_on = given.after.is_none() && options.data.as_ref().is_some_and(|it| it.exists());
    if projects == 0 || goes_on {
        return Ok(None);
    }
    // It takes seconds on a busy machine, in which nobody is to look at nothing.
    let counts = [("projects", projects.min(all).into()), ("all", all.into())];
    note(&words.tell("demo-prepares", &counts));
    tokio::select! {
        begun = demo::begin(session.clone(), options, projects, |it| tell(it, words)) => {
            note("");
            Ok(Some(begun?))
        }
        () = told_to_end() => Err(Failure::Interrupted),
    }
}
