//! What is computed laid beside what is claimed, key by key; every place where they differ is named.

use std::collections::BTreeSet;

use serde_json::Value;

/// A place where a claim is another than what was computed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// Where: `groups.enterprise.standings.E07.score`.
    pub at: String,
    /// What was computed.
    pub computed: String,
    /// What is claimed.
    pub claimed: String,
}

/// Every place where the claim differs. Keys that nothing was computed for are not looked at; a key
/// that is left out says nothing or an empty list.
pub fn differences(computed: &Value, claimed: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare("", computed, claimed, &mut found);
    found
}

fn compare(at: &str, computed: &Value, claimed: &Value, found: &mut Vec<Difference>) {
    let below = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
    match (computed, claimed) {
        (Value::Object(own), Value::Object(theirs)) => {
            for (key, value) in own {
                compare(&below(key), value, theirs.get(key).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(own), Value::Array(theirs)) => match (named(own), named(theirs)) {
            (Some(own), Some(theirs)) => compare_named(at, &own, &theirs, found),
            _ if own.len() == theirs.len() => {
                for (nth, (own, theirs)) in own.iter().zip(theirs).enumerate() {
                    compare(&below(&nth.to_string()), own, theirs, found);
                }
            }
            _ => note(at, computed, claimed, found),
        },
        (Value::Array(own), Value::Null) if own.is_empty() => (),
        _ if computed == claimed => (),
        _ => note(at, computed, claimed, found),
    }
}

type Named<'v> = Vec<(&'v str, &'v Value)>;

/// Lists of projects and groups are compared by who is in them, and then by their order.
fn compare_named(at: &str, own: &Named<'_>, theirs: &Named<'_>, found: &mut Vec<Difference>) {
    let of = |list: &Named<'_>, name| list.iter().find(|it| it.0 == name).map(|it| it.1.clone());
    for (name, value) in own {
        let claimed = of(theirs, *name).unwrap_or(Value::Null);
        compare(&format!("{at}.{name}"), value, &claimed, found);
    }
    for (name, value) in theirs.iter().filter(|it| of(own, it.0).is_none()) {
        note(&format!("{at}.{name}"), &Value::Null, value, found);
    }
    let order = |list: &Named<'_>| list.iter().map(|it| it.0).collect::<Vec<_>>().join(", ");
    if own.len() == theirs.len() && order(own) != order(theirs) {
        note(at, &order(own).into(), &order(theirs).into(), found);
    }
}

/// The items with their names, where each has one of its own.
fn named(list: &[Value]) -> Option<Named<'_>> {
    let all: Named<'_> = list.iter().map(|it| Some((name(it)?, it))).collect::<Option<_>>()?;
    let names: BTreeSet<_> = all.iter().map(|it| it.0).collect();
    (names.len() == all.len()).then_some(all)
}

fn name(item: &Value) -> Option<&str> {
    item.get("project").or_else(|| item.get("id"))?.as_str()
}

fn note(at: &str, computed: &Value, claimed: &Value, found: &mut Vec<Difference>) {
    let (at, computed, claimed) = (at.to_owned(), shown(computed), shown(claimed));
    found.push(Difference { at, computed, claimed });
}

/// As short as it can be said.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Object(fields) => match (fields.get("place"), fields.get("score")) {
            (Some(place), Some(score)) => format!("{place} {}", shown(score)),
            _ => value.to_string(),
        },
        other => other.to_string(),
    }
}
