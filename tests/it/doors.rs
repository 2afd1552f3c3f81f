//! Who may come in and who holds a seat, with the real program and real sockets.

use std::{process::Stdio, time::Duration};

use roadshow::{
    client::{LinkState, News, Trouble, try_once},
    contest::{Refusal, Seat, Wish},
    protocol::{JoinLink, Unseated, views::HostView},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::{
    pty::{Screen, key},
    support::{HubProcess, LIMIT, Terminal, roadshow},
};

const JUDGE: &str = "A/judge/A1";

/// The state of a link that is as wanted.
async fn link<T>(terminal: &mut Terminal, wanted: impl Fn(&LinkState) -> Option<T>) -> T {
    let link = |news: &News| match news {
        News::Link(link) => wanted(link),
        _ => None,
    };
    terminal.until(link).await
}

async fn is_up(terminal: &mut Terminal) {
    link(terminal, |it| matches!(it, LinkState::Up { .. }).then_some(())).await;
}

/// The first line of the answer to a handshake for this seat, with more headers.
async fn knock(hub: &HubProcess, seat: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(hub.address()).await.unwrap();
    let (host, pass) = (hub.address(), hub.link(seat).pass);
    let request = format!(
        "GET /join/{seat} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\
         Sec-WebSocket-Protocol: roadshow.1\r\nAuthorization: Bearer {pass}\r\n{more}\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = [0; 12];
    timeout(LIMIT, stream.read_exact(&mut answer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_web_page_of_another_place_may_not_join() {
    let hub = HubProcess::start("tryout.toml");
    let own = format!("Origin: http://{}\r\n", hub.address());
    for (more, status) in [
        ("", "101"),
        (own.as_str(), "101"),
        ("Origin: https://example.org\r\n", "403"),
        ("Origin: null\r\n", "403"),
        ("Origin: http://127.0.0.1\r\n", "403"),
    ] {
        assert_eq!(knock(&hub, "A/board", more).await, format!("HTTP/1.1 {status}"), "{more}");
    }
}

#[tokio::test]
async fn idle_connections_keep_nobody_out() {
    let hub = HubProcess::start("tryout.toml");
    let mut idle = Vec::new();
    for _ in 0..65 {
        idle.push(TcpStream::connect(hub.address()).await.unwrap());
    }
    let mut byte = [0];
    let oldest = timeout(Duration::from_secs(4), idle[0].read(&mut byte)).await;
    assert!(matches!(oldest, Ok(Ok(0) | Err(_))), "the oldest is dropped first: {oldest:?}");
    is_up(&mut hub.join("A/host")).await;
}

#[tokio::test]
async fn a_second_terminal_takes_the_seat_once_it_is_free() {
    let hub = HubProcess::start("tryout.toml");
    let mut first = hub.join(JUDGE);
    is_up(&mut first).await;
    let mut second = hub.join(JUDGE);
    let from = link(&mut second, |it| match it {
        LinkState::Waiting { from, .. } => Some(from.clone()),
        _ => None,
    })
    .await;
    assert_eq!(from, "127.0.0.1");
    drop(first);
    is_up(&mut second).await;
    // Any number of boards.
    for mut board in [hub.join("A/board"), hub.join("A/board")] {
        is_up(&mut board).await;
    }
}

#[tokio::test]
async fn the_console_over_all_rooms_acts_beside_a_rooms_own() {
    let hub = HubProcess::start("additive-2026.toml");
    let mut host = hub.join("A/host");
    is_up(&mut host).await;
    let mut control = hub.join("A/control");
    let view: HostView = control.picture(|_| true).await;
    assert_eq!(view.rooms.len(), 2);
    control.step().await;
    host.picture(|view: &HostView| view.stage.is_some()).await;

    let first = hub.link("A/control");
    let mut other = Terminal::join(JoinLink { seat: Seat::Control("B".into()), ..first });
    let view: HostView = other.picture(|_| true).await;
    assert_eq!(view.room.id.as_str(), "B");
    other.step().await;
}

/// What `roadshow links` says of one seat now.
fn printed(hub: &HubProcess, seat: &str) -> JoinLink {
    let output = roadshow()
        .arg("links")
        .arg(hub.journal())
        .args(["--format", "json", "--seat", seat])
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    rows[0]["link"].as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_renewed_pass_opens_the_seat_and_the_old_one_nothing() {
    let mut hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (hub.join("A/host"), hub.join(JUDGE));
    is_up(&mut judge).await;
    let old = hub.link(JUDGE);
    let renew = Wish::RenewPass { seat: old.seat.clone(), reason: "link lost".to_owned() };
    host.ask(renew.clone()).await.unwrap();
    let told = link(&mut judge, |it| match it {
        LinkState::Refused { trouble } => Some(trouble.clone()),
        _ => None,
    });
    assert!(matches!(told.await, Trouble::PassRenewed { .. }));
    assert!(matches!(try_once(&old).await, Err(Trouble::WrongPass { .. })));

    let new = printed(&hub, JUDGE);
    assert_ne!(new.pass, old.pass);
    is_up(&mut Terminal::join(new.clone())).await;
    assert_eq!(printed(&hub, "A/judge/A2"), hub.link("A/judge/A2"), "of this seat only");
    let mut other = hub.join("A/judge/A2");
    is_up(&mut other).await;
    assert_eq!(other.ask(renew).await, Err(Refusal::NotYours));

    drop((host, judge, other));
    hub.kill();
    hub.restart();
    assert_eq!(hub.link(JUDGE), new, "it prints the new one");
    assert!(matches!(try_once(&old).await, Err(Trouble::WrongPass { .. })));
    is_up(&mut hub.join(JUDGE)).await;
}

#[tokio::test]
async fn whoever_was_replaced_waits_for_a_person() {
    let hub = HubProcess::start("tryout.toml");
    let (mut host, mut first) = (hub.join("A/host"), hub.join(JUDGE));
    is_up(&mut first).await;
    let mut second = hub.join(JUDGE);
    let view: HostView = host.picture(|view: &HostView| !view.waiting.is_empty()).await;
    let line = &view.waiting[0];
    let (from, to) = (line.holder.terminal, line.waits.terminal);
    host.ask(Wish::HandOver { seat: line.at.clone(), from, to }).await.unwrap();
    is_up(&mut second).await;
    let why = link(&mut first, |it| match it {
        LinkState::Unseated { why, .. } => Some(*why),
        _ => None,
    });
    assert_eq!(why.await, Unseated::HandedOver);
    host.picture(|view: &HostView| view.waiting.is_empty() && view.panel[0].link.screens == 1)
        .await;
}

/// The whole of it on screens: the second judge's terminal is told, the host sees it and hands over.
#[test]
fn a_second_terminal_is_told_and_the_host_hands_the_seat_over() {
    let hub = HubProcess::start("tryout.toml");
    let join = |seat: &str| {
        let link = hub.link(seat).to_string();
        Screen::open(&["join", &link, "--lang", "en"], 100, 30)
    };
    let mut host = join("A/host");
    host.shows("online");
    let mut first = join(JUDGE);
    first.shows("online");
    let second = join(JUDGE);
    let told = second.shows("waiting for the seat");
    assert!(told.contains("The terminal at 127.0.0.1 has had this seat since"), "{told}");

    host.shows("a second terminal at 127.0.0.1 waits");
    host.press("g");
    host.shows("hand over to 127.0.0.1");
    host.press(key::ENTER);
    host.shows("loses the seat at once");
    host.press("y");
    second.shows("online");
    first.until(|text| {
        text.contains("seat taken over")
            && text.contains("The host has handed the seat to the terminal at 127.0.0.1")
    });
    host.hides("waits");

    // It does not fight back, and a key asks again.
    first.press("\x14");
    first.shows("waiting for the seat");
    second.never_showed("seat taken over");
    drop(second);
    first.shows("online");
}

#[test]
fn a_screen_whose_pass_is_renewed_says_so() {
    let hub = HubProcess::start("tryout.toml");
    let join = |seat: &str| {
        let link = hub.link(seat).to_string();
        Screen::open(&["join", &link, "--lang", "en"], 100, 30)
    };
    let (mut control, clerk) = (join("A/control"), join("A/clerk"));
    clerk.shows("No project takes sheets now");
    control.shows("online");
    control.press("e");
    let listed =
        control.until(|text| text.contains("New pass for a seat") && text.contains("clerk"));
    assert!(listed.contains("all rooms' host"), "{listed}");
    let line = listed.lines().find(|line| line.contains("clerk")).unwrap();
    let digit = line.chars().find(char::is_ascii_digit).unwrap();
    control.press(&digit.to_string());
    control.shows("The old link is dead at once");
    control.press("2");
    control.shows("link seen by others");
    control.press(key::ENTER);
    control.press("y");
    let told = clerk.shows("seat has a new pass");
    assert!(told.contains("this link is dead"), "{told}");
    let old = hub.link("A/clerk").pass;
    let new = printed(&hub, "A/clerk").pass;
    for screen in [&control, &clerk] {
        screen.never_showed(&old);
        screen.never_showed(&new);
    }
}
