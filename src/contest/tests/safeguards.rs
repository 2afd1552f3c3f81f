//! What a session may ask for so that nobody has to be trusted alone: a release that is signed by two,
//! and sheets that stay sealed until the whole panel's are in.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::lock;
use crate::contest::{
    Act, Agenda, Fact, Marks, Phase, ProjectId, Refusal, Role, Safeguards, Seal, SeatMark,
    SeatWord, Stage, Wish,
    sample::{Evening, marks, session},
};

const HOST: &str = "A/host";
const SUPERVISOR: &str = "supervisor";
const NONCE: &str = "9a0364b9e99bb480dd25e1f0284c8555";

fn with(safeguards: Safeguards) -> Evening {
    let mut session = (*session()).clone();
    session.safeguards = safeguards;
    Evening::of(Arc::new(session))
}

/// An evening with both, in the scoring window of E01.
pub(super) fn both() -> Evening {
    let mut evening =
        with(Safeguards { co_signed_release: true, sealed_sheets: true, ..Safeguards::default() });
    evening.run_to("E01", Stage::Scoring);
    evening
}

/// A sheet of A1 with the same mark twice, sealed.
pub(super) fn sealed(project: ProjectId, revision: u32, mark: Decimal) -> Wish {
    let seal = Seal::of((&project, &"A1".into(), revision), &twice(mark), NONCE);
    Wish::SealSheet { project, revision, seal }
}

/// The same, opened.
pub(super) fn opened(project: ProjectId, revision: u32, mark: Decimal) -> Wish {
    Wish::OpenSheet { project, revision, marks: twice(mark), nonce: NONCE.to_owned() }
}

fn twice(mark: Decimal) -> Marks {
    [("idea".into(), mark), ("team".into(), mark)].into()
}

fn co_signed() -> Evening {
    let mut evening = with(Safeguards { co_signed_release: true, ..Safeguards::default() });
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        evening.score(judge, "E01", "8", "8");
    }
    evening.ask(HOST, &lock("E01", &[])).unwrap();
    evening
}

/// E01 is pitching, and its sheets are sealed.
fn sealing() -> Evening {
    let mut evening = with(Safeguards { sealed_sheets: true, ..Safeguards::default() });
    evening.run_to("E01", Stage::Questions);
    evening
}

fn release() -> Wish {
    Wish::Release { project: "E01".into() }
}

fn seal_of(seat: &str, revision: u32, marks: &Marks) -> Seal {
    Seal::of((&"E01".into(), &seat.into(), revision), marks, NONCE)
}

pub(super) fn seal(
    evening: &mut Evening,
    judge: &str,
    revision: u32,
    marks: &Marks,
) -> Result<usize, Refusal> {
    let seal = seal_of(judge, revision, marks);
    let wish = Wish::SealSheet { project: "E01".into(), revision, seal };
    evening.ask(&format!("A/judge/{judge}"), &wish)
}

pub(super) fn open(
    evening: &mut Evening,
    seat: &str,
    revision: u32,
    marks: &Marks,
) -> Result<usize, Refusal> {
    let (marks, nonce) = (marks.clone(), NONCE.to_owned());
    let wish = Wish::OpenSheet { project: "E01".into(), revision, marks, nonce };
    evening.ask(&format!("A/judge/{seat}"), &wish)
}

fn stage(evening: &Evening) -> Stage {
    evening.contest.stage_of(&"E01".into())
}

fn word(evening: &Evening, seat: &str) -> SeatWord {
    evening.contest.run(&"E01".into()).unwrap().seats[&seat.into()].word()
}

fn agenda(evening: &Evening) -> Agenda {
    let room = evening.contest.session().room(&"A".into()).unwrap();
    Agenda::of(&evening.contest, room)
}

fn only_proposal(evening: &Evening) -> u32 {
    let [proposal] = evening.contest.proposals() else { panic!("one proposal") };
    proposal.number
}

#[test]
fn a_release_that_is_co_signed_waits_for_the_supervisor() {
    let mut evening = co_signed();
    assert_eq!(agenda(&evening).next, Some(release()));
    evening.ask(HOST, &release()).unwrap();
    assert_eq!(stage(&evening), Stage::Locked);
    assert_eq!(evening.contest.proposals()[0].by, Role::Host);
    assert_ne!(agenda(&evening).next, Some(release()), "the host has signed and can go on");

    let proposal = only_proposal(&evening);
    let alone = Err(Refusal::SecondPersonNeeded { proposal });
    assert_eq!(evening.ask(HOST, &Wish::Agree { proposal }), alone);
    evening.ask(SUPERVISOR, &Wish::Agree { proposal }).unwrap();
    assert_eq!(stage(&evening), Stage::Released);
    assert_eq!(evening.ask(HOST, &release()), Ok(0), "it is released");
}

#[test]
fn a_release_that_the_supervisor_signed_first_is_released_by_the_host_s_own_step() {
    let mut evening = co_signed();
    let act = Act::Release { project: "E01".into() };
    evening.ask(SUPERVISOR, &Wish::Propose { act, reason: String::new() }).unwrap();
    assert_eq!(agenda(&evening).next, Some(release()));
    evening.ask(HOST, &release()).unwrap();
    assert_eq!(stage(&evening), Stage::Released);
}

#[test]
fn a_signature_is_for_what_was_there_to_see() {
    let mut evening = co_signed();
    evening.ask(HOST, &release()).unwrap();
    let proposal = only_proposal(&evening);
    let act = Act::Return { project: "E01".into(), seat: "A1".into() };
    evening.ask(HOST, &Wish::Propose { act, reason: "swapped".into() }).unwrap();
    let other = evening.contest.proposals().last().unwrap().number;
    evening.ask(SUPERVISOR, &Wish::Agree { proposal: other }).unwrap();
    assert_eq!(evening.contest.proposals(), &[], "the sheets are others now");
    let gone = Err(Refusal::NoSuchProposal { proposal });
    assert_eq!(evening.ask(SUPERVISOR, &Wish::Agree { proposal }), gone);
}

#[test]
fn a_session_without_co_signature_is_released_by_the_host() {
    let mut evening = with(Safeguards::default());
    evening.run_to("E01", Stage::Scoring);
    evening.score("A1", "E01", "8", "8");
    evening.ask(HOST, &lock("E01", &["A2", "A3"])).unwrap();
    evening.ask(HOST, &release()).unwrap();
    assert_eq!(stage(&evening), Stage::Released);
}

#[test]
fn nobody_can_open_a_sheet_while_another_is_waited_for() {
    let mut evening = sealing();
    let sheet = marks("9", "8.5");
    seal(&mut evening, "A1", 1, &sheet).unwrap();
    seal(&mut evening, "A2", 1, &sheet).unwrap();
    let not_yet = || Err(Refusal::NotOpenYet { project: "E01".into() });
    assert_eq!(open(&mut evening, "A1", 1, &sheet), not_yet(), "questions are being answered");
    evening.run_to("E01", Stage::Scoring);
    assert_eq!(open(&mut evening, "A1", 1, &sheet), not_yet(), "A3 is waited for");
    seal(&mut evening, "A3", 1, &sheet).unwrap();

    assert_eq!(evening.contest.missing(&"E01".into()).len(), 3, "sealed is not in yet");
    for judge in ["A1", "A2", "A3"] {
        open(&mut evening, judge, 1, &sheet).unwrap();
        assert_eq!(open(&mut evening, judge, 1, &sheet), Ok(0), "it is open");
    }
    evening.ask(HOST, &lock("E01", &[])).unwrap();
    evening.ask(HOST, &release()).unwrap();
    assert_eq!(stage(&evening), Stage::Released);
}

#[test]
fn no_fact_holds_a_mark_before_the_whole_panel_has_sealed() {
    let mut evening = sealing();
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        assert!(!evening.facts.iter().any(|(_, fact)| matches!(fact, Fact::SheetOpened { .. })));
        seal(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    let opened = evening.facts.iter().filter(|(_, fact)| fact.seat().is_some());
    let text: String = opened.map(|(_, fact)| serde_json::to_string(fact).unwrap()).collect();
    assert!(!text.contains("8.5") && !text.contains("marks"), "{text}");
}

#[test]
fn only_the_marks_that_were_sealed_open_the_seal() {
    let mut evening = sealing();
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        seal(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    let broken = || Err(Refusal::SealBroken { project: "E01".into() });
    assert_eq!(open(&mut evening, "A1", 1, &marks("9", "9")), broken());
    assert_eq!(word(&evening, "A1"), SeatWord::Sealed);
    // The seal is over the decimal, not over how it is written.
    open(&mut evening, "A1", 1, &marks("9.0", "8.50")).unwrap();
    assert_eq!(word(&evening, "A1"), SeatWord::Scored);
}

#[test]
fn a_seal_is_replaced_by_a_newer_one_until_it_is_opened() {
    let mut evening = sealing();
    evening.run_to("E01", Stage::Scoring);
    let (first, second) = (marks("9", "8.5"), marks("7", "7"));
    seal(&mut evening, "A1", 1, &first).unwrap();
    assert_eq!(seal(&mut evening, "A1", 1, &first), Ok(0));
    let stale = |revision| Err(Refusal::StaleRevision { project: "E01".into(), revision });
    assert_eq!(seal(&mut evening, "A1", 1, &second), stale(1));
    seal(&mut evening, "A1", 2, &second).unwrap();
    seal(&mut evening, "A2", 1, &first).unwrap();
    seal(&mut evening, "A3", 1, &first).unwrap();
    assert_eq!(open(&mut evening, "A1", 1, &first), stale(2));
    open(&mut evening, "A1", 2, &second).unwrap();
    let again = seal(&mut evening, "A1", 3, &first);
    assert!(matches!(again, Err(Refusal::WrongSeatState { .. })), "{again:?}");
}

/// Whoever has not opened yet, was late or comes from elsewhere may know the others' marks by then.
#[test]
fn no_seal_is_taken_once_a_sheet_is_open() {
    let mut evening = sealing();
    evening.run_to("E01", Stage::Scoring);
    let (first, second) = (marks("9", "8.5"), marks("7", "7"));
    seal(&mut evening, "A2", 1, &first).unwrap();
    seal(&mut evening, "A3", 1, &first).unwrap();
    let late = Wish::MarkSeat {
        project: "E01".into(),
        seat: "A1".into(),
        mark: SeatMark::Late,
        reason: "in the corridor".into(),
    };
    evening.ask(HOST, &late).unwrap();
    open(&mut evening, "A2", 1, &first).unwrap();

    let stands = || Err(Refusal::SealsStand { project: "E01".into() });
    assert_eq!(seal(&mut evening, "A3", 2, &second), stands());
    assert_eq!(seal(&mut evening, "A1", 1, &second), stands());
    open(&mut evening, "A3", 1, &first).unwrap();

    // Two persons may give a sheet back, and then it is sealed again.
    let act = Act::Return { project: "E01".into(), seat: "A3".into() };
    for by in [HOST, SUPERVISOR] {
        evening.ask(by, &Wish::Propose { act: act.clone(), reason: "swapped".into() }).unwrap();
    }
    seal(&mut evening, "A3", 2, &second).unwrap();
    open(&mut evening, "A3", 2, &second).unwrap();
    assert_eq!(seal(&mut evening, "A1", 1, &second), stands());
}

/// E01 in scoring, A1 marked late, and the others sealed.
fn without_the_first() -> Evening {
    let mut evening = sealing();
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A2", "A3"] {
        seal(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    mark(&mut evening, "A1", SeatMark::Late);
    evening
}

fn mark(evening: &mut Evening, seat: &str, mark: SeatMark) {
    let (project, seat, reason) = ("E01".into(), seat.into(), "in the corridor".to_owned());
    evening.ask(HOST, &Wish::MarkSeat { project, seat, mark, reason }).unwrap();
}

fn give_back(evening: &mut Evening, seat: &str) {
    let act = Act::Return { project: "E01".into(), seat: seat.into() };
    for by in [HOST, SUPERVISOR] {
        evening.ask(by, &Wish::Propose { act: act.clone(), reason: "swapped".into() }).unwrap();
    }
}

#[test]
fn what_was_open_once_is_known_whatever_becomes_of_it() {
    let mut evening = without_the_first();
    for judge in ["A2", "A3"] {
        open(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    for judge in ["A2", "A3"] {
        give_back(&mut evening, judge);
        seal(&mut evening, judge, 2, &marks("8", "8")).unwrap();
    }
    // Every sheet is sealed again, and yet A1 may have heard of the first ones.
    let stands = Err(Refusal::SealsStand { project: "E01".into() });
    assert_eq!(seal(&mut evening, "A1", 1, &marks("7", "7")), stands);
    assert_eq!(seal(&mut evening, "A2", 3, &marks("7", "7")), stands);
}

#[test]
fn a_second_pitch_is_sealed_anew_by_everybody() {
    let mut evening = sealing();
    for judge in ["A1", "A2", "A3"] {
        seal(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    evening.run_to("E01", Stage::Scoring);
    open(&mut evening, "A2", 1, &marks("9", "8.5")).unwrap();
    evening.ask(HOST, &Wish::Undo { project: "E01".into() }).unwrap();
    let again = Wish::Postpone { project: "E01".into(), reason: "projector".into() };
    evening.ask(HOST, &again).unwrap();
    evening.ask(HOST, &Wish::CallUp { project: "E01".into() }).unwrap();
    let pitch = Wish::Begin { project: "E01".into(), phase: Phase::Presentation };
    evening.ask(HOST, &pitch).unwrap();
    for judge in ["A1", "A2", "A3"] {
        assert_eq!(seal(&mut evening, judge, 2, &marks("8", "8")), Ok(1), "{judge}");
    }
}

#[test]
fn who_comes_back_too_late_to_seal_keeps_no_sheet_from_being_opened() {
    let mut evening = without_the_first();
    open(&mut evening, "A2", 1, &marks("9", "8.5")).unwrap();
    mark(&mut evening, "A1", SeatMark::Expected);
    let stands = Err(Refusal::SealsStand { project: "E01".into() });
    assert_eq!(seal(&mut evening, "A1", 1, &marks("7", "7")), stands);
    assert_eq!(open(&mut evening, "A3", 1, &marks("9", "8.5")), Ok(1));
}

#[test]
fn a_sealed_sheet_whose_terminal_is_gone_is_not_waited_for() {
    let mut evening = sealing();
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        seal(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    for judge in ["A1", "A2"] {
        open(&mut evening, judge, 1, &marks("9", "8.5")).unwrap();
    }
    let late = Wish::MarkSeat {
        project: "E01".into(),
        seat: "A3".into(),
        mark: SeatMark::Late,
        reason: "terminal broken".into(),
    };
    let mut by_lock = evening.clone();
    evening.ask(HOST, &late).unwrap();
    evening.ask(HOST, &lock("E01", &[])).unwrap();
    by_lock.ask(HOST, &lock("E01", &["A3"])).unwrap();
    for evening in [evening, by_lock] {
        assert_eq!((stage(&evening), word(&evening, "A3")), (Stage::Locked, SeatWord::Late));
    }
}

#[test]
fn sheets_come_in_the_clear_or_sealed_as_the_session_says_and_never_otherwise() {
    let mut sealed = sealing();
    let clear = Wish::Submit { project: "E01".into(), revision: 1, marks: marks("9", "9") };
    let needed = Err(Refusal::SealNeeded { project: "E01".into() });
    assert_eq!(sealed.ask("A/judge/A1", &clear), needed);

    let mut plain = with(Safeguards::default());
    plain.run_to("E01", Stage::Scoring);
    let not_needed = || Err(Refusal::NoSealNeeded { project: "E01".into() });
    assert_eq!(seal(&mut plain, "A1", 1, &marks("9", "9")), not_needed());
    assert_eq!(open(&mut plain, "A1", 1, &marks("9", "9")), not_needed());
}

/// Computed by `printf 'roadshow sheet 1\n…' | sha256sum`, not by this program.
#[test]
fn a_seal_is_what_the_documentation_says() {
    let seal = seal_of("A1", 1, &marks("9.0", "8.50"));
    assert_eq!(seal.as_str(), "f85c80dc13a24365237d1f668bbd3b0855296404a0e023f910d079a64b097de4");
}
