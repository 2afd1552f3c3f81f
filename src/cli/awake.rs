//! Keeps the computer awake while a session runs, by the program that its system has for that: `systemd-inhibit` on Linux,
//! which minds the lid as well, and `caffeinate` on macOS.
//!
//! Both keep it awake for as long as a command runs that they are given. Here the command is `cat`, which ends with this
//! program, however that ends: `the_computer_may_sleep_once_the_hub_is_killed`. A computer that sleeps nevertheless loses
//! nothing: clocks go by true time.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdin, Command, Stdio},
    thread,
};

use tracing::{info, warn};

use crate::words::Words;

/// What holds the lock says so by an empty line, and holds it until nobody writes to it any more.
const HOLDS: [&str; 3] = ["sh", "-c", "echo; exec cat"];

/// The ways to ask this system, the one that promises most first.
#[cfg(target_os = "linux")]
const WAYS: &[&[&str]] = &[
    &["systemd-inhibit", "--mode=block", "--who=roadshow", "--what=idle:sleep:handle-lid-switch"],
    &["systemd-inhibit", "--mode=block", "--who=roadshow", "--what=idle"],
];
#[cfg(target_os = "macos")]
const WAYS: &[&[&str]] = &[&["caffeinate", "-dims"]];
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
const WAYS: &[&[&str]] = &[];

/// Asks the system to stay awake until this program ends. A thread of its own asks, because an answer may take its time.
pub(super) fn stay(words: &Words) {
    let why = words.say("cli-awake");
    let ask = move || match Lock::take(&why) {
        Some(mut lock) => {
            info!("the system keeps the computer awake");
            let ended = lock.holder.wait();
            warn!(?ended, "the system keeps the computer awake no longer");
        }
        None => {
            warn!("the system does not promise to keep the computer awake: see to its settings");
        }
    };
    if let Err(error) = thread::Builder::new().name("awake".to_owned()).spawn(ask) {
        warn!(%error, "nobody asks the system to keep the computer awake");
    }
}

/// The system's promise, until it is dropped.
pub(super) struct Lock {
    holder: Child,
    /// Open for as long as the lock is to be held. (To wait for a child closes what is still in it.)
    held: Option<ChildStdin>,
}

impl Lock {
    /// Asks for it in every way there is.
    pub(super) fn take(why: &str) -> Option<Self> {
        WAYS.iter().find_map(|way| Self::taken(way, why))
    }

    fn taken(way: &[&str], why: &str) -> Option<Self> {
        let (program, arguments) = way.split_first()?;
        let mut command = Command::new(program);
        command.args(arguments);
        if cfg!(target_os = "linux") {
            command.arg(format!("--why={why}")); // `systemd-inhibit --list` shows it.
        }
        command.args(HOLDS).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // A key that ends this program ends the lock no sooner.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut holder = command.spawn().ok()?;
        let said = holder.stdout.take()?;
        let lock = Self { held: holder.stdin.take(), holder };
        let mut line = String::new();
        let length = BufReader::new(said).read_line(&mut line).ok()?;
        (0 < length).then_some(lock)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.held = None; // What holds the lock ends with it.
        let _ = self.holder.wait();
    }
}
