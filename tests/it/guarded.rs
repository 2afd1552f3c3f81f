//! An evening on which nobody is trusted alone, as its people see it: sheets come in sealed, a judge's
//! terminal dies in between, and the release is signed by two. The journal proves it.
#![cfg(target_os = "linux")]

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

use crate::{
    evening::{begin, english, fill_in, go_on_to_scoring, step},
    pty::{Screen, key},
    support::{HubProcess, roadshow, session},
};

/// A judge fills in the sheet that is open, and hands it in.
fn seals(judge: &mut Screen, marks: [&str; 5], total: &str) {
    judge.shows("Not submitted");
    fill_in(judge, marks);
    judge.shows(&format!("total {total}?"));
    judge.press(key::ENTER);
}

fn ran(command: &mut Command) -> (bool, String) {
    let Output { status, stdout, .. } = command.output().unwrap();
    (status.success(), String::from_utf8(stdout).unwrap())
}

fn paper(command: &str, journal: &Path, more: &[&str]) -> (bool, String) {
    ran(roadshow().arg(command).arg(journal).args(["--lang", "en"]).args(more))
}

/// Totals of 82, 82.6 and 90: the mean is 84.8666…, rounded once.
#[test]
fn sealed_sheets_open_by_themselves_and_the_release_waits_for_two() {
    let mut hub = HubProcess::start("guarded.toml");
    let mut host = english(&hub, "A/host");
    let seats = ["A/judge/A1", "A/judge/A2", "A/judge/A3"];
    let [mut first, mut second, mut third] = seats.map(|seat| english(&hub, seat));
    let mut supervisor = english(&hub, "supervisor");
    let board = english(&hub, "A/board");
    begin(&mut host, "E01");

    // One during the pitch, one while scoring is open; nobody's marks are anywhere but at home.
    seals(&mut first, ["9", "8.5", "8", "7.5", "8"], "82.0");
    first.shows("Sealed, revision 1, receipt #");
    go_on_to_scoring(&mut host, "E01");
    seals(&mut second, ["7.3", "8.1", "6.9", "9", "10"], "82.6");
    second.shows("Sealed, revision 1, receipt #");
    host.until(|text| text.contains("no sheet yet: A3; sealed until all are in: A1,"));
    supervisor.press(key::TAB);
    supervisor.until(|text| text.contains("sealed until all are in: A1, A2"));
    for screen in [&host, &supervisor] {
        screen.never_showed("82.6");
    }

    // A1's terminal dies; the others open as soon as A3 has sealed, and the host sees for whom it waits.
    first.kill();
    seals(&mut third, ["9"; 5], "90.0");
    for judge in [&second, &third] {
        judge.shows("Opened and received, revision 1; the marks stand");
    }
    host.until(|text| {
        text.contains("waits for sealed sheets to open: A1")
            && text.contains(" Enter  lock E01 (sealed, not opened: A1)")
    });
    host.press(key::ENTER);
    host.shows("A1: sealed and not opened. Whoever locks now goes without");
    host.press("n");

    // It comes back and opens by itself, once.
    let link = hub.link("A/judge/A1").to_string();
    let first = first.again(&["join", &link, "--lang", "en"], 100, 30);
    first.shows("Opened and received, revision 1; the marks stand");
    host.until(|text| text.contains("E01 can be locked"));
    step(&mut host, "lock E01");
    release_by_two(&mut host, &mut supervisor, &board);
    assert!(hub.terminate());
    is_proven(&hub.journal());
}

/// The host's release is a signature; nothing is public before there are two.
fn release_by_two(host: &mut Screen, supervisor: &mut Screen, board: &Screen) {
    host.shows(" Enter  sign the release of E01");
    host.press(key::ENTER);
    host.shows("The score becomes public when the supervisor has signed too");
    host.press("y");
    host.until(|text| text.contains("waits for the supervisor: release E01"));
    supervisor.shows("1 for you to confirm");
    board.never_showed("84.87");
    supervisor.press("a");
    let asked = supervisor.shows("y confirm");
    for part in [
        "score 84.87",
        "place 1 of 1 released, no equal score",
        "no alarm",
        "you sign for what is there up to journal",
    ] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    supervisor.press("y");
    board.until(|text| text.contains("Final score") && text.contains("84.87"));
    host.shows(" Enter  call up E02");
    for _ in 0..3 {
        supervisor.press(key::TAB);
    }
    supervisor.until(|text| {
        text.contains("E01: the sealed sheet of A1, revision 1, is opened")
            && text.contains("Proposal 1 is agreed to")
            && text.contains("E01: score released")
    });
}

/// The rest of the evening is played by scripted people, and the journal of both proves it.
fn is_proven(journal: &Path) {
    let mut rest = roadshow();
    rest.args(["demo", "--headless", "--session"]).arg(session("guarded.toml"));
    rest.arg("--data").arg(journal).stdout(Stdio::null());
    assert!(rest.status().unwrap().success());
    let (holds, said) = paper("verify", journal, &[]);
    assert!(holds && said.contains("results are final"), "{said}");
    let (_, results) = paper("results", journal, &[]);
    assert!(results.contains("84.87"), "{results}");
    let (_, log) = paper("log", journal, &["--kind", "sheet-sealed,sheet-opened,sheet-submitted"]);
    let times = |what: &str| log.matches(what).count();
    assert_eq!((times("comes in sealed"), times("is opened")), (9, 9), "{log}");
}
