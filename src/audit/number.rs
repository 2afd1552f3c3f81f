//! Numbers of the second path: decimal text as fractions of whole numbers of any size.

use num_bigint::BigInt;
use num_rational::Ratio;
use serde::Deserialize;

/// A fraction of whole numbers without a limit.
pub type Fraction = Ratio<BigInt>;

/// The longest decimal text that is read.
const LONGEST: usize = 64;

/// A decimal as it is written, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Number {
    /// As it is written: `"0.70"`.
    pub text: String,
    /// What it is worth.
    pub value: Fraction,
}

/// This is no decimal.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no decimal number")]
pub struct NoNumber(String);

impl TryFrom<String> for Number {
    type Error = NoNumber;
    fn try_from(text: String) -> Result<Self, NoNumber> {
        match value(&text) {
            Some(value) => Ok(Self { text, value }),
            None => Err(NoNumber(text)),
        }
    }
}

fn value(text: &str) -> Option<Fraction> {
    let (is_below_zero, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{part}");
    let is_decimal = !whole.is_empty() && all.bytes().all(|it| it.is_ascii_digit());
    if !is_decimal || all.len() > LONGEST {
        return None;
    }
    let size = Fraction::new(all.parse().ok()?, ten_to(part.len().try_into().ok()?));
    Some(if is_below_zero { -size } else { size })
}

/// What happens to a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Halves {
    /// It goes up, away from zero (四舍五入).
    #[default]
    HalfUp,
    /// It goes to the even neighbour.
    HalfEven,
}

impl Halves {
    /// A value that is not below zero, rounded to so many digits after the point: of its two
    /// neighbours the nearer one, of a half as this says.
    pub fn round(self, value: &Fraction, decimals: u8) -> Fraction {
        let scale = Fraction::from(ten_to(decimals));
        let value = value * &scale;
        let (below, above) = (value.floor(), value.floor() + BigInt::from(1));
        let half = (&below + &above) / BigInt::from(2);
        let goes_up = match self {
            Self::HalfUp => value >= half,
            Self::HalfEven if value == half => below.to_integer() % 2 == BigInt::from(1),
            Self::HalfEven => value > half,
        };
        (if goes_up { above } else { below }) / scale
    }

    /// The same as text, with exactly so many digits after the point.
    pub fn print(self, value: &Fraction, decimals: u8) -> String {
        let units = (self.round(value, decimals) * ten_to(decimals)).to_integer().to_string();
        let after = usize::from(decimals);
        let digits = format!("{units:0>width$}", width = after + 1);
        let (whole, part) = digits.split_at(digits.len() - after);
        if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
    }
}

/// No points at all.
pub(super) fn zero() -> Fraction {
    Fraction::from(BigInt::ZERO)
}

/// The whole of a weight.
pub(super) fn one() -> Fraction {
    Fraction::from(BigInt::from(1))
}

/// The sum divided by the count; of nothing zero.
pub(super) fn mean<'v>(values: impl IntoIterator<Item = &'v Fraction>) -> Fraction {
    let values: Vec<_> = values.into_iter().collect();
    let count = BigInt::from(values.len());
    if values.is_empty() { zero() } else { values.into_iter().sum::<Fraction>() / count }
}

fn ten_to(power: u8) -> BigInt {
    BigInt::from(10).pow(power.into())
}

#[cfg(test)]
mod tests {
    use super::{Fraction, Halves, Number};

    fn number(text: &str) -> Option<Fraction> {
        Number::try_from(text.to_owned()).ok().map(|it| it.value)
    }

    #[test]
    fn a_decimal_is_worth_what_it_says() {
        assert_eq!(number("88.50"), Some(Fraction::new(177.into(), 2.into())));
        assert_eq!(number("-0.1"), Some(Fraction::new((-1).into(), 10.into())));
        for text in ["", ".", "1e9", "+1", "1.2.3", "1,5", ".5", "٣"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_half_goes_where_the_rules_say() {
        let up = |text: &str| Halves::HalfUp.print(&number(text).unwrap(), 2);
        let even = |text: &str| Halves::HalfEven.print(&number(text).unwrap(), 2);
        assert_eq!([up("86.125"), even("86.125"), even("86.135")], ["86.13", "86.12", "86.14"]);
        assert_eq!([up("0.004"), up("0.995"), up("7")], ["0.00", "1.00", "7.00"]);
        assert_eq!(Halves::HalfUp.print(&number("2.5").unwrap(), 0), "3");
    }
}
