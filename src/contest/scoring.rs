//! The scoring rules of a rubric as data: how sheets become a score, scores become places, and
//! places become awards.
//!
//! What each rule means, with worked examples, is `docs/rules.md`. They are carried out in
//! `tally.rs`, `recipe.rs`, `ranking.rs` and `awards.rs`, and nowhere else. A rubric without a
//! `[scoring]` table has [`Scoring::default`].

use std::{fmt, str::FromStr};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::CriterionId;

/// How the sheets of a project are scored and ranked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scoring {
    /// What the panel's sheets come to.
    pub method: Method,
    /// A trimmed mean drops so many highest and so many lowest; at least 1.
    pub drop: u32,
    /// What is trimmed.
    pub drop_by: DropBy,
    /// A trimmed mean is trimmed only with at least so many sheets; see [`Scoring::trims_from`].
    pub drop_from: u32,
    /// What a trimmed mean does with fewer sheets.
    pub below: Below,
    /// With fewer sheets a project has no score; at least 1.
    pub at_least: u32,
    /// Digits after the point, wherever something is rounded; at most [`MOST_DECIMALS`].
    pub decimals: u32,
    /// What happens to a half.
    pub rounding: Rounding,
    /// Where something is rounded.
    pub round_at: Vec<RoundAt>,
    /// What places go by.
    pub rank_by: RankBy,
    /// What separates equal scores, one rule after the other; at the end the place is shared.
    pub ties: Vec<TieRule>,
    /// Who takes which award when a shared place lies across the last place of an award.
    pub award_ties: AwardTies,
    /// A sheet so far from the panel's median is shown to the supervisor.
    pub spread_alarm: Option<Decimal>,
}

/// The most digits after the point that a score may be rounded to.
pub const MOST_DECIMALS: u32 = 6;

/// What a panel's sheets come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The mean of all (平均分).
    #[default]
    Mean,
    /// The mean without the highest and the lowest (去掉最高分、最低分).
    TrimmedMean,
    /// The middle one; of an even number the mean of the middle two.
    Median,
}

/// What a trimmed mean or a median looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DropBy {
    /// Judges' totals: a sheet counts as a whole or not at all.
    #[default]
    Total,
    /// Each criterion by itself, over the judges.
    Criterion,
}

/// What a trimmed mean does when there are too few sheets to trim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Below {
    /// It is the mean of all.
    #[default]
    Mean,
    /// There is no score, and the project cannot be locked.
    Refuse,
}

/// What happens to a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// It goes up, away from zero (四舍五入).
    #[default]
    HalfUp,
    /// It goes to the even neighbour (四舍六入五成双).
    HalfEven,
}

/// A step of the computation whose result is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoundAt {
    /// The panel's value of one criterion.
    Criterion,
    /// The weight times that value.
    Weighted,
    /// The score.
    Score,
}

/// What places go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankBy {
    /// The score as it is announced.
    #[default]
    Rounded,
    /// The fraction before the score is rounded.
    Exact,
}

/// Who takes which award when a shared place lies across the last place of an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AwardTies {
    /// All of them take the higher award, and the next shrinks by as many.
    #[default]
    Extend,
    /// All of them take the lower award.
    Strict,
    /// The jury chair (评委组长) decides.
    Chair,
}

/// One rule of the chain that separates equal scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TieRule {
    /// The sum of all judges' totals, dropped ones too.
    UntrimmedSum,
    /// The panel's value of this criterion, or head over several.
    Criterion(CriterionId),
    /// The highest total of a single judge.
    HighestSingle,
    /// What is carried in from an earlier round.
    Carried,
    /// What the jury chair (评委组长) has decided and given a reason for.
    Chair,
    /// Nothing more: the place is shared.
    Share,
}

/// What stands before the id of [`TieRule::Criterion`].
const CRITERION: &str = "criterion:";

impl TieRule {
    /// The rules that are one word, and that word.
    pub const PLAIN: [(&'static str, Self); 5] = [
        ("untrimmed-sum", Self::UntrimmedSum),
        ("highest-single", Self::HighestSingle),
        ("carried", Self::Carried),
        ("chair", Self::Chair),
        ("share", Self::Share),
    ];
}

/// No rule that separates equal scores is written like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no tie rule “{0}”")]
pub struct NoTieRule(pub String);

impl FromStr for TieRule {
    type Err = NoTieRule;
    fn from_str(text: &str) -> Result<Self, NoTieRule> {
        if let Some(id) = text.strip_prefix(CRITERION) {
            return Ok(Self::Criterion(id.into()));
        }
        let plain = Self::PLAIN.into_iter().find(|(word, _)| *word == text);
        plain.map(|(_, rule)| rule).ok_or_else(|| NoTieRule(text.to_owned()))
    }
}

impl fmt::Display for TieRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Criterion(id) => return write!(f, "{CRITERION}{id}"),
            Self::UntrimmedSum => "untrimmed-sum",
            Self::HighestSingle => "highest-single",
            Self::Carried => "carried",
            Self::Chair => "chair",
            Self::Share => "share",
        })
    }
}

impl TryFrom<String> for TieRule {
    type Error = NoTieRule;
    fn try_from(text: String) -> Result<Self, NoTieRule> {
        text.parse()
    }
}

impl From<TieRule> for String {
    fn from(rule: TieRule) -> Self {
        rule.to_string()
    }
}

impl Default for Scoring {
    /// The plain mean to two decimals, half up; equal scores share a place.
    fn default() -> Self {
        Self {
            method: Method::default(),
            drop: 1,
            drop_by: DropBy::default(),
            drop_from: 5,
            below: Below::default(),
            at_least: 1,
            decimals: 2,
            rounding: Rounding::default(),
            round_at: vec![RoundAt::Score],
            rank_by: RankBy::default(),
            ties: vec![TieRule::Share],
            award_ties: AwardTies::default(),
            spread_alarm: None,
        }
    }
}

impl Scoring {
    /// The fewest sheets that a trimmed mean trims: never so few that none would be left.
    pub fn trims_from(&self) -> u32 {
        self.drop_from.max(self.drop.saturating_mul(2).saturating_add(1))
    }

    /// The fewest sheets of a panel that make a score.
    pub fn fewest_sheets(&self) -> u32 {
        let to_trim = match (self.method, self.below) {
            (Method::TrimmedMean, Below::Refuse) => self.trims_from(),
            _ => 1,
        };
        self.at_least.max(to_trim)
    }

    /// Whether the result of this step is rounded.
    pub fn rounds(&self, step: RoundAt) -> bool {
        self.round_at.contains(&step)
    }

    /// Whether places go by the score as it is announced: it must be rounded for that.
    pub fn ranks_by_announced(&self) -> bool {
        self.rank_by == RankBy::Rounded && self.rounds(RoundAt::Score)
    }

    /// Whether something is rounded before the score is.
    pub fn rounds_on_the_way(&self) -> bool {
        self.rounds(RoundAt::Criterion) || self.rounds(RoundAt::Weighted)
    }

    /// Whether these are the rules of a rubric that states none.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Scoring, TieRule};

    #[test]
    fn a_rubric_of_an_older_journal_has_the_default_rules() {
        assert_eq!(serde_json::from_str::<Scoring>("{}").unwrap(), Scoring::default());
    }

    #[test]
    fn a_tie_rule_reads_as_it_is_written() {
        let plain = TieRule::PLAIN.map(|(word, _)| word);
        for text in plain.into_iter().chain(["criterion:team"]) {
            assert_eq!(text.parse::<TieRule>().unwrap().to_string(), text);
        }
        assert!("coin".parse::<TieRule>().is_err());
    }

    #[test]
    fn trimming_never_leaves_nobody() {
        let scoring = Scoring { drop: 3, ..Scoring::default() };
        assert_eq!(scoring.trims_from(), 7);
        assert_eq!(Scoring { drop: u32::MAX, ..scoring }.trims_from(), u32::MAX);
    }
}
