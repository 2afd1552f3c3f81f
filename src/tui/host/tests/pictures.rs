//! What the console looks like.

use insta::assert_snapshot;

use super::*;
use crate::{client::Trouble, tui::screen::every_small_size};

/// E01 waits for two sheets while E02 presents and its last minute runs.
fn in_the_middle() -> Evening {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A4", "A6", "A7"]);
    evening.does(&Evening::host(), &Wish::CallUp { project: "E02".into() }).unwrap();
    evening.step();
    evening.later(600_000 - 48_200);
    evening.sheets("E02", &["A1"]);
    evening
}

#[test]
fn before_the_first_picture() {
    let evening = Evening { console: HostScreen::new(), ..Evening::begins() };
    assert_snapshot!(evening.drawn(Lang::Zh, 60, 8), @"");
}

#[test]
fn before_the_first_call_up() {
    assert_snapshot!(Evening::begins().drawn(Lang::Zh, 80, 24), @"");
}

#[test]
fn the_last_minute_of_a_pitch_while_the_one_before_waits_for_sheets() {
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 80, 24), @"");
}

#[test]
fn the_same_in_english() {
    assert_snapshot!(in_the_middle().drawn(Lang::En, 80, 24), @"");
}

#[test]
fn the_same_in_a_large_window() {
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 200, 50), @"");
}

#[test]
fn the_same_in_a_small_window() {
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 40, 12), @"");
    assert_snapshot!(in_the_middle().drawn(Lang::En, 60, 24), @"");
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 100, 12), @"");
}

#[test]
fn overtime_with_the_link_lost() {
    let mut evening = in_the_middle();
    evening.later(60_000);
    let trouble = Trouble::Silent { hub: "hub".to_owned() };
    let since = evening.now + Ms(-12_400);
    evening.console.hear(&News::Link(LinkState::Lost { since, trouble }), evening.now);
    evening.press(KeyCode::Enter);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"");
}

#[test]
fn a_lock_names_the_seats_it_leaves_out() {
    let mut evening = in_the_middle();
    evening.letter('l');
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"");
}

#[test]
fn a_withdrawal_says_what_follows_and_asks_why() {
    let mut evening = in_the_middle();
    evening.press(KeyCode::Down);
    evening.letter('w');
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"");
    assert_snapshot!(evening.drawn(Lang::En, 44, 12), @"");
}

#[test]
fn the_rankings_are_a_page_of_their_own() {
    let mut evening = in_the_middle();
    evening.sheets("E01", &["A3", "A5"]);
    let lock = Wish::Lock { project: "E01".into(), without: [].into() };
    evening.does(&Evening::host(), &lock).unwrap();
    evening.does(&Evening::host(), &Wish::Release { project: "E01".into() }).unwrap();
    evening.show();
    evening.press(KeyCode::Tab);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"");
}

#[test]
fn the_help_lists_every_key() {
    let mut evening = Evening::begins();
    evening.letter('?');
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"");
}

#[test]
fn a_theme_without_block_characters_says_the_same() {
    let plain = in_the_middle().drawn_as(Lang::En, &Theme::plain(), 80, 24);
    assert!(plain.is_ascii(), "{plain}");
}

#[test]
fn no_size_is_too_small_to_draw() {
    let mut evening = in_the_middle();
    for key in [None, Some('l'), Some('w'), Some('?')] {
        if let Some(key) = key {
            evening.letter(key);
        }
        for (columns, rows) in (0..90).step_by(7).flat_map(|x| (0..30).map(move |y| (x, y))) {
            evening.drawn(Lang::Zh, columns, rows);
        }
        evening.drawn(Lang::En, 300, 90);
        evening.press(KeyCode::Esc);
    }
    let words = Words::new(Lang::En);
    let scene = Scene {
        words: &words,
        theme: &Theme::plain(),
        now: evening.now,
        link: &evening.console.link,
    };
    every_small_size(|area, buf| evening.console.draw(&scene, area, buf));
}
