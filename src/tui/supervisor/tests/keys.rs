//! What keys send, and what they do not.

use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, Left, Right, Tab, Up};

use super::*;
use crate::{
    contest::{At, Refusal, SeatWord},
    tui::supervisor::{Answer, Page, offer::Offer, question::Question},
};

fn chars(text: &str) -> Vec<KeyCode> {
    text.chars().map(Char).collect()
}

fn seat_of(evening: &Evening, project: &str, seat: &str) -> SeatWord {
    evening.hub.contest.run(&project.into()).unwrap().seats[&seat.into()].word()
}

/// E01 released, and looked at.
fn released() -> Evening {
    let mut evening = Evening::begins();
    evening.released("E01", ["9", "8.5", "8", "9.5", "7", "8", "8.5"]);
    evening
}

#[test]
fn an_act_is_agreed_to_after_it_was_read() {
    let mut evening = released();
    evening.host_proposes(void("A3"));
    evening.types(&[Char('a')]);
    let asked = evening.drawn(Lang::En, 80, 24);
    for part in ["void a seat: E01 A3", "titanium aircraft", "A3 scored total 80", "查实利害关系"]
    {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    evening.types(&[Enter]); // A double press of anything answers no question.
    assert_eq!(evening.sends(Char('y')), Wish::Agree { proposal: 1 });
    evening.answers();
    assert_eq!(seat_of(&evening, "E01", "A3"), SeatWord::Void);
    assert!(
        evening
            .drawn(Lang::En, 80, 24)
            .contains("recorded, no. 17 of this seat: agree to void a seat")
    );
}

#[test]
fn a_proposal_is_declined_for_a_reason() {
    let mut evening = released();
    evening.host_proposes(void("A3"));
    evening.types(&[Char('d'), Char('2')]);
    let reason = "需先核实".to_owned();
    assert_eq!(evening.sends(Enter), Wish::Decline { proposal: 1, reason });
    evening.answers();
    assert_eq!(evening.hub.contest.proposals(), []);
    assert_eq!(seat_of(&evening, "E01", "A3"), SeatWord::Scored);
}

#[test]
fn an_own_proposal_waits_for_the_host() {
    let mut evening = released();
    evening.types(&[Char('p'), Down, Enter, Char('1')]);
    let reason = "查实利害关系".to_owned();
    let act = void("A1");
    assert_eq!(evening.sends(Enter), Wish::Propose { act: act.clone(), reason });
    evening.answers();
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Scored, "nothing is done by one person");
    evening.types(&[Tab, Tab]);
    assert!(evening.drawn(Lang::En, 80, 24).contains("waits for the host, no. 1: void a seat"));

    evening.types(&[Char('a')]);
    let refusal = Refusal::SecondPersonNeeded { proposal: 1 };
    assert_eq!(evening.screen.answer, Some(Answer::Refused { refusal: refusal.clone() }));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("须由另一人同意"));
    let agree = Wish::Agree { proposal: 1 };
    assert_eq!(evening.hub.ask("supervisor", &agree), Err(refusal), "the rules say so too");
    assert_eq!(evening.hub.ask("A/judge/A1", &agree), Err(Refusal::NotYours));

    evening.ask("A/host", &agree);
    assert_eq!(seat_of(&evening, "E01", "A1"), SeatWord::Void);
}

#[test]
fn what_cannot_be_agreed_to_any_more_is_refused_in_words() {
    let mut evening = Evening::begins();
    evening.hub.run_to("E01", Stage::Scoring);
    evening.score("A1", "E01", "8");
    evening.host_proposes(Act::Return { project: "E01".into(), seat: "A1".into() });
    evening.types(&[Char('a')]);
    // Meanwhile the sheet is void, and there is nothing to give back.
    let seat = || "A1".into();
    evening.ask("A/host", &Wish::Propose { act: void("A1"), reason: "离场".to_owned() });
    evening.ask("supervisor", &Wish::Agree { proposal: 2 });
    evening.sends(Char('y'));
    evening.answers();
    let refusal =
        Refusal::WrongSeatState { project: "E01".into(), seat: seat(), state: SeatWord::Void };
    assert_eq!(evening.screen.answer, Some(Answer::Refused { refusal }));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("A1 对 E01 的状态是「作废」"));
    evening.types(&[Down]);
    assert_eq!(evening.screen.answer, None);
}

#[test]
fn a_question_about_a_settled_proposal_goes_away() {
    let mut evening = released();
    evening.host_proposes(void("A3"));
    evening.types(&[Char('a')]);
    let reason = "没有这回事".to_owned();
    evening.ask("A/host", &Wish::Decline { proposal: 1, reason });
    assert_eq!(evening.screen.question, None);
}

#[test]
fn a_second_press_before_the_answer_does_nothing() {
    let mut evening = released();
    evening.host_proposes(void("A3"));
    evening.types(&[Char('a')]);
    evening.sends(Char('y'));
    evening.types(&[Char('a'), Char('d'), Char('p')]);
    assert_eq!(evening.screen.question, None);
}

#[test]
fn what_is_offered_can_be_proposed() {
    for stage in [Stage::Scoring, Stage::Locked, Stage::Released] {
        let mut evening = Evening::begins();
        evening.hub.run_to("E01", Stage::Scoring);
        for judge in ["A1", "A2", "A4", "A5", "A6", "A7"] {
            evening.score(judge, "E01", "8");
        }
        let overtime = |units| Wish::Deduct {
            project: "E01".into(),
            rule: "overtime".into(),
            units,
            reason: "超时".to_owned(),
        };
        evening.ask("A/host", &overtime(2));
        evening.ask("A/host", &Wish::Propose { act: void("A2"), reason: "离场".to_owned() });
        evening.ask("supervisor", &Wish::Agree { proposal: 1 });
        evening.hub.run_to("E01", stage);
        evening.show();
        for seat in 0..7 {
            evening.types(&[Char('p')]);
            let Some(Question::Pick(menu)) = evening.screen.question.take() else { panic!() };
            for (offer, _) in menu.entries {
                let act = match offer {
                    Offer::Act(act) => act,
                    Offer::Deduct(project, rule) => Act::Deduct { project, rule, units: 1 },
                    Offer::Correct(project, seat) => {
                        let state = &evening.hub.contest.run(&project).unwrap().seats[&seat];
                        let mut marks = state.sheet().unwrap().marks.clone();
                        for mark in marks.values_mut() {
                            *mark = rust_decimal::Decimal::ONE;
                        }
                        Act::Correct { project, seat, marks }
                    }
                };
                let wish = Wish::Propose { act, reason: "记录".to_owned() };
                assert_eq!(evening.hub.clone().ask("supervisor", &wish), Ok(1), "{seat} {wish:?}");
            }
            evening.types(&[Down]);
        }
    }
}

#[test]
fn what_waits_already_is_not_offered_again() {
    let mut evening = released();
    let offered = |evening: &mut Evening| {
        evening.types(&[Char('p')]);
        let text = evening.drawn(Lang::En, 80, 24);
        evening.types(&[Esc]);
        text.contains("2 void a seat: E01 A1")
    };
    assert!(offered(&mut evening));
    evening.host_proposes(void("A1"));
    assert!(!offered(&mut evening));
}

#[test]
fn a_sheet_is_corrected_only_to_marks_that_the_rubric_allows() {
    let mut evening = released();
    evening.types(&[Char('p'), Char('1')]);
    evening.types(&chars("85"));
    assert!(evening.drawn(Lang::En, 80, 24).contains("[    85] \u{25b2} 0-10 only"));
    // From the last line Enter goes back to what is no mark.
    evening.types(&[Enter, Enter, Enter, Enter, Enter]);
    evening.types(&chars("8."));
    assert_eq!(evening.press(Char('x')), [Effect::Bell]);
    evening.types(&[Char('5'), Enter, Enter, Enter, Enter]);
    evening.types(&[Enter, Char('2')]);
    let asked = evening.drawn(Lang::En, 80, 24);
    assert!(asked.contains("Technology and product: from 9 to 8.5"), "{asked}");
    let Wish::Propose { act: Act::Correct { marks, .. }, reason } = evening.sends(Enter) else {
        panic!()
    };
    assert_eq!(marks[&"technology".into()].to_string(), "8.5");
    assert_eq!(reason, "申诉成立：两项分数填反");
    evening.answers();
    evening.ask("A/host", &Wish::Agree { proposal: 1 });
    let changed = |fact: &Fact| matches!(fact, Fact::SheetCorrected { revision: 2, .. });
    assert!(evening.facts().any(changed));
    assert!(evening.drawn(Lang::En, 100, 30).contains("scored rev. 2"));
}

#[test]
fn a_sheet_as_it_was_is_not_proposed() {
    let mut evening = released();
    evening.types(&[Char('p'), Char('1'), Enter, Enter, Enter, Enter]);
    assert_eq!(evening.press(Enter), [Effect::Bell]);
    assert!(matches!(evening.screen.question, Some(Question::Marks(_))));
}

#[test]
fn points_are_deducted_on_appeal_by_so_many_units() {
    let mut evening = released();
    evening.types(&[Char('p'), Char('3'), KeyCode::Backspace]);
    assert_eq!(evening.press(Enter), [Effect::Bell], "no number is no answer");
    assert_eq!(evening.press(Char('x')), [Effect::Bell]);
    evening.types(&[Char('2'), Enter, Char('2')]);
    let (project, rule) = ("E01".into(), "overtime".into());
    let act = Act::Deduct { project, rule, units: 2 };
    let reason = "申诉成立：超时未扣".to_owned();
    assert_eq!(evening.sends(Enter), Wish::Propose { act, reason });
    evening.answers();
    evening.ask("A/host", &Wish::Agree { proposal: 1 });
    evening.types(&[Char('p'), Char('4'), Char('1')]);
    let back = Act::RemoveDeduction { project: "E01".into(), number: 1 };
    assert!(matches!(evening.sends(Enter), Wish::Propose { act, .. } if act == back));
}

#[test]
fn a_reason_can_be_typed_and_is_never_empty() {
    let mut evening = released();
    evening.types(&[Char('p'), Char('2')]);
    assert_eq!(evening.press(Enter), [Effect::Bell]);
    evening.screen.paste("离场");
    evening.types(&[Char('1')]);
    assert!(matches!(evening.sends(Enter), Wish::Propose { reason, .. } if reason == "离场1"));
}

#[test]
fn a_prepared_reason_is_seen_before_it_is_taken() {
    let mut evening = released();
    evening.types(&[Char('p'), Char('2'), Char('3')]);
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("\u{2502} 违反评审纪律"));
    evening.types(&[Char('4')]);
    assert!(
        matches!(evening.sends(Enter), Wish::Propose { reason, .. } if reason.contains("终端"))
    );
}

#[test]
fn arrows_walk_through_projects_seats_and_rooms() {
    let mut evening = Evening::in_the_middle();
    let looked_at = |evening: &Evening| evening.screen.line().unwrap().project.id.to_string();
    assert_eq!(looked_at(&evening), "E02", "the stage of the first room");
    evening.types(&[Down, Down, Up]);
    assert_eq!(looked_at(&evening), "E03");
    evening.types(&[Left, Left, Left, Left]);
    assert_eq!(looked_at(&evening), "E01");
    evening.types(&[Char('r')]);
    assert_eq!(looked_at(&evening), "S01", "the stage of the other room");
    evening.types(&[Left]);
    assert_eq!(looked_at(&evening), "E30", "the run orders follow one another");
    evening.types(&[Esc, Tab, Down, Right]);
    assert_eq!((looked_at(&evening), evening.screen.page), ("E03".to_owned(), Page::Sheets));
    assert_eq!(evening.screen.seat, Some("A2".into()));
    evening.types(&[Tab, Tab, Tab, Tab]);
    assert_eq!(evening.screen.page, Page::Order);
    evening.types(&[Enter]);
    assert_eq!(evening.screen.page, Page::Sheets);
}

#[test]
fn q_asks_before_it_closes() {
    let mut evening = Evening::begins();
    assert_eq!(evening.press(Char('q')), []);
    assert_eq!(evening.press(Char('y')), [Effect::Quit]);
}

#[test]
fn before_the_first_picture_keys_do_nothing() {
    let mut screen = SupervisorScreen::new();
    for key in [Enter, Char('a'), Char('d'), Char('p'), Char('r'), Down, Left, Tab, Down, Tab, Down]
    {
        assert_eq!(screen.press(KeyEvent::from(key), At(0)), []);
    }
    assert_eq!(screen.question, None);
}

#[test]
fn a_picture_that_cannot_be_read_is_said_and_the_last_one_stays() {
    let mut evening = Evening::begins();
    evening.screen.hear(&News::Picture(Sections::default()), evening.hub.now);
    assert_eq!(evening.screen.answer, Some(Answer::Nothing("host-hint-unreadable")));
    assert!(evening.screen.view.is_some());
}

#[test]
fn the_picture_changes_with_every_second_of_any_clock() {
    let mut evening = Evening::begins();
    assert_eq!(evening.screen.next_change(evening.hub.now), None);
    evening.hub.run_to("S01", Stage::Presentation);
    let phase = Phase::Presentation;
    evening.ask("B/host", &Wish::StartClock { project: "S01".into(), phase });
    let later = evening.hub.now + Ms(250);
    assert_eq!(evening.screen.next_change(later), Some(later + Ms(750)));
}
