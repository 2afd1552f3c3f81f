//! Reads score sheets from CSV: `project,judge,<criterion id>,…`, one row a sheet.
//!
//! A row with a project and nothing else declares a project that nobody scored. The format is
//! described in `docs/results.md`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Complaint,
    cells::{Cell, Rows},
    page::{Page, shown},
};
use crate::contest::{Criterion, MOST_SHEETS, Marks, ProjectId, Refusal, Rubric, SeatId};

/// After so many problems the rest is read once these are mended.
const MOST_PROBLEMS: usize = 100;

/// The sheets of every project by judge; none for a project that nobody scored.
pub type Sheets = BTreeMap<ProjectId, BTreeMap<SeatId, Marks>>;

/// Reads the sheets of one rubric.
pub(super) fn read<'d>(page: &'d Page<'d>, rubric: &Rubric) -> Sheets {
    let mut rows = Rows::of(page);
    let header = rows.next().unwrap_or_default();
    let columns = read_header(page, &header, rubric);
    let mut reader = Reader { page, columns, sheets: Sheets::new(), places: BTreeMap::new() };
    if !page.is_clean() {
        return reader.sheets; // Without its columns every row would be wrong.
    }
    for row in rows {
        if page.problems() >= MOST_PROBLEMS {
            let at = row.first().map_or(0, |cell| cell.at);
            page.complain(at, Complaint::MoreProblems);
            break;
        }
        reader.row(&row);
    }
    reader.sheets
}

/// What a column holds.
enum Column<'r> {
    Project,
    Judge,
    Mark(&'r Rubric, &'r Criterion),
    /// It has been complained of.
    Unknown,
}

impl Column<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Project => "project",
            Self::Judge => "judge",
            Self::Mark(_, criterion) => criterion.id.as_str(),
            Self::Unknown => "",
        }
    }
}

/// The columns in the order of the header: project, judge, and every criterion that is marked.
fn read_header<'r>(page: &Page<'_>, header: &[Cell<'_>], rubric: &'r Rubric) -> Vec<Column<'r>> {
    let marks = rubric.marked().map(|(criterion, _)| Column::Mark(rubric, criterion));
    let mut missing: Vec<_> = [Column::Project, Column::Judge].into_iter().chain(marks).collect();
    let all: Vec<String> = missing.iter().map(|column| column.name().to_owned()).collect();
    let mut columns = Vec::new();
    for cell in header {
        let column = shown(&cell.text);
        let at = missing.iter().position(|it| it.name() == cell.text);
        columns.push(at.map_or(Column::Unknown, |at| missing.remove(at)));
        if at.is_none() {
            let complaint = if all.contains(&column) {
                Complaint::ColumnTwice { column }
            } else {
                Complaint::UnknownColumn { column, known: all.join(", ") }
            };
            page.complain(cell.at, complaint);
        }
    }
    let at = header.last().map_or(0, |cell| cell.at);
    for column in missing {
        page.complain(at, Complaint::MissingColumn { column: column.name().to_owned() });
    }
    columns
}

/// Reads row after row.
struct Reader<'d, 'r> {
    page: &'d Page<'d>,
    columns: Vec<Column<'r>>,
    sheets: Sheets,
    /// Where every sheet stands.
    places: BTreeMap<(ProjectId, SeatId), usize>,
}

impl Reader<'_, '_> {
    fn row(&mut self, row: &[Cell<'_>]) {
        for cell in row.iter().skip(self.columns.len()).filter(|cell| !cell.text.is_empty()) {
            self.page.complain(cell.at, Complaint::ExtraCell { value: shown(&cell.text) });
        }
        if row.iter().all(|cell| cell.text.is_empty()) {
            return; // Spreadsheets leave such rows behind.
        }
        let end = row.last().map_or(0, |cell| cell.at + cell.text.len());
        let (mut project, mut judge, mut marks, mut is_whole) = (None, None, Marks::new(), true);
        let mut empty = Vec::new();
        for (nth, column) in self.columns.iter().enumerate() {
            let Some(cell) = row.get(nth).filter(|cell| !cell.text.is_empty()) else {
                empty.push((row.get(nth).map_or(end, |cell| cell.at), column.name()));
                continue;
            };
            match column {
                Column::Project => project = self.name(cell, column),
                Column::Judge => judge = self.name(cell, column),
                Column::Mark(rubric, criterion) => match read_mark(&cell.text, rubric, criterion) {
                    Ok(mark) => drop(marks.insert(criterion.id.clone(), mark)),
                    Err(complaint) => {
                        is_whole = false;
                        self.page.complain(cell.at, complaint);
                    }
                },
                Column::Unknown => (),
            }
        }
        let project = project.map(ProjectId::from);
        let names_nothing_else = empty.len() + 1 == self.columns.len();
        if let Some(project) = project.clone().filter(|_| names_nothing_else) {
            self.sheets.entry(project).or_default();
            return;
        }
        for (at, column) in &empty {
            self.page.complain(*at, Complaint::EmptyCell { column: (*column).to_owned() });
        }
        if let (Some(project), Some(judge)) = (project, judge.map(SeatId::from))
            && empty.is_empty()
            && is_whole
        {
            let at = row.first().map_or(0, |cell| cell.at);
            self.sheet(at, &project, judge, marks);
        }
    }

    /// A name that a terminal can show.
    fn name<'c>(&self, cell: &'c Cell<'_>, column: &Column<'_>) -> Option<&'c str> {
        if cell.text.contains(char::is_control) {
            let key = column.name().to_owned();
            self.page.complain(cell.at, Complaint::ControlCharacter { key });
            return None;
        }
        Some(&cell.text)
    }

    fn sheet(&mut self, at: usize, project: &ProjectId, judge: SeatId, marks: Marks) {
        let place = (project.clone(), judge.clone());
        if let Some(first) = self.places.get(&place) {
            let (project, judge) = (shown(project.as_str()), shown(judge.as_str()));
            let line = self.page.line(*first);
            return self.page.complain(at, Complaint::SheetTwice { project, judge, line });
        }
        self.places.insert(place, at);
        let sheets = self.sheets.entry(project.clone()).or_default();
        if sheets.len() >= MOST_SHEETS {
            let (project, most) = (shown(project.as_str()), MOST_SHEETS);
            return self.page.complain(at, Complaint::TooManySheets { project, most });
        }
        sheets.insert(judge, marks);
    }
}

/// A mark with its range and step checked; of a gate `pass` or `fail`.
fn read_mark(text: &str, rubric: &Rubric, criterion: &Criterion) -> Result<Decimal, Complaint> {
    let id = || criterion.id.to_string();
    if criterion.gate {
        return match text {
            "pass" | "通过" | "1" => Ok(Decimal::ONE),
            "fail" | "不通过" | "0" => Ok(Decimal::ZERO),
            _ => Err(Complaint::NotAPass { criterion: id(), value: shown(text) }),
        };
    }
    let is_plain = |sign: char| sign.is_ascii_digit() || sign == '.' || sign == '-';
    let mark = Decimal::from_str_exact(text).ok().filter(|_| text.chars().all(is_plain));
    let mark = mark.ok_or_else(|| Complaint::NotADecimal { value: shown(text) })?;
    match rubric.check_mark(criterion, mark) {
        Ok(()) => Ok(mark.normalize()),
        Err(Refusal::MarkOffStep { step, .. }) => {
            let (mark, step) = (shown(text), step.to_string());
            Err(Complaint::MarkBetweenSteps { criterion: id(), mark, step })
        }
        Err(_) => {
            let (mark, max) = (shown(text), criterion.max.to_string());
            Err(Complaint::MarkOutside { criterion: id(), mark, max })
        }
    }
}
