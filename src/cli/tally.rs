//! `roadshow tally`: the ranking of score sheets on paper, by the same engine and without a hub.

use super::{Failure, arguments, print, results};
use crate::{
    contest::{Award, Field, Ingredients, Recipe, Results, Robustness, Rubric},
    definition::{self, Disk, Sheets},
    papers::{results::ResultsPage, robustness::RobustnessPage},
    words::Words,
};

pub(super) fn run(given: &arguments::Tally, words: &Words) -> Result<(), Failure> {
    let rubric = definition::read_rubric(&given.rubric, &Disk).map_err(Failure::Definition)?;
    let sheets = definition::read_sheets(&given.sheets, &rubric, &Disk);
    let sheets = sheets.map_err(Failure::Definition)?;
    let mut field = field(&rubric, &given.awards.0, &sheets);
    let mut group = field.ranked();
    let rulings;
    if let Some(chair) = &given.chair {
        let read = definition::read_rulings(chair, &group.waiting, &Disk);
        rulings = read.map_err(Failure::Definition)?;
        field.rulings = &rulings;
        group = field.ranked();
    }
    let name = given.sheets.file_stem().unwrap_or_default().to_string_lossy();
    if given.robustness {
        let page = RobustnessPage::of(&name, &[Robustness::of(&field)], words);
        return print(&results::written(&page, given.format, words)?);
    }
    let page = ResultsPage::of_results(&name, Results { groups: vec![group] }, words);
    print(&results::written(&page, given.format, words)?)
}

/// The projects; those that share a place stand in the order of their names.
fn field<'a>(rubric: &'a Rubric, awards: &'a [Award], sheets: &'a Sheets) -> Field<'a> {
    Field {
        group: rubric.id.as_str().into(),
        name: rubric.title.clone(),
        recipe: Recipe::plain(rubric),
        awards,
        rulings: &[],
        projects: sheets.keys().map(|id| (id.clone(), id.as_str().into())).collect(),
        ingredients: sheets.values().map(Ingredients::of_sheets).collect(),
    }
}
