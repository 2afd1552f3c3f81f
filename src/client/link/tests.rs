use std::{
    future, io,
    sync::{Arc, Mutex},
};

use futures_util::{FutureExt, future::BoxFuture};
use tokio::{
    io::{DuplexStream, duplex},
    sync::mpsc,
};
use tokio_tungstenite::tungstenite::protocol::Role;
use uuid::Uuid;

use super::*;
use crate::{
    client::{Tray, Wire},
    clock::Clock,
    contest::{Marks, Wish},
    protocol::{Address, Ask},
};

/// A sheet, which is meant until it is answered.
fn sheet(id: u128) -> Unanswered {
    let wish = Wish::Submit { project: "E01".into(), revision: 1, marks: Marks::new() };
    Unanswered { id: Uuid::from_u128(id), wish, asked: At(0) }
}

/// The start of a clock, which is meant for its moment.
fn start(id: u128) -> Unanswered {
    let phase = crate::contest::Phase::Presentation;
    Unanswered { wish: Wish::StartClock { project: "E01".into(), phase }, ..sheet(id) }
}

/// A link whose hub is the far end of a pipe in memory, so that paused time may run.
async fn link() -> (Link, WebSocketStream<DuplexStream>, WebSocketStream<DuplexStream>, Near) {
    let (near, far) = duplex(64 * 1024);
    let near = WebSocketStream::from_raw_socket(near, Role::Client, None).await;
    let far = WebSocketStream::from_raw_socket(far, Role::Server, None).await;
    let (news, hear) = mpsc::channel(64);
    let (ask, asks) = mpsc::channel(64);
    let (order, orders) = mpsc::channel(4);
    let to: JoinLink = "roadshow://hub:1/A/host/pass".parse().unwrap();
    let outfit = Outfit::of(Uuid::nil());
    let link = Link {
        hub: to.at.hub.to_string(),
        seat: to.seat.clone(),
        dialler: Dialler::new(&outfit, to),
        time: HubTime::new(Clock::hand_set(At(0))),
        news,
        asks,
        orders,
        outbox: Outbox::default(),
        roads: outfit.roads,
        seen: None,
        picture: Sections::default(),
        heartbeat: Heartbeat::default(),
        waits: false,
        last_heard: At(0),
    };
    (link, near, far, Near { hear, ask, order })
}

struct Near {
    hear: mpsc::Receiver<News>,
    ask: mpsc::Sender<Unanswered>,
    order: mpsc::Sender<Order>,
}

#[tokio::test(start_paused = true)]
async fn a_hub_that_falls_silent_is_lost_within_three_seconds() {
    let (mut link, mut near, _far, _ends) = link().await;
    let start = Instant::now();
    let lost = link.converse(&mut near).await;
    assert!(matches!(lost, Ok(Ended::Lost(Trouble::Silent { .. }))));
    assert_eq!(start.elapsed(), Heartbeat::USUAL.stale());
}

/// Roads on which nothing is left to chance, nor to be reached.
struct NoChance;

impl Roads for NoChance {
    fn connect<'a>(&'a self, _: &'a Address) -> BoxFuture<'a, io::Result<Box<dyn Wire>>> {
        future::pending().boxed()
    }

    fn chance(&self) -> u32 {
        0
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_is_told_to_ping_rarely_does_so_once_its_clock_is_right() {
    let (mut link, mut near, mut far, _ends) = link().await;
    link.roads = Arc::new(NoChance);
    let (start, seat) = (Instant::now(), link.seat.clone());
    let heartbeat = Heartbeat::OF_SPECTATORS;
    let hello =
        Say::Hello { version: 1, hub: String::new(), seat, at: At(0), epoch: None, heartbeat };
    far.send(Message::text(hello.encode())).await.unwrap();
    let hub = async move {
        let mut pings = Vec::new();
        while pings.len() < 6 {
            let Some(Ok(Message::Text(_))) = far.next().await else { break };
            pings.push(start.elapsed().as_secs());
        }
        (pings, far) // And says nothing.
    };
    let (lost, (pings, _far)) = tokio::join!(link.converse(&mut near), hub);
    assert_eq!(pings, [0, 1, 2, 3, 13, 23]);
    assert!(matches!(lost, Ok(Ended::Lost(Trouble::Silent { .. }))));
    assert_eq!(start.elapsed(), heartbeat.stale());
}

#[tokio::test]
async fn what_is_asked_before_the_first_picture_follows_it() {
    let (mut link, mut near, mut far, mut ends) = link().await;
    let (id, wish) = (Uuid::from_u128(1), sheet(1).frame());
    ends.ask.send(sheet(1)).await.unwrap();
    let talking = tokio::spawn(async move { link.converse(&mut near).await.is_ok() });
    let mut frames = Vec::new();
    let picture = Say::View { rev: 1, full: true, view: Sections::default() };
    while frames.last().map(String::as_str) != Some(wish.as_str()) {
        let text = far.next().await.unwrap().unwrap().into_text().unwrap().to_string();
        if frames.is_empty() {
            assert!(matches!(serde_json::from_str(&text).unwrap(), Ask::Ping { .. }));
            far.send(Message::text(picture.encode())).await.unwrap();
        }
        frames.push(text);
    }
    far.send(Message::text(Say::Granted { id, seq: 7 }.encode())).await.unwrap();
    far.send(Message::text(Say::Granted { id, seq: 7 }.encode())).await.unwrap();
    far.send(Message::text(Say::Bye.encode())).await.unwrap();
    assert!(talking.await.unwrap());
    let mut granted = 0;
    while let Some(news) = ends.hear.recv().await {
        granted += u32::from(news == News::Granted { id, seq: 7 });
    }
    assert_eq!(granted, 1, "an answer that comes twice is told once");
}

#[tokio::test]
async fn a_link_that_is_down_for_good_answers_every_wish() {
    let (mut link, _near, _far, mut ends) = link().await;
    link.outbox.put(sheet(1));
    ends.ask.send(sheet(2)).await.unwrap();
    drop(ends.ask);
    assert!(link.wait_for_the_end().await.is_err());
    drop(link);
    for id in [1, 2] {
        let news = ends.hear.recv().await.unwrap();
        assert_eq!(news, News::Refused { id: Uuid::from_u128(id), refusal: Refusal::NotSent });
    }
}

#[tokio::test(start_paused = true)]
async fn a_full_outbox_takes_no_more() {
    let (mut link, _near, _far, ends) = link().await;
    for id in 0..64 {
        ends.ask.send(sheet(id)).await.unwrap();
    }
    assert!(link.pause(Duration::from_secs(1)).await.is_ok());
    for id in 64..128 {
        ends.ask.send(sheet(id)).await.unwrap();
    }
    assert!(link.pause(Duration::from_secs(1)).await.is_ok());
    assert!(ends.ask.try_send(sheet(0)).is_err());
}

#[tokio::test]
async fn a_clock_is_not_started_late() {
    let (mut link, _near, _far, mut ends) = link().await;
    link.time = HubTime::new(Clock::hand_set(At(10_001)));
    for wish in [sheet(1), start(2), Unanswered { asked: At(1), ..start(3) }] {
        link.outbox.put(wish);
    }
    assert!(link.expire().await.is_ok());
    let news = News::Refused { id: Uuid::from_u128(2), refusal: Refusal::TooLate };
    assert_eq!(ends.hear.try_recv().unwrap(), news);
    assert!(ends.hear.try_recv().is_err());
    assert_eq!(link.outbox.frames().len(), 2);
}

/// What outlives a terminal.
#[derive(Clone, Default)]
struct Table(Arc<Mutex<Vec<Unanswered>>>);

impl Tray for Table {
    fn open(&mut self) -> Vec<Unanswered> {
        self.0.lock().unwrap().clone()
    }

    fn keep(&mut self, waiting: &[Unanswered]) {
        *self.0.lock().unwrap() = waiting.to_vec();
    }
}

#[test]
fn a_wish_outlives_its_terminal() {
    let table = Table::default();
    let mut outbox = Outbox::of(Box::new(table.clone()));
    for wish in [sheet(1), start(2), sheet(3)] {
        outbox.put(wish);
    }
    assert!(outbox.answered(Uuid::from_u128(1)));
    drop(outbox);

    let mut outbox = Outbox::of(Box::new(table.clone()));
    assert_eq!(outbox.frames(), [start(2).frame(), sheet(3).frame()]);
    assert_eq!(outbox.expire(At(60_000)), [Uuid::from_u128(2)]);
    assert!(outbox.answered(Uuid::from_u128(3)) && !outbox.answered(Uuid::from_u128(3)));
    assert!(table.clone().open().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_terminal_that_was_replaced_does_not_fight_back() {
    let (mut link, mut near, mut far, ends) = link().await;
    let from = Some("192.0.2.2".to_owned());
    let why = Unseated::HandedOver;
    let unseated = Say::Unseated { why, from: from.clone() };
    far.send(Message::text(unseated.encode())).await.unwrap();
    let ended = link.converse(&mut near).await.ok();
    assert_eq!(ended, Some(Ended::Unseated(why, from)));

    let week = Duration::from_secs(7 * 24 * 3600);
    assert!(timeout(week, link.wait_until_wanted()).await.is_err(), "it comes back by itself");
    ends.order.send(Order::Again).await.unwrap();
    assert!(timeout(week, link.wait_until_wanted()).await.is_ok());
}

#[tokio::test]
async fn whoever_waits_for_a_seat_is_told_and_sends_nothing_yet() {
    let (mut link, mut near, mut far, mut ends) = link().await;
    link.outbox.put(sheet(1));
    let held = Say::Held { since: At(7), from: "192.0.2.2".to_owned() };
    let talking = tokio::spawn(async move { link.converse(&mut near).await.is_ok() });
    for say in [held, Say::Pong { sent: 0, at: At(9) }, Say::Bye] {
        far.send(Message::text(say.encode())).await.unwrap();
    }
    assert!(talking.await.unwrap());
    let waiting = LinkState::Waiting { since: At(7), from: "192.0.2.2".to_owned() };
    assert_eq!(ends.hear.recv().await, Some(News::Link(waiting)));
    assert_eq!(ends.hear.recv().await, None, "a pong does not make it look as if it had the seat");
    while let Some(Ok(Message::Text(text))) = far.next().await {
        assert!(text.contains("ping"), "{text}");
    }
}

#[tokio::test]
async fn whoever_goes_to_another_seat_leaves_nothing_behind() {
    let (mut link, mut near, _far, mut ends) = link().await;
    let id = Uuid::from_u128(1);
    link.outbox.put(sheet(1));
    ends.order.send(Order::Move(Seat::Control("B".into()))).await.unwrap();
    assert_eq!(link.converse(&mut near).await.ok(), Some(Ended::Moved));
    assert_eq!(link.seat, Seat::Control("B".into()));
    assert!(link.outbox.frames().is_empty());
    let refused = News::Refused { id, refusal: Refusal::NotSent };
    assert_eq!(ends.hear.recv().await, Some(refused));
    assert_eq!(ends.hear.recv().await, Some(News::Link(LinkState::Connecting)));
}
