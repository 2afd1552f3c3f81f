//! A project's score (最后得分) with all that it is made of, and the scores of a contest.
//!
//! What it is made of is decided in `recipe.rs`; that of a released project is the one in its
//! group's ranking: `a_score_is_the_one_in_the_ranking`.

use std::{borrow::Cow, collections::BTreeMap};

use rust_decimal::Decimal;

use super::{
    ComponentId, Contest, Deduction, Exact, Group, Ingredients, Method, PanelId, ProjectId, Recipe,
    SeatId, Stage, Tally, Untallied,
};

/// How a project's score came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// What each panel's sheets come to, in the order of the session; of a session without panels
    /// one without an id.
    pub panels: Vec<PanelScore>,
    /// What the live score was multiplied by for its room (二次平均法); `None` where that is not the
    /// rule, or where the ranking has projects of one room only.
    pub coefficient: Option<Exact>,
    /// What was carried in from earlier rounds.
    pub carried: Vec<Carried>,
    /// The score before it is rounded and before anything is deducted; of steps before it that are
    /// rounded the rounded results.
    pub exact: Exact,
    /// The score once it is rounded, before anything is deducted.
    pub rounded: Decimal,
    /// What was taken off.
    pub deductions: Vec<Deduction>,
    /// The score as it is announced.
    pub announced: Decimal,
    /// What places go by.
    pub(super) ranked: Exact,
    /// What each of the tie rules compares; `None` for those that compare nothing.
    pub(super) tie_values: Vec<Option<Exact>>,
}

/// What one panel's sheets come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelScore {
    /// The panel; `None` where all judges are one.
    pub panel: Option<PanelId>,
    /// Its share of the live score.
    pub weight: Decimal,
    /// Its tally.
    pub tally: Tally,
}

/// One component that was carried in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Which.
    pub component: ComponentId,
    /// Its share of the score.
    pub weight: Decimal,
    /// The project's value.
    pub value: Decimal,
}

impl Score {
    /// How many sheets there are, of all panels, dropped ones too.
    pub fn sheets(&self) -> usize {
        self.panels.iter().map(|it| it.tally.sheets).sum()
    }

    /// How the sheets were scored; `None` where panels differ in it.
    pub fn method(&self) -> Option<Method> {
        let mut methods = self.panels.iter().map(|it| it.tally.method);
        let first = methods.next()?;
        methods.all(|it| it == first).then_some(first)
    }

    /// Every judge's total, of all panels.
    pub fn totals(&self) -> Cow<'_, BTreeMap<SeatId, Decimal>> {
        if let [only] = self.panels.as_slice() {
            return Cow::Borrowed(&only.tally.totals);
        }
        let all = self.panels.iter().flat_map(|it| &it.tally.totals);
        Cow::Owned(all.map(|(seat, total)| (seat.clone(), *total)).collect())
    }

    /// How many points were taken off, together.
    pub fn deducted(&self) -> Decimal {
        self.deductions.iter().map(|it| it.points).sum()
    }
}

impl Contest {
    /// The scores of these projects of a group, as a ranking of just them has them; none where
    /// nothing is scored.
    pub fn scores<'a>(
        &'a self,
        group: &Group,
        projects: impl IntoIterator<Item = &'a ProjectId>,
    ) -> BTreeMap<&'a ProjectId, Result<Score, Untallied>> {
        let Some(rubric) = &group.rubric else { return BTreeMap::new() };
        let made = projects.into_iter().filter_map(|it| Some((it, self.ingredients(it)?)));
        let (projects, ingredients): (Vec<_>, Vec<_>) = made.unzip();
        let scores = Recipe::of(&self.session, rubric).scores(&ingredients);
        projects.into_iter().zip(scores).collect()
    }

    /// What a project's sheets come to, locked or not, beside what has been released; `None` where
    /// nothing is scored.
    pub fn scored(&self, project: &ProjectId) -> Option<Result<Score, Untallied>> {
        let group = self.session.group_of(project)?;
        // Only a coefficient looks at the others.
        let others = self.released().iter().filter(|_| self.session.room_coefficient);
        let others = others.filter(|it| self.run(it).is_some_and(|it| it.stage == Stage::Released));
        let others = others.filter(|it| self.session.group_of(it) == Some(group));
        let ranked = others.filter(|it| *it != project).chain([project]);
        self.scores(group, ranked).remove(project)
    }

    /// The score of the sheets a project has, locked or not; `None` where they make none.
    pub fn score(&self, project: &ProjectId) -> Option<Decimal> {
        self.scored(project)?.ok().map(|score| score.announced)
    }

    /// Whether a project has sheets enough for a score; where nothing is scored it has.
    ///
    /// # Errors
    ///
    /// What is missing.
    pub fn can_be_scored(&self, project: &ProjectId) -> Result<(), Untallied> {
        self.method(project).map(drop)
    }

    /// How the sheets that a project has would be scored: of what is in them this tells nothing. `None` where
    /// panels differ in it, or nothing is scored.
    ///
    /// # Errors
    ///
    /// What is missing.
    pub fn method(&self, project: &ProjectId) -> Result<Option<Method>, Untallied> {
        let rubric = self.session.group_of(project).and_then(|group| group.rubric.as_ref());
        let (Some(rubric), Some(run)) = (rubric, self.run(project)) else { return Ok(None) };
        let sheets = run.counted().map(|(seat, _)| self.session.panel_of(seat));
        Recipe::of(&self.session, rubric).method(sheets)
    }

    /// What a project brings along for its score; `None` for one that does not take part.
    pub(super) fn ingredients<'a>(&'a self, project: &ProjectId) -> Option<Ingredients<'a>> {
        let run = self.runs.get(project)?;
        let sheets = run.counted();
        Some(Ingredients {
            room: self.room_of(project).map(|room| &room.id),
            sheets: sheets.map(|it| (self.session.panel_of(it.0), it.0, it.1)).collect(),
            carried: self.session.project(project)?.carried.clone(),
            deductions: run.deductions.clone(),
        })
    }
}

#[cfg(test)]
mod tests;
