//! `roadshow export`: sheets, standings, timings and the log of an evening for other programs.

use std::path::Path;

use super::{
    Failure,
    arguments::{self, ExportFormat},
    evening, files, logging,
    papers::too_large,
    print, results,
};
use crate::{
    contest::At,
    definition::{self, Disk},
    papers::{export::Export, guarded_csv, workbook},
    words::{Lang, Words},
};

/// The end of a session's file; what has another is a journal.
const SESSION: &str = "toml";

pub(super) fn run(given: &arguments::Export, lang: Option<Lang>) -> Result<(), Failure> {
    logging::to_stderr();
    if given.journal.extension().is_some_and(|end| end == SESSION) {
        let session = definition::read_session(&given.journal, &Disk);
        let session = session.map_err(Failure::Definition)?;
        let kinds = given.tables_of_session();
        let export = Export::of_session(&session, &kinds, given.anonymous);
        // A definition is of no moment: its tables are as if made when days are counted from.
        let words = lang.map_or_else(|| Words::of_session(&session.language), Words::new);
        return write(given, &export, (&session.id, At(0)), &words);
    }
    let evening = evening::read(&given.journal)?;
    let words = results::words_for(&evening.contest, lang);
    let export = Export::of(&evening, &given.tables(), given.anonymous, &words);
    let of = (evening.contest.session().id.as_str(), evening.as_of());
    write(given, &export, of, &words)
}

fn write(
    given: &arguments::Export,
    export: &Export,
    (title, as_of): (&str, At),
    words: &Words,
) -> Result<(), Failure> {
    match (given.format, &given.to) {
        (ExportFormat::Csv, Some(folder)) => csv_files(export, given.bom, folder, words),
        (ExportFormat::Csv, None) => {
            for (_, grid) in &export.tables {
                let write = |to: &mut Vec<u8>| guarded_csv::write(grid, given.bom, to);
                print(&results::csv_text(write)?)?;
            }
            Ok(())
        }
        (ExportFormat::Json, None) => print(&export.json()),
        (ExportFormat::Json, Some(file)) => written(file, export.json().as_bytes(), words),
        (ExportFormat::Xlsx, file) => {
            let tables = export.tables.iter().map(|(kind, grid)| (kind.as_str(), grid));
            let bytes = workbook::of_tables(tables, title, as_of);
            let bytes = bytes.map_err(|error| too_large(&error))?;
            file.as_deref().map_or(Ok(()), |file| written(file, &bytes, words))
        }
    }
}

/// A file for each table, in a folder that is made where there is none.
fn csv_files(
    export: &Export,
    with_mark: bool,
    folder: &Path,
    words: &Words,
) -> Result<(), Failure> {
    files::folder(folder)?;
    for (kind, grid) in &export.tables {
        let text = results::csv_text(|to| guarded_csv::write(grid, with_mark, to))?;
        let file = folder.join(format!("{}.csv", kind.as_str()));
        written(&file, text.as_bytes(), words)?;
    }
    Ok(())
}

/// Writes a file and says so.
fn written(file: &Path, bytes: &[u8], words: &Words) -> Result<(), Failure> {
    files::create(file, bytes)?;
    let args = [("file", file.display().to_string().into())];
    print(&format!("{}\n", words.tell("export-written", &args)))
}
