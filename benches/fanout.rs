//! From a wish to every screen: `cargo bench --bench fanout`, on two cores or more.
//!
//! The hub of this build, with its journal on the disk, and beside it in the same run the floor: a plain
//! broadcaster of the bench itself, without storage, and a bare loop of sends, which is what it costs at the least.
//! Each runs on one core, and everybody who talks to it on another. Their rounds take turns, and what is told are
//! ratios, as they say something on any machine.
//!
//! `-- --boards N` (1000), `--rounds N` (3), `--seconds N` (5) for each work and round, `--only WORK`,
//! `--hub PROGRAM` (another build), `--pings` (boards of the floor ping as a hub's do), `--json`.
//! More than about 9,000 boards need a limit to open files of 20,000.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::float_arithmetic, reason = "of milliseconds, not of scores")]
#![expect(clippy::cast_precision_loss, reason = "no count is that long")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]

#[cfg(target_os = "linux")]
#[path = "fanout/audience.rs"]
mod audience;
#[cfg(target_os = "linux")]
#[path = "fanout/floor.rs"]
mod floor;
#[cfg(target_os = "linux")]
#[path = "fanout/peer.rs"]
mod peer;
#[cfg(target_os = "linux")]
#[path = "fanout/report.rs"]
mod report;
#[cfg(target_os = "linux")]
#[path = "fanout/sends.rs"]
mod sends;
#[cfg(target_os = "linux")]
#[path = "fanout/socket.rs"]
mod socket;
#[cfg(target_os = "linux")]
#[path = "../tests/it/support.rs"]
mod support;
#[cfg(target_os = "linux")]
#[path = "shared/table.rs"]
mod table;
#[cfg(target_os = "linux")]
#[path = "fanout/work.rs"]
mod work;

#[cfg(target_os = "linux")]
fn main() {
    report::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!(
        "processes are looked at through /proc and kept on a core by taskset, which only Linux has"
    );
}
