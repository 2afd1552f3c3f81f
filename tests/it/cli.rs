//! The commands that need no terminal, as a shell sees them: output, messages, exit codes.

use std::{fs, path::Path, process::Output};

use crate::support::{roadshow, session};

fn run(arguments: &[&str]) -> Output {
    roadshow().args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_results_of_a_journal_are_those_that_the_demonstration_printed() {
    let folder = tempfile::tempdir().unwrap();
    let (journal, session) = (folder.path().join("kept.journal"), session("tryout.toml"));
    for format in ["json", "table", "csv"] {
        let played = run(&[
            "demo",
            "--headless",
            "--session",
            path(&session),
            "--data",
            path(&journal),
            "--seed",
            "7",
            "--format",
            format,
        ]);
        assert!(played.status.success(), "{}", text(&played.stderr));
        let results = run(&["results", path(&journal), "--format", format]);
        assert_eq!(text(&results.stdout), text(&played.stdout), "{format}");
    }
}

#[test]
fn the_founding_final_gives_its_twenty_and_twelve_awards_from_the_command_line() {
    let played = run(&["demo", "--headless", "--format", "json"]);
    let results: serde_json::Value = serde_json::from_slice(&played.stdout).unwrap();
    let awards = |group: &serde_json::Value, name: &str| {
        let standings = group["standings"].as_array().unwrap();
        standings.iter().filter(|line| line["award"] == name).count()
    };
    let names = ["一等奖", "二等奖", "三等奖", "优胜奖"];
    let groups = results["groups"].as_array().unwrap();
    assert_eq!(names.map(|name| awards(&groups[0], name)), [1, 3, 6, 10]);
    assert_eq!(names.map(|name| awards(&groups[1], name)), [1, 2, 3, 6]);
    let count = |group: &serde_json::Value| group["standings"].as_array().unwrap().len();
    assert_eq!((count(&groups[0]), count(&groups[1])), (30, 20));
    assert!(groups[0]["standings"][0]["score"].is_string());
    assert_eq!(results["state"], "final");
}

#[test]
fn check_tells_every_problem_once_and_exits_with_one() {
    let good = run(&["--lang", "en", "check", path(&session("tryout.toml"))]);
    assert!(good.status.success());
    assert!(text(&good.stdout).ends_with("tryout.toml: no problems\n"));

    let folder = tempfile::tempdir().unwrap();
    for name in ["sessions", "rubrics"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    let shipped = |name: &str| fs::read_to_string(session("..").join(name)).unwrap();
    let put = |name: &str, text: String| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        file
    };
    put("rubrics/startup.toml", shipped("rubrics/startup.toml"));
    let rubric = shipped("rubrics/enterprise.toml").replacen("max = \"10\"", "max = 10.0", 1);
    let rubric = put("rubrics/enterprise.toml", rubric);
    let session = put("sessions/tryout.toml", shipped("sessions/tryout.toml"));
    let bad = run(&["--lang", "en", "check", path(&session), path(&rubric)]);
    assert_eq!(bad.status.code(), Some(1));
    let told = text(&bad.stdout);
    assert_eq!(told.matches("10.0 without quotes").count(), 1, "{told}");
}

/// Whether all that was said once is still said; keys may have been added.
fn holds(now: &serde_json::Value, kept: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Object};
    match (now, kept) {
        (Object(now), Object(kept)) => {
            kept.iter().all(|(key, kept)| now.get(key).is_some_and(|now| holds(now, kept)))
        }
        (Array(now), Array(kept)) => {
            now.len() == kept.len() && now.iter().zip(kept).all(|(now, kept)| holds(now, kept))
        }
        (now, kept) => now == kept,
    }
}

/// An evening that was stored once must be readable for ever: this one is kept from the first format.
#[test]
fn an_old_journal_still_gives_its_results() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let results =
        run(&["results", path(&data.join("tryout-format-1.journal")), "--format", "json"]);
    assert_eq!(text(&results.stderr), "");
    let kept = fs::read(data.join("tryout-format-1.json")).unwrap();
    let [kept, now]: [serde_json::Value; 2] =
        [&kept, &results.stdout].map(|bytes| serde_json::from_slice(bytes).unwrap());
    assert!(holds(&now, &kept), "{now:#}");
}

#[test]
fn what_is_no_journal_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, "not a journal, but long enough to look like a file of some kind").unwrap();
    for missing in [&file, &folder.path().join("nowhere.journal")] {
        let told = run(&["--lang", "en", "results", path(missing)]);
        assert_eq!(told.status.code(), Some(1));
        assert_eq!(text(&told.stderr).lines().count(), 1, "{}", text(&told.stderr));
        assert!(told.stdout.is_empty());
    }
}

#[test]
fn nonsense_on_the_command_line_exits_with_two() {
    for arguments in
        [&["sing"][..], &["results"], &["hub", "x.toml", "--listen", "here"], &["--lang", "fr"]]
    {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert!(run(&["--help"]).status.success());
}
