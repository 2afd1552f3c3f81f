//! Reads what the jury chair has decided about ties: `[[rulings]]` with `order` and `reason`.

use std::collections::BTreeSet;

use super::{Complaint, table::Table, value::Value};
use crate::contest::{ProjectId, Ruling};

/// Reads the rulings; each must be about one of the ties that wait for the chair, and no two about
/// the same.
pub(super) fn read(mut table: Table<'_>, waiting: &[Vec<ProjectId>]) -> Vec<Ruling> {
    let mut rulings: Vec<Ruling> = Vec::new();
    for mut line in table.tables("rulings") {
        let order = line.need("order", Value::filled_list);
        let places = order.into_iter().filter_map(read_place).collect();
        let reason = line.need("reason", |it| it.string().map(str::to_owned));
        let ruling = Ruling { order: places, reason };
        let place = line.place();
        let named: Vec<_> = ruling.order.iter().flatten().collect();
        let different: BTreeSet<_> = named.iter().collect();
        if rulings.iter().any(|it| it.is_about(named.iter().copied()))
            || different.len() < named.len()
        {
            place.complain("order", Complaint::RuledTwice);
        } else if place.page().is_clean() && !waiting.iter().any(|tied| ruling.is_about(tied)) {
            let list = |tied: &[&ProjectId]| {
                tied.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(", ")
            };
            let known = waiting.iter().map(|tied| list(&tied.iter().collect::<Vec<_>>()));
            let waiting = known.collect::<Vec<_>>().join("; ");
            let waiting = if waiting.is_empty() { "none".to_owned() } else { waiting };
            let projects = list(&named);
            place.complain("order", Complaint::NoSuchTie { projects, waiting });
        }
        rulings.push(ruling);
    }
    rulings
}

/// A project, or a list of those that share their place.
fn read_place(value: Value<'_>) -> Option<Vec<ProjectId>> {
    let id = |value: Value<'_>| value.string().map(ProjectId::from);
    if value.is_list() {
        return Some(value.filled_list()?.into_iter().filter_map(id).collect());
    }
    id(value).map(|project| vec![project])
}
