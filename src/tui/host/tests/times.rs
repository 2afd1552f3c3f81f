//! What counts by itself: undo, faults, those who do not come, breaks, the plan of the day.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Tab};

use super::{
    small::{presenting, small},
    *,
};
use crate::{
    contest::Text,
    tui::host::{Answer, Question, step::Hint},
};

#[test]
fn the_last_step_is_undone_within_ten_seconds_and_once() {
    let mut evening = presenting();
    evening.later(3_500);
    let drawn = evening.drawn(Lang::Zh, 80, 24);
    assert!(drawn.contains("u 撤销 E01 上一步（7 秒）"), "{drawn}");
    assert!(evening.drawn(Lang::Zh, 40, 12).contains("u 撤销 E01 上一步"), "also in a low window");
    let next = evening.console.next_change(evening.now).unwrap();
    assert_eq!(next - evening.now, Ms(500), "another second of it");
    assert_eq!(evening.does_by(Char('u')), Wish::Undo { project: "E01".into() });
    assert_eq!(evening.contest.stage_of(&"E01".into()), Stage::CalledUp);
    assert_eq!(evening.letter('u'), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoUndo)));
    evening.step();
    evening.later(10_000);
    assert!(!evening.drawn(Lang::Zh, 80, 24).contains("u 撤销"));
    assert_eq!(evening.letter('u'), []);
}

#[test]
fn after_a_fault_the_clock_goes_back_to_where_it_stopped_or_to_any_time() {
    let mut evening = presenting();
    evening.later(100_000);
    let phase = Phase::Presentation;
    let pause = Wish::PauseClock { project: "E01".into(), phase, reason: "r".into() };
    evening.does(&Evening::host(), &pause).unwrap();
    evening.does(&Evening::host(), &Wish::ResumeClock { project: "E01".into(), phase }).unwrap();
    evening.later(45_000);
    evening.show();
    let set = |seconds| Wish::SetClock {
        project: "E01".into(),
        phase,
        left: Ms::seconds(seconds),
        reason: "设备故障".into(),
    };
    evening.types("f");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 技术故障 ────────────────────────────────────────────────────┐
    │ ▶ 1 回到上次停下时：8:20                                     │
    │   2 重新计时：10:00                                          │
    │   3 设为其他时间                                             │
    │   4 移到本半天最后                                           │
    │                                                              │
    │ 回车 选定  Esc 取消                                          │
    └──────────────────────────────────────────────────────────────┘
    ");
    evening.types("11");
    assert_eq!(evening.does_by(Enter), set(500));
    evening.types("f21");
    assert_eq!(evening.does_by(Enter), set(600), "the whole phase");
    evening.types("f");
    assert!(!evening.drawn(Lang::Zh, 80, 24).contains("重新计时"), "there it stands");
    evening.types("211:00\n");
    assert!(matches!(evening.console.question, Some(Question::Type(_))), "more than there is");
    (0..5).for_each(|_| drop(evening.press(KeyCode::Backspace)));
    evening.types("4:3x0\n1");
    assert_eq!(evening.does_by(Enter), set(270));
    evening.types("f41\n");
    let postpone = Wish::Postpone { project: "E01".into(), reason: "设备故障".into() };
    assert_eq!(evening.does_by(Char('y')), postpone);
    assert_eq!(evening.letter('f'), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoFault)));
}

#[test]
fn a_clock_that_stands_where_it_stopped_goes_on_by_the_same_keys() {
    let mut evening = presenting();
    evening.later(100_000);
    let phase = Phase::Presentation;
    let pause = Wish::PauseClock { project: "E01".into(), phase, reason: "r".into() };
    evening.does(&Evening::host(), &pause).unwrap();
    evening.show();
    let says =
        |evening: &Evening| evening.drawn(Lang::En, 80, 24).contains("p resume the presentation");
    assert!(says(&evening), "the next step would end the pitch");
    evening.types("f");
    assert_eq!(evening.does_by(Char('1')), Wish::ResumeClock { project: "E01".into(), phase });
    assert!(!says(&evening));
}

#[test]
fn who_does_not_begin_is_waited_for_and_may_be_marked_absent_after_three_minutes() {
    let mut evening = small();
    evening.step();
    evening.later(179_900);
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("已等 2:59"));
    assert_eq!(evening.console.next_change(evening.now), Some(evening.now + Ms(100)));
    evening.later(100);
    let drawn = evening.drawn(Lang::Zh, 80, 24);
    assert!(drawn.contains("已等 3:00，可记缺席（按 a）"), "{drawn}");
    let drawn = evening.drawn(Lang::En, 80, 24);
    assert!(drawn.contains("waited 3:00 (a: absent)"), "{drawn}");
    evening.step();
    assert!(!evening.drawn(Lang::Zh, 80, 24).contains("已等"), "it has begun");
}

#[test]
fn a_break_that_is_due_is_the_next_step_and_its_end_the_one_after() {
    let mut evening = small();
    evening.releases("E01", "8");
    evening.releases("E02", "9");
    let noon = Wish::TakeBreak { room: "A".into(), name: "noon".into(), length: Ms::seconds(3600) };
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("回车  开始noon（60 分钟）"));
    assert_eq!(evening.does_by(Enter), noon);
    evening.later(600_000);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    示例决赛                             A 控台                             ● 已连接
      E01 E01               已公布 80.00 │ noon
    ▶ E02 E02               已公布 90.00 │
      E03 E03               候场         │ 休息中  15:13 继续
                                         │
                                         │         █▀▀▀▀ █▀▀▀█   █▀▀▀█ █▀▀▀█
                                         │         █     █   █ ▀ █   █ █   █
                                         │         ▀▀▀▀█ █   █   █   █ █   █
                                         │             █ █   █ ▀ █   █ █   █
                                         │         ▀▀▀▀▀ ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
                                         │
                                         │            完成   计划   预计  差（分钟）
                                         │ enterpri…   2/3  16:13  15:33         -40
                                         │
     候场 E03 E03   预计 15:33 结束（计划 16:13，早 40 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  结束休息
     n 请 E03 上场
    已记录（本席第 17 条）：开始noon（60 分钟）
    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    Sample final                         A host                             ● online
      E01 E01             released 80.00 │ noon
    ▶ E02 E02             released 90.00 │
      E03 E03             on deck        │ break  until 15:13
                                         │
                                         │         █▀▀▀▀ █▀▀▀█   █▀▀▀█ █▀▀▀█
                                         │         █     █   █ ▀ █   █ █   █
                                         │         ▀▀▀▀█ █   █   █   █ █   █
                                         │             █ █   █ ▀ █   █ █   █
                                         │         ▀▀▀▀▀ ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀
                                         │ seat    link
                                         │ A1 seat ● online
                                         │ A2 seat ▲ silent
                                         │ A3 seat ● online
                                         │
                                         │             done   plan   ends  min
                                         │ enterprise   2/3  16:13  15:33  -40
                                         │
     on deck E03 E03   ends 15:33 (planned 16:13, 40 min early)
     hall sees auto  1 board  1 timer
     Enter  end the break
     n call up E03
    recorded, no. 17 of this seat: begin: noon (60 min)
    ? help  m more  b blank/show  s scene  t message  Tab order/ranking/progress
    ");
    assert_eq!(evening.does_by(Enter), Wish::EndBreak { room: "A".into() });
}

#[test]
fn a_break_can_be_taken_whenever_the_stage_is_free() {
    let mut evening = small();
    evening.types("k");
    assert_eq!(evening.press(KeyCode::Backspace), []);
    assert_eq!(evening.press(KeyCode::Backspace), []);
    assert_eq!(evening.press(Enter), [Effect::Bell], "no length, no break");
    assert!(evening.boxed(Lang::Zh).contains("请填休息几分钟"));
    evening.types("x15");
    let name = Text { zh: "休息".into(), en: "Break".into() };
    let wish = Wish::TakeBreak { room: "A".into(), name, length: Ms::seconds(900) };
    assert_eq!(evening.does_by(Enter), wish);
    assert_eq!(evening.does_by(Char('k')), Wish::EndBreak { room: "A".into() });
    evening.step();
    assert_eq!(evening.letter('k'), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoBreak)));
}

#[test]
fn the_plan_says_how_late_it_will_be() {
    let mut evening = small();
    evening.steps(2);
    evening.later(780_000);
    evening.show();
    let drawn = evening.drawn(Lang::Zh, 80, 24);
    assert!(drawn.contains("候场 E02 E02"), "{drawn}");
    assert!(drawn.contains("，晚 3 分钟）"), "three minutes over, and they count up: {drawn}");
    (0..2).for_each(|_| drop(evening.press(Tab)));
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @r"
    Sample final                         A host                             ● online
                done   plan   ends  min  │ E01  E01
    enterprise   0/3  16:13  16:16   +3  │
    room         0/3  16:13  16:16   +3  │ presentation  overtime +3:00
                                         │
                                         │
                                         │
                                         │               ▀▀▀▀█   █▀▀▀█ █▀▀▀█
                                         │           █       █ ▀ █   █ █   █
                                         │         ▀▀█▀▀ ▀▀▀▀█   █   █ █   █
                                         │           ▀       █ ▀ █   █ █   █
                                         │               ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀
                                         │
                                         │
                                         │ seat    link     E01 0/3
                                         │ A1 seat ● online ○ none
                                         │ A2 seat ▲ silent ○ none
                                         │ A3 seat ● online ○ none
     on deck E02 E02   ends 16:16 (planned 16:13, 3 min late)
     hall sees auto  1 board  1 timer
     Enter  go on to questions, E01


    ? help  m more  p pause/resume  b blank/show  s scene  t message
    ");
}

#[test]
fn a_question_about_the_time_that_is_left_is_true_past_zero() {
    let mut evening = Evening::begins();
    evening.steps(2);
    evening.later(600_000 - 89_000);
    evening.press(Enter);
    assert!(evening.boxed(Lang::Zh).contains("展示还剩 1:29"));
    evening.later(89_000 + 34_000);
    let asked = evening.boxed(Lang::Zh);
    assert!(asked.contains("展示已超时 0:34"), "{asked}");
    assert!(!asked.contains("还剩"));
    assert!(evening.boxed(Lang::En).contains("over its time by 0:34"));
}
