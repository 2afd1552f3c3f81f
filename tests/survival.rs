//! Whatever dies, no acknowledged sheet is lost: real processes, killed, starved and moved to another
//! laptop while people are at work. What the network does to them is in `tests/simulation.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at a surprise"
)]

#[path = "survival/copies.rs"]
mod copies;
#[path = "survival/disk.rs"]
mod disk;
#[path = "survival/kill.rs"]
mod kill;
#[cfg(target_os = "linux")]
#[path = "survival/memory.rs"]
mod memory;
#[path = "it/support.rs"]
mod support;
