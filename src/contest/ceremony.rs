//! The award ceremony (颁奖揭晓): a group's ranking revealed from the last place to the first, the
//! awards announced as they are reached.
//!
//! The steps follow from the ranking alone, so that going back and forth, or starting the hub anew,
//! always meets the same step. What has been revealed is always the end of the ranking:
//! `a_ceremony_reveals_from_the_last_place_to_the_first`.

use serde::{Deserialize, Serialize};

use super::{GroupResults, ProjectId, Standing, Text};

/// One press of the host's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum CeremonyStep {
    /// The places without an award, all at once.
    Others {
        /// Best first.
        projects: Vec<ProjectId>,
    },
    /// The next award is announced; nobody is named yet.
    Award {
        /// The award.
        award: Text,
        /// How many take it.
        places: usize,
    },
    /// A place and who takes it; several that share it are named together.
    Place {
        /// The place.
        place: u32,
        /// Who takes it.
        projects: Vec<ProjectId>,
        /// Its award.
        award: Text,
    },
}

/// The steps of a group's ceremony, first to last.
pub fn ceremony(results: &GroupResults) -> Vec<CeremonyStep> {
    let id = |standing: &Standing| standing.project.clone();
    let mut steps = Vec::new();
    let others: Vec<_> = results.standings.iter().filter(|it| it.award.is_none()).map(id).collect();
    if !others.is_empty() {
        steps.push(CeremonyStep::Others { projects: others });
    }
    let mut awarded: Vec<&Standing> =
        results.standings.iter().filter(|it| it.award.is_some()).collect();
    let mut announced: Option<&Text> = None;
    while let Some((last, award)) = awarded.last().and_then(|it| Some((*it, it.award.as_ref()?))) {
        if announced != Some(award) {
            let places = awarded.iter().filter(|it| it.award.as_ref() == Some(award)).count();
            steps.push(CeremonyStep::Award { award: award.clone(), places });
            announced = Some(award);
        }
        let shares = |it: &Standing| it.place == last.place && it.award.as_ref() == Some(award);
        let from = awarded.iter().rposition(|it| !shares(it)).map_or(0, |before| before + 1);
        let projects = awarded.split_off(from).into_iter().map(id).collect();
        steps.push(CeremonyStep::Place { place: last.place, projects, award: award.clone() });
    }
    steps
}
