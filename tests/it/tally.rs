//! `roadshow tally` as a shell sees it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::roadshow;

const RUBRIC: &str = r#"
id = "enterprise"
title = { zh = "企业组", en = "Enterprise group" }
step = "0.5"

[[criteria]]
id = "technology"
name = "Technology"
max = "60"

[[criteria]]
id = "team"
name = "Team"
max = "40"

[[criteria]]
id = "legal"
name = "Legal"
gate = true

[scoring]
method = "trimmed-mean"
drop-from = 3
below = "refuse"
ties = ["untrimmed-sum", "criterion:technology", "chair", "share"]
"#;

/// E01 and E02 are equal in everything; E03 has their score and a higher sum; E04 is the best;
/// E05 has one sheet, E06 none, and E07 fails at the gate.
const SHEETS: &str = "\u{feff}project,judge,technology,team,legal\r
E01,A1,50,30,pass\r
E01,A2,55,35,pass\r
E01,A3,52,33.5,pass\r
E02,A1,50,30,pass\r
E02,A2,55,35,pass\r
E02,A3,52,33.5,pass\r
E03,A1,50,30,pass\r
E03,A2,60,35,fail\r
E03,A3,52,33.5,pass\r
E04,A1,60,40,pass\r
E04,A2,60,40,pass\r
E04,A3,60,40,pass\r
E05,A1,50,30,pass\r
E06,,,,\r
E07,A1,50,30,fail\r
E07,A2,50,30,fail\r
E07,A3,50,30,pass\r
";

/// A folder with the rubric and the sheets.
struct Evening(TempDir);

impl Evening {
    fn new() -> Self {
        let evening = Self(tempfile::tempdir().unwrap());
        evening.put("rubric.toml", RUBRIC);
        evening.put("paper.csv", SHEETS);
        evening
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let file = self.0.path().join(name);
        fs::write(&file, text).unwrap();
        file
    }

    fn tally(&self, more: &[&str]) -> Output {
        let file = |name: &str| self.0.path().join(name);
        let mut command = roadshow();
        command.args(["--lang", "en", "tally", "--rubric"]).arg(file("rubric.toml"));
        command.arg("--sheets").arg(file("paper.csv")).args(more).output().unwrap()
    }

    fn json(&self, more: &[&str]) -> Value {
        let output = self.tally(&[&["--format", "json"], more].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Place, project, award and tie rule of every line.
fn lines(results: &Value) -> Vec<Value> {
    let standings = results["groups"][0]["standings"].as_array().unwrap().iter();
    standings.map(|it| json!([it["place"], it["project"], it["award"], it["tie"]])).collect()
}

#[test]
fn a_standing_says_how_it_came_about() {
    let results = Evening::new().json(&["--awards", "一等奖=1,二等奖=2"]);
    assert_eq!(
        lines(&results),
        [
            json!([1, "E04", "一等奖", null]),
            json!([2, "E03", "二等奖", "untrimmed-sum"]),
            json!([3, "E01", "二等奖", "untrimmed-sum"]),
            json!([3, "E02", "二等奖", "untrimmed-sum"]),
        ]
    );
    assert_eq!((&results["session"], &results["state"]), (&json!("paper"), &json!("provisional")));
    let group = &results["groups"][0];
    assert_eq!((&group["id"], &group["name"]), (&json!("enterprise"), &json!("Enterprise group")));
    assert_eq!(
        group["standings"][1],
        json!({
            "place": 2, "project": "E03", "name": "E03", "score": "85.50", "award": "二等奖",
            "judges": 3, "sheets": 3, "exact": "171/2", "method": "trimmed-mean",
            "dropped": ["A1", "A2"], "tie": "untrimmed-sum",
        })
    );
    assert_eq!(group["waiting"], json!([["E01", "E02"]]));
    assert!(group["agreement"]["kendall_w_ties"].is_string());
    let out = |nth: usize| {
        let line = &group["unranked"][nth];
        json!([line["project"], line["reason"], line["note"]])
    };
    assert_eq!(out(0), json!(["E05", "too-few-to-trim", "1 of 3 sheets"]));
    assert_eq!(out(1), json!(["E06", "unscored", "no sheet"]));
    assert_eq!(out(2), json!(["E07", "ineligible", "failed at legal"]));
}

#[test]
fn the_chairs_recorded_decision_separates_a_tie() {
    let evening = Evening::new();
    let chair = evening.put(
        "chair.toml",
        "[[rulings]]\norder = ['E02', 'E01']\nreason = 'Put to the vote: 4 to 3.'\n",
    );
    let results = evening.json(&["--chair", path(&chair), "--awards", "一等奖=3"]);
    let last = [json!([3, "E02", "一等奖", "chair"]), json!([4, "E01", null, "chair"])];
    assert_eq!(lines(&results)[2..], last);
    assert_eq!(results["state"], "final");

    let shares = "[[rulings]]\norder = [['E01', 'E02']]\nreason = 'They are equal.'\n";
    let chair = evening.put("chair.toml", shares);
    let results = evening.json(&["--chair", path(&chair)]);
    assert_eq!(lines(&results)[3], json!([3, "E02", null, "untrimmed-sum"]));
    assert_eq!(
        (&results["state"], &results["groups"][0]["waiting"]),
        (&json!("final"), &json!([]))
    );
}

#[test]
fn a_missing_judge_leaves_agreement_open() {
    let evening = Evening::new();
    evening.put("paper.csv", &SHEETS.replace("E04,A3,60,40,pass\r\n", "E04,A4,60,40,pass\r\n"));
    let results = evening.json(&[]);
    assert_eq!(results["groups"][0]["agreement"]["icc2_1"], Value::Null);
}

#[test]
fn the_table_is_for_people_and_the_csv_for_spreadsheets() {
    let evening = Evening::new();
    let table = text(&evening.tally(&["--awards", "First prize=1"]).stdout);
    assert!(table.contains("First prize"), "{table}");
    assert!(table.contains("too few sheets to trim (1 of 3 sheets)"), "{table}");
    assert!(table.contains("Waits for the jury chair's decision: E01, E02"), "{table}");
    let csv = text(&evening.tally(&["--format", "csv"]).stdout);
    assert_eq!(csv.lines().nth(1), Some("enterprise,1,E04,E04,100.00,,3,"));
}

#[test]
fn a_bad_cell_is_told_with_its_line_and_column() {
    let evening = Evening::new();
    let sheets = evening.put("paper.csv", &SHEETS.replace("E01,A3,52,", "E01,A3,,"));
    let told = evening.tally(&[]);
    assert_eq!(told.status.code(), Some(1));
    assert!(
        text(&told.stderr).starts_with(&format!("{}:4:8: “technology” is empty.", path(&sheets)))
    );
    assert!(told.stdout.is_empty());
    assert_eq!(evening.tally(&["--awards", "一等奖"]).status.code(), Some(2));
}
