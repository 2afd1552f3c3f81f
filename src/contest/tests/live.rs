//! What happens between the pitch and the award list when not all goes to plan.

use std::sync::Arc;

use super::{lock, score_of, scoring, submit};
use crate::contest::{
    Act, Backfill, Break, Bulletin, DeductionRule, Fact, GroupResults, Method, Ms, Phase, Placed,
    ProjectId, Recusal, Refusal, SeatMark, SeatWord, Session, Stage, TieRule, Wish,
    sample::{Evening, marks, session},
};

const HOST: &str = "A/host";
const SUPERVISOR: &str = "supervisor";

fn why() -> String {
    "for the record".to_owned()
}

fn propose(act: Act) -> Wish {
    Wish::Propose { act, reason: why() }
}

fn give_back(project: &str, seat: &str) -> Act {
    Act::Return { project: project.into(), seat: seat.into() }
}

fn make_void(project: &str, seat: &str) -> Act {
    Act::Void { project: project.into(), seat: seat.into() }
}

fn mark_seat(seat: &str, mark: SeatMark) -> Wish {
    Wish::MarkSeat { project: "E01".into(), seat: seat.into(), mark, reason: why() }
}

/// The host proposes and the supervisor agrees.
pub(super) fn together(evening: &mut Evening, act: Act) {
    evening.ask(HOST, &propose(act)).unwrap();
    let proposal = evening.contest.proposals().last().unwrap().number;
    evening.ask(SUPERVISOR, &Wish::Agree { proposal }).unwrap();
}

fn seat_of(evening: &Evening, project: &str, seat: &str) -> SeatWord {
    evening.contest.run(&project.into()).unwrap().seats[&seat.into()].word()
}

fn stage_of(evening: &Evening, project: &str) -> Stage {
    evening.contest.run(&project.into()).unwrap().stage
}

fn order(evening: &Evening) -> Vec<&str> {
    evening.contest.order(&"A".into()).iter().map(ProjectId::as_str).collect()
}

/// The enterprise group's ranking, `place project score award`.
fn ranking(evening: &Evening) -> Vec<String> {
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    let award =
        |it: &crate::contest::Standing| it.award.as_ref().map_or("-".into(), |it| it.en.clone());
    let standings = group.standings.iter();
    standings.map(|it| format!("{} {} {} {}", it.place, it.project, it.score, award(it))).collect()
}

/// All three enterprises released with 90, 80 and 70.
fn released() -> Evening {
    released_with(session())
}

fn released_with(session: Arc<Session>) -> Evening {
    let mut evening = Evening::of(session);
    for (project, mark) in [("E01", "9"), ("E02", "8"), ("E03", "7")] {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            evening.score(judge, project, mark, mark);
        }
        evening.run_to(project, Stage::Released);
    }
    evening
}

fn altered(alter: impl FnOnce(&mut Session)) -> Arc<Session> {
    let mut session = (*session()).clone();
    alter(&mut session);
    Arc::new(session)
}

#[test]
fn a_judge_stays_out_before_scoring_opens_and_is_not_waited_for() {
    let mut evening = Evening::of(session());
    let recuse = |project: &str| Wish::Recuse { project: project.into(), reason: why() };
    evening.ask("A/judge/A2", &recuse("E01")).unwrap();
    assert_eq!(evening.ask("A/judge/A2", &recuse("E01")), Ok(0));
    evening.run_to("E01", Stage::Scoring);
    let refused = Refusal::WrongStage { project: "E01".into(), stage: Stage::Scoring };
    assert_eq!(evening.ask("A/judge/A1", &recuse("E01")), Err(refused), "scoring is open");
    let stays_out = Refusal::WrongSeatState {
        project: "E01".into(),
        seat: "A2".into(),
        state: SeatWord::Recused,
    };
    assert_eq!(evening.ask("A/judge/A2", &submit("E01", 1, "9", "9")), Err(stays_out));
    evening.score("A1", "E01", "9", "9");
    evening.score("A3", "E01", "8", "8");
    evening.ask(HOST, &lock("E01", &[])).unwrap();
    assert_eq!(score_of(&evening, "E01"), "85.00");
    assert_eq!(
        evening.ask("A/judge/A2", &recuse("")),
        Err(Refusal::NoSuchProject { project: "".into() })
    );
}

#[test]
fn a_judge_who_has_scored_does_not_stay_out_any_more() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Presentation);
    evening.score("A1", "E01", "9", "9");
    let wish = Wish::Recuse { project: "E01".into(), reason: why() };
    let state = SeatWord::Scored;
    let refused = Refusal::WrongSeatState { project: "E01".into(), seat: "A1".into(), state };
    assert_eq!(evening.ask("A/judge/A1", &wish), Err(refused));
}

#[test]
fn a_recusal_declared_in_the_session_holds_for_that_project_only() {
    let declared = Recusal { project: "E02".into(), reason: why() };
    let evening = Evening::of(altered(|it| it.rooms[0].judges[0].recused.push(declared)));
    assert_eq!(seat_of(&evening, "E02", "A1"), SeatWord::Recused);
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Expected);
}

#[test]
fn an_absent_or_late_seat_is_not_waited_for_and_may_still_turn_up() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.ask(HOST, &mark_seat("A2", SeatMark::Absent)).unwrap();
    evening.ask(HOST, &mark_seat("A3", SeatMark::Late)).unwrap();
    assert_eq!(evening.contest.missing(&"E01".into()), [].into());
    evening.score("A3", "E01", "8", "8");
    assert_eq!(seat_of(&evening, "E01", "A3"), SeatWord::Scored);
    evening.ask(HOST, &mark_seat("A2", SeatMark::Expected)).unwrap();
    assert_eq!(evening.contest.missing(&"E01".into()), ["A2".into()].into());
    let state = SeatWord::Scored;
    let refused = Refusal::WrongSeatState { project: "E01".into(), seat: "A1".into(), state };
    assert_eq!(evening.ask(HOST, &mark_seat("A1", SeatMark::Absent)), Err(refused));
}

#[test]
fn a_lock_records_what_was_counted_and_who_was_late() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.score("A3", "E01", "8", "8");
    evening.ask(HOST, &lock("E01", &["A2"])).unwrap();
    assert_eq!(seat_of(&evening, "E01", "A2"), SeatWord::Late);
    let Some((_, Fact::Locked { sheets, method, score, .. })) = evening.facts.last() else {
        panic!("no lock");
    };
    assert_eq!((*sheets, *method), (2, Some(Method::Mean)));
    assert_eq!(score.unwrap().to_string(), "85.00");
}

#[test]
fn what_goes_on_the_record_needs_a_reason() {
    let mut evening = scoring();
    let mut wish = mark_seat("A2", SeatMark::Absent);
    if let Wish::MarkSeat { reason, .. } = &mut wish {
        " ".clone_into(reason);
    }
    assert_eq!(evening.ask(HOST, &wish), Err(Refusal::ReasonMissing));
    let act = give_back("E01", "A1");
    evening.score("A1", "E01", "9", "9");
    let wish = Wish::Propose { act, reason: String::new() };
    assert_eq!(evening.ask(SUPERVISOR, &wish), Err(Refusal::ReasonMissing));
}

#[test]
fn a_sheet_goes_back_to_its_judge_only_by_two_persons_and_undoes_the_lock() {
    let mut evening = scoring();
    for judge in ["A1", "A2", "A3"] {
        evening.score(judge, "E01", "9", "9");
    }
    evening.run_to("E01", Stage::Locked);
    evening.ask(HOST, &propose(give_back("E01", "A2"))).unwrap();
    assert_eq!(stage_of(&evening, "E01"), Stage::Locked, "one person changes nothing");
    let alone = Refusal::SecondPersonNeeded { proposal: 1 };
    assert_eq!(evening.ask(HOST, &Wish::Agree { proposal: 1 }), Err(alone));
    assert_eq!(evening.ask("B/host", &Wish::Agree { proposal: 1 }), Err(Refusal::NotYours));
    assert_eq!(evening.ask("A/judge/A2", &Wish::Agree { proposal: 1 }), Err(Refusal::NotYours));
    assert_eq!(evening.ask(HOST, &propose(give_back("E01", "A2"))), Ok(0), "it waits already");
    evening.ask(SUPERVISOR, &Wish::Agree { proposal: 1 }).unwrap();
    assert_eq!(
        (stage_of(&evening, "E01"), seat_of(&evening, "E01", "A2")),
        (Stage::Scoring, SeatWord::Returned)
    );

    let returned = Refusal::SheetsReturned { project: "E01".into(), seats: ["A2".into()].into() };
    assert_eq!(
        evening.ask(HOST, &lock("E01", &["A2"])),
        Err(returned),
        "it is never left out silently"
    );
    let stale = Refusal::StaleRevision { project: "E01".into(), revision: 1 };
    assert_eq!(evening.ask("A/judge/A2", &submit("E01", 1, "9", "9")), Err(stale));
    evening.ask("A/judge/A2", &submit("E01", 2, "6", "6")).unwrap();
    evening.run_to("E01", Stage::Locked);
    assert_eq!(score_of(&evening, "E01"), "80.00");
    assert_eq!(evening.ask(SUPERVISOR, &Wish::Agree { proposal: 1 }), Ok(0), "agreed already");
    let gone = Refusal::NoSuchProposal { proposal: 1 };
    assert_eq!(evening.ask(HOST, &Wish::Decline { proposal: 1, reason: why() }), Err(gone));
}

#[test]
fn to_propose_what_the_other_proposed_is_to_agree() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.ask(SUPERVISOR, &propose(make_void("E01", "A1"))).unwrap();
    evening.ask(HOST, &propose(make_void("E01", "A1"))).unwrap();
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Void);
    assert!(evening.contest.proposals().is_empty());
}

#[test]
fn what_is_declined_or_can_no_longer_be_done_is_not_done() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.ask(HOST, &propose(give_back("E01", "A1"))).unwrap();
    evening.ask(SUPERVISOR, &Wish::Decline { proposal: 1, reason: why() }).unwrap();
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Scored);

    evening.ask(HOST, &propose(give_back("E01", "A1"))).unwrap();
    evening.ask(HOST, &lock("E01", &["A2", "A3"])).unwrap();
    evening.run_to("E01", Stage::Released);
    let refused = Refusal::WrongStage { project: "E01".into(), stage: Stage::Released };
    assert_eq!(evening.ask(SUPERVISOR, &Wish::Agree { proposal: 2 }), Err(refused));
}

#[test]
fn a_void_seat_does_not_count_until_it_is_restored() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.score("A2", "E01", "5", "5");
    together(&mut evening, make_void("E01", "A2"));
    assert_eq!(score_of(&evening, "E01"), "90.00");
    let state = SeatWord::Void;
    let refused = Refusal::WrongSeatState { project: "E01".into(), seat: "A2".into(), state };
    assert_eq!(evening.ask("A/judge/A2", &submit("E01", 2, "6", "6")), Err(refused));
    together(&mut evening, Act::Restore { project: "E01".into(), seat: "A2".into() });
    assert_eq!(score_of(&evening, "E01"), "70.00");
}

/// The change after the release, and the numbered bulletin with before and after.
#[test]
fn a_change_after_the_release_makes_a_bulletin() {
    let mut evening = released();
    let correct = |marks| Act::Correct { project: "E02".into(), seat: "A1".into(), marks };
    together(&mut evening, correct(marks("10", "10")));
    together(&mut evening, make_void("E02", "A2"));
    together(&mut evening, make_void("E02", "A3"));
    assert_eq!(ranking(&evening), ["1 E02 100.00 first", "2 E01 90.00 second", "3 E03 70.00 -"]);
    let bulletins = evening.contest.bulletins();
    assert_eq!(bulletins.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2, 3]);
    let Bulletin { project, group, changes, .. } = &bulletins[2];
    assert_eq!((project.as_str(), group.as_str()), ("E02", "enterprise"));
    let named: Vec<_> = changes.iter().map(|it| it.project.as_str()).collect();
    assert_eq!(named, ["E01", "E02"], "E03 stands as before");
    let place = |it: &Option<Placed>| it.as_ref().map(|it| (it.place, it.score.to_string()));
    assert_eq!(place(&changes[1].before), Some((1, "90.00".into())), "shared with E01");
    assert_eq!(place(&changes[1].after), Some((1, "100.00".into())));
}

#[test]
fn marks_are_corrected_only_after_the_release_and_within_the_rubric() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    let correct = |marks| propose(Act::Correct { project: "E01".into(), seat: "A1".into(), marks });
    let refused = Refusal::WrongStage { project: "E01".into(), stage: Stage::Scoring };
    assert_eq!(evening.ask(SUPERVISOR, &correct(marks("8", "8"))), Err(refused));
    let mut evening = released();
    let refused = evening.ask(SUPERVISOR, &correct(marks("8.3", "8"))).unwrap_err();
    assert_eq!(refused.code(), "mark-off-step");
    assert_eq!(evening.ask(SUPERVISOR, &correct(marks("9", "9"))), Ok(0), "they are so already");
}

#[test]
fn a_disqualified_project_leaves_the_ranking_and_its_award_is_dealt_again() {
    let mut evening = released();
    together(&mut evening, Act::Disqualify { project: "E01".into() });
    assert_eq!(ranking(&evening), ["1 E02 80.00 first", "2 E03 70.00 second"]);
    let bulletin = &evening.contest.bulletins()[0];
    let gone = &bulletin.changes[0];
    assert_eq!((gone.project.as_str(), gone.after.is_none()), ("E01", true));
    assert_eq!(gone.before.as_ref().unwrap().place, 1, "the old list stays on the record");
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    assert_eq!(group.unranked[0].reason.as_str(), "disqualified");
    assert!(group.is_final());
}

#[test]
fn the_chairs_ruling_settles_exactly_the_tie_that_waits() {
    let chair = altered(|session| {
        for rubric in session.groups.iter_mut().filter_map(|group| group.rubric.as_mut()) {
            rubric.scoring.ties = vec![TieRule::Chair];
        }
    });
    let mut evening = Evening::of(chair);
    for project in ["E01", "E02", "E03"] {
        evening.run_to(project, Stage::Scoring);
        let mark = if project == "E03" { "7" } else { "8" };
        evening.score("A1", project, mark, mark);
        evening.ask(HOST, &lock(project, &["A2", "A3"])).unwrap();
        evening.run_to(project, Stage::Released);
    }
    let rule = |first: &str, then: &str| Wish::Rule {
        group: "enterprise".into(),
        order: vec![vec![first.into()], vec![then.into()]],
        reason: why(),
    };
    let no_tie = Refusal::NoSuchTie { group: "enterprise".into() };
    assert_eq!(evening.ask(HOST, &rule("E01", "E03")), Err(no_tie));
    assert_eq!(evening.ask("B/host", &rule("E01", "E02")), Err(Refusal::NotYours));
    evening.ask(HOST, &rule("E02", "E01")).unwrap();
    assert_eq!(ranking(&evening), ["1 E02 80.00 first", "2 E01 80.00 second", "3 E03 70.00 -"]);
    assert!(evening.contest.bulletins().is_empty(), "it was open until now");
    assert_eq!(evening.ask(HOST, &rule("E02", "E01")), Ok(0));
    evening.ask(HOST, &rule("E01", "E02")).unwrap();
    assert_eq!(ranking(&evening)[0], "1 E01 80.00 first");
    assert_eq!(evening.contest.bulletins().len(), 1, "another ruling corrects the first");
}

fn with_overtime_rule() -> Arc<Session> {
    altered(|session| {
        session.deductions.push(DeductionRule {
            id: "overtime".into(),
            name: "overtime".into(),
            points: 1.into(),
            per: Some(Ms::seconds(30)),
            grace: Ms::ZERO,
            most: Some(3),
        });
    })
}

#[test]
fn deductions_are_numbered_limited_and_given_back() {
    let mut evening = Evening::of(with_overtime_rule());
    evening.run_to("E01", Stage::Scoring);
    let deduct = |rule: &str, units| Wish::Deduct {
        project: "E01".into(),
        rule: rule.into(),
        units,
        reason: why(),
    };
    evening.ask(HOST, &deduct("overtime", 2)).unwrap();
    let limit = |most| Err(Refusal::TooManyUnits { rule: "overtime".into(), most });
    assert_eq!(evening.ask(HOST, &deduct("overtime", 2)), limit(1));
    assert_eq!(evening.ask(HOST, &deduct("overtime", 0)), limit(1));
    assert_eq!(
        evening.ask(HOST, &deduct("luck", 1)),
        Err(Refusal::NoSuchRule { rule: "luck".into() })
    );
    evening.ask(HOST, &deduct("overtime", 1)).unwrap();
    let remove = |number| Wish::RemoveDeduction { project: "E01".into(), number, reason: why() };
    evening.ask(HOST, &remove(1)).unwrap();
    let gone = Refusal::NoSuchDeduction { project: "E01".into(), number: 1 };
    assert_eq!(evening.ask(HOST, &remove(1)), Err(gone));
    evening.ask(HOST, &deduct("overtime", 1)).unwrap();
    let left = &evening.contest.run(&"E01".into()).unwrap().deductions;
    assert_eq!(
        left.iter().map(|it| it.number).collect::<Vec<_>>(),
        [2, 3],
        "no number is used twice"
    );
}

#[test]
fn overtime_is_measured_when_a_phase_ends_late() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::CalledUp);
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Presentation };
    evening.ask(HOST, &start).unwrap();
    evening.now = evening.now + Ms::seconds(641); // And a second with the wish itself.
    let begin = Wish::Begin { project: "E01".into(), phase: Phase::Questions };
    evening.ask(HOST, &begin).unwrap();
    let run = evening.contest.run(&"E01".into()).unwrap();
    assert_eq!(run.overtime, [(Phase::Presentation, Ms::seconds(42))].into());
}

#[test]
fn a_postponed_project_pitches_again_as_the_last_of_its_half_day() {
    let lunch = Break { after: 2, name: "lunch".into(), length: Ms::seconds(5400) };
    let mut evening = Evening::of(altered(|session| session.rooms[0].breaks.push(lunch)));
    evening.run_to("E01", Stage::Presentation);
    evening.score("A1", "E01", "9", "9");
    let postpone = |project: &str| Wish::Postpone { project: project.into(), reason: why() };
    evening.ask(HOST, &postpone("E01")).unwrap();
    assert_eq!(order(&evening), ["E02", "E01", "E03"], "before lunch, not at the day's end");
    assert_eq!(stage_of(&evening, "E01"), Stage::Waiting);
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Returned, "it was for half a pitch");
    assert_eq!(evening.contest.called(&"A".into()), None);
    assert_eq!(evening.ask(HOST, &postpone("E01")), Ok(0), "it is the last one already");
    evening.run_to("E02", Stage::Presentation);
    evening.ask(HOST, &postpone("E03")).unwrap_or_default();
    assert_eq!(order(&evening), ["E02", "E01", "E03"]);
}

#[test]
fn only_projects_that_wait_change_places() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::CalledUp);
    let reorder = |order: &[&str]| Wish::Reorder {
        room: "A".into(),
        order: order.iter().map(|id| (*id).into()).collect(),
        reason: why(),
    };
    let refused = Err(Refusal::NotAnOrder { room: "A".into() });
    for wrong in [
        &["E02", "E01", "E03"][..],
        &["E01", "E03"],
        &["E01", "E03", "E03"],
        &["E01", "E02", "S01"],
    ] {
        assert_eq!(evening.ask(HOST, &reorder(wrong)), refused, "{wrong:?}");
    }
    assert_eq!(evening.ask("B/host", &reorder(&["E01", "E03", "E02"])), Err(Refusal::NotYours));
    evening.ask(HOST, &reorder(&["E01", "E03", "E02"])).unwrap();
    assert_eq!(order(&evening), ["E01", "E03", "E02"]);
}

/// With two more enterprises in reserve.
fn with_reserve(until: Backfill) -> Evening {
    Evening::of(altered(|session| {
        session.groups[0].backfill = until;
        for (rank, id) in [(2, "E32"), (1, "E31")] {
            let mut project = session.projects[0].clone();
            (project.id, project.reserve) = (id.into(), Some(rank));
            session.projects.push(project);
        }
    }))
}

#[test]
fn the_next_in_reserve_takes_the_place_of_one_that_left() {
    let mut evening = with_reserve(Backfill::Turn);
    let backfill = |project: &str| Wish::Backfill { project: project.into(), reason: why() };
    let withdraw = |project: &str| Wish::Withdraw { project: project.into(), reason: why() };
    let wrong = Refusal::WrongStage { project: "E02".into(), stage: Stage::Waiting };
    assert_eq!(evening.ask(HOST, &backfill("E02")), Err(wrong), "its place is not free");
    assert!(evening.contest.run(&"E31".into()).is_none(), "the reserve does not take part");
    evening.ask(HOST, &withdraw("E02")).unwrap();
    evening.ask(HOST, &backfill("E02")).unwrap();
    assert_eq!(order(&evening), ["E01", "E02", "E31", "E03"]);
    assert_eq!(evening.ask(HOST, &backfill("E02")), Ok(0));
    evening.ask(HOST, &withdraw("E31")).unwrap();
    evening.ask(HOST, &backfill("E31")).unwrap();
    assert_eq!(order(&evening), ["E01", "E02", "E31", "E32", "E03"]);
    evening.ask(HOST, &withdraw("E32")).unwrap();
    let empty = Refusal::ReserveEmpty { group: "enterprise".into() };
    assert_eq!(evening.ask(HOST, &backfill("E32")), Err(empty));
}

#[test]
fn places_are_filled_until_the_point_that_the_session_names() {
    let backfill = Wish::Backfill { project: "E03".into(), reason: why() };
    let withdraw = Wish::Withdraw { project: "E03".into(), reason: why() };
    let after = |until, project: &str, stage| {
        let mut evening = with_reserve(until);
        if stage != Stage::Waiting {
            evening.run_to(project, stage);
        }
        evening.ask(HOST, &withdraw).unwrap();
        evening.ask(HOST, &backfill).map_err(|refusal| refusal.code())
    };
    let closed = Err("no-backfill");
    assert_eq!(after(Backfill::Never, "E01", Stage::Waiting), closed);
    assert_eq!(after(Backfill::Draw, "E01", Stage::Waiting), Ok(1));
    assert_eq!(after(Backfill::Opening, "E01", Stage::Waiting), Ok(1));
    assert_eq!(after(Backfill::Opening, "E01", Stage::CalledUp), closed);
    assert_eq!(after(Backfill::Turn, "E01", Stage::CalledUp), Ok(1));
}

fn code(result: Result<usize, Refusal>) -> &'static str {
    result.map_or_else(|refusal| refusal.code(), |_| "granted")
}

fn deduct(project: &str) -> Wish {
    Wish::Deduct { project: project.into(), rule: "overtime".into(), units: 1, reason: why() }
}

#[test]
fn a_void_after_the_lock_undoes_it_and_too_few_sheets_are_never_released() {
    let at_least = altered(|session| {
        for rubric in session.groups.iter_mut().filter_map(|group| group.rubric.as_mut()) {
            rubric.scoring.at_least = 3;
        }
    });
    let mut evening = Evening::of(at_least);
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        evening.score(judge, "E01", "9", "9");
    }
    evening.run_to("E01", Stage::Locked);
    together(&mut evening, make_void("E01", "A1"));
    assert_eq!(stage_of(&evening, "E01"), Stage::Scoring);
    assert_eq!(code(evening.ask(HOST, &lock("E01", &[]))), "cannot-lock");
    assert_eq!(code(evening.ask(HOST, &Wish::Release { project: "E01".into() })), "wrong-stage");
}

#[test]
fn a_returned_sheet_that_was_void_comes_back_as_returned() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    together(&mut evening, give_back("E01", "A1"));
    together(&mut evening, make_void("E01", "A1"));
    together(&mut evening, Act::Restore { project: "E01".into(), seat: "A1".into() });
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Returned, "a newer one is still owed");
}

#[test]
fn a_proposal_about_a_sheet_ends_with_that_sheet() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    evening.ask(HOST, &propose(give_back("E01", "A1"))).unwrap();
    evening.ask("A/judge/A1", &submit("E01", 2, "8", "8")).unwrap();
    assert_eq!(code(evening.ask(SUPERVISOR, &Wish::Agree { proposal: 1 })), "no-such-proposal");
    let mut evening = released();
    let correct =
        |mark| Act::Correct { project: "E01".into(), seat: "A1".into(), marks: marks(mark, mark) };
    evening.ask(HOST, &propose(correct("8"))).unwrap();
    evening.ask(HOST, &propose(correct("7"))).unwrap();
    evening.ask(SUPERVISOR, &Wish::Agree { proposal: 1 }).unwrap();
    assert_eq!(code(evening.ask(SUPERVISOR, &Wish::Agree { proposal: 2 })), "no-such-proposal");
    let sheet = evening.contest.run(&"E01".into()).unwrap().seats[&"A1".into()].sheet().cloned();
    assert_eq!(sheet.unwrap().revision, 2, "a correction is a revision of its own");
}

#[test]
fn every_correction_of_something_released_makes_a_bulletin() {
    let (project, seat) = (|| "E01".into(), || "A1".into());
    let acts = [
        Act::Correct { project: project(), seat: seat(), marks: marks("8", "8") },
        Act::Deduct { project: project(), rule: "overtime".into(), units: 1 },
        Act::RemoveDeduction { project: project(), number: 1 },
        Act::Void { project: project(), seat: seat() },
        Act::Restore { project: project(), seat: seat() },
        Act::Disqualify { project: project() },
    ];
    let mut evening = released_with(with_overtime_rule());
    for (nth, act) in acts.into_iter().enumerate() {
        together(&mut evening, act.clone());
        assert_eq!(evening.contest.bulletins().len(), nth + 1, "{act:?}");
    }
}

#[test]
fn one_person_changes_nothing_that_is_released() {
    let mut evening = released_with(with_overtime_rule());
    let project = || ProjectId::from("E01");
    let remove = Wish::RemoveDeduction { project: project(), number: 1, reason: why() };
    for wish in [
        deduct("E01"),
        remove,
        Wish::Withdraw { project: project(), reason: why() },
        Wish::Postpone { project: project(), reason: why() },
        mark_seat("A1", SeatMark::Absent),
        Wish::MarkAbsent { project: project(), reason: why() },
        propose(give_back("E01", "A1")),
    ] {
        assert_eq!(code(evening.ask(HOST, &wish)), "wrong-stage", "{wish:?}");
    }
}

#[test]
fn nothing_is_asked_of_a_project_too_early_or_too_late() {
    let mut evening = Evening::of(with_overtime_rule());
    assert_eq!(code(evening.ask(HOST, &deduct("E01"))), "wrong-stage", "it has not been called");
    evening.run_to("E01", Stage::Scoring);
    let postpone = Wish::Postpone { project: "E01".into(), reason: why() };
    assert_eq!(code(evening.ask(HOST, &postpone)), "wrong-stage", "it has pitched");
    evening.score("A1", "E01", "9", "9");
    together(&mut evening, make_void("E01", "A2"));
    let recused = Wish::Recuse { project: "E02".into(), reason: why() };
    evening.ask("A/judge/A3", &recused).unwrap();
    evening.ask(HOST, &lock("E01", &["A3"])).unwrap();
    let withdraw = |project: &str| Wish::Withdraw { project: project.into(), reason: why() };
    assert_eq!(code(evening.ask(HOST, &withdraw("E01"))), "wrong-stage", "it is locked");
    assert_eq!(code(evening.ask(HOST, &mark_seat("A3", SeatMark::Absent))), "wrong-stage");
    let restore = |project: &str, seat: &str| {
        propose(Act::Restore { project: project.into(), seat: seat.into() })
    };
    assert_eq!(code(evening.ask(HOST, &restore("E01", "A2"))), "wrong-seat-state", "no sheet");
    evening.ask(HOST, &withdraw("E02")).unwrap();
    for act in [make_void("E02", "A1"), Act::Disqualify { project: "E02".into() }] {
        assert_eq!(code(evening.ask(HOST, &propose(act))), "wrong-stage", "it has left");
    }
    assert_eq!(code(evening.ask(HOST, &restore("E02", "A3"))), "wrong-stage");
}

#[test]
fn a_judge_who_was_not_waited_for_may_still_stay_out() {
    let mut evening = Evening::of(session());
    evening.ask(HOST, &mark_seat("A1", SeatMark::Late)).unwrap();
    let recuse = Wish::Recuse { project: "E01".into(), reason: why() };
    evening.ask("A/judge/A1", &recuse).unwrap();
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Recused);
}

#[test]
fn a_second_pitch_begins_without_the_first_ones_overtime() {
    let mut evening = Evening::of(with_overtime_rule());
    evening.run_to("E01", Stage::CalledUp);
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Presentation };
    evening.ask(HOST, &start).unwrap();
    evening.now = evening.now + Ms::seconds(700);
    let begin = Wish::Begin { project: "E01".into(), phase: Phase::Questions };
    evening.ask(HOST, &begin).unwrap();
    evening.ask(HOST, &deduct("E01")).unwrap();
    evening.ask(HOST, &Wish::Postpone { project: "E01".into(), reason: why() }).unwrap();
    let run = evening.contest.run(&"E01".into()).unwrap();
    assert_eq!((run.overtime.len(), run.deductions.len()), (0, 0));
}

#[test]
fn the_reserve_is_closed_by_whoever_was_called_whatever_came_of_it() {
    let withdraw = |project: &str| Wish::Withdraw { project: project.into(), reason: why() };
    let backfill = |project: &str| Wish::Backfill { project: project.into(), reason: why() };
    let mut evening = with_reserve(Backfill::Opening);
    evening.run_to("E01", Stage::CalledUp);
    evening.ask(HOST, &Wish::Postpone { project: "E01".into(), reason: why() }).unwrap();
    evening.ask(HOST, &withdraw("E02")).unwrap();
    assert_eq!(code(evening.ask(HOST, &backfill("E02"))), "no-backfill");
    let mut evening = with_reserve(Backfill::Turn);
    evening.run_to("E01", Stage::Scoring);
    evening.ask(HOST, &withdraw("E01")).unwrap();
    assert_eq!(code(evening.ask(HOST, &backfill("E01"))), "no-backfill", "it has had its turn");
}

#[test]
fn the_chairs_last_word_about_exactly_these_deals_the_awards() {
    let chair = altered(|session| {
        for rubric in session.groups.iter_mut().filter_map(|group| group.rubric.as_mut()) {
            rubric.scoring.award_ties = crate::contest::AwardTies::Chair;
        }
    });
    let mut evening = Evening::of(chair);
    for (project, mark) in [("E01", "8"), ("E02", "8"), ("E03", "7")] {
        evening.run_to(project, Stage::Scoring);
        evening.score("A1", project, mark, mark);
        evening.ask(HOST, &lock(project, &["A2", "A3"])).unwrap();
        evening.run_to(project, Stage::Released);
    }
    let rule = |order: Vec<Vec<ProjectId>>| Wish::Rule {
        group: "enterprise".into(),
        order,
        reason: why(),
    };
    evening.ask(HOST, &rule(vec![vec!["E01".into(), "E02".into()]])).unwrap();
    assert_eq!(ranking(&evening)[..2], ["1 E01 80.00 first", "1 E02 80.00 first"]);
    evening.ask(HOST, &rule(vec![vec!["E02".into()], vec!["E01".into()]])).unwrap();
    assert_eq!(ranking(&evening)[..2], ["1 E01 80.00 second", "1 E02 80.00 first"]);
}

#[test]
fn a_sheet_is_taken_so_often_and_not_once_more_until_it_is_given_back() {
    let mut evening = scoring();
    let team = |revision| if revision % 2 == 0 { "8" } else { "8.5" };
    for revision in 1..=200 {
        evening.ask("A/judge/A1", &submit("E01", revision, "9", team(revision))).unwrap();
    }
    let too_many = Refusal::TooManyRevisions { project: "E01".into(), most: 200 };
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", 200, "9", "8")), Ok(0), "it is there");
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", 201, "9", "9")), Err(too_many));
    together(&mut evening, give_back("E01", "A1"));
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", 201, "9", "9")), Ok(1));
}

#[test]
fn a_revision_that_is_far_ahead_leaves_none_for_others_and_is_not_taken() {
    let mut evening = scoring();
    let ahead =
        |revision| Err(Refusal::RevisionAhead { project: "E01".into(), revision, most: 200 });
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", u32::MAX, "1", "1")), ahead(0));
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", 201, "1", "1")), ahead(0));
    evening.ask("A/judge/A1", &submit("E01", 200, "1", "1")).unwrap();
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", 401, "1", "1")), ahead(200));
    assert_eq!(evening.ask("A/judge/A1", &submit("E01", 201, "9", "9")), Ok(1), "there is room");
}

#[test]
fn what_became_of_a_proposal_is_no_other_room_s_business() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    together(&mut evening, make_void("E01", "A1"));
    let agree = Wish::Agree { proposal: 1 };
    assert_eq!(evening.ask("B/host", &agree), Err(Refusal::NotYours));
    let decline = Wish::Decline { proposal: 1, reason: why() };
    assert_eq!(evening.ask("B/host", &decline), Err(Refusal::NotYours));
    let alone = Refusal::SecondPersonNeeded { proposal: 1 };
    assert_eq!(evening.ask(HOST, &agree), Err(alone), "who proposed it has not agreed");
    assert_eq!(evening.ask(SUPERVISOR, &agree), Ok(0), "it is agreed already");
}

#[test]
fn so_many_proposals_wait_in_a_room_and_not_one_more() {
    let mut evening = released();
    let correction = |n: usize| {
        let marks = marks(&(n % 10).to_string(), &(n / 10).to_string());
        propose(Act::Correct { project: "E01".into(), seat: "A1".into(), marks })
    };
    for n in 0..32 {
        assert_eq!(evening.ask(HOST, &correction(n)), Ok(1), "{n}");
    }
    let too_many = Refusal::TooManyProposals { most: 32 };
    assert_eq!(evening.ask(HOST, &correction(32)), Err(too_many.clone()));
    assert_eq!(evening.ask(SUPERVISOR, &correction(32)), Err(too_many));
    assert_eq!(evening.ask(HOST, &correction(31)), Ok(0), "it waits already");
    evening.ask("B/host", &propose(make_void("S01", "B1"))).unwrap();

    evening.ask(SUPERVISOR, &Wish::Decline { proposal: 1, reason: why() }).unwrap();
    assert_eq!(evening.ask(HOST, &correction(32)), Ok(1));
}
