//! A cursor over one table: takes keys out by name, and complains about those nobody asked for.

use std::collections::{BTreeMap, btree_map::Entry};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    Complaint,
    page::{Page, shown},
    value::Value,
};

/// How many letters of a word may be wrong for it to count as misspelt: one in three.
const LETTERS_PER_SLIP: usize = 3;

/// A table being read. Dropping it ends the reading: whatever key was not asked for until then is
/// unknown, and a reader cannot forget to say so.
pub(super) struct Table<'d> {
    place: Place<'d>,
    asked: Vec<&'static str>,
}

/// Where a table and its keys stand, for complaints after it was read.
#[derive(Clone, Copy)]
pub(super) struct Place<'d> {
    page: &'d Page<'d>,
    entries: &'d DeTable<'d>,
    at: usize,
}

impl<'d> Table<'d> {
    /// The table that begins at this place.
    pub(super) fn new(page: &'d Page<'d>, entries: &'d DeTable<'d>, at: usize) -> Self {
        Self { place: Place { page, entries, at }, asked: Vec::new() }
    }

    /// Where it stands.
    pub(super) fn place(&self) -> Place<'d> {
        self.place
    }

    /// Whether the key is there; asking so does not make it known.
    pub(super) fn has(&self, key: &str) -> bool {
        self.place.entries.contains_key(key)
    }

    /// Reads a key that may be absent.
    pub(super) fn may<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value<'d>) -> Option<T>,
    ) -> Option<T> {
        self.asked.push(key);
        let value = self.place.entries.get(key)?;
        read(Value::new(self.place.page, key, value))
    }

    /// Reads a key that must be there; its default stands for what cannot be read.
    pub(super) fn need<T: Default>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value<'d>) -> Option<T>,
    ) -> T {
        if !self.has(key) {
            self.place.complain_here(Complaint::MissingKey { key: key.to_owned() });
        }
        self.may(key, read).unwrap_or_default()
    }

    /// Reads an id that must be there; what cannot be read stands as the empty id, which no file
    /// can hold.
    pub(super) fn id<T: for<'s> From<&'s str>>(&mut self, key: &'static str) -> T {
        T::from(self.need(key, Value::id).as_str())
    }

    /// Reads a list of tables, `[[key]]`, that must have at least one.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Table<'d>> {
        self.need(key, Value::filled_list).into_iter().filter_map(Value::table).collect()
    }

    /// Everything in it, where the file chooses the keys; each value belongs to this key of ours.
    pub(super) fn entries(self, key: &'static str) -> Vec<(&'d str, Value<'d>)> {
        let Place { page, entries, .. } = self.place;
        let entries = entries.iter();
        entries
            .map(|(name, value)| (name.get_ref().as_ref(), Value::new(page, key, value)))
            .collect()
    }

    /// Ends the reading without a word about the keys.
    pub(super) fn leave(mut self) {
        self.asked.clear();
    }
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        if self.asked.is_empty() {
            return; // Nobody has read it; it was complained of as a whole.
        }
        for key in self.place.entries.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                self.place.page.complain(key.span().start, unknown(key.get_ref(), &self.asked));
            }
        }
    }
}

/// How many slips make a word of this one still.
pub(super) fn most_slips(known: &str) -> usize {
    known.chars().count().div_ceil(LETTERS_PER_SLIP)
}

fn unknown(key: &str, known: &[&str]) -> Complaint {
    let slips = |name: &str| strsim::osa_distance(&key.to_lowercase().replace('_', "-"), name);
    let nearest = known.iter().min_by_key(|name| slips(name));
    match nearest.filter(|name| slips(name) <= most_slips(name)) {
        Some(name) => Complaint::MisspeltKey { key: shown(key), nearest: (*name).to_owned() },
        None => Complaint::UnknownKey { key: shown(key), known: known.join(", ") },
    }
}

impl<'d> Place<'d> {
    /// The file it is in.
    pub(super) fn page(&self) -> &'d Page<'d> {
        self.page
    }

    /// Whether the key is there, readable or not.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Where a key's value stands; of an absent key where the table begins.
    pub(super) fn of(&self, key: &str) -> usize {
        self.entries.get(key).map_or(self.at, start)
    }

    /// Complains about the value of a key.
    pub(super) fn complain(&self, key: &str, complaint: Complaint) {
        self.page.complain(self.of(key), complaint);
    }

    /// Notes that the table's `id` is taken now, on this line; complains if it was taken before.
    /// An id that could not be read takes nothing.
    pub(super) fn claim(&self, lines: &mut BTreeMap<String, usize>, kind: &str, id: &str) {
        if id.is_empty() {
            return;
        }
        match lines.entry(id.to_owned()) {
            Entry::Vacant(free) => {
                free.insert(self.page.line(self.of("id")));
            }
            Entry::Occupied(taken) => {
                let (kind, id, line) = (kind.to_owned(), id.to_owned(), *taken.get());
                self.complain("id", Complaint::DuplicateId { kind, id, line });
            }
        }
    }

    /// Complains about the table as a whole.
    pub(super) fn complain_here(&self, complaint: Complaint) {
        self.page.complain(self.at, complaint);
    }
}

/// Where a value begins.
pub(super) fn start(value: &Spanned<DeValue<'_>>) -> usize {
    value.span().start
}
