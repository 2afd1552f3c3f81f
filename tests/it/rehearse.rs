//! `roadshow rehearse --scripted` and `--faults`: the real program rehearses by itself, says what held, and
//! leaves nothing behind.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

use crate::support::{roadshow, session};

/// A rehearsal of a small session, with what is temporary in this folder.
fn rehearse(temporary: &Path, arguments: &[&str]) -> Command {
    let mut command = roadshow();
    command.args(["--lang", "en", "rehearse"]).arg(session("tryout.toml")).args(arguments);
    command.env("TMPDIR", temporary);
    command
}

fn ran(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn an_evening_in_which_everything_breaks_comes_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let faults = ["--faults", "--seed", "3", "--speed", "240", "--format", "json"];
    let (code, said, told) = ran(&mut rehearse(folder.path(), &faults));
    assert_eq!(code, Some(0), "{said}{told}");
    let report: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&report["passed"], &report["seed"]), (&true.into(), &3.into()));
    assert!(1 <= report["faults"]["hub-killed"].as_u64().unwrap(), "{said}");
    let findings = report["findings"].as_array().unwrap();
    let found = |code: &str| findings.iter().find(|it| it["code"] == code).unwrap().clone();
    assert_eq!(found("came-to-its-end")["awards"], 3);
    assert!(15 <= found("all-there")["sheets"].as_u64().unwrap(), "{said}");
    assert_eq!(found("same-scores")["count"], 5);
    found("verified");
    found("all-came-back");
    assert!(report["kept"].is_null() && is_empty(folder.path()), "what is temporary goes");
    assert!(told.contains("5 of 5 projects"), "{told}");
}

#[test]
fn an_evening_without_faults_is_kept_where_it_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let keep = folder.path().join("kept");
    let arguments = ["--scripted", "--speed", "1200", "--plain", "--keep"];
    let (code, said, told) = ran(rehearse(folder.path(), &arguments).arg(&keep));
    assert_eq!(code, Some(0), "{said}{told}");
    assert!(said.contains("7 passed, 0 failed") || said.contains("6 passed, 0 failed"), "{said}");
    assert!(said.contains(&keep.display().to_string()), "{said}");
    let journal = keep.join("laptop-1/rehearsal.journal");
    assert!(roadshow::hub::replay(&journal).unwrap().is_rehearsal());

    let (code, _, told) = ran(rehearse(folder.path(), &arguments).arg(&keep));
    assert_eq!(code, Some(1));
    assert!(told.contains("new or empty"), "{told}");
}

#[test]
fn what_an_evening_that_plays_itself_decides_is_not_given() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &["--faults", "--listen", "127.0.0.1:0"][..],
        &["--scripted", "--data", "x.journal"],
        &["--scripted", "--faults"],
        &["--faults", "--speed", "0"],
        &["--faults", "--attended"],
        &["--seed", "7"],
        &["--keep", "there"],
    ] {
        let (code, _, told) = ran(&mut rehearse(folder.path(), arguments));
        assert_eq!(code, Some(2), "{arguments:?}: {told}");
    }
    let live = ran(roadshow().arg("hub").arg(session("tryout.toml")).args(["--speed", "60"]));
    assert_eq!(live.0, Some(2), "a final runs as fast as the clock");
    assert!(is_empty(folder.path()));
}

/// A rehearsal that has begun: its command, and where it is kept.
#[cfg(unix)]
fn begun(keep: &Path, arguments: &[&str]) -> (Child, BufReader<std::process::ChildStderr>) {
    let mut command = rehearse(keep.parent().unwrap(), arguments);
    command.arg("--keep").arg(keep).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut told = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("of 5 projects") {
        line.clear();
        assert_ne!(told.read_line(&mut line).unwrap(), 0, "it has not begun");
    }
    (child, told)
}

/// Waits until nothing listens any more where the hub was.
#[cfg(unix)]
fn hub_is_gone(keep: &Path) {
    use std::{io::Read, net::TcpStream};
    let links = fs::read_to_string(keep.join("laptop-1/links.json")).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&links).unwrap();
    let link: roadshow::protocol::JoinLink = rows[0]["link"].as_str().unwrap().parse().unwrap();
    while let Ok(mut hub) = TcpStream::connect(link.at.hub.target()) {
        let _ = hub.read_to_end(&mut Vec::new()); // Until it lets go, or ends.
    }
}

/// However the command ends: in order, or killed.
#[cfg(unix)]
#[test]
fn no_hub_outlives_a_rehearsal() {
    let folder = tempfile::tempdir().unwrap();
    for (signal, code) in [("INT", Some(130)), ("KILL", None)] {
        let keep = folder.path().join(signal);
        let (child, _told) = begun(&keep, &["--scripted", "--speed", "60", "--format", "json"]);
        assert!(crate::support::signal(signal, child.id()));
        let Output { status, stdout, .. } = child.wait_with_output().unwrap();
        assert_eq!(status.code(), code);
        let said = serde_json::from_slice::<Value>(&stdout).ok();
        assert_eq!(said, code.map(|_| serde_json::json!({ "interrupted": true })));
        hub_is_gone(&keep);
    }
}

/// A hub that dies although nobody has planned it.
#[cfg(target_os = "linux")]
#[test]
fn a_rehearsal_that_fails_says_how_to_repeat_it() {
    use std::io::Read;
    let folder = tempfile::tempdir().unwrap();
    let keep = folder.path().join("kept");
    let (child, mut told) = begun(&keep, &["--scripted", "--speed", "60", "--seed", "9"]);
    let tasks = fs::read_dir(format!("/proc/{}/task", child.id())).unwrap();
    let children = tasks.map(|it| fs::read_to_string(it.unwrap().path().join("children")).unwrap());
    let children: String = children.collect();
    let hub = children.split_whitespace().next().unwrap().parse().unwrap();
    assert!(crate::support::signal("KILL", hub));

    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("✗ failed  The evening stopped after 0 of 5 projects"), "{said}");
    assert!(said.contains(&format!("kept in {}", keep.display())), "{said}");
    let mut rest = String::new();
    told.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("tryout.toml --scripted --seed 9 --speed 60"), "{rest}");
}
