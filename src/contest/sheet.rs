//! One judge's marks for one project.

use serde::{Deserialize, Serialize};

use super::{At, Marks, Paper};

/// How often a judge's sheet of a project is taken until it is given back, for every one is a record;
/// and how far ahead of the last one a revision may be, for one that is far ahead leaves none for others.
pub const MOST_REVISIONS: u32 = 200;

/// The latest sheet (评分表) of a seat for a project; earlier revisions are in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Counted from 1; a later one replaces an earlier one whatever order they arrive in.
    pub revision: u32,
    /// A mark for every criterion.
    pub marks: Marks,
    /// When it was stored.
    pub at: At,
    /// Who keyed it, where it came on paper; a correction of it stays one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
}
