//! What a supervisor should look at before a score is locked: sheets that may be a slip, and judges
//! who may hold the scale upside down.
//!
//! An alarm is a question to be put to a judge and changes nothing. It is for the supervisor alone:
//! nothing here goes to a host or a board. Exactly when each is raised, and how often honest panels
//! raise one, is `docs/rules.md`.
//!
//! What always holds, and the test that guards it:
//!
//! - a judge with a reversed scale is found: `a_reversed_scale_is_found_by_the_sixth_project`;
//! - honest panels are rarely asked: `panels_that_agree_moderately_are_rarely_asked`;
//! - judges of other panels and projects of other groups are not compared with:
//!   `only_the_same_panel_and_group_are_compared`.

use std::{cmp::Ordering, collections::BTreeMap};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Contest, Criterion, CriterionId, Exact, Marks, PanelId, ProjectId, Rubric, SeatId};

/// A judge is compared with the panel over at most so many projects, the last ones scored …
const LAST: usize = 10;
/// … and not over fewer: the order of five projects is turned round by chance too often.
const FEWEST: usize = 6;
/// So many sheets running make a habit.
const RUNNING: usize = 4;
/// On coarser scales equal marks are nothing odd.
const FINE_SCALE: Decimal = Decimal::TEN;
/// The fewest others who make a panel to differ from.
const OTHERS: usize = 2;
/// The fewest others whose marks make a range.
const RANGE_OF: usize = 3;
/// Ranges are clearly apart from this part of the larger maximum on.
const APART: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Something about a judge's sheet to look at before the score is locked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Alarm {
    /// Whose sheet.
    pub seat: SeatId,
    /// What about it.
    #[serde(flatten)]
    pub kind: AlarmKind,
}

/// What there is to look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum AlarmKind {
    /// The total is at least as far from the median of the panel's totals as `spread-alarm` says.
    Spread {
        /// The sheet's total.
        total: Decimal,
        /// The median of the panel's totals, this one among them.
        median: Decimal,
        /// The rubric's `spread-alarm`.
        limit: Decimal,
    },
    /// The judge orders the last projects mostly the other way round than the panel.
    AgainstPanel {
        /// How many projects were looked at.
        projects: usize,
        /// How many pairs of them the judge orders the other way round.
        against: usize,
        /// How many pairs the judge orders the same way.
        along: usize,
    },
    /// On each of the judge's last sheets all criteria have the same share of their maxima.
    SameShare {
        /// How many sheets.
        sheets: usize,
    },
    /// The judge's last totals are all the same.
    SameTotal {
        /// That total.
        total: Decimal,
        /// How many sheets.
        sheets: usize,
    },
    /// One criterion has points and all others have none: the total may have been typed into it.
    AllInOne {
        /// The criterion.
        criterion: CriterionId,
        /// Its mark.
        mark: Decimal,
    },
    /// Two marks look exchanged: each lies among the others' marks for the other criterion, and all
    /// of the others tell the two clearly apart.
    Exchanged {
        /// The one criterion.
        criterion: CriterionId,
        /// The other.
        other: CriterionId,
    },
}

/// What to look at before the project is locked, by seat; of the sheets that are in.
pub fn alarms(contest: &Contest, project: &ProjectId) -> Vec<Alarm> {
    let Some(rubric) = rubric_of(contest, project) else { return Vec::new() };
    let Some(room) = contest.room_of(project) else { return Vec::new() };
    let mut alarms = Vec::new();
    let mut panels: BTreeMap<Option<&PanelId>, Vec<&SeatId>> = BTreeMap::new();
    for judge in &room.judges {
        panels.entry(judge.panel.as_ref()).or_default().push(&judge.id);
    }
    let turns = contest.order(&room.id);
    let until = turns.iter().position(|it| it == project).map_or(0, |at| at + 1);
    let group = contest.session().group_of(project);
    for seats in panels.values() {
        let scored = turns.iter().take(until);
        let scored = scored.filter(|it| contest.session().group_of(it) == group);
        let rounds = scored.map(|it| Round::of(contest, it, rubric, seats)).collect();
        Panel { rubric, rounds }.look(&mut alarms);
    }
    alarms.sort();
    alarms
}

fn rubric_of<'c>(contest: &'c Contest, project: &ProjectId) -> Option<&'c Rubric> {
    contest.session().group_of(project)?.rubric.as_ref()
}

/// A panel's sheets of one project.
struct Round<'c>(BTreeMap<&'c SeatId, Sheet<'c>>);

#[derive(Clone, Copy)]
struct Sheet<'c> {
    marks: &'c Marks,
    total: Decimal,
}

impl<'c> Round<'c> {
    fn of(contest: &'c Contest, project: &ProjectId, rubric: &Rubric, seats: &[&SeatId]) -> Self {
        let sheets = contest.run(project).into_iter().flat_map(super::Run::counted);
        let sheets = sheets.filter(|(seat, _)| seats.contains(seat));
        Self(
            sheets
                .map(|(seat, marks)| (seat, Sheet { marks, total: rubric.total(marks) }))
                .collect(),
        )
    }

    fn others<'s>(&'s self, seat: &'s SeatId) -> impl Iterator<Item = Sheet<'c>> + 's {
        self.0.iter().filter(move |(it, _)| **it != seat).map(|(_, sheet)| *sheet)
    }

    /// A judge's total beside the mean of the others', where enough others have scored.
    fn compared(&self, seat: &SeatId) -> Option<(Decimal, Exact)> {
        let own = self.0.get(seat)?.total;
        let others: Vec<_> = self.others(seat).map(|sheet| sheet.total).collect();
        let mean = Exact::share(others.iter().sum(), others.len())?;
        (others.len() >= OTHERS).then_some((own, mean))
    }
}

/// A panel's sheets of a group's projects in the run order; the last is the one to be locked.
struct Panel<'c> {
    rubric: &'c Rubric,
    rounds: Vec<Round<'c>>,
}

impl Panel<'_> {
    fn look(&self, alarms: &mut Vec<Alarm>) {
        let Some(now) = self.rounds.last() else { return };
        for (&seat, sheet) in &now.0 {
            let found = [
                self.spread(now, *sheet),
                self.against(seat),
                self.same_share(seat),
                self.same_total(seat),
                self.all_in_one(*sheet),
                self.exchanged(now, seat, *sheet),
            ];
            let found = found.into_iter().flatten();
            alarms.extend(found.map(|kind| Alarm { seat: seat.clone(), kind }));
        }
    }

    fn spread(&self, now: &Round<'_>, sheet: Sheet<'_>) -> Option<AlarmKind> {
        let (limit, total) = (self.rubric.scoring.spread_alarm?, sheet.total);
        let mut totals: Vec<_> = now.0.values().map(|it| it.total).collect();
        totals.sort_unstable();
        let (low, high) = ((totals.len() - 1) / 2, totals.len() / 2);
        let median = (totals.get(low)? + totals.get(high)?) / Decimal::TWO;
        let is_far = (total - median).abs() >= limit;
        let (total, median) = (total.normalize(), median.normalize());
        is_far.then_some(AlarmKind::Spread { total, median, limit })
    }

    /// By pairs and not by amounts: a judge may be severe, or use little of the scale; who holds the
    /// scale upside down turns the order round. That is the sign of Kendall's τ, with room for chance:
    /// at least twice as many pairs against as along is τ ≤ −1/3 where nothing is tied.
    fn against(&self, seat: &SeatId) -> Option<AlarmKind> {
        let last = self.rounds.iter().rev().filter_map(|round| round.compared(seat)).take(LAST);
        let last: Vec<_> = last.collect();
        let (mut against, mut along) = (0, 0);
        for (nth, one) in last.iter().enumerate() {
            for other in last.iter().skip(nth + 1) {
                match (one.0.cmp(&other.0), one.1.cmp(&other.1)) {
                    (Ordering::Equal, _) | (_, Ordering::Equal) => (),
                    (own, panel) if own == panel => along += 1,
                    _ => against += 1,
                }
            }
        }
        let projects = last.len();
        let is_against = projects >= FEWEST && against > 0 && against >= 2 * along;
        is_against.then_some(AlarmKind::AgainstPanel { projects, against, along })
    }

    fn same_share(&self, seat: &SeatId) -> Option<AlarmKind> {
        let criteria: Vec<_> = self.criteria().collect();
        let is_fine = |it: &&Criterion| it.max >= FINE_SCALE * self.rubric.step_of(it);
        let is_flat = |sheet: &Sheet<'_>| {
            let shares = criteria.windows(2).all(|two| match two {
                [one, other] => mark(sheet, one) * other.max == mark(sheet, other) * one.max,
                _ => true,
            });
            criteria.len() > 2 && shares
        };
        let last = self.last_sheets(seat)?;
        let is_same = criteria.iter().all(is_fine) && last.iter().all(is_flat);
        is_same.then_some(AlarmKind::SameShare { sheets: RUNNING })
    }

    fn same_total(&self, seat: &SeatId) -> Option<AlarmKind> {
        let last = self.last_sheets(seat)?;
        let total = last.first()?.total;
        let is_same = last.iter().all(|sheet| sheet.total == total);
        is_same.then(|| AlarmKind::SameTotal { total: total.normalize(), sheets: RUNNING })
    }

    fn all_in_one(&self, sheet: Sheet<'_>) -> Option<AlarmKind> {
        let mut marked = self.criteria().filter(|it| !mark(&sheet, it).is_zero());
        let one = marked.next()?;
        let is_only = marked.next().is_none() && self.criteria().count() > 1;
        let (criterion, mark) = (one.id.clone(), mark(&sheet, one));
        is_only.then_some(AlarmKind::AllInOne { criterion, mark })
    }

    fn exchanged(&self, now: &Round<'_>, seat: &SeatId, own: Sheet<'_>) -> Option<AlarmKind> {
        let others: Vec<_> = now.others(seat).collect();
        if others.len() < RANGE_OF {
            return None;
        }
        let range = |it: &Criterion| {
            let marks = || others.iter().map(|sheet| mark(sheet, it));
            Some(marks().min()?..=marks().max()?)
        };
        let criteria: Vec<_> = self.criteria().filter_map(|it| Some((it, range(it)?))).collect();
        let mut pairs = criteria
            .iter()
            .enumerate()
            .flat_map(|(nth, one)| criteria.iter().skip(nth + 1).map(move |other| (one, other)));
        let (one, other) = pairs.find(|((one, usual), (other, usual_other))| {
            let gap = (usual_other.start() - usual.end()).max(usual.start() - usual_other.end());
            let is_apart = gap >= APART * one.max.max(other.max);
            let is_crossed =
                usual_other.contains(&mark(&own, one)) && usual.contains(&mark(&own, other));
            is_apart && is_crossed
        })?;
        Some(AlarmKind::Exchanged { criterion: one.0.id.clone(), other: other.0.id.clone() })
    }

    /// The criteria with points.
    fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.rubric.marked().map(|(criterion, _)| criterion).filter(|criterion| !criterion.gate)
    }

    /// The judge's last sheets, when there are enough of them to make a habit.
    fn last_sheets(&self, seat: &SeatId) -> Option<Vec<Sheet<'_>>> {
        let sheets = self.rounds.iter().rev().filter_map(|round| round.0.get(seat));
        let last: Vec<_> = sheets.take(RUNNING).copied().collect();
        (last.len() == RUNNING).then_some(last)
    }
}

fn mark(sheet: &Sheet<'_>, criterion: &Criterion) -> Decimal {
    sheet.marks.get(&criterion.id).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
