//! Random eventful evenings, audited: the second path must come to what the engine says.

mod allowed;
mod guarded;
mod kept;
mod paper;

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use super::eventful;
use crate::{
    audit::{self, Names, differences},
    contest::{
        Act, Agenda, At, Carry, Contest, Fact, Group, JudgeSeat, Keyer, Marks, Panel, ProjectId,
        Proposal, RankBy, Room, Safeguards, Seal, SeatId, SeatMark, SeatState, Session, Stage,
        TieRule, Wish,
        sample::{Evening, marks},
    },
    papers::results::ResultsPage,
    words::{Lang, Words},
};

/// An evening with the bodies of its records, as a hub writes them.
struct Recorded {
    evening: Evening,
    bodies: Vec<Value>,
    /// What judges keep on their terminals until it is opened.
    sealed: BTreeMap<(ProjectId, SeatId), (u32, Marks)>,
}

impl Recorded {
    /// Goes on from an evening, with what has happened in it.
    fn of(evening: Evening) -> Self {
        let opened = Fact::opened(Arc::clone(evening.contest.session()), false);
        let mut bodies = vec![json!({ "at": 0, "fact": opened })];
        let facts = evening.facts.iter().zip(&evening.askers);
        bodies.extend(facts.map(|((at, fact), by)| body((*at, fact), &by.to_string())));
        Self { evening, bodies, sealed: BTreeMap::new() }
    }

    fn ask(&mut self, by: &str, wish: &Wish) {
        let before = self.evening.facts.len();
        let _ = self.evening.ask(by, wish);
        let new = &self.evening.facts[before..];
        self.bodies.extend(new.iter().map(|(at, fact)| body((*at, fact), by)));
    }

    /// The revision of the latest sheet of a seat; 0 for none.
    fn revision(&self, project: &ProjectId, seat: &SeatId) -> u32 {
        let state = self.evening.contest.run(project).and_then(|run| run.seats.get(seat));
        state.map_or(0, SeatState::revision)
    }

    /// A judge's next sheet, in the clear or sealed as the session says.
    fn hand_in(&mut self, judge: &str, (project, own): (ProjectId, SeatId), marks: Marks) {
        let revision = self.revision(&project, &own) + 1;
        if !self.evening.contest.session().safeguards.sealed_sheets {
            return self.ask(judge, &Wish::Submit { project, revision, marks });
        }
        let seal = Seal::of((&project, &own, revision), &marks, NONCE);
        self.ask(judge, &Wish::SealSheet { project: project.clone(), revision, seal });
        self.sealed.insert((project.clone(), own), (revision, marks));
        self.open(&project);
    }

    /// The terminals open what the whole panel has sealed.
    fn open(&mut self, project: &ProjectId) {
        for ((of, seat), (revision, marks)) in self.sealed.clone() {
            let room = self.evening.contest.room_of(&of).map(|room| room.id.clone());
            let (Some(room), true) = (room, of == *project) else { continue };
            let wish = Wish::OpenSheet { project: of, revision, marks, nonce: NONCE.to_owned() };
            self.ask(&format!("{room}/judge/{seat}"), &wish);
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

/// The body of a record; what is keyed says at which terminal.
fn body((at, fact): (At, &Fact), by: &str) -> Value {
    let mut body = json!({ "at": at, "by": by, "wish": at.0.to_string(), "fact": fact });
    if let Fact::SheetKeyed { keyed_by, .. } = fact {
        body["terminal"] = keyed_by.terminal.to_string().into();
    }
    body
}

fn claimed(contest: &Contest) -> Value {
    serde_json::to_value(ResultsPage::of(contest, &Words::new(Lang::Zh))).unwrap()
}

const NONCE: &str = "9a0364b9e99bb480dd25e1f0284c8555";

/// The eventful evening's session with sealed sheets and co-signed releases.
fn guarded() -> Evening {
    let mut session: Session = (**eventful().contest.session()).clone();
    session.safeguards =
        Safeguards { co_signed_release: true, sealed_sheets: true, ..Safeguards::default() };
    Evening::of(Arc::new(session))
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
    session.projects.edit(|all| {
        for (nth, project) in all.iter_mut().enumerate() {
            project.group = "enterprise".into();
            let value = Decimal::from(70 + nth);
            project.carried = [("preliminary".into(), value)].into();
        }
    });
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

/// One moment of an evening: what is asked, about which project, by or about which seat, how much.
type Moment = (u8, usize, usize, u32);

fn moments() -> impl Strategy<Value = Vec<Moment>> {
    prop::collection::vec((0u8..36, 0usize..6, 0usize..3, 0u32..8), 0..120)
}

/// Mostly what is due, and else something odd that may well be granted.
fn pass(recorded: &mut Recorded, (what, project, seat, number): Moment) {
    let project: ProjectId = ["E01", "E02", "E03", "E31", "S01", "S02"][project].into();
    let Some(room) = recorded.evening.contest.room_of(&project).cloned() else { return };
    let (host, seat) = (format!("{}/host", room.id), room.judges[seat].id.clone());
    let judge = format!("{}/judge/{seat}", room.id);
    let (reason, of) = (|| "r".to_owned(), || project.clone());
    let marks = |more: u32| marks(&format!("{}", 5 + (number + more) % 4), "8");
    let act = match what {
        0..=9 => return proceed(recorded, &room),
        10..=13 => return recorded.hand_in(&judge, (project, seat), marks(0)),
        14 => return recorded.ask(&judge, &Wish::Recuse { project, reason: reason() }),
        15 => return recorded.ask(&host, &Wish::MarkAbsent { project, reason: reason() }),
        16 if number == 0 => {
            recorded.ask(&host, &Wish::Withdraw { project: of(), reason: reason() });
            return recorded.ask(&host, &Wish::Backfill { project, reason: reason() });
        }
        17 => return recorded.ask(&host, &Wish::Postpone { project, reason: reason() }),
        18 | 19 => return recorded.ask(&host, &Wish::Undo { project }),
        20 => {
            let mark = [SeatMark::Expected, SeatMark::Absent, SeatMark::Late][number as usize % 3];
            return recorded.ask(&host, &Wish::MarkSeat { project, seat, mark, reason: reason() });
        }
        21 => {
            let (rule, units) = ("overtime".into(), 1 + number % 2);
            recorded.ask(&host, &Wish::Deduct { project: of(), rule, units, reason: reason() });
            Act::Deduct { project, rule: "overtime".into(), units }
        }
        22 => {
            let number = 1 + number % 2;
            recorded.ask(&host, &Wish::RemoveDeduction { project: of(), number, reason: reason() });
            Act::RemoveDeduction { project, number }
        }
        23 | 24 => return rule(recorded, &host, number),
        25 => Act::Return { project, seat },
        26 => Act::Void { project, seat },
        27 | 28 => Act::Restore { project, seat },
        29 | 30 => Act::Correct { project, seat, marks: marks(1) },
        31 if number == 0 => Act::Disqualify { project },
        32..=34 => return key(recorded, &room, (project, seat), number),
        35 => {
            key(recorded, &room, (project.clone(), seat.clone()), number % 3);
            let back = Wish::DisallowPaper {
                project: project.clone(),
                seat: seat.clone(),
                reason: reason(),
            };
            recorded.ask(
                &format!("{}/clerk", room.id),
                &Wish::DropKeying { project, seat, reason: reason() },
            );
            if number % 2 == 0 {
                recorded.ask(&host, &back);
            }
            return;
        }
        _ => return,
    };
    together(recorded, &host, act);
}

/// One of three clerks keys a seat's paper sheet; mostly the host has allowed it, and the next one keys the
/// same.
fn key(recorded: &mut Recorded, room: &Room, (project, seat): (ProjectId, SeatId), number: u32) {
    if number != 5 {
        let wish = Wish::AllowPaper {
            project: project.clone(),
            seat: seat.clone(),
            reason: "dead".to_owned(),
        };
        recorded.ask(&format!("{}/host", room.id), &wish);
    }
    let (clerk, marks) = (format!("{}/clerk", room.id), marks("7", &(8 - number % 2).to_string()));
    for person in [number % 3, (number + 1) % 3].into_iter().take(1 + number as usize / 3) {
        let keyed_by =
            Keyer { name: format!("clerk {person}"), terminal: Uuid::from_u128(person.into()) };
        let (project, seat, marks) = (project.clone(), seat.clone(), marks.clone());
        recorded.ask(&clerk, &Wish::KeySheet { project, seat, marks, keyed_by });
    }
}

/// The judges whose sheets are waited for hand them in, and the host does what is due.
fn proceed(recorded: &mut Recorded, room: &Room) {
    let Agenda { next, also, .. } = Agenda::of(&recorded.evening.contest, room);
    let Some(wish) = next.or_else(|| also.into_iter().next()) else { return };
    if let Wish::Lock { project, .. } = &wish {
        for seat in recorded.evening.contest.missing(project) {
            let judge = format!("{}/judge/{seat}", room.id);
            recorded.hand_in(&judge, (project.clone(), seat), marks("8", "8"));
        }
        recorded.open(project);
    }
    recorded.ask(&format!("{}/host", room.id), &wish);
    for Proposal { number, act, .. } in recorded.evening.contest.proposals().to_vec() {
        if matches!(act, Act::Release { .. }) {
            recorded.ask("supervisor", &Wish::Agree { proposal: number });
        }
    }
}

/// The chair decides about the first tie that waits, or about one that was decided before.
fn rule(recorded: &mut Recorded, host: &str, number: u32) {
    let contest = &recorded.evening.contest;
    let ties = |group: &Group| {
        let waiting = contest.ranking(group).waiting.clone().into_iter();
        let ruled = contest.rulings_of(&group.id).into_iter().map(|it| it.order.concat());
        waiting.chain(ruled).map(|tied| (group.id.clone(), tied)).collect::<Vec<_>>()
    };
    let all: Vec<_> = contest.session().groups.iter().flat_map(ties).collect();
    let Some((group, mut order)) = all.into_iter().next() else { return };
    if number.is_multiple_of(2) {
        order.reverse();
    }
    let mut order: Vec<_> = order.into_iter().map(|it| vec![it]).collect();
    if number > 5 {
        order = vec![order.concat()];
    }
    recorded.ask(host, &Wish::Rule { group, order, reason: "r".into() });
}

/// What must have come up, so that the agreement says something.
const KINDS: [&str; 22] = [
    "backfilled",
    "corrected",
    "deducted",
    "deduction-removed",
    "disqualified",
    "keying-dropped",
    "locked",
    "marked-absent",
    "paper-sheet-entered",
    "postponed",
    "recused",
    "ruled",
    "released",
    "seat-restored",
    "seat-voided",
    "sheet-corrected",
    "sheet-keyed",
    "sheet-opened",
    "sheet-returned",
    "sheet-sealed",
    "undone",
    "withdrawn",
];

#[test]
fn the_audit_agrees_with_the_engine_on_any_evening() {
    let seen = RefCell::new(BTreeMap::<String, usize>::new());
    let fresh = Evening::of(eventful().contest.session().clone());
    let begun = [fresh, eventful(), with_everything(), guarded()];
    let config = Config { cases: 150, failure_persistence: None, ..Config::default() };
    let played = TestRunner::new(config).run(&moments(), |moments| {
        for evening in &begun {
            let mut recorded = Recorded::of(evening.clone());
            let before = recorded.bodies.len();
            for moment in &moments {
                pass(&mut recorded, *moment);
            }
            for body in &recorded.bodies[before..] {
                let kind = body["fact"]["fact"].as_str().unwrap().to_owned();
                *seen.borrow_mut().entry(kind).or_default() += 1;
            }
            let audited = recorded.audited();
            prop_assert!(audited.is_ok(), "{}", audited.unwrap_err());
            let computed = audited.unwrap().results(Names::Zh);
            let claimed = claimed(&recorded.evening.contest);
            prop_assert_eq!(differences(&computed, &claimed), []);
        }
        Ok(())
    });
    played.unwrap();
    for kind in KINDS {
        let times = seen.borrow().get(kind).copied().unwrap_or_default();
        assert!(times >= 3, "{kind}: {times} times among {seen:?}");
    }
}

/// The host proposes and the supervisor agrees, if the rules let them.
fn together(recorded: &mut Recorded, host: &str, act: Act) {
    recorded.ask(host, &Wish::Propose { act, reason: "for the record".into() });
    let last = recorded.evening.contest.proposals().last().map(|it| it.number);
    if let Some(proposal) = last {
        recorded.ask("supervisor", &Wish::Agree { proposal });
    }
}

/// E01 and E02 before the chair, E02 corrected on appeal.
fn appealed() -> Recorded {
    let mut recorded = Recorded::of(eventful());
    let (project, seat, marks) = ("E02".into(), "A1".into(), marks("9", "8"));
    together(&mut recorded, "A/host", Act::Correct { project, seat, marks });
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
        forged(|it| it[sheet]["by"] = "A/judge/A2".into()),
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
