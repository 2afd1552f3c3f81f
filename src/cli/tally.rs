//! `roadshow tally`: the ranking of score sheets on paper, by the same engine and without a hub.

use super::{Failure, arguments, print, results};
use crate::{
    contest::{
        Award, Contender, Entries, GroupResults, Ingredients, Reason, Recipe, Results, Rubric,
        Ruling, Unranked,
    },
    definition::{self, Disk, Sheets},
    papers::results::ResultsPage,
    words::Words,
};

pub(super) fn run(given: &arguments::Tally, words: &Words) -> Result<(), Failure> {
    let rubric = definition::read_rubric(&given.rubric, &Disk).map_err(Failure::Definition)?;
    let sheets = definition::read_sheets(&given.sheets, &rubric, &Disk);
    let sheets = sheets.map_err(Failure::Definition)?;
    let awards = &given.awards.0;
    let mut group = ranked(&rubric, awards, &sheets, &[]);
    if let Some(chair) = &given.chair {
        let rulings = definition::read_rulings(chair, &group.waiting, &Disk);
        group = ranked(&rubric, awards, &sheets, &rulings.map_err(Failure::Definition)?);
    }
    let name = given.sheets.file_stem().unwrap_or_default().to_string_lossy();
    let page = ResultsPage::of_results(&name, Results { groups: vec![group] }, words);
    print(&results::written(&page, given.format, words)?)
}

/// The ranking of the projects; those that share a place stand in the order of their names.
fn ranked(rubric: &Rubric, awards: &[Award], sheets: &Sheets, rulings: &[Ruling]) -> GroupResults {
    let mut entries = Entries { scored: Vec::new(), unranked: Vec::new() };
    let ingredients: Vec<_> = sheets.values().map(Ingredients::of_sheets).collect();
    for (project, score) in sheets.keys().zip(Recipe::plain(rubric).scores(&ingredients)) {
        let (project, name) = (project.clone(), project.as_str().into());
        match score {
            Ok(score) => entries.scored.push(Contender { project, name, score }),
            Err(why) => {
                let reason = Reason::Untallied(why);
                entries.unranked.push(Unranked { project, name, reason, note: None });
            }
        }
    }
    let head = (rubric.id.as_str().into(), rubric.title.clone());
    GroupResults::from_entries(head, &rubric.scoring, awards, entries, rulings)
}
