//! Reads the rows below the headings, and complains of every cell that cannot be what it must be.

use super::{
    entry::{Entry, Field, Subject, Value},
    head::{Column, ListKind, is_blank, narrow, plain},
    sheet::{At, Cell, Nature, Row},
    table::{Table, is_of_group},
    word,
};
use crate::{
    contest::{GroupId, ProjectId, SeatId, Session, Text},
    definition::{Complaint, Problem, page::shown, table::most_slips, value::check_id},
};

/// What a row begins with that is none of the list's: notes, sums, and who made it.
const NOTES: [&str; 13] = [
    "注",
    "备注",
    "说明",
    "填表说明",
    "填报说明",
    "填表人",
    "制表",
    "合计",
    "总计",
    "共计",
    "note",
    "notes",
    "total",
];
/// What the number of an example begins with.
const EXAMPLES: [&str; 4] = ["示例", "例如", "样例", "example"];
/// What stands in a cell that is meant to say nothing.
const NOTHING: [&str; 9] = ["无", "/", "-", "--", "—", "——", "–", "none", "n/a"];

/// A row that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// The example of a template.
    Example,
    /// A note or a sum.
    Note,
    /// The headings once more.
    Headings,
}

/// Reads the rows of one list.
pub(super) struct Reader<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) session: &'a Session,
    /// The seats that a recusal may name, with their names.
    pub(super) seats: &'a [(SeatId, Text)],
    /// The projects that it may name.
    pub(super) projects: &'a [(ProjectId, Text)],
    pub(super) problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// The entries, and the lines that are none.
    pub(super) fn read(mut self) -> (Vec<Entry>, Vec<(usize, LeftOut)>) {
        let (mut entries, mut others) = (Vec::new(), Vec::new());
        let rows = self.table.sheet.rows.iter().skip(self.table.head + 1);
        for row in rows {
            if self.cells(row).next().is_none() {
                continue; // Nothing stands in any of its columns.
            }
            match self.left_out(row) {
                Some(why) => others.push((row.line, why)),
                None => entries.extend(self.row(row)),
            }
        }
        (entries, others)
    }

    /// The cells of a row that say something in a column of the list.
    fn cells<'r>(&self, row: &'r Row) -> impl Iterator<Item = (Column, &'r Cell)> + use<'_, 'r> {
        let columns = self.table.columns.iter();
        let said = columns.filter_map(|(nth, column)| Some((column.clone(), row.get(*nth)?)));
        said.filter(|(_, cell)| !cell.text.is_empty())
    }

    fn left_out(&self, row: &Row) -> Option<LeftOut> {
        let head = self.table.sheet.rows.get(self.table.head)?;
        let is_head = |(nth, _): &(usize, Column)| {
            let text = |row: &Row| row.get(*nth).map(|cell| plain(&cell.text));
            text(row) == text(head)
        };
        if self.table.columns.iter().all(is_head) {
            return Some(LeftOut::Headings);
        }
        let first = plain(&row.said().next()?.text);
        let number = self.cell(row, &self.table.kind.number()).map(|cell| plain(&cell.text));
        let begins = |text: &str, words: &[&str]| words.iter().any(|word| text.starts_with(word));
        // “Example E01” is one, and “example1” may be a project's number.
        let written = self.cell(row, &self.table.kind.number()).map(|cell| cell.text.as_str());
        let is_no_id = written.is_some_and(|text| check_id(text).is_err());
        if is_no_id && number.as_deref().is_some_and(|number| begins(number, &EXAMPLES)) {
            return Some(LeftOut::Example);
        }
        let is_alone = row.said().nth(1).is_none();
        let is_number = number.is_some_and(|it| check_id(&it).is_ok());
        let is_name = self.cells(row).any(|(column, _)| column == Column::Name);
        // A number alone is a project without a name, which is complained of.
        let is_note = is_alone && !is_number && !is_name || begins(&first, &NOTES) && !is_number;
        is_note.then_some(LeftOut::Note)
    }

    fn complain(&mut self, at: At, complaint: Complaint) {
        self.problems.push(self.table.sheet.source.problem(at, complaint));
    }

    fn at(&self, row: &Row, column: &Column) -> At {
        let nth = self.table.columns.iter().find(|(_, it)| it == column).map_or(0, |(nth, _)| *nth);
        self.table.sheet.at(row, nth)
    }

    /// What a row says; of a recusal for each judge and project that it names.
    fn row(&mut self, row: &Row) -> Vec<Entry> {
        let mut fields = Vec::new();
        for (column, _) in self.cells(row).collect::<Vec<_>>() {
            fields.extend(self.field(row, &column));
        }
        join_languages(&mut fields);
        for column in self.table.kind.needed() {
            self.must_say(row, column);
        }
        let at = self.at(row, &self.table.kind.number());
        let subjects = match self.table.kind {
            ListKind::Projects => {
                self.belongs(row, &mut fields);
                let id = self.id(row, &Column::Project);
                id.map(|id| Subject::Project(id.as_str().into())).into_iter().collect()
            }
            ListKind::Judges => {
                let id = self.id(row, &Column::Judge);
                id.map(|id| Subject::Judge(id.as_str().into())).into_iter().collect()
            }
            ListKind::Recusals => self.conflicts(row),
        };
        let source = &self.table.sheet.source;
        let entry = |subject| Entry { subject, fields: fields.clone(), source: source.clone(), at };
        subjects.into_iter().map(entry).collect()
    }

    /// Complains if a cell says nothing.
    fn must_say(&mut self, row: &Row, column: &Column) {
        let Some((nth, _)) = self.table.columns.iter().find(|(_, it)| it == column) else { return };
        let says =
            row.get(*nth).is_some_and(|cell| !cell.text.is_empty() && !is_nothing(&cell.text));
        if !says {
            let head = self.table.sheet.rows.get(self.table.head).and_then(|head| head.get(*nth));
            let column =
                head.map_or_else(|| column.told(self.table.kind), |it| shown(&line(&it.text)));
            self.complain(self.table.sheet.at(row, *nth), Complaint::CellMissing { column });
        }
    }

    fn cell<'r>(&self, row: &'r Row, column: &Column) -> Option<&'r Cell> {
        let (nth, _) = self.table.columns.iter().find(|(_, it)| it == column)?;
        row.get(*nth).filter(|cell| !cell.text.is_empty())
    }

    /// A number or seat, in half width. A blank inside it may stand for anything: it is complained of.
    fn id(&mut self, row: &Row, column: &Column) -> Option<String> {
        let cell = self.cell(row, column)?;
        if is_nothing(&cell.text) {
            return None;
        }
        let at = self.at(row, column);
        let id = number(&cell.text);
        let complaint = match (cell.fault(), cell.nature) {
            (Some(fault), _) => fault,
            (None, Nature::Date) => Complaint::CellIsADate { value: shown(&cell.text) },
            (None, _) => match check_id(&id) {
                Ok(()) => return Some(id),
                Err(complaint) => complaint,
            },
        };
        self.complain(at, complaint);
        None
    }

    /// What a cell says that is not about whom.
    fn field(&mut self, row: &Row, column: &Column) -> Option<Field> {
        if matches!(column, Column::Project | Column::Judge) {
            return None;
        }
        let (cell, at) = (self.cell(row, column)?, self.at(row, column));
        let field = |value| Field { column: column.clone(), value, at };
        let read = if let Some(fault) = cell.fault() {
            Err(fault)
        } else if is_nothing(&cell.text) {
            return (!self.table.kind.needed().contains(column)).then(|| field(None));
        } else {
            word::read(column, &cell.text, self.session)
        };
        match read {
            Ok(value) => Some(field(Some(value))),
            Err(complaint) => {
                self.complain(at, complaint);
                None
            }
        }
    }

    /// A project without a word about its group belongs to the only one, or to that of its worksheet.
    fn belongs(&mut self, row: &Row, fields: &mut Vec<Field>) {
        if self.cell(row, &Column::Group).is_some_and(|it| !is_nothing(&it.text)) {
            return;
        }
        fields.retain(|it| it.column != Column::Group);
        let groups = &self.session.groups;
        let own: Option<&GroupId> = match groups.as_slice() {
            [only] => Some(&only.id),
            several => several.iter().find(|it| is_of_group(self.table.sheet, it)).map(|it| &it.id),
        };
        let at = self.at(row, &Column::Project);
        match own {
            Some(group) => {
                let value = Some(Value::Word(group.to_string()));
                fields.push(Field { column: Column::Group, value, at });
            }
            None => self.must_say(row, &Column::Group),
        }
    }

    /// Every judge that a row names with every project.
    fn conflicts(&mut self, row: &Row) -> Vec<Subject> {
        let judges = self.several(row, &Column::Judge, |it, name| {
            let seats = it.seats.iter();
            let named = seats.filter(|(id, text)| is_called(name, id.as_str(), text));
            let named: Vec<_> = named.map(|(id, _)| id.clone()).collect();
            match named.as_slice() {
                [seat] => Ok(seat.clone()),
                [] => {
                    let known = it.seats.iter().map(|(id, text)| (id.as_str(), text));
                    Err(unlisted("seat", name, known))
                }
                seats => {
                    let seats = seats.iter().map(SeatId::as_str).collect::<Vec<_>>().join(", ");
                    Err(Complaint::SeveralSeats { name: shown(name), seats })
                }
            }
        });
        let projects = self.several(row, &Column::Project, |it, name| {
            let mut projects = it.projects.iter();
            let found = projects.find(|(id, text)| is_called(name, id.as_str(), text));
            let known = it.projects.iter().map(|(id, text)| (id.as_str(), text));
            found.map(|(id, _)| id.clone()).ok_or_else(|| unlisted("project", name, known))
        });
        let each = judges.iter().flat_map(|judge| {
            projects.iter().map(|project| Subject::Recusal(judge.clone(), project.clone()))
        });
        each.collect()
    }

    /// The things that a cell names: one, or several with signs between them.
    fn several<T>(
        &mut self,
        row: &Row,
        column: &Column,
        find: impl Fn(&Self, &str) -> Result<T, Complaint>,
    ) -> Vec<T> {
        let Some(cell) = self.cell(row, column).filter(|it| !is_nothing(&it.text)) else {
            return Vec::new();
        };
        if let Some(fault) = cell.fault() {
            self.complain(self.at(row, column), fault);
            return Vec::new();
        }
        // A whole name may have such signs in it.
        if let Ok(whole) = find(self, &cell.text) {
            return vec![whole];
        }
        let names = cell
            .text
            .split(['、', ',', '，', ';', '；', '\n', '/'])
            .filter(|it| !it.trim().is_empty());
        let (mut found, at) = (Vec::new(), self.at(row, column));
        for name in names {
            match find(self, name) {
                Ok(one) => found.push(one),
                Err(complaint) => self.complain(at, complaint),
            }
        }
        found
    }
}

/// Puts the English text beside the Chinese one.
fn join_languages(fields: &mut Vec<Field>) {
    for column in [Column::Name, Column::Entrant, Column::Field, Column::Region] {
        let Some(english) = column.english() else { continue };
        let Some(nth) = fields.iter().position(|it| it.column == english) else { continue };
        let given = fields.remove(nth);
        let Some(Value::Text(en)) = &given.value else { continue };
        match fields.iter_mut().find(|it| it.column == column).map(|it| &mut it.value) {
            Some(Some(Value::Text(text))) => text.en.clone_from(&en.en),
            Some(_) => (),
            None => fields.push(Field { column, ..given }),
        }
    }
}

/// Whether a list means this one, by its id or its name.
fn is_called(said: &str, id: &str, name: &Text) -> bool {
    number(said) == id || [&name.zh, &name.en].into_iter().any(|it| plain(it) == plain(said))
}

/// Something that stands neither in the list nor in the session, and what is most like it.
fn unlisted<'k>(
    kind: &str,
    said: &str,
    known: impl Iterator<Item = (&'k str, &'k Text)>,
) -> Complaint {
    let said_plainly = plain(said);
    let slips = |known: &str| {
        let known = plain(known);
        let slips = strsim::osa_distance(&said_plainly, &known);
        (slips <= most_slips(&known)).then_some(slips)
    };
    let likeness = |(id, name): (&'k str, &Text)| {
        Some((slips(id).into_iter().chain(slips(&name.zh)).min()?, id))
    };
    let nearest = known.filter_map(likeness).min();
    let nearest = nearest.map_or_else(|| "none".to_owned(), |(_, id)| id.to_owned());
    Complaint::NotListed { kind: kind.to_owned(), id: shown(&line(said)), nearest }
}

/// A number as it is meant: without blanks around it, in half width.
fn number(text: &str) -> String {
    text.trim_matches(is_blank).chars().map(narrow).collect()
}

/// A text on one line: where it was broken a blank stands, but for between two Chinese characters.
pub(super) fn line(text: &str) -> String {
    let parts = text.split(['\r', '\n', '\u{b}', '\u{c}']).map(|part| part.trim_matches(is_blank));
    let mut whole = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let is_wide = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_ascii());
        let is_between = !whole.is_empty();
        if is_between && (!is_wide(whole.chars().last()) || !is_wide(part.chars().next())) {
            whole.push(' ');
        }
        whole.push_str(part);
    }
    whole
}

/// Whether a cell is meant to say nothing.
fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text.trim_matches(is_blank).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{is_nothing, line, number};

    #[test]
    fn a_text_that_was_broken_is_one_line_again() {
        assert_eq!(line("金属增材\n制造"), "金属增材制造");
        assert_eq!(line("powder bed\r\nfusion "), "powder bed fusion");
        assert_eq!(line("\u{3000}两个  字 "), "两个  字");
    }

    #[test]
    fn a_number_has_no_blanks_around_it_and_half_width() {
        assert_eq!(number(" Ｅ０１\u{3000}"), "E01");
        assert_eq!(number("S 1"), "S 1");
        assert!(is_nothing(" — ") && is_nothing("N/A") && !is_nothing("无锡"));
    }
}
