//! Who sits where, at the desk.

use std::net::IpAddr;

use super::*;
use crate::{
    contest::{Fact, Refusal},
    hub::{
        desk::Asker,
        holders::{Guest, Place},
        standing::Standing,
    },
    protocol::{Unseated, WaitingLine},
};

const JUDGE: &str = "A/judge/A1";

fn guest(n: u8, generation: u32) -> Guest {
    let from = IpAddr::from([192, 0, 2, n]);
    Guest { terminal: Uuid::from_u128(n.into()), from, generation, arrived: 0 }
}

async fn sit(table: &Table, at: &str, n: u8, generation: u32) -> Place {
    table.desk.sit(seat(at), guest(n, generation)).await.unwrap().0
}

fn asker(at: &str, place: &Place) -> Asker {
    Asker { seat: seat(at), terminal: None, place: Some(place.number) }
}

fn renew(at: &str) -> Wish {
    Wish::RenewPass { seat: seat(at), reason: "link seen by others".to_owned() }
}

fn hand_over(at: &str, from: u8, to: u8) -> Wish {
    let [from, to] = [from, to].map(|n| Uuid::from_u128(n.into()));
    Wish::HandOver { seat: seat(at), from, to }
}

fn standing(place: &Place) -> Standing {
    place.standing.now()
}

#[tokio::test]
async fn a_new_pass_unseats_whoever_came_by_the_old_one() {
    let table = Table::set();
    let (judge, other) = (sit(&table, JUDGE, 1, 0).await, sit(&table, "A/judge/A2", 2, 0).await);
    assert_eq!(table.ask("A/host", 1, renew(JUDGE)).await, Ok(1));

    let why = Unseated::PassRenewed;
    assert_eq!(standing(&judge), Standing::Unseated { why, from: None });
    assert_eq!(standing(&other), Standing::Holds);
    assert_eq!([JUDGE, "A/judge/A2"].map(|it| table.desk.generation(&seat(it))), [1, 0]);
    let late = table.desk.ask_by(asker(JUDGE, &judge), Uuid::from_u128(9), call_up("E01"));
    assert_eq!(late.await, Some(Err(Refusal::NotSeated)));
    assert_eq!(standing(&sit(&table, JUDGE, 1, 1).await), Standing::Holds);

    let fact = table.records().pop().unwrap().fact;
    assert!(matches!(fact, Fact::PassChanged { generation: 1, .. }), "{fact:?}");
    table.ask("supervisor", 2, renew(JUDGE)).await.unwrap();
    assert_eq!(table.desk.generation(&seat(JUDGE)), 2);
}

#[tokio::test]
async fn who_answers_for_a_seat_renews_its_pass() {
    let table = Table::set();
    let mut id = 0;
    for (by, of, granted) in [
        ("A/host", "A/host", true),
        ("A/host", JUDGE, true),
        ("A/host", "A/board", true),
        ("A/host", "B/host", false),
        ("A/host", "B/judge/B1", false),
        ("A/host", "supervisor", false),
        ("A/host", "A/control", false),
        ("B/host", JUDGE, false),
        ("supervisor", "supervisor", true),
        ("supervisor", "A/host", true),
        ("supervisor", "B/judge/B1", true),
        ("supervisor", "A/control", true),
        ("B/control", "A/control", true),
        ("B/control", "B/host", true),
        ("B/control", "A/host", false),
        (JUDGE, JUDGE, false),
        ("A/clerk", "A/clerk", false),
    ] {
        id += 1;
        let verdict = table.ask(by, id, renew(of)).await;
        assert_eq!(verdict.is_ok(), granted, "{by} for {of}: {verdict:?}");
    }
    let unknown = table.ask("supervisor", 99, renew("Z/host")).await;
    assert_eq!(unknown, Err(Refusal::UnknownSeat { seat: seat("Z/host") }));
    let silent = Wish::RenewPass { seat: seat(JUDGE), reason: " ".to_owned() };
    assert_eq!(table.ask("A/host", 100, silent).await, Err(Refusal::ReasonMissing));
}

#[tokio::test]
async fn the_host_sees_who_waits_and_hands_the_seat_over() {
    let table = Table::set();
    let nobody = Refusal::NobodyWaits { seat: seat(JUDGE) };
    assert_eq!(table.ask("A/host", 1, hand_over(JUDGE, 1, 2)).await, Err(nobody.clone()));
    let (first, second) = (sit(&table, JUDGE, 1, 0).await, sit(&table, JUDGE, 2, 0).await);

    let waiting = table.host().await.waiting;
    let [WaitingLine { at, holder, waits }] = &waiting[..] else { panic!("{waiting:?}") };
    assert_eq!((at, &*holder.from, &*waits.from), (&seat(JUDGE), "192.0.2.1", "192.0.2.2"));
    assert!(table.view("B/host").await.waiting.is_empty());

    assert_eq!(table.ask("A/host", 2, hand_over(JUDGE, 2, 3)).await, Err(nobody));
    assert_eq!(table.ask("B/host", 3, hand_over(JUDGE, 1, 2)).await, Err(Refusal::NotYours));
    assert_eq!(table.ask("A/host", 4, hand_over(JUDGE, 1, 2)).await, Ok(1));
    let from = Some(IpAddr::from([192, 0, 2, 2]));
    let why = Unseated::HandedOver;
    assert_eq!(standing(&first), Standing::Unseated { why, from });
    assert_eq!(standing(&second), Standing::Holds);
    assert!(table.host().await.waiting.is_empty());
    assert_eq!(table.host().await.panel[0].link.screens, 1);

    // Asked again under another id it holds already, and nothing more is recorded.
    assert_eq!(table.ask("A/host", 5, hand_over(JUDGE, 1, 2)).await, Ok(1));
    let fact = table.records().pop().unwrap().fact;
    let [from, to] = [1, 2].map(Uuid::from_u128);
    assert_eq!(fact, Fact::SeatHandedOver { seat: seat(JUDGE), from, to });
}

#[tokio::test]
async fn a_terminal_that_waits_is_granted_nothing() {
    let table = Table::set();
    let (_holder, waits) = (sit(&table, "A/host", 1, 0).await, sit(&table, "A/host", 2, 0).await);
    let ask = |place: &Place, id| {
        table.desk.ask_by(asker("A/host", place), Uuid::from_u128(id), call_up("E01"))
    };
    assert_eq!(ask(&waits, 1).await, Some(Err(Refusal::NotSeated)));
    assert_eq!(table.records().len(), 1, "the opening alone");
}

#[tokio::test]
async fn the_console_over_all_rooms_can_do_what_each_rooms_host_can() {
    let table = Table::set();
    let _host = sit(&table, "A/host", 1, 0).await;
    let consoles = [sit(&table, "A/control", 2, 0).await, sit(&table, "B/control", 2, 0).await];
    for (place, (at, project)) in consoles.iter().zip([("A/control", "E01"), ("B/control", "S01")])
    {
        let id = Uuid::from_u128(place.number.into());
        let verdict = table.desk.ask_by(asker(at, place), id, call_up(project)).await;
        assert_eq!(verdict, Some(Ok(1)), "{at}");
    }
    assert_eq!(table.ask("A/control", 7, call_up("S02")).await, Err(Refusal::NotYours));
    let rooms = table.view("B/control").await.rooms;
    assert_eq!(rooms.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert!(table.view("B/host").await.rooms.is_empty());
}

/// All of it waits at the desk before the first of it is looked at.
#[tokio::test]
async fn who_loses_a_seat_is_granted_nothing_after_it_in_the_same_turn() {
    let table = Table::set();
    let host = sit(&table, "A/host", 1, 0).await;
    let ask = |id, wish| table.desk.ask_by(asker("A/host", &host), Uuid::from_u128(id), wish);
    let (before, renewed, after, late) = tokio::join!(
        ask(1, call_up("E01")),
        table.ask("supervisor", 2, renew("A/host")),
        ask(3, Wish::Blank { room: "A".into(), on: true }),
        sit(&table, "A/host", 2, 0),
    );
    assert_eq!((before, renewed), (Some(Ok(1)), Ok(1)), "it had the seat until then");
    assert_eq!(after, Some(Err(Refusal::NotSeated)));
    let why = Unseated::PassRenewed;
    assert_eq!(standing(&late), Standing::Unseated { why, from: None }, "by the old pass");

    let (first, second) = (sit(&table, JUDGE, 1, 0).await, sit(&table, JUDGE, 2, 0).await);
    let sheet = || Wish::Recuse { project: "E02".into(), reason: "kin".to_owned() };
    let by =
        |place: &Place, id| table.desk.ask_by(asker(JUDGE, place), Uuid::from_u128(id), sheet());
    let (too_early, _, too_late, in_time) = tokio::join!(
        by(&second, 4),
        table.ask("A/host", 5, hand_over(JUDGE, 1, 2)),
        by(&first, 6),
        by(&second, 7),
    );
    assert_eq!(
        [too_early, too_late],
        [Some(Err(Refusal::NotSeated)), Some(Err(Refusal::NotSeated))]
    );
    assert_eq!(in_time, Some(Ok(1)));
}

#[tokio::test]
async fn a_new_pass_that_could_not_be_stored_turns_nobody_away() {
    let table = Table::set();
    table.journal.fail_next();
    let (renewed, judge) =
        tokio::join!(table.ask("A/host", 1, renew(JUDGE)), sit(&table, JUDGE, 1, 0));
    assert_eq!(renewed, Err(Refusal::NotStored));
    assert_eq!(standing(&judge), Standing::Holds);
}
