//! The scoring rules once more, slowly: every rule as `docs/rules.md` says it, on fractions, with none
//! of the engine's code and none of its shapes. Only the rules' names are shared.

use std::collections::BTreeSet;

use num_rational::Ratio;
use roadshow::contest::{
    AwardTies, Below, DropBy, Method, ProjectId, RankBy, RoundAt, Rounding, Ruling, Scoring,
    TieRule,
};

pub(crate) type Fraction = Ratio<i128>;

/// A contest as plain lists.
#[derive(Debug, Clone)]
pub(crate) struct Slow {
    /// Id and weight of every criterion with points.
    pub(crate) criteria: Vec<(String, Fraction)>,
    /// How many places every award has.
    pub(crate) awards: Vec<u32>,
    pub(crate) scoring: Scoring,
    pub(crate) projects: Vec<Project>,
    pub(crate) rulings: Vec<Ruling>,
}

#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) id: String,
    /// Judge, marks in the order of the criteria, and whether the gate is passed.
    pub(crate) sheets: Vec<(String, Vec<Fraction>, bool)>,
}

/// What a project comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    Placed { place: usize, exact: Fraction, score: Fraction, award: Option<usize>, waits: bool },
    Out(&'static str),
}

impl Slow {
    /// The outcome of every project, in their order.
    pub(crate) fn outcomes(&self) -> Vec<Outcome> {
        let keys: Vec<_> = self.projects.iter().map(|it| self.keys(it)).collect();
        let places: Vec<_> =
            keys.iter().map(|it| Some(self.place(it.as_ref().ok()?, &keys))).collect();
        let line = |(nth, key): (usize, &Result<Keys, &'static str>)| match key {
            Err(why) => Outcome::Out(why),
            Ok(key) => {
                let (place, mut waits) = places[nth].unwrap();
                let tied: Vec<usize> = (0..places.len())
                    .filter(|other| places[*other].is_some_and(|it| it.0 == place))
                    .collect();
                let (award, undecided) = self.award(nth, place, &tied);
                waits |= undecided;
                let score = self.round(key.exact);
                Outcome::Placed { place, exact: key.exact, score, award, waits }
            }
        };
        keys.iter().enumerate().map(line).collect()
    }

    fn keys(&self, project: &Project) -> Result<Keys, &'static str> {
        let (rules, sheets) = (&self.scoring, &project.sheets);
        let count = u32::try_from(sheets.len()).unwrap();
        if sheets.is_empty() {
            return Err("unscored");
        }
        if count < rules.at_least {
            return Err("too-few-sheets");
        }
        let enough = rules.drop_from.max(2 * rules.drop + 1);
        let is_trimmed = rules.method == Method::TrimmedMean && count >= enough;
        if rules.method == Method::TrimmedMean && !is_trimmed && rules.below == Below::Refuse {
            return Err("too-few-to-trim");
        }
        if sheets.iter().filter(|it| !it.2).count() > sheets.iter().filter(|it| it.2).count() {
            return Err("ineligible");
        }
        let away = match rules.method {
            Method::TrimmedMean if is_trimmed => rules.drop,
            Method::Mean | Method::TrimmedMean => 0,
            Method::Median if count.is_multiple_of(2) => count / 2 - 1,
            Method::Median => (count - 1) / 2,
        };
        let exact = self.exact(sheets, away);
        let announced =
            rules.rank_by == RankBy::Rounded && rules.round_at.contains(&RoundAt::Score);
        let ranked = if announced { self.round(exact) } else { exact };
        let totals: Vec<_> = sheets.iter().map(|sheet| self.total(&sheet.1)).collect();
        let mut ties = Vec::new();
        for rule in &rules.ties {
            ties.push(match rule {
                TieRule::UntrimmedSum => mean(&totals),
                TieRule::HighestSingle => totals.iter().max().copied().unwrap(),
                TieRule::Criterion(id) => {
                    let at = self.criteria.iter().position(|it| it.0 == id.as_str()).unwrap();
                    let marks = sheets.iter().map(|sheet| (sheet.1[at], sheet.0.clone())).collect();
                    let marks: Vec<_> = without(marks, away).iter().map(|it| it.0).collect();
                    self.at(RoundAt::Criterion, mean(&marks))
                }
                TieRule::Chair | TieRule::Share => break,
            });
        }
        Ok(Keys { id: project.id.clone(), exact, compared: [vec![ranked], ties].concat() })
    }

    fn total(&self, marks: &[Fraction]) -> Fraction {
        marks.iter().zip(&self.criteria).map(|(mark, (_, weight))| weight * mark).sum()
    }

    fn exact(&self, sheets: &[(String, Vec<Fraction>, bool)], away: u32) -> Fraction {
        let totals = sheets.iter().map(|it| (self.total(&it.1), it.0.clone())).collect();
        let counted: BTreeSet<String> =
            without(totals, away).into_iter().map(|(_, judge)| judge).collect();
        let values = self.criteria.iter().enumerate().map(|(at, (_, weight))| {
            let marks: Vec<Fraction> = match self.scoring.drop_by {
                DropBy::Total => {
                    sheets.iter().filter(|it| counted.contains(&it.0)).map(|it| it.1[at]).collect()
                }
                DropBy::Criterion => {
                    let marks = sheets.iter().map(|it| (it.1[at], it.0.clone())).collect();
                    without(marks, away).into_iter().map(|it| it.0).collect()
                }
            };
            let value = self.at(RoundAt::Criterion, mean(&marks));
            self.at(RoundAt::Weighted, weight * value)
        });
        values.sum()
    }

    /// One more than there are better ones, and whether the chair has yet to decide.
    fn place(&self, own: &Keys, all: &[Result<Keys, &'static str>]) -> (usize, bool) {
        let all: Vec<_> = all.iter().flatten().collect();
        let better = all.iter().filter(|it| it.compared > own.compared).count();
        let tied: Vec<_> = all.iter().filter(|it| it.compared == own.compared).collect();
        let last = self.scoring.ties.get(own.compared.len() - 1);
        if tied.len() == 1 || last != Some(&TieRule::Chair) {
            return (better + 1, false);
        }
        let names: BTreeSet<&str> = tied.iter().map(|it| it.id.as_str()).collect();
        let ruling = self.ruling(&names);
        let Some(ruling) = ruling else { return (better + 1, true) };
        let before = ruling.order.iter().take_while(|it| it.iter().all(|it| it.as_str() != own.id));
        (better + before.map(Vec::len).sum::<usize>() + 1, false)
    }

    fn ruling(&self, tied: &BTreeSet<&str>) -> Option<&Ruling> {
        self.rulings.iter().find(|ruling| {
            let named: BTreeSet<&str> =
                ruling.order.iter().flatten().map(ProjectId::as_str).collect();
            named == *tied
        })
    }

    /// The pile of awards is laid out by place. Those who share places look at all that lie there.
    fn award(&self, nth: usize, place: usize, tied: &[usize]) -> (Option<usize>, bool) {
        let mut pile: Vec<Option<usize>> = Vec::new();
        for (level, places) in self.awards.iter().enumerate() {
            pile.extend((0..*places).map(|_| Some(level)));
        }
        let lying = |place: usize| pile.get(place - 1).copied().flatten();
        let there: Vec<_> = (place..place + tied.len()).map(lying).collect();
        let (best, worst) = (there[0], *there.last().unwrap());
        match self.scoring.award_ties {
            AwardTies::Extend => (best, false),
            AwardTies::Strict => (worst, false),
            AwardTies::Chair if best == worst => (best, false),
            AwardTies::Chair => {
                let names: BTreeSet<&str> =
                    tied.iter().map(|it| self.projects[*it].id.as_str()).collect();
                let mut shared = self.rulings.iter().flat_map(|ruling| &ruling.order);
                if shared
                    .any(|it| it.iter().map(ProjectId::as_str).collect::<BTreeSet<_>>() == names)
                {
                    return (best, false);
                }
                let Some(ruling) = self.ruling(&names) else { return (None, true) };
                let own = &self.projects[nth].id;
                let before =
                    ruling.order.iter().take_while(|it| it.iter().all(|it| it.as_str() != own));
                (lying(place + before.map(Vec::len).sum::<usize>()), false)
            }
        }
    }

    fn at(&self, step: RoundAt, value: Fraction) -> Fraction {
        if self.scoring.round_at.contains(&step) { self.round(value) } else { value }
    }

    /// Between the two neighbours, the nearer one; of a half as the rules say.
    pub(crate) fn round(&self, value: Fraction) -> Fraction {
        let scale = Fraction::from(10_i128.pow(self.scoring.decimals));
        let (below, above) = ((value * scale).floor(), (value * scale).floor() + 1);
        let half = (below + above) / 2;
        let goes_up = match self.scoring.rounding {
            Rounding::HalfUp => value * scale >= half,
            Rounding::HalfEven if value * scale == half => below.to_integer() % 2 == 1,
            Rounding::HalfEven => value * scale > half,
        };
        (if goes_up { above } else { below }) / scale
    }

    /// Whether this value lies in the middle between its two neighbours.
    pub(crate) fn is_half(&self, value: Fraction) -> bool {
        let doubled = value * Fraction::from(2 * 10_i128.pow(self.scoring.decimals));
        doubled.is_integer() && doubled.to_integer() % 2 == 1
    }
}

/// What a project is ranked by.
struct Keys {
    id: String,
    exact: Fraction,
    compared: Vec<Fraction>,
}

fn mean(values: &[Fraction]) -> Fraction {
    values.iter().sum::<Fraction>() / i128::try_from(values.len()).unwrap()
}

/// So many times, one lowest and one highest are taken away: the first and the last of the equal
/// ones in the order of the judges.
fn without(mut values: Vec<(Fraction, String)>, times: u32) -> Vec<(Fraction, String)> {
    for _ in 0..times {
        let lowest = values.iter().min().unwrap().clone();
        values.retain(|it| *it != lowest);
        let highest = values.iter().max().unwrap().clone();
        values.retain(|it| *it != highest);
    }
    values
}
