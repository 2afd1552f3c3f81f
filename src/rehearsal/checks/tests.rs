use uuid::Uuid;

use super::{acknowledged, scores};
use crate::{
    contest::{At, Contest, Fact, Marks, Seat, Wish, sample},
    demo::{Ledger, Receipt},
    journal::{Hash, Record},
    rehearsal::Finding,
};

fn judge() -> Seat {
    sample::seat("A/judge/A1")
}

fn marks(idea: &str) -> Marks {
    sample::marks(idea, "5")
}

/// A sheet's record, the first of its wish.
fn record(seq: u64, revision: u32) -> Record {
    let (project, seat) = ("E01".into(), "A1".into());
    let fact = Fact::SheetSubmitted { project, seat, revision, marks: marks("7") };
    Record {
        seq,
        at: At(1000),
        wall: None,
        by: Some(judge()),
        wish: Some(Uuid::from_u128(revision.into())),
        terminal: None,
        rehearsal: true,
        fact,
        hash: Hash::default(),
    }
}

fn receipt(revision: u32, number: u64, idea: &str) -> Receipt {
    let (project, marks) = ("E01".into(), marks(idea));
    let wish = Wish::Submit { project, revision, marks };
    Receipt { id: Uuid::from_u128(revision.into()), wish, number }
}

/// What is found where these were acknowledged.
fn found(records: &[Record], receipts: &[Receipt]) -> Finding {
    let ledger = Ledger::default();
    for it in receipts {
        ledger.receipt(&judge(), it.clone());
    }
    acknowledged(records, &ledger.pages())
}

#[test]
fn what_was_acknowledged_is_there() {
    let records = [record(2, 1), record(5, 2)];
    let found = found(&records, &[receipt(1, 1, "7"), receipt(2, 2, "7")]);
    assert_eq!(found, Finding::AllThere { sheets: 2, steps: 0, gone: 0 });
}

#[test]
fn a_receipt_that_names_no_record_fails() {
    let records = [record(2, 1)];
    let missing = found(&records, &[receipt(1, 1, "7"), receipt(2, 2, "7")]);
    let (seat, wish) = ("A/judge/A1".to_owned(), "submit");
    assert_eq!(missing, Finding::NotThere { seat, wish, number: 2, count: 1 });
    assert!(!missing.holds());
    let another = found(&[record(2, 1), record(3, 2)], &[receipt(1, 2, "7")]);
    assert!(
        matches!(another, Finding::NotThere { number: 2, .. }),
        "the record is of another wish"
    );
    let other_marks = found(&records, &[receipt(1, 1, "8")]);
    assert!(matches!(other_marks, Finding::NotThere { .. }));
}

#[test]
fn a_step_of_which_no_record_tells_fails() {
    let steps = [
        Wish::Agree { proposal: 1 },
        Wish::Release { project: "E01".into() },
        Wish::Ceremony { group: "enterprise".into(), step: Some(1) },
        Wish::Thaw { group: "enterprise".into() },
    ];
    for wish in steps {
        let of_another = Receipt { id: Uuid::from_u128(99), wish, number: 1 };
        let missing = found(&[record(2, 1)], std::slice::from_ref(&of_another));
        assert!(matches!(missing, Finding::NotThere { number: 1, .. }), "{of_another:?}");
    }
}

#[test]
fn a_sheet_that_is_there_twice_fails() {
    let mut again = record(4, 1);
    again.wish = Some(Uuid::from_u128(77));
    let twice = found(&[record(2, 1), again], &[receipt(1, 1, "7")]);
    let seat = "A/judge/A1".to_owned();
    assert_eq!(twice, Finding::DoneTwice { seat: seat.clone(), record: 4, count: 1 });
    assert!(!twice.holds());
    let mut third = record(6, 3);
    third.wish = Some(Uuid::from_u128(1));
    let twice = found(&[record(2, 1), record(4, 2), third], &[]);
    assert_eq!(twice, Finding::DoneTwice { seat, record: 6, count: 1 }, "a wish was done again");
}

/// A final whose first project has this mark.
fn released(idea: &'static str) -> Contest {
    let mut play = sample::Evening::of(sample::session());
    play.run_to("E01", crate::contest::Stage::Scoring);
    for seat in ["A1", "A2", "A3"] {
        play.score(seat, "E01", idea, "5");
    }
    play.run_to("E01", crate::contest::Stage::Released);
    play.contest
}

#[test]
fn another_score_fails() {
    assert_eq!(scores(&released("7"), &released("7")), Finding::SameScores { count: 1 });
    let other = scores(&released("7"), &released("8"));
    assert!(matches!(&other, Finding::OtherScores { project, .. } if project == "E01"));
    assert!(!other.holds());
}
