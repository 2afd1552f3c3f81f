//! Disks that fail, and a hub that is killed at every point of a write.

use crate::{
    contest::{
        Fact, Phase, Refusal, Wish,
        sample::{marks, seat},
    },
    hub::{
        faulty::{Fault, Faulty, Switch},
        table::{Table, call_up},
    },
    journal::{Entry, Journal, MemoryJournal},
    protocol::{Storage, views::HostView},
};

/// A desk on a journal that fails, and the switch for its faults.
fn faulty(journal: &MemoryJournal) -> (Table, Switch) {
    let (disk, fault) = Faulty::on(journal.clone());
    (Table::with(journal.clone(), Box::new(disk)), fault)
}

fn begun() -> (Table, Switch) {
    faulty(&Table::set().journal)
}

fn set(switch: &Switch, fault: Fault) {
    *switch.lock().unwrap() = Some(fault);
}

async fn storage(table: &Table, of: &str) -> Storage {
    serde_json::from_value(table.section(of, "storage").await.unwrap()).unwrap()
}

#[tokio::test]
async fn hosts_and_supervisor_are_told_at_once_and_told_when_it_is_over() {
    let (table, switch) = begun();
    let mut console = table.desk.look(seat("B/host")).await.unwrap();
    assert_eq!(table.section("A/judge/A1", "storage").await, None);
    console.mark_unchanged();
    set(&switch, Fault::Refuses);
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Err(Refusal::NotStored));

    assert!(console.has_changed().unwrap(), "the other room's host is told as well");
    for of in ["A/host", "B/host", "supervisor"] {
        let trouble = storage(&table, of).await.trouble.unwrap();
        assert_eq!(trouble.error["code"], "not-stored", "{of}");
    }
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
    for of in ["A/host", "B/host", "supervisor"] {
        assert_eq!(storage(&table, of).await, Storage::default(), "{of}");
    }
}

#[tokio::test]
async fn what_was_stored_in_spite_of_an_error_has_happened() {
    let (table, switch) = begun();
    set(&switch, Fault::StoresAndComplains);
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Ok(1), "it is on disk");
    let view: HostView = table.host().await;
    assert_eq!(view.stage.unwrap().project.id, "E01".into());
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Ok(1), "and not done twice");
    assert_eq!(table.records().len(), 2);
}

#[tokio::test]
async fn while_the_journal_cannot_be_read_nothing_is_decided() {
    let (table, switch) = begun();
    set(&switch, Fault::StoresAndIsGone(4));
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Err(Refusal::NotStored));
    assert!(table.host().await.stage.is_none(), "nobody knows whether it was stored");
    assert_eq!(table.ask("A/host", 2, call_up("E02")).await, Err(Refusal::NotStored));
    assert_eq!(table.records().len(), 2);
    // The disk is back: the first wish turns out to have been stored.
    assert_eq!(table.ask("A/host", 1, call_up("E01")).await, Ok(1));
    let taken = Refusal::StageTaken { on_stage: "E01".into() };
    assert_eq!(table.ask("A/host", 3, call_up("E02")).await, Err(taken));
}

#[tokio::test]
async fn a_hub_whose_journal_another_one_writes_ends() {
    let (table, _) = begun();
    let mut other = table.journal.clone();
    let fact = Fact::CalledUp { project: "E02".into() };
    other.append(other.head(), &[Entry::new(crate::contest::At(1), fact)]).unwrap();

    assert_eq!(table.try_ask("A/host", 1, call_up("E01")).await, None, "it gives no answer");
    assert_eq!(table.records().len(), 2, "and writes nothing");
    assert!(table.desk.look(seat("A/host")).await.is_none(), "it is not half alive");
}

/// An evening's first steps; each asks for one record or more.
fn script() -> Vec<(&'static str, Wish)> {
    let clock = |phase| Wish::StartClock { project: "E01".into(), phase };
    let sheet =
        |mark| Wish::Submit { project: "E01".into(), revision: 1, marks: marks(mark, mark) };
    vec![
        ("A/host", call_up("E01")),
        ("A/host", clock(Phase::Presentation)),
        ("B/host", call_up("S01")),
        ("A/judge/A1", sheet("9")),
        ("A/host", clock(Phase::Questions)),
        ("A/judge/A2", sheet("8")),
    ]
}

/// What the records say but for the time, which goes on.
fn told(table: &Table) -> Vec<(Option<uuid::Uuid>, Fact)> {
    table.records().into_iter().map(|it| (it.wish, it.fact)).collect()
}

/// Asks for the whole script in order, until there is no answer any more.
async fn play(table: &Table) -> Vec<u64> {
    let mut receipts = Vec::new();
    for (id, (by, wish)) in script().into_iter().enumerate() {
        match table.try_ask(by, id as u128, wish).await {
            Some(verdict) => receipts.push(verdict.unwrap()),
            None => break,
        }
    }
    receipts
}

#[tokio::test]
async fn killed_at_every_point_of_a_write_the_hub_has_what_it_acknowledged_and_once_only() {
    let (whole, _) = begun();
    let receipts = play(&whole).await;
    assert_eq!(receipts.len(), script().len());
    for point in 0..script().len() {
        for fault in [Fault::DiesBefore, Fault::DiesAfter] {
            let (table, switch) = begun();
            for (id, (by, wish)) in script().into_iter().enumerate().take(point) {
                table.ask(by, id as u128, wish).await.unwrap();
            }
            set(&switch, fault);
            let acknowledged = play(&table).await;
            assert_eq!(acknowledged, receipts[..point], "{fault:?} at {point}");

            let (again, _) = faulty(&table.journal);
            assert_eq!(play(&again).await, receipts, "{fault:?} at {point}: the same receipts");
            assert_eq!(told(&again), told(&whole), "{fault:?} at {point}: nothing twice");
        }
    }
}
