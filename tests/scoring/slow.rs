//! The scoring rules once more, slowly: random contests as the audit sees them, read from the same
//! JSON that a journal holds, and what it makes of them.

use num_bigint::BigInt;
pub(crate) use roadshow::audit::Fraction;
use roadshow::audit::{
    definition::{Award, Carry, Marks, Panel, Rubric, Rules, Ruling},
    places::Ranking,
    score::{Entry, Recipe, Sheet},
};

/// A contest as the audit reads it.
#[derive(Debug, Clone)]
pub(crate) struct Slow {
    pub(crate) rubric: Rubric,
    pub(crate) awards: Vec<Award>,
    pub(crate) panels: Vec<Panel>,
    pub(crate) carry: Vec<Carry>,
    pub(crate) by_room: bool,
    pub(crate) projects: Vec<Project>,
    pub(crate) rulings: Vec<Ruling>,
}

#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) room: String,
    /// Judge, panel and marks.
    pub(crate) sheets: Vec<(String, Option<String>, Marks)>,
    pub(crate) carried: Vec<Fraction>,
    pub(crate) deducted: Fraction,
}

/// What a project comes to.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are seven at a time")]
pub(crate) enum Outcome {
    Placed {
        place: usize,
        exact: Fraction,
        coefficient: Option<Fraction>,
        score: Fraction,
        award: Option<usize>,
        tie: Option<String>,
        waits: bool,
    },
    Out(&'static str),
}

impl Slow {
    /// The outcome of every project, in their order.
    pub(crate) fn outcomes(&self) -> Vec<Outcome> {
        let Self { rubric, panels, carry, by_room, .. } = self;
        let recipe = Recipe { rubric, panels, carry, by_room: *by_room };
        let entries: Vec<_> = self.projects.iter().map(Project::entry).collect();
        let scores = recipe.scores(&entries);
        let with_score: Vec<_> = (self.projects.iter().zip(&scores))
            .filter_map(|(project, score)| Some((project.id.as_str(), score.as_ref().ok()?)))
            .collect();
        let ranking = Ranking { rules: self.rules(), awards: &self.awards, rulings: &self.rulings };
        let mut places = ranking.places(&with_score).into_iter();
        let outcome = |score: &Result<_, &'static str>| match score {
            Err(why) => Outcome::Out(why),
            Ok(roadshow::audit::score::Score { exact, coefficient, announced, .. }) => {
                let own = places.next().unwrap();
                Outcome::Placed {
                    place: own.place,
                    exact: exact.clone(),
                    coefficient: coefficient.clone(),
                    score: announced.clone(),
                    award: own.award,
                    tie: own.tie,
                    waits: own.waits,
                }
            }
        };
        scores.iter().map(outcome).collect()
    }

    pub(crate) fn rules(&self) -> &Rules {
        &self.rubric.scoring
    }

    pub(crate) fn round(&self, value: &Fraction) -> Fraction {
        self.rules().rounding.round(value, self.rules().decimals)
    }

    /// Whether this value lies in the middle between its two neighbours.
    pub(crate) fn is_half(&self, value: &Fraction) -> bool {
        let scale = BigInt::from(10).pow(self.rules().decimals.into());
        let doubled = value * scale * BigInt::from(2);
        doubled.is_integer() && doubled.to_integer() % 2 == BigInt::from(1)
    }
}

impl Project {
    fn entry(&self) -> Entry<'_> {
        Entry {
            project: &self.id,
            room: &self.room,
            sheets: (self.sheets.iter())
                .map(|(seat, panel, marks)| Sheet { seat, panel: panel.as_deref(), marks })
                .collect(),
            carried: self.carried.clone(),
            deducted: self.deducted.clone(),
        }
    }
}
