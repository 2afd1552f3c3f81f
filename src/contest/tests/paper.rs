//! Paper sheets: keyed by two, and only then a sheet.

use std::sync::Arc;

use uuid::Uuid;

use super::{live, lock, safeguards};
use crate::contest::{
    Act, At, Contest, Differing, Fact, Keyer, MOST_KEYINGS, Marks, Permission, Refusal, Safeguards,
    SeatMark, SeatWord, Stage, Wish,
    sample::{Evening, marks, session},
};

const CLERK: &str = "A/clerk";

/// Three persons, each at an own terminal.
fn person(name: &str) -> Keyer {
    let terminal = match name {
        "Wang" => 1,
        "Li" => 2,
        _ => 3,
    };
    Keyer { name: name.to_owned(), terminal: Uuid::from_u128(terminal) }
}

fn keyed(seat: &str, name: &str, (idea, team): (&str, &str)) -> Wish {
    let (project, seat, marks) = ("E01".into(), seat.into(), marks(idea, team));
    Wish::KeySheet { project, seat, marks, keyed_by: person(name) }
}

fn drop_keying() -> Wish {
    Wish::DropKeying { project: "E01".into(), seat: "A1".into(), reason: "wrong seat".into() }
}

fn submitted(revision: u32) -> Wish {
    Wish::Submit { project: "E01".into(), revision, marks: marks("5", "5") }
}

/// Where all three sheets may come on paper.
fn scoring() -> Evening {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    for seat in ["A1", "A2", "A3"] {
        evening.allow_paper("E01", seat);
    }
    evening
}

fn not_allowed<T>(project: &str, seat: &str) -> Result<T, Refusal> {
    Err(Refusal::PaperNotAllowed { project: project.into(), seat: seat.into() })
}

fn disallow(seat: &str) -> Wish {
    let reason = "no signed sheet was handed in".to_owned();
    Wish::DisallowPaper { project: "E01".into(), seat: seat.into(), reason }
}

fn permission(evening: &Evening, seat: &str) -> Option<Permission> {
    evening.contest.run(&"E01".into()).unwrap().on_paper.get(&seat.into()).cloned()
}

#[test]
fn no_paper_is_keyed_before_the_host_allows_it() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    for name in ["Wang", "Li"] {
        assert_eq!(ask(&mut evening, &keyed("A1", name, ("8", "9"))), not_allowed("E01", "A1"));
    }
    let (project, seat) = ("E01".into(), "A1".into());
    let allow = |reason: &str| {
        let (project, seat) = ("E01".into(), "A1".into());
        Wish::AllowPaper { project, seat, reason: reason.to_owned() }
    };
    // Nobody but a host of the room, who says why.
    for by in ["A/clerk", "A/judge/A1", "supervisor", "B/host", "B/control"] {
        assert_eq!(evening.ask(by, &allow("dead")), Err(Refusal::NotYours), "{by}");
    }
    assert_eq!(evening.ask("A/host", &allow(" ")), Err(Refusal::ReasonMissing));
    assert_eq!(evening.ask("A/control", &allow(" terminal dead ")), Ok(1));
    assert_eq!(evening.ask("A/host", &allow("again")), Ok(0), "it holds already");
    let (at, fact) = evening.facts.last().unwrap().clone();
    let reason = "terminal dead".to_owned();
    assert_eq!(permission(&evening, "A1"), Some(Permission { reason, at, keyed: 0 }));
    let reason = "terminal dead".to_owned();
    assert_eq!(fact, Fact::PaperAllowed { project, seat, reason });

    // It is for this seat and no other one.
    assert_eq!(ask(&mut evening, &keyed("A2", "Wang", ("8", "9"))), not_allowed("E01", "A2"));
    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))), Ok(1));
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), Ok(2));
    assert_eq!(sheet(&evening, "A1"), Some((marks("8", "9"), true)));
}

#[test]
fn paper_is_allowed_only_where_a_sheet_could_come_and_none_counts() {
    let allow = |seat: &str| {
        let (project, seat) = ("E01".into(), seat.into());
        Wish::AllowPaper { project, seat, reason: "terminal dead".to_owned() }
    };
    let state = |seat: &str, state| {
        Err(Refusal::WrongSeatState { project: "E01".into(), seat: seat.into(), state })
    };
    let mut evening = Evening::of(session());
    let closed = |stage| Err(Refusal::SheetsClosed { project: "E01".into(), stage });
    assert_eq!(evening.ask("A/host", &allow("A1")), closed(Stage::Waiting));
    let recuse = Wish::Recuse { project: "E01".into(), reason: "own student".into() };
    evening.ask("A/judge/A3", &recuse).unwrap();
    evening.run_to("E01", Stage::Scoring);
    evening.score("A1", "E01", "8", "8");
    assert_eq!(evening.ask("A/host", &allow("A1")), state("A1", SeatWord::Scored));
    assert_eq!(evening.ask("A/host", &allow("A3")), state("A3", SeatWord::Recused));
    let nobody = Err(Refusal::NoSuchSeat { project: "E01".into(), seat: "A9".into() });
    assert_eq!(evening.ask("A/host", &allow("A9")), nobody);
    assert_eq!(evening.ask("A/host", &allow("A2")), Ok(1));
    evening.ask("A/host", &lock("E01", &["A2"])).unwrap();
    assert_eq!(evening.ask("A/host", &allow("A2")), closed(Stage::Locked));
}

#[test]
fn what_the_host_takes_back_drops_what_was_keyed_and_never_what_counts() {
    let mut evening = scoring();
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    assert_eq!(evening.ask("A/host", &disallow("A1")), Ok(1));
    assert!(evening.contest.run(&"E01".into()).unwrap().keyings.is_empty());
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), not_allowed("E01", "A1"));
    assert_eq!(evening.ask("A/host", &disallow("A1")), Ok(0), "it is not allowed");
    // Allowed anew, it begins with the first keying.
    evening.allow_paper("E01", "A1");
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), Ok(1));

    for name in ["Wang", "Li"] {
        ask(&mut evening, &keyed("A2", name, ("8", "9"))).unwrap();
    }
    let counts = Refusal::WrongSeatState {
        project: "E01".into(),
        seat: "A2".into(),
        state: SeatWord::Scored,
    };
    assert_eq!(evening.ask("A/host", &disallow("A2")), Err(counts));
    assert_eq!(sheet(&evening, "A2"), Some((marks("8", "9"), true)));
}

#[test]
fn the_host_s_word_ends_with_what_it_was_for() {
    let give_back = |evening: &mut Evening, seat: &str| {
        live::together(evening, Act::Return { project: "E01".into(), seat: seat.into() });
    };
    let mut evening = scoring();
    // With a sheet of the seat, on paper or from its terminal: given back it takes another word.
    for name in ["Wang", "Li"] {
        ask(&mut evening, &keyed("A1", name, ("8", "9"))).unwrap();
    }
    evening.ask("A/judge/A2", &submitted(1)).unwrap();
    for seat in ["A1", "A2"] {
        assert_eq!(permission(&evening, seat), None);
        give_back(&mut evening, seat);
        assert_eq!(ask(&mut evening, &keyed(seat, "Wang", ("8", "9"))), not_allowed("E01", seat));
    }
    // With the seat: one that is void, and counts again.
    live::together(&mut evening, Act::Void { project: "E01".into(), seat: "A3".into() });
    live::together(&mut evening, Act::Restore { project: "E01".into(), seat: "A3".into() });
    assert_eq!(permission(&evening, "A3"), None);
    // With the lock, also where scoring opens again after it.
    for (seat, revision) in [("A1", 2), ("A2", 2)] {
        evening.ask(&format!("A/judge/{seat}"), &submitted(revision)).unwrap();
    }
    evening.allow_paper("E01", "A3");
    evening.ask("A/host", &lock("E01", &["A3"])).unwrap();
    give_back(&mut evening, "A1");
    assert_eq!(ask(&mut evening, &keyed("A3", "Wang", ("8", "9"))), not_allowed("E01", "A3"));

    // With the pitch: the project leaves, or will pitch again.
    let (project, reason) = (|| "E01".into(), || "unit broken".to_owned());
    for leaves in [
        Wish::Withdraw { project: project(), reason: reason() },
        Wish::Postpone { project: project(), reason: reason() },
    ] {
        let mut evening = Evening::of(session());
        evening.run_to("E01", Stage::Questions);
        evening.allow_paper("E01", "A1");
        evening.ask("A/host", &leaves).unwrap();
        assert_eq!(permission(&evening, "A1"), None, "{leaves:?}");
    }
}

/// Two of the clerk's terminals alone make no sheet, and bring no opening on.
#[test]
fn a_clerk_s_link_alone_moves_nothing_where_sheets_are_sealed() {
    let mut sealing = (*session()).clone();
    sealing.safeguards = Safeguards { sealed_sheets: true, ..Safeguards::default() };
    let mut evening = Evening::of(Arc::new(sealing));
    evening.run_to("E01", Stage::Scoring);
    for seat in ["A2", "A3"] {
        safeguards::seal(&mut evening, seat, 1, &marks("8", "8")).unwrap();
    }
    let before = evening.contest.clone();
    for name in ["Wang", "Li"] {
        assert_eq!(ask(&mut evening, &keyed("A1", name, ("8", "9"))), not_allowed("E01", "A1"));
    }
    assert_eq!(evening.contest, before);
    let early = Err(Refusal::NotOpenYet { project: "E01".into() });
    assert_eq!(safeguards::open(&mut evening, "A2", 1, &marks("8", "8")), early);
}

#[test]
fn a_clerk_s_link_cannot_fill_the_journal_with_keyings() {
    let mut evening = scoring();
    let written = evening.facts.len();
    let mut refused = 0;
    for nth in 0..MOST_KEYINGS + 10 {
        let idea = if nth % 2 == 0 { "8" } else { "9" };
        let answer = ask(&mut evening, &keyed("A1", "Wang", (idea, "9")));
        if answer.is_ok() {
            // Dropped every time, it is still counted.
            ask(&mut evening, &drop_keying()).unwrap();
        } else {
            let (project, seat, most) = ("E01".into(), "A1".into(), MOST_KEYINGS);
            assert_eq!(answer, Err(Refusal::TooManyKeyings { project, seat, most }));
            refused += 1;
        }
    }
    assert_eq!((refused, evening.facts.len() - written), (10, 2 * MOST_KEYINGS as usize));
    // The host looks at it and gives the word anew.
    evening.ask("A/host", &disallow("A1")).unwrap();
    evening.allow_paper("E01", "A1");
    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))), Ok(1));
}

fn ask(evening: &mut Evening, wish: &Wish) -> Result<usize, Refusal> {
    evening.ask(CLERK, wish)
}

fn word(evening: &Evening, seat: &str) -> SeatWord {
    evening.contest.run(&"E01".into()).unwrap().seats[&seat.into()].word()
}

fn sheet(evening: &Evening, seat: &str) -> Option<(Marks, bool)> {
    let sheet = evening.contest.run(&"E01".into()).unwrap().seats[&seat.into()].counted()?.clone();
    Some((sheet.marks, sheet.paper.is_some()))
}

fn differing(evening: &Evening) -> Vec<Differing> {
    let run = evening.contest.run(&"E01".into()).unwrap();
    run.keyings.get(&"A1".into()).map(crate::contest::Keying::differing).unwrap_or_default()
}

#[test]
fn only_what_two_persons_key_alike_is_a_sheet() {
    let mut evening = scoring();
    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))), Ok(1));
    assert_eq!((word(&evening, "A1"), differing(&evening)), (SeatWord::Expected, vec![]));
    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))), Ok(0), "said already");

    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "8.5"))), Ok(1));
    assert_eq!(sheet(&evening, "A1"), None, "two that differ are none");
    let [first, second] = ["9", "8.5"].map(|it| it.parse().unwrap());
    assert_eq!(differing(&evening), [Differing { criterion: "team".into(), first, second }]);

    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "8.5"))), Ok(2));
    assert_eq!(sheet(&evening, "A1"), Some((marks("8", "8.5"), true)));
    let Fact::PaperSheetEntered { revision, paper, .. } = &evening.facts.last().unwrap().1 else {
        panic!("{:?}", evening.facts.last())
    };
    assert_eq!((*revision, &paper.keyed_by), (1, &person("Wang")));
    assert_eq!(paper.checked_by, person("Li"));
    assert!(evening.contest.run(&"E01".into()).unwrap().keyings.is_empty());
}

#[test]
fn marks_are_alike_however_they_are_written() {
    let mut evening = scoring();
    ask(&mut evening, &keyed("A1", "Wang", ("8.0", "9"))).unwrap();
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9.0"))), Ok(2));
}

#[test]
fn neither_the_same_person_nor_the_same_terminal_is_the_second() {
    let mut evening = scoring();
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    let again = |name: &str, terminal| Wish::KeySheet {
        project: "E01".into(),
        seat: "A1".into(),
        marks: marks("8", "9"),
        keyed_by: Keyer { name: name.into(), terminal: Uuid::from_u128(terminal) },
    };
    let refused = Err(Refusal::SamePerson { project: "E01".into(), seat: "A1".into() });
    assert_eq!(ask(&mut evening, &again(" WANG ", 2)), refused);
    assert_eq!(ask(&mut evening, &again("Li", 1)), Ok(1), "the first keying by another name");
    assert_eq!(sheet(&evening, "A1"), None);
    assert_eq!(ask(&mut evening, &again("Wang", 2)), Ok(2));

    for name in ["", "  ", "two\nlines", &"x".repeat(41)] {
        let wish = Wish::KeySheet {
            project: "E01".into(),
            seat: "A2".into(),
            marks: marks("8", "9"),
            keyed_by: Keyer { name: name.into(), terminal: Uuid::from_u128(1) },
        };
        assert_eq!(ask(&mut evening, &wish), Err(Refusal::NotAName { most: 40 }), "{name:?}");
    }
}

#[test]
fn a_third_terminal_keys_only_after_what_was_keyed_is_dropped() {
    let mut evening = scoring();
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    ask(&mut evening, &keyed("A1", "Li", ("8", "8"))).unwrap();
    let third = keyed("A1", "Zhao", ("8", "9"));
    let refused = Err(Refusal::KeyedByTwo { project: "E01".into(), seat: "A1".into() });
    assert_eq!(ask(&mut evening, &third), refused);
    assert_eq!(ask(&mut evening, &drop_keying()), Ok(1));
    assert_eq!(ask(&mut evening, &drop_keying()), Ok(0));
    assert_eq!(ask(&mut evening, &third), Ok(1));
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), Ok(2));
}

#[test]
fn a_terminal_s_sheet_and_a_paper_one_never_both_count() {
    let mut evening = scoring();
    // The terminal comes back before the second keying: its sheet is in, and nothing is keyed.
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    evening.ask("A/judge/A1", &submitted(1)).unwrap();
    assert_eq!(sheet(&evening, "A1"), Some((marks("5", "5"), false)));
    let refused = Err(Refusal::WrongSeatState {
        project: "E01".into(),
        seat: "A1".into(),
        state: SeatWord::Scored,
    });
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), refused);

    // Paper is in: what the terminal still had to send is refused, whatever its revision.
    ask(&mut evening, &keyed("A2", "Wang", ("8", "9"))).unwrap();
    ask(&mut evening, &keyed("A2", "Li", ("8", "9"))).unwrap();
    for revision in [1, 2] {
        let stands = Err(Refusal::PaperStands { project: "E01".into() });
        assert_eq!(evening.ask("A/judge/A2", &submitted(revision)), stands);
    }
    assert_eq!(sheet(&evening, "A2"), Some((marks("8", "9"), true)));
    assert_eq!(evening.contest.run(&"E01".into()).unwrap().counted().count(), 2);

    // Given back, it is the terminal's again, or paper's once more.
    live::together(&mut evening, Act::Return { project: "E01".into(), seat: "A2".into() });
    evening.ask("A/judge/A2", &submitted(2)).unwrap();
    assert_eq!(sheet(&evening, "A2"), Some((marks("5", "5"), false)));
}

#[test]
fn a_correction_on_appeal_is_still_of_a_paper_sheet() {
    let mut evening = scoring();
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    ask(&mut evening, &keyed("A1", "Li", ("8", "9"))).unwrap();
    evening.ask("A/host", &lock("E01", &["A2", "A3"])).unwrap();
    evening.ask("A/host", &Wish::Release { project: "E01".into() }).unwrap();
    let (project, seat, marks) = ("E01".into(), "A1".into(), marks("7", "9"));
    live::together(&mut evening, Act::Correct { project, seat, marks: marks.clone() });
    assert_eq!(sheet(&evening, "A1"), Some((marks, true)));
}

#[test]
fn paper_comes_until_the_lock_and_is_not_waited_for_by_itself() {
    let mut evening = Evening::of(session());
    let closed = |stage| Err(Refusal::SheetsClosed { project: "E01".into(), stage });
    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))), closed(Stage::Waiting));
    evening.run_to("E01", Stage::Presentation);
    evening.allow_paper("E01", "A1");
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    evening.run_to("E01", Stage::Scoring);
    evening.score("A2", "E01", "8", "8");
    // Half a paper sheet is none: the host has to name the seat, and then it is not in.
    evening.ask("A/host", &lock("E01", &["A1", "A3"])).unwrap();
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), closed(Stage::Locked));
}

#[test]
fn a_seat_marked_late_may_still_come_on_paper_and_one_that_stays_out_may_not() {
    let mut evening = scoring();
    let (project, seat, mark) = ("E01".into(), "A1".into(), SeatMark::Late);
    let late = Wish::MarkSeat { project, seat, mark, reason: "terminal dead".into() };
    evening.ask("A/host", &late).unwrap();
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    ask(&mut evening, &keyed("A1", "Li", ("8", "9"))).unwrap();
    assert_eq!(word(&evening, "A1"), SeatWord::Scored);

    ask(&mut evening, &keyed("A2", "Wang", ("8", "9"))).unwrap();
    live::together(&mut evening, Act::Void { project: "E01".into(), seat: "A2".into() });
    let refused = Err(Refusal::WrongSeatState {
        project: "E01".into(),
        seat: "A2".into(),
        state: SeatWord::Void,
    });
    assert_eq!(ask(&mut evening, &keyed("A2", "Li", ("8", "9"))), refused);
    live::together(&mut evening, Act::Restore { project: "E01".into(), seat: "A2".into() });
    evening.allow_paper("E01", "A2");
    assert_eq!(ask(&mut evening, &keyed("A2", "Li", ("8", "9"))), Ok(1), "the first again");
}

#[test]
fn what_was_keyed_of_a_pitch_that_is_held_again_is_gone() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Questions);
    evening.allow_paper("E01", "A1");
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    let postpone = Wish::Postpone { project: "E01".into(), reason: "unit broken".into() };
    evening.ask("A/host", &postpone).unwrap();
    assert!(evening.contest.run(&"E01".into()).unwrap().keyings.is_empty());
}

/// A host's last step is undone; what has been keyed since stays, and so does the word for it.
#[test]
fn undoing_a_step_takes_no_keying_back() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Presentation);
    evening.allow_paper("E01", "A1");
    evening.run_to("E01", Stage::Questions);
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    evening.ask("A/host", &Wish::Undo { project: "E01".into() }).unwrap();
    assert_eq!(permission(&evening, "A1").map(|it| it.keyed), Some(1));
    assert_eq!(evening.contest.stage_of(&"E01".into()), Stage::Presentation);
    assert_eq!(ask(&mut evening, &keyed("A1", "Li", ("8", "9"))), Ok(2));
    let mut replayed = Contest::new(session());
    for (at, fact) in &evening.facts {
        replayed.apply(At(at.0), fact);
    }
    assert_eq!(replayed, evening.contest);
}

#[test]
fn no_paper_is_keyed_while_another_sheet_is_waited_for() {
    let mut sealing = (*session()).clone();
    sealing.safeguards = Safeguards { sealed_sheets: true, ..Safeguards::default() };
    let mut evening = Evening::of(Arc::new(sealing));
    evening.run_to("E01", Stage::Scoring);
    let seal = |evening: &mut Evening, seat: &str, mark: &str| {
        let marks = marks(mark, mark);
        safeguards::seal(evening, seat, 1, &marks)
    };
    seal(&mut evening, "A2", "8").unwrap();
    evening.allow_paper("E01", "A1");
    let early = Err(Refusal::NotOpenYet { project: "E01".into() });
    assert_eq!(ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))), early);
    seal(&mut evening, "A3", "8").unwrap();
    ask(&mut evening, &keyed("A1", "Wang", ("8", "9"))).unwrap();
    // A mark is known to somebody now: nobody seals anew.
    let newer = safeguards::seal(&mut evening, "A2", 2, &marks("9", "9"));
    assert_eq!(newer, Err(Refusal::SealsStand { project: "E01".into() }));
    ask(&mut evening, &keyed("A1", "Li", ("8", "9"))).unwrap();
    let stands = safeguards::seal(&mut evening, "A1", 2, &marks("9", "9"));
    assert_eq!(stands, Err(Refusal::PaperStands { project: "E01".into() }));
    safeguards::open(&mut evening, "A2", 1, &marks("8", "8")).unwrap();
    // A terminal that dies over its seal: the paper sheet is the seat's next revision.
    evening.allow_paper("E01", "A3");
    ask(&mut evening, &keyed("A3", "Wang", ("6", "6"))).unwrap();
    ask(&mut evening, &keyed("A3", "Li", ("6", "6"))).unwrap();
    let opened = safeguards::open(&mut evening, "A3", 1, &marks("8", "8"));
    assert_eq!(opened, Err(Refusal::PaperStands { project: "E01".into() }));
    assert_eq!(evening.contest.run(&"E01".into()).unwrap().counted().count(), 3);
}
