use tokio::{
    io::{DuplexStream, duplex},
    sync::mpsc,
};
use tokio_tungstenite::tungstenite::protocol::Role;

use super::*;
use crate::{clock::Clock, protocol::Ask};

/// A link whose hub is the far end of a pipe in memory, so that paused time may run.
async fn link() -> (Link, WebSocketStream<DuplexStream>, WebSocketStream<DuplexStream>, Ends) {
    let (near, far) = duplex(64 * 1024);
    let near = WebSocketStream::from_raw_socket(near, Role::Client, None).await;
    let far = WebSocketStream::from_raw_socket(far, Role::Server, None).await;
    let (news, hear) = mpsc::channel(64);
    let (ask, asks) = mpsc::channel(64);
    let to: JoinLink = "roadshow://hub:1/A/host/pass".parse().unwrap();
    let link = Link {
        hub: to.at.hub.to_string(),
        seat: to.seat.clone(),
        dialler: Dialler::new(to),
        time: HubTime::new(Clock::hand_set(At(0))),
        news,
        asks,
        outbox: Outbox::default(),
        seen: None,
        picture: Sections::new(),
        last_heard: At(0),
    };
    (link, near, far, Ends { hear, ask })
}

struct Ends {
    hear: mpsc::Receiver<News>,
    ask: mpsc::Sender<(Uuid, String)>,
}

#[tokio::test(start_paused = true)]
async fn a_hub_that_falls_silent_is_lost_within_three_seconds() {
    let (mut link, mut near, _far, _ends) = link().await;
    let start = Instant::now();
    let lost = link.converse(&mut near).await;
    assert!(matches!(lost, Ok(Trouble::Silent { .. })));
    assert_eq!(start.elapsed(), SILENCE);
}

#[tokio::test]
async fn what_is_asked_before_the_first_picture_follows_it() {
    let (mut link, mut near, mut far, mut ends) = link().await;
    let id = Uuid::from_u128(1);
    ends.ask.send((id, "the wish".to_owned())).await.unwrap();
    let talking = tokio::spawn(async move { link.converse(&mut near).await.is_ok() });
    let mut frames = Vec::new();
    let picture = Say::View { rev: 1, full: true, view: Sections::new() };
    while frames.last().map(String::as_str) != Some("the wish") {
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
    link.outbox.put(Uuid::from_u128(1), "kept".to_owned());
    ends.ask.send((Uuid::from_u128(2), "new".to_owned())).await.unwrap();
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
        ends.ask.send((Uuid::from_u128(id), String::new())).await.unwrap();
    }
    assert!(link.pause(Duration::from_secs(1)).await.is_ok());
    for id in 64..128 {
        ends.ask.send((Uuid::from_u128(id), String::new())).await.unwrap();
    }
    assert!(link.pause(Duration::from_secs(1)).await.is_ok());
    assert!(ends.ask.try_send((Uuid::nil(), String::new())).is_err());
}
