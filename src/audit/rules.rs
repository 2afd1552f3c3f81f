//! The rules of a rubric's `[scoring]` by the words of `docs/rules.md`.

use std::fmt;

use serde::Deserialize;

use super::number::Halves;

/// The rules of `[scoring]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each key is explained in docs/rules.md, by these names")]
pub struct Rules {
    pub method: Method,
    pub drop: u32,
    pub drop_by: DropBy,
    pub drop_from: u32,
    pub below: Below,
    pub at_least: u32,
    pub decimals: u8,
    pub rounding: Halves,
    pub round_at: Vec<RoundAt>,
    pub rank_by: RankBy,
    pub ties: Vec<Tie>,
    pub award_ties: AwardTies,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            method: Method::Mean,
            drop: 1,
            drop_by: DropBy::Total,
            drop_from: 5,
            below: Below::Mean,
            at_least: 1,
            decimals: 2,
            rounding: Halves::HalfUp,
            round_at: vec![RoundAt::Score],
            rank_by: RankBy::Rounded,
            ties: vec![Tie::Share],
            award_ties: AwardTies::Extend,
        }
    }
}

/// A word of the rules, as `docs/rules.md` has it.
macro_rules! rule_words {
    ($($name:ident: $($word:ident),+;)+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[expect(missing_docs, reason = "each word is explained in docs/rules.md")]
        pub enum $name { $($word),+ }
    )+};
}

rule_words! {
    Method: Mean, TrimmedMean, Median;
    DropBy: Total, Criterion;
    Below: Mean, Refuse;
    RoundAt: Criterion, Weighted, Score;
    RankBy: Rounded, Exact;
    AwardTies: Extend, Strict, Chair;
}

impl Method {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::TrimmedMean => "trimmed-mean",
            Self::Median => "median",
        }
    }
}

/// One rule of the chain that separates equal scores.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[expect(missing_docs, reason = "each rule is explained in docs/rules.md")]
pub enum Tie {
    UntrimmedSum,
    HighestSingle,
    Carried,
    Criterion(String),
    Chair,
    Share,
}

impl TryFrom<String> for Tie {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.as_str() {
            "untrimmed-sum" => Self::UntrimmedSum,
            "highest-single" => Self::HighestSingle,
            "carried" => Self::Carried,
            "chair" => Self::Chair,
            "share" => Self::Share,
            other => match other.strip_prefix("criterion:") {
                Some(id) => Self::Criterion(id.to_owned()),
                None => return Err(format!("there is no tie rule “{other}”")),
            },
        })
    }
}

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UntrimmedSum => "untrimmed-sum",
            Self::HighestSingle => "highest-single",
            Self::Carried => "carried",
            Self::Criterion(id) => return write!(f, "criterion:{id}"),
            Self::Chair => "chair",
            Self::Share => "share",
        })
    }
}
