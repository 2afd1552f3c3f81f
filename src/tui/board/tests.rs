mod pictures;
mod scenes;

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyModifiers;
use rust_decimal::Decimal;

use super::*;
use crate::{
    client::Trouble,
    contest::{Phase, Wish},
    tui::{hall::rehearsal::Rehearsal, screen::screen, theme::Theme},
    words::{Lang, Words},
};

const UP: LinkState = LinkState::Up { round_trip: None };

/// A board that has just been told how a final stands.
fn board_of(rehearsal: &Rehearsal) -> BoardScreen {
    let mut board = BoardScreen::new();
    board.hear(&News::Link(UP), rehearsal.now);
    board.hear(&rehearsal.board(), rehearsal.now);
    board
}

/// E01 to E08 and S01 to S03 released, two of them with the same score; S04 has the stage.
fn in_the_middle() -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(12, 6);
    for (project, score) in (1..=8).zip([8125, 9040, 8842, 7990, 8842, 8500, 7610, 8333]) {
        rehearsal.play(&format!("E{project:02}"), Decimal::new(score, 2));
    }
    for (project, score) in (1..=3).zip([8010, 8600, 9101]) {
        rehearsal.play(&format!("S{project:02}"), Decimal::new(score, 2));
    }
    rehearsal.call_up("S04").start("S04", Phase::Presentation);
    rehearsal
}

/// Every project of a small final released.
fn at_the_end() -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(4, 2);
    for (project, score) in ["E01", "E02", "E03", "E04", "S01", "S02"].iter().zip(8100..) {
        rehearsal.play(project, Decimal::new(score, 2));
    }
    rehearsal
}

fn draw(board: &BoardScreen, now: At, lang: Lang, size: (u16, u16)) -> String {
    let words = Words::new(lang);
    let theme = Theme::dark();
    let scene = Scene { words: &words, theme: &theme, now, link: &board.link };
    screen(size.0, size.1, |area, buf| board.draw(&scene, area, buf))
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

#[test]
fn before_anything_begins_it_welcomes() {
    let rehearsal = Rehearsal::scored(12, 6);
    let board = board_of(&rehearsal);
    assert_eq!(board.next_change(rehearsal.now + Ms::seconds(10)), None); // The hints are gone.
    assert_snapshot!(draw(&board, rehearsal.now, Lang::Zh, (80, 24)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接



                                          欢迎



                           增 材 制 造 创 新 创 业 大 赛 决 赛



                              Additive manufacturing final

                                    一号厅 · Hall 1

                             企业组 · Enterprises 12 个项目
                               创业组 · Startups 6 个项目

                           下一个 E01  示例项目 E01 激光增材



    ? 帮助  q 退出
    ");
}

#[test]
fn the_stage_the_countdown_and_one_ranking_fit_a_small_terminal() {
    let rehearsal = in_the_middle();
    let board = board_of(&rehearsal);
    let now = rehearsal.now + Ms::seconds(545);
    assert_snapshot!(draw(&board, now, Lang::Zh, (80, 24)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
                                              ████████      ████████  ████████
    S04  示例项目 S04 激光增材                ██    ██  ██  ██        ██
    示例企业 · 金属增材                       ██    ██      ██        ██
                                              ██    ██      ████████  ████████
    展示   最后 1 分钟                        ██    ██            ██        ██
                                              ██    ██  ██        ██        ██
    下一个 E09  示例项目 E09 激光增材         ████████      ████████  ████████
    ────────────────────────────────────────────────────────────────────────────────
            企业组   暂定 8/12
                   1 E02 示例项目 E02 激光增材              90.40 暂列一等奖
            ────────────────────────────────────────────────────────────────
              并列 2 E03 示例项目 E03 激光增材              88.42 暂列二等奖
              并列 2 E05 示例项目 E05 激光增材              88.42 暂列二等奖
                   4 E06 示例项目 E06 激光增材              85.00 暂列二等奖
            ────────────────────────────────────────────────────────────────
                   5 E08 示例项目 E08 激光增材              83.33 暂列三等奖
                   6 E01 示例项目 E01 激光增材              81.25 暂列三等奖
                   7 E04 示例项目 E04 激光增材              79.90 暂列三等奖
                   8 E07 示例项目 E07 激光增材              76.10 暂列三等奖
    ");
}

#[test]
fn it_says_the_same_in_english() {
    let rehearsal = in_the_middle();
    let board = board_of(&rehearsal);
    let now = rehearsal.now + Ms::seconds(575);
    assert_snapshot!(draw(&board, now, Lang::En, (80, 24)), @"
    Additive manufacturing final                                     Hall 1 ● online
                                              ████████      ████████  ████████
    S04  Sample project S04                   ██    ██  ██        ██  ██
    Sample company · Metal                    ██    ██            ██  ██
                                              ██    ██      ████████  ████████
    presentation   last 30 seconds            ██    ██      ██              ██
                                              ██    ██  ██  ██              ██
    Next E09  Sample project E09              ████████      ████████  ████████
    ────────────────────────────────────────────────────────────────────────────────
              Startups   provisional 3/6

              ▶ 1 S03 Sample project S03               91.01 (First prize)
              ─────────────────────────────────────────────────────────────
                2 S02 Sample project S02               86.00 (Second prize)

                3 S01 Sample project S01               80.10 (Second prize)
    ");
}

#[test]
fn a_wide_board_shows_both_rankings() {
    let rehearsal = in_the_middle();
    let board = board_of(&rehearsal);
    assert_snapshot!(draw(&board, rehearsal.now + Ms::seconds(7), Lang::Zh, (120, 30)), @"
    增材制造创新创业大赛决赛                                                                                 一号厅 ● 已连接

    ▄▀▀▀▀ ▄▀▀▀▄   ▄█                                                 ███████████         ███████████   ███████████
    ▀▄▄▄  █ ▄ █ ▄▀ █                                                 ███▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀███
        █ █   █ ▀▀▀█▀                                                ███     ███   ▄▄▄   ███                   ███
    ▀▀▀▀   ▀▀▀     ▀                                                 ███     ███   ███   ███                   ███
                                                                     ███▄▄▄▄▄███         ███▄▄▄▄▄▄▄▄   ▄▄▄▄▄▄▄▄███
    示例项目 S04 激光增材                                            ███████████         ███████████   ███████████
    示例企业 · 金属增材                                                      ███   ▄▄▄           ███           ███
                                                                             ███   ███           ███           ███
    展示                                                                     ███                 ███           ███
                                                                     ███████████         ███████████   ███████████
    下一个 E09  示例项目 E09 激光增材                                ▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                                                 ▶ S03 最后得分 91.01  第 1 名
    企业组   暂定 8/12                                             创业组   暂定 3/6
           1 E02 示例项目 E02 激光增材       90.40 暂列一等奖      ▶ 1 S03 示例项目 S03 激光增材            91.01 暂列一等奖
    ─────────────────────────────────────────────────────────      ─────────────────────────────────────────────────────────
      并列 2 E03 示例项目 E03 激光增材       88.42 暂列二等奖        2 S02 示例项目 S02 激光增材            86.00 暂列二等奖
      并列 2 E05 示例项目 E05 激光增材       88.42 暂列二等奖        3 S01 示例项目 S01 激光增材            80.10 暂列二等奖
           4 E06 示例项目 E06 激光增材       85.00 暂列二等奖
    ─────────────────────────────────────────────────────────
           5 E08 示例项目 E08 激光增材       83.33 暂列三等奖
           6 E01 示例项目 E01 激光增材       81.25 暂列三等奖
           7 E04 示例项目 E04 激光增材       79.90 暂列三等奖
           8 E07 示例项目 E07 激光增材       76.10 暂列三等奖


    左 上一页  右 下一页  ? 帮助  q 退出
    ");
}

#[test]
fn a_projected_board_fills_its_space() {
    let rehearsal = in_the_middle();
    let board = board_of(&rehearsal);
    let now = rehearsal.now + Ms::seconds(603);
    assert_snapshot!(draw(&board, now, Lang::Zh, (200, 50)), @"
    增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接


                          ████████████      █████████               ███
                       ▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄         ▄▄▄███
                       ███               ███         ███         ██████
                       ███               ███         ███      ███   ███                                                    ███████████████████               ███████████████████     ███████████████████
                       ▀▀▀▄▄▄▄▄▄▄▄▄      ███   ▄▄▄   ███   ▄▄▄▀▀▀   ███                                                    ███████████████████               ███████████████████     ███████████████████
                          █████████      ███   ███   ███   ███      ███                                                    █████         █████               █████         █████                   █████
                                   ███   ███         ███   ███████████████                                                 █████         █████               █████         █████                   █████
                                   ███   ███         ███   ▀▀▀▀▀▀▀▀▀███▀▀▀                                                 █████         █████     █████     █████         █████                   █████
                                   ███   ███         ███            ███                                   █████            █████         █████     █████     █████         █████                   █████
                       ████████████         █████████               ███                                   █████            █████         █████               █████         █████                   █████
                       ▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀               ▀▀▀                                   █████            █████         █████               █████         █████                   █████
                                                                                                   ███████████████████     █████         █████               █████         █████     ███████████████████
                                   示 例 项 目  S04 激 光 增 材                                    ███████████████████     █████         █████               █████         █████     ███████████████████
                                                                                                          █████            █████         █████               █████         █████                   █████
                                                                                                          █████            █████         █████               █████         █████                   █████
                                       示例企业 · 金属增材                                                █████            █████         █████               █████         █████                   █████
                                                                                                                           █████         █████     █████     █████         █████                   █████
                                                                                                                           █████         █████     █████     █████         █████                   █████
                                                                                                                           █████         █████               █████         █████                   █████
                                                                                                                           █████         █████               █████         █████                   █████
                                           展 示   超 时                                                                   ███████████████████               ███████████████████     ███████████████████
                                                                                                                           ███████████████████               ███████████████████     ███████████████████

                                下一个 E09  示例项目 E09 激光增材


    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                                 企业组   暂定 8/12                                                        创业组   暂定 3/6

                                        1 E02 示例项目 E02 激光增材                  90.40 暂列一等奖      ▶ 1 S03 示例项目 S03 激光增材                       91.01 暂列一等奖
                                 ────────────────────────────────────────────────────────────────────      ────────────────────────────────────────────────────────────────────
                                   并列 2 E03 示例项目 E03 激光增材                  88.42 暂列二等奖        2 S02 示例项目 S02 激光增材                       86.00 暂列二等奖

                                   并列 2 E05 示例项目 E05 激光增材                  88.42 暂列二等奖        3 S01 示例项目 S01 激光增材                       80.10 暂列二等奖

                                        4 E06 示例项目 E06 激光增材                  85.00 暂列二等奖
                                 ────────────────────────────────────────────────────────────────────
                                        5 E08 示例项目 E08 激光增材                  83.33 暂列三等奖

                                        6 E01 示例项目 E01 激光增材                  81.25 暂列三等奖

                                        7 E04 示例项目 E04 激光增材                  79.90 暂列三等奖

                                        8 E07 示例项目 E07 激光增材                  76.10 暂列三等奖
    ");
}

/// How many rows the band takes: down to the rule between it and the rankings.
fn band_rows(rehearsal: &Rehearsal, size: (u16, u16)) -> usize {
    let seen = draw(&board_of(rehearsal), rehearsal.now, Lang::Zh, size);
    let rule = "─".repeat(size.0.into());
    seen.lines().position(|line| line == rule).unwrap()
}

#[test]
fn the_band_does_not_jump_with_every_release() {
    let sizes = [(80, 24), (110, 30), (200, 50), (300, 90)];
    let mut rehearsal = Rehearsal::scored(30, 20);
    let mut before = sizes.map(|_| 0);
    for project in 1..=29 {
        rehearsal.play(&format!("E{project:02}"), Decimal::new(9500 - 10 * project, 2));
        let rows = sizes.map(|size| band_rows(&rehearsal, size));
        assert!(project % 4 == 1 || rows == before, "{project}: {before:?}, {rows:?}");
        for (rows, size) in rows.iter().zip(sizes) {
            assert!(usize::from(size.1 * 3 / 10) <= *rows, "{project} in {size:?}: {rows}");
        }
        before = rows;
    }
}

/// The rows of a picture that say anything.
fn inked_rows(seen: &str) -> usize {
    seen.lines().filter(|line| !line.trim().is_empty()).count()
}

#[test]
fn a_large_window_is_used_from_top_to_bottom() {
    for released in [3, 6, 12, 20, 29] {
        let mut rehearsal = Rehearsal::scored(30, 20);
        for project in 1..=released {
            rehearsal.play(&format!("E{project:02}"), Decimal::new(9500 - 10 * project, 2));
        }
        for size in [(110, 30), (200, 50), (240, 70), (300, 90)] {
            let seen = draw(&board_of(&rehearsal), rehearsal.now, Lang::Zh, size);
            let said = |(_, line): &(usize, &str)| !line.contains("退出") && !line.is_empty();
            let (last, _) = seen.lines().enumerate().filter(said).last().unwrap();
            let rows = usize::from(size.1);
            assert!(rows * 3 / 4 <= last, "{released} in {size:?}: the last row is {last}");
            assert!(rows * 3 / 5 <= inked_rows(&seen), "{released} in {size:?}:\n{seen}");
        }
    }
}

#[test]
fn pages_are_as_full_as_each_other_and_turn_together() {
    let mut rehearsal = Rehearsal::scored(30, 20);
    for (group, projects) in [("E", 29), ("S", 19)] {
        for project in 1..=projects {
            let score = Decimal::new(9500 - 10 * project, 2);
            rehearsal.play(&format!("{group}{project:02}"), score);
        }
    }
    let mut board = board_of(&rehearsal);
    let mut places = Vec::new();
    for _ in 0..4 {
        let seen = draw(&board, rehearsal.now, Lang::En, (110, 30));
        let is_place = |line: &&str| line.contains("project E") || line.contains("project S");
        let places_of = |group: &str| {
            let name = format!("project {group}");
            seen.lines().filter(is_place).filter(|line| line.contains(&name)).count()
        };
        places.push((places_of("E"), places_of("S")));
        board.press(key(KeyCode::Right), rehearsal.now);
    }
    // In the band are S19 and the next, E30.
    assert_eq!(places, [(16, 11), (15, 10), (16, 11), (15, 10)]);
}

#[test]
fn a_score_stands_big_while_nobody_is_on_stage() {
    let mut rehearsal = Rehearsal::scored(3, 2);
    rehearsal.play("E01", Decimal::new(8842, 2));
    let board = board_of(&rehearsal);
    assert_snapshot!(draw(&board, rehearsal.now, Lang::Zh, (80, 24)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

    █▀▀▀▀ ▄▀▀▀▄  ▄█
    █▄▄▄  █ ▄ █   █                      ████████  ████████      ██    ██  ████████
    █     █   █   █                      ██    ██  ██    ██      ██    ██        ██
    ▀▀▀▀▀  ▀▀▀   ▀▀▀                     ██    ██  ██    ██      ██    ██        ██
                                         ████████  ████████      ████████  ████████
    示例项目 E01 激光增材                ██    ██  ██    ██            ██  ██
    示例企业 · 金属增材                  ██    ██  ██    ██            ██  ██
                                         ██    ██  ██    ██            ██  ██
    最后得分   第 1 名                   ████████  ████████  ██        ██  ████████

    下一个 E02  示例项目 E02 激光增材
    ────────────────────────────────────────────────────────────────────────────────
              企业组   暂定 1/3

              ▶ 1 E01 示例项目 E01 激光增材               88.42 暂列一等奖






    左 上一页  右 下一页  ? 帮助  q 退出
    ");
}

#[test]
fn in_the_end_it_shows_the_awards() {
    let rehearsal = at_the_end();
    let board = board_of(&rehearsal);
    let later = rehearsal.now + ANNOUNCED;
    assert_snapshot!(draw(&board, later, Lang::Zh, (100, 24)), @"
    增材制造创新创业大赛决赛                                                             一号厅 ● 已连接





    企业组 获奖名单   最终                             创业组 获奖名单   最终

    一等奖                                             一等奖
      1 E04 示例项目 E04 激光增材              81.03     1 S02 示例项目 S02 激光增材              81.05


    二等奖                                             二等奖
      2 E03 示例项目 E03 激光增材              81.02     2 S01 示例项目 S01 激光增材              81.04

      3 E02 示例项目 E02 激光增材              81.01

      4 E01 示例项目 E01 激光增材              81.00
    ");
}

#[test]
fn a_showcase_has_turns_and_no_rankings() {
    let mut rehearsal = Rehearsal::showcase(5);
    rehearsal.call_up("E01").start("E01", Phase::Presentation);
    let board = board_of(&rehearsal);
    assert_snapshot!(draw(&board, rehearsal.now, Lang::Zh, (80, 24)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

                               E01  示例项目 E01 激光增材
                                  示例企业 · 金属增材
                                    展示  第 1/5 个
                           下一个 E02  示例项目 E02 激光增材


             ███         ███████████████         ███████████████   ███████████████
             ███         ███▀▀▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀███   ███▀▀▀▀▀▀▀▀▀███
             ███         ███         ███         ███         ███   ███         ███
             ███         ███         ███   ███   ███         ███   ███         ███
             ███         ███         ███   ▀▀▀   ███         ███   ███         ███
             ███         ███         ███         ███         ███   ███         ███
             ███         ███         ███         ███         ███   ███         ███
             ███         ███         ███         ███         ███   ███         ███
             ███         ███         ███         ███         ███   ███         ███
             ███         ███         ███   ███   ███         ███   ███         ███
             ███         ███         ███   ▀▀▀   ███         ███   ███         ███
             ███         ███         ███         ███         ███   ███         ███
             ███         ███████████████         ███████████████   ███████████████
             ▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

    ? 帮助  q 退出
    ");
}

#[test]
fn a_released_score_is_announced_for_a_while() {
    let mut rehearsal = Rehearsal::scored(3, 0);
    rehearsal.judge("E01", Decimal::new(8842, 2)).call_up("E02");
    let mut board = board_of(&rehearsal);
    assert!(!draw(&board, rehearsal.now, Lang::Zh, (80, 24)).contains("88.42"));

    rehearsal.pass(100).host(&Wish::Release { project: "E01".into() });
    let now = rehearsal.now;
    board.hear(&rehearsal.board(), now);
    let announced = "E01 最后得分 88.42  第 1 名";
    assert!(draw(&board, now, Lang::Zh, (80, 24)).contains(announced));

    let last = now + ANNOUNCED + Ms(-1);
    board.hear(&rehearsal.board(), last); // The same score again is nothing new.
    assert!(draw(&board, last, Lang::Zh, (80, 24)).contains(announced));
    assert_eq!(board.next_change(last), Some(now + ANNOUNCED));
    assert!(!draw(&board, now + ANNOUNCED, Lang::Zh, (80, 24)).contains(announced));
}

#[test]
fn pages_turn_by_themselves() {
    let rehearsal = in_the_middle();
    let mut board = board_of(&rehearsal);
    board.press(key(KeyCode::Left), rehearsal.now); // Pages now turn at known instants.
    let drawn = |board: &BoardScreen, now| draw(board, now, Lang::Zh, (80, 24));
    let (now, page) = (rehearsal.now, PAGE);
    let group = |text: &str| (text.contains("企业组"), text.contains("创业组"));
    let seen = [Ms::ZERO, page + Ms(-1), page, page + page].map(|it| drawn(&board, now + it));
    assert_eq!(group(&seen[0]), group(&seen[1]));
    assert_ne!(group(&seen[1]), group(&seen[2]));
    assert_eq!(group(&seen[0]), group(&seen[3]));
}

#[test]
fn arrows_turn_pages_and_give_them_their_whole_time() {
    let rehearsal = in_the_middle();
    let mut board = board_of(&rehearsal);
    let (before, now) = (board.pages.at(rehearsal.now), rehearsal.now + Ms(3_700));
    let shown = board.pages.at(now);
    board.press(key(KeyCode::Right), now);
    assert_eq!(board.pages.at(now), shown + 1);
    assert_eq!(board.pages.next_turn(now), now + PAGE);
    board.press(key(KeyCode::Left), now);
    assert_eq!(board.pages.at(now), shown);
    assert!(before <= shown);
}

#[test]
fn a_lost_link_is_said_with_its_age_while_the_countdown_goes_on() {
    let rehearsal = in_the_middle();
    let mut board = board_of(&rehearsal);
    let since = rehearsal.now + Ms::seconds(20);
    let trouble = Trouble::Silent { hub: "hub".to_owned() };
    board.hear(&News::Link(LinkState::Lost { since, trouble }), since);
    let words = Words::new(Lang::Zh);
    let theme = Theme::plain(); // Signs of one column, so that the digits can be read in ASCII.
    let at = |now| {
        let scene = Scene { words: &words, theme: &theme, now, link: &board.link };
        screen(40, 12, |area, buf| board.draw(&scene, area, buf))
    };
    assert!(at(since + Ms::seconds(12)).contains("已断线 12 秒"));
    assert_ne!(at(since + Ms::seconds(12)), at(since + Ms(13_000)));
    assert_snapshot!(at(since + Ms::seconds(12)), @"
    增材制造创新创...  一号厅 ! 已断线 12 秒
    S04  示例项目 ...
    示例企业 - 金...
    展示                       9:28
    下一个 E09  示...
    ----------------------------------------
    企业组   暂定 8/12                2/2 页
           5 E08 示例项...  83.33 暂列三等奖
           6 E01 示例项...  81.25 暂列三等奖
           7 E04 示例项...  79.90 暂列三等奖
           8 E07 示例项...  76.10 暂列三等奖
    ");
}

#[test]
fn what_a_board_cannot_read_leaves_it_as_it_is() {
    let rehearsal = in_the_middle();
    let mut board = board_of(&rehearsal);
    board.hear(&News::Picture(crate::protocol::views::Sections::default()), rehearsal.now);
    assert!(board.view.is_some());
}

#[test]
fn q_asks_before_the_hall_sees_a_shell() {
    let mut board = BoardScreen::new();
    let mut types = |keys: &[KeyCode]| {
        keys.iter().flat_map(|it| board.press(key(*it), At(0))).collect::<Vec<_>>()
    };
    let [ask, yes, no] = ['Q', 'y', 'n'].map(KeyCode::Char);
    assert_eq!(types(&[ask, ask, KeyCode::Enter]), []);
    assert_eq!(types(&[no, ask, KeyCode::Esc, ask]), []);
    assert_eq!(types(&[yes]), [Effect::Quit]);
    let ctrl_c = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    assert_eq!(board.press(ctrl_c, At(0)), []);
    assert_eq!(board.press(ctrl_c, At(0)), [Effect::Quit]);

    board.press(key(ask), At(0));
    let closes = |lang| draw(&board, At(0), lang, (80, 12));
    assert_snapshot!(closes(Lang::Zh), @"
                                                                            ○ 连接中


            ┌ 退出 ────────────────────────────────────────────────────────┐
            │ 关闭本屏？全场会看到后面的终端窗口。比赛照常进行，可用同一链 │
            │ 接重新打开。                                                 │
            │                                                              │
            │ y 确认  Esc 取消                                             │
            └──────────────────────────────────────────────────────────────┘


    ? 帮助  q 退出
    ");
    assert_snapshot!(closes(Lang::En), @"
                                                                        ○ connecting


            ┌ quit ────────────────────────────────────────────────────────┐
            │ Close this screen? The hall will see the terminal behind it. │
            │ The contest goes on; the same link opens it again.           │
            │                                                              │
            │ y confirm  Esc cancel                                        │
            └──────────────────────────────────────────────────────────────┘


    ? help  q quit
    ");
    assert_snapshot!(draw(&board, At(0), Lang::En, (30, 8)), @"
    ┌ quit ──────────────────────┐
    │ Close this screen? The     │
    │ hall will see the terminal │
    │ behind it. The contest     │
    │ goes on; the same link     │
    │ opens it again.            │
    │                            │
    └────────────────────────────┘
    ");
}

#[test]
fn the_keys_of_the_board_are_told_apart_and_explained() {
    crate::tui::keys::check_table(&KEYS);
}

#[test]
fn every_size_can_be_drawn() {
    let mut showcase = Rehearsal::showcase(3);
    showcase.call_up("E02");
    let mut none_yet = Rehearsal::scored(2, 2);
    none_yet.call_up("E01").start("E01", Phase::Presentation);
    let finals = [in_the_middle(), at_the_end(), Rehearsal::scored(2, 2), showcase, none_yet];
    for rehearsal in finals {
        let board = board_of(&rehearsal);
        for offset in [0, 31] {
            let now = rehearsal.now + Ms::seconds(offset);
            for width in (0..90).step_by(7).chain([120, 300]) {
                for height in (0..30).step_by(3).chain([90]) {
                    draw(&board, now, Lang::Zh, (width, height));
                }
            }
        }
    }
}

#[test]
fn a_fast_evening_turns_its_pages_no_faster_for_the_reader() {
    let mut board = BoardScreen::new();
    board.set_speed(60);
    board.turn(0, At(0));
    assert_eq!(board.pages.next_turn(At(0)), At(0) + Ms(PAGE.0 * 60));
}

#[test]
fn a_correction_is_announced_for_a_while() {
    let mut rehearsal = in_the_middle();
    let mut board = board_of(&rehearsal);
    rehearsal.disqualify("E02");
    board.hear(&rehearsal.board(), rehearsal.now);
    assert_snapshot!(draw(&board, rehearsal.now, Lang::Zh, (80, 24)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
                                            ██     ████████      ████████  ████████
    S04  示例项目 S04 激光增材              ██     ██    ██  ██  ██    ██  ██    ██
    示例企业 · 金属增材                     ██     ██    ██      ██    ██  ██    ██
                                            ██     ██    ██      ██    ██  ██    ██
    展示                                    ██     ██    ██      ██    ██  ██    ██
                                            ██     ██    ██  ██  ██    ██  ██    ██
    下一个 E09  示例项目 E09 激光增材       ██     ████████      ████████  ████████
    ────────────────────────────────────────────────────────────────────────────────
                          更正公告 第 1 号  E02  另有 5 项变化
                               E02 第 1 名 90.40 ▶ 无名次
                           E01 第 6 名 81.25 ▶ 第 5 名 81.25
                           E03 第 2 名 88.42 ▶ 第 1 名 88.42
                             ▶ S03 最后得分 91.01  第 1 名
            企业组   暂定 7/11
              并列 1 E03 示例项目 E03 激光增材              88.42 暂列一等奖
              并列 1 E05 示例项目 E05 激光增材              88.42 暂列一等奖
                   3 E06 示例项目 E06 激光增材              85.00 暂列二等奖
                   4 E08 示例项目 E08 激光增材              83.33 暂列二等奖
                   5 E01 示例项目 E01 激光增材              81.25 暂列三等奖
                   6 E04 示例项目 E04 激光增材              79.90 暂列三等奖
                   7 E07 示例项目 E07 激光增材              76.10 暂列三等奖

    左 上一页  右 下一页  ? 帮助  q 退出
    ");
    let later = rehearsal.now + ANNOUNCED;
    assert!(!draw(&board, later, Lang::Zh, (80, 24)).contains("更正"));
    let reopened = board_of(&rehearsal);
    assert!(!draw(&reopened, rehearsal.now, Lang::Zh, (80, 24)).contains("更正"));
}

#[test]
fn a_correction_in_english() {
    let mut rehearsal = in_the_middle();
    let mut board = board_of(&rehearsal);
    rehearsal.disqualify("E02");
    board.hear(&rehearsal.board(), rehearsal.now);
    assert_snapshot!(draw(&board, rehearsal.now, Lang::En, (100, 30)), @"
    Additive manufacturing final                                                         Hall 1 ● online

    ▄▀▀▀▀ ▄▀▀▀▄   ▄█
    ▀▄▄▄  █ ▄ █ ▄▀ █                                    ██      ██████████      ██████████  ██████████
        █ █   █ ▀▀▀█▀                                   ██      ██      ██      ██      ██  ██      ██
    ▀▀▀▀   ▀▀▀     ▀                                    ██      ██      ██  ██  ██      ██  ██      ██
                                                        ██      ██      ██      ██      ██  ██      ██
    Sample project S04                                  ██      ██      ██      ██      ██  ██      ██
    Sample company · Metal                              ██      ██      ██      ██      ██  ██      ██
                                                        ██      ██      ██      ██      ██  ██      ██
    presentation                                        ██      ██      ██  ██  ██      ██  ██      ██
                                                        ██      ██      ██      ██      ██  ██      ██
    Next E09  Sample project E09                        ██      ██████████      ██████████  ██████████

    ────────────────────────────────────────────────────────────────────────────────────────────────────
                                 correction no. 1  E02  and 5 more changes
                                       E02 place 1, 90.40 ▶ no place
                                    E01 place 6, 81.25 ▶ place 5, 81.25
                                    E03 place 2, 88.42 ▶ place 1, 88.42
                                      ▶ S03 Final score 91.01  place 1
    Enterprises   provisional 7/11                     Startups   provisional 3/6
      1= E03 Sample project E03  88.42 (First prize)   ▶ 1 S03 Sample project S03   91.01 (First prize)
      1= E05 Sample project E05  88.42 (First prize)   ─────────────────────────────────────────────────
       3 E06 Sample project E06  85.00 (Second prize)    2 S02 Sample project S02   86.00 (Second prize)
       4 E08 Sample project E08  83.33 (Second prize)    3 S01 Sample project S01   80.10 (Second prize)
       5 E01 Sample project E01  81.25 (Third prize)
       6 E04 Sample project E04  79.90 (Third prize)
       7 E07 Sample project E07  76.10 (Third prize)

    Left previous page  Right next page  ? help  q quit
    ");
}
