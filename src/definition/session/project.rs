//! Reads a project.

use std::collections::BTreeMap;

use super::room::RoomDraft;
use crate::{
    contest::{ComponentId, EntrantKind, Project, RoomId},
    definition::{
        table::{Place, Table},
        value::Value,
    },
};

/// A project as the file has it.
pub(super) struct ProjectDraft<'d> {
    /// The project.
    pub(super) project: Project,
    /// The room it names; needed only when several rooms hold its group.
    pub(super) room: Option<RoomId>,
    /// The components it brings a value of, readable or not, and where each stands; `None` when
    /// they could not be read.
    pub(super) carried: Option<Vec<(ComponentId, usize)>>,
    /// Where it stands.
    pub(super) place: Place<'d>,
}

impl<'d> ProjectDraft<'d> {
    /// Reads a `[[projects]]` table.
    pub(super) fn read(mut table: Table<'d>) -> Self {
        let kinds = [
            ("company", EntrantKind::Company),
            ("start-up", EntrantKind::StartUp),
            ("team", EntrantKind::Team),
        ];
        let mut project = Project {
            id: table.id("id"),
            group: table.id("group"),
            name: table.need("name", Value::name),
            entrant: table.may("entrant", Value::name),
            kind: table.may("kind", |value| value.one_of(&kinds)),
            registered: table.may("registered", Value::day),
            core_members: table.may("core-members", Value::count),
            field: table.may("field", Value::name),
            region: table.may("region", Value::name),
            reserve: table.may("reserve", Value::count),
            carried: BTreeMap::new(),
        };
        let room = table.may("room", Value::id).map(|id| RoomId::from(id.as_str()));
        let carried = table.may("carried", Value::table).map(|it| it.entries("carried"));
        let carried = carried.map(|entries| {
            let one = |(component, value): (&str, Value<'d>)| {
                let (component, at) = (ComponentId::from(component), value.at());
                if let Some(value) = value.not_negative() {
                    project.carried.insert(component.clone(), value);
                }
                (component, at)
            };
            entries.into_iter().map(one).collect()
        });
        Self { project, room, carried, place: table.place() }
    }

    /// Whether it could pitch in this room; one in reserve may not know its room yet.
    pub(super) fn may_pitch_in(&self, room: &RoomDraft<'_>) -> bool {
        let is_named = self.room.as_ref().is_none_or(|named| *named == room.room.id);
        is_named && room.holds(&self.project.group)
    }

    /// Whether it is in reserve, though its rank may not have been readable.
    pub(super) fn is_in_reserve(&self) -> bool {
        self.place.has("reserve")
    }
}
