//! `roadshow check`: everything that is wrong with rubrics and sessions, at once.

use super::{Failure, arguments, failure::problems_text, print};
use crate::{
    definition::{self, Disk},
    words::Words,
};

pub(super) fn run(check: &arguments::Check, words: &Words) -> Result<(), Failure> {
    let mut count = 0;
    for file in &check.files {
        let problems = definition::check(file, &Disk);
        count += problems.len();
        if problems.is_empty() {
            let file = file.display().to_string();
            print(&format!("{}\n", words.tell("cli-check-good", &[("file", file.into())])))?;
        } else {
            print(&format!("{}\n", problems_text(&problems, words)))?;
        }
    }
    if count == 0 { Ok(()) } else { Err(Failure::Problems(count)) }
}
