//! What is asked at every moment: each wish once, and each act of two persons, as it would be right
//! then if it is at all. `every_wish_and_every_act_has_a_row` proves that none is missing.

use uuid::Uuid;

use super::moment::{NONCE, halves_for_all, together};
use crate::contest::{
    Act, Audience, Contest, Keyer, Ms, Phase, ProjectId, Scene, Seal, Seat, SeatMark, Stage, Wish,
    sample::Evening,
};

/// A row of the table: what is asked, and what has to be there before.
pub(in crate::contest::tests) struct Asked {
    /// The wish's word, and the act's where the wish is to propose one.
    pub(in crate::contest::tests) row: String,
    pub(in crate::contest::tests) wish: Wish,
    /// What is put in place first, as far as it is possible at the moment.
    pub(in crate::contest::tests) before: Option<Before>,
}

/// What a wish presupposes.
pub(in crate::contest::tests) enum Before {
    /// Something that the host asks.
    Host(Wish),
    /// The first judge's sheet on paper, which the host has allowed, keyed at a clerk's other terminal.
    Keyed,
    /// Something that host and supervisor do together.
    Together(Act),
    /// A proposal of the person who is not asking: the host's if the supervisor asks, else the supervisor's.
    Proposed(Act),
}

fn why() -> String {
    "for the record".to_owned()
}

fn e01() -> ProjectId {
    "E01".into()
}

/// Every act, right for a panel of which A1 has handed in and A3 has not.
fn acts() -> Vec<(Act, Option<Before>)> {
    let (project, seat) = (e01, || "A1".into());
    let (rule, units) = (|| "overtime".into(), 1);
    let deduct = || Act::Deduct { project: project(), rule: rule(), units };
    let void = Act::Void { project: project(), seat: seat() };
    vec![
        (Act::Release { project: project() }, None),
        (Act::Return { project: project(), seat: seat() }, None),
        (void.clone(), None),
        (Act::Restore { project: project(), seat: seat() }, Some(Before::Together(void))),
        (Act::Correct { project: project(), seat: seat(), marks: halves_for_all(13) }, None),
        (deduct(), None),
        (Act::RemoveDeduction { project: project(), number: 1 }, Some(Before::Together(deduct()))),
        (Act::Disqualify { project: project() }, None),
    ]
}

/// The phase whose clock stands on the screens, or the first.
fn phase(contest: &Contest) -> Phase {
    contest.stage_of(&e01()).phase().unwrap_or(Phase::Presentation)
}

/// The phase that follows.
fn next_phase(contest: &Contest) -> Phase {
    match contest.stage_of(&e01()) {
        Stage::Presentation => Phase::Questions,
        Stage::Questions | Stage::Scoring => Phase::Scoring,
        _ => Phase::Presentation,
    }
}

/// All of the table's rows, as they are asked in this state of the evening.
pub(in crate::contest::tests) fn all(contest: &Contest) -> Vec<Asked> {
    let mut all = Vec::new();
    let mut add = |wish: Wish, before| {
        let row = match &wish {
            Wish::Propose { act, .. } => format!("propose {}", act.as_str()),
            wish => wish.word().to_owned(),
        };
        all.push(Asked { row, wish, before });
    };
    for wish in of_the_stage(contest).into_iter().chain(of_the_room()) {
        let before = presupposed(&wish);
        add(wish, before);
    }
    for (act, before) in acts() {
        add(Wish::Propose { act, reason: why() }, before);
    }
    let disqualify = || Some(Before::Proposed(Act::Disqualify { project: e01() }));
    let proposal = contest.proposed + 1;
    add(Wish::Agree { proposal }, disqualify());
    add(Wish::Decline { proposal, reason: why() }, disqualify());
    for wish in of_the_doors().into_iter().chain(of_judges()) {
        add(wish, None);
    }
    for wish in [keyed(2), Wish::DropKeying { project: e01(), seat: "A1".into(), reason: why() }] {
        add(wish, Some(Before::Keyed));
    }
    all
}

fn presupposed(wish: &Wish) -> Option<Before> {
    let (rule, units, group) = ("overtime".into(), 1, || "enterprise".into());
    let earlier = match wish {
        Wish::RemoveDeduction { .. } => Wish::Deduct { project: e01(), rule, units, reason: why() },
        Wish::DisallowPaper { .. } => allowed(),
        Wish::Unsay { .. } => message(),
        Wish::EndBreak { .. } => tea(),
        Wish::Thaw { .. } => Wish::Freeze { group: group() },
        _ => return None,
    };
    Some(Before::Host(earlier))
}

/// What a host does about one project.
fn of_the_stage(contest: &Contest) -> Vec<Wish> {
    let (project, phase, reason) = (e01, phase(contest), why);
    vec![
        Wish::CallUp { project: project() },
        Wish::Begin { project: project(), phase: next_phase(contest) },
        Wish::StartClock { project: project(), phase },
        Wish::PauseClock { project: project(), phase, reason: reason() },
        Wish::ResumeClock { project: project(), phase },
        Wish::AddTime { project: project(), phase, ms: Ms::seconds(30), reason: reason() },
        Wish::SetClock { project: project(), phase, left: Ms::seconds(50), reason: reason() },
        Wish::Undo { project: project() },
        Wish::Finish { project: project() },
        Wish::Lock { project: project(), without: contest.missing(&project()) },
        Wish::Release { project: project() },
        Wish::MarkAbsent { project: project(), reason: reason() },
        Wish::Withdraw { project: project(), reason: reason() },
        Wish::Postpone { project: project(), reason: reason() },
        Wish::Backfill { project: project(), reason: reason() },
        Wish::MarkSeat {
            project: project(),
            seat: "A3".into(),
            mark: SeatMark::Absent,
            reason: reason(),
        },
        allowed(),
        Wish::DisallowPaper { project: project(), seat: "A1".into(), reason: reason() },
        Wish::Deduct { project: project(), rule: "overtime".into(), units: 1, reason: reason() },
        Wish::RemoveDeduction { project: project(), number: 1, reason: reason() },
    ]
}

fn message() -> Wish {
    let (room, to, text) = ("A".into(), Audience::Stage, "one minute".to_owned());
    Wish::Say { room, to, text, blink: false }
}

fn tea() -> Wish {
    Wish::TakeBreak { room: "A".into(), name: "tea".into(), length: Ms::seconds(900) }
}

/// What a host does about the room and the group.
fn of_the_room() -> Vec<Wish> {
    let (room, group) = (|| "A".into(), || "enterprise".into());
    vec![
        Wish::Reorder {
            room: room(),
            order: ["E02", "E03", "E04", "E01"].map(Into::into).to_vec(),
            reason: why(),
        },
        Wish::ShowScene { room: room(), scene: Scene::Welcome },
        Wish::Blank { room: room(), on: true },
        message(),
        Wish::Unsay { room: room(), to: Audience::Stage },
        tea(),
        Wish::EndBreak { room: room() },
        Wish::Freeze { group: group() },
        Wish::Thaw { group: group() },
        Wish::Ceremony { group: group(), step: Some(1) },
        Wish::Rule {
            group: group(),
            order: vec![vec!["E02".into()], vec!["E03".into()]],
            reason: why(),
        },
    ]
}

/// What is decided about who may come in and who holds a seat.
fn of_the_doors() -> Vec<Wish> {
    let host = || Seat::Host("A".into());
    let [from, to] = [1, 2].map(Uuid::from_u128);
    vec![Wish::RenewPass { seat: host(), reason: why() }, Wish::HandOver { seat: host(), from, to }]
}

/// What the first judge does.
fn of_judges() -> Vec<Wish> {
    let (project, marks) = (e01, || halves_for_all(14));
    let revision = 1;
    let seal = Seal::of((&project(), &"A1".into(), revision), &marks(), NONCE);
    vec![
        Wish::Submit { project: project(), revision, marks: marks() },
        Wish::SealSheet { project: project(), revision, seal },
        Wish::OpenSheet { project: project(), revision, marks: marks(), nonce: NONCE.to_owned() },
        Wish::Recuse { project: project(), reason: why() },
    ]
}

/// The first judge's sheet comes on paper.
fn allowed() -> Wish {
    Wish::AllowPaper { project: e01(), seat: "A1".into(), reason: why() }
}

/// The first judge's sheet on paper, keyed by one of two persons.
fn keyed(person: u128) -> Wish {
    let (project, seat, marks) = (e01(), "A1".into(), halves_for_all(14));
    let keyed_by = Keyer { name: format!("clerk {person}"), terminal: Uuid::from_u128(person) };
    Wish::KeySheet { project, seat, marks, keyed_by }
}

impl Asked {
    /// The evening with all that the wish presupposes, as far as it can be.
    pub(in crate::contest::tests) fn prepared(&self, evening: &Evening, by: &str) -> Evening {
        let mut evening = evening.clone();
        let mut ask = |by: &str, wish: &Wish| _ = evening.ask(by, wish);
        match &self.before {
            None => (),
            Some(Before::Host(wish)) => ask("A/host", wish),
            Some(Before::Keyed) => {
                ask("A/host", &allowed());
                ask("A/clerk", &keyed(1));
            }
            Some(Before::Together(act)) => together(&mut evening, act.clone()),
            Some(Before::Proposed(act)) => {
                let first = if by == "supervisor" { "A/host" } else { "supervisor" };
                ask(first, &Wish::Propose { act: act.clone(), reason: why() });
            }
        }
        evening
    }
}
