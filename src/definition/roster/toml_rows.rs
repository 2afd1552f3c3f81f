//! Lists of tables in a TOML text, as they may be written: `[[projects]]`, or `projects = [{ … }]`.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, TableLike, Value};

/// A list of tables.
pub(super) enum Rows<'a> {
    Tables(&'a mut ArrayOfTables),
    Values(&'a mut Array),
}

impl<'a> Rows<'a> {
    /// The list of this key.
    pub(super) fn of(table: &'a mut dyn TableLike, key: &str) -> Option<Self> {
        match table.get_mut(key)? {
            Item::ArrayOfTables(tables) => Some(Self::Tables(tables)),
            Item::Value(Value::Array(values)) => Some(Self::Values(values)),
            _ => None,
        }
    }

    /// The list of this key, made where there is none: `[[key]]`, or in one line.
    pub(super) fn made(table: &'a mut dyn TableLike, key: &str, in_line: bool) -> Option<Self> {
        if table.get(key).is_none() {
            let in_line = in_line.then(|| Item::Value(Value::Array(Array::new())));
            table.insert(key, in_line.unwrap_or(Item::ArrayOfTables(ArrayOfTables::new())));
        }
        Self::of(table, key)
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Tables(tables) => tables.len(),
            Self::Values(values) => values.len(),
        }
    }

    pub(super) fn get(&mut self, nth: usize) -> Option<&mut dyn TableLike> {
        match self {
            Self::Tables(tables) => Some(tables.get_mut(nth)?),
            Self::Values(values) => Some(values.get_mut(nth)?.as_inline_table_mut()?),
        }
    }

    /// Where the one is whose key has this value.
    pub(super) fn find(&mut self, key: &str, value: &str) -> Option<usize> {
        (0..self.len()).find(|nth| self.said(*nth, key).as_deref() == Some(value))
    }

    /// What the key of one of them says.
    pub(super) fn said(&mut self, nth: usize, key: &str) -> Option<String> {
        Some(self.get(nth)?.get(key)?.as_str()?.to_owned())
    }

    /// Adds one at the end, written as the others are.
    pub(super) fn add(&mut self, keys: Vec<(&'static str, Value)>) {
        match self {
            Self::Tables(tables) => {
                let mut table = Table::new();
                for (key, value) in keys {
                    table.insert(key, Item::Value(value));
                }
                tables.push(table);
            }
            Self::Values(values) => {
                let mut table = InlineTable::new();
                for (key, value) in keys {
                    table.insert(key, value);
                }
                let last = values.iter().last().and_then(|it| it.decor().prefix());
                let last = last.and_then(|it| it.as_str()).map(str::to_owned);
                let table = Value::InlineTable(table);
                match last.filter(|before| before.contains('\n')) {
                    // What stands above the last one may end in a comment of its own.
                    Some(before) => {
                        let indent = before.rsplit('\n').next().unwrap_or_default();
                        values.push_formatted(table.decorated(format!("\n{indent}"), ""));
                    }
                    None => values.push(table),
                }
            }
        }
    }

    /// Takes one away with the comment that stands directly above it. What stands above that, behind an
    /// empty line, is about what follows as well: it goes to the next one, or comes back.
    pub(super) fn remove(&mut self, nth: usize) -> String {
        match self {
            Self::Tables(tables) => {
                let removed = tables.remove(nth);
                let before =
                    removed.decor().prefix().and_then(|it| it.as_str()).unwrap_or_default();
                let about_all = before.rfind("\n\n").and_then(|end| before.get(..=end));
                let Some(about_all) = about_all.filter(|text| text.contains('#')) else {
                    return String::new();
                };
                let Some(next) = tables.get_mut(nth) else { return about_all.to_owned() };
                let own =
                    next.decor().prefix().and_then(|it| it.as_str()).unwrap_or("\n").to_owned();
                next.decor_mut().set_prefix(format!("{about_all}{own}"));
            }
            Self::Values(values) => drop(values.remove(nth)),
        }
        String::new()
    }
}
