//! `roadshow papers` and `roadshow export` on an odd evening: forms say what the results say, an award list
//! waits for the end, and nobody's file is written over.

use std::{
    collections::BTreeMap,
    fs,
    io::Cursor,
    path::Path,
    process::{Command, Output},
};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use rust_decimal::Decimal;
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    odd::{Evening, after_the_results, before_the_results, the_chair_rules},
    support::roadshow,
};

fn papers(journal: &Path, folder: &Path, more: &[&str]) -> Command {
    let mut command = roadshow();
    command.arg("papers").arg(journal).arg("--to").arg(folder);
    command.args(["--lang", "en"]).args(more);
    command
}

fn ran(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

/// All files of a folder, but for the list of them, which says where the journal stood.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = fs::read_dir(folder).unwrap().map(|it| it.unwrap());
    let named = all.map(|it| (it.file_name().into_string().unwrap(), fs::read(it.path()).unwrap()));
    named.filter(|(name, _)| name != "roadshow-papers.json").collect()
}

/// The lines of the table on a form's worksheet: from the one whose first cell is this head, to the first
/// empty one.
fn table(workbook: &[u8], head: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let rows = range.rows().skip_while(|row| row[0] != Data::String(head.to_owned())).skip(1);
    rows.take_while(|row| !row.iter().all(|it| *it == Data::Empty)).map(<[_]>::to_vec).collect()
}

/// The number in a cell, as the decimal that it is the nearest to.
fn number(cell: &Data) -> Decimal {
    match cell {
        Data::Float(number) => number.to_string().parse().unwrap(),
        other => panic!("{other:?} is no number"),
    }
}

fn score(standing: &Value) -> Decimal {
    standing["score"].as_str().unwrap().parse().unwrap()
}

fn place(standing: &Value) -> Decimal {
    standing["place"].as_u64().unwrap().into()
}

/// The final state of the odd evening: E02 and E01 tied and settled by the chair, E04 with a seat that is
/// void, E05 disqualified after the result, E03 withdrawn.
#[tokio::test]
async fn every_form_says_what_the_results_say() {
    let mut evening = Evening::begin();
    before_the_results(&mut evening).await;
    let (folder, journal) = (TempDir::new().unwrap(), evening.hub.journal());
    let to = folder.path().join("papers");

    let (code, said, _) = ran(&mut papers(&journal, &to, &[]));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("No Award list: no group's result is final"), "{said}");
    assert!(said.contains("No Record of the draw"), "{said}");
    assert!(said.contains("No Correction bulletin"), "{said}");
    let provisional = files(&to);
    assert!(!provisional.contains_key("awards.html") && !provisional.contains_key("notice.xlsx"));
    let all = String::from_utf8(provisional["all.html"].clone()).unwrap();
    assert!(all.contains("<b>provisional</b>") && !all.contains("<b>final</b>"));
    assert!(all.contains("chair's decision: E01, E02"));

    the_chair_rules(&mut evening).await;
    after_the_results(&mut evening).await;
    let (code, said, _) = ran(&mut papers(&journal, &to, &[]));
    assert_eq!(code, Some(0), "its own papers are written over: {said}");
    let (forms, results) = (files(&to), evening.results());
    let standings = results["groups"][0]["standings"].as_array().unwrap();

    let ranking = table(&forms["ranking.xlsx"], "Place");
    assert_eq!(ranking.len(), 5, "three with a place, two without");
    for (row, standing) in ranking.iter().zip(standings) {
        assert_eq!(number(&row[0]), place(standing));
        assert_eq!(row[1], Data::String(standing["project"].as_str().unwrap().to_owned()));
        assert_eq!(number(&row[4]), score(standing));
    }
    assert_eq!((&ranking[3][0], &ranking[4][0]), (&Data::Empty, &Data::Empty));

    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(forms["ranking.xlsx"].clone())).unwrap();
    let repeated = book.defined_names().iter().find(|it| it.0.ends_with("Print_Titles"));
    let repeated = repeated.map(|it| it.1.as_str()).unwrap_or_default();
    assert!(repeated.contains("$A:$C") && repeated.matches('$').count() == 4, "{repeated}");
    let awards = table(&forms["awards.xlsx"], "Award");
    let given: Vec<_> = awards.iter().map(|row| (row[0].to_string(), row[1].to_string())).collect();
    let award =
        |it: &Value| Some((it["award"].as_str()?.to_owned(), it["project"].as_str()?.to_owned()));
    assert_eq!(given, standings.iter().filter_map(award).collect::<Vec<_>>());

    let summary = table(&forms["summary.xlsx"], "Turn");
    for standing in standings {
        let project = Data::String(standing["project"].as_str().unwrap().to_owned());
        let row = summary.iter().find(|row| row[1] == project).unwrap();
        let numbers: Vec<_> =
            row.iter().filter(|it| matches!(it, Data::Float(_))).map(number).collect();
        assert_eq!(numbers[numbers.len() - 2..], [score(standing), place(standing)]);
    }
    let html = |name: &str| String::from_utf8(forms[name].clone()).unwrap();
    assert!(
        html("summary.html").contains("recused") && html("summary.html").contains("vote 2 : 1")
    );
    assert_eq!(html("bulletins.html").matches("<h1>Correction bulletin no. ").count(), 3);
    assert_eq!(html("slips.html").matches("<h1>").count(), standings.len());
    assert!(html("slips.html").contains(">85.00<"));
    assert!(!html("log.html").contains("all 85"), "marks are not in the log");
    let page = html("all.html");
    assert!(page.contains("<b>final</b>") && page.contains("page 1 of 1"));
    let head = results["journal"]["head"].as_str().unwrap();
    assert_eq!(page.matches("<section").count(), page.matches(&format!("{head} · as of ")).count());
}

/// A journal of a version ago, which does not change while the tests run.
const KEPT: &str = "tests/data/tryout-format-1.journal";

fn kept(folder: &TempDir) -> std::path::PathBuf {
    let journal = folder.path().join("kept.journal");
    fs::copy(KEPT, &journal).unwrap();
    journal
}

#[test]
fn the_same_journal_gives_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    let journal = kept(&folder);
    let [one, other] = ["one", "other"].map(|name| {
        let to = folder.path().join(name);
        let (code, _, told) = ran(&mut papers(&journal, &to, &["--anonymous"]));
        assert_eq!(code, Some(0), "{told}");
        files(&to)
    });
    assert!(one.len() > 10, "{:?}", one.keys());
    assert!(one == other);
    let to = folder.path().join("export.xlsx");
    let again = folder.path().join("again.xlsx");
    for file in [&to, &again] {
        let mut export = roadshow();
        export.arg("export").arg(&journal).args(["--format", "xlsx", "--to"]).arg(file);
        assert_eq!(ran(&mut export).0, Some(0));
    }
    assert!(fs::read(to).unwrap() == fs::read(again).unwrap());
}

#[test]
fn papers_are_written_over_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let (journal, to) = (kept(&folder), folder.path().join("papers"));
    fs::create_dir(&to).unwrap();
    fs::write(to.join("ranking.html"), "the office's own").unwrap();
    let (code, _, told) = ran(&mut papers(&journal, &to, &[]));
    assert_eq!(code, Some(1));
    assert!(told.contains("ranking.html was not written by this program"), "{told}");
    assert_eq!(fs::read_dir(&to).unwrap().count(), 1, "nothing was written");

    fs::remove_file(to.join("ranking.html")).unwrap();
    assert_eq!(ran(&mut papers(&journal, &to, &[])).0, Some(0));
    assert_eq!(ran(&mut papers(&journal, &to, &["--anonymous"])).0, Some(0), "its own");
    fs::write(to.join("summary.html"), "corrected by hand").unwrap();
    assert_eq!(ran(&mut papers(&journal, &to, &[])).0, Some(1));
    assert_eq!(fs::read_to_string(to.join("summary.html")).unwrap(), "corrected by hand");
    let (code, _, _) = ran(&mut papers(&journal, &to, &["--form", "ranking"]));
    assert_eq!(code, Some(0), "others than those that are written do not matter");

    let list = to.join("roadshow-papers.json");
    let other = fs::read_to_string(&list).unwrap().replace("\"tryout\"", "\"award-day\"");
    fs::write(&list, other).unwrap();
    let (code, _, told) = ran(&mut papers(&journal, &to, &["--form", "ranking"]));
    assert!(code == Some(1) && told.contains("another session"), "{told}");
}

#[test]
fn a_form_that_is_none_any_more_is_taken_away() {
    let folder = TempDir::new().unwrap();
    let (journal, to) = (kept(&folder), folder.path().join("papers"));
    assert_eq!(ran(&mut papers(&journal, &to, &["--form", "ranking,awards"])).0, Some(0));
    assert!(to.join("awards.html").exists());
    // The same evening as it was some records before its end.
    let file = rusqlite::Connection::open(&journal).unwrap();
    file.execute_batch("DELETE FROM record WHERE seq > 20").unwrap();
    drop(file);
    let (code, said, _) = ran(&mut papers(&journal, &to, &["--form", "ranking,awards"]));
    assert_eq!(code, Some(0));
    assert!(said.contains("awards.html removed") && !to.join("awards.html").exists(), "{said}");
    assert!(to.join("ranking.html").exists());
}

#[test]
fn papers_go_into_a_folder() {
    let folder = TempDir::new().unwrap();
    let (journal, file) = (kept(&folder), folder.path().join("x.csv"));
    fs::write(&file, "the office's own").unwrap();
    let (code, _, told) = ran(&mut papers(&journal, &file, &[]));
    assert!(code == Some(1) && told.contains("x.csv is no folder"), "{told}");
}

#[test]
fn a_damaged_journal_makes_no_papers() {
    let folder = TempDir::new().unwrap();
    let (journal, to) = (kept(&folder), folder.path().join("papers"));
    let file = rusqlite::Connection::open(&journal).unwrap();
    file.execute_batch("UPDATE record SET body = replace(body, '\"9', '\"8') WHERE seq = 20")
        .unwrap();
    file.execute_batch("UPDATE record SET body = body || ' ' WHERE seq = 20").unwrap();
    drop(file);
    let (code, _, told) = ran(&mut papers(&journal, &to, &[]));
    assert!(code == Some(1) && told.contains("20"), "{told}");
    assert!(!to.exists());
    let mut export = roadshow();
    export.arg("export").arg(&journal).args(["--lang", "en", "--format", "json"]);
    let (code, said, told) = ran(&mut export);
    assert!(code == Some(1) && said.is_empty() && told.contains("20"), "{told}");
}

#[test]
fn what_makes_no_sense_together_is_told() {
    for wrong in [
        &["export", KEPT, "--format", "csv"][..],
        &["export", KEPT, "--format", "xlsx"],
        &["export", KEPT, "--format", "json", "--bom"],
        &["results", KEPT, "--lang", "both"],
        &["papers", KEPT],
        &["papers", KEPT, "--to", "x", "--blank", "--form", "log"],
    ] {
        let (code, _, told) = ran(roadshow().args(wrong));
        assert_eq!(code, Some(2), "{wrong:?}: {told}");
    }
}

/// Read back by another library, the workbook, the CSV and the JSON have the same cells, and standings are
/// those of the results.
#[test]
fn an_export_is_the_same_in_every_form() {
    let folder = TempDir::new().unwrap();
    let (journal, to) = (kept(&folder), folder.path().join("csv"));
    let export = |more: &[&str]| {
        let mut command = roadshow();
        command.arg("export").arg(&journal).args(["--lang", "en"]).args(more);
        let (code, said, told) = ran(&mut command);
        assert_eq!(code, Some(0), "{told}");
        said
    };
    let json: Value = serde_json::from_str(&export(&["--format", "json"])).unwrap();
    let said = export(&["--format", "csv", "--bom", "--to", to.to_str().unwrap()]);
    assert!(said.contains("sheets.csv is written.") && said.lines().count() == 7, "{said}");
    let book = folder.path().join("book.xlsx");
    let said = export(&["--format", "xlsx", "--to", book.to_str().unwrap()]);
    assert!(said.ends_with("book.xlsx is written.\n"), "{said}");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(fs::read(book).unwrap())).unwrap();
    let tables = ["sheets", "standings", "timings", "log", "projects", "judges", "recusals"];
    assert_eq!(book.sheet_names(), tables);
    for name in tables {
        let csv = fs::read_to_string(to.join(format!("{name}.csv"))).unwrap();
        let mut csv = csv::Reader::from_reader(csv.strip_prefix('\u{feff}').unwrap().as_bytes());
        let heads = csv.headers().unwrap().clone();
        let range = book.worksheet_range(name).unwrap();
        let objects = json[name].as_array().unwrap();
        assert!(!objects.is_empty() || name == "recusals", "nobody is recused in this session");
        for ((line, row), object) in csv.records().zip(range.rows().skip(1)).zip(objects) {
            let line = line.unwrap();
            for ((head, text), cell) in heads.iter().zip(&line).zip(row) {
                match &object[head] {
                    Value::Null => {
                        assert!(text.is_empty() && *cell == Data::Empty, "{name} {head}");
                    }
                    Value::Number(number) => {
                        assert_eq!(number.to_string(), text);
                        assert_eq!(self::number(cell), number.as_i64().unwrap().into());
                    }
                    Value::String(said) => {
                        assert_eq!(said, text.strip_prefix('\'').unwrap_or(text), "{name} {head}");
                        match cell {
                            Data::Float(_) => assert_eq!(number(cell), said.parse().unwrap()),
                            cell => assert_eq!(*cell, Data::String(said.clone())),
                        }
                    }
                    other => panic!("{other}"),
                }
            }
        }
        assert_eq!(range.rows().count(), objects.len() + 1);
    }
    let mut results = roadshow();
    results.arg("results").arg(&journal).args(["--lang", "en", "--format", "json"]);
    let results = results_of(&mut results);
    let ranked = results["groups"].as_array().unwrap().iter();
    let ranked = ranked.flat_map(|it| it["standings"].as_array().unwrap());
    let exported = json["standings"].as_array().unwrap().iter().filter(|it| !it["place"].is_null());
    for (own, theirs) in exported.zip(ranked) {
        for key in ["place", "project", "name", "score", "award", "exact", "tie"] {
            assert_eq!(own[key], theirs[key], "{key}");
        }
    }
}

fn results_of(command: &mut Command) -> Value {
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}
