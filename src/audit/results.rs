//! What an evening comes to by the second path, in the shape of `docs/results.md`, so that it can be
//! laid beside what the engine says.
//!
//! Left out, because no place hangs on it: the measures of agreement, and in the note of a project
//! whose sheets make no score the words about it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    definition::{Deduction, Group, Rules, Ruling, Text},
    evening::Evening,
    fact::Bulletin,
    number::Halves,
    ranked::{Ranked, Standing, Unranked},
    score::{Dropped, PanelScore},
};

/// How many decimals a coefficient is printed with.
const COEFFICIENT: u8 = 6;

/// The language that names are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// What the results come to, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Sums {
    /// How many groups there are.
    pub groups: usize,
    /// How many projects have a place.
    pub places: usize,
    /// How many of them have an award.
    pub awards: usize,
    /// Whether every group is final.
    pub is_final: bool,
}

impl Evening {
    /// The results as `results.json` has them.
    pub fn results(&self, names: Names) -> Value {
        let groups = self.groups().map(|(group, ranked)| (group, ranked.is_final(), ranked));
        let groups: Vec<_> = groups.collect();
        let is_final = groups.iter().all(|it| it.1);
        let pages = groups.iter().map(|(group, is_final, ranked)| {
            let mut page = Map::new();
            page.insert("id".into(), json!(group.id));
            page.insert("name".into(), json!(group.name.pick(names)));
            page.insert("state".into(), json!(self.state_of(*is_final)));
            let rules = group.rules();
            let standings = ranked.standings.iter().map(|it| self.standing(it, &rules, names));
            page.insert("standings".into(), standings.collect());
            let unranked = ranked.unranked.iter().map(|it| self.unranked(it, names));
            page.insert("unranked".into(), unranked.collect());
            page.insert("waiting".into(), json!(ranked.waiting));
            let rulings = self.state.rulings_of(&group.id);
            page.insert("rulings".into(), rulings.iter().map(Ruling::page).collect());
            let bulletins = self.bulletins.iter().filter(|it| it.group == group.id);
            page.insert("bulletins".into(), bulletins.map(|it| it.page(names)).collect());
            Value::Object(page)
        });
        let pages: Vec<_> = pages.collect();
        json!({ "session": self.session.id, "state": self.state_of(is_final), "groups": pages })
    }

    /// What they come to, in numbers.
    pub fn sums(&self) -> Sums {
        let mut sums = Sums { is_final: true, ..Sums::default() };
        for (_, ranked) in self.groups() {
            sums.groups += 1;
            sums.places += ranked.standings.len();
            sums.awards += ranked.standings.iter().filter(|it| it.award.is_some()).count();
            sums.is_final &= ranked.is_final();
        }
        sums
    }

    /// A rehearsal's results are never more than that.
    fn state_of(&self, is_final: bool) -> &'static str {
        match is_final {
            _ if self.is_rehearsal() => "rehearsal",
            true => "final",
            false => "provisional",
        }
    }

    fn groups(&self) -> impl Iterator<Item = (&Group, Ranked)> {
        self.session.groups.iter().map(|group| (group, self.ranked(&self.state, group)))
    }

    fn name(&self, project: &str, names: Names) -> &str {
        self.session.project(project).map_or("", |it| it.name.pick(names))
    }

    fn standing(&self, line: &Standing, rules: &Rules, names: Names) -> Value {
        let Standing { project, place, award, announced, tie, score } = line;
        let print = |value| rules.rounding.print(value, rules.decimals);
        let has_panels = score.panels.iter().any(|it| it.panel.is_some());
        let panels = score.panels.iter().filter(|_| has_panels);
        let panels: Vec<_> = panels.map(|it| it.page(&print(&it.exact))).collect();
        let sheets: usize = score.panels.iter().map(|it| it.sheets).sum();
        let taken = self.state.runs.get(project).map(|it| it.deductions.as_slice());
        let taken = taken.unwrap_or_default();
        let coefficient = score.coefficient.as_ref().map(|it| {
            let decimal = Halves::HalfUp.print(it, COEFFICIENT);
            json!({ "exact": it.to_string(), "decimal": decimal })
        });
        let carried = self.session.carry.iter().filter_map(|it| {
            let value = &self.session.project(project)?.carried.get(&it.id)?.text;
            Some(json!({ "id": it.id, "weight": it.weight.text, "value": value }))
        });
        json!({
            "place": place, "project": project, "name": self.name(project, names),
            "score": announced, "award": award.as_ref().map(|it| it.pick(names)),
            "judges": sheets, "sheets": sheets, "exact": score.exact.to_string(),
            "method": score.panels.first().map(|it| it.method.as_str()),
            "dropped": all_dropped(&score.panels), "tie": tie, "panels": panels,
            "carried": carried.collect::<Vec<_>>(), "room_coefficient": coefficient,
            "before_deductions": (!taken.is_empty()).then(|| print(&score.rounded)),
            "deductions": taken.iter().map(Deduction::page).collect::<Vec<_>>(),
        })
    }

    fn unranked(&self, line: &Unranked, names: Names) -> Value {
        let name = self.name(&line.project, names);
        let mut page = json!({ "project": line.project, "name": name, "reason": line.reason });
        if let (Some(note), Some(page)) = (&line.note, page.as_object_mut()) {
            page.insert("note".into(), note.clone());
        }
        page
    }
}

impl Text {
    pub(super) fn pick(&self, names: Names) -> &str {
        match names {
            Names::Zh => &self.zh,
            Names::En => &self.en,
        }
    }
}

impl PanelScore {
    fn page(&self, score: &str) -> Value {
        json!({
            "id": self.panel, "weight": self.weight, "score": score, "exact": self.exact.to_string(),
            "sheets": self.sheets, "method": self.method.as_str(), "dropped": self.dropped.page(),
        })
    }
}

impl Dropped {
    fn page(&self) -> Value {
        match self {
            Self::Sheets(seats) => json!(seats),
            Self::ByCriterion(seats) => json!(seats),
        }
    }
}

/// The dropped sheets of all panels.
fn all_dropped(panels: &[PanelScore]) -> Value {
    let (mut sheets, mut by_criterion) = (Vec::new(), BTreeMap::<_, Vec<_>>::new());
    for panel in panels {
        match &panel.dropped {
            Dropped::Sheets(seats) => sheets.extend(seats),
            Dropped::ByCriterion(seats) => {
                for (criterion, seats) in seats {
                    by_criterion.entry(criterion).or_default().extend(seats);
                }
            }
        }
    }
    if by_criterion.is_empty() { json!(sheets) } else { json!(by_criterion) }
}

impl Deduction {
    fn page(&self) -> Value {
        let Self { rule, units, points, reason, .. } = self;
        json!({ "rule": rule, "units": units, "points": points.text, "reason": reason })
    }
}

impl Ruling {
    fn page(&self) -> Value {
        json!({ "order": self.order, "reason": self.reason })
    }
}

impl Bulletin {
    fn page(&self, names: Names) -> Value {
        let lang = match names {
            Names::Zh => "/award/zh",
            Names::En => "/award/en",
        };
        let placed = |it: Option<&Value>| {
            let it = it.filter(|it| !it.is_null())?;
            let award = it.pointer(lang);
            Some(json!({ "place": it.get("place"), "score": it.get("score"), "award": award }))
        };
        let change = |it: &Value| {
            let (before, after) = (placed(it.get("before")), placed(it.get("after")));
            json!({ "project": it.get("project"), "before": before, "after": after })
        };
        let changes: Vec<_> = self.changes.iter().map(change).collect();
        let Self { number, project, reason, .. } = self;
        json!({ "number": number, "project": project, "reason": reason, "changes": changes })
    }
}
