//! A real hub process and its doors.

use std::process::Stdio;

use futures_util::{SinkExt, StreamExt};
use roadshow::{
    client::{LinkState, News, Trouble, try_once},
    contest::{Refusal, Stage, Wish},
    protocol::views::{BoardView, HostView, JudgeView},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest};

use crate::support::{HubProcess, roadshow, session, sheet};

/// Plays the next project of a room to its release, with this mark from every judge; returns it.
async fn play_one(hub: &HubProcess, room: &str, mark: &str) -> String {
    let mut host = hub.join(&format!("{room}/host"));
    let mut project = host.step().await.project().unwrap().to_string();
    for _ in 0..4 {
        project = host.step().await.project().unwrap().to_string(); // clock, questions, clock, scoring
    }
    let panel = host.picture(|_: &HostView| true).await.panel;
    for line in panel {
        let mut judge = hub.join(&format!("{room}/judge/{}", line.seat));
        let view: JudgeView = judge.picture(|_| true).await;
        judge.ask(sheet(&view, &project, 1, mark)).await.unwrap();
    }
    host.picture(|view: &HostView| matches!(&view.agenda.next, Some(Wish::Lock { without, .. }) if without.is_empty())).await;
    host.step().await;
    host.step().await;
    project
}

#[tokio::test]
async fn two_rooms_run_at_once_and_every_board_shows_both_groups() {
    let hub = HubProcess::start("additive-2026.toml");
    let (one, other) = tokio::join!(play_one(&hub, "A", "8.5"), play_one(&hub, "B", "9"));
    assert_eq!((one.as_str(), other.as_str()), ("E01", "S01"));
    for room in ["A", "B"] {
        let mut board = hub.join(&format!("{room}/board"));
        let view: BoardView = board
            .picture(|view: &BoardView| view.groups.iter().all(|it| it.standings.len() == 1))
            .await;
        let scores: Vec<String> =
            view.groups.iter().map(|group| group.standings[0].score.to_string()).collect();
        assert_eq!(scores, ["85.00", "90.00"], "room {room}");
    }
}

#[tokio::test]
async fn an_unreleased_score_is_not_on_the_wire_to_a_board() {
    let hub = HubProcess::start("tryout.toml");
    let mut board = hub.join("A/board");
    let released = tokio::spawn(async move {
        let mut seen = Vec::new();
        board
            .until(|news| {
                let News::Picture(sections) = news else { return None };
                let view: BoardView = sections.read().unwrap();
                let text = serde_json::to_string(sections).unwrap();
                seen.push((view.stage.map(|it| it.stage), text.contains("73.00")));
                view.released.map(|_| ())
            })
            .await;
        seen
    });
    play_one(&hub, "A", "7.3").await;
    let seen = released.await.unwrap();
    let (last, before) = seen.split_last().unwrap();
    assert_eq!(*last, (Some(Stage::Released), true));
    assert!(before.iter().all(|(_, told)| !told), "{before:?}");
}

#[tokio::test]
async fn a_bad_sheet_is_refused_with_its_reason_and_a_good_one_then_taken() {
    let hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (hub.join("A/host"), hub.join("A/judge/A1"));
    host.step().await;
    let called = host.step().await.project().unwrap().to_string();
    let view: JudgeView = judge.picture(|_| true).await;
    let refused = judge.ask(sheet(&view, &called, 1, "10.1")).await;
    assert!(matches!(refused, Err(Refusal::MarkOutOfRange { .. })), "{refused:?}");
    let refused = judge.ask(sheet(&view, &called, 1, "7.25")).await;
    assert!(matches!(refused, Err(Refusal::MarkOffStep { .. })), "{refused:?}");
    let next = &view.sheets[1].project.id;
    let refused = judge.ask(sheet(&view, next.as_str(), 1, "7")).await;
    assert!(matches!(refused, Err(Refusal::SheetsClosed { .. })), "{refused:?}");
    judge.ask(sheet(&view, &called, 1, "7.2")).await.unwrap();
}

#[tokio::test]
async fn a_wrong_link_is_told_what_is_wrong() {
    let hub = HubProcess::start("tryout.toml");
    let mut wrong_pass = hub.link("A/host");
    wrong_pass.pass = hub.link("A/board").pass;
    let told = try_once(&wrong_pass).await;
    assert!(matches!(told, Err(Trouble::WrongPass { .. })), "{told:?}");

    let mut dead = hub.link("A/host");
    dead.at.hub = "127.0.0.1:1".parse().unwrap();
    let told = try_once(&dead).await;
    assert!(matches!(told, Err(Trouble::Unreachable { .. })), "{told:?}");
}

/// Speaks HTTP by hand, as somebody would who writes a client from `docs/protocol.md`.
async fn http(hub: &HubProcess, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(hub.address()).await.unwrap();
    let host = hub.address();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn strangers_are_turned_away_before_there_is_a_websocket() {
    let hub = HubProcess::start("tryout.toml");
    let status = |answer: String| answer.split(' ').nth(1).unwrap().to_owned();
    let upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
                   Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
    let of_version = |version| format!("{upgrade}Sec-WebSocket-Protocol: {version}\r\n");
    let ours = of_version("roadshow.1");
    assert_eq!(status(http(&hub, "/join/A/host", "").await), "400");
    assert_eq!(status(http(&hub, "/join/A/host", &of_version("roadshow.9")).await), "426");
    assert_eq!(status(http(&hub, "/join/A/host", &ours).await), "401");
    let wrong = format!("{ours}Authorization: Bearer nonsense\r\n");
    assert_eq!(status(http(&hub, "/join/A/host", &wrong).await), "401");
    assert_eq!(status(http(&hub, "/elsewhere", "").await), "404");
    let health = http(&hub, "/health", "").await;
    assert!(health.ends_with("\"session\":\"tryout\",\"status\":\"ok\"}\n"), "{health}");
}

#[tokio::test]
async fn the_board_can_be_read_with_curl() {
    let hub = HubProcess::start("tryout.toml");
    let project = play_one(&hub, "A", "8").await;
    let page = http(&hub, "/now?lang=en", "").await;
    assert!(page.contains(&format!("  1   80.00  {project}")), "{page}");
    assert!(page.contains("provisional 1/3"), "{page}");
}

#[tokio::test]
async fn what_is_not_understood_is_answered_and_harms_nobody() {
    let hub = HubProcess::start("tryout.toml");
    let link = hub.link("A/judge/A1");
    let mut request =
        format!("ws://{}/join/{}", link.at.hub, link.seat).into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("Authorization", format!("Bearer {}", link.pass).parse().unwrap());
    headers.insert("Sec-WebSocket-Protocol", "roadshow.1".parse().unwrap());
    let stream = TcpStream::connect(link.at.hub.target()).await.unwrap();
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
    socket.send(Message::text("{\"t\":\"sing\"}")).await.unwrap();
    let refused = loop {
        let text = socket.next().await.unwrap().unwrap().into_text().unwrap();
        if text.contains("refused") {
            break text;
        }
    };
    assert!(refused.contains("\"id\":null") && refused.contains("not-understood"), "{refused}");
    let id = "6e35b34c-3f8f-4f07-8b1c-0d2f4ab0a3a1";
    let half = format!("{{\"t\":\"wish\",\"id\":\"{id}\",\"wish\":{{\"do\":\"release\"}}}}");
    socket.send(Message::text(half)).await.unwrap();
    let refused = loop {
        let text = socket.next().await.unwrap().unwrap().into_text().unwrap();
        if text.contains("refused") {
            break text;
        }
    };
    assert!(refused.contains(id), "a wish that can be named is answered by name: {refused}");
    socket.send(Message::text("x".repeat(64 * 1024))).await.unwrap();
    while let Some(Ok(_)) = socket.next().await {} // Too large: the hub lets go of this one only.
    let mut host = hub.join("A/host");
    host.step().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_hub_that_is_told_to_end_says_goodbye_and_leaves_one_file() {
    let mut hub = HubProcess::start("tryout.toml");
    let mut board = hub.join("A/board");
    board.picture(|_: &BoardView| true).await;
    let goodbye = tokio::spawn(async move {
        board
            .until(|news| match news {
                News::Link(LinkState::Lost { trouble, .. }) => Some(trouble.clone()),
                _ => None,
            })
            .await
    });
    let ended = tokio::task::spawn_blocking(move || (hub.terminate(), hub));
    let (in_order, hub) = ended.await.unwrap();
    assert!(in_order, "exit code 0");
    assert!(matches!(goodbye.await.unwrap(), Trouble::Closing { .. }));
    let beside: Vec<_> = std::fs::read_dir(hub.journal().parent().unwrap())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("test.journal-"))
        .collect();
    assert!(beside.is_empty(), "{beside:?}");
}

#[tokio::test]
async fn a_taken_port_and_another_sessions_journal_are_told_in_a_sentence() {
    let mut hub = HubProcess::start("tryout.toml");
    let run = |session_name: &str, listen: &str| {
        let journal = hub.journal();
        let mut command = roadshow();
        command.arg("hub").arg(session(session_name)).args(["--lang", "en", "--listen", listen]);
        let ran = command.arg("--data").arg(journal).stdin(Stdio::null()).output().unwrap();
        assert_eq!(ran.status.code(), Some(1));
        String::from_utf8(ran.stderr).unwrap()
    };
    let taken = run("tryout.toml", hub.address());
    assert!(taken.contains("is taken") && taken.lines().count() == 1, "{taken}");
    let in_use = run("tryout.toml", "127.0.0.1:0");
    assert!(in_use.lines().count() == 1, "{in_use}");
    hub.kill();
    let other = {
        let mut command = roadshow();
        command.arg("hub").arg(session("award-day.toml")).args(["--lang", "en"]);
        let command = command.args(["--listen", "127.0.0.1:0", "--data"]).arg(hub.journal());
        String::from_utf8(command.output().unwrap().stderr).unwrap()
    };
    assert!(other.contains("is the journal of the session tryout"), "{other}");
}
