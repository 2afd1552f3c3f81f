//! Results that others have published, computed again: figure skating's official scores and places,
//! and statistics of agreement. Where the data come from: `tests/data/README.md`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{collections::BTreeMap, fmt::Write, fs, path::Path, process::Command};

use roadshow::{
    contest::{
        Contender, Entries, GroupResults, Ingredients, Marks, Recipe, Rubric, SeatId, tally,
    },
    definition::{Disk, read_rubric},
};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

/// The International Skating Union's rule as a rubric.
fn skating(weight: &str) -> String {
    let ids = ["composition", "interpretation", "performance", "skating", "transitions"];
    let criteria = ids.map(|id| {
        format!(
            "[[criteria]]\nid = \"{id}\"\nname = \"{id}\"\nmax = \"10\"\nweight = \"{weight}\"\n"
        )
    });
    format!(
        "id = \"skating\"\ntitle = \"Components\"\nstep = \"0.25\"\n{}\n[scoring]\n\
         method = \"trimmed-mean\"\ndrop = 1\ndrop-by = \"criterion\"\n\
         round-at = [\"criterion\", \"weighted\", \"score\"]\n",
        criteria.concat()
    )
}

fn rubric(text: &str) -> Rubric {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rubric.toml");
    fs::write(&file, text).unwrap();
    read_rubric(&file, &Disk).unwrap()
}

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let mut csv = csv::Reader::from_path(Path::new("tests/data").join(file)).unwrap();
    csv.deserialize().map(Result::unwrap).collect()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// One performance: weight, the marks of every judge, and the official score, by criterion.
type Performance = Vec<(Decimal, BTreeMap<String, Decimal>, Decimal)>;

fn performances() -> BTreeMap<String, Performance> {
    let mut all: BTreeMap<String, Performance> = BTreeMap::new();
    for row in rows("figure-skating/data.csv") {
        let judges = (1..=9).map(|nth| format!("J{nth}"));
        let marks = judges.filter(|judge| !row[judge].is_empty());
        let marks = marks.map(|judge| (judge.clone(), decimal(&row[&judge]))).collect();
        let line = (decimal(&row["weight"]), marks, decimal(&row["official_panel_score"]));
        all.entry(row["performance_id"].clone()).or_default().push(line);
    }
    all
}

#[test]
fn every_official_score_of_figure_skating_comes_out() {
    let official: BTreeMap<String, Decimal> = rows("figure-skating/performances.csv")
        .into_iter()
        .map(|row| (row["performance_id"].clone(), decimal(&row["official_total_component_score"])))
        .collect();
    let (mut panels, mut totals) = (0, 0);
    let mut rubrics: BTreeMap<Decimal, Rubric> = BTreeMap::new();
    for (id, lines) in performances() {
        let weight = lines[0].0;
        let rubric = rubrics.entry(weight).or_insert_with(|| rubric(&skating(&weight.to_string())));
        let sheet = |judge: &String| -> Marks {
            let criteria = rubric.criteria.iter().zip(&lines);
            criteria.map(|(criterion, line)| (criterion.id.clone(), line.1[judge])).collect()
        };
        let judges = lines[0].1.keys();
        let sheets: BTreeMap<SeatId, Marks> =
            judges.map(|judge| (judge.as_str().into(), sheet(judge))).collect();
        let tally = tally(rubric, &sheets).unwrap();
        let same = |((_, value), line): &(&(_, roadshow::contest::Exact), &(_, _, Decimal))| {
            *value == line.2.into()
        };
        panels += tally.criteria.iter().zip(&lines).filter(same).count();
        totals += usize::from(tally.rounded == official[&id]);
    }
    assert_eq!((panels, totals), (8_630, 1_726));
}

#[test]
fn the_official_places_of_figure_skating_come_out() {
    let rubric = rubric(
        "id = 'segment'\ntitle = 'Segment'\n[[criteria]]\nid = 'total'\nname = 'Total'\nmax = 1000\n",
    );
    let mut segments: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows("figure-skating/performances.csv") {
        segments.entry((row["competition"].clone(), row["program"].clone())).or_default().push(row);
    }
    let (mut same, mut all, panel) = (0, 0, SeatId::from("panel"));
    for rows in segments.into_values() {
        let contender = |row: &BTreeMap<String, String>| {
            let marks =
                Marks::from([("total".into(), decimal(&row["official_total_segment_score"]))]);
            let id = row["performance_id"].as_str();
            let sheets = Ingredients::of_sheets([(&panel, &marks)]);
            let score = Recipe::plain(&rubric).scores(&[sheets]).remove(0).unwrap();
            Contender { project: id.into(), name: id.into(), score }
        };
        let scored = rows.iter().map(contender).collect();
        let entries = Entries { scored, unranked: Vec::new() };
        let head = ("segment".into(), "segment".into());
        let ranked = GroupResults::from_entries(head, &rubric.scoring, &[], entries, &[]);
        for row in rows {
            let own = row["performance_id"].as_str();
            let line = ranked.standings.iter().find(|it| it.project.as_str() == own).unwrap();
            same += usize::from(row["official_rank"] == line.place.to_string());
            all += 1;
        }
    }
    // The other three share a total, and their federation separates them by a second key.
    assert_eq!((same, all), (1_723, 1_726));
}

#[test]
fn the_command_line_gives_the_official_totals_of_figure_skating() {
    let official: BTreeMap<String, String> = rows("figure-skating/performances.csv")
        .into_iter()
        .map(|row| (row["performance_id"].clone(), row["official_total_component_score"].clone()))
        .collect();
    let mut by_weight: BTreeMap<Decimal, Vec<(String, Performance)>> = BTreeMap::new();
    for (id, lines) in performances() {
        by_weight.entry(lines[0].0).or_default().push((id, lines));
    }
    let mut same = 0;
    for (weight, performances) in by_weight {
        let mut sheets =
            "project,judge,composition,interpretation,performance,skating,transitions\n".to_owned();
        for (id, lines) in &performances {
            for judge in lines[0].1.keys() {
                let marks: Vec<_> = lines.iter().map(|line| line.1[judge].to_string()).collect();
                writeln!(sheets, "{id},{judge},{}", marks.join(",")).unwrap();
            }
        }
        let results = tally_by_command(&skating(&weight.to_string()), &sheets);
        for line in results["groups"][0]["standings"].as_array().unwrap() {
            let id = line["project"].as_str().unwrap();
            same += usize::from(line["score"] == official[id].as_str());
            assert_eq!(line["dropped"]["skating"].as_array().unwrap().len(), 2);
        }
    }
    assert_eq!(same, 1_726);
}

/// What `roadshow tally --format json` prints.
fn tally_by_command(rubric: &str, sheets: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        file
    };
    let (rubric, sheets) = (file("rubric.toml", rubric), file("sheets.csv", sheets));
    let output = Command::new(env!("CARGO_BIN_EXE_roadshow"))
        .args(["tally", "--format", "json", "--rubric"])
        .arg(rubric)
        .arg("--sheets")
        .arg(sheets)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The statistics that `tally` offers, by the names of the list.
const OFFERED: [(&str, &str); 7] = [
    ("kendall_W_uncorrected", "kendall_w"),
    ("kendall_W_tie_corrected", "kendall_w_ties"),
    ("kendall_W_raters_are_rows_tie_corrected", "kendall_w_ties"),
    ("ICC2", "icc2_1"),
    ("ICC2k", "icc2_k"),
    ("ICC3", "icc3_1"),
    ("ICC3k", "icc3_k"),
];

#[test]
fn every_published_value_of_agreement_comes_out() {
    let mut compared = 0;
    for row in rows("agreement/published.csv") {
        let offered = OFFERED.iter().find(|(name, _)| *name == row["statistic"]);
        let Some((name, key)) = offered else { continue };
        let judges_are_rows = name.contains("raters_are_rows");
        let table = fs::read_to_string(format!("tests/data/agreement/{}", row["file"])).unwrap();
        let mut sheets = "project,judge,mark\n".to_owned();
        for (line, marks) in table.lines().skip(1).enumerate() {
            for (column, mark) in marks.split(',').enumerate() {
                let (project, judge) =
                    if judges_are_rows { (column, line) } else { (line, column) };
                writeln!(sheets, "P{project},J{judge},{mark}").unwrap();
            }
        }
        let rubric = "id = 'r'\ntitle = 'R'\n[[criteria]]\nid = 'mark'\nname = 'Mark'\nmax = 10\n";
        let results = tally_by_command(rubric, &sheets);
        let decimals = row["decimals"].parse().unwrap();
        let to = |text: &str| {
            let half_up = RoundingStrategy::MidpointAwayFromZero;
            decimal(text).round_dp_with_strategy(decimals, half_up)
        };
        let ours = results["groups"][0]["agreement"][key].as_str().unwrap();
        assert_eq!(to(ours), to(&row["published_value"]), "{} {name}: {ours}", row["file"]);
        compared += 1;
    }
    assert_eq!(compared, 20);
}
