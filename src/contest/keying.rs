//! A signed paper sheet on its way into the record: the host has said that it comes on paper, two persons at
//! two terminals key it, each without seeing the other's, and only what both say is the sheet.
//!
//! Keyings that differ stay side by side until one is keyed anew: `only_what_two_persons_key_alike_is_a_sheet`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{At, CriterionId, Marks};

/// The most characters of a name.
pub const LONGEST_NAME: usize = 40;

/// How often one paper sheet is keyed before the host has to allow it anew; two that differ again and again
/// need a look at the paper, and a screen that went mad must not fill the journal.
pub const MOST_KEYINGS: u32 = 32;

/// The host's word that a judge's sheet for a project comes on paper; while it stands the sheet may be keyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: At,
    /// How often the sheet has been keyed by it.
    pub keyed: u32,
}

/// Who keyed: a person by name, at a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyer {
    /// The name, as the person gave it.
    pub name: String,
    /// The terminal, as that names itself.
    pub terminal: Uuid,
}

/// A paper sheet as one person has keyed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed {
    /// Who.
    pub by: Keyer,
    /// A mark for every criterion.
    pub marks: Marks,
}

/// A paper sheet that has been keyed by one person, or differently by two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keying {
    /// By the first person.
    pub first: Keyed,
    /// By the second.
    pub second: Option<Keyed>,
}

/// A criterion whose mark two persons have keyed differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differing {
    /// The criterion.
    pub criterion: CriterionId,
    /// The mark by the first person.
    pub first: Decimal,
    /// The mark by the second.
    pub second: Decimal,
}

/// Where a sheet comes from that came on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The first person.
    pub keyed_by: Keyer,
    /// The second, who keyed the same.
    pub checked_by: Keyer,
}

impl Permission {
    /// Given, and nothing keyed by it yet.
    pub(super) fn new(at: At, reason: &str) -> Self {
        Self { reason: reason.to_owned(), at, keyed: 0 }
    }
}

impl Keyer {
    /// Whether both may be the same person: the same terminal, or the same name.
    pub fn may_be(&self, other: &Self) -> bool {
        let plain = |it: &Self| it.name.trim().to_lowercase();
        self.terminal == other.terminal || plain(self) == plain(other)
    }
}

impl Keying {
    /// Begun by the first person.
    pub(super) fn new(first: Keyed) -> Self {
        Self { first, second: None }
    }

    /// With what a terminal has keyed, in place of what it keyed before; nothing where two others have.
    pub(super) fn with(&self, keyed: Keyed) -> Option<Self> {
        let Self { first, second } = self.clone();
        let is_own = |it: &Keyed| it.by.terminal == keyed.by.terminal;
        if is_own(&first) {
            return Some(Self { first: keyed, second });
        }
        second.as_ref().is_none_or(is_own).then_some(Self { first, second: Some(keyed) })
    }

    /// What a terminal has keyed.
    pub fn by(&self, terminal: Uuid) -> Option<&Keyed> {
        [Some(&self.first), self.second.as_ref()]
            .into_iter()
            .flatten()
            .find(|it| it.by.terminal == terminal)
    }

    /// The other one, for one of the two.
    pub(super) fn other_than(&self, terminal: Uuid) -> Option<&Keyed> {
        [Some(&self.first), self.second.as_ref()]
            .into_iter()
            .flatten()
            .find(|it| it.by.terminal != terminal)
    }

    /// The criteria whose marks differ; nothing while only one person has keyed.
    pub fn differing(&self) -> Vec<Differing> {
        let Some(second) = &self.second else { return Vec::new() };
        let differing = |(criterion, first): (&CriterionId, &Decimal)| {
            let second = *second.marks.get(criterion)?;
            let criterion = criterion.clone();
            (*first != second).then_some(Differing { criterion, first: *first, second })
        };
        self.first.marks.iter().filter_map(differing).collect()
    }

    /// Where the sheet comes from, once both have keyed the same.
    pub(super) fn agreed(&self) -> Option<Paper> {
        let second = self.second.as_ref().filter(|it| it.marks == self.first.marks)?;
        Some(Paper { keyed_by: self.first.by.clone(), checked_by: second.by.clone() })
    }
}
