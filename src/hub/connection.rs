//! One screen's websocket: pictures out, wishes in, a limit to every wait.
//!
//! Generic over its stream, so that tests hand it an in-memory or simulated one. A slow screen gets
//! the present picture instead of those it missed.
//!
//! What always holds, and the test that guards it:
//!
//! - one that takes nothing for [`PATIENCE`] is let go: `a_screen_that_stops_reading_is_let_go`;
//! - the host is told of silent screens and of their return: `a_silent_screen_is_told_of`.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
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
use tracing::debug;
use uuid::Uuid;

use super::{
    desk::{DeskHandle, Presence},
    picture::Picture,
};
use crate::{
    contest::{Refusal, Seat},
    protocol::{Ask, LARGEST_ASK, STALE_MS, Say, VERSION},
};

/// How long one frame may take to leave before the screen counts as gone.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long a screen may be silent before its link counts as stale.
const STALE: Duration = Duration::from_millis(STALE_MS);
/// How long a screen may be silent before its socket is closed; the terminal will come back.
const IDLE: Duration = Duration::from_secs(30);

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
    /// The desk is closed.
    #[error("the desk has closed")]
    DeskClosed,
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
    (seat, terminal): (Seat, Option<Uuid>),
    desk: DeskHandle,
    closing: watch::Receiver<bool>,
) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    desk.report(seat.clone(), Presence::Came).await;
    let mut connection = Connection { socket, seat, terminal, desk, seen: 0, stale: false };
    let ended = connection.run(closing).await;
    let let_go = matches!(ended, Err(Left::Stuck));
    let left = Presence::Left { stale: connection.stale, let_go };
    connection.desk.report(connection.seat, left).await;
    ended
}

struct Connection<S> {
    socket: WebSocketStream<S>,
    seat: Seat,
    terminal: Option<Uuid>,
    desk: DeskHandle,
    /// The revision of the last picture sent; 0 before the first.
    seen: u64,
    stale: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    async fn run(&mut self, mut closing: watch::Receiver<bool>) -> Result<(), Left> {
        let hello = Say::Hello {
            version: VERSION,
            hub: env!("CARGO_PKG_VERSION").to_owned(),
            seat: self.seat.clone(),
            at: self.desk.clock().now(),
            epoch: Some(self.desk.epoch().clone()),
        };
        self.say(&hello).await?;
        let mut pictures = self.desk.look(self.seat.clone()).await.ok_or(Left::DeskClosed)?;
        pictures.mark_changed();
        let mut heard = Instant::now();
        loop {
            let limit = if self.stale { IDLE } else { STALE };
            tokio::select! {
                () = told_to_close(&mut closing) => return self.say_goodbye().await,
                changed = pictures.changed() => {
                    changed.map_err(|_| Left::DeskClosed)?;
                    let picture = pictures.borrow_and_update().clone();
                    self.show(&picture).await?;
                }
                message = self.socket.next() => {
                    heard = Instant::now();
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

    async fn show(&mut self, picture: &Picture) -> Result<(), Left> {
        let missed = picture.rev.saturating_sub(self.seen + 1);
        if self.seen > 0 && missed > 0 {
            debug!(seat = %self.seat, missed, "caught up with a whole picture");
            self.desk.report(self.seat.clone(), Presence::Skipped(missed)).await;
        }
        self.send(picture.frame_after(self.seen)).await?;
        self.seen = picture.rev;
        Ok(())
    }

    async fn hear(&mut self, text: &str) -> Result<(), Left> {
        let say = match serde_json::from_str(text) {
            Ok(Ask::Ping { sent }) => Say::Pong { sent, at: self.desk.clock().now() },
            Ok(Ask::Wish { id, wish }) => {
                let verdict = self.desk.ask(self.seat.clone(), self.terminal, id, wish).await;
                match verdict.ok_or(Left::DeskClosed)? {
                    Ok(seq) => Say::Granted { id, seq },
                    Err(refusal) => Say::Refused { id: Some(id), refusal },
                }
            }
            Err(err) => {
                // Not what it says: it may hold marks, or a pass.
                debug!(seat = %self.seat, column = err.column(), "not understood");
                let refusal = Refusal::NotUnderstood { detail: err.to_string() };
                Say::Refused { id: id_of(text), refusal }
            }
        };
        self.say(&say).await
    }

    async fn set_stale(&mut self, stale: bool) {
        if self.stale != stale {
            self.stale = stale;
            let what = if stale { Presence::Stale } else { Presence::Back };
            self.desk.report(self.seat.clone(), what).await;
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
        // A send that ran out of time has left half a frame behind: the socket is not used again.
        let sent = timeout(PATIENCE, self.socket.send(Message::Text(frame))).await;
        Ok(sent.map_err(|_| Left::Stuck)??)
    }
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
