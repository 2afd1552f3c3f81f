//! Whether awards hang on one judge, one criterion, or one detail of the rules: the question a jury
//! chair should know the answer to before the ranking is released.
//!
//! Every [`Variant`] is computed by the very engine of the results, from the same sheets.
//!
//! What always holds, and the test that guards it:
//!
//! - each variant is what the engine makes of altered sheets or rules:
//!   `every_variant_is_what_tally_makes_of_the_altered_files`;
//! - a project that a variant leaves without a score is told, not skipped:
//!   `a_project_that_a_variant_leaves_without_a_score_is_told`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{
    Award, Contender, Contest, Entries, Family, Group, GroupId, GroupResults, Ingredients,
    ProjectId, Reason, Recipe, Ruling, SeatId, Stage, Standing, Text, Unranked, Untallied, Variant,
};

/// The projects of a group, with all that their places and awards are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// The group.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// What scores are made by.
    pub recipe: Recipe<'a>,
    /// The awards, highest first.
    pub awards: &'a [Award],
    /// What the jury chair has decided about ties.
    pub rulings: Vec<Ruling>,
    /// The projects with their names, in the order that those who share a place are listed in.
    pub projects: Vec<(ProjectId, Text)>,
    /// What they bring along, in the same order.
    pub ingredients: Vec<Ingredients<'a>>,
}

/// Which projects of a contest are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Those whose sheets are locked, released or not.
    #[default]
    Locked,
    /// Those that are released.
    Released,
}

/// What becomes of a group's awards under every variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Robustness {
    /// The group.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// How many projects were looked at.
    pub projects: usize,
    /// The awards, highest first.
    pub awards: Vec<Firmness>,
    /// The variants, those without effect too.
    pub outcomes: Vec<Outcome>,
}

/// Whether one award stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Firmness {
    /// The award.
    pub award: Text,
    /// Who takes it by the rules as they are.
    pub projects: Vec<ProjectId>,
    /// The variants under which it is not these that take it.
    pub changed_by: Vec<Variant>,
    /// Whether a tie that waits for the jury chair leaves open who takes it.
    pub open: bool,
}

/// What one variant changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// What is done otherwise.
    #[serde(flatten)]
    pub variant: Variant,
    /// The projects that take another award, in the order of their places.
    pub changes: Vec<Change>,
    /// The projects that are left without a score.
    pub unscored: Vec<Unscored>,
    /// Ties that would wait for the jury chair.
    pub waiting: Vec<Vec<ProjectId>>,
}

/// A project that takes another award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Its award by the rules as they are.
    pub from: Option<Text>,
    /// Its award under the variant.
    pub to: Option<Text>,
}

/// A project that has a score by the rules as they are, and none under the variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unscored {
    /// The project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Why it has none.
    pub why: Untallied,
}

impl<'a> Field<'a> {
    /// A group of a contest; `None` where nothing is scored.
    pub fn of(contest: &'a Contest, group: &'a Group, scope: Scope) -> Option<Self> {
        let recipe = Recipe::of(contest.session(), group.rubric.as_ref()?);
        let is_in = |stage| match scope {
            Scope::Locked => matches!(stage, Stage::Locked | Stage::Released),
            Scope::Released => stage == Stage::Released,
        };
        let projects = contest.projects_of(&group.id);
        let projects = projects.filter(|it| contest.run(&it.id).is_some_and(|it| is_in(it.stage)));
        let projects = projects.filter_map(|it| {
            Some(((it.id.clone(), it.name.clone()), contest.ingredients(&it.id)?))
        });
        let (projects, ingredients) = projects.unzip();
        Some(Self {
            group: group.id.clone(),
            name: group.name.clone(),
            recipe,
            awards: &group.awards,
            rulings: contest.rulings_of(&group.id),
            projects,
            ingredients,
        })
    }

    /// The ranking by the rules as they are.
    pub fn ranked(&self) -> GroupResults {
        self.ranked_by(self.recipe, &self.ingredients)
    }

    fn ranked_under(&self, variant: &Variant) -> GroupResults {
        let rubric = variant.rubric(self.recipe.rubric);
        let all: Vec<_> = self.ingredients.iter().map(|it| variant.ingredients(it)).collect();
        self.ranked_by(Recipe { rubric: &rubric, ..self.recipe }, &all)
    }

    fn ranked_by(&self, recipe: Recipe<'_>, all: &[Ingredients<'_>]) -> GroupResults {
        let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
        for ((project, name), score) in self.projects.iter().zip(recipe.scores(all)) {
            let (project, name) = (project.clone(), name.clone());
            match score {
                Ok(score) => entries.scored.push(Contender { project, name, score }),
                Err(why) => {
                    let reason = Reason::Untallied(why);
                    entries.unranked.push(Unranked { project, name, reason, note: None });
                }
            }
        }
        let head = (self.group.clone(), self.name.clone());
        GroupResults::from_entries(
            head,
            &recipe.rubric.scoring,
            self.awards,
            entries,
            &self.rulings,
        )
    }

    /// Every judge who has scored one of the projects.
    fn judges(&self) -> BTreeSet<SeatId> {
        let sheets = self.ingredients.iter().flat_map(|it| &it.sheets);
        sheets.map(|(_, seat, _)| (*seat).clone()).collect()
    }
}

impl Robustness {
    /// The robustness of every group of a contest in which something is scored.
    pub fn of_contest(contest: &Contest, scope: Scope) -> Vec<Self> {
        let groups = contest.session().groups.iter();
        groups.filter_map(|group| Some(Self::of(&Field::of(contest, group, scope)?))).collect()
    }

    /// What becomes of the awards under every variant.
    pub fn of(field: &Field<'_>) -> Self {
        let usual = field.ranked();
        let variants = Variant::all(field.recipe.rubric, field.judges());
        let outcomes: Vec<_> =
            variants.into_iter().map(|variant| Outcome::of(field, &usual, variant)).collect();
        let awards = field.awards.iter().map(|award| Firmness::of(&award.name, &usual, &outcomes));
        Self {
            group: field.group.clone(),
            name: field.name.clone(),
            projects: field.projects.len(),
            awards: awards.collect(),
            outcomes,
        }
    }

    /// How many variants of a family there are.
    pub fn variants(&self, family: Family) -> usize {
        self.outcomes.iter().filter(|it| it.variant.family() == family).count()
    }
}

impl Firmness {
    fn of(award: &Text, usual: &GroupResults, outcomes: &[Outcome]) -> Self {
        let takes_it = usual.standings.iter().filter(|it| it.award.as_ref() == Some(award));
        let is_changed = |outcome: &&Outcome| {
            let mut awards = outcome.changes.iter().flat_map(|it| [&it.from, &it.to]);
            awards.any(|it| it.as_ref() == Some(award))
        };
        let changed_by = outcomes.iter().filter(is_changed).map(|it| it.variant.clone()).collect();
        let projects = takes_it.map(|it| it.project.clone()).collect();
        let waits = |project| usual.waiting.iter().flatten().any(|it| it == project);
        let may_take_it = |it: &&Standing| it.award.is_none() || it.award.as_ref() == Some(award);
        let open = usual.standings.iter().filter(may_take_it).any(|it| waits(&it.project));
        Self { award: award.clone(), projects, changed_by, open }
    }

    /// How many variants of a family change who takes it.
    pub fn changed_by(&self, family: Family) -> usize {
        self.changed_by.iter().filter(|it| it.family() == family).count()
    }
}

impl Outcome {
    fn of(field: &Field<'_>, usual: &GroupResults, variant: Variant) -> Self {
        let other = field.ranked_under(&variant);
        let awards: BTreeMap<_, _> =
            other.standings.iter().map(|it| (&it.project, &it.award)).collect();
        let mut changes = Vec::new();
        for standing in &usual.standings {
            let (project, from) = (standing.project.clone(), standing.award.clone());
            let to = awards.get(&project).copied().cloned().flatten();
            if from != to {
                changes.push(Change { project, name: standing.name.clone(), from, to });
            }
        }
        // Without its sheets from one judge a project may also come to pass a gate.
        for standing in &other.standings {
            let (project, to) = (&standing.project, standing.award.clone());
            if to.is_some() && usual.standings.iter().all(|it| it.project != *project) {
                let (project, name) = (project.clone(), standing.name.clone());
                changes.push(Change { project, name, from: None, to });
            }
        }
        let had_a_score =
            |it: &Unranked| usual.standings.iter().any(|had| had.project == it.project);
        let unscored = other.unranked.into_iter().filter(had_a_score).filter_map(|it| {
            let Reason::Untallied(why) = it.reason else { return None };
            Some(Unscored { project: it.project, name: it.name, why })
        });
        Self { variant, changes, unscored: unscored.collect(), waiting: other.waiting }
    }
}

#[cfg(test)]
mod tests;
