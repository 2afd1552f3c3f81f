//! The supervisor's screen driven by keys and by pictures of a real contest.

mod guarded;
mod keys;
mod pictures;

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::SupervisorScreen;
use crate::{
    client::{LinkState, News},
    contest::{
        Act, DeductionRule, DropBy, Fact, Marks, Method, Ms, Phase, Session, Stage, Wish,
        sample::{self, seat},
    },
    definition::founding,
    protocol::{
        Attendance, Heads,
        views::{Sections, picture},
    },
    tui::{Effect, Scene, Screen, keys::check_table, screen::screen, theme::Theme},
    words::{Lang, Words},
};

/// A contest, and the screen that would be linked to its hub.
struct Evening {
    hub: sample::Evening,
    screen: SupervisorScreen,
    heads: Heads,
}

/// The founding session, its overtime deducted and its extremes left out.
fn session() -> Session {
    let mut session = founding();
    session.deductions = vec![DeductionRule {
        id: "overtime".into(),
        name: crate::contest::Text { zh: "超时".into(), en: "overtime".into() },
        points: "0.5".parse().unwrap(),
        per: Some(Ms::seconds(30)),
        grace: Ms::ZERO,
        most: Some(4),
    }];
    for group in &mut session.groups {
        if let Some(rubric) = &mut group.rubric {
            rubric.scoring.method = Method::TrimmedMean;
            rubric.scoring.drop_by = DropBy::Total;
        }
    }
    session
}

impl Evening {
    fn begins() -> Self {
        Self::of(session())
    }

    fn of(session: Session) -> Self {
        let hub = sample::Evening::of(Arc::new(session));
        let mut evening = Self { hub, screen: SupervisorScreen::new(), heads: Heads::default() };
        let up = News::Link(LinkState::Up { round_trip: None });
        evening.screen.hear(&up, evening.hub.now);
        evening.show();
        evening
    }

    /// E01 released, E02 waits for its last two sheets, S01 pitches in the other room.
    fn in_the_middle() -> Self {
        let mut evening = Self::begins();
        evening.released("E01", ["9", "8.5", "8", "9.5", "7", "8", "8.5"]);
        evening.hub.run_to("E02", Stage::Scoring);
        for (judge, mark) in
            ["A1", "A2", "A4", "A6", "A7"].into_iter().zip(["8", "7", "9", "8", "8"])
        {
            evening.score(judge, "E02", mark);
        }
        evening.hub.run_to("S01", Stage::Presentation);
        let phase = Phase::Presentation;
        evening.ask("B/host", &Wish::StartClock { project: "S01".into(), phase });
        evening.show();
        evening
    }

    /// Brings a project to its release, with these marks for every criterion from A1 to A7.
    fn released(&mut self, project: &str, marks: [&str; 7]) {
        self.hub.run_to(project, Stage::Scoring);
        for (at, mark) in (1..).zip(marks) {
            self.score(&format!("A{at}"), project, mark);
        }
        self.hub.run_to(project, Stage::Released);
        self.show();
    }

    /// A first sheet with this mark, cut to the maximum, for every criterion.
    fn score(&mut self, judge: &str, project: &str, mark: &str) {
        let group = self.hub.contest.session().group_of(&project.into()).unwrap().clone();
        let mark: rust_decimal::Decimal = mark.parse().unwrap();
        let marks: Marks =
            group.rubric.unwrap().marked().map(|(it, _)| (it.id.clone(), mark)).collect();
        let wish = Wish::Submit { project: project.into(), revision: 1, marks };
        self.ask(&format!("{}/judge/{judge}", &judge[..1]), &wish);
    }

    /// Somebody asks for something, and gets it.
    fn ask(&mut self, by: &str, wish: &Wish) {
        self.hub.ask(by, wish).unwrap();
        self.show();
    }

    fn host_proposes(&mut self, act: Act) {
        self.ask("A/host", &Wish::Propose { act, reason: "查实利害关系".to_owned() });
    }

    fn picture(&self) -> Sections {
        picture(&self.hub.contest, &Attendance::default(), &self.heads, &seat("supervisor"))
    }

    /// Lets the screen see how things are.
    fn show(&mut self) {
        let picture = self.picture();
        self.screen.hear(&News::Picture(picture), self.hub.now);
    }

    fn press(&mut self, code: KeyCode) -> Vec<Effect> {
        self.screen.press(KeyEvent::from(code), self.hub.now)
    }

    /// Presses keys that send nothing.
    fn types(&mut self, codes: &[KeyCode]) {
        for code in codes {
            assert_eq!(self.press(*code), [], "{code:?}");
        }
    }

    /// The wish that a key sends; the test fails when it sends none.
    fn sends(&mut self, code: KeyCode) -> Wish {
        match &self.press(code)[..] {
            [Effect::Ask { wish, .. }] => wish.clone(),
            other => panic!("{code:?} sends {other:?}"),
        }
    }

    /// The hub answers what the screen waits for, and shows what has become of it.
    fn answers(&mut self) {
        let (id, deed) = self.screen.asked.clone().unwrap();
        let news = match self.hub.ask("supervisor", &deed.wish) {
            Ok(_) => News::Granted { id, seq: 17 },
            Err(refusal) => News::Refused { id, refusal },
        };
        self.show();
        self.screen.hear(&news, self.hub.now);
    }

    fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.hub.facts.iter().map(|(_, fact)| fact)
    }

    fn drawn(&self, lang: Lang, columns: u16, rows: u16) -> String {
        self.drawn_as(lang, &Theme::dark(), columns, rows)
    }

    fn drawn_as(&self, lang: Lang, theme: &Theme, columns: u16, rows: u16) -> String {
        let words = Words::new(lang);
        let link = &self.screen.link;
        let scene = Scene { words: &words, theme, now: self.hub.now, link };
        screen(columns, rows, |area, buf| self.screen.draw(&scene, area, buf))
    }
}

fn void(seat: &str) -> Act {
    Act::Void { project: "E01".into(), seat: seat.into() }
}

#[test]
fn the_tables_hold() {
    check_table(&super::keys::KEYS);
    check_table(&super::question::SURE_KEYS);
    check_table(&super::question::TYPING_KEYS);
    check_table(&super::question::LIST_KEYS);
}
