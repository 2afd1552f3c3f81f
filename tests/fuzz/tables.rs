//! Sheets and entries that are read are written back as a table that reads the same; every complaint is
//! about a place in the file.

use std::{fmt::Write, path::Path};

use roadshow::{
    contest::{EntrantKind, GroupId, Project, Rubric},
    definition::{Sheets, read_entries, read_rubric, read_sheets},
};

use crate::toml_laws::{FILE, Given, are_in};

/// A mark and a gate, under Chinese names as well.
const RUBRIC: &str = r#"
id = "plain"
title = "Plain"
step = "0.5"
[[criteria]]
id = "idea"
name = { zh = "创意", en = "Idea" }
max = "10"
[[criteria]]
id = "legal"
name = { zh = "合规", en = "Legal" }
gate = true
"#;

fn the_rubric() -> Rubric {
    read_rubric(Path::new(FILE), &Given(RUBRIC.as_bytes())).unwrap()
}

pub(crate) fn sheets(bytes: &[u8]) {
    let rubric = the_rubric();
    let read = |bytes: &[u8]| read_sheets(Path::new(FILE), &rubric, &Given(bytes));
    match read(bytes) {
        Ok(sheets) => assert_eq!(read(sheets_text(&rubric, &sheets).as_bytes()), Ok(sheets)),
        Err(problems) => are_in(bytes, &problems),
    }
}

fn sheets_text(rubric: &Rubric, sheets: &Sheets) -> String {
    let criteria: Vec<_> = rubric.marked().map(|(criterion, _)| criterion).collect();
    let mut text = "project,judge".to_owned();
    text.extend(criteria.iter().flat_map(|it| [",", it.id.as_str()]));
    for (project, judges) in sheets {
        if judges.is_empty() {
            let _ = write!(text, "\n{project}{}", ",".repeat(criteria.len() + 1));
        }
        for (judge, marks) in judges {
            let _ = write!(text, "\n{project},{judge}");
            for criterion in &criteria {
                let mark = marks[&criterion.id];
                let gate = if mark.is_zero() { "fail" } else { "pass" };
                let mark = if criterion.gate { gate.to_owned() } else { mark.to_string() };
                let _ = write!(text, ",{mark}");
            }
        }
    }
    text
}

pub(crate) fn entries(bytes: &[u8]) {
    let groups = ["g", "h"].map(GroupId::from);
    let read = |bytes: &[u8]| read_entries(Path::new(FILE), &groups, &Given(bytes));
    match read(bytes) {
        Ok(projects) => assert_eq!(read(&entries_text(&projects)), Ok(projects)),
        Err(problems) => are_in(bytes, &problems),
    }
}

fn entries_text(projects: &[Project]) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let head = [
        "project",
        "group",
        "name",
        "entrant",
        "kind",
        "registered",
        "core-members",
        "field",
        "region",
    ];
    table.write_record(head).unwrap();
    for project in projects {
        let kind = project.kind.map_or("", |kind| match kind {
            EntrantKind::Company => "company",
            EntrantKind::StartUp => "start-up",
            EntrantKind::Team => "team",
        });
        let text = |text: &Option<roadshow::contest::Text>| {
            text.as_ref().map(|it| it.zh.clone()).unwrap_or_default()
        };
        let row = [
            project.id.to_string(),
            project.group.to_string(),
            project.name.zh.clone(),
            text(&project.entrant),
            kind.to_owned(),
            project.registered.map(|it| it.to_string()).unwrap_or_default(),
            project.core_members.map(|it| it.to_string()).unwrap_or_default(),
            text(&project.field),
            text(&project.region),
        ];
        table.write_record(row).unwrap();
    }
    table.into_inner().unwrap()
}
