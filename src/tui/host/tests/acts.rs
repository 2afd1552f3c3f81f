//! What the menus offer, and which wishes come of it.

use insta::assert_snapshot;
use ratatui::crossterm::event::{KeyCode::Char, KeyCode::Down, KeyCode::Enter, KeyCode::Up};

use super::*;
use crate::{
    contest::{
        Act, Backfill, Break, DeductionRule, SeatMark, TieRule,
        sample::{self, marks},
    },
    tui::{
        host::{act, menu::Menu, question::Question, step},
        reason::{self, Why},
    },
};

/// Three projects, three judges, one in reserve, a break after the second, overtime that costs, and
/// ties that the chair decides.
pub(super) fn small() -> Evening {
    let mut session = (*sample::session()).clone();
    for group in &mut session.groups {
        group.backfill = Backfill::Turn;
        group.rubric.as_mut().unwrap().scoring.ties = vec![TieRule::Chair];
    }
    session.rooms[0].breaks =
        vec![Break { after: 2, name: "noon".into(), length: Ms::seconds(3600) }];
    let mut reserve = session.projects[0].clone();
    (reserve.id, reserve.name, reserve.reserve) = ("E04".into(), "E04".into(), Some(1));
    session.projects.push(reserve);
    let rule = |id: &str, zh: &str, per: Option<Ms>| DeductionRule {
        id: id.into(),
        name: crate::contest::Text { zh: zh.into(), en: id.into() },
        points: "0.5".parse().unwrap(),
        per,
        grace: Ms::ZERO,
        most: Some(5),
    };
    session.deductions =
        vec![rule("overtime", "超时", Some(Ms::seconds(30))), rule("conduct", "违纪", None)];
    Evening::of(Arc::new(session))
}

impl Evening {
    /// All three judges give the same.
    pub(super) fn scores(&mut self, project: &str, mark: &str) {
        self.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            let marks = marks(mark, mark);
            let wish = Wish::Submit { project: project.into(), revision: 1, marks };
            self.does(&Seat::Judge("A".into(), judge.into()), &wish).unwrap();
        }
        self.show();
    }

    pub(super) fn releases(&mut self, project: &str, mark: &str) {
        self.scores(project, mark);
        self.run_to(project, Stage::Released);
    }

    fn supervisor(&mut self, wish: &Wish) {
        self.does(&Seat::Supervisor, wish).unwrap();
        self.show();
    }

    /// Every wish that a menu leads to, with a reason.
    fn offered(menu: Menu) -> Vec<Wish> {
        let leads_to = |question: Question| match question {
            Question::Pick(menu) => Self::offered(menu),
            Question::Sort(mut sort) => {
                sort.go(if sort.at == 0 { 1 } else { -1 });
                sort.wish().map(|wish| reasoned(&Why::new(wish, ""))).into_iter().collect()
            }
            Question::Why(why) => vec![reasoned(&why)],
            Question::Sure(wish) | Question::Now(wish) => vec![wish],
            Question::Type(_) | Question::Leave => Vec::new(),
        };
        menu.entries.into_iter().flat_map(|entry| leads_to(entry.then)).collect()
    }

    /// Every wish that can be picked for any project is granted, and does something.
    fn keeps_its_word(&self) -> Vec<&'static str> {
        let view = self.console.view.as_ref().unwrap();
        let menus = view.order.iter().filter_map(|line| act::menu(view, line));
        let mut words = Vec::new();
        for wish in menus.chain(act::decisions(view)).flat_map(Self::offered) {
            let facts = decide(&self.contest, &Self::host(), &wish, self.now);
            let is_last = matches!(wish, Wish::Postpone { .. });
            assert!(
                facts.as_ref().is_ok_and(|it| is_last || !it.is_empty()),
                "{wish:?}: {facts:?}"
            );
            words.push(match wish {
                Wish::Propose { act, .. } => act.as_str(),
                other => other.word(),
            });
        }
        words.sort_unstable();
        words.dedup();
        words
    }
}

fn reasoned(why: &Why) -> Wish {
    let mut why = why.clone();
    why.paste("for the record");
    why.answered().unwrap()
}

#[test]
fn only_what_can_be_granted_is_offered() {
    let mut evening = small();
    let turns = ["mark-absent", "postpone", "reorder", "withdraw"];
    let offered = evening.keeps_its_word();
    assert_eq!(
        offered,
        ["disqualify", "mark-absent", "mark-seat", "postpone", "reorder", "void", "withdraw"]
    );
    evening.run_to("E01", Stage::CalledUp);
    assert!(evening.keeps_its_word().contains(&"deduct"));
    evening.run_to("E01", Stage::Presentation);
    evening.later(640_000);
    evening.scores("E01", "8");
    let act = Act::Void { project: "E01".into(), seat: "A2".into() };
    evening.does(&Evening::host(), &Wish::Propose { act, reason: "x".into() }).unwrap();
    evening.supervisor(&Wish::Agree { proposal: 1 });
    let offered = evening.keeps_its_word();
    assert!(["deduct", "return", "void", "restore"].iter().all(|it| offered.contains(it)));
    evening.run_to("E01", Stage::Released);
    assert!(!evening.keeps_its_word().contains(&"return"));
    let wish = Wish::Withdraw { project: "E02".into(), reason: "x".into() };
    evening.does(&Evening::host(), &wish).unwrap();
    evening.show();
    assert!(evening.keeps_its_word().contains(&"backfill"));
    let wish = Wish::Backfill { project: "E02".into(), reason: "x".into() };
    evening.does(&Evening::host(), &wish).unwrap();
    evening.show();
    let offered = evening.keeps_its_word();
    assert!(!offered.contains(&"backfill"), "the place is filled");
    assert!(turns.iter().all(|it| offered.contains(it)), "{offered:?}");
    evening.releases("E04", "8");
    evening.releases("E03", "7");
    assert!(evening.keeps_its_word().contains(&"rule"), "E01 and E04 are tied");
}

#[test]
fn a_seat_is_marked_absent_by_few_keys_and_one_confirmation() {
    let mut evening = small();
    evening.run_to("E01", Stage::Scoring);
    evening.types("m1211\n");
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                   打分 0/3 │ E01  E01
      E02 E02                   候场     │
      E03 E03                   候场     │ 打分  计时中
                                         │       ██          ██████████  ██████████
                                         │       ██          ██      ██  ██      ██
                                         │       ██      ██  ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
            ┌ E01 席位 A2 记为缺席 ────────────────────────────────────────┐     ██
            │ E01 E01                                                      │     ██
            │ 原因：评委缺席                                               │     ██
            │                                                              │ ██████
            │ y 确认  Esc 取消                                             │
            └──────────────────────────────────────────────────────────────┘
                                         │ A2 seat ▲ 无响应 ○ 未交
                                         │ A3 seat ● 在线   ○ 未交
                                         │ E01 未交：A1、A2、A3
     候场 E02 E02   预计 15:53 结束（计划 16:13，早 20 分）
     画面 自动  大屏 1  计时屏 1
           锁定 E01 评分（A1、A2、A3 未交）
     u 撤销 E01 上一步（10 秒）   n 叫号：E02 上场

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    let (project, seat, mark) = ("E01".into(), "A2".into(), SeatMark::Absent);
    let reason = "评委缺席".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::MarkSeat { project, seat, mark, reason });
    evening.answers();
    let view = evening.console.view.as_ref().unwrap();
    assert_eq!(view.open[0].missing, ["A1".into(), "A3".into()].into());
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                   打分 0/3 │ E01  E01
      E02 E02                   候场     │
      E03 E03                   候场     │ 打分  计时中
                                         │       ██          ██████████  ██████████
                                         │       ██          ██      ██  ██      ██
                                         │       ██      ██  ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██      ██  ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██████████  ██████████
                                         │ 席位    连接     E01 0/3
                                         │ A1 seat ● 在线   ○ 未交
                                         │ A2 seat ▲ 无响应 ○ 缺席
                                         │ A3 seat ● 在线   ○ 未交
                                         │ E01 未交：A1、A3
     候场 E02 E02   预计 15:53 结束（计划 16:13，早 20 分）
     画面 自动  大屏 1  计时屏 1
     回车  锁定 E01 评分（A1、A3 未交）
     n 叫号：E02 上场
    已记录（本席第 17 条）：E01 席位 A2 记为缺席
    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
}

#[test]
fn measured_overtime_is_under_the_cursor_with_its_reason() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    evening.later(640_500);
    evening.run_to("E01", Stage::Questions);
    evening.types("m21");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @r"
    Sample final                         A host                             ● online
    ▶ E01 E01              questions 0/3 │ E01  E01
      E02 E02              waiting       │
      E03 E03              waiting       │ questions  ready
                                         │
                                         │
                                         │
                                         │           █   █▀▀▀█   █▀▀▀█ █▀▀▀█
            ┌ overtime ────────────────────────────────────────────────────┐
            │   1 overtime x 1, 0.5 off                                    │
            │ ▶ 2 overtime x 2, 1 off  as measured                         │
            │   3 overtime x 3, 1.5 off                                    │
            │   4 overtime x 4, 2 off                                      │
            │   5 overtime x 5, 2.5 off                                    │
            │                                                              │
            │ Enter pick  Esc cancel  Up select the one above              │
            └──────────────────────────────────────────────────────────────┘
                                         │ A3 seat ● online ○ none
     on deck E02 E02   ends 16:14 (planned 16:13, 1 min late)
     hall sees auto  1 board  1 timer
     Enter  start the questions clock, E01
     u undo the last step of E01 (10 s)

    ? help  m more  b blank/show  s scene  t message  Tab order/ranking/progress
    ");
    evening.types("\n\n");
    let (project, rule) = ("E01".into(), "overtime".into());
    let reason = "展示超时 0:41".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Deduct { project, rule, units: 2, reason });
    evening.answers();
    evening.types("m311\n");
    let reason = "扣分有误".to_owned();
    let remove = Wish::RemoveDeduction { project: "E01".into(), number: 1, reason };
    assert_eq!(evening.sends(Char('y')), remove);
}

#[test]
fn those_that_wait_are_put_into_another_order() {
    let mut evening = small();
    evening.press(Down);
    evening.press(Down);
    evening.types("m3");
    evening.press(Up);
    assert_snapshot!(evening.drawn(Lang::Zh, 60, 12), @r"
    示例决赛                   A 控台                   ● 已连接
    尚未叫号

    ┌ 调整候场顺序 ────────────────────────────────────────────┐
    │ ▶    1 （移动中）  E02 E02                               │
    │      2 E01 E01                                           │
    │      3 E03 E03                                           │
    │                                                          │
    │ 回车 排定  Esc 取消  空格 拿起/放下  上 向上选择         │
    └──────────────────────────────────────────────────────────┘

    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示
    ");
    evening.types("\n1\n");
    let order = ["E02", "E01", "E03"].map(Into::into).to_vec();
    let reason = "项目方未到".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Reorder { room: "A".into(), order, reason });
    evening.answers();
    evening.types("m3\n");
    assert_eq!(evening.console.question, None, "nothing was changed");
}

#[test]
fn the_next_in_reserve_takes_a_place_that_became_free() {
    let mut evening = small();
    let wish = Wish::Withdraw { project: "E02".into(), reason: "x".into() };
    evening.does(&Evening::host(), &wish).unwrap();
    evening.show();
    evening.press(Down);
    evening.press(Down);
    evening.types("m11\n");
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("E04 E04 接替其出场位置。"));
    let reason = "项目退赛".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Backfill { project: "E02".into(), reason });
}

#[test]
fn an_act_of_two_persons_waits_for_the_supervisor() {
    let mut evening = small();
    evening.scores("E01", "8");
    evening.attendance.at(&Seat::Supervisor).screens = 0;
    evening.show();
    evening.types("m331\n");
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                   打分 3/3 │ E01  E01
      E02 E02                   候场     │
      E03 E03                   候场     │ 打分  计时中
                                         │       ██          ██████████  ██████████
                                         │       ██          ██      ██  ██      ██
                                         │       ██      ██  ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
            ┌ 提议：退回评分表更正 E01 A3 ─────────────────────────────────┐     ██
            │ E01 E01                                                      │     ██
            │ 须监督在监督屏上同意后才生效。监督屏未连接！                 │ ██████
            │ 原因：两项分数填反                                           │
            │                                                              │
            │ y 确认  Esc 取消                                             │
            └──────────────────────────────────────────────────────────────┘
                                         │ E01 可以锁定
                                         │ 3 份：平均分
     候场 E02 E02   预计 15:53 结束（计划 16:13，早 20 分）
     画面 自动  大屏 1  计时屏 1
           锁定 E01 评分
     u 撤销 E01 上一步（10 秒）   n 叫号：E02 上场

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
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
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @r"
    Sample final                         A host                             ● online
    ▶ E01 E01                scoring 3/3 │ E01  E01
      E02 E02                waiting     │
      E03 E03                waiting     │ scoring  running
                                         │       ██          ██████████  ██████████
                                         │       ██      ▄▄  ██      ██  ██      ██
                                         │       ██      ▀▀  ██      ██  ██      ██
                                         │       ██          ██      ██  ██      ██
                                         │       ██      ▄▄  ██      ██  ██      ██
                                         │       ██      ▀▀  ██      ██  ██      ██
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
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                   展示 0/3 │ E01  E01
      E02 E02                   候场     │
      E03 E03                   候场     │ 展示  计时中
                                         │
                                         │
                                         │           █   █▀▀▀█   █▀▀▀█ █▀▀▀█
                                         │           █   █   █ ▀ █   █ █   █
                                         │           █   █   █   █   █ █   █
            ┌ 同意第 1 号提议 ─────────────────────────────────────────────┐
            │ E02 E02                                                      │
            │ 监督提议：取消资格 E02                                       │
            │ 原因：资格不符                                               │
            │                                                              │
            │ y 确认  Esc 取消                                             │
            └──────────────────────────────────────────────────────────────┘
                                         │ A3 seat ● 在线   ○ 未交
     g 监督提议：取消资格 E02（资格不符）
     候场 E02 E02   预计 16:13 结束（计划 16:13，准点）
     画面 自动  大屏 1  计时屏 1
     回车  E01 进入答辩环节
     u 撤销 E01 上一步（10 秒）

    g 等待处理  ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示
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
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
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
                                         │
                                         │
                                         │
                                         │
                                         │ 席位    连接
                                         │ A1 seat ● 在线
                                         │ A2 seat ▲ 无响应
                                         │ A3 seat ● 在线
     g 待评委组长裁定：enterprise E01、E02、E03 同分；裁定前排名不是最终结果
     画面 自动  大屏 1  计时屏 1
    流程已完成，但还有事项等待处理


    g 等待处理  ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
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
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @r"
    示例决赛                             A 控台                             ● 已连接
      E01 E01             已公布   80.00 │ E02  E02
    ▶ E02 E02             取消资格       │
      E03 E03             候场           │ 取消资格
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
     候场 E03 E03   预计 15:33 结束（计划 15:53，早 20 分）
     画面 自动  大屏 1  计时屏 1
     回车  休息：noon（60 分钟）
     n 叫号：E03 上场
    已记录（本席第 17 条）：提议：取消资格 E02
    更正公告 第 1 号  E02  E02 第 1 名 90.00 ▶ 无名次；E01 第 2 名 80.00 ▶ 第 1 名
    80.00
    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    evening.press(Up);
    assert_eq!(evening.console.bulletin, None);
}

#[test]
fn a_prepared_reason_is_seen_before_it_is_taken() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    evening.types("p1");
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("│ 设备故障"));
    evening.types("2"); // Another line instead.
    let Some(Question::Why(why)) = &evening.console.question else { panic!("why?") };
    assert_eq!(why.typed.text(), "投屏故障");
    evening.types("x3"); // From here on digits are part of the text.
    let wish = evening.sends(Enter);
    assert_eq!(reason::of(&wish), Some("投屏故障x3"));
}

#[test]
fn leaving_a_presentation_early_is_asked_about_once() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    evening.later(395_000);
    evening.types("\n");
    assert!(evening.drawn(Lang::En, 80, 24).contains("3:25 of the presentation is left"));
    assert_eq!(evening.sends(Char('y')), begin("E01", Phase::Questions));
    evening.answers();
    evening.run_to("E01", Stage::Questions);
    evening.later(1_000);
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Questions };
    assert_eq!(evening.sends(Enter), start, "answers may be short");
}

#[test]
fn a_held_key_is_one_step() {
    let mut evening = small();
    evening.sends(Enter);
    evening.answers();
    evening.press(Enter);
    evening.console.asked = None;
    for _ in 0..50 {
        evening.later(33);
        assert_eq!(evening.press(Enter), []);
        assert_eq!(evening.letter(' '), []);
    }
    assert!(!evening.drawn(Lang::En, 80, 24).contains(" Enter "), "the key is not offered yet");
    assert!(evening.console.next_change(evening.now).is_some(), "and will be by itself");
    evening.later(500);
    assert!(evening.drawn(Lang::En, 80, 24).contains(" Enter "));
    assert_eq!(evening.press(Enter).len(), 1);
}

#[test]
fn a_key_while_a_step_is_on_its_way_is_seen_to_do_nothing() {
    let mut evening = small();
    evening.sends(Enter);
    evening.types("n");
    assert!(evening.drawn(Lang::En, 80, 24).contains("that key did nothing, still sending"));
}

#[test]
fn every_seat_has_its_state_also_where_no_sheets_are_taken() {
    let mut evening = small();
    evening.releases("E01", "8");
    let view = evening.console.view.as_ref().unwrap();
    let states = |project: &str| {
        let line = step::line_of(view, &project.into()).unwrap();
        step::seats_of(view, line).iter().map(|it| it.state.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(states("E01"), ["scored"; 3]);
    assert_eq!(states("E02"), ["expected"; 3]);
}
