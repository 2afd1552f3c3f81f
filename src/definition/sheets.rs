//! Reads score sheets from CSV: `project,judge,<criterion id>,…`, one row a sheet.
//!
//! A row with a project and nothing else declares a project that nobody scored. The format is
//! described in `docs/results.md`.

use std::{collections::BTreeMap, mem};

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
    if !page.is_clean() {
        return Sheets::new(); // Without its columns every row would be wrong.
    }
    let mut reader = Reader::new(page, columns);
    for row in rows {
        if page.problems() >= MOST_PROBLEMS {
            let at = row.first().map_or(0, |cell| cell.at);
            page.complain(at, Complaint::MoreProblems);
            break;
        }
        reader.row(&row);
    }
    reader.finish()
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
    /// The sheets of all projects but the one at hand.
    sheets: Sheets,
    /// The project at hand, looked up once where its sheets stand together; at first the empty id,
    /// which no file can hold.
    at_hand: (ProjectId, BTreeMap<SeatId, Marks>),
    /// The judges met so far, so that all sheets of one share a name.
    judges: BTreeMap<String, SeatId>,
}

impl<'d, 'r> Reader<'d, 'r> {
    fn new(page: &'d Page<'d>, columns: Vec<Column<'r>>) -> Self {
        let at_hand = (ProjectId::from(""), BTreeMap::new());
        Self { page, columns, sheets: Sheets::new(), at_hand, judges: BTreeMap::new() }
    }

    fn finish(mut self) -> Sheets {
        self.turn_to("");
        self.sheets.remove(&self.at_hand.0);
        self.sheets
    }

    /// Takes another project at hand.
    fn turn_to(&mut self, project: &str) {
        if self.at_hand.0.as_str() != project {
            let id = ProjectId::from(project);
            let sheets = self.sheets.remove(&id).unwrap_or_default();
            let (id, sheets) = mem::replace(&mut self.at_hand, (id, sheets));
            self.sheets.insert(id, sheets);
        }
    }

    /// The seat of this name.
    fn seat(&mut self, judge: &str) -> SeatId {
        if let Some(seat) = self.judges.get(judge) {
            return seat.clone();
        }
        let seat = SeatId::from(judge);
        self.judges.insert(judge.to_owned(), seat.clone());
        seat
    }

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
        let names_nothing_else = empty.len() + 1 == self.columns.len();
        if let Some(project) = project.filter(|_| names_nothing_else) {
            return self.turn_to(project);
        }
        for (at, column) in &empty {
            self.page.complain(*at, Complaint::EmptyCell { column: (*column).to_owned() });
        }
        if let (Some(project), Some(judge)) = (project, judge)
            && empty.is_empty()
            && is_whole
        {
            let at = row.first().map_or(0, |cell| cell.at);
            self.sheet(at, project, judge, marks);
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

    fn sheet(&mut self, at: usize, project: &str, judge: &str, marks: Marks) {
        let seat = self.seat(judge);
        self.turn_to(project);
        let sheets = &mut self.at_hand.1;
        if sheets.contains_key(&seat) {
            let line = self.page.line(self.first(project, judge));
            let (project, judge) = (shown(project), shown(judge));
            return self.page.complain(at, Complaint::SheetTwice { project, judge, line });
        }
        if sheets.len() >= MOST_SHEETS {
            let (project, most) = (shown(project), MOST_SHEETS);
            return self.page.complain(at, Complaint::TooManySheets { project, most });
        }
        sheets.insert(seat, marks);
    }

    /// Where the judge's first sheet for the project stands. Sheets do not keep their places: the
    /// file is read again for the few that are asked for.
    fn first(&self, project: &str, judge: &str) -> usize {
        let says = |row: &[Cell<'_>], name: &str, text: &str| {
            let mut cells = self.columns.iter().zip(row);
            cells.any(|(column, cell)| column.name() == name && cell.text == text)
        };
        let mut rows = Rows::of(self.page).skip(1);
        let first = rows.find(|row| says(row, "project", project) && says(row, "judge", judge));
        first.and_then(|row| Some(row.first()?.at)).unwrap_or_default()
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
