//! How near the cuts between awards are: the last project that takes an award and the first that does not, and
//! whether one judge with a higher total would have levelled them.

use rust_decimal::Decimal;

use crate::contest::{Field, OneJudge, ProjectId, Text};

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
    /// Whether one judge of the next could have levelled them.
    pub one_judge: OneJudge,
}

/// The cuts of a group as it is ranked, the highest first.
pub(super) fn cuts(field: &Field<'_>) -> Vec<Cut> {
    let ranked = field.ranked().standings;
    let cut = |award: &Text| {
        let last = ranked.iter().rposition(|it| it.award.as_ref() == Some(award))?;
        let (last, next) = (ranked.get(last)?, ranked.get(last + 1)?);
        let of_next = field.projects.iter().position(|it| it.0 == next.project)?;
        let of_next = field.ingredients.get(of_next)?;
        Some(Cut {
            award: award.clone(),
            last: last.project.clone(),
            next: next.project.clone(),
            apart: last.score - next.score,
            one_judge: OneJudge::of(field.recipe, of_next, [&last.made_of, &next.made_of]),
        })
    };
    field.awards.iter().filter_map(|it| cut(&it.name)).collect()
}
