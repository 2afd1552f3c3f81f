//! When something was, by the wall clock where the screen stands.

#[cfg(not(test))]
use chrono::Local as Zone;
use chrono::TimeZone;
#[cfg(test)]
use chrono::Utc as Zone; // Pictures to test with are the same wherever they are drawn.

use crate::contest::At;

/// The time of day of an instant of hub time: `14:03:27`.
pub(super) fn time_of_day(at: At) -> String {
    local(at, "%H:%M:%S")
}

/// The same to the minute: `14:03`.
pub(super) fn hour_and_minute(at: At) -> String {
    local(at, "%H:%M")
}

fn local(at: At, format: &str) -> String {
    let found = Zone.timestamp_millis_opt(at.0).single();
    found.map(|it| it.format(format).to_string()).unwrap_or_default()
}
