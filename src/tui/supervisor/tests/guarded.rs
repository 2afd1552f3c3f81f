//! Sealed sheets, the second signature under a release, tie rules and the journal's growth.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{BackTab, Char, Tab};

use super::*;
use crate::{
    contest::{CriterionId, Safeguards, Seal},
    protocol::HeadLine,
    tui::screen::every_small_size,
};

fn guarded() -> Evening {
    let mut session = session();
    session.safeguards =
        Safeguards { co_signed_release: true, sealed_sheets: true, ..Safeguards::default() };
    Evening::of(session)
}

/// E01 and E02 have equal scores, told apart by technology; E02 is locked and signed by the host.
fn signed() -> Evening {
    let mut session = session();
    session.safeguards = Safeguards { co_signed_release: true, ..Safeguards::default() };
    for rubric in session.groups.iter_mut().filter_map(|it| it.rubric.as_mut()) {
        rubric.scoring.ties = vec!["criterion:technology".parse().unwrap()];
    }
    let mut evening = Evening::of(session);
    evening.sheets("E01", ["8", "8"]);
    evening.ask("A/host", &Wish::Release { project: "E01".into() });
    evening.ask("supervisor", &Wish::Agree { proposal: 1 });
    evening.sheets("E02", ["9", "7"]);
    evening.ask("A/host", &Wish::Release { project: "E02".into() });
    evening.grow();
    evening
}

impl Evening {
    /// Brings a project to its lock with equal sheets: so much for technology and for the model, 8 for
    /// the others; A1 gives half a point more for the team, A7 as much less.
    fn sheets(&mut self, project: &str, [technology, model]: [&str; 2]) {
        self.hub.run_to(project, Stage::Scoring);
        let group = self.hub.contest.session().group_of(&project.into()).unwrap().clone();
        let rubric = group.rubric.unwrap();
        for (judge, team) in (1..=7).zip(["8.5", "8", "8", "8", "8", "8", "7.5"]) {
            let mark = |id: &CriterionId| match id.as_str() {
                "technology" => technology,
                "model" => model,
                "team" => team,
                _ => "8",
            };
            let marks: Marks = rubric
                .marked()
                .map(|(it, _)| (it.id.clone(), mark(&it.id).parse().unwrap()))
                .collect();
            let wish = Wish::Submit { project: project.into(), revision: 1, marks };
            self.ask(&format!("A/judge/A{judge}"), &wish);
        }
        self.hub.run_to(project, Stage::Locked);
    }

    /// The journal of what has happened so far, each hash made up of its number.
    fn grow(&mut self) {
        self.heads = Heads::default();
        for (seq, (at, fact)) in (1..).zip(&self.hub.facts) {
            let head = HeadLine { seq, hash: format!("{seq:08x}").repeat(8) };
            let by = seat("A/host");
            self.heads.note(&self.hub.contest, (*at, Some(&by)), fact, head);
        }
        self.show();
    }

    /// A judge's sheet comes in sealed.
    fn seals(&mut self, judge: &str) {
        let seal = Seal::of((&"E01".into(), &judge.into(), 1), &Marks::new(), "nonce");
        let wish = Wish::SealSheet { project: "E01".into(), revision: 1, seal };
        self.ask(&format!("A/judge/{judge}"), &wish);
    }

    fn below_the_tabs(&self, lang: Lang) -> String {
        let picture = self.drawn(lang, 80, 24);
        let lines: Vec<_> = picture.lines().skip(4).take(17).map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }
}

#[test]
fn a_release_is_signed_after_everything_it_rests_on_was_shown() {
    let mut evening = signed();
    assert_eq!(evening.press(Char('a')), []);
    let boxed = |lang| {
        let picture = evening.drawn(lang, 80, 24);
        let inside = |row: &str| {
            let (from, to) = (row.find(['┌', '│', '└'])?, row.rfind(['┐', '│', '┘'])?);
            row.get(from..to).map(|it| it.trim_end().to_owned())
        };
        picture.lines().filter_map(inside).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(boxed(Lang::Zh), @"");
    assert_snapshot!(boxed(Lang::En), @"");
    assert_eq!(evening.sends(Char('y')), Wish::Agree { proposal: 2 });
    evening.answers();
    assert_eq!(evening.hub.contest.stage_of(&"E02".into()), Stage::Released);
}

#[test]
fn what_changes_before_it_is_signed_takes_the_question_away() {
    let mut evening = signed();
    evening.press(Char('a'));
    let deduct = Wish::Deduct {
        project: "E02".into(),
        rule: "overtime".into(),
        units: 1,
        reason: "overtime".into(),
    };
    evening.ask("A/host", &deduct);
    assert!(evening.screen.question.is_none());
    assert_eq!(evening.press(Char('y')), [Effect::NoSuchKey]);
}

#[test]
fn a_release_that_waits_stands_among_what_is_pending() {
    let mut evening = signed();
    evening.types(&[Tab, Tab, Tab]);
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"");
}

#[test]
fn the_journal_grows_in_the_words_of_the_log() {
    let mut evening = signed();
    evening.types(&[BackTab]);
    assert_snapshot!(evening.below_the_tabs(Lang::Zh), @"");
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"");
    for lang in [Lang::Zh, Lang::En] {
        every_small_size(|area, _| _ = evening.drawn(lang, area.width, area.height));
    }
}

#[test]
fn the_rules_that_separated_equals_stand_below_the_ranking() {
    let mut evening = signed();
    evening.ask("supervisor", &Wish::Agree { proposal: 2 });
    evening.types(&[Tab, Tab]);
    assert_snapshot!(evening.below_the_tabs(Lang::Zh), @"");
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"");
}

#[test]
fn a_sealed_sheet_is_said_to_be_sealed_and_is_no_score() {
    let mut evening = guarded();
    evening.hub.run_to("E01", Stage::Scoring);
    evening.show();
    for judge in ["A1", "A2"] {
        evening.seals(judge);
    }
    evening.types(&[Tab]);
    assert_snapshot!(evening.below_the_tabs(Lang::Zh), @"");
    for judge in ["A3", "A4", "A5", "A6", "A7"] {
        evening.seals(judge);
    }
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"");
}

/// Nobody is told of a record in more than its own line, and marks are told on sheets only.
#[test]
fn the_newest_records_are_few_and_hold_no_marks() {
    let evening = signed();
    let journal = evening.picture()["journal"].to_string();
    let records = evening.picture()["journal"]["newest"].as_array().unwrap().len();
    assert_eq!((records, journal.contains("marks\":{\"technology")), (12, false));
    assert!(journal.len() < 4000, "{}", journal.len());
}
