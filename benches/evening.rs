//! What a hub costs over twelve hours: `cargo bench --bench evening`.
//!
//! Two rooms with forty-eight projects each, a quarter of an hour by the session's clocks, played through every
//! phase by five judges and a host a room as fast as the hub's process takes it; forty terminals watch, and
//! after every project one of them goes and another comes. The report is the hub's memory and open files, hour by
//! hour, and the last third of the evening against the first.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]

#[cfg(target_os = "linux")]
#[path = "evening/hub.rs"]
mod hub;
#[cfg(target_os = "linux")]
#[path = "../tests/it/support.rs"]
mod support;

#[cfg(target_os = "linux")]
fn main() {
    hub::report();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("the hub's process is looked at through /proc, which only Linux has");
}
