//! The papers' workbooks in a spreadsheet program: LibreOffice makes pages of each without complaint, as many as
//! are known, and on every one of them is where it is from; no name is cut.
//!
//! It takes LibreOffice, poppler-utils and a minute, so it is run only where it is asked for:
//! `cargo test --test it -- --ignored papers_open_in_libreoffice`. With `ROADSHOW_PAPERS=DIR` journals, papers and pages
//! stay in that folder, which is new or empty, to be looked at.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    odd::{Evening, after_the_results, before_the_results, the_chair_rules},
    support::{roadshow, starts_a_program},
};

/// How many pages the workbooks of an evening have, by form.
type Pages = BTreeMap<String, usize>;

/// Where everything is written.
struct Desk {
    folder: PathBuf,
    _temporary: Option<TempDir>,
}

/// What is on every page: session, state, and where the journal stood.
struct Running {
    session: &'static str,
    state: &'static str,
    head: String,
}

impl Desk {
    fn new() -> Self {
        let Some(folder) = env::var_os("ROADSHOW_PAPERS") else {
            let temporary = TempDir::new().unwrap();
            return Self { folder: temporary.path().to_owned(), _temporary: Some(temporary) };
        };
        fs::create_dir_all(&folder).unwrap();
        let folder = fs::canonicalize(folder).unwrap();
        assert!(
            fs::read_dir(&folder).unwrap().next().is_none(),
            "{} is not empty",
            folder.display()
        );
        Self { folder, _temporary: None }
    }

    /// Makes the papers of a journal, has LibreOffice make pages of the workbooks, and gives what is on them.
    fn pages(&self, name: &str, journal: &Path) -> BTreeMap<String, Vec<String>> {
        let papers = self.folder.join(name);
        let mut command = roadshow();
        command.arg("papers").arg(journal).arg("--to").arg(&papers).args(["--lang", "zh"]);
        ran(&mut command);
        let books: Vec<PathBuf> = files(&papers, "xlsx");
        let (pages, profile) = (self.folder.join(format!("{name}-pages")), self.folder.join("lo"));
        let mut office = tool("soffice");
        office.arg(format!("-env:UserInstallation=file://{}", profile.display()));
        office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(&pages).args(&books);
        let told = ran(&mut office);
        assert!(!told.contains("Error"), "{told}");
        assert_eq!(files(&pages, "pdf").len(), books.len(), "{told}");
        let stem = |file: &PathBuf| file.file_stem().unwrap().to_str().unwrap().to_owned();
        files(&pages, "pdf").iter().map(|file| (stem(file), texts(file))).collect()
    }
}

/// A program that is not ours.
fn tool(name: &str) -> Command {
    starts_a_program();
    Command::new(name)
}

/// Runs it to its good end; what it said.
fn ran(command: &mut Command) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output();
    let Output { status, stdout, stderr } = output.unwrap_or_else(|error| {
        panic!("{name} does not start ({error}); this test needs LibreOffice and poppler-utils")
    });
    let said = String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned();
    assert!(status.success(), "{name}: {said}");
    said
}

fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut files: Vec<_> = all.filter(|it| it.extension().is_some_and(|it| it == end)).collect();
    files.sort();
    files
}

/// The text of each page without blanks: a name goes on in the next line wherever its cell ends.
fn texts(file: &Path) -> Vec<String> {
    let said = ran(tool("pdftotext").arg("-raw").arg(file).arg("-"));
    let pages = said.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(without_blanks).collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

fn results(journal: &Path) -> Value {
    let mut command = roadshow();
    command.arg("results").arg(journal).args(["--format", "json", "--lang", "zh"]);
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}

/// Where each page of the workbooks is from, and how many there are.
fn checked(books: &BTreeMap<String, Vec<String>>, running: &Running) -> Pages {
    for (name, pages) in books {
        for (nth, page) in (1..).zip(pages) {
            let number = format!("第{nth}页，共{}页", pages.len());
            let head = without_blanks(&running.head);
            for wanted in [running.session, running.state, &*head, &*number] {
                assert!(page.contains(wanted), "{name}, page {nth}, without {wanted}: {page}");
            }
        }
    }
    books.iter().map(|(name, pages)| (name.clone(), pages.len())).collect()
}

/// Every ranked project's name is whole on the ranking and on the summary.
fn names_are_whole(books: &BTreeMap<String, Vec<String>>, results: &Value) {
    let standings = results["groups"].as_array().unwrap().iter();
    let standings = standings.flat_map(|it| it["standings"].as_array().unwrap());
    for name in standings.map(|it| without_blanks(it["name"].as_str().unwrap())) {
        for form in ["ranking", "summary"] {
            assert!(books[form].iter().any(|page| page.contains(&name)), "{form} without {name}");
        }
    }
}

fn head(results: &Value) -> String {
    results["journal"]["head"].as_str().unwrap().to_owned()
}

fn known<const N: usize>(pages: [(&str, usize); N]) -> Pages {
    pages.into_iter().map(|(name, pages)| (name.to_owned(), pages)).collect()
}

#[tokio::test]
#[ignore = "needs LibreOffice and poppler-utils, and takes a minute"]
async fn papers_open_in_libreoffice() {
    let desk = Desk::new();
    the_founding_final(&desk);
    the_odd_evening(&desk).await;
}

fn the_founding_final(desk: &Desk) {
    let journal = desk.folder.join("final.journal");
    ran(roadshow().args(["demo", "--headless", "--data"]).arg(&journal));
    let (books, results) = (desk.pages("final", &journal), results(&journal));
    let session = "第十一届“创客中国”增材制造中小企业创新创业大赛决赛";
    let running = Running { session, state: "最终", head: head(&results) };
    let pages = known([
        ("awards", 2),
        ("balance", 14),
        ("log", 19),
        ("notice", 2),
        ("ranking", 3),
        ("reconciliation", 4),
        ("score-sheets", 350),
        ("slips", 50),
        ("summary", 5),
    ]);
    assert_eq!(checked(&books, &running), pages);
    names_are_whole(&books, &results);
}

/// Before the chair has settled the tie, and when all is over: a project that is disqualified after its result, a
/// judge who stays out and one who is absent, a seat that is void, a deduction, three bulletins.
async fn the_odd_evening(desk: &Desk) {
    let mut evening = Evening::begin();
    before_the_results(&mut evening).await;
    let journal = evening.hub.journal();
    let (books, tied) = (desk.pages("odd-tied", &journal), results(&journal));
    let session = "不顺利的一晚";
    let running = Running { session, state: "暂定", head: head(&tied) };
    assert!(!checked(&books, &running).contains_key("awards"));
    assert!(
        books["summary"].concat().contains("超时"),
        "the deduction stands until it is taken back"
    );

    the_chair_rules(&mut evening).await;
    after_the_results(&mut evening).await;
    let (books, results) = (desk.pages("odd", &journal), results(&journal));
    let running = Running { session, state: "最终", head: head(&results) };
    let pages = known([
        ("awards", 1),
        ("balance", 3),
        ("bulletins", 3),
        ("log", 2),
        ("notice", 1),
        ("ranking", 1),
        ("reconciliation", 1),
        ("score-sheets", 10),
        ("slips", 3),
        ("summary", 1),
    ]);
    assert_eq!(checked(&books, &running), pages);
    names_are_whole(&books, &results);
    let summary = books["summary"].concat();
    for told in ["回避", "缺席", "作废", "取消资格", "退赛", "vote2:1"] {
        assert!(summary.contains(told), "the summary is silent about {told}: {summary}");
    }
    assert!(evening.hub.terminate());
    fs::copy(&journal, desk.folder.join("odd.journal")).unwrap();
}
