//! What the jury chair decides about a tie.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ProjectId;

/// A recorded decision of the jury chair (评委组长) about projects that are tied.
///
/// It counts for exactly these projects: when marks change and others are tied, it decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The tied projects, best first; those that stand together share their place.
    pub order: Vec<Vec<ProjectId>>,
    /// Why, for the record.
    pub reason: String,
}

impl Ruling {
    /// Whether it is about exactly these projects.
    pub fn is_about<'a>(&self, tied: impl IntoIterator<Item = &'a ProjectId>) -> bool {
        let named: BTreeSet<_> = self.order.iter().flatten().collect();
        named == tied.into_iter().collect()
    }

    /// Where it puts a project, from 0; equal for those that share a place.
    pub(super) fn rank(&self, project: &ProjectId) -> Option<usize> {
        self.order.iter().position(|shared| shared.contains(project))
    }
}
