//! The scoring rules against a second implementation, and the laws that hold for all of them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod scoring {
    pub(crate) mod random;
    pub(crate) mod slow;
}

use std::{cell::RefCell, collections::BTreeMap};

use num_bigint::BigInt;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use roadshow::contest::{
    CriterionId, DropBy, MOST_SHEETS, Marks, Method, RankBy, RoundAt, Scoring, SeatId, tally,
};
use rust_decimal::Decimal;
use scoring::{
    random::{
        Makeup, Random, component, contests, decimal, deduction, fraction, panel, random, rules,
    },
    slow::{Fraction, Outcome},
};

/// How many random contests a run plays.
const CONTESTS: u32 = 2_000;

/// What the rules are there for.
const RULES: [&str; 24] = [
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
    "2 panels",
    "3 panels",
    "1 components",
    "2 components",
    "a coefficient",
    "a deduction",
    "nothing left",
];

#[test]
fn the_engine_agrees_with_the_slow_one() {
    let seen = RefCell::new(BTreeMap::<String, usize>::new());
    let config = Config { cases: CONTESTS, failure_persistence: None, ..Config::default() };
    let played = TestRunner::new(config).run(&contests(), |contest| {
        let (outcomes, slow) = (contest.outcomes(), contest.slow());
        prop_assert_eq!(&outcomes, &slow.outcomes());
        let note = |what: &str| *seen.borrow_mut().entry(what.to_owned()).or_default() += 1;
        note(&format!("{:?} by {:?}", slow.rules().method, slow.rules().drop_by));
        for (outcome, project) in outcomes.iter().zip(&contest.projects) {
            match outcome {
                Outcome::Out(why) => note(why),
                Outcome::Placed { place, award, waits, exact, coefficient, score, .. } => {
                    let shared: Vec<_> = outcomes
                        .iter()
                        .filter(|it| matches!(it, Outcome::Placed { place: it, .. } if it == place))
                        .collect();
                    let (first, last) = (*place, place + shared.len() - 1);
                    let cuts = slow.awards.iter().scan(0, |cut, more| {
                        *cut += more.places as usize;
                        Some(*cut)
                    });
                    let is_cut = cuts.into_iter().any(|cut| first <= cut && cut < last);
                    let Makeup { panels, carry, .. } = &contest.makeup;
                    let seen = [
                        (is_cut, format!("tie across a cut, {:?}", slow.rules().award_ties)),
                        (*waits, "waits for the chair".to_owned()),
                        (slow.is_half(exact), format!("a half, {:?}", slow.rules().rounding)),
                        (award.is_some() && !slow.rulings.is_empty(), "a ruling".to_owned()),
                        (!panels.is_empty(), format!("{} panels", panels.len())),
                        (!carry.is_empty(), format!("{} components", carry.len())),
                        (coefficient.is_some(), "a coefficient".to_owned()),
                        (!project.deductions.is_empty(), "a deduction".to_owned()),
                        (*score == fraction(Decimal::ZERO), "nothing left".to_owned()),
                    ];
                    seen.into_iter().filter(|it| it.0).for_each(|it| note(&it.1));
                }
            }
        }
        Ok(())
    });
    played.unwrap();
    // All of it has really come up.
    for what in RULES {
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
    fn raising_a_mark_never_costs_a_place(contest in contests(), raise in raises()) {
        let mut contest = lawful(contest);
        contest.makeup.room_coefficient = false;
        let Some([before, after]) = raised(&mut contest, raise) else { return Ok(()) };
        let own = raise.0 % before.len();
        prop_assert!(place(&after[own]) <= place(&before[own]), "{before:?} became {after:?}");
    }

    /// All scores move with the mean of all, but a project's own never falls, and those of the others
    /// in its room never rise.
    #[test]
    fn under_a_coefficient_raising_a_mark_costs_no_place_in_the_room(
        contest in contests(),
        raise in raises(),
    ) {
        let mut contest = lawful(contest);
        contest.makeup.room_coefficient = true;
        let Some([before, after]) = raised(&mut contest, raise) else { return Ok(()) };
        let own = raise.0 % before.len();
        prop_assert!(score(&after[own]) >= score(&before[own]));
        let others = (0..before.len()).filter(|nth| {
            *nth != own && contest.projects[*nth].room == contest.projects[own].room
        });
        for other in others {
            prop_assert!(score(&after[other]) <= score(&before[other]));
            if place(&before[own]) <= place(&before[other]) {
                prop_assert!(place(&after[own]) <= place(&after[other]));
            }
        }
    }

    /// Where nothing is added to the live score and nothing rounded off it, no place is lost at all.
    #[test]
    fn under_a_coefficient_alone_raising_a_mark_never_costs_a_place(
        contest in contests(),
        raise in raises(),
    ) {
        let mut contest = lawful(contest);
        contest.makeup.room_coefficient = true;
        contest.makeup.carry.clear();
        contest.projects.iter_mut().for_each(|it| it.deductions.clear());
        contest.rubric.scoring.rank_by = RankBy::Exact;
        let Some([before, after]) = raised(&mut contest, raise) else { return Ok(()) };
        let own = raise.0 % before.len();
        prop_assert!(place(&after[own]) <= place(&before[own]), "{before:?} became {after:?}");
    }

    #[test]
    fn the_order_of_the_sheets_does_not_matter(contest in contests()) {
        for project in &contest.projects {
            let there = tally(&contest.rubric, project.sheets.iter());
            let back = tally(&contest.rubric, project.sheets.iter().rev());
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
        let mut contest = at_the_edge(Scoring { decimals, ..scoring });
        let sheet = |nth: usize| {
            let (one, other) = marks[nth % marks.len()];
            edge_sheet(&contest, nth, near(one), near(other))
        };
        let most: BTreeMap<_, _> = (0..MOST_SHEETS).map(sheet).collect();
        let few = (0..marks.len()).map(sheet).collect();
        contest.projects[0].sheets = few;
        prop_assert_eq!(contest.outcomes(), contest.slow().outcomes());
        // The whole panel's sum by itself: the slow one's fractions would be slow indeed.
        let units: i128 = most.values().map(|it| {
            let units = |id: &str| {
                let mark = it[&CriterionId::from(id)];
                mark.mantissa() * 10_i128.pow(6 - mark.scale())
            };
            units("c0") + units("c1") * 999_999_999_999
        }).sum();
        contest.rubric.scoring =
            Scoring { decimals, round_at: vec![RoundAt::Score], ..Scoring::default() };
        let all = tally(&contest.rubric, &most).unwrap();
        let ones = BigInt::from(10_i128.pow(18)) * MOST_SHEETS;
        let exact = Fraction::new(units.into(), ones);
        prop_assert_eq!(all.exact.to_string(), exact.to_string());
        prop_assert_eq!(fraction(all.rounded), contest.slow().round(&exact));
    }

    /// Panels, components and weights as fine as a session may have them, rooms of which one has
    /// next to nothing, and deductions as large as they come: the result is the slow one's.
    #[test]
    fn nothing_overflows_at_the_edges_of_what_a_session_may_say(
        scoring in rules(),
        marks in prop::collection::vec((0i64..3, 0i64..3), 30..60),
        decimals in 0u32..=6,
    ) {
        let mut contest = at_the_edge(Scoring { decimals, at_least: 1, ..scoring });
        let finest = decimal("0.000001");
        let third = decimal("0.333333");
        let weights = [finest, third, Decimal::ONE - finest - third];
        contest.makeup.panels = weights.into_iter().enumerate().map(|it| panel(it.0, it.1)).collect();
        contest.makeup.room_coefficient = true;
        contest.makeup.carry = vec![component(0, third), component(1, finest)];
        let one = contest.projects.pop().unwrap();
        for (nth, marks) in marks.chunks(13).enumerate() {
            let mut project = one.clone();
            project.id = format!("P{nth}");
            project.room = ["R0", "R1", "R2"][nth % 3].into();
            let sheet = |(judge, (one, other)): (usize, &(i64, i64))| {
                let tiny = |less: &i64| Decimal::new(*less, 6);
                let [one, other] = if nth % 3 == 1 {
                    [tiny(one), Decimal::ZERO]
                } else {
                    [near(*one), near(*other)]
                };
                edge_sheet(&contest, judge, one, other)
            };
            project.sheets = marks.iter().enumerate().map(sheet).collect();
            project.carried = vec![near(1), near(2)];
            let points = if nth == 0 { near(1).trunc() } else { Decimal::ZERO };
            project.deductions = vec![deduction(Decimal::from(u32::MAX) * points)];
            contest.projects.push(project);
        }
        prop_assert_eq!(contest.outcomes(), contest.slow().outcomes());
    }
}

/// With a component carried in even one's own place can go: all of one's own room's mean is oneself,
/// and a project in another room gains more of what lifts the mean of all.
#[test]
fn under_a_coefficient_a_raised_mark_can_lift_another_room_more() {
    let makeup = Makeup {
        carry: vec![component(0, decimal("0.5"))],
        room_coefficient: true,
        ..Makeup::default()
    };
    let line = |room, mark: i64| (vec![(1, vec![mark])], room, vec![0], Vec::new());
    let lines = [line(0, 0), line(1, 6), line(1, 2)];
    let mut contest = random((Scoring::default(), vec!["10"], vec![], false), &lines, makeup);
    for (project, carried) in contest.projects.iter_mut().zip(["89.2", "80", "0"]) {
        project.carried = vec![decimal(carried)];
    }
    let places = |contest: &Random| contest.outcomes().iter().map(place).collect::<Vec<_>>();
    assert_eq!(places(&contest), [Some(1), Some(2), Some(3)]);
    *contest.projects[0].sheets.values_mut().next().unwrap().get_mut(&"c0".into()).unwrap() +=
        Decimal::ONE;
    assert_eq!(places(&contest), [Some(2), Some(1), Some(3)]);
}

/// Which project, which of its sheets, which criterion; and by how much its mark is raised.
type Raise = (usize, usize, usize, i64);

fn raises() -> impl Strategy<Value = Raise> {
    (0usize..7, 0usize..9, 0usize..3, 1i64..30)
}

/// The contest without what the laws do not hold for.
fn lawful(mut contest: Random) -> Random {
    contest.rulings.clear(); // They hold for the ties of before.
    // A sheet that is dropped as a whole takes its criteria along, so that roundings of criteria
    // may add up to less: no law there, as in every rule that rounds before it sums.
    let scoring = &mut contest.rubric.scoring;
    if scoring.drop_by == DropBy::Total && scoring.method != Method::Mean {
        scoring.round_at.retain(|step| *step == RoundAt::Score);
    }
    contest
}

/// What comes out before a mark is raised, and after; nothing where there is no such mark.
fn raised(contest: &mut Random, (which, whose, what, by): Raise) -> Option<[Vec<Outcome>; 2]> {
    let before = contest.outcomes();
    let which = which % contest.projects.len();
    let marks = contest.projects[which].sheets.values_mut().nth(whose)?;
    *marks.get_mut(&CriterionId::from(format!("c{what}").as_str()))? += Decimal::new(by, 1);
    Some([before, contest.outcomes()])
}

fn place(outcome: &Outcome) -> Option<usize> {
    match outcome {
        Outcome::Placed { place, .. } => Some(*place),
        Outcome::Out(_) => None,
    }
}

fn score(outcome: &Outcome) -> Option<&Fraction> {
    match outcome {
        Outcome::Placed { score, .. } => Some(score),
        Outcome::Out(_) => None,
    }
}

/// A project without sheets, under weights of twelve decimals, as an item's inside a head's are; the
/// full marks are a million.
fn at_the_edge(scoring: Scoring) -> Random {
    let weights = [Decimal::new(1, 12), Decimal::new(999_999_999_999, 12)];
    let line = (Vec::new(), 0, Vec::new(), Vec::new());
    let rules = (scoring, vec!["1", "1"], vec![1], false);
    let mut contest = random(rules, &[line], Makeup::default());
    for (criterion, weight) in contest.rubric.criteria.iter_mut().zip(weights) {
        criterion.weight = weight;
        criterion.max = Decimal::from(1_000_000);
    }
    assert!(contest.rubric.full_marks() <= Decimal::from(1_000_000));
    contest
}

fn near(less: i64) -> Decimal {
    Decimal::from(1_000_000) - Decimal::new(less, 6)
}

fn edge_sheet(contest: &Random, judge: usize, one: Decimal, other: Decimal) -> (SeatId, Marks) {
    let marks = Marks::from([("c0".into(), one), ("c1".into(), other)]);
    assert_eq!(contest.rubric.check(&marks), Ok(()));
    (SeatId::from(format!("J{judge:04}").as_str()), marks)
}
