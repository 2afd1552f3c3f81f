//! What the hall sees and hears by keys: scenes, messages.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, Tab};

use super::{
    small::{all_released, presenting, small},
    *,
};
use crate::{
    contest::{Audience, Scene as Shown},
    tui::{
        host::{Question, typed},
        screen::every_small_size,
    },
};

fn say(to: Audience, text: &str, blink: bool) -> Wish {
    Wish::Say { room: "A".into(), to, text: text.into(), blink }
}

pub(super) fn show(scene: Shown) -> Wish {
    Wish::ShowScene { room: "A".into(), scene }
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
fn a_scene_is_two_keys_and_the_present_one_is_marked() {
    let mut evening = small();
    assert_eq!(evening.letter('s'), []);
    assert_eq!(evening.does_by(Char('4')), show(Shown::Ranking { group: None }));
    assert_eq!(evening.letter('s'), []);
    assert_snapshot!(evening.boxed(Lang::Zh), @"
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
    │ 回车 选定  Esc 取消                                          │
    └──────────────────────────────────────────────────────────────┘
    ");
}

#[test]
fn a_prepared_message_is_seen_before_it_is_sent() {
    let mut evening = presenting();
    evening.types("t12");
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("还有一分钟"));
    assert_eq!(evening.letter('1'), [], "another digit puts another line in");
    assert_eq!(evening.press(Tab), []);
    assert_snapshot!(evening.boxed(Lang::Zh), @"
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
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ message ─────────────────────────────────────────────────────┐
    │ ▶ 1 message to stage  请靠近话筒                             │
    │   2 message to judges                                        │
    │   3 message to hall                                          │
    │   4 take away from stage: 请靠近话筒                         │
    │                                                              │
    │ Enter pick  Esc cancel                                       │
    └──────────────────────────────────────────────────────────────┘
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
