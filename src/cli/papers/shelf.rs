//! The folder that papers are written into. It is gone over as often as papers are made, and only what
//! was written here before, and not changed since, is written over or taken away.
//!
//! A list beside the papers says what these are, by their hashes. Papers of another session, or of its
//! rehearsal, are never mixed with them: `papers_are_written_over_and_nothing_else` in `tests/it/papers.rs`.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    cli::{Failure, failure::Place, files},
    papers::evening::Evening,
};

/// The list of what was written.
const LIST: &str = "roadshow-papers.json";

/// A folder of papers with what is about to be done to it.
pub(super) struct Shelf {
    folder: PathBuf,
    list: List,
    to_write: Vec<(String, Vec<u8>)>,
    to_take: Vec<String>,
}

/// What was written, when the journal was at which head.
#[derive(Debug, Default, Serialize, Deserialize)]
struct List {
    session: String,
    rehearsal: bool,
    head: String,
    /// The BLAKE3 hash of every file, in hexadecimal.
    files: BTreeMap<String, String>,
}

impl Shelf {
    /// The folder, made where there is none.
    pub(super) fn open(folder: &Path, evening: &Evening) -> Result<Self, Failure> {
        files::folder(folder)?;
        let (session, rehearsal) =
            (evening.contest.session().id.clone(), evening.contest.is_rehearsal());
        // A list that cannot be read says of no file that it is ours.
        let list = fs::read_to_string(folder.join(LIST)).ok();
        let list: Option<List> = list.and_then(|text| serde_json::from_str(&text).ok());
        if list.as_ref().is_some_and(|it| it.session != session || it.rehearsal != rehearsal) {
            let folder = folder.display().to_string();
            return Err(Failure::Place(Place::OtherPapers { folder }));
        }
        let files = list.map(|it| it.files).unwrap_or_default();
        let list = List { session, rehearsal, head: evening.journal.head.clone(), files };
        Ok(Self { folder: folder.to_owned(), list, to_write: Vec::new(), to_take: Vec::new() })
    }

    /// A file that is to be there.
    pub(super) fn lay(&mut self, name: String, bytes: Vec<u8>) {
        self.to_write.push((name, bytes));
    }

    /// A file that is not to be there any more, if it is ours.
    pub(super) fn take_away(&mut self, name: String) {
        self.to_take.push(name);
    }

    /// Does it, all or nothing as far as others' files are concerned, and says what was taken away.
    pub(super) fn write(mut self) -> Result<Vec<String>, Failure> {
        let mut removed = Vec::new();
        for (name, bytes) in &self.to_write {
            let there = self.there(name)?;
            if there.is_some_and(|it| it != hash(bytes) && self.list.files.get(name) != Some(&it)) {
                return Err(self.not_ours(name));
            }
        }
        for name in &self.to_take {
            let there = self.there(name)?;
            match (there, self.list.files.get(name)) {
                (Some(there), Some(ours)) if there == *ours => removed.push(name.clone()),
                (Some(_), Some(_)) => return Err(self.not_ours(name)),
                _ => (),
            }
        }
        for (name, bytes) in &self.to_write {
            self.put(name, bytes)?;
            self.list.files.insert(name.clone(), hash(bytes));
        }
        for name in &removed {
            let path = self.folder.join(name);
            fs::remove_file(&path).map_err(|error| files::cannot_write(&path, &error))?;
        }
        for name in &self.to_take {
            self.list.files.remove(name);
        }
        let list = serde_json::to_vec_pretty(&self.list).unwrap_or_default();
        self.put(LIST, &list)?;
        Ok(removed)
    }

    /// The hash of a file that is there.
    fn there(&self, name: &str) -> Result<Option<String>, Failure> {
        let path = self.folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(hash(&bytes))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(files::cannot_write(&path, &error)),
        }
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let written: io::Result<()> = fs::write(&path, bytes);
        written.map_err(|error| files::cannot_write(&path, &error))
    }

    fn not_ours(&self, name: &str) -> Failure {
        let path = self.folder.join(name).display().to_string();
        Failure::Place(Place::NotOurs { path })
    }
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
