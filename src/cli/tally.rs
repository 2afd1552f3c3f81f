//! `roadshow tally`: the ranking of score sheets on paper, by the same engine and without a hub.

use std::{mem, path::Path};

use super::{Failure, arguments, print, results};
use crate::{
    contest::{
        Award, Field, GroupResults, Ingredients, ProjectId, Recipe, Results, Robustness, Rubric,
        Ruling,
    },
    definition::{self, Disk, Sheets},
    papers::{
        results::{ResultsPage, RulingRow},
        robustness::RobustnessPage,
    },
    words::Words,
};

pub(super) fn run(given: &arguments::Tally, words: &Words) -> Result<(), Failure> {
    let rubric = definition::read_rubric(&given.rubric, &Disk).map_err(Failure::Definition)?;
    let sheets = definition::read_sheets(&given.sheets, &rubric, &Disk);
    let sheets = sheets.map_err(Failure::Definition)?;
    let mut field = field(&rubric, &given.awards.0, &sheets);
    let mut group = field.ranked();
    field.rulings = rulings(given.chair.as_deref(), &group.waiting)?;
    if !field.rulings.is_empty() {
        group = field.ranked();
    }
    let name = given.sheets.file_stem().unwrap_or_default().to_string_lossy();
    if given.robustness {
        let page = RobustnessPage::of(&name, &[Robustness::of(&field)], words);
        return print(&results::written(&page, given.format, words)?);
    }
    let mut page = ResultsPage::of_results(&name, Results { groups: vec![group.into()] }, words);
    for row in &mut page.groups {
        row.rulings = field.rulings.iter().map(RulingRow::of).collect();
    }
    print(&results::written(&page, given.format, words)?)?;
    // The program ends here: to free every sheet and every line by itself would take a tenth of its time.
    mem::forget((field, page));
    mem::forget(sheets);
    Ok(())
}

/// The decisions of the jury chair about the ties that wait for it, where they are given.
fn rulings(chair: Option<&Path>, waiting: &[Vec<ProjectId>]) -> Result<Vec<Ruling>, Failure> {
    let read = |chair| definition::read_rulings(chair, waiting, &Disk);
    chair.map_or(Ok(Vec::new()), |chair| read(chair).map_err(Failure::Definition))
}

/// Rankings with those decisions.
pub(super) fn with_chair(
    chair: Option<&Path>,
    ranked: impl Fn(&[Ruling]) -> Vec<GroupResults>,
) -> Result<Vec<GroupResults>, Failure> {
    let groups = ranked(&[]);
    let waiting: Vec<_> = groups.iter().flat_map(|group| group.waiting.clone()).collect();
    let rulings = rulings(chair, &waiting)?;
    Ok(if rulings.is_empty() { groups } else { ranked(&rulings) })
}

/// The projects; those that share a place stand in the order of their names.
fn field<'a>(rubric: &'a Rubric, awards: &'a [Award], sheets: &'a Sheets) -> Field<'a> {
    Field {
        group: rubric.id.as_str().into(),
        name: rubric.title.clone(),
        recipe: Recipe::plain(rubric),
        awards,
        rulings: Vec::new(),
        projects: sheets.keys().map(|id| (id.clone(), id.as_str().into())).collect(),
        ingredients: sheets.values().map(Ingredients::of_sheets).collect(),
    }
}
