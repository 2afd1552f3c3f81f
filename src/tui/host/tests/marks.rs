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
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ E01 示例项目 E01 钛合金航空支架一体化打印 ───────────────────────────────────┐
    │ 席位   技术和产品  商业模式及…   行业及市场         团队     财务分析   合计 │
    │ A1           10.0         10.0         10.0         10.0         10.0  100.0 │
    │ A7           10.0         10.0         10.0         10.0         10.0  100.0 │
    │ 按住该键时显示                                                               │
    └──────────────────────────────────────────────────────────────────────────────┘
    ");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ E01 Sample project E01: titanium aircraft brackets printed in one piece ─────┐
    │ seat Technology … Business mo… Industry an…         Team      Finance  total │
    │ A1           10.0         10.0         10.0         10.0         10.0  100.0 │
    │ A7           10.0         10.0         10.0         10.0         10.0  100.0 │
    │ shown while the key is held                                                  │
    └──────────────────────────────────────────────────────────────────────────────┘
    ");
    assert_snapshot!(evening.drawn(Lang::Zh, 40, 12), @"
    第十一届“创客… A 会场 控台      ● 已连接
    E01  示例项目 E01 钛合金航空支架一体化…
    评分  1:00  计时中
    ┌ E01 示例项目 E01 钛合金航空支架一体化┐
    │ 席位  技…  商…  行… 团队  财…   合计 │
    │ A1   10.0 10.0 10.0 10.0 10.0  100.0 │
    │ A7   10.0 10.0 10.0 10.0 10.0  100.0 │
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
