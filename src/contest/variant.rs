//! The ways of computing a group's awards that differ from its rules in one thing.

use serde::{Deserialize, Serialize};

use super::{
    CriterionId, DropBy, Ingredients, Method, RankBy, RoundAt, Rounding, Rubric, SeatId, Text,
    TieRule,
};

/// One thing that is done otherwise; all else stays as the rules have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Variant {
    /// Without the sheets of one judge.
    WithoutJudge {
        /// Whose.
        seat: SeatId,
    },
    /// Without one criterion, and without the tie rules that name it; weights stay as they are.
    WithoutCriterion {
        /// Which; of a rubric on two levels a head with its items.
        criterion: CriterionId,
        /// What it is called.
        name: Text,
    },
    /// Rounded nowhere on the way, and places go by the exact score.
    RoundedLater,
    /// Places go by the score as it is announced, where the rules go by the exact one.
    RoundedSooner,
    /// A half goes the other way than the rules say: up, or to the even neighbour.
    HalvesOtherwise,
    /// All sheets count.
    PlainMean,
    /// Without the highest and the lowest totals, as many as the rules drop.
    TrimmedByTotal,
    /// Without the highest and the lowest marks of each criterion.
    TrimmedByCriterion,
}

/// What variants have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// One judge is left out.
    Judges,
    /// One criterion is left out.
    Criteria,
    /// Rounded otherwise.
    Rounding,
    /// Trimmed otherwise.
    Trimming,
}

impl Family {
    /// All of them, in the order they are told in.
    pub const ALL: [Self; 4] = [Self::Judges, Self::Criteria, Self::Rounding, Self::Trimming];

    /// The stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Judges => "judges",
            Self::Criteria => "criteria",
            Self::Rounding => "rounding",
            Self::Trimming => "trimming",
        }
    }
}

impl Variant {
    /// All variants of these rules with sheets from these judges. What would change nothing by its
    /// nature, and leaving out the only criterion, are none.
    pub fn all(rubric: &Rubric, judges: impl IntoIterator<Item = SeatId>) -> Vec<Self> {
        let scoring = &rubric.scoring;
        let mut variants: Vec<_> =
            judges.into_iter().map(|seat| Self::WithoutJudge { seat }).collect();
        let heads: Vec<_> = rubric.criteria.iter().filter(|head| !head.gate).collect();
        if heads.len() > 1 {
            variants.extend(heads.into_iter().map(|head| Self::WithoutCriterion {
                criterion: head.id.clone(),
                name: head.name.clone(),
            }));
        }
        let is_late = !scoring.ranks_by_announced() && !scoring.rounds_on_the_way();
        variants.push(if is_late { Self::RoundedSooner } else { Self::RoundedLater });
        variants.push(Self::HalvesOtherwise);
        let trimming = [Self::PlainMean, Self::TrimmedByTotal, Self::TrimmedByCriterion];
        variants.extend(trimming.into_iter().filter(|it| it.rubric(rubric) != *rubric));
        variants
    }

    /// What it has in common with others.
    pub fn family(&self) -> Family {
        match self {
            Self::WithoutJudge { .. } => Family::Judges,
            Self::WithoutCriterion { .. } => Family::Criteria,
            Self::RoundedLater | Self::RoundedSooner | Self::HalvesOtherwise => Family::Rounding,
            Self::PlainMean | Self::TrimmedByTotal | Self::TrimmedByCriterion => Family::Trimming,
        }
    }

    /// The rubric as this variant has it.
    pub(super) fn rubric(&self, rubric: &Rubric) -> Rubric {
        let mut rubric = rubric.clone();
        let scoring = &mut rubric.scoring;
        match self {
            Self::WithoutJudge { .. } => (),
            Self::WithoutCriterion { criterion, .. } => {
                rubric.criteria.retain(|head| head.id != *criterion);
                let criteria = &rubric.criteria;
                scoring.ties.retain(|rule| match rule {
                    TieRule::Criterion(id) => criteria.iter().any(|head| head.names(id)),
                    _ => true,
                });
            }
            Self::RoundedLater => {
                scoring.round_at = vec![RoundAt::Score];
                scoring.rank_by = RankBy::Exact;
            }
            Self::RoundedSooner => {
                scoring.round_at = vec![RoundAt::Score];
                scoring.rank_by = RankBy::Rounded;
            }
            Self::HalvesOtherwise => {
                scoring.rounding = match scoring.rounding {
                    Rounding::HalfUp => Rounding::HalfEven,
                    Rounding::HalfEven => Rounding::HalfUp,
                }
            }
            // A mean drops nothing: how it would trim stays, and is no difference.
            Self::PlainMean => scoring.method = Method::Mean,
            Self::TrimmedByTotal => {
                (scoring.method, scoring.drop_by) = (Method::TrimmedMean, DropBy::Total);
            }
            Self::TrimmedByCriterion => {
                (scoring.method, scoring.drop_by) = (Method::TrimmedMean, DropBy::Criterion);
            }
        }
        rubric
    }

    /// What a project brings along, as this variant has it.
    pub(super) fn ingredients<'a>(&self, project: &Ingredients<'a>) -> Ingredients<'a> {
        let mut project = project.clone();
        if let Self::WithoutJudge { seat } = self {
            project.sheets.retain(|(_, it, _)| *it != seat);
        }
        project
    }
}
