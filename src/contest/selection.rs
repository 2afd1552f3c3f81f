//! Who of a preliminary round (初赛) goes on to the final, and who stands in reserve.
//!
//! What always holds, and the test that guards it (below): nobody is chosen among equals:
//! `equals_across_the_last_place_are_never_told_apart`.

use super::{GroupId, GroupResults, ProjectId, Standing, Text, Unranked};

/// The ranking of a preliminary round, cut at the last place of the final.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The group.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
    /// How many places the final has.
    pub places: usize,
    /// Who goes on, best first.
    pub finalists: Vec<Standing>,
    /// Who shares the last place with more projects than it has room for (末位同分), and is neither
    /// in nor out.
    pub tied: Vec<Standing>,
    /// The others with a score, best first.
    pub reserve: Vec<Standing>,
    /// The projects without a place.
    pub unranked: Vec<Unranked>,
    /// Ties that wait for the jury chair.
    pub waiting: Vec<Vec<ProjectId>>,
}

impl Selection {
    /// Cuts a ranking after so many places; `all_tied_in` lets in all who share the last one.
    pub fn of(results: GroupResults, places: u32, all_tied_in: bool) -> Self {
        let GroupResults { id, name, standings: mut finalists, unranked, waiting } = results;
        let places = usize::try_from(places).unwrap_or(usize::MAX);
        let place = |nth: usize| finalists.get(nth).map(|it| it.place);
        let last = places.checked_sub(1).and_then(place);
        let is_tied = last.is_some() && last == place(places);
        let (mut tied, mut reserve) = (Vec::new(), Vec::new());
        if is_tied {
            let shares = |it: &Standing| Some(it.place) == last;
            let begin = finalists.iter().position(shares).unwrap_or(places);
            let end = begin + finalists.iter().filter(|it| shares(it)).count();
            reserve = finalists.split_off(end);
            if !all_tied_in {
                tied = finalists.split_off(begin);
            }
        } else if places < finalists.len() {
            reserve = finalists.split_off(places);
        }
        Self { id, name, places, finalists, tied, reserve, unranked, waiting }
    }

    /// Whether the tie at the last place waits for the jury chair.
    pub fn waits_for_the_chair(&self) -> bool {
        let is_this =
            |tie: &Vec<ProjectId>| self.tied.first().is_some_and(|it| tie.contains(&it.project));
        self.waiting.iter().any(is_this)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::Selection;
    use crate::contest::{GroupResults, Marks, Rubric, Scoring, sample};

    /// The ranking of projects with these totals from one judge.
    fn ranking(totals: &[u8]) -> GroupResults {
        let mut rubric: Rubric = sample::session().groups[0].rubric.clone().unwrap();
        rubric.scoring = Scoring::default();
        let sheets: Vec<_> = (totals.iter().enumerate())
            .map(|(nth, total)| {
                let marks = Marks::from([("idea".into(), Decimal::from(*total))]);
                (format!("P{nth}"), [("J".into(), marks)].into())
            })
            .collect();
        let sheets = sheets.iter().map(|(id, it)| (id.as_str().into(), id.as_str().into(), it));
        GroupResults::from_sheets(("g".into(), "g".into()), &rubric, &[], sheets, &[])
    }

    proptest! {
        #[test]
        fn equals_across_the_last_place_are_never_told_apart(
            totals in prop::collection::vec(0_u8..5, 0..12),
            places in 1_u32..14,
            all_in in any::<bool>(),
        ) {
            let all = ranking(&totals);
            let cut = Selection::of(all.clone(), places, all_in);
            let parts = [&cut.finalists, &cut.tied, &cut.reserve];
            prop_assert_eq!(parts.map(Vec::as_slice).concat(), all.standings);
            let ends = parts.map(|part| (part.first().map(|it| it.place), part.last().map(|it| it.place)));
            for (one, other) in [(0, 1), (1, 2), (0, 2)] {
                prop_assert!(ends[one].1.is_none() || ends[one].1 != ends[other].0);
            }
            let (sure, wanted) = (cut.finalists.len(), usize::try_from(places).unwrap());
            prop_assert!(cut.tied.is_empty() || (sure < wanted && wanted < sure + cut.tied.len()));
            prop_assert!(!cut.tied.is_empty() || sure >= wanted.min(totals.len()));
            prop_assert!(cut.tied.is_empty() || !all_in);
        }
    }

    #[test]
    fn the_last_place_goes_to_nobody_or_to_all_who_share_it() {
        let sizes = |places, all_in| {
            let cut = Selection::of(ranking(&[4, 3, 3, 3, 1]), places, all_in);
            (cut.finalists.len(), cut.tied.len(), cut.reserve.len())
        };
        assert_eq!(sizes(1, false), (1, 0, 4));
        assert_eq!(sizes(2, false), (1, 3, 1));
        assert_eq!(sizes(3, true), (4, 0, 1));
        assert_eq!(sizes(4, false), (4, 0, 1));
        assert_eq!(sizes(9, false), (5, 0, 0));
    }
}
