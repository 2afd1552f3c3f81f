//! The scoring rules once more, slowly: every rule as `docs/rules.md` says it, on fractions, with none
//! of the engine's code and none of its shapes. Only the rules' names are shared.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::Ratio;
use roadshow::contest::{
    AwardTies, Below, DropBy, Method, ProjectId, RankBy, RoundAt, Rounding, Ruling, Scoring,
    TieRule,
};

pub(crate) type Fraction = Ratio<BigInt>;

/// A contest as plain lists.
#[derive(Debug, Clone)]
pub(crate) struct Slow {
    /// Id and weight of every criterion with points.
    pub(crate) criteria: Vec<(String, Fraction)>,
    /// How many places every award has.
    pub(crate) awards: Vec<u32>,
    pub(crate) scoring: Scoring,
    /// Name and weight of every panel; one with weight 1 where all judges are one.
    pub(crate) panels: Vec<(String, Fraction)>,
    /// The weight of every component that is carried in.
    pub(crate) carry: Vec<Fraction>,
    /// Whether rooms are brought to the same mean.
    pub(crate) by_room: bool,
    pub(crate) projects: Vec<Project>,
    pub(crate) rulings: Vec<Ruling>,
}

#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) room: String,
    pub(crate) sheets: Vec<Sheet>,
    /// Its values of the components, in the order of their weights.
    pub(crate) carried: Vec<Fraction>,
    /// All that is taken off.
    pub(crate) deducted: Fraction,
}

#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) judge: String,
    pub(crate) panel: String,
    /// In the order of the criteria.
    pub(crate) marks: Vec<Fraction>,
    /// Whether the gate is passed.
    pub(crate) passes: bool,
}

/// What a project comes to.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are seven at a time")]
pub(crate) enum Outcome {
    Placed {
        place: usize,
        exact: Fraction,
        coefficient: Option<Fraction>,
        score: Fraction,
        award: Option<usize>,
        waits: bool,
    },
    Out(&'static str),
}

impl Slow {
    /// The outcome of every project, in their order.
    pub(crate) fn outcomes(&self) -> Vec<Outcome> {
        let all: Vec<_> = self.projects.iter().map(|it| self.live(it)).collect();
        let keys: Vec<_> = (self.projects.iter().zip(&all))
            .map(|(project, own)| Ok(self.keys(project, own.as_ref().map_err(|why| *why)?, &all)))
            .collect();
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
                let Keys { exact, coefficient, score, .. } = key.clone();
                Outcome::Placed { place, exact, coefficient, score, award, waits }
            }
        };
        keys.iter().enumerate().map(line).collect()
    }

    /// What a project's judges alone come to, and what the tie rules compare.
    fn live(&self, project: &Project) -> Result<Live, &'static str> {
        if project.sheets.is_empty() {
            return Err("unscored");
        }
        let of_panel = |name: &String| {
            let own = project.sheets.iter().filter(|sheet| sheet.panel == *name);
            own.collect::<Vec<_>>()
        };
        let mut panels = Vec::new();
        for (name, weight) in &self.panels {
            let sheets = of_panel(name);
            let away = self.away(u32::try_from(sheets.len()).unwrap())?;
            panels.push((weight, sheets, away));
        }
        let passed = project.sheets.iter().filter(|it| it.passes).count();
        if project.sheets.len() - passed > passed {
            return Err("ineligible");
        }
        let mut live = Live { score: zero(), ties: Vec::new() };
        for (weight, sheets, away) in &panels {
            live.score += self.exact(sheets, *away) * *weight;
        }
        for rule in &self.scoring.ties {
            let mut value = zero();
            match rule {
                TieRule::UntrimmedSum => {
                    for (weight, sheets, _) in &panels {
                        value += mean(&self.totals(sheets)) * *weight;
                    }
                }
                TieRule::HighestSingle => {
                    let totals = panels.iter().flat_map(|(_, sheets, _)| self.totals(sheets));
                    value = totals.max().unwrap();
                }
                TieRule::Criterion(id) => {
                    let at = self.criteria.iter().position(|it| it.0 == id.as_str()).unwrap();
                    for (weight, sheets, away) in &panels {
                        let marks = counted(sheets, *away, |sheet| sheet.marks[at].clone());
                        let marks: Vec<_> = marks.into_iter().map(|it| it.0).collect();
                        value += self.at(RoundAt::Criterion, mean(&marks)) * *weight;
                    }
                }
                TieRule::Carried => value = self.brought(project),
                TieRule::Chair | TieRule::Share => break,
            }
            live.ties.push(value);
        }
        Ok(live)
    }

    /// How many of so many sheets are taken away at each end.
    fn away(&self, count: u32) -> Result<u32, &'static str> {
        let rules = &self.scoring;
        let enough = rules.drop_from.max(2 * rules.drop + 1);
        match rules.method {
            _ if count == 0 => Err("unscored"),
            _ if count < rules.at_least => Err("too-few-sheets"),
            Method::TrimmedMean if count >= enough => Ok(rules.drop),
            Method::TrimmedMean if rules.below == Below::Refuse => Err("too-few-to-trim"),
            Method::Mean | Method::TrimmedMean => Ok(0),
            Method::Median if count.is_multiple_of(2) => Ok(count / 2 - 1),
            Method::Median => Ok((count - 1) / 2),
        }
    }

    /// The mean of all divided by the mean of the room, where there are several rooms.
    fn coefficient(
        &self,
        project: &Project,
        all: &[Result<Live, &'static str>],
    ) -> Option<Fraction> {
        let scored = || {
            let scored = self.projects.iter().zip(all);
            scored.filter_map(|(project, live)| Some((&project.room, &live.as_ref().ok()?.score)))
        };
        let here: Vec<_> = scored().filter(|it| *it.0 == project.room).map(|it| it.1).collect();
        if !self.by_room || here.len() == scored().count() {
            return None;
        }
        let everywhere: Vec<_> = scored().map(|it| it.1).collect();
        let (here, everywhere) = (mean(here), mean(everywhere));
        Some(if here == zero() { Fraction::from(whole(1)) } else { everywhere / here })
    }

    fn brought(&self, project: &Project) -> Fraction {
        self.carry.iter().zip(&project.carried).map(|(weight, value)| weight * value).sum()
    }

    fn keys(&self, project: &Project, own: &Live, all: &[Result<Live, &'static str>]) -> Keys {
        let coefficient = self.coefficient(project, all);
        let mut exact = own.score.clone();
        if let Some(coefficient) = &coefficient {
            exact *= coefficient;
        }
        let rest = Fraction::from(whole(1)) - self.carry.iter().sum::<Fraction>();
        let exact = exact * rest + self.brought(project);
        let less = |value: &Fraction| (value - &project.deducted).max(zero());
        let score = less(&self.round(&exact));
        let announced = self.scoring.rank_by == RankBy::Rounded
            && self.scoring.round_at.contains(&RoundAt::Score);
        let ranked = if announced { score.clone() } else { less(&exact) };
        let compared = [vec![ranked], own.ties.clone()].concat();
        Keys { id: project.id.clone(), exact, coefficient, score, compared }
    }

    fn total(&self, marks: &[Fraction]) -> Fraction {
        marks.iter().zip(&self.criteria).map(|(mark, (_, weight))| weight * mark).sum()
    }

    fn totals(&self, sheets: &[&Sheet]) -> Vec<Fraction> {
        sheets.iter().map(|sheet| self.total(&sheet.marks)).collect()
    }

    fn exact(&self, sheets: &[&Sheet], away: u32) -> Fraction {
        let whole_sheets: BTreeSet<String> =
            counted(sheets, away, |sheet| self.total(&sheet.marks))
                .into_iter()
                .map(|(_, judge)| judge)
                .collect();
        let values = self.criteria.iter().enumerate().map(|(at, (_, weight))| {
            let marks: Vec<Fraction> = match self.scoring.drop_by {
                DropBy::Total => sheets
                    .iter()
                    .filter(|it| whole_sheets.contains(&it.judge))
                    .map(|it| it.marks[at].clone())
                    .collect(),
                DropBy::Criterion => counted(sheets, away, |sheet| sheet.marks[at].clone())
                    .into_iter()
                    .map(|it| it.0)
                    .collect(),
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
        if self.scoring.round_at.contains(&step) { self.round(&value) } else { value }
    }

    /// Between the two neighbours, the nearer one; of a half as the rules say.
    pub(crate) fn round(&self, value: &Fraction) -> Fraction {
        let scale = Fraction::from(whole(10_i128.pow(self.scoring.decimals)));
        let value = value * &scale;
        let (below, above) = (value.floor(), value.floor() + whole(1));
        let half = (&below + &above) / whole(2);
        let goes_up = match self.scoring.rounding {
            Rounding::HalfUp => value >= half,
            Rounding::HalfEven if value == half => below.to_integer() % 2 == whole(1),
            Rounding::HalfEven => value > half,
        };
        (if goes_up { above } else { below }) / scale
    }

    /// Whether this value lies in the middle between its two neighbours.
    pub(crate) fn is_half(&self, value: &Fraction) -> bool {
        let doubled = value * whole(2 * 10_i128.pow(self.scoring.decimals));
        doubled.is_integer() && doubled.to_integer() % 2 == whole(1)
    }
}

/// What a project's judges alone come to.
struct Live {
    score: Fraction,
    ties: Vec<Fraction>,
}

/// What a project is ranked by.
#[derive(Clone)]
struct Keys {
    id: String,
    exact: Fraction,
    coefficient: Option<Fraction>,
    score: Fraction,
    compared: Vec<Fraction>,
}

fn whole(number: i128) -> BigInt {
    number.into()
}

fn zero() -> Fraction {
    Fraction::from(whole(0))
}

fn mean<'v>(values: impl IntoIterator<Item = &'v Fraction>) -> Fraction {
    let values: Vec<_> = values.into_iter().collect();
    let count = BigInt::from(values.len());
    values.into_iter().sum::<Fraction>() / count
}

/// What these sheets say, with the judges; so many times, one lowest and one highest are taken away:
/// the first and the last of the equal ones in the order of the judges.
fn counted(
    sheets: &[&Sheet],
    times: u32,
    value: impl Fn(&Sheet) -> Fraction,
) -> Vec<(Fraction, String)> {
    let mut values: Vec<_> =
        sheets.iter().map(|sheet| (value(sheet), sheet.judge.clone())).collect();
    for _ in 0..times {
        let lowest = values.iter().min().unwrap().clone();
        values.retain(|it| *it != lowest);
        let highest = values.iter().max().unwrap().clone();
        values.retain(|it| *it != highest);
    }
    values
}
