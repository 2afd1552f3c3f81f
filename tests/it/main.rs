//! The program from outside: real processes, real sockets, real journals.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[cfg(target_os = "linux")]
mod awake;
mod bench;
mod cli;
#[cfg(target_os = "linux")]
mod crowd;
mod doors;
mod draw;
mod evening;
#[cfg(target_os = "linux")]
mod floods;
mod guarded;
mod heads;
#[cfg(target_os = "linux")]
mod hostile;
mod house;
mod hub;
mod import;
#[cfg(unix)]
mod libreoffice;
mod odd;
mod on_paper;
mod papers;
mod preflight;
mod prelim;
mod protocol;
mod pty;
mod rehearse;
mod report;
mod robustness;
mod secrets;
mod shared;
mod supervisor;
mod support;
mod takeover;
mod tally;
mod tls;
mod twins;
mod verify;
mod whole;
