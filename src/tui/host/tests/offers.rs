//! What the hints and the menu offer is what can be done, and nothing else: the table asks the model.

use ratatui::crossterm::event::KeyCode::Enter;

use super::{small::small, *};
use crate::tui::{
    host::{
        Answer,
        control::{Control, KEYS},
        question::Question,
        step::Hint,
    },
    keys::Binding,
};

/// What comes of a key, once everything that it asks is answered.
#[derive(Debug, PartialEq)]
enum Outcome {
    /// Something else is seen.
    Seen,
    /// A wish goes out.
    Sent(Wish),
    Nothing,
}

impl Evening {
    fn outcome(&self, binding: &Binding<Control>) -> Outcome {
        let mut console = self.console.clone();
        let looks = |it: &HostScreen| (it.chosen.clone(), it.page, it.braced.clone());
        let before = looks(&console);
        let mut effects = console.press(binding.keys[0].event(), self.now);
        loop {
            match (&effects[..], &console.question) {
                ([Effect::Help], _) => return Outcome::Seen,
                ([Effect::Ask { wish, .. }], _) => return Outcome::Sent(wish.clone()),
                (_, Some(Question::Why(_) | Question::Type(_))) => {
                    console.press(KeyCode::Char('1').into(), self.now);
                    effects = console.press(Enter.into(), self.now);
                }
                (_, Some(Question::Sure(_))) => {
                    effects = console.press(KeyCode::Char('y').into(), self.now);
                }
                (_, Some(_)) => return Outcome::Seen,
                _ if console.answer == Some(Answer::Nothing(Hint::HoldForMarks)) => {
                    return Outcome::Seen;
                }
                _ if looks(&console) != before => return Outcome::Seen,
                _ => return Outcome::Nothing,
            }
        }
    }

    /// Every key that is offered does something now, and every other one nothing.
    fn offers_what_can_be_done(&self) {
        let offers = self.console.offers(&Words::new(Lang::En), self.now);
        for binding in KEYS.0 {
            let outcome = self.outcome(binding);
            let does = match &outcome {
                Outcome::Seen => true,
                Outcome::Nothing => false,
                Outcome::Sent(wish) => decide(&self.contest, &Self::host(), wish, self.now)
                    .is_ok_and(|facts| !facts.is_empty()),
            };
            let is_offered = offers.iter().any(|it| it.press == binding.keys[0].event());
            let (chosen, stage) =
                (&self.console.chosen, &self.console.view.as_ref().unwrap().stage);
            let stage = stage.as_ref().map(|it| (&it.project.id, it.stage));
            assert_eq!(
                is_offered, does,
                "{:?}: {outcome:?}, {chosen:?} chosen, {stage:?} on stage",
                binding.action
            );
        }
    }

    /// The same for every project that can be chosen, at once and when nothing can be undone.
    fn always_offers_what_can_be_done(&mut self) {
        for late in [1_000, 10_001] {
            self.later(late);
            self.console.chosen = None;
            self.offers_what_can_be_done();
            for project in ["E01", "E02", "E03"] {
                self.console.chosen = Some(project.into());
                self.offers_what_can_be_done();
            }
        }
        self.console.chosen = None;
    }
}

#[test]
fn what_is_offered_can_be_done_all_evening() {
    let mut evening = small();
    loop {
        evening.always_offers_what_can_be_done();
        let view = evening.console.view.clone().unwrap();
        let Some(step) = view.agenda.next.clone() else { break };
        if let Wish::Lock { project, .. } = &step {
            evening.scores(project.as_str(), "8");
            evening.always_offers_what_can_be_done();
        }
        evening.step();
    }
    evening.offers_what_can_be_done();
}

#[test]
fn a_clock_that_stands_offers_to_go_on() {
    let mut evening = small();
    evening.steps(2);
    let (project, phase, reason) = ("E01".into(), Phase::Presentation, "x".to_owned());
    evening.does(&Evening::host(), &Wish::PauseClock { project, phase, reason }).unwrap();
    evening.show();
    evening.always_offers_what_can_be_done();
}

#[test]
fn what_has_left_the_contest_offers_no_turn() {
    for wish in [
        Wish::MarkAbsent { project: "E01".into(), reason: "x".into() },
        Wish::Withdraw { project: "E02".into(), reason: "x".into() },
    ] {
        let mut evening = small();
        evening.does(&Evening::host(), &wish).unwrap();
        evening.show();
        evening.always_offers_what_can_be_done();
    }
}

#[test]
fn nothing_to_send_is_offered_while_a_wish_waits_for_the_hub() {
    let mut evening = small();
    evening.sends(Enter);
    let trouble = crate::client::Trouble::Silent { hub: "hub".to_owned() };
    let since = evening.now;
    evening.console.hear(&News::Link(LinkState::Lost { since, trouble }), evening.now);
    evening.later(600);
    let words = Words::new(Lang::En);
    let offers = evening.console.offers(&words, evening.now);
    let keys: Vec<_> = offers.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(keys, ["?", "Tab", "q", "Up", "Down", "Page Up", "Page Down"]);
}
