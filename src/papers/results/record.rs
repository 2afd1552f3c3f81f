//! What the record says beside the ranking: corrections after a release, and the jury chair's
//! decisions.

use serde::{Deserialize, Serialize};

use crate::{
    contest::{Bulletin, Correction, Placed, Ruling},
    words::Words,
};

/// A correction bulletin (更正公告).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulletinRow {
    /// Its number in the evening, from 1.
    pub number: u32,
    /// The project it is about.
    pub project: String,
    /// Why.
    pub reason: String,
    /// Every project whose place, score or award has changed.
    pub changes: Vec<CorrectionRow>,
}

/// What a correction did to one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionRow {
    /// The project.
    pub project: String,
    /// Where it stood; `null` without a place.
    pub before: Option<PlacedRow>,
    /// Where it stands since; `null` without a place.
    pub after: Option<PlacedRow>,
}

/// A place as it was public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedRow {
    /// The place.
    pub place: u32,
    /// The score.
    pub score: String,
    /// The award.
    pub award: Option<String>,
}

/// A decision of the jury chair; of several about the same projects the last one counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulingRow {
    /// The tied projects, best first; those that stand together share their place.
    pub order: Vec<Vec<String>>,
    /// Why.
    pub reason: String,
}

impl BulletinRow {
    pub(super) fn of(bulletin: &Bulletin, words: &Words) -> Self {
        let change = |it: &Correction| CorrectionRow {
            project: it.project.to_string(),
            before: it.before.as_ref().map(|it| PlacedRow::of(it, words)),
            after: it.after.as_ref().map(|it| PlacedRow::of(it, words)),
        };
        Self {
            number: bulletin.number,
            project: bulletin.project.to_string(),
            reason: bulletin.reason.clone(),
            changes: bulletin.changes.iter().map(change).collect(),
        }
    }

    /// The bulletin as lines under a table.
    pub(super) fn said(&self, words: &Words) -> String {
        let head = [
            ("number", self.number.into()),
            ("project", self.project.clone().into()),
            ("reason", self.reason.clone().into()),
        ];
        let lines = self.changes.iter().map(|change| {
            let placed = |it: &Option<PlacedRow>| match it {
                None => words.say("results-no-place"),
                Some(PlacedRow { place, score, award }) => {
                    let place = [("place", (*place).into()), ("score", score.clone().into())];
                    let award = award.as_deref().map(|it| format!(" {it}")).unwrap_or_default();
                    format!("{}{award}", words.tell("results-placed", &place))
                }
            };
            let (before, after) = (placed(&change.before), placed(&change.after));
            format!("\n  {}: {before} → {after}", change.project)
        });
        words.tell("results-bulletin", &head) + &lines.collect::<String>()
    }
}

impl PlacedRow {
    fn of(placed: &Placed, words: &Words) -> Self {
        Self {
            place: placed.place,
            score: placed.score.to_string(),
            award: placed.award.as_ref().map(|it| words.pick(it.both()).to_owned()),
        }
    }
}

impl RulingRow {
    /// A decision as it stands on the page.
    pub fn of(ruling: &Ruling) -> Self {
        let place = |it: &Vec<_>| it.iter().map(ToString::to_string).collect();
        Self { order: ruling.order.iter().map(place).collect(), reason: ruling.reason.clone() }
    }
}
