//! What is asked of a server, and how long until the last board has seen it.

use std::time::{Duration, Instant};

use tokio::time::sleep_until;

use crate::{
    audience::Audience,
    peer::{Kind, Peer, Publishers},
};

/// Updates that are on their way at the same time where as many are told as the server can tell.
const ON_THE_WAY: u64 = 16;

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// Ten updates a second, one at a time.
    Steady,
    /// Sixteen updates at once, twice a second.
    Burst,
    /// As many as the server can tell.
    Saturated,
}

impl Work {
    pub(crate) const ALL: [Self; 3] = [Self::Steady, Self::Burst, Self::Saturated];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::Burst => "burst",
            Self::Saturated => "saturated",
        }
    }
}

/// What a round of a work has come to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Round {
    /// From the wish to the last board, in milliseconds.
    pub(crate) last: Vec<f64>,
    /// Microseconds of a core for each update that reached a board, by whichever picture.
    pub(crate) cpu: f64,
    /// Updates that reached a board in a second, by whichever picture.
    pub(crate) updates: f64,
    /// Pictures that boards were sent in a second.
    pub(crate) pictures: f64,
}

/// Does a work for a while.
pub(crate) async fn round(
    work: Work,
    peer: &Peer,
    boards: &Audience,
    publishers: &mut Publishers,
    (many, length): (usize, Duration),
) -> Round {
    let (cpu, pictures, begun, first) =
        (peer.cpu(), boards.pictures(), Instant::now(), publishers.said());
    let last = match work {
        Work::Steady => beats(boards, publishers, (1, Duration::from_millis(100)), length).await,
        Work::Burst => beats(boards, publishers, (16, Duration::from_millis(500)), length).await,
        Work::Saturated => saturate(boards, publishers, length).await,
    };
    let seconds = begun.elapsed().as_secs_f64();
    let updates = (publishers.said() - first) as f64 * many as f64;
    Round {
        last,
        cpu: (peer.cpu() - cpu) * 1e6 / updates,
        updates: updates / seconds,
        pictures: (boards.pictures() - pictures) as f64 / seconds,
    }
}

/// So many updates at once, in every period.
async fn beats(
    boards: &Audience,
    publishers: &mut Publishers,
    (at_once, period): (usize, Duration),
    length: Duration,
) -> Vec<f64> {
    let mut last = Vec::new();
    let mut next = tokio::time::Instant::now();
    let end = next + length;
    while next < end {
        sleep_until(next).await;
        let said = Instant::now();
        boards.want(publishers.said() + at_once as u64);
        publishers.publish(at_once).await;
        last.push((boards.all().await - said).as_secs_f64() * 1e3);
        next = (next + period).max(tokio::time::Instant::now());
    }
    last
}

/// Keeps so many updates on their way.
async fn saturate(boards: &Audience, publishers: &mut Publishers, length: Duration) -> Vec<f64> {
    let (begun, mut last) = (Instant::now(), Vec::new());
    while begun.elapsed() < length {
        let said = Instant::now();
        while publishers.said() < boards.newest() + ON_THE_WAY {
            publishers.publish(1).await;
        }
        boards.want(boards.newest() + 1);
        boards.all().await;
        last.push(said.elapsed().as_secs_f64() * 1e3);
    }
    boards.want(publishers.said());
    boards.all().await;
    last
}

/// Sixteen judges hand in at once, until each has its receipt. A board shows nothing of it.
pub(crate) async fn sheets(peer: &Peer, rounds: u32) -> Vec<f64> {
    assert_eq!(peer.kind, Kind::Hub);
    let (judges, mut last) = (peer.judges().await, Vec::new());
    for revision in 1..=rounds {
        let sheet = peer.sheet(revision); // The same id does for all: an id counts for its seat.
        let said = Instant::now();
        for judge in &judges {
            judge.say(&sheet).await;
        }
        for judge in &judges {
            judge.until(revision as usize).await;
        }
        last.push(said.elapsed().as_secs_f64() * 1e3);
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    last
}
