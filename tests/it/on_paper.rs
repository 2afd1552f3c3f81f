//! A judge's terminal is dead, and the signed paper sheet is keyed at two clerks' screens.
#![cfg(target_os = "linux")]

use std::process::Output;

use crate::{
    evening::{begin, english, fill_in, go_on_to_scoring},
    pty::{Screen, key},
    support::{HubProcess, roadshow},
};

/// A clerk chooses A1's sheet and says who keys.
fn opens(clerk: &mut Screen, name: &str) {
    clerk.shows("missing: ");
    clerk.press("p");
    clerk.shows("Paper sheets: whose is to be keyed?");
    clerk.press(key::ENTER);
    clerk.shows("Your name, for the record:");
    clerk.press(name);
    clerk.press(key::ENTER);
    clerk.shows("paper sheet of");
}

/// The host says that a seat's sheet comes on paper.
fn allows(host: &mut Screen, seat: &str) {
    host.press("m");
    host.shows("3 a sheet comes on paper");
    host.press("3");
    host.shows(&format!("1 {seat}"));
    host.press("1");
    host.shows("1 terminal dead, signed sheet in hand");
    host.press("1");
    host.press(key::ENTER);
    host.shows("Reason: 终端故障，已收签字评分表");
    host.press("y");
    host.until(|text| text.contains(&format!(": E01: {seat}'s sheet comes on paper")));
}

/// 2 × (9 + 8.5 + 8 + 7.5 + 8) = 82 on paper, and 90 from A2's terminal: the mean is 86.
#[test]
fn a_sheet_on_paper_counts_when_two_have_keyed_the_same() {
    let mut hub = HubProcess::start("tryout.toml");
    let mut host = english(&hub, "A/host");
    let mut judge = english(&hub, "A/judge/A2");
    let [mut one, mut other] = ["A/clerk"; 2].map(|seat| english(&hub, seat));
    begin(&mut host, "E01");
    go_on_to_scoring(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9"; 5]);
    judge.shows("total 90.0?");
    judge.press(key::ENTER);
    judge.shows("Received, revision 1");

    // Nobody keys anything before the host has said so.
    one.press("p");
    one.shows("No sheet may be keyed");
    one.press(key::ESC);
    allows(&mut host, "A1");
    one.shows("A1: comes on paper, to be keyed");
    opens(&mut one, "Wang Fang");
    fill_in(&mut one, ["9", "8.5", "8", "7.5", "8"]);
    one.shows("Total 82.0: is it the total on the paper?");
    one.press(key::ENTER);
    one.shows("keyed here; somebody else keys it again");
    host.shows("paper");

    opens(&mut other, "Li Qiang");
    fill_in(&mut other, ["9", "8.5", "8", "7.5", "6"]);
    other.shows("Total 78.0: is it the total on the paper?");
    other.never_showed("82.0");
    other.press(key::ENTER);
    other.shows("one mark differs");
    other.press(key::ENTER);
    other.shows("Look at the paper and key these marks anew");
    other.press("8");
    other.press(key::ENTER);
    other.shows("Total 82.0: is it the total on the paper?");
    other.press(key::ENTER);
    for clerk in [&one, &other] {
        clerk.hides("one mark differs");
    }
    one.press("r");
    one.shows("on paper, keyed by Wang Fang, checked by Li Qiang");

    host.shows(" Enter  lock E01 (no sheet: A3)");
    host.press(key::ENTER);
    host.shows("No sheet from A3: late from the lock on");
    host.press("y");
    host.shows(" Enter  release the score of E01");
    host.press(key::ENTER);
    host.shows("cannot be taken back.");
    host.press("y");
    host.until(|text| text.contains(": release the score of E01"));
    for screen in [&one, &other] {
        screen.never_showed("86.00");
    }
    assert!(hub.terminate());
    is_told(&hub);
}

/// The journal holds, and every paper says where the sheet came from.
fn is_told(hub: &HubProcess) {
    let ran = |arguments: &[&str]| {
        let journal = hub.journal();
        let command = arguments[0];
        let mut run = roadshow();
        let run = run.arg(command).arg(journal).args(["--lang", "en"]).args(&arguments[1..]);
        let Output { status, stdout, .. } = run.output().unwrap();
        (status.success(), String::from_utf8(stdout).unwrap())
    };
    let (holds, said) = ran(&["verify"]);
    assert!(holds, "{said}");
    let (_, results) = ran(&["results"]);
    assert!(results.contains("86.00"), "{results}");
    let (_, log) = ran(&["log", "--kind", "paper-sheet-entered,sheet-keyed,paper-allowed"]);
    let allowed = "the sheet of A1 comes on paper (终端故障，已收签字评分表)";
    assert_eq!(log.matches(allowed).count(), 1, "{log}");
    assert_eq!(log.matches("is keyed by").count(), 3, "{log}");
    assert!(log.contains("on paper, keyed by Wang Fang, checked by Li Qiang"), "{log}");
    let (_, sheets) = ran(&["export", "--format", "csv", "--table", "sheets"]);
    assert!(sheets.contains("paper,Wang Fang,Li Qiang"), "{sheets}");
}
