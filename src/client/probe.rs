//! One screen of a bench: it comes to a hub like any other, or only looks at it, pings once a second, and says
//! what it meets and when. It asks for nothing, so nothing changes by it.
//!
//! Pings go out when they are due, whether or not the one before is answered, so that a road that is held up
//! does not hide how long everybody would have waited there: `a_slow_answer_holds_no_ping_back`.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use futures_util::{SinkExt, StreamExt};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    select,
    sync::{Semaphore, mpsc, watch},
    time::{Instant, sleep, sleep_until, timeout, timeout_at},
};
use tokio_tungstenite::{WebSocketStream, tungstenite::Message};
use uuid::Uuid;

use super::{
    Outfit, Roads as _, Trouble, backoff,
    dial::{Dialler, Down, PATIENCE},
    link::hang_up,
    roads::Network,
};
use crate::{
    clock::Clock,
    contest::{At, Ms},
    protocol::{Ask, Heartbeat, JoinLink, Say, Unseated, views::Sections},
};

/// Pings of one look: a hub lets nobody look for longer than 30 s.
const PINGS_OF_A_LOOK: u32 = 20;

/// How a probe comes to the hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// It takes a place at the link's seat, and is shown its pictures.
    Join,
    /// It takes no seat, and looks again and again.
    Look,
}

/// What a probe meets.
#[derive(Debug, Clone, PartialEq)]
pub enum Met {
    /// It is there: it has the first picture, or has been told who is there.
    There {
        /// From the dialling on.
        took: Duration,
    },
    /// The hub has answered a ping.
    Pong {
        /// From the sending on.
        took: Duration,
        /// By how much the hub's time is before this machine's, to half of `took`.
        ahead: Ms,
        /// By how much this machine sent it later than it was due.
        late: Duration,
    },
    /// A picture has come, or the parts of it that have changed.
    Picture(Sections),
    /// It is not there any more, or could not come. It tries again by itself, unless it is for good.
    Away {
        /// Why.
        trouble: Trouble,
        /// Whether trying again cannot help.
        for_good: bool,
    },
}

/// Who met something, when, and what.
pub type Telling = (usize, Instant, Met);

/// What many probes share.
#[derive(Debug, Clone)]
pub struct Field {
    /// The clock that the hub's is compared with.
    pub clock: Clock,
    /// Lets so many dial at the same time.
    pub doorway: Arc<Semaphore>,
    /// Where they tell what they meet; who is not listened to waits.
    pub tell: mpsc::Sender<Telling>,
    /// Becomes true when they are to leave.
    pub closing: watch::Receiver<bool>,
}

/// One screen of a bench.
#[derive(Debug)]
pub struct Probe {
    /// By which it is known.
    pub number: usize,
    /// What it comes by.
    pub link: JoinLink,
    /// How it comes.
    pub errand: Errand,
    /// How long after its coming it pings for the first time, so that probes do not ping together.
    pub phase: Duration,
}

/// How a conversation ended.
enum Ended {
    /// It has looked for long enough.
    Looked,
    /// It is to leave.
    Told,
    /// By itself.
    Down(Down),
}

impl Probe {
    /// Comes, and comes again whenever it is lost, until it is told to leave. It leaves in order.
    pub async fn run(self, mut field: Field) {
        let dialler = Dialler::new(&Outfit::of(Uuid::new_v4()), self.link.clone());
        let mut dialler = match self.errand {
            Errand::Join => dialler,
            Errand::Look => dialler.looking(),
        };
        let mut attempt = 0;
        while !*field.closing.borrow() {
            match self.visit(&mut dialler, &mut field, &mut attempt).await {
                Ended::Looked => continue,
                Ended::Told => return,
                Ended::Down(Down { trouble, for_good }) => {
                    self.tell(&field, Met::Away { trouble, for_good }).await;
                    if for_good {
                        return;
                    }
                }
            }
            let wait = backoff::wait(attempt, Network.chance(), Heartbeat::USUAL);
            attempt += 1;
            select! {
                () = sleep(wait) => (),
                () = told_to_leave(&mut field.closing) => return,
            }
        }
    }

    /// One visit, from the dialling on.
    async fn visit(&self, dialler: &mut Dialler, field: &mut Field, attempt: &mut u32) -> Ended {
        let mut closing = field.closing.clone();
        let (mut socket, mut visit) = select! {
            () = told_to_leave(&mut closing) => return Ended::Told,
            came = self.come(dialler, field) => match came {
                Ok(came) => came,
                Err(down) => return Ended::Down(down),
            },
        };
        *attempt = 0;
        let ended = select! {
            () = told_to_leave(&mut closing) => Ended::Told,
            ended = self.stay(&mut socket, &mut visit, field) => ended,
        };
        if matches!(ended, Ended::Told | Ended::Looked) {
            hang_up(&mut socket).await;
        }
        ended
    }

    /// Dials, and waits until it is there.
    async fn come(
        &self,
        dialler: &mut Dialler,
        field: &Field,
    ) -> Result<(super::dial::Socket, Visit), Down> {
        let _turn = field.doorway.acquire().await; // It is never closed.
        let began = Instant::now();
        let (mut socket, hub) = dialler.dial().await?;
        let hub = hub.to_string();
        let silent = || Down { trouble: Trouble::Silent { hub: hub.clone() }, for_good: false };
        let first = timeout(PATIENCE, async {
            loop {
                match next(&mut socket, &hub).await? {
                    Some(Say::View { view, .. }) => return Ok(Some(view)),
                    Some(Say::Seats { .. }) => return Ok(None),
                    _ => (),
                }
            }
        });
        let picture = first.await.unwrap_or_else(|_| Err(silent()))?;
        self.tell(field, Met::There { took: began.elapsed() }).await;
        if let Some(picture) = picture {
            self.tell(field, Met::Picture(picture)).await;
        }
        Ok((socket, Visit::new(hub, Instant::now() + self.phase)))
    }

    /// Pings and listens until the hub is lost, or it has looked for long enough.
    async fn stay<S>(
        &self,
        socket: &mut WebSocketStream<S>,
        visit: &mut Visit,
        field: &Field,
    ) -> Ended
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        loop {
            let (due, silent_at) = (visit.due, visit.heard + Heartbeat::USUAL.stale());
            let said = select! {
                biased; // What has come is not older than it was when it came.
                said = timeout_at(silent_at, next(socket, &visit.hub)) => said,
                () = sleep_until(due) => {
                    if self.errand == Errand::Look && PINGS_OF_A_LOOK <= visit.pings {
                        if visit.waiting.is_empty() {
                            return Ended::Looked;
                        }
                        visit.due += Heartbeat::USUAL.period();
                        continue;
                    }
                    let ping = visit.ping(field.clock.now());
                    let sent = timeout(PATIENCE, socket.send(Message::text(ping.encode()))).await;
                    if !matches!(sent, Ok(Ok(()))) {
                        return Ended::Down(visit.silent());
                    }
                    continue;
                }
            };
            visit.heard = Instant::now();
            match said {
                Err(_) => return Ended::Down(visit.silent()),
                Ok(Err(down)) => return Ended::Down(down),
                Ok(Ok(Some(Say::Pong { sent, at }))) => {
                    if let Some(pong) = visit.answered(sent, at, field.clock.now()) {
                        self.tell(field, pong).await;
                    }
                }
                Ok(Ok(Some(Say::View { view, .. }))) => {
                    self.tell(field, Met::Picture(view)).await;
                }
                Ok(Ok(_)) => (),
            }
        }
    }

    async fn tell(&self, field: &Field, met: Met) {
        let _ = field.tell.send((self.number, Instant::now(), met)).await; // Nobody may care any more.
    }
}

/// A ping that is not answered yet.
struct Ping {
    number: i64,
    late: Duration,
    sent: Instant,
    at: At,
}

/// One connection, while it lasts.
struct Visit {
    hub: String,
    heard: Instant,
    /// When the next ping is.
    due: Instant,
    pings: u32,
    waiting: VecDeque<Ping>,
}

impl Visit {
    fn new(hub: String, due: Instant) -> Self {
        Self { hub, heard: Instant::now(), due, pings: 0, waiting: VecDeque::new() }
    }

    /// Another ping, that goes out now.
    fn ping(&mut self, at: At) -> Ask {
        let (number, sent) = (i64::from(self.pings), Instant::now());
        let late = sent.saturating_duration_since(self.due);
        self.waiting.push_back(Ping { number, late, sent, at });
        self.pings += 1;
        self.due += Heartbeat::USUAL.period();
        Ask::Ping { sent: number }
    }

    /// A ping is answered, now.
    fn answered(&mut self, number: i64, hub: At, now: At) -> Option<Met> {
        let place = self.waiting.iter().position(|it| it.number == number)?;
        let Ping { late, sent, at, .. } = self.waiting.remove(place)?;
        let ahead = hub - (at + Ms((now - at).0 / 2));
        Some(Met::Pong { took: sent.elapsed(), ahead, late })
    }

    fn silent(&self) -> Down {
        Down { trouble: Trouble::Silent { hub: self.hub.clone() }, for_good: false }
    }
}

/// The next thing that the hub says; `None` for what is nothing to a probe.
async fn next<S>(socket: &mut WebSocketStream<S>, hub: &str) -> Result<Option<Say>, Down>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let hub = || hub.to_owned();
    let down = |trouble, for_good| Err(Down { trouble, for_good });
    let text = match socket.next().await {
        Some(Ok(Message::Text(text))) => text,
        Some(Ok(Message::Close(_)) | Err(_)) | None => {
            return down(Trouble::Silent { hub: hub() }, false);
        }
        Some(Ok(_)) => return Ok(None),
    };
    match serde_json::from_str(&text) {
        Ok(Say::Bye) => down(Trouble::Closing { hub: hub() }, false),
        Ok(Say::Unseated { why: Unseated::PassRenewed, .. }) => {
            down(Trouble::PassRenewed { hub: hub() }, true)
        }
        Ok(Say::Unseated { .. }) => down(Trouble::Full { hub: hub() }, true),
        said => Ok(said.ok()),
    }
}

/// Resolves when the probes are to leave, or nobody is there to tell them.
async fn told_to_leave(closing: &mut watch::Receiver<bool>) {
    let _ = closing.wait_for(|closing| *closing).await;
}

#[cfg(test)]
mod tests {
    use tokio::io::duplex;
    use tokio_tungstenite::tungstenite::protocol::Role;

    use super::*;
    use crate::contest::sample::seat;

    /// A probe that looks and is there already, with the hub's end and what it tells.
    async fn attended() -> (WebSocketStream<tokio::io::DuplexStream>, mpsc::Receiver<Telling>) {
        let (near, far) = duplex(1 << 16);
        let mut socket = WebSocketStream::from_raw_socket(near, Role::Client, None).await;
        let hub = WebSocketStream::from_raw_socket(far, Role::Server, None).await;
        let (tell, told) = mpsc::channel(64);
        let (_, closing) = watch::channel(false);
        let doorway = Arc::new(Semaphore::new(1));
        let field = Field { clock: Clock::simulated(At(1000)), doorway, tell, closing };
        let at = "roadshow://127.0.0.1:1/A/board/p".parse::<JoinLink>().unwrap().at;
        let link = JoinLink { at, seat: seat("A/board"), pass: "p".to_owned() };
        let probe = Probe { number: 7, link, errand: Errand::Join, phase: Duration::ZERO };
        tokio::spawn(async move {
            let mut visit = Visit::new("hub".to_owned(), Instant::now());
            if let Ended::Down(Down { trouble, for_good }) =
                probe.stay(&mut socket, &mut visit, &field).await
            {
                probe.tell(&field, Met::Away { trouble, for_good }).await;
            }
        });
        (hub, told)
    }

    async fn asked(hub: &mut WebSocketStream<tokio::io::DuplexStream>) -> Ask {
        let message = hub.next().await.unwrap().unwrap();
        serde_json::from_str(message.to_text().unwrap()).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_answer_holds_no_ping_back() {
        let (mut hub, mut told) = attended().await;
        let pings = [asked(&mut hub).await, asked(&mut hub).await, asked(&mut hub).await];
        assert_eq!(pings, [0, 1, 2].map(|sent| Ask::Ping { sent }));
        for sent in [0, 1, 2] {
            let pong = Say::Pong { sent, at: At(51_000) };
            hub.send(Message::text(pong.encode())).await.unwrap();
        }
        let mut took = Vec::new();
        while took.len() < 3 {
            let (7, _, Met::Pong { took: it, ahead, .. }) = told.recv().await.unwrap() else {
                panic!("no pong");
            };
            took.push((it.as_secs(), ahead));
        }
        // All are answered two seconds after the first was sent, at 3000 by this clock.
        assert_eq!(took, [(2, Ms(49_000)), (1, Ms(48_500)), (0, Ms(48_000))]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_hub_that_is_silent_for_three_pings_is_lost() {
        let (mut hub, mut told) = attended().await;
        let start = Instant::now();
        let (_, at, met) = loop {
            select! {
                told = told.recv() => break told.unwrap(),
                _ = hub.next() => (),
            }
        };
        let trouble = Trouble::Silent { hub: "hub".to_owned() };
        assert_eq!(
            (at - start, met),
            (Duration::from_secs(3), Met::Away { trouble, for_good: false })
        );
    }
}
