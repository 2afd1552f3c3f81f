//! Random eventful evenings, audited: the second path must come to what the engine says.

use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{eventful, wishes};
use crate::{
    audit::{self, Names, differences},
    contest::{
        Act, Carry, Contest, Fact, JudgeSeat, Panel, RankBy, Session, Stage, TieRule, Wish,
        sample::{Evening, marks, session},
    },
    papers::results::ResultsPage,
    words::{Lang, Words},
};

/// An evening with the bodies of its records, as a hub writes them.
struct Recorded {
    evening: Evening,
    bodies: Vec<Value>,
}

impl Recorded {
    /// Goes on from an evening; what has happened in it is recorded as the hosts' and judges'.
    fn of(evening: Evening) -> Self {
        let opened = Fact::Opened { session: Box::new((**evening.contest.session()).clone()) };
        let mut bodies = vec![json!({ "at": 0, "fact": opened })];
        for (at, fact) in &evening.facts {
            let by = match fact {
                Fact::SheetSubmitted { seat, .. } => {
                    format!("{}/judge/{seat}", &seat.as_str()[..1])
                }
                _ => "A/host".to_owned(),
            };
            bodies.push(json!({ "at": at, "by": by, "wish": at.0.to_string(), "fact": fact }));
        }
        Self { evening, bodies }
    }

    fn ask(&mut self, by: &str, wish: &Wish) {
        let before = self.evening.facts.len();
        let _ = self.evening.ask(by, wish);
        for (at, fact) in &self.evening.facts[before..] {
            let wish = at.0.to_string();
            self.bodies.push(json!({ "at": at, "by": by, "wish": wish, "fact": fact }));
        }
    }

    fn audited(&self) -> Result<audit::Evening, audit::Flaw> {
        let mut evening = None;
        for (record, body) in (1..).zip(&self.bodies) {
            audit::Evening::take(&mut evening, record, body.to_string().as_bytes())?;
        }
        let evening = evening.unwrap();
        evening.finish().map(|()| evening)
    }
}

fn claimed(contest: &Contest) -> Value {
    serde_json::to_value(ResultsPage::of(contest, &Words::new(Lang::Zh))).unwrap()
}

/// The eventful evening under other rules: two panels, a component carried in, two rooms brought to
/// the same mean, a chain of tie rules, trimmed criteria.
fn with_everything() -> Evening {
    let mut session: Session = (**eventful().contest.session()).clone();
    let name = || "part".into();
    let tenths = |tenths| Decimal::new(tenths, 1);
    session.carry = vec![Carry { id: "preliminary".into(), name: name(), weight: tenths(3) }];
    session.panels = [("experts", 7), ("media", 3)]
        .map(|(id, weight)| Panel { id: id.into(), name: name(), weight: tenths(weight) })
        .to_vec();
    session.room_coefficient = true;
    for room in &mut session.rooms {
        let seat = room.judges[0].clone();
        let more = (4..=7)
            .map(|n| JudgeSeat { id: format!("{}{n}", room.id).as_str().into(), ..seat.clone() });
        room.judges.extend(more);
        for (nth, judge) in room.judges.iter_mut().enumerate() {
            judge.panel = Some(if nth < 5 { "experts" } else { "media" }.into());
        }
    }
    for (nth, project) in session.projects.iter_mut().enumerate() {
        project.group = "enterprise".into();
        let value = Decimal::from(70 + nth);
        project.carried = [("preliminary".into(), value)].into();
    }
    let scoring = &mut session.groups[0].rubric.as_mut().unwrap().scoring;
    scoring.method = crate::contest::Method::TrimmedMean;
    scoring.drop_by = crate::contest::DropBy::Criterion;
    scoring.rank_by = RankBy::Exact;
    scoring.ties = ["untrimmed-sum", "criterion:idea", "carried", "chair"]
        .map(|it| it.parse::<TieRule>().unwrap())
        .to_vec();
    let mut evening = Evening::of(Arc::new(session));
    for (nth, project) in ["E01", "E02", "S01"].into_iter().enumerate() {
        evening.run_to(project, Stage::Scoring);
        let room = if project == "S01" { "B" } else { "A" };
        for n in 1..=7_usize {
            let mark =
                Decimal::new(i64::try_from(60 + 5 * ((n * 3 + nth) % 8)).unwrap(), 1).to_string();
            evening.score(&format!("{room}{n}"), project, &mark, "8");
        }
        evening.run_to(project, Stage::Released);
    }
    evening
}

proptest! {
    #[test]
    fn the_audit_agrees_with_the_engine_on_any_evening(wishes in wishes()) {
        for evening in [Evening::of(session()), eventful(), with_everything()] {
            let mut recorded = Recorded::of(evening);
            for (by, wish) in &wishes {
                recorded.ask(by, wish);
            }
            let audited = recorded.audited();
            prop_assert!(audited.is_ok(), "{}", audited.unwrap_err());
            let computed = audited.unwrap().results(Names::Zh);
            let claimed = claimed(&recorded.evening.contest);
            prop_assert_eq!(differences(&computed, &claimed), []);
        }
    }
}

fn together(recorded: &mut Recorded, act: Act) {
    recorded.ask("A/host", &Wish::Propose { act, reason: "for the record".into() });
    let proposal = recorded.evening.contest.proposals().last().unwrap().number;
    recorded.ask("supervisor", &Wish::Agree { proposal });
}

/// E01 and E02 before the chair, E02 corrected on appeal.
fn appealed() -> Recorded {
    let mut recorded = Recorded::of(eventful());
    let (project, seat, marks) = ("E02".into(), "A1".into(), marks("9", "8"));
    together(&mut recorded, Act::Correct { project, seat, marks });
    recorded
}

#[test]
fn what_is_altered_in_the_results_is_named() {
    let recorded = appealed();
    let (computed, claim) =
        (recorded.audited().unwrap().results(Names::Zh), claimed(&recorded.evening.contest));
    let altered = |alter: &dyn Fn(&mut Value)| {
        let mut claim = claim.clone();
        alter(&mut claim);
        let found = differences(&computed, &claim);
        found
            .into_iter()
            .map(|it| format!("{}: {} {}", it.at, it.computed, it.claimed))
            .collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(altered(&|_| ()), none);
    let standings = "groups.enterprise.standings";
    assert_eq!(
        altered(&|it| it["groups"][0]["standings"][0]["score"] = "82.01".into()),
        [format!("{standings}.E02.score: 82.00 82.01")]
    );
    let swapped = altered(&|it| {
        let standings = it["groups"][0]["standings"].as_array_mut().unwrap();
        standings.swap(0, 1);
        standings[0]["place"] = 1.into();
        standings[1]["place"] = 2.into();
    });
    assert_eq!(
        swapped,
        [
            format!("{standings}.E02.place: 1 2"),
            format!("{standings}.E01.place: 2 1"),
            format!("{standings}: E02, E01 E01, E02"),
        ]
    );
    let awarded = altered(&|it| it["groups"][0]["standings"][1]["award"] = Value::Null);
    assert_eq!(awarded, [format!("{standings}.E01.award: second -")]);
    let hidden = altered(&|it| _ = it["groups"][0]["bulletins"].take());
    assert!(hidden[0].starts_with("groups.enterprise.bulletins: "), "{hidden:?}");
    let added = altered(&|it| {
        let own = it["groups"][0]["standings"][0].clone();
        it["groups"][1]["standings"].as_array_mut().unwrap().push(own);
    });
    assert_eq!(added, ["groups.startup.standings.E02: - 1 82.00"]);
    let taken = altered(&|it| _ = it["groups"][0]["unranked"].as_array_mut().unwrap().pop());
    assert!(taken[0].starts_with("groups.enterprise.unranked.E03: "), "{taken:?}");
}

/// What is wrong with the appealed evening once its records are altered.
fn forged(alter: impl FnOnce(&mut Vec<Value>)) -> String {
    let mut recorded = appealed();
    alter(&mut recorded.bodies);
    recorded.audited().map(|_| ()).unwrap_err().to_string()
}

fn nth(kind: &str) -> usize {
    appealed().bodies.iter().position(|it| it["fact"]["fact"] == kind).unwrap()
}

/// A record that the rules do not allow is named, although its hash may fit: with the whole chain
/// recomputed it is all that is left to see.
#[test]
fn a_forged_record_is_named_even_where_the_chain_fits() {
    let sheet = nth("sheet-submitted");
    let record = sheet + 1;
    assert_eq!(
        forged(|it| it[sheet]["by"] = "A/host".into()),
        format!("record {record} cannot be: others-sheet")
    );
    let mark = |it: &mut Vec<Value>, mark: &str| it[sheet]["fact"]["marks"]["idea"] = mark.into();
    for bad in ["10.5", "-0.5", "8.3"] {
        assert_eq!(forged(|it| mark(it, bad)), format!("record {record} cannot be: mark"));
    }
    let lock = nth("locked") + 1;
    assert_eq!(
        forged(|it| mark(it, "9.5")),
        format!("record {lock} recorded 80.00 (3) for E01, which is 83.00 (3)")
    );
    let release = nth("released");
    assert_eq!(
        forged(|it| _ = it.remove(release - 1)),
        format!("record {release} cannot be: not-locked")
    );
    let unknown = forged(|it| it[sheet]["fact"]["fact"] = "sheet-improved".into());
    assert!(unknown.starts_with(&format!("record {record} is not understood: ")), "{unknown}");
    let first = forged(|it| _ = it.remove(0));
    assert_eq!(first, "record 1 cannot be: opening");
}

#[test]
fn a_forged_appeal_is_named_even_where_the_chain_fits() {
    let correction = nth("sheet-corrected");
    assert_eq!(
        forged(|it| _ = it.remove(correction - 1)),
        format!("record {correction} cannot be: one-person")
    );
    assert_eq!(
        forged(|it| it[correction - 1]["by"] = "A/host".into()),
        format!("record {correction} cannot be: one-person")
    );
    let at = correction + 1;
    assert_eq!(
        forged(|it| it[correction]["fact"]["seat"] = "A2".into()),
        format!("record {at} cannot be: one-person")
    );
    assert_eq!(
        forged(|it| _ = it.pop()),
        format!("record {at} changed a released result without a bulletin")
    );
    let bulletin = nth("corrected");
    let at = bulletin + 1;
    let says = format!("record {at}, bulletin 1, does not say what has changed");
    assert_eq!(
        forged(|it| {
            it[bulletin]["fact"]["bulletin"]["changes"][0]["after"]["score"] = "82.01".into();
        }),
        says
    );
    assert_eq!(forged(|it| it[bulletin]["fact"]["bulletin"]["changes"] = json!([])), says);
}
