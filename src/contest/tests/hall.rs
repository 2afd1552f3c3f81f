//! What hosts do with their room's screens and clocks, and what it never touches.

use std::sync::Arc;

use super::{scoring, submit};
use crate::contest::{
    Agenda, Audience, Award, Break, CeremonyStep, Countdown, CountdownState, GroupResults, Ms,
    Phase, Plan, ProjectId, Refusal, ReleasePolicy, Scene, Session, Stage, Wish, ceremony,
    sample::{Evening, session},
    timetable,
};

const HOST: &str = "A/host";

fn altered(alter: impl FnOnce(&mut Session)) -> Arc<Session> {
    let mut session = (*session()).clone();
    alter(&mut session);
    Arc::new(session)
}

fn lunch_after(turn: u32) -> Break {
    Break { after: turn, name: "lunch".into(), length: Ms::seconds(3600) }
}

fn clock(evening: &Evening, project: &str) -> Option<Countdown> {
    evening.contest.run(&project.into()).unwrap().clock.clone()
}

fn stage_of(evening: &Evening, project: &str) -> Stage {
    evening.contest.stage_of(&project.into())
}

fn undo(project: &str) -> Wish {
    Wish::Undo { project: project.into() }
}

fn next(evening: &Evening) -> Option<Wish> {
    let room = &evening.contest.session().rooms[0];
    Agenda::of(&evening.contest, room).next
}

/// E01 pitching, its clock running for a second.
fn pitching() -> Evening {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::CalledUp);
    let phase = Phase::Presentation;
    evening.ask(HOST, &Wish::StartClock { project: "E01".into(), phase }).unwrap();
    evening
}

#[test]
fn an_undone_pause_has_never_stopped_the_clock() {
    let mut evening = pitching();
    let before = clock(&evening, "E01");
    let phase = Phase::Presentation;
    let pause = Wish::PauseClock { project: "E01".into(), phase, reason: "r".into() };
    evening.ask(HOST, &pause).unwrap();
    evening.ask(HOST, &undo("E01")).unwrap();
    assert_eq!(clock(&evening, "E01"), before, "it ends when it would have ended");
    let nothing = Refusal::NothingToUndo { project: "E01".into() };
    assert_eq!(evening.ask(HOST, &undo("E01")), Err(nothing), "one step only");
}

#[test]
fn an_undone_step_goes_back_with_phase_and_clock_together() {
    let mut evening = pitching();
    let before = clock(&evening, "E01");
    let phase = Phase::Questions;
    evening.ask(HOST, &Wish::StartClock { project: "E01".into(), phase }).unwrap();
    evening.ask("A/judge/A1", &submit("E01", 1, "9", "9")).unwrap();
    evening.ask(HOST, &undo("E01")).unwrap();
    assert_eq!((stage_of(&evening, "E01"), clock(&evening, "E01")), (Stage::Presentation, before));
    assert_eq!(evening.contest.run(&"E01".into()).unwrap().counted().count(), 1, "sheets stay");
}

#[test]
fn an_undone_call_up_gives_the_stage_back() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    evening.ask(HOST, &Wish::CallUp { project: "E02".into() }).unwrap();
    evening.ask(HOST, &undo("E02")).unwrap();
    assert_eq!(stage_of(&evening, "E02"), Stage::Waiting);
    assert_eq!(evening.contest.called(&"A".into()), Some(&"E01".into()));
}

#[test]
fn an_undone_absence_takes_the_sheets_in_again_that_it_gave_back() {
    let mut evening = pitching();
    evening.ask("A/judge/A1", &submit("E01", 1, "9", "9")).unwrap();
    evening.ask(HOST, &undo("E01")).unwrap();
    let counted = |evening: &Evening| evening.contest.run(&"E01".into()).unwrap().counted().count();
    let absent = Wish::MarkAbsent { project: "E01".into(), reason: "nobody came".into() };
    evening.ask(HOST, &absent).unwrap();
    assert_eq!((stage_of(&evening, "E01"), counted(&evening)), (Stage::Absent, 0));
    evening.ask(HOST, &undo("E01")).unwrap();
    assert_eq!((stage_of(&evening, "E01"), counted(&evening)), (Stage::CalledUp, 1));
}

#[test]
fn nothing_is_undone_after_ten_seconds_or_by_another_room() {
    let mut evening = pitching();
    assert_eq!(evening.ask("B/host", &undo("E01")), Err(Refusal::NotYours));
    let mut in_time = evening.clone();
    in_time.now = in_time.now + Ms::seconds(8); // One has passed, and one does with the wish.
    in_time.ask(HOST, &undo("E01")).unwrap();
    evening.now = evening.now + Ms::seconds(10);
    let nothing = Refusal::NothingToUndo { project: "E01".into() };
    assert_eq!(evening.ask(HOST, &undo("E01")), Err(nothing));
}

#[test]
fn after_a_fault_the_clock_is_set_to_what_was_left_and_waits() {
    let mut evening = pitching();
    let set = |seconds| Wish::SetClock {
        project: "E01".into(),
        phase: Phase::Presentation,
        left: Ms::seconds(seconds),
        reason: "projector".into(),
    };
    assert_eq!(evening.ask(HOST, &set(601)), Err(Refusal::TooMuchTime { most: 600 }));
    evening.ask(HOST, &set(272)).unwrap();
    assert_eq!(evening.ask(HOST, &set(272)), Ok(0));
    let state = clock(&evening, "E01").unwrap().state;
    assert_eq!(state, CountdownState::Paused { left: Ms::seconds(272) });
    assert_eq!(evening.contest.run(&"E01".into()).unwrap().stopped_at, None);
}

#[test]
fn scenes_and_messages_are_the_rooms_own() {
    let mut evening = Evening::of(session());
    let show = |scene| Wish::ShowScene { room: "A".into(), scene };
    assert_eq!(evening.ask("B/host", &show(Scene::Welcome)), Err(Refusal::NotYours));
    evening.ask(HOST, &show(Scene::Welcome)).unwrap();
    assert_eq!(evening.ask(HOST, &show(Scene::Welcome)), Ok(0));
    evening.ask(HOST, &Wish::Blank { room: "A".into(), on: true }).unwrap();
    let message = |text: &str| Wish::Say {
        room: "A".into(),
        to: Audience::Stage,
        text: text.into(),
        blink: false,
    };
    for wrong in ["", "  ", "two\nlines", &"字".repeat(81)] {
        assert_eq!(evening.ask(HOST, &message(wrong)), Err(Refusal::NotAMessage { most: 80 }));
    }
    evening.ask(HOST, &message("请靠近话筒")).unwrap();
    let hall = evening.contest.hall(&"A".into()).unwrap();
    assert_eq!((&hall.scene, hall.blank), (&Scene::Welcome, true), "it comes back as it was");
    assert_eq!(hall.messages[&Audience::Stage].text, "请靠近话筒");
    evening.ask(HOST, &Wish::Unsay { room: "A".into(), to: Audience::Stage }).unwrap();
    assert!(evening.contest.hall(&"A".into()).unwrap().messages.is_empty());
}

#[test]
fn a_break_is_due_after_its_turn_and_ends_by_a_key_or_with_the_next_call() {
    let mut evening = Evening::of(altered(|it| it.rooms[0].breaks = vec![lunch_after(1)]));
    let take =
        Wish::TakeBreak { room: "A".into(), name: "lunch".into(), length: Ms::seconds(3600) };
    evening.run_to("E01", Stage::CalledUp);
    assert_eq!(evening.ask(HOST, &take), Err(Refusal::NoBreakNow { room: "A".into() }));
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        evening.score(judge, "E01", "9", "9");
    }
    evening.run_to("E01", Stage::Released);
    assert_eq!(next(&evening), Some(take.clone()));
    evening.ask(HOST, &take).unwrap();
    assert_eq!(evening.ask(HOST, &take), Ok(0));
    assert_eq!(next(&evening), Some(Wish::EndBreak { room: "A".into() }));
    evening.ask(HOST, &Wish::CallUp { project: "E02".into() }).unwrap();
    assert_eq!(evening.contest.hall(&"A".into()).unwrap().pause, None);
    evening.run_to("E02", Stage::Scoring);
    assert!(matches!(next(&evening), Some(Wish::Lock { .. })), "the break has been held");
}

fn released(session: Arc<Session>, marks: &[(&str, &str)]) -> Evening {
    let mut evening = Evening::of(session);
    for (project, mark) in marks {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            evening.score(judge, project, mark, mark);
        }
        evening.run_to(project, Stage::Released);
    }
    evening
}

#[test]
fn a_ceremony_reveals_from_the_last_place_to_the_first() {
    let evening = released(session(), &[("E01", "9"), ("E02", "8"), ("E03", "7")]);
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    let place = |place, id: &str, award: &str| CeremonyStep::Place {
        place,
        projects: vec![id.into()],
        award: award.into(),
    };
    let award = |award: &str| CeremonyStep::Award { award: award.into(), places: 1 };
    let steps = [
        CeremonyStep::Others { projects: vec!["E03".into()] },
        award("second"),
        place(2, "E02", "second"),
        award("first"),
        place(1, "E01", "first"),
    ];
    assert_eq!(ceremony(&group), steps);
}

#[test]
fn those_who_share_a_place_are_named_together() {
    let more = altered(|it| it.groups[0].awards = vec![Award { name: "all".into(), places: 3 }]);
    let evening = released(more, &[("E01", "9"), ("E02", "8"), ("E03", "8")]);
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    let named: Vec<usize> = (ceremony(&group).iter())
        .filter_map(|step| match step {
            CeremonyStep::Place { projects, .. } => Some(projects.len()),
            _ => None,
        })
        .collect();
    assert_eq!(named, [2, 1]);
}

#[test]
fn a_ceremony_waits_for_the_final_ranking_and_goes_forwards_and_back() {
    let mut evening = released(session(), &[("E01", "9"), ("E02", "8")]);
    let go = |step| Wish::Ceremony { group: "enterprise".into(), step };
    let early = Refusal::NotFinal { group: "enterprise".into() };
    assert_eq!(evening.ask(HOST, &go(Some(0))), Err(early));
    let withdraw = Wish::Withdraw { project: "E03".into(), reason: "r".into() };
    evening.ask(HOST, &withdraw).unwrap();
    evening.ask(HOST, &Wish::Freeze { group: "enterprise".into() }).unwrap();
    for step in [0, 1, 2, 1, 4] {
        evening.ask(HOST, &go(Some(step))).unwrap();
        assert_eq!(evening.contest.ceremony(&"enterprise".into()), Some(step));
    }
    let beyond = Refusal::NoSuchStep { group: "enterprise".into(), steps: 4 };
    assert_eq!(evening.ask(HOST, &go(Some(5))), Err(beyond));
    evening.ask(HOST, &go(None)).unwrap();
    assert_eq!(evening.contest.frozen(&"enterprise".into()), None, "it is all out now");
}

/// E02 leaves before its call and has no slot, E01 is out only after it and keeps its own.
#[test]
fn the_timetable_goes_by_slots_and_breaks() {
    let mut evening = Evening::of(altered(|it| {
        it.rooms[0].breaks = vec![lunch_after(1)];
        it.groups[0].timing.changeover = Ms::seconds(60);
    }));
    assert_eq!(timetable(&evening.contest, &"A".into()), [], "nobody knows when it begins");
    evening.run_to("E01", Stage::CalledUp);
    let begins = evening.now;
    for project in ["E01", "E02"] {
        let wish = Wish::Withdraw { project: project.into(), reason: "why".into() };
        evening.ask(HOST, &wish).unwrap();
    }
    let planned = timetable(&evening.contest, &"A".into());
    let third = begins + Ms::seconds(600 + 600 + 60 + 3600);
    assert_eq!(planned, [("E01".into(), begins), ("E03".into(), third)]);
}

#[test]
fn the_plan_counts_what_is_left_by_the_rules() {
    let mut evening = Evening::of(altered(|it| {
        it.rooms[0].breaks = vec![lunch_after(2)];
        it.groups[0].timing.changeover = Ms::seconds(60);
    }));
    let plan = |evening: &Evening| Plan::of(&evening.contest, &"A".into());
    let slot = 600 + 600 + 60;
    assert_eq!(plan(&evening).rest, Ms::seconds(3 * slot + 3600));
    assert_eq!(plan(&evening).ends, None, "nobody knows when it begins");
    evening.run_to("E01", Stage::CalledUp);
    let began = evening.now;
    assert_eq!(plan(&evening).ends, Some(began + Ms::seconds(3 * slot + 3600)));
    assert_eq!(plan(&evening).rest, Ms::seconds(600 + 60 + 2 * slot + 3600), "without its clock");
    evening.run_to("E01", Stage::Scoring);
    assert_eq!(plan(&evening).rest, Ms::seconds(2 * slot + 3600));
    assert_eq!(plan(&evening).groups[0].rest, plan(&evening).rest);
}

#[test]
fn a_score_is_offered_for_release_when_the_policy_says() {
    let offered = |policy, upto: &[(&str, Stage)]| {
        let mut evening = Evening::of(altered(|it| {
            it.release = policy;
            it.rooms[0].breaks = vec![lunch_after(2)];
        }));
        for (project, stage) in upto {
            evening.run_to(project, Stage::Scoring.min(*stage));
            if *stage == Stage::Locked {
                for judge in ["A1", "A2", "A3"] {
                    evening.score(judge, project, "9", "9");
                }
                evening.run_to(project, *stage);
            }
        }
        matches!(next(&evening), Some(Wish::Release { project }) if project == ProjectId::from("E01"))
    };
    let one = [("E01", Stage::Locked)];
    let half_day = [("E01", Stage::Locked), ("E02", Stage::Locked)];
    let all = [("E01", Stage::Locked), ("E02", Stage::Locked), ("E03", Stage::Locked)];
    assert!(offered(ReleasePolicy::AtOnce, &one));
    assert!(!offered(ReleasePolicy::AfterNext, &one));
    assert!(offered(ReleasePolicy::AfterNext, &half_day));
    assert!(!offered(ReleasePolicy::Batch, &one));
    assert!(offered(ReleasePolicy::Batch, &half_day));
    assert!(!offered(ReleasePolicy::End, &half_day));
    assert!(offered(ReleasePolicy::End, &all));
}

#[test]
fn what_is_on_the_screens_touches_no_score() {
    let mut evening = scoring();
    evening.score("A1", "E01", "9", "9");
    let before = evening.contest.score(&"E01".into());
    evening.ask(HOST, &Wish::Freeze { group: "enterprise".into() }).unwrap();
    evening.ask(HOST, &Wish::Blank { room: "A".into(), on: true }).unwrap();
    assert_eq!(evening.contest.score(&"E01".into()), before);
}

#[test]
fn an_undone_call_up_goes_on_with_the_break_that_it_ended() {
    let mut evening = Evening::of(session());
    let take = Wish::TakeBreak { room: "A".into(), name: "tea".into(), length: Ms::seconds(900) };
    evening.ask(HOST, &take).unwrap();
    let before = evening.contest.hall(&"A".into()).unwrap().pause.clone();
    evening.ask(HOST, &Wish::CallUp { project: "E01".into() }).unwrap();
    evening.ask(HOST, &undo("E01")).unwrap();
    assert_eq!(evening.contest.hall(&"A".into()).unwrap().pause, before);
    assert_eq!(evening.contest.run(&"E01".into()).unwrap().called_at, None, "it never was called");
}

#[test]
fn a_correction_ends_the_ceremony_before_it_could_name_anybody_else() {
    let mut evening = released(session(), &[("E01", "9"), ("E02", "8"), ("E03", "7")]);
    let go = |step| Wish::Ceremony { group: "enterprise".into(), step };
    evening.ask(HOST, &go(Some(4))).unwrap();
    let act = crate::contest::Act::Disqualify { project: "E03".into() };
    evening.ask(HOST, &Wish::Propose { act: act.clone(), reason: "r".into() }).unwrap();
    evening.ask("supervisor", &Wish::Propose { act, reason: "r".into() }).unwrap();
    assert_eq!(evening.contest.ceremony(&"enterprise".into()), None);
}

#[test]
fn who_calls_the_next_project_instead_goes_without_the_break() {
    let mut evening = Evening::of(altered(|it| it.rooms[0].breaks = vec![lunch_after(1)]));
    evening.run_to("E01", Stage::Scoring);
    evening.score("A1", "E01", "9", "9");
    let lock = Wish::Lock { project: "E01".into(), without: ["A2".into(), "A3".into()].into() };
    evening.ask(HOST, &lock).unwrap();
    evening.run_to("E01", Stage::Released);
    assert!(evening.contest.due_break(&"A".into()).is_some());
    evening.ask(HOST, &Wish::CallUp { project: "E02".into() }).unwrap();
    evening.run_to("E02", Stage::Scoring);
    assert!(evening.contest.due_break(&"A".into()).is_none());
    assert_eq!(Plan::of(&evening.contest, &"A".into()).rest, Ms::seconds(1200), "E03 alone");
}
