//! A release that waits for its second signature: what is signed beside the sheets.

use serde::{Deserialize, Serialize};

use super::tie::SeparatedLine;
use crate::contest::{Act, At, Contest, Fact, ProjectId};

/// What a release would make of a ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseLine {
    /// The proposal's number.
    pub proposal: u32,
    /// The project.
    pub project: ProjectId,
    /// The place that it would take among those released; `None` where it gets none.
    pub place: Option<u32>,
    /// How many would then be ranked.
    pub ranked: usize,
    /// The rules that would separate it from equal scores; `None` where there is none to separate.
    pub separated: Option<SeparatedLine>,
}

impl ReleaseLine {
    /// All that wait.
    pub(super) fn all(contest: &Contest) -> Vec<Self> {
        let proposals = contest.proposals().iter();
        let release = |it: &crate::contest::Proposal| match &it.act {
            Act::Release { project } => Self::of(contest, it.number, project),
            _ => None,
        };
        proposals.filter_map(release).collect()
    }

    /// The rules themselves say what would be, of a copy on which it has happened.
    fn of(contest: &Contest, proposal: u32, project: &ProjectId) -> Option<Self> {
        let mut after = contest.clone();
        after.apply(At::default(), &Fact::Released { project: project.clone() });
        let results = after.ranking(contest.session().group_of(project)?);
        let standing = results.standings.iter().find(|it| it.project == *project);
        let mut separated = SeparatedLine::of(&results).into_iter();
        Some(Self {
            proposal,
            project: project.clone(),
            place: standing.map(|it| it.place),
            ranked: results.standings.len(),
            separated: separated.find(|it| it.projects.contains(project)),
        })
    }
}
