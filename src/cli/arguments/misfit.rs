//! What is wrong with a value on the command line.

use std::{fmt, ops::RangeInclusive, str::FromStr};

use crate::words::{Lang, Words};

/// A value cannot be meant so. The text of its key says why; it is English where clap asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Misfit {
    key: &'static str,
    given: String,
}

impl Misfit {
    pub(super) fn new(key: &'static str, given: impl fmt::Display) -> Self {
        Self { key, given: given.to_string() }
    }

    /// Why, in words.
    pub(super) fn told(&self, words: &Words) -> String {
        words.tell(self.key, &[("given", self.given.clone().into())])
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(&Words::new(Lang::En)))
    }
}

impl std::error::Error for Misfit {}

/// Reads a whole number.
pub(super) fn whole<N: FromStr>(text: &str) -> Result<N, Misfit> {
    text.parse().map_err(|_| Misfit::new("misfit-whole", text))
}

/// Reads a whole number from a range.
pub(super) fn within<N>(
    range: RangeInclusive<N>,
) -> impl Fn(&str) -> Result<N, Misfit> + Clone + Send + Sync + 'static
where
    N: FromStr + PartialOrd + fmt::Display + Clone + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        let misfit = || Misfit::new("misfit-number", format!("{}–{}", range.start(), range.end()));
        number.ok_or_else(misfit)
    }
}
