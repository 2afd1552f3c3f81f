//! Every scene in pictures: in both languages beside each other in a small terminal, and in a large
//! one. The rules are in `scenes`.
#![expect(clippy::too_many_lines, reason = "pictures are long")]

use insta::assert_snapshot;
use rust_decimal::Decimal;

use super::{
    in_the_middle,
    scenes::{SMALL, awarded, honoured, resting, revealed, said, seen_in},
};
use crate::{
    contest::{Ms, Reveal, Scene},
    tui::{hall::rehearsal::Rehearsal, text::pad_right, wall::hour_and_minute},
    words::Lang,
};

/// A small screen in Chinese, and the same in English on the right.
fn both(rehearsal: &Rehearsal, later: Ms) -> String {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| seen_in(rehearsal, later, lang, SMALL));
    let beside = |(zh, en): (&str, &str)| match en {
        "" => zh.to_owned(),
        en => format!("{}┃{en}", pad_right(zh, SMALL.0.into())),
    };
    zh.lines().zip(en.lines()).map(beside).collect::<Vec<_>>().join("\n")
}

/// A large screen in Chinese; the number before a line says how many times it stands there.
fn large(rehearsal: &Rehearsal, later: Ms) -> String {
    let seen = seen_in(rehearsal, later, Lang::Zh, (200, 50));
    let lines: Vec<_> = seen.lines().collect();
    let runs = lines.chunk_by(|one, other| one == other);
    let run = |run: &[&str]| format!("{:2} {}", run.len(), run[0]).trim_end().to_owned();
    runs.map(run).collect::<Vec<_>>().join("\n")
}

fn shown(mut rehearsal: Rehearsal, scene: Scene) -> Rehearsal {
    rehearsal.show(scene);
    rehearsal
}

/// Wherever the test runs.
fn at_home(rehearsal: &Rehearsal, seen: &str) -> String {
    let until = rehearsal.now + Ms::seconds(775);
    seen.replace(&hour_and_minute(until), "14:45")
}

#[test]
fn welcome() {
    let rehearsal = shown(in_the_middle(), Scene::Welcome);
    assert_snapshot!(both(&rehearsal, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online



                                          欢迎                                      ┃                                    Welcome



                           增 材 制 造 创 新 创 业 大 赛 决 赛                      ┃                          Additive manufacturing final



                              Additive manufacturing final                          ┃                      增 材 制 造 创 新 创 业 大 赛 决 赛

                                    一号厅 · Hall 1                                 ┃                                Hall 1 · 一号厅

                             企业组 · Enterprises 12 个项目                         ┃                       Enterprises · 企业组: 12 projects
                               创业组 · Startups 6 个项目                           ┃                         Startups · 创业组: 6 projects

                           下一个 E09  示例项目 E09 激光增材                        ┃                          Next E09  Sample project E09
    ");
    assert_snapshot!(large(&rehearsal, Ms::ZERO), @"
     1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    15
     1                                                                                                   欢迎
     3
     1                                                                                    增 材 制 造 创 新 创 业 大 赛 决 赛
     3
     1                 ▄▀▀▀▄ █▀▀▀▄ █▀▀▀▄  ▀█▀  ▀▀█▀▀  ▀█▀  █   █ █▀▀▀▀       █▄ ▄█ ▄▀▀▀▄ █▄  █ █   █ █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▄ ▀▀█▀▀ █   █ █▀▀▀▄  ▀█▀  █▄  █ ▄▀▀▀▄       █▀▀▀▀  ▀█▀  █▄  █ ▄▀▀▀▄ █
     1                 █▄▄▄█ █   █ █   █   █     █     █   █   █ █▄▄▄        █ █ █ █▄▄▄█ █ ▀▄█ █   █ █▄▄▄  █▄▄▄█ █       █   █   █ █▄▄▄▀   █   █ ▀▄█ █ ▄▄▄       █▄▄▄    █   █ ▀▄█ █▄▄▄█ █
     1                 █   █ █   █ █   █   █     █     █   ▀▄ ▄▀ █           █   █ █   █ █   █ █   █ █     █   █ █   ▄   █   █   █ █ ▀▄    █   █   █ █   █       █       █   █   █ █   █ █
     1                 ▀   ▀ ▀▀▀▀  ▀▀▀▀   ▀▀▀    ▀    ▀▀▀    ▀   ▀▀▀▀▀       ▀   ▀ ▀   ▀ ▀   ▀  ▀▀▀  ▀     ▀   ▀  ▀▀▀    ▀    ▀▀▀  ▀   ▀  ▀▀▀  ▀   ▀  ▀▀▀        ▀      ▀▀▀  ▀   ▀ ▀   ▀ ▀▀▀▀▀
     1
     1                                                                                             一号厅 · Hall 1
     1
     1                                                                                      企业组 · Enterprises 12 个项目
     1                                                                                        创业组 · Startups 6 个项目
     1
     1                                                                                    下一个 E09  示例项目 E09 激光增材
    14
    ");
}

#[test]
fn the_project_on_stage_with_its_digits_as_large_as_they_go() {
    let rehearsal = shown(in_the_middle(), Scene::Stage);
    let later = Ms::seconds(545);
    assert_snapshot!(both(&rehearsal, later), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online


                   ▄▀▀▀▀ ▄▀▀▀▄   ▄█      示 例 项 目  S04 激 光 增 材               ┃                  ▄▀▀▀▀ ▄▀▀▀▄   ▄█        Sample project S04
                   ▀▄▄▄  █ ▄ █ ▄▀ █                                                 ┃                  ▀▄▄▄  █ ▄ █ ▄▀ █
                       █ █   █ ▀▀▀█▀         示例企业 · 金属增材                    ┃                      █ █   █ ▀▀▀█▀     Sample company · Metal
                   ▀▀▀▀   ▀▀▀     ▀                                                 ┃                  ▀▀▀▀   ▀▀▀     ▀

                                  展示   最后 1 分钟                                ┃                          presentation   last minute

                   █████████████         █████████████   █████████████              ┃               █████████████         █████████████   █████████████
                   ███▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀              ┃               ███▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀
                   ███       ███   ▄▄▄   ███             ███                        ┃               ███       ███   ▄▄▄   ███             ███
                   ███       ███   ███   ███             ███                        ┃               ███       ███   ███   ███             ███
                   ███       ███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄              ┃               ███       ███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄
                   ███       ███         █████████████   █████████████              ┃               ███       ███         █████████████   █████████████
                   ███       ███   ▄▄▄             ███             ███              ┃               ███       ███   ▄▄▄             ███             ███
                   ███       ███   ███             ███             ███              ┃               ███       ███   ███             ███             ███
                   ███       ███                   ███             ███              ┃               ███       ███                   ███             ███
                   █████████████         █████████████   █████████████              ┃               █████████████         █████████████   █████████████
                   ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀              ┃               ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀

                           下一个 E09  示例项目 E09 激光增材                        ┃                          Next E09  Sample project E09
    ");
    assert_snapshot!(large(&rehearsal, later), @"
    1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    3
    1                                                           ████████████      █████████               ███
    1                                                        ▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄         ▄▄▄███
    1                                                        ███               ███         ███         ██████
    1                                                        ███               ███         ███      ███   ███
    1                                                        ▀▀▀▄▄▄▄▄▄▄▄▄      ███   ▄▄▄   ███   ▄▄▄▀▀▀   ███               示 例 项 目  S04 激 光 增 材
    1                                                           █████████      ███   ███   ███   ███      ███
    1                                                                    ███   ███         ███   ███████████████                示例企业 · 金属增材
    1                                                                    ███   ███         ███   ▀▀▀▀▀▀▀▀▀███▀▀▀
    1                                                                    ███   ███         ███            ███
    1                                                        ████████████         █████████               ███
    1                                                        ▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀               ▀▀▀
    5
    1                                                                                          展 示   最 后  1 分 钟
    3
    3                                            ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
    2                                            ██████                  ██████                  ██████                              ██████
    1                                            ██████                  ██████      ▄▄▄▄▄▄      ██████                              ██████
    2                                            ██████                  ██████      ██████      ██████                              ██████
    1                                            ██████                  ██████      ▀▀▀▀▀▀      ██████                              ██████
    1                                            ██████                  ██████                  ██████                              ██████
    3                                            ██████                  ██████                  ██████████████████████████████      ██████████████████████████████
    1                                            ██████                  ██████                                          ██████                              ██████
    1                                            ██████                  ██████      ▄▄▄▄▄▄                              ██████                              ██████
    2                                            ██████                  ██████      ██████                              ██████                              ██████
    1                                            ██████                  ██████      ▀▀▀▀▀▀                              ██████                              ██████
    2                                            ██████                  ██████                                          ██████                              ██████
    3                                            ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
    1
    1                                                                                    下一个 E09  示例项目 E09 激光增材
    ");
    assert_snapshot!(seen_in(&rehearsal, later, Lang::Zh, (40, 12)), @"
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
fn the_next_project_while_nobody_is_on_stage() {
    let rehearsal = shown(Rehearsal::scored(2, 0), Scene::Stage);
    assert_snapshot!(both(&rehearsal, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online





                                        下 一 个                                    ┃                                      Next





                   █▀▀▀▀ ▄▀▀▀▄  ▄█       示 例 项 目  E01 激 光 增 材               ┃                  █▀▀▀▀ ▄▀▀▀▄  ▄█         Sample project E01
                   █▄▄▄  █ ▄ █   █                                                  ┃                  █▄▄▄  █ ▄ █   █
                   █     █   █   █           示例企业 · 金属增材                    ┃                  █     █   █   █       Sample company · Metal
                   ▀▀▀▀▀  ▀▀▀   ▀▀▀                                                 ┃                  ▀▀▀▀▀  ▀▀▀   ▀▀▀
    ");
}

#[test]
fn both_rankings_or_one_after_the_other_or_one_of_them() {
    let all = shown(in_the_middle(), Scene::Ranking { group: None });
    let one = Scene::Ranking { group: Some("startup".into()) };
    assert_snapshot!(both(&all, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
                 企业组   暂定 8/12                                                 ┃             Enterprises   provisional 8/12

                        1 E02 示例项目 E02 激光增材         90.40 一等奖            ┃                1 E02 Sample project E02         90.40 First prize
                 ───────────────────────────────────────────────────────            ┃             ──────────────────────────────────────────────────────
                   并列 2 E03 示例项目 E03 激光增材         88.42 二等奖            ┃               2= E03 Sample project E03         88.42 Second prize

                   并列 2 E05 示例项目 E05 激光增材         88.42 二等奖            ┃               2= E05 Sample project E05         88.42 Second prize

                        4 E06 示例项目 E06 激光增材         85.00 二等奖            ┃                4 E06 Sample project E06         85.00 Second prize
                 ───────────────────────────────────────────────────────            ┃             ──────────────────────────────────────────────────────
                        5 E08 示例项目 E08 激光增材         83.33 三等奖            ┃                5 E08 Sample project E08         83.33 Third prize

                        6 E01 示例项目 E01 激光增材         81.25 三等奖            ┃                6 E01 Sample project E01         81.25 Third prize

                        7 E04 示例项目 E04 激光增材         79.90 三等奖            ┃                7 E04 Sample project E04         79.90 Third prize

                        8 E07 示例项目 E07 激光增材         76.10 三等奖            ┃                8 E07 Sample project E07         76.10 Third prize
    ");
    assert_snapshot!(large(&all, Ms::ZERO), @"
     1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
     1                                           企业组   暂定 8/12                                           创业组   暂定 3/6
     1
     1                                                  1 E02 示例项目 E02 激光增材         90.40 一等奖      ▶ 1 S03 示例项目 S03 激光增材              91.01 一等奖
     1                                           ───────────────────────────────────────────────────────      ───────────────────────────────────────────────────────
     1                                             并列 2 E03 示例项目 E03 激光增材         88.42 二等奖        2 S02 示例项目 S02 激光增材              86.00 二等奖
     1
     1                                             并列 2 E05 示例项目 E05 激光增材         88.42 二等奖        3 S01 示例项目 S01 激光增材              80.10 二等奖
     1
     1                                                  4 E06 示例项目 E06 激光增材         85.00 二等奖
     1                                           ───────────────────────────────────────────────────────
     1                                                  5 E08 示例项目 E08 激光增材         83.33 三等奖
     1
     1                                                  6 E01 示例项目 E01 激光增材         81.25 三等奖
     1
     1                                                  7 E04 示例项目 E04 激光增材         79.90 三等奖
     1
     1                                                  8 E07 示例项目 E07 激光增材         76.10 三等奖
    31
    ");
    assert_snapshot!(both(&shown(in_the_middle(), one), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
                   创业组   暂定 3/6                                                ┃              Startups   provisional 3/6

                   ▶ 1 S03 示例项目 S03 激光增材         91.01 一等奖               ┃              ▶ 1 S03 Sample project S03         91.01 First prize
                   ──────────────────────────────────────────────────               ┃              ─────────────────────────────────────────────────────
                     2 S02 示例项目 S02 激光增材         86.00 二等奖               ┃                2 S02 Sample project S02         86.00 Second prize

                     3 S01 示例项目 S01 激光增材         80.10 二等奖               ┃                3 S01 Sample project S01         80.10 Second prize
    ");
}

#[test]
fn a_score_revealed_judge_by_judge() {
    let rehearsal = revealed(Reveal::Names);
    assert_snapshot!(both(&rehearsal, Ms(2 * 600)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online

                            E01  示 例 项 目  E01 激 光 增 材                       ┃                             E01  Sample project E01


        评委 1          评委 2           评委 3          评委 4          评委 5     ┃    Judge 1         Judge 2         Judge 3          Judge 4         Judge 5

         88.50           92.00           76.00              ·               ·       ┃     88.50           92.00           76.00              ·               ·
    ");
    assert_snapshot!(both(&rehearsal, Ms(10 * 600)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online

                            E01  示 例 项 目  E01 激 光 增 材                       ┃                             E01  Sample project E01


        评委 1          评委 2           评委 3          评委 4          评委 5     ┃    Judge 1         Judge 2         Judge 3          Judge 4         Judge 5

         88.50          ━92.00━         ━76.00━           88.00           90.00     ┃     88.50          ━92.00━         ━76.00━           88.00           90.00

                         去掉             去掉                                      ┃                    dropped         dropped

                                 扣分前 88.83，扣 1 分                              ┃                            88.83 before 1 deducted
                             最后得分   第 1 名   暂定 1/4                          ┃                    Final score   place 1   provisional 1/4
                   ██████████  ██████████      ██████████  ██████████               ┃               ██████████  ██████████      ██████████  ██████████
                   ██      ██          ██      ██      ██          ██               ┃               ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██               ┃               ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██               ┃               ██      ██          ██      ██      ██          ██
                   ██▄▄▄▄▄▄██          ██      ██▄▄▄▄▄▄██  ▄▄▄▄▄▄▄▄██               ┃               ██▄▄▄▄▄▄██          ██      ██▄▄▄▄▄▄██  ▄▄▄▄▄▄▄▄██
                   ██▀▀▀▀▀▀██          ██      ██▀▀▀▀▀▀██  ▀▀▀▀▀▀▀▀██               ┃               ██▀▀▀▀▀▀██          ██      ██▀▀▀▀▀▀██  ▀▀▀▀▀▀▀▀██
                   ██      ██          ██      ██      ██          ██               ┃               ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██               ┃               ██      ██          ██      ██      ██          ██
                   ██      ██          ██      ██      ██          ██               ┃               ██      ██          ██      ██      ██          ██
                   ██████████          ██  ██  ██████████  ██████████               ┃               ██████████          ██  ██  ██████████  ██████████
    ");
    assert_snapshot!(large(&rehearsal, Ms(10 * 600)), @"
    1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    2
    1                                                                 ██████████    ██████        ██
    1                                                                 ██          ██      ██    ████
    1                                                                 ██          ██      ██      ██
    1                                                                 ████████    ██  ██  ██      ██               示 例 项 目  E01 激 光 增 材
    2                                                                 ██          ██      ██      ██
    1                                                                 ██████████    ██████      ██████
    1
    1                 评委 1                                  评委 2                                   评委 3                                  评委 4                                  评委 5
    2
    1        █▀▀▀█ █▀▀▀█   █▀▀▀▀ █▀▀▀█               █▀▀▀█ ▀▀▀▀█   █▀▀▀█ █▀▀▀█                ▀▀▀▀█ █▀▀▀▀   █▀▀▀█ █▀▀▀█               █▀▀▀█ █▀▀▀█   █▀▀▀█ █▀▀▀█               █▀▀▀█ █▀▀▀█   █▀▀▀█ █▀▀▀█
    1        █   █ █   █   █     █   █               █   █     █   █   █ █   █                    █ █       █   █ █   █               █   █ █   █   █   █ █   █               █   █ █   █   █   █ █   █
    1        █▀▀▀█ █▀▀▀█   ▀▀▀▀█ █   █              ━▀▀▀▀█━█▀▀▀▀━━━█━━━█━█━━━█━              ━━━━━█━█▀▀▀█━━━█━━━█━█━━━█━              █▀▀▀█ █▀▀▀█   █   █ █   █               ▀▀▀▀█ █   █   █   █ █   █
    1        █   █ █   █       █ █   █                   █ █       █   █ █   █                    █ █   █   █   █ █   █               █   █ █   █   █   █ █   █                   █ █   █   █   █ █   █
    1        ▀▀▀▀▀ ▀▀▀▀▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀               ▀▀▀▀▀ ▀▀▀▀▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀                    ▀ ▀▀▀▀▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀               ▀▀▀▀▀ ▀▀▀▀▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀               ▀▀▀▀▀ ▀▀▀▀▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀
    1
    1                                                          去掉                                     去掉
    1
    1                                                                                          扣分前 88.83，扣 1 分
    1
    1                                                                                      最后得分   第 1 名   暂定 1/4
    1
    3                          ██████████████████████████████      ██████████████████████████████                  ██████████████████████████████      ██████████████████████████████
    7                          ██████                  ██████                              ██████                  ██████                  ██████                              ██████
    3                          ██████████████████████████████                              ██████                  ██████████████████████████████      ██████████████████████████████
    7                          ██████                  ██████                              ██████                  ██████                  ██████                              ██████
    3                          ██████████████████████████████                              ██████      ██████      ██████████████████████████████      ██████████████████████████████
    ");
}

#[test]
fn a_score_of_nameless_judges_and_one_without_sheets() {
    let nameless = revealed(Reveal::Seats);
    let alone = shown(in_the_middle(), Scene::Reveal);
    assert_snapshot!(seen_in(&nameless, Ms::seconds(9), Lang::Zh, (60, 16)), @"
    增材制造创新创业大赛决赛                     一号厅 ● 已连接

                  E01  示 例 项 目  E01 激 光 增 材

      ━92.00━      90.00       88.50        88.00      ━76.00━

       去掉                                             去掉
                       扣分前 88.83，扣 1 分
                   最后得分   第 1 名   暂定 1/4

                      █▀▀▀█ ▀▀▀▀█   █▀▀▀█ ▀▀▀▀█
                      █   █     █   █   █     █
                      █▀▀▀█     █   █▀▀▀█ ▀▀▀▀█
                      █   █     █   █   █     █
                      ▀▀▀▀▀     ▀ ▀ ▀▀▀▀▀ ▀▀▀▀▀
    ");
    assert_snapshot!(both(&alone, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online

                            S03  示 例 项 目  S03 激 光 增 材                       ┃                             S03  Sample project S03



                             最后得分   第 1 名   暂定 3/6                          ┃                    Final score   place 1   provisional 3/6


           █████████████        ███              █████████████        ███           ┃       █████████████        ███              █████████████        ███
           ███▀▀▀▀▀▀▀███        ███              ███▀▀▀▀▀▀▀███        ███           ┃       ███▀▀▀▀▀▀▀███        ███              ███▀▀▀▀▀▀▀███        ███
           ███       ███        ███              ███       ███        ███           ┃       ███       ███        ███              ███       ███        ███
           ███       ███        ███              ███       ███        ███           ┃       ███       ███        ███              ███       ███        ███
           ███       ███        ███              ███       ███        ███           ┃       ███       ███        ███              ███       ███        ███
           ███▄▄▄▄▄▄▄███        ███              ███       ███        ███           ┃       ███▄▄▄▄▄▄▄███        ███              ███       ███        ███
           █████████████        ███              ███       ███        ███           ┃       █████████████        ███              ███       ███        ███
                     ███        ███              ███       ███        ███           ┃                 ███        ███              ███       ███        ███
                     ███        ███              ███       ███        ███           ┃                 ███        ███              ███       ███        ███
                     ███        ███              ███       ███        ███           ┃                 ███        ███              ███       ███        ███
                     ███        ███              ███       ███        ███           ┃                 ███        ███              ███       ███        ███
           █████████████        ███        ███   █████████████        ███           ┃       █████████████        ███        ███   █████████████        ███
           ▀▀▀▀▀▀▀▀▀▀▀▀▀        ▀▀▀        ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀        ▀▀▀           ┃       ▀▀▀▀▀▀▀▀▀▀▀▀▀        ▀▀▀        ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀        ▀▀▀
    ");
}

#[test]
fn the_awards_of_a_final_group() {
    let rehearsal = awarded();
    assert_snapshot!(both(&rehearsal, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online



                   企业组 获奖名单   最终                                           ┃               Enterprises Awards   final

                   一等奖                                                           ┃               First prize
                          1 E02 示例项目 E02 激光增材          90.40                ┃                  1 E02 Sample project E02                 90.40

                   二等奖                                                           ┃               Second prize
                     并列 2 E03 示例项目 E03 激光增材          88.42                ┃                 2= E03 Sample project E03                 88.42
                     并列 2 E05 示例项目 E05 激光增材          88.42                ┃                 2= E05 Sample project E05                 88.42
                          4 E06 示例项目 E06 激光增材          85.00                ┃                  4 E06 Sample project E06                 85.00

                   三等奖                                                           ┃               Third prize
                          5 E08 示例项目 E08 激光增材          83.33                ┃                  5 E08 Sample project E08                 83.33
                          6 E12 示例项目 E12 激光增材          82.90                ┃                  6 E12 Sample project E12                 82.90
                          7 E01 示例项目 E01 激光增材          81.25                ┃                  7 E01 Sample project E01                 81.25
                          8 E10 示例项目 E10 激光增材          80.10                ┃                  8 E10 Sample project E10                 80.10
                          9 E04 示例项目 E04 激光增材          79.90                ┃                  9 E04 Sample project E04                 79.90
                         10 E07 示例项目 E07 激光增材          76.10                ┃                 10 E07 Sample project E07                 76.10
    ");
    assert_snapshot!(large(&rehearsal, Ms::ZERO), @"
     1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    16
     1                                                                            企业组 获奖名单   最终
     1
     1                                                                            一等奖
     1                                                                                   1 E02 示例项目 E02 激光增材          90.40
     1
     1                                                                            二等奖
     1                                                                              并列 2 E03 示例项目 E03 激光增材          88.42
     1                                                                              并列 2 E05 示例项目 E05 激光增材          88.42
     1                                                                                   4 E06 示例项目 E06 激光增材          85.00
     1
     1                                                                            三等奖
     1                                                                                   5 E08 示例项目 E08 激光增材          83.33
     1                                                                                   6 E12 示例项目 E12 激光增材          82.90
     1                                                                                   7 E01 示例项目 E01 激光增材          81.25
     1                                                                                   8 E10 示例项目 E10 激光增材          80.10
     1                                                                                   9 E04 示例项目 E04 激光增材          79.90
     1                                                                                  10 E07 示例项目 E07 激光增材          76.10
    15
    ");
}

#[test]
fn a_ceremony_before_anybody_is_named() {
    assert_snapshot!(both(&honoured(0), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
    企业组 颁奖典礼   最终                                                          ┃Enterprises Award ceremony   final




                                                                                    ┃       █▀▀▀▀ █▄  █ ▀▀█▀▀ █▀▀▀▀ █▀▀▀▄ █▀▀▀▄ █▀▀▀▄  ▀█▀  ▄▀▀▀▀ █▀▀▀▀ ▄▀▀▀▀
                                                                                    ┃       █▄▄▄  █ ▀▄█   █   █▄▄▄  █▄▄▄▀ █▄▄▄▀ █▄▄▄▀   █   ▀▄▄▄  █▄▄▄  ▀▄▄▄
                                                                                    ┃       █     █   █   █   █     █ ▀▄  █     █ ▀▄    █       █ █         █
                                                                                    ┃       ▀▀▀▀▀ ▀   ▀   ▀   ▀▀▀▀▀ ▀   ▀ ▀     ▀   ▀  ▀▀▀  ▀▀▀▀  ▀▀▀▀▀ ▀▀▀▀

                                                                                    ┃                         ▄▀▀▀▄ █   █ ▄▀▀▀▄ █▀▀▀▄ █▀▀▀▄
                                  企 业 组  颁 奖 典 礼                             ┃                         █▄▄▄█ █ ▄ █ █▄▄▄█ █▄▄▄▀ █   █
                                                                                    ┃                         █   █ █▄▀▄█ █   █ █ ▀▄  █   █
                                                                                    ┃                         ▀   ▀ ▀   ▀ ▀   ▀ ▀   ▀ ▀▀▀▀

                                                                                    ┃                ▄▀▀▀▄ █▀▀▀▀ █▀▀▀▄ █▀▀▀▀ █▄ ▄█ ▄▀▀▀▄ █▄  █ █   █
                                                                                    ┃                █     █▄▄▄  █▄▄▄▀ █▄▄▄  █ █ █ █   █ █ ▀▄█  ▀▄▀
                                                                                    ┃                █   ▄ █     █ ▀▄  █     █   █ █   █ █   █   █
                                                                                    ┃                 ▀▀▀  ▀▀▀▀▀ ▀   ▀ ▀▀▀▀▀ ▀   ▀  ▀▀▀  ▀   ▀   ▀
    ");
    assert_snapshot!(both(&honoured(1), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
    企业组 颁奖典礼   最终                                                          ┃Enterprises Award ceremony   final

                                其 余  2 个 决 赛 项 目                             ┃                             The other 2 finalists

    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                     11 E09 示例项目 E09 激光增材              70.00                ┃                 11 E09 Sample project E09                 70.00
                     12 E11 示例项目 E11 激光增材              69.50                ┃                 12 E11 Sample project E11                 69.50
    ");
    assert_snapshot!(both(&honoured(2), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
    企业组 颁奖典礼   最终                                                          ┃Enterprises Award ceremony   final


                                                                                    ┃       ▀▀█▀▀ █   █  ▀█▀  █▀▀▀▄ █▀▀▀▄       █▀▀▀▄ █▀▀▀▄  ▀█▀  ▀▀▀▀█ █▀▀▀▀
                                                                                    ┃         █   █▄▄▄█   █   █▄▄▄▀ █   █       █▄▄▄▀ █▄▄▄▀   █     ▄▀  █▄▄▄
                                        三 等 奖                                    ┃         █   █   █   █   █ ▀▄  █   █       █     █ ▀▄    █   ▄▀    █
                                                                                    ┃         ▀   ▀   ▀  ▀▀▀  ▀   ▀ ▀▀▀▀        ▀     ▀   ▀  ▀▀▀  ▀▀▀▀▀ ▀▀▀▀▀

                                                                                    ┃                               goes to 6 projects
                                    共 6 个项目获奖

    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                     11 E09 示例项目 E09 激光增材              70.00                ┃                 11 E09 Sample project E09                 70.00
                     12 E11 示例项目 E11 激光增材              69.50                ┃                 12 E11 Sample project E11                 69.50
    ");
}

#[test]
fn a_ceremony_with_a_place_a_shared_one_and_the_first() {
    assert_snapshot!(both(&honoured(3), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
    企业组 颁奖典礼   最终                                                          ┃Enterprises Award ceremony   final

                                  三 等 奖   第  10 名                              ┃                             Third prize  place 10

                            E07  示 例 项 目  E07 激 光 增 材                       ┃                             E07  Sample project E07

                                ▀▀▀▀█ █▀▀▀▀     █   █▀▀▀█                           ┃                            ▀▀▀▀█ █▀▀▀▀     █   █▀▀▀█
                                    █ █▄▄▄▄     █   █   █                           ┃                                █ █▄▄▄▄     █   █   █
                                    █ █   █     █   █   █                           ┃                                █ █   █     █   █   █
                                    ▀ ▀▀▀▀▀ ▀   ▀   ▀▀▀▀▀                           ┃                                ▀ ▀▀▀▀▀ ▀   ▀   ▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                     11 E09 示例项目 E09 激光增材              70.00                ┃                 11 E09 Sample project E09                 70.00
                     12 E11 示例项目 E11 激光增材              69.50                ┃                 12 E11 Sample project E11                 69.50
    ");
    assert_snapshot!(both(&honoured(11), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
    企业组 颁奖典礼   最终                                                          ┃Enterprises Award ceremony   final

                               二 等 奖   并 列 第  2 名                            ┃                          Second prize  shared place 2

                            E03  示 例 项 目  E03 激 光 增 材                       ┃                             E03  Sample project E03


                            E05  示 例 项 目  E05 激 光 增 材                       ┃                             E05  Sample project E05

                                █▀▀▀█ █▀▀▀█   █   █ ▀▀▀▀█                           ┃                            █▀▀▀█ █▀▀▀█   █   █ ▀▀▀▀█
                                █   █ █   █   █   █     █                           ┃                            █   █ █   █   █   █     █
                                █▀▀▀█ █▀▀▀█   ▀▀▀▀█ █▀▀▀▀                           ┃                            █▀▀▀█ █▀▀▀█   ▀▀▀▀█ █▀▀▀▀
                                █   █ █   █       █ █                               ┃                            █   █ █   █       █ █
                                ▀▀▀▀▀ ▀▀▀▀▀ ▀     ▀ ▀▀▀▀▀                           ┃                            ▀▀▀▀▀ ▀▀▀▀▀ ▀     ▀ ▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                                                                2/2 页              ┃                                                           page 2/2
                      9 E04 示例项目 E04 激光增材         79.90 三等奖              ┃                9 E04 Sample project E04         79.90 Third prize
                     10 E07 示例项目 E07 激光增材         76.10 三等奖              ┃               10 E07 Sample project E07         76.10 Third prize
                     11 E09 示例项目 E09 激光增材         70.00                     ┃               11 E09 Sample project E09         70.00
                     12 E11 示例项目 E11 激光增材         69.50                     ┃               12 E11 Sample project E11         69.50
    ");
    assert_snapshot!(both(&honoured(13), Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
    企业组 颁奖典礼   最终                                                          ┃Enterprises Award ceremony   final

                                  一 等 奖   第  1 名                               ┃                              First prize  place 1

                   █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▄                                                ┃                    █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▄
                   █▄▄▄  █ ▄ █   ▄▄▀                                                ┃                    █▄▄▄  █ ▄ █   ▄▄▀
                   █     █   █ ▄▀        示 例 项 目  E02 激 光 增 材               ┃                    █     █   █ ▄▀        Sample project E02
                   ▀▀▀▀▀  ▀▀▀  ▀▀▀▀▀                                                ┃                    ▀▀▀▀▀  ▀▀▀  ▀▀▀▀▀

                                █▀▀▀█ █▀▀▀█   █   █ █▀▀▀█                           ┃                            █▀▀▀█ █▀▀▀█   █   █ █▀▀▀█
                                █   █ █   █   █   █ █   █                           ┃                            █   █ █   █   █   █ █   █
                                ▀▀▀▀█ █   █   ▀▀▀▀█ █   █                           ┃                            ▀▀▀▀█ █   █   ▀▀▀▀█ █   █
                                    █ █   █       █ █   █                           ┃                                █ █   █       █ █   █
                                ▀▀▀▀▀ ▀▀▀▀▀ ▀     ▀ ▀▀▀▀▀                           ┃                            ▀▀▀▀▀ ▀▀▀▀▀ ▀     ▀ ▀▀▀▀▀

    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                                                                  2/3 页            ┃                                                           page 2/3
                        7 E01 示例项目 E01 激光增材         81.25 三等奖            ┃                7 E01 Sample project E01         81.25 Third prize
                        8 E10 示例项目 E10 激光增材         80.10 三等奖            ┃                8 E10 Sample project E10         80.10 Third prize
                        9 E04 示例项目 E04 激光增材         79.90 三等奖            ┃                9 E04 Sample project E04         79.90 Third prize
                       10 E07 示例项目 E07 激光增材         76.10 三等奖            ┃               10 E07 Sample project E07         76.10 Third prize
                       11 E09 示例项目 E09 激光增材         70.00                   ┃               11 E09 Sample project E09         70.00
    ");
    assert_snapshot!(large(&honoured(13), Ms::ZERO), @"
    1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    1 企业组 颁奖典礼   最终
    2
    1                                                                                            一 等 奖   第  1 名
    3
    1                                                        ███████████████      █████████         █████████
    1                                                        ███▀▀▀▀▀▀▀▀▀▀▀▀   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄   ▄▄▄▀▀▀▀▀▀▀▀▀▄▄▄
    1                                                        ███               ███         ███   ███         ███
    1                                                        ███               ███         ███               ███
    1                                                        ███▄▄▄▄▄▄▄▄▄      ███   ▄▄▄   ███         ▄▄▄▄▄▄▀▀▀
    1                                                        ████████████      ███   ███   ███         ██████               示 例 项 目  E02 激 光 增 材
    1                                                        ███               ███         ███      ███
    1                                                        ███               ███         ███   ▄▄▄▀▀▀
    1                                                        ███               ███         ███   ███
    1                                                        ███████████████      █████████      ███████████████
    1                                                        ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
    1
    1                                                                ███████████████   ███████████████         ███         ███   ███████████████
    1                                                                ███▀▀▀▀▀▀▀▀▀███   ███▀▀▀▀▀▀▀▀▀███         ███         ███   ███▀▀▀▀▀▀▀▀▀███
    3                                                                ███         ███   ███         ███         ███         ███   ███         ███
    1                                                                ███████████████   ███         ███         ███████████████   ███         ███
    1                                                                ▀▀▀▀▀▀▀▀▀▀▀▀███   ███         ███         ▀▀▀▀▀▀▀▀▀▀▀▀███   ███         ███
    3                                                                            ███   ███         ███                     ███   ███         ███
    1                                                                ███████████████   ███████████████   ███               ███   ███████████████
    1                                                                ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀               ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
    1
    1 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    1                                                                            并列 2 E03 示例项目 E03 激光增材         88.42 二等奖
    1                                                                            并列 2 E05 示例项目 E05 激光增材         88.42 二等奖
    1                                                                                 4 E06 示例项目 E06 激光增材         85.00 二等奖
    1                                                                          ───────────────────────────────────────────────────────
    1                                                                                 5 E08 示例项目 E08 激光增材         83.33 三等奖
    1                                                                                 6 E12 示例项目 E12 激光增材         82.90 三等奖
    1                                                                                 7 E01 示例项目 E01 激光增材         81.25 三等奖
    1                                                                                 8 E10 示例项目 E10 激光增材         80.10 三等奖
    1                                                                                 9 E04 示例项目 E04 激光增材         79.90 三等奖
    1                                                                                10 E07 示例项目 E07 激光增材         76.10 三等奖
    1                                                                          ───────────────────────────────────────────────────────
    1                                                                                11 E09 示例项目 E09 激光增材         70.00
    1                                                                                12 E11 示例项目 E11 激光增材         69.50
    2
    ");
    assert_snapshot!(seen_in(&honoured(11), Ms::ZERO, Lang::Zh, (40, 12)), @"
    增材制造创新创业大赛决赛 一号厅 ● 已连接
    企业组 颁奖典礼   最终

           二 等 奖   并 列 第  2 名

           E03  示例项目 E03 激光增材
           E05  示例项目 E05 激光增材
                     88.42
    ────────────────────────────────────────
                                      8/9 页
      11 E09 示例项目 E09 激光… 70.00
    ");
}

#[test]
fn a_break_until_when() {
    let rehearsal = shown(resting(), Scene::Break);
    assert_snapshot!(at_home(&rehearsal, &both(&rehearsal, Ms::ZERO)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online

                                         茶 歇                                      ┃             ▀▀█▀▀ █▀▀▀▀ ▄▀▀▀▄       █▀▀▀▄ █▀▀▀▄ █▀▀▀▀ ▄▀▀▀▄ █  ▄▀
                                                                                    ┃               █   █▄▄▄  █▄▄▄█       █▄▄▄▀ █▄▄▄▀ █▄▄▄  █▄▄▄█ █▄▀
                                                                                    ┃               █   █     █   █       █   █ █ ▀▄  █     █   █ █ ▀▄
                                                                                    ┃               ▀   ▀▀▀▀▀ ▀   ▀       ▀▀▀▀  ▀   ▀ ▀▀▀▀▀ ▀   ▀ ▀   ▀
                ███        █████████████         █████████████   █████████████
                ███        ▀▀▀▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀      ┃            ███        █████████████         █████████████   █████████████
                ███                  ███         ███             ███                ┃            ███        ▀▀▀▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀▀▀▀   ███▀▀▀▀▀▀▀▀▀▀
                ███                  ███   ███   ███             ███                ┃            ███                  ███         ███             ███
                ███                  ███   ▀▀▀   ███             ███                ┃            ███                  ███   ███   ███             ███
                ███        ▄▄▄▄▄▄▄▄▄▄███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄      ┃            ███                  ███   ▀▀▀   ███             ███
                ███        █████████████         █████████████   █████████████      ┃            ███        ▄▄▄▄▄▄▄▄▄▄███         ███▄▄▄▄▄▄▄▄▄▄   ███▄▄▄▄▄▄▄▄▄▄
                ███        ███                             ███             ███      ┃            ███        █████████████         █████████████   █████████████
                ███        ███             ███             ███             ███      ┃            ███        ███                             ███             ███
                ███        ███             ▀▀▀             ███             ███      ┃            ███        ███             ███             ███             ███
                ███        ███                             ███             ███      ┃            ███        ███             ▀▀▀             ███             ███
                ███        █████████████         █████████████   █████████████      ┃            ███        ███                             ███             ███
                ▀▀▀        ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀      ┃            ███        █████████████         █████████████   █████████████
                                                                                    ┃            ▀▀▀        ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀

                                        至 14:45                                    ┃                                  until 14:45
    ");
    assert_snapshot!(at_home(&rehearsal, &large(&rehearsal, Ms::ZERO)), @"
    1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    1
    1                                                                                                  茶 歇
    5
    4                      █████████                      ███████████████████████████████████                           ███████████████████████████████████         ███████████████████████████████████
    1                      █████████                      ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀█████████                           █████████▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         █████████▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
    3                      █████████                                                █████████                           █████████                                   █████████
    1                      █████████                                                █████████         ▄▄▄▄▄▄▄▄▄         █████████                                   █████████
    4                      █████████                                                █████████         █████████         █████████                                   █████████
    2                      █████████                                                █████████                           █████████                                   █████████
    4                      █████████                      ███████████████████████████████████                           ███████████████████████████████████         ███████████████████████████████████
    1                      █████████                      █████████▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀                           ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀█████████         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀█████████
    1                      █████████                      █████████                                                                               █████████                                   █████████
    1                      █████████                      █████████                                   ▄▄▄▄▄▄▄▄▄                                   █████████                                   █████████
    4                      █████████                      █████████                                   █████████                                   █████████                                   █████████
    4                      █████████                      █████████                                                                               █████████                                   █████████
    4                      █████████                      ███████████████████████████████████                           ███████████████████████████████████         ███████████████████████████████████
    1                      ▀▀▀▀▀▀▀▀▀                      ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀                           ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
    4
    1                                                                                                 至 14:45
    1
    ");
}

#[test]
fn a_break_above_the_rankings_without_a_choice() {
    let mut rehearsal = Rehearsal::scored(3, 0);
    rehearsal.play("E01", Decimal::new(8842, 2)).take_break().pass(125);
    let later = Ms::seconds(31);
    assert_snapshot!(at_home(&rehearsal, &both(&rehearsal, later)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
                                            ██     ████████      ████████  ██    ██ ┃                                        ██     ████████      ████████  ██    ██
                                            ██           ██            ██  ██    ██ ┃                                        ██           ██            ██  ██    ██
                                            ██           ██  ██        ██  ██    ██ ┃                                        ██           ██  ██        ██  ██    ██
    茶歇  至 14:45                          ██     ▄▄▄▄▄▄██      ▄▄▄▄▄▄██  ██▄▄▄▄██ ┃Tea break  until 14:45                  ██     ▄▄▄▄▄▄██      ▄▄▄▄▄▄██  ██▄▄▄▄██
                                            ██     ██▀▀▀▀▀▀      ██▀▀▀▀▀▀  ▀▀▀▀▀▀██ ┃                                        ██     ██▀▀▀▀▀▀      ██▀▀▀▀▀▀  ▀▀▀▀▀▀██
    下一个 E02  示例项目 E02 激光增材       ██     ██        ██  ██              ██ ┃Next E02  Sample project E02            ██     ██        ██  ██              ██
                                            ██     ██            ██              ██ ┃                                        ██     ██            ██              ██
                                            ██     ████████      ████████        ██ ┃                                        ██     ████████      ████████        ██
    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                   企业组   暂定 1/3                                                ┃              Enterprises   provisional 1/3
                   ▶ 1 E01 示例项目 E01 激光增材         88.42 一等奖               ┃              ▶ 1 E01 Sample project E01         88.42 First prize
    ");
}

#[test]
fn a_message_as_a_band() {
    let rehearsal = said("请各位评委、嘉宾回到座位，路演即将继续。", false);
    assert_snapshot!(both(&rehearsal, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online
              请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。           ┃          请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。
                                            ██     ████████      ████████  ████████ ┃                                        ██     ████████      ████████  ████████
    S04  示例项目 S04 激光增材              ██     ██    ██      ██    ██  ██    ██ ┃S04  Sample project S04                 ██     ██    ██      ██    ██  ██    ██
    示例企业 · 金属增材                     ██     ██    ██  ██  ██    ██  ██    ██ ┃Sample company · Metal                  ██     ██    ██  ██  ██    ██  ██    ██
                                            ██     ██    ██      ██    ██  ██    ██ ┃                                        ██     ██    ██      ██    ██  ██    ██
    展示                                    ██     ██    ██      ██    ██  ██    ██ ┃presentation                            ██     ██    ██      ██    ██  ██    ██
                                            ██     ██    ██  ██  ██    ██  ██    ██ ┃                                        ██     ██    ██  ██  ██    ██  ██    ██
    下一个 E09  示例项目 E09 激光增材       ██     ██    ██      ██    ██  ██    ██ ┃Next E09  Sample project E09            ██     ██    ██      ██    ██  ██    ██
                                            ██     ████████      ████████  ████████ ┃                                        ██     ████████      ████████  ████████
    ────────────────────────────────────────────────────────────────────────────────┃────────────────────────────────────────────────────────────────────────────────
                             ▶ S03 最后得分 91.01  第 1 名                          ┃                        ▶ S03 Final score 91.01  place 1
                 企业组   暂定 8/12                                                 ┃             Enterprises   provisional 8/12
                        1 E02 示例项目 E02 激光增材         90.40 一等奖            ┃                1 E02 Sample project E02         90.40 First prize
                 ───────────────────────────────────────────────────────            ┃             ──────────────────────────────────────────────────────
                   并列 2 E03 示例项目 E03 激光增材         88.42 二等奖            ┃               2= E03 Sample project E03         88.42 Second prize
                   并列 2 E05 示例项目 E05 激光增材         88.42 二等奖            ┃               2= E05 Sample project E05         88.42 Second prize
                        4 E06 示例项目 E06 激光增材         85.00 二等奖            ┃                4 E06 Sample project E06         85.00 Second prize
                 ───────────────────────────────────────────────────────            ┃             ──────────────────────────────────────────────────────
                        5 E08 示例项目 E08 激光增材         83.33 三等奖            ┃                5 E08 Sample project E08         83.33 Third prize
                        6 E01 示例项目 E01 激光增材         81.25 三等奖            ┃                6 E01 Sample project E01         81.25 Third prize
                        7 E04 示例项目 E04 激光增材         79.90 三等奖            ┃                7 E04 Sample project E04         79.90 Third prize
                        8 E07 示例项目 E07 激光增材         76.10 三等奖            ┃                8 E07 Sample project E07         76.10 Third prize
    ");
}

#[test]
fn a_message_alone() {
    let chinese = said("请各位评委、嘉宾回到座位，路演即将继续。", false);
    let english = said("Please return to your seats", true);
    let [chinese, english] = [chinese, english].map(|it| shown(it, Scene::Message));
    assert_snapshot!(both(&chinese, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online











               请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。          ┃           请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。
    ");
    assert_snapshot!(large(&chinese, Ms::ZERO), @"
     1 增材制造创新创业大赛决赛                                                                                                                                                                 一号厅 ● 已连接
    24
     1                                                                        请 各 位 评 委 、 嘉 宾 回 到 座 位 ， 路 演 即 将 继 续 。
    23
    ");
    assert_snapshot!(both(&english, Ms::ZERO), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接┃Additive manufacturing final                                     Hall 1 ● online







     █▀▀▀▄ █     █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▀ █▀▀▀▀       █▀▀▀▄ █▀▀▀▀ ▀▀█▀▀ █   █ █▀▀▀▄ █▄  █  ┃ █▀▀▀▄ █     █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▀ █▀▀▀▀       █▀▀▀▄ █▀▀▀▀ ▀▀█▀▀ █   █ █▀▀▀▄ █▄  █
     █▄▄▄▀ █     █▄▄▄  █▄▄▄█ ▀▄▄▄  █▄▄▄        █▄▄▄▀ █▄▄▄    █   █   █ █▄▄▄▀ █ ▀▄█  ┃ █▄▄▄▀ █     █▄▄▄  █▄▄▄█ ▀▄▄▄  █▄▄▄        █▄▄▄▀ █▄▄▄    █   █   █ █▄▄▄▀ █ ▀▄█
     █     █     █     █   █     █ █           █ ▀▄  █       █   █   █ █ ▀▄  █   █  ┃ █     █     █     █   █     █ █           █ ▀▄  █       █   █   █ █ ▀▄  █   █
     ▀     ▀▀▀▀▀ ▀▀▀▀▀ ▀   ▀ ▀▀▀▀  ▀▀▀▀▀       ▀   ▀ ▀▀▀▀▀   ▀    ▀▀▀  ▀   ▀ ▀   ▀  ┃ ▀     ▀▀▀▀▀ ▀▀▀▀▀ ▀   ▀ ▀▀▀▀  ▀▀▀▀▀       ▀   ▀ ▀▀▀▀▀   ▀    ▀▀▀  ▀   ▀ ▀   ▀

     ▀▀█▀▀ ▄▀▀▀▄       █   █ ▄▀▀▀▄ █   █ █▀▀▀▄       ▄▀▀▀▀ █▀▀▀▀ ▄▀▀▀▄ ▀▀█▀▀ ▄▀▀▀▀  ┃ ▀▀█▀▀ ▄▀▀▀▄       █   █ ▄▀▀▀▄ █   █ █▀▀▀▄       ▄▀▀▀▀ █▀▀▀▀ ▄▀▀▀▄ ▀▀█▀▀ ▄▀▀▀▀
       █   █   █        ▀▄▀  █   █ █   █ █▄▄▄▀       ▀▄▄▄  █▄▄▄  █▄▄▄█   █   ▀▄▄▄   ┃   █   █   █        ▀▄▀  █   █ █   █ █▄▄▄▀       ▀▄▄▄  █▄▄▄  █▄▄▄█   █   ▀▄▄▄
       █   █   █         █   █   █ █   █ █ ▀▄            █ █     █   █   █       █  ┃   █   █   █         █   █   █ █   █ █ ▀▄            █ █     █   █   █       █
       ▀    ▀▀▀          ▀    ▀▀▀   ▀▀▀  ▀   ▀       ▀▀▀▀  ▀▀▀▀▀ ▀   ▀   ▀   ▀▀▀▀   ┃   ▀    ▀▀▀          ▀    ▀▀▀   ▀▀▀  ▀   ▀       ▀▀▀▀  ▀▀▀▀▀ ▀   ▀   ▀   ▀▀▀▀
    ");
}
