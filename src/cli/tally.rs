//! `roadshow tally`: the ranking of score sheets on paper, by the same engine and without a hub.

use std::path::Path;

use super::{Failure, arguments, print, results};
use crate::{
    contest::{GroupResults, ProjectId, Results, Ruling},
    definition::{self, Disk},
    papers::results::ResultsPage,
    words::Words,
};

pub(super) fn run(given: &arguments::Tally, words: &Words) -> Result<(), Failure> {
    let rubric = definition::read_rubric(&given.rubric, &Disk).map_err(Failure::Definition)?;
    let sheets = definition::read_sheets(&given.sheets, &rubric, &Disk);
    let sheets = sheets.map_err(Failure::Definition)?;
    let groups = with_chair(given.chair.as_deref(), |rulings| {
        let head = (rubric.id.as_str().into(), rubric.title.clone());
        let named = |project: &ProjectId| project.as_str().into();
        let sheets = sheets.iter().map(|(project, it)| (project.clone(), named(project), it));
        vec![GroupResults::from_sheets(head, &rubric, &given.awards.0, sheets, rulings)]
    })?;
    let name = given.sheets.file_stem().unwrap_or_default().to_string_lossy();
    let page = ResultsPage::of_results(&name, Results { groups }, words);
    print(&results::written(&page, given.format, words)?)
}

/// Rankings with the decisions of the jury chair about the ties that wait for it, where they are
/// given.
pub(super) fn with_chair(
    chair: Option<&Path>,
    ranked: impl Fn(&[Ruling]) -> Vec<GroupResults>,
) -> Result<Vec<GroupResults>, Failure> {
    let groups = ranked(&[]);
    let Some(chair) = chair else { return Ok(groups) };
    let waiting = groups.into_iter().flat_map(|group| group.waiting).collect::<Vec<_>>();
    let rulings = definition::read_rulings(chair, &waiting, &Disk);
    Ok(ranked(&rulings.map_err(Failure::Definition)?))
}
