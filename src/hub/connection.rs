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

use futures_util::{FutureExt, SinkExt, StreamExt};
use serde_json::Value;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::watch,
    time::{Instant, sleep_until, timeout},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{self, Message, Utf8Bytes, protocol::WebSocketConfig},
};
use tracing::{debug, info};
use uuid::Uuid;

use super::{
    desk::{Asker, DeskHandle, Presence, Verdict},
    holders::{Guest, Place, Standing},
    network::Network,
    notices::{Notice, Notices},
    picture::Picture,
    rate::Rate,
};
use crate::{
    contest::{Refusal, Seat, Wish, may_ask},
    protocol::{Ask, LARGEST_ASK, STALE_MS, Say, Unseated, VERSION},
};

/// How long one frame may take to leave before the screen counts as gone.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long a screen may be silent before its link counts as stale.
pub(super) const STALE: Duration = Duration::from_millis(STALE_MS);
/// How long a screen may be silent before its socket is closed; the terminal will come back.
pub(super) const IDLE: Duration = Duration::from_secs(30);

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
    #[error("the screen was silent for {} s", IDLE.as_secs())]
    Silent,
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
            Self::Silent => dropped.limit("silence"),
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

/// The limits of a screen's websocket.
pub(super) fn limits() -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(4 * 1024)
        .write_buffer_size(0)
        .max_message_size(Some(LARGEST_ASK))
        .max_frame_size(Some(LARGEST_ASK))
}

/// Serves one screen until it leaves, fails, or the hub closes; keeps the host informed of the link.
pub(super) async fn serve<S>(
    socket: WebSocketStream<S>,
    visitor: Visitor,
    desk: DeskHandle,
    notices: Arc<Notices>,
    closing: watch::Receiver<bool>,
) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let came = desk.sit(visitor.seat.clone(), visitor.guest()).await;
    let (place, of_seat) = came.ok_or(Left::DeskClosed)?;
    let mut connection = Connection::new(socket, visitor, desk, notices, place, of_seat);
    // Nothing of it is looked at afterwards but who it was.
    let run = AssertUnwindSafe(connection.run(closing)).catch_unwind();
    let ended = run.await.unwrap_or(Err(Left::Broken));
    let left = Presence::Left { let_go: matches!(ended, Err(Left::Stuck)) };
    connection.report(left).await;
    ended
}

/// The pictures of who has the seat.
type Pictures = watch::Receiver<Picture>;

struct Connection<S> {
    socket: WebSocketStream<S>,
    seat: Seat,
    terminal: Option<Uuid>,
    from: IpAddr,
    desk: DeskHandle,
    notices: Arc<Notices>,
    place: Place,
    /// How fast it is read while it has the seat.
    of_seat: Rate,
    /// And while it has not.
    own: Rate,
    /// The revision of the last picture sent; 0 before the first.
    seen: u64,
    stale: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    fn new(
        socket: WebSocketStream<S>,
        visitor: Visitor,
        desk: DeskHandle,
        notices: Arc<Notices>,
        place: Place,
        of_seat: Rate,
    ) -> Self {
        let (Visitor { seat, terminal, from, .. }, own) = (visitor, Rate::default());
        let (seen, stale) = (0, false);
        Self { socket, seat, terminal, from, desk, notices, place, of_seat, own, seen, stale }
    }

    async fn run(&mut self, mut closing: watch::Receiver<bool>) -> Result<(), Left> {
        self.place.standing.mark_changed();
        let (mut pictures, mut heard) = (None, Instant::now());
        loop {
            let limit = if self.stale { IDLE } else { STALE };
            let not_before = self.rate().not_before(Instant::now());
            tokio::select! {
                biased; // A simulation replays exactly; a picture waits for nobody's words.
                () = told_to_close(&mut closing) => return self.say_goodbye().await,
                changed = self.place.standing.changed() => {
                    changed.map_err(|_| Left::DeskClosed)?;
                    let standing = self.place.standing.borrow_and_update().clone();
                    pictures = self.stand(standing).await?;
                }
                picture = next_picture(pictures.as_mut()) => self.show(&picture?).await?,
                message = next_message(&mut self.socket, not_before) => {
                    heard = Instant::now();
                    self.count(not_before.is_some());
                    self.set_stale(false).await;
                    match message.transpose()? {
                        Some(Message::Text(text)) => self.hear(&text).await?,
                        Some(Message::Close(_)) | None => return Ok(()),
                        Some(_) => (),
                    }
                }
                () = sleep_until(heard + limit) => {
                    if self.stale {
                        return Err(Left::Silent);
                    }
                    self.set_stale(true).await;
                }
            }
        }
    }

    /// Says what it is at the seat; gives the pictures of who has it.
    async fn stand(&mut self, standing: Standing) -> Result<Option<Pictures>, Left> {
        match standing {
            Standing::Holds => self.welcome().await.map(Some),
            Standing::Waits { since, from } => {
                info!(seat = %self.seat, from = %self.from, holder = %from, "waits for the seat");
                self.say(&Say::Held { since, from: from.to_string() }).await?;
                Ok(None)
            }
            Standing::Unseated { why, from } => {
                let from = from.map(|from| from.to_string());
                self.say(&Say::Unseated { why, from }).await?;
                timeout(PATIENCE, self.socket.close(None)).await.map_err(|_| Left::Stuck)??;
                Err(Left::Unseated(why))
            }
        }
    }

    async fn welcome(&mut self) -> Result<Pictures, Left> {
        self.say(&hello(&self.seat, &self.desk)).await?;
        let mut pictures = self.desk.look(self.seat.clone()).await.ok_or(Left::DeskClosed)?;
        pictures.mark_changed();
        Ok(pictures)
    }

    async fn show(&mut self, picture: &Picture) -> Result<(), Left> {
        let missed = picture.rev.saturating_sub(self.seen + 1);
        if self.seen > 0 && missed > 0 {
            debug!(seat = %self.seat, missed, "caught up with a whole picture");
            self.report(Presence::Skipped(missed)).await;
        }
        self.send(picture.frame_after(self.seen)).await?;
        self.seen = picture.rev;
        Ok(())
    }

    async fn hear(&mut self, text: &str) -> Result<(), Left> {
        let say = match understood(text) {
            Ok(Ask::Ping { sent }) => Say::Pong { sent, at: self.desk.clock().now() },
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
        self.desk.ask_by(by, id, wish).await.ok_or(Left::DeskClosed)
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
        self.notices.tell(&notice.at(&self.seat).from(Network::of(self.from)), None);
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

    async fn report(&mut self, what: Presence) {
        self.desk.report(self.seat.clone(), self.place.number, what).await;
    }

    async fn set_stale(&mut self, stale: bool) {
        if self.stale != stale {
            self.stale = stale;
            let what = if stale { Presence::Stale } else { Presence::Back };
            self.report(what).await;
        }
    }

    async fn say_goodbye(&mut self) -> Result<(), Left> {
        self.say(&Say::Bye).await?;
        timeout(PATIENCE, self.socket.close(None)).await.map_err(|_| Left::Stuck)??;
        Ok(())
    }

    async fn say(&mut self, say: &Say) -> Result<(), Left> {
        self.send(say.encode().into()).await
    }

    async fn send(&mut self, frame: Utf8Bytes) -> Result<(), Left> {
        send(&mut self.socket, frame).await
    }
}

/// Sends one frame, with a limit.
pub(super) async fn send<S>(socket: &mut WebSocketStream<S>, frame: Utf8Bytes) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    // A send that ran out of time has left half a frame behind: the socket is not used again.
    let sent = timeout(PATIENCE, socket.send(Message::Text(frame))).await;
    Ok(sent.map_err(|_| Left::Stuck)??)
}

/// The first message to a seat.
pub(super) fn hello(seat: &Seat, desk: &DeskHandle) -> Say {
    Say::Hello {
        version: VERSION,
        hub: env!("CARGO_PKG_VERSION").to_owned(),
        seat: seat.clone(),
        at: desk.clock().now(),
        epoch: Some(desk.epoch().clone()),
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
        sleep_until(at).await;
    }
    socket.next().await
}

/// The next picture; none comes to who waits for the seat.
async fn next_picture(pictures: Option<&mut Pictures>) -> Result<Picture, Left> {
    let Some(pictures) = pictures else { return future::pending().await };
    pictures.changed().await.map_err(|_| Left::DeskClosed)?;
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
