mod paper;

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode;
use serde_json::{Map, Value};

use super::*;
use crate::{
    contest::{Phase, Reveal, SeatMark, Wish},
    tui::{
        hall::rehearsal::Rehearsal,
        screen::{every_small_size, screen as screen_of},
        theme::Theme,
    },
    words::{Lang, Words},
};

/// A clerk's screen in front of a final of five judges.
struct Room {
    clerk: ClerkScreen,
    rehearsal: Rehearsal,
}

impl Room {
    fn scoring() -> Self {
        let mut rehearsal = Rehearsal::revealed(Reveal::Score);
        rehearsal.call_up("E01").start("E01", Phase::Presentation);
        rehearsal.begin("E01", Phase::Questions).begin("E01", Phase::Scoring);
        let mut room = Self { clerk: ClerkScreen::new(Uuid::from_u128(1)), rehearsal };
        room.look();
        room
    }

    fn look(&mut self) {
        let now = self.rehearsal.now;
        let up = News::Link(LinkState::Up { round_trip: None });
        for news in [up, self.rehearsal.clerk()] {
            assert_eq!(self.clerk.hear(&news, now), []);
        }
    }

    fn shown(&self, lang: Lang, (columns, rows): (u16, u16)) -> String {
        let (words, theme, now) = (Words::new(lang), Theme::dark(), self.rehearsal.now);
        let scene = Scene { words: &words, theme: &theme, now, link: &self.clerk.link };
        screen_of(columns, rows, |area, buf| self.clerk.draw(&scene, area, buf))
    }
}

fn late(seat: &str) -> Wish {
    let (project, seat) = ("E01".into(), seat.into());
    Wish::MarkSeat { project, seat, mark: SeatMark::Late, reason: "terminal failure".to_owned() }
}

#[test]
fn what_is_missing_is_seen_first() {
    let mut room = Room::scoring();
    room.rehearsal.submit("A2", "E01").submit("A4", "E01").host(&late("A5"));
    room.look();
    assert_snapshot!(room.shown(Lang::Zh, (60, 14)), @"
    增材制造创新创业大赛决赛 一号厅 统分                ● 已连接
    E01  2/4  评分  示例项目 E01 激光增材
      未交：A1 评委 1、A3 评委 3
      不再等候：A5 评委 5 (迟交)
      已交：A2 评委 2、A4 评委 4

    E01  评分    示例项目 E01 激光增材
    E02  未上场  示例项目 E02 激光增材
    E03  未上场  示例项目 E03 激光增材
    E04  未上场  示例项目 E04 激光增材
    S01  未上场  示例项目 S01 激光增材
    S02  未上场  示例项目 S02 激光增材

    p 纸质录入  r 核对  ? 帮助  q 退出
    ");
    let small = room.shown(Lang::En, (34, 8));
    assert!(small.lines().nth(2).unwrap().contains("missing: A1 Judge 1"), "{small}");
}

#[test]
fn sheets_that_are_all_in_are_said_to_be() {
    let mut room = Room::scoring();
    for judge in ["A1", "A2", "A3", "A4", "A5"] {
        room.rehearsal.submit(judge, "E01");
    }
    room.look();
    let told = room.shown(Lang::En, (60, 12));
    assert!(told.contains("5/5") && told.contains("all sheets are in"), "{told}");
}

#[test]
fn a_clerk_sees_no_mark() {
    let mut room = Room::scoring();
    room.rehearsal.submit("A1", "E01");
    let News::Picture(picture) = room.rehearsal.clerk() else { panic!() };
    let mut picture: Map<String, Value> = picture.read().unwrap();
    picture.remove("rubrics"); // What is marked, and no mark.
    let told = serde_json::to_string(&picture).unwrap();
    for word in ["marks", "total", "score\"", "standings", "73.5"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
}

#[test]
fn it_fits_any_window_and_asks_for_nothing_by_itself() {
    let mut room = Room::scoring();
    let words = Words::new(Lang::Zh);
    let (theme, now) = (Theme::plain(), room.rehearsal.now);
    let scene = Scene { words: &words, theme: &theme, now, link: &room.clerk.link };
    every_small_size(|area, buf| room.clerk.draw(&scene, area, buf));
    for code in [KeyCode::Enter, KeyCode::Char('n'), KeyCode::Char('l')] {
        assert_eq!(room.clerk.press(code.into(), now), [Effect::NoSuchKey]);
    }
    assert_eq!(room.clerk.press(KeyCode::Char('q').into(), now), [Effect::Quit]);
}
