//! The scenes that the host chooses: what each of them is about, and when it changes by itself. What
//! they look like is in `pictures`.

use super::{PAGE, board_of, draw, in_the_middle, key};
use crate::{
    client::{LinkState, News, Trouble},
    contest::{At, Audience, GroupId, Ms, Phase, Reveal, Scene, Wish},
    tui::{Screen, board::BoardScreen, hall::rehearsal::Rehearsal},
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;
use rust_decimal::Decimal;

pub(super) const SMALL: (u16, u16) = (80, 24);

/// What a board shows of a final once the key hints are gone.
fn seen(rehearsal: &Rehearsal) -> String {
    seen_after(rehearsal, Ms::ZERO)
}

/// The same a while later.
fn seen_after(rehearsal: &Rehearsal, later: Ms) -> String {
    seen_in(rehearsal, later, Lang::Zh, SMALL)
}

/// The same in a language and a size.
pub(super) fn seen_in(rehearsal: &Rehearsal, later: Ms, lang: Lang, size: (u16, u16)) -> String {
    let mut board = board_of(rehearsal);
    board.hints.show(At(0));
    draw(&board, rehearsal.now + later, lang, size)
}

/// E01 with five totals and a deduction, its score just released.
pub(super) fn revealed(reveal: Reveal) -> Rehearsal {
    let mut rehearsal = Rehearsal::revealed(reveal);
    let totals = [8850, 9200, 7600, 8800, 9000].map(|it| Decimal::new(it, 2));
    rehearsal.judge_by("E01", &totals).host(&Wish::Deduct {
        project: "E01".into(),
        rule: "overtime".into(),
        units: 1,
        reason: "0:12".to_owned(),
    });
    rehearsal.host(&Wish::Release { project: "E01".into() }).show(Scene::Reveal);
    rehearsal
}

/// The awards of a final group, without a ceremony.
pub(super) fn awarded() -> Rehearsal {
    let mut rehearsal = honoured(1);
    rehearsal.host(&Wish::Ceremony { group: "enterprise".into(), step: None });
    rehearsal.show(Scene::Awards { group: "enterprise".into() });
    rehearsal
}

/// A final of eight enterprises, all released, two with the same score, and a ceremony begun.
pub(super) fn honoured(step: u32) -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(12, 0);
    let scores = [8125, 9040, 8842, 7990, 8842, 8500, 7610, 8333, 7000, 8010, 6950, 8290];
    for (project, score) in (1..=13).zip(scores) {
        rehearsal.play(&format!("E{project:02}"), Decimal::new(score, 2));
    }
    rehearsal.pass(60).ceremony("enterprise", step);
    rehearsal
}

pub(super) fn resting() -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(2, 0);
    rehearsal.take_break().pass(125);
    rehearsal
}

pub(super) fn said(text: &str, blink: bool) -> Rehearsal {
    let mut rehearsal = in_the_middle();
    rehearsal.say(Audience::Board, text, blink);
    rehearsal
}

#[test]
fn a_ranking_scene_shows_corrections_too() {
    let mut rehearsal = in_the_middle();
    rehearsal.show(Scene::Ranking { group: Some("enterprise".into()) });
    let mut board = board_of(&rehearsal);
    rehearsal.disqualify("E02");
    board.hear(&rehearsal.board(), rehearsal.now);
    assert!(draw(&board, rehearsal.now, Lang::Zh, SMALL).contains("更正公告 第 1 号"));
    rehearsal.show(Scene::Welcome);
    board.hear(&rehearsal.board(), rehearsal.now);
    assert!(!draw(&board, rehearsal.now, Lang::Zh, SMALL).contains("更正公告"));
}

#[test]
fn a_score_is_revealed_judge_by_judge() {
    let rehearsal = revealed(Reveal::Names);
    // Big digits cannot be searched, so the smallest screen is asked.
    let at = |ms| seen_in(&rehearsal, Ms(ms), Lang::Zh, (60, 10));
    let totals = ["88.50", "92.00", "76.00", "88.00", "90.00"];
    for shown in 1..=5_i64 {
        let small = at(600 * shown - 1);
        let seen = totals.iter().filter(|total| small.contains(*total)).count();
        assert_eq!(i64::try_from(seen), Ok(shown), "{small}");
        assert!(!small.contains("最后得分"));
    }
    let steps = [(6, "去掉"), (8, "扣分前 88.83，扣 1 分"), (10, "最后得分")];
    for (step, word) in steps {
        let seen = |ms| seen_after(&rehearsal, Ms(ms)).contains(word);
        assert!(!seen(step * 600 - 1) && seen(step * 600), "{word}");
    }
}

#[test]
fn a_score_without_its_sheets_is_there_at_once() {
    let mut alone = in_the_middle();
    alone.show(Scene::Reveal);
    assert!(seen(&alone).contains("最后得分"));
}

#[test]
fn a_group_that_is_not_final_has_no_awards_yet() {
    let mut early = in_the_middle();
    early.show(Scene::Awards { group: "enterprise".into() });
    assert!(seen(&early).contains("暂定 8/12"));
}

#[test]
fn a_frozen_ranking_says_so_and_stays_as_it_was() {
    let mut rehearsal = in_the_middle();
    rehearsal.host(&Wish::Freeze { group: "startup".into() });
    rehearsal.show(Scene::Ranking { group: Some("startup".into()) });
    assert!(seen(&rehearsal).contains("封榜 3/6"));
    rehearsal.pass(60).host(&Wish::Thaw { group: "startup".into() });
    assert!(seen(&rehearsal).contains("暂定 3/6"));
}

#[test]
fn a_ceremony_shows_who_was_named_last_first() {
    let mut rehearsal = honoured(13);
    let mut board = board_of(&rehearsal);
    let page = |board: &BoardScreen, now| draw(board, now, Lang::Zh, (40, 12));
    for step in [12, 13] {
        rehearsal.pass(3).ceremony("enterprise", step);
        board.hear(&rehearsal.board(), rehearsal.now);
        assert!(page(&board, rehearsal.now).contains(" 1/"), "step {step}");
    }
    board.hear(&rehearsal.board(), rehearsal.now + PAGE); // The same picture again turns nothing.
    assert!(page(&board, rehearsal.now + PAGE).contains(" 2/"));
}

#[test]
fn a_ceremony_looks_the_same_forwards_and_backwards() {
    let mut rehearsal = honoured(0);
    let mut board = board_of(&rehearsal);
    let mut at = |step| {
        rehearsal.ceremony("enterprise", step);
        board.hear(&rehearsal.board(), rehearsal.now);
        draw(&board, rehearsal.now, Lang::Zh, SMALL)
    };
    let forwards: Vec<_> = (1..=13).map(&mut at).collect();
    let backwards: Vec<_> = (1..=13).rev().map(&mut at).collect();
    assert_eq!(forwards, backwards.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn whoever_is_on_stage_is_shown_while_another_hall_holds_its_ceremony() {
    let mut rehearsal = Rehearsal::scored(1, 1);
    rehearsal.play("E01", Decimal::new(88, 0)).pass(60).ceremony("enterprise", 1);
    assert!(seen(&rehearsal).contains("颁奖典礼"));
    rehearsal.call_up("S01");
    assert!(!seen(&rehearsal).contains("颁奖典礼"));
    rehearsal.show(Scene::Awards { group: "enterprise".into() });
    assert!(seen(&rehearsal).contains("颁奖典礼"));
}

#[test]
fn a_break_that_is_over_goes_on_soon() {
    let mut rehearsal = resting();
    rehearsal.show(Scene::Break);
    assert!(seen_after(&rehearsal, Ms::seconds(775)).contains("即将开始"));
}

#[test]
fn a_blinking_message_keeps_its_words() {
    let rehearsal = said("Please return to your seats", true);
    let (one, other) = (Ms(0), Ms(700));
    let board = board_of(&rehearsal);
    assert_eq!(board.next_change(rehearsal.now), Some(rehearsal.now + other));
    let text = |later| seen_after(&rehearsal, later);
    assert!(text(one).contains("Please return to your seats"));
    assert!(text(other).contains("Please return to your seats"));
}

#[test]
fn a_blank_board_shows_nothing() {
    let mut rehearsal = said("Please return to your seats", true);
    rehearsal.host(&Wish::Blank { room: "A".into(), on: true });
    let mut board = board_of(&rehearsal);
    let now = rehearsal.now + Ms::seconds(30);
    assert_eq!(draw(&board, now, Lang::Zh, SMALL).trim(), "");
    assert_eq!(board.next_change(now), None);

    let trouble = Trouble::Silent { hub: "hub".to_owned() };
    board.hear(&News::Link(LinkState::Lost { since: now, trouble }), now);
    let seen = draw(&board, now + Ms::seconds(12), Lang::Zh, SMALL);
    assert_eq!(seen.trim(), "▲ 已断线 12 秒");
    assert_eq!(board.next_change(now), Some(now + Ms::seconds(1)));
}

#[test]
fn a_scene_with_nothing_to_show_is_the_welcome() {
    let mut rehearsal = Rehearsal::scored(0, 0);
    let group: GroupId = "enterprise".into();
    for scene in [Scene::Stage, Scene::Break, Scene::Message] {
        rehearsal.show(scene);
        assert!(seen(&rehearsal).contains("欢迎"));
    }
    rehearsal.show(Scene::Reveal);
    assert!(seen(&rehearsal).contains("尚未公布得分"));
    rehearsal.show(Scene::Ranking { group: Some(group) });
    assert!(seen(&rehearsal).contains("尚未公布得分"));
}

/// A final in every scene.
fn scenes() -> Vec<Rehearsal> {
    let mut all = vec![
        revealed(Reveal::Names),
        revealed(Reveal::Seats),
        resting(),
        said("请各位评委、嘉宾回到座位，路演即将继续。", true),
    ];
    all.extend([0, 1, 2, 8, 11, 13].map(honoured));
    let enterprise = GroupId::from("enterprise");
    for scene in [
        Scene::Welcome,
        Scene::Stage,
        Scene::Ranking { group: None },
        Scene::Ranking { group: Some(enterprise.clone()) },
        Scene::Reveal,
        Scene::Awards { group: enterprise },
        Scene::Message,
    ] {
        let mut rehearsal = said("Please return to your seats", true);
        rehearsal.show(scene);
        all.push(rehearsal);
    }
    let mut pause = resting();
    pause.show(Scene::Break).say(Audience::Board, "14:45", false);
    all.push(pause);
    all
}

#[test]
fn every_scene_can_be_drawn_at_every_size() {
    for rehearsal in scenes() {
        let board = board_of(&rehearsal);
        for (later, lang) in [(0, Lang::Zh), (5, Lang::En)] {
            let now = rehearsal.now + Ms::seconds(later);
            for width in [0, 1, 17, 30, 31, 40, 59, 80, 200] {
                for height in [0, 1, 7, 8, 9, 12, 17, 24, 50] {
                    draw(&board, now, lang, (width, height));
                }
            }
            draw(&board, now, lang, (300, 90));
        }
    }
}

/// What is drawn at an instant, with its colours: frames are compared, not texts.
fn frame(board: &BoardScreen, now: At) -> ratatui::buffer::Buffer {
    use crate::{tui::theme::Theme, words::Words};
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    let area = ratatui::layout::Rect::new(0, 0, 60, 12);
    let mut buf = ratatui::buffer::Buffer::empty(area);
    let scene = crate::tui::Scene { words: &words, theme: &theme, now, link: &board.link };
    board.draw(&scene, area, &mut buf);
    buf
}

#[test]
fn no_change_is_missed() {
    for rehearsal in scenes() {
        let mut board = board_of(&rehearsal);
        board.hints.show(At(0));
        board.press(key(KeyCode::Left), At(0));
        let (mut now, end) = (rehearsal.now, rehearsal.now + Ms::seconds(20));
        while let Some(next) = board.next_change(now).filter(|next| *next <= end) {
            assert!(now < next);
            assert_eq!(frame(&board, now), frame(&board, next + Ms(-1)), "a change was missed");
            now = next;
        }
        assert_eq!(frame(&board, now), frame(&board, end), "a change was missed");
    }
}

#[test]
fn what_is_not_seen_asks_for_no_frames() {
    let mut rehearsal = in_the_middle();
    rehearsal.show(Scene::Welcome);
    let mut board = board_of(&rehearsal);
    board.hints.show(At(0));
    assert_eq!(board.next_change(rehearsal.now), None); // The clock runs, and nobody sees it.
    rehearsal.show(Scene::Stage);
    board.hear(&rehearsal.board(), rehearsal.now);
    assert_eq!(board.next_change(rehearsal.now), Some(rehearsal.now + Ms::seconds(1)));

    let revealed = revealed(Reveal::Names);
    let mut board = board_of(&revealed);
    board.hints.show(At(0));
    let frames = std::iter::successors(Some(revealed.now), |now| board.next_change(*now));
    let after: Vec<i64> = frames.map(|at| (at - revealed.now).0).collect();
    assert_eq!(after, (0..=10).map(|step| step * 600).collect::<Vec<_>>());
}

#[test]
fn a_stage_scene_follows_the_countdown_past_zero() {
    let mut rehearsal = Rehearsal::scored(2, 0);
    rehearsal.call_up("E01").start("E01", Phase::Presentation).show(Scene::Stage);
    let over = seen_after(&rehearsal, Ms::seconds(605));
    assert!(over.contains("超时"));
}
