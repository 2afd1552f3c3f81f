//! The moments of an evening at which everybody asks for everything: all about E01, the third of room A.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::contest::{
    Act, Backfill, Contest, DeductionRule, Marks, Ms, Phase, ProjectId, Safeguards, Seal, SeatMark,
    Session, Stage, TieRule, Wish,
    sample::{Evening, session, showcase},
};

/// A moment: the head of its column, and an evening that has got there.
pub(in crate::contest::tests) struct Moment {
    pub(in crate::contest::tests) head: &'static str,
    pub(in crate::contest::tests) evening: Evening,
}

fn why() -> String {
    "for the record".to_owned()
}

/// E02 and E03 are released with the same score, E01 is next, then E04; E31 is in reserve.
fn final_of(safeguards: Safeguards) -> Session {
    let mut session = (*session()).clone();
    session.safeguards = safeguards;
    session.groups[0].backfill = Backfill::Turn;
    session.groups[0].rubric.as_mut().unwrap().scoring.ties = vec![TieRule::Chair];
    session.deductions = vec![DeductionRule {
        id: "overtime".into(),
        name: "overtime".into(),
        points: 1.into(),
        per: Some(Ms::seconds(30)),
        grace: Ms::ZERO,
        most: Some(3),
    }];
    let like_e01 = session.projects[0].clone();
    for (id, reserve) in [("E04", None), ("E31", Some(1))] {
        let mut project = like_e01.clone();
        (project.id, project.reserve) = (id.into(), reserve);
        session.projects.push(project);
    }
    session.rooms[0].order = ["E02", "E03", "E01", "E04"].map(Into::into).to_vec();
    session
}

pub(super) const NONCE: &str = "a nonce of more than thirty-two characters";

/// A sheet with so many halves of a point for everything, sealed where sheets are.
pub(super) fn sheet(contest: &Contest, judge: &str, project: &str, halves: i64) -> Wish {
    let (project, marks, revision) = (ProjectId::from(project), halves_for_all(halves), 1);
    if !contest.session().safeguards.sealed_sheets {
        return Wish::Submit { project, revision, marks };
    }
    let seal = Seal::of((&project, &judge.into(), revision), &marks, NONCE);
    Wish::SealSheet { project, revision, seal }
}

pub(super) fn halves_for_all(halves: i64) -> Marks {
    let mark = Decimal::new(halves * 5, 1);
    [("idea".into(), mark), ("team".into(), mark)].into()
}

fn hand_in(evening: &mut Evening, judges: &[&str], project: &str, halves: i64) {
    for judge in judges {
        let wish = sheet(&evening.contest, judge, project, halves);
        evening.ask(&format!("A/judge/{judge}"), &wish).unwrap();
    }
}

/// Opens these judges' sheets where they are sealed.
fn open(evening: &mut Evening, judges: &[&str], project: &str, halves: i64) {
    if !evening.contest.session().safeguards.sealed_sheets {
        return;
    }
    let (marks, nonce) = (halves_for_all(halves), NONCE.to_owned());
    let wish = Wish::OpenSheet { project: project.into(), revision: 1, marks, nonce };
    for judge in judges {
        evening.ask(&format!("A/judge/{judge}"), &wish).unwrap();
    }
}

const PANEL: [&str; 3] = ["A1", "A2", "A3"];

/// Both persons do it; of what a host alone can do the host's wish is enough.
pub(super) fn together(evening: &mut Evening, act: Act) {
    let _ = evening.ask("A/host", &Wish::Propose { act, reason: why() });
    if let Some(proposal) = evening.contest.proposals().last().map(|it| it.number) {
        let _ = evening.ask("supervisor", &Wish::Agree { proposal });
    }
}

/// The host goes on until the project is at this stage.
fn go(evening: &mut Evening, project: &str, stage: Stage) {
    evening.run_to(project, if stage == Stage::Released { Stage::Locked } else { stage });
    if stage == Stage::Released {
        evening.ask("A/host", &Wish::Release { project: project.into() }).unwrap();
        if let Some(proposal) = evening.contest.proposals().last().map(|it| it.number) {
            evening.ask("supervisor", &Wish::Agree { proposal }).unwrap();
        }
    }
}

fn clock(evening: &mut Evening, wish: impl Fn(Phase) -> Wish) {
    evening.ask("A/host", &wish(Phase::Presentation)).unwrap();
}

/// After a whole panel has handed in, A2's sheet is open and no other; and the same of a panel that did not
/// wait for A1.
fn partly_open(none_in: Evening, all_in: &Evening) -> [(&'static str, Evening); 2] {
    let (mut opened, mut late) = (all_in.clone(), none_in);
    let (project, seat, mark) = ("E01".into(), "A1".into(), SeatMark::Absent);
    late.ask("A/host", &Wish::MarkSeat { project, seat, mark, reason: why() }).unwrap();
    hand_in(&mut late, &["A2", "A3"], "E01", 14);
    for evening in [&mut opened, &mut late] {
        open(evening, &["A2"], "E01", 14);
    }
    [("ope", opened), ("lat", late)]
}

/// All moments of a final, in the order of the table's columns.
pub(in crate::contest::tests) fn moments_of_a_final(safeguards: Safeguards) -> Vec<Moment> {
    let mut begun = Evening::of(Arc::new(final_of(safeguards)));
    for project in ["E02", "E03"] {
        go(&mut begun, project, Stage::Scoring);
        hand_in(&mut begun, &PANEL, project, 16);
        open(&mut begun, &PANEL, project, 16);
        go(&mut begun, project, Stage::Released);
    }
    let e01 = || "E01".into();
    let mut moments = Vec::new();
    let mut keep =
        |head, evening: &Evening| moments.push(Moment { head, evening: evening.clone() });

    let mut evening = begun.clone();
    keep("wai", &evening);
    evening.ask("A/host", &Wish::MarkAbsent { project: e01(), reason: why() }).unwrap();
    keep("abs", &evening);
    evening.ask("A/host", &Wish::CallUp { project: e01() }).unwrap();
    keep("cal", &evening);
    clock(&mut evening, |phase| Wish::Begin { project: e01(), phase });
    keep("pit", &evening);
    clock(&mut evening, |phase| Wish::StartClock { project: e01(), phase });
    keep("run", &evening);
    clock(&mut evening, |phase| Wish::PauseClock { project: e01(), phase, reason: why() });
    keep("pau", &evening);
    go(&mut evening, "E01", Stage::Questions);
    keep("que", &evening);
    go(&mut evening, "E01", Stage::Scoring);
    keep("sc0", &evening);
    let none_in = evening.clone();
    hand_in(&mut evening, &["A1", "A2"], "E01", 14);
    keep("sc2", &evening);
    evening.clone_from(&none_in);
    hand_in(&mut evening, &PANEL, "E01", 14);
    keep("sc3", &evening);
    for (head, partly) in partly_open(none_in, &evening) {
        keep(head, &partly);
    }
    open(&mut evening, &PANEL, "E01", 14);
    let all_in = evening.clone();
    together(&mut evening, Act::Return { project: e01(), seat: "A2".into() });
    keep("ret", &evening);
    evening = all_in;
    go(&mut evening, "E01", Stage::Locked);
    keep("loc", &evening);
    go(&mut evening, "E01", Stage::Released);
    keep("rel", &evening);
    evening.ask("A/host", &Wish::Withdraw { project: "E04".into(), reason: why() }).unwrap();
    let order = vec![vec!["E03".into()], vec!["E02".into()]];
    let rule = Wish::Rule { group: "enterprise".into(), order, reason: why() };
    evening.ask("A/host", &rule).unwrap();
    keep("fin", &evening);

    evening = begun.clone();
    evening.ask("A/host", &Wish::Withdraw { project: e01(), reason: why() }).unwrap();
    keep("wit", &evening);
    evening = begun;
    together(&mut evening, Act::Disqualify { project: e01() });
    keep("dis", &evening);
    moments
}

/// All moments of a showcase, where nothing is scored.
pub(in crate::contest::tests) fn moments_of_a_showcase() -> Vec<Moment> {
    let mut session = (*showcase()).clone();
    let mut e04 = session.projects[0].clone();
    e04.id = "E04".into();
    session.projects.push(e04);
    session.rooms[0].order = ["E02", "E03", "E01", "E04"].map(Into::into).to_vec();
    let mut evening = Evening::of(Arc::new(session));
    for project in ["E02", "E03"] {
        evening.run_to(project, Stage::Shown);
    }
    let stages = [
        ("wai", Stage::Waiting),
        ("cal", Stage::CalledUp),
        ("pit", Stage::Presentation),
        ("que", Stage::Questions),
        ("sho", Stage::Shown),
    ];
    let mut at = |(head, stage)| {
        evening.run_to("E01", stage);
        Moment { head, evening: evening.clone() }
    };
    stages.into_iter().map(&mut at).collect()
}
