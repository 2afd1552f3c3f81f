//! How the run order was drawn (抽签), so that anyone can check it.

use serde::{Deserialize, Serialize};

use super::{GroupId, ProjectId};

/// A draw as it stands in the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// By seed, or by hand.
    pub method: DrawMethod,
    /// What came out, group by group.
    pub orders: Vec<DrawnOrder>,
}

/// The order drawn inside one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawnOrder {
    /// The group.
    pub group: GroupId,
    /// Its projects, first to pitch first.
    pub order: Vec<ProjectId>,
}

/// Where the order comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum DrawMethod {
    /// Computed from a seed whose hash was announced beforehand.
    Seed {
        /// What was announced: the hash of the seed, in hexadecimal.
        commitment: String,
        /// The seed; `None` until it is revealed, and then there is no order yet.
        seed: Option<String>,
    },
    /// Entered from a draw on paper or before a notary (公证).
    Manual {
        /// Who drew and who watched, as it shall stand on the record.
        note: String,
    },
}
