//! Twin evenings on real hubs: what board, timer and a judge who looks on are sent is the same to the byte,
//! whatever the others' marks, reasons, revisions and the order in which their sheets come.
//!
//! Random twins, with the moments of all frames, are those of `hub/desk/tests/twins.rs`.

use std::ops::Range;

use futures_util::{SinkExt, StreamExt};
use roadshow::{
    contest::{Stage, Wish},
    protocol::{
        JoinLink,
        views::{HostView, JudgeView},
    },
};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{Message, client::IntoClientRequest},
};
use uuid::Uuid;

use crate::support::{HubProcess, LIMIT, Terminal, sheet};

/// A seat's socket, and every frame that has come on it.
struct Onlooker {
    socket: WebSocketStream<TcpStream>,
    frames: Vec<String>,
    pings: i64,
}

impl Onlooker {
    async fn join(link: &JoinLink) -> Self {
        let url = format!("ws://{}/join/{}", link.at.hub, link.seat);
        let mut request = url.into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("Authorization", format!("Bearer {}", link.pass).parse().unwrap());
        headers.insert("Sec-WebSocket-Protocol", "roadshow.1".parse().unwrap());
        let stream = TcpStream::connect(link.at.hub.target()).await.unwrap();
        let (socket, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
        Self { socket, frames: Vec::new(), pings: 0 }
    }

    /// Takes in all that the hub has sent so far: a connection that has answered several pings in turn has
    /// also sent the picture that was there before the first.
    async fn catch_up(&mut self) {
        for _ in 0..8 {
            self.pings += 1;
            let ping = json!({ "t": "ping", "sent": self.pings });
            self.socket.send(Message::text(ping.to_string())).await.unwrap();
            while !self.take().await {}
        }
    }

    /// Asks for something that is granted, under an id that is the same every evening.
    async fn ask(&mut self, wish: &Wish) {
        let id = Uuid::from_u128(self.frames.len() as u128);
        let ask = json!({ "t": "wish", "id": id, "wish": wish });
        self.socket.send(Message::text(ask.to_string())).await.unwrap();
        loop {
            self.take().await;
            let last = self.frames.last().unwrap();
            assert!(!last.contains("refused"), "{last}");
            if last.contains("granted") {
                return;
            }
        }
    }

    /// Takes a frame in; whether it is the answer to the last ping.
    async fn take(&mut self) -> bool {
        let message = timeout(LIMIT, self.socket.next()).await.unwrap().unwrap().unwrap();
        let text = message.into_text().unwrap();
        let say: Value = serde_json::from_str(&text).unwrap();
        if say["t"] == "pong" {
            return say["sent"] == self.pings;
        }
        self.frames.push(timeless(&text));
        false
    }
}

/// A frame without what differs from one hub to the next: instants and hashes.
fn timeless(frame: &str) -> String {
    let is_part = |it: char| it.is_ascii_hexdigit();
    let mut text = String::new();
    for word in frame.split_inclusive(|it| !is_part(it)) {
        let bare = word.trim_end_matches(|it| !is_part(it));
        match bare.len() {
            13 if bare.bytes().all(|it| it.is_ascii_digit()) => text.push('T'),
            64 => text.push('#'),
            _ => text.push_str(bare),
        }
        text.push_str(&word[bare.len()..]);
    }
    text
}

/// What one of two evenings has for itself.
struct Own {
    /// Of A1 and A2: first sheets that count no more, and the second of what is not released.
    marks: [&'static str; 2],
    arriving: [usize; 2],
    reason: &'static str,
}

struct Evening {
    host: Terminal,
    judges: [Terminal; 2],
    onlookers: Vec<Onlooker>,
}

impl Evening {
    async fn begin(hub: &HubProcess) -> Self {
        let mut onlookers = Vec::new();
        for seat in ["A/board", "A/timer", "A/judge/A3"] {
            onlookers.push(Onlooker::join(&hub.link(seat)).await);
        }
        let judges = ["A1", "A2"].map(|seat| hub.join(&format!("A/judge/{seat}")));
        Self { host: hub.join("A/host"), judges, onlookers }
    }

    async fn all_catch_up(&mut self) {
        for onlooker in &mut self.onlookers {
            onlooker.catch_up().await;
        }
    }

    /// The host goes on until the project is at a stage; its name.
    async fn to(&mut self, stage: Stage) -> String {
        loop {
            let wish = self.host.step().await;
            self.all_catch_up().await;
            let project = wish.project().unwrap().clone();
            let at = |view: &HostView| {
                view.order.iter().find(|it| it.project.id == project).unwrap().stage
            };
            let view: HostView = self.host.picture(|_| true).await;
            if at(&view) == stage {
                return project.to_string();
            }
        }
    }

    /// A first or second judge's view of a project that is being scored.
    async fn open(&mut self, judge: usize, project: &str) -> JudgeView {
        let open = |view: &JudgeView| {
            let line = view.sheets.iter().find(|it| it.project.id.as_str() == project);
            line.is_some_and(|it| it.stage == Stage::Scoring)
        };
        self.judges[judge].picture(open).await
    }

    async fn hand_in(&mut self, judge: usize, project: &str, (revision, mark): (u32, &str)) {
        let view = self.open(judge, project).await;
        self.judges[judge].ask(sheet(&view, project, revision, mark)).await.unwrap();
        self.all_catch_up().await;
    }

    /// The judge who looks on hands in a sheet as well, the same in both evenings.
    async fn look_on_and_hand_in(&mut self, project: &str) {
        let view = self.open(1, project).await;
        self.onlookers.last_mut().unwrap().ask(&sheet(&view, project, 1, "7")).await;
        self.all_catch_up().await;
    }

    /// All that the onlookers were sent, seat by seat.
    async fn played(own: &Own) -> Vec<Vec<String>> {
        let hub = HubProcess::start("tryout.toml");
        let mut evening = Self::begin(&hub).await;
        evening.all_catch_up().await;
        // One project to its release: only the last sheets are the same.
        let project = evening.to(Stage::Scoring).await;
        for judge in own.arriving {
            evening.hand_in(judge, &project, (1, own.marks[judge])).await;
        }
        for judge in own.arriving {
            evening.hand_in(judge, &project, (2, "8.5")).await;
        }
        evening.look_on_and_hand_in(&project).await;
        let all_in = |view: &HostView| matches!(&view.agenda.next, Some(Wish::Lock { without, .. }) if without.is_empty());
        evening.host.picture(all_in).await;
        evening.to(Stage::Released).await;
        // One to its lock, which A1 stays out of.
        let project = evening.to(Stage::CalledUp).await;
        let recusal =
            Wish::Recuse { project: project.as_str().into(), reason: own.reason.to_owned() };
        evening.judges[0].ask(recusal).await.unwrap();
        evening.all_catch_up().await;
        evening.to(Stage::Scoring).await;
        evening.hand_in(1, &project, (1, own.marks[1])).await;
        evening.look_on_and_hand_in(&project).await;
        evening.host.picture(all_in).await;
        evening.to(Stage::Locked).await;
        evening.onlookers.into_iter().map(|it| it.frames).collect()
    }
}

const STEPS: Range<usize> = 12..100;

#[tokio::test]
async fn twin_evenings_on_real_hubs_send_the_same_bytes_to_those_who_may_not_know() {
    let one = Own { marks: ["9.1", "3.7"], arriving: [0, 1], reason: "same institute" };
    let other =
        Own { marks: ["2.2", "6.4"], arriving: [1, 0], reason: "a brother works there, they say" };
    let (one, other) = tokio::join!(Evening::played(&one), Evening::played(&other));
    for (frames, twins) in one.iter().zip(&other) {
        assert!(STEPS.contains(&frames.len()), "{} frames", frames.len());
        assert_eq!(frames, twins);
    }
    let board = one[0].concat();
    assert!(board.contains("80.00"), "the released score is on the board: {board}");
}
