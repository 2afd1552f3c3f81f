//! What keys send, and what they do not.

use ratatui::crossterm::event::{
    KeyCode::Backspace, KeyCode::Char, KeyCode::Down, KeyCode::Enter, KeyCode::Esc,
};

use super::{small::small, *};
use crate::{
    contest::{RIGHTS, Role},
    tui::{
        host::{Answer, Page, question::Question, step::Hint},
        reason,
    },
};

fn no_reason(wish: &Wish) -> bool {
    matches!(wish, Wish::PauseClock { reason, .. } | Wish::AddTime { reason, .. } if reason.is_empty())
}

#[test]
fn enter_sends_the_next_step() {
    let mut evening = Evening::begins();
    assert_eq!(evening.sends(Enter), Wish::CallUp { project: "E01".into() });
    evening.answers();
    let start = |phase| Wish::StartClock { project: "E01".into(), phase };
    assert_eq!(evening.sends(Char(' ')), start(Phase::Presentation));
    evening.answers();
    evening.later(600_000);
    assert_eq!(evening.sends(Enter), begin("E01", Phase::Questions));
    evening.answers();
    assert_eq!(evening.sends(Enter), start(Phase::Questions));
}

#[test]
fn a_second_press_before_the_answer_does_nothing() {
    let mut evening = Evening::begins();
    evening.sends(Enter);
    assert_eq!(evening.press(Enter), []);
    assert_eq!(evening.letter('n'), []);
    evening.show(); // A picture that came in between is no answer.
    assert_eq!(evening.press(Enter), []);
    evening.answers();
    assert_eq!(evening.press(Enter).len(), 1);
}

#[test]
fn an_answer_to_somebody_else_frees_nothing() {
    let mut evening = Evening::begins();
    evening.sends(Enter);
    let strange = News::Granted { id: uuid::Uuid::new_v4(), seq: 1 };
    evening.console.hear(&strange, evening.now);
    assert_eq!(evening.press(Enter), []);
}

#[test]
fn a_key_that_is_let_go_presses_nothing() {
    use ratatui::crossterm::event::KeyEventKind::{Release, Repeat};
    let mut evening = Evening::begins();
    for kind in [Release, Repeat] {
        let mut key = KeyEvent::from(Enter);
        key.kind = kind;
        assert_eq!(evening.console.press(key, evening.now), []);
    }
}

#[test]
fn a_release_is_asked_about_once() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A3", "A4", "A5", "A6", "A7"]);
    evening.step();
    let release = Wish::Release { project: "E01".into() };
    assert_eq!(evening.letter('r'), []);
    assert_eq!(evening.press(Esc), []);
    assert_eq!(evening.letter('R'), []);
    assert_eq!(evening.sends(Char('y')), release);
}

#[test]
fn enter_twice_releases_nothing() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A3", "A4", "A5", "A6", "A7"]);
    evening.step();
    assert_eq!(evening.press(Enter), []);
    assert_eq!(evening.press(Enter), []);
    assert_eq!(evening.console.asked, None);
    assert!(evening.console.question.is_some());
}

#[test]
fn a_lock_with_every_sheet_in_is_not_asked_about() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A3", "A4", "A5", "A6", "A7"]);
    let lock = Wish::Lock { project: "E01".into(), without: [].into() };
    assert_eq!(evening.sends(Char('l')), lock);
}

#[test]
fn a_lock_is_asked_about_with_the_seats_that_are_missing_now() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A4", "A6", "A7"]);
    assert_eq!(evening.letter('l'), []);
    evening.sheets("E01", &["A5"]);
    let lock = Wish::Lock { project: "E01".into(), without: ["A3".into()].into() };
    assert_eq!(evening.sends(Char('y')), lock);
}

#[test]
fn a_question_about_a_step_that_is_no_longer_open_goes_away() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1"]);
    assert_eq!(evening.letter('l'), []);
    let without = evening.contest.missing(&"E01".into());
    evening.does(&Evening::host(), &Wish::Lock { project: "E01".into(), without }).unwrap();
    evening.show();
    assert_eq!(evening.console.question, None);
}

#[test]
fn a_lock_without_any_sheet_is_refused_in_words() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sends(Enter);
    evening.answers();
    let refusal = Refusal::NoSheets { project: "E01".into() };
    let (since, until) = (evening.now, evening.now + Ms::seconds(15));
    assert_eq!(evening.console.answer, Some(Answer::Refused { refusal, since, until }));
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("E01 还没有任何评分表"));
    evening.press(Down);
    assert_eq!(evening.console.answer, None);
}

#[test]
fn a_refusal_goes_with_what_it_spoke_of() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sends(Enter);
    evening.answers();
    let mut told = evening.console.clone();
    let Some(Answer::Refused { until, .. }) = told.answer else { panic!("no refusal") };
    assert!(told.next_change(until + Ms(-1)).is_some_and(|at| at <= until));
    told.tick(until + Ms(-1));
    assert!(told.answer.is_some());
    told.tick(until);
    assert_eq!(told.answer, None, "after some seconds");
    // A picture that says the same of the room leaves it; a sheet that comes in does not.
    evening.attendance.at(&"A/judge/A5".parse().unwrap()).screens = 1;
    evening.show();
    assert!(evening.console.answer.is_some());
    // But it is there for three seconds, so that it can be read.
    evening.later(1_000);
    evening.sheets("E01", &["A1"]);
    evening.console.tick(evening.now + Ms(1_499));
    assert!(evening.console.answer.is_some());
    evening.console.tick(evening.now + Ms(2_000));
    assert_eq!(evening.console.answer, None);
}

#[test]
fn a_key_pressed_by_mistake_is_no_reason() {
    let mut evening = Evening::begins();
    evening.steps(2);
    evening.letter('p');
    for key in [Char('u'), Char('+'), Enter] {
        assert_eq!(evening.press(key), [Effect::Bell], "{key:?}");
        assert!(evening.boxed(Lang::Zh).contains("须写明原因"));
    }
    evening.types("0u2");
    let Wish::PauseClock { reason, .. } = evening.sends(Enter) else { panic!("no pause") };
    assert_eq!(reason, "u2");
    evening.answers();
    // What an input method writes needs no key before it, and what is deleted gives the digits back.
    evening.letter('+');
    evening.types("停电");
    evening.press(Backspace);
    evening.press(Backspace);
    evening.types("1");
    let Wish::AddTime { reason, .. } = evening.sends(Enter) else { panic!("no time") };
    assert_eq!(reason, "补回故障占用的时间");
}

#[test]
fn a_wrong_key_is_told_how_a_question_is_answered() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A3", "A4", "A6", "A7"]);
    evening.press(Enter);
    assert!(!evening.boxed(Lang::Zh).contains("按 y 确认"));
    assert_eq!(evening.press(Enter), [], "the same press, held down");
    evening.later(600);
    assert_eq!(evening.press(Enter), [Effect::Bell]);
    assert!(evening.boxed(Lang::Zh).contains("按 y 确认，按 Esc 返回"));
    assert!(evening.boxed(Lang::En).contains("y confirms, Esc goes back"));
    assert!(matches!(evening.sends(Char('y')), Wish::Lock { .. }));
}

#[test]
fn the_scoring_of_one_project_stays_open_while_the_next_presents() {
    let mut evening = Evening::begins();
    evening.steps(5);
    assert_eq!(evening.sends(Char('n')), Wish::CallUp { project: "E02".into() });
    evening.answers();
    evening.sheets("E01", &["A1", "A2", "A3", "A4", "A5", "A6", "A7"]);
    let lock = Wish::Lock { project: "E01".into(), without: [].into() };
    assert_eq!(evening.sends(Char('l')), lock);
}

#[test]
fn a_pause_carries_a_prepared_reason_in_the_language_of_the_session() {
    let mut evening = Evening::begins();
    evening.steps(2);
    assert_eq!(evening.letter('p'), []);
    assert_eq!(evening.letter('1'), []);
    let reason = "设备故障".to_owned();
    let (project, phase) = ("E01".into(), Phase::Presentation);
    assert_eq!(evening.sends(Enter), Wish::PauseClock { project, phase, reason });
    evening.answers();
    let (project, phase) = ("E01".into(), Phase::Presentation);
    assert_eq!(evening.sends(Char('p')), Wish::ResumeClock { project, phase });
}

#[test]
fn a_reason_can_be_typed_and_is_never_empty() {
    let mut evening = Evening::begins();
    evening.steps(2);
    evening.types("+\n \n0 \n麦1");
    evening.console.paste("号");
    let (project, phase) = ("E01".into(), Phase::Presentation);
    let ms = Ms::seconds(30);
    let reason = "麦1号".to_owned();
    assert_eq!(evening.sends(Enter), Wish::AddTime { project, phase, ms, reason });
}

#[test]
fn brackets_and_minus_give_and_take() {
    for (key, seconds) in [('[', -10), (']', 10), ('-', -30), ('=', 30)] {
        let mut evening = Evening::begins();
        evening.steps(2);
        assert_eq!(evening.letter(key), []);
        assert_eq!(evening.letter('4'), []);
        let wish = evening.sends(Enter);
        assert!(!no_reason(&wish), "{wish:?}");
        assert!(matches!(wish, Wish::AddTime { ms, .. } if ms == Ms::seconds(seconds)), "{wish:?}");
    }
}

#[test]
fn an_absent_project_is_called_up_when_it_turns_up() {
    let mut evening = Evening::begins();
    evening.step();
    assert_eq!(evening.letter('a'), []);
    assert_eq!(evening.letter('1'), []);
    assert_eq!(evening.press(Enter), []);
    let reason = "请上场时未到".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::MarkAbsent { project: "E01".into(), reason });
    evening.answers();
    assert_eq!(evening.letter('c'), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::ChooseFirst)));
    evening.press(KeyCode::Up);
    assert_eq!(evening.sends(Char('c')), Wish::CallUp { project: "E01".into() });
}

#[test]
fn a_withdrawal_is_for_the_chosen_project() {
    let mut evening = Evening::begins();
    evening.step();
    evening.press(Down);
    evening.press(Down);
    assert_eq!(evening.letter('w'), []);
    assert_eq!(evening.letter('2'), []);
    assert_eq!(evening.press(Enter), []);
    let reason = "资格不符".to_owned();
    assert_eq!(evening.sends(Char('y')), Wish::Withdraw { project: "E03".into(), reason });
    evening.answers();
    evening.press(Esc);
    assert_eq!(evening.console.chosen, None);
}

#[test]
fn keys_for_a_chosen_project_never_hit_another() {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A3", "A4", "A5", "A6", "A7"]);
    evening.press(Down);
    assert_eq!(evening.letter('l'), []);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::NoLock)));
}

#[test]
fn the_choice_stays_inside_the_run_order() {
    let mut evening = Evening::begins();
    for key in [KeyCode::Up, KeyCode::PageUp, KeyCode::PageDown, KeyCode::PageDown] {
        evening.press(key);
    }
    (0..40).for_each(|_| drop(evening.press(Down)));
    assert_eq!(evening.console.chosen, Some("E30".into()));
}

#[test]
fn closing_is_asked_about_once() {
    let mut evening = Evening::begins();
    assert_eq!(evening.letter('q'), []);
    assert_eq!(evening.letter('n'), []);
    assert_eq!(evening.letter('q'), []);
    assert_eq!(evening.letter('y'), [Effect::Quit]);
    let ctrl_c = KeyEvent::new(Char('c'), ratatui::crossterm::event::KeyModifiers::CONTROL);
    assert_eq!(evening.console.press(ctrl_c, evening.now), []);
    assert_eq!(evening.console.press(ctrl_c, evening.now), [Effect::Quit]);
}

#[test]
fn before_the_first_picture_keys_do_nothing() {
    let mut console = HostScreen::new();
    for key in [Enter, Char('l'), Char('p'), Char('+'), Char('w'), Down] {
        assert_eq!(console.press(KeyEvent::from(key), At(0)), []);
    }
    assert_eq!(console.question, None);
}

#[test]
fn a_picture_that_cannot_be_read_is_said_and_the_last_one_stays() {
    let mut evening = Evening::begins();
    evening.console.hear(&News::Picture(crate::protocol::views::Sections::default()), evening.now);
    assert_eq!(evening.console.answer, Some(Answer::Nothing(Hint::Unreadable)));
    assert!(evening.console.view.is_some());
}

#[test]
fn tab_turns_the_page_and_a_choice_turns_it_back() {
    let mut evening = Evening::begins();
    evening.press(KeyCode::Tab);
    assert_eq!(evening.console.page, Page::Ranking);
    evening.press(Down);
    assert_eq!(evening.console.page, Page::Order);
}

#[test]
fn every_time_on_it_is_kept() {
    let mut evening = Evening::begins();
    let next = |evening: &Evening| evening.console.next_change(evening.now).unwrap() - evening.now;
    assert_eq!(next(&evening), Ms(40_000), "the projected end, in minutes");
    evening.step();
    assert_eq!(next(&evening), Ms(1_000), "how long the project is waited for");
    evening.step();
    evening.later(250);
    assert_eq!(next(&evening), Ms(750), "the clock");
    let trouble = crate::client::Trouble::Silent { hub: "hub".to_owned() };
    let since = evening.now + Ms(-3_900);
    evening.console.hear(&News::Link(LinkState::Lost { since, trouble }), evening.now);
    assert_eq!(next(&evening), Ms(100), "for how long the link is lost");
}

#[test]
fn everything_a_host_may_ask_for_has_its_words() {
    let special = ["start-clock", "pause-clock", "resume-clock", "add-time", "mark-absent"];
    let of_hosts = RIGHTS
        .iter()
        .filter(|(word, roles)| roles.contains(&Role::Host) && !special.contains(word));
    for (word, _) in of_hosts {
        for words in [Lang::Zh, Lang::En].map(Words::new) {
            let key = format!("host-do-{word}");
            assert_ne!(words.say(&key), key);
        }
    }
}

#[test]
fn every_prepared_reason_has_its_words() {
    for words in [Lang::Zh, Lang::En].map(Words::new) {
        for family in [
            "pause",
            "give",
            "take",
            "absent",
            "withdraw",
            "seat-expected",
            "seat-absent",
            "seat-late",
            "deduct",
            "remove-deduction",
            "deduct-early",
            "remove-early",
            "postpone",
            "reorder",
            "backfill",
            "renew-pass",
            "rule",
            "return",
            "void",
            "correct",
            "restore",
            "disqualify",
            "decline",
            "set-clock",
        ] {
            for reason in reason::prepared(&words, family) {
                assert!(!reason.starts_with("host-"), "{reason}");
                assert!(reason.chars().count() <= reason::LONGEST, "{reason}");
            }
        }
    }
}

#[test]
fn a_prepared_reason_is_seen_before_it_is_taken() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    evening.types("p1");
    assert!(evening.drawn(Lang::Zh, 80, 24).contains("│ 设备故障"));
    evening.types("2"); // Another line instead.
    let Some(Question::Why(why)) = &evening.console.question else { panic!("why?") };
    assert_eq!(why.typed.text(), "投屏故障");
    evening.types("0x3"); // From here on digits are part of the text.
    let wish = evening.sends(Enter);
    assert_eq!(reason::of(&wish), Some("投屏故障x3"));
}

#[test]
fn leaving_a_presentation_early_is_asked_about_once() {
    let mut evening = small();
    evening.run_to("E01", Stage::Presentation);
    evening.later(395_000);
    evening.types("\n");
    assert!(evening.drawn(Lang::En, 80, 24).contains("3:25 of the presentation is left"));
    assert_eq!(evening.sends(Char('y')), begin("E01", Phase::Questions));
    evening.answers();
    evening.run_to("E01", Stage::Questions);
    evening.later(1_000);
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Questions };
    assert_eq!(evening.sends(Enter), start, "answers may be short");
}

#[test]
fn a_held_key_is_one_step() {
    let mut evening = small();
    evening.sends(Enter);
    evening.answers();
    evening.press(Enter);
    evening.console.asked = None;
    for _ in 0..50 {
        evening.later(33);
        assert_eq!(evening.press(Enter), []);
        assert_eq!(evening.letter(' '), []);
    }
    assert!(!evening.drawn(Lang::En, 80, 24).contains(" Enter "), "the key is not offered yet");
    assert!(evening.console.next_change(evening.now).is_some(), "and will be by itself");
    evening.later(500);
    assert!(evening.drawn(Lang::En, 80, 24).contains(" Enter "));
    assert_eq!(evening.press(Enter).len(), 1);
}

#[test]
fn a_finger_is_no_faster_where_time_runs_faster() {
    let mut evening = small();
    evening.console.set_speed(60);
    evening.sends(Enter);
    evening.answers();
    evening.later(60 * 499 - 500);
    assert_eq!(evening.press(Enter), [], "half a second has not passed");
    evening.later(60 * 500);
    assert_eq!(evening.press(Enter).len(), 1);
}

#[test]
fn a_key_while_a_step_is_on_its_way_is_seen_to_do_nothing() {
    let mut evening = small();
    evening.sends(Enter);
    evening.types("n");
    assert!(evening.drawn(Lang::En, 80, 24).contains("that key did nothing, still sending"));
}

#[test]
fn a_held_key_blanks_once() {
    let mut evening = small();
    evening.sends(Char('b'));
    evening.later(30);
    let id = evening.console.asked.clone().unwrap().id;
    evening.does(&Evening::host(), &Wish::Blank { room: "A".into(), on: true }).unwrap();
    evening.show();
    evening.console.hear(&News::Granted { id, seq: 1 }, evening.now);
    for _ in 0..20 {
        assert_eq!(evening.letter('b'), [], "the terminal repeats the key");
        evening.later(30);
    }
    evening.later(500);
    assert_eq!(evening.sends(Char('b')), Wish::Blank { room: "A".into(), on: false });
}
