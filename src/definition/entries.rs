//! Reads the projects of a preliminary round from CSV: `project,group,name,…`, one row a project. The
//! format is described in `docs/prelim.md`.

use std::collections::BTreeMap;

use super::{
    Complaint,
    cells::{Cell, Rows},
    columns::{self, Column},
    page::{Page, shown},
    value::{check_id, check_length, check_text, read_count, read_day},
};
use crate::contest::{EntrantKind, GroupId, Project, ProjectId, Text};

const KINDS: [(&str, EntrantKind); 3] = [
    ("company", EntrantKind::Company),
    ("start-up", EntrantKind::StartUp),
    ("team", EntrantKind::Team),
];

/// What a column holds: its head, and whether it must be there.
struct Key(&'static str, bool);

impl Column for Key {
    fn name(&self) -> &str {
        self.0
    }

    fn is_needed(&self) -> bool {
        self.1
    }
}

/// Reads the projects; each is in one of the groups, and where there is only one that need not be
/// said.
pub(super) fn read<'d>(page: &'d Page<'d>, groups: &[GroupId]) -> Vec<Project> {
    let mut rows = Rows::of(page);
    let header = rows.next().unwrap_or_default();
    let needed = [("project", true), ("group", groups.len() > 1), ("name", true)];
    let more = ["entrant", "kind", "registered", "core-members", "field", "region"];
    let more = more.map(|key| (key, false));
    let known = needed.into_iter().chain(more).map(|(key, is_needed)| Key(key, is_needed));
    let columns = columns::in_order(page, &header, known.collect());
    let mut projects: Vec<(usize, Project)> = Vec::new();
    if !page.is_clean() {
        return Vec::new(); // Without its columns every row would be wrong.
    }
    for row in rows.filter(|row| !columns::is_blank(page, row, columns.len())) {
        let line = Line { page, columns: &columns, row: &row };
        let project = line.read(groups);
        let at = row.first().map_or(0, |cell| cell.at);
        check_twins(page, &projects, at, &project);
        projects.push((at, project));
    }
    projects.into_iter().map(|(_, project)| project).collect()
}

/// A row while it is read.
struct Line<'a, 'd> {
    page: &'d Page<'d>,
    columns: &'a [Option<Key>],
    row: &'a [Cell<'d>],
}

impl<'a, 'd> Line<'a, 'd> {
    fn read(&self, groups: &[GroupId]) -> Project {
        let id = self.need("project", |it| check_id(it).map(|()| ProjectId::from(it)));
        let only = groups.first().filter(|_| groups.len() == 1).cloned();
        let known = |it: &str| {
            let group = groups.iter().find(|group| group.as_str() == it).cloned();
            group.ok_or_else(|| Complaint::unknown_id("group", it, groups))
        };
        let has_groups = self.columns.iter().flatten().any(|key| key.0 == "group");
        let group = if has_groups { self.need("group", known) } else { only };
        let kind = |it: &str| {
            let found = KINDS.iter().find(|(word, _)| *word == it);
            found.map(|(_, kind)| *kind).ok_or_else(|| {
                let choices = KINDS.map(|(word, _)| format!("\"{word}\"")).join(", ");
                Complaint::NotAChoice { key: "kind".to_owned(), value: shown(it), choices }
            })
        };
        Project {
            id: id.unwrap_or_else(|| "".into()),
            group: group.unwrap_or_else(|| "".into()),
            name: self.need("name", |it| name("name", it)).unwrap_or_else(|| "".into()),
            entrant: self.may("entrant", |it| name("entrant", it)),
            kind: self.may("kind", kind),
            registered: self.may("registered", read_day),
            core_members: self.may("core-members", |it| read_count("core-members", it)),
            field: self.may("field", |it| name("field", it)),
            region: self.may("region", |it| name("region", it)),
            reserve: None,
            carried: BTreeMap::new(),
        }
    }

    fn cell(&self, key: &str) -> Option<&'a Cell<'d>> {
        let at = self.columns.iter().position(|it| it.as_ref().is_some_and(|it| it.0 == key))?;
        self.row.get(at)
    }

    /// Reads a cell that may be empty.
    fn may<T>(&self, key: &str, read: impl FnOnce(&str) -> Result<T, Complaint>) -> Option<T> {
        let cell = self.cell(key).filter(|cell| !cell.text.is_empty())?;
        let plain = check_text(key, &cell.text).and_then(|()| read(&cell.text));
        plain.map_err(|complaint| self.page.complain(cell.at, complaint)).ok()
    }

    /// Reads a cell that must say something.
    fn need<T>(&self, key: &str, read: impl FnOnce(&str) -> Result<T, Complaint>) -> Option<T> {
        if self.cell(key).is_none_or(|cell| cell.text.is_empty()) {
            let end = self.row.last().map_or(0, |cell| cell.at + cell.text.len());
            let at = self.cell(key).map_or(end, |cell| cell.at);
            self.page.complain(at, Complaint::CellMissing { column: key.to_owned() });
        }
        self.may(key, read)
    }
}

fn name(key: &str, text: &str) -> Result<Text, Complaint> {
    check_length(key, text).map(|()| Text::from(text))
}

/// One project entered twice: under its number, or with its name and entrant under another.
fn check_twins(page: &Page<'_>, before: &[(usize, Project)], at: usize, project: &Project) {
    for (first, other) in before {
        let line = page.line(*first);
        if other.id == project.id && !project.id.as_str().is_empty() {
            let (kind, id) = ("project".to_owned(), project.id.to_string());
            return page.complain(at, Complaint::DuplicateId { kind, id, line });
        }
        let is_named = !project.name.zh.is_empty();
        if is_named && other.name == project.name && other.entrant == project.entrant {
            let first = other.id.to_string();
            return page.complain(at, Complaint::SameProject { first, line });
        }
    }
}
