//! Random contests of one group, for the engine and for the slow one: few different marks, so that
//! ties and halves are frequent.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::Ratio;
use proptest::prelude::*;
use roadshow::contest::{
    Award, AwardTies, Below, Carry, Contender, Criterion, CriterionId, Deduction, DropBy, Entries,
    GroupResults, Ingredients, Marks, Method, Panel, PanelId, RankBy, Reason, Recipe, RoomId,
    RoundAt, Rounding, Rubric, Ruling, Scoring, SeatId, TieRule, Unranked,
};
use rust_decimal::Decimal;
use serde::{Serialize, de::DeserializeOwned};

use super::slow::{self, Fraction, Outcome, Slow};

const GATE: &str = "legal";

/// A contest of one group.
#[derive(Debug, Clone)]
pub(crate) struct Random {
    pub(crate) rubric: Rubric,
    pub(crate) awards: Vec<Award>,
    pub(crate) projects: Vec<Project>,
    pub(crate) rulings: Vec<Ruling>,
    pub(crate) makeup: Makeup,
}

/// One project; its sheets are by judge.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) room: RoomId,
    pub(crate) sheets: BTreeMap<SeatId, Marks>,
    /// In the order of the components.
    pub(crate) carried: Vec<Decimal>,
    pub(crate) deductions: Vec<Deduction>,
}

/// What scores are made of beside sheets.
#[derive(Debug, Clone, Default)]
pub(crate) struct Makeup {
    /// The judges are dealt to them in turn.
    pub(crate) panels: Vec<Panel>,
    pub(crate) carry: Vec<Carry>,
    pub(crate) room_coefficient: bool,
}

pub(crate) fn criterion(id: &str, max: i64, weight: Decimal, gate: bool) -> Criterion {
    Criterion {
        id: id.into(),
        name: id.into(),
        hint: None,
        max: Decimal::from(max),
        weight,
        bands: Vec::new(),
        gate,
        items: Vec::new(),
    }
}

pub(crate) fn panel(nth: usize, weight: Decimal) -> Panel {
    Panel { id: format!("K{nth}").as_str().into(), name: "panel".into(), weight }
}

pub(crate) fn component(nth: usize, weight: Decimal) -> Carry {
    Carry { id: format!("C{nth}").as_str().into(), name: "component".into(), weight }
}

pub(crate) fn deduction(points: Decimal) -> Deduction {
    let reason = "r".into();
    Deduction { number: 1, rule: "overtime".into(), units: 1, points, reason }
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn rules() -> impl Strategy<Value = Scoring> {
    use prop::sample::{select, subsequence};
    let method =
        select(vec![Method::Mean, Method::TrimmedMean, Method::TrimmedMean, Method::Median]);
    let trimming = (
        1u32..=3,
        select(vec![DropBy::Total, DropBy::Criterion]),
        1u32..=7,
        select(vec![Below::Mean, Below::Mean, Below::Refuse]),
        1u32..=3,
    );
    let rounding = (
        0u32..=3,
        select(vec![Rounding::HalfUp, Rounding::HalfEven]),
        subsequence(vec![RoundAt::Criterion, RoundAt::Weighted, RoundAt::Score], 0..=3),
        select(vec![RankBy::Rounded, RankBy::Exact]),
    );
    let ties = subsequence(
        vec!["untrimmed-sum", "criterion:c0", "highest-single", "carried", "chair", "share"],
        0..=6,
    );
    let award_ties = select(vec![AwardTies::Extend, AwardTies::Strict, AwardTies::Chair]);
    (method, trimming, rounding, ties.prop_shuffle(), award_ties).prop_map(
        |(method, trimming, rounding, ties, award_ties)| {
            let (drop, drop_by, drop_from, below, at_least) = trimming;
            let (decimals, rounding, round_at, rank_by) = rounding;
            let ties = ties.iter().map(|it| it.parse::<TieRule>().unwrap()).collect();
            Scoring {
                method,
                drop,
                drop_by,
                drop_from,
                below,
                at_least,
                decimals,
                rounding,
                round_at,
                rank_by,
                ties,
                award_ties,
                spread_alarm: None,
            }
        },
    )
}

/// Mostly there is none of a kind.
fn makeups() -> impl Strategy<Value = Makeup> {
    use prop::sample::select;
    let (none, third) = (Vec::new, "0.333333");
    let panels = select(vec![
        none(),
        none(),
        none(),
        vec!["0.7", "0.3"],
        vec!["0.5", "0.5"],
        vec![third, third, "0.333334"],
    ]);
    let carry = select(vec![none(), none(), vec!["0.3"], vec!["0.25", "0.25"]]);
    (panels, carry, any::<bool>()).prop_map(|(panels, carry, room_coefficient)| Makeup {
        panels: panels.iter().enumerate().map(|it| panel(it.0, decimal(it.1))).collect(),
        carry: carry.iter().enumerate().map(|it| component(it.0, decimal(it.1))).collect(),
        room_coefficient,
    })
}

/// A project before it has a name: its sheets by judge as presence and marks, the room, the values
/// of the components, and how much is deducted.
type Line = (Vec<(u8, Vec<i64>)>, usize, Vec<usize>, Vec<usize>);

pub(crate) fn contests() -> impl Strategy<Value = Random> {
    let weights = prop::sample::select(vec!["1", "2", "0.5", "1.5", "0.3", "0.125"]);
    let criteria = prop::collection::vec(weights, 1..=3);
    let awards = prop::collection::vec(1u32..=3, 0..=3);
    (rules(), criteria, awards, 1usize..=9, 1usize..=7, any::<bool>(), makeups()).prop_flat_map(
        |(scoring, weights, awards, judges, projects, gated, makeup)| {
            let marks = prop::collection::vec(0i64..=3, weights.len());
            // A judge who is not there, passes the project, or fails it.
            let presence = prop::sample::select(vec![1, 1, 1, 1, 1, 1, 0, 2]);
            let sheets = prop::collection::vec((presence, marks), judges);
            let carried = prop::collection::vec(0usize..3, 2);
            let deducted = prop::collection::vec(0usize..=3, 0..=2);
            let line = (sheets, 0usize..3, carried, deducted);
            let lines = prop::collection::vec(line, projects);
            let order = Just((0..projects).collect::<Vec<_>>()).prop_shuffle();
            (Just((scoring, weights, awards, gated)), lines, order, any::<bool>(), Just(makeup))
                .prop_map(|(rules, lines, order, is_ruled, makeup)| {
                    let mut contest = random(rules, &lines, makeup);
                    if is_ruled {
                        contest.rule(&order);
                    }
                    contest
                })
        },
    )
}

type Rules = (Scoring, Vec<&'static str>, Vec<u32>, bool);

pub(crate) fn random(
    (scoring, weights, awards, gated): Rules,
    lines: &[Line],
    makeup: Makeup,
) -> Random {
    let mut criteria: Vec<_> = weights
        .iter()
        .enumerate()
        .map(|(nth, weight)| criterion(&format!("c{nth}"), 10, decimal(weight), false))
        .collect();
    criteria.extend(gated.then(|| criterion(GATE, 1, Decimal::ZERO, true)));
    // Points as coarse as the score; the last take all of it.
    let points = [1, 5, 10, 100_000_000].map(|units| Decimal::new(units, scoring.decimals));
    let project = |(nth, (sheets, room, carried, deducted)): (usize, &Line)| {
        let sheet = |(seat, (presence, marks)): (usize, &(u8, Vec<i64>))| {
            let mark = |(nth, mark): (usize, &i64)| {
                (CriterionId::from(format!("c{nth}").as_str()), Decimal::new(60 + mark * 5, 1))
            };
            let mut sheet: Marks = marks.iter().enumerate().map(mark).collect();
            sheet.extend(gated.then(|| (GATE.into(), Decimal::from(2 - presence))));
            (*presence > 0).then(|| (SeatId::from(format!("J{seat}").as_str()), sheet))
        };
        let values = ["60", "67.5", "75.125"].map(decimal);
        Project {
            id: format!("P{nth}"),
            room: format!("R{room}").as_str().into(),
            sheets: sheets.iter().enumerate().filter_map(sheet).collect(),
            carried: carried.iter().take(makeup.carry.len()).map(|it| values[*it]).collect(),
            deductions: deducted.iter().map(|it| deduction(points[*it])).collect(),
        }
    };
    let projects = lines.iter().enumerate().map(project).collect();
    let rubric = Rubric {
        id: "random".into(),
        title: "random".into(),
        source: None,
        step: None,
        criteria,
        scoring,
    };
    let level = |(nth, places): (usize, &u32)| Award {
        name: format!("{nth}").as_str().into(),
        places: *places,
    };
    let awards = awards.iter().enumerate().map(level).collect();
    Random { rubric, awards, projects, rulings: Vec::new(), makeup }
}

impl Random {
    /// The chair decides about every tie by this order; the last of each shares the place of the
    /// one before.
    fn rule(&mut self, order: &[usize]) {
        let ruling = |mut tied: Vec<roadshow::contest::ProjectId>| {
            tied.sort_by_key(|id| order.iter().position(|nth| format!("P{nth}") == id.as_str()));
            let mut order: Vec<_> = tied.into_iter().map(|it| vec![it]).collect();
            if let Some(last) = order.pop_if(|last| last[0].as_str() < "P3") {
                order.last_mut().unwrap().extend(last);
            }
            Ruling { order, reason: "r".into() }
        };
        self.rulings = self.results().waiting.into_iter().map(ruling).collect();
    }

    /// The panel of a judge, who is called J and a number.
    fn panel_of(&self, judge: &SeatId) -> Option<&PanelId> {
        let nth: usize = judge.as_str()[1..].parse().unwrap();
        let panels = &self.makeup.panels;
        panels.get(nth % panels.len().max(1)).map(|panel| &panel.id)
    }

    fn ingredients<'a>(&'a self, project: &'a Project) -> Ingredients<'a> {
        let components = self.makeup.carry.iter().map(|it| it.id.clone());
        let sheets = project.sheets.iter();
        Ingredients {
            room: Some(&project.room),
            sheets: sheets.map(|(seat, marks)| (self.panel_of(seat), seat, marks)).collect(),
            carried: components.zip(project.carried.clone()).collect(),
            deductions: project.deductions.clone(),
        }
    }

    pub(crate) fn results(&self) -> GroupResults {
        let Makeup { panels, carry, room_coefficient } = &self.makeup;
        let recipe =
            Recipe { rubric: &self.rubric, panels, carry, room_coefficient: *room_coefficient };
        let projects: Vec<_> = self.projects.iter().map(|it| self.ingredients(it)).collect();
        let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
        for (Project { id, .. }, score) in self.projects.iter().zip(recipe.scores(&projects)) {
            let (project, name) = (id.as_str().into(), id.as_str().into());
            match score {
                Ok(score) => entries.scored.push(Contender { project, name, score }),
                Err(why) => {
                    let reason = Reason::Untallied(why);
                    entries.unranked.push(Unranked { project, name, reason, note: None });
                }
            }
        }
        let head = ("random".into(), "random".into());
        GroupResults::from_entries(head, &self.rubric.scoring, &self.awards, entries, &self.rulings)
    }

    pub(crate) fn slow(&self) -> Slow {
        let sheet = |(judge, marks): (&SeatId, &Marks)| {
            let panel = self.panel_of(judge).map(ToString::to_string);
            (judge.to_string(), panel, as_audited(marks))
        };
        let project = |project: &Project| slow::Project {
            id: project.id.clone(),
            room: project.room.to_string(),
            sheets: project.sheets.iter().map(sheet).collect(),
            carried: project.carried.iter().map(|it| fraction(*it)).collect(),
            deducted: project.deductions.iter().map(|it| fraction(it.points)).sum(),
        };
        let Makeup { panels, carry, room_coefficient } = &self.makeup;
        Slow {
            rubric: as_audited(&self.rubric),
            awards: as_audited(&self.awards),
            panels: as_audited(panels),
            carry: as_audited(carry),
            by_room: *room_coefficient,
            projects: self.projects.iter().map(project).collect(),
            rulings: as_audited(&self.rulings),
        }
    }

    /// The engine's results in the slow one's terms, by project.
    pub(crate) fn outcomes(&self) -> Vec<Outcome> {
        let results = self.results();
        let one = |Project { id, .. }: &Project| {
            if let Some(out) = results.unranked.iter().find(|it| it.project.as_str() == id) {
                return Outcome::Out(out.reason.as_str());
            }
            let line = results.standings.iter().find(|it| it.project.as_str() == id).unwrap();
            let coefficient = line.made_of.coefficient.as_ref();
            Outcome::Placed {
                place: line.place as usize,
                exact: line.made_of.exact.to_string().parse().unwrap(),
                coefficient: coefficient.map(|it| it.to_string().parse().unwrap()),
                score: fraction(line.score),
                award: line.award.as_ref().map(|it| it.zh.parse().unwrap()),
                tie: line.tie.as_ref().map(ToString::to_string),
                waits: results.waiting.iter().flatten().any(|it| it.as_str() == id),
            }
        };
        self.projects.iter().map(one).collect()
    }
}

/// What the engine writes into a journal, as the audit reads it there.
fn as_audited<T: DeserializeOwned>(what: &impl Serialize) -> T {
    serde_json::from_value(serde_json::to_value(what).unwrap()).unwrap()
}

pub(crate) fn fraction(value: Decimal) -> Fraction {
    Ratio::new(value.mantissa().into(), BigInt::from(10_i128.pow(value.scale())))
}
