//! The command line: arguments, wiring, exit codes, and the only place that prints.
//!
//! Exit codes: 0 all is well; 1 the input or the world is not as it must be, said in one sentence on
//! stderr; 2 the arguments make no sense.

mod arguments;
mod awake;
mod bell;
mod bench;
mod check;
mod demo;
mod drafts;
mod draw;
mod ending;
mod evening;
mod export;
mod failure;
mod files;
mod heads;
mod hub;
mod import;
mod join;
mod latest;
mod lights;
mod links;
mod links_given;
mod listen;
mod log;
mod logging;
mod papers;
mod preflight;
mod prelim;
mod rehearse;
mod report;
mod results;
mod state;
mod takeover;
mod tally;
mod terminal_name;
mod tray;
mod verify;

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use arguments::{Arguments, Command, Instead};
use ending::told_to_end;
use failure::Failure;

use crate::words::{Lang, Words};

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    let given: Vec<OsString> = env::args_os().collect();
    let spoken = spoken(&given);
    let words = Words::new(spoken);
    let arguments = match arguments::parse(given, &words) {
        Ok(arguments) => arguments,
        Err(Instead::Asked(help)) => {
            let _ = help.print(); // With nowhere to print there is nothing left to do.
            return ExitCode::from(u8::try_from(help.exit_code()).unwrap_or(2));
        }
        Err(Instead::Mistake(mistake)) => {
            warn(&mistake);
            return ExitCode::from(2);
        }
    };
    match run(arguments, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "{}", failure.tell(&words));
            ExitCode::from(failure.code())
        }
    }
}

fn run(arguments: Arguments, words: &Words) -> Result<(), Failure> {
    let lang = arguments.one_language();
    match arguments.command {
        Command::Bench(bench) => bench::run(&bench, words),
        Command::Check(check) => check::run(&check, words),
        Command::Demo(demo) => demo::run(&demo, lang, words),
        Command::Draw(draw) => draw::run(&draw, words),
        Command::Export(export) => export::run(&export, lang),
        Command::Hub(hub) => hub::run(&hub, hub::Manner::LIVE, words),
        Command::Import(import) => import::run(&import, arguments.lang, words),
        Command::Join(join) => join::run(&join, lang, words),
        Command::Links(links) => links::run(&links, lang),
        Command::Log(log) => log::run(&log, lang),
        Command::Papers(papers) => papers::run(&papers, arguments.lang, words),
        Command::Preflight(preflight) => preflight::run(&preflight, words),
        Command::Prelim(prelim) => prelim::run(&prelim, words),
        Command::Rehearse(given) => rehearse::run(&given, words),
        Command::Report(report) => report::run(&report, arguments.lang, words),
        Command::Results(results) => results::run(&results, lang),
        Command::Tally(tally) => tally::run(&tally, words),
        Command::Verify(verify) => verify::run(&verify, words),
    }
}

/// The language to speak before the arguments are understood: `--lang`, or the environment's.
fn spoken(given: &[OsString]) -> Lang {
    let mut options = given.iter().filter_map(|word| word.to_str()).take_while(|it| *it != "--");
    let mut asked: Option<Lang> = None;
    while let Some(word) = options.next() {
        let lang = if word == "--lang" { options.next() } else { word.strip_prefix("--lang=") };
        asked = lang.and_then(|it| it.parse().ok()).or(asked);
    }
    let environment = || {
        let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)
    };
    asked.unwrap_or_else(|| Lang::of_environment(environment().as_deref()))
}

/// Writes a line to stderr.
fn warn(line: &str) {
    let _ = writeln!(io::stderr(), "{line}"); // With nowhere to write there is nobody to warn.
}

/// Writes to stdout. A reader that has gone away is no failure of ours.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(err) if err.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Failure::Output),
    }
}
