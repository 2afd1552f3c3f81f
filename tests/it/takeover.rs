//! A judge's laptop dies, and another one goes on with what it has left.
#![cfg(target_os = "linux")] // Elsewhere the folder is another.

use std::{
    fs,
    path::{Path, PathBuf},
};

use roadshow::{contest::Fact, journal};
use tempfile::TempDir;

use crate::{
    evening::{begin, english, fill_in, go_on_to_scoring},
    pty::{Screen, key},
    support::{HubProcess, roadshow},
};

/// Copies a dead terminal's state folder to a stick.
fn copied(screen: &Screen, stick: &TempDir) -> PathBuf {
    let to = stick.path().join("roadshow");
    copy_all(&screen.home().join("roadshow"), &to);
    to
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let (path, name) = item.map(|it| (it.path(), it.file_name())).unwrap();
        if path.is_dir() {
            copy_all(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

/// Another user's laptop joins with what lies on the stick; gives what it says before the screen opens.
fn taking_over(hub: &HubProcess, seat: &str, stick: &Path) -> (Screen, String) {
    let link = hub.link(seat).to_string();
    let arguments = ["join", &link, "--lang", "en", "--state", stick.to_str().unwrap()];
    let mut screen = Screen::open(&arguments, 100, 30);
    let said = screen.shows("Enter opens the screen.");
    screen.press(key::ENTER);
    (screen, said)
}

/// What a laptop says that does not join with it.
fn refusal(link: &str, state: &Path) -> String {
    let home = tempfile::tempdir().unwrap();
    let output = roadshow()
        .args(["join", link, "--lang", "en", "--state"])
        .arg(state)
        .envs(["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"].map(|name| (name, home.path())))
        .output()
        .unwrap();
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

fn sheets(hub: &HubProcess) -> usize {
    let mut sheets = 0;
    journal::read(&hub.journal(), |record| {
        sheets += usize::from(matches!(record.fact, Fact::SheetSubmitted { .. }));
    })
    .unwrap();
    sheets
}

#[test]
fn marks_that_were_typed_on_a_laptop_that_died_are_on_the_next_one_and_are_sent_once() {
    let (hub, stick) = (HubProcess::start("tryout.toml"), tempfile::tempdir().unwrap());
    let (mut host, mut judge) = (english(&hub, "A/host"), english(&hub, "A/judge/A1"));
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "7.5", ""]);
    judge.press("mask about cash");
    judge.press(key::ENTER);
    judge.until_kept("drafts", |text| text.contains("ask about cash"));
    judge.kill();

    let stick = copied(&judge, &stick);
    let (mut judge, said) = taking_over(&hub, "A/judge/A1", &stick);
    assert!(said.contains("- Marks and notes of E01 are here now."), "{said}");
    assert!(said.contains("this laptop is the same terminal now"), "{said}");
    judge.shows("Total 66.0 / 100");
    judge.shows("Note: ask about cash");
    fill_in(&mut judge, ["", "", "", "", "8"]);
    judge.shows("total 82.0?");
    judge.press(key::ENTER);
    judge.shows("Received, revision 1, receipt #");
    assert_eq!(sheets(&hub), 1);

    // The same stick, given to somebody else's seat, or to nobody's: it is not taken.
    let other = hub.link("A/judge/A2").to_string();
    assert!(refusal(&other, &stick).contains("has nothing of A/judge/A2"));
    let empty = tempfile::tempdir().unwrap();
    assert!(refusal(&other, empty.path()).contains("There is no terminal's state"));
}

/// Neither the hub nor the laptop lives to see the sheet in; two others send it, and it counts once.
#[test]
fn a_sheet_without_an_answer_goes_out_from_the_next_laptop_and_counts_once() {
    let (mut hub, stick) = (HubProcess::start("tryout.toml"), tempfile::tempdir().unwrap());
    let (mut host, mut judge) = (english(&hub, "A/host"), english(&hub, "A/judge/A1"));
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "7.5", "8"]);
    judge.shows("total 82.0?");
    hub.kill();
    judge.shows("link lost for ");
    judge.press(key::ENTER);
    judge.until_kept("outbox", |text| text.contains("submit"));
    judge.kill();
    hub.restart();
    let stick = copied(&judge, &stick);
    for _ in 0..2 {
        let (judge, said) = taking_over(&hub, "A/judge/A1", &stick);
        assert!(
            said.contains("- One wish had no answer; it is asked again and done once."),
            "{said}"
        );
        judge.shows("Received, revision 1");
        judge.kill();
    }
    assert_eq!(sheets(&hub), 1);

    // On another evening with the same session it is not taken.
    let other = HubProcess::start("tryout.toml");
    let (_judge, said) = taking_over(&other, "A/judge/A1", &stick);
    assert!(said.contains("- One wish was made by another link of this seat."), "{said}");
    assert!(said.contains("another evening. It is not taken"), "{said}");
    assert_eq!(sheets(&other), 0);
}

#[test]
fn a_sealed_sheet_opens_on_the_next_laptop() {
    let (hub, stick) = (HubProcess::start("guarded.toml"), tempfile::tempdir().unwrap());
    let mut host = english(&hub, "A/host");
    let seats = ["A/judge/A1", "A/judge/A2", "A/judge/A3"];
    let mut judges = seats.map(|seat| english(&hub, seat));
    begin(&mut host, "E01");
    let seal = |judge: &mut Screen| {
        judge.shows("Not submitted");
        fill_in(judge, ["9"; 5]);
        judge.shows("total 90.0?");
        judge.press(key::ENTER);
    };
    seal(&mut judges[0]);
    judges[0].shows("Sealed, revision 1, receipt #");
    go_on_to_scoring(&mut host, "E01");
    judges[0].kill();
    for judge in &mut judges[1..] {
        seal(judge);
    }
    host.until(|text| text.contains("waits for sealed sheets to open: A1"));
    let (judge, said) = taking_over(&hub, seats[0], &copied(&judges[0], &stick));
    assert!(said.contains("- What opens one sealed sheet is here now."), "{said}");
    judge.shows("Opened and received, revision 1; the marks stand");
    host.until(|text| text.contains("E01 can be locked"));
}
