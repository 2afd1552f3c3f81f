use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::ResultsPage;
use crate::{
    contest::{
        Carry, Deduction, Panel, Results, Stage,
        sample::{Evening, session},
    },
    papers::Paper,
    words::{Lang, Words},
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// E01 with everything that a score can be made of, and E02 without a deduction.
fn page(words: &Words) -> ResultsPage {
    let mut session = (*session()).clone();
    let panel =
        |id: &str, weight| Panel { id: id.into(), name: id.into(), weight: decimal(weight) };
    session.panels = vec![panel("experts", "0.7"), panel("media", "0.3")];
    for seat in session.rooms.iter_mut().flat_map(|room| &mut room.judges) {
        let is_media = seat.id.as_str().ends_with('3');
        seat.panel = Some(if is_media { "media" } else { "experts" }.into());
    }
    let (id, weight) = ("preliminary".into(), decimal("0.5"));
    session.carry = vec![Carry { id, name: "preliminary".into(), weight }];
    session.projects.edit(|all| {
        for project in all {
            project.carried = [("preliminary".into(), decimal("80"))].into();
        }
    });
    session.room_coefficient = true;
    let project = session.rooms[0].order.remove(1);
    session.rooms[1].order.insert(0, project);
    let mut evening = Evening::of(Arc::new(session));
    for (project, judges, mark) in [("E01", ["A1", "A3"], "9"), ("E02", ["B1", "B3"], "6")] {
        evening.run_to(project, Stage::Scoring);
        for judge in judges {
            evening.score(judge, project, mark, mark);
        }
        evening.run_to(project, Stage::Released);
    }
    let mut results = Results::of(&evening.contest);
    let first = &mut Arc::make_mut(&mut results.groups[0]).standings[0];
    let reason = || "0:42 over".to_owned();
    let (rule, points) = ("overtime".into(), decimal("1.0"));
    first.made_of.deductions =
        vec![Deduction { number: 1, rule, units: 2, points, reason: reason() }];
    ResultsPage::of_results("sample", results, words)
}

#[test]
fn a_standing_says_what_its_score_is_made_of() {
    let page = page(&Words::new(Lang::En));
    let page: Value = serde_json::from_str(&page.json()).unwrap();
    let first = &page["groups"][0]["standings"][0];
    let panel = |id: &str, weight: &str| {
        json!({ "id": id, "weight": weight, "score": "90.00", "exact": "90", "sheets": 1,
            "method": "mean", "dropped": [] })
    };
    assert_eq!(first["panels"], json!([panel("experts", "0.7"), panel("media", "0.3")]));
    assert_eq!(first["carried"], json!([{ "id": "preliminary", "weight": "0.5", "value": "80" }]));
    assert_eq!(first["room_coefficient"], json!({ "exact": "5/6", "decimal": "0.833333" }));
    assert_eq!((&first["exact"], &first["before_deductions"]), (&json!("155/2"), &json!("77.50")));
    let taken = json!([{ "rule": "overtime", "units": 2, "points": "1.0", "reason": "0:42 over" }]);
    assert_eq!(first["deductions"], taken);
    let second = page["groups"][0]["standings"][1].as_object().unwrap();
    assert!(!second.contains_key("deductions") && !second.contains_key("before_deductions"));
}

#[test]
fn what_a_session_does_not_have_its_results_do_not_mention() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    evening.score("A1", "E01", "9", "9");
    evening.run_to("E01", Stage::Released);
    let page = ResultsPage::of(&evening.contest, &Words::new(Lang::En));
    let page: Value = serde_json::from_str(&page.json()).unwrap();
    let keys: Vec<_> = page["groups"][0]["standings"][0].as_object().unwrap().keys().collect();
    let mut old = vec![
        "place", "project", "name", "score", "award", "judges", "sheets", "exact", "method",
        "dropped", "tie",
    ];
    old.sort_unstable();
    assert_eq!(keys, old);
}

#[test]
fn tables_show_coefficients_and_deductions_where_there_are_any() {
    let mut csv = Vec::new();
    let words = Words::new(Lang::Zh);
    let page = page(&words);
    page.write_csv(&mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    let lines: Vec<_> = csv.lines().take(4).collect();
    assert_eq!(
        lines,
        [
            "group,place,project,name,score,award,judges,reason,coefficient,deductions",
            "enterprise,1,E01,E01,77.50,first,2,,0.833333,1.0",
            "enterprise,1,E02,E02,77.50,first,2,,1.250000,",
            "enterprise,,E03,E03,,,,waiting,,",
        ]
    );
    let table = page.table(&words);
    let head = table.lines().nth(1).unwrap();
    assert!(head.contains("会场系数") && head.contains("扣分"), "{table}");
    assert!(table.contains("E01：扣 1.0 分（0:42 over）"), "{table}");
}
