mod audited;
mod hall;
mod live;
mod matrix;
mod paper;
mod safeguards;

use std::sync::Arc;

use proptest::prelude::*;

use super::sample::{Evening, marks, seat, session, showcase};
use super::{
    Act, Agenda, At, Backfill, Below, Break, Contest, Criterion, DeductionRule, Fact, GroupResults,
    Method, Ms, Phase, ProjectId, Refusal, Scoring, SeatId, SeatMark, Session, Stage, TieRule,
    Wish, decide,
};

fn submit(project: &str, revision: u32, idea: &str, team: &str) -> Wish {
    Wish::Submit { project: project.into(), revision, marks: marks(idea, team) }
}

fn lock(project: &str, without: &[&str]) -> Wish {
    Wish::Lock { project: project.into(), without: without.iter().map(|it| (*it).into()).collect() }
}

/// Room A with E01 in its scoring window.
fn scoring() -> Evening {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    evening
}

fn score_of(evening: &Evening, project: &str) -> String {
    evening.contest.score(&project.into()).unwrap().to_string()
}

#[test]
fn seven_steps_take_a_project_from_the_waiting_area_to_the_ranking() {
    let mut evening = Evening::of(session());
    let room = evening.contest.session().rooms[0].clone();
    let mut steps = Vec::new();
    for _ in 0..7 {
        let next = Agenda::of(&evening.contest, &room).next.unwrap();
        assert_eq!(next.project().unwrap().as_str(), "E01");
        evening.ask("A/host", &next).unwrap();
        steps.push(evening.contest.run(&"E01".into()).unwrap().stage);
        if steps.last() == Some(&Stage::Scoring) {
            for judge in ["A1", "A2", "A3"] {
                evening.score(judge, "E01", "8", "8");
            }
        }
    }
    let life = [
        Stage::CalledUp,
        Stage::Presentation,
        Stage::Questions,
        Stage::Questions,
        Stage::Scoring,
        Stage::Locked,
        Stage::Released,
    ];
    assert_eq!(steps, life);
    assert_eq!(score_of(&evening, "E01"), "80.00");
}

#[test]
fn a_score_is_the_mean_of_the_weighted_totals_rounded_half_up() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9.5", "8"); // 6 × 9.5 + 4 × 8 = 89
    evening.score("A2", "E01", "9", "7.5"); // 84
    evening.score("A3", "E01", "10", "8.5"); // 94
    assert_eq!(score_of(&evening, "E01"), "89.00");
    evening.ask("A/judge/A3", &submit("E01", 2, "10", "9")).unwrap(); // 96: 269 / 3 = 89.666…
    assert_eq!(score_of(&evening, "E01"), "89.67");
}

#[test]
fn the_highest_revision_counts() {
    let mut evening = scoring();
    let judge = "A/judge/A1";
    evening.ask(judge, &submit("E01", 2, "9", "9")).unwrap();
    let stale = Refusal::StaleRevision { project: "E01".into(), revision: 2 };
    assert_eq!(evening.ask(judge, &submit("E01", 1, "1", "1")), Err(stale.clone()));
    assert_eq!(evening.ask(judge, &submit("E01", 2, "1", "1")), Err(stale));
    assert_eq!(evening.ask(judge, &submit("E01", 2, "9", "9")), Ok(0), "a repeat is no new fact");
    assert_eq!(score_of(&evening, "E01"), "90.00");
}

#[test]
fn a_missing_sheet_is_never_a_zero() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.score("A3", "E01", "8", "8");
    let missing = Refusal::SheetsMissing { project: "E01".into(), missing: ["A2".into()].into() };
    assert_eq!(evening.ask("A/host", &lock("E01", &[])), Err(missing.clone()));
    assert_eq!(evening.ask("A/host", &lock("E01", &["A1", "A2"])), Err(missing));
    evening.ask("A/host", &lock("E01", &["A2"])).unwrap();
    assert_eq!(score_of(&evening, "E01"), "85.00");
    assert_eq!(evening.contest.scored(&"E01".into()).unwrap().unwrap().sheets(), 2);
}

#[test]
fn nobody_can_lock_a_project_without_a_single_sheet() {
    let mut evening = scoring();
    let refused = evening.ask("A/host", &lock("E01", &["A1", "A2", "A3"]));
    assert_eq!(refused, Err(Refusal::NoSheets { project: "E01".into() }));
}

#[test]
fn a_sheet_is_taken_from_the_pitch_until_the_lock() {
    let mut evening = Evening::of(session());
    let judge = "A/judge/A1";
    let closed = |stage| Err(Refusal::SheetsClosed { project: "E01".into(), stage });
    assert_eq!(evening.ask(judge, &submit("E01", 1, "1", "1")), closed(Stage::Waiting));
    evening.run_to("E01", Stage::CalledUp);
    assert_eq!(evening.ask(judge, &submit("E01", 1, "1", "1")), closed(Stage::CalledUp));
    evening.run_to("E01", Stage::Presentation);
    assert_eq!(evening.ask(judge, &submit("E01", 1, "1", "1")), Ok(1));
    evening.run_to("E01", Stage::Scoring);
    evening.run_to("E02", Stage::Presentation);
    assert_eq!(evening.ask(judge, &submit("E01", 2, "2", "2")), Ok(1), "the next one presents");
    evening.ask("A/host", &lock("E01", &["A2", "A3"])).unwrap();
    assert_eq!(evening.ask(judge, &submit("E01", 3, "3", "3")), closed(Stage::Locked));
}

#[test]
fn a_bad_mark_is_named_with_its_limit() {
    let mut evening = scoring();
    let mut refused =
        |idea, team| evening.ask("A/judge/A1", &submit("E01", 1, idea, team)).unwrap_err();
    let text = |refusal: Refusal| refusal.to_string();
    assert_eq!(text(refused("10.5", "1")), "idea: the mark is outside 0 to 10");
    assert_eq!(text(refused("-0.5", "1")), "idea: the mark is outside 0 to 10");
    assert_eq!(text(refused("1", "0.3")), "team: the mark is not a multiple of 0.5");
    let mut sheet = marks("1", "1");
    sheet.remove(&"team".into());
    let wish = Wish::Submit { project: "E01".into(), revision: 1, marks: sheet.clone() };
    assert_eq!(text(evening.ask("A/judge/A1", &wish).unwrap_err()), "no mark for team");
    sheet.extend([("team".into(), 1.into()), ("luck".into(), 1.into())]);
    let wish = Wish::Submit { project: "E01".into(), revision: 1, marks: sheet };
    assert_eq!(text(evening.ask("A/judge/A1", &wish).unwrap_err()), "there is no criterion luck");
}

#[test]
fn seats_ask_only_for_what_is_theirs() {
    let mut evening = scoring();
    let call_up = Wish::CallUp { project: "E02".into() };
    for other in ["A/judge/A1", "A/board", "A/timer", "B/host", "B/judge/B1"] {
        assert_eq!(evening.ask(other, &call_up), Err(Refusal::NotYours), "{other}");
    }
    for other in ["A/host", "A/board", "B/judge/B1", "A/judge/B1", "A/judge/A9"] {
        let wish = submit("E01", 1, "1", "1");
        assert_eq!(evening.ask(other, &wish), Err(Refusal::NotYours), "{other}");
    }
}

#[test]
fn a_second_press_is_harmless_and_a_late_one_is_told_what_happened() {
    let mut evening = Evening::of(session());
    let press = |evening: &mut Evening, wish: &Wish| evening.ask("A/host", wish);
    let call_up = Wish::CallUp { project: "E01".into() };
    assert_eq!(press(&mut evening, &call_up), Ok(1));
    assert_eq!(press(&mut evening, &call_up), Ok(0));
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Presentation };
    assert_eq!(press(&mut evening, &start), Ok(2));
    assert_eq!(press(&mut evening, &start), Ok(0));
    assert_eq!(
        press(&mut evening, &call_up),
        Err(Refusal::WrongStage { project: "E01".into(), stage: Stage::Presentation })
    );
    let taken = Refusal::StageTaken { on_stage: "E01".into() };
    assert_eq!(press(&mut evening, &Wish::CallUp { project: "E02".into() }), Err(taken));
}

#[test]
fn a_pause_keeps_what_is_left_and_a_gift_is_kept_apart() {
    let mut evening = Evening::of(session());
    let (project, phase) = (|| ProjectId::from("E01"), Phase::Presentation);
    evening.run_to("E01", Stage::Presentation);
    let left = |evening: &Evening| {
        let run = evening.contest.run(&project()).unwrap();
        run.clock.as_ref().unwrap().left(evening.now)
    };
    evening.now = evening.now + Ms::seconds(99);
    let reason = || "microphone".to_owned();
    evening
        .ask("A/host", &Wish::PauseClock { project: project(), phase, reason: reason() })
        .unwrap();
    assert_eq!(left(&evening), Ms::seconds(500));
    evening.now = evening.now + Ms::seconds(3600);
    assert_eq!(left(&evening), Ms::seconds(500));
    let gift = Wish::AddTime { project: project(), phase, ms: Ms::seconds(30), reason: reason() };
    evening.ask("A/host", &gift).unwrap();
    evening.ask("A/host", &Wish::ResumeClock { project: project(), phase }).unwrap();
    evening.now = evening.now + Ms::seconds(531);
    assert_eq!(left(&evening), Ms::seconds(-1));
    let run = evening.contest.run(&project()).unwrap();
    assert_eq!(run.clock.as_ref().unwrap().added, Ms::seconds(30));
}

#[test]
fn no_more_time_can_be_taken_than_is_left() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Presentation);
    let add = |seconds| Wish::AddTime {
        project: "E01".into(),
        phase: Phase::Presentation,
        ms: Ms::seconds(seconds),
        reason: "nobody came".into(),
    };
    assert_eq!(evening.ask("A/host", &add(601)), Err(Refusal::TooMuchTime { most: 600 }));
    assert_eq!(evening.ask("A/host", &add(-600)), Err(Refusal::TooMuchTime { most: 598 }));
    assert_eq!(evening.ask("A/host", &add(-500)), Ok(1));
}

#[test]
fn an_absent_project_may_still_turn_up_and_a_withdrawn_one_may_not() {
    let mut evening = Evening::of(session());
    let reason = || "nobody came".to_owned();
    evening.run_to("E01", Stage::CalledUp);
    let absent = Wish::MarkAbsent { project: "E01".into(), reason: reason() };
    evening.ask("A/host", &absent).unwrap();
    evening.ask("A/host", &Wish::CallUp { project: "E02".into() }).unwrap();
    let gone = Wish::Withdraw { project: "E02".into(), reason: "sent home".into() };
    evening.ask("A/host", &gone).unwrap();
    evening.ask("A/host", &Wish::CallUp { project: "E01".into() }).unwrap();
    let again = evening.ask("A/host", &Wish::CallUp { project: "E02".into() });
    let stage = Stage::Withdrawn;
    assert_eq!(again, Err(Refusal::WrongStage { project: "E02".into(), stage }));
    let group = &evening.contest.session().groups[0];
    let notes: Vec<_> =
        GroupResults::of(&evening.contest, group).unranked.into_iter().map(|it| it.note).collect();
    assert_eq!(notes, [None, Some("sent home".to_owned()), None]);
}

#[test]
fn a_showcase_has_a_clock_and_nothing_to_score() {
    let mut evening = Evening::of(showcase());
    evening.run_to("E01", Stage::Shown);
    let group = |evening: &Evening, at: usize| {
        GroupResults::of(&evening.contest, &evening.contest.session().groups[at]).is_final()
    };
    assert!(!group(&evening, 0));
    evening.run_to("S01", Stage::Shown);
    evening.run_to("S02", Stage::Shown);
    assert!(group(&evening, 1), "all of it has been shown");
    let begin = Wish::Begin { project: "E02".into(), phase: Phase::Scoring };
    assert_eq!(evening.ask("A/host", &begin), Err(Refusal::NotScored { project: "E02".into() }));
    evening.run_to("E02", Stage::Questions);
    let not_scored = Err(Refusal::NotScored { project: "E02".into() });
    assert_eq!(evening.ask("A/judge/A1", &submit("E02", 1, "1", "1")), not_scored);
}

#[test]
fn only_released_projects_are_ranked_and_ties_share_place_and_award() {
    let mut evening = Evening::of(session());
    for (project, idea) in [("E01", "8"), ("E02", "9"), ("E03", "9")] {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            evening.score(judge, project, idea, "8");
        }
    }
    for project in ["E01", "E02"] {
        evening.run_to(project, Stage::Released);
    }
    let ranking = |evening: &Evening| {
        let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
        let line = |it: &super::Standing| {
            let award = it.award.as_ref().map_or("-", |award| &award.en);
            format!("{} {} {} {award}", it.place, it.project, it.score)
        };
        (group.standings.iter().map(line).collect::<Vec<_>>(), group.is_final())
    };
    let provisional = ["1 E02 86.00 first", "2 E01 80.00 second"];
    assert_eq!(ranking(&evening), (provisional.map(String::from).to_vec(), false));
    evening.run_to("E03", Stage::Released);
    // Two share the one first place; the second award, for places up to 2, goes to nobody.
    let last = ["1 E02 86.00 first", "1 E03 86.00 first", "3 E01 80.00 -"];
    assert_eq!(ranking(&evening), (last.map(String::from).to_vec(), true));
}

/// The sample final with other scoring rules in all its rubrics.
fn session_with(scoring: &Scoring) -> Arc<Session> {
    let mut session = (*session()).clone();
    for rubric in session.groups.iter_mut().filter_map(|group| group.rubric.as_mut()) {
        rubric.scoring = scoring.clone();
    }
    Arc::new(session)
}

#[test]
fn a_project_with_fewer_sheets_than_the_rules_ask_for_cannot_be_locked() {
    let at_least = Scoring { at_least: 2, ..Scoring::default() };
    let method = Method::TrimmedMean;
    let refuse = Scoring { method, drop_from: 2, below: Below::Refuse, ..Scoring::default() };
    for (scoring, needed) in [(at_least, 2), (refuse, 3)] {
        let mut evening = Evening::of(session_with(&scoring));
        evening.run_to("E01", Stage::Scoring);
        evening.score("A1", "E01", "9", "9");
        let refused = evening.ask("A/host", &lock("E01", &["A2", "A3"]));
        let project = "E01".into();
        assert_eq!(refused, Err(Refusal::CannotLock { project, sheets: 1, needed }));
        for judge in ["A2", "A3"] {
            evening.score(judge, "E01", "8", "8");
        }
        evening.ask("A/host", &lock("E01", &[])).unwrap();
    }
}

#[test]
fn a_project_that_most_judges_fail_at_a_gate_is_ineligible() {
    let mut session = (*session()).clone();
    let rubric = session.groups[0].rubric.as_mut().unwrap();
    let legal = rubric.criteria[1].clone();
    let weight = rust_decimal::Decimal::ZERO;
    rubric.criteria.push(Criterion {
        id: "legal".into(),
        gate: true,
        max: 1.into(),
        weight,
        ..legal
    });
    let mut evening = Evening::of(Arc::new(session));
    for (project, passes) in [("E01", [0, 0, 1]), ("E02", [0, 1, 1])] {
        evening.run_to(project, Stage::Scoring);
        for (judge, pass) in ["A1", "A2", "A3"].into_iter().zip(passes) {
            let mut marks = marks("9", "9");
            marks.insert("legal".into(), pass.into());
            let wish = Wish::Submit { project: project.into(), revision: 1, marks };
            evening.ask(&format!("A/judge/{judge}"), &wish).unwrap();
        }
        evening.run_to(project, Stage::Released);
    }
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    assert_eq!(group.unranked[0].reason.as_str(), "ineligible");
    assert_eq!((group.standings[0].project.as_str(), group.standings[0].place), ("E02", 1));
}

#[test]
fn a_tie_that_waits_for_the_chair_keeps_the_ranking_provisional() {
    let ties = ["untrimmed-sum", "chair", "share"].map(|it| it.parse().unwrap()).to_vec();
    let mut evening = Evening::of(session_with(&Scoring { ties, ..Scoring::default() }));
    for (project, idea) in [("S01", "8"), ("S02", "8")] {
        evening.run_to(project, Stage::Scoring);
        for judge in ["B1", "B2", "B3"] {
            evening.score(judge, project, idea, "8");
        }
        evening.run_to(project, Stage::Released);
    }
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[1]);
    assert_eq!(group.waiting, [["S01".into(), "S02".into()]]);
    assert_eq!((group.standings[1].place, group.is_final()), (1, false));
}

fn a_project() -> impl Strategy<Value = ProjectId> {
    prop::sample::select(vec!["E01", "E02", "S01", "X99"]).prop_map(ProjectId::from)
}

fn a_seat() -> impl Strategy<Value = SeatId> {
    prop::sample::select(vec!["A1", "A2", "A9"]).prop_map(SeatId::from)
}

/// Acts that take two persons.
fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (a_project(), a_seat()).prop_map(|(project, seat)| Act::Return { project, seat }),
        (a_project(), a_seat()).prop_map(|(project, seat)| Act::Void { project, seat }),
        (a_project(), a_seat()).prop_map(|(project, seat)| Act::Restore { project, seat }),
        (a_project(), a_seat()).prop_map(|(project, seat)| {
            let marks = marks("5", "5.5");
            Act::Correct { project, seat, marks }
        }),
        a_project().prop_map(|project| Act::Disqualify { project }),
    ]
}

/// Wishes of the evening's odder moments and of the room's screens.
fn rarer() -> impl Strategy<Value = Wish> {
    let (room, group) = (|| "A".into(), || "enterprise".into());
    let order = prop::sample::select(vec![["E01", "E03", "E02"], ["E01", "E02", "E03"]]);
    prop_oneof![
        (a_project(), 0u32..3).prop_map(|(project, units)| {
            Wish::Deduct { project, rule: "overtime".into(), units, reason: "r".into() }
        }),
        (a_project(), 1u32..3).prop_map(|(project, number)| {
            Wish::RemoveDeduction { project, number, reason: "r".into() }
        }),
        a_project().prop_map(|project| Wish::Backfill { project, reason: "r".into() }),
        a_project().prop_map(|project| Wish::Undo { project }),
        (a_project(), 0i64..700).prop_map(|(project, left)| {
            let (phase, left) = (Phase::Presentation, Ms::seconds(left));
            Wish::SetClock { project, phase, left, reason: "r".into() }
        }),
        order.prop_map(move |order| {
            let order = order.into_iter().map(ProjectId::from).collect();
            Wish::Reorder { room: room(), order, reason: "r".into() }
        }),
        any::<bool>().prop_map(move |first| {
            let order: [ProjectId; 2] =
                if first { ["E01", "E02"] } else { ["E02", "E01"] }.map(Into::into);
            Wish::Rule {
                group: group(),
                order: order.map(|it| vec![it]).into(),
                reason: "r".into(),
            }
        }),
        any::<bool>().prop_map(move |on| Wish::Blank { room: room(), on }),
        (1i64..900).prop_map(move |length| Wish::TakeBreak {
            room: room(),
            name: "tea".into(),
            length: Ms::seconds(length)
        }),
        Just(Wish::EndBreak { room: room() }),
        Just(Wish::Freeze { group: group() }),
        Just(Wish::Thaw { group: group() }),
        prop::option::of(0u32..6).prop_map(move |step| Wish::Ceremony { group: group(), step }),
    ]
}

/// An evening in its middle, in which all of that can happen: E01 and E02 are tied before the chair,
/// E31 is in reserve, and there is a break after the second turn.
fn eventful() -> Evening {
    let mut session = (*session()).clone();
    session.groups[0].backfill = Backfill::Turn;
    session.groups[0].rubric.as_mut().unwrap().scoring.ties = vec![TieRule::Chair];
    session.rooms[0].breaks =
        vec![Break { after: 2, name: "tea".into(), length: Ms::seconds(900) }];
    let mut reserve = session.projects[0].clone();
    (reserve.id, reserve.reserve) = ("E31".into(), Some(1));
    session.projects.push(reserve);
    session.deductions = vec![DeductionRule {
        id: "overtime".into(),
        name: "overtime".into(),
        points: 1.into(),
        per: Some(Ms::seconds(30)),
        grace: Ms::ZERO,
        most: Some(3),
    }];
    let mut evening = Evening::of(Arc::new(session));
    for project in ["E01", "E02"] {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            evening.score(judge, project, "8", "8");
        }
        evening.run_to(project, Stage::Released);
    }
    evening
}

/// Any wish by any seat, mostly about few projects so that much of it is granted.
fn wishes() -> impl Strategy<Value = Vec<(&'static str, Wish)>> {
    let project = a_project;
    let phase =
        || prop::sample::select(vec![Phase::Presentation, Phase::Questions, Phase::Scoring]);
    let seats = prop::sample::select(vec![
        "A/host",
        "A/host",
        "A/host",
        "B/host",
        "A/judge/A1",
        "A/judge/A2",
        "supervisor",
    ]);
    let mark = || (0i64..22).prop_map(|half| rust_decimal::Decimal::new(half * 5, 1));
    let wish = prop_oneof![
        project().prop_map(|project| Wish::CallUp { project }),
        (project(), phase()).prop_map(|(project, phase)| Wish::Begin { project, phase }),
        (project(), phase()).prop_map(|(project, phase)| Wish::StartClock { project, phase }),
        (project(), phase()).prop_map(|(project, phase)| Wish::PauseClock {
            project,
            phase,
            reason: "r".into()
        }),
        (project(), phase()).prop_map(|(project, phase)| Wish::ResumeClock { project, phase }),
        (project(), phase(), -90i64..90).prop_map(|(project, phase, s)| Wish::AddTime {
            project,
            phase,
            ms: Ms::seconds(s),
            reason: "r".into()
        }),
        (project(), 0u32..4, mark(), mark()).prop_map(|(project, revision, idea, team)| {
            let marks = [("idea".into(), idea), ("team".into(), team)].into();
            Wish::Submit { project, revision, marks }
        }),
        (project(), 0u32..4, mark())
            .prop_map(|(project, revision, mark)| safeguards::sealed(project, revision, mark)),
        (project(), 0u32..4, mark())
            .prop_map(|(project, revision, mark)| safeguards::opened(project, revision, mark)),
        (project(), prop::sample::subsequence(vec!["A1", "A2", "A3"], 0..=3))
            .prop_map(|(project, seats)| lock(project.as_str(), &seats)),
        project().prop_map(|project| Wish::Release { project }),
        project().prop_map(|project| Wish::MarkAbsent { project, reason: "r".into() }),
        project().prop_map(|project| Wish::Withdraw { project, reason: "r".into() }),
        project().prop_map(|project| Wish::Recuse { project, reason: "r".into() }),
        project().prop_map(|project| Wish::Postpone { project, reason: "r".into() }),
        (project(), a_seat(), 0..3usize).prop_map(|(project, seat, mark)| {
            let mark = [SeatMark::Expected, SeatMark::Absent, SeatMark::Late][mark];
            Wish::MarkSeat { project, seat, mark, reason: "r".into() }
        }),
        acts().prop_map(|act| Wish::Propose { act, reason: "r".into() }),
        (1u32..6).prop_map(|proposal| Wish::Agree { proposal }),
        (1u32..6).prop_map(|proposal| Wish::Decline { proposal, reason: "r".into() }),
        rarer(),
    ];
    prop::collection::vec((seats, wish), 0..60)
}

proptest! {
    #[test]
    fn replay_rebuilds_the_state(wishes in wishes()) {
        for mut live in [Evening::of(session()), eventful(), safeguards::both()] {
            let mut replayed = Contest::new(Arc::clone(live.contest.session()));
            for (by, wish) in &wishes {
                let _ = live.ask(by, wish);
            }
            for (at, fact) in &live.facts {
                let text = serde_json::to_string(fact).unwrap();
                replayed.apply(*at, &serde_json::from_str::<Fact>(&text).unwrap());
            }
            prop_assert_eq!(replayed, live.contest);
        }
    }

    /// Views, agenda, undo and alarms are functions of the contest: what leaves it equal leaves them.
    #[test]
    fn a_seal_is_no_step_of_the_evening(wishes in wishes(), seals in prop::collection::vec(any::<bool>(), 64)) {
        let seal = Fact::Sealed { key: "k".to_owned(), signature: "s".to_owned() };
        let mut evening = eventful();
        let mut sealed = evening.contest.clone();
        for ((by, wish), is_sealed) in wishes.iter().zip(seals) {
            let before = evening.facts.len();
            let asked = evening.ask(by, wish);
            let now = evening.facts.last().map_or(At(0), |(at, _)| *at);
            if is_sealed {
                prop_assert!(sealed.rooms_of(&seal).is_empty());
                sealed.apply(now, &seal);
            }
            if asked.is_ok() {
                evening.facts[before..].iter().for_each(|(at, fact)| sealed.apply(*at, fact));
            }
            prop_assert_eq!(&sealed, &evening.contest);
        }
    }

    #[test]
    fn one_project_at_a_time_has_the_stage(wishes in wishes()) {
        let mut evening = eventful();
        for (by, wish) in &wishes {
            let _ = evening.ask(by, wish);
            for room in &evening.contest.session().rooms {
                let stage = |id: &&ProjectId| evening.contest.run(id).unwrap().stage;
                let on_stage = room.order.iter().filter(|id| stage(id).is_on_stage()).count();
                prop_assert!(on_stage <= 1);
            }
        }
    }

    /// What was granted holds: the same wish again is granted without a fact, or, when the project
    /// has moved on since, refused. Time given, deductions and undoing are meant anew each time.
    #[test]
    fn asked_twice_done_once(wishes in wishes()) {
        let anew = |wish: &Wish| {
            use Wish::{AddTime, Deduct, RemoveDeduction, Undo};
            matches!(wish, AddTime { .. } | Deduct { .. } | RemoveDeduction { .. } | Undo { .. })
        };
        for mut evening in [Evening::of(session()), eventful(), safeguards::both()] {
            for (by, wish) in &wishes {
                if evening.ask(by, wish).is_ok() && !anew(wish) {
                    prop_assert_eq!(evening.ask(by, wish), Ok(0));
                }
            }
        }
    }

    /// Every step that the agenda offers is one the host may take, now.
    #[test]
    fn every_step_offered_can_be_taken(wishes in wishes()) {
        let mut evening = eventful();
        for (by, wish) in &wishes {
            let _ = evening.ask(by, wish);
            for room in &evening.contest.session().rooms {
                let agenda = Agenda::of(&evening.contest, room);
                let host = seat(&format!("{}/host", room.id));
                for step in agenda.next.iter().chain(&agenda.also) {
                    match decide(&evening.contest, &host, step, At(0)) {
                        Ok(facts) => prop_assert!(!facts.is_empty(), "{step:?} does nothing"),
                        Err(Refusal::NoSheets { .. }) => (), // Offered to show what is waited for.
                        Err(other) => prop_assert!(false, "{step:?}: {other}"),
                    }
                }
            }
        }
    }
}
