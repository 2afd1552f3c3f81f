//! Reads a room and its judges' seats.

use crate::{
    contest::{Break, GroupId, JudgeSeat, PanelId, Recusal, Room},
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
    /// Where its breaks stand, in the order of `room.breaks`.
    pub(super) breaks: Vec<Place<'d>>,
    /// Where its judges' recusals stand, seat after seat.
    pub(super) recusals: Vec<Place<'d>>,
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
            name: table.need("name", Value::name),
            judges: Vec::new(),
            order: Vec::new(),
            starts: table.may("starts", Value::instant),
            breaks: Vec::new(),
        };
        let groups = table.need("groups", |value| Some(groups(value)));
        let judges = table.may("judges", Value::filled_list).unwrap_or_default();
        let mut recusals = Vec::new();
        let read_seat = |seat| read_seat(seat, &mut recusals);
        let seats: Vec<_>;
        (seats, room.judges) = judges.into_iter().filter_map(Value::table).map(read_seat).unzip();
        let breaks: Vec<_>;
        (breaks, room.breaks) = (table.may("breaks", Value::list).unwrap_or_default().into_iter())
            .filter_map(Value::table)
            .map(read_break)
            .unzip();
        Self { room, groups, seats, breaks, recusals, place }
    }

    /// Whether it holds the group.
    pub(super) fn holds(&self, group: &GroupId) -> bool {
        self.groups.iter().flatten().any(|(held, _)| held == group)
    }
}

/// Reads a seat; where its recusals stand goes to the end of the list.
fn read_seat<'d>(mut table: Table<'d>, places: &mut Vec<Place<'d>>) -> (Place<'d>, JudgeSeat) {
    let mut seat = JudgeSeat {
        id: table.id("id"),
        name: table.need("name", Value::name),
        field: table.may("field", Value::name),
        panel: table.may("panel", Value::id).map(|id| PanelId::from(id.as_str())),
        recused: Vec::new(),
    };
    for value in table.may("recused", Value::list).unwrap_or_default() {
        let Some(mut recusal) = value.table() else { continue };
        places.push(recusal.place());
        seat.recused.push(Recusal {
            project: recusal.id("project"),
            reason: recusal.need("reason", |it| it.string().map(str::to_owned)),
        });
    }
    (table.place(), seat)
}

fn read_break(mut table: Table<'_>) -> (Place<'_>, Break) {
    let pause = Break {
        after: table.need("after", Value::count),
        name: table.need("name", Value::name),
        length: table.need("length", Value::span),
    };
    (table.place(), pause)
}
