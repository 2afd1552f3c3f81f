//! The scoring rules against a second implementation, and the laws that hold for all of them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod scoring {
    pub(crate) mod slow;
}

use std::{cell::RefCell, collections::BTreeMap};

use num_rational::Ratio;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use roadshow::contest::{
    Award, AwardTies, Below, Contender, Criterion, CriterionId, DropBy, Entries, GroupResults,
    MOST_SHEETS, Marks, Method, RankBy, Reason, RoundAt, Rounding, Rubric, Ruling, Scoring, SeatId,
    TieRule, Unranked, tally,
};
use rust_decimal::Decimal;
use scoring::slow::{self, Fraction, Outcome, Slow};

/// How many random contests a run plays.
const CONTESTS: u32 = 2_000;
const GATE: &str = "legal";

/// A contest of one group. `sheets` are by project, then by judge.
#[derive(Debug, Clone)]
struct Random {
    rubric: Rubric,
    awards: Vec<Award>,
    sheets: Vec<(String, BTreeMap<SeatId, Marks>)>,
    rulings: Vec<Ruling>,
}

fn criterion(id: &str, max: i64, weight: Decimal, gate: bool) -> Criterion {
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

fn rules() -> impl Strategy<Value = Scoring> {
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
        vec!["untrimmed-sum", "criterion:c0", "highest-single", "chair", "share"],
        0..=5,
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

/// Few different marks, so that ties and halves are frequent.
fn contests() -> impl Strategy<Value = Random> {
    let weights = prop::sample::select(vec!["1", "2", "0.5", "1.5", "0.3", "0.125"]);
    let criteria = prop::collection::vec(weights, 1..=3);
    let awards = prop::collection::vec(1u32..=3, 0..=3);
    (rules(), criteria, awards, 1usize..=9, 1usize..=7, any::<bool>()).prop_flat_map(
        |(scoring, weights, awards, judges, projects, gated)| {
            let marks = prop::collection::vec(0i64..=3, weights.len());
            // A judge who is not there, passes the project, or fails it.
            let presence = prop::sample::select(vec![1, 1, 1, 1, 1, 1, 0, 2]);
            let sheet = (presence, marks);
            let sheets = prop::collection::vec(prop::collection::vec(sheet, judges), projects);
            let order = Just((0..projects).collect::<Vec<_>>()).prop_shuffle();
            (Just((scoring, weights, awards, gated)), sheets, order, any::<bool>()).prop_map(
                |(rules, sheets, order, is_ruled)| random(rules, &sheets, &order, is_ruled),
            )
        },
    )
}

type Rules = (Scoring, Vec<&'static str>, Vec<u32>, bool);

fn random(
    (scoring, weights, awards, gated): Rules,
    sheets: &[Vec<(u8, Vec<i64>)>],
    order: &[usize],
    is_ruled: bool,
) -> Random {
    let mut criteria: Vec<_> = weights
        .iter()
        .enumerate()
        .map(|(nth, weight)| criterion(&format!("c{nth}"), 10, weight.parse().unwrap(), false))
        .collect();
    criteria.extend(gated.then(|| criterion(GATE, 1, Decimal::ZERO, true)));
    let project = |(nth, lines): (usize, &Vec<(u8, Vec<i64>)>)| {
        let sheet = |(seat, (presence, marks)): (usize, &(u8, Vec<i64>))| {
            let mark = |(nth, mark): (usize, &i64)| {
                (CriterionId::from(format!("c{nth}").as_str()), Decimal::new(60 + mark * 5, 1))
            };
            let mut sheet: Marks = marks.iter().enumerate().map(mark).collect();
            sheet.extend(gated.then(|| (GATE.into(), Decimal::from(2 - presence))));
            (*presence > 0).then(|| (SeatId::from(format!("J{seat}").as_str()), sheet))
        };
        (format!("P{nth}"), lines.iter().enumerate().filter_map(sheet).collect())
    };
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
    let sheets = sheets.iter().enumerate().map(project).collect();
    let mut contest = Random { rubric, awards, sheets, rulings: Vec::new() };
    if is_ruled {
        // The chair decides about every tie: the last of each shares the place of the one before.
        contest.rulings = contest
            .results()
            .waiting
            .into_iter()
            .map(|mut tied| {
                tied.sort_by_key(|id| {
                    order.iter().position(|nth| format!("P{nth}") == id.as_str())
                });
                let mut order: Vec<_> = tied.into_iter().map(|it| vec![it]).collect();
                if let Some(last) = order.pop_if(|last| last[0].as_str() < "P3") {
                    order.last_mut().unwrap().extend(last);
                }
                Ruling { order, reason: "r".into() }
            })
            .collect();
    }
    contest
}

impl Random {
    fn results(&self) -> GroupResults {
        let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
        for (project, sheets) in &self.sheets {
            let (id, name) = (project.as_str().into(), project.as_str().into());
            match tally(&self.rubric, sheets) {
                Ok(tally) => entries.scored.push(Contender { project: id, name, tally }),
                Err(why) => entries.unranked.push(Unranked {
                    project: id,
                    name,
                    reason: Reason::Untallied(why),
                    note: None,
                }),
            }
        }
        let head = ("random".into(), "random".into());
        GroupResults::from_entries(head, &self.rubric.scoring, &self.awards, entries, &self.rulings)
    }

    fn slow(&self) -> Slow {
        let criteria: Vec<_> =
            self.rubric.scored().map(|(id, weight)| (id.to_string(), fraction(weight))).collect();
        let sheet = |(judge, marks): (&SeatId, &Marks)| {
            let mark = |(id, _): &(String, _)| fraction(marks[&CriterionId::from(id.as_str())]);
            let passes = marks.get(&GATE.into()) != Some(&Decimal::ZERO);
            (judge.to_string(), criteria.iter().map(mark).collect(), passes)
        };
        let project = |(id, sheets): &(String, BTreeMap<SeatId, Marks>)| slow::Project {
            id: id.clone(),
            sheets: sheets.iter().map(sheet).collect(),
        };
        Slow {
            awards: self.awards.iter().map(|award| award.places).collect(),
            scoring: self.rubric.scoring.clone(),
            projects: self.sheets.iter().map(project).collect(),
            rulings: self.rulings.clone(),
            criteria,
        }
    }

    /// The engine's results in the slow one's terms, by project.
    fn outcomes(&self) -> Vec<Outcome> {
        let results = self.results();
        let one = |(id, _): &(String, _)| {
            if let Some(out) = results.unranked.iter().find(|it| it.project.as_str() == id) {
                return Outcome::Out(out.reason.as_str());
            }
            let line = results.standings.iter().find(|it| it.project.as_str() == id).unwrap();
            Outcome::Placed {
                place: line.place as usize,
                exact: line.tally.exact.to_string().parse().unwrap(),
                score: fraction(line.score),
                award: line.award.as_ref().map(|it| it.zh.parse().unwrap()),
                waits: results.waiting.iter().flatten().any(|it| it.as_str() == id),
            }
        };
        self.sheets.iter().map(one).collect()
    }
}

fn fraction(value: Decimal) -> Fraction {
    Ratio::new(value.mantissa(), 10_i128.pow(value.scale()))
}

#[test]
fn the_engine_agrees_with_the_slow_one() {
    let seen = RefCell::new(BTreeMap::<String, usize>::new());
    let config = Config { cases: CONTESTS, failure_persistence: None, ..Config::default() };
    let played = TestRunner::new(config).run(&contests(), |contest| {
        let (outcomes, slow) = (contest.outcomes(), contest.slow());
        prop_assert_eq!(&outcomes, &slow.outcomes());
        let note = |what: &str| *seen.borrow_mut().entry(what.to_owned()).or_default() += 1;
        note(&format!("{:?} by {:?}", slow.scoring.method, slow.scoring.drop_by));
        for outcome in &outcomes {
            match outcome {
                Outcome::Out(why) => note(why),
                Outcome::Placed { place, award, waits, exact, .. } => {
                    let shared: Vec<_> = outcomes
                        .iter()
                        .filter(|it| matches!(it, Outcome::Placed { place: it, .. } if it == place))
                        .collect();
                    let (first, last) = (*place, place + shared.len() - 1);
                    let cuts = slow.awards.iter().scan(0, |cut, more| {
                        *cut += *more as usize;
                        Some(*cut)
                    });
                    if cuts.into_iter().any(|cut| first <= cut && cut < last) {
                        note(&format!("tie across a cut, {:?}", slow.scoring.award_ties));
                    }
                    if *waits {
                        note("waits for the chair");
                    }
                    if slow.is_half(*exact) {
                        note(&format!("a half, {:?}", slow.scoring.rounding));
                    }
                    if award.is_some() && !slow.rulings.is_empty() {
                        note("a ruling");
                    }
                }
            }
        }
        Ok(())
    });
    played.unwrap();
    // What the rules are there for has really come up.
    for what in [
        "Mean by Total",
        "Mean by Criterion",
        "TrimmedMean by Total",
        "TrimmedMean by Criterion",
        "Median by Total",
        "Median by Criterion",
        "tie across a cut, Extend",
        "tie across a cut, Strict",
        "tie across a cut, Chair",
        "waits for the chair",
        "a half, HalfUp",
        "a half, HalfEven",
        "a ruling",
        "unscored",
        "too-few-sheets",
        "too-few-to-trim",
        "ineligible",
    ] {
        let times = seen.borrow().get(what).copied().unwrap_or_default();
        assert!(times >= 10, "{what}: {times} times in {CONTESTS} contests");
    }
}

fn few() -> Config {
    Config { cases: 300, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn raising_a_mark_never_costs_a_place(
        contest in contests(),
        (which, whose, what) in (0usize..7, 0usize..9, 0usize..3),
        by in 1i64..30,
    ) {
        let mut contest = contest;
        contest.rulings.clear(); // They hold for the ties of before.
        // A sheet that is dropped as a whole takes its criteria along, so that roundings of criteria
        // may add up to less: no law there, as in every rule that rounds before it sums.
        let scoring = &mut contest.rubric.scoring;
        if scoring.drop_by == DropBy::Total && scoring.method != Method::Mean {
            scoring.round_at.retain(|step| *step == RoundAt::Score);
        }
        let which = which % contest.sheets.len();
        let before = place_of(&contest, which);
        let Some(marks) = contest.sheets[which].1.values_mut().nth(whose) else { return Ok(()) };
        let Some(mark) = marks.get_mut(&CriterionId::from(format!("c{what}").as_str())) else { return Ok(()) };
        *mark += Decimal::new(by, 1);
        let after = place_of(&contest, which);
        prop_assert!(after <= before, "{before:?} became {after:?}");
    }

    #[test]
    fn the_order_of_the_sheets_does_not_matter(contest in contests()) {
        for (_, sheets) in &contest.sheets {
            let there = tally(&contest.rubric, sheets.iter());
            let back = tally(&contest.rubric, sheets.iter().rev());
            prop_assert_eq!(there, back);
        }
    }

    /// A panel of the most judges there may be, with the largest and the finest marks and weights
    /// that a rubric may have: whatever the rules, the result is the slow one's.
    #[test]
    fn nothing_overflows_at_the_edges_of_what_a_rubric_may_say(
        scoring in rules(),
        marks in prop::collection::vec((0i64..3, 0i64..3), 1..40),
        decimals in 0u32..=6,
    ) {
        // Weights of twelve decimals, as an item's inside a head's are; the full marks are a million.
        let weights = [Decimal::new(1, 12), Decimal::new(999_999_999_999, 12)];
        let mut contest = random(
            (Scoring { decimals, ..scoring }, vec!["1", "1"], vec![1], false), &[], &[], false,
        );
        for (criterion, weight) in contest.rubric.criteria.iter_mut().zip(weights) {
            criterion.weight = weight;
            criterion.max = Decimal::from(1_000_000);
        }
        prop_assert!(contest.rubric.full_marks() <= Decimal::from(1_000_000));
        let near = |less: i64| Decimal::from(1_000_000) - Decimal::new(less, 6);
        let sheet = |nth: usize| {
            let (one, other) = marks[nth % marks.len()];
            let marks = Marks::from([("c0".into(), near(one)), ("c1".into(), near(other))]);
            assert_eq!(contest.rubric.check(&marks), Ok(()));
            (SeatId::from(format!("J{nth:04}").as_str()), marks)
        };
        let most = (0..MOST_SHEETS).map(sheet).collect();
        let few = (0..marks.len()).map(sheet).collect();
        contest.sheets = vec![("P0".to_owned(), few)];
        prop_assert_eq!(contest.outcomes(), contest.slow().outcomes());
        // The whole panel's sum by itself: the slow one's fractions would be slow indeed.
        let most: BTreeMap<SeatId, Marks> = most;
        let units: i128 = most.values().map(|it| {
            let units = |id: &str| (fraction(it[&CriterionId::from(id)]) * 1_000_000).to_integer();
            units("c0") + units("c1") * 999_999_999_999
        }).sum();
        contest.rubric.scoring =
            Scoring { decimals, round_at: vec![RoundAt::Score], ..Scoring::default() };
        let all = tally(&contest.rubric, &most).unwrap();
        let thousand = i128::try_from(MOST_SHEETS).unwrap();
        let exact = Ratio::new(units, 10_i128.pow(18) * thousand);
        prop_assert_eq!(all.exact.to_string(), exact.to_string());
        prop_assert_eq!(fraction(all.rounded), contest.slow().round(exact));
    }
}

fn place_of(contest: &Random, nth: usize) -> Option<usize> {
    match &contest.outcomes()[nth] {
        Outcome::Placed { place, .. } => Some(*place),
        Outcome::Out(_) => None,
    }
}
