//! Reads rubrics and sessions from TOML, and score sheets from CSV, and reports every problem with its
//! place.
//!
//! A file goes through three hands: `toml` makes a tree in which every value knows its place; a
//! cursor (`table.rs`) takes the keys out and notes what is missing, mistyped or
//! unknown; and what was read is checked as a whole (`session/whole.rs`). None of them stops at a
//! problem. What could not be read stands as its default meanwhile, so that one mistake is
//! complained of once; whoever calls gets a definition without any problem, or the problems.
//!
//! What always holds, and the test that guards it (`tests/definition.rs`):
//!
//! - every kind of problem is found where it is: `every_bad_file_gets_its_complaints`;
//! - every complaint can be said in both languages: `every_complaint_has_words`;
//! - every key that is read is documented: `every_key_is_in_the_document`;
//! - of score sheets every bad cell is found where it is: `every_bad_sheet_gets_its_complaints`;
//! - the shipped files are free of problems: `every_shipped_file_is_free_of_problems`.
//!
//! The format is `docs/session-format.md`. Words for people are not here: a [`Complaint`] is a code
//! with its values, and `locales/*/definition.ftl` says it.

mod cells;
mod chair;
mod columns;
mod complaint;
mod entries;
mod files;
mod lots;
mod page;
mod problem;
mod record;
mod roster;
mod rubric;
mod scoring;
mod session;
mod sheets;
mod table;
mod value;

use std::path::Path;

pub use complaint::Complaint;
pub use files::{Disk, Files, Shipped};
pub use problem::Problem;
pub use record::{projects_text, with_draw};
pub use roster::{
    Aside, Beginning, Change, Changed, Column, LeftOut, List, ListKind, Merged, Roster, Said,
    Subject, Value, What, begun, merge,
};
pub use sheets::Sheets;

use crate::contest::{DrawnOrder, GroupId, Project, ProjectId, Rubric, Ruling, Session};
use page::Page;
use sheets::Of;
use table::Table;

/// Keys that a session has and no rubric.
const SESSIONS_OWN: [&str; 3] = ["groups", "rooms", "projects"];

/// The session that is compiled into the program.
const FOUNDING: &str = "sessions/additive-2026.toml";

/// Reads a session, and the rubrics it names, from TOML.
///
/// # Errors
///
/// Every problem of the session in the order of the file, then those of its rubrics.
pub fn read_session(path: &Path, files: &impl Files) -> Result<Session, Vec<Problem>> {
    page::open(path, files, |page, table| session(page, table, files))?.ok_or_else(Vec::new)
}

/// Reads what is not plainly a rubric.
fn session(page: &Page<'_>, table: Table<'_>, files: &impl Files) -> Option<Session> {
    if let Some(Kind::Rubric) = kind(&table) {
        page.complain(0, Complaint::NotASession);
        table.leave();
        return None;
    }
    Some(session::read(table, files))
}

/// What a file is for.
enum Kind {
    Rubric,
    Session,
}

/// It is told by the keys that only one of them has; a file with keys of both is neither plainly.
fn kind(table: &Table<'_>) -> Option<Kind> {
    match (table.has("criteria"), SESSIONS_OWN.iter().any(|key| table.has(key))) {
        (true, false) => Some(Kind::Rubric),
        (false, true) => Some(Kind::Session),
        _ => None,
    }
}

/// Reads a session that need not be whole, such as one without projects yet, from a text that stands for
/// its file: what cannot be read of it stands as its default.
///
/// # Errors
///
/// That it is not TOML, or a rubric.
pub fn read_draft(path: &Path, text: &str, files: &impl Files) -> Result<Session, Vec<Problem>> {
    let instead = record::Instead { path, text, others: files };
    let (session, problems) =
        page::look(path, &instead, |page, table| session(page, table, files))?;
    session.ok_or(problems)
}

/// Reads a rubric from TOML.
///
/// # Errors
///
/// Every problem, in the order of the file.
pub fn read_rubric(path: &Path, files: &impl Files) -> Result<Rubric, Vec<Problem>> {
    let read = page::open(path, files, |page, table| match kind(&table) {
        Some(Kind::Session) => {
            page.complain(0, Complaint::NotARubric);
            table.leave();
            None
        }
        _ => Some(rubric::read(table)),
    });
    read?.ok_or_else(Vec::new)
}

/// Reads score sheets from CSV; they are those of this rubric.
///
/// # Errors
///
/// Every problem, in the order of the file; of very many the first.
pub fn read_sheets(
    path: &Path,
    rubric: &Rubric,
    files: &impl Files,
) -> Result<Sheets, Vec<Problem>> {
    page::open_text(path, files, |page| sheets::read(page, rubric, &Of::Anyone).0)
}

/// Reads the projects of a preliminary round from CSV, each in one of these groups.
///
/// # Errors
///
/// Every problem, in the order of the file.
pub fn read_entries(
    path: &Path,
    groups: &[GroupId],
    files: &impl Files,
) -> Result<Vec<Project>, Vec<Problem>> {
    page::open_text(path, files, |page| entries::read(page, groups))
}

/// Reads the score sheets of these projects from CSV; they are those of this rubric.
///
/// # Errors
///
/// Every problem, in the order of the file; of very many the first.
pub fn read_sheets_of(
    path: &Path,
    rubric: &Rubric,
    projects: &[Project],
    files: &impl Files,
) -> Result<Sheets, Vec<Problem>> {
    page::open_text(path, files, |page| sheets::read(page, rubric, &Of::Entered(projects)).0)
}

/// Reads score sheets from CSV that say the group of each project, where there are several. The
/// projects have no more than their numbers.
///
/// # Errors
///
/// Every problem, in the order of the file; of very many the first.
pub fn read_grouped_sheets(
    path: &Path,
    rubric: &Rubric,
    groups: &[GroupId],
    files: &impl Files,
) -> Result<(Vec<Project>, Sheets), Vec<Problem>> {
    page::open_text(path, files, |page| {
        let (sheets, said) = sheets::read(page, rubric, &Of::Groups(groups));
        let project = |id: &ProjectId| {
            let group = said.get(id).or(groups.first())?;
            Some(Project::numbered(id.clone(), group.clone()))
        };
        (sheets.keys().filter_map(project).collect(), sheets)
    })
}

/// Reads what the jury chair has decided about the ties that wait for it, from TOML.
///
/// # Errors
///
/// Every problem, in the order of the file.
pub fn read_rulings(
    path: &Path,
    waiting: &[Vec<ProjectId>],
    files: &impl Files,
) -> Result<Vec<Ruling>, Vec<Problem>> {
    page::open(path, files, |_, table| chair::read(table, waiting))
}

/// Reads a draw that was made by hand: the projects' numbers, one a line.
///
/// # Errors
///
/// Every problem, in the order of the file.
pub fn read_lots(
    path: &Path,
    session: &Session,
    files: &impl Files,
) -> Result<Vec<DrawnOrder>, Vec<Problem>> {
    page::open_text(path, files, |page| lots::read(page, session))
}

/// All that is wrong with a file, which is a rubric when it has criteria and a session when it has
/// groups; of a session also what is wrong with its rubrics. Empty when all is well.
pub fn check(path: &Path, files: &impl Files) -> Vec<Problem> {
    let read = page::open(path, files, |page, table| match kind(&table) {
        Some(Kind::Rubric) => drop(rubric::read(table)),
        Some(Kind::Session) => drop(session::read(table, files)),
        None if table.has("criteria") => drop(session::read(table, files)),
        None => {
            page.complain(0, Complaint::NeitherKind);
            table.leave();
        }
    });
    read.err().unwrap_or_default()
}

/// Whether a text may be an id in a session.
pub fn is_id(text: &str) -> bool {
    value::check_id(text).is_ok()
}

/// The session of the founding notice, compiled into the program.
pub fn founding() -> Session {
    #[expect(clippy::expect_used, reason = "it is part of the program, and a test reads it")]
    read_session(Path::new(FOUNDING), &Shipped).expect("the founding session has no problems")
}
