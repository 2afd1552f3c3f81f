//! What the host shows the presenter besides the clock: a line, a break.
#![expect(clippy::too_many_lines, reason = "pictures are long")]

use insta::assert_snapshot;
use ratatui::{buffer::Buffer, layout::Rect};

use super::{draw, pitching};
use crate::{
    contest::{At, Audience, Ms},
    tui::{
        Scene, Screen, hall::rehearsal::Rehearsal, theme::Theme, timer::TimerScreen,
        wall::hour_and_minute,
    },
    words::{Lang, Words},
};

const SMALL: (u16, u16) = (80, 24);

fn timer_of(rehearsal: &Rehearsal) -> TimerScreen {
    let mut timer = TimerScreen::new();
    timer.hear(&crate::client::News::Link(super::UP), At(0));
    timer.hear(&rehearsal.timer(), At(0)); // The key hints are gone.
    timer
}

fn seen(rehearsal: &Rehearsal, later: i64, lang: Lang, size: (u16, u16)) -> String {
    let now = rehearsal.now + Ms::seconds(later);
    draw(&timer_of(rehearsal), now, lang, &Theme::dark(), size)
}

/// E01 pitches and is told something.
fn told(text: &str, blink: bool) -> Rehearsal {
    let (_, mut rehearsal) = pitching();
    rehearsal.say(Audience::Stage, text, blink);
    rehearsal
}

fn resting() -> Rehearsal {
    let mut rehearsal = Rehearsal::scored(2, 0);
    rehearsal.take_break();
    rehearsal
}

#[test]
fn a_line_to_the_presenter_is_large_and_leaves_the_digits_their_room() {
    assert_snapshot!(seen(&told("请靠近话筒", false), 545, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

                               E01  示例项目 E01 激光增材

                                  展示   最后 1 分钟

                         ██████████      ██████████  ██████████
                         ██      ██      ██          ██
                         ██      ██  ██  ██          ██
                         ██      ██      ██          ██
                         ██      ██      ██████████  ██████████
                         ██      ██              ██          ██
                         ██      ██  ██          ██          ██
                         ██      ██              ██          ██
                         ██████████      ██████████  ██████████

        ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░



                                     请 靠 近 话 筒
    ");
    let closer = told("Closer to the microphone, please", true);
    assert_snapshot!(seen(&closer, 545, Lang::En, SMALL), @"
    Additive manufacturing final                                     Hall 1 ● online

                                E01  Sample project E01

                              presentation   last minute

                         ██████████      ██████████  ██████████
                         ██      ██      ██          ██
                         ██      ██  ██  ██          ██
                         ██      ██      ██          ██
                         ██      ██      ██████████  ██████████
                         ██      ██              ██          ██
                         ██      ██  ██          ██          ██
                         ██      ██              ██          ██
                         ██████████      ██████████  ██████████

        ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░



                            Closer to the microphone, please
    ");
    assert_snapshot!(seen(&closer, 605, Lang::En, (40, 12)), @"
    Additive manufacturing … Hall 1 ● online
            E01  Sample project E01
            presentation   overtime

                  █▀▀▀█   █▀▀▀█ █▀▀▀▀
              █   █   █ ▀ █   █ █
            ▀▀█▀▀ █   █   █   █ ▀▀▀▀█
              ▀   █   █ ▀ █   █     █
                  ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀

        Closer to the microphone, please
    ");
    assert_snapshot!(seen(&closer, 605, Lang::En, (200, 50)), @"
    Additive manufacturing final                                                                                                                                                             Hall 1 ● online

                                                                                            E01  Sample project E01

                                      █▀▀▀▄ █▀▀▀▄ █▀▀▀▀ ▄▀▀▀▀ █▀▀▀▀ █▄  █ ▀▀█▀▀ ▄▀▀▀▄ ▀▀█▀▀  ▀█▀  ▄▀▀▀▄ █▄  █             ▄▀▀▀▄ █   █ █▀▀▀▀ █▀▀▀▄ ▀▀█▀▀  ▀█▀  █▄ ▄█ █▀▀▀▀
                                      █▄▄▄▀ █▄▄▄▀ █▄▄▄  ▀▄▄▄  █▄▄▄  █ ▀▄█   █   █▄▄▄█   █     █   █   █ █ ▀▄█             █   █ █   █ █▄▄▄  █▄▄▄▀   █     █   █ █ █ █▄▄▄
                                      █     █ ▀▄  █         █ █     █   █   █   █   █   █     █   █   █ █   █             █   █ ▀▄ ▄▀ █     █ ▀▄    █     █   █   █ █
                                      ▀     ▀   ▀ ▀▀▀▀▀ ▀▀▀▀  ▀▀▀▀▀ ▀   ▀   ▀   ▀   ▀   ▀    ▀▀▀   ▀▀▀  ▀   ▀              ▀▀▀    ▀   ▀▀▀▀▀ ▀   ▀   ▀    ▀▀▀  ▀   ▀ ▀▀▀▀▀

                                                           ███████████████████████████████████                     ███████████████████████████████████       ███████████████████████████████████
                                                           ███████████████████████████████████                     ███████████████████████████████████       ███████████████████████████████████
                                                           ███████████████████████████████████                     ███████████████████████████████████       ███████████████████████████████████
                                                           ███████                     ███████                     ███████                     ███████       ███████
                               ███████                     ███████                     ███████                     ███████                     ███████       ███████
                               ███████                     ███████                     ███████                     ███████                     ███████       ███████
                               ███████                     ███████                     ███████       ███████       ███████                     ███████       ███████
                               ███████                     ███████                     ███████       ███████       ███████                     ███████       ███████
                               ███████                     ███████                     ███████       ███████       ███████                     ███████       ███████
                               ███████                     ███████                     ███████                     ███████                     ███████       ███████
                               ███████                     ███████                     ███████                     ███████                     ███████       ███████
                 ███████████████████████████████████       ███████                     ███████                     ███████                     ███████       ███████████████████████████████████
                 ███████████████████████████████████       ███████                     ███████                     ███████                     ███████       ███████████████████████████████████
                 ███████████████████████████████████       ███████                     ███████                     ███████                     ███████       ███████████████████████████████████
                               ███████                     ███████                     ███████                     ███████                     ███████                                   ███████
                               ███████                     ███████                     ███████                     ███████                     ███████                                   ███████
                               ███████                     ███████                     ███████       ███████       ███████                     ███████                                   ███████
                               ███████                     ███████                     ███████       ███████       ███████                     ███████                                   ███████
                               ███████                     ███████                     ███████       ███████       ███████                     ███████                                   ███████
                               ███████                     ███████                     ███████                     ███████                     ███████                                   ███████
                               ███████                     ███████                     ███████                     ███████                     ███████                                   ███████
                                                           ███████                     ███████                     ███████                     ███████                                   ███████
                                                           ███████████████████████████████████                     ███████████████████████████████████       ███████████████████████████████████
                                                           ███████████████████████████████████                     ███████████████████████████████████       ███████████████████████████████████
                                                           ███████████████████████████████████                     ███████████████████████████████████       ███████████████████████████████████

              ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░





        ▄▀▀▀▄ █     ▄▀▀▀▄ ▄▀▀▀▀ █▀▀▀▀ █▀▀▀▄       ▀▀█▀▀ ▄▀▀▀▄       ▀▀█▀▀ █   █ █▀▀▀▀       █▄ ▄█  ▀█▀  ▄▀▀▀▄ █▀▀▀▄ ▄▀▀▀▄ █▀▀▀▄ █   █ ▄▀▀▀▄ █▄  █ █▀▀▀▀             █▀▀▀▄ █     █▀▀▀▀ ▄▀▀▀▄ ▄▀▀▀▀ █▀▀▀▀
        █     █     █   █ ▀▄▄▄  █▄▄▄  █▄▄▄▀         █   █   █         █   █▄▄▄█ █▄▄▄        █ █ █   █   █     █▄▄▄▀ █   █ █▄▄▄▀ █▄▄▄█ █   █ █ ▀▄█ █▄▄▄              █▄▄▄▀ █     █▄▄▄  █▄▄▄█ ▀▄▄▄  █▄▄▄
        █   ▄ █     █   █     █ █     █ ▀▄          █   █   █         █   █   █ █           █   █   █   █   ▄ █ ▀▄  █   █ █     █   █ █   █ █   █ █      ▀█         █     █     █     █   █     █ █
         ▀▀▀  ▀▀▀▀▀  ▀▀▀  ▀▀▀▀  ▀▀▀▀▀ ▀   ▀         ▀    ▀▀▀          ▀   ▀   ▀ ▀▀▀▀▀       ▀   ▀  ▀▀▀   ▀▀▀  ▀   ▀  ▀▀▀  ▀     ▀   ▀  ▀▀▀  ▀   ▀ ▀▀▀▀▀  ▀          ▀     ▀▀▀▀▀ ▀▀▀▀▀ ▀   ▀ ▀▀▀▀  ▀▀▀▀▀
    ");
}

#[test]
fn before_the_call_up_a_line_has_most_of_the_screen() {
    let mut rehearsal = Rehearsal::scored(2, 0);
    rehearsal.say(Audience::Stage, "三分钟后上场", true);
    assert_snapshot!(seen(&rehearsal, 0, Lang::Zh, SMALL), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接


                          增 材 制 造 创 新 创 业 大 赛 决 赛
                                         一号厅

                                     请 等 待 上 场









                                   三 分 钟 后 上 场
    ");
}

#[test]
fn a_break_counts_down_on_the_timer_too() {
    let rehearsal = resting();
    let until = hour_and_minute(rehearsal.now + Ms::seconds(900));
    let shown = seen(&rehearsal, 125, Lang::En, SMALL).replace(&until, "14:45");
    assert_snapshot!(shown, @"
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
    let shown = seen(&rehearsal, 900, Lang::Zh, SMALL);
    assert!(shown.contains("即将开始"));
}

#[test]
fn a_line_for_others_is_not_for_the_presenter() {
    let (_, mut rehearsal) = pitching();
    rehearsal.say(Audience::Judges, "请打分", false).say(Audience::Board, "请就座", false);
    let shown = seen(&rehearsal, 0, Lang::Zh, SMALL);
    assert!(!shown.contains('请'));
}

fn frame(timer: &TimerScreen, now: At) -> Buffer {
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    let area = Rect::new(0, 0, 60, 12);
    let mut buf = Buffer::empty(area);
    let scene = Scene { words: &words, theme: &theme, now, link: &timer.link };
    timer.draw(&scene, area, &mut buf);
    buf
}

#[test]
fn no_change_is_missed() {
    for rehearsal in [told("请靠近话筒", true), told("请靠近话筒", false), resting()] {
        let timer = timer_of(&rehearsal);
        for from in [0, 535, 595, 890] {
            let mut now = rehearsal.now + Ms::seconds(from);
            let end = now + Ms::seconds(20);
            while let Some(next) = timer.next_change(now).filter(|next| *next <= end) {
                assert_eq!(frame(&timer, now), frame(&timer, next + Ms(-1)));
                now = next;
            }
            assert_eq!(frame(&timer, now), frame(&timer, end));
        }
    }
}

#[test]
fn every_size_can_be_drawn() {
    for rehearsal in [told("Closer to the microphone, please", true), resting()] {
        let timer = timer_of(&rehearsal);
        for width in [0, 1, 17, 30, 31, 40, 59, 80, 200, 300] {
            for height in [0, 1, 7, 8, 9, 12, 17, 24, 50, 90] {
                for later in [0, 605, 900] {
                    let now = rehearsal.now + Ms::seconds(later);
                    draw(&timer, now, Lang::En, &Theme::plain(), (width, height));
                }
            }
        }
    }
}
