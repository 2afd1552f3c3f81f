//! Reads a group and the rubric it names, which stands in a file of its own.

use std::{collections::BTreeMap, path::Path};

use chrono::NaiveDate;

use super::timing::TimingKeys;
use crate::{
    contest::{Award, Backfill, Group, Rubric},
    definition::{
        Files, Problem, read_rubric,
        table::{Place, Table},
        value::Value,
    },
};

/// A group as the file has it, with those of the notice's rules that only the definition needs.
pub(super) struct GroupDraft<'d> {
    /// The group; its rubric is `None` also when it could not be read.
    pub(super) group: Group,
    /// Whether it names a rubric.
    pub(super) scored: bool,
    /// The first day a company of this group may have been registered on.
    pub(super) registered_from: Option<NaiveDate>,
    /// The most core members a project of this group may name.
    pub(super) most_core_members: Option<u32>,
    /// Where it stands.
    pub(super) place: Place<'d>,
}

impl<'d> GroupDraft<'d> {
    /// Reads a `[[groups]]` table; `timing` holds for the keys the group leaves open.
    pub(super) fn read(
        mut table: Table<'d>,
        timing: &TimingKeys<'d>,
        rubrics: &mut Rubrics<'d, impl Files>,
    ) -> Self {
        let place = table.place();
        let untils = [
            ("never", Backfill::Never),
            ("draw", Backfill::Draw),
            ("opening", Backfill::Opening),
            ("turn", Backfill::Turn),
        ];
        let group = Group {
            id: table.id("id"),
            name: table.need("name", Value::name),
            rubric: table.may("rubric", |path| rubrics.read(path)),
            timing: (table.may("timing", Value::table).map(TimingKeys::read).unwrap_or_default())
                .or(timing)
                .resolve(rubrics.session),
            finalists: table.may("finalists", Value::count),
            awards: (table.may("awards", Value::list).unwrap_or_default().into_iter())
                .filter_map(Value::table)
                .map(read_award)
                .collect(),
            backfill: table.may("backfill", |it| it.one_of(&untils)).unwrap_or_default(),
        };
        Self {
            group,
            scored: table.has("rubric"),
            registered_from: table.may("registered-from", Value::day),
            most_core_members: table.may("most-core-members", Value::count),
            place,
        }
    }
}

fn read_award(mut table: Table<'_>) -> Award {
    Award { name: table.need("name", Value::name), places: table.need("places", Value::count) }
}

/// Reads the rubrics of one session, each file once however many groups name it.
pub(super) struct Rubrics<'d, F> {
    session: Place<'d>,
    files: &'d F,
    read: BTreeMap<String, Option<Rubric>>,
}

impl<'d, F: Files> Rubrics<'d, F> {
    /// The rubrics of the session at this place.
    pub(super) fn of(session: Place<'d>, files: &'d F) -> Self {
        Self { session, files, read: BTreeMap::new() }
    }

    /// The rubric in the file of this path, which begins where the session's file lies.
    fn read(&mut self, value: Value<'d>) -> Option<Rubric> {
        let written = value.string()?;
        if let Some(known) = self.read.get(written) {
            return known.clone();
        }
        let page = self.session.page();
        let path = page.path().parent().unwrap_or(Path::new("")).join(written);
        let rubric = read_rubric(&path, self.files).map_err(|problems| match problems.as_slice() {
            // The rubric's own file cannot show that it is not there.
            [Problem { complaint, .. }] if complaint.is_of_the_disk() => {
                page.complain(value.at(), complaint.clone());
            }
            _ => page.adopt(problems),
        });
        self.read.entry(written.to_owned()).or_insert(rubric.ok()).clone()
    }
}
