//! When something was, by the wall clock where the screen stands.

use chrono::{Local, TimeZone};

use crate::contest::At;

/// The time of day of an instant of hub time: `14:03:27`.
pub(super) fn time_of_day(at: At) -> String {
    let found = Local.timestamp_millis_opt(at.0).single();
    found.map(|it| it.format("%H:%M:%S").to_string()).unwrap_or_default()
}
