//! How near the cuts between awards are: the last project that takes an award and the first that does not, and
//! by how much one judge would have had to give another total.

use rust_decimal::Decimal;

use super::scores::ScoreLine;
use crate::contest::{Group, ProjectId, Text};

/// The cut below an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The award.
    pub award: Text,
    /// The last project that takes it.
    pub last: ProjectId,
    /// The first after it.
    pub next: ProjectId,
    /// How far their scores are apart.
    pub apart: Decimal,
    /// How much higher one total that counts of the next would have to be to come up to the last; `None`
    /// where the score is not a plain mean of totals.
    pub by_one: Option<Decimal>,
}

/// The cuts of a group as it is ranked, the highest first.
pub(super) fn cuts(group: &Group, lines: &[ScoreLine<'_>]) -> Vec<Cut> {
    let ranked: Vec<_> = lines.iter().filter(|it| it.place.is_some()).collect();
    let cut = |award: &Text| {
        let last = ranked.iter().rposition(|it| it.award.as_ref() == Some(award))?;
        let (last, next) = (ranked.get(last)?, ranked.get(last + 1)?);
        let apart = last.score - next.score;
        Some(Cut {
            award: award.clone(),
            last: last.project.id.clone(),
            next: next.project.id.clone(),
            apart,
            by_one: next.counted.map(|sheets| apart * Decimal::from(sheets)),
        })
    };
    group.awards.iter().filter_map(|it| cut(&it.name)).collect()
}
