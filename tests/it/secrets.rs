//! What nobody is told: an evening with marks and passes that cannot be mistaken, with everything that goes
//! wrong besides, under a hub and a screen that log all they have. None of it is found afterwards in a log,
//! in `/now` and `/health`, in what is answered to strangers, or on the host's console.

use std::{fs, path::Path};

use futures_util::{SinkExt, StreamExt};
use roadshow::{
    contest::{Phase, Refusal, Stage, Wish},
    protocol::views::{BoardView, HostView, JudgeView, TimerView},
};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest};

#[cfg(target_os = "linux")]
use crate::pty::Screen;
use crate::support::{HubProcess, sheet};

/// Marks of A2 and A3 as they count, one before it, one out of range, one between two steps, one that is
/// no number, and one that is typed and not sent.
const MARKS: [&str; 7] =
    ["73194.25", "64281.75", "51515.25", "867530.5", "42424.13", "31337.x9", "27182"];
/// A reason that the hall is not to know.
const REASON: &str = "a quarrel about a lighthouse";

/// A final whose marks go up to a hundred thousand.
fn session(folder: &Path) -> String {
    let rubric = fs::read_to_string("tests/data/odd/rubric.toml").unwrap();
    let large = rubric
        .replace("max = \"100\"", "max = \"100000\"")
        .replace("[[criteria]]", "step = \"0.25\"\n\n[[criteria]]");
    assert_ne!(large, rubric);
    fs::write(folder.join("rubric.toml"), large).unwrap();
    let session = folder.join("session.toml");
    fs::copy("tests/data/odd/session.toml", &session).unwrap();
    session.to_str().unwrap().to_owned()
}

/// What a stranger is answered who sends this.
async fn answer(hub: &HubProcess, request: &str) -> String {
    let mut stream = TcpStream::connect(hub.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await; // Or it is reset.
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(path: &str, more: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: h\r\n{more}\r\n")
}

const UPGRADE: &str = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
                       Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: roadshow.1\r\n";

/// A pass where none belongs: in paths, in queries, in headers, for another seat, and in no request at all.
async fn misplaced(hub: &HubProcess, pass: &str) -> String {
    let bearer = format!("{UPGRADE}Authorization: Bearer {pass}\r\n");
    let requests = [
        get(&format!("/join/A/host/{pass}"), UPGRADE),
        get(&format!("/{pass}"), ""),
        get(&format!("/now?lang={pass}"), ""),
        get("/join/A/timer", &bearer),
        get("/join/A/clown", &bearer),
        get("/join/A/host", &format!("{UPGRADE}Authorization: {pass}\r\n")),
        format!("{pass}\r\n\r\n"),
        format!("GET /now HTTP/1.1\r\n{pass}\0: {pass}\r\n\r\n"),
    ];
    let mut told = String::new();
    for request in requests {
        told += &answer(hub, &request).await;
    }
    told
}

/// Frames that cannot be understood, with a pass and a mark in every place, and more than there may be.
async fn not_understood(hub: &HubProcess, seat: &str, secrets: &[&str]) {
    let link = hub.link(seat);
    let mut request =
        format!("ws://{}/join/{}", link.at.hub, link.seat).into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("Authorization", format!("Bearer {}", link.pass).parse().unwrap());
    headers.insert("Sec-WebSocket-Protocol", "roadshow.1".parse().unwrap());
    let stream = TcpStream::connect(link.at.hub.target()).await.unwrap();
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
    for secret in secrets {
        let id = "6e35b34c-3f8f-4f07-8b1c-0d2f4ab0a3a1";
        for frame in [
            (*secret).to_owned(),
            format!("{{\"t\":\"{secret}\"}}"),
            format!("{{\"t\":\"wish\",\"id\":\"{secret}\"}}"),
            format!("{{\"t\":\"wish\",\"id\":\"{id}\",\"{secret}\":1}}"),
            format!(
                "{{\"t\":\"wish\",\"id\":\"{id}\",\"wish\":{{\"do\":\"submit\",\"project\":\"E01\",\"revision\":1,\"marks\":{{\"all\":\"{secret}\"}}}}}}"
            ),
            format!(
                "{{\"t\":\"wish\",\"id\":\"{id}\",\"wish\":{{\"do\":\"submit\",\"project\":\"E01\",\"revision\":1,\"marks\":{{\"all\":{secret}}}}}}}"
            ),
        ] {
            socket.send(Message::text(frame)).await.unwrap();
            while !socket.next().await.unwrap().unwrap().into_text().unwrap().contains("refused") {}
        }
    }
    let _ = socket.send(Message::text(secrets.concat().repeat(2_000))).await;
    while let Some(Ok(_)) = socket.next().await {} // Too large.
}

/// Stops the test where a text gives something away.
fn holds_none(place: &str, text: &str, secrets: &[String]) {
    for secret in secrets {
        let found = text.find(secret.as_str());
        let line = found.map(|at| text[..at].rsplit('\n').next().unwrap_or_default());
        assert!(found.is_none(), "{place} says {secret}: {line:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn logs_pages_and_consoles_hold_no_marks_and_no_passes() {
    let folder = tempfile::tempdir().unwrap();
    let hub = HubProcess::start_logging("trace", &session(folder.path()));
    let mut host = hub.join("A/host");
    let [mut second, mut third] = ["A/judge/A2", "A/judge/A3"].map(|seat| hub.join(seat));
    while !matches!(host.step().await, Wish::Begin { phase: Phase::Scoring, .. }) {}

    let open = |view: &JudgeView| view.sheets.iter().any(|it| it.stage == Stage::Scoring);
    let view: JudgeView = second.picture(open).await;
    for (revision, mark) in [(1, MARKS[3]), (1, MARKS[4])] {
        let refused = second.ask(sheet(&view, "E01", revision, mark)).await;
        let about_marks =
            matches!(refused, Err(Refusal::MarkOutOfRange { .. } | Refusal::MarkOffStep { .. }));
        assert!(about_marks, "{refused:?}");
    }
    for (revision, mark) in [(1, MARKS[2]), (2, MARKS[0])] {
        second.ask(sheet(&view, "E01", revision, mark)).await.unwrap();
    }
    third.ask(sheet(&view, "E01", 1, MARKS[1])).await.unwrap();
    let recusal = Wish::Recuse { project: "E03".into(), reason: REASON.to_owned() };
    third.ask(recusal).await.unwrap();

    #[cfg(target_os = "linux")]
    let screen = typed(&hub);
    let pass = hub.link("A/host").pass;
    let answered = misplaced(&hub, &pass).await;
    not_understood(&hub, "A/board", &[&pass, MARKS[5], MARKS[0]]).await;

    let two_in = |view: &HostView| view.open.iter().any(|it| it.scored.len() == 2);
    host.picture::<HostView>(two_in).await;
    let without = ["A1".into()].into();
    host.ask(Wish::Lock { project: "E01".into(), without }).await.unwrap();
    let locked = |view: &HostView| view.open.iter().any(|it| it.stage == Stage::Locked);
    let console = serde_json::to_string(&host.picture::<HostView>(locked).await).unwrap();

    let links: Vec<Value> = serde_json::from_str(&hub.links_file()).unwrap();
    let passes = links.iter().map(|it| it["link"].as_str().unwrap().rsplit('/').next().unwrap());
    let passes: Vec<String> = passes.map(str::to_owned).collect();
    assert!(passes.contains(&pass));
    let score = "68738.00"; // The mean, which is locked and not released.
    let marks: Vec<String> = MARKS.iter().chain([&score]).map(|it| (*it).to_owned()).collect();
    let of_both = [marks.clone(), passes].concat();

    let pages = [get("/now?lang=en", ""), get("/health", "")];
    for page in pages {
        holds_none(&page, &answer(&hub, &page).await, &of_both);
    }
    holds_none("an answer to a stranger", &answered, &of_both);
    holds_none("the host's console", &console, &marks);
    let (mut board, mut timer) = (hub.join("A/board"), hub.join("A/timer"));
    let board = serde_json::to_string(&board.picture::<BoardView>(|_| true).await).unwrap();
    let timer = serde_json::to_string(&timer.picture::<TimerView>(|_| true).await).unwrap();
    for (seat, text) in [("the board", &board), ("the timer", &timer)] {
        holds_none(seat, text, &marks);
        assert!(!text.contains(REASON), "{seat}");
    }
    let log = hub.log();
    for line in ["refused", "not-understood", "turned away", "gone"] {
        assert!(log.contains(line), "{line} would have been in the log: {log}");
    }
    holds_none("the hub's log", &log, &of_both);
    assert!(!log.contains(REASON));
    #[cfg(target_os = "linux")]
    holds_none("a screen's log", &screen.log(), &of_both);
}

/// A judge's screen on which a mark is typed and not sent, killed, and opened again on a draft that
/// something has spoilt.
#[cfg(target_os = "linux")]
fn typed(hub: &HubProcess) -> Screen {
    let link = hub.link("A/judge/A1").to_string();
    let arguments = ["join", &link, "--lang", "en"];
    let mut screen = Screen::open(&arguments, 100, 30);
    screen.shows("E01");
    screen.press(MARKS[6]);
    screen.shows(MARKS[6]);
    screen.until_kept("drafts", |kept| kept.contains("2718"));
    screen.kill();
    for file in fs::read_dir(screen.home().join("roadshow/drafts")).unwrap() {
        fs::write(file.unwrap().path(), format!("\"{}\"", MARKS[6])).unwrap();
    }
    let screen = screen.again(&arguments, 100, 30);
    screen.shows("E01");
    assert!(screen.log().contains("cannot be read"), "{}", screen.log());
    screen
}
