//! Exact fractions: what a score is before the one place where the rules round it.

use std::{
    cmp::Ordering,
    fmt,
    iter::Sum,
    ops::{Add, Mul},
};

use num_bigint::BigInt;
use num_rational::Ratio;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Rounding;

/// A fraction of whole numbers without a limit: it cannot overflow, whatever a rubric and a session
/// may say. A small one is brought to its lowest terms only in print.
///
/// The decimals that go into it stay exact as well: marks and weights have at most six digits after
/// the point, a full sheet is worth at most a million (`crate::definition` and
/// [`super::Rubric::check`] see to it), and a panel has at most [`super::MOST_SHEETS`] sheets, so a
/// sum of totals has at most 28 digits, which a [`Decimal`] holds. Guarded by
/// `nothing_overflows_at_the_edges_of_what_a_rubric_may_say` and, of panels, components and rooms
/// together, by `nothing_overflows_at_the_edges_of_what_a_session_may_say`.
#[derive(Debug, Clone)]
pub struct Exact(Fraction);

/// How it is kept. A share of marks is small; what follows from several of them may be of any size. That it makes no
/// difference is guarded by `a_small_fraction_is_what_a_large_one_is`.
#[derive(Debug, Clone)]
enum Fraction {
    /// Above and below the line; below is above zero. Two of them are computed with in an `i128`, which has room for
    /// their products and the sum of two.
    Small(i64, i64),
    Large(Box<Ratio<BigInt>>),
}

/// Two small fractions over the same number.
struct Crossed {
    one: i128,
    other: i128,
    below: i128,
}

impl Exact {
    /// A sum divided by a count; `None` when there is nothing to divide by.
    pub fn share(sum: Decimal, count: usize) -> Option<Self> {
        let sum = sum.normalize(); // Fewer digits to compute with.
        let (above, ones) = (sum.mantissa(), 10_i128.saturating_pow(sum.scale()));
        let below = i128::try_from(count).ok().and_then(|count| ones.checked_mul(count));
        let large = || Ratio::new_raw(above.into(), BigInt::from(ones) * count).into();
        (count > 0).then(|| below.map_or_else(large, |below| Self::of(above, below)))
    }

    /// So many parts; `below` is above zero.
    fn of(above: i128, below: i128) -> Self {
        match (above.try_into(), below.try_into()) {
            (Ok(above), Ok(below)) => Self(Fraction::Small(above, below)),
            _ => Ratio::new_raw(above.into(), below.into()).into(),
        }
    }

    /// Both over the same number, where they are small.
    fn crossed(&self, other: &Self) -> Option<Crossed> {
        match (&self.0, &other.0) {
            (Fraction::Small(one, of), Fraction::Small(other, of_other)) => {
                let [one, of, other, of_other] = [*one, *of, *other, *of_other].map(i128::from);
                Some(Crossed { one: one * of_other, other: other * of, below: of * of_other })
            }
            _ => None,
        }
    }

    /// The same without a limit.
    fn large(&self) -> Ratio<BigInt> {
        match &self.0 {
            Fraction::Small(above, below) => Ratio::new_raw((*above).into(), (*below).into()),
            Fraction::Large(ratio) => (**ratio).clone(),
        }
    }

    /// Divided by a count; `None` when it is 0.
    pub(super) fn shared_by(&self, count: usize) -> Option<Self> {
        self.per(&Self::from(Decimal::from(count)))
    }

    /// Divided by another; `None` when that is zero.
    pub(super) fn per(&self, other: &Self) -> Option<Self> {
        (*other != Self::default()).then(|| (self.large() / other.large()).into())
    }

    /// Less so many points, and never below zero.
    pub(super) fn less(&self, points: Decimal) -> Self {
        let points = Self::from(points);
        let less = match self.crossed(&points) {
            Some(Crossed { one, other, below }) => Self::of(one - other, below),
            None => (self.large() - points.large()).into(),
        };
        less.max(Self::default())
    }

    /// Rounded to so many decimals, and written with exactly as many.
    pub fn round(&self, decimals: u32, rounding: Rounding) -> Decimal {
        let whole = i128::try_from(self.units(decimals, rounding)).ok();
        let rounded = whole.and_then(|it| Decimal::try_from_i128_with_scale(it, decimals).ok());
        rounded.unwrap_or_default()
    }

    /// The same as text, however large; not of a fraction below zero.
    pub fn print(&self, decimals: u32, rounding: Rounding) -> String {
        let (digits, after) = (self.units(decimals, rounding).to_string(), decimals as usize);
        let digits = format!("{digits:0>width$}", width = after + 1);
        let (whole, rest) = digits.split_at(digits.len() - after);
        if rest.is_empty() { digits } else { format!("{whole}.{rest}") }
    }

    /// Rounded to so many decimals, in units of the last of them.
    fn units(&self, decimals: u32, rounding: Rounding) -> BigInt {
        let ones = 10_i128.saturating_pow(decimals);
        if let Fraction::Small(above, below) = self.0
            && let (above, below) = (i128::from(above), i128::from(below))
            && let Some(scaled) = above.checked_mul(ones)
        {
            let (whole, rest) = (scaled / below, (scaled % below).abs());
            // Compared with what is left instead of doubling it.
            let goes_up = goes_up(rest.cmp(&(below - rest)), whole & 1 == 1, rounding);
            return (whole + if goes_up { scaled.signum() } else { 0 }).into();
        }
        let ratio = self.large();
        let scaled = ratio.numer() * ones;
        let (whole, rest) = (&scaled / ratio.denom(), &scaled % ratio.denom());
        let rest = rest.magnitude();
        let goes_up =
            goes_up(rest.cmp(&(ratio.denom().magnitude() - rest)), whole.bit(0), rounding);
        if goes_up { whole + BigInt::from_biguint(scaled.sign(), 1_u32.into()) } else { whole }
    }
}

/// Whether what is cut off counts as one more: it is less than, as much as or more than what is left of one.
fn goes_up(cut: Ordering, is_odd: bool, rounding: Rounding) -> bool {
    match (cut, rounding) {
        (Ordering::Less, _) => false,
        (Ordering::Greater, _) | (Ordering::Equal, Rounding::HalfUp) => true,
        (Ordering::Equal, Rounding::HalfEven) => is_odd,
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.crossed(other) {
            Some(Crossed { one, other, .. }) => one.cmp(&other),
            None => self.large().cmp(&other.large()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

/// A decimal rounded like a fraction, and written with exactly as many decimals.
pub(super) fn round(value: Decimal, decimals: u32, rounding: Rounding) -> Decimal {
    let strategy = match rounding {
        Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
    };
    let mut rounded = value.round_dp_with_strategy(decimals, strategy);
    rounded.rescale(decimals);
    rounded
}

impl Default for Exact {
    fn default() -> Self {
        Self::from(Decimal::ZERO)
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self::of(value.mantissa(), 10_i128.saturating_pow(value.scale()))
    }
}

impl From<Ratio<BigInt>> for Exact {
    fn from(ratio: Ratio<BigInt>) -> Self {
        Self(Fraction::Large(ratio.into()))
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        (self.large() + other.large()).into()
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: Self) -> Exact {
        (self.large() * other.large()).into()
    }
}

impl Mul<Decimal> for &Exact {
    type Output = Exact;
    fn mul(self, other: Decimal) -> Exact {
        self * &Exact::from(other)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Fraction::Small(above, below) => write!(f, "{}", Ratio::new(*above, *below)),
            Fraction::Large(ratio) => write!(f, "{}", ratio.reduced()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Exact, Rounding, round};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn halves_go_up_and_decimals_are_kept() {
        let round = |text: &str| Exact::from(decimal(text)).round(2, Rounding::HalfUp).to_string();
        assert_eq!(round("2.345"), "2.35");
        assert_eq!(round("2.3449999"), "2.34");
        assert_eq!(round("-2.345"), "-2.35");
        assert_eq!(round("88.4"), "88.40");
        assert_eq!(round("90"), "90.00");
    }

    #[test]
    fn halves_go_to_the_even_neighbour_where_the_rules_say_so() {
        let round =
            |text: &str| Exact::from(decimal(text)).round(2, Rounding::HalfEven).to_string();
        assert_eq!(round("2.345"), "2.34");
        assert_eq!(round("2.355"), "2.36");
        assert_eq!(round("2.3450001"), "2.35");
        assert_eq!(round("-2.345"), "-2.34");
    }

    #[test]
    fn a_fraction_is_in_lowest_terms() {
        assert_eq!(Exact::share(decimal("274.0"), 3).unwrap().to_string(), "274/3");
        assert_eq!(Exact::share(decimal("456.25"), 5).unwrap().to_string(), "365/4");
        assert_eq!(Exact::share(decimal("270"), 3).unwrap().to_string(), "90");
        assert_eq!(Exact::share(Decimal::ONE, 0), None);
    }

    /// Also such as are small no longer.
    fn above() -> impl Strategy<Value = i128> {
        prop_oneof![-1000_i128..1000, any::<i64>().prop_map(i128::from), any::<i128>()]
    }

    fn below() -> impl Strategy<Value = i128> {
        prop_oneof![1_i128..50, 1_i128..1 << 63, 1_i128..]
    }

    proptest! {
        /// The definition by integers alone: ⌊(200·n + d) / 2d⌋ hundredths of n/d.
        #[test]
        fn rounding_is_the_schoolbook_one(n in 0i64..1_000_000, d in 1usize..20) {
            let hundredths = (200 * i128::from(n) + d as i128) / (2 * d as i128);
            let rounded = Exact::share(Decimal::from(n), d).unwrap().round(2, Rounding::HalfUp);
            prop_assert_eq!(rounded.mantissa(), hundredths);
        }

        #[test]
        fn a_small_fraction_is_what_a_large_one_is(
            (a, c) in (above(), above()),
            (b, d) in (below(), below()),
            to in 0_u32..7,
        ) {
            let (one, other) = (Exact::of(a, b), Exact::of(c, d));
            let large = Exact::from(one.large());
            prop_assert_eq!(one.cmp(&other), large.cmp(&other));
            prop_assert_eq!(one.cmp(&other), large.cmp(&other.large().into()));
            prop_assert_eq!(&one, &large);
            prop_assert_eq!(one.to_string(), large.to_string());
            let points = Decimal::new(i64::try_from(c).unwrap_or(to.into()), to);
            prop_assert_eq!(one.less(points), large.less(points));
            for rounding in [Rounding::HalfUp, Rounding::HalfEven] {
                prop_assert_eq!(one.units(to, rounding), large.units(to, rounding));
            }
        }

        #[test]
        fn print_is_the_rounded_decimal(n in 0i64..1_000_000, d in 1usize..20, to in 0u32..4) {
            let exact = Exact::share(Decimal::from(n), d).unwrap();
            let rounded = exact.round(to, Rounding::HalfUp).to_string();
            prop_assert_eq!(exact.print(to, Rounding::HalfUp), rounded);
        }

        #[test]
        fn decimals_and_fractions_are_rounded_alike(n in -1_000_000i64..1_000_000, to in 0u32..4) {
            for rounding in [Rounding::HalfUp, Rounding::HalfEven] {
                let value = Decimal::new(n, 3);
                let (one, other) = (round(value, to, rounding), Exact::from(value).round(to, rounding));
                prop_assert_eq!(one.to_string(), other.to_string());
            }
        }
    }
}
