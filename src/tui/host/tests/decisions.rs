//! What waits for a decision: of two persons, of the jury chair; and what is corrected by one.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, Up};

use super::{small::small, *};
use crate::contest::Act;

#[test]
fn an_act_of_two_persons_waits_for_the_supervisor() {
    let mut evening = small();
    evening.scores("E01", "8");
    evening.attendance.at(&Seat::Supervisor).screens = 0;
    evening.show();
    evening.types("m331\n");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 提议：退回评分表更正 E01 A3 ─────────────────────────────────┐
    │ E01 E01                                                      │
    │ 须监督在监督屏上同意后才生效。监督屏未连接！                 │
    │ 原因：两项分数填反                                           │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    let act = Act::Return { project: "E01".into(), seat: "A3".into() };
    let reason = "两项分数填反".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Propose { act, reason });
}

#[test]
fn an_own_proposal_stands_as_waiting_until_the_supervisor_agrees() {
    let mut evening = small();
    evening.scores("E01", "8");
    evening.attendance.at(&Seat::Supervisor).screens = 0;
    evening.types("m331\n");
    evening.sends(Char('y'));
    evening.answers();
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    Sample final                         A host                             ● online
    ▶ E01 E01                scoring 3/3 │ E01  E01
      E02 E02                on deck     │
      E03 E03                waiting     │ scoring  running
                                         │       ██          ██████████  ██████████
                                         │       ██      ██  ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██      ██  ██      ██  ██      ██
                                         │       ██          ██████████  ██████████
                                         │ seat    link     E01 3/3
                                         │ A1 seat ● online ● in
                                         │ A2 seat ▲ silent ● in
                                         │ A3 seat ● online ● in
                                         │ E01 can be locked
                                         │ 3 sheets: plain mean
     g waits for the supervisor (not connected): give a sheet back E01 A3 (两项分数…
     on deck E02 E02   ends 15:53 (planned 16:13, 20 min early)
     hall sees auto  1 board  1 timer
     Enter  lock E01
     u undo the last step of E01 (10 s)   n call up E02
    recorded, no. 17 of this seat: propose: give a sheet back E01 A3
    g decisions  ? help  m more  p pause/resume  b blank/show  s scene  t message
    ");
    evening.supervisor(&Wish::Agree { proposal: 1 });
    assert!(evening.console.view.as_ref().unwrap().proposals.is_empty());
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("已退回：A3"));
}

#[test]
fn what_the_supervisor_proposes_is_agreed_to_or_declined_with_a_reason() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    let act = Act::Disqualify { project: "E02".into() };
    evening.supervisor(&Wish::Propose { act, reason: "资格不符".into() });
    evening.types("g1");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 同意第 1 号提议 ─────────────────────────────────────────────┐
    │ E02 E02                                                      │
    │ 监督提议：取消资格 E02                                       │
    │ 原因：资格不符                                               │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    evening.types("n");
    evening.types("g21\n");
    let reason = "理由不足".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Decline { proposal: 1, reason });
    evening.console.asked = None;
    evening.types("g1");
    assert_eq!(evening.sends(Char('y')), Wish::Agree { proposal: 1 });
    evening.answers();
    assert_eq!(evening.letter('g'), []);
    assert_eq!(evening.console.question, None, "nothing waits any more");
}

#[test]
fn an_agreement_goes_away_with_its_proposal() {
    let mut evening = small();
    let act = Act::Disqualify { project: "E02".into() };
    evening.supervisor(&Wish::Propose { act, reason: "x".into() });
    evening.types("g1");
    evening.supervisor(&Wish::Decline { proposal: 1, reason: "x".into() });
    assert_eq!(evening.console.question, None);
}

#[test]
fn the_chair_rules_on_a_tie_and_the_ranking_becomes_final() {
    let mut evening = small();
    for project in ["E01", "E02", "E03"] {
        evening.releases(project, "8");
    }
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    示例决赛                             A 控台                             ● 已连接
      E01 E01               已公布 80.00 │ E03  E03
      E02 E02               已公布 80.00 │
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
     g 待评委组长裁定：enterprise E01、E02、E03 同分；裁定前排名不是最终结果
     画面 自动  大屏 1  计时屏 1
    流程已完成，但还有待处理事项


    g 待处理事项  ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    evening.types("g1");
    evening.press(Down);
    evening.types(" ");
    evening.press(Up);
    evening.press(Down);
    evening.press(Down);
    evening.types("=");
    assert_snapshot!(evening.drawn(Lang::En, 60, 12), @r"
    Sample final               A host                   ● online
    E03  E03
    released
    ┌ enterprise: E01, E03, E02 are tied ──────────────────────┐
    │      1 E01 E01                                           │
    │      2 E03 E03                                           │
    │ ▶ =  2 (moving)  E02 E02                                 │
    │                                                          │
    │ Enter done  Esc cancel  Space take/drop  = equal         │
    └──────────────────────────────────────────────────────────┘

    g decisions  ? help  m more  b blank/show  s scene
    ");
    evening.types("\n2\n");
    let order = vec![vec!["E01".into()], vec!["E03".into(), "E02".into()]];
    let (group, reason) = ("enterprise".into(), "评委组长裁定".to_owned());
    assert_eq!(evening.sends(Char('y')), Wish::Rule { group, order, reason });
    evening.answers();
    assert!(evening.console.view.as_ref().unwrap().groups[0].is_final);
    assert!(evening.keeps_its_word().contains(&"rule"), "the chair may decide again");
}

#[test]
fn another_decision_of_the_chair_says_first_that_it_is_published() {
    let mut evening = small();
    for (project, mark) in [("E01", "8"), ("E02", "8"), ("E03", "7")] {
        evening.releases(project, mark);
    }
    let order = vec![vec!["E02".into()], vec!["E01".into()]];
    let wish = Wish::Rule { group: "enterprise".into(), order, reason: "x".into() };
    evening.does(&Evening::host(), &wish).unwrap();
    evening.show();
    evening.types("m");
    assert!(!evening.drawn(Lang::En, 80, 24).contains("its tie"), "E03 is in none");
    evening.press(Esc);
    evening.press(Up);
    evening.types("m");
    let at = evening.drawn(Lang::En, 80, 24).lines().find_map(|line| {
        let (before, _) = line.split_once(" another decision of the chair")?;
        before.chars().last()
    });
    evening.letter(at.unwrap());
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ enterprise: E02, E01 are tied ───────────────────────────────┐
    │ The hall has seen the first decision. Another one goes out   │
    │ as a numbered correction bulletin with every place that      │
    │ changes, and ends a ceremony of the group.                   │
    │ ▶    1 E02 E02                                               │
    │      2 E01 E01                                               │
    │                                                              │
    │ Enter done  Esc cancel  Space take/drop  = equal             │
    └──────────────────────────────────────────────────────────────┘
    ");
    assert_eq!(evening.press(Enter), [Effect::Bell], "nothing is changed");
    evening.press(Esc);
    assert_eq!(evening.console.question, None);

    evening.types("m");
    evening.letter(at.unwrap());
    evening.types(" ");
    evening.press(Down);
    evening.types("\n2\n");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 评委组长裁定：E01、E02 ──────────────────────────────────────┐
    │ 1. E01 E01                                                   │
    │ 2. E02 E02                                                   │
    │ 原裁定已经公布。重新裁定会发布一份编号的更正公告，列出所有名 │
    │ 次变化；该组正在进行的颁奖随之结束。                         │
    │ 原因：评委组长裁定                                           │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    evening.sends(Char('y'));
    evening.answers();
    assert_eq!(evening.contest.bulletins()[0].changes.len(), 2);
}

#[test]
fn a_correction_is_announced_until_the_next_key() {
    let mut evening = small();
    evening.releases("E01", "8");
    evening.releases("E02", "9");
    evening.types("m3");
    let act = Act::Disqualify { project: "E02".into() };
    evening.types("1\n");
    evening.sends(Char('y'));
    evening.answers();
    assert_eq!(evening.contest.proposals()[0].act, act);
    evening.supervisor(&Wish::Agree { proposal: 1 });
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    示例决赛                             A 控台                             ● 已连接
      E01 E01             已公布   80.00 │ E02  E02
    ▶ E02 E02             取消资格       │
      E03 E03             候场           │ 取消资格
                                         │ 候场
                                         │ █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▄
                                         │ █▄▄▄  █ ▄ █   ▄▄▀
                                         │ █     █   █ ▄   █
                                         │ ▀▀▀▀▀  ▀▀▀   ▀▀▀
                                         │ E03
                                         │
                                         │
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
     候场 E03 E03   预计 15:33 结束（计划 15:53，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  开始noon（60 分钟）
     n 请 E03 上场
    已记录（本席第 17 条）：提议：取消资格 E02
    更正公告 第 1 号  E02  E02 第 1 名 90.00 ▶ 无名次；E01 第 2 名 80.00 ▶ 第 1 名
    80.00
    ? 帮助  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    evening.press(Up);
    assert_eq!(evening.console.bulletin, None);
}
