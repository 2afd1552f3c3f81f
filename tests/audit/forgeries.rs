//! What somebody might forge in the evening's journal, one thing at a time: what it is, why it cannot be, the
//! index of the record that cannot, and all the records.

#![expect(clippy::too_many_lines, reason = "lists, of one forgery after the other")]

use roadshow::audit::Why;
use serde_json::{Value, json};

use super::forged::{BODIES, whole};

/// Every forgery.
pub(crate) fn all() -> impl Iterator<Item = Forgery> {
    steps().into_iter().chain(seats()).chain(rules())
}

/// Where the nth record of a kind about a project stands, from 0.
fn nth(kind: &str, project: &str, nth: usize) -> usize {
    let is_it = |it: &(usize, &Value)| {
        let fact = &it.1["fact"];
        fact["fact"] == kind && (project.is_empty() || fact["project"] == project)
    };
    BODIES.1.iter().enumerate().filter(is_it).nth(nth).unwrap().0
}

fn first(kind: &str, project: &str) -> usize {
    nth(kind, project, 0)
}

pub(crate) type Forgery = (&'static str, Why, usize, Vec<Value>);

/// A record put in behind another one.
fn put_in(what: &'static str, why: Why, behind: usize, by: &str, fact: Value) -> Forgery {
    let mut bodies = whole();
    let at = &bodies[behind]["at"];
    let mut body = json!({ "at": at, "wall": at, "by": by, "wish": "forged" });
    body["fact"] = fact;
    bodies.insert(behind + 1, body);
    (what, why, behind + 1, bodies)
}

/// A record changed, and the one that cannot be then.
fn changed(what: &'static str, why: Why, at: usize, change: impl FnOnce(&mut Value)) -> Forgery {
    let mut bodies = whole();
    change(&mut bodies[at]);
    (what, why, at, bodies)
}

/// A record taken out, and the one that cannot be without it, as it stood.
fn taken_out(what: &'static str, why: Why, at: usize, bad: usize) -> Forgery {
    let mut bodies = whole();
    bodies.remove(at);
    (what, why, if bad > at { bad - 1 } else { bad }, bodies)
}

/// With other values in a record's fact.
fn with(pointer: &'static str, value: Value) -> impl FnOnce(&mut Value) {
    move |body| *body["fact"].pointer_mut(pointer).unwrap() = value
}

fn steps() -> Vec<Forgery> {
    let fact =
        |kind: &str, project: &str| json!({ "fact": kind, "project": project, "reason": "r" });
    let began = |phase: &str| json!({ "fact": "phase-began", "project": "E01", "phase": phase });
    let clock = |kind: &str, phase: &str| json!({ "fact": kind, "project": "E01", "phase": phase, "reason": "r", "ms": 1000, "left": 1000 });
    let (host, called) = ("A/host", nth("called-up", "E01", 1));
    let (pitch, released) = (first("clock-started", "E01"), first("released", "E01"));
    let e01_locked = first("locked", "E01");
    vec![
        taken_out("released before it is locked", Why::NotLocked, e01_locked, released),
        put_in(
            "released twice",
            Why::NotLocked,
            released,
            host,
            json!({ "fact": "released", "project": "E01" }),
        ),
        put_in("locked twice", Why::Stage, e01_locked, host, whole()[e01_locked]["fact"].clone()),
        put_in("questions that there are not", Why::Stage, pitch, host, began("questions")),
        put_in("scoring before the pitch", Why::Stage, called, host, began("scoring")),
        put_in("a phase that nobody knows", Why::Stage, called, host, began("lunch")),
        taken_out("a clock before its phase", Why::Clock, first("phase-began", "E01"), pitch),
        put_in(
            "a clock that counts already",
            Why::Clock,
            pitch,
            host,
            clock("clock-started", "presentation"),
        ),
        put_in(
            "a clock of another phase",
            Why::Clock,
            pitch,
            host,
            clock("clock-paused", "scoring"),
        ),
        put_in(
            "a clock that was not stopped",
            Why::Clock,
            pitch,
            host,
            clock("clock-resumed", "presentation"),
        ),
        put_in(
            "time after the release",
            Why::Clock,
            released,
            host,
            clock("time-added", "scoring"),
        ),
        put_in("two on stage", Why::StageTaken, called, host, fact("called-up", "E02")),
        put_in(
            "a break with somebody on stage",
            Why::StageTaken,
            called,
            host,
            json!({ "fact": "break-began", "room": "A" }),
        ),
        put_in("absent after the pitch", Why::Stage, released, host, fact("marked-absent", "E01")),
        put_in("withdrawn after the release", Why::Stage, released, host, fact("withdrawn", "E01")),
        put_in("postponed after the release", Why::Stage, released, host, fact("postponed", "E01")),
        put_in("shown, and it is scored", Why::Stage, pitch, host, fact("finished", "E01")),
        taken_out(
            "shown before it is on stage",
            Why::Clock,
            first("phase-began", "X01"),
            first("phase-began", "X01") + 1,
        ),
        taken_out(
            "called up during the break",
            Why::Break,
            first("break-ended", ""),
            first("break-ended", "") + 1,
        ),
        put_in(
            "a break during the break",
            Why::Break,
            first("break-began", ""),
            host,
            json!({ "fact": "break-began", "room": "A" }),
        ),
        put_in(
            "the end of no break",
            Why::Break,
            released,
            host,
            json!({ "fact": "break-ended", "room": "A" }),
        ),
        taken_out("called up without the undo", Why::Stage, first("undone", ""), called),
        put_in(
            "a step that was undone goes on",
            Why::Stage,
            first("undone", ""),
            host,
            began("presentation"),
        ),
        put_in(
            "undone twice",
            Why::NothingToUndo,
            first("undone", ""),
            host,
            json!({ "fact": "undone", "project": "E01" }),
        ),
        changed("undone too late", Why::TooLate, first("undone", ""), |it| {
            it["at"] = (it["at"].as_i64().unwrap() + 20_000).into();
        }),
    ]
}

fn seats() -> Vec<Forgery> {
    let host = "A/host";
    let marked = |project: &str, seat: &str, mark: &str| json!({ "fact": "seat-marked", "project": project, "seat": seat, "mark": mark, "reason": "r" });
    let recused = |project: &str, seat: &str| json!({ "fact": "recused", "project": project, "seat": seat, "reason": "r" });
    let (released, lock) = (first("released", "E01"), first("locked", "E01"));
    let sheet = first("sheet-submitted", "E01");
    let mut nobody = whole();
    for judge in ["A1", "A2", "A3"] {
        let at = BODIES
            .1
            .iter()
            .position(|it| it["fact"]["fact"] == "sheet-submitted" && it["fact"]["seat"] == judge);
        nobody[at.unwrap()]["by"] = host.into();
        nobody[at.unwrap()]["fact"] = marked("E01", judge, "late");
    }
    vec![
        put_in(
            "a seat marked after the release",
            Why::Stage,
            released,
            host,
            marked("E01", "A1", "absent"),
        ),
        put_in(
            "recused after the release",
            Why::Stage,
            released,
            "A/judge/A1",
            recused("E01", "A1"),
        ),
        put_in("recused by another", Why::OthersSheet, 1, "A/judge/A2", recused("E03", "A1")),
        put_in(
            "a seat with a sheet marked absent",
            Why::Seat,
            sheet,
            host,
            marked("E01", "A1", "absent"),
        ),
        put_in("recused twice", Why::Seat, 1, "A/judge/A1", recused("E02", "A1")),
        put_in(
            "a seat where nothing is scored",
            Why::NotScored,
            1,
            host,
            marked("X01", "A1", "absent"),
        ),
        taken_out("locked before every seat is settled", Why::Unsettled, sheet, lock),
        changed(
            "locked without one that is in",
            Why::Unsettled,
            lock,
            with("/without", json!(["A1"])),
        ),
        changed("locked without its score", Why::ScoreMissing, lock, |it| {
            _ = it["fact"].as_object_mut().unwrap().remove("score");
        }),
        changed("locked with no score", Why::ScoreMissing, lock, with("/score", Value::Null)),
        changed("locked as older versions did", Why::ScoreMissing, lock, |it| {
            it["fact"]
                .as_object_mut()
                .unwrap()
                .retain(|key, _| ["fact", "project", "without"].contains(&key.as_str()));
        }),
        ("locked with nobody's sheet", Why::NoScore, lock, nobody),
    ]
}

fn rules() -> Vec<Forgery> {
    let (host, released) = ("A/host", first("released", "E01"));
    let (deducted, reordered) = (first("deducted", ""), nth("order-changed", "", 1));
    let frozen = first("frozen", "");
    let ruling = json!({ "order": [["E01"], ["E05"]], "reason": "r" });
    let ruled = |ruling: &Value| json!({ "fact": "ruled", "group": "g", "ruling": ruling });
    let ceremony = |step: Value| json!({ "fact": "ceremony-at", "group": "g", "step": step });
    let chair = first("ruled", "");
    let mut undone_deed = whole();
    undone_deed.drain(first("sheet-corrected", "")..=first("corrected", ""));
    vec![
        changed(
            "other points than the rule's",
            Why::Deduction,
            deducted,
            with("/deduction/points", "9".into()),
        ),
        changed("more units than the rule's", Why::Deduction, deducted, |it| {
            (it["fact"]["deduction"]["units"], it["fact"]["deduction"]["points"]) =
                (5.into(), "2.5".into());
        }),
        changed("a deduction's number", Why::Number, deducted, with("/deduction/number", 2.into())),
        put_in(
            "no deduction to give back",
            Why::Deduction,
            1,
            host,
            json!({ "fact": "deduction-removed", "project": "E01", "number": 1, "reason": "r" }),
        ),
        changed(
            "another than the next in reserve",
            Why::Reserve,
            first("backfilled", ""),
            with("/by", "X01".into()),
        ),
        put_in(
            "a place filled twice",
            Why::Reserve,
            first("backfilled", ""),
            host,
            json!({ "fact": "backfilled", "project": "E04", "by": "E05", "reason": "r" }),
        ),
        changed(
            "a project that is in no order",
            Why::Order,
            reordered,
            with("/order/5", "E01".into()),
        ),
        changed(
            "another moved than was postponed",
            Why::Order,
            first("order-changed", ""),
            with("/order", json!(["E01", "E02", "X01", "E04", "E03"])),
        ),
        put_in(
            "the order of those who do not wait",
            Why::Order,
            reordered,
            host,
            json!({ "fact": "order-changed", "room": "A", "order": ["E02", "E01", "E04", "X01", "E05", "E03"], "reason": "r" }),
        ),
        put_in("a decision about no tie", Why::NoTie, chair, host, ruled(&ruling)),
        put_in(
            "the same decision once more",
            Why::NoChange,
            chair,
            host,
            whole()[chair]["fact"].clone(),
        ),
        put_in(
            "frozen twice",
            Why::NoChange,
            frozen,
            host,
            json!({ "fact": "frozen", "group": "g" }),
        ),
        put_in(
            "a ceremony of what is not final",
            Why::NotFinal,
            released,
            host,
            ceremony(1.into()),
        ),
        put_in("a step beyond the ceremony", Why::NotFinal, frozen, host, ceremony(99.into())),
        changed(
            "a proposal's number",
            Why::Number,
            first("proposed", ""),
            with("/number", 2.into()),
        ),
        changed(
            "a pass's generation",
            Why::Number,
            first("pass-changed", ""),
            with("/generation", 3.into()),
        ),
        changed(
            "the revision of a correction",
            Why::Number,
            first("sheet-corrected", ""),
            with("/revision", 5.into()),
        ),
        ("agreed to and not done", Why::NotDone, first("agreed", ""), undone_deed),
        put_in(
            "the host of another room",
            Why::OtherRoom,
            1,
            "B/host",
            json!({ "fact": "withdrawn", "project": "E03", "reason": "r" }),
        ),
        put_in(
            "a seat that there is not",
            Why::Unknown,
            1,
            "A/judge/A9",
            json!({ "fact": "withdrawn", "project": "E03", "reason": "r" }),
        ),
    ]
}
