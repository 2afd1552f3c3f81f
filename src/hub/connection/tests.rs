use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use futures_util::SinkExt;
use tokio::{
    io::{DuplexStream, ReadBuf, duplex},
    sync::watch,
    task::JoinHandle,
    time::{Instant, advance},
};

use super::*;
use crate::{
    contest::{
        At, Wish,
        sample::{seat, session},
    },
    hub::{
        rate::{ASKS_AT_ONCE, ASKS_PER_SECOND},
        standing::Says,
        table::{Table, call_up},
    },
    protocol::{SeatLink, views::BoardView},
};

/// A screen at the far end of a pipe in memory, so that paused time may run.
struct Far {
    socket: WebSocketStream<DuplexStream>,
    serving: JoinHandle<Result<(), Left>>,
    _keep_open: watch::Sender<bool>,
}

async fn connect(table: &Table, to: &str, buffer: usize) -> Far {
    connect_as(table, visitor(to), buffer).await
}

/// What is inside a hub of this desk.
fn inside(desk: &DeskHandle) -> Inside {
    let (galleries, run) = Galleries::of(desk);
    tokio::spawn(run);
    Inside { desk: desk.clone(), galleries, notices: Arc::default() }
}

async fn connect_as(table: &Table, visitor: Visitor, buffer: usize) -> Far {
    let (near, far) = duplex(buffer);
    connect_by(near, far, table, visitor).await
}

async fn connect_by<S>(near: S, far: DuplexStream, table: &Table, visitor: Visitor) -> Far
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let socket = WebSocketStream::from_raw_socket(far, Role::Client, None).await;
    let (keep_open, closing) = watch::channel(false);
    let inside = inside(&table.desk);
    let serving = tokio::spawn(async move { serve(near, visitor, &inside, closing).await });
    Far { socket, serving, _keep_open: keep_open }
}

impl Far {
    async fn say(&mut self, ask: &Ask) {
        self.socket.send(Message::text(ask.encode())).await.unwrap();
    }

    async fn text(&mut self) -> String {
        self.socket.next().await.unwrap().unwrap().into_text().unwrap().to_string()
    }
}

async fn first_judge(table: &Table) -> SeatLink {
    table.host().await.panel[0].link
}

#[tokio::test(start_paused = true)]
async fn a_screen_that_stops_reading_is_let_go() {
    let table = Table::set();
    let deaf = connect(&table, "A/judge/A1", 256).await;
    let start = Instant::now();
    assert!(matches!(deaf.serving.await.unwrap(), Err(Left::Stuck)));
    assert!(start.elapsed() < PATIENCE + Duration::from_secs(1));
    let link = first_judge(&table).await;
    assert_eq!((link.screens, link.let_go), (0, 1));
}

#[tokio::test(start_paused = true)]
async fn a_silent_screen_is_told_of() {
    let table = Table::set();
    let mut silent = connect(&table, "A/judge/A1", 64 * 1024).await;
    assert!(silent.text().await.contains("hello"));
    advance(Heartbeat::USUAL.stale() + Duration::from_millis(1)).await;
    tokio::task::yield_now().await;
    let link = first_judge(&table).await;
    assert_eq!((link.screens, link.stale), (1, 1));

    let ping = Ask::Ping { sent: 1 }.encode();
    silent.socket.send(Message::text(ping)).await.unwrap();
    while !silent.text().await.contains("pong") {}
    assert_eq!(first_judge(&table).await.stale, 0);

    assert!(matches!(silent.serving.await.unwrap(), Err(Left::Silent(_))));
    let link = first_judge(&table).await;
    assert_eq!((link.screens, link.stale), (0, 0));
}

#[tokio::test]
async fn a_slow_screen_gets_the_newest_picture_and_the_host_is_told() {
    let table = Table::set();
    let mut slow = connect(&table, "A/board", 256).await;
    for (id, project) in ["E01", "E02", "E03"].into_iter().enumerate() {
        table.ask("A/host", 2 * id as u128, call_up(project)).await.unwrap();
        let absent = Wish::MarkAbsent { project: project.into(), reason: "r".into() };
        table.ask("A/host", 2 * id as u128 + 1, absent).await.unwrap();
    }
    let (mut revs, mut last) = (Vec::new(), None);
    while last.as_ref().and_then(|view: &BoardView| view.turn.at) != Some(3) {
        if let Say::View { rev, view, full: true } =
            serde_json::from_str(&slow.text().await).unwrap()
        {
            revs.push(rev);
            last = Some(view.read().unwrap());
        }
    }
    let [first, newest] = revs[..] else { panic!("the first picture and the newest: {revs:?}") };
    assert_eq!(table.host().await.boards.skipped, newest - first - 1);
}

fn visitor(to: &str) -> Visitor {
    let from = IpAddr::from([127, 0, 0, 1]);
    Visitor { seat: seat(to), terminal: None, from, generation: 0, arrived: 0 }
}

#[tokio::test(start_paused = true)]
async fn a_second_terminal_is_told_who_holds_the_seat() {
    let table = Table::set();
    let mut first = connect(&table, "A/judge/A1", 64 * 1024).await;
    assert!(first.text().await.contains("hello"));
    let mut second = connect(&table, "A/judge/A1", 64 * 1024).await;
    let held = r#"{"t":"held","since":1000000,"from":"127.0.0.1"}"#;
    assert_eq!(second.text().await, held);
    // It is heard, and granted nothing.
    second.say(&Ask::Ping { sent: 1 }).await;
    assert!(second.text().await.contains("pong"));
    let recuse = Wish::Recuse { project: "E01".into(), reason: "r".to_owned() };
    second.say(&Ask::Wish { id: Uuid::from_u128(1), wish: recuse }).await;
    assert!(second.text().await.contains("not-seated"));

    first.socket.close(None).await.unwrap();
    assert!(second.text().await.contains("hello"));
    assert!(second.text().await.contains(r#""full":true"#));
}

#[tokio::test]
async fn a_terminal_whose_pass_is_renewed_is_told_and_let_go() {
    let table = Table::set();
    let mut judge = connect(&table, "A/judge/A1", 64 * 1024).await;
    assert!(judge.text().await.contains("hello"));
    let wish = Wish::RenewPass { seat: seat("A/judge/A1"), reason: "r".to_owned() };
    table.ask("A/host", 1, wish).await.unwrap();
    let mut told = judge.text().await;
    while told.contains("view") {
        told = judge.text().await;
    }
    assert_eq!(told, r#"{"t":"unseated","why":"pass-renewed"}"#);
    while let Some(Ok(_)) = judge.socket.next().await {}
    let ended = judge.serving.await.unwrap();
    assert!(matches!(ended, Err(Left::Unseated(Unseated::PassRenewed))), "{ended:?}");
}

#[tokio::test(start_paused = true)]
async fn a_flood_is_slowed_and_every_ask_answered() {
    let table = Table::set();
    let mut flood = connect(&table, "A/host", 1024 * 1024).await;
    let taken = flood_with_pings(&mut flood, ASKS_AT_ONCE + ASKS_PER_SECOND).await;
    let second = Duration::from_secs(1);
    assert!(Duration::from_millis(950) < taken && taken < second * 2, "{taken:?}");

    // Who comes again has no more of it.
    flood.socket.close(None).await.unwrap();
    let mut again = connect(&table, "A/host", 1024 * 1024).await;
    while !again.text().await.contains("hello") {}
    let taken = flood_with_pings(&mut again, ASKS_PER_SECOND).await;
    assert!(Duration::from_millis(950) < taken, "{taken:?}");
}

#[tokio::test(start_paused = true)]
async fn a_flood_on_one_board_slows_no_other() {
    let table = Table::set();
    let mut flood = connect(&table, "A/board", 1024 * 1024).await;
    let mut other = connect(&table, "A/board", 64 * 1024).await;
    let taken = flood_with_pings(&mut flood, ASKS_AT_ONCE + ASKS_PER_SECOND).await;
    assert!(Duration::from_millis(950) < taken, "{taken:?}");
    let taken = flood_with_pings(&mut other, ASKS_AT_ONCE).await;
    assert_eq!(taken, Duration::ZERO);
}

/// Time stands still unless everybody waits for it, so that none passes where nobody is slowed.
#[tokio::test(start_paused = true)]
async fn whoever_does_not_hold_a_seat_slows_nobody_at_it() {
    let (table, start) = (Table::set(), Instant::now());
    let mut holder = connect(&table, "A/judge/A1", 64 * 1024).await;
    assert!(holder.text().await.contains("hello"));
    // Seven terminals by the same link, each of which comes again and again and says a word.
    let mut waiting: [Option<Far>; 7] = Default::default();
    for round in 0..200 {
        for (terminal, place) in (1..).zip(&mut waiting) {
            let terminal = Some(Uuid::from_u128(terminal));
            let visitor = Visitor { terminal, arrived: round, ..visitor("A/judge/A1") };
            let mut again = connect_as(&table, visitor, 64 * 1024).await;
            again.say(&Ask::Ping { sent: 1 }).await;
            assert!(again.text().await.contains("held"));
            if let Some(mut before) = place.replace(again) {
                while !before.text().await.contains("unseated") {}
                let ended = before.serving.await.unwrap();
                assert!(matches!(ended, Err(Left::Unseated(Unseated::Replaced))), "{ended:?}");
            }
        }
    }
    holder.say(&Ask::Ping { sent: 1 }).await;
    while !holder.text().await.contains("pong") {}
    let recuse = Wish::Recuse { project: "E01".into(), reason: "r".to_owned() };
    holder.say(&Ask::Wish { id: Uuid::from_u128(1), wish: recuse }).await;
    while !holder.text().await.contains("granted") {}
    assert_eq!(start.elapsed(), Duration::ZERO, "nobody was slowed");
}

/// Sends so many, and says how long it takes until all are answered.
async fn flood_with_pings(far: &mut Far, pings: u32) -> Duration {
    let start = Instant::now();
    for sent in 0..pings {
        far.say(&Ask::Ping { sent: sent.into() }).await;
    }
    let mut answered = 0;
    while answered < pings {
        answered += u32::from(far.text().await.contains("pong"));
    }
    start.elapsed()
}

#[tokio::test(start_paused = true)]
async fn who_talks_too_fast_is_unseated_at_once() {
    let (table, start) = (Table::set(), Instant::now());
    let mut flood = connect(&table, "A/judge/A1", 1024 * 1024).await;
    for sent in 0..2 * ASKS_AT_ONCE {
        flood.say(&Ask::Ping { sent: sent.into() }).await;
    }
    let wish = Wish::RenewPass { seat: seat("A/judge/A1"), reason: "r".to_owned() };
    table.ask("A/host", 1, wish).await.unwrap();
    while !flood.text().await.contains("unseated") {}
    assert_eq!(start.elapsed(), Duration::ZERO);
}

/// A connection to a desk that nobody attends to, whose seat is as given.
async fn connection<'i>(
    to: &str,
    inside: &'i Inside,
    standing: Standing,
) -> Connection<'i, DuplexStream> {
    let (socket, _far) = duplex(64);
    let place =
        Place { number: 1, standing: Says::first(standing).told(), heartbeat: Heartbeat::USUAL };
    Connection::new(socket, visitor(to), inside, (place, Rate::default())).await
}

#[tokio::test(start_paused = true)]
async fn what_is_asked_by_one_that_waits_is_refused_at_once() {
    let (_unattended, desk) = Table::unattended();
    let waits = Standing::Waits { since: At(0), from: [192, 0, 2, 1].into() };
    let inside = inside(&desk);
    let mut connection = connection("A/host", &inside, waits).await;
    let asked = connection.ask(Uuid::from_u128(1), call_up("E01"));
    let said = timeout(PATIENCE, asked).await;
    assert!(matches!(said, Ok(Ok(Err(Refusal::NotSeated)))), "{said:?}");
}

#[tokio::test(start_paused = true)]
async fn what_a_role_never_may_ask_is_refused_at_once() {
    let (_unattended, desk) = Table::unattended();
    let inside = inside(&desk);
    for seat in Seat::all_of(&session()) {
        let mut connection = connection(&seat.to_string(), &inside, Standing::Holds).await;
        for wish in [call_up("E01"), Wish::Agree { proposal: 1 }] {
            let may = may_ask(connection.seat.role(), &wish);
            let said = timeout(PATIENCE, connection.ask(Uuid::from_u128(1), wish)).await.ok();
            let refused = matches!(said, Some(Ok(Err(Refusal::NotYours))));
            assert_eq!(
                refused, !may,
                "{}: without the desk it is refused or waits",
                connection.seat
            );
        }
    }
}

/// A pipe at whose next read a bug shows itself.
struct Rotten {
    pipe: DuplexStream,
    is_ripe: Arc<AtomicBool>,
}

impl AsyncRead for Rotten {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        assert!(!self.is_ripe.load(Ordering::Relaxed), "a bug");
        Pin::new(&mut self.pipe).poll_read(cx, buf)
    }
}

impl AsyncWrite for Rotten {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.pipe).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_shutdown(cx)
    }
}

#[tokio::test]
async fn a_connection_that_breaks_down_gives_its_seat_back() {
    let (table, is_ripe) = (Table::set(), Arc::default());
    let (pipe, far) = duplex(64 * 1024);
    let rotten = Rotten { pipe, is_ripe: Arc::clone(&is_ripe) };
    let mut breaks = connect_by(rotten, far, &table, visitor("A/judge/A1")).await;
    assert!(breaks.text().await.contains("hello"));
    let mut waits = connect(&table, "A/judge/A1", 64 * 1024).await;
    assert!(waits.text().await.contains("held"));

    is_ripe.store(true, Ordering::Relaxed);
    breaks.say(&Ask::Ping { sent: 1 }).await;
    assert!(matches!(breaks.serving.await.unwrap(), Err(Left::Broken)));
    assert!(waits.text().await.contains("hello"), "the seat is free");
    assert_eq!(first_judge(&table).await.screens, 1);
    table.ask("A/host", 1, call_up("E01")).await.unwrap();
}
