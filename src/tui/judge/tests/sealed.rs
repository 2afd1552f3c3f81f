//! Sealed sheets at the judge's terminal: sealed, opened by itself, lost.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Enter, Esc};

use super::{
    evening::{Drawers, Evening},
    pictures::{UP, look},
};
use crate::{
    contest::{Phase, Refusal, Seal, SeatMark, SeatState, Wish},
    tui::{
        Effect,
        judge::{
            Secret,
            sheet::{Sheet, State},
        },
        screen::every_small_size,
    },
    words::Lang,
};

const MARKS: [&str; 5] = ["9", "8.5", "8", "9.1", "7"];

fn sealed() -> Evening {
    let mut evening = Evening::sealing();
    evening.submit(MARKS);
    evening
}

fn secrets(evening: &Evening) -> Vec<Secret> {
    let kept = evening.drawer.kept();
    kept.drafts.get(&"E07".into()).map(|it| it.sealed.clone()).unwrap_or_default()
}

fn is_scored(evening: &Evening) -> bool {
    matches!(evening.seat_state("E07"), SeatState::Scored(_))
}

/// The lines that tell where the sheet is, in both languages and four widths.
fn said(evening: &Evening) -> String {
    let widths = [(Lang::Zh, 120), (Lang::En, 120), (Lang::Zh, 60), (Lang::En, 60)];
    let line = |(lang, columns)| {
        let picture = look(evening, lang, &UP, columns, 24);
        let signs = ['●', '▶', '▲', '○'];
        let from = picture.lines().position(|it| it.trim_start().starts_with(signs)).unwrap();
        let lines: Vec<_> = picture.lines().skip(from).take(2).map(str::trim_end).collect();
        lines.join("\n")
    };
    widths.map(line).join("\n")
}

#[test]
fn the_hub_gets_a_seal_and_no_mark_and_the_nonce_is_kept_before() {
    let mut evening = Evening::sealing();
    evening.fill(MARKS);
    let effects = evening.press(Enter);
    let [Effect::Ask { wish: Wish::SealSheet { project, revision, seal }, .. }] = &effects[..]
    else {
        panic!("{effects:?}")
    };
    let secrets = secrets(&evening); // It is there although nothing was sent yet.
    let [secret] = &secrets[..] else { panic!("{secrets:?}") };
    assert!(32 <= secret.nonce.len());
    assert_eq!(*seal, Seal::of((project, &"A1".into(), *revision), &secret.marks, &secret.nonce));
    evening.deliver(effects);
    assert!(matches!(evening.state(), State::Sealed { revision: 1, receipt: Some(_) }));
    let sheet = evening.screen.sheet().unwrap();
    assert!(!sheet.is_unsent() && evening.text() == "9");
}

#[test]
fn no_two_nonces_are_the_same() {
    let nonces = [sealed(), sealed()].map(|it| secrets(&it)[0].nonce.clone());
    assert_ne!(nonces[0], nonces[1]);
}

#[test]
fn a_sheet_is_opened_once_however_many_pictures_say_so() {
    let mut evening = sealed();
    assert_eq!(evening.asked_by_itself(), []);
    evening.other_judge_seals("E07");
    assert!(matches!(evening.state(), State::Opening { revision: 1 }));
    evening.tell_the_panel("请稍候", false);
    let asked = evening.asked_by_itself();
    assert!(matches!(&asked[..], [Effect::Ask { wish: Wish::OpenSheet { .. }, .. }]), "{asked:?}");
    evening.deliver(asked);
    assert!(is_scored(&evening));
    assert_eq!(evening.state(), State::Opened { revision: 1 });
    assert_eq!((evening.asked_by_itself(), secrets(&evening)), (vec![], vec![]));
}

#[test]
fn who_seals_last_opens_too() {
    let mut evening = Evening::sealing();
    evening.other_judge_seals("E07");
    evening.submit(MARKS);
    let asked = evening.asked_by_itself();
    assert_eq!(asked.len(), 1);
    evening.deliver(asked);
    assert!(is_scored(&evening));
}

#[test]
fn what_is_opened_cannot_be_changed() {
    let mut evening = sealed();
    evening.other_judge_seals("E07");
    let asked = evening.asked_by_itself();
    evening.deliver(asked);
    evening.write("7");
    assert_eq!(evening.text(), "9");
    assert!(!evening.screen.sheet().unwrap().can_be_sent());
}

#[test]
fn a_sealed_sheet_is_opened_by_the_terminal_that_comes_back() {
    let mut evening = sealed();
    evening.restart_the_terminal();
    assert_eq!(evening.state(), State::Sealed { revision: 1, receipt: None });
    assert_eq!(evening.text(), "9");
    evening.other_judge_seals("E07");
    evening.asked_by_itself(); // The wish is lost with the terminal.
    evening.restart_the_terminal();
    let asked = evening.asked_by_itself();
    assert_eq!(asked.len(), 1);
    evening.deliver(asked);
    assert!(is_scored(&evening));
    evening.restart_the_terminal();
    assert_eq!(
        (evening.asked_by_itself(), evening.state()),
        (vec![], State::Opened { revision: 1 })
    );
}

#[test]
fn a_sealed_sheet_may_be_changed_until_it_is_opened() {
    let mut evening = sealed();
    evening.submit(["5", "", "", "", ""]);
    assert_eq!(evening.submitted(), [("E07".to_owned(), 1), ("E07".to_owned(), 2)]);
    assert!(matches!(evening.state(), State::Sealed { revision: 2, .. }));
    let revisions: Vec<_> = secrets(&evening).iter().map(|it| it.revision).collect();
    assert_eq!(revisions, [2], "what was replaced opens nothing");
    evening.other_judge_seals("E07");
    let asked = evening.asked_by_itself();
    evening.deliver(asked);
    assert!(is_scored(&evening));
}

/// Killed after the nonce was kept and before the seal was on its way, or just after it.
#[test]
fn a_terminal_that_dies_while_it_seals_loses_nothing() {
    for arrives in [false, true] {
        let mut evening = Evening::sealing();
        evening.fill(MARKS);
        let effects = evening.press(Enter);
        if arrives {
            evening.deliver(effects);
        }
        evening.restart_the_terminal();
        assert_eq!(evening.text(), "9");
        if !arrives {
            assert_eq!(evening.state(), State::Unsent);
            evening.submit([""; 5]);
            assert_eq!(evening.submitted(), [("E07".to_owned(), 2)], "1 may still arrive");
        }
        evening.other_judge_seals("E07");
        let asked = evening.asked_by_itself();
        evening.deliver(asked);
        assert!(is_scored(&evening), "{arrives}");
    }
}

#[test]
fn a_judge_whose_nonce_is_lost_hands_in_anew() {
    let mut evening = sealed();
    evening.drawer = Drawers::default(); // Another machine.
    evening.restart_the_terminal();
    assert_eq!((evening.state(), evening.text()), (State::Lost { revision: 1 }, String::new()));
    assert!(evening.screen.sheet().is_some_and(Sheet::is_unsent));
    evening.other_judge_seals("E07");
    assert_eq!(evening.asked_by_itself(), [], "there is nothing to open it with");
    evening.submit(["7"; 5]);
    assert_eq!(evening.submitted().last(), Some(&("E07".to_owned(), 2)));
    let asked = evening.asked_by_itself();
    evening.deliver(asked);
    assert!(is_scored(&evening));
}

#[test]
fn a_nonce_that_does_not_fit_is_as_good_as_lost() {
    let mut evening = sealed();
    evening.other_judge_seals("E07");
    let asked = evening.asked_by_itself();
    let [Effect::Ask { id, .. }] = asked[..] else { panic!("{asked:?}") };
    evening.hear_refused(id, Refusal::SealBroken { project: "E07".into() });
    assert_eq!(evening.state(), State::Lost { revision: 1 });
    assert_eq!(evening.asked_by_itself(), []);
}

#[test]
fn marks_whose_seal_the_hub_has_let_go_are_typed_ones_again() {
    let mut evening = sealed();
    evening.mark_seat("E07", SeatMark::Late);
    assert_eq!((evening.state(), evening.text()), (State::NotWaited, "9".to_owned()));
    evening.submit([""; 5]);
    assert!(matches!(evening.state(), State::Sealed { revision: 2, .. }));
}

#[test]
fn a_sealed_sheet_that_was_not_opened_before_the_lock_is_said_to_be_none() {
    let mut evening = sealed();
    evening.other_judge_opens("E07");
    evening.asked_by_itself(); // The link is down.
    evening.lock("E07");
    assert!(matches!(evening.state(), State::Closed { has_sheet: false, .. }));
    assert_eq!(secrets(&evening), []);
}

#[test]
fn where_a_sealed_sheet_is_stands_in_words() {
    let mut evening = sealed();
    assert_snapshot!(said(&evening), @"
     ● 已密封 第 1 版 回执 #106 14:13:20，评委交齐后自动拆封
    ▶ 技术和产品           0-10 权重 2 [   9.0] 很好                          我的评分表  已交 1/3
     ● Sealed, revision 1, receipt #106, 14:13:20; opens by itself when the whole panel is in
    ▶ Technology and product    0-10 weight 2 [   9.0] very good              My sheets  1/3 in
     ● 已密封 第 1 版 回执 #106 14:13:20，评委交齐后自动拆封
    ▶ 技术和产品                                 0-10 [   9.0]
     ● Sealed, revision 1, receipt #106, 14:13:20; opens by
       itself when the whole panel is in
    ");
    evening.other_judge_seals("E07");
    assert_snapshot!(said(&evening), @"
     ▶ 评委已交齐：正在拆封第 1 版
    ▶ 技术和产品           0-10 权重 2 [   9.0] 很好                          我的评分表  已交 1/3
     ▶ The panel is in: opening revision 1
    ▶ Technology and product    0-10 weight 2 [   9.0] very good              My sheets  1/3 in
     ▶ 评委已交齐：正在拆封第 1 版
    ▶ 技术和产品                                 0-10 [   9.0]
     ▶ The panel is in: opening revision 1
    ▶ Technology and product                     0-10 [   9.0]
    ");
    let asked = evening.asked_by_itself();
    evening.deliver(asked);
    assert_snapshot!(said(&evening), @"
     ● 已拆封并收到 第 1 版，不再改动
    ▶ 技术和产品           0-10 权重 2 [   9.0] 很好                          我的评分表  已交 1/3
     ● Opened and received, revision 1; the marks stand
    ▶ Technology and product    0-10 weight 2 [   9.0] very good              My sheets  1/3 in
     ● 已拆封并收到 第 1 版，不再改动
    ▶ 技术和产品                                 0-10 [   9.0]
     ● Opened and received, revision 1; the marks stand
    ▶ Technology and product                     0-10 [   9.0]
    ");
    let mut evening = sealed();
    evening.drawer = Drawers::default();
    evening.restart_the_terminal();
    assert_snapshot!(said(&evening), @"
     ▲ 本终端无法拆封已密封的第 1 版：请重新填写并提交
    ▶ 技术和产品           0-10 权重 2 [      ] 85 即 8.5                     我的评分表  已交 0/3
     ▲ This terminal cannot open sealed revision 1: please fill in and submit again
    ▶ Technology and product    0-10 weight 2 [      ] 85 is 8.5              My sheets  0/3 in
     ▲ 本终端无法拆封已密封的第 1 版：请重新填写并提交
    ▶ 技术和产品                                 0-10 [      ]
     ▲ This terminal cannot open sealed revision 1: please fill
       in and submit again
    ");
    for lang in [Lang::Zh, Lang::En] {
        every_small_size(|area, _| _ = look(&evening, lang, &UP, area.width, area.height));
    }
}

#[test]
fn a_terminal_that_has_still_to_open_a_sheet_is_not_closed_unasked() {
    let mut evening = sealed();
    assert_eq!(evening.press_char('q'), []);
    assert!(look(&evening, Lang::En, &UP, 80, 24).contains("E07 is sealed: the panel waits"));
    evening.press(Esc);
    evening.other_judge_seals("E07");
    let asked = evening.asked_by_itself();
    evening.deliver(asked);
    assert_eq!(evening.press_char('q'), [Effect::Quit]);
}

#[test]
fn a_plain_session_sends_sheets_as_ever() {
    let mut evening = Evening::on_stage("E07");
    evening.begin("E07", Phase::Questions);
    evening.fill(MARKS);
    let effects = evening.press(Enter);
    assert!(matches!(&effects[..], [Effect::Ask { wish: Wish::Submit { .. }, .. }]));
    assert_eq!(secrets(&evening), []);
}
