//! Whoever does one thing again and again, with new connections: the right people notice nothing, and the log
//! has two lines of it.

use futures_util::SinkExt;
use roadshow::{contest::Wish, protocol::views::JudgeView};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use crate::{
    hostile::{Attacker, answer, call_up, guess_a_pass, half_a_frame, lines_about, until_let_go},
    support::HubProcess,
};

/// How often it is done.
const TIMES: usize = 20;
/// How often somebody comes again by a judge's link.
const VISITS: usize = 900;

#[tokio::test]
async fn whoever_comes_again_and_again_by_a_judges_link_does_not_disturb_the_judge() {
    let mut hub = HubProcess::start("tryout.toml");
    let mut judge = hub.join("A/judge/A1");
    judge.picture(|_: &JudgeView| true).await;
    let (attacker, link) = (Attacker::new(&hub, 21), hub.link("A/judge/A1"));
    let names: [Uuid; 7] = std::array::from_fn(|_| Uuid::new_v4());
    let mut waiting = Vec::new();
    for visit in 0..VISITS {
        let mut socket = attacker.join_as(&link, names[visit % names.len()]).await;
        socket.send(Message::text(r#"{"t":"ping","sent":1}"#)).await.unwrap();
        waiting.push(socket);
        if names.len() < waiting.len() {
            until_let_go(waiting.remove(0).get_mut()).await; // It has been replaced.
        }
    }
    let recuse = Wish::Recuse { project: "E01".into(), reason: "kin".to_owned() };
    judge.ask(recuse).await.unwrap();
    assert_eq!(judge.lost, 0);

    assert!(hub.terminate());
    let replaced = "dropped, as before code=\"replaced\" seat=A/judge/A1 from=127.0.0.21";
    let more = VISITS - names.len() - 1;
    is_told(
        &hub.log(),
        21,
        &[("dropped code=\"replaced\"", 1), (&format!("{replaced} more={more}"), 1)],
    );
}

/// So often the log tells an address's lines with these words, and it has no others of it.
fn is_told(log: &str, machine: u8, told: &[(&str, usize)]) {
    let lines = lines_about(log, machine);
    for (words, times) in told {
        let found = lines.iter().filter(|it| it.contains(words)).count();
        assert_eq!(found, *times, "{words} in {lines:#?}");
    }
    let times: usize = told.iter().map(|(_, times)| times).sum();
    assert_eq!(lines.len(), times, "{lines:#?}");
}

/// What an address did [`TIMES`] is told once, and then counted.
fn is_told_in_two_lines(log: &str, machine: u8, what: &str, why: &str) {
    let (first, rest) = (format!("{what} {why}"), format!("{what}, as before {why}"));
    is_told(log, machine, &[(&first, 1), (&rest, 1)]);
    let (counted, lines) = (format!(" more={}", TIMES - 1), lines_about(log, machine));
    assert!(lines[1].ends_with(&counted), "no {counted} in {lines:#?}");
}

/// Asks for the page until it was refused so often.
async fn ask_for_the_page(attacker: &Attacker, times: usize) {
    let mut refused = 0;
    while refused < times {
        let answer = attacker.say(b"GET /now HTTP/1.1\r\nHost: h\r\n\r\n").await;
        let answer = String::from_utf8(answer).unwrap();
        if answer.starts_with("HTTP/1.1 429") {
            assert!(answer.contains("\r\nretry-after: 1\r\n"), "{answer}");
            refused += 1;
        } else {
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        }
    }
}

#[tokio::test]
async fn a_flood_of_each_kind_is_two_lines_in_the_log() {
    let mut hub = HubProcess::start("tryout.toml");
    let from = |machine| Attacker::new(&hub, machine);
    let board = hub.link("A/board");

    guess_a_pass(&from(31), TIMES).await;
    for _ in 0..TIMES {
        from(32).say(b"nonsense\r\n\r\n").await;
        half_a_frame(&from(33), &board).await;
        let mut socket = from(34).join(&board).await;
        let said = answer(&mut socket, Uuid::new_v4(), &call_up("E01")).await;
        assert_eq!(said["refusal"]["code"], "not-yours");
        socket.close(None).await.unwrap();
        until_let_go(socket.get_mut()).await;
    }
    ask_for_the_page(&from(35), TIMES).await;
    let mut idle = Vec::new();
    for _ in 0..64 + TIMES {
        idle.push(from(37).connect().await);
    }
    for dropped in &mut idle[..TIMES] {
        until_let_go(dropped).await;
    }

    assert!(hub.terminate());
    let log = hub.log();
    for (machine, what, why) in [
        (31, "turned away", "code=\"wrong-pass\""),
        (32, "dropped: not a request", ""),
        (33, "gone", "seat=A/board"),
        (34, "refused", "code=\"not-yours\" seat=A/board"),
        (35, "turned away", "limit=\"pages-a-second\""),
        (37, "the oldest is dropped", "limit=\"unjoined-per-address\""),
    ] {
        is_told_in_two_lines(&log, machine, what, why);
    }
}

#[tokio::test]
async fn a_flood_at_a_door_that_encrypts_is_two_lines_in_the_log() {
    let mut hub = HubProcess::start_at("127.0.0.1:0", &["--tls"], "tryout.toml");
    let from = |machine| Attacker::new(&hub, machine);
    for _ in 0..TIMES {
        from(41).say(&[22, 3, 1, 0xff, 0xff]).await;
        from(42).say(b"GET /now HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").await;
    }
    assert!(hub.terminate());
    let log = hub.log();
    is_told_in_two_lines(&log, 41, "dropped: no TLS", "");
    is_told_in_two_lines(&log, 42, "a plain request was turned away: this hub encrypts", "");
}
