use super::super::{
    AwardTies, Family, Marks, Scoring, Session, Stage, Untallied, Variant,
    sample::{Evening, hall, marks, scored, session},
};
use super::{Change, Field, Outcome, Robustness, Scope};

/// The group of a hall whose judges gave these marks for idea and team; `None` is no sheet.
fn checked(
    mut session: Session,
    scoring: Scoring,
    sheets: &[&[Option<(&str, &str)>]],
) -> Robustness {
    session.groups[0].rubric.as_mut().unwrap().scoring = scoring;
    let sheet = |project: usize, judge: usize| -> Option<Marks> {
        sheets[project][judge].map(|(idea, team)| marks(idea, team))
    };
    let contest = scored(session, sheet);
    let group = contest.session().groups[0].clone();
    let mut field = Field::of(&contest, &group, Scope::Locked).unwrap();
    for project in contest.projects_of(&group.id) {
        field.projects.push((project.id.clone(), project.name.clone()));
        field.ingredients.push(contest.ingredients(&project.id).unwrap());
    }
    Robustness::of(&field)
}

fn without(check: &Robustness, seat: &str) -> Outcome {
    let variant = Variant::WithoutJudge { seat: seat.into() };
    check.outcomes.iter().find(|it| it.variant == variant).unwrap().clone()
}

fn change(project: &str, from: &str, to: &str) -> Change {
    let award = |name: &str| Some(name.into()).filter(|_| !name.is_empty());
    Change { project: project.into(), name: project.into(), from: award(from), to: award(to) }
}

#[test]
fn a_first_prize_that_hangs_on_one_judge_is_told() {
    // 80, 80, 95 against 84, 84, 84: the first prize is A3's alone.
    let check = checked(
        hall(2, 3),
        Scoring::default(),
        &[
            &[Some(("8", "8")), Some(("8", "8")), Some(("9.5", "9.5"))],
            &[Some(("8", "9")), Some(("8", "9")), Some(("8", "9"))],
        ],
    );
    let changes = vec![change("E01", "first", "second"), change("E02", "second", "first")];
    assert_eq!(without(&check, "A3").changes, changes);
    assert_eq!(without(&check, "A1").changes, []);
    let first = &check.awards[0];
    assert_eq!((first.projects.clone(), first.changed_by(Family::Judges)), (vec!["E01".into()], 1));
    assert_eq!(check.variants(Family::Judges), 3);
}

#[test]
fn awards_that_everybody_agrees_on_stand() {
    let check = checked(
        hall(3, 3),
        Scoring::default(),
        &[
            &[Some(("9", "9")), Some(("9.5", "9.5")), Some(("9", "9.5"))],
            &[Some(("8", "8")), Some(("8", "8.5")), Some(("8.5", "8"))],
            &[Some(("7", "7")), Some(("7", "7")), Some(("6", "7.5"))],
        ],
    );
    assert!(check.awards.iter().all(|award| award.changed_by.is_empty()), "{check:?}");
    let codes: Vec<_> = check.outcomes.iter().map(|it| it.variant.clone()).collect();
    let judge = |seat: &str| Variant::WithoutJudge { seat: seat.into() };
    let criterion = |id: &str| Variant::WithoutCriterion { criterion: id.into(), name: id.into() };
    let all = [
        judge("A1"),
        judge("A2"),
        judge("A3"),
        criterion("idea"),
        criterion("team"),
        Variant::RoundedLater,
        Variant::HalvesOtherwise,
        Variant::TrimmedByTotal,
        Variant::TrimmedByCriterion,
    ];
    assert_eq!(codes, all);
}

#[test]
fn a_project_that_a_variant_leaves_without_a_score_is_told() {
    let scoring = Scoring { at_least: 2, ..Scoring::default() };
    let check = checked(
        hall(2, 3),
        scoring,
        &[
            &[Some(("9", "9")), Some(("9", "9")), None],
            &[Some(("8", "8")), Some(("8", "8")), Some(("8", "8"))],
        ],
    );
    let outcome = without(&check, "A2");
    assert_eq!(outcome.changes, [change("E01", "first", ""), change("E02", "second", "first")]);
    let [unscored] = &outcome.unscored[..] else { panic!("{outcome:?}") };
    let why = Untallied::TooFewSheets { sheets: 1, needed: 2 };
    assert_eq!((unscored.project.as_str(), &unscored.why), ("E01", &why));
    assert_eq!(without(&check, "A3").unscored, []);
}

#[test]
fn a_left_out_criterion_takes_its_tie_rule_with_it() {
    let ties = vec!["criterion:team".parse().unwrap(), "chair".parse().unwrap()];
    let sheets: &[&[Option<(&str, &str)>]] = &[&[Some(("8", "8"))], &[Some(("8", "7"))]];
    let check = checked(hall(2, 1), Scoring { ties, ..Scoring::default() }, sheets);
    let without_team = &check.outcomes[2];
    assert!(matches!(without_team.variant, Variant::WithoutCriterion { .. }));
    assert_eq!(without_team.waiting, [["E01".into(), "E02".into()]], "the chair decides");
}

#[test]
fn locked_projects_are_looked_at_before_they_are_released() {
    let mut evening = Evening::of(session());
    for (project, mark) in [("E01", "9"), ("E02", "8")] {
        evening.run_to(project, Stage::Scoring);
        for judge in ["A1", "A2", "A3"] {
            evening.score(judge, project, mark, mark);
        }
        evening.run_to(project, if project == "E01" { Stage::Released } else { Stage::Locked });
    }
    let projects =
        |scope| Robustness::of_contest(&evening.contest, scope).first().map(|it| it.projects);
    assert_eq!((projects(Scope::Released), projects(Scope::Locked)), (Some(1), Some(2)));
}

#[test]
fn the_exact_score_can_part_what_the_announced_one_ties() {
    // 80 and 80.003 are both announced as 80.00 and share the first prize.
    let sheets: &[&[Option<(&str, &str)>]] = &[&[Some(("8", "8"))], &[Some(("8.0005", "8"))]];
    let check = checked(hall(2, 1), Scoring::default(), sheets);
    let is_later = |it: &&Outcome| it.variant == Variant::RoundedLater;
    let later = check.outcomes.iter().find(is_later).unwrap();
    assert_eq!(later.changes, [change("E01", "first", "second")]);
}

#[test]
fn an_award_that_waits_for_the_chair_does_not_stand() {
    let scoring = Scoring { award_ties: AwardTies::Chair, ..Scoring::default() };
    let check = checked(
        hall(2, 3),
        scoring,
        &[
            &[Some(("8", "8")), Some(("8", "8")), Some(("8", "8"))],
            &[Some(("8", "8")), Some(("8", "8")), Some(("8", "8"))],
        ],
    );
    assert!(check.awards.iter().all(|award| award.open && award.projects.is_empty()), "{check:?}");
}
