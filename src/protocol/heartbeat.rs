//! How often a terminal says that it is there.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Beats that may fail to come before a link counts as stale.
const STALE_AFTER: u32 = 3;

/// How often a terminal pings, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Heartbeat(u64);

impl Heartbeat {
    /// Of whoever has a part in the evening, and of a hall's own screens: a link that is cut is seen within
    /// three seconds.
    pub const USUAL: Self = Self(1000);

    /// Of boards and timers beyond those that a hall has: spectators may be thousands.
    pub const OF_SPECTATORS: Self = Self(10_000);

    /// From one ping to the next.
    pub fn period(self) -> Duration {
        Duration::from_millis(self.0)
    }

    /// How long the other side may be silent before the link is stale.
    pub fn stale(self) -> Duration {
        self.period() * STALE_AFTER
    }

    /// Whether it need not be said.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it")]
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::USUAL
    }
}

/// That of who was told of none.
impl Default for Heartbeat {
    fn default() -> Self {
        Self::USUAL
    }
}
