//! Awards by quota from places. Between two awards lies a cut: with 1 / 3 / 6 awards after places 1,
//! 4 and 10. A shared place can lie across a cut; what then happens is a rule.

use super::{Award, AwardTies, Ruling, Text, ranking::Shared, ranking::ruling};

/// The awards of those who share a place, in their order.
pub(super) struct Dealt<'a> {
    /// One for each of them.
    pub(super) awards: Vec<Option<&'a Text>>,
    /// Whether the chair has yet to decide who takes which.
    pub(super) waits: bool,
}

/// Deals awards to those who share a place.
pub(super) fn deal<'a>(
    awards: &'a [Award],
    rule: AwardTies,
    shared: &Shared,
    rulings: &[Ruling],
) -> Dealt<'a> {
    let many = shared.contenders.len();
    let (first, last) = (shared.place, shared.place + many.saturating_sub(1));
    let is_cut = level_at(awards, first) != level_at(awards, last);
    let decided = ruling(rulings, &shared.contenders);
    let may_share = shared.ruled || decided.is_some_and(|ruling| ruling.order.len() == 1);
    let all = |place| Dealt { awards: vec![award_at(awards, place); many], waits: false };
    match rule {
        AwardTies::Extend => all(first),
        AwardTies::Strict => all(last),
        // Whom the chair lets share a place, the chair lets share its award.
        AwardTies::Chair if !is_cut || may_share => all(first),
        AwardTies::Chair => match decided {
            None => Dealt { awards: vec![None; many], waits: true },
            Some(ruling) => {
                let place = |project| {
                    let before = ruling.order.iter().take(ruling.rank(project).unwrap_or(0));
                    first + before.map(Vec::len).sum::<usize>()
                };
                let projects = shared.contenders.iter().map(|it| place(&it.project));
                let awards = projects.map(|place| award_at(awards, place)).collect();
                Dealt { awards, waits: false }
            }
        },
    }
}

fn award_at(awards: &[Award], place: usize) -> Option<&Text> {
    level_at(awards, place).and_then(|level| awards.get(level)).map(|award| &award.name)
}

/// Which award a place takes, counted from the highest; `None` after the last cut.
fn level_at(awards: &[Award], place: usize) -> Option<usize> {
    let mut cut = 0_usize;
    awards.iter().position(|award| {
        cut = cut.saturating_add(usize::try_from(award.places).unwrap_or(usize::MAX));
        place <= cut
    })
}
