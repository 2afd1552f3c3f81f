//! The link itself: connects, listens, pings, and connects again.

use std::{sync::Arc, time::Duration};

use futures_util::{SinkExt, StreamExt};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::mpsc,
    time::{Instant, sleep, sleep_until, timeout, timeout_at},
};
use tokio_tungstenite::{WebSocketStream, tungstenite::Message};
use tracing::{debug, info};
use uuid::Uuid;

use super::{
    LinkState, News, Order, Outfit, Roads, Trouble, Unanswered, backoff,
    beat::Beat,
    dial::{Dialler, Down, PATIENCE},
    outbox::Outbox,
    sync::{HubTime, Pings},
};
use crate::{
    contest::{At, Refusal, Seat},
    protocol::views::Sections,
    protocol::{Ask, Epoch, Heartbeat, JoinLink, Say, Unseated},
};

/// The screen has closed; nobody wants the link any more.
struct Unwanted;

/// How a connection ended.
#[derive(Debug, PartialEq, Eq)]
enum Ended {
    /// It was lost.
    Lost(Trouble),
    /// The seat is another terminal's now.
    Unseated(Unseated, Option<String>),
    /// Another seat is wanted.
    Moved,
}

/// The link's ends of its channels.
pub(super) struct Ends {
    pub(super) news: mpsc::Sender<News>,
    pub(super) asks: mpsc::Receiver<Unanswered>,
    pub(super) orders: mpsc::Receiver<Order>,
}

/// Tries a link once, to say in one sentence what is wrong with it before a screen is opened.
///
/// # Errors
///
/// Why the hub cannot be joined.
pub async fn try_once(link: &JoinLink) -> Result<(), Trouble> {
    try_once_as(Uuid::new_v4(), link).await
}

/// The same as the terminal of this name, which keeps nobody waiting when it comes again.
///
/// # Errors
///
/// As for [`try_once`].
pub async fn try_once_as(terminal: Uuid, link: &JoinLink) -> Result<(), Trouble> {
    let dialled = Dialler::new(&Outfit::of(terminal), link.clone()).dial().await;
    let (mut socket, _) = dialled.map_err(|down| down.trouble)?;
    hang_up(&mut socket).await; // It has served its purpose.
    Ok(())
}

/// Sends these; whether the hub has taken them in time.
async fn sent<S>(socket: &mut WebSocketStream<S>, frames: Vec<String>) -> bool
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    for frame in frames {
        let sent = timeout(PATIENCE, socket.send(Message::text(frame))).await;
        if !matches!(sent, Ok(Ok(()))) {
            return false;
        }
    }
    true
}

/// Closes a connection in order, so that the hub does not take it for one that broke.
pub(super) async fn hang_up<S>(socket: &mut WebSocketStream<S>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let closed = async {
        let _ = socket.close(None).await; // What has failed is closed.
        while let Some(Ok(_)) = socket.next().await {}
    };
    let _ = timeout(PATIENCE, closed).await; // A courtesy.
}

/// Keeps a link until the screen closes.
pub(super) async fn keep(
    outfit: Outfit,
    link: JoinLink,
    time: HubTime,
    Ends { news, asks, orders }: Ends,
) {
    let last_heard = time.now();
    let mut link = Link {
        hub: link.at.hub.to_string(),
        seat: link.seat.clone(),
        dialler: Dialler::new(&outfit, link),
        time,
        news,
        asks,
        orders,
        outbox: outfit.outbox,
        roads: outfit.roads,
        seen: None,
        picture: Sections::default(),
        heartbeat: Heartbeat::default(),
        waits: false,
        last_heard,
    };
    let Err(Unwanted) = link.run().await;
    debug!(hub = %link.hub, "the screen has closed");
}

struct Link {
    /// The address that the hub was reached at last.
    hub: String,
    seat: Seat,
    dialler: Dialler,
    time: HubTime,
    news: mpsc::Sender<News>,
    asks: mpsc::Receiver<Unanswered>,
    orders: mpsc::Receiver<Order>,
    outbox: Outbox,
    roads: Arc<dyn Roads>,
    /// The newest epoch of a hub.
    seen: Option<Epoch>,
    picture: Sections,
    /// How often the hub wants to hear of this terminal, as it said last.
    heartbeat: Heartbeat,
    /// Whether another terminal holds the seat.
    waits: bool,
    /// In hub time.
    last_heard: At,
}

impl Link {
    async fn run(&mut self) -> Result<std::convert::Infallible, Unwanted> {
        self.tell(News::Link(LinkState::Connecting)).await?;
        let mut attempt = 0;
        loop {
            let down = match self.dialler.dial().await {
                Ok((socket, hub)) => {
                    attempt = 0;
                    self.hub = hub.to_string();
                    info!(hub = %self.hub, seat = %self.seat, "joined");
                    match self.attend(socket).await? {
                        Ended::Lost(trouble) => Down { trouble, for_good: false },
                        Ended::Moved => continue,
                        Ended::Unseated(Unseated::PassRenewed, _) => {
                            let hub = self.hub.clone();
                            Down { trouble: Trouble::PassRenewed { hub }, for_good: true }
                        }
                        Ended::Unseated(why, from) => {
                            info!(why = why.as_str(), "the seat is another terminal's");
                            self.tell(News::Link(LinkState::Unseated { why, from })).await?;
                            self.wait_until_wanted().await?;
                            continue;
                        }
                    }
                }
                Err(down) => down,
            };
            info!(trouble = %down.trouble, "the link is down");
            let trouble = down.trouble;
            if down.for_good {
                self.tell(News::Link(LinkState::Refused { trouble })).await?;
                return self.wait_for_the_end().await;
            }
            let state = LinkState::Lost { since: self.last_heard, trouble };
            self.tell(News::Link(state)).await?;
            self.pause(backoff::wait(attempt, self.roads.chance(), self.heartbeat)).await?;
            self.expire().await?;
            attempt += 1;
        }
    }

    /// Serves one connection until it is lost, or closes it in order when nobody wants it any more.
    async fn attend<S>(&mut self, mut socket: WebSocketStream<S>) -> Result<Ended, Unwanted>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let ended = self.converse(&mut socket).await;
        if matches!(ended, Err(Unwanted) | Ok(Ended::Moved)) {
            hang_up(&mut socket).await;
        }
        ended
    }

    /// Serves one connection until it is lost, and says how.
    async fn converse<S>(&mut self, socket: &mut WebSocketStream<S>) -> Result<Ended, Unwanted>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let mut pings = Pings::default();
        self.waits = false;
        let (mut beat, mut heard) = (Beat::new(self.roads.chance()), Instant::now());
        let mut synced = false;
        loop {
            let frames = tokio::select! {
                biased; // A simulation replays exactly; nothing here comes faster than it is taken.
                () = sleep_until(beat.next()) => {
                    beat.ping(&self.time);
                    vec![Ask::Ping { sent: self.time.local().0 }.encode()]
                }
                ask = self.asks.recv(), if !self.outbox.is_full() => {
                    let ask = ask.ok_or(Unwanted)?;
                    let frame = ask.frame();
                    self.outbox.put(ask);
                    if synced { vec![frame] } else { Vec::new() }
                }
                Some(order) = self.orders.recv() => {
                    if self.carry_out(order).await? {
                        return Ok(Ended::Moved);
                    }
                    Vec::new()
                }
                message = timeout_at(heard + beat.silence(), socket.next()) => {
                    let Ok(message) = message else { return Ok(self.silent()) };
                    heard = Instant::now();
                    self.last_heard = self.time.now();
                    let say = match message {
                        Some(Ok(Message::Text(text))) => serde_json::from_str::<Say>(&text),
                        Some(Ok(Message::Close(_)) | Err(_)) | None => return Ok(self.silent()),
                        Some(Ok(_)) => continue,
                    };
                    match say {
                        Ok(Say::Hello { epoch, .. }) if self.is_outdated(epoch.as_ref()) => {
                            self.dialler.put_last();
                            return Ok(Ended::Lost(Trouble::OldHub { hub: self.hub.clone() }));
                        }
                        Ok(say @ Say::Hello { heartbeat, .. }) => {
                            self.heartbeat = heartbeat;
                            beat.set(heartbeat);
                            self.hear(say, &mut pings, &mut synced).await?
                        }
                        Ok(Say::Bye) => {
                            return Ok(Ended::Lost(Trouble::Closing { hub: self.hub.clone() }));
                        }
                        Ok(Say::Unseated { why, from }) => return Ok(Ended::Unseated(why, from)),
                        Ok(say) => self.hear(say, &mut pings, &mut synced).await?,
                        Err(err) => {
                            // Not what it says: it may be a mark.
                            debug!(line = err.line(), column = err.column(), "the hub says something new");
                            continue;
                        }
                    }
                }
            };
            if !sent(socket, frames).await {
                return Ok(self.silent());
            }
        }
    }

    /// Whether a hub is older than one that this terminal has seen; if not, it is remembered. A hub that
    /// does not say is older than those that do.
    fn is_outdated(&mut self, epoch: Option<&Epoch>) -> bool {
        match (epoch, &self.seen) {
            (Some(epoch), Some(seen)) if epoch.is_outdated_by(seen) => return true,
            (None, Some(seen)) => return 1 < seen.number,
            (Some(epoch), _) => self.seen = Some(epoch.clone()),
            (None, None) => {}
        }
        false
    }

    /// Takes in what the hub says, and returns what is to be sent now.
    async fn hear(
        &mut self,
        say: Say,
        pings: &mut Pings,
        synced: &mut bool,
    ) -> Result<Vec<String>, Unwanted> {
        match say {
            Say::Hello { .. } => {
                self.waits = false;
                self.tell(News::Link(LinkState::Up { round_trip: None })).await?;
            }
            Say::Pong { sent, at } => {
                let received = self.time.local();
                let round_trip = pings.answered(At(sent), at, received, &self.time);
                if !self.waits {
                    let state = LinkState::Up { round_trip: Some(round_trip) };
                    self.tell(News::Link(state)).await?;
                }
            }
            Say::Held { since, from } => {
                self.waits = true;
                self.tell(News::Link(LinkState::Waiting { since, from })).await?;
            }
            Say::View { full, view, rev: _ } => {
                if full {
                    self.picture = view;
                } else {
                    self.picture.extend(view);
                }
                self.tell(News::Picture(self.picture.clone())).await?;
                // The picture first, then what is unanswered.
                if !std::mem::replace(synced, true) {
                    self.expire().await?;
                    return Ok(self.outbox.frames());
                }
            }
            Say::Granted { id, seq } if self.outbox.answered(id) => {
                self.tell(News::Granted { id, seq }).await?;
            }
            Say::Refused { id: Some(id), refusal } if self.outbox.answered(id) => {
                self.tell(News::Refused { id, refusal }).await?;
            }
            Say::Granted { .. }
            | Say::Refused { .. }
            | Say::Seats { .. }
            | Say::Unseated { .. }
            | Say::Bye => (),
        }
        Ok(Vec::new())
    }

    /// Waits before the next try, and keeps what is asked meanwhile.
    async fn pause(&mut self, wait: Duration) -> Result<(), Unwanted> {
        let pause = sleep(wait);
        tokio::pin!(pause);
        loop {
            tokio::select! {
                biased;
                () = &mut pause => return Ok(()),
                Some(order) = self.orders.recv() => {
                    self.carry_out(order).await?;
                }
                ask = self.asks.recv(), if !self.outbox.is_full() => {
                    self.outbox.put(ask.ok_or(Unwanted)?);
                }
            }
        }
    }

    /// Does not ask any more for what is not meant any more.
    async fn expire(&mut self) -> Result<(), Unwanted> {
        for id in self.outbox.expire(self.time.local()) {
            self.tell(News::Refused { id, refusal: Refusal::TooLate }).await?;
        }
        Ok(())
    }

    /// Waits until somebody wants the seat again, and keeps what is asked meanwhile.
    async fn wait_until_wanted(&mut self) -> Result<(), Unwanted> {
        loop {
            tokio::select! {
                biased;
                Some(order) = self.orders.recv() => {
                    self.carry_out(order).await?;
                    return Ok(());
                }
                ask = self.asks.recv(), if !self.outbox.is_full() => {
                    self.outbox.put(ask.ok_or(Unwanted)?);
                }
            }
        }
    }

    /// Turns to another seat, where that is the order; then the connection is of no use any more.
    async fn carry_out(&mut self, order: Order) -> Result<bool, Unwanted> {
        let Order::Move(seat) = order else { return Ok(false) };
        self.seat.clone_from(&seat);
        self.dialler.turn_to(seat);
        self.picture = Sections::default();
        for id in self.outbox.give_up() {
            self.tell(News::Refused { id, refusal: Refusal::NotSent }).await?;
        }
        self.tell(News::Link(LinkState::Connecting)).await?;
        Ok(true)
    }

    /// Nothing will be sent any more: every wish, kept or to come, is told so.
    async fn wait_for_the_end(&mut self) -> Result<std::convert::Infallible, Unwanted> {
        for id in self.outbox.give_up() {
            self.tell(News::Refused { id, refusal: Refusal::NotSent }).await?;
        }
        loop {
            let Unanswered { id, .. } = self.asks.recv().await.ok_or(Unwanted)?;
            self.tell(News::Refused { id, refusal: Refusal::NotSent }).await?;
        }
    }

    async fn tell(&self, news: News) -> Result<(), Unwanted> {
        self.news.send(news).await.map_err(|_| Unwanted)
    }

    fn silent(&self) -> Ended {
        Ended::Lost(Trouble::Silent { hub: self.hub.clone() })
    }
}

#[cfg(test)]
mod tests;
