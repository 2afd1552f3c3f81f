//! Values of a session's tables: what stands there, writing another in its place, and all of something new.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use toml_edit::{InlineTable, Item, TableLike, Value as Written};

use super::{
    change::Changed,
    entry::{Field, Value},
    head::Column,
};
use crate::contest::Text;

/// The carried values of a project.
const CARRIED: &str = "carried";

/// What a table says for a column.
fn read(table: &dyn TableLike, column: &Column) -> Option<Value> {
    let item = match column {
        Column::Carried(component) => table.get(CARRIED)?.get(component.as_str())?,
        column => table.get(column.key())?,
    };
    match column {
        Column::Registered => {
            let text = item.as_datetime().map(ToString::to_string);
            let text = text.or_else(|| item.as_str().map(str::to_owned))?;
            text.parse::<NaiveDate>().ok().map(Value::Day)
        }
        Column::CoreMembers | Column::Reserve => {
            item.as_integer().and_then(|it| u32::try_from(it).ok()).map(Value::Count)
        }
        Column::Carried(_) => {
            let text = item.as_integer().map(|it| it.to_string());
            let text = text.or_else(|| item.as_str().map(str::to_owned))?;
            Decimal::from_str_exact(&text).ok().map(Value::Points)
        }
        Column::Name | Column::Entrant | Column::Field | Column::Region => {
            text(item).map(Value::Text)
        }
        _ => item.as_str().map(|it| Value::Word(it.to_owned())),
    }
}

fn text(item: &Item) -> Option<Text> {
    if let Some(text) = item.as_str() {
        return Some(text.into());
    }
    let both = item.as_table_like()?;
    let said = |key| Some(both.get(key)?.as_str()?.to_owned());
    Some(Text { zh: said("zh")?, en: said("en")? })
}

/// Whether a list changes nothing: what it says in one language only may be either.
fn is_same(old: Option<&Value>, new: Option<&Value>) -> bool {
    match (old, new) {
        (Some(Value::Text(old)), Some(Value::Text(new))) => {
            old == new || new.zh == new.en && [&old.zh, &old.en].contains(&&new.zh)
        }
        (old, new) => old == new,
    }
}

/// Writes a value, or takes it away; what stands around it stays.
fn write(table: &mut dyn TableLike, column: &Column, value: Option<&Value>) {
    let Column::Carried(component) = column else {
        return put(table, column.key(), value);
    };
    if table.get(CARRIED).is_none() {
        table.insert(CARRIED, Item::Value(Written::InlineTable(InlineTable::new())));
    }
    let Some(carried) = table.get_mut(CARRIED).and_then(Item::as_table_like_mut) else { return };
    put(carried, component.as_str(), value);
    if carried.is_empty() {
        table.remove(CARRIED);
    }
}

fn put(table: &mut dyn TableLike, key: &str, value: Option<&Value>) {
    let Some(value) = value else {
        table.remove(key);
        return;
    };
    let mut written = written(value);
    match (table.get_mut(key), value) {
        (Some(Item::Table(both)), Value::Text(text)) => {
            both.insert("zh", Item::Value(text.zh.as_str().into()));
            both.insert("en", Item::Value(text.en.as_str().into()));
        }
        (Some(item), _) => {
            if let Some(old) = item.as_value() {
                *written.decor_mut() = old.decor().clone();
            }
            *item = Item::Value(written);
        }
        (None, _) => drop(table.insert(key, Item::Value(written))),
    }
}

/// A value as a session's file has it.
pub(super) fn written(value: &Value) -> Written {
    match value {
        Value::Text(text) if text.zh == text.en => text.zh.as_str().into(),
        Value::Text(text) => {
            let mut both = InlineTable::new();
            both.insert("zh", text.zh.as_str().into());
            both.insert("en", text.en.as_str().into());
            Written::InlineTable(both)
        }
        Value::Word(word) => word.as_str().into(),
        Value::Count(count) => i64::from(*count).into(),
        Value::Day(day) => {
            let text = day.to_string();
            let day = text.parse::<toml_edit::Datetime>();
            day.map_or_else(|_| text.as_str().into(), Into::into)
        }
        Value::Points(points) => points.to_string().into(),
    }
}

/// The keys of a project and of a seat as sessions list them, without `id`.
pub(super) const PROJECT_KEYS: [&str; 10] = [
    "group",
    "name",
    "entrant",
    "kind",
    "registered",
    "core-members",
    "field",
    "region",
    "room",
    "reserve",
];
pub(super) const JUDGE_KEYS: [&str; 3] = ["name", "field", "panel"];

/// The keys and values of something new.
pub(super) fn keys(
    id: &str,
    fields: &[&Field],
    order: &[&'static str],
) -> Vec<(&'static str, Written)> {
    let mut keys = vec![("id", Written::from(id))];
    keys.extend(order.iter().filter_map(|key| {
        let field = fields.iter().find(|it| it.column.key() == *key)?;
        Some((*key, written(field.value.as_ref()?)))
    }));
    let mut carried = InlineTable::new();
    for field in fields {
        if let (Column::Carried(component), Some(value)) = (&field.column, &field.value) {
            carried.insert(component.as_str(), written(value));
        }
    }
    if !carried.is_empty() {
        keys.push(("carried", Written::InlineTable(carried)));
    }
    keys
}

pub(super) fn said(fields: &[&Field]) -> Vec<(Column, Value)> {
    fields.iter().filter_map(|it| Some((it.column.clone(), it.value.clone()?))).collect()
}

/// Writes what is another, and says what that is.
pub(super) fn update(table: &mut dyn TableLike, fields: &[&Field]) -> Vec<Changed> {
    let mut changed = Vec::new();
    for Field { column, value, .. } in fields {
        let old = read(table, column);
        let is_there = table.contains_key(column.key());
        if is_same(old.as_ref(), value.as_ref()) && (old.is_some() || !is_there) {
            continue;
        }
        if old.is_none() && value.is_none() && matches!(column, Column::Carried(_)) {
            continue;
        }
        write(table, column, value.as_ref());
        changed.push(Changed { column: column.clone(), old, new: value.clone() });
    }
    changed
}
