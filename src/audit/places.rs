//! From scores to places and awards, by the definition of each: a place is one more than there are
//! better ones, and an award is what lies at a place.

use std::collections::BTreeSet;

use super::{
    definition::{Award, AwardTies, Rules, Ruling, Tie},
    score::Score,
};

/// What a project's score comes to beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1; shared by equals.
    pub place: usize,
    /// The last rule that separated it from others with its score.
    pub tie: Option<String>,
    /// Which award it takes, counted from the highest.
    pub award: Option<usize>,
    /// Whether the chair has yet to decide about it.
    pub waits: bool,
}

/// What places are made by.
#[derive(Debug, Clone, Copy)]
pub struct Ranking<'a> {
    /// The rules of the group's rubric.
    pub rules: &'a Rules,
    /// Highest first.
    pub awards: &'a [Award],
    /// The chair's decisions, oldest first; of several about the same projects the last one counts.
    pub rulings: &'a [Ruling],
}

/// Where a project stands before awards are dealt.
struct Standing {
    place: usize,
    tie: Option<String>,
    waits: bool,
    /// Whether the chair has put it there.
    is_ruled: bool,
}

type Scored<'s> = (&'s str, &'s Score);

impl Ranking<'_> {
    /// The places of these projects, in their order.
    pub fn places(&self, scored: &[Scored<'_>]) -> Vec<Place> {
        let standings: Vec<_> = scored.iter().map(|own| self.standing(own, scored)).collect();
        let place = |own: &Standing, id: &str| {
            let ids = scored.iter().zip(&standings).filter(|it| it.1.place == own.place);
            let sharing: Vec<_> = ids.map(|it| it.0.0).collect();
            let (award, is_open) = self.award(own, id, &sharing);
            Place { place: own.place, tie: own.tie.clone(), award, waits: own.waits || is_open }
        };
        standings.iter().zip(scored).map(|(own, (id, _))| place(own, id)).collect()
    }

    fn standing(&self, (id, own): &Scored<'_>, all: &[Scored<'_>]) -> Standing {
        let better = all.iter().filter(|it| it.1.compared > own.compared).count();
        let tied: Vec<_> = all.iter().filter(|it| it.1.compared == own.compared).collect();
        let tie = self.separated(own, all);
        let asks = matches!(self.rules.ties.get(own.compared.len() - 1), Some(Tie::Chair));
        let (place, is_ruled) = (better + 1, false);
        if tied.len() == 1 || !asks {
            return Standing { place, tie, waits: false, is_ruled };
        }
        let Some(ruling) = self.ruling(tied.iter().map(|it| it.0)) else {
            return Standing { place, tie, waits: true, is_ruled };
        };
        let tie = if ruling.order.len() > 1 { Some(Tie::Chair.to_string()) } else { tie };
        Standing { place: place + ruling.before(id), tie, waits: false, is_ruled: true }
    }

    /// The last rule by which some of those that were level with it until then differ from it.
    fn separated(&self, own: &Score, all: &[Scored<'_>]) -> Option<String> {
        let splits = |nth: &usize| {
            let upto = |score: &Score, nth| score.compared.iter().take(nth).cloned().collect();
            let level = |it: &&Scored<'_>| -> bool {
                let [one, other]: [Vec<_>; 2] = [upto(own, *nth), upto(it.1, *nth)];
                one == other
            };
            all.iter().filter(level).any(|it| it.1.compared.get(*nth) != own.compared.get(*nth))
        };
        let last = (1..own.compared.len()).rev().find(splits)?;
        self.rules.ties.get(last - 1).map(ToString::to_string)
    }

    /// The chair's last word about exactly these.
    fn ruling<'i>(&self, tied: impl Iterator<Item = &'i str>) -> Option<&Ruling> {
        let tied: BTreeSet<_> = tied.collect();
        let is_about = |it: &&Ruling| it.projects().collect::<BTreeSet<_>>() == tied;
        self.rulings.iter().rev().find(is_about)
    }

    /// The award of one of those that share a place, and whether it is open who takes which.
    fn award(&self, own: &Standing, id: &str, sharing: &[&str]) -> (Option<usize>, bool) {
        let (first, last) = (self.lying(own.place), self.lying(own.place + sharing.len() - 1));
        let decided = self.ruling(sharing.iter().copied());
        let may_share = own.is_ruled || decided.is_some_and(|it| it.order.len() == 1);
        match (self.rules.award_ties, decided) {
            (AwardTies::Extend, _) => (first, false),
            (AwardTies::Strict, _) => (last, false),
            (AwardTies::Chair, _) if first == last || may_share => (first, false),
            (AwardTies::Chair, None) => (None, true),
            (AwardTies::Chair, Some(it)) => (self.lying(own.place + it.before(id)), false),
        }
    }

    /// Which award lies at a place.
    fn lying(&self, place: usize) -> Option<usize> {
        let mut cut = 0_u64;
        let place = u64::try_from(place).unwrap_or(u64::MAX);
        self.awards.iter().position(|award| {
            cut += u64::from(award.places);
            place <= cut
        })
    }
}

impl Ruling {
    /// Whom it is about.
    pub(super) fn projects(&self) -> impl Iterator<Item = &str> {
        self.order.iter().flatten().map(String::as_str)
    }

    /// How many it puts before this one.
    fn before(&self, id: &str) -> usize {
        self.order.iter().take_while(|part| part.iter().all(|it| it != id)).map(Vec::len).sum()
    }
}
