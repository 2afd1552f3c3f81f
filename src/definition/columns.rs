//! The columns of a CSV file, found by their heads in whatever order they stand.

use super::{
    Complaint,
    cells::Cell,
    page::{Page, shown},
};

/// What spreadsheets put between cells besides commas.
const OTHER_SIGNS: [char; 3] = [';', '\t', '；'];

/// A column of a file.
pub(super) trait Column {
    /// Its head.
    fn name(&self) -> &str;

    /// Whether a file must have it.
    fn is_needed(&self) -> bool;
}

/// The columns in the order of the header; `None` for those that have been complained of.
pub(super) fn in_order<C: Column>(
    page: &Page<'_>,
    header: &[Cell<'_>],
    mut missing: Vec<C>,
) -> Vec<Option<C>> {
    let all: Vec<String> = missing.iter().map(|column| column.name().to_owned()).collect();
    let mut columns = Vec::new();
    if let [only] = header
        && let Some(sign) = OTHER_SIGNS.into_iter().find(|sign| only.text.contains(*sign))
    {
        let sign = if sign == '\t' { "tab".to_owned() } else { sign.to_string() };
        page.complain(only.at, Complaint::NotCommas { sign });
        return columns;
    }
    for cell in header {
        let column = shown(&cell.text);
        let at = missing.iter().position(|it| it.name() == cell.text);
        columns.push(at.map(|at| missing.remove(at)));
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
    for column in missing.iter().filter(|it| it.is_needed()) {
        page.complain(at, Complaint::MissingColumn { column: column.name().to_owned() });
    }
    columns
}

/// Whether a row says nothing, as spreadsheets leave them behind; complains of cells that stand after
/// the last of the columns.
pub(super) fn is_blank(page: &Page<'_>, row: &[Cell<'_>], columns: usize) -> bool {
    for cell in row.iter().skip(columns).filter(|cell| !cell.text.is_empty()) {
        page.complain(cell.at, Complaint::ExtraCell { value: shown(&cell.text) });
    }
    row.iter().all(|cell| cell.text.is_empty())
}
