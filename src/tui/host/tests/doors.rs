//! Who sits where: the next room, new passes, and what they are called.

use ratatui::crossterm::event::KeyCode::Enter;

use super::*;
use crate::{
    client::Trouble,
    tui::host::{Answer, step::Hint},
};

/// The console over all rooms of the founding session.
fn over_all() -> Evening {
    let mut evening = Evening { seat: Seat::Control("A".into()), ..Evening::begins() };
    evening.show();
    evening
}

/// The line on top.
fn top(evening: &Evening, lang: Lang) -> String {
    evening.drawn(lang, 100, 24).lines().next().unwrap().to_owned()
}

#[test]
fn the_next_room_is_for_the_console_over_all_rooms_only() {
    let mut of_one = Evening::begins();
    assert_eq!(of_one.letter('o'), []);
    assert_eq!(of_one.console.answer, Some(Answer::Nothing(Hint::NoOtherRoom)));

    let mut of_all = over_all();
    assert_eq!(of_all.letter('o'), [Effect::GoTo(Seat::Control("B".into()))]);
    assert_eq!(of_all.press(Enter), [], "nothing is done before the other room is seen");
    of_all.seat = Seat::Control("B".into());
    of_all.show();
    assert_eq!(of_all.letter('o'), [Effect::GoTo(Seat::Control("A".into()))], "and round");
}

#[test]
fn a_room_is_not_left_while_a_wish_is_under_way() {
    let mut evening = over_all();
    evening.sends(Enter);
    assert_eq!(evening.letter('o'), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::StillSending)));
    evening.answers();
    assert_eq!(evening.letter('o').len(), 1);
}

#[test]
fn the_console_over_all_rooms_says_so() {
    assert!(top(&over_all(), Lang::En).contains("Room A, of all rooms"));
    assert!(top(&over_all(), Lang::Zh).contains("A 会场 总控"));
    assert!(top(&Evening::begins(), Lang::Zh).contains("A 会场 控台"));
}

#[test]
fn a_new_pass_takes_a_seat_and_a_reason() {
    let mut evening = Evening::begins();
    evening.types("e");
    let offered = evening.boxed(Lang::En);
    assert!(offered.contains("A1 industry expert") && offered.contains("timer"), "{offered}");
    assert!(!offered.contains("all rooms"), "only its own console renews the pass over all rooms");
    evening.types("21\n"); // A1, for the first of the prepared reasons.
    let wish = evening.sends(KeyCode::Char('y'));
    let Wish::RenewPass { seat, reason } = wish else { panic!("{wish:?}") };
    assert_eq!((seat, reason.is_empty()), (Seat::Judge("A".into(), "A1".into()), false));

    let mut of_all = over_all();
    of_all.types("e");
    assert!(of_all.boxed(Lang::En).contains("all rooms"));
}

#[test]
fn what_was_recorded_is_not_said_of_the_hub_that_comes_after() {
    let mut evening = Evening::begins();
    evening.sends(Enter);
    evening.answers();
    assert!(evening.drawn(Lang::En, 80, 24).contains("recorded, no. 17"));
    let trouble = Trouble::Silent { hub: "hub".to_owned() };
    let lost = LinkState::Lost { since: evening.now, trouble };
    for link in [lost, LinkState::Up { round_trip: None }] {
        evening.console.hear(&News::Link(link), evening.now);
        assert!(!evening.drawn(Lang::En, 80, 24).contains("recorded"));
    }
}
