//! An evening as tables for other programs: sheets, standings, timings and the log, each as CSV, JSON or a
//! worksheet. `docs/papers.md` says what stands in every column; columns may be added, those that are
//! here stay.

mod log;
mod sheets;
mod standings;
mod timings;

use std::collections::BTreeMap;

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};

use super::{
    evening::Evening,
    grid::{Cell, Column, Grid, Row},
    journal::JournalRow,
    results::{REHEARSAL, state},
    roster, when,
};
use crate::{
    contest::{Group, Project, ProjectId, Session},
    words::Words,
};

/// The tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// A line for every seat and project.
    Sheets,
    /// A line for every project, ranked or not.
    Standings,
    /// A line for every phase of every project.
    Timings,
    /// A line for every record.
    Log,
    /// A line for every project of the session, as `roadshow import` reads it.
    Projects,
    /// A line for every judge's seat.
    Judges,
    /// A line for every conflict of interest that was declared before the day.
    Recusals,
}

/// The tables of an evening.
#[derive(Debug)]
pub struct Export {
    head: Head,
    /// The tables that were asked for.
    pub tables: Vec<(TableKind, Grid)>,
}

/// What the tables are of.
#[derive(Debug)]
struct Head {
    session: String,
    evening: Option<Held>,
}

/// The evening that has been held, or is.
#[derive(Debug)]
struct Held {
    state: String,
    as_of: String,
    journal: JournalRow,
}

impl TableKind {
    /// All, in the order of a workbook.
    pub const ALL: [Self; 7] = [
        Self::Sheets,
        Self::Standings,
        Self::Timings,
        Self::Log,
        Self::Projects,
        Self::Judges,
        Self::Recusals,
    ];
    /// Those that a session has before its evening, and that can be imported again.
    pub const OF_SESSION: [Self; 3] = [Self::Projects, Self::Judges, Self::Recusals];

    /// Its name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sheets => "sheets",
            Self::Standings => "standings",
            Self::Timings => "timings",
            Self::Log => "log",
            Self::Projects => "projects",
            Self::Judges => "judges",
            Self::Recusals => "recusals",
        }
    }
}

impl Export {
    /// These tables of an evening, names in the language of `words`; `anonymous` leaves judges' names
    /// out.
    pub fn of(evening: &Evening, kinds: &[TableKind], anonymous: bool, words: &Words) -> Self {
        let session = evening.contest.session();
        let results: Vec<_> = session.groups.iter().map(|it| evening.contest.ranking(it)).collect();
        let table = |kind: &TableKind| {
            let from = Source { evening, words, anonymous, projects: by_id(session) };
            let grid = match kind {
                TableKind::Sheets => from.sheets(&results),
                TableKind::Standings => from.standings(&results),
                TableKind::Timings => from.timings(),
                TableKind::Log => from.log(),
                kind => of_session(*kind, session, anonymous),
            };
            (*kind, grid)
        };
        let state = if evening.contest.is_rehearsal() {
            REHEARSAL.to_owned()
        } else {
            state(results.iter().all(|group| group.is_final()))
        };
        let (session, as_of) = (session.id.clone(), when::day_and_time(evening.as_of()));
        let evening = Some(Held { state, as_of, journal: evening.journal.clone() });
        let head = Head { session, evening };
        Self { head, tables: kinds.iter().map(table).collect() }
    }

    /// The tables of a session that has had no evening yet.
    pub fn of_session(session: &Session, kinds: &[TableKind], anonymous: bool) -> Self {
        let table = |kind: &TableKind| (*kind, of_session(*kind, session, anonymous));
        let head = Head { session: session.id.clone(), evening: None };
        Self { head, tables: kinds.iter().map(table).collect() }
    }

    /// All of it as one JSON object, a list for each table. Points are text, so that no reader rounds
    /// them.
    #[expect(clippy::expect_used, reason = "strings and numbers only: always JSON")]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a table is always JSON") + "\n"
    }
}

impl Serialize for Export {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Head { session, evening } = &self.head;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("session", session)?;
        if let Some(Held { state, as_of, journal }) = evening {
            map.serialize_entry("state", state)?;
            map.serialize_entry("as_of", as_of)?;
            map.serialize_entry("journal", journal)?;
        }
        for (kind, grid) in &self.tables {
            map.serialize_entry(kind.as_str(), &Lines(grid))?;
        }
        map.end()
    }
}

/// A table as a list of objects.
struct Lines<'g>(&'g Grid);

/// One line of it, under the names of the columns.
struct Line<'g>(&'g [Column], &'g Row);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(self.0.rows.len()))?;
        for row in &self.0.rows {
            list.serialize_element(&Line(&self.0.columns, row))?;
        }
        list.end()
    }
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (column, cell) in self.0.iter().zip(&self.1.cells) {
            map.serialize_entry(&column.head, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => to.serialize_none(),
            Self::Text(text) => to.serialize_str(text),
            Self::Count(count) => to.serialize_i64(*count),
            Self::Decimal(points) | Self::Dropped(points) => to.collect_str(points),
        }
    }
}

/// What tables are made from.
struct Source<'a> {
    evening: &'a Evening,
    words: &'a Words,
    anonymous: bool,
    projects: BTreeMap<&'a ProjectId, (&'a Group, &'a Project)>,
}

/// A table of what the session itself says; an empty one of what only an evening has.
fn of_session(kind: TableKind, session: &Session, anonymous: bool) -> Grid {
    match kind {
        TableKind::Projects => roster::projects(session),
        TableKind::Judges => roster::judges(session, anonymous),
        TableKind::Recusals => roster::recusals(session),
        TableKind::Sheets | TableKind::Standings | TableKind::Timings | TableKind::Log => {
            Grid::default()
        }
    }
}

fn by_id(session: &Session) -> BTreeMap<&ProjectId, (&Group, &Project)> {
    let each =
        session.projects.iter().filter_map(|it| Some((&it.id, (session.group(&it.group)?, it))));
    each.collect()
}

/// Columns by their names, as wide as such columns mostly are.
fn columns<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Column> {
    let width = |name: &str| match name {
        "name" | "said" => 70,
        "entrant" | "field" | "region" | "note" | "reason" | "exact" => 40,
        "at" | "called" | "started" | "ended" => 34,
        _ => 22,
    };
    names.into_iter().map(|name| Column::new(name, width(name))).collect()
}
