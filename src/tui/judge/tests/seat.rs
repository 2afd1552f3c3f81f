//! Where the seat stands with a project: given back, recused, not waited for, void; and what the
//! panel is told.

use ratatui::crossterm::event::KeyCode::{Enter, Esc, Home, PageDown, PageUp, Tab};

use super::evening::Evening;
use crate::{
    contest::{Act, At, Ms, Phase, Refusal, SeatMark, SeatState, SeatWord, Stage, Text, Wish},
    tui::{
        Effect, Screen,
        judge::{
            Mode,
            answer::{Asked, Refused},
            sheet::{Sheet, State},
        },
    },
};

/// With a sheet of 9s handed in, locked, and given back.
fn given_back() -> Evening {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening.give_back("E07", "两项分数填反");
    evening
}

#[test]
fn a_sheet_given_back_opens_again_with_its_marks_and_counts_as_unsent() {
    let mut evening = given_back();
    assert_eq!(evening.state(), State::Returned { revision: 1 });
    assert_eq!(evening.text(), "9");
    let sheet = evening.screen.sheet().unwrap();
    assert!(sheet.takes_typing() && sheet.is_unsent() && !sheet.is_settled());
    assert_eq!(evening.bells, 1); // Nobody watches a sheet that was locked.
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E07");
    assert_eq!(evening.press_char('q'), []); // Asks.
}

#[test]
fn a_sheet_on_paper_is_shown_and_the_terminal_hands_in_none() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    evening.comes_in_on_paper("E07", 7.into());
    assert_eq!(evening.state(), State::OnPaper { revision: 1 });
    assert_eq!(evening.text(), "7");
    let sheet = evening.screen.sheet().unwrap();
    assert!(!sheet.takes_typing() && !sheet.can_be_sent() && !sheet.is_unsent());
    // Given back, it is the terminal's again.
    evening.give_back("E07", "录入有误");
    assert_eq!(evening.state(), State::Returned { revision: 1 });
    assert!(evening.screen.sheet().unwrap().takes_typing());
}

#[test]
fn a_sheet_given_back_goes_out_as_a_new_revision() {
    let mut evening = given_back();
    evening.submit(["8", "", "", "", ""]);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1), ("E07".to_owned(), 2)]);
    assert!(matches!(evening.state(), State::Received { revision: 2, .. }));
    assert!(!evening.screen.sheet().unwrap().is_unsent());
}

#[test]
fn a_sheet_given_back_may_go_out_with_the_same_marks_even_from_a_new_terminal() {
    let mut evening = given_back();
    evening.restart_the_terminal();
    evening.submit([""; 5]);
    assert_eq!(evening.submitted().last(), Some(&("E07".to_owned(), 2)));
    assert!(matches!(evening.seat_state("E07"), SeatState::Scored(sheet) if sheet.revision == 2));
    evening.give_back("E07", "误操作");
    assert_eq!(evening.state(), State::Returned { revision: 2 });
    evening.submit(["7", "", "", "", ""]);
    assert_eq!(evening.submitted().last(), Some(&("E07".to_owned(), 3)));
}

#[test]
fn a_lock_undone_for_one_judge_opens_the_sheets_of_all_and_the_next_one_closes_them() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.write("4.5"); // Never sent.
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening.both(Act::Return { project: "E07".into(), seat: "A2".into() }, "误操作");
    assert!(matches!(evening.state(), State::Received { revision: 1, .. }));
    evening.submit(["8", "", "", "", ""]);
    evening.other_judge_submits_as("E07", 2);
    evening.lock("E07");
    assert_eq!(evening.state(), State::Closed { stage: Stage::Locked, has_sheet: true });
    assert_eq!(evening.text(), "8");
    assert_eq!(evening.screen.sheet().unwrap().draft.loss, None);
    evening.write("5");
    assert_eq!(evening.text(), "8");
}

#[test]
fn the_sheets_of_a_project_that_pitches_again_are_given_back_and_wait_with_it() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.host(&Wish::Postpone { project: "E07".into(), reason: "设备故障".to_owned() });
    evening.tap(PageDown);
    evening.tap(PageDown); // It waits as the last.
    assert_eq!(evening.state(), State::Returned { revision: 1 });
    evening.write("8");
    assert_eq!(evening.text(), "9"); // Not before it is called up.
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn a_recusal_takes_a_key_a_digit_and_enter() {
    let mut evening = Evening::new();
    evening.call_up("E07");
    assert_eq!(evening.ask_to_recuse(), []);
    evening.write("3");
    evening.tap(Enter);
    assert_eq!(evening.seat_state("E07"), SeatState::Recused { reason: "同一单位".to_owned() });
    assert_eq!((evening.state(), evening.screen.mode), (State::Recused, Mode::Form));
    evening.begin("E07", Phase::Presentation);
    evening.write("9");
    assert_eq!(evening.text(), ""); // No marks are taken.
    evening.fill([""; 5]);
    assert_eq!(evening.submitted(), []);
    assert!(!evening.screen.sheet().unwrap().is_unsent());
}

#[test]
fn a_prepared_reason_is_seen_before_it_is_sent() {
    let mut evening = Evening::new();
    evening.ask_to_recuse();
    evening.write("12"); // The second one puts another line in.
    assert_eq!(evening.seat_state("E07"), SeatState::Expected);
    evening.write("，2024");
    evening.paste("年起");
    evening.tap(Enter);
    let reason = "投资或顾问关系，2024年起".to_owned();
    assert_eq!(evening.seat_state("E07"), SeatState::Recused { reason });
}

#[test]
fn a_recusal_needs_a_reason_and_escape_takes_it_back() {
    let mut evening = Evening::new();
    evening.ask_to_recuse();
    evening.tap(Enter);
    assert_eq!(evening.screen.mode, Mode::Recuse);
    evening.tap(Esc);
    assert_eq!((evening.screen.mode, evening.seat_state("E07")), (Mode::Form, SeatState::Expected));
    evening.write("r"); // Without Ctrl it is nothing.
    assert_eq!(evening.screen.mode, Mode::Form);
}

#[test]
fn a_recusal_stays_with_its_project_and_a_refused_one_is_said() {
    let mut evening = Evening::on_stage("E07");
    evening.ask_to_recuse();
    evening.write("1");
    evening.finish("E07");
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E07");
    evening.tap(Enter);
    let refusal = Refusal::WrongStage { project: "E07".into(), stage: Stage::Scoring };
    let refused = Refused { asked: Asked::Recusal, project: "E07".into(), refusal };
    assert_eq!(evening.screen.refused, Some(refused));
    assert_eq!(evening.seat_state("E08"), SeatState::Expected);
}

/// Fails where the screen and the rules see it differently.
fn check_the_offer(evening: &Evening, when: &str) {
    let wish = Wish::Recuse { project: "E07".into(), reason: "同一单位".to_owned() };
    let sheet = evening.screen.sheet_of(&"E07".into()).unwrap();
    let is_done = sheet.line.state == SeatWord::Recused; // Asked again, it is granted again.
    assert_eq!(sheet.may_recuse(), evening.would_be_granted(&wish) && !is_done, "{when}");
}

#[test]
fn a_recusal_is_offered_just_where_the_rules_grant_it() {
    let mut evening = Evening::new();
    check_the_offer(&evening, "waiting");
    evening.call_up("E07");
    for mark in [SeatMark::Absent, SeatMark::Late, SeatMark::Expected] {
        evening.mark_seat("E07", mark);
        check_the_offer(&evening, "called up");
    }
    evening.host(&Wish::MarkAbsent { project: "E07".into(), reason: "未到".to_owned() });
    check_the_offer(&evening, "did not appear");
    evening.call_up("E07");
    evening.begin("E07", Phase::Presentation);
    check_the_offer(&evening, "presentation");
    evening.submit(["9"; 5]);
    check_the_offer(&evening, "with a sheet");
    evening.give_back("E07", "误操作");
    check_the_offer(&evening, "given back");

    let mut evening = Evening::on_stage("E07");
    evening.begin("E07", Phase::Questions);
    check_the_offer(&evening, "questions");
    evening.begin("E07", Phase::Scoring);
    check_the_offer(&evening, "scoring");
    assert_eq!(evening.ask_to_recuse(), [Effect::Bell]);
    evening.other_judge_submits("E07");
    evening.lock("E07");
    check_the_offer(&evening, "locked");

    let mut evening = Evening::new();
    evening.both(Act::Void { project: "E07".into(), seat: "A1".into() }, "评委中途离场");
    check_the_offer(&evening, "void");
    let mut evening = Evening::new();
    evening.ask_to_recuse();
    evening.write("1");
    evening.tap(Enter);
    check_the_offer(&evening, "recused");
}

#[test]
fn a_seat_that_is_not_waited_for_may_hand_in_until_the_lock() {
    for mark in [SeatMark::Absent, SeatMark::Late] {
        let mut evening = Evening::on_stage("E07");
        evening.mark_seat("E07", mark);
        assert_eq!(evening.state(), State::NotWaited);
        evening.submit(["9"; 5]);
        assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
        assert!(matches!(evening.state(), State::Received { revision: 1, .. }));
    }
}

#[test]
fn a_void_seat_takes_no_marks_and_a_restored_one_has_its_draft_back() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.write("8");
    evening.both(Act::Void { project: "E07".into(), seat: "A1".into() }, "查实利害关系");
    assert_eq!((evening.state(), evening.text()), (State::Void, "9".to_owned()));
    evening.write("7");
    evening.tap(Enter);
    evening.tap(PageDown);
    evening.tap(PageUp);
    assert_eq!(evening.text(), "9");
    assert!(!evening.screen.sheets().any(Sheet::is_unsent));
    evening.both(Act::Restore { project: "E07".into(), seat: "A1".into() }, "作废有误");
    assert_eq!((evening.state(), evening.text()), (State::Changed { revision: 1 }, "8".to_owned()));
}

/// Every key and every picture of these tests is looked after; here is one of each kind.
#[test]
fn what_is_kept_about_the_sheets_is_what_they_are() {
    let mut evening = given_back();
    evening.call_up("E08");
    evening.begin("E08", Phase::Presentation);
    evening.press(Home);
    evening.write("8");
    for key in [PageUp, PageDown, Tab, PageUp, Enter] {
        evening.tap(key);
        assert!(evening.screen.roll_is_true(), "{key}");
    }
    let [received, owed] = [&evening.screen.roll.received, &evening.screen.roll.owed];
    assert!(received.is_empty() && 2 < owed.len(), "{received:?} of {owed:?}");
}

#[test]
fn a_sheet_given_back_elsewhere_interrupts_nobody_and_is_found_in_the_list() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.call_up("E08");
    evening.tap(Home);
    evening.write("8");
    evening.give_back("E07", "漏看材料");
    assert_eq!((evening.shown(), evening.text()), ("E08", "8".to_owned()));
    evening.tap(Tab);
    evening.tap(PageUp);
    assert_eq!((evening.shown(), evening.state()), ("E07", State::Returned { revision: 1 }));
}

#[test]
fn the_picture_changes_with_a_blinking_message_and_with_a_break_until_its_end() {
    let mut evening = Evening::new();
    let at = evening.at;
    evening.tell_the_panel("请评委靠近话筒", false);
    assert_eq!(evening.screen.next_change(at + Ms(100)), None);
    evening.tell_the_panel("请评委靠近话筒", true);
    assert_eq!(evening.screen.next_change(at + Ms(100)), Some(at + Ms(500)));
    assert_eq!(evening.screen.next_change(at + Ms(500)), Some(at + Ms(1000)));
    evening.tell_the_panel("请评委靠近话筒", false);
    let name = Text { zh: "茶歇".to_owned(), en: "Tea break".to_owned() };
    evening.host(&Wish::TakeBreak { room: "A".into(), name, length: Ms::seconds(900) });
    assert_eq!(evening.screen.next_change(at + Ms(300)), Some(at + Ms(1000)));
    assert_eq!(evening.screen.next_change(at + Ms::seconds(900)), None);
    evening.host(&Wish::EndBreak { room: "A".into() });
    assert_eq!(evening.screen.next_change(At(0)), None);
}
