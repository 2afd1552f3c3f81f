//! Instants and spans of the evening as plain numbers; nothing here reads a clock.

use std::{
    fmt,
    ops::{Add, AddAssign, Neg, Sub},
};

use serde::{Deserialize, Serialize};

/// An instant of hub time: milliseconds since 1970-01-01 UTC, as the hub's clock told them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct At(pub i64);

/// A span of time in milliseconds; negative once a countdown has passed zero.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Ms(pub i64);

impl Ms {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Whether it is no time at all.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    pub(super) fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    /// So many whole seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds * 1000)
    }

    /// The whole second that a countdown shows: what is left, rounded up.
    ///
    /// So the full time is seen for the whole first second, `0:01` goes over into `0:00` exactly when
    /// time is up, and every second is seen equally long. `0:00` stays for the first second of the
    /// overtime, which then counts completed seconds, as a negative number.
    pub fn seconds_shown(self) -> i64 {
        self.0.div_euclid(1000) + i64::from(self.0.rem_euclid(1000) != 0)
    }

    /// How long a running countdown keeps showing the second it shows: 1 to 1000 ms.
    #[must_use]
    pub fn until_next_second(self) -> Self {
        match self.0.rem_euclid(1000) {
            0 => Self::seconds(1),
            part => Self(part),
        }
    }
}

/// As a countdown shows it: `10:00`, `0:07`, and `+0:05` five seconds after zero. Minutes go on beyond
/// 59.
impl fmt::Display for Ms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.seconds_shown();
        let sign = if seconds < 0 { "+" } else { "" };
        let seconds = seconds.unsigned_abs();
        f.pad(&format!("{sign}{}:{:02}", seconds / 60, seconds % 60))
    }
}

impl Add<Ms> for At {
    type Output = At;
    fn add(self, span: Ms) -> At {
        At(self.0.saturating_add(span.0))
    }
}

impl Sub for At {
    type Output = Ms;
    fn sub(self, earlier: At) -> Ms {
        Ms(self.0.saturating_sub(earlier.0))
    }
}

impl Add for Ms {
    type Output = Ms;
    fn add(self, other: Ms) -> Ms {
        Ms(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Ms {
    fn add_assign(&mut self, other: Ms) {
        *self = *self + other;
    }
}

impl Sub for Ms {
    type Output = Ms;
    fn sub(self, other: Ms) -> Ms {
        Ms(self.0.saturating_sub(other.0))
    }
}

impl Neg for Ms {
    type Output = Ms;
    fn neg(self) -> Ms {
        Ms(self.0.saturating_neg())
    }
}

#[cfg(test)]
mod tests {
    use super::Ms;

    #[test]
    fn a_countdown_shows_its_full_length_first_and_zero_exactly_at_zero() {
        let shown = |ms| Ms(ms).to_string();
        assert_eq!(shown(600_000), "10:00");
        assert_eq!(shown(599_200), "10:00"); // Still the first second.
        assert_eq!(shown(599_000), "9:59");
        assert_eq!(shown(59_999), "1:00");
        assert_eq!(shown(1), "0:01");
        assert_eq!(shown(0), "0:00");
        assert_eq!(shown(-999), "0:00");
        assert_eq!(shown(-1000), "+0:01");
        assert_eq!(shown(-65_500), "+1:05");
        assert_eq!(shown(5_400_000), "90:00");
    }

    #[test]
    fn the_next_second_is_never_late_and_never_early() {
        for left in [-2001, -2000, -1999, -1, 0, 1, 999, 1000, 1001, 600_000] {
            let Ms(wait) = Ms(left).until_next_second();
            assert_eq!(Ms(left - wait + 1).seconds_shown(), Ms(left).seconds_shown(), "{left}");
            assert_eq!(Ms(left - wait).seconds_shown(), Ms(left).seconds_shown() - 1, "{left}");
        }
    }
}
