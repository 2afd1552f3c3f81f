//! The screens as a whole: every one of them at every size, and how many keys an evening takes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "screens/evening.rs"]
mod evening;

use evening::{Evening, SEATS};
use ratatui::{
    buffer::Buffer,
    crossterm::event::KeyCode::{Char, Down, Enter},
    layout::Rect,
};
use roadshow::{
    contest::{Seat, Stage},
    definition::founding,
    tui::theme::Theme,
    words::{Lang, Words},
};

/// What stands in the cells, row by row.
fn drawn(evening: &Evening, seat: &str, words: &Words, theme: &Theme, size: (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    evening.draw(seat, words, theme, area, &mut buf);
    buf
}

fn text(buf: &Buffer) -> String {
    buf.content.iter().map(ratatui::buffer::Cell::symbol).collect()
}

/// The founding final: before it, in a presentation, in the scoring after it, with half of them played.
fn states() -> Vec<Evening> {
    let [before, mut pitching, mut scoring, mut later] = [0; 4].map(|_| Evening::of(founding()));
    pitching.steps(2);
    pitching.later(545);
    scoring.steps(5);
    later.play(16);
    later.steps(2);
    later.later(607);
    vec![before, pitching, scoring, later]
}

#[test]
fn every_screen_can_be_drawn_at_every_size() {
    let looks = [(Lang::Zh, Theme::plain()), (Lang::En, Theme::dark())];
    for (at, evening) in states().iter().enumerate() {
        let (lang, theme) = &looks[at % 2];
        let words = Words::new(*lang);
        for seat in SEATS {
            for width in [0, 1, 2, 3, 15, 30, 40, 64, 80, 110, 300] {
                for height in [0, 1, 3, 8, 9, 12, 16, 24, 40, 90] {
                    drawn(evening, seat, &words, theme, (width, height));
                }
            }
        }
    }
}

#[test]
fn forty_columns_are_enough_and_less_than_thirty_say_so() {
    let (words, theme) = (Words::new(Lang::En), Theme::dark());
    for evening in states() {
        for seat in SEATS {
            let at = |size| text(&drawn(&evening, seat, &words, &theme, size));
            assert!(!at((40, 12)).contains("too small"), "{seat}");
            assert!(at((29, 12)).contains("too small"), "{seat}");
            assert!(at((40, 7)).contains("too small"), "{seat}");
        }
    }
}

#[test]
fn a_large_window_is_filled_to_its_edges() {
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    for evening in states() {
        for seat in SEATS {
            let buf = drawn(&evening, seat, &words, &theme, (300, 90));
            let is_used = |x: u16, y: u16| buf[(x, y)].symbol() != " ";
            // A ranking is as long as it has projects; all else takes the room it gets.
            assert!((295..300).any(|x| (0..90).any(|y| is_used(x, y))), "{seat}, right");
            assert!((30..90).any(|y| (0..300).any(|x| is_used(x, y))), "{seat}, below");
        }
    }
}

/// Nothing unusual: a project comes when it is called, and the whole panel scores it, every other mark
/// with a decimal.
#[test]
fn a_project_takes_the_host_eight_keys_and_a_judge_two_for_a_mark_and_two() {
    let mut evening = Evening::of(founding());
    let host = Seat::Host("A".into());
    for project in ["E01", "E02"] {
        evening.pressed.clear();
        while evening.stage_of(project) != Stage::Released {
            evening.later(601); // Longer than any phase, so that none is cut short.
            if !evening.press(&host, Enter) {
                assert!(evening.press(&host, Char('y')), "{:?}", evening.stage_of(project));
            }
            if evening.stage_of(project) == Stage::Scoring {
                for judge in evening.judges() {
                    hand_in(&mut evening, &judge, project);
                }
            }
        }
        let most = 2 * evening.criteria(project) + 2;
        for (seat, keys) in &evening.pressed {
            let most = if *seat == host { 8 } else { most };
            assert!(*keys <= most, "{seat}: {keys} keys for {project}");
        }
    }
}

/// What is seen of a key is seen in the frame after it, and in no later one.
#[test]
fn a_key_is_seen_in_the_very_next_frame() {
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    let mut evening = Evening::of(founding());
    evening.steps(2);
    let keys = [
        ("A/judge/A1", Char('8'), "8"),
        ("A/host", Down, theme.symbols.pointer),
        ("A/host", Char('m'), "1"),
        ("A/board", Char('q'), "y"),
        ("A/timer", Char('q'), "y"),
        ("supervisor", Down, theme.symbols.pointer),
    ];
    for (seat, key, sign) in keys {
        let before = drawn(&evening, seat, &words, &theme, (120, 40));
        evening.press(&seat.parse().unwrap(), key);
        let after = drawn(&evening, seat, &words, &theme, (120, 40));
        let changed = before.diff(&after);
        assert!(changed.iter().any(|(_, _, cell)| cell.symbol() == sign), "{seat}: {key}");
        let again = drawn(&evening, seat, &words, &theme, (120, 40));
        assert_eq!(after, again, "{seat}: {key}");
    }
}

fn hand_in(evening: &mut Evening, judge: &Seat, project: &str) {
    for key in "9\n85".chars().cycle().take(2 * evening.criteria(project)) {
        evening.press(judge, if key == '\n' { Enter } else { Char(key) });
    }
    assert!((0..2).any(|_| evening.press(judge, Enter)), "{judge} has handed in");
}
