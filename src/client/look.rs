//! A look at a hub through one address of a link, which takes no seat: whether it is the link's hub, how far
//! away it is, and who is there.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use super::{
    Outfit, Trouble,
    dial::{Dialler, PATIENCE, Socket},
};
use crate::{
    clock::Clock,
    contest::{At, Ms},
    protocol::{Address, Ask, JoinLink, Say, SeatSeen, Storage},
};

/// How often the round trip is measured.
const PINGS: u32 = 8;

/// What a look at a hub shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The version of the hub's program.
    pub version: String,
    /// The id of its session.
    pub session: String,
    /// Whether that is a rehearsal.
    pub rehearsal: bool,
    /// What names its journal; empty from a hub that does not say.
    pub journal: String,
    /// The seats that the link may know of, and who has them.
    pub seats: Vec<SeatSeen>,
    /// How storing goes, where the link's seat is told of it.
    pub storage: Option<Storage>,
    /// The hub's time when it was looked at.
    pub at: At,
    /// The fastest round trip.
    pub best: Duration,
    /// The slowest.
    pub worst: Duration,
    /// By how much the hub's time is before this clock, by the fastest; negative where it is behind.
    pub ahead: Ms,
}

/// Looks at the hub through one address of a link, as late as it is by `clock`.
///
/// # Errors
///
/// Why this is not the link's hub, or why it cannot be told.
pub async fn look(link: &JoinLink, address: &Address, clock: &Clock) -> Result<Sight, Trouble> {
    let dialler = Dialler::new(&Outfit::of(Uuid::new_v4()), link.clone()).looking();
    let mut socket = dialler.dial_at(address).await.map_err(|down| down.trouble)?;
    let silent = || Trouble::Silent { hub: address.to_string() };
    let seen = see(&mut socket, clock).await;
    let _ = timeout(PATIENCE, socket.close(None)).await; // A courtesy.
    seen.ok_or_else(silent)
}

/// Everything there is to see; `None` when the hub goes away or falls silent meanwhile.
async fn see(socket: &mut Socket, clock: &Clock) -> Option<Sight> {
    let hello = hear(socket, |say| matches!(say, Say::Hello { .. }).then_some(say)).await?;
    let Say::Hello { hub: version, at, epoch, .. } = hello else { return None };
    let told = hear(socket, |say| matches!(say, Say::Seats { .. }).then_some(say)).await?;
    let Say::Seats { session, rehearsal, seats, storage } = told else { return None };
    let journal = epoch.map(|it| it.journal).unwrap_or_default();
    let (mut best, mut worst, mut ahead) = (Duration::MAX, Duration::ZERO, Ms::ZERO);
    for _ in 0..PINGS {
        let (sent, start) = (clock.now(), Instant::now());
        socket.send(Message::text(Ask::Ping { sent: sent.0 }.encode())).await.ok()?;
        let hub = hear(socket, |say| match say {
            Say::Pong { at, .. } => Some(at),
            _ => None,
        })
        .await?;
        let (took, received) = (start.elapsed(), clock.now());
        worst = worst.max(took);
        if took < best {
            best = took;
            ahead = hub - (sent + Ms((received - sent).0 / 2));
        }
    }
    Some(Sight { version, session, rehearsal, journal, seats, storage, at, best, worst, ahead })
}

/// Waits for something that the hub says, for as long as a hub may be silent: one that is far away is not gone.
async fn hear<T>(socket: &mut Socket, wanted: impl Fn(Say) -> Option<T>) -> Option<T> {
    let heard = timeout(PATIENCE, async {
        loop {
            if let Message::Text(text) = socket.next().await?.ok()?
                && let Some(found) = serde_json::from_str(&text).ok().and_then(&wanted)
            {
                return Some(found);
            }
        }
    });
    heard.await.ok().flatten()
}
