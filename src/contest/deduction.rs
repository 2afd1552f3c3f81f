//! Points taken off a score (扣分), by a rule of the session and as a line of their own.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DeductionId, Ms, Text};

/// What a session deducts points for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeductionRule {
    /// Its name in files and facts.
    pub id: DeductionId,
    /// What papers and screens call it.
    pub name: Text,
    /// How many points one unit costs; above 0.
    pub points: Decimal,
    /// Of overtime, the length of a unit: every *started* one costs. `None` for a rule that is not
    /// about time; its unit is one time that it was broken.
    pub per: Option<Ms>,
    /// Overtime up to here costs nothing; what goes beyond is counted from zero.
    pub grace: Ms,
    /// The most units that one project can be deducted.
    pub most: Option<u32>,
}

/// Points that were taken off one project's score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deduction {
    /// Its number among the project's deductions, from 1; kept when an earlier one is removed.
    pub number: u32,
    /// By which rule.
    pub rule: DeductionId,
    /// How many units.
    pub units: u32,
    /// All of it in points.
    pub points: Decimal,
    /// Why, for the record.
    pub reason: String,
}

impl DeductionRule {
    /// How many units this much overtime has started: `0:01` over is one unit of `30s`, `0:30` too.
    pub fn units(&self, overtime: Ms) -> u32 {
        let Some(per) = self.per.filter(|per| *per > Ms::ZERO) else { return 0 };
        if overtime <= self.grace {
            return 0;
        }
        let started = overtime.0.saturating_add(per.0 - 1) / per.0;
        let units = u32::try_from(started).unwrap_or(u32::MAX);
        self.most.map_or(units, |most| units.min(most))
    }

    /// What so many units cost.
    pub fn cost(&self, units: u32) -> Decimal {
        self.points * Decimal::from(units)
    }
}

#[cfg(test)]
mod tests {
    use super::{DeductionRule, Ms};

    #[test]
    fn every_started_unit_of_overtime_costs() {
        let rule = DeductionRule {
            id: "overtime".into(),
            name: "overtime".into(),
            points: "0.5".parse().unwrap(),
            per: Some(Ms::seconds(30)),
            grace: Ms::seconds(5),
            most: Some(4),
        };
        let units = [0, 5, 6, 30, 31, 61, 3600].map(|over| rule.units(Ms::seconds(over)));
        assert_eq!(units, [0, 0, 1, 1, 2, 3, 4]);
        assert_eq!(rule.cost(3).to_string(), "1.5");
        assert_eq!(DeductionRule { per: None, ..rule }.units(Ms::seconds(99)), 0);
    }
}
