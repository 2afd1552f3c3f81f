//! What is read of a definition comes back from a journal as it is; every complaint is about a place in
//! the file, and can be printed on a terminal.

use std::{io, path::Path};

use roadshow::{
    contest::{ProjectId, Rubric, Session},
    definition::{Files, Problem, read_rubric, read_rulings, read_session},
};

/// A disk with one file of these bytes, and a sound rubric beside it.
pub(crate) struct Given<'a>(pub(crate) &'a [u8]);

pub(crate) const FILE: &str = "given";
const RUBRIC: &str = include_str!("../../tests/data/odd/rubric.toml");

impl Files for Given<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match path.to_str() {
            Some(FILE) => Ok(self.0.to_vec()),
            Some("rubric.toml") => Ok(RUBRIC.as_bytes().to_vec()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

pub(crate) fn rubric(bytes: &[u8]) {
    match read_rubric(Path::new(FILE), &Given(bytes)) {
        Ok(rubric) => {
            let kept = serde_json::to_string(&rubric).unwrap();
            assert_eq!(serde_json::from_str::<Rubric>(&kept).unwrap(), rubric);
        }
        Err(problems) => are_in(bytes, &problems),
    }
}

pub(crate) fn session(bytes: &[u8]) {
    match read_session(Path::new(FILE), &Given(bytes)) {
        Ok(session) => {
            let kept = serde_json::to_string(&session).unwrap();
            assert_eq!(serde_json::from_str::<Session>(&kept).unwrap(), session);
        }
        Err(problems) => are_in(bytes, &problems),
    }
}

pub(crate) fn rulings(bytes: &[u8]) {
    let waiting = [
        ["P1", "P2"].map(ProjectId::from).to_vec(),
        ["P3", "P4", "P5"].map(ProjectId::from).to_vec(),
    ];
    match read_rulings(Path::new(FILE), &waiting, &Given(bytes)) {
        Ok(rulings) => {
            for ruling in rulings {
                assert!(waiting.iter().any(|tied| ruling.is_about(tied)));
                let kept = serde_json::to_string(&ruling).unwrap();
                assert_eq!(
                    serde_json::from_str::<roadshow::contest::Ruling>(&kept).unwrap(),
                    ruling
                );
            }
        }
        Err(problems) => are_in(bytes, &problems),
    }
}

/// There are problems, and each is at a place in the file.
pub(crate) fn are_in(bytes: &[u8], problems: &[Problem]) {
    assert!(!problems.is_empty(), "refused for no reason");
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in problems.iter().filter(|it| it.file == Path::new(FILE)) {
        let line = problem.line.checked_sub(1).and_then(|line| lines.get(line));
        let line = line.unwrap_or_else(|| panic!("{problem}: of {} lines", lines.len()));
        let columns = line.chars().count() + 1;
        assert!((1..=columns).contains(&problem.column), "{problem}: of {columns} columns");
        let told = problem.to_string();
        assert!(!told.contains(char::is_control), "{told:?}");
    }
}
