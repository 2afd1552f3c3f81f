//! Exact fractions: what a score is before the one place where the rules round it.

use std::{
    fmt,
    iter::Sum,
    ops::{Add, Mul},
};

use num_rational::Ratio;
use rust_decimal::Decimal;

/// A fraction in lowest terms.
///
/// Marks and weights have at most [`super::MOST_DECIMALS`] decimals (`Rubric::check_mark` and
/// `crate::definition` see to it) and full marks a million in size, so sums over any real panel stay
/// far inside 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// This fraction divided by a count; `None` when there is nothing to divide by.
    pub fn over(self, count: usize) -> Option<Self> {
        let count = i128::try_from(count).ok().filter(|count| *count != 0)?;
        Some(Self(self.0 / count))
    }

    /// Rounded half up (四舍五入, halves away from zero) to so many decimals, and written with
    /// exactly as many.
    pub fn round_half_up(self, decimals: u32) -> Decimal {
        let scaled = (self.0 * 10_i128.saturating_pow(decimals)).round().to_integer();
        Decimal::try_from_i128_with_scale(scaled, decimals).unwrap_or_default()
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self(Ratio::new(value.mantissa(), 10_i128.saturating_pow(value.scale())))
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::Exact;

    fn third(of: i64) -> Exact {
        Exact::from(Decimal::from(of)).over(3).unwrap()
    }

    #[test]
    fn halves_go_up_and_decimals_are_kept() {
        let round =
            |text: &str| Exact::from(text.parse::<Decimal>().unwrap()).round_half_up(2).to_string();
        assert_eq!(round("2.345"), "2.35");
        assert_eq!(round("2.3449999"), "2.34");
        assert_eq!(round("88.4"), "88.40");
        assert_eq!(round("90"), "90.00");
    }

    #[test]
    fn thirds_add_up() {
        assert_eq!(third(1) + third(1) + third(1), Exact::from(Decimal::ONE));
        assert_eq!(third(274).to_string(), "274/3");
    }

    proptest! {
        /// The definition by integers alone: ⌊(200·n + d) / 2d⌋ hundredths of n/d.
        #[test]
        fn rounding_is_the_schoolbook_one(n in 0i64..1_000_000, d in 1usize..20) {
            let hundredths = (200 * i128::from(n) + d as i128) / (2 * d as i128);
            let rounded = Exact::from(Decimal::from(n)).over(d).unwrap().round_half_up(2);
            prop_assert_eq!(rounded.mantissa(), hundredths);
        }
    }
}
