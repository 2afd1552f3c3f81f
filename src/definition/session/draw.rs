//! Reads `[draw]`, and checks that the orders in it are of this session and of their seed.

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use crate::{
    contest::{Draw, DrawMethod, DrawnOrder, GroupId, ProjectId, commitment, draw_order},
    definition::{
        Complaint,
        table::{Place, Table},
        value::Value,
    },
};

/// How many hexadecimal digits a commitment has.
const HASH_DIGITS: usize = 64;

/// A draw as the file has it.
pub(super) struct DrawDraft<'d> {
    /// The draw.
    pub(super) draw: Draw,
    /// Where its orders stand, in their order.
    orders: Vec<OrderPlace<'d>>,
    /// Whether all of its orders could be read.
    is_whole: bool,
    /// Where it stands.
    place: Place<'d>,
}

/// Where an order stands, and each of its projects.
struct OrderPlace<'d> {
    place: Place<'d>,
    projects: Vec<usize>,
}

impl<'d> DrawDraft<'d> {
    /// Reads the table; `None` when it does not say how it was drawn.
    pub(super) fn read(mut table: Table<'d>) -> Option<Self> {
        let place = table.place();
        let kinds = [("seed", false), ("manual", true)];
        let Some(by_hand) = table.need("by", |it| it.one_of(&kinds).map(Some)) else {
            table.leave(); // What else belongs here hangs on it.
            return None;
        };
        let string = |it: Value<'d>| it.string().map(str::to_owned);
        let method = if by_hand {
            DrawMethod::Manual { note: table.need("note", string) }
        } else {
            let commitment = table.need("commitment", read_hash);
            DrawMethod::Seed { commitment, seed: table.may("seed", string) }
        };
        let orders = table.may("orders", Value::filled_list).unwrap_or_default();
        let all = orders.len();
        let orders = orders.into_iter().filter_map(Value::table).map(read_order);
        let (orders, drawn): (Vec<_>, _) = orders.unzip();
        let is_whole = orders.len() == all;
        Some(Self { draw: Draw { method, orders: drawn }, orders, is_whole, place })
    }

    /// The order of a group, where there is one.
    pub(super) fn order(&self, group: &GroupId) -> Option<&[ProjectId]> {
        let order = self.draw.orders.iter().find(|order| order.group == *group);
        order.map(|order| order.order.as_slice())
    }

    /// Complains about all that is not of this session or not of its seed.
    pub(super) fn check(&self, draft: &Draft<'_>) {
        let seed = match &self.draw.method {
            DrawMethod::Seed { commitment: announced, seed } => {
                let Some(seed) = seed else {
                    if self.place.has("orders") {
                        self.place.complain("orders", Complaint::OrderBeforeSeed);
                    }
                    return;
                };
                let hash = commitment(seed);
                if hash != *announced && !announced.is_empty() {
                    let commitment = announced.clone();
                    self.place.complain("seed", Complaint::SeedMismatch { commitment, hash });
                }
                Some(seed)
            }
            DrawMethod::Manual { .. } => None,
        };
        if !self.place.has("orders") {
            return self.place.complain_here(Complaint::MissingKey { key: "orders".to_owned() });
        }
        let mut named = BTreeSet::new();
        for (order, at) in self.draw.orders.iter().zip(&self.orders) {
            if !named.insert(&order.group) {
                let group = order.group.to_string();
                at.place.complain("group", Complaint::GroupDrawnTwice { group });
            } else if !order.group.as_str().is_empty() {
                check_order(draft, seed, order, at);
            }
        }
        for group in draft.groups.iter().map(|it| &it.group.id).filter(|it| !named.contains(it)) {
            let projects = list(draft.projects_of(group).map(|it| &it.project.id));
            if !projects.is_empty() && self.is_whole {
                let group = group.to_string();
                self.place.complain("orders", Complaint::NotDrawn { group, projects });
            }
        }
    }
}

/// An order must have the group's projects, all of them once, and be the one its seed draws.
fn check_order(draft: &Draft<'_>, seed: Option<&String>, order: &DrawnOrder, at: &OrderPlace<'_>) {
    let group = &order.group;
    if draft.groups.iter().all(|it| it.group.id != *group) {
        return at.place.complain("group", draft.unknown_group(group));
    }
    let page = at.place.page();
    let all: BTreeSet<_> = draft.projects_of(group).map(|it| &it.project.id).collect();
    let (mut lines, mut is_sound) = (BTreeMap::new(), true);
    for (project, at) in order.order.iter().zip(&at.projects) {
        let complaint = if project.as_str().is_empty() {
            is_sound = false; // It could not be read.
            continue;
        } else if !all.contains(project) {
            Complaint::unknown_id("finalist", project.as_str(), all.iter())
        } else if let Some(line) = lines.insert(project, page.line(*at)) {
            Complaint::DrawnTwice { project: project.to_string(), line }
        } else {
            continue;
        };
        is_sound = false;
        page.complain(*at, complaint);
    }
    if !is_sound || order.order.is_empty() {
        return;
    }
    let missing = list(all.iter().filter(|it| !lines.contains_key(**it)).copied());
    if !missing.is_empty() {
        let (group, projects) = (group.to_string(), missing);
        return at.place.complain("order", Complaint::NotDrawn { group, projects });
    }
    let Some(seed) = seed else { return };
    let drawn = draw_order(seed, group, all.into_iter().cloned());
    if drawn != order.order {
        let (group, drawn) = (group.to_string(), list(&drawn));
        at.place.complain("order", Complaint::OrderNotOfSeed { group, drawn });
    }
}

fn read_hash(value: Value<'_>) -> Option<String> {
    let written = value.string()?;
    let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    if written.len() == HASH_DIGITS && written.bytes().all(is_digit) {
        return Some(written.to_owned());
    }
    value.note(Complaint::NotACommitment { digits: HASH_DIGITS });
    None
}

fn read_order(mut table: Table<'_>) -> (OrderPlace<'_>, DrawnOrder) {
    let group = table.id("group");
    let ids = table.need("order", Value::filled_list).into_iter();
    let ids = ids.map(|id| (id.at(), ProjectId::from(id.id().unwrap_or_default().as_str())));
    let (projects, order) = ids.unzip();
    (OrderPlace { place: table.place(), projects }, DrawnOrder { group, order })
}

/// Ids as a complaint lists them.
pub(in crate::definition) fn list<'i>(ids: impl IntoIterator<Item = &'i ProjectId>) -> String {
    ids.into_iter().map(ProjectId::as_str).collect::<Vec<_>>().join(", ")
}
