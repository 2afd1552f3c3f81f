use tokio::{
    io::{DuplexStream, duplex},
    sync::watch,
    task::JoinHandle,
    time::{Instant, advance},
};
use tokio_tungstenite::tungstenite::protocol::Role;

use super::*;
use crate::{
    contest::{Wish, sample::seat},
    hub::table::{Table, call_up},
    protocol::{SeatLink, views::BoardView},
};

/// A screen at the far end of a pipe in memory, so that paused time may run.
struct Far {
    socket: WebSocketStream<DuplexStream>,
    serving: JoinHandle<Result<(), Left>>,
    _keep_open: watch::Sender<bool>,
}

async fn connect(table: &Table, to: &str, buffer: usize) -> Far {
    let (near, far) = duplex(buffer);
    let near = WebSocketStream::from_raw_socket(near, Role::Server, Some(limits())).await;
    let socket = WebSocketStream::from_raw_socket(far, Role::Client, None).await;
    let (keep_open, closing) = watch::channel(false);
    let serving = tokio::spawn(serve(near, visitor(to), table.desk.clone(), closing));
    Far { socket, serving, _keep_open: keep_open }
}

impl Far {
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
    advance(STALE + Duration::from_millis(1)).await;
    tokio::task::yield_now().await;
    let link = first_judge(&table).await;
    assert_eq!((link.screens, link.stale), (1, 1));

    let ping = Ask::Ping { sent: 1 }.encode();
    silent.socket.send(Message::text(ping)).await.unwrap();
    while !silent.text().await.contains("pong") {}
    assert_eq!(first_judge(&table).await.stale, 0);

    assert!(matches!(silent.serving.await.unwrap(), Err(Left::Silent)));
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
            last = Some(serde_json::from_value(serde_json::Value::Object(view)).unwrap());
        }
    }
    let [first, newest] = revs[..] else { panic!("the first picture and the newest: {revs:?}") };
    assert_eq!(table.host().await.boards.skipped, newest - first - 1);
}

fn visitor(to: &str) -> Visitor {
    let from = IpAddr::from([127, 0, 0, 1]);
    Visitor { seat: seat(to), terminal: None, from, generation: 0 }
}
