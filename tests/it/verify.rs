//! `roadshow verify` and `roadshow log` on the founding final: what is proven, what is not, and how
//! it ends when something is wrong.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{HubProcess, roadshow};

/// The founding final, played, and its results in English.
fn played() -> (TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (journal, results) = (folder.path().join("final.journal"), folder.path().join("r.json"));
    let demo = ["demo", "--headless", "--format", "json", "--lang", "en", "--data"];
    let output = roadshow().args(demo).arg(&journal).stderr(Stdio::null()).output().unwrap();
    assert!(output.status.success());
    fs::write(&results, output.stdout).unwrap();
    (folder, journal, results)
}

fn verify(journal: &Path) -> Command {
    let mut command = roadshow();
    command.arg("verify").arg(journal).args(["--lang", "en"]);
    command
}

fn ran(command: &mut Command) -> (bool, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.success(), text(stdout), text(stderr))
}

fn page(command: &mut Command) -> Value {
    serde_json::from_str(&ran(command.args(["--format", "json"])).1).unwrap()
}

/// The heads of a journal as a terminal keeps them.
fn kept(journal: &Path) -> String {
    let file = Connection::open(journal).unwrap();
    let mut query = file.prepare("SELECT seq, lower(hex(hash)) FROM record").unwrap();
    let line = |row: &rusqlite::Row<'_>| {
        let (seq, hash) = (row.get::<_, i64>(0)?, row.get::<_, String>(1)?);
        Ok(format!(
            "{{\"session\":\"additive-2026\",\"seq\":{seq},\"hash\":\"{hash}\",\"at\":1}}\n"
        ))
    };
    query.query_map([], line).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_founding_final_is_proven_and_what_is_wrong_is_told() {
    let (folder, journal, results) = played();
    let heads = folder.path().join("heads.jsonl");
    fs::write(&heads, kept(&journal)).unwrap();

    let (holds, said, _) = ran(verify(&journal).arg("--results").arg(&results));
    assert!(holds, "{said}");
    for line in ["50 places and 32 awards in 2 groups", "r.json is the same", "results are final"] {
        assert!(said.contains(line), "{line} in {said}");
    }
    let proof = page(verify(&journal).arg("--heads").arg(&heads));
    assert_eq!((&proof["holds"], &proof["locks"]), (&true.into(), &50.into()));
    assert_eq!(
        (&proof["heads"]["given"], &proof["heads"]["found"]),
        (&proof["head"]["seq"], &proof["head"]["seq"])
    );

    // One score, a hundredth higher than it was.
    let text = fs::read_to_string(&results).unwrap();
    let score = proof_of_score(&text);
    fs::write(&results, text.replacen(&format!("\"{score}\""), "\"99.99\"", 1)).unwrap();
    let (holds, said, told) = ran(verify(&journal).arg("--results").arg(&results));
    assert!(!holds && told.contains("does not hold"), "{told}");
    let place = "differs at groups.enterprise.standings.";
    assert!(
        said.contains(place) && said.contains(&format!("computed {score}, the file says 99.99"))
    );

    // The end is cut off.
    let file = Connection::open(&journal).unwrap();
    file.execute_batch("DELETE FROM record WHERE seq > 800").unwrap();
    drop(file);
    assert!(ran(&mut verify(&journal)).0, "nothing in the file says so");
    let (holds, _, told) = ran(verify(&journal).arg("--heads").arg(&heads));
    assert!(!holds && told.contains("lies beyond the end"), "{told}");

    // A mark is changed.
    let file = Connection::open(&journal).unwrap();
    let change = "UPDATE record SET body = replace(body, 'sheet-submitted', 'sheet-Submitted')
        WHERE seq = (SELECT min(seq) FROM record WHERE body LIKE '%sheet-submitted%')";
    file.execute_batch(change).unwrap();
    drop(file);
    let proof = page(&mut verify(&journal));
    assert_eq!((&proof["holds"], &proof["flaw"]["code"]), (&false.into(), &"changed".into()));
    assert_eq!(proof["flaw"]["record"].as_u64(), proof["head"]["seq"].as_u64().map(|it| it + 1));
}

/// The first score of the results.
fn proof_of_score(results: &str) -> String {
    let results: Value = serde_json::from_str(results).unwrap();
    results["groups"][0]["standings"][0]["score"].as_str().unwrap().to_owned()
}

#[test]
fn what_cannot_be_compared_is_told_with_its_place() {
    let journal = Path::new("tests/data/tryout-format-1.journal");
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.txt");
    fs::write(&bad, "412 3f2a 9c1b\nnonsense\n").unwrap();
    let (holds, _, told) = ran(verify(journal).arg("--heads").arg(&bad));
    assert!(!holds && told.contains("bad.txt:2:1: this is no head"), "{told}");
    let (holds, _, told) = ran(verify(journal).arg("--results").arg(&bad));
    assert!(!holds && told.contains("bad.txt:1:5: this is no JSON"), "{told}");
    let (holds, _, told) = ran(verify(journal).args(["--key", "00"]));
    assert!(!holds && told.contains("there is no seal"), "{told}");
    let (holds, said, told) = ran(&mut verify(&bad));
    assert!(!holds && said.is_empty() && told.contains("is not a roadshow journal"), "{told}");
    let (holds, _, told) = ran(&mut verify(&folder.path().join("none")));
    assert!(!holds && told.contains("cannot be read"), "{told}");
}

#[test]
fn heads_of_another_journal_are_told_and_not_compared() {
    let journal = Path::new("tests/data/tryout-format-1.journal");
    let folder = tempfile::tempdir().unwrap();
    let heads = folder.path().join("heads.jsonl");
    let file = Connection::open(journal).unwrap();
    let hash = |seq: i64| -> String {
        let sql = "SELECT lower(hex(hash)) FROM record WHERE seq = ?";
        file.query_row(sql, [seq], |row| row.get(0)).unwrap()
    };
    let line = |journal: &str, seq: i64, hash: &str| {
        let line = serde_json::json!({ "session": "tryout", "journal": journal, "seq": seq, "hash": hash });
        format!("{line}\n")
    };
    let (other, nonsense) = ("ab".repeat(32), "cd".repeat(32));
    let others: String = [12, 40, 99].map(|seq| line(&other, seq, &nonsense)).concat();

    fs::write(&heads, format!("{others}{}", line(&hash(1), 40, &hash(40)))).unwrap();
    let (holds, said, _) = ran(verify(journal).arg("--heads").arg(&heads));
    assert!(holds && said.contains("1 of 1 heads given are in this journal"), "{said}");
    assert!(said.contains("3 heads belong to another journal"), "{said}");
    let found = page(verify(journal).arg("--heads").arg(&heads))["heads"].clone();
    let count = |key: &str| found[key].as_u64().unwrap();
    assert_eq!((count("given"), count("found"), count("other_journal")), (4, 1, 3), "{found}");

    fs::write(&heads, &others).unwrap();
    let (holds, said, told) = ran(verify(journal).arg("--heads").arg(&heads));
    assert!(!holds && told.contains("No head that was given is of this journal"), "{told}");
    assert!(said.contains("no head of it that somebody kept"), "{said}");

    fs::write(&heads, "# nobody kept any\n").unwrap();
    let (holds, _, told) = ran(verify(journal).arg("--heads").arg(&heads));
    assert!(!holds && told.contains("there were none in the file"), "{told}");

    fs::write(&heads, line(&hash(1), 40, &nonsense)).unwrap();
    let (holds, _, told) = ran(verify(journal).arg("--heads").arg(&heads));
    assert!(!holds && told.contains("is not in this journal"), "{told}");
}

#[test]
fn the_log_tells_the_evening_and_keeps_marks_to_itself() {
    let log = |more: &[&str]| {
        let mut command = roadshow();
        command.args(["log", "tests/data/tryout-format-1.journal", "--lang", "en"]).args(more);
        let (done, said, told) = ran(&mut command);
        assert!(done, "{told}");
        said
    };
    assert_eq!(log(&[]).lines().count(), 64, "a head, and one line a record");
    let locked = log(&["--kind", "locked,released", "--format", "csv"]);
    assert!(locked.starts_with("seq,at,by,kind,said\n") && locked.contains("score released"));
    let sheets: Value =
        serde_json::from_str(&log(&["--kind", "sheet-submitted", "--format", "json"])).unwrap();
    assert_eq!(sheets[0]["fact"]["marks"], Value::Null);
    let marked = log(&["--kind", "sheet-submitted", "--format", "json", "--marks"]);
    let marked: Value = serde_json::from_str(&marked).unwrap();
    assert!(marked[0]["fact"]["marks"].is_object());
    assert_eq!(sheets.as_array().unwrap().len(), marked.as_array().unwrap().len());
    assert_eq!(
        log(&["--seat", "A2"]).lines().count(),
        log(&["--seat", "A/judge/A2"]).lines().count()
    );
    for (option, unknown, said) in [
        ("--project", "X9", "has no project X9"),
        ("--seat", "A9", "has no seat A9"),
        ("--kind", "lockde", "no records of the kind lockde"),
    ] {
        let mut command = roadshow();
        command.args([
            "log",
            "tests/data/tryout-format-1.journal",
            "--lang",
            "en",
            option,
            unknown,
        ]);
        let (done, listed, told) = ran(&mut command);
        assert!(!done && listed.is_empty() && told.contains(said), "{told}");
    }
}

/// Every way to change a file of the journal: what is done, and what `verify` says it has found, of which record.
const TAMPERED: [(&str, &str, &str, Option<u64>); 16] = [
    (
        "the opening",
        "UPDATE record SET body = replace(body, 'tryout', 'tryuot') WHERE seq = 1",
        "changed",
        Some(1),
    ),
    (
        "one space",
        "UPDATE record SET body = replace(body, ',\"fact', ', \"fact') WHERE seq = 20",
        "changed",
        Some(20),
    ),
    ("the last record", "UPDATE record SET body = body || ' ' WHERE seq = 63", "changed", Some(63)),
    ("the first hash", "UPDATE record SET hash = randomblob(32) WHERE seq = 1", "changed", Some(1)),
    ("the last hash", "UPDATE record SET hash = zeroblob(32) WHERE seq = 63", "changed", Some(63)),
    (
        "a short hash",
        "UPDATE record SET hash = substr(hash, 1, 31) WHERE seq = 30",
        "changed",
        Some(30),
    ),
    ("no hash", "UPDATE record SET hash = x'' WHERE seq = 30", "changed", Some(30)),
    (
        "the order",
        "UPDATE record SET seq = -1 WHERE seq = 40; UPDATE record SET seq = 40 WHERE seq = 41; UPDATE record SET seq = 41 WHERE seq = -1",
        "changed",
        Some(40),
    ),
    ("the first record is gone", "DELETE FROM record WHERE seq = 1", "missing", Some(1)),
    ("a record is gone", "DELETE FROM record WHERE seq = 33", "missing", Some(33)),
    (
        "a record too many",
        "INSERT INTO record SELECT 64, body, hash FROM record WHERE seq = 63",
        "changed",
        Some(64),
    ),
    (
        "a record before the first",
        "INSERT INTO record SELECT 0, body, hash FROM record WHERE seq = 1",
        "missing",
        Some(1),
    ),
    ("no record", "DELETE FROM record", "empty", None),
    ("the format", "PRAGMA user_version = 2", "not-a-journal", None),
    ("whose file it is", "PRAGMA application_id = 7", "not-a-journal", None),
    (
        "the schema",
        "CREATE TRIGGER more AFTER INSERT ON record BEGIN SELECT 1; END",
        "not-a-journal",
        None,
    ),
];

#[test]
fn whatever_is_done_to_a_journal_ends_verify_with_1_and_the_first_bad_record() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j.journal");
    for (what, sql, code, record) in TAMPERED {
        fs::copy("tests/data/tryout-format-1.journal", &journal).unwrap();
        let file = Connection::open(&journal).unwrap();
        file.execute_batch(sql).unwrap();
        drop(file);
        let Output { status, stdout, stderr } = verify(&journal).output().unwrap();
        assert_eq!(status.code(), Some(1), "{what}");
        let (said, told) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert!(told.contains("does not hold"), "{what}: {told}");
        let both = format!("{said}{told}").to_lowercase();
        let named = record.is_none_or(|it| both.contains(&format!("record {it} ")));
        assert!(named, "{what}: {said}{told}");
        let proof = page(&mut verify(&journal));
        assert_eq!(
            (&proof["holds"], &proof["flaw"]["code"]),
            (&false.into(), &code.into()),
            "{what}"
        );
        assert_eq!(proof["flaw"]["record"].as_u64(), record, "{what}");
    }
}

/// Its results are a rehearsal's by both paths.
#[tokio::test]
async fn the_journal_of_a_rehearsal_verifies() {
    let mut hub = HubProcess::rehearse("tryout.toml");
    hub.join("A/host").step().await;
    hub.kill();
    let (holds, said, told) = ran(&mut verify(&hub.journal()));
    assert!(holds, "{said}{told}");
    assert!(said.contains("This is a REHEARSAL"), "{said}");
}
