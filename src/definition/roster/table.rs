//! Finds the list in a table: which kind it is, the row of its headings, and what each column holds.

use std::cmp::Reverse;

use super::{
    head::{Column, Headings, ListKind, plain},
    sheet::{Row, Sheet},
};
use crate::{
    contest::Session,
    definition::{Complaint, Problem, page::shown},
};

/// How far down the headings may stand, below titles.
const MOST_ROWS_ABOVE: usize = 40;
/// So many headings must be known for a row to be theirs.
const FEWEST_HEADINGS: usize = 2;

/// What was said on the command line about lists.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The worksheet or file of a list, by its name.
    pub sheets: Vec<(ListKind, String)>,
    /// The name of a column, and the heading that stands over it.
    pub columns: Vec<(String, String)>,
}

/// A list in a table.
pub(super) struct Table<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) kind: ListKind,
    /// Where the headings are among the rows.
    pub(super) head: usize,
    /// The columns by their place in a row.
    pub(super) columns: Vec<(usize, Column)>,
    /// The headings that nobody reads.
    pub(super) left_out: Vec<String>,
}

impl Said {
    fn headings<'a>(&'a self, kind: ListKind, session: &'a Session) -> Headings<'a> {
        Headings { kind, session, said: &self.columns }
    }

    /// How many headings the best row of a table has, whatever list it is.
    pub(super) fn sense(&self, sheet: &Sheet, session: &Session) -> usize {
        let kinds = ListKind::ALL.into_iter();
        kinds.map(|kind| best_row(sheet, self.headings(kind, session)).1).max().unwrap_or_default()
    }

    /// The lists of these tables. A table that its name says to be a list keeps others from being taken
    /// for one.
    pub(super) fn lists<'s>(
        &self,
        sheets: &'s [Sheet],
        session: &Session,
    ) -> (Vec<(&'s Sheet, ListKind)>, Vec<&'s Sheet>) {
        let own = |sheet: &Sheet| {
            let name = sheet.source.name();
            let found = self.sheets.iter().find(|(_, said)| plain(said) == plain(&name));
            found.map(|(kind, _)| *kind)
        };
        let is_shown = |sheet: &&Sheet| !sheet.is_hidden && !sheet.rows.is_empty();
        let named = |sheet: &Sheet| {
            own(sheet).or_else(|| {
                let name = sheet.source.name();
                let is_group = session.groups.iter().any(|group| {
                    [group.id.as_str(), &group.name.zh, &group.name.en]
                        .map(plain)
                        .contains(&plain(&name))
                });
                let kind = ListKind::of_name(&name);
                let kind = if is_group { Some(ListKind::Projects) } else { kind };
                // A name may say too much: “评委名单” is none without a judge in it.
                kind.filter(|kind| {
                    FEWEST_HEADINGS <= best_row(sheet, self.headings(*kind, session)).1
                })
            })
        };
        // Worksheets of other things have a heading or two in common with a list, but not what it needs.
        let by_heads = |sheet: &Sheet, is_strict: bool| {
            let kinds = ListKind::ALL.into_iter();
            let told = kinds.map(|kind| (best_row(sheet, self.headings(kind, session)).1, kind));
            let best = told.filter(|(known, kind)| {
                let headings = self.headings(*kind, session);
                let columns = columns_of(sheet, best_row(sheet, headings).0, headings);
                let has = |column: &Column| columns.iter().any(|(_, it)| it == column);
                FEWEST_HEADINGS <= *known && (!is_strict || kind.needed().iter().take(2).all(has))
            });
            best.max_by_key(|(known, kind)| (*known, Reverse(*kind))).map(|(_, kind)| kind)
        };
        let shown: Vec<&Sheet> = sheets.iter().filter(is_shown).collect();
        let mut lists: Vec<_> = shown.iter().filter_map(|it| Some((*it, named(it)?))).collect();
        for is_strict in [true, false] {
            if lists.is_empty() {
                let found = shown.iter().filter_map(|it| Some((*it, by_heads(it, is_strict)?)));
                lists = found.collect();
            }
        }
        let is_read = |sheet: &&Sheet| lists.iter().any(|(it, _)| std::ptr::eq(*it, *sheet));
        let others = sheets.iter().filter(|sheet| !is_read(sheet)).collect();
        (lists, others)
    }

    /// Reads the headings of a list, and complains where they do not do.
    pub(super) fn table<'s>(
        &self,
        sheet: &'s Sheet,
        kind: ListKind,
        session: &Session,
        problems: &mut Vec<Problem>,
    ) -> Option<Table<'s>> {
        let headings = self.headings(kind, session);
        let (head, known) = best_row(sheet, headings);
        let row = sheet.rows.get(head)?;
        if known < FEWEST_HEADINGS {
            let known = kind.needed().iter().map(|it| it.told(kind)).collect::<Vec<_>>().join(", ");
            problems.push(sheet.source.problem(sheet.at(row, 0), Complaint::NoHeadings { known }));
            return None;
        }
        let columns = columns_of(sheet, head, headings);
        for (nth, again) in twice(row, headings, &columns) {
            let complaint = Complaint::ColumnTwice { column: shown(&again) };
            problems.push(sheet.source.problem(sheet.at(row, nth), complaint));
        }
        let needs_group = kind == ListKind::Projects && {
            let mut groups = session.groups.iter();
            groups.len() > 1 && !groups.any(|it| is_of_group(sheet, it))
        };
        let group = [Column::Group];
        let needed = kind.needed().iter().chain(group.iter().filter(|_| needs_group));
        for column in needed.filter(|it| !columns.iter().any(|(_, there)| there == *it)) {
            let end = row.cells.last().map_or(0, |cell| cell.nth);
            let complaint = Complaint::MissingColumn { column: column.told(kind) };
            problems.push(sheet.source.problem(sheet.at(row, end), complaint));
        }
        let left_out = row.said().filter(|cell| !columns.iter().any(|(nth, _)| *nth == cell.nth));
        let left_out = left_out.map(|cell| shown(&one_line(&cell.text))).collect();
        Some(Table { sheet, kind, head, columns, left_out })
    }
}

/// Whether a worksheet holds the projects of this group, by its name.
pub(super) fn is_of_group(sheet: &Sheet, group: &crate::contest::Group) -> bool {
    let name = plain(&sheet.source.name());
    [group.id.as_str(), &group.name.zh, &group.name.en].map(plain).contains(&name)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first row with the most headings, and how many; where headings are merged over several rows, the
/// lowest of these.
fn best_row(sheet: &Sheet, headings: Headings<'_>) -> (usize, usize) {
    let rows = 0..sheet.rows.len().min(MOST_ROWS_ABOVE);
    let known: Vec<_> = rows.map(|nth| columns_of(sheet, nth, headings).len()).collect();
    let most = known.iter().copied().max().unwrap_or_default();
    let first = known.iter().position(|it| *it == most).unwrap_or_default();
    let merged = known.iter().skip(first).take_while(|it| **it == most && most > 0).count();
    (first + merged.saturating_sub(1), most)
}

/// The columns by the headings in a row; of several headings for one column the surest.
fn columns_of(sheet: &Sheet, row: usize, headings: Headings<'_>) -> Vec<(usize, Column)> {
    let mut found: Vec<(usize, Column, usize)> = Vec::new();
    for cell in sheet.rows.get(row).into_iter().flat_map(Row::said) {
        let Some((column, doubt)) = headings.column(&cell.text) else { continue };
        match found.iter_mut().find(|(_, there, _)| *there == column) {
            Some(there) if doubt < there.2 => *there = (cell.nth, column, doubt),
            Some(_) => (),
            None => found.push((cell.nth, column, doubt)),
        }
    }
    found.into_iter().map(|(nth, column, _)| (nth, column)).collect()
}

/// The headings that say the very same as one that is read.
fn twice(row: &Row, headings: Headings<'_>, columns: &[(usize, Column)]) -> Vec<(usize, String)> {
    let read = |nth: usize| columns.iter().any(|(it, _)| *it == nth);
    let texts: Vec<_> = row.said().filter(|it| read(it.nth)).map(|it| plain(&it.text)).collect();
    row.said()
        .filter(|cell| !read(cell.nth) && headings.column(&cell.text).is_some())
        .filter(|cell| texts.contains(&plain(&cell.text)))
        .map(|cell| (cell.nth, cell.text.clone()))
        .collect()
}
