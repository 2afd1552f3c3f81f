//! What the hall sees and hears by keys: scenes, messages, breaks, undo, faults, ceremonies.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, Left, Right, Tab};

use super::{acts::small, *};
use crate::{
    contest::{Audience, Reveal, Scene as Shown, Text},
    tui::{
        host::{Answer, Question, step::Hint, typed},
        screen::every_small_size,
    },
};

fn say(to: Audience, text: &str, blink: bool) -> Wish {
    Wish::Say { room: "A".into(), to, text: text.into(), blink }
}

fn show(scene: Shown) -> Wish {
    Wish::ShowScene { room: "A".into(), scene }
}

fn ceremony(step: Option<u32>) -> Wish {
    Wish::Ceremony { group: "enterprise".into(), step }
}

fn presenting() -> Evening {
    let mut evening = small();
    evening.step();
    evening.later(1_000);
    evening.step();
    evening
}

/// The enterprise group is through and final, two of three take an award.
fn all_released() -> Evening {
    let mut evening = small();
    for (project, mark) in [("E01", "9"), ("E02", "8.5"), ("E03", "8")] {
        evening.releases(project, mark);
    }
    evening.later(60_000);
    evening.show();
    evening
}

impl Evening {
    /// A key that sends a wish, which is granted.
    fn does_by(&mut self, code: KeyCode) -> Wish {
        let wish = self.sends(code);
        self.answers();
        assert!(matches!(self.console.answer, Some(Answer::Granted { .. })), "{wish:?}");
        wish
    }
}

#[test]
fn one_key_blanks_and_unblanks() {
    let mut evening = small();
    let blank = |on| Wish::Blank { room: "A".into(), on };
    assert_eq!(evening.does_by(Char('b')), blank(true));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("画面 黑屏（自动）"));
    assert!(evening.drawn(Lang::Zh, 40, 12).contains("画面 黑屏（自动）"), "also in a low window");
    assert_eq!(evening.does_by(Char('b')), blank(false));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("画面 自动"));
}

#[test]
fn a_held_key_blanks_once() {
    let mut evening = small();
    evening.sends(Char('b'));
    evening.later(30);
    let id = evening.console.asked.clone().unwrap().id;
    evening.does(&Evening::host(), &Wish::Blank { room: "A".into(), on: true }).unwrap();
    evening.show();
    evening.console.hear(&News::Granted { id, seq: 1 }, evening.now);
    for _ in 0..20 {
        assert_eq!(evening.letter('b'), [], "the terminal repeats the key");
        evening.later(30);
    }
    evening.later(500);
    assert_eq!(evening.sends(Char('b')), Wish::Blank { room: "A".into(), on: false });
}

#[test]
fn a_scene_is_two_keys_and_the_present_one_is_marked() {
    let mut evening = small();
    assert_eq!(evening.letter('s'), []);
    assert_eq!(evening.does_by(Char('4')), show(Shown::Ranking { group: None }));
    assert_eq!(evening.letter('s'), []);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
      E01 E01                      候场  │ 尚未叫号
      E02 E02                      候场  │
      E03 E03                      候场  │
                                         │
            ┌ 画面 ────────────────────────────────────────────────────────┐
            │   1 自动                                                     │
            │   2 欢迎页                                                   │
            │   3 台上项目                                                 │
            │ ▶ 4 全部排名（现在）                                         │
            │   5 最新得分                                                 │
            │   6 休息                                                     │
            │   7 只显示大屏提示                                           │
            │   8 enterprise获奖名单                                       │
            │   9 enterprise排名                                           │
            │   0 startup排名                                              │
            │                                                              │
            │ 回车 选定  Esc 取消  上 向上选择  下 向下选择                │
     预计 1 └──────────────────────────────────────────────────────────────┘
     画面 全部排名  大屏 1  计时屏 1
     回车  叫号：E01 上场  E01


    ? 帮助  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
}

#[test]
fn a_prepared_message_is_seen_before_it_is_sent() {
    let mut evening = presenting();
    evening.types("t12");
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("还有一分钟"));
    assert_eq!(evening.letter('1'), [], "another digit puts another line in");
    assert_eq!(evening.press(Tab), []);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                   展示 0/3 │ E01  E01
      E02 E02                   候场     │
      E03 E03                   候场     │ 展示  计时中
                                         │
                                         │
            ┌ 提示台上 ────────────────────────────────────────────────────┐
            │ 内容（数字选入，或直接输入，最多 80 字）：                   │
            │  1 请靠近话筒                                                │
            │  2 还有一分钟                                                │
            │  3 请结束                                                    │
            │  4 请稍候                                                    │
            │  5 请面向评委                                                │
            │ 闪烁：开                                                     │
            │                                                              │
            │ 请靠近话筒                                                   │
            │ 回车 确认  Esc 取消  Tab 闪烁                                │
            └──────────────────────────────────────────────────────────────┘
     候场 E02 E02   预计 16:13 结束（计划 16:13，准点）
     画面 自动  大屏 1  计时屏 1
     回车  E01 进入答辩环节
     u 撤销 E01 上一步（10 秒）

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    assert_eq!(evening.does_by(Enter), say(Audience::Stage, "请靠近话筒", true));
}

#[test]
fn a_message_is_taken_away_by_its_line() {
    let mut evening = presenting();
    let wish = say(Audience::Stage, "请靠近话筒", true);
    evening.does(&Evening::host(), &wish).unwrap();
    evening.show();
    evening.types("t");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @r"
    Sample final                         A host                             ● online
    ▶ E01 E01           presentation 0/3 │ E01  E01
      E02 E02           waiting          │
      E03 E03           waiting          │ presentation  running
                                         │
                                         │
                                         │
                                         │           █   █▀▀▀█   █▀▀▀█ █▀▀▀█
            ┌ message ─────────────────────────────────────────────────────┐
            │ ▶ 1 message to stage  请靠近话筒                             │
            │   2 message to judges                                        │
            │   3 message to hall                                          │
            │   4 take away from stage: 请靠近话筒                         │
            │                                                              │
            │ Enter pick  Esc cancel  Up select the one above              │
            └──────────────────────────────────────────────────────────────┘
                                         │ A2 seat ▲ silent ○ none
                                         │ A3 seat ● online ○ none
     on deck E02 E02   ends 16:13 (planned 16:13, on time)
     hall sees auto  stage: 请靠近话筒 (blinks)  1 board  1 timer
     Enter  go on to questions, E01
     u undo the last step of E01 (10 s)

    ? help  m more  p pause/resume  b blank/show  s scene  t message
    ");
    let unsay = Wish::Unsay { room: "A".into(), to: Audience::Stage };
    assert_eq!(evening.does_by(Char('4')), unsay);
    evening.types("t");
    assert_eq!(evening.letter('4'), [], "nothing is left to be taken away");
}

#[test]
fn a_message_is_typed_in_any_letters_and_never_empty_or_too_long() {
    let mut evening = presenting();
    evening.types("t2\n  \n");
    evening.types("b1q");
    evening.console.paste(&"字".repeat(90));
    let text = format!("b1q{}", "字".repeat(75));
    assert_eq!(evening.does_by(Enter), say(Audience::Judges, &text, false), "80 with the blanks");
    evening.types("t3");
    assert_eq!(evening.press(Esc), []);
    assert_eq!(evening.console.question, None);
}

#[test]
fn every_prepared_message_fits_a_timer() {
    for words in [Lang::Zh, Lang::En].map(Words::new) {
        for to in [Audience::Stage, Audience::Judges, Audience::Board] {
            for text in typed::prepared(&words, to) {
                assert!(!text.starts_with("host-") && text.chars().count() <= 40, "{text}");
            }
        }
    }
}

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
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                   展示 0/3 │ E01  E01
      E02 E02                   候场     │
      E03 E03                   候场     │ 展示  计时中
                                         │
                                         │
                                         │
                                         │            ▀▀▀▀█   ▀▀▀▀█ █▀▀▀▀
            ┌ 技术故障 ────────────────────────────────────────────────────┐
            │ ▶ 1 回到上次停下时：8:20                                     │
            │   2 重新计时：10:00                                          │
            │   3 设为其他时间                                             │
            │   4 移到本半天最后                                           │
            │                                                              │
            │ 回车 选定  Esc 取消  上 向上选择  下 向下选择                │
            └──────────────────────────────────────────────────────────────┘
                                         │ A2 seat ▲ 无响应 ○ 未交
                                         │ A3 seat ● 在线   ○ 未交
     候场 E02 E02   预计 16:13 结束（计划 16:13，准点）
     画面 自动  大屏 1  计时屏 1
     回车  E01 进入答辩环节


    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    evening.types("11");
    assert_eq!(evening.does_by(Enter), set(500));
    evening.types("f21");
    assert_eq!(evening.does_by(Enter), set(600), "the whole phase");
    evening.types("f311:00\n");
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
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("回车  休息：noon（60 分钟）"));
    assert_eq!(evening.does_by(Enter), noon);
    evening.later(600_000);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
      E01 E01               已公布 80.00 │ noon
    ▶ E02 E02               已公布 90.00 │
      E03 E03               候场         │ 休息中  15:13 继续
                                         │
                                         │
                                         │
                                         │         █▀▀▀▀ █▀▀▀█   █▀▀▀█ █▀▀▀█
                                         │         █     █   █ ▀ █   █ █   █
                                         │         ▀▀▀▀█ █   █   █   █ █   █
                                         │             █ █   █ ▀ █   █ █   █
                                         │         ▀▀▀▀▀ ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀
                                         │
                                         │
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
     候场 E03 E03   预计 15:33 结束（计划 16:13，早 40 分）
     画面 自动  大屏 1  计时屏 1
     回车  结束休息
     n 叫号：E03 上场
    已记录（本席第 17 条）：休息：noon（60 分钟）
    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    assert_eq!(evening.does_by(Enter), Wish::EndBreak { room: "A".into() });
}

#[test]
fn a_break_can_be_taken_whenever_the_stage_is_free() {
    let mut evening = small();
    evening.types("k");
    assert_eq!(evening.press(KeyCode::Backspace), []);
    assert_eq!(evening.press(KeyCode::Backspace), []);
    assert_eq!(evening.press(Enter), [], "no length, no break");
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
    assert!(drawn.contains("，晚 3 分）"), "three minutes over, and they count up: {drawn}");
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

/// E01 is released: one point less from every judge than from the one before, and overtime.
fn read_aloud(reveal: Reveal) -> Evening {
    let mut evening = Evening::of(Arc::new(Session { reveal, ..founding() }));
    evening.run_to("E01", Stage::Scoring);
    let group = evening.contest.session().group_of(&"E01".into()).unwrap().clone();
    for (nth, seat) in ["A1", "A2", "A3", "A4", "A5", "A6", "A7"].into_iter().enumerate() {
        let rubric = group.rubric.as_ref().unwrap();
        let mut marks: Marks = rubric.marked().map(|(it, _)| (it.id.clone(), it.max)).collect();
        let first = marks.values_mut().next().unwrap();
        *first -= rust_decimal::Decimal::from(nth);
        let wish = Wish::Submit { project: "E01".into(), revision: 1, marks };
        evening.does(&Seat::Judge("A".into(), seat.into()), &wish).unwrap();
    }
    evening.later(1_000);
    evening.run_to("E01", Stage::Released);
    evening
}

#[test]
fn a_released_score_is_there_to_be_read_aloud_until_the_next_call_up() {
    let mut evening = read_aloud(Reveal::Seats);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
    ▶ E01 示例项目 E01 钛…  已公布 94.00 │ E01  示例项目 E01 钛合金航空支架一体化打…
      E02 示例项目 E02 连…  候场         │ 示例企业 E01
      E03 示例项目 E03 个…  候场         │ 已公布
      E04 示例项目 E04 高…  候场         │
      E05 示例项目 E05 气…  候场         │
      E06 示例项目 E06 拓…  候场         │
      E07 示例项目 E07 熔…  候场         │
      E08 示例项目 E08 大…  候场         │ 席位             连接
      E09 示例项目 E09 多…  候场         │ A1 行业专家      ● 在线
      E10 示例项目 E10 砂…  候场         │ A2 行业专家      ▲ 无响应
      E11 示例项目 E11 齿…  候场         │ A3 行业专家      ● 在线
      E12 示例项目 E12 再…  候场         │ A4 行业专家      ● 在线
      E13 示例项目 E13 打…  候场         │ A5 财务/投资专家 ○ 离线
      E14 示例项目 E14 工…  候场         │ A6 财务/投资专家 ● 在线
      E15 示例项目 E15 随…  候场         │ A7 财务/投资专家 ● 在线
     宣读  E01 示例项目 E01 钛合金航空支架一体化打印，去掉一个最高分 100.00、一个最
           低分 88.00，最后得分 94.00，暂列第 1 名
     预计 23:53 结束（计划 00:13，早 20 分）
     画面 自动  大屏 1  计时屏 1
     回车  叫号：E02 上场  示例项目 E02 连续碳纤维复合材料打印


    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    evening.later(1_000);
    evening.step();
    assert!(!evening.drawn(Lang::Zh, 80, 24).contains("最后得分"));
    assert!(evening.drawn(Lang::Zh, 200, 50).contains("最后得分"), "a large window has room");
    (0..2).for_each(|_| drop(evening.press(Tab)));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("宣读"), "and its page keeps it");
}

#[test]
fn it_is_read_aloud_in_english_too() {
    let evening = read_aloud(Reveal::Seats);
    assert_snapshot!(evening.drawn(Lang::En, 100, 30), @r"
    11th Maker in China contest, additive manuf… Room A host                                    ● online
    ▶ E01 Sample project E01: tita… released 94.00 │ E01  Sample project E01: titanium aircraft bracket…
      E02 Sample project E02: cont… waiting        │ Sample company E01
      E03 Sample project E03: pati… waiting        │ released
      E04 Sample project E04: high… waiting        │
      E05 Sample project E05: gas-… waiting        │
      E06 Sample project E06: topo… waiting        │
      E07 Sample project E07: visi… waiting        │
      E08 Sample project E08: wire… waiting        │
      E09 Sample project E09: larg… waiting        │
      E10 Sample project E10: bind… waiting        │
      E11 Sample project E11: seri… waiting        │
      E12 Sample project E12: recy… waiting        │
      E13 Sample project E13: dist… waiting        │
      E14 Sample project E14: proc… waiting        │ seat                         link
      E15 Sample project E15: conf… waiting        │ A1 industry expert           ● online
      E16 Sample project E16: mids… waiting        │ A2 industry expert           ▲ silent
      E17 Sample project E17: bior… waiting        │ A3 industry expert           ● online
      E18 Sample project E18: elec… waiting        │ A4 industry expert           ● online
      E19 Sample project E19: high… waiting        │ A5 finance/investment expert ○ offline
      E20 Sample project E20: a la… waiting        │ A6 finance/investment expert ● online
      E21 Sample project E21: smar… waiting        │ A7 finance/investment expert ● online
     read  E01 Sample project E01: titanium aircraft brackets printed in one piece, without the highest
           100.00 and the lowest 88.00, final score 94.00, provisionally in place 1
     ends 23:53 (planned 00:13, 20 min early)
     hall sees auto  1 board  1 timer
     Enter  call up E02  Sample project E02: continuous carbon-fibre printing


    ? help  m more  b blank/show  s scene  t message  Tab order/ranking/progress  k break  q quit
    ");
}

#[test]
fn dropped_totals_are_read_only_where_the_session_shows_totals() {
    let drawn = read_aloud(Reveal::Score).drawn(Lang::Zh, 200, 50);
    assert!(drawn.contains("最后得分") && !drawn.contains("最高分 "), "{drawn}");
}

#[test]
fn nothing_that_is_not_released_is_on_the_console() {
    let mut evening = small();
    evening.scores("E01", "8");
    evening.run_to("E01", Stage::Locked);
    for page in 0..3 {
        let drawn = evening.drawn(Lang::Zh, 200, 50);
        assert!(!drawn.contains("80.00") && !drawn.contains("8.0"), "page {page}: {drawn}");
        evening.press(Tab);
    }
}

#[test]
fn a_ceremony_goes_forwards_and_back_and_ends_with_a_thaw() {
    let mut evening = all_released();
    evening.types("v2");
    assert_eq!(evening.does_by(Char('y')), Wish::Freeze { group: "enterprise".into() });
    evening.types("v1");
    assert_eq!(evening.does_by(Char('y')), ceremony(Some(0)));
    assert_eq!(evening.does_by(Enter), ceremony(Some(1)), "those without an award");
    assert_eq!(evening.does_by(Right), ceremony(Some(2)), "the second prize");
    assert_eq!(evening.does_by(Left), ceremony(Some(1)));
    assert_eq!(evening.does_by(Enter), ceremony(Some(2)));
    assert_eq!(evening.press(Enter), []);
    evening.later(500);
    assert_eq!(evening.does_by(Enter), ceremony(Some(3)));
    assert_eq!(evening.does_by(Enter), ceremony(Some(4)), "an award is announced at once");
    assert_eq!(evening.press(Enter), []);
    evening.later(500);
    assert_eq!(evening.does_by(Enter), ceremony(Some(5)));
    assert_eq!(evening.press(Enter), []);
    evening.later(500);
    assert_eq!(evening.does_by(Enter), ceremony(None));
    assert_eq!(evening.contest.frozen(&"enterprise".into()), None);
    assert_eq!(evening.press(Right), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoCeremony)));
}

#[test]
fn the_host_reads_privately_what_comes_next() {
    let mut evening = all_released();
    evening.does(&Evening::host(), &ceremony(Some(1))).unwrap();
    evening.show();
    evening.does_by(Enter);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
      E01 E01               已公布 90.00 │ E03  E03
      E02 E02               已公布 85.00 │
    ▶ E03 E03               已公布 80.00 │ 已公布
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
     画面 颁奖 2/5 宣布second（1 个）  大屏 1  计时屏 1
     回车  下一步：second，第 2 名 E02 E02

    已记录（本席第 17 条）：宣布second（1 个）
    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  左 颁奖：上一步  Tab 顺序/排名/进度
    ");
    assert_eq!(evening.press(Enter), []);
    evening.later(500);
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @r"
    Sample final                         A host                             ● online
      E01 E01             released 90.00 │ E03  E03
      E02 E02             released 85.00 │
    ▶ E03 E03             released 80.00 │ released
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │ seat    link
                                         │ A1 seat ● online
                                         │ A2 seat ▲ silent
                                         │ A3 seat ● online
     hall sees ceremony 2/5 announce second (1)  1 board  1 timer
     Enter  once more: second, place 2: E02 E02


    ? help  m more  b blank/show  s scene  t message  Left ceremony: back
    ");
}

#[test]
fn a_ceremony_is_asked_about_once() {
    let mut evening = all_released();
    evening.types("v1");
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
      E01 E01               已公布 90.00 │ E03  E03
      E02 E02               已公布 85.00 │
    ▶ E03 E03               已公布 80.00 │ 已公布
                                         │
                                         │
                                         │
                                         │
                                         │
                                         │
            ┌ enterprise颁奖开始 ──────────────────────────────────────────┐
            │ 大屏从最后一名起逐步揭晓，回车向前，左键后退。               │
            │                                                              │
            │ y 确认  Esc 取消                                             │
            └──────────────────────────────────────────────────────────────┘
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
     画面 自动  大屏 1  计时屏 1
    本会场流程已全部完成


    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
}

#[test]
fn the_top_three_take_a_second_press() {
    let mut evening = all_released();
    evening.does(&Evening::host(), &ceremony(Some(2))).unwrap();
    evening.show();
    assert_eq!(evening.press(Right), []);
    evening.later(30);
    assert_eq!(evening.press(Right), [], "the same press, held");
    evening.later(500);
    assert_eq!(evening.press(Down), [], "another key lets it go");
    assert_eq!(evening.press(Right), []);
    evening.later(500);
    assert_eq!(evening.sends(Right), ceremony(Some(3)));
}

#[test]
fn the_projector_shows_the_ceremony_before_it_goes_on() {
    let mut evening = all_released();
    evening.does(&Evening::host(), &show(Shown::Welcome)).unwrap();
    evening.does(&Evening::host(), &Wish::Blank { room: "A".into(), on: true }).unwrap();
    evening.does(&Evening::host(), &ceremony(Some(0))).unwrap();
    evening.show();
    assert_eq!(evening.does_by(Enter), Wish::Blank { room: "A".into(), on: false });
    assert_eq!(evening.does_by(Enter), show(Shown::Awards { group: "enterprise".into() }));
    assert_eq!(evening.does_by(Enter), ceremony(Some(1)));
}

#[test]
fn awards_that_have_not_been_revealed_are_not_shown_by_one_key() {
    let mut evening = all_released();
    evening.types("s8");
    assert!(matches!(evening.console.question, Some(Question::Sure(_))));
    assert_eq!(evening.sends(Char('y')), show(Shown::Awards { group: "enterprise".into() }));
}

#[test]
fn no_size_is_too_small_for_what_is_asked() {
    let mut evening = all_released();
    for keys in ["s", "t", "t1", "v", "v1"] {
        evening.types(keys);
        for lang in [Lang::Zh, Lang::En] {
            for (columns, rows) in [(30, 8), (40, 12), (70, 10), (80, 24), (300, 90)] {
                evening.drawn(lang, columns, rows);
            }
        }
        let words = Words::new(Lang::Zh);
        let (theme, now, link) = (&Theme::plain(), evening.now, &evening.console.link);
        let scene = Scene { words: &words, theme, now, link };
        every_small_size(|area, buf| evening.console.draw(&scene, area, buf));
        evening.press(Esc);
        evening.later(500);
    }
}

#[test]
fn a_ranking_is_frozen_from_the_menu_long_before_it_is_final() {
    let evening = small();
    let words = Words::new(Lang::En);
    let offers = evening.console.offers(&words);
    assert!(offers.iter().any(|offer| offer.what == words.say("host-key-ceremonies")));
}
