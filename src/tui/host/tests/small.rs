//! A final that is small enough to be looked through: three projects before three judges.

use super::*;
use crate::{
    contest::{
        Backfill, Break, DeductionRule, TieRule,
        sample::{self, marks},
    },
    tui::host::Answer,
};

/// Three projects, three judges, one in reserve, a break after the second, overtime that costs, and
/// ties that the chair decides.
pub(super) fn small() -> Evening {
    let mut session = (*sample::session()).clone();
    for group in &mut session.groups {
        group.backfill = Backfill::Turn;
        group.rubric.as_mut().unwrap().scoring.ties = vec![TieRule::Chair];
    }
    session.rooms[0].breaks =
        vec![Break { after: 2, name: "noon".into(), length: Ms::seconds(3600) }];
    let mut reserve = session.projects[0].clone();
    (reserve.id, reserve.name, reserve.reserve) = ("E04".into(), "E04".into(), Some(1));
    session.projects.push(reserve);
    let rule = |id: &str, zh: &str, per: Option<Ms>| DeductionRule {
        id: id.into(),
        name: crate::contest::Text { zh: zh.into(), en: id.into() },
        points: "0.5".parse().unwrap(),
        per,
        grace: Ms::ZERO,
        most: Some(5),
    };
    session.deductions =
        vec![rule("overtime", "超时", Some(Ms::seconds(30))), rule("conduct", "违纪", None)];
    Evening::of(Arc::new(session))
}

pub(super) fn presenting() -> Evening {
    let mut evening = small();
    evening.step();
    evening.later(1_000);
    evening.step();
    evening
}

/// The enterprise group is through and final, two of three take an award.
pub(super) fn all_released() -> Evening {
    let mut evening = small();
    for (project, mark) in [("E01", "9"), ("E02", "8.5"), ("E03", "8")] {
        evening.releases(project, mark);
    }
    evening.later(60_000);
    evening.show();
    evening
}

impl Evening {
    /// All three judges give the same.
    pub(super) fn scores(&mut self, project: &str, mark: &str) {
        self.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            let marks = marks(mark, mark);
            let wish = Wish::Submit { project: project.into(), revision: 1, marks };
            self.does(&Seat::Judge("A".into(), judge.into()), &wish).unwrap();
        }
        self.show();
    }

    pub(super) fn releases(&mut self, project: &str, mark: &str) {
        self.scores(project, mark);
        self.run_to(project, Stage::Released);
    }

    pub(super) fn supervisor(&mut self, wish: &Wish) {
        self.does(&Seat::Supervisor, wish).unwrap();
        self.show();
    }

    /// A key that sends a wish, which is granted.
    pub(super) fn does_by(&mut self, code: KeyCode) -> Wish {
        let wish = self.sends(code);
        self.answers();
        assert!(matches!(self.console.answer, Some(Answer::Granted { .. })), "{wish:?}");
        wish
    }
}
