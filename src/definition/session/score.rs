//! Reads what scores are made of beside sheets, and checks it: panels, components carried in,
//! deductions, the room coefficient.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Draft, GroupDraft, ProjectDraft, RoomDraft};
use crate::{
    contest::{Carry, ComponentId, DeductionRule, Panel, Session, TieRule},
    definition::{
        Complaint,
        table::{Place, Table},
        value::Value,
    },
};

/// The keys at the top of a session that say what scores are made of.
pub(super) struct ScoreDraft<'d> {
    panels: Vec<Panel>,
    carry: Vec<Carry>,
    deductions: Vec<(Place<'d>, DeductionRule)>,
    room_coefficient: bool,
    /// The session they stand in.
    place: Place<'d>,
}

impl<'d> ScoreDraft<'d> {
    /// Takes the keys out of the session.
    pub(super) fn read(session: &mut Table<'d>) -> Self {
        Self {
            panels: read_list(session, ("panels", "panel"), read_panel, |it| it.id.as_str()),
            carry: read_list(session, ("carry", "component"), read_carry, |it| it.id.as_str()),
            deductions: read_list(
                session,
                ("deductions", "deduction"),
                |table| (table.place(), read_deduction(table)),
                |(_, rule)| rule.id.as_str(),
            ),
            room_coefficient: session.may("room-coefficient", Value::flag).unwrap_or_default(),
            place: session.place(),
        }
    }

    /// Whether the judges are divided into panels.
    pub(super) fn has_panels(&self) -> bool {
        self.place.has("panels")
    }

    /// Hands what was read to the session.
    pub(super) fn give_to(self, session: &mut Session) {
        session.panels = self.panels;
        session.carry = self.carry;
        session.deductions = self.deductions.into_iter().map(|(_, rule)| rule).collect();
        session.room_coefficient = self.room_coefficient;
    }

    /// Complains about all that does not fit to the rest of the session.
    pub(super) fn check(&self, draft: &Draft<'_>) {
        self.check_weights();
        for group in &draft.groups {
            self.check_group(group);
        }
        for room in &draft.rooms {
            self.check_seats(room);
            let held = draft.groups.iter().filter(|group| room.holds(&group.group.id));
            held.for_each(|group| self.check_panels(room, group));
        }
        for project in &draft.projects {
            let mut groups = draft.groups.iter();
            let group = groups.find(|it| it.group.id == project.project.group);
            self.check_carried(project, group.is_some_and(|it| it.scored));
        }
    }

    /// Sums are compared only when everything that goes into them could be read.
    fn check_weights(&self) {
        let sum = |weights: &mut dyn Iterator<Item = Decimal>| {
            let weights: Vec<_> = weights.collect();
            let is_whole = !weights.is_empty() && weights.iter().all(|it| !it.is_zero());
            is_whole.then(|| weights.iter().sum::<Decimal>().normalize())
        };
        let panels = sum(&mut self.panels.iter().map(|it| it.weight));
        if let Some(sum) = panels.filter(|sum| *sum != Decimal::ONE) {
            self.place.complain("panels", Complaint::WeightsNotOne { sum: sum.to_string() });
        }
        let carry = sum(&mut self.carry.iter().map(|it| it.weight));
        if let Some(sum) = carry.filter(|sum| *sum >= Decimal::ONE) {
            self.place.complain("carry", Complaint::CarryTooHeavy { sum: sum.to_string() });
        }
    }

    /// A group's tie rules need what they compare, and a score keeps its decimals.
    fn check_group(&self, group: &GroupDraft<'_>) {
        let Some(rubric) = &group.group.rubric else { return };
        let (id, scoring) = (group.group.id.to_string(), &rubric.scoring);
        if scoring.ties.contains(&TieRule::Carried) && !self.place.has("carry") {
            group.place.complain("rubric", Complaint::CarriedTieRule { group: id.clone() });
        }
        for (place, rule) in &self.deductions {
            if rule.points.normalize().scale() > scoring.decimals {
                let (points, decimals) = (rule.points.to_string(), scoring.decimals);
                let group = id.clone();
                place.complain("points", Complaint::PointsTooFine { points, decimals, group });
            }
        }
    }

    /// Every seat belongs to a panel, where there are panels.
    fn check_seats(&self, room: &RoomDraft<'_>) {
        let is_whole = self.panels.iter().all(|it| !it.id.as_str().is_empty());
        for (seat, place) in room.room.judges.iter().zip(&room.seats) {
            match &seat.panel {
                Some(_) if !self.has_panels() => {
                    place.complain("panel", means_nothing("panel", "panels"));
                }
                Some(panel) if is_whole && self.panels.iter().all(|it| it.id != *panel) => {
                    let known = self.panels.iter().map(|it| &it.id);
                    let complaint = Complaint::unknown_id("panel", panel.as_str(), known);
                    place.complain("panel", complaint);
                }
                None if self.has_panels() && !place.has("panel") => {
                    place.complain_here(Complaint::MissingKey { key: "panel".to_owned() });
                }
                _ => (),
            }
        }
    }

    /// Every panel of a room has seats enough for a score, once all seats are clear.
    fn check_panels(&self, room: &RoomDraft<'_>, group: &GroupDraft<'_>) {
        let is_clear = room
            .room
            .judges
            .iter()
            .all(|seat| self.panels.iter().any(|panel| seat.panel.as_ref() == Some(&panel.id)));
        let Some(rubric) = group.group.rubric.as_ref().filter(|_| is_clear) else { return };
        let needed = rubric.scoring.fewest_sheets();
        for panel in self.panels.iter().filter(|_| !room.room.judges.is_empty()) {
            let own = room.room.judges.iter().filter(|seat| seat.panel.as_ref() == Some(&panel.id));
            let seats = own.count();
            if usize::try_from(needed).is_ok_and(|needed| seats < needed) {
                room.place.complain(
                    "judges",
                    Complaint::PanelSeats {
                        room: room.room.id.to_string(),
                        group: group.group.id.to_string(),
                        panel: panel.id.to_string(),
                        seats,
                        needed,
                    },
                );
            }
        }
    }

    /// Every project that is scored brings a value of every component.
    fn check_carried(&self, project: &ProjectDraft<'_>, is_scored: bool) {
        let place = project.place;
        if !self.place.has("carry") {
            if place.has("carried") {
                place.complain("carried", means_nothing("carried", "carry"));
            }
            return;
        }
        let Some(carried) = &project.carried else {
            if is_scored && !place.has("carried") {
                place.complain_here(Complaint::MissingKey { key: "carried".to_owned() });
            }
            return;
        };
        if self.carry.is_empty() || self.carry.iter().any(|it| it.id.as_str().is_empty()) {
            return; // The components themselves could not be read.
        }
        for (component, at) in carried {
            if self.carry.iter().all(|it| it.id != *component) {
                let known = self.carry.iter().map(|it| &it.id);
                let complaint = Complaint::unknown_id("component", component.as_str(), known);
                place.page().complain(*at, complaint);
            }
        }
        for missing in self.carry.iter().filter(|it| carried.iter().all(|(id, _)| *id != it.id)) {
            let key = missing.id.to_string();
            place.complain("carried", Complaint::MissingKey { key });
        }
    }
}

fn means_nothing(key: &str, needs: &str) -> Complaint {
    Complaint::MeansNothing { key: key.to_owned(), needs: needs.to_owned() }
}

/// Reads a list that may be absent; no two of its tables may have the same id.
fn read_list<'d, T>(
    session: &mut Table<'d>,
    (key, kind): (&'static str, &str),
    read: impl Fn(Table<'d>) -> T,
    id: impl Fn(&T) -> &str,
) -> Vec<T> {
    let mut lines = BTreeMap::new();
    let tables = session.may(key, Value::filled_list).unwrap_or_default();
    let one = |table: Table<'d>| {
        let place = table.place();
        let read = read(table);
        place.claim(&mut lines, kind, id(&read));
        read
    };
    tables.into_iter().filter_map(Value::table).map(one).collect()
}

fn read_panel(mut table: Table<'_>) -> Panel {
    Panel {
        id: table.id("id"),
        name: table.need("name", Value::name),
        weight: table.need("weight", Value::positive),
    }
}

/// Its name is its id where it has no other.
fn read_carry(mut table: Table<'_>) -> Carry {
    let id: ComponentId = table.id("id");
    let name = table.may("name", Value::name).unwrap_or_else(|| id.as_str().into());
    Carry { id, name, weight: table.need("weight", Value::positive) }
}

fn read_deduction(mut table: Table<'_>) -> DeductionRule {
    let rule = DeductionRule {
        id: table.id("id"),
        name: table.need("name", Value::name),
        points: table.need("points", Value::positive),
        per: table.may("per", Value::span),
        grace: table.may("grace", Value::span_or_none).unwrap_or_default(),
        most: table.may("most", Value::count),
    };
    if table.has("grace") && !table.has("per") {
        table.place().complain("grace", means_nothing("grace", "per"));
    }
    rule
}
