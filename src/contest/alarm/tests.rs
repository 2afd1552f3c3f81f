use rust_decimal::Decimal;

use super::super::{
    Contest, Criterion, CriterionId, GroupId, Marks, PanelId, ProjectId, Session,
    sample::{hall, scored},
};
use super::{Alarm, AlarmKind, alarms};

/// Five criteria of 20 points each in steps of a tenth.
fn five(mut session: Session) -> Session {
    let rubric = session.groups[0].rubric.as_mut().unwrap();
    let usual = rubric.criteria[0].clone();
    let criterion = |n: usize| Criterion {
        id: id(n),
        max: Decimal::from(20),
        weight: Decimal::ONE,
        ..usual.clone()
    };
    rubric.criteria = (0..5).map(criterion).collect();
    rubric.step = Some(Decimal::new(1, 1));
    session
}

fn id(criterion: usize) -> CriterionId {
    format!("c{criterion}").as_str().into()
}

/// Marks in tenths of a point.
fn sheet(tenths: [i64; 5]) -> Marks {
    tenths.iter().enumerate().map(|(nth, mark)| (id(nth), Decimal::new(*mark, 1))).collect()
}

/// A sheet with this total in tenths, the criteria not alike.
fn of_total(tenths: i64) -> Marks {
    let fifth = tenths / 5;
    sheet([fifth + 9, fifth - 7, fifth + 4, fifth - 6, tenths - 4 * fifth])
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The alarms before the project is locked, the first of which has the number 1.
fn at(contest: &Contest, nth: usize) -> Vec<Alarm> {
    alarms(contest, &ProjectId::from(format!("E{nth:02}").as_str()))
}

fn only(seat: &str, kind: AlarmKind) -> Vec<Alarm> {
    vec![Alarm { seat: seat.into(), kind }]
}

/// Numbers that follow from a seed: each a sum of four throws, from −2 to 2 thousandths times `size`.
struct Chance(u64);

impl Chance {
    fn noise(&mut self, size: i64) -> i64 {
        let mut throw = || {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            i64::try_from((self.0 >> 33) % 1001).unwrap() - 500
        };
        (throw() + throw() + throw() + throw()) * size / 1000
    }
}

/// Twenty projects, seven judges, whose totals vary as much by taste as by how good the projects
/// are (a single judge's intraclass correlation is about a half). `reversed` holds the scale upside
/// down.
fn moderate(seed: u64, reversed: Option<usize>) -> Contest {
    let mut chance = Chance(seed);
    let quality: Vec<i64> = (0..20).map(|_| chance.noise(100)).collect();
    let total = |chance: &mut Chance, quality: i64, judge| {
        let quality = if reversed == Some(judge) { -quality } else { quality };
        750 + quality + chance.noise(100)
    };
    let totals: Vec<Vec<i64>> = (quality.iter())
        .map(|good| (0..7).map(|judge| total(&mut chance, *good, judge)).collect())
        .collect();
    scored(five(hall(20, 7)), |project, judge| Some(of_total(totals[project][judge])))
}

fn is_against(alarm: &Alarm) -> bool {
    matches!(alarm.kind, AlarmKind::AgainstPanel { .. })
}

#[test]
fn a_sheet_as_far_from_the_median_as_the_rubric_says_is_shown() {
    let mut session = five(hall(1, 4));
    let totals = [800, 810, 820, 965]; // The median is 81.5; 96.5 is 15 away from it.
    session.groups[0].rubric.as_mut().unwrap().scoring.spread_alarm = Some(number("15"));
    let judge = |judge: usize| of_total(totals[judge]);
    let contest = scored(session.clone(), |_, nth| Some(judge(nth)));
    let (total, median, limit) = (number("96.5"), number("81.5"), number("15"));
    assert_eq!(at(&contest, 1), only("A4", AlarmKind::Spread { total, median, limit }));
    session.groups[0].rubric.as_mut().unwrap().scoring.spread_alarm = Some(number("15.1"));
    assert_eq!(at(&scored(session.clone(), |_, nth| Some(judge(nth))), 1), []);
    session.groups[0].rubric.as_mut().unwrap().scoring.spread_alarm = None;
    assert_eq!(at(&scored(session, |_, nth| Some(judge(nth))), 1), []);
}

#[test]
fn a_reversed_scale_is_found_by_the_sixth_project() {
    // As in Stockholm in 2016: everybody sees the same order, and one of them writes it backwards.
    let order = [840, 700, 910, 770, 880, 720];
    let contest = scored(five(hall(6, 5)), |project, judge| {
        let own = i64::try_from(judge).unwrap() * 10;
        let total = if judge == 2 { 1600 - order[project] } else { order[project] };
        Some(of_total(total + own))
    });
    assert_eq!(at(&contest, 5), [], "five are too few");
    let kind = AlarmKind::AgainstPanel { projects: 6, against: 15, along: 0 };
    assert_eq!(at(&contest, 6), only("A3", kind));
}

#[test]
fn a_reversed_scale_among_judges_who_agree_moderately_is_found_too() {
    let found = |seed| {
        let contest = moderate(seed, Some(3));
        (1..=20)
            .any(|nth| at(&contest, nth).iter().any(|it| is_against(it) && it.seat == "A4".into()))
    };
    let found = (1..=50).filter(|seed| found(*seed)).count();
    assert!(found >= 47, "{found} of 50");
}

/// The numbers are told in `docs/rules.md`.
#[test]
fn panels_that_agree_moderately_are_rarely_asked() {
    let contests: Vec<_> = (1..=50).map(|seed| moderate(seed, None)).collect();
    let asked = |contest: &Contest| (1..=20).map(|nth| at(contest, nth).len()).sum::<usize>();
    let asked: Vec<_> = contests.iter().map(asked).collect();
    let finals = asked.iter().filter(|alarms| **alarms > 0).count();
    assert_eq!((asked.iter().sum::<usize>(), finals), (14, 6), "of 7,000 sheets, of 50 finals");
}

#[test]
fn a_severe_judge_is_not_against_the_panel() {
    let contest = scored(five(hall(8, 4)), |project, judge| {
        let good = i64::try_from(project * project).unwrap();
        Some(of_total(if judge == 0 { 400 + good } else { 850 + good }))
    });
    assert_eq!(at(&contest, 8), []);
}

#[test]
fn only_the_same_panel_and_group_are_compared() {
    let reversed = |project: usize, judge: usize| {
        let good = 700 + 20 * i64::try_from(project).unwrap();
        Some(of_total(if judge == 0 { 1600 - good } else { good }))
    };
    let contest = scored(five(hall(8, 4)), reversed);
    assert_eq!(at(&contest, 8).len(), 1);

    let mut panels = five(hall(8, 4));
    panels.rooms[0].judges[0].panel = Some(PanelId::from("media"));
    assert_eq!(at(&scored(panels, reversed), 8), []);

    let mut groups = five(hall(8, 4));
    groups.projects.edit(|all| {
        for project in all.iter_mut().take(4) {
            project.group = GroupId::from("startup");
        }
    });
    assert_eq!(at(&scored(groups, reversed), 8), []);
}

#[test]
fn who_gives_every_criterion_the_same_share_four_times_is_asked() {
    let contest = scored(five(hall(4, 2)), |project, judge| {
        let mark = 150 + i64::try_from(project).unwrap();
        Some(if judge == 1 { sheet([mark; 5]) } else { of_total(700 + 10 * mark) })
    });
    assert_eq!(at(&contest, 3), []);
    assert_eq!(at(&contest, 4), only("A2", AlarmKind::SameShare { sheets: 4 }));
}

#[test]
fn on_a_coarse_scale_equal_marks_are_nothing_odd() {
    let mut session = five(hall(4, 1));
    session.groups[0].rubric.as_mut().unwrap().step = Some(Decimal::from(4));
    let levels = [160, 120, 200, 160];
    assert_eq!(at(&scored(session, |project, _| Some(sheet([levels[project]; 5]))), 4), []);
}

#[test]
fn who_gives_four_projects_the_same_total_is_asked() {
    let contest = scored(five(hall(5, 2)), |project, judge| {
        let other = 700 + 10 * i64::try_from(project).unwrap();
        (project != 1).then(|| of_total(if judge == 0 { 800 } else { other }))
    });
    assert_eq!(at(&contest, 4), [], "three sheets");
    let kind = AlarmKind::SameTotal { total: number("80"), sheets: 4 };
    assert_eq!(at(&contest, 5), only("A1", kind));
}

#[test]
fn a_total_typed_into_one_criterion_is_shown() {
    let contest = scored(five(hall(1, 2)), |_, judge| {
        Some(sheet([180, 170, 160 * i64::from(judge == 0), 0, 0]))
    });
    assert_eq!(at(&contest, 1), []);
    let contest = scored(five(hall(1, 2)), |_, judge| {
        Some(sheet([175 * i64::from(judge == 0), 86, 0, 0, 0]))
    });
    let kind = AlarmKind::AllInOne { criterion: id(1), mark: number("8.6") };
    assert_eq!(at(&contest, 1), only("A2", kind));
}

#[test]
fn exchanged_marks_are_shown_where_the_others_tell_the_two_apart() {
    let panel = [[150, 110, 140, 160, 150], [160, 120, 141, 150, 160], [155, 115, 139, 155, 152]];
    let with = |own: [i64; 5]| {
        scored(five(hall(1, 4)), |_, judge| Some(sheet(*panel.get(judge).unwrap_or(&own))))
    };
    let kind = AlarmKind::Exchanged { criterion: id(0), other: id(1) };
    assert_eq!(at(&with([115, 155, 140, 155, 150]), 1), only("A4", kind));
    assert_eq!(at(&with([155, 115, 140, 155, 150]), 1), [], "as the others");
    assert_eq!(at(&with([115, 115, 140, 155, 150]), 1), [], "a low mark is an opinion");
    assert_eq!(at(&with([140, 115, 155, 155, 150]), 1), [], "the others are not so sure");
}

#[test]
fn where_nothing_is_scored_there_is_nothing_to_look_at() {
    let mut session = hall(1, 2);
    session.groups[0].rubric = None;
    assert_eq!(at(&scored(session, |_, _| None), 1), []);
    assert_eq!(at(&scored(hall(1, 2), |_, _| None), 7), []);
}
