//! How long to wait before trying again.

use std::time::Duration;

/// The first wait, before jitter.
const FIRST: Duration = Duration::from_millis(100);
/// The longest wait, before jitter: a hall that comes back is whole again within a few seconds.
const LONGEST: Duration = Duration::from_secs(2);

/// The wait before try number `attempt`, counted from 0: doubling up to a limit, and then between
/// three quarters and the whole of it, so that terminals that were lost together do not come back
/// together. `chance` is any number; equal numbers give equal waits.
pub(super) fn wait(attempt: u32, chance: u32) -> Duration {
    let full = FIRST.saturating_mul(2_u32.saturating_pow(attempt)).min(LONGEST);
    full.saturating_sub(full / 4 * (chance % 256) / 256)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FIRST, LONGEST, wait};

    #[test]
    fn waiting_grows_to_a_limit() {
        let waits: Vec<_> = (0..8).map(|attempt| wait(attempt, 0).as_millis()).collect();
        assert_eq!(waits, [100, 200, 400, 800, 1600, 2000, 2000, 2000]);
    }

    proptest! {
        #[test]
        fn no_wait_is_shorter_or_longer_than_it_should_be(attempt: u32, chance: u32) {
            let wait = wait(attempt, chance);
            prop_assert!(FIRST / 4 * 3 <= wait && wait <= LONGEST);
        }
    }
}
