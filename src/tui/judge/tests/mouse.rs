//! The mouse on what a judge sees.

use ratatui::{
    crossterm::event::{
        KeyCode::Tab,
        KeyModifiers, MouseButton, MouseEvent,
        MouseEventKind::{self, Down, Moved, ScrollDown, ScrollUp},
    },
    layout::Rect,
};

use super::{super::Mode, evening::Evening};
use crate::{
    client::LinkState,
    contest::Ms,
    tui::{
        Scene, Screen,
        screen::{every_small_size, screen},
        text::width,
        theme::Theme,
    },
    words::{Lang, Words},
};

const UP: LinkState = LinkState::Up { round_trip: None };
const CLICK: MouseEventKind = Down(MouseButton::Left);

/// Does something with the mouse where a text is drawn on a screen of that size.
fn on(evening: &mut Evening, kind: MouseEventKind, text: &str, (columns, rows): (u16, u16)) {
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    let scene = Scene { words: &words, theme: &theme, now: evening.at + Ms(1), link: &UP };
    let seen = screen(columns, rows, |area, buf| evening.screen.draw(&scene, area, buf));
    let (row, line) = seen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let column = width(line.split(text).next().unwrap());
    let event = MouseEvent {
        kind,
        column: column.try_into().unwrap(),
        row: row.try_into().unwrap(),
        modifiers: KeyModifiers::NONE,
    };
    let effects = evening.screen.point(event, &scene, Rect::new(0, 0, columns, rows));
    assert!(evening.screen.roll_is_true());
    evening.deliver(effects);
}

#[test]
fn a_click_selects_what_is_drawn_there() {
    for size in [(80, 24), (110, 30), (200, 50), (40, 12)] {
        let mut evening = Evening::on_stage("E07");
        for (name, line) in [("团队", 3), ("技术和产品", 0), ("财务分析", 4)] {
            on(&mut evening, CLICK, name, size);
            assert_eq!(evening.line(), line, "{name} {size:?}");
        }
    }
}

#[test]
fn a_click_on_a_help_selects_its_criterion() {
    let mut evening = Evening::on_stage("E07");
    on(&mut evening, CLICK, "市场容量", (80, 24));
    assert_eq!(evening.line(), 2);
}

#[test]
fn a_sheet_is_sent_by_a_button_and_the_questions_answer() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 4]);
    evening.write("9");
    on(&mut evening, CLICK, " 提交", (110, 30));
    assert_eq!(evening.screen.mode, Mode::Confirm);
    on(&mut evening, CLICK, "Esc 返回", (110, 30));
    assert_eq!(evening.screen.mode, Mode::Form);
    on(&mut evening, CLICK, " 提交", (110, 30));
    on(&mut evening, CLICK, "回车 确认", (110, 30));
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1)]);
}

#[test]
fn a_click_beside_the_question_sends_nothing() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9"; 5]);
    on(&mut evening, CLICK, "合计 90.0 ", (80, 24));
    assert_eq!(evening.screen.mode, Mode::Confirm);
    on(&mut evening, CLICK, "团队", (80, 24));
    assert_eq!((evening.screen.mode, evening.line()), (Mode::Form, 3));
    assert_eq!(evening.submitted(), []);
}

#[test]
fn a_click_on_a_project_shows_it() {
    let mut evening = Evening::on_stage("E07");
    on(&mut evening, CLICK, "E08", (110, 30));
    assert_eq!(evening.shown(), "E08");
    evening.tap(Tab);
    on(&mut evening, CLICK, "S01", (80, 24));
    assert_eq!((evening.shown(), evening.screen.mode), ("S01", Mode::Form));
}

#[test]
fn the_wheel_moves_and_changes_no_mark() {
    let mut evening = Evening::on_stage("E07");
    evening.fill(["9", "8.5"]);
    on(&mut evening, ScrollDown, "团队", (110, 30));
    assert_eq!(evening.line(), 3);
    on(&mut evening, ScrollUp, "团队", (110, 30));
    on(&mut evening, ScrollUp, "[   9.0]", (110, 30));
    assert_eq!(evening.line(), 1);
    on(&mut evening, ScrollDown, "S01", (110, 30));
    assert_eq!(evening.shown(), "E08");
    on(&mut evening, ScrollUp, "S01", (110, 30));
    assert_eq!(evening.shown(), "E07");
    evening.fill(["", "", "8", "8", "8"]);
    on(&mut evening, ScrollUp, "团队", (110, 30));
    assert_eq!(evening.screen.mode, Mode::Confirm); // The question stands.
    assert_eq!(evening.screen.sheet().unwrap().marks().len(), 5);
}

#[test]
fn a_moving_mouse_does_nothing_and_no_size_is_too_small() {
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    let scene = Scene { words: &words, theme: &theme, now: crate::contest::At(0), link: &UP };
    let mut evening = Evening::on_stage("E07");
    every_small_size(|area, _| {
        for kind in [CLICK, Moved, ScrollDown] {
            let event = MouseEvent { kind, column: 5, row: 5, modifiers: KeyModifiers::NONE };
            evening.screen.point(event, &scene, area);
            assert!(evening.screen.roll_is_true());
        }
    });
    assert_eq!(evening.shown(), "E07");
}
