//! A fact in words: the text `fact-<kind>`, its arguments the fact's own fields.

use serde_json::{Map, Value as Json};

use crate::{contest::Ms, words::Words};

/// Fields that are spans of time in milliseconds.
const SPANS: [&str; 3] = ["ms", "left", "length"];

/// Takes out what is not everybody's: marks, and scores that may not be public.
pub(super) fn without_marks(told: &mut Json) {
    if let Some(act) = told.get_mut("act").and_then(Json::as_object_mut) {
        act.remove("marks");
    }
    if let Some(fact) = told.as_object_mut() {
        fact.remove("marks");
        fact.remove("score");
        fact.remove("nonce"); // With it and the seal the marks could be guessed.
    }
}

/// What happened, in the words of the reader.
pub(super) fn in_words(told: &Json, words: &Words) -> String {
    let nothing = ["marks", "score", "at_seat"].map(|name| (name.to_owned(), "".into()));
    let mut fields = Map::from_iter(nothing);
    let reason = told.get("reason").and_then(Json::as_str).unwrap_or_default();
    fields.insert("reasoned".into(), u8::from(!reason.is_empty()).into());
    flatten(told, &mut fields);
    let kind = fields.remove("fact").unwrap_or_default();
    fields.insert("code".into(), kind);
    words.explain("fact", &fields)
}

/// The fields of a fact and of what stands in it, side by side.
fn flatten(told: &Json, fields: &mut Map<String, Json>) {
    for (name, value) in told.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("marks", Json::Object(marks)) => {
                let mark = |(id, mark): (&String, &Json)| format!("{id} {}", plain(mark));
                let marks: Vec<_> = marks.iter().map(mark).collect();
                fields.insert(name.clone(), format!(" ({})", marks.join(", ")).into());
            }
            ("score", Json::String(score)) => {
                fields.insert(name.clone(), format!(" = {score}").into());
            }
            ("session", session) => {
                let of = |key: &str| session.get(key).cloned().unwrap_or_default();
                fields.insert("title".into(), of("title"));
                fields.insert("id".into(), of("id"));
            }
            ("order", Json::Array(order)) if order.iter().any(Json::is_array) => {
                let places: Vec<_> = order.iter().map(|it| texts(it).join(" = ")).collect();
                fields.insert(name.clone(), places.join(" > ").into());
            }
            ("changes", Json::Array(changes)) => {
                fields.insert(name.clone(), changes.len().into());
            }
            ("act" | "ruling" | "bulletin" | "deduction" | "scene", Json::Object(_)) => {
                flatten(value, fields);
            }
            (span, Json::Number(ms)) if SPANS.contains(&span) => {
                fields.insert(name.clone(), span_of(ms.as_i64().unwrap_or_default()).into());
            }
            ("step", Json::Null) => {
                fields.insert(name.clone(), "over".into());
            }
            ("on" | "blink", Json::Bool(is_so)) => {
                fields.insert(name.clone(), u8::from(*is_so).into());
            }
            ("by", Json::String(by)) => {
                fields.insert("other".into(), by.as_str().into());
            }
            // A person by name; the terminal is for whoever reads the record itself.
            ("keyed_by" | "checked_by", Json::Object(person)) => {
                fields.insert(name.clone(), person.get("name").cloned().unwrap_or_default());
            }
            ("seat", Json::String(seat)) => {
                fields.insert("at_seat".into(), format!(" {seat}").into());
                fields.insert(name.clone(), seat.as_str().into());
            }
            _ => {
                fields.insert(name.clone(), value.clone());
            }
        }
    }
}

/// A span with its sign: `0:30`, `-0:30`.
fn span_of(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    format!("{sign}{}", Ms(ms.saturating_abs()))
}

/// The texts in a list, and in the lists in it.
pub(super) fn texts(value: &Json) -> Vec<&str> {
    match value {
        Json::String(text) => vec![text],
        Json::Array(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}
