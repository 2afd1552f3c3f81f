//! A program that rings the bell besides the terminal: a gong in the hall, a lamp, a sound.
//!
//! It runs beside the screen and is never waited for: a program that hangs or is not there is a line
//! in the log and no trouble to anybody on stage.

use std::{
    process::{Command, ExitStatus, Stdio},
    sync::Arc,
    thread,
};

use tracing::warn;

use crate::tui::run::Sounder;

/// How many rings may still be running; one more is left out, so that a program that never ends does
/// not fill the system's table of processes.
const MOST_AT_ONCE: usize = 4;

/// Runs a command of the system's shell at every bell. It finds what rings in `ROADSHOW_RINGS`: `1`,
/// `2` …, or `long`.
pub(super) fn sounder(command: String) -> Sounder {
    let running = Arc::new(());
    Box::new(move |ring| {
        if Arc::strong_count(&running) > MOST_AT_ONCE {
            return warn!(%command, "the bell's command has not ended since it rang last");
        }
        let (command, rings, running) = (command.clone(), ring.name(), Arc::clone(&running));
        let run = move || match shell(&command, &rings) {
            Ok(status) if status.success() => (),
            Ok(status) => warn!(%command, %status, "the bell's command failed"),
            Err(err) => warn!(%command, %err, "the bell's command cannot be run"),
        };
        let run = move || {
            run();
            drop(running);
        };
        // Its own thread, so that nothing is left of it in the system's table of processes.
        if let Err(err) = thread::Builder::new().name("bell".to_owned()).spawn(run) {
            warn!(%err, "the bell's command cannot be run");
        }
    })
}

fn shell(command: &str, rings: &str) -> std::io::Result<ExitStatus> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut shell = Command::new(shell);
    shell.args([flag, command]).env("ROADSHOW_RINGS", rings);
    shell.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()
}
