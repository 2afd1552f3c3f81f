//! `roadshow prelim` as a shell sees it.

use std::{fs, path::PathBuf, process::Output};

use roadshow::definition::{Disk, read_session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::roadshow;

const RUBRIC: &str = r#"
id = "round"
title = "Preliminary round"

[[criteria]]
id = "idea"
name = "Idea"
max = "60"

[[criteria]]
id = "team"
name = "Team"
max = "40"

[scoring]
ties = ["criterion:idea", "chair"]
"#;

/// Two panels. E02 and E03 are equal in everything; E05 has a higher mark in the idea than E04; E06 was
/// scored by one judge, E07 by nobody.
const SHEETS: &str = "\u{feff}project,group,judge,idea,team\r
E01,enterprise,A1,60,40\r
E01,enterprise,A2,60,40\r
E02,enterprise,A1,50,40\r
E02,enterprise,A2,52,40\r
E03,enterprise,A3,50,40\r
E03,enterprise,A4,52,40\r
E04,enterprise,A1,40,40\r
E04,enterprise,A2,40,40\r
E05,enterprise,A3,45,35\r
E05,enterprise,A4,45,35\r
E06,enterprise,A3,10,10\r
E07,enterprise,,,\r
S01,startup,B1,20,20\r
S02,startup,B1,30,20\r
";

const CHAIR: &str = "[[rulings]]\norder = ['E03', 'E02']\nreason = 'Put to the vote: 4 to 3.'\n";

/// A folder with the rubric and the sheets.
struct Round(TempDir);

impl Round {
    fn new() -> Self {
        let round = Self(tempfile::tempdir().unwrap());
        round.put("rubric.toml", RUBRIC);
        round.put("sheets.csv", SHEETS);
        round.put("chair.toml", CHAIR);
        round
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut program = roadshow();
        program.current_dir(self.0.path());
        program.args(["--lang", "en", "prelim", "--rubric", "rubric.toml"]);
        program.args(["--sheets", "sheets.csv"]).args(arguments).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[&["--format", "json"], arguments].concat());
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Number, status and rank in reserve of the standings of a group.
fn lines(page: &Value, group: usize) -> Vec<Value> {
    let standings = page["groups"][group]["standings"].as_array().unwrap().iter();
    standings.map(|it| json!([it["project"], it["status"], it["reserve"]])).collect()
}

const BOTH_GROUPS: [&str; 2] = ["--finalists", "enterprise=4,startup=1"];

#[test]
fn finalists_and_reserve_stand_in_the_order_of_their_places() {
    let page = Round::new().json(&BOTH_GROUPS);
    assert_eq!(
        lines(&page, 0),
        [
            json!(["E01", "finalist", null]),
            json!(["E02", "finalist", null]),
            json!(["E03", "finalist", null]),
            json!(["E05", "finalist", null]),
            json!(["E04", "reserve", 1]),
            json!(["E06", "reserve", 2]),
        ]
    );
    assert_eq!(lines(&page, 1), [json!(["S02", "finalist", null]), json!(["S01", "reserve", 1])]);
    let group = &page["groups"][0];
    assert_eq!((&group["id"], &group["settled"]), (&json!("enterprise"), &json!(true)));
    assert_eq!(group["standings"][3]["tie"], "criterion:idea");
    let third = &group["standings"][2];
    assert_eq!((&third["judges"], &third["by"]), (&json!(2), &json!(["A3", "A4"])));
    assert_eq!(group["unranked"][0]["reason"], "unscored");
}

#[test]
fn who_was_scored_by_how_many_is_said_where_it_differs() {
    let round = Round::new();
    let said = text(&round.run(&BOTH_GROUPS).stdout);
    assert!(said.contains("most were scored by 2 judges, these were not"), "{said}");
    assert!(said.contains("by one judge: E06"), "{said}");
    assert!(!said.contains("startup: most"), "{said}");
    let csv = round.run(&[&BOTH_GROUPS[..], &["--format", "csv"]].concat());
    let lines = text(&csv.stdout);
    assert_eq!(lines.lines().nth(3), Some("enterprise,2,E03,E03,91.00,finalist,,2,A3 A4"));
    assert!(lines.contains("\nenterprise,,E07,E07,,unscored,,,\n"), "{lines}");
    assert!(text(&csv.stderr).contains("by one judge: E06"));
}

#[test]
fn a_tie_across_the_last_place_is_never_decided_silently() {
    let round = Round::new();
    let two = ["--finalists", "enterprise=2,startup=1"];
    let open = round.run(&[&two[..], &["--to", "out.toml"]].concat());
    assert_eq!(open.status.code(), Some(1));
    let told = text(&open.stderr);
    assert!(
        told.starts_with("enterprise: E02, E03 share place 2, with 1 of the final's"),
        "{told}"
    );
    assert!(told.contains("wait for the jury chair's decision"), "{told}");
    assert!(text(&open.stdout).contains("tied, not decided"));
    assert!(!round.file("out.toml").exists());
    let toml = round.run(&[&two[..], &["--format", "toml"]].concat());
    assert_eq!((toml.status.code(), toml.stdout.len()), (Some(1), 0));
    let page = round.json(&two);
    assert_eq!(page["groups"][0]["settled"], false);
    assert_eq!(lines(&page, 0)[1..3], [json!(["E02", "tied", null]), json!(["E03", "tied", null])]);
    assert_eq!(lines(&page, 0)[3], json!(["E05", "reserve", 1]));
}

#[test]
fn the_chair_settles_the_last_place_or_both_go_on() {
    let round = Round::new();
    let two = ["--finalists", "enterprise=2,startup=1"];
    let ruled = round.json(&[&two[..], &["--chair", "chair.toml"]].concat());
    let last = [json!(["E03", "finalist", null]), json!(["E02", "reserve", 1])];
    assert_eq!(lines(&ruled, 0)[1..3], last);
    assert_eq!(ruled["groups"][0]["standings"][1]["tie"], "chair");

    let both = round.run(&[&two[..], &["--both"]].concat());
    assert!(both.status.success());
    let said = text(&both.stdout);
    assert!(said.contains("E02, E03 share the last of 2 places and are all let in"), "{said}");

    round.put("chair.toml", "[[rulings]]\norder = [['E03', 'E02']]\nreason = 'They are equal.'\n");
    let equal = round.run(&[&two[..], &["--chair", "chair.toml"]].concat());
    assert_eq!(equal.status.code(), Some(1), "the chair has not separated them");

    round.put("rubric.toml", &RUBRIC.replace("\"criterion:idea\", \"chair\"", "\"share\""));
    let shared = round.run(&two);
    assert!(text(&shared.stderr).contains("the rules do not separate them"));
    let reserve = text(&round.run(&["--finalists", "enterprise=1,startup=1"]).stdout);
    assert!(reserve.contains("E02, E03 share place 2, and nothing decides who of them moves up"));
}

#[test]
fn the_projects_stand_in_a_session_as_they_are_written() {
    let round = Round::new();
    let names = "project,group,name,entrant,kind,registered,core-members,field\n\
        E01,enterprise,\"A \"\"quoted\"\" name, and a \\\",甲公司,company,2024-01-01,5,金属\n\
        E02,enterprise,乙,,team,,,\nE03,enterprise,丙,,,,,\nE04,enterprise,丁,,,,,\n\
        E05,enterprise,戊,,,,,\nE06,enterprise,己,,,,,\nE07,enterprise,庚,,,,,\n\
        S01,startup,辛,,,,,\nS02,startup,壬,,,,,\n";
    round.put("entries.csv", names);
    let without_groups = SHEETS.replace(",group", "").replace(",enterprise", "");
    round.put("sheets.csv", &without_groups.replace(",startup", ""));
    let more = ["--projects", "entries.csv", "--to", "out.toml"];
    let written = round.run(&[&BOTH_GROUPS[..], &more].concat());
    assert!(written.status.success(), "{}", text(&written.stderr));
    let head = "id = 's'\ntitle = 'S'\ntiming = { presentation = '1:00' }\n\
        [[groups]]\nid = 'enterprise'\nname = 'E'\nrubric = 'rubric.toml'\nfinalists = 4\n\
        [[groups]]\nid = 'startup'\nname = 'S'\nrubric = 'rubric.toml'\nfinalists = 1\n\
        [[rooms]]\nid = 'A'\nname = 'A'\ngroups = ['enterprise', 'startup']\n\
        judges = [{ id = 'A1', name = 'A1' }]\n\n";
    let projects = fs::read_to_string(round.file("out.toml")).unwrap();
    round.put("final.toml", &(head.to_owned() + &projects));
    let session = read_session(&round.file("final.toml"), &Disk).unwrap();
    assert!(
        session.rooms[0]
            .order
            .iter()
            .map(ToString::to_string)
            .eq(["E01", "E02", "E03", "E05", "S02"])
    );
    let reserve = session.projects.iter().filter_map(|it| Some((it.id.to_string(), it.reserve?)));
    assert!(reserve.eq([("E04".into(), 1), ("E06".into(), 2), ("S01".into(), 1)]));
    assert_eq!(session.projects[0].name.zh, "A \"quoted\" name, and a \\");
    assert_eq!(session.projects[0].core_members, Some(5));

    let again = round.run(&[&BOTH_GROUPS[..], &more].concat());
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("out.toml is there already"));
}

#[test]
fn a_score_is_carried_into_the_final() {
    let more = ["--format", "toml", "--carry", "preliminary"];
    let toml = text(&Round::new().run(&[&BOTH_GROUPS[..], &more].concat()).stdout);
    let last = "id = \"S01\"\ngroup = \"startup\"\nname = \"S01\"\nreserve = 1\n\
        carried = { preliminary = \"40.00\" }\n";
    assert!(toml.ends_with(last), "{toml}");
}

#[test]
fn one_group_needs_no_column() {
    let round = Round::new();
    round.put("sheets.csv", "project,judge,idea,team\nP1,J,50,30\nP2,J,50,31\n");
    let page = round.json(&["--finalists", "g=1"]);
    assert_eq!(lines(&page, 0), [json!(["P2", "finalist", null]), json!(["P1", "reserve", 1])]);
    let few = text(&round.run(&["--finalists", "g=3"]).stdout);
    assert!(few.contains("only 2 projects have a score, for 3 places"), "{few}");
    let several = round.run(&["--finalists", "g=1,h=1"]);
    assert!(text(&several.stderr).contains("sheets.csv:1:20: The column “group” is missing."));
    assert!(several.stdout.is_empty());
}

#[test]
fn a_group_that_was_not_asked_for_is_told_at_its_cell() {
    let told = Round::new().run(&["--finalists", "enterprise=2"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(
        text(&told.stderr).starts_with("sheets.csv:14:5: There is no group “startup”."),
        "{}",
        text(&told.stderr)
    );
    for finalists in ["", "enterprise", "enterprise=0", "g=1,g=2", "组=1"] {
        let usage = Round::new().run(&["--finalists", finalists]);
        assert_eq!(usage.status.code(), Some(2), "{finalists}");
    }
}
