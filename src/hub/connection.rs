//! One screen's websocket: pictures out, wishes in, a limit to every wait.
//!
//! Generic over its stream, so that tests hand it an in-memory or simulated one. A slow screen gets
//! the present picture instead of those it missed.
//!
//! What always holds, and the test that guards it:
//!
//! - one that takes nothing for [`PATIENCE`] is let go: `a_screen_that_stops_reading_is_let_go`;
//! - the host is told of silent screens and of their return: `a_silent_screen_is_told_of`;
//! - it is told who holds the seat, and waits: `a_second_terminal_is_told_who_holds_the_seat`;
//! - who talks too fast is read later: `a_flood_is_slowed_and_every_ask_answered`; nobody else is, neither other
//!   screens of a shared seat, `a_flood_on_one_board_slows_no_other`, nor who holds a seat for which others
//!   wait, `whoever_does_not_hold_a_seat_slows_nobody_at_it`;
//! - whatever is read later, nothing else waits for it: `who_talks_too_fast_is_unseated_at_once`;
//! - what its role never may ask does not come before the desk: `what_a_role_never_may_ask_is_refused_at_once`;
//!   nor what is asked by one that waits: `what_is_asked_by_one_that_waits_is_refused_at_once`;
//! - one that breaks down by a bug takes nobody along, and gives its seat back:
//!   `a_connection_that_breaks_down_gives_its_seat_back`.

use std::{future, net::IpAddr, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::{FutureExt, StreamExt};
use serde_json::Value;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::watch,
    time::{Instant, sleep_until, timeout},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        self, Message,
        protocol::{Role, WebSocketConfig},
    },
};
use tracing::{debug, info};
use uuid::Uuid;

use super::{
    desk::{Asker, DeskHandle, Presence, Verdict},
    frame,
    gallery::Galleries,
    holders::{Guest, Place},
    network::Network,
    notices::{Notice, Notices},
    picture::Picture,
    rate::Rate,
    standing::Standing,
    wire::{Cut, PATIENCE, Wire},
};
use crate::{
    contest::{Refusal, Seat, Wish, may_ask},
    protocol::{Ask, Heartbeat, LARGEST_ASK, Say, Unseated, VERSION},
};

/// How long a screen whose link is stale may be silent yet before its socket is closed; the terminal will come back.
pub(super) const IDLE: Duration = Duration::from_secs(27);

/// Why a connection ended, other than in order.
#[derive(Debug, thiserror::Error)]
pub(super) enum Left {
    /// The socket failed.
    #[error("the socket failed: {0}")]
    Socket(#[from] tungstenite::Error),
    /// The screen took no frame in time.
    #[error("the screen took no frame for {} s", PATIENCE.as_secs())]
    Stuck,
    /// The screen said nothing for too long.
    #[error("the screen was silent for {} s", .0.as_secs())]
    Silent(Duration),
    /// The seat was taken from it.
    #[error("it has lost its seat: {}", .0.as_str())]
    Unseated(Unseated),
    /// The desk is closed.
    #[error("the desk has closed")]
    DeskClosed,
    /// It panicked.
    #[error("it has broken down by a bug")]
    Broken,
}

impl Left {
    /// What the log says of it.
    pub(super) fn notice(&self) -> Notice {
        let dropped = Notice::new("dropped");
        match self {
            Self::Socket(tungstenite::Error::Capacity(_)) => dropped.limit("message"),
            Self::Socket(_) => Notice::new("gone"),
            Self::Stuck => dropped.limit("slow-reader"),
            Self::Silent(_) => dropped.limit("silence"),
            Self::Unseated(Unseated::TooMany) => dropped.limit("screens-per-seat"),
            Self::Unseated(why) => dropped.code(why.as_str()),
            Self::Broken => Notice::new("dropped: broken down"),
            Self::DeskClosed => dropped,
        }
    }
}

/// Who a connection is for.
#[derive(Debug, Clone)]
pub(super) struct Visitor {
    pub(super) seat: Seat,
    /// How the terminal names itself, if it does.
    pub(super) terminal: Option<Uuid>,
    pub(super) from: IpAddr,
    /// Which of the seat's passes it came in by.
    pub(super) generation: u32,
    /// The how-manyth of the hub's connections it is.
    pub(super) arrived: u64,
}

impl Visitor {
    fn guest(&self) -> Guest {
        let Self { terminal, from, generation, arrived, .. } = *self;
        Guest { terminal: terminal.unwrap_or_else(Uuid::new_v4), from, generation, arrived }
    }
}

impl From<Cut> for Left {
    fn from(cut: Cut) -> Self {
        match cut {
            Cut::Failed(error) => Self::Socket(error.into()),
            Cut::Stuck => Self::Stuck,
        }
    }
}

/// What every connection deals with inside the hub.
pub(super) struct Inside {
    pub(super) desk: DeskHandle,
    pub(super) galleries: Galleries,
    pub(super) notices: Arc<Notices>,
}

/// The limits of a screen's websocket. A buffer grows for who has more to say, as a judge does.
pub(super) fn limits() -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(128)
        .write_buffer_size(0)
        .max_message_size(Some(LARGEST_ASK))
        .max_frame_size(Some(LARGEST_ASK))
}

/// Serves one screen until it leaves, fails, or the hub closes; keeps the host informed of the link.
pub(super) async fn serve<S>(
    stream: S,
    visitor: Visitor,
    inside: &Inside,
    closing: watch::Receiver<bool>,
) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let came = Box::pin(inside.desk.sit(visitor.seat.clone(), visitor.guest())).await;
    let place = came.ok_or(Left::DeskClosed)?;
    let mut connection = Connection::new(stream, visitor, inside, place).await;
    // Nothing of it is looked at afterwards but who it was.
    let run = AssertUnwindSafe(connection.run(closing)).catch_unwind();
    let ended = run.await.unwrap_or(Err(Left::Broken));
    let left = Presence::Left { let_go: matches!(ended, Err(Left::Stuck)) };
    Box::pin(connection.report(left)).await;
    ended
}

/// The pictures of who has the seat.
type Pictures = watch::Receiver<Picture>;

struct Connection<'i, S> {
    wire: Wire<S>,
    /// What reads the wire.
    socket: WebSocketStream<Wire<S>>,
    seat: Seat,
    terminal: Option<Uuid>,
    from: IpAddr,
    inside: &'i Inside,
    place: Place,
    /// How fast it is read while it has the seat.
    of_seat: Rate,
    /// And while it has not.
    own: Rate,
    stale: bool,
}

/// Thousands of connections wait at the same time, so that what they seldom do is in a box of its own for as long
/// as it takes, and no part of the task.
impl<'i, S: AsyncRead + AsyncWrite + Unpin + Send + 'static> Connection<'i, S> {
    async fn new(
        stream: S,
        visitor: Visitor,
        inside: &'i Inside,
        (place, of_seat): (Place, Rate),
    ) -> Self {
        let (Visitor { seat, terminal, from, .. }, own) = (visitor, Rate::default());
        let (wire, limits) = (Wire::new(stream), Some(limits()));
        let socket = WebSocketStream::from_raw_socket(wire.clone(), Role::Server, limits).await;
        let stale = false;
        Self { wire, socket, seat, terminal, from, inside, place, of_seat, own, stale }
    }

    async fn run(&mut self, mut closing: watch::Receiver<bool>) -> Result<(), Left> {
        let (mut pictures, mut heard) = (None, Instant::now());
        loop {
            let stale = self.place.heartbeat.stale();
            let limit = if self.stale { stale + IDLE } else { stale };
            let not_before = self.rate().not_before(Instant::now());
            tokio::select! {
                biased; // A simulation replays exactly; a picture waits for nobody's words.
                () = told_to_close(&mut closing) => return Box::pin(self.say_goodbye()).await,
                standing = self.place.standing.changed() => {
                    let standing = standing.ok_or(Left::DeskClosed)?;
                    pictures = Box::pin(self.stand(standing)).await?;
                }
                picture = next_picture(pictures.as_mut()) => self.wire.show(&picture?),
                skipped = self.wire.tend() => Box::pin(self.tell_of_skipped(skipped?)).await,
                message = next_message(&mut self.socket, not_before) => {
                    heard = Instant::now();
                    self.count(not_before.is_some());
                    if self.stale {
                        Box::pin(self.set_stale(false)).await;
                    }
                    match message.transpose()? {
                        Some(Message::Text(text)) => Box::pin(self.hear(&text)).await?,
                        Some(Message::Close(_)) | None => return Ok(()),
                        Some(_) => (),
                    }
                }
                () = sleep_until(heard + limit) => {
                    if self.stale {
                        return Err(Left::Silent(limit));
                    }
                    Box::pin(self.set_stale(true)).await;
                }
            }
        }
    }

    /// Says what it is at the seat; gives the pictures of who has it.
    async fn stand(&mut self, standing: Standing) -> Result<Option<Pictures>, Left> {
        match standing {
            Standing::Holds => self.welcome().await,
            Standing::Waits { since, from } => {
                info!(seat = %self.seat, from = %self.from, holder = %from, "waits for the seat");
                self.say(&Say::Held { since, from: from.to_string() }).await?;
                Ok(None)
            }
            Standing::Unseated { why, from } => {
                self.wire.show_no_more();
                let from = from.map(|from| from.to_string());
                self.say(&Say::Unseated { why, from }).await?;
                timeout(PATIENCE, self.socket.close(None)).await.map_err(|_| Left::Stuck)??;
                Err(Left::Unseated(why))
            }
        }
    }

    /// Says what it comes to, and sees that it is shown pictures: those that are given back, or its gallery's.
    async fn welcome(&mut self) -> Result<Option<Pictures>, Left> {
        let Inside { desk, galleries, .. } = self.inside;
        self.say(&hello(&self.seat, desk, self.place.heartbeat)).await?;
        let standing = self.place.standing.clone();
        if galleries.enter(&self.seat, self.wire.screen(), standing).await {
            return Ok(None);
        }
        let mut pictures = desk.look(self.seat.clone()).await.ok_or(Left::DeskClosed)?;
        pictures.mark_changed();
        Ok(Some(pictures))
    }

    async fn tell_of_skipped(&self, pictures: u64) {
        debug!(seat = %self.seat, pictures, "caught up with a whole picture");
        self.report(Presence::Skipped(pictures)).await;
    }

    async fn hear(&mut self, text: &str) -> Result<(), Left> {
        let say = match understood(text) {
            Ok(Ask::Ping { sent }) => Say::Pong { sent, at: self.inside.desk.clock().now() },
            Ok(Ask::Wish { id, wish }) => match self.ask(id, wish).await? {
                Ok(seq) => Say::Granted { id, seq },
                Err(refusal) => {
                    self.tell_of(Some(id), &refusal);
                    Say::Refused { id: Some(id), refusal }
                }
            },
            Err((id, refusal)) => {
                self.tell_of(id, &refusal);
                Say::Refused { id, refusal }
            }
        };
        self.say(&say).await
    }

    /// What no screen of its kind may ask is nothing for the desk, however many there are of them; nor what
    /// one asks that waits for its seat.
    async fn ask(&mut self, id: Uuid, wish: Wish) -> Result<Verdict, Left> {
        if !may_ask(self.seat.role(), &wish) {
            return Ok(Err(Refusal::NotYours));
        }
        if !self.place.holds() {
            return Ok(Err(Refusal::NotSeated));
        }
        let (seat, place) = (self.seat.clone(), Some(self.place.number));
        let by = Asker { seat, terminal: self.terminal, place };
        self.inside.desk.ask_by(by, id, wish).await.ok_or(Left::DeskClosed)
    }

    /// A refusal is no event, but for those that no terminal meets which means well. Only its code is told:
    /// the message may hold marks, or a pass.
    fn tell_of(&self, id: Option<Uuid>, refusal: &Refusal) {
        let (code, id) = (refusal.code(), id.map(tracing::field::display));
        debug!(code, seat = %self.seat, from = %self.from, id, "refused");
        let is_odd = matches!(
            refusal,
            Refusal::NotYours | Refusal::NotSeated | Refusal::NotUnderstood { .. }
        );
        if is_odd {
            self.tell(Notice::new("refused").code(code));
        }
    }

    fn tell(&self, notice: Notice) {
        self.inside.notices.tell(&notice.at(&self.seat).from(Network::of(self.from)), None);
    }

    /// Its rate: who waits for a seat does not slow the one that has it.
    fn rate(&self) -> &Rate {
        if self.place.holds() { &self.of_seat } else { &self.own }
    }

    /// A message has been read.
    fn count(&self, was_late: bool) {
        self.rate().take(Instant::now());
        if was_late {
            self.tell(Notice::new("read later").limit("asks-a-second"));
        }
    }

    async fn report(&self, what: Presence) {
        self.inside.desk.report(self.seat.clone(), self.place.number, what).await;
    }

    async fn set_stale(&mut self, stale: bool) {
        self.stale = stale;
        let what = if stale { Presence::Stale } else { Presence::Back };
        self.report(what).await;
    }

    async fn say_goodbye(&mut self) -> Result<(), Left> {
        self.wire.show_no_more();
        self.say(&Say::Bye).await?;
        timeout(PATIENCE, self.socket.close(None)).await.map_err(|_| Left::Stuck)??;
        Ok(())
    }

    async fn say(&self, say: &Say) -> Result<(), Left> {
        // What ran out of time has left half a message behind: the socket is not used again.
        Ok(self.wire.send(frame::encoded(say)).await?)
    }
}

/// The first message to a seat.
pub(super) fn hello(seat: &Seat, desk: &DeskHandle, heartbeat: Heartbeat) -> Say {
    Say::Hello {
        version: VERSION,
        hub: env!("CARGO_PKG_VERSION").to_owned(),
        seat: seat.clone(),
        at: desk.clock().now(),
        epoch: Some(desk.epoch().clone()),
        heartbeat,
    }
}

/// What somebody says, or the refusal of what is not understood, with the id of its wish.
pub(super) fn understood(text: &str) -> Result<Ask, (Option<Uuid>, Refusal)> {
    let refused = |err: serde_json::Error| Refusal::NotUnderstood { detail: err.to_string() };
    serde_json::from_str(text).map_err(|err| (id_of(text), refused(err)))
}

/// The next message, which is not read before its time.
async fn next_message<S: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut WebSocketStream<S>,
    not_before: Option<Instant>,
) -> Option<tungstenite::Result<Message>> {
    if let Some(at) = not_before {
        Box::pin(sleep_until(at)).await;
    }
    socket.next().await
}

/// The next picture; none comes to who waits for the seat.
async fn next_picture(pictures: Option<&mut Pictures>) -> Result<Picture, Left> {
    let Some(pictures) = pictures else { return future::pending().await };
    Box::pin(pictures.changed()).await.map_err(|_| Left::DeskClosed)?;
    Ok(pictures.borrow_and_update().clone())
}

/// The id of a wish that is not understood otherwise, so that its terminal need not wait for ever.
fn id_of(text: &str) -> Option<Uuid> {
    let message: Value = serde_json::from_str(text).ok()?;
    message.get("id")?.as_str()?.parse().ok()
}

/// Also true when the switch itself is gone. Lets go of the watch's read guard before returning.
pub(super) async fn told_to_close(closing: &mut watch::Receiver<bool>) {
    let _ = closing.wait_for(|closing| *closing).await;
}

#[cfg(test)]
mod tests;
