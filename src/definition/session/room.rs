//! Reads a room and its judges' seats.

use crate::{
    contest::{GroupId, JudgeSeat, PanelId, Room},
    definition::{
        table::{Place, Table},
        value::Value,
    },
};

/// A room as the file has it.
pub(super) struct RoomDraft<'d> {
    /// The room, without its run order.
    pub(super) room: Room,
    /// The groups it holds in run order, each with where it is written; `None` when they could not
    /// be read.
    pub(super) groups: Option<Vec<(GroupId, usize)>>,
    /// Where its seats stand, in the order of `room.judges`.
    pub(super) seats: Vec<Place<'d>>,
    /// Where it stands.
    pub(super) place: Place<'d>,
}

impl<'d> RoomDraft<'d> {
    /// Reads a `[[rooms]]` table.
    pub(super) fn read(mut table: Table<'d>) -> Self {
        let place = table.place();
        let groups = |value: Value<'d>| {
            let ids = value.filled_list()?.into_iter();
            ids.map(|id| Some((GroupId::from(id.id()?.as_str()), id.at()))).collect()
        };
        let mut room = Room {
            id: table.id("id"),
            name: table.need("name", Value::text),
            judges: Vec::new(),
            order: Vec::new(),
            breaks: Vec::new(),
        };
        let groups = table.need("groups", |value| Some(groups(value)));
        let judges = table.may("judges", Value::filled_list).unwrap_or_default();
        let seats;
        (seats, room.judges) = judges.into_iter().filter_map(Value::table).map(read_seat).unzip();
        Self { room, groups, seats, place }
    }

    /// Whether it holds the group.
    pub(super) fn holds(&self, group: &GroupId) -> bool {
        self.groups.iter().flatten().any(|(held, _)| held == group)
    }
}

fn read_seat(mut table: Table<'_>) -> (Place<'_>, JudgeSeat) {
    let seat = JudgeSeat {
        id: table.id("id"),
        name: table.need("name", Value::text),
        field: table.may("field", Value::text),
        panel: table.may("panel", Value::id).map(|id| PanelId::from(id.as_str())),
        recused: Vec::new(),
    };
    (table.place(), seat)
}
