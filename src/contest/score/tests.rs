use std::sync::Arc;

use rust_decimal::Decimal;

use crate::contest::{
    Carry, Contest, Deduction, GroupResults, Panel, Project, ProjectId, Refusal, Room, Scoring,
    Session, Stage, TieRule, Untallied, Wish,
    sample::{Evening, session},
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The sample final, changed.
fn with(change: impl FnOnce(&mut Session)) -> Arc<Session> {
    let mut session = (*session()).clone();
    change(&mut session);
    Arc::new(session)
}

fn scoring(session: &mut Session, scoring: &Scoring) {
    for rubric in session.groups.iter_mut().filter_map(|group| group.rubric.as_mut()) {
        rubric.scoring = scoring.clone();
    }
}

/// Judges 1 and 2 of each room are experts with 0.7, judge 3 is of the media with 0.3.
fn panels(session: &mut Session) {
    let panel = |id: &str, name: &str, weight| Panel {
        id: id.into(),
        name: name.into(),
        weight: decimal(weight),
    };
    session.panels = vec![panel("experts", "Experts", "0.7"), panel("media", "Media", "0.3")];
    for seat in session.rooms.iter_mut().flat_map(|room| &mut room.judges) {
        let is_media = seat.id.as_str().ends_with('3');
        seat.panel = Some(if is_media { "media" } else { "experts" }.into());
    }
}

/// Hands in sheets with the same mark in both criteria, so that a total is ten times the mark.
fn score(evening: &mut Evening, project: &str, marks: &[(&str, &str)]) {
    evening.run_to(project, Stage::Scoring);
    for (judge, mark) in marks {
        evening.score(judge, project, mark, mark);
    }
}

fn announced(contest: &Contest, project: &str) -> String {
    contest.score(&project.into()).unwrap().to_string()
}

fn lock(evening: &mut Evening, project: &str) -> Result<usize, Refusal> {
    let without = evening.contest.missing(&project.into());
    evening.ask("A/host", &Wish::Lock { project: project.into(), without })
}

#[test]
fn panels_are_tallied_by_themselves_and_weighted() {
    let mut evening = Evening::of(with(panels));
    score(&mut evening, "E01", &[("A1", "9"), ("A2", "8"), ("A3", "7")]);
    let made = evening.contest.scored(&"E01".into()).unwrap().unwrap();
    // 0.7 × 85 + 0.3 × 70; of one panel it would have been 80.
    assert_eq!(
        (made.announced.to_string(), made.exact.to_string()),
        ("80.50".into(), "161/2".into())
    );
    let panels: Vec<_> = made.panels.iter().map(|it| (it.tally.sheets, it.weight)).collect();
    assert_eq!(panels, [(2, decimal("0.7")), (1, decimal("0.3"))]);
}

#[test]
fn a_panel_without_a_sheet_makes_no_score_and_is_named() {
    let mut evening = Evening::of(with(panels));
    score(&mut evening, "E01", &[("A1", "9"), ("A2", "8")]);
    let (panel, name) = ("media".into(), "Media".into());
    let why = Untallied::InPanel { panel, name, why: Box::new(Untallied::Unscored) };
    assert_eq!(evening.contest.can_be_scored(&"E01".into()), Err(why.clone()));
    assert_eq!(evening.contest.scored(&"E01".into()), Some(Err(why)));
    let (project, panel) = ("E01".into(), "Media".into());
    let refused = Refusal::PanelIncomplete { project, panel, sheets: 0, needed: 1 };
    assert_eq!(lock(&mut evening, "E01"), Err(refused));
    evening.score("A3", "E01", "7", "7");
    lock(&mut evening, "E01").unwrap();
}

#[test]
fn the_fewest_sheets_are_asked_of_every_panel() {
    let session = with(|session| {
        panels(session);
        scoring(session, &Scoring { at_least: 2, ..Scoring::default() });
    });
    let mut evening = Evening::of(session);
    score(&mut evening, "E01", &[("A1", "9"), ("A2", "8"), ("A3", "7")]);
    let (project, panel) = ("E01".into(), "Media".into());
    let refused = Refusal::PanelIncomplete { project, panel, sheets: 1, needed: 2 };
    assert_eq!(lock(&mut evening, "E01"), Err(refused));
    score(&mut evening, "E02", &[]);
    let none = Refusal::NoSheets { project: "E02".into() };
    assert_eq!(lock(&mut evening, "E02"), Err(none), "nobody at all is no matter of a panel");
}

#[test]
fn what_is_carried_in_takes_its_share() {
    let mut evening = Evening::of(with(|session| {
        let (id, weight) = ("preliminary".into(), decimal("0.3"));
        session.carry = vec![Carry { id, name: "preliminary".into(), weight }];
        let bring = |project: &mut Project| {
            project.carried = [("preliminary".into(), decimal("87.5"))].into();
        };
        session.projects.edit(|all| all.iter_mut().for_each(bring));
    }));
    score(&mut evening, "E01", &[("A1", "8")]);
    assert_eq!(announced(&evening.contest, "E01"), "82.25"); // 0.7 × 80 + 0.3 × 87.5
}

#[test]
fn ties_may_be_separated_by_what_is_carried_in() {
    let mut evening = Evening::of(with(|session| {
        scoring(session, &Scoring { ties: vec![TieRule::Carried], ..Scoring::default() });
        let (id, weight) = ("preliminary".into(), decimal("0.5"));
        session.carry = vec![Carry { id, name: "preliminary".into(), weight }];
        session.projects.edit(|all| {
            for (project, value) in all.iter_mut().zip(["80", "90", "70"]) {
                project.carried = [("preliminary".into(), decimal(value))].into();
            }
        });
    }));
    for (project, mark) in [("E01", "9"), ("E02", "8"), ("E03", "8")] {
        score(&mut evening, project, &[("A1", mark), ("A2", mark), ("A3", mark)]);
        evening.run_to(project, Stage::Released);
    }
    let places = |evening: &Evening| -> Vec<_> {
        let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
        let line = |it: crate::contest::Standing| {
            format!("{} {} {} {:?}", it.place, it.project, it.score, it.tie)
        };
        group.standings.into_iter().map(line).collect()
    };
    let last = "3 E03 75.00 None";
    assert_eq!(places(&evening), ["1 E02 85.00 Some(Carried)", "2 E01 85.00 Some(Carried)", last]);
}

fn deduct(contest: &mut Contest, project: &str, points: &[&str]) {
    let run = Arc::make_mut(contest.runs.get_mut(&ProjectId::from(project)).unwrap());
    let deduction = |points: &&str| Deduction {
        number: 1,
        rule: "overtime".into(),
        units: 1,
        points: decimal(points),
        reason: "r".into(),
    };
    run.deductions = points.iter().map(deduction).collect();
}

#[test]
fn deductions_come_off_the_rounded_score_and_never_below_zero() {
    let mut evening = Evening::of(session());
    score(&mut evening, "E01", &[("A1", "8"), ("A2", "8"), ("A3", "8.5")]); // 245 / 3
    let contest = &mut evening.contest;
    deduct(contest, "E01", &["0.5", "1"]);
    let made = contest.scored(&"E01".into()).unwrap().unwrap();
    assert_eq!((made.rounded, made.deducted()), (decimal("81.67"), decimal("1.5")));
    assert_eq!(
        (made.announced.to_string(), made.exact.to_string()),
        ("80.17".into(), "245/3".into())
    );
    deduct(contest, "E01", &["50", "50"]);
    assert_eq!(announced(contest, "E01"), "0.00");
}

#[test]
fn places_by_exact_scores_take_deductions_off_the_exact_score() {
    let session = with(|session| {
        let rank_by = crate::contest::RankBy::Exact;
        scoring(session, &Scoring { rank_by, decimals: 0, ..Scoring::default() });
    });
    let mut evening = Evening::of(session);
    for (project, mark) in [("E01", "8.5"), ("E02", "8")] {
        score(&mut evening, project, &[("A1", "8"), ("A2", "8"), ("A3", mark)]);
        evening.run_to(project, Stage::Released);
    }
    deduct(&mut evening.contest, "E01", &["1"]);
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    let lines: Vec<_> = group.standings.iter().map(|it| (it.place, it.score.to_string())).collect();
    // 245 / 3 − 1 = 80.67 is before 80, though both are announced as whole points.
    assert_eq!(lines, [(1, "81".to_owned()), (2, "80".to_owned())]);
}

/// The sample's enterprise group in both rooms, with a coefficient: E01 and E02 in A, E03 in B.
fn two_rooms() -> Arc<Session> {
    with(|session| {
        session.room_coefficient = true;
        let [a, b]: &mut [Room; 2] = session.rooms.as_mut_slice().try_into().unwrap();
        b.order.insert(0, a.order.pop().unwrap());
    })
}

#[test]
fn a_coefficient_brings_rooms_to_the_same_mean() {
    let mut evening = Evening::of(two_rooms());
    for (project, judge, mark) in [("E01", "A1", "9"), ("E02", "A1", "7"), ("E03", "B1", "6.5")] {
        score(&mut evening, project, &[(judge, mark)]);
        evening.run_to(project, Stage::Released);
    }
    let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
    let line = |it: &crate::contest::Standing| {
        let coefficient = it.made_of.coefficient.as_ref().map(ToString::to_string);
        format!("{} {} × {}", it.project, it.score, coefficient.unwrap_or_default())
    };
    // All: 225 / 3 = 75; room A: 80, room B: 65.
    let lines: Vec<_> = group.standings.iter().map(line).collect();
    assert_eq!(lines, ["E01 84.38 × 15/16", "E03 75.00 × 15/13", "E02 65.63 × 15/16"]);
}

#[test]
fn a_score_is_the_one_in_the_ranking() {
    let mut evening = Evening::of(two_rooms());
    let released = |evening: &Evening| -> Vec<_> {
        let group = GroupResults::of(&evening.contest, &evening.contest.session().groups[0]);
        group.standings.into_iter().map(|it| (it.project, it.score)).collect()
    };
    for (project, judge, mark) in [("E01", "A1", "9"), ("E03", "B1", "6.5"), ("E02", "A1", "7")] {
        score(&mut evening, project, &[(judge, mark)]);
        evening.run_to(project, Stage::Released);
        for (project, score) in released(&evening) {
            assert_eq!(evening.contest.score(&project), Some(score), "{project}");
        }
    }
    assert_eq!(released(&evening).len(), 3);
}

#[test]
fn a_group_in_one_room_has_no_coefficient() {
    let mut evening = Evening::of(with(|session| session.room_coefficient = true));
    for (project, mark) in [("E01", "9"), ("E02", "7")] {
        score(&mut evening, project, &[("A1", mark)]);
        evening.run_to(project, Stage::Released);
        let made = evening.contest.scored(&project.into()).unwrap().unwrap();
        assert_eq!((made.coefficient, made.announced), (None, decimal(mark) * Decimal::TEN));
    }
}
