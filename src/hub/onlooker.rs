//! Somebody who only looks, as `roadshow preflight` does before the doors open: is told who is at which
//! seat, how storing goes and how late it is, and nothing changes by it.
//!
//! What always holds, and the test that guards it:
//!
//! - it takes no seat, waits for none, and has no wish granted: `who_only_looks_changes_nothing`;
//! - a judge's link tells of the judge's own seat only: `a_look_tells_no_more_than_the_seat_may_know`.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::watch,
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{Message, protocol::Role},
};

use super::{
    connection::{Left, hello, limits, told_to_close, understood},
    desk::{DeskHandle, Survey},
    wire::PATIENCE,
};
use crate::{
    contest::{Refusal, Seat, Session},
    protocol::{Ask, Heartbeat, Say, views::sees_storage},
};

/// How long somebody may look.
const LONGEST: Duration = Duration::from_secs(30);
/// Messages that are answered meanwhile; more than it takes to measure a round trip.
const MOST_ASKS: usize = 64;

/// Answers somebody who only looks, until they leave, have looked for long enough, or the hub closes.
pub(super) async fn serve<S>(
    stream: S,
    seat: Seat,
    desk: DeskHandle,
    mut closing: watch::Receiver<bool>,
) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut socket = WebSocketStream::from_raw_socket(stream, Role::Server, Some(limits())).await;
    let looked = tokio::select! {
        biased;
        () = told_to_close(&mut closing) => return Ok(()),
        looked = timeout(LONGEST, show(&mut socket, &seat, &desk)) => looked,
    };
    looked.unwrap_or(Ok(()))
}

async fn show<S>(
    socket: &mut WebSocketStream<S>,
    seat: &Seat,
    desk: &DeskHandle,
) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    say(socket, &hello(seat, desk, Heartbeat::USUAL)).await?;
    let told = desk.survey(looked_after(seat, desk.session())).await;
    let Survey { seats, storage, rehearsal } = told.ok_or(Left::DeskClosed)?;
    let (session, storage) = (desk.session().id.clone(), sees_storage(seat).then_some(storage));
    let told = Say::Seats { session, rehearsal, seats, storage };
    say(socket, &told).await?;
    for _ in 0..MOST_ASKS {
        let text = match socket.next().await.transpose()? {
            Some(Message::Text(text)) => text,
            Some(Message::Close(_)) | None => break,
            Some(_) => continue,
        };
        let say = match understood(&text) {
            Ok(Ask::Ping { sent }) => Say::Pong { sent, at: desk.clock().now() },
            Ok(Ask::Wish { id, .. }) => Say::Refused { id: Some(id), refusal: Refusal::NotSeated },
            Err((id, refusal)) => Say::Refused { id, refusal },
        };
        self::say(socket, &say).await?;
    }
    Ok(())
}

/// Says something, with a limit.
async fn say<S>(socket: &mut WebSocketStream<S>, say: &Say) -> Result<(), Left>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let said = timeout(PATIENCE, socket.send(Message::text(say.encode()))).await;
    Ok(said.map_err(|_| Left::Stuck)??)
}

/// The seats whose links a seat looks after: a host's room and the supervisor's, or all; else its own.
fn looked_after(seat: &Seat, session: &Session) -> Vec<Seat> {
    let mut seats = Seat::handed_out(session);
    seats.retain(|it| match seat {
        Seat::Control(_) | Seat::Supervisor => true,
        Seat::Host(room) => it.room().is_none_or(|its| its == room),
        own => it == own,
    });
    seats
}
