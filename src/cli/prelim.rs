//! `roadshow prelim`: who of a preliminary round goes to the final, by the same engine as `tally`.

use std::path::Path;

use serde::Serialize;

use super::{
    Failure,
    arguments::{self, PrelimFormat},
    files, print, results,
    tally::with_chair,
};
use crate::{
    contest::{GroupId, GroupResults, Project, ProjectId, Rubric, Ruling, Selection, Standing},
    definition::{self, Disk, Sheets},
    papers::prelim::PrelimPage,
    words::Words,
};

/// Why a last place is open. Nobody was chosen.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum OpenPlace {
    /// The rules leave the tie to the jury chair.
    WaitsForChair(Tied),
    /// The rules let these projects share their place.
    Shared(Tied),
}

/// Projects that share the last place of a final.
#[derive(Debug, Serialize)]
pub(super) struct Tied {
    group: String,
    place: u32,
    projects: Vec<ProjectId>,
    left: usize,
}

pub(super) fn run(given: &arguments::Prelim, words: &Words) -> Result<(), Failure> {
    let rubric = definition::read_rubric(&given.rubric, &Disk).map_err(Failure::Definition)?;
    let (projects, sheets) = read(given, &rubric).map_err(Failure::Definition)?;
    let rank = |rulings: &[Ruling]| {
        let quotas = given.finalists.0.iter();
        quotas.map(|(group, _)| ranked(group, &rubric, &projects, &sheets, rulings)).collect()
    };
    let groups = with_chair(given.chair.as_deref(), rank)?;
    let quotas = given.finalists.0.iter().map(|(_, places)| *places);
    let selections = groups.into_iter().zip(quotas);
    let selections: Vec<_> =
        selections.map(|(group, places)| Selection::of(group, places, given.both)).collect();

    let name = given.sheets.file_stem().unwrap_or_default().to_string_lossy();
    let page = PrelimPage::of(&name, &selections, words);
    let open: Vec<_> = selections.iter().filter_map(open_place).collect();
    let toml = || definition::projects_text(&chosen(&selections, &projects, given.carry.as_ref()));
    match given.format {
        PrelimFormat::Table => print(&format!("{}\n", page.table(words)))?,
        PrelimFormat::Csv => print(&results::csv_text(|to| page.write_csv(to))?)?,
        PrelimFormat::Json => print(&page.json())?,
        PrelimFormat::Toml if open.is_empty() => print(&toml())?,
        PrelimFormat::Toml => (),
    }
    if given.format != PrelimFormat::Table {
        page.remarks(words).iter().for_each(|remark| super::warn(remark));
    }
    if !open.is_empty() {
        return Err(Failure::OpenPlaces(open));
    }
    given.to.as_deref().map_or(Ok(()), |to: &Path| files::create(to, toml().as_bytes()))
}

/// The projects of the round and their sheets.
fn read(
    given: &arguments::Prelim,
    rubric: &Rubric,
) -> Result<(Vec<Project>, Sheets), Vec<definition::Problem>> {
    let groups: Vec<GroupId> = given.finalists.0.iter().map(|(group, _)| group.clone()).collect();
    match &given.projects {
        None => definition::read_grouped_sheets(&given.sheets, rubric, &groups, &Disk),
        Some(projects) => {
            let projects = definition::read_entries(projects, &groups, &Disk)?;
            let sheets = definition::read_sheets_of(&given.sheets, rubric, &projects, &Disk)?;
            Ok((projects, sheets))
        }
    }
}

/// The ranking of one group; those that share a place stand in the order of the projects.
fn ranked(
    group: &GroupId,
    rubric: &Rubric,
    projects: &[Project],
    sheets: &Sheets,
    rulings: &[Ruling],
) -> GroupResults {
    let none = std::collections::BTreeMap::new();
    let entries = projects
        .iter()
        .filter(|it| it.group == *group)
        .map(|it| (it.id.clone(), it.name.clone(), sheets.get(&it.id).unwrap_or(&none)));
    let head = (group.clone(), group.as_str().into());
    GroupResults::from_sheets(head, rubric, &[], entries, rulings)
}

fn open_place(selection: &Selection) -> Option<OpenPlace> {
    let tied = Tied {
        group: selection.id.to_string(),
        place: selection.tied.first()?.place,
        projects: selection.tied.iter().map(|it| it.project.clone()).collect(),
        left: selection.places.saturating_sub(selection.finalists.len()),
    };
    let waits = selection.waits_for_the_chair();
    Some(if waits { OpenPlace::WaitsForChair(tied) } else { OpenPlace::Shared(tied) })
}

/// The finalists and the reserve as the projects of a session, group after group.
fn chosen(
    selections: &[Selection],
    projects: &[Project],
    carry: Option<&arguments::CarryId>,
) -> Vec<Project> {
    let project = |standing: &Standing, reserve| {
        let mut project = projects.iter().find(|it| it.id == standing.project)?.clone();
        project.reserve = reserve;
        if let Some(arguments::CarryId(id)) = carry {
            project.carried.insert(id.clone(), standing.score);
        }
        Some(project)
    };
    let of_group = |selection: &Selection| {
        let finalists = selection.finalists.iter().filter_map(|it| project(it, None));
        let reserve = selection.reserve.iter().zip(1..);
        let reserve = reserve.filter_map(|(it, rank)| project(it, Some(rank)));
        finalists.chain(reserve).collect::<Vec<_>>()
    };
    selections.iter().flat_map(of_group).collect()
}
