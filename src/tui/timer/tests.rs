mod hall;

use insta::assert_snapshot;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::*;
use crate::{
    client::Trouble,
    contest::{Ms, Phase, Wish},
    tui::{hall::rehearsal::Rehearsal, ring::Ring, screen::screen, theme::Theme},
    words::{Lang, Words},
};

const UP: LinkState = LinkState::Up { round_trip: None };

/// A timer in front of a final where E01 has just begun to pitch.
fn pitching() -> (TimerScreen, Rehearsal) {
    let (mut timer, mut rehearsal) = (TimerScreen::new(), Rehearsal::scored(2, 0));
    rehearsal.call_up("E01");
    assert_eq!(timer.hear(&rehearsal.timer(), rehearsal.now), []);
    rehearsal.start("E01", Phase::Presentation);
    assert_eq!(timer.hear(&rehearsal.timer(), rehearsal.now), []);
    (timer, rehearsal)
}

/// Lets a minute and more pass as the loop does, from one change to the next, and gives the
/// seconds left at which the bell rang.
fn rings(timer: &mut TimerScreen, from: At, to: At) -> Vec<i64> {
    let (mut now, mut heard) = (from, Vec::new());
    while let Some(next) = timer.next_change(now).filter(|next| *next <= to) {
        now = next;
        let left = timer.stage().unwrap().clock.as_ref().unwrap().left(now).0;
        heard.extend(timer.tick(now).iter().map(|_| left / 1000));
    }
    heard
}

fn lost(since: At) -> LinkState {
    LinkState::Lost { since, trouble: Trouble::Silent { hub: "hub".to_owned() } }
}

fn draw(timer: &TimerScreen, now: At, lang: Lang, theme: &Theme, size: (u16, u16)) -> String {
    let words = Words::new(lang);
    let scene = Scene { words: &words, theme, now, link: &timer.link };
    screen(size.0, size.1, |area, buf| timer.draw(&scene, area, buf))
}

fn shown(timer: &TimerScreen, now: At) -> String {
    draw(timer, now, Lang::Zh, &Theme::dark(), (80, 24))
}

#[test]
fn the_bell_rings_once_at_each_warning_and_at_zero() {
    let (mut timer, rehearsal) = pitching();
    let end = rehearsal.now + Ms::seconds(660);
    assert_eq!(rings(&mut timer, rehearsal.now, end), [60, 30, 0]);
    assert_eq!(timer.hear(&rehearsal.timer(), end), []);
}

#[test]
fn a_later_warning_rings_more_often() {
    let (mut timer, rehearsal) = pitching();
    let mut heard = Vec::new();
    for seconds in 0..660 {
        heard.extend(timer.tick(rehearsal.now + Ms::seconds(seconds)));
    }
    assert_eq!(heard, [Ring::Short(1), Ring::Short(2), Ring::Long].map(Effect::Ring));
}

#[test]
fn of_marks_that_are_passed_together_the_last_one_rings() {
    let (mut timer, rehearsal) = pitching();
    let rung = |timer: &mut TimerScreen, seconds| timer.tick(rehearsal.now + Ms::seconds(seconds));
    assert_eq!(rung(&mut timer, 580), [Effect::Ring(Ring::Short(2))]);
    assert_eq!(rung(&mut timer, 581), []);
    assert_eq!(rung(&mut timer, 640), [Effect::Ring(Ring::Long)]);
}

#[test]
fn a_lost_link_rings_nothing_again() {
    let (mut timer, rehearsal) = pitching();
    let start = rehearsal.now;
    let lost_at = start + Ms::seconds(500);
    timer.hear(&News::Link(lost(lost_at)), lost_at);
    assert_eq!(rings(&mut timer, lost_at, start + Ms::seconds(560)), [60]);
    let back = start + Ms::seconds(561);
    timer.hear(&News::Link(UP), back);
    assert_eq!(timer.hear(&rehearsal.timer(), back), []);
    assert_eq!(rings(&mut timer, back, start + Ms::seconds(580)), [30]);
}

#[test]
fn a_late_timer_rings_only_what_is_ahead() {
    let (_, rehearsal) = pitching();
    let mut late = TimerScreen::new();
    let now = rehearsal.now + Ms::seconds(550);
    assert_eq!(late.hear(&rehearsal.timer(), now), []);
    assert_eq!(rings(&mut late, now, now + Ms::seconds(60)), [30, 0]);
}

#[test]
fn time_given_after_a_warning_does_not_ring_it_again() {
    let (mut timer, mut rehearsal) = pitching();
    let start = rehearsal.now;
    assert_eq!(rings(&mut timer, start, start + Ms::seconds(545)), [60]);
    rehearsal.pass(545).host(&Wish::AddTime {
        project: "E01".into(),
        phase: Phase::Presentation,
        ms: Ms::seconds(120),
        reason: "projector".to_owned(),
    });
    assert_eq!(timer.hear(&rehearsal.timer(), rehearsal.now), []);
    assert_eq!(rings(&mut timer, rehearsal.now, start + Ms::seconds(720)), [30, 0]);
}

#[test]
fn the_next_phase_has_its_own_rings() {
    let (mut timer, mut rehearsal) = pitching();
    rings(&mut timer, rehearsal.now, rehearsal.now + Ms::seconds(610));
    rehearsal.pass(610).begin("E01", Phase::Questions).start("E01", Phase::Questions);
    timer.hear(&rehearsal.timer(), rehearsal.now);
    let end = rehearsal.now + Ms::seconds(600);
    assert_eq!(rings(&mut timer, rehearsal.now, end), [60, 30, 0]);
}

#[test]
fn a_paused_clock_needs_no_frames_and_a_lost_link_one_a_second() {
    let (mut timer, mut rehearsal) = pitching();
    rehearsal.pass(5).host(&Wish::PauseClock {
        project: "E01".into(),
        phase: Phase::Presentation,
        reason: "projector".to_owned(),
    });
    let now = rehearsal.now;
    timer.hear(&rehearsal.timer(), now);
    let now = now + Ms::seconds(10); // The key hints are gone.
    assert_eq!(timer.next_change(now), None);
    timer.hear(&News::Link(lost(now)), now);
    assert_eq!(timer.next_change(now + Ms(1500)), Some(now + Ms(2000)));
}

#[test]
fn q_asks_before_it_closes_the_timer() {
    let key = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
    let mut timer = TimerScreen::new();
    assert_eq!(timer.press(key('y'), At(0)), [Effect::NoSuchKey]);
    assert_eq!(timer.press(key('Q'), At(0)), []);
    assert_eq!(timer.press(key('y'), At(0)), [Effect::Quit]);
}

#[test]
fn the_keys_of_the_timer_are_told_apart_and_explained() {
    crate::tui::keys::check_table(&KEYS);
}

#[test]
fn while_it_runs_the_digits_fill_the_screen() {
    let (mut timer, rehearsal) = pitching();
    timer.hear(&News::Link(UP), rehearsal.now);
    assert_snapshot!(shown(&timer, rehearsal.now + Ms::seconds(83)), @"
    增材制造创新创业大赛决赛                                         一号厅 ● 已连接

                               E01  示例项目 E01 激光增材

                                          展示


                   █████████████         █████████████   █████████████
                   ███▀▀▀▀▀▀▀███         ▀▀▀▀▀▀▀▀▀▀███   ▀▀▀▀▀▀▀▀▀▀███
                   ███       ███                   ███             ███
                   ███       ███   ███             ███             ███
                   ███       ███   ▀▀▀             ███             ███
                   ███▄▄▄▄▄▄▄███         ▄▄▄▄▄▄▄▄▄▄███             ███
                   █████████████         █████████████             ███
                   ███       ███                   ███             ███
                   ███       ███   ███             ███             ███
                   ███       ███   ▀▀▀             ███             ███
                   ███       ███                   ███             ███
                   █████████████         █████████████             ███
                   ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀             ▀▀▀

        ██████████████████████████████████████████████████████████████░░░░░░░░░░
    ");
}

#[test]
fn a_warning_is_a_word_and_a_lost_link_has_its_age() {
    let (mut timer, rehearsal) = pitching();
    let now = rehearsal.now + Ms::seconds(575);
    timer.hear(&News::Link(lost(now + Ms::seconds(-12))), now);
    assert_snapshot!(draw(&timer, now, Lang::Zh, &Theme::plain(), (60, 16)), @"
    增材制造创新创业大赛决赛               一号厅 ! 已断线 12 秒

                     E01  示例项目 E01 激光增材

                         展示   最后 30 秒

               ##########      ##########  ##########
               ##      ##  ##          ##  ##
               ##      ##              ##  ##
               ##      ##      ##########  ##########
               ##      ##      ##                  ##
               ##      ##  ##  ##                  ##
               ##########      ##########  ##########
       ##....................................................
    ");
}

#[test]
fn overtime_counts_up_in_english_too() {
    let (mut timer, rehearsal) = pitching();
    timer.hear(&News::Link(UP), rehearsal.now);
    let now = rehearsal.now + Ms::seconds(607);
    assert_snapshot!(draw(&timer, now, Lang::En, &Theme::dark(), (80, 24)), @"
    Additive manufacturing final                                     Hall 1 ● online

                                E01  Sample project E01

                                presentation   overtime


                           █████████████         █████████████   █████████████
                           ███▀▀▀▀▀▀▀███         ███▀▀▀▀▀▀▀███   ▀▀▀▀▀▀▀▀▀▀███
                           ███       ███         ███       ███             ███
                ███        ███       ███   ███   ███       ███             ███
                ███        ███       ███   ▀▀▀   ███       ███             ███
           ▄▄▄▄▄███▄▄▄▄▄   ███       ███         ███       ███             ███
           █████████████   ███       ███         ███       ███             ███
                ███        ███       ███         ███       ███             ███
                ███        ███       ███   ███   ███       ███             ███
                ▀▀▀        ███       ███   ▀▀▀   ███       ███             ███
                           ███       ███         ███       ███             ███
                           █████████████         █████████████             ███
                           ▀▀▀▀▀▀▀▀▀▀▀▀▀         ▀▀▀▀▀▀▀▀▀▀▀▀▀             ▀▀▀

        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    ");
}

#[test]
fn before_the_call_up_there_is_a_word_instead_of_a_clock() {
    let (mut timer, rehearsal) = (TimerScreen::new(), Rehearsal::scored(2, 0));
    timer.hear(&rehearsal.timer(), rehearsal.now);
    assert_snapshot!(draw(&timer, rehearsal.now, Lang::Zh, &Theme::dark(), (50, 12)), @"
    增材制造创新创业大赛决赛           一号厅 ○ 连接中


           增 材 制 造 创 新 创 业 大 赛 决 赛

                          一号厅


                      请 等 待 上 场


    ? 帮助  q 退出
    ");
}

#[test]
fn a_small_timer_still_has_digits() {
    let (mut timer, rehearsal) = pitching();
    timer.hear(&News::Link(UP), rehearsal.now);
    assert_snapshot!(draw(&timer, rehearsal.now, Lang::Zh, &Theme::dark(), (30, 8)), @"
    增材制造创新…  一号厅 ● 已连接
      E01  示例项目 E01 激光增材
                 展示
         █   █▀▀▀█ ▄ █▀▀▀█ █▀▀▀█
         █   █   █   █   █ █   █
         █   █   █ ▄ █   █ █   █
         ▀   ▀▀▀▀▀   ▀▀▀▀▀ ▀▀▀▀▀
    ? 帮助  q 退出
    ");
}

#[test]
fn every_size_can_be_drawn() {
    let (timer, rehearsal) = pitching();
    for offset in [0, 580, 605] {
        let now = rehearsal.now + Ms::seconds(offset);
        for width in (0..90).step_by(3).chain([200, 300]) {
            for height in (0..30).step_by(2).chain([50, 90]) {
                draw(&timer, now, Lang::Zh, &Theme::dark(), (width, height));
            }
        }
    }
}

#[test]
fn a_scoring_window_that_has_run_out_does_not_count_judges_overtime_in_public() {
    let (mut timer, mut rehearsal) = pitching();
    rehearsal.begin("E01", Phase::Questions).begin("E01", Phase::Scoring);
    timer.hear(&rehearsal.timer(), rehearsal.now);
    assert!(draw(&timer, rehearsal.now, Lang::Zh, &Theme::dark(), (80, 24)).contains("评分"));
    let over = rehearsal.now + Ms::seconds(60);
    assert_eq!(timer.next_change(over + Ms(-1)), Some(over));
    assert!(shown(&timer, over).contains("请 等 待 上 场"));
    assert_eq!(timer.next_change(over), None);
}

#[test]
fn a_hall_sees_the_keys_for_a_while_only() {
    let (mut timer, rehearsal) = pitching();
    let begun = rehearsal.now;
    let drawn = |timer: &TimerScreen, now| shown(timer, now).contains("帮助");
    assert!(drawn(&timer, begun));
    let later = begun + Ms::seconds(20);
    assert!(!drawn(&timer, later));
    timer.press(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE), later);
    assert!(drawn(&timer, later));
    assert!(timer.next_change(later) <= Some(later + Ms::seconds(10)));
    assert!(!drawn(&timer, later + Ms::seconds(10)));
}
