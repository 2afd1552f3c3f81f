//! A scripted judge: hands in a sheet for every project, some before the questions are over, and
//! revises some. Where sheets are sealed, seals and opens them.

use std::collections::BTreeMap;

use tokio::select;
use uuid::Uuid;

use super::{
    Failed,
    line::Line,
    opinion::Opinion,
    panel::{AtWork, Panel},
};
use crate::{
    contest::{At, CountdownState, Marks, Ms, ProjectId, Seal, Stage, Wish},
    demo::{chance::Chance, pace::Pace},
    protocol::views::{JudgeView, SheetLine},
};

/// One judge in two has made up their mind before the questions are over.
const EARLY: i64 = 2;

pub(super) struct Judge {
    line: Line<JudgeView>,
    pace: Pace,
    chance: Chance,
    panel: Panel,
    /// From the start, until the first picture shows that there is nothing to do.
    at_work: Option<AtWork>,
    plan: Option<Plan>,
    /// What opens the seals of this judge.
    secrets: BTreeMap<ProjectId, Secret>,
}

/// Marks that were sealed.
struct Secret {
    revision: u32,
    marks: Marks,
    nonce: String,
}

/// The next sheet to hand in.
struct Plan {
    wish: Wish,
    /// Where the project was when the plan was made.
    stage: Stage,
    at: At,
}

impl Judge {
    pub(super) fn new(line: Line<JudgeView>, pace: Pace, chance: Chance, panel: Panel) -> Self {
        let at_work = Some(panel.take_up());
        Self { line, pace, chance, panel, at_work, plan: None, secrets: BTreeMap::new() }
    }

    /// Judges for as long as the link is wanted.
    pub(super) async fn judge(mut self) -> Failed {
        loop {
            if let Err(failed) = self.step().await {
                return failed;
            }
        }
    }

    /// Hears one piece of news, or hands in one sheet.
    async fn step(&mut self) -> Result<(), Failed> {
        let ready = self.plan.as_ref().filter(|plan| self.line.may_ask(&plan.wish));
        select! {
            heard = self.line.hear() => heard?,
            () = self.pace.follow(ready.map(|plan| plan.at)) => {
                if let Some(plan) = ready {
                    self.line.ask(plan.wish.clone())?;
                }
            }
        }
        self.think();
        Ok(())
    }

    /// Makes a plan from the latest picture; one that still holds is kept with its time.
    fn think(&mut self) {
        let before = self.plan.take();
        let Some(view) = self.line.view() else { return };
        let view = view.clone();
        let due = view.sheets.iter().find_map(|sheet| self.due(&view, sheet));
        self.plan = due.map(|(wish, stage)| match before {
            Some(plan) if plan.stage == stage && plan.wish == wish => plan,
            _ => Plan { at: self.instant(&view, &wish, stage), wish, stage },
        });
        if self.plan.is_some() {
            self.at_work.get_or_insert_with(|| self.panel.take_up());
        } else if self.line.is_free() {
            self.at_work = None;
        }
    }

    /// The sheet that is due for a project, if any.
    fn due(&mut self, view: &JudgeView, line: &SheetLine) -> Option<(Wish, Stage)> {
        let id = &line.project.id;
        let early = !self.pace.leaps()
            && self.chance.once_in(EARLY, &["early", id.as_str(), view.seat.as_str()]);
        let due = match line.stage {
            Stage::Scoring => true,
            // What has been handed in may be revised at once.
            Stage::Questions => early || line.sheet.is_some(),
            _ => false,
        };
        let rubric = view.rubric_of(&line.project).filter(|_| due)?;
        let opinion = Opinion::of(self.chance, rubric, id, &view.seat);
        if view.session.safeguards.sealed_sheets {
            return Some((self.sealed(view, line, opinion.last())?, line.stage));
        }
        let stored = line.sheet.as_ref().map(|sheet| (sheet.revision, &sheet.marks));
        let (revision, marks) = opinion.next(stored)?;
        let (project, marks) = (id.clone(), marks.clone());
        Some((Wish::Submit { project, revision, marks }, line.stage))
    }

    /// The seal of a sheet, or what opens it. One whose secret went with an earlier crew is sealed anew.
    fn sealed(&mut self, view: &JudgeView, line: &SheetLine, marks: Marks) -> Option<Wish> {
        let project = line.project.id.clone();
        let own = self.secrets.get(&project);
        match line.sealed {
            _ if line.sheet.is_some() => return None,
            Some(sealed) if own.is_some_and(|it| it.revision == sealed) => {
                let Secret { revision, marks, nonce } = own.filter(|_| line.opens)?;
                let (revision, marks, nonce) = (*revision, marks.clone(), nonce.clone());
                return Some(Wish::OpenSheet { project, revision, marks, nonce });
            }
            _ => (),
        }
        let revision = line.sealed.unwrap_or_default() + 1;
        let fits = |it: &Secret| it.revision == revision && it.marks == marks;
        if !own.is_some_and(fits) {
            let nonce = Uuid::new_v4().simple().to_string();
            self.secrets.insert(project.clone(), Secret { revision, marks, nonce });
        }
        let Secret { marks, nonce, .. } = self.secrets.get(&project)?;
        let seal = Seal::of((&project, &view.seat, revision), marks, nonce);
        Some(Wish::SealSheet { project, revision, seal })
    }

    /// When to hand a sheet in: in the last third of the questions, within the scoring window, or
    /// soon after second thoughts.
    fn instant(&self, view: &JudgeView, wish: &Wish, stage: Stage) -> At {
        let now = self.pace.clock().now();
        let line = wish.project().map(ToString::to_string).unwrap_or_default();
        let within = |low: i64, high: i64| {
            let names = ["hand in", line.as_str(), view.seat.as_str()];
            Ms(self.chance.between(low, high, &names))
        };
        let clock = view.stage.as_ref().filter(|it| Some(&it.project.id) == wish.project());
        let clock = clock.and_then(|it| it.clock.as_ref());
        match (wish, clock) {
            (Wish::OpenSheet { .. }, _) => now,
            (
                Wish::Submit { revision: 1, .. } | Wish::SealSheet { revision: 1, .. },
                Some(clock),
            ) if stage == Stage::Questions => {
                let left = match clock.state {
                    CountdownState::Running { ends } => ends - now,
                    CountdownState::Ready { left } | CountdownState::Paused { left } => left,
                };
                now + (left - within(0, clock.length.0 / 3))
            }
            (
                Wish::Submit { revision: 1, .. } | Wish::SealSheet { revision: 1, .. },
                Some(clock),
            ) => now + within(3000, clock.length.0),
            _ => now + within(8000, 25_000),
        }
    }
}
