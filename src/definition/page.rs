//! One file while it is read: its text, and what has been noted about it so far.

use std::{cell::RefCell, io, path::Path, str};

use toml::de::{DeTable, DeValue};

use super::{Complaint, Files, Problem, table::Table, value::is_hidden};

/// Notes complaints while cursors walk over the file. Places are byte offsets into the text.
pub(super) struct Page<'d> {
    path: &'d Path,
    text: &'d str,
    own: RefCell<Vec<(usize, Complaint)>>,
    of_others: RefCell<Vec<Problem>>,
}

/// Reads a TOML file and hands its table to `read`.
///
/// # Errors
///
/// All that was complained of. A file that is not TOML is complained of as such only: what is left
/// of it would read like a file with things missing.
pub(super) fn open<T>(
    path: &Path,
    files: &impl Files,
    read: impl FnOnce(&Page<'_>, Table<'_>) -> T,
) -> Result<T, Vec<Problem>> {
    let (result, problems) = look(path, files, read)?;
    if problems.is_empty() { Ok(result) } else { Err(problems) }
}

/// The same of a file that need not be sound: what was read, with all that was complained of.
///
/// # Errors
///
/// That it cannot be read at all, or is not TOML.
pub(super) fn look<T>(
    path: &Path,
    files: &impl Files,
    read: impl FnOnce(&Page<'_>, Table<'_>) -> T,
) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    let (result, problems) = look_at_text(path, files, |page| {
        let (tree, errors) = DeTable::parse_recoverable(page.text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            page.complain(at, Complaint::Syntax { detail: error.message().to_owned() });
        }
        errors.is_empty().then(|| read(page, Table::new(page, tree.get_ref(), 0)))
    })?;
    match result {
        Some(result) => Ok((result, problems)),
        None => Err(problems),
    }
}

/// Reads a file and hands its page to `read`.
///
/// # Errors
///
/// All that was complained of.
pub(super) fn open_text<T>(
    path: &Path,
    files: &impl Files,
    read: impl FnOnce(&Page<'_>) -> T,
) -> Result<T, Vec<Problem>> {
    let (result, problems) = look_at_text(path, files, read)?;
    if problems.is_empty() { Ok(result) } else { Err(problems) }
}

fn look_at_text<T>(
    path: &Path,
    files: &impl Files,
    read: impl FnOnce(&Page<'_>) -> T,
) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    let bytes = files.read(path).map_err(|error| vec![unreadable(path, &error)])?;
    let text = str::from_utf8(&bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).and_then(|sound| str::from_utf8(sound).ok());
        let sound = sound.unwrap_or_default();
        vec![Page::new(path, sound).problem(sound.len(), Complaint::NotUtf8)]
    })?;
    let page = Page::new(path, text);
    let result = read(&page);
    Ok((result, page.into_problems()))
}

/// What the disk says about a file.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let complaint = match error.kind() {
        io::ErrorKind::NotFound => Complaint::FileMissing { path: path.display().to_string() },
        _ => Complaint::FileUnreadable {
            path: path.display().to_string(),
            reason: error.to_string(),
        },
    };
    Page::new(path, "").problem(0, complaint)
}

impl<'d> Page<'d> {
    /// The page of a text that is at hand.
    pub(super) fn new(path: &'d Path, text: &'d str) -> Self {
        Self { path, text, own: RefCell::default(), of_others: RefCell::default() }
    }

    /// The file's path.
    pub(super) fn path(&self) -> &'d Path {
        self.path
    }

    /// What the file says.
    pub(super) fn text(&self) -> &'d str {
        self.text
    }

    /// How many problems have been noted so far.
    pub(super) fn problems(&self) -> usize {
        self.own.borrow().len()
    }

    /// Notes that something is wrong at this place; once, though several groups may share it.
    pub(super) fn complain(&self, at: usize, complaint: Complaint) {
        let (noted, mut own) = ((at, complaint), self.own.borrow_mut());
        if !own.contains(&noted) {
            own.push(noted);
        }
    }

    /// Takes over what is wrong with a file that this one names.
    pub(super) fn adopt(&self, problems: Vec<Problem>) {
        self.of_others.borrow_mut().extend(problems);
    }

    /// Whether nothing has been complained of in this file so far.
    pub(super) fn is_clean(&self) -> bool {
        self.own.borrow().is_empty()
    }

    /// The line of a place, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.before(at).matches('\n').count()
    }

    fn before(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or(self.text)
    }

    /// What is wrong at a place.
    pub(super) fn problem(&self, at: usize, complaint: Complaint) -> Problem {
        let line_so_far = self.before(at).rsplit('\n').next().unwrap_or_default();
        let column = 1 + line_so_far.trim_start_matches('\u{feff}').chars().count();
        let (file, line) = (self.path.to_owned(), self.line(at));
        Problem { file, line, column, cell: None, complaint }
    }

    /// This file's problems from top to bottom, then those of the files it names.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut own = self.own.take();
        own.sort_by_key(|(at, _)| *at);
        let own = own.into_iter().map(|(at, complaint)| self.problem(at, complaint));
        own.chain(self.of_others.take()).collect()
    }
}

/// The most characters of a value that a complaint repeats.
const MOST_SHOWN: usize = 60;

/// What a complaint repeats of a value: not too much, and nothing that would steer a terminal.
pub(super) fn shown(value: &str) -> String {
    let plain =
        |letter: char| if letter.is_control() || is_hidden(letter) { '\u{fffd}' } else { letter };
    let mut shown: String = value.chars().map(plain).take(MOST_SHOWN).collect();
    if value.chars().nth(MOST_SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// What TOML calls this value: the `found` of a complaint.
pub(super) fn kind(value: &DeValue<'_>) -> String {
    value.type_str().to_owned()
}
