//! What a judge sees of where the seat stands, and of what the panel is told.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Enter, Home, PageUp, Tab};

use super::{
    evening::Evening,
    pictures::{UP, look, running},
};
use crate::{
    contest::{Act, Ms, Phase, SeatMark, Text, Wish},
    words::Lang,
};

fn returned() -> Evening {
    let mut evening = running("E07");
    evening.submit(["9", "8.5", "8", "9.1", "7"]);
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening.give_back("E07", "两项分数填反");
    evening
}

#[test]
fn a_sheet_given_back_stands_out_with_its_reason() {
    let mut evening = returned();
    evening.write("8");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
}

#[test]
fn a_long_reason_is_read_to_its_end_where_there_is_room() {
    let mut evening = returned();
    evening.submit([""; 5]);
    evening.give_back(
        "E07",
        "与纸质评分表核对，技术和产品与商业模式两项填反，请评委本人按原始记录重新打分后提交",
    );
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 40, 12), @"");
}

#[test]
fn a_sheet_given_back_elsewhere_is_said_below() {
    let mut evening = running("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.call_up("E08");
    evening.tap(Home);
    evening.give_back("E07", "漏看材料");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
}

#[test]
fn why_a_judge_stays_out_is_asked_with_number_and_name() {
    let mut evening = Evening::new();
    evening.call_up("E07");
    evening.ask_to_recuse();
    evening.write("3");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
}

#[test]
fn a_recused_seat_has_no_pointer() {
    let mut evening = Evening::new();
    evening.call_up("E07");
    evening.ask_to_recuse();
    evening.write("1");
    evening.tap(Enter);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
}

#[test]
fn a_recusal_under_way_and_one_that_was_refused() {
    let mut evening = Evening::on_stage("E07");
    evening.ask_to_recuse();
    evening.write("1");
    let sent = evening.press(Enter);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 12), @"");
    evening.finish("E07");
    evening.deliver(sent);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 12), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 12), @"");
}

#[test]
fn a_seat_that_is_not_waited_for() {
    let mut evening = Evening::on_stage("E07");
    evening.mark_seat("E07", SeatMark::Absent);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    evening.mark_seat("E07", SeatMark::Late);
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
}

#[test]
fn a_void_seat_shows_what_does_not_count() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.both(Act::Void { project: "E07".into(), seat: "A1".into() }, "查实利害关系");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
}

#[test]
fn the_list_has_a_word_for_every_seat() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.give_back("E07", "误操作");
    evening.both(Act::Void { project: "E08".into(), seat: "A1".into() }, "评委中途离场");
    evening.call_up("S01");
    evening.tap(Home);
    evening.ask_to_recuse();
    evening.write("2");
    evening.tap(Enter);
    evening.tap(Tab);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 16), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 16), @"");
    evening.tap(PageUp);
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn the_panel_is_told_in_a_band_with_the_break_below() {
    let mut evening = Evening::new();
    evening.tell_the_panel("请各位评委休息后于 14:30 前回到席位，第二场由创业组开始", true);
    let name = Text { zh: "茶歇".to_owned(), en: "Tea break".to_owned() };
    evening.host(&Wish::TakeBreak { room: "A".into(), name, length: Ms::seconds(900) });
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"");
    evening.at = evening.at + Ms::seconds(900);
    assert_snapshot!(look(&evening, Lang::En, &UP, 40, 12), @"");
    evening.call_up("E07");
    evening.begin("E07", Phase::Presentation);
    evening.tell_the_panel("closer to the microphone, please", false);
    assert_snapshot!(look(&evening, Lang::En, &UP, 40, 12), @"");
}
