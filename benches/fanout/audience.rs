//! The boards: they read what comes as cheaply as they can, and know which of them has seen what.

use std::{
    cell::{Cell, RefCell},
    net::{Ipv4Addr, SocketAddr},
    rc::Rc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use tokio::{
    net::TcpStream,
    select,
    sync::Notify,
    task::{JoinSet, spawn_local},
    time::{MissedTickBehavior, interval_at},
};

use crate::socket::{Frames, frame, join, send};

/// A hub takes so many of one address, and a little less is enough.
const OF_AN_ADDRESS: usize = 1000;
/// What stands before the number by which an update is known.
const MARKER: &[u8] = b"\"added\":";
const HEARTBEAT: &[u8] = b"\"heartbeat\":";
const VIEW: &[u8] = br#"{"t":"view","#;

/// What the boards have seen together.
#[derive(Default)]
struct Seen {
    /// The update that each has seen last.
    of_board: RefCell<Vec<u64>>,
    wanted: Cell<u64>,
    /// How many have not seen that one yet.
    missing: Cell<usize>,
    all: Notify,
    pictures: Cell<u64>,
}

impl Seen {
    fn see(&self, board: usize, update: u64) {
        // Updates of several speakers may come in another order.
        let seen = &mut self.of_board.borrow_mut()[board];
        let before = std::mem::replace(seen, update.max(*seen));
        let is_awaited = 0 < self.missing.get() && before < self.wanted.get();
        if is_awaited && self.wanted.get() <= update {
            self.missing.set(self.missing.get() - 1);
            if self.missing.get() == 0 {
                self.all.notify_one();
            }
        }
    }
}

/// Boards that look on until they are dropped.
pub(crate) struct Audience {
    seen: Rc<Seen>,
    boards: JoinSet<()>,
}

impl Audience {
    /// Nobody yet.
    pub(crate) fn new() -> Self {
        Self { seen: Rc::default(), boards: JoinSet::new() }
    }

    /// So many more join, and have a picture where the server gives one to who joins.
    pub(crate) async fn join(
        &mut self,
        server: SocketAddr,
        path: &str,
        pass: &str,
        many: usize,
        greets: bool,
    ) {
        for _ in 0..many {
            let board = self.boards.len();
            self.seen.of_board.borrow_mut().push(0);
            let network = u8::try_from(board / OF_AN_ADDRESS).unwrap();
            let stream = join(server, Ipv4Addr::new(127, 0, 1 + network, 1), path, pass);
            let pictures = self.seen.pictures.get();
            self.boards.spawn_local(watch(stream, board, Rc::clone(&self.seen)));
            while greets && self.seen.pictures.get() == pictures {
                tokio::task::yield_now().await;
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.boards.len()
    }

    /// How many pictures they have got so far.
    pub(crate) fn pictures(&self) -> u64 {
        self.seen.pictures.get()
    }

    /// The update that all of them have seen.
    pub(crate) fn newest(&self) -> u64 {
        self.seen.of_board.borrow().iter().copied().min().unwrap()
    }

    /// From now on this update is waited for.
    pub(crate) fn want(&self, update: u64) {
        let missing = self.seen.of_board.borrow().iter().filter(|&&it| it < update).count();
        self.seen.wanted.set(update);
        self.seen.missing.set(missing);
    }

    /// When the last board has seen it.
    pub(crate) async fn all(&self) -> Instant {
        while 0 < self.seen.missing.get() {
            self.seen.all.notified().await;
        }
        Instant::now()
    }
}

/// One board: reads, and says that it is there as often as it is told to.
async fn watch(stream: TcpStream, board: usize, seen: Rc<Seen>) {
    let mut buffer = vec![0; 64 * 1024];
    let (mut frames, mut place) = (Frames::default(), 0);
    let ping = frame(r#"{"t":"ping","sent":0}"#);
    let second = Duration::from_secs(1);
    let heartbeat = Cell::new(None::<Duration>);
    let mut beat = None;
    loop {
        if beat.is_none()
            && let Some(period) = heartbeat.get()
        {
            let first = tokio::time::Instant::now() + until_full_second();
            let spread = board as u64 % period.as_secs();
            let mut ticks = interval_at(first + second * u32::try_from(spread).unwrap(), period);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            beat = Some(ticks);
        }
        select! {
            ready = stream.readable() => {
                ready.unwrap();
                let Ok(len) = stream.try_read(&mut buffer) else { continue };
                if len == 0 {
                    return;
                }
                frames.take(&buffer[..len], |text| {
                    if text.starts_with(VIEW) {
                        seen.pictures.set(seen.pictures.get() + 1);
                        if let Some(update) = number(text, MARKER, &mut place) {
                            seen.see(board, update);
                        }
                    } else if text.starts_with(br#"{"t":"hello""#) {
                        let told = number(text, HEARTBEAT, &mut 0).map(Duration::from_millis);
                        heartbeat.set(Some(told.unwrap_or(second)));
                    }
                });
            }
            _ = async { beat.as_mut().unwrap().tick().await }, if beat.is_some() => {
                if !send(&stream, &ping).await {
                    return;
                }
            }
        }
    }
}

/// A screen pings at the hub's full seconds, which are the system's.
fn until_full_second() -> Duration {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Duration::from_nanos((1_000_000_000 - since.subsec_nanos()).into())
}

/// The number behind a marker, which mostly stands where it stood last.
fn number(text: &[u8], marker: &[u8], place: &mut usize) -> Option<u64> {
    let is_there = text.get(*place..).is_some_and(|rest| rest.starts_with(marker));
    if !is_there {
        *place = text.windows(marker.len()).position(|it| it == marker)?;
    }
    let digits = text[*place + marker.len()..].iter().take_while(|it| it.is_ascii_digit());
    Some(digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

/// Somebody who asks: its answers are counted.
pub(crate) struct Asker {
    stream: Rc<TcpStream>,
    answers: Rc<(Cell<usize>, Notify)>,
}

impl Asker {
    /// Joins and reads on from then.
    pub(crate) fn join(server: SocketAddr, path: &str, pass: &str) -> Self {
        let stream = Rc::new(join(server, Ipv4Addr::LOCALHOST, path, pass));
        let answers = Rc::new((Cell::new(0), Notify::new()));
        spawn_local(listen(Rc::clone(&stream), Rc::clone(&answers)));
        spawn_local(beat(Rc::clone(&stream)));
        Self { stream, answers }
    }

    pub(crate) async fn say(&self, frames: &[u8]) {
        assert!(send(&self.stream, frames).await);
    }

    /// How many wishes have been granted to it.
    pub(crate) fn answered(&self) -> usize {
        self.answers.0.get()
    }

    /// Waits until so many wishes have been granted.
    pub(crate) async fn until(&self, granted: usize) {
        while self.answered() < granted {
            self.answers.1.notified().await;
        }
    }
}

async fn listen(stream: Rc<TcpStream>, answers: Rc<(Cell<usize>, Notify)>) {
    let (mut buffer, mut frames) = (vec![0; 64 * 1024], Frames::default());
    while stream.readable().await.is_ok() {
        let Ok(len) = stream.try_read(&mut buffer) else { continue };
        if len == 0 {
            return;
        }
        frames.take(&buffer[..len], |text| {
            assert!(!text.starts_with(br#"{"t":"refused""#), "{}", String::from_utf8_lossy(text));
            if text.starts_with(br#"{"t":"granted""#) {
                answers.0.set(answers.0.get() + 1);
                answers.1.notify_one();
            }
        });
    }
}

async fn beat(stream: Rc<TcpStream>) {
    let ping = frame(r#"{"t":"ping","sent":0}"#);
    while send(&stream, &ping).await {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
