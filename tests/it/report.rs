//! `roadshow report`: the same figures as the results, on a page and on a terminal; nothing of what is not
//! locked; nobody's file written over; lost links from the hub's log.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use roadshow::protocol::views::BoardView;
use tempfile::TempDir;
use tokio::time::timeout;

use crate::{
    odd::{Evening, after_the_results, before_the_results, the_chair_rules},
    support::{HubProcess, LIMIT, roadshow},
};

/// A journal of a version ago, which does not change while the tests run.
const KEPT: &str = "tests/data/tryout-format-1.journal";

fn report(journal: &Path, more: &[&str]) -> Command {
    let mut command = roadshow();
    command.arg("report").arg(journal).args(["--lang", "en"]).args(more);
    command
}

fn ran(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

/// The page, written and read.
fn page(journal: &Path, folder: &TempDir, more: &[&str]) -> String {
    let file = folder.path().join("report.html");
    let _ = fs::remove_file(&file);
    let mut command = report(journal, &[more, &["--to"]].concat());
    let (code, said, told) = ran(command.arg(&file));
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("the report of the evening"), "{said}");
    fs::read_to_string(file).unwrap()
}

fn kept(folder: &TempDir) -> PathBuf {
    let journal = folder.path().join("kept.journal");
    fs::copy(KEPT, &journal).unwrap();
    journal
}

/// The cells of the lines of a table of the page, tags left out.
fn cells(page: &str, class: &str) -> Vec<Vec<String>> {
    let (_, rest) = page.split_once(&format!("<table class=\"{class}\">")).unwrap();
    let (table, _) = rest.split_once("</table>").unwrap();
    let row = |row: &str| -> Vec<String> { row.split("</td>").map(without_tags).collect() };
    table.split("<tr>").skip(2).map(row).collect()
}

fn without_tags(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |it| it.1));
    parts.collect()
}

/// The final state of the odd evening: E02 and E01 tied and settled by the chair, E04 with a seat that is
/// void, E05 disqualified after the result, E03 withdrawn.
#[tokio::test]
async fn the_report_says_what_the_results_say() {
    let (mut evening, folder) = (Evening::begin(), TempDir::new().unwrap());
    let journal = evening.hub.journal();
    let begun = page(&journal, &folder, &[]);
    assert!(begun.contains("<b>provisional</b>") && begun.contains("No project is locked yet."));
    before_the_results(&mut evening).await;
    let tied = page(&journal, &folder, &[]);
    assert!(tied.contains("<b>provisional</b>") && !tied.contains("<b>final</b>"));
    assert!(tied.contains("Waits for the jury chair's decision: E01, E02"));

    the_chair_rules(&mut evening).await;
    after_the_results(&mut evening).await;
    let (page, results) = (page(&journal, &folder, &[]), evening.results());
    assert!(page.contains("<b>final</b>"));
    let standings = results["groups"][0]["standings"].as_array().unwrap();
    let marks = cells(&page, "marks");
    assert_eq!(marks.len(), standings.len());
    let (code, shown, _) = ran(&mut report(&journal, &[]));
    assert_eq!(code, Some(0));
    for (row, standing) in marks.iter().zip(standings) {
        let text = |key: &str| standing[key].as_str().unwrap().to_owned();
        assert_eq!(row[0], standing["place"].to_string());
        assert!(row[1].contains(&text("project")), "{row:?}");
        assert_eq!(row[2], text("score"));
        let mut lines = shown.lines().map(|it| it.split_whitespace().collect::<Vec<_>>());
        let line = lines.find(|it| it.get(1) == Some(&text("project").as_str())).unwrap();
        assert_eq!(line[..4], [&*row[0], &*text("project"), &*text("score"), &*text("award")]);
    }
    // E02 was judged without A1, E04 without A1 whose seat is void.
    assert_eq!((&*marks[0][3], &*marks[2][3]), ("–", "–"));
    for told in ["vote 2 : 1", "E05 is disqualified", "0:42 over", "Correction bulletin 3"] {
        assert!(page.contains(told) && shown.contains(told), "{told}");
    }
    assert!(page.contains("Too few to tell: 3 projects") && shown.contains("Too few to tell"));
    let head = results["journal"]["head"].as_str().unwrap();
    assert!(page.contains(&format!("journal {head}")) && shown.contains(head));
}

#[test]
fn the_same_journal_gives_the_same_report() {
    let folder = TempDir::new().unwrap();
    let journal = kept(&folder);
    let [one, other] = [0, 1].map(|_| page(&journal, &folder, &["--anonymous"]));
    assert!(one == other && one.contains("<svg"));
    assert!(!one.contains("<script") && !one.contains("http"), "it runs nothing and loads nothing");
    let [one, other] = [0, 1].map(|_| ran(&mut report(&journal, &[])));
    assert_eq!(one, other);
    assert!(!one.1.contains('\u{1b}'), "colours are for terminals");
    let (_, ascii, _) = ran(&mut report(&journal, &["--ascii"]));
    assert!(!ascii.contains(['●', '○', '─', '┃']), "{ascii}");
}

#[test]
fn no_report_is_written_over_a_file() {
    let folder = TempDir::new().unwrap();
    let (journal, file) = (kept(&folder), folder.path().join("report.html"));
    fs::write(&file, "the office's own").unwrap();
    let (code, _, told) = ran(report(&journal, &["--to"]).arg(&file));
    assert!(code == Some(1) && told.contains("is there already"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "the office's own");
    let (code, _, told) = ran(&mut report(&folder.path().join("none.journal"), &[]));
    assert!(code == Some(1) && told.contains("none.journal"), "{told}");
    let (code, _, told) = ran(report(&journal, &["--log"]).arg(&file));
    assert!(code == Some(1) && told.contains("no line of a hub's log"), "{told}");
    let line = "2026-08-20T06:03:27.123456Z  WARN roadshow::cli::awake: the laptop may fall asleep";
    let log = folder.path().join("hub.log");
    fs::write(&log, line).unwrap();
    let (code, shown, told) = ran(report(&journal, &["--log"]).arg(&log));
    assert!(code == Some(0) && shown.contains("tells of no lost link"), "{told}");
    for wrong in
        [&["report", KEPT, "--lang", "both"][..], &["report", KEPT, "--ascii", "--to", "x"]]
    {
        assert_eq!(ran(roadshow().args(wrong)).0, Some(2), "{wrong:?}");
    }
}

#[test]
fn a_report_goes_into_a_file_that_is_named_a_page() {
    let folder = TempDir::new().unwrap();
    let (journal, file) = (kept(&folder), folder.path().join("out.txt"));
    let (code, said, told) = ran(report(&journal, &["--to"]).arg(&file));
    assert!(code == Some(1) && said.is_empty(), "{said}{told}");
    assert!(told.contains("out.txt") && told.contains(".html"), "{told}");
    assert!(!file.exists());
    assert_eq!(ran(report(&journal, &["--to"]).arg(folder.path().join("OUT.HTML"))).0, Some(0));
}

/// A board that is lost and comes back, as the hub's own log tells it.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_lost_link_is_read_back_from_the_log() {
    use crate::hostile::{Attacker, half_a_frame};

    let hub = HubProcess::start_logging("info", "tryout.toml");
    let (folder, mut host) = (TempDir::new().unwrap(), hub.join("A/host"));
    host.step().await;
    half_a_frame(&Attacker::new(&hub, 5), &hub.link("A/board")).await;
    // Its socket is closed before that is logged.
    let told = async {
        while !hub.log().contains("gone") {
            tokio::task::yield_now().await;
        }
    };
    timeout(LIMIT, told).await.unwrap();
    let _: BoardView = hub.join("A/board").picture(|_| true).await;
    host.step().await;
    let log = folder.path().join("hub.log");
    fs::write(&log, hub.log()).unwrap();
    let page = page(&hub.journal(), &folder, &["--log", log.to_str().unwrap()]);
    assert!(page.contains("The hub's log tells of one lost link."), "{page}");
    assert!(page.contains("<b>A board</b>") && page.contains("back after 0:0"), "{page}");
    let (_, shown, _) = ran(&mut report(&hub.journal(), &[]));
    assert!(shown.contains("The journal does not hold who lost the hub"), "{shown}");
}

#[test]
fn a_report_in_both_languages_says_all_twice() {
    let folder = TempDir::new().unwrap();
    let (journal, file) = (kept(&folder), folder.path().join("both.html"));
    let mut command = roadshow();
    command.arg("report").arg(journal).args(["--lang", "both", "--to"]).arg(&file);
    assert_eq!(ran(&mut command).0, Some(0));
    let both = fs::read_to_string(file).unwrap();
    for said in ["现场报告", "Report of the evening", "lang=\"zh\"", "lang=\"en\""] {
        assert!(both.contains(said), "{said}");
    }
}
