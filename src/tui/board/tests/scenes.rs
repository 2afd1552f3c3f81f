//! The scenes that the host chooses, in pictures, and when they change by themselves.
#![expect(clippy::too_many_lines, reason = "pictures are long")]

use insta::assert_snapshot;

use super::{board_of, draw, in_the_middle, key};
use crate::{
    client::{LinkState, News, Trouble},
    contest::{At, Audience, GroupId, Ms, Phase, Reveal, Scene, Wish},
    tui::{Screen, board::BoardScreen, hall::rehearsal::Rehearsal, wall::hour_and_minute},
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;
use rust_decimal::Decimal;

const SMALL: (u16, u16) = (80, 24);

/// What a board shows of a final once the key hints are gone.
fn seen(rehearsal: &Rehearsal, lang: Lang, size: (u16, u16)) -> String {
    seen_after(rehearsal, Ms::ZERO, lang, size)
}

/// The same a while later.
fn seen_after(rehearsal: &Rehearsal, later: Ms, lang: Lang, size: (u16, u16)) -> String {
    let mut board = board_of(rehearsal);
    board.hints.show(At(0));
    draw(&board, rehearsal.now + later, lang, size)
}

/// E01 with five totals and a deduction, its score just released.
fn revealed(reveal: Reveal) -> Rehearsal {
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

/// A final of eight enterprises, all released, two with the same score, and a ceremony begun.
fn honoured(step: u32) -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(12, 0);
    let scores = [8125, 9040, 8842, 7990, 8842, 8500, 7610, 8333, 7000, 8010, 6950, 8290];
    for (project, score) in (1..=13).zip(scores) {
        rehearsal.play(&format!("E{project:02}"), Decimal::new(score, 2));
    }
    rehearsal.pass(60).ceremony("enterprise", step);
    rehearsal
}

fn resting() -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(2, 0);
    rehearsal.take_break().pass(125);
    rehearsal
}

fn said(text: &str, blink: bool) -> Rehearsal {
    let mut rehearsal = in_the_middle();
    rehearsal.say(Audience::Board, text, blink);
    rehearsal
}

/// Wherever the test runs.
fn at_home(rehearsal: &Rehearsal, seen: &str) -> String {
    let until = rehearsal.now + Ms::seconds(775);
    seen.replace(&hour_and_minute(until), "14:45")
}

#[test]
fn a_welcome_is_in_both_languages() {
    let mut rehearsal = in_the_middle();
    rehearsal.show(Scene::Welcome);
    assert_snapshot!(seen(&rehearsal, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接





                                          欢迎

                          增 材 制 造 创 新 创 业 大 赛 决 赛

                              Additive manufacturing final

                                    一号厅 · Hall 1

                             企业组 · Enterprises 12 个项目
                               创业组 · Startups 6 个项目

                           下一个 E09  示例项目 E09 激光增材
    ");
    assert_snapshot!(seen(&rehearsal, Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online





                                        Welcome

                              Additive manufacturing final

                          增 材 制 造 创 新 创 业 大 赛 决 赛

                                    Hall 1 · 一号厅

                           Enterprises · 企业组: 12 projects
                             Startups · 创业组: 6 projects

                              Next E09  Sample project E09
    ");
    assert_snapshot!(seen(&rehearsal, Lang::En, (200, 50)), @"
    Additive manufacturing final                                                                                                                                                             Hall 1 ● online







                                                                                                    Welcome

                                                           ██████    ████████    ████████      ██████    ██████████    ██████    ██      ██  ██████████
                                                         ██      ██  ██      ██  ██      ██      ██          ██          ██      ██      ██  ██
                                                         ██      ██  ██      ██  ██      ██      ██          ██          ██      ██      ██  ██
                                                         ██████████  ██      ██  ██      ██      ██          ██          ██      ██      ██  ████████
                                                         ██      ██  ██      ██  ██      ██      ██          ██          ██      ██      ██  ██
                                                         ██      ██  ██      ██  ██      ██      ██          ██          ██        ██  ██    ██
                                                         ██      ██  ████████    ████████      ██████        ██        ██████        ██      ██████████

                           ██      ██    ██████    ██      ██  ██      ██  ██████████    ██████      ██████    ██████████  ██      ██  ████████      ██████    ██      ██    ██████
                           ████  ████  ██      ██  ████    ██  ██      ██  ██          ██      ██  ██      ██      ██      ██      ██  ██      ██      ██      ████    ██  ██      ██
                           ██  ██  ██  ██      ██  ██  ██  ██  ██      ██  ██          ██      ██  ██              ██      ██      ██  ██      ██      ██      ██  ██  ██  ██
                           ██  ██  ██  ██████████  ██    ████  ██      ██  ████████    ██████████  ██              ██      ██      ██  ████████        ██      ██    ████  ██  ██████
                           ██      ██  ██      ██  ██      ██  ██      ██  ██          ██      ██  ██              ██      ██      ██  ██  ██          ██      ██      ██  ██      ██
                           ██      ██  ██      ██  ██      ██  ██      ██  ██          ██      ██  ██      ██      ██      ██      ██  ██    ██        ██      ██      ██  ██      ██
                           ██      ██  ██      ██  ██      ██    ██████    ██          ██      ██    ██████        ██        ██████    ██      ██    ██████    ██      ██    ██████

                                                                           ██████████    ██████    ██      ██    ██████    ██
                                                                           ██              ██      ████    ██  ██      ██  ██
                                                                           ██              ██      ██  ██  ██  ██      ██  ██
                                                                           ████████        ██      ██    ████  ██████████  ██
                                                                           ██              ██      ██      ██  ██      ██  ██
                                                                           ██              ██      ██      ██  ██      ██  ██
                                                                           ██            ██████    ██      ██  ██      ██  ██████████

                                                                                      增 材 制 造 创 新 创 业 大 赛 决 赛

                                                                                                Hall 1 · 一号厅

                                                                                       Enterprises · 企业组: 12 projects
                                                                                         Startups · 创业组: 6 projects

                                                                                          Next E09  Sample project E09
    ");
}

#[test]
fn a_project_alone_has_its_digits_as_large_as_they_go() {
    let mut rehearsal = in_the_middle();
    rehearsal.show(Scene::Stage);
    let later = Ms::seconds(545);
    assert_snapshot!(seen_after(&rehearsal, later, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接


      ▄▀▀▀▀ ▄▀▀▀▄   ▄█                  示 例 项 目  S04 激 光 增 材
      ▀▄▄▄  █ ▄ █ ▄▀ █
          █ █   █ ▀▀▀█▀                      示例企业 · 金属增材
      ▀▀▀▀   ▀▀▀     ▀

                                  展示   最后 1 分钟

                   █████████████         █████████████   █████████████
                   ███▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀
                   ███       ███   ▄▄▄   ███             ███
                   ███       ███   ███   ███             ███
                   ███       ███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄
                   ███       ███         █████████████   █████████████
                   ███       ███   ▄▄▄             ███             ███
                   ███       ███   ███             ███             ███
                   ███       ███                   ███             ███
                   █████████████         █████████████   █████████████
                   ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀

                           下一个 E09  示例项目 E09 激光增材
    ");
    assert_snapshot!(seen_after(&rehearsal, later, Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online


      ▄▀▀▀▀ ▄▀▀▀▄   ▄█                       Sample project S04
      ▀▄▄▄  █ ▄ █ ▄▀ █
          █ █   █ ▀▀▀█▀                    Sample company · Metal
      ▀▀▀▀   ▀▀▀     ▀

                              presentation   last minute

                   █████████████         █████████████   █████████████
                   ███▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀
                   ███       ███   ▄▄▄   ███             ███
                   ███       ███   ███   ███             ███
                   ███       ███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄
                   ███       ███         █████████████   █████████████
                   ███       ███   ▄▄▄             ███             ███
                   ███       ███   ███             ███             ███
                   ███       ███                   ███             ███
                   █████████████         █████████████   █████████████
                   ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀

                              Next E09  Sample project E09
    ");
    assert_snapshot!(seen_after(&rehearsal, later, Lang::Zh, (200, 50)), @"
    增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接



          ████████████      █████████               ███
       ▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄         ▄▄▄███
       ███               ███         ███         ██████
       ███               ███         ███      ███   ███
       ▀▀▀▄▄▄▄▄▄▄▄▄      ███   ▄▄▄   ███   ▄▄▄▀▀▀   ███                                                               示 例 项 目  S04 激 光 增 材
          █████████      ███   ███   ███   ███      ███
                   ███   ███         ███   ███████████████                                                                 示例企业 · 金属增材
                   ███   ███         ███   ▀▀▀▀▀▀▀▀▀███▀▀▀
                   ███   ███         ███            ███
       ████████████         █████████               ███
       ▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀               ▀▀▀





                                                                                             展 示   最 后  1 分 钟



                                               ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
                                               ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
                                               ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
                                               ██████                  ██████                  ██████                              ██████
                                               ██████                  ██████                  ██████                              ██████
                                               ██████                  ██████      ▄▄▄▄▄▄      ██████                              ██████
                                               ██████                  ██████      ██████      ██████                              ██████
                                               ██████                  ██████      ██████      ██████                              ██████
                                               ██████                  ██████      ▀▀▀▀▀▀      ██████                              ██████
                                               ██████                  ██████                  ██████                              ██████
                                               ██████                  ██████                  ██████████████████████████████      ██████████████████████████████
                                               ██████                  ██████                  ██████████████████████████████      ██████████████████████████████
                                               ██████                  ██████                  ██████████████████████████████      ██████████████████████████████
                                               ██████                  ██████                                          ██████                              ██████
                                               ██████                  ██████      ▄▄▄▄▄▄                              ██████                              ██████
                                               ██████                  ██████      ██████                              ██████                              ██████
                                               ██████                  ██████      ██████                              ██████                              ██████
                                               ██████                  ██████      ▀▀▀▀▀▀                              ██████                              ██████
                                               ██████                  ██████                                          ██████                              ██████
                                               ██████                  ██████                                          ██████                              ██████
                                               ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
                                               ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
                                               ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████

                                                                                       下一个 E09  示例项目 E09 激光增材
    ");
    assert_snapshot!(seen_after(&rehearsal, later, Lang::Zh, (40, 12)), @"
    增材制造创新创业大赛决赛 一号厅 ● 已连接

       S04  示 例 项 目  S04 激 光 增 材
              示例企业 · 金属增材
              展示   最后 1 分钟
               █▀▀▀█   █▀▀▀▀ █▀▀▀▀
               █   █ ▀ █     █
               █   █   ▀▀▀▀█ ▀▀▀▀█
               █   █ ▀     █     █
               ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀
       下一个 E09  示例项目 E09 激光增材
    ");
}

#[test]
fn without_anybody_on_stage_the_next_project_is_shown() {
    let mut rehearsal = Rehearsal::scored(2, 0);
    rehearsal.show(Scene::Stage);
    assert_snapshot!(seen(&rehearsal, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接




      █▀▀▀▀ ▄▀▀▀▄  ▄█                   示 例 项 目  E01 激 光 增 材
      █▄▄▄  █ ▄ █   █
      █     █   █   █                        示例企业 · 金属增材
      ▀▀▀▀▀  ▀▀▀   ▀▀▀



                                         下一个
    ");
}

#[test]
fn rankings_fill_the_board_or_one_of_them_does() {
    let mut rehearsal = in_the_middle();
    rehearsal.show(Scene::Ranking { group: None });
    assert_snapshot!(seen(&rehearsal, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组   暂定 8/12
           1 E02 示例项目 E02 激光增材                                  90.40 一等奖

    ────────────────────────────────────────────────────────────────────────────────

      并列 2 E03 示例项目 E03 激光增材                                  88.42 二等奖

      并列 2 E05 示例项目 E05 激光增材                                  88.42 二等奖

           4 E06 示例项目 E06 激光增材                                  85.00 二等奖

    ────────────────────────────────────────────────────────────────────────────────

           5 E08 示例项目 E08 激光增材                                  83.33 三等奖

           6 E01 示例项目 E01 激光增材                                  81.25 三等奖

           7 E04 示例项目 E04 激光增材                                  79.90 三等奖

           8 E07 示例项目 E07 激光增材                                  76.10 三等奖
    ");
    assert_snapshot!(seen(&rehearsal, Lang::En, (120, 24)), @"
    Additive manufacturing final                                                                             Hall 1 ● online
    Enterprises   provisional 8/12                               Startups   provisional 3/6
       1 E02 Sample project E02              90.40 First prize   ▶ 1 S03 Sample project S03               91.01 First prize

    ───────────────────────────────────────────────────────────  ───────────────────────────────────────────────────────────

      2= E03 Sample project E03              88.42 Second prize    2 S02 Sample project S02               86.00 Second prize

      2= E05 Sample project E05              88.42 Second prize    3 S01 Sample project S01               80.10 Second prize

       4 E06 Sample project E06              85.00 Second prize

    ───────────────────────────────────────────────────────────

       5 E08 Sample project E08              83.33 Third prize

       6 E01 Sample project E01              81.25 Third prize

       7 E04 Sample project E04              79.90 Third prize

       8 E07 Sample project E07              76.10 Third prize
    ");
    rehearsal.show(Scene::Ranking { group: Some("startup".into()) });
    assert_snapshot!(seen(&rehearsal, Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online
    Startups   provisional 3/6
    ▶ 1 S03 Sample project S03                                    91.01 First prize

    ────────────────────────────────────────────────────────────────────────────────

      2 S02 Sample project S02                                    86.00 Second prize

      3 S01 Sample project S01                                    80.10 Second prize
    ");
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
    let at = |ms| seen_after(&rehearsal, Ms(ms), Lang::Zh, SMALL);
    let totals = ["88.50", "92.00", "76.00", "88.00", "90.00"];
    for shown in 1..=5_i64 {
        // The big digits of this size cannot be searched, so the smallest screen is asked.
        let small = seen_after(&rehearsal, Ms(600 * shown - 1), Lang::Zh, (60, 10));
        let seen = totals.iter().filter(|total| small.contains(*total)).count();
        assert_eq!(i64::try_from(seen), Ok(shown), "{small}");
        assert!(!small.contains("最后得分"));
    }
    assert_snapshot!(at(2 * 600), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

                           E01  示 例 项 目  E01 激 光 增 材


        评委 1          评委 2           评委 3          评委 4          评委 5

         88.50           92.00           76.00              ·               ·
    ");
    assert!(!at(6 * 600 - 1).contains("去掉"));
    assert!(at(6 * 600).contains("去掉"));
    assert!(!at(8 * 600 - 1).contains("扣分前"));
    assert!(at(8 * 600).contains("扣分前 88.83，扣 1 分"));
    assert!(!at(10 * 600 - 1).contains("最后得分"));
    assert_snapshot!(at(10 * 600), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

                           E01  示 例 项 目  E01 激 光 增 材


        评委 1          评委 2           评委 3          评委 4          评委 5

         88.50           92.00           76.00            88.00           90.00

                         去掉             去掉

                                 扣分前 88.83，扣 1 分
                             最后得分   第 1 名   暂定 1/4
                   ██████████  ██████████      ██████████  ██████████
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██▄▄▄▄▄▄██          ██      ██▄▄▄▄▄▄██  ▄▄▄▄▄▄▄▄██
                   ██▀▀▀▀▀▀██          ██      ██▀▀▀▀▀▀██  ▀▀▀▀▀▀▀▀██
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██████████          ██  ██  ██████████  ██████████
    ");
    assert_snapshot!(seen_after(&rehearsal, Ms::seconds(9), Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online

                                E01  Sample project E01


        Judge 1         Judge 2         Judge 3          Judge 4         Judge 5

         88.50           92.00           76.00            88.00           90.00

                        dropped         dropped

                                88.83 before 1 deducted
                        Final score   place 1   provisional 1/4
                   ██████████  ██████████      ██████████  ██████████
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██▄▄▄▄▄▄██          ██      ██▄▄▄▄▄▄██  ▄▄▄▄▄▄▄▄██
                   ██▀▀▀▀▀▀██          ██      ██▀▀▀▀▀▀██  ▀▀▀▀▀▀▀▀██
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██
                   ██████████          ██  ██  ██████████  ██████████
    ");
}

#[test]
fn anonymous_totals_have_no_names_and_a_score_alone_is_there_at_once() {
    let rehearsal = revealed(Reveal::Seats);
    assert_snapshot!(seen_after(&rehearsal, Ms::seconds(9), Lang::Zh, (60, 16)), @"
    增材制造创新创业大赛决赛                     一号厅 ● 已连接

                 E01  示 例 项 目  E01 激 光 增 材

       92.00       90.00       88.50        88.00       76.00

       去掉                                             去掉
                       扣分前 88.83，扣 1 分
                   最后得分   第 1 名   暂定 1/4

                      █▀▀▀█ ▀▀▀▀█   █▀▀▀█ ▀▀▀▀█
                      █   █     █   █   █     █
                      █▀▀▀█     █   █▀▀▀█ ▀▀▀▀█
                      █   █     █   █   █     █
                      ▀▀▀▀▀     ▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀
    ");
    let mut alone = in_the_middle();
    alone.show(Scene::Reveal);
    assert_snapshot!(seen(&alone, Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online

                                S03  Sample project S03



                        Final score   place 1   provisional 3/6


           █████████████        ███              █████████████        ███
           ███▀▀▀▀▀▀▀███        ███              ███▀▀▀▀▀▀▀███        ███
           ███       ███        ███              ███       ███        ███
           ███       ███        ███              ███       ███        ███
           ███       ███        ███              ███       ███        ███
           ███▄▄▄▄▄▄▄███        ███              ███       ███        ███
           █████████████        ███              ███       ███        ███
                     ███        ███              ███       ███        ███
                     ███        ███              ███       ███        ███
                     ███        ███              ███       ███        ███
                     ███        ███              ███       ███        ███
           █████████████        ███        ███   █████████████        ███
           ▀▀▀▀▀▀▀▀▀▀▀▀▀        ▀▀▀        ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀        ▀▀▀
    ");
}

#[test]
fn awards_are_those_of_a_final_group() {
    let mut rehearsal = honoured(1);
    rehearsal.host(&Wish::Ceremony { group: "enterprise".into(), step: None });
    rehearsal.show(Scene::Awards { group: "enterprise".into() });
    assert_snapshot!(seen(&rehearsal, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接



    企业组 获奖名单   最终
    一等奖
           1 E02 示例项目 E02 激光增材                                        90.40

    二等奖
      并列 2 E03 示例项目 E03 激光增材                                        88.42
      并列 2 E05 示例项目 E05 激光增材                                        88.42
           4 E06 示例项目 E06 激光增材                                        85.00

    三等奖
           5 E08 示例项目 E08 激光增材                                        83.33
           6 E12 示例项目 E12 激光增材                                        82.90
           7 E01 示例项目 E01 激光增材                                        81.25
           8 E10 示例项目 E10 激光增材                                        80.10
           9 E04 示例项目 E04 激光增材                                        79.90
          10 E07 示例项目 E07 激光增材                                        76.10
    ");
    let mut early = in_the_middle();
    early.show(Scene::Awards { group: "enterprise".into() });
    assert!(seen(&early, Lang::Zh, SMALL).contains("暂定 8/12"));
}

#[test]
fn a_ceremony_announces_the_award_and_then_who_takes_it() {
    assert_snapshot!(seen(&honoured(0), Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组 颁奖典礼   最终










                                      颁 奖 典 礼
    ");
    assert_snapshot!(seen(&honoured(1), Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组 颁奖典礼   最终

                                   其余 2 个决赛项目

    ────────────────────────────────────────────────────────────────────────────────
      11 E09 示例项目 E09 激光增材                                            70.00
      12 E11 示例项目 E11 激光增材                                            69.50
    ");
    assert_snapshot!(seen(&honoured(2), Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组 颁奖典礼   最终




                                        三 等 奖



                                    共 6 个项目获奖

    ────────────────────────────────────────────────────────────────────────────────
      11 E09 示例项目 E09 激光增材                                            70.00
      12 E11 示例项目 E11 激光增材                                            69.50
    ");
    assert_snapshot!(seen(&honoured(3), Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online
    Enterprises Award ceremony   final

                                Third prize   place 10
      █▀▀▀▀ ▄▀▀▀▄ ▀▀▀▀█
      █▄▄▄  █ ▄ █   ▄▀
      █     █   █  █                         Sample project E07
      ▀▀▀▀▀  ▀▀▀   ▀
                                         76.10
    ────────────────────────────────────────────────────────────────────────────────
      11 E09 Sample project E09                                               70.00
      12 E11 Sample project E11                                               69.50
    ");
    assert_snapshot!(seen(&honoured(10), Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组 颁奖典礼   最终

                                   二等奖   第 4 名
      █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀
      █▄▄▄  █ ▄ █ █▄▄▄
      █     █   █ █   █                 示 例 项 目  E06 激 光 增 材
      ▀▀▀▀▀  ▀▀▀   ▀▀▀
                                         85.00
    ────────────────────────────────────────────────────────────────────────────────
       5 E08 示例项目 E08 激光增材                                      83.33 三等奖
       6 E12 示例项目 E12 激光增材                                      82.90 三等奖
       7 E01 示例项目 E01 激光增材                                      81.25 三等奖
       8 E10 示例项目 E10 激光增材                                      80.10 三等奖
       9 E04 示例项目 E04 激光增材                                      79.90 三等奖
      10 E07 示例项目 E07 激光增材                                      76.10 三等奖
    ────────────────────────────────────────────────────────────────────────────────
      11 E09 示例项目 E09 激光增材                                      70.00
      12 E11 示例项目 E11 激光增材                                      69.50
    ");
    assert_snapshot!(seen(&honoured(11), Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online
    Enterprises Award ceremony   final

                             Second prize   shared place 2


                                E03  Sample project E03
                                E05  Sample project E05


                                █▀▀▀█ █▀▀▀█   █   █ ▀▀▀▀█
                                █   █ █   █   █   █     █
                                █▀▀▀█ █▀▀▀█   ▀▀▀▀█ █▀▀▀▀
                                █   █ █   █       █ █
                                ▀▀▀▀▀ ▀▀▀▀▀ ▀     ▀ ▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────
                                                                            page 2/2
       9 E04 Sample project E04                                   79.90 Third prize
      10 E07 Sample project E07                                   76.10 Third prize
      11 E09 Sample project E09                                   70.00
      12 E11 Sample project E11                                   69.50
    ");
    assert_snapshot!(seen(&honoured(13), Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组 颁奖典礼   最终

                                   一等奖   第 1 名

      █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▄
      █▄▄▄  █ ▄ █   ▄▄▀                 示 例 项 目  E02 激 光 增 材
      █     █   █ ▄▀
      ▀▀▀▀▀  ▀▀▀  ▀▀▀▀▀

                                █▀▀▀█ █▀▀▀█   █   █ █▀▀▀█
                                █   █ █   █   █   █ █   █
                                ▀▀▀▀█ █   █   ▀▀▀▀█ █   █
                                    █ █   █       █ █   █
                                ▀▀▀▀▀ ▀▀▀▀▀ ▀     ▀ ▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────
                                                                              2/3 页
           7 E01 示例项目 E01 激光增材                                  81.25 三等奖
           8 E10 示例项目 E10 激光增材                                  80.10 三等奖
           9 E04 示例项目 E04 激光增材                                  79.90 三等奖
          10 E07 示例项目 E07 激光增材                                  76.10 三等奖
          11 E09 示例项目 E09 激光增材                                  70.00
    ");
    assert_snapshot!(seen(&honoured(12), Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
    企业组 颁奖典礼   最终




                                        一 等 奖



                                    共 1 个项目获奖

    ────────────────────────────────────────────────────────────────────────────────
                                                                              2/2 页
          11 E09 示例项目 E09 激光增材                                  70.00
          12 E11 示例项目 E11 激光增材                                  69.50
    ");
    assert_snapshot!(seen(&honoured(13), Lang::En, (200, 50)), @"
    Additive manufacturing final                                                                                                                                                             Hall 1 ● online
    Enterprises Award ceremony   final

                                                                                             First prize   place 1
                                                                                                   ████████    ██████    ██      ██  ████████    ██          ██████████
                                                                                                 ██          ██      ██  ████  ████  ██      ██  ██          ██
       ███████████████      █████████         █████████                                          ██          ██      ██  ██  ██  ██  ██      ██  ██          ██
       ███▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄                                         ██████    ██████████  ██  ██  ██  ████████    ██          ████████
       ███               ███         ███   ███         ███                                               ██  ██      ██  ██      ██  ██          ██          ██
       ███               ███         ███               ███                                               ██  ██      ██  ██      ██  ██          ██          ██
       ███▄▄▄▄▄▄▄▄▄      ███   ▄▄▄   ███         ▄▄▄▄▄▄▀▀▀                                       ████████    ██      ██  ██      ██  ██          ██████████  ██████████
       ████████████      ███   ███   ███         ██████
       ███               ███         ███      ███                  ████████    ████████      ██████        ██████  ██████████    ██████    ██████████              ██████████    ██████      ██████
       ███               ███         ███   ▄▄▄▀▀▀                  ██      ██  ██      ██  ██      ██        ██    ██          ██      ██      ██                  ██          ██      ██  ██      ██
       ███               ███         ███   ███                     ██      ██  ██      ██  ██      ██        ██    ██          ██              ██                  ██          ██      ██          ██
       ███████████████      █████████      ███████████████         ████████    ████████    ██      ██        ██    ████████    ██              ██                  ████████    ██  ██  ██      ████
       ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         ██          ██  ██      ██      ██        ██    ██          ██              ██                  ██          ██      ██    ██
                                                                   ██          ██    ██    ██      ██  ██    ██    ██          ██      ██      ██                  ██          ██      ██  ██
                                                                   ██          ██      ██    ██████      ████      ██████████    ██████        ██                  ██████████    ██████    ██████████

                                                                   ███████████████   ███████████████         ███         ███   ███████████████
                                                                   ███▀▀▀▀▀▀▀▀▀███   ███▀▀▀▀▀▀▀▀▀███         ███         ███   ███▀▀▀▀▀▀▀▀▀███
                                                                   ███         ███   ███         ███         ███         ███   ███         ███
                                                                   ███         ███   ███         ███         ███         ███   ███         ███
                                                                   ███         ███   ███         ███         ███         ███   ███         ███
                                                                   ███████████████   ███         ███         ███████████████   ███         ███
                                                                   ▀▀▀▀▀▀▀▀▀▀▀▀███   ███         ███         ▀▀▀▀▀▀▀▀▀▀▀▀███   ███         ███
                                                                               ███   ███         ███                     ███   ███         ███
                                                                               ███   ███         ███                     ███   ███         ███
                                                                               ███   ███         ███                     ███   ███         ███
                                                                   ███████████████   ███████████████   ███               ███   ███████████████
                                                                   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀               ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      2= E03 Sample project E03                                                                                                                                                           88.42 Second prize
      2= E05 Sample project E05                                                                                                                                                           88.42 Second prize
       4 E06 Sample project E06                                                                                                                                                           85.00 Second prize
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       5 E08 Sample project E08                                                                                                                                                           83.33 Third prize
       6 E12 Sample project E12                                                                                                                                                           82.90 Third prize
       7 E01 Sample project E01                                                                                                                                                           81.25 Third prize
       8 E10 Sample project E10                                                                                                                                                           80.10 Third prize
       9 E04 Sample project E04                                                                                                                                                           79.90 Third prize
      10 E07 Sample project E07                                                                                                                                                           76.10 Third prize
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      11 E09 Sample project E09                                                                                                                                                           70.00
      12 E11 Sample project E11                                                                                                                                                           69.50
    ");
    assert_snapshot!(seen(&honoured(11), Lang::Zh, (40, 12)), @"
    增材制造创新创业大赛决赛 一号厅 ● 已连接
    企业组 颁奖典礼   最终

             二等奖   并列第 2 名

           E03  示例项目 E03 激光增材
           E05  示例项目 E05 激光增材
                     88.42
    ────────────────────────────────────────
                                      8/9 页
      11 E09 示例项目 E09 激光… 70.00
    ");
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
    assert!(seen(&rehearsal, Lang::Zh, SMALL).contains("颁奖典礼"));
    rehearsal.call_up("S01");
    assert!(!seen(&rehearsal, Lang::Zh, SMALL).contains("颁奖典礼"));
    rehearsal.show(Scene::Awards { group: "enterprise".into() });
    assert!(seen(&rehearsal, Lang::Zh, SMALL).contains("颁奖典礼"));
}

#[test]
fn a_break_counts_down_and_says_until_when() {
    let mut rehearsal = resting();
    rehearsal.show(Scene::Break);
    assert_snapshot!(at_home(&rehearsal, &seen(&rehearsal, Lang::Zh, SMALL)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

                                         茶 歇



                ███        █████████████         █████████████   █████████████
                ███        ▀▀▀▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀
                ███                  ███         ███             ███
                ███                  ███   ███   ███             ███
                ███                  ███   ▀▀▀   ███             ███
                ███        ▄▄▄▄▄▄▄▄▄▄███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄
                ███        █████████████         █████████████   █████████████
                ███        ███                             ███             ███
                ███        ███             ███             ███             ███
                ███        ███             ▀▀▀             ███             ███
                ███        ███                             ███             ███
                ███        █████████████         █████████████   █████████████
                ▀▀▀        ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀


                                        至 14:45
    ");
    assert_snapshot!(at_home(&rehearsal, &seen(&rehearsal, Lang::En, SMALL)), @"
    Additive manufacturing final                                     Hall 1 ● online

                 ▀▀█▀▀ █▀▀▀▀ ▄▀▀▀▄       █▀▀▀▄ █▀▀▀▄ █▀▀▀▀ ▄▀▀▀▄ █  ▄▀
                   █   █▄▄▄  █▄▄▄█       █▄▄▄▀ █▄▄▄▀ █▄▄▄  █▄▄▄█ █▄▀
                   █   █     █   █       █   █ █ ▀▄  █     █   █ █ ▀▄
                   ▀   ▀▀▀▀▀ ▀   ▀       ▀▀▀▀  ▀   ▀ ▀▀▀▀▀ ▀   ▀ ▀   ▀

                ███        █████████████         █████████████   █████████████
                ███        ▀▀▀▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀
                ███                  ███         ███             ███
                ███                  ███   ███   ███             ███
                ███                  ███   ▀▀▀   ███             ███
                ███        ▄▄▄▄▄▄▄▄▄▄███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄
                ███        █████████████         █████████████   █████████████
                ███        ███                             ███             ███
                ███        ███             ███             ███             ███
                ███        ███             ▀▀▀             ███             ███
                ███        ███                             ███             ███
                ███        █████████████         █████████████   █████████████
                ▀▀▀        ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀

                                      until 14:45
    ");
    let over = seen_after(&rehearsal, Ms::seconds(775), Lang::Zh, SMALL);
    assert!(over.contains("即将开始"));
}

#[test]
fn without_a_choice_a_break_stands_above_the_rankings() {
    let mut rehearsal = Rehearsal::scored(3, 0);
    rehearsal.play("E01", Decimal::new(8842, 2)).take_break().pass(125);
    assert_snapshot!(at_home(&rehearsal, &seen_after(&rehearsal, Ms::seconds(31), Lang::Zh, SMALL)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
                                            ██     ████████      ████████  ██    ██
                                            ██           ██            ██  ██    ██
                                            ██           ██  ██        ██  ██    ██
    茶歇  至 14:45                          ██     ▄▄▄▄▄▄██      ▄▄▄▄▄▄██  ██▄▄▄▄██
                                            ██     ██▀▀▀▀▀▀      ██▀▀▀▀▀▀  ▀▀▀▀▀▀██
    下一个 E02  示例项目 E02 激光增材       ██     ██        ██  ██              ██
                                            ██     ██            ██              ██
                                            ██     ████████      ████████        ██
    ────────────────────────────────────────────────────────────────────────────────
    企业组   暂定 1/3
    ▶ 1 E01 示例项目 E01 激光增材                                       88.42 一等奖
    ");
}

#[test]
fn a_message_is_a_band_or_all_there_is() {
    let mut rehearsal = said("请各位评委、嘉宾回到座位，路演即将继续。", false);
    assert_snapshot!(seen(&rehearsal, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接
              请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。
                                            ██     ████████      ████████  ████████
    S04  示例项目 S04 激光增材              ██     ██    ██      ██    ██  ██    ██
    示例企业 · 金属增材                     ██     ██    ██  ██  ██    ██  ██    ██
                                            ██     ██    ██      ██    ██  ██    ██
    展示                                    ██     ██    ██      ██    ██  ██    ██
                                            ██     ██    ██  ██  ██    ██  ██    ██
    下一个 E09  示例项目 E09 激光增材       ██     ██    ██      ██    ██  ██    ██
                                            ██     ████████      ████████  ████████
    ────────────────────────────────────────────────────────────────────────────────
                             ▶ S03 最后得分 91.01  第 1 名
    企业组   暂定 8/12
           1 E02 示例项目 E02 激光增材                                  90.40 一等奖
    ────────────────────────────────────────────────────────────────────────────────
      并列 2 E03 示例项目 E03 激光增材                                  88.42 二等奖
      并列 2 E05 示例项目 E05 激光增材                                  88.42 二等奖
           4 E06 示例项目 E06 激光增材                                  85.00 二等奖
    ────────────────────────────────────────────────────────────────────────────────
           5 E08 示例项目 E08 激光增材                                  83.33 三等奖
           6 E01 示例项目 E01 激光增材                                  81.25 三等奖
           7 E04 示例项目 E04 激光增材                                  79.90 三等奖
           8 E07 示例项目 E07 激光增材                                  76.10 三等奖
    ");
    rehearsal.show(Scene::Message);
    assert_snapshot!(seen(&rehearsal, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接











              请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。
    ");
    rehearsal.say(Audience::Board, "Please return to your seats", true);
    assert_snapshot!(seen(&rehearsal, Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online







     █▀▀▀▄ █     █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▀ █▀▀▀▀       █▀▀▀▄ █▀▀▀▀ ▀▀█▀▀ █   █ █▀▀▀▄ █▄  █
     █▄▄▄▀ █     █▄▄▄  █▄▄▄█ ▀▄▄▄  █▄▄▄        █▄▄▄▀ █▄▄▄    █   █   █ █▄▄▄▀ █ ▀▄█
     █     █     █     █   █     █ █           █ ▀▄  █       █   █   █ █ ▀▄  █   █
     ▀     ▀▀▀▀▀ ▀▀▀▀▀ ▀   ▀ ▀▀▀▀  ▀▀▀▀▀       ▀   ▀ ▀▀▀▀▀   ▀    ▀▀▀  ▀   ▀ ▀   ▀

     ▀▀█▀▀ ▄▀▀▀▄       █   █ ▄▀▀▀▄ █   █ █▀▀▀▄       ▄▀▀▀▀ █▀▀▀▀ ▄▀▀▀▄ ▀▀█▀▀ ▄▀▀▀▀
       █   █   █        ▀▄▀  █   █ █   █ █▄▄▄▀       ▀▄▄▄  █▄▄▄  █▄▄▄█   █   ▀▄▄▄
       █   █   █         █   █   █ █   █ █ ▀▄            █ █     █   █   █       █
       ▀    ▀▀▀          ▀    ▀▀▀   ▀▀▀  ▀   ▀       ▀▀▀▀  ▀▀▀▀▀ ▀   ▀   ▀   ▀▀▀▀
    ");
    assert_snapshot!(seen(&rehearsal, Lang::En, (200, 50)), @"
    Additive manufacturing final                                                                                                                                                             Hall 1 ● online







                                                   ████████████      ███               ███████████████      █████████         ████████████   ███████████████
                                                   ███▀▀▀▀▀▀▀▀▀▄▄▄   ███               ███▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄   ▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀▀▀
                                                   ███         ███   ███               ███               ███         ███   ███               ███
                                                   ███         ███   ███               ███               ███         ███   ███               ███
                                                   ███▄▄▄▄▄▄▄▄▄▀▀▀   ███               ███▄▄▄▄▄▄▄▄▄      ███▄▄▄▄▄▄▄▄▄███   ▀▀▀▄▄▄▄▄▄▄▄▄      ███▄▄▄▄▄▄▄▄▄
                                                   ████████████      ███               ████████████      ███████████████      █████████      ████████████
                                                   ███               ███               ███               ███         ███               ███   ███
                                                   ███               ███               ███               ███         ███               ███   ███
                                                   ███               ███               ███               ███         ███               ███   ███
                                                   ███               ███████████████   ███████████████   ███         ███   ████████████      ███████████████
                                                   ▀▀▀               ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀         ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

                        ████████████      ███████████████   ███████████████   ███         ███   ████████████      ███         ███                     ███████████████      █████████
                        ███▀▀▀▀▀▀▀▀▀▄▄▄   ███▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀███▀▀▀▀▀▀   ███         ███   ███▀▀▀▀▀▀▀▀▀▄▄▄   ███▄▄▄      ███                     ▀▀▀▀▀▀███▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄
                        ███         ███   ███                     ███         ███         ███   ███         ███   ██████      ███                           ███         ███         ███
                        ███         ███   ███                     ███         ███         ███   ███         ███   ███   ███   ███                           ███         ███         ███
                        ███▄▄▄▄▄▄▄▄▄▀▀▀   ███▄▄▄▄▄▄▄▄▄            ███         ███         ███   ███▄▄▄▄▄▄▄▄▄▀▀▀   ███   ▀▀▀▄▄▄███                           ███         ███         ███
                        ████████████      ████████████            ███         ███         ███   ████████████      ███      ██████                           ███         ███         ███
                        ███   ███         ███                     ███         ███         ███   ███   ███         ███         ███                           ███         ███         ███
                        ███   ▀▀▀▄▄▄      ███                     ███         ███         ███   ███   ▀▀▀▄▄▄      ███         ███                           ███         ███         ███
                        ███      ███      ███                     ███         ███         ███   ███      ███      ███         ███                           ███         ███         ███
                        ███         ███   ███████████████         ███            █████████      ███         ███   ███         ███                           ███            █████████
                        ▀▀▀         ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀            ▀▀▀▀▀▀▀▀▀      ▀▀▀         ▀▀▀   ▀▀▀         ▀▀▀                           ▀▀▀            ▀▀▀▀▀▀▀▀▀

               ███         ███      █████████      ███         ███   ████████████                           ████████████   ███████████████      █████████      ███████████████      ████████████
               ███         ███   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄   ███         ███   ███▀▀▀▀▀▀▀▀▀▄▄▄                     ▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄   ▀▀▀▀▀▀███▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀
               ███         ███   ███         ███   ███         ███   ███         ███                     ███               ███               ███         ███         ███         ███
                  ███   ███      ███         ███   ███         ███   ███         ███                     ███               ███               ███         ███         ███         ███
                  ▀▀▀▄▄▄▀▀▀      ███         ███   ███         ███   ███▄▄▄▄▄▄▄▄▄▀▀▀                     ▀▀▀▄▄▄▄▄▄▄▄▄      ███▄▄▄▄▄▄▄▄▄      ███▄▄▄▄▄▄▄▄▄███         ███         ▀▀▀▄▄▄▄▄▄▄▄▄
                     ███         ███         ███   ███         ███   ████████████                           █████████      ████████████      ███████████████         ███            █████████
                     ███         ███         ███   ███         ███   ███   ███                                       ███   ███               ███         ███         ███                     ███
                     ███         ███         ███   ███         ███   ███   ▀▀▀▄▄▄                                    ███   ███               ███         ███         ███                     ███
                     ███         ███         ███   ███         ███   ███      ███                                    ███   ███               ███         ███         ███                     ███
                     ███            █████████         █████████      ███         ███                     ████████████      ███████████████   ███         ███         ███         ████████████
                     ▀▀▀            ▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀      ▀▀▀         ▀▀▀                     ▀▀▀▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀         ▀▀▀         ▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀
    ");
}

#[test]
fn a_blinking_message_keeps_its_words() {
    let rehearsal = said("Please return to your seats", true);
    let (one, other) = (Ms(0), Ms(700));
    let board = board_of(&rehearsal);
    assert_eq!(board.next_change(rehearsal.now), Some(rehearsal.now + other));
    let text = |later| seen_after(&rehearsal, later, Lang::En, SMALL);
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
        assert!(seen(&rehearsal, Lang::Zh, SMALL).contains("欢迎"));
    }
    rehearsal.show(Scene::Reveal);
    assert!(seen(&rehearsal, Lang::Zh, SMALL).contains("尚未公布得分"));
    rehearsal.show(Scene::Ranking { group: Some(group) });
    assert!(seen(&rehearsal, Lang::Zh, SMALL).contains("尚未公布得分"));
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
        let mut board = board_of(&rehearsal);
        for (later, help) in [(0, false), (5, true)] {
            board.help = help;
            let now = rehearsal.now + Ms::seconds(later);
            let lang = if help { Lang::En } else { Lang::Zh };
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
    let over = seen_after(&rehearsal, Ms::seconds(605), Lang::Zh, SMALL);
    assert!(over.contains("超时"));
}
