//! Marks on the console: none, unless the session says so and a key is held.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Down};

use super::*;
use crate::{
    contest::Safeguards,
    tui::{
        host::{Answer, step::Hint},
        screen::every_small_size,
    },
};

/// Two sheets of the first project are in, in a session that lets its consoles have them.
fn open() -> Evening {
    let safeguards = Safeguards { marks_on_console: true, ..Safeguards::default() };
    let mut evening = Evening::of(Arc::new(Session { safeguards, ..founding() }));
    evening.steps(5);
    evening.sheets("E01", &["A1", "A7"]);
    evening
}

/// The key is repeated for so long, every 33 ms after the terminal's usual delay.
fn hold(evening: &mut Evening, ms: i64) {
    evening.letter('d');
    evening.later(660);
    for _ in 0..ms / 33 {
        evening.letter('d');
        evening.later(33);
    }
}

fn shows_marks(evening: &Evening) -> bool {
    evening.drawn(Lang::En, 80, 24).contains("100")
}

#[test]
fn marks_are_seen_while_the_key_is_held() {
    let mut evening = open();
    assert!(!shows_marks(&evening));
    evening.letter('d');
    assert!(!shows_marks(&evening), "a press by mistake");
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::HoldForMarks)));
    evening.later(2000);
    hold(&mut evening, 3000);
    assert!(shows_marks(&evening));
    let hides = evening.console.next_change(evening.now + Ms(900)).unwrap();
    assert!(hides <= evening.now + Ms(1000), "and hides by itself");
    evening.later(1000);
    assert!(!shows_marks(&evening));

    hold(&mut evening, 100);
    evening.press(Down);
    assert!(!shows_marks(&evening), "another key hides them at once");
}

#[test]
fn a_console_without_marks_says_why() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1"]);
    hold(&mut evening, 100);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoMarks)));
    assert!(!shows_marks(&evening));

    let safeguards = Safeguards { marks_on_console: true, ..Safeguards::default() };
    let mut evening = Evening::of(Arc::new(Session { safeguards, ..founding() }));
    evening.letter('d');
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoSheets)));
}

#[test]
fn a_hand_is_no_faster_where_time_runs_faster() {
    let mut evening = open();
    evening.console.set_speed(60);
    evening.press(Char('d'));
    evening.later(60 * 660);
    evening.press(Char('d'));
    evening.later(60 * 900);
    assert!(shows_marks(&evening));
}

#[test]
fn marks_stand_in_their_columns() {
    let mut evening = open();
    hold(&mut evening, 100);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
    ▶ E01 示例项目 E01 钛合金…  打分 2/7 │ E01  示例项目 E01 钛合金航空支架一体化打…
      E02 示例项目 E02 连续碳…  候场     │ 示例企业 E01
      E03 示例项目 E03 个性化…  候场     │ 打分  计时中
      E04 示例项目 E04 高功率…  候场     │              █   ▄ █▀▀▀█ █▀▀▀█
      E05 示例项目 E05 气雾化…  候场     │              █     █   █ █   █
      E06 示例项目 E06 拓扑优…  候场     │              █   ▄ █   █ █   █
      E07 示例项目 E07 熔池视…  候场     │              ▀     ▀▀▀▀▀ ▀▀▀▀▀
      E08 示例项目 E08 大型船…  候场     │ 席位             连接     E01 2/7
     ┌ E01 示例项目 E01 钛合金航空支架一体化打印 ──────────────────────────────────┐
     │ 席位   技术和产品  商业模式及…   行业及市场         团队     财务分析  合计 │
     │ A1             10           10           10           10           10   100 │
     │ A7             10           10           10           10           10   100 │
     │ 按住该键时显示                                                              │
     └─────────────────────────────────────────────────────────────────────────────┘
      E15 示例项目 E15 随形冷…  候场     │ A7 财务/投资专家 ● 在线   ● 已交
      E16 示例项目 E16 高速光…  候场     │ E01 未交：A2、A3、A4、A5、A6
      E17 示例项目 E17 生物可…  候场     │ 2 份：平均分
     候场 E02 示例项目 E02 连续碳纤维复合…   预计 23:53 结束（计划 00:13，早 20 分）
     画面 自动  大屏 1  计时屏 1
     回车  锁定 E01 评分（A2、A3、A4、A5、A6 未交）
     u 撤销 E01 上一步（10 秒）   n 叫号：E02 上场
    请按住该键查看评分，松开即隐藏。
    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Room A host                          ● online
    ▶ E01 Sample project E0… scoring 2/7 │ E01  Sample project E01: titanium aircra…
      E02 Sample project E0… waiting     │ Sample company E01
      E03 Sample project E0… waiting     │ scoring  running
      E04 Sample project E0… waiting     │              █   ▄ █▀▀▀█ █▀▀▀█
      E05 Sample project E0… waiting     │              █     █   █ █   █
      E06 Sample project E0… waiting     │              █   ▄ █   █ █   █
      E07 Sample project E0… waiting     │              ▀     ▀▀▀▀▀ ▀▀▀▀▀
      E08 Sample project E0… waiting     │ seat                   link      E01 2/7
    ┌ E01 Sample project E01: titanium aircraft brackets printed in one piece ─────┐
    │ seat Technology … Business mo… Industry an…         Team      Finance  total │
    │ A1             10           10           10           10           10    100 │
    │ A7             10           10           10           10           10    100 │
    │ shown while the key is held                                                  │
    └──────────────────────────────────────────────────────────────────────────────┘
      E15 Sample project E1… waiting     │ A7 finance/investment… ● online  ● in
      E16 Sample project E1… waiting     │ E01 no sheet yet: A2, A3, A4, A5, A6
      E17 Sample project E1… waiting     │ 2 sheets: plain mean
     on deck E02 Sample project E02: con…   ends 23:53 (planned 00:13, 20 min early)
     hall sees auto  1 board  1 timer
     Enter  lock E01 (no sheet: A2, A3, A4, A5, A6)
     u undo the last step of E01 (10 s)   n call up E02
    Hold the key: the marks are shown until it is let go.
    ? help  m more  p pause/resume  b blank/show  s scene  t message
    ");
    assert_snapshot!(evening.drawn(Lang::Zh, 40, 12), @"
    第十一届“创客… A 会场 控台      ● 已连接
    E01  示例项目 E01 钛合金航空支架一体化…
    打分  1:00  计时中
    ┌ E01 示例项目 E01 钛合金航空支架一体化┐
    │ 席位  技…  商…  行… 团队  财…  合计  │
    │ A1     10   10   10   10   10   100  │
    │ A7     10   10   10   10   10   100  │
    │ 按住该键时显示                       │
    └──────────────────────────────────────┘
     回车  锁定 E01 评分（A2、A3、A4、A5、A…
     u 撤销 E01 上一步（10 秒） …
    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复
    ");
}

#[test]
fn no_size_is_too_small_for_marks() {
    let mut evening = open();
    hold(&mut evening, 100);
    let words = Words::new(Lang::Zh);
    let (theme, now, link) = (&Theme::plain(), evening.now, &evening.console.link);
    let scene = Scene { words: &words, theme, now, link };
    every_small_size(|area, buf| evening.console.draw(&scene, area, buf));
}
