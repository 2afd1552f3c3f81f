//! What is done to a judge's seat by others than a sheet, and whether it stood so that this can be done.

use std::collections::BTreeSet;

use super::{
    Flaw,
    definition::{Group, Marks},
    evening::At,
    fact::{Fact, Mark},
    flaw::Why,
    run::{Run, Seat},
};

impl Run {
    /// Whether a seat of its panel stands so that this can be done to it.
    pub(super) fn must_take(&self, at: At<'_>, name: &str, group: &Group) -> Result<(), Flaw> {
        let seat = self.seats.get(name).ok_or_else(|| at.impossible(Why::Unknown, name))?;
        let fact = &at.body.fact;
        if group.rubric.is_none() && !matches!(fact, Fact::SeatRestored { .. }) {
            return Err(at.impossible(Why::NotScored, name));
        }
        if let (Fact::SheetCorrected { revision, .. }, Seat::In(before, _)) = (fact, seat)
            && before.checked_add(1) != Some(*revision)
        {
            return Err(at.impossible(Why::Number, name));
        }
        let closed = self.is_at("locked") || self.is_at("released");
        if seat.takes(fact, closed) { Ok(()) } else { Err(at.impossible(Why::Seat, name)) }
    }

    /// The seats that a lock must name, where it can be: no sheet that was given back is waited for.
    pub(super) fn awaited(&self) -> Option<BTreeSet<String>> {
        if self.seats.values().any(|it| matches!(it, Seat::Back(..))) {
            return None;
        }
        let awaited = |it: &Seat| matches!(it, Seat::Open | Seat::Sealed(..));
        let names = self.seats.iter().filter(|it| awaited(it.1)).map(|it| it.0.clone());
        Some(names.collect())
    }
}

impl Seat {
    /// Whether this can be done to it; `closed` is after the lock, when nobody can be waited for.
    fn takes(&self, fact: &Fact, closed: bool) -> bool {
        match fact {
            Fact::Recused { .. } => matches!(self, Self::Open | Self::Aside(_) | Self::Back(..)),
            Fact::SeatMarked { mark, .. } => match self {
                Self::Open | Self::Sealed(..) => *mark != Mark::Expected,
                Self::Aside(present) => present != mark,
                _ => false,
            },
            Fact::SheetReturned { .. } => matches!(self, Self::In(..)),
            Fact::SeatVoided { .. } => !matches!(self, Self::Void(_) | Self::Recused),
            Fact::SeatRestored { .. } => match self {
                Self::Void(before) => !closed || matches!(**before, Self::In(..)),
                Self::Recused => !closed,
                _ => false,
            },
            Fact::SheetCorrected { marks, .. } => {
                matches!(self, Self::In(_, present) if !are_equal(present, marks))
            }
            _ => true,
        }
    }
}

/// Whether these are the same marks, however they are written.
pub(super) fn are_equal(one: &Marks, other: &Marks) -> bool {
    let values = |it: &Marks| -> Vec<_> {
        it.iter().map(|(id, mark)| (id.clone(), mark.value.clone())).collect()
    };
    values(one) == values(other)
}
