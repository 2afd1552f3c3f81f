//! `--robustness` as a shell sees it, against `tally` of files altered by hand.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
    process::Output,
};

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::{Value, json};

use crate::support::roadshow;

/// How many random contests a run plays; each of their variants runs the program.
const CONTESTS: u32 = 12;

/// A contest on paper: its scoring rules and its sheets, by project and judge, in whole points.
#[derive(Debug, Clone)]
struct Paper {
    scoring: BTreeMap<&'static str, &'static str>,
    sheets: Vec<Vec<Option<[u32; 3]>>>,
}

/// What is left out of a paper.
#[derive(Debug, Clone, Copy, Default)]
struct Without {
    judge: Option<usize>,
    criterion: Option<usize>,
}

impl Paper {
    fn rubric(&self, without: Without) -> String {
        let mut text = "id = \"paper\"\ntitle = \"Paper\"\nstep = \"1\"\n".to_owned();
        for nth in (0..3).filter(|nth| without.criterion != Some(*nth)) {
            let weight = ["1.25", "2", "0.5"][nth];
            let line =
                format!("id = \"c{nth}\"\nname = \"C{nth}\"\nmax = \"10\"\nweight = \"{weight}\"");
            write!(text, "[[criteria]]\n{line}\n").unwrap();
        }
        text += "[scoring]\n";
        for (key, value) in &self.scoring {
            writeln!(text, "{key} = {value}").unwrap();
        }
        text
    }

    fn csv(&self, without: Without) -> String {
        let columns: Vec<_> = (0..3).filter(|nth| without.criterion != Some(*nth)).collect();
        let row = |cells: Vec<String>| cells.join(",") + "\n";
        let heads = columns.iter().map(|nth| format!("c{nth}"));
        let mut text = row(["project".into(), "judge".into()].into_iter().chain(heads).collect());
        for (project, sheets) in self.sheets.iter().enumerate() {
            text += &row(vec![format!("P{project}")]); // Declared, should it lose all its sheets.
            for (judge, marks) in sheets.iter().enumerate() {
                let Some(marks) = marks.filter(|_| without.judge != Some(judge)) else { continue };
                let head = [format!("P{project}"), format!("J{judge}")];
                text += &row(head
                    .into_iter()
                    .chain(columns.iter().map(|nth| marks[*nth].to_string()))
                    .collect());
            }
        }
        text
    }

    fn tally(&self, folder: &Path, without: Without, more: &[&str]) -> Value {
        let (rubric, sheets) = (folder.join("rubric.toml"), folder.join("paper.csv"));
        fs::write(&rubric, self.rubric(without)).unwrap();
        fs::write(&sheets, self.csv(without)).unwrap();
        let mut command = roadshow();
        command.args(["--lang", "en", "tally", "--format", "json", "--awards", "first=1,second=2"]);
        let output = command.arg("--rubric").arg(rubric).arg("--sheets").arg(sheets).args(more);
        read(&output.output().unwrap())
    }

    /// The same paper under other rules.
    fn with(&self, rules: &[(&'static str, &'static str)]) -> Self {
        let mut paper = self.clone();
        paper.scoring.extend(rules.iter().copied());
        paper
    }

    /// The paper and what is left out of it, for what a variant does otherwise.
    fn altered(&self, variant: &Value) -> (Self, Without) {
        let nth = |key: &str| variant[key].as_str().unwrap()[1..].parse().ok();
        let usual = Without::default();
        let trimmed = |by| [("method", "\"trimmed-mean\""), ("drop-by", by)];
        match variant["code"].as_str().unwrap() {
            "without-judge" => (self.clone(), Without { judge: nth("seat"), ..usual }),
            "without-criterion" => {
                let criterion = nth("criterion");
                let named = criterion == Some(0) && self.scoring["ties"].contains("c0");
                let ties: &[_] = if named { &[("ties", "[\"share\"]")] } else { &[] };
                (self.with(ties), Without { criterion, ..usual })
            }
            "rounded-later" => {
                (self.with(&[("round-at", "[\"score\"]"), ("rank-by", "\"exact\"")]), usual)
            }
            "rounded-sooner" => {
                (self.with(&[("round-at", "[\"score\"]"), ("rank-by", "\"rounded\"")]), usual)
            }
            "halves-otherwise" => {
                let is_up = self.scoring["rounding"] == "\"half-up\"";
                let other = if is_up { "\"half-even\"" } else { "\"half-up\"" };
                (self.with(&[("rounding", other)]), usual)
            }
            "plain-mean" => (self.with(&[("method", "\"mean\"")]), usual),
            "trimmed-by-total" => (self.with(&trimmed("\"total\"")), usual),
            "trimmed-by-criterion" => (self.with(&trimmed("\"criterion\"")), usual),
            other => panic!("no such variant: {other}"),
        }
    }
}

fn read(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The award of every ranked project, and the reason of every other.
fn awards(results: &Value) -> (BTreeMap<String, Value>, BTreeMap<String, Value>) {
    let by = |list: &str, key: &str| {
        let lines = results["groups"][0][list].as_array().unwrap().iter();
        lines.map(|it| (it["project"].as_str().unwrap().to_owned(), it[key].clone())).collect()
    };
    (by("standings", "award"), by("unranked", "reason"))
}

fn papers() -> impl Strategy<Value = Paper> {
    use prop::sample::select;
    let rules = (
        select(vec!["\"mean\"", "\"trimmed-mean\"", "\"median\""]),
        select(vec!["\"total\"", "\"criterion\""]),
        select(vec!["\"mean\"", "\"refuse\""]),
        select(vec!["1", "2"]),
        select(vec!["[\"score\"]", "[\"criterion\", \"score\"]", "[]"]),
        select(vec!["\"rounded\"", "\"exact\""]),
        select(vec!["\"half-up\"", "\"half-even\""]),
        select(vec!["[\"share\"]", "[\"criterion:c0\"]", "[\"untrimmed-sum\", \"chair\"]"]),
    );
    let sheet = prop::option::weighted(0.9, prop::array::uniform3(4u32..=6));
    let sheets = (2usize..=5).prop_flat_map(move |judges| {
        prop::collection::vec(prop::collection::vec(sheet.clone(), judges), 2..=6)
    });
    (rules, sheets).prop_map(|(rules, sheets)| {
        let (method, drop_by, below, at_least, round_at, rank_by, rounding, ties) = rules;
        let scoring = BTreeMap::from([
            ("method", method),
            ("drop-by", drop_by),
            ("drop-from", "3"),
            ("below", below),
            ("at-least", at_least),
            ("decimals", "1"),
            ("round-at", round_at),
            ("rank-by", rank_by),
            ("rounding", rounding),
            ("ties", ties),
        ]);
        Paper { scoring, sheets }
    })
}

#[test]
fn every_variant_is_what_tally_makes_of_the_altered_files() {
    let config = Config { cases: CONTESTS, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&papers(), |paper| {
        let folder = tempfile::tempdir().unwrap();
        let usual = awards(&paper.tally(folder.path(), Without::default(), &[])).0;
        let check = paper.tally(folder.path(), Without::default(), &["--robustness"]);
        for variant in check["groups"][0]["variants"].as_array().unwrap() {
            let (altered, without) = paper.altered(variant);
            let (slow, reasons) = awards(&altered.tally(folder.path(), without, &[]));
            let none = Value::Null;
            let named: BTreeSet<_> = usual.keys().chain(slow.keys()).collect();
            let changes: BTreeMap<_, _> = named
                .into_iter()
                .map(|it| {
                    (it.clone(), (usual.get(it).unwrap_or(&none), slow.get(it).unwrap_or(&none)))
                })
                .filter(|(_, (from, to))| from != to)
                .collect();
            let told = variant["changes"].as_array().unwrap().iter();
            let told: BTreeMap<_, _> = told
                .map(|it| (it["project"].as_str().unwrap().to_owned(), (&it["from"], &it["to"])))
                .collect();
            prop_assert_eq!(&told, &changes, "{}", variant);
            let lost: BTreeMap<_, _> =
                reasons.into_iter().filter(|(project, _)| usual.contains_key(project)).collect();
            let unscored = variant["unscored"].as_array().unwrap().iter();
            let unscored: BTreeMap<_, _> = unscored
                .map(|it| (it["project"].as_str().unwrap().to_owned(), it["reason"].clone()))
                .collect();
            prop_assert_eq!(&unscored, &lost, "{}", variant);
        }
        Ok(())
    });
    outcome.unwrap();
}

/// E01 has its first prize from A3 alone.
fn close() -> Paper {
    let sheets = [[[8, 8, 8], [8, 8, 8], [10, 10, 10]], [[8, 9, 8], [8, 9, 8], [8, 9, 8]]];
    let sheets = sheets.into_iter().map(|it| it.into_iter().map(Some).collect()).collect();
    Paper { scoring: BTreeMap::new(), sheets }
}

#[test]
fn an_award_that_hangs_on_one_judge_is_shown_in_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let json = close().tally(folder.path(), Without::default(), &["--robustness"]);
    let award = &json["groups"][0]["awards"][0];
    assert_eq!((&award["award"], &award["stands"]), (&json!("first"), &json!(false)));
    assert_eq!(award["changed_by"][0], json!({ "code": "without-judge", "seat": "J2" }));
    for (lang, line) in [
        ("en", "Without judge J2: P0 would take second instead of first"),
        ("zh", "去掉评委 J2：P0 由first变为second"),
    ] {
        let files = [folder.path().join("rubric.toml"), folder.path().join("paper.csv")];
        let mut command = roadshow();
        command.args(["--lang", lang, "tally", "--robustness"]);
        command.args(["--awards", "first=1,second=2", "--rubric"]).arg(&files[0]);
        let output = command.arg("--sheets").arg(&files[1]).output().unwrap();
        let table = String::from_utf8(output.stdout).unwrap();
        assert!(table.contains(line), "{table}");
    }
}

#[test]
fn an_award_that_nobody_has_does_not_stand() {
    let nobody = Paper { scoring: BTreeMap::new(), sheets: vec![vec![None; 3]; 2] };
    let folder = tempfile::tempdir().unwrap();
    let json = nobody.tally(folder.path(), Without::default(), &["--robustness"]);
    assert_eq!(json["groups"][0]["awards"][0]["projects"], json!([]));
    for (lang, said, not_said) in
        [("en", "nobody has it yet", "stands"), ("zh", "尚无人获得", "不变")]
    {
        let mut command = roadshow();
        command.args(["--lang", lang, "tally", "--robustness", "--awards", "first=1,second=2"]);
        command.arg("--rubric").arg(folder.path().join("rubric.toml"));
        let output = command.arg("--sheets").arg(folder.path().join("paper.csv")).output().unwrap();
        let table = String::from_utf8(output.stdout).unwrap();
        assert!(table.contains(said) && !table.contains(not_said), "{table}");
    }
}
