//! An evening that goes on from a copy which is older than what judges have handed in.

use ratatui::crossterm::event::KeyCode::Enter;

use super::evening::Evening;
use crate::{contest::SeatState, tui::judge::sheet::State};

const MARKS: [&str; 5] = ["9", "8", "7", "9", "85"];

fn scored(evening: &Evening) -> bool {
    matches!(evening.seat_state("E07"), SeatState::Scored(_))
}

#[test]
fn what_another_hub_does_not_have_is_no_longer_called_received() {
    let mut evening = Evening::on_stage("E07");
    let copy = evening.copy();
    evening.submit(MARKS);
    assert!(matches!(evening.state(), State::Received { .. }) && scored(&evening));

    evening.goes_on_from(copy);
    assert_eq!((evening.state(), scored(&evening)), (State::Gone, false));
    assert_eq!(evening.bells, 1, "the judge is to look up");
    evening.tap(Enter); // The marks are all there, and are asked about once more.
    evening.tap(Enter);
    assert!(matches!(evening.state(), State::Received { .. }) && scored(&evening));
}

#[test]
fn a_project_whose_turn_comes_once_more_finds_its_marks_typed() {
    let mut evening = Evening::new();
    let copy = evening.copy();
    evening.call_up("E07");
    evening.begin("E07", crate::contest::Phase::Presentation);
    evening.submit(MARKS);
    evening.goes_on_from(copy);
    assert_eq!(evening.state(), State::Waiting);
    evening.call_up("E07");
    assert_eq!(evening.state(), State::Gone);
    evening.begin("E07", crate::contest::Phase::Presentation);
    evening.tap(Enter);
    evening.tap(Enter);
    assert!(scored(&evening));
}

#[test]
fn an_older_sheet_that_the_other_hub_has_still_counts_and_the_change_is_unsent() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(MARKS);
    let copy = evening.copy();
    evening.write("7");
    evening.tap(Enter);
    for _ in 1..MARKS.len() {
        evening.tap(Enter);
    }
    evening.tap(Enter);
    assert!(matches!(evening.state(), State::Received { revision: 2, .. }));
    evening.goes_on_from(copy);
    assert_eq!(evening.state(), State::Changed { revision: 1 });
}

#[test]
fn a_link_that_comes_back_to_the_same_hub_changes_nothing() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(MARKS);
    let before = evening.state();
    let same = evening.copy();
    evening.goes_on_from(same);
    assert_eq!((evening.state(), evening.bells), (before, 0));
}
