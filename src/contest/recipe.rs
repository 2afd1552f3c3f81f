//! From what the panels of a project come to, to its score: weights, coefficient, carried
//! components, one rounding, deductions; in this order.
//!
//! What always holds, and the test that guards it (`tests/scoring.rs`):
//!
//! - it agrees with a second, slow computation on fractions: `the_engine_agrees_with_the_slow_one`;
//! - raising a mark never costs a place: `raising_a_mark_never_costs_a_place`; under a room
//!   coefficient none in the own room: `under_a_coefficient_raising_a_mark_costs_no_place_in_the_room`;
//! - nothing overflows: `nothing_overflows_at_the_edges_of_what_a_session_may_say`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Carried, Carry, ComponentId, CriterionId, Deduction, Exact, Marks, Method, Panel, PanelId,
    PanelScore, RoomId, Rubric, Score, SeatId, Session, TieRule, Untallied, can_be_tallied,
    side_by_side::side_by_side, tally,
};

/// What the scores of a group are made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe<'a> {
    /// How the sheets of a panel are scored, and how the score is rounded.
    pub rubric: &'a Rubric,
    /// The panels with their weights; empty where all judges are one.
    pub panels: &'a [Panel],
    /// What is carried in; every project brings a value of each.
    pub carry: &'a [Carry],
    /// Whether rooms are brought to the same mean (二次平均法).
    pub room_coefficient: bool,
}

/// What one project brings along for its score.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ingredients<'a> {
    /// Where it pitches; only a coefficient asks.
    pub room: Option<&'a RoomId>,
    /// Its sheets with the judges' seats and their panels.
    pub sheets: Vec<(Option<&'a PanelId>, &'a SeatId, &'a Marks)>,
    /// Its values of the components that are carried in.
    pub carried: BTreeMap<ComponentId, Decimal>,
    /// What is taken off its score.
    pub deductions: Vec<Deduction>,
}

impl<'a> Ingredients<'a> {
    /// The sheets of one panel and nothing else.
    pub fn of_sheets(sheets: impl IntoIterator<Item = (&'a SeatId, &'a Marks)>) -> Self {
        let sheets = sheets.into_iter().map(|(seat, marks)| (None, seat, marks)).collect();
        Self { sheets, ..Self::default() }
    }
}

impl<'a> Recipe<'a> {
    /// What a session makes the scores of this rubric's groups by.
    pub fn of(session: &'a Session, rubric: &'a Rubric) -> Self {
        let Session { panels, carry, room_coefficient, .. } = session;
        Self { rubric, panels, carry, room_coefficient: *room_coefficient }
    }

    /// One panel's sheets and nothing else.
    pub fn plain(rubric: &'a Rubric) -> Self {
        Self { rubric, panels: &[], carry: &[], room_coefficient: false }
    }

    /// How sheets from judges of these panels would be scored, going by how many there are and by nothing in
    /// them; `None` where panels differ in it.
    ///
    /// # Errors
    ///
    /// What is missing, and in which panel.
    pub fn method<'p>(
        &self,
        sheets: impl IntoIterator<Item = Option<&'p PanelId>>,
    ) -> Result<Option<Method>, Untallied> {
        let sheets: Vec<_> = sheets.into_iter().map(|panel| (panel, ())).collect();
        let method = |sheets: Vec<()>| can_be_tallied(&self.rubric.scoring, sheets.len());
        let mut methods = self.by_panel(&sheets, method)?.into_iter().map(|it| it.1);
        let first = methods.next();
        Ok(first.filter(|first| methods.all(|it| it == *first)))
    }

    /// The scores of these projects, which are all that the ranking at hand has of the group.
    pub fn scores(&self, projects: &[Ingredients<'_>]) -> Vec<Result<Score, Untallied>> {
        let all = projects.iter().collect();
        if !self.room_coefficient {
            return side_by_side(all, |it| Ok(self.score(it, self.panels(it)?, None)));
        }
        let tallied = side_by_side(all, |it| self.panels(it));
        let live = projects
            .iter()
            .zip(&tallied)
            .filter_map(|(project, panels)| Some((project.room?, live(panels.as_ref().ok()?))));
        let coefficients = coefficients(live);
        let scores = projects.iter().zip(tallied).map(|(project, panels)| {
            let coefficient = project.room.and_then(|room| coefficients.get(room)).cloned();
            Ok(self.score(project, panels?, coefficient))
        });
        scores.collect()
    }

    /// What each panel's sheets come to.
    fn panels(&self, project: &Ingredients<'_>) -> Result<Vec<PanelScore>, Untallied> {
        let sheets = project.sheets.iter();
        let sheets: Vec<_> = sheets.map(|(panel, seat, marks)| (*panel, (*seat, *marks))).collect();
        let tallied = self.by_panel(&sheets, |sheets| tally(self.rubric, sheets))?;
        let failed = |gate: &&CriterionId| {
            let fails = |marks: &&Marks| marks.get(gate).is_some_and(Decimal::is_zero);
            sheets.iter().map(|it| it.1.1).filter(fails).count() * 2 > sheets.len()
        };
        let gates: Vec<_> = self.rubric.gates().filter(failed).cloned().collect();
        if !gates.is_empty() {
            return Err(Untallied::Ineligible { gates });
        }
        let score = |(panel, tally): (Option<&Panel>, _)| PanelScore {
            panel: panel.map(|it| it.id.clone()),
            weight: panel.map_or(Decimal::ONE, |it| it.weight),
            tally,
        };
        Ok(tallied.into_iter().map(score).collect())
    }

    /// Does the same with the sheets of each panel. Where no judge at all has scored, that is said
    /// of the project and not of a panel.
    fn by_panel<S: Copy, T>(
        &self,
        sheets: &[(Option<&PanelId>, S)],
        each: impl Fn(Vec<S>) -> Result<T, Untallied>,
    ) -> Result<Vec<(Option<&'a Panel>, T)>, Untallied> {
        if self.panels.is_empty() || sheets.is_empty() {
            return Ok(vec![(None, each(sheets.iter().map(|it| it.1).collect())?)]);
        }
        let one = |panel: &'a Panel| {
            let own = sheets.iter().filter(|it| it.0 == Some(&panel.id)).map(|it| it.1).collect();
            let (id, name) = (panel.id.clone(), panel.name.clone());
            each(own).map(|it| (Some(panel), it)).map_err(|why| Untallied::InPanel {
                panel: id,
                name,
                why: Box::new(why),
            })
        };
        self.panels.iter().map(one).collect()
    }

    fn score(
        &self,
        project: &Ingredients<'_>,
        panels: Vec<PanelScore>,
        coefficient: Option<Exact>,
    ) -> Score {
        let scoring = &self.rubric.scoring;
        let carried: Vec<_> = self.carry.iter().map(|it| carried(it, project)).collect();
        let live = live(&panels);
        let live = coefficient.as_ref().map_or_else(|| live.clone(), |it| &live * it);
        let exact = if carried.is_empty() {
            live
        } else {
            let rest = Decimal::ONE - carried.iter().map(|it| it.weight).sum::<Decimal>();
            &live * rest + brought(&carried)
        };
        let deductions = project.deductions.clone();
        let deducted: Decimal = deductions.iter().map(|it| it.points).sum();
        let rounded = exact.round(scoring.decimals, scoring.rounding);
        let mut announced = (rounded - deducted).max(Decimal::ZERO);
        announced.rescale(scoring.decimals); // The definition keeps points as coarse as that.
        let by_announced = scoring.ranks_by_announced();
        let ranked = if by_announced { announced.into() } else { exact.less(deducted) };
        let ties = scoring.ties.iter().enumerate();
        let tie_values = ties.map(|(nth, rule)| tie_value((nth, rule), &panels, &carried));
        let tie_values = tie_values.collect();
        Score {
            panels,
            coefficient,
            carried,
            exact,
            rounded,
            deductions,
            announced,
            ranked,
            tie_values,
        }
    }
}

/// The value of a component; the definition sees to it that every project has one.
fn carried(carry: &Carry, project: &Ingredients<'_>) -> Carried {
    let value = project.carried.get(&carry.id).copied().unwrap_or_default();
    Carried { component: carry.id.clone(), weight: carry.weight, value }
}

/// What the panels come to by their weights.
fn live(panels: &[PanelScore]) -> Exact {
    weighted(panels, |it| Some(it.tally.exact.clone())).unwrap_or_default()
}

/// The sum of weight × value over the panels; the weights add up to 1.
fn weighted(panels: &[PanelScore], value: impl Fn(&PanelScore) -> Option<Exact>) -> Option<Exact> {
    match panels {
        [only] => value(only),
        several => several.iter().map(|it| Some(&value(it)? * it.weight)).sum(),
    }
}

/// What is carried in by its weights.
fn brought(carried: &[Carried]) -> Exact {
    carried.iter().map(|it| Exact::from(it.weight * it.value)).sum()
}

/// What a tie rule compares: the sheets as they are, before any coefficient.
fn tie_value(
    (nth, rule): (usize, &TieRule),
    panels: &[PanelScore],
    carried: &[Carried],
) -> Option<Exact> {
    let of = |it: &PanelScore| it.tally.tie_values.get(nth).cloned().flatten();
    match rule {
        TieRule::UntrimmedSum | TieRule::Criterion(_) => weighted(panels, of),
        TieRule::HighestSingle => panels.iter().filter_map(of).max(),
        TieRule::Carried => (!carried.is_empty()).then(|| brought(carried)),
        TieRule::Chair | TieRule::Share => None,
    }
}

/// Of each room the mean of all scores divided by the mean of its own; none where all are of one
/// room. A room in which everything is 0 stays as it is.
fn coefficients<'r>(
    scores: impl Iterator<Item = (&'r RoomId, Exact)>,
) -> BTreeMap<&'r RoomId, Exact> {
    let mut rooms: BTreeMap<_, Vec<Exact>> = BTreeMap::new();
    for (room, score) in scores {
        rooms.entry(room).or_default().push(score);
    }
    if rooms.len() < 2 {
        return BTreeMap::new();
    }
    let all = mean(rooms.values().flatten());
    let of = |scores: &Vec<Exact>| all.per(&mean(scores)).unwrap_or_else(|| Decimal::ONE.into());
    rooms.iter().map(|(room, scores)| (*room, of(scores))).collect()
}

fn mean<'s>(scores: impl IntoIterator<Item = &'s Exact>) -> Exact {
    let scores: Vec<_> = scores.into_iter().cloned().collect();
    let count = scores.len();
    scores.into_iter().sum::<Exact>().shared_by(count).unwrap_or_default()
}
