//! A judge's evening, key by key, against a real contest.

mod evening;
mod gone;
mod keystrokes;
mod mouse;
mod pictures;
mod sealed;
mod seat;
mod seat_pictures;
mod states;

use ratatui::crossterm::event::KeyCode::{
    Backspace, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};
use rust_decimal::Decimal;

use self::evening::{Drawers, Evening};
use super::{
    Drawer, Mode,
    answer::{Asked, Refused},
    draft::{Loss, Receipt},
    keys::KEYS,
    sheet::State,
};
use crate::{
    client::{LinkState, Trouble},
    contest::{At, Ms, Phase, Refusal, Stage, Wish},
    tui::{Effect, Screen, keys::check_table},
};

#[test]
fn the_key_table_holds() {
    check_table(&KEYS);
}

#[test]
fn the_screen_follows_the_project_on_stage() {
    let mut evening = Evening::new();
    assert_eq!(evening.shown(), "E07"); // The first of the run order while nobody is on stage.
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn a_point_may_be_typed_or_left_out_with_the_same_sheet() {
    for (marks, keys) in [(["85"; 5], 12), (["8.5"; 5], 17)] {
        let mut evening = Evening::on_stage("E07");
        let typed: u32 = marks.iter().map(|mark| evening.write(mark)).sum();
        assert_eq!(typed + evening.tap(Enter) + evening.tap(Enter), keys);
        assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
        let sheet = evening.screen.sheet().unwrap();
        assert_eq!(sheet.rubric.total(&sheet.marks()), Decimal::from(85));
    }
}

#[test]
fn what_is_read_is_seen_at_once_and_backspace_takes_back_a_key() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["", "9"]); // So that the form stays at the first.
    evening.tap(Up);
    evening.tap(Up);
    for (key, seen) in [("8", "8"), ("5", "8.5"), ("5", "8.55")] {
        evening.write(key);
        assert_eq!(evening.text(), seen);
    }
    for seen in ["8.5", "8", ""] {
        evening.tap(Backspace);
        assert_eq!(evening.text(), seen);
    }
    evening.write("10");
    assert_eq!(evening.text(), "10");
}

#[test]
fn a_point_after_two_digits_takes_back_how_they_were_read() {
    let mut evening = Evening::on_stage("E07");
    evening.write("11.5"); // Too much: no 1.1, and no 0.5 in the next line.
    assert_eq!((evening.line(), evening.text()), (0, "11.5".to_owned()));
    assert_eq!(evening.screen.sheet().unwrap().marks().len(), 0);
    let mut evening = Evening::on_stage("E07");
    evening.write("8.5.5"); // A mark takes one point: the second begins the next.
    assert_eq!((evening.line(), evening.screen.sheet().unwrap().marks().len()), (2, 2));
}

#[test]
fn a_mark_that_is_not_allowed_blocks_the_sheet() {
    for bad in ["85.5", "11.5", "8.", "."] {
        let mut evening = Evening::on_stage("E07");
        evening.fill(["9", bad, "9", "9", "9"]);
        assert_eq!(evening.screen.sheet().unwrap().draft.line, 1, "{bad}");
        evening.tap(Enter); // Only on to the next criterion: nothing asks to send.
        assert_eq!(evening.screen.sheet().unwrap().draft.line, 2, "{bad}");
        assert_eq!(evening.submitted(), []);
    }
}

#[test]
fn the_last_enter_goes_to_what_is_missing() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9", "", "9", "9", "9"]);
    assert_eq!(evening.screen.sheet().unwrap().draft.line, 1);
    assert!(evening.bells > 0);
}

#[test]
fn the_first_digit_replaces_a_mark_and_further_ones_go_on() {
    let mut evening = Evening::on_stage("E07");
    evening.write("8");
    evening.tap(Down);
    evening.tap(Up);
    evening.write("7");
    assert_eq!(evening.text(), "7");
    evening.write(".");
    assert_eq!(evening.text(), "7.");
    evening.tap(Backspace);
    evening.tap(Backspace);
    assert_eq!(evening.text(), "");
    evening.write("10");
    evening.tap(Up);
    assert_eq!(evening.text(), "10");
}

#[test]
fn a_second_point_and_endless_digits_are_not_taken() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9..");
    assert_eq!(evening.text(), "9.");
    evening.write("99999999999999999999");
    assert_eq!(evening.text().len(), 14);
    assert!(evening.bells > 0);
}

#[test]
fn digits_of_a_chinese_input_method_count() {
    let mut evening = Evening::on_stage("E07");
    evening.write("８。");
    assert_eq!(evening.text(), "8.");
    evening.write("５");
    evening.tap(Up);
    assert_eq!(evening.text(), "8.5");
}

#[test]
fn arrows_plus_and_minus_step_within_the_range() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9++");
    assert_eq!(evening.text(), "9.2");
    let keys: u32 = (0..20).map(|_| evening.tap(Right)).sum();
    assert_eq!(keys, 20);
    assert_eq!(evening.text(), "10");
    evening.tap(Left);
    assert_eq!(evening.text(), "9.9");
    evening.write("0--");
    assert_eq!(evening.text(), "0");
}

#[test]
fn the_form_goes_on_by_itself_only_to_an_empty_criterion() {
    let mut evening = Evening::on_stage("E07");
    evening.write("8.5");
    assert_eq!(evening.line(), 1);
    evening.write("9");
    assert_eq!(evening.line(), 1); // 9.5 may come.
    evening.tap(Up);
    evening.write("7.5");
    assert_eq!((evening.line(), evening.text()), (0, "7.5".to_owned())); // The next has a mark.
    evening.fill(["", "", "8", "8"]);
    evening.write("7.5");
    assert_eq!(evening.line(), 4); // The last one never asks by itself.
    assert_eq!(evening.screen.mode, Mode::Form);
}

#[test]
fn enter_after_the_form_went_on_is_not_counted_twice() {
    for habit in [Enter, Down] {
        let mut evening = Evening::on_stage("E07");
        evening.write("8.5");
        evening.tap(habit);
        assert_eq!(evening.line(), 1);
        evening.tap(habit);
        assert_eq!(evening.line(), 2);
    }
}

#[test]
fn a_point_or_backspace_belongs_to_the_mark_just_typed() {
    let mut evening = Evening::on_stage("S01");
    evening.write("15"); // Of 15: nothing more can come.
    assert_eq!(evening.line(), 1);
    evening.tap(Backspace);
    assert_eq!((evening.line(), evening.text()), (0, "1".to_owned()));
    evening.write("5.");
    assert_eq!((evening.line(), evening.text()), (0, "15.".to_owned()));
}

#[test]
fn a_digit_too_many_never_sends_a_shifted_sheet() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9", "8.55", "9", "9", "9"]); // Blindly: the second 5 is the third mark.
    assert_eq!(evening.submitted(), []);
}

#[test]
fn a_gate_is_passed_or_failed_and_brings_no_points() {
    for (keys, mark) in [("y", "1"), ("n", "0"), ("+", "1"), ("-", "0"), ("10", "")] {
        let mut evening = Evening::gated();
        evening.write(keys);
        evening.tap(Up);
        assert_eq!(evening.text(), mark, "{keys}");
        let sheet = evening.screen.sheet().unwrap();
        assert_eq!(sheet.rubric.total(&sheet.marks()), Decimal::ZERO);
    }
    let mut evening = Evening::gated();
    evening.write("8.5x");
    assert_eq!(evening.text(), "");
    evening.write("y");
    assert_eq!(evening.line(), 1);
    evening.write("yn");
    assert_eq!(evening.text(), ""); // Points are no verdict.
    evening.write("9");
    evening.tap(Enter);
    evening.tap(Enter);
    assert_eq!(evening.submitted(), [("G01".to_owned(), 1)]);
}

#[test]
fn after_the_lock_the_hubs_sheet_is_shown() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.write("4.5");
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    let sheet = evening.screen.sheet().unwrap();
    assert_eq!(sheet.rubric.total(&sheet.marks()), Decimal::from(90));
    assert_eq!(sheet.draft.loss, Some(Loss::Late));
    assert_eq!(evening.state(), State::Closed { stage: Stage::Locked, has_sheet: true });
}

#[test]
fn a_receipt_says_what_it_replaces() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.submit(["8.5", "", "", "", ""]);
    let receipt = Receipt { number: evening.seq, at: evening.at, replaces: 1 };
    assert_eq!(evening.state(), State::Received { revision: 2, receipt: Some(receipt) });
}

#[test]
fn a_draft_outlives_its_terminal() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9", "8.5"]);
    evening.write("m好项目");
    evening.restart_the_terminal();
    let draft = &evening.screen.drafts[&"E07".into()];
    assert_eq!((draft.typed.len(), draft.note.as_str()), (2, "好项目"));
    assert_eq!(evening.screen.restored, Some(evening.at));
    // The keys go to the first mark that is missing.
    evening.fill(["8", "8", "8"]);
    evening.tap(Enter);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
    evening.restart_the_terminal();
    assert_eq!(evening.state(), State::Received { revision: 1, receipt: None });
    assert_eq!(evening.drawer.kept().drafts[&"E07".into()].typed.len(), 0);
}

#[test]
fn a_draft_ends_with_the_lock_and_a_note_does_not() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9mhm");
    evening.tap(Enter);
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    let draft = &evening.drawer.kept().drafts[&"E07".into()];
    assert_eq!((draft.typed.len(), draft.note.as_str()), (0, "hm"));
}

#[test]
fn a_draft_of_an_older_run_stays_away() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9");
    let drawer = evening.drawer.clone();
    let mut tonight = Evening::new(); // The same session, begun anew: nobody is on stage.
    tonight.drawer = drawer.clone();
    tonight.restart_the_terminal();
    tonight.call_up("E07");
    assert_eq!(tonight.text(), "");

    let mut evening = Evening::on_stage("E07");
    evening.submit(["8"; 5]);
    evening.write("9"); // Over revision 1.
    let drawer = evening.drawer.clone();
    evening.drawer = Drawers::default();
    evening.restart_the_terminal();
    evening.submit(["7", "", "", "", ""]); // Elsewhere.
    evening.drawer = drawer;
    evening.restart_the_terminal();
    assert_eq!(evening.text(), "7");
}

#[test]
fn what_lies_in_the_drawer_is_not_trusted() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9");
    let mut kept = evening.drawer.kept();
    let draft = kept.drafts.get_mut(&"E07".into()).unwrap();
    draft.typed.insert("business".into(), "-1e9".to_owned());
    draft.typed.insert("market".into(), "1".repeat(99));
    draft.typed.insert("nobody's".into(), "5".to_owned());
    draft.note = "a\u{1b}[2Jb\n".repeat(99);
    evening.drawer.clone().keep(kept);
    evening.restart_the_terminal();
    let sheet = evening.screen.sheet().unwrap();
    assert_eq!(sheet.marks().len(), 1);
    assert_eq!(sheet.draft.note.chars().count(), 200);
    assert!(!sheet.draft.note.contains('\u{1b}'));
}

#[test]
fn another_seats_drawer_is_left_alone() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9");
    let mut kept = evening.drawer.kept();
    kept.place.seat = "A2".into();
    evening.drawer.clone().keep(kept);
    evening.restart_the_terminal();
    assert_eq!(evening.text(), "");
}

#[test]
fn a_note_takes_letters_and_pastes_and_holds_the_screen() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.write("mquick?y");
    evening.paste(" 9\n");
    evening.finish("E07");
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E07");
    evening.tap(Esc);
    assert_eq!(evening.screen.drafts[&"E07".into()].note, "quick?y 9 ");
    assert_eq!(evening.text(), "9");
    evening.write("m");
    (0..10).for_each(|_| assert_eq!(evening.tap(Backspace), 1));
    evening.tap(Enter);
    assert_eq!(evening.screen.drafts[&"E07".into()].note, "");
}

#[test]
fn a_sheet_is_sent_once_however_often_enter_is_pressed() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    let asked: Vec<Effect> = (0..5).flat_map(|_| evening.press(Enter)).collect();
    let asks = asked.iter().filter(|it| matches!(it, Effect::Ask { .. })).count();
    assert_eq!(asks, 1);
    assert_eq!(evening.state(), State::Sending);
    evening.write("5");
    assert_eq!(evening.text(), "9"); // What is on its way stands.
    evening.deliver(asked);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
}

#[test]
fn the_receipt_stays_with_its_sheet() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    let receipt = Receipt { number: evening.seq, at: evening.at, replaces: 0 };
    let received = State::Received { revision: 1, receipt: Some(receipt) };
    assert_eq!(evening.state(), received);
    evening.tap(PageDown);
    evening.tap(PageUp);
    assert_eq!(evening.state(), received);
}

#[test]
fn a_receipt_before_its_picture_shows_the_sheet_as_received() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    for effect in evening.press(Enter) {
        let Effect::Ask { id, .. } = effect else { continue };
        evening.hear_granted(id, 77);
    }
    let receipt = Receipt { number: 77, at: evening.at, replaces: 0 };
    assert_eq!(evening.state(), State::Received { revision: 1, receipt: Some(receipt) });
    assert_eq!(evening.text(), "9");
}

#[test]
fn a_revision_counts_on_and_an_unchanged_sheet_is_not_sent_again() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.fill([""; 5]);
    assert_eq!(evening.press(Enter), [Effect::Bell]);
    evening.submit(["8", "", "", "", ""]);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1), ("E07".to_owned(), 2)]);
}

#[test]
fn a_refused_sheet_keeps_its_draft() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    for effect in evening.press(Enter) {
        let Effect::Ask { id, .. } = effect else { continue };
        evening.hear_refused(id, Refusal::NotStored);
    }
    assert_eq!(evening.state(), State::Unsent);
    assert_eq!(evening.text(), "9");
    let refusal = Refusal::NotStored;
    let refused = Refused { asked: Asked::Sheet, project: "E07".into(), refusal };
    assert_eq!(evening.screen.refused, Some(refused));
    evening.tap(Enter);
    assert_eq!(evening.screen.refused, None);
    evening.fill([""; 5]);
    evening.tap(Enter);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 2)]); // No revision is used twice.
}

#[test]
fn an_answer_to_another_terminals_wish_is_not_ours() {
    let mut evening = Evening::on_stage("E07");
    evening.hear_granted(uuid::Uuid::new_v4(), 5);
    assert_eq!(evening.state(), State::Unsent);
}

#[test]
fn before_the_presentation_marks_are_typed_but_not_sent() {
    let mut evening = Evening::new();
    evening.write("9");
    assert_eq!(evening.text(), ""); // Waiting: nothing at all.
    evening.call_up("E07");
    evening.fill(["9"; 5]);
    assert_eq!(evening.press(Enter), [Effect::Bell]);
    evening.begin("E07", Phase::Presentation);
    evening.tap(Enter);
    evening.tap(Enter);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
}

#[test]
fn a_late_press_never_hits_the_next_project() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9", "9", "9", "9", "9"]);
    evening.finish("E07");
    evening.call_up("E08");
    evening.begin("E08", Phase::Presentation);
    assert_eq!(evening.shown(), "E07"); // The question for E07 still stands.
    evening.tap(Enter);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
    assert_eq!(evening.shown(), "E07"); // With its receipt, until Home.
    evening.tap(Home);
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn half_a_number_holds_the_screen_too() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.write("9"); // The same as the hub has, and 9.5 once it is finished.
    evening.finish("E07");
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E07");
}

#[test]
fn a_draft_that_can_no_longer_be_sent_holds_nobody() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9");
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    assert_eq!(evening.state(), State::Closed { stage: Stage::Locked, has_sheet: false });
    evening.call_up("E08");
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn the_question_is_off_when_the_project_is_locked() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening.tap(Enter);
    evening.tap(Enter);
    assert_eq!(evening.submitted(), []);
    evening.write("5");
    assert_eq!(evening.text(), ""); // What counts: the hub has no sheet of this seat.
}

#[test]
fn drafts_are_kept_per_project() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9", "8", "", "", ""]);
    evening.finish("E07");
    evening.call_up("E08");
    evening.tap(Home);
    evening.write("7");
    evening.tap(PageUp);
    assert_eq!((evening.shown(), evening.text()), ("E07", "9".to_owned()));
    evening.tap(PageDown);
    assert_eq!((evening.shown(), evening.text()), ("E08", "7".to_owned()));
}

#[test]
fn leaving_the_question_by_any_way_takes_it_back() {
    for leave in [Up, Esc, PageUp, PageDown, Tab] {
        let mut evening = Evening::on_stage("E08");
        evening.fill(["9"; 5]);
        evening.write("5"); // The marks stand as the question says them.
        evening.tap(leave);
        evening.tap(End);
        evening.tap(Enter);
        assert_eq!(evening.submitted(), [], "{leave:?}");
    }
}

#[test]
fn an_earlier_sheet_is_revised_from_the_list_while_it_is_open() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.call_up("E08");
    for key in [Tab, Up, Enter] {
        evening.tap(key);
    }
    evening.submit(["8", "", "", "", ""]);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1), ("E07".to_owned(), 2)]);
}

#[test]
fn escape_takes_a_change_back() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.write("4");
    assert_eq!(evening.state(), State::Changed { revision: 1 });
    evening.tap(Esc);
    assert_eq!(evening.text(), "9");
    assert!(!evening.screen.sheet().unwrap().is_unsent());
}

#[test]
fn esc_never_takes_a_finished_mark() {
    let mut evening = Evening::on_stage("E07");
    evening.write("88"); // 8.8, and the form goes on.
    assert_eq!((evening.line(), evening.text()), (1, String::new()));
    assert_eq!(evening.press(Esc), [Effect::NoSuchKey]);
    evening.tap(Up);
    assert_eq!(evening.press(Esc), [Effect::NoSuchKey]);
    assert_eq!(evening.text(), "8.8");
    // What is typed over it goes, and nothing else.
    evening.write("7");
    assert_eq!(evening.press(Esc), []);
    assert_eq!(evening.text(), "8.8");
    assert_eq!(evening.press(Esc), [Effect::NoSuchKey]);
    // A step and a deletion are changes as well.
    for key in [Left, Backspace] {
        evening.tap(key);
        assert_ne!(evening.text(), "8.8");
        assert_eq!(evening.press(Esc), []);
        assert_eq!(evening.text(), "8.8");
    }
}

#[test]
fn the_question_is_answered_with_y_and_n_as_well() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    assert_eq!(evening.screen.mode, Mode::Confirm);
    assert_eq!((evening.press_char('n'), evening.screen.mode), (Vec::new(), Mode::Form));
    evening.tap(Enter);
    evening.write("Y");
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
}

#[test]
fn quitting_asks_once_when_something_is_unsent() {
    let mut evening = Evening::on_stage("E07");
    evening.write("9");
    assert_eq!(evening.press_char('q'), []);
    assert_eq!(evening.press(Esc), []);
    assert_eq!(evening.press_char('Q'), []);
    assert_eq!(evening.press(Enter), [Effect::Quit]);
    assert_eq!(Evening::on_stage("E07").press_char('q'), [Effect::Quit]);
}

#[test]
fn a_two_level_rubric_is_marked_item_by_item() {
    let mut evening = Evening::on_stage("S01");
    evening.fill(["15", "10", "8"]);
    evening.tap(Enter);
    assert_eq!(evening.submitted(), [("S01".to_owned(), 1)]);
    let sheet = evening.screen.sheet().unwrap();
    assert_eq!(sheet.rubric.total(sheet.known().unwrap().1), Decimal::from(41)); // 15 + 10 + 2 × 8
}

#[test]
fn a_new_terminal_goes_on_from_the_sheet_that_the_hub_has() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.restart_the_terminal();
    assert_eq!(evening.state(), State::Received { revision: 1, receipt: None });
    evening.submit(["8", "", "", "", ""]);
    assert_eq!(evening.submitted().last(), Some(&("E07".to_owned(), 2)));
}

#[test]
fn the_picture_changes_with_each_second_of_a_running_clock_only() {
    let mut evening = Evening::new();
    evening.call_up("E07");
    assert_eq!(evening.screen.next_change(At(0)), None);
    evening.host(&Wish::StartClock { project: "E07".into(), phase: Phase::Presentation });
    let start = evening.at;
    assert_eq!(evening.screen.next_change(start + Ms(300)), Some(start + Ms(1000)));
    let over = start + Ms::seconds(600);
    assert_eq!(evening.screen.next_change(over), None); // Holds at zero.
    let trouble = Trouble::Silent { hub: "hub".to_owned() };
    evening.hear_link(LinkState::Lost { since: over, trouble });
    assert_eq!(evening.screen.next_change(over + Ms(1500)), Some(over + Ms(2000)));
}
