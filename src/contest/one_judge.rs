//! Whether one judge with a higher total would have brought a project level with the one before it. That is
//! computed by the rules themselves: a higher total may be the one that is dropped, and none is above the
//! sheet's full marks.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{Criterion, Dropped, Exact, Ingredients, Marks, Recipe, Rubric, Score};

/// Whether one judge alone could have levelled a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneJudge {
    /// With a total that is higher by at least this.
    By(Decimal),
    /// None, not even with full marks.
    Nobody,
    /// It is not looked for: where each criterion is trimmed by itself it depends on which mark is higher, and
    /// under a room's coefficient a total moves other projects' scores as well.
    NotLookedFor,
}

impl OneJudge {
    /// What one judge could have done for a project to come up to the last that takes an award; `scores` are that
    /// one's and the project's own.
    pub fn of(recipe: Recipe<'_>, of_next: &Ingredients<'_>, scores: [&Score; 2]) -> Self {
        let is_of_whole_sheets =
            |it: &Score| it.panels.iter().all(|it| matches!(it.tally.dropped, Dropped::Sheets(_)));
        if scores.iter().any(|it| it.coefficient.is_some() || !is_of_whole_sheets(it)) {
            return Self::NotLookedFor;
        }
        let [last, _] = scores;
        let each = (0..of_next.sheets.len()).filter_map(|nth| {
            let search = Search { recipe, of_next, nth, wanted: &last.ranked };
            search.least()
        });
        each.min().map_or(Self::Nobody, Self::By)
    }
}

/// The search for the least that one sheet would have to be higher by.
struct Search<'a> {
    recipe: Recipe<'a>,
    of_next: &'a Ingredients<'a>,
    /// Which sheet.
    nth: usize,
    /// The score to come up to.
    wanted: &'a Exact,
}

impl Search<'_> {
    /// Raising a mark never lowers a score, so what there is up to full marks is halved until the first that is
    /// enough is found; `None` where full marks are not.
    fn least(&self) -> Option<Decimal> {
        let (_, _, marks) = *self.of_next.sheets.get(self.nth)?;
        let rubric = self.recipe.rubric;
        let scale = increments(rubric).into_iter().map(|it| it.by().normalize().scale()).max()?;
        let step = Decimal::new(1, scale);
        let room = rubric.full_marks() - rubric.total(marks);
        let sheet = |steps: u64| raised(rubric, marks, Decimal::from(steps) * step);
        let (mut short, mut enough) = (0, (room / step).floor().to_u64()?);
        if !self.is_enough(&sheet(enough)) {
            return None;
        }
        while short + 1 < enough {
            let middle = short.midpoint(enough);
            if self.is_enough(&sheet(middle)) { enough = middle } else { short = middle }
        }
        Some((rubric.total(&sheet(enough)) - rubric.total(marks)).normalize())
    }

    fn is_enough(&self, marks: &Marks) -> bool {
        let mut project = self.of_next.clone();
        if let Some(sheet) = project.sheets.get_mut(self.nth) {
            sheet.2 = marks;
        }
        let scores = self.recipe.scores(&[project]);
        scores.iter().flatten().any(|it| *self.wanted <= it.ranked)
    }
}

/// How a criterion is marked higher.
struct Increment<'a> {
    criterion: &'a Criterion,
    step: Decimal,
    weight: Decimal,
}

impl Increment<'_> {
    /// What one step adds to the total.
    fn by(&self) -> Decimal {
        self.step * self.weight
    }
}

/// The steps of a sheet that bring points, those that bring most first.
fn increments(rubric: &Rubric) -> Vec<Increment<'_>> {
    let all = rubric.marked().filter(|(it, weight)| !it.gate && Decimal::ZERO < *weight);
    let mut all: Vec<_> = all
        .map(|(criterion, weight)| Increment { criterion, step: rubric.step_of(criterion), weight })
        .collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.by()));
    all
}

/// A sheet with a total that is higher by so much, or by less where its steps do not come to it.
fn raised(rubric: &Rubric, marks: &Marks, by: Decimal) -> Marks {
    let (mut sheet, mut rest) = (marks.clone(), by);
    for it in increments(rubric) {
        let criterion = &it.criterion.id;
        let mark = sheet.get(criterion).copied().unwrap_or_default();
        let free = ((it.criterion.max - mark) / it.step).floor();
        let steps = (rest / it.by()).floor().min(free);
        sheet.insert(criterion.clone(), mark + steps * it.step);
        rest -= steps * it.by();
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::super::{
        Field, Method, OneJudge, Scope, Scoring,
        sample::{hall, marks, scored},
    };

    /// What is said of E02 behind E01, by the marks that each judge gives twice.
    fn one_judge(method: Method, sheets: [&[&str]; 2]) -> OneJudge {
        let mut session = hall(2, sheets[0].len());
        let rubric = session.groups[0].rubric.as_mut().unwrap();
        rubric.scoring = Scoring { method, ..Scoring::default() };
        rubric.step = Some("0.1".parse().unwrap());
        let contest = scored(session, |project, judge| {
            let mark = sheets[project][judge];
            Some(marks(mark, mark))
        });
        let group = contest.session().groups[0].clone();
        let mut field = Field::of(&contest, &group, Scope::Locked).unwrap();
        for project in contest.projects_of(&group.id) {
            field.projects.push((project.id.clone(), project.name.clone()));
            field.ingredients.push(contest.ingredients(&project.id).unwrap());
        }
        let ranked = field.ranked().standings;
        let scores = [&ranked[0].made_of, &ranked[1].made_of];
        OneJudge::of(field.recipe, &field.ingredients[1], scores)
    }

    fn by(points: &str) -> OneJudge {
        OneJudge::By(points.parse().unwrap())
    }

    #[test]
    fn a_raised_total_that_is_dropped_levels_nothing() {
        let level = ["8"; 5].as_slice();
        assert_eq!(one_judge(Method::TrimmedMean, [&["9"; 5], level]), OneJudge::Nobody);
        // 95, 95 and 80 count and make 90; for 92 another 86 must count, the second 80 being dropped.
        let sheets = ["9.5", "9.5", "9.5", "8", "8"].as_slice();
        assert_eq!(one_judge(Method::TrimmedMean, [&["9.2"; 5], sheets]), by("6"));
    }

    #[test]
    fn no_total_is_above_the_full_marks() {
        // Three judges of 90 each would need 21 points of one of them, and there are ten.
        assert_eq!(one_judge(Method::Mean, [&["9.7"; 3], &["9"; 3]]), OneJudge::Nobody);
        assert_eq!(one_judge(Method::Mean, [&["9.2"; 3], &["9"; 3]]), by("6"));
        assert_eq!(one_judge(Method::Mean, [&["10", "10"], &["10", "7"]]), by("30"));
    }

    #[test]
    fn the_least_is_a_step_of_the_sheet() {
        let said = one_judge(Method::Mean, [&["9", "9", "9.1"], &["9", "9", "9"]]);
        assert_eq!(said, by("1"));
    }
}
