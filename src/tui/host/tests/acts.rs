//! What the menus offer, and which wishes come of it.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Down, Esc, Up};
use uuid::Uuid;

use super::{small::small, *};
use crate::{
    contest::{Act, Keyer, SeatMark, sample::marks},
    tui::{
        host::{act, menu::Menu, question::Question, seen::Seen, sort::Sort, step},
        reason::Why,
    },
};

impl Evening {
    /// Every wish that a menu leads to, with a reason.
    fn offered(menu: Menu, view: &Seen) -> Vec<Wish> {
        let sorted = |mut sort: Sort| {
            sort.held = true;
            sort.go(if sort.at == 0 { 1 } else { -1 });
            sort.wish().map(|wish| reasoned(&Why::new(wish, ""))).into_iter().collect()
        };
        let leads_to = |question: Question| match question {
            Question::Pick(menu) => Self::offered(menu, view),
            Question::Reorder(project) => sorted(Sort::waiting(view, &project).unwrap()),
            Question::Sort(sort) => sorted(sort),
            Question::Why(why) => vec![reasoned(&why)],
            Question::Sure(wish) | Question::Now(wish) => vec![wish],
            Question::Type(_) | Question::Leave => Vec::new(),
        };
        menu.entries.into_iter().flat_map(|entry| leads_to(entry.then)).collect()
    }

    /// Every wish that can be picked for any project is granted, and does something.
    pub(super) fn keeps_its_word(&self) -> Vec<&'static str> {
        let view = self.console.view.as_ref().unwrap();
        let menus = view.order.iter().filter_map(|line| act::menu(view, line));
        let mut words = Vec::new();
        for wish in menus.chain(act::decisions(view)).flat_map(|it| Self::offered(it, view)) {
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
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ E01 席位 A2 记为缺席 ────────────────────────────────────────┐
    │ E01 E01                                                      │
    │ 原因：评委缺席                                               │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    let (project, seat, mark) = ("E01".into(), "A2".into(), SeatMark::Absent);
    let reason = "评委缺席".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::MarkSeat { project, seat, mark, reason });
    evening.answers();
    let view = evening.console.view.as_ref().unwrap();
    assert_eq!(view.open[0].missing, ["A1".into(), "A3".into()].into());
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    示例决赛                             A 控台                             ● 已连接
    ▶ E01 E01                 评分   0/3 │ E01  E01
      E02 E02                 候场       │
      E03 E03                 未上场     │ 评分  计时中
                                         │              █     █▀▀▀█ █▀▀▀█
                                         │              █   ▀ █   █ █   █
                                         │              █     █   █ █   █
                                         │              █   ▀ █   █ █   █
                                         │              ▀     ▀▀▀▀▀ ▀▀▀▀▀
                                         │ 席位    连接     E01 0/3
                                         │ A1 seat ● 在线   ○ 未交
                                         │ A2 seat ▲ 无响应 ○ 缺席
                                         │ A3 seat ● 在线   ○ 未交
                                         │ E01 未交：A1、A3
                                         │
                                         │            完成   计划   预计  差（分钟）
                                         │ enterpri…   1/3  16:13  15:53         -20
                                         │
     候场 E02 E02   预计 15:53 结束（计划 16:13，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
           尚无评分表，还不能锁定 E01 评分（A1、A3 未交）
     n 请 E02 上场
    已记录（本席第 17 条）：E01 席位 A2 记为缺席
    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
}

fn a1_on_paper(reason: &str) -> Wish {
    let (project, seat) = ("E01".into(), "A1".into());
    Wish::AllowPaper { project, seat, reason: reason.to_owned() }
}

/// Which sheet comes on paper is the host's word; the panel and the next lock show it.
#[test]
fn a_sheet_comes_on_paper_when_the_host_says_so() {
    let mut evening = small();
    evening.run_to("E01", Stage::Questions);
    assert!(evening.keeps_its_word().contains(&"allow-paper"));
    evening.run_to("E01", Stage::Scoring);
    evening.sheets("E01", &["A2"]);
    evening.types("m4");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ a sheet comes on paper, or not after all ────────────────────┐
    │ ▶ 1 A1 seat  no sheet yet                                    │
    │   2 A3 seat  no sheet yet                                    │
    │                                                              │
    │ Enter pick  Esc cancel                                       │
    └──────────────────────────────────────────────────────────────┘
    ");
    evening.types("1");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ E01 席位 A1 改用纸质评分表 ──────────────────────────────────┐
    │ E01 E01                                                      │
    │ 此后可由两人在两台统分终端上录入签字的评分表。该席位的评分表 │
    │ 一经收到，或项目锁定，即告失效。                             │
    │ 记录在案的原因：                                             │
    │  1 终端故障，已收签字评分表                                  │
    │  2 网络中断，已收签字评分表                                  │
    │  3 评委要求用纸质，已收签字评分表                            │
    │  4 组委会决定                                                │
    │  0 自行输入                                                  │
    │                                                              │
    │                                                              │
    │ 1-4 选用  回车 确认  Esc 取消                                │
    └──────────────────────────────────────────────────────────────┘
    ");
    evening.types("1\n");
    assert_eq!(evening.sends(Char('y')), a1_on_paper("终端故障，已收签字评分表"));
    evening.answers();
    assert!(evening.keeps_its_word().contains(&"disallow-paper"));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("A1 seat ● 在线   ○ 待纸质"));
    evening.types("l");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ lock E01 (no sheet: A1, A3) ─────────────────────────────────┐
    │ E01 E01                                                      │
    │ 1 sheet: plain mean                                          │
    │ No sheet from A1, A3: late from the lock on, left out of the │
    │ mean, not counted as zero. No sheet is taken after the lock. │
    │ A1: the sheet comes on paper and is not keyed by two yet.    │
    │ Nothing is keyed after the lock.                             │
    │                                                              │
    │ y confirm  Esc cancel                                        │
    └──────────────────────────────────────────────────────────────┘
    ");
}

/// Keyed by one person, it is seen to be; taken back, that is dropped, and the question says so.
#[test]
fn taking_back_what_is_being_keyed_says_that_it_is_dropped() {
    let mut evening = small();
    evening.run_to("E01", Stage::Scoring);
    evening.does(&Evening::host(), &a1_on_paper("x")).unwrap();
    let (project, seat) = (|| "E01".into(), || "A1".into());
    let keyed_by = Keyer { name: "Wang".to_owned(), terminal: Uuid::nil() };
    let key = Wish::KeySheet { project: project(), seat: seat(), marks: marks("8", "8"), keyed_by };
    evening.does(&Seat::Clerk("A".into()), &key).unwrap();
    evening.show();
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("○ 纸质录入"));
    evening.types("m4");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 评分表改用纸质，或撤回 ──────────────────────────────────────┐
    │ ▶ 1 A1 seat  待纸质，撤回                                    │
    │   2 A2 seat  未交                                            │
    │   3 A3 seat  未交                                            │
    │                                                              │
    │ 回车 选定  Esc 取消                                          │
    └──────────────────────────────────────────────────────────────┘
    ");
    evening.types("12\n");
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ E01 席位 A1 不再用纸质评分表 ────────────────────────────────┐
    │ E01 E01                                                      │
    │ 已录入的内容将作废。                                         │
    │ 原因：席位选错                                               │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    let reason = "席位选错".to_owned();
    let back = Wish::DisallowPaper { project: project(), seat: seat(), reason };
    assert_eq!(evening.sends(Char('y')), back);
    evening.answers();
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("A1 seat ● 在线   ○ 未交"));
}

#[test]
fn measured_overtime_is_under_the_cursor_with_its_reason() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    evening.later(640_500);
    evening.run_to("E01", Stage::Questions);
    evening.types("m21");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ overtime ────────────────────────────────────────────────────┐
    │   1 overtime x 1, 0.5 off                                    │
    │ ▶ 2 overtime x 2, 1 off  as measured                         │
    │   3 overtime x 3, 1.5 off                                    │
    │   4 overtime x 4, 2 off                                      │
    │   5 overtime x 5, 2.5 off                                    │
    │                                                              │
    │ Enter pick  Esc cancel                                       │
    └──────────────────────────────────────────────────────────────┘
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
    assert_snapshot!(evening.drawn(Lang::Zh, 60, 12), @"
    示例决赛                   A 控台                   ● 已连接
    台上暂无项目

    ┌ 调整未上场项目的顺序 ────────────────────────────────────┐
    │ ▶    1 （移动中）  E02 E02                               │
    │      2 E01 E01                                           │
    │      3 E03 E03                                           │
    │                                                          │
    │ 回车 排定  Esc 取消  空格 拿起/放下                      │
    └──────────────────────────────────────────────────────────┘

    ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示
    ");
    evening.types("\n1\n");
    let order = ["E02", "E01", "E03"].map(Into::into).to_vec();
    let reason = "项目方未到".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Reorder { room: "A".into(), order, reason });
    evening.answers();
    evening.types("m3\n");
    assert!(evening.boxed(Lang::Zh).contains("顺序没有变"), "the next key is not the console's");
    evening.press(Esc);
    assert_eq!(evening.console.question, None);
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
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("E04 E04 接替其上场位置。"));
    let reason = "项目退赛".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Backfill { project: "E02".into(), reason });
}

#[test]
fn every_seat_has_its_state_also_where_no_sheets_are_taken() {
    let mut evening = small();
    evening.releases("E01", "8");
    let view = evening.console.view.as_ref().unwrap();
    let states = |project: &str| {
        let line = view.line_of(&project.into()).unwrap();
        step::seats_of(view, line).iter().map(|it| it.state.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(states("E01"), ["scored"; 3]);
    assert_eq!(states("E02"), ["expected"; 3]);
}
