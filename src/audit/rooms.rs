//! Whether what is said of a room, a group, a pass or a proposal could be said there.

use super::{
    Flaw,
    definition::{Deduction, Ruling, Text},
    evening::{At, Evening},
    fact::{Act, Body, Fact},
    flaw::Why,
    hall::Hall,
    number::{Fraction, Number},
    panel::are_equal,
    run::Seat,
};

impl Evening {
    pub(super) fn must_be_possible_here(&self, at: At<'_>) -> Result<(), Flaw> {
        let when = |holds: bool, why: Why, about: &str| {
            if holds { Ok(()) } else { Err(at.impossible(why, about)) }
        };
        match &at.body.fact {
            Fact::OrderChanged { room, order } => {
                let hall = self.hall(at, room)?;
                when(self.can_follow(hall, order, at.body), Why::Order, room)
            }
            Fact::BreakBegan { room } => {
                when(!self.has_somebody_on_stage(room), Why::StageTaken, room)?;
                when(!self.hall(at, room)?.on_break, Why::Break, room)
            }
            Fact::BreakEnded { room } => when(self.hall(at, room)?.on_break, Why::Break, room),
            Fact::Frozen { group } => when(!self.frozen.contains(group), Why::NoChange, group),
            Fact::Thawed { group } => when(self.frozen.contains(group), Why::NoChange, group),
            Fact::CeremonyAt { group, step } => {
                when(self.ceremonies.get(group) != step.as_ref(), Why::NoChange, group)?;
                let steps = step.map_or(Some(0), |_| self.ceremony_of(group));
                when(steps >= Some(step.unwrap_or(0)), Why::NotFinal, group)
            }
            Fact::Ruled { group, ruling } => {
                let last = self.last_about(group, ruling);
                when(last != Some(ruling), Why::NoChange, group)?;
                when(self.is_a_tie(group, ruling), Why::NoTie, group)
            }
            Fact::Proposed { act, .. } => self.must_be_possible_then(at, act),
            Fact::Undone { project } => {
                let hall = self.hall(at, &self.run(at, project)?.room)?;
                let step = hall.last_step(project, at.body.at);
                let (_, is_over) =
                    step.ok_or_else(|| at.impossible(Why::NothingToUndo, project))?;
                when(!is_over, Why::TooLate, project)
            }
            Fact::PassChanged { seat, generation } => {
                let before = self.passes.get(pass(seat)).copied().unwrap_or_default();
                when(before.checked_add(1) == Some(*generation), Why::Number, seat)
            }
            Fact::CopyOpened { epoch } => {
                let next = self.epoch.checked_add(1);
                when(next == Some(*epoch), Why::Number, &epoch.to_string())
            }
            _ => Ok(()),
        }
    }

    /// Those who wait in another order, or the project that was just moved at another place.
    fn can_follow(&self, hall: &Hall, order: &[String], body: &Body) -> bool {
        let moved = hall.moved.as_ref().filter(|it| it.0 == body.wish).map(|it| it.1.as_str());
        let waits = |it: &String| self.state.runs.get(it).is_some_and(|run| run.is_at("waiting"));
        let others = |order: &[String]| -> Vec<String> {
            order.iter().filter(|it| Some(it.as_str()) != moved).cloned().collect()
        };
        let stays = match moved {
            Some(_) => others(&hall.order) == others(order),
            None => {
                hall.order.iter().zip(order).all(|it| it.0 == it.1 || waits(it.0) && waits(it.1))
            }
        };
        stays && sorted(&hall.order) == sorted(order) && hall.order != order
    }

    /// How many steps the ceremony of a group has; nothing while its ranking is provisional.
    fn ceremony_of(&self, group: &str) -> Option<usize> {
        let ranked = self.ranked(&self.state, self.session.group(group)?);
        if !ranked.is_final() || ranked.standings.is_empty() {
            return None;
        }
        let awarded = |it: &super::ranked::Standing| Some((it.place, it.award.clone()?));
        let mut places: Vec<(usize, Text)> = ranked.standings.iter().filter_map(awarded).collect();
        let others = usize::from(places.len() < ranked.standings.len());
        places.dedup();
        let mut awards: Vec<_> = places.iter().map(|it| &it.1).collect();
        awards.dedup();
        Some(others + awards.len() + places.len())
    }

    /// The last decision of the chair about exactly these projects.
    fn last_about(&self, group: &str, ruling: &Ruling) -> Option<&Ruling> {
        let own = self.state.rulings.iter().rev().filter(|it| it.0 == group).map(|it| &it.1);
        own.into_iter().find(|it| named(it) == named(ruling))
    }

    /// Whether it is about all of a tie that waits, or that was decided before; each project once.
    fn is_a_tie(&self, group: &str, ruling: &Ruling) -> bool {
        let Some(stated) = self.session.group(group) else { return false };
        let tied = named(ruling);
        let waits = |it: &Vec<String>| sorted(it) == tied;
        let is_known = self.last_about(group, ruling).is_some()
            || self.ranked(&self.state, stated).waiting.iter().any(waits);
        let each_once = tied.windows(2).all(|it| it.first() != it.last());
        is_known && each_once && ruling.order.iter().all(|place| !place.is_empty())
    }

    /// Whether an act that is proposed could be done there and then.
    fn must_be_possible_then(&self, at: At<'_>, act: &Act) -> Result<(), Flaw> {
        let (kind, fact) =
            self.deed(act).ok_or_else(|| at.impossible(Why::Unknown, &act.project))?;
        let needs_a_release = ["deduct", "remove-deduction"].contains(&act.kind.as_str());
        if needs_a_release && !self.is_released(&act.project) {
            return Err(at.impossible(Why::Stage, &act.project));
        }
        let body = Body { fact, ..at.body.clone() };
        self.must_be_possible(At { kind, body: &body, ..at })
    }

    /// What an act comes to once it is done.
    fn deed(&self, act: &Act) -> Option<(&'static str, Fact)> {
        let (project, reason) = (act.project.clone(), String::new());
        let run = self.state.runs.get(&act.project)?;
        let seat = || act.seat.clone();
        Some(match act.kind.as_str() {
            "release" => ("released", Fact::Released { project }),
            "disqualify" => ("disqualified", Fact::Disqualified { project, reason }),
            "return" => ("sheet-returned", Fact::SheetReturned { project, seat: seat()? }),
            "void" => ("seat-voided", Fact::SeatVoided { project, seat: seat()?, reason }),
            "restore" => ("seat-restored", Fact::SeatRestored { project, seat: seat()?, reason }),
            "correct" => {
                let (seat, marks) = (seat()?, act.marks.clone()?);
                let revision = run.seats.get(&seat).map_or(0, Seat::revision).checked_add(1)?;
                let fact = Fact::SheetCorrected { project, seat, revision, marks, reason };
                ("sheet-corrected", fact)
            }
            "deduct" => {
                let (rule, units) = (act.rule.clone()?, act.units?);
                let stated = self.session.deductions.iter().find(|it| it.id == rule)?;
                let value = &stated.points.value * Fraction::from(num_bigint::BigInt::from(units));
                let points = Number { text: String::new(), value };
                let number = run.deducted.checked_add(1)?;
                let deduction = Deduction { number, rule, units, points, reason };
                ("deducted", Fact::Deducted { project, deduction })
            }
            "remove-deduction" => {
                let number = act.number?;
                ("deduction-removed", Fact::DeductionRemoved { project, number, reason })
            }
            _ => return None,
        })
    }

    /// Whether what two persons agree to holds already, so that nothing has to be done.
    pub(super) fn holds(&self, act: &Act) -> bool {
        let Some(run) = self.state.runs.get(&act.project) else { return false };
        let seat = act.seat.as_ref().and_then(|it| run.seats.get(it));
        match (act.kind.as_str(), seat) {
            ("release", _) => run.is_at("released"),
            ("disqualify", _) => run.is_at("disqualified"),
            ("return", Some(Seat::Back(..)))
            | ("void", Some(Seat::Void(_)))
            | ("restore", Some(Seat::Open | Seat::In(..))) => true,
            ("correct", Some(Seat::In(_, present))) => {
                act.marks.as_ref().is_some_and(|it| are_equal(present, it))
            }
            _ => false,
        }
    }

    pub(super) fn hall(&self, at: At<'_>, room: &str) -> Result<&Hall, Flaw> {
        self.halls.get(room).ok_or_else(|| at.impossible(Why::Unknown, room))
    }
}

/// What a seat's pass is called: the console over all rooms has one.
pub(super) fn pass(seat: &str) -> &str {
    if seat.ends_with("/control") { "control" } else { seat }
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut sorted = ids.to_vec();
    sorted.sort();
    sorted
}

/// The projects that a decision names, each as often as it does.
fn named(ruling: &Ruling) -> Vec<String> {
    sorted(&ruling.order.concat())
}
