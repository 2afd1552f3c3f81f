//! Hostile terminals against a real hub, all at once, while two honest people run and score an evening.
//!
//! Every attacker comes from a loopback address of its own, so that the log can be asked for it: at the level
//! that it has unless it is told otherwise.

use std::{fs, net::Ipv4Addr, time::Duration};

use futures_util::{SinkExt, StreamExt, future::join_all};
use roadshow::{
    contest::{Phase, Refusal, Stage, Wish},
    protocol::{
        JoinLink,
        views::{HostView, JudgeView},
    },
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{Message, client::IntoClientRequest},
};
use uuid::Uuid;

use crate::{
    pty::{Screen, key},
    support::{HubProcess, LIMIT, Terminal, roadshow, sheet},
};

/// How many sockets one machine opens and leaves lying, where test and hub may have as many files open.
const IDLE: usize = 1_000;
/// How many boards never read what they are told.
const DEAF: usize = 100;
/// How long one terminal asks and asks without reading an answer.
const FLOOD: Duration = Duration::from_secs(6);
/// What the hub may have grown by, in KiB: several times what four thousand connections take.
const MOST_GROWN: u64 = 96 * 1024;

/// A machine of an attacker's: its address and the hub's.
#[derive(Clone)]
pub(crate) struct Attacker {
    from: Ipv4Addr,
    hub: String,
}

impl Attacker {
    pub(crate) fn new(hub: &HubProcess, machine: u8) -> Self {
        Self { from: Ipv4Addr::new(127, 0, 0, machine), hub: hub.address().to_owned() }
    }

    pub(crate) async fn connect(&self) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((self.from, 0).into()).unwrap();
        socket.connect(self.hub.parse().unwrap()).await.unwrap()
    }

    /// Sends this, and waits until the hub lets go.
    pub(crate) async fn say(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect().await;
        let _ = stream.write_all(bytes).await; // It may let go in the middle of it.
        until_let_go(&mut stream).await
    }

    /// Joins with a link's pass, as somebody may who has got hold of one.
    pub(crate) async fn join(&self, link: &JoinLink) -> WebSocketStream<TcpStream> {
        self.join_as(link, Uuid::new_v4()).await
    }

    /// The same under a terminal's name.
    pub(crate) async fn join_as(
        &self,
        link: &JoinLink,
        terminal: Uuid,
    ) -> WebSocketStream<TcpStream> {
        let url = format!("ws://{}/join/{}", self.hub, link.seat);
        let mut request = url.into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("Authorization", format!("Bearer {}", link.pass).parse().unwrap());
        headers.insert("Sec-WebSocket-Protocol", "roadshow.1".parse().unwrap());
        headers.insert("Roadshow-Terminal", terminal.to_string().parse().unwrap());
        let stream = self.connect().await;
        tokio_tungstenite::client_async(request, stream).await.unwrap().0
    }
}

/// All that comes until the other end is closed.
pub(crate) async fn until_let_go(stream: &mut TcpStream) -> Vec<u8> {
    let mut said = Vec::new();
    let read = timeout(LIMIT, stream.read_to_end(&mut said)).await;
    let _ = read.unwrap(); // With a reset where it has not read all.
    said
}

async fn garbage(attacker: Attacker) {
    let noise: Vec<u8> =
        (0..40_000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for length in [1, 100, 40_000] {
        attacker.say(&noise[..length]).await;
    }
}

pub(crate) async fn guess_a_pass(attacker: &Attacker, times: usize) {
    for guess in 0..times {
        let request = format!(
            "GET /join/A/host HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\
             Sec-WebSocket-Protocol: roadshow.1\r\nAuthorization: Bearer {guess}\r\n\r\n"
        );
        let answer = attacker.say(request.as_bytes()).await;
        assert!(!answer.starts_with(b"HTTP/1.1 101"), "guess {guess}");
    }
}

async fn half_a_request(attacker: Attacker) {
    attacker.say(b"GET /join/A/board HTTP/1.1\r\nHost: ").await;
}

pub(crate) async fn half_a_frame(attacker: &Attacker, link: &JoinLink) {
    let mut socket = attacker.join(link).await;
    // A text of 0x64 bytes is announced; three come.
    socket.get_mut().write_all(&[0x81, 0x80 | 0x64, 0, 0, 0, 0, b'{', b'"', b't']).await.unwrap();
    socket.get_mut().shutdown().await.unwrap();
    until_let_go(socket.get_mut()).await;
}

async fn a_giant_frame((attacker, link): (Attacker, JoinLink)) {
    let mut socket = attacker.join(&link).await;
    let announced = [&[0x81, 0x80 | 0x7f][..], &(1_u64 << 62).to_be_bytes(), &[0; 4]].concat();
    socket.get_mut().write_all(&announced).await.unwrap();
    until_let_go(socket.get_mut()).await;
    let mut socket = attacker.join(&link).await;
    let _ = socket.send(Message::text("x".repeat(64 * 1024))).await;
    until_let_go(socket.get_mut()).await;
}

/// Says nothing on very many connections, until the hub has closed the last.
async fn idle_sockets((attacker, most): (Attacker, usize)) {
    let mut open = Vec::with_capacity(most);
    for _ in 0..most {
        open.push(attacker.connect().await);
    }
    join_all(open.iter_mut().map(until_let_go)).await;
}

/// Boards that never read.
async fn deaf_boards(attacker: &Attacker, link: &JoinLink) -> Vec<WebSocketStream<TcpStream>> {
    let mut boards = Vec::with_capacity(DEAF);
    for _ in 0..DEAF {
        boards.push(attacker.join(link).await);
    }
    boards
}

/// The lines of the log about an address.
pub(crate) fn lines_about(log: &str, machine: u8) -> Vec<String> {
    let from = format!("from=127.0.0.{machine}");
    let is_about = |line: &&str| line.split(' ').any(|field| field == from);
    log.lines().filter(is_about).map(str::to_owned).collect()
}

/// How many files a process may have open here.
fn files() -> usize {
    let limits = fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap_or(usize::MAX)
}

/// As fast as the hub takes it, and without listening.
async fn a_flood((attacker, link): (Attacker, JoinLink)) {
    let mut socket = attacker.join(&link).await;
    let flood = async {
        loop {
            let wish = json!({ "t": "wish", "id": Uuid::new_v4(), "wish": call_up("E01") });
            if socket.send(Message::text(wish.to_string())).await.is_err() {
                return;
            }
        }
    };
    let _ = timeout(FLOOD, flood).await;
}

pub(crate) fn call_up(project: &str) -> Wish {
    Wish::CallUp { project: project.into() }
}

/// What the hub answers to one wish on a raw socket.
pub(crate) async fn answer(
    socket: &mut WebSocketStream<TcpStream>,
    id: Uuid,
    wish: &Wish,
) -> Value {
    let ask = json!({ "t": "wish", "id": id, "wish": wish });
    socket.send(Message::text(ask.to_string())).await.unwrap();
    let said = async {
        loop {
            let text = socket.next().await.unwrap().unwrap().into_text().unwrap();
            let said: Value = serde_json::from_str(&text).unwrap();
            if said["id"] == json!(id) {
                return said;
            }
        }
    };
    timeout(LIMIT, said).await.unwrap()
}

/// The honest people of room A, who do one step after the other.
struct Honest {
    host: Terminal,
    judges: Vec<Terminal>,
    /// The receipts of everybody, which count on one by one.
    receipts: Vec<Vec<u64>>,
    /// A wish of the host's that was granted, with its id.
    granted: Option<(Uuid, Wish)>,
}

impl Honest {
    async fn sit_down(hub: &HubProcess) -> Self {
        let mut host = hub.join("A/host");
        let panel = host.picture(|_: &HostView| true).await.panel;
        let judges: Vec<_> =
            panel.iter().map(|it| hub.join(&format!("A/judge/{}", it.seat))).collect();
        let receipts = vec![Vec::new(); judges.len()];
        Self { host, judges, receipts, granted: None }
    }

    async fn step(&mut self) -> Wish {
        let view: HostView = self.host.picture(|view: &HostView| view.agenda.next.is_some()).await;
        let wish = view.agenda.next.unwrap();
        let id = self.host.send(wish.clone());
        self.host.answer(id).await.unwrap();
        self.granted = Some((id, wish.clone()));
        self.host.picture(|view: &HostView| view.agenda.next.as_ref() != Some(&wish)).await;
        wish
    }

    /// One project from its call-up to its release.
    async fn project(&mut self) -> String {
        let project = loop {
            let wish = self.step().await;
            if let Wish::Begin { phase: Phase::Scoring, project } = wish {
                break project.to_string();
            }
        };
        for revision in 1..=3 {
            for (judge, receipts) in self.judges.iter_mut().zip(&mut self.receipts) {
                let open = |view: &JudgeView| {
                    let line = view.sheets.iter().find(|it| it.project.id.as_str() == project);
                    line.is_some_and(|it| it.stage == Stage::Scoring)
                };
                let view: JudgeView = judge.picture(open).await;
                let mark = format!("{}", 5 + revision);
                receipts.push(judge.ask(sheet(&view, &project, revision, &mark)).await.unwrap());
            }
        }
        let all_in = |view: &HostView| matches!(&view.agenda.next, Some(Wish::Lock { without, .. }) if without.is_empty());
        self.host.picture(all_in).await;
        while !matches!(self.step().await, Wish::Release { .. }) {}
        project
    }

    /// Whether a project is left; on a quick machine they may all be over before the last attack is.
    async fn have_projects_left(&mut self) -> bool {
        let view: HostView = self.host.picture(|_| true).await;
        view.agenda.next.is_some()
    }

    /// After the attacks the hub answers everybody over the link that they have had all the time.
    async fn are_still_answered(&mut self) {
        let (id, wish) = self.granted.clone().unwrap();
        self.host.repeat(id, wish);
        self.host.answer(id).await.unwrap();
        for judge in &mut self.judges {
            let view: JudgeView = judge.picture(|_| true).await;
            let over = view.sheets[0].project.id.to_string();
            let refused = judge.ask(sheet(&view, &over, 9, "5")).await;
            assert!(matches!(refused, Err(Refusal::SheetsClosed { .. })), "{refused:?}");
        }
    }

    /// Nothing was lost, nothing was late, nothing was out of turn.
    fn have_noticed_nothing(&mut self, projects: usize) {
        let terminals = self.judges.iter_mut().chain([&mut self.host]);
        terminals.for_each(Terminal::catch_up);
        for receipts in &self.receipts {
            assert_eq!(*receipts, (1..=projects as u64 * 3).collect::<Vec<_>>());
        }
        let lost: u32 = self.judges.iter().map(|it| it.lost).sum();
        assert_eq!((self.host.lost, lost), (0, 0));
    }
}

/// The memory that a process holds now, in KiB.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").trim().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn honest_seats_notice_nothing_of_hostile_terminals() {
    let hub = HubProcess::start("additive-2026.toml");
    let mut honest = Honest::sit_down(&hub).await;
    honest.project().await;
    let before = resident(hub.process());

    let from = |machine| Attacker::new(&hub, machine);
    let (board, timer) = (hub.link("B/board"), hub.link("B/timer"));
    let (half, half_link) = (from(14), board.clone());
    let (giant, flood) = ((from(15), board), (from(17), timer));
    let most = IDLE.min(files() / 4 * 3);
    if most < IDLE {
        eprintln!("{most} idle sockets instead of {IDLE}: no more files may be open");
    }
    let (noise, guesser, loris, idler) = (from(11), from(12), from(13), (from(16), most));
    let _deaf = deaf_boards(&from(19), &hub.link("A/board")).await;
    let attacks = tokio::spawn(async move {
        tokio::join!(
            garbage(noise),
            guess_a_pass(&guesser, 50),
            half_a_request(loris),
            half_a_frame(&half, &half_link),
            a_giant_frame(giant),
            idle_sockets(idler),
            a_flood(flood),
        );
    });
    let mut projects = 1;
    while projects < 3 || !attacks.is_finished() && honest.have_projects_left().await {
        honest.project().await;
        projects += 1;
    }
    attacks.await.unwrap();
    honest.are_still_answered().await;
    honest.have_noticed_nothing(projects);
    let grown = resident(hub.process()).saturating_sub(before);
    assert!(grown < MOST_GROWN, "{grown} KiB more after {projects} projects");

    let log = hub.log();
    for (machine, told) in [
        (11, "not a request"),
        (12, "turned away"),
        (13, "request-head"),
        (14, "gone"),
        (15, "limit=\"message\""),
        (16, "request-head"),
        (16, "unjoined-per-address"),
        (17, "asks-a-second"),
        (17, "code=\"not-yours\""),
    ] {
        let lines = lines_about(&log, machine);
        assert!(lines.iter().any(|it| it.contains(told)), "{machine}: no {told} in {lines:#?}");
    }
    let lines = lines_about(&log, 17);
    assert!(lines.len() < 8, "what goes on is counted: {lines:#?}");
}

#[tokio::test]
async fn a_wish_out_of_place_is_refused_whoever_has_a_pass_for_what() {
    let hub = HubProcess::start("additive-2026.toml");
    let mut honest = Honest::sit_down(&hub).await;
    let attacker = Attacker::new(&hub, 18);
    honest.step().await;
    let (id, wish) = honest.granted.clone().unwrap();

    // Others' ids are nobody's receipts.
    for seat in ["A/board", "B/host", "B/judge/B1", "supervisor"] {
        let mut socket = attacker.join(&hub.link(seat)).await;
        let said = answer(&mut socket, id, &wish).await;
        assert_eq!(
            (&said["t"], &said["refusal"]["code"]),
            (&"refused".into(), &"not-yours".into()),
            "{seat}"
        );
    }
    // And who has taken one first, has not taken it from its owner.
    let mut thief = attacker.join(&hub.link("A/timer")).await;
    let next: HostView = honest.host.picture(|view: &HostView| view.agenda.next.is_some()).await;
    let (mine, next) = (Uuid::new_v4(), next.agenda.next.unwrap());
    assert_eq!(answer(&mut thief, mine, &next).await["t"], "refused");
    honest.host.repeat(mine, next);
    honest.host.answer(mine).await.unwrap();

    // Another phase, another project, after the lock.
    let judge = honest.judges.last_mut().unwrap();
    let view: JudgeView = judge.picture(|_| true).await;
    let later = view.sheets[5].project.id.to_string();
    let refused = judge.ask(sheet(&view, &later, 1, "5")).await;
    assert!(
        matches!(refused, Err(Refusal::SheetsClosed { stage: Stage::Waiting, .. })),
        "{refused:?}"
    );
    let lock = Wish::Lock { project: later.as_str().into(), without: [].into() };
    assert!(matches!(honest.host.ask(lock).await, Err(Refusal::WrongStage { .. })));
    let project = honest.project().await;
    let judge = honest.judges.last_mut().unwrap();
    let view: JudgeView = judge.picture(|_| true).await;
    let refused = judge.ask(sheet(&view, &project, 9, "10")).await;
    assert!(
        matches!(refused, Err(Refusal::SheetsClosed { stage: Stage::Released, .. })),
        "{refused:?}"
    );

    let log = hub.log();
    let lines = lines_about(&log, 18);
    for seat in ["A/board", "B/host", "B/judge/B1", "supervisor", "A/timer"] {
        let told = format!("code=\"not-yours\" seat={seat} ");
        assert!(lines.iter().any(|it| it.contains(&told)), "no {told} in {lines:#?}");
    }
    for everyday in ["sheets-closed", "wrong-stage"] {
        assert!(!log.contains(everyday), "{everyday} happens to people who mean well");
    }
    let verified = roadshow().arg("verify").arg(hub.journal()).output().unwrap();
    assert!(verified.status.success());
}

#[tokio::test]
async fn what_goes_on_at_a_seat_is_told_once_and_counted() {
    let mut hub = HubProcess::start("additive-2026.toml");
    let attacker = Attacker::new(&hub, 20);
    // Two terminals at one seat, of which the second waits.
    let mut holder = hub.join("B/judge/B1");
    holder.picture(|_: &JudgeView| true).await;
    let mut waits = attacker.join(&hub.link("B/judge/B1")).await;
    let recuse = Wish::Recuse { project: "S01".into(), reason: "kin".to_owned() };
    for _ in 0..38 {
        let said = answer(&mut waits, Uuid::new_v4(), &recuse).await;
        assert_eq!(said["refusal"]["code"], "not-seated");
    }
    waits.close(None).await.unwrap();
    until_let_go(waits.get_mut()).await;
    let mut clerk = attacker.join(&hub.link("B/clerk")).await;
    clerk.send(Message::text("{}")).await.unwrap();
    while !clerk.next().await.unwrap().unwrap().into_text().unwrap().contains("not-understood") {}

    assert!(hub.terminate());
    let lines = lines_about(&hub.log(), 20);
    for (told, times) in [
        ("refused code=\"not-seated\" seat=B/judge/B1", 1),
        ("refused, as before code=\"not-seated\" seat=B/judge/B1 from=127.0.0.20 more=37", 1),
        ("refused code=\"not-understood\" seat=B/clerk", 1),
    ] {
        let found = lines.iter().filter(|it| it.contains(told)).count();
        assert_eq!(found, times, "{told} in {lines:#?}");
    }
}

/// So that what is in the log is worth reading.
#[test]
fn whoever_comes_and_leaves_in_order_is_not_in_the_log() {
    let hub = HubProcess::start("tryout.toml");
    for (seat, asks) in [("A/judge/A1", false), ("A/host", true), ("A/board", true)] {
        let link = hub.link(seat).to_string();
        let mut screen = Screen::open(&["join", &link, "--lang", "en"], 100, 30);
        screen.shows("online");
        screen.press(key::CTRL_C);
        if asks {
            screen.shows("Close th");
            screen.press("y");
        }
        assert_eq!(screen.ended(), 0, "{seat}");
    }
    let log = hub.log();
    assert!(!log.contains("from="), "{log}");
}
