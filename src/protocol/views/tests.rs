use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

use super::{MarksLine, picture};
use crate::{
    contest::{
        Act, Criterion, Keyer, Marks, Safeguards, Seat, Session, Stage, Wish,
        sample::{Evening, marks, seat, session},
    },
    protocol::{Attendance, Heads},
};

/// E01 released, E02 locked, E03 scoring, all three with sheets of the given marks; E01's are fixed.
fn evening(unreleased: &[u8]) -> Evening {
    evening_of(session(), unreleased)
}

/// The same of a session that lets its consoles have the marks.
fn open_evening(unreleased: &[u8]) -> Evening {
    let safeguards = Safeguards { marks_on_console: true, ..Safeguards::default() };
    evening_of(Arc::new(Session { safeguards, ..(*session()).clone() }), unreleased)
}

fn evening_of(session: Arc<Session>, unreleased: &[u8]) -> Evening {
    let mut evening = Evening::of(session);
    let mut sheets = unreleased.iter().map(|half| format!("{}.{}", half / 2, half % 2 * 5));
    for (project, last) in
        [("E01", Stage::Released), ("E02", Stage::Locked), ("E03", Stage::Scoring)]
    {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            let mark = if project == "E01" { "7.5".to_owned() } else { sheets.next().unwrap() };
            evening.score(judge, project, &mark, "8");
        }
        evening.run_to(project, last);
    }
    evening
}

fn bytes(evening: &Evening, to: &str) -> String {
    serde_json::to_string(&picture(
        &evening.contest,
        &Attendance::default(),
        &Heads::default(),
        &seat(to),
    ))
    .unwrap()
}

#[test]
fn a_console_does_not_see_that_a_gate_is_failed_before_the_release() {
    let mut session = (*session()).clone();
    let rubric = session.groups[0].rubric.as_mut().unwrap();
    rubric.criteria[1] = Criterion {
        gate: true,
        max: Decimal::ONE,
        weight: Decimal::ZERO,
        ..rubric.criteria[1].clone()
    };
    let seen = |gates: [&str; 3]| {
        let mut evening = Evening::of(Arc::new(session.clone()));
        evening.run_to("E01", Stage::Scoring);
        for (judge, gate) in ["A1", "A2", "A3"].into_iter().zip(gates) {
            evening.score(judge, "E01", "8", gate);
        }
        bytes(&evening, "A/host")
    };
    assert_eq!(seen(["1", "1", "1"]), seen(["0", "1", "0"]));
}

proptest! {
    /// Twin runs: two evenings that agree on what is released and differ in everything else.
    #[test]
    fn unreleased_marks_reach_nobody_else(
        one in prop::collection::vec(0u8..=20, 6),
        other in prop::collection::vec(0u8..=20, 6),
    ) {
        let (one, other) = (evening(&one), evening(&other));
        for audience in ["A/board", "B/board", "A/timer", "A/host", "B/host", "B/judge/B1"] {
            prop_assert_eq!(bytes(&one, audience), bytes(&other, audience), "{}", audience);
        }
    }

    #[test]
    fn marks_on_a_console_reach_no_other_room_and_no_other_seat(
        one in prop::collection::vec(0u8..=20, 6),
        other in prop::collection::vec(0u8..=20, 6),
    ) {
        let (one, other) = (open_evening(&one), open_evening(&other));
        for audience in ["A/board", "B/board", "A/timer", "B/host", "B/judge/B1"] {
            prop_assert_eq!(bytes(&one, audience), bytes(&other, audience), "{}", audience);
        }
    }

    #[test]
    fn a_judge_sees_the_own_marks_only(
        own in prop::collection::vec(0u8..=20, 2),
        one in prop::collection::vec(0u8..=20, 4),
        other in prop::collection::vec(0u8..=20, 4),
    ) {
        let twin = |rest: &[u8]| evening(&[own[0], rest[0], rest[1], own[1], rest[2], rest[3]]);
        prop_assert_eq!(bytes(&twin(&one), "A/judge/A1"), bytes(&twin(&other), "A/judge/A1"));
    }
}

#[test]
fn a_host_gets_marks_where_the_session_says_so() {
    let unreleased = [0, 1, 2, 3, 4, 5];
    let section = |evening: &Evening| {
        picture(&evening.contest, &Attendance::default(), &Heads::default(), &seat("A/host"))
            .part::<Value>("marks")
    };
    assert_eq!(section(&evening(&unreleased)), None);

    let mut evening = open_evening(&unreleased);
    let view: MarksLine = serde_json::from_value(section(&evening).unwrap()).unwrap();
    assert_eq!(view.project, Some("E03".into()), "E02 is locked and no longer up");
    let sheets: Vec<Marks> = view.sheets.into_values().map(|it| it.marks).collect();
    assert_eq!(sheets, ["1.5", "2.0", "2.5"].map(|it| marks(it, "8")));

    let act = Act::Return { project: "E03".into(), seat: "A1".into() };
    evening.ask("supervisor", &Wish::Propose { act, reason: "r".into() }).unwrap();
    evening.ask("A/host", &Wish::Agree { proposal: 1 }).unwrap();
    let view: MarksLine = serde_json::from_value(section(&evening).unwrap()).unwrap();
    assert_eq!(view.sheets.len(), 2, "what does not count is not there");
}

#[test]
fn a_board_does_not_twitch_when_a_sheet_arrives() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    let audiences = ["A/board", "B/board", "A/timer", "A/judge/A2", "B/host"];
    let before = audiences.map(|audience| bytes(&evening, audience));
    let wish = Wish::Submit { project: "E01".into(), revision: 1, marks: marks("9", "9") };
    evening.ask("A/judge/A1", &wish).unwrap();
    assert_eq!(audiences.map(|audience| bytes(&evening, audience)), before);
}

/// What one person has keyed of a paper sheet stands in no picture; when it is in, its own judge and the
/// supervisor see it, as any other sheet.
#[test]
fn what_is_keyed_of_a_paper_sheet_is_nobody_s_to_see() {
    let keyed = |people: &[&str], mark: &str| {
        let mut evening = Evening::of(session());
        evening.run_to("E01", Stage::Scoring);
        for name in people {
            let (project, seat, marks) = ("E01".into(), "A1".into(), marks(mark, "8"));
            let terminal = uuid::Uuid::from_u128(name.len() as u128);
            let keyed_by = Keyer { name: (*name).to_owned(), terminal };
            evening.allow_paper("E01", "A1");
            evening.ask("A/clerk", &Wish::KeySheet { project, seat, marks, keyed_by }).unwrap();
        }
        evening
    };
    let differing = |people: &[&str]| {
        let (one, other) = (keyed(people, "9"), keyed(people, "3"));
        let all = Seat::all_of(one.contest.session()).into_iter().map(|it| it.to_string());
        all.filter(|it| bytes(&one, it) != bytes(&other, it)).collect::<Vec<_>>()
    };
    assert_eq!(differing(&["Wang"]), [""; 0]);
    assert_eq!(differing(&["Wang", "Li"]), ["A/judge/A1", "supervisor"]);
}

#[test]
fn a_seat_that_is_not_there_sees_nothing() {
    let evening = Evening::of(session());
    for stranger in ["C/host", "A/judge/B1", "A/judge/A9"] {
        assert_eq!(bytes(&evening, stranger), "{}", "{stranger}");
    }
}

/// E01 released, the group frozen, then E02 released and corrected with other marks.
fn frozen(mark: &str) -> Evening {
    let mut evening = Evening::of(session());
    for (project, mark) in [("E01", "7.5"), ("E02", mark)] {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            evening.score(judge, project, mark, "8");
        }
        evening.run_to(project, Stage::Released);
        let freeze = Wish::Freeze { group: "enterprise".into() };
        evening.ask("A/host", &freeze).unwrap();
    }
    let act = Act::Void { project: "E02".into(), seat: "A1".into() };
    evening.ask("supervisor", &Wish::Propose { act, reason: "r".into() }).unwrap();
    evening.ask("A/host", &Wish::Agree { proposal: 1 }).unwrap();
    evening
}

#[test]
fn a_frozen_board_says_nothing_of_what_was_released_since() {
    let (one, other) = (frozen("9"), frozen("3"));
    for audience in ["A/board", "B/board", "A/timer"] {
        assert_eq!(bytes(&one, audience), bytes(&other, audience), "{audience}");
    }
    assert!(!bytes(&one, "A/board").contains(r#""project":"E02","score""#));
}

#[test]
fn a_ceremony_says_nothing_of_what_is_still_to_come() {
    let evening = |first: &str, second: &str| {
        let mut evening = Evening::of(session());
        for (project, mark) in [("E01", first), ("E02", second), ("E03", "2")] {
            evening.run_to(project, Stage::Scoring);
            for judge in ["A1", "A2", "A3"] {
                evening.score(judge, project, mark, mark);
            }
            if project == "E01" {
                let freeze = Wish::Freeze { group: "enterprise".into() };
                evening.ask("A/host", &freeze).unwrap(); // Nothing has been released yet.
            }
            evening.run_to(project, Stage::Released);
        }
        let go = Wish::Ceremony { group: "enterprise".into(), step: Some(2) };
        evening.ask("A/host", &go).unwrap();
        evening
    };
    let (one, other) = (evening("9", "8"), evening("6", "7"));
    assert_eq!(bytes(&one, "A/board"), bytes(&other, "A/board"));
}
