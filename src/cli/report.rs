//! `roadshow report`: the evening in figures, on the terminal or as a page.

use std::{
    env, fs,
    io::{self, IsTerminal},
    path::Path,
};

use ratatui::crossterm::terminal;

use super::{
    Failure,
    arguments::{self, Languages},
    evening,
    failure::{Place, cannot_read},
    files, logging, print,
};
use crate::{
    hub::{LinkLine, LinkTold, link_log},
    papers::report::{Glyphs, LinkChange, LinkEvent, Report, Screen},
    words::Words,
};

/// How wide a terminal is taken to be that is none, or does not say.
const USUAL_WIDTH: usize = 80;

pub(super) fn run(
    given: &arguments::Report,
    lang: Option<Languages>,
    words: &Words,
) -> Result<(), Failure> {
    logging::to_stderr();
    if let Some(file) = &given.to {
        files::must_end(file, "html")?;
    }
    let events = given.log.as_deref().map(events).transpose()?;
    let evening = evening::read(&given.journal)?;
    let of_session = Words::of_session(&evening.contest.session().language).lang();
    let tongues = Languages::tongues(lang, of_session);
    let report = Report::of(&evening, given.anonymous, events.as_deref());
    let Some(file) = &given.to else {
        let words = Words::new(tongues.lang());
        return print(&report.terminal(screen(given.ascii), &words));
    };
    files::create(file, report.html(&tongues).as_bytes())?;
    let told = words.tell("report-written", &[("file", file.display().to_string().into())]);
    print(&(told + "\n"))
}

/// What stdout is; colours are for a terminal, and not where `NO_COLOR` is set.
fn screen(ascii: bool) -> Screen {
    let is_terminal = io::stdout().is_terminal();
    let wants = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let width = terminal::size().ok().filter(|_| is_terminal).map(|it| usize::from(it.0));
    Screen {
        width: width.unwrap_or(USUAL_WIDTH),
        colour: is_terminal && wants,
        glyphs: if ascii { Glyphs::ASCII } else { Glyphs::SIGNS },
    }
}

/// What the hub's log tells of links.
fn events(log: &Path) -> Result<Vec<LinkEvent>, Failure> {
    let path = log.display().to_string();
    let bytes = fs::read(log).map_err(|error| cannot_read(&path, &error))?;
    let lines = link_log(&String::from_utf8_lossy(&bytes));
    let lines = lines.ok_or(Failure::Place(Place::NotALog { path }))?;
    let change = |told| match told {
        LinkTold::Joined => LinkChange::Joined,
        LinkTold::Left => LinkChange::Left,
        LinkTold::Lost(times) => LinkChange::Lost(times),
        LinkTold::Replaced(times) => LinkChange::Replaced(times),
    };
    let event = |LinkLine { at, seat, told }| LinkEvent { at, seat, change: change(told) };
    Ok(lines.into_iter().map(event).collect())
}
