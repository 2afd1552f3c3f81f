//! Instants and spans of the evening as plain numbers; nothing here reads a clock.

use std::ops::{Add, AddAssign, Neg, Sub};

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

    /// So many whole seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds * 1000)
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
