mod doors;
mod faults;
mod twins;

use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

use super::Guest;
use crate::{
    contest::{
        Keyer, Phase, ProjectId, Refusal, Seat, Stage, Wish,
        sample::{marks, seat, session},
    },
    hub::table::{Table, call_up},
    protocol::{Moment, views::HostView},
};

#[tokio::test]
async fn a_repeated_wish_is_answered_and_not_redone() {
    let table = Table::set();
    let first = table.ask("A/host", 1, call_up("E01")).await;
    table.ask("B/host", 2, call_up("S01")).await.unwrap();
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, first, "the same receipt");
    assert_eq!(table.records().len(), 3);
}

#[tokio::test]
async fn wishes_that_wait_together_see_each_other_and_the_first_wins() {
    let table = Table::set();
    let (one, other) = tokio::join!(
        table.ask("A/host", 1, call_up("E01")),
        table.ask("A/host", 2, call_up("E02"))
    );
    assert_eq!(one, Ok(1));
    assert_eq!(other, Err(Refusal::StageTaken { on_stage: "E01".into() }));
}

#[tokio::test]
async fn what_cannot_be_stored_has_not_happened() {
    let table = Table::set();
    let before = table.host().await;
    table.journal.fail_next();
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Err(Refusal::NotStored));
    let after = HostView { storage: before.storage.clone(), ..table.host().await };
    assert_eq!(after, before);
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Ok(1), "the repeat is done");
}

#[tokio::test]
async fn a_refused_wish_leaves_no_record_and_no_picture() {
    let table = Table::set();
    let before = table.host().await;
    let wish = Wish::Submit { project: "E01".into(), revision: 1, marks: marks("1", "1") };
    let refused = table.ask("A/judge/A1", 1, wish).await;
    let stage = Stage::Waiting;
    assert_eq!(refused, Err(Refusal::SheetsClosed { project: "E01".into(), stage }));
    assert_eq!((table.records().len(), table.host().await), (1, before));
}

#[tokio::test]
async fn a_paper_sheet_is_keyed_at_the_terminal_that_asks() {
    let table = Table::set();
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Presentation };
    table.ask("A/host", 2, start).await.unwrap();
    let (project, seat, reason) = ("E01".into(), "A1".into(), "terminal dead".to_owned());
    table.ask("A/host", 9, Wish::AllowPaper { project, seat, reason }).await.unwrap();
    let key = |id, named, from: Option<u128>| {
        let (project, seat, marks) = ("E01".into(), "A1".into(), marks("9", "9"));
        let keyed_by = Keyer { name: "Wang".to_owned(), terminal: Uuid::from_u128(named) };
        let wish = Wish::KeySheet { project, seat, marks, keyed_by };
        table.desk.ask(
            crate::contest::sample::seat("A/clerk"),
            from.map(Uuid::from_u128),
            Uuid::from_u128(id),
            wish,
        )
    };
    for (id, from) in [(3, None), (4, Some(8))] {
        assert_eq!(key(id, 7, from).await, Some(Err(Refusal::NotYours)), "{from:?}");
    }
    assert_eq!(key(5, 7, Some(7)).await, Some(Ok(1)));
    assert_eq!(table.records().last().unwrap().terminal, Some(Uuid::from_u128(7)));
}

#[tokio::test]
async fn only_those_who_see_a_change_are_sent_one() {
    let table = Table::set();
    let mut host = table.desk.look(seat("A/host")).await.unwrap();
    let mut board = table.desk.look(seat("A/board")).await.unwrap();
    let mut timer = table.desk.look(seat("B/timer")).await.unwrap();
    let presentation = crate::contest::Phase::Presentation;
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
    let start = Wish::StartClock { project: "E01".into(), phase: presentation };
    table.ask("A/host", 2, start).await.unwrap();
    assert!(host.has_changed().unwrap() && board.has_changed().unwrap());
    assert!(!timer.has_changed().unwrap(), "the other room's timer shows the same");

    for watcher in [&mut host, &mut board, &mut timer] {
        watcher.mark_unchanged();
    }
    let wish = Wish::Submit { project: "E01".into(), revision: 1, marks: marks("9", "9") };
    table.ask("A/judge/A1", 3, wish).await.unwrap();
    assert!(host.has_changed().unwrap(), "the host sees that a sheet is in");
    assert!(!board.has_changed().unwrap() && !timer.has_changed().unwrap());
}

proptest! {
    /// Who is not shown anything new would not have seen anything new.
    #[test]
    fn every_picture_is_the_present_one(steps in prop::collection::vec((0usize..7, 0usize..3), 1..40)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let table = Table::set();
            let seats = Seat::all_of(&session());
            let mut watched = Vec::new();
            for seat in &seats {
                watched.push(table.desk.look(seat.clone()).await.unwrap());
            }
            for (id, (kind, pick)) in steps.into_iter().enumerate() {
                let room = if pick == 2 { "B" } else { "A" };
                let judge = seat(&format!("{room}/judge/{room}{}", pick % 2 + 1));
                match kind {
                    0 => {
                        let from = [127, 0, 0, 1].into();
                        let guest = Guest { terminal: Uuid::new_v4(), from, generation: 0, arrived: 0 };
                        let _ = table.desk.sit(judge, guest).await;
                    }
                    1 => {
                        let called = if room == "A" { "E01" } else { "S01" };
                        let wish = Wish::Submit {
                            project: called.into(),
                            revision: u32::try_from(id + 1).unwrap(),
                            marks: marks("7", "8"),
                        };
                        let _ = table.desk.ask(judge, None, Uuid::from_u128(id as u128), wish).await;
                    }
                    2 => {
                        let group = if pick == 0 { "enterprise" } else { "startup" }.into();
                        let wish = match id % 3 {
                            0 => Wish::Freeze { group },
                            1 => Wish::Thaw { group },
                            _ => {
                                let project = if room == "A" { "E02" } else { "S02" }.into();
                                Wish::Withdraw { project, reason: "r".into() }
                            }
                        };
                        let _ = table.ask(&format!("{room}/host"), id as u128, wish).await;
                    }
                    _ => {
                        let host = table.view(&format!("{room}/host")).await;
                        let next = host.agenda.next.or(host.agenda.also.into_iter().next());
                        if let Some(wish) = next {
                            let _ = table.ask(&format!("{room}/host"), id as u128, wish).await;
                        }
                    }
                }
            }
            let _ = table.ask("A/board", 1 << 64, call_up("E01")).await; // All before it is done.
            for (seat, picture) in seats.iter().zip(watched) {
                let shown = picture.borrow().written().clone();
                let fresh = table.desk.look(seat.clone()).await.unwrap();
                assert_eq!(shown, fresh.borrow().written().clone(), "{seat}");
            }
        });
    }
}

#[tokio::test]
async fn a_refusal_is_the_answer_to_its_wish_for_good() {
    let table = Table::set();
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
    let refused = table.ask("A/host", 2, call_up("E02")).await;
    assert!(refused.is_err());
    let gone = Wish::Withdraw { project: "E01".into(), reason: "r".into() };
    table.ask("A/host", 3, gone).await.unwrap();
    assert_eq!(table.ask("A/host", 2, call_up("E02")).await, refused, "a late repeat");
    assert_eq!(table.ask("A/host", 4, call_up("E02")).await, Ok(3), "a new press");
}

#[tokio::test]
async fn a_grant_that_wrote_nothing_is_not_decided_anew() {
    let table = Table::set();
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
    let held = table.ask("A/host", 2, call_up("E01")).await;
    assert_eq!(held, Ok(1), "the number of the record that it rests on");
    let absent = Wish::MarkAbsent { project: "E01".into(), reason: "r".into() };
    table.ask("A/host", 3, absent).await.unwrap();
    assert_eq!(table.ask("A/host", 2, call_up("E01")).await, held);
    let stage = table.host().await.order[0].stage;
    assert_eq!(stage, Stage::Absent, "the late repeat has called nobody up");
}

#[tokio::test]
async fn an_id_counts_for_its_own_seat_only() {
    let table = Table::set();
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
    assert_eq!(table.ask("B/host", 1, call_up("S01")).await, Ok(1));
    assert_eq!(table.records().len(), 3);
}

#[tokio::test]
async fn when_storing_fails_refusals_that_rest_on_it_fail_with_it() {
    let table = Table::set();
    table.journal.fail_next();
    let (first, second) = tokio::join!(
        table.ask("A/host", 1, call_up("E01")),
        table.ask("A/host", 2, call_up("E02"))
    );
    assert_eq!((first, second), (Err(Refusal::NotStored), Err(Refusal::NotStored)));
    assert_eq!(table.ask("A/host", 2, call_up("E02")).await, Ok(1));
}

#[tokio::test]
async fn a_receipt_counts_its_own_seats_records() {
    let table = Table::set();
    let start = Wish::StartClock { project: "E01".into(), phase: Phase::Presentation };
    let sheet = Wish::Submit { project: "E01".into(), revision: 1, marks: marks("9", "9") };
    let same = Wish::Submit { project: "E01".into(), revision: 2, marks: marks("9", "8") };
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Ok(1));
    assert_eq!(table.ask("A/host", 2, start).await, Ok(3), "a phase and its clock: two records");
    assert_eq!(table.ask("A/judge/A1", 3, sheet.clone()).await, Ok(1));
    let together = tokio::join!(
        table.ask("A/judge/A2", 4, sheet),
        table.ask("A/judge/A1", 5, same),
        table.ask("A/judge/A2", 6, call_up("E01")),
    );
    assert_eq!(together, (Ok(1), Ok(2), Err(Refusal::NotYours)));
}

#[tokio::test]
async fn the_head_of_a_lock_is_shown_to_those_who_keep_it() {
    let table = Table::set();
    assert_eq!(table.host().await.journal.mark, None);
    lock(&table, "E01").await;

    let records = table.records();
    let head = records.last().unwrap().head();
    let journal = table.host().await.journal;
    let mark = journal.mark.clone().unwrap();
    assert_eq!((mark.head.seq, mark.head.hash.clone()), (head.seq, head.hash.to_string()));
    assert_eq!(mark.head.to_string(), head.to_string(), "both short forms are the same");
    assert_eq!((mark.project, mark.what), ("E01".into(), Moment::Locked));
    assert_eq!(journal.id, records[0].hash.to_string());

    assert_eq!(table.section("A/judge/A1", "journal").await, serde_json::to_value(&journal).ok());
    assert_eq!(table.view("B/host").await.journal.mark, None, "the other room keeps its own");
    for seat in ["A/board", "A/timer"] {
        assert_eq!(table.section(seat, "journal").await, None, "{seat}");
    }
    let growth = table.section("supervisor", "journal").await.unwrap();
    assert_eq!(growth["seq"], head.seq);
    table.ask("B/host", 90, call_up("S01")).await.unwrap();
    let growth = table.section("supervisor", "journal").await.unwrap();
    assert_eq!(
        (&growth["seq"], &growth["marks"]["A"]["seq"]),
        (&json!(head.seq + 1), &json!(head.seq))
    );
    assert_eq!(table.host().await.journal, journal, "what is not kept changes nothing here");
}

/// A project of room A from its call-up to the lock, one sheet in.
async fn lock(table: &Table, project: &str) {
    let id = || ProjectId::from(project);
    let begin = |phase| Wish::Begin { project: id(), phase };
    let steps = [
        ("A/host", call_up(project)),
        ("A/host", begin(Phase::Presentation)),
        ("A/host", begin(Phase::Questions)),
        ("A/host", begin(Phase::Scoring)),
        ("A/judge/A1", Wish::Submit { project: id(), revision: 1, marks: marks("9", "9") }),
        ("A/host", Wish::Lock { project: id(), without: ["A2".into(), "A3".into()].into() }),
    ];
    for (step, (by, wish)) in (10..).zip(steps) {
        table.ask(by, step, wish).await.unwrap();
    }
}
