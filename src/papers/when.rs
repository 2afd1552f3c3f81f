//! Instants in print, by the wall clock of whoever reads.

#[cfg(not(test))]
use chrono::Local as Zone;
use chrono::TimeZone;
#[cfg(test)]
use chrono::Utc as Zone; // Papers to test with are the same wherever they are made.

use crate::contest::At;

/// The time of day: `14:03:27`.
pub fn time_of_day(at: At) -> String {
    printed(at, "%H:%M:%S")
}

/// Day and time: `2026-08-20 14:03:27`.
pub fn day_and_time(at: At) -> String {
    printed(at, "%Y-%m-%d %H:%M:%S")
}

/// The zone of this machine then, as it differs from UTC: `+08:00`.
pub fn zone(at: At) -> String {
    printed(at, "%:z")
}

fn printed(at: At, format: &str) -> String {
    let found = Zone.timestamp_millis_opt(at.0).single();
    found.map(|it| it.format(format).to_string()).unwrap_or_default()
}
