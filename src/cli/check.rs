//! `roadshow check`: everything that is wrong with rubrics and sessions, at once.

use std::{collections::BTreeSet, fs, path::PathBuf};

use super::{Failure, arguments, failure::problems_text, print};
use crate::{
    definition::{self, Disk, Problem},
    words::Words,
};

pub(super) fn run(check: &arguments::Check, words: &Words) -> Result<(), Failure> {
    let mut told = BTreeSet::new();
    for file in &check.files {
        let problems = definition::check(file, &Disk);
        if problems.is_empty() {
            let file = file.display().to_string();
            print(&format!("{}\n", words.tell("cli-check-good", &[("file", file.into())])))?;
        }
        // A rubric that is given beside a session that names it is read twice and told once.
        let new: Vec<Problem> = problems.into_iter().filter(|it| told.insert(name(it))).collect();
        if !new.is_empty() {
            print(&format!("{}\n", problems_text(&new, words)))?;
        }
    }
    if told.is_empty() { Ok(()) } else { Err(Failure::Problems(told.len())) }
}

/// What makes two problems the same one, whatever way leads to the file.
fn name(problem: &Problem) -> (PathBuf, usize, usize, String) {
    let Problem { file, line, column, complaint, .. } = problem;
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.clone());
    (file, *line, *column, complaint.to_string())
}
