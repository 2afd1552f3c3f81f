//! What is read aloud, and the ceremony with its private line.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Left, Right, Tab};

use super::{
    hall::show,
    small::{all_released, small},
    *,
};
use crate::{
    contest::{Reveal, Scene as Shown},
    tui::host::{Answer, step::Hint},
};

fn ceremony(step: Option<u32>) -> Wish {
    Wish::Ceremony { group: "enterprise".into(), step }
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
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
    ▶ E01 示例项目 E01 钛…  已公布 94.00 │ E01  示例项目 E01 钛合金航空支架一体化
      E02 示例项目 E02 连…  候场         │ 打印
      E03 示例项目 E03 个性化骨科植入物  │ 已公布
      E04 示例项目 E04 高功率激光振镜    │ 候场
      E05 示例项目 E05 气雾化高温合金粉… │ E02  示例项目 E02 连续碳纤维复合材料打印
      E06 示例项目 E06 拓扑优化设计软件  │ 示例企业 E02
      E07 示例项目 E07 熔池视觉在线监测… │
      E08 示例项目 E08 大型船舶螺旋桨电… │ 席位             连接
      E09 示例项目 E09 多激光大幅面粉末… │ A1 行业专家      ● 在线
      E10 示例项目 E10 砂型粘结剂喷射    │ A2 行业专家      ▲ 无响应
      E11 示例项目 E11 齿科隐形矫治器批… │ A3 行业专家      ● 在线
      E12 示例项目 E12 再生铝合金粉末    │ A4 行业专家      ● 在线
      E13 示例项目 E13 打印变形仿真与自… │ A5 财务/投资专家 ○ 离线
      E14 示例项目 E14 工艺参数智能推荐  │ A6 财务/投资专家 ● 在线
      E15 示例项目 E15 随形冷却注塑模具  │ A7 财务/投资专家 ● 在线
     宣读  E01 示例项目 E01 钛合金航空支架一体化打印，去掉一个最高分 100.00、一个最
           低分 88.00，最后得分 94.00，暂列第 1 名
     预计 23:53 结束（计划 00:13，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  请 E02 上场  示例项目 E02 连续碳纤维复合材料打印


    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Room A host                          ● online
    ▶ E01 Sample project… released 94.00 │ E01  Sample project E01: titanium
      E02 Sample project… on deck        │ aircraft brackets printed in one piece
      E03 Sample project E03: patient-m… │ released
      E04 Sample project E04: high-powe… │ on deck
      E05 Sample project E05: gas-atomi… │ E02  Sample project E02: continuous
      E06 Sample project E06: topology … │ carbon-fibre printing
      E07 Sample project E07: vision mo… │ seat                         link
      E08 Sample project E08: wire-arc … │ A1 industry expert           ● online
      E09 Sample project E09: large mul… │ A2 industry expert           ▲ silent
      E10 Sample project E10: binder-je… │ A3 industry expert           ● online
      E11 Sample project E11: serial pr… │ A4 industry expert           ● online
      E12 Sample project E12: recycled … │ A5 finance/investment expert ○ offline
      E13 Sample project E13: distortio… │ A6 finance/investment expert ● online
      E14 Sample project E14: process p… │ A7 finance/investment expert ● online
     read  E01 Sample project E01: titanium aircraft brackets printed in one piece,
           without the highest 100.00 and the lowest 88.00, final score 94.00,
           provisionally in place 1
     ends 23:53 (planned 00:13, 20 min early)
     hall sees auto  1 board  1 timer
     Enter  call up E02  Sample project E02: continuous carbon-fibre printing


    ? help  m more  b blank/show  s scene  t message  Tab order/ranking/progress
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
    assert_snapshot!(evening.drawn(Lang::En, 100, 30), @"
    11th Maker in China contest, additive manuf… Room A host                                    ● online
    ▶ E01 Sample project E01: tita… released 94.00 │ E01  Sample project E01: titanium aircraft brackets
      E02 Sample project E02: cont… on deck        │ printed in one piece
      E03 Sample project E03: patient-matched ort… │ released
      E04 Sample project E04: high-power laser sc… │ on deck
      E05 Sample project E05: gas-atomised supera… │ E02  Sample project E02: continuous carbon-fibre
      E06 Sample project E06: topology optimisati… │ printing
      E07 Sample project E07: vision monitoring o… │ Sample company E02
      E08 Sample project E08: wire-arc additive m… │
      E09 Sample project E09: large multi-laser p… │
      E10 Sample project E10: binder-jet sand mou… │ seat                         link
      E11 Sample project E11: serial printing of … │ A1 industry expert           ● online
      E12 Sample project E12: recycled aluminium … │ A2 industry expert           ▲ silent
      E13 Sample project E13: distortion simulati… │ A3 industry expert           ● online
      E14 Sample project E14: process parameters … │ A4 industry expert           ● online
      E15 Sample project E15: conformally cooled … │ A5 finance/investment expert ○ offline
      E16 Sample project E16: midsoles by fast ph… │ A6 finance/investment expert ● online
      E17 Sample project E17: bioresorbable magne… │ A7 finance/investment expert ● online
      E18 Sample project E18: electron-beam guns … │
      E19 Sample project E19: high-performance PE… │                   done   plan   ends  min
      E20 Sample project E20: a lattice modelling… │ Enterprise group  1/30  00:13  23:53  -20
      E21 Sample project E21: smart scheduling fo… │
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
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
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
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
                                         │
                                         │           完成   计划    预计  差（分钟）
                                         │ enterpr…   3/3  16:13  已结束
                                         │
     宣读  下面揭晓second，共 1 个项目
     画面 颁奖 2/5 宣布second（1 个）  大屏 1  计时屏 1
     回车  下一步：second，第 2 名 E02 E02

    已记录（本席第 17 条）：宣布second（1 个）
    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  左 颁奖：上一步  Tab 顺序/排名/进度
    ");
    assert_eq!(evening.press(Enter), []);
    evening.later(500);
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
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
                                         │ seat    link
                                         │ A1 seat ● online
                                         │ A2 seat ▲ silent
                                         │ A3 seat ● online
                                         │
                                         │             done   plan  ends  min
                                         │ enterprise   3/3  16:13  over
                                         │
     read  Now the second, which goes to one project
     hall sees ceremony 2/5 announce second (1)  1 board  1 timer
     Enter  once more: second, place 2: E02 E02


    ? help  m more  b blank/show  s scene  t message  Left ceremony: back
    ");
}

#[test]
fn a_ceremony_is_asked_about_once() {
    let mut evening = all_released();
    evening.types("v1");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ enterprise颁奖开始 ──────────────────────────────────────────┐
    │ 大屏从最后一名起逐步揭晓，回车向前，左键后退。               │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
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
fn a_ranking_is_frozen_from_the_menu_long_before_it_is_final() {
    let evening = small();
    let words = Words::new(Lang::En);
    let offers = evening.console.offers(&words, evening.now);
    assert!(offers.iter().any(|offer| offer.what == words.say("host-key-ceremonies")));
}
