//! Reads score sheets from CSV: `project,judge,<criterion id>,…`, one row a sheet; of a preliminary
//! round the column `group` may stand among them.
//!
//! A row with a project and no judge or mark declares a project that nobody scored. The format is
//! described in `docs/results.md`.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
};

use foldhash::fast::RandomState;
use rust_decimal::Decimal;

use super::{
    Complaint,
    cells::{Cell, Rows},
    columns::{self, Column as _},
    page::{Page, shown},
    value::{check_id, check_text},
};
use crate::contest::{
    Criterion, GroupId, MOST_SHEETS, Marks, Project, ProjectId, Refusal, Rubric, SeatId,
};

/// After so many problems the rest is read once these are mended.
const MOST_PROBLEMS: usize = 100;

/// The sheets of every project by judge; none for a project that nobody scored.
pub type Sheets = BTreeMap<ProjectId, BTreeMap<SeatId, Marks>>;

/// Whose sheets they are.
pub(super) enum Of<'a> {
    /// Anybody's.
    Anyone,
    /// Those of projects that have been read before.
    Entered(&'a [Project]),
    /// Those of projects that will stand in a session; where there are several of these groups the
    /// sheets say each project's.
    Groups(&'a [GroupId]),
}

/// Reads the sheets of one rubric, and the groups of the projects where they say them.
pub(super) fn read<'d>(
    page: &'d Page<'d>,
    rubric: &Rubric,
    of: &Of<'_>,
) -> (Sheets, BTreeMap<ProjectId, GroupId>) {
    let mut rows = Rows::of(page);
    let header = rows.next().unwrap_or_default();
    let columns = columns::in_order(page, &header, known_columns(rubric, of));
    let (sheets, groups, judges) = (HashMap::default(), BTreeMap::new(), BTreeMap::new());
    let marked = rubric.marked().count();
    let mut reader = Reader { page, of, columns, marked, last: None, sheets, groups, judges };
    if page.is_clean() {
        for row in rows {
            if page.problems() >= MOST_PROBLEMS {
                let at = row.first().map_or(0, |cell| cell.at);
                page.complain(at, Complaint::MoreProblems);
                break;
            }
            reader.row(&row);
        }
    } // Without its columns every row would be wrong.
    let groups = reader.groups.into_iter().map(|(id, (group, _))| (id, group));
    (reader.sheets.into_iter().collect(), groups.collect())
}

/// What a column holds.
enum Column<'r> {
    Project,
    /// The project's group, and whether it must be said.
    Group(bool),
    Judge,
    Mark(Marking<'r>),
}

/// How a column of marks is read.
struct Marking<'r> {
    rubric: &'r Rubric,
    criterion: &'r Criterion,
    /// The marks read so far, by what stood there: a panel gives few that differ.
    read: RefCell<HashMap<String, Decimal, RandomState>>,
}

impl columns::Column for Column<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Project => "project",
            Self::Group(_) => "group",
            Self::Judge => "judge",
            Self::Mark(marking) => marking.criterion.id.as_str(),
        }
    }

    fn is_needed(&self) -> bool {
        !matches!(self, Self::Group(false))
    }
}

/// Project, judge, every criterion that is marked, and the group where the sheets may say it.
fn known_columns<'r>(rubric: &'r Rubric, of: &Of<'_>) -> Vec<Column<'r>> {
    let mut columns = vec![Column::Project, Column::Judge];
    let marking = |criterion| Marking { rubric, criterion, read: RefCell::default() };
    columns.extend(rubric.marked().map(|(criterion, _)| Column::Mark(marking(criterion))));
    if let Of::Groups(groups) = of {
        columns.push(Column::Group(groups.len() > 1));
    }
    columns
}

/// Reads row after row.
struct Reader<'d, 'r, 'a> {
    page: &'d Page<'d>,
    of: &'a Of<'a>,
    columns: Vec<Option<Column<'r>>>,
    /// How many of them are for marks.
    marked: usize,
    /// The project of the row before: its sheets mostly stand together.
    last: Option<ProjectId>,
    sheets: HashMap<ProjectId, BTreeMap<SeatId, Marks>, RandomState>,
    /// The group of every project, and where it was said first.
    groups: BTreeMap<ProjectId, (GroupId, usize)>,
    /// The judges met so far, so that all sheets of one share a name.
    judges: BTreeMap<String, SeatId>,
}

/// What a row says.
#[derive(Default)]
struct Row<'c, 't> {
    project: Option<ProjectId>,
    group: Option<(GroupId, usize)>,
    judge: Option<&'t str>,
    marks: Marks,
    /// Whether there is a judge or a mark, readable or not.
    is_sheet: bool,
    /// Whether a mark could not be read.
    is_spoilt: bool,
    /// Where nothing stands, and of what.
    empty: Vec<(usize, &'c Column<'c>)>,
}

impl Reader<'_, '_, '_> {
    fn row(&mut self, cells: &[Cell<'_>]) {
        if columns::is_blank(self.page, cells, self.columns.len()) {
            return;
        }
        let Row { project, group, judge, marks, is_sheet, is_spoilt, mut empty } = self.read(cells);
        let is_declared = project.is_some() && !is_sheet;
        if is_declared {
            empty.retain(|(_, column)| matches!(column, Column::Group(_)));
        }
        for (at, column) in &empty {
            let (is_group, column) = (matches!(column, Column::Group(_)), column.name().to_owned());
            let complaint = if is_group {
                Complaint::CellMissing { column }
            } else {
                Complaint::EmptyCell { column }
            };
            self.page.complain(*at, complaint);
        }
        let is_whole = empty.is_empty() && !is_spoilt;
        let Some(project) = project else { return };
        self.last = Some(project.clone());
        if let Some((group, at)) = group {
            self.belongs(&project, &group, at);
        }
        if is_declared {
            self.sheets.entry(project).or_default();
        } else if let Some(judge) = judge.filter(|_| is_whole) {
            let at = cells.first().map_or(0, |cell| cell.at);
            self.sheet(at, &project, judge, marks);
        }
    }

    fn read<'t>(&self, cells: &'t [Cell<'_>]) -> Row<'_, 't> {
        let end = cells.last().map_or(0, |cell| cell.at + cell.text.len());
        let mut row = Row { marks: Marks::with_capacity(self.marked), ..Row::default() };
        for (nth, column) in self.columns.iter().enumerate() {
            let Some(column) = column else { continue };
            let Some(cell) = cells.get(nth).filter(|cell| !cell.text.is_empty()) else {
                row.empty.push((cells.get(nth).map_or(end, |cell| cell.at), column));
                continue;
            };
            row.is_sheet |= matches!(column, Column::Judge | Column::Mark(..));
            match column {
                Column::Project => row.project = self.project(cell),
                Column::Group(_) => row.group = self.group(cell),
                Column::Judge => row.judge = self.name(cell, column),
                Column::Mark(marking) => match marking.read(&cell.text) {
                    Ok(mark) => drop(row.marks.insert(marking.criterion.id.clone(), mark)),
                    Err(complaint) => {
                        row.is_spoilt = true;
                        self.page.complain(cell.at, complaint);
                    }
                },
            }
        }
        row
    }

    /// A name that a terminal can show.
    fn name<'c>(&self, cell: &'c Cell<'_>, column: &Column<'_>) -> Option<&'c str> {
        let told = check_text(column.name(), &cell.text);
        told.map_err(|complaint| self.page.complain(cell.at, complaint)).ok()?;
        Some(&cell.text)
    }

    /// A project that sheets may be of.
    fn project(&self, cell: &Cell<'_>) -> Option<ProjectId> {
        if let Some(same) = self.last.as_ref().filter(|last| last.as_str() == cell.text) {
            return Some(same.clone());
        }
        let project = ProjectId::from(self.name(cell, &Column::Project)?);
        let checked = match self.of {
            Of::Anyone => Ok(()),
            Of::Groups(_) => check_id(project.as_str()),
            Of::Entered(projects) if projects.iter().any(|it| it.id == project) => Ok(()),
            Of::Entered(_) => Err(Complaint::NotEntered { project: shown(project.as_str()) }),
        };
        checked.map_err(|complaint| self.page.complain(cell.at, complaint)).ok().map(|()| project)
    }

    fn group(&self, cell: &Cell<'_>) -> Option<(GroupId, usize)> {
        let Of::Groups(groups) = self.of else { return None };
        let found = groups.iter().find(|group| group.as_str() == cell.text);
        if found.is_none() {
            self.page.complain(cell.at, Complaint::unknown_id("group", &cell.text, *groups));
        }
        Some((found?.clone(), cell.at))
    }

    /// A project is in the group that its first row says.
    fn belongs(&mut self, project: &ProjectId, group: &GroupId, at: usize) {
        let (known, first) = self.groups.entry(project.clone()).or_insert((group.clone(), at));
        if known != group {
            let (project, group, line) =
                (project.to_string(), known.to_string(), self.page.line(*first));
            self.page.complain(at, Complaint::GroupDiffers { project, group, line });
        }
    }

    fn sheet(&mut self, at: usize, project: &ProjectId, judge: &str, marks: Marks) {
        let seat = self.seat(judge);
        let sheets = self.sheets.entry(project.clone()).or_default();
        if sheets.contains_key(&seat) {
            let line = self.page.line(self.first(project.as_str(), judge));
            let (project, judge) = (shown(project.as_str()), shown(judge));
            return self.page.complain(at, Complaint::SheetTwice { project, judge, line });
        }
        if sheets.len() >= MOST_SHEETS {
            let (project, most) = (shown(project.as_str()), MOST_SHEETS);
            return self.page.complain(at, Complaint::TooManySheets { project, most });
        }
        sheets.insert(seat, marks);
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

    /// Where the judge's first sheet for the project stands. Sheets do not keep their places: the
    /// file is read again for the few that are asked for.
    fn first(&self, project: &str, judge: &str) -> usize {
        let says = |row: &[Cell<'_>], name: &str, text: &str| {
            let mut cells = self.columns.iter().zip(row);
            cells.any(|(column, cell)| {
                column.as_ref().is_some_and(|it| it.name() == name) && cell.text == text
            })
        };
        let mut rows = Rows::of(self.page).skip(1);
        let first = rows.find(|row| says(row, "project", project) && says(row, "judge", judge));
        first.and_then(|row| Some(row.first()?.at)).unwrap_or_default()
    }
}

impl Marking<'_> {
    /// The mark that a cell holds.
    fn read(&self, text: &str) -> Result<Decimal, Complaint> {
        if let Some(mark) = self.read.borrow().get(text) {
            return Ok(*mark);
        }
        let mark = read_mark(text, self.rubric, self.criterion)?;
        self.read.borrow_mut().insert(text.to_owned(), mark);
        Ok(mark)
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
