//! How long to wait before trying again.

use std::time::Duration;

use crate::protocol::Heartbeat;

/// The first wait, before jitter.
const FIRST: Duration = Duration::from_millis(100);
/// The longest wait, before jitter: whoever has a part in the evening is there again well within a second.
const LONGEST: Duration = Duration::from_millis(500);
/// The same of spectators, who may be thousands.
const LONGEST_OF_SPECTATORS: Duration = Duration::from_secs(2);

/// The wait before try number `attempt`, counted from 0: doubling up to a limit, and then between
/// three quarters and the whole of it, so that terminals that were lost together do not come back
/// together. `chance` is any number; equal numbers give equal waits.
pub(super) fn wait(attempt: u32, chance: u32, heartbeat: Heartbeat) -> Duration {
    let is_spectator = heartbeat == Heartbeat::OF_SPECTATORS;
    let longest = if is_spectator { LONGEST_OF_SPECTATORS } else { LONGEST };
    let full = FIRST.saturating_mul(2_u32.saturating_pow(attempt)).min(longest);
    full.saturating_sub(full / 4 * (chance % 256) / 256)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FIRST, LONGEST, wait};
    use crate::protocol::Heartbeat;

    #[test]
    fn waiting_grows_to_a_limit() {
        let waits = |beat| (0..7).map(move |it| wait(it, 0, beat).as_millis()).collect::<Vec<_>>();
        assert_eq!(waits(Heartbeat::USUAL), [100, 200, 400, 500, 500, 500, 500]);
        assert_eq!(waits(Heartbeat::OF_SPECTATORS), [100, 200, 400, 800, 1600, 2000, 2000]);
    }

    proptest! {
        #[test]
        fn no_wait_is_shorter_or_longer_than_it_should_be(attempt: u32, chance: u32) {
            let wait = wait(attempt, chance, Heartbeat::USUAL);
            prop_assert!(FIRST / 4 * 3 <= wait && wait <= LONGEST);
        }
    }
}
