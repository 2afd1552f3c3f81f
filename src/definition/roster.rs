//! The office's list (名单) of a final: projects, judges and conflicts of interest, from workbooks and CSV
//! files as offices keep them, and its merge into a session.
//!
//! What always holds, and the test that guards it (`tests/it/import.rs`, the first in `tests/definition.rs`):
//!
//! - of every bad list all is said, where it is: `every_bad_list_gets_its_complaints`;
//! - what was exported comes back as it was: `what_is_exported_comes_back_as_the_same_session`;
//! - what a list does not change stays as it is written: `a_merge_keeps_comments_and_order`;
//! - what is written has no problems: `what_is_written_passes_check`.
//!
//! The headings that are known are in `synonyms.rs`, and `docs/import.md` lists them for people.

mod begin;
mod book;
mod change;
mod entry;
mod field;
mod head;
mod line;
mod merge;
mod origin;
mod sheet;
mod synonyms;
mod table;
mod text;
mod toml_rows;
mod word;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};

pub use self::{
    begin::{Beginning, begun},
    change::{Change, Changed, What},
    entry::{Subject, Value},
    head::{Column, ListKind},
    line::LeftOut,
    merge::{Merged, merge},
    table::Said,
};
use self::{
    entry::Entry,
    line::Reader,
    sheet::{At, Sheet},
};
use super::{Complaint, Files, Problem, page, page::shown};
use crate::contest::{ProjectId, SeatId, Session, Text};

/// Lists that were read.
#[derive(Debug, Default)]
pub struct Roster {
    /// The tables that lists were read from.
    pub lists: Vec<List>,
    /// The worksheets that are not read.
    pub others: Vec<Aside>,
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
    entries: Vec<Entry>,
}

/// A worksheet that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its file.
    pub file: PathBuf,
    /// Its name.
    pub sheet: String,
    /// Whether spreadsheet programs do not show it; else it is no list.
    pub is_hidden: bool,
}

/// A list that was read.
#[derive(Debug)]
pub struct List {
    /// What it lists.
    pub kind: ListKind,
    /// Its file.
    pub file: PathBuf,
    /// Its worksheet; a CSV file has none.
    pub sheet: Option<String>,
    /// How many lines it has.
    pub lines: usize,
    /// What is read of it, with the headings of these columns.
    pub columns: Vec<(Column, String)>,
    /// The headings that nobody reads.
    pub left_out: Vec<String>,
    /// The rows that are none of its lines.
    pub rows_left_out: Vec<(usize, LeftOut)>,
}

impl Roster {
    /// Reads the lists in these files, as they fit this session.
    pub fn read(paths: &[PathBuf], said: &Said, session: &Session, files: &impl Files) -> Self {
        let mut roster = Self::default();
        let mut sheets = Vec::new();
        for path in paths {
            match open(path, files, |sheet| said.sense(sheet, session)) {
                Ok(found) => sheets.push((path.as_path(), found)),
                Err(problems) => roster.problems.extend(problems),
            }
        }
        roster.check_said(said, &sheets, session);
        let mut tables = Vec::new();
        for (path, sheets) in &sheets {
            let (lists, others) = said.lists(sheets, session);
            roster.others.extend(others.into_iter().filter(|it| !it.rows.is_empty()).filter_map(
                |Sheet { source, is_hidden, .. }| {
                    let (file, sheet) = (path.to_path_buf(), source.sheet.clone()?);
                    Some(Aside { file, sheet, is_hidden: *is_hidden })
                },
            ));
            if lists.is_empty() {
                roster.problems.push(nothing_in(path, sheets));
            }
            let problems = &mut roster.problems;
            tables.extend(
                lists
                    .into_iter()
                    .filter_map(|(sheet, kind)| said.table(sheet, kind, session, problems)),
            );
        }
        tables.sort_by_key(|table| table.kind);
        for table in &tables {
            roster.take(table, session);
        }
        roster.check_twice();
        roster.check_filled(&tables);
        let order = |problem: &Problem| {
            let file = paths.iter().position(|path| *path == problem.file);
            let all = sheets.iter().flat_map(|(_, sheets)| sheets);
            let sheet = all.map(|it| it.source.name()).position(|name| {
                problem.cell.as_ref().is_some_and(|cell| {
                    cell.strip_prefix(&name).is_some_and(|rest| rest.starts_with('!'))
                })
            });
            (file, sheet, problem.line, problem.column)
        };
        roster.problems.sort_by_key(order);
        roster.problems.dedup();
        roster
    }

    /// Whether there is a list of this kind: a worksheet that nobody has filled in is none.
    pub fn has(&self, kind: ListKind) -> bool {
        self.entries_of(kind).next().is_some()
    }

    /// The lines of a kind, of several about one thing only the first.
    fn firsts_of(&self, kind: ListKind) -> impl Iterator<Item = &Entry> {
        let mut met = BTreeSet::new();
        self.entries_of(kind).filter(move |it| met.insert(&it.subject))
    }

    /// The lines of a kind.
    fn entries_of(&self, kind: ListKind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |it| it.subject.kind() == kind)
    }

    /// Reads the lines of a table.
    fn take(&mut self, table: &table::Table<'_>, session: &Session) {
        let named = |entry: &Entry| match entry.value(&Column::Name) {
            Some(Value::Text(text)) => text.clone(),
            _ => "".into(),
        };
        let (mut seats, mut projects) = (known_seats(session), known_projects(session));
        for entry in &self.entries {
            match &entry.subject {
                Subject::Judge(id) => {
                    seats.insert(id.clone(), named(entry));
                }
                Subject::Project(id) => {
                    projects.insert(id.clone(), named(entry));
                }
                Subject::Recusal(..) => (),
            }
        }
        let (seats, projects): (Vec<_>, Vec<_>) =
            (seats.into_iter().collect(), projects.into_iter().collect());
        let (seats, projects, problems) =
            (seats.as_slice(), projects.as_slice(), &mut self.problems);
        let (entries, rows_left_out) = Reader { table, session, seats, projects, problems }.read();
        let source = &table.sheet.source;
        let head = table.sheet.rows.get(table.head);
        let heading = |(nth, column): &(usize, Column)| {
            let text = head.and_then(|it| it.get(*nth)).map(|cell| shown(&line::line(&cell.text)));
            (column.clone(), text.unwrap_or_default())
        };
        self.lists.push(List {
            kind: table.kind,
            file: source.file().to_owned(),
            sheet: source.sheet.clone(),
            lines: entries.len(),
            columns: table.columns.iter().map(heading).collect(),
            left_out: table.left_out.clone(),
            rows_left_out,
        });
        self.entries.extend(entries);
    }

    /// Complains about worksheets and headings that were named and are not there.
    fn check_said(&mut self, said: &Said, sheets: &[(&Path, Vec<Sheet>)], session: &Session) {
        let all = || sheets.iter().flat_map(|(_, sheets)| sheets);
        let Some((file, _)) = sheets.first() else { return };
        let mut complain = |complaint| {
            self.problems.push(of_file(file, complaint));
        };
        for (_, name) in &said.sheets {
            if !all().any(|it| head::plain(&it.source.name()) == head::plain(name)) {
                let known = all().map(|it| it.source.name()).collect::<Vec<_>>().join(", ");
                complain(Complaint::NoSuchSheet { sheet: shown(name), known: shown(&known) });
            }
        }
        for (column, heading) in &said.columns {
            let kinds = ListKind::ALL.into_iter();
            let headings = |kind| head::Headings { kind, session, said: &[] };
            let mut known: Vec<String> = kinds
                .flat_map(|kind| headings(kind).columns().collect::<Vec<_>>())
                .map(|it| it.as_str())
                .collect();
            known.sort();
            known.dedup();
            if !known.contains(column) {
                let known = known.join(", ");
                complain(Complaint::UnknownColumn { column: shown(column), known });
                continue; // What should stand over it does not matter then.
            }
            let is_there = all().flat_map(|it| &it.rows).flat_map(sheet::Row::said);
            if !is_there.map(|it| head::plain(&it.text)).any(|it| it == head::plain(heading)) {
                complain(Complaint::NoSuchHeading { heading: shown(heading) });
            }
        }
    }

    /// Complains if all lists are as nobody has filled them in.
    fn check_filled(&mut self, tables: &[table::Table<'_>]) {
        let Some(table) = tables.first() else { return };
        if self.problems.is_empty() && self.entries.is_empty() {
            let head = table.sheet.rows.get(table.head);
            let at = head.map_or(At::FIRST, |row| table.sheet.at(row, 0));
            self.problems.push(table.sheet.source.problem(at, Complaint::NoRows));
        }
    }

    /// Nothing stands twice, and no project under two numbers.
    fn check_twice(&mut self) {
        let (mut seen, mut names) = (BTreeMap::new(), BTreeMap::new());
        let mut problems = Vec::new();
        for entry in &self.entries {
            let first = *seen.entry(&entry.subject).or_insert(entry);
            if !std::ptr::eq(first, entry) {
                let (kind, id) = match &entry.subject {
                    Subject::Project(id) => ("project", id.to_string()),
                    Subject::Judge(id) => ("seat", id.to_string()),
                    Subject::Recusal(seat, project) => ("recusal", format!("{seat} – {project}")),
                };
                let first = first.source.place(first.at, &entry.source);
                let complaint = Complaint::ListedTwice { kind: kind.to_owned(), id, first };
                problems.push(entry.source.problem(entry.at, complaint));
                continue;
            }
            let Subject::Project(_) = entry.subject else { continue };
            let Some(Value::Text(name)) = entry.value(&Column::Name) else { continue };
            let entrant = match entry.value(&Column::Entrant) {
                Some(Value::Text(text)) => text.zh.as_str(),
                _ => "",
            };
            let first = *names.entry((name.zh.as_str(), entrant)).or_insert(entry);
            if let (false, Subject::Project(id)) = (std::ptr::eq(first, entry), &first.subject) {
                let (project, first) =
                    (id.to_string(), first.source.place(first.at, &entry.source));
                problems.push(entry.problem("name", Complaint::SameAsListed { project, first }));
            }
        }
        self.problems.extend(problems);
    }
}

/// The tables of a file, by what is in it and not by its name.
fn open(
    path: &Path,
    files: &impl Files,
    sense: impl Fn(&Sheet) -> usize,
) -> Result<Vec<Sheet>, Vec<Problem>> {
    let wrong = |complaint| vec![of_file(path, complaint)];
    let bytes = files.read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => wrong(Complaint::NoSuchList),
        _ => vec![page::unreadable(path, &error)],
    })?;
    if bytes.len() > book::MOST_BYTES {
        let most = book::MOST_BYTES >> 20;
        return Err(wrong(Complaint::ListTooLarge { what: "megabytes".to_owned(), most }));
    }
    match book::read(path, &bytes) {
        Some(sheets) => sheets.map_err(wrong),
        None => text::read(path, &bytes, sense).map(|sheet| vec![sheet]),
    }
}

/// What is wrong with a file in which no list is.
fn nothing_in(path: &Path, sheets: &[Sheet]) -> Problem {
    if sheets.iter().all(|it| it.rows.is_empty()) {
        return of_file(path, Complaint::NothingListed);
    }
    let known = ListKind::Projects.needed().iter().map(|it| it.told(ListKind::Projects));
    let complaint = Complaint::NoHeadings { known: known.collect::<Vec<_>>().join(", ") };
    match sheets.iter().find(|it| !it.is_hidden && !it.rows.is_empty()) {
        Some(sheet) => sheet.source.problem(At::FIRST, complaint),
        None => of_file(path, complaint),
    }
}

/// What is wrong with a file as a whole.
fn of_file(path: &Path, complaint: Complaint) -> Problem {
    Problem { file: path.to_owned(), line: 1, column: 1, cell: None, complaint }
}

fn known_seats(session: &Session) -> BTreeMap<SeatId, Text> {
    let seats = session.rooms.iter().flat_map(|room| &room.judges);
    seats.map(|seat| (seat.id.clone(), seat.name.clone())).collect()
}

fn known_projects(session: &Session) -> BTreeMap<ProjectId, Text> {
    session.projects.iter().map(|it| (it.id.clone(), it.name.clone())).collect()
}
