//! What a scripted judge thinks of a project: marks that follow from the seed alone.
//!
//! A mark is a share of its maximum: how good the project is, a little more or less by criterion,
//! how severe the judge is, and taste. A judge's total comes out between about 60 and 95 of 100.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::{
    contest::{Criterion, CriterionId, Marks, ProjectId, Rubric, SeatId},
    demo::chance::Chance,
};

/// The step of marks where the rubric allows any decimal.
const USUAL_STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// One sheet in so many is revised.
const REVISED: i64 = 6;

/// The sheets that a judge hands in for a project, one after the other: the first, and for some a
/// second in which one mark is higher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opinion {
    first_thought: Option<Marks>,
    marks: Marks,
}

impl Opinion {
    /// Equal seeds, projects and seats have equal opinions.
    pub(super) fn of(chance: Chance, rubric: &Rubric, project: &ProjectId, seat: &SeatId) -> Self {
        let step = rubric.step.unwrap_or(USUAL_STEP);
        let mark = |criterion: &Criterion| {
            let share = share(chance, project.as_str(), seat.as_str(), criterion.id.as_str());
            let step = if criterion.gate { criterion.max } else { step };
            (criterion.id.clone(), mark(criterion.max, step, share))
        };
        let marks: Marks = rubric.marked().map(|(criterion, _)| mark(criterion)).collect();
        let revised = chance.once_in(REVISED, &["revised", project.as_str(), seat.as_str()]);
        let first_thought = revised.then(|| lower_one(rubric, &marks, step)).flatten();
        Self { first_thought, marks }
    }

    /// What the judge thinks in the end; a sealed sheet may be opened before there are second thoughts.
    pub(super) fn last(self) -> Marks {
        self.marks
    }

    /// The sheet to hand in, with its revision, when the hub has this one; `None` when there is
    /// nothing more to say, also because somebody else has used the seat.
    pub(super) fn next(&self, stored: Option<(u32, &Marks)>) -> Option<(u32, &Marks)> {
        match stored {
            None => Some((1, self.first_thought.as_ref().unwrap_or(&self.marks))),
            Some((revision, marks)) if self.first_thought.as_ref() == Some(marks) => {
                Some((revision + 1, &self.marks))
            }
            Some(_) => None,
        }
    }
}

/// What part of the maximum a mark is, in thousandths.
fn share(chance: Chance, project: &str, seat: &str, criterion: &str) -> i64 {
    // Two draws together: most projects are about as good as each other, few are outstanding.
    let quality = chance.between(320, 465, &["quality", project])
        + chance.between(320, 465, &["quality again", project]);
    let side = chance.between(-50, 50, &["side", project, criterion]);
    let severity = chance.between(-35, 35, &["severity", seat]);
    let taste = chance.between(-50, 50, &["taste", project, seat, criterion]);
    (quality + side + severity + taste).clamp(0, 1000)
}

/// That part of the maximum on the rubric's step, within 0 and the maximum.
fn mark(max: Decimal, step: Decimal, share: i64) -> Decimal {
    let steps = max * Decimal::new(share, 3) / step;
    let steps = steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    (steps.min((max / step).floor()) * step).normalize()
}

/// The marks with one of them a step lower; `None` when all are zero. A gate stays as it is.
fn lower_one(rubric: &Rubric, marks: &Marks, step: Decimal) -> Option<Marks> {
    let mut marks = marks.clone();
    let is_gate = |id: &CriterionId| rubric.gates().any(|gate| gate == id);
    let (_, mark) = marks.iter_mut().find(|(id, mark)| **mark >= step && !is_gate(id))?;
    *mark = (*mark - step).normalize();
    Some(marks)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Opinion;
    use crate::{
        contest::{Alarm, Criterion, Rubric, alarms, sample},
        demo::chance::Chance,
    };

    fn opinions(seed: u64, step: Option<&str>) -> Vec<Opinion> {
        let session = sample::session();
        let mut rubric = session.groups[0].rubric.clone().unwrap();
        rubric.step = step.map(|step| step.parse().unwrap());
        let of = |n: usize| {
            let (project, seat) = (format!("E{:02}", n / 7), format!("A{}", n % 7));
            let (project, seat) = (project.as_str().into(), seat.as_str().into());
            let opinion = Opinion::of(Chance::of_seed(seed), &rubric, &project, &seat);
            for marks in opinion.first_thought.iter().chain([&opinion.marks]) {
                assert_eq!(rubric.check(marks), Ok(()));
            }
            opinion
        };
        (0..350).map(of).collect()
    }

    #[test]
    fn every_sheet_fits_its_rubric_whatever_the_step() {
        for step in [None, Some("1"), Some("0.5"), Some("0.1"), Some("0.01"), Some("3")] {
            opinions(1, step);
        }
    }

    #[test]
    fn totals_are_those_of_a_final() {
        let rubric = sample::session().groups[0].rubric.clone().unwrap();
        let totals: Vec<Decimal> =
            opinions(1, Some("0.5")).iter().map(|it| rubric.total(&it.marks)).collect();
        let (low, high) = (totals.iter().min().unwrap(), totals.iter().max().unwrap());
        assert!(Decimal::from(50) < *low && *low < Decimal::from(70), "{low}");
        assert!(Decimal::from(85) < *high && *high <= Decimal::from(100), "{high}");
    }

    #[test]
    fn equal_seeds_have_equal_opinions() {
        assert_eq!(opinions(1, None), opinions(1, None));
        assert_ne!(opinions(1, None), opinions(2, None));
    }

    #[test]
    fn some_sheets_are_revised_once() {
        let opinions = opinions(1, None);
        let revised = opinions.iter().filter(|it| it.first_thought.is_some()).count();
        assert!((30..90).contains(&revised), "{revised} of 350");
        for opinion in opinions {
            let (revision, first) = opinion.next(None).unwrap();
            assert_eq!(revision, 1);
            match opinion.next(Some((1, first))) {
                Some((2, last)) => {
                    assert_eq!((last, opinion.next(Some((2, last)))), (&opinion.marks, None));
                }
                other => assert_eq!((other, first), (None, &opinion.marks)),
            }
        }
    }

    /// The alarms of a final of 20 projects and 7 judges.
    fn asked(seed: u64, rubric: &Rubric) -> Vec<Alarm> {
        let mut session = sample::hall(20, 7);
        session.groups[0].rubric = Some(rubric.clone());
        let room = session.rooms[0].clone();
        let contest = sample::scored(session, |project, judge| {
            let (project, seat) = (&room.order[project], &room.judges[judge].id);
            Some(Opinion::of(Chance::of_seed(seed), rubric, project, seat).marks)
        });
        room.order.iter().flat_map(|project| alarms(&contest, project)).collect()
    }

    #[test]
    fn honest_judges_are_not_asked_by_the_forms_that_are_shipped() {
        let mut rubric = sample::session().groups[0].rubric.clone().unwrap();
        let usual = rubric.criteria[0].clone();
        rubric.scoring.spread_alarm = Some(Decimal::from(15));
        for (maxima, weight, step) in [
            (&[10, 10, 10, 10, 10][..], "2", "0.1"),
            (&[10, 10, 10, 10], "2.5", "0.1"),
            (&[30, 30, 25, 15], "1", "1"),
            (&[15, 15, 10, 10, 10, 10, 10, 10, 10], "1", "0.5"),
        ] {
            let criterion = |(nth, max): (usize, &i64)| Criterion {
                id: format!("c{nth}").as_str().into(),
                max: Decimal::from(*max),
                weight: weight.parse().unwrap(),
                ..usual.clone()
            };
            rubric.criteria = maxima.iter().enumerate().map(criterion).collect();
            rubric.step = Some(step.parse().unwrap());
            for seed in 1..=50 {
                assert_eq!(asked(seed, &rubric), [], "seed {seed}, {maxima:?}");
            }
        }
    }
}
