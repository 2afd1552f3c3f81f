//! Breaks things while an evening goes on, mends them, and waits until everybody is back: the hub's process,
//! its laptop, and the roads to it.

use std::{collections::BTreeMap, convert::Infallible, io, net::SocketAddr, time::Duration};

use tokio::{
    select,
    sync::watch,
    time::{Instant, sleep, timeout},
};

use super::{
    Fault,
    diary::Diary,
    finding::Finding,
    laptop::{Laptop, NoHub, Supplies},
    plan::{Plan, Strike},
    relay::{Relay, Way},
};
use crate::{
    contest::Seat,
    demo::{Ledger, Page, Terminals},
    journal::{self, JournalError},
    protocol::{JoinLink, Whereabouts},
};

/// How long a terminal may take to be back once the way is free: it tries every half second, on a machine
/// that may be busy with everything else.
pub(super) const BACK_WITHIN: Duration = Duration::from_secs(10);
/// How long an old hub is left to be followed.
const OLD_HUB: Duration = Duration::from_millis(1200);
/// How late everything is on a slow road.
const LATE: Duration = Duration::from_millis(150);

/// The addresses that links name. A hub that takes over opens at the other one.
const ADDRESSES: usize = 2;

/// Why things could not be broken as planned.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// A hub did not open or close.
    #[error(transparent)]
    Hub(#[from] NoHub),
    /// The copy that is to be gone on with cannot be read.
    #[error("the copy cannot be gone on with")]
    Copy(#[source] JournalError),
    /// A socket or a file.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// All that can be broken.
pub(super) struct Storm {
    supplies: Supplies,
    laptops: usize,
    laptop: Laptop,
    /// Where each of the addresses leads now.
    targets: [watch::Sender<Option<SocketAddr>>; ADDRESSES],
    /// Which of them the hub is at.
    at: usize,
    roads: BTreeMap<Seat, Road>,
    ledger: Ledger,
    terminals: Terminals,
    pub(super) diary: Diary,
    pub(super) seen: Seen,
}

/// What came of the faults.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) count: usize,
    pub(super) kinds: BTreeMap<&'static str, usize>,
    /// The longest that a terminal took to be back.
    pub(super) longest: Duration,
    /// Whoever was not back in time.
    pub(super) away: Vec<Seat>,
    pub(super) seconds_refused: usize,
    pub(super) taken_over: usize,
    /// What must not be.
    pub(super) wrong: Vec<Finding>,
}

/// A terminal's way to the hub, through every address of its link.
struct Road {
    way: watch::Sender<Way>,
    relays: Vec<Relay>,
}

impl Road {
    async fn open(targets: &[watch::Sender<Option<SocketAddr>>; ADDRESSES]) -> io::Result<Self> {
        let way = watch::Sender::new(Way::Open);
        let mut relays = Vec::new();
        for target in targets {
            relays.push(Relay::open(target.subscribe(), way.subscribe()).await?);
        }
        Ok(Self { way, relays })
    }

    /// The same link, by this road.
    fn link(&self, link: JoinLink) -> Option<JoinLink> {
        let addresses = self.relays.iter().map(|relay| relay.address().into()).collect();
        Some(JoinLink { at: Whereabouts::of(link.at.fingerprint, addresses)?, ..link })
    }
}

impl Storm {
    /// Opens a hub and a road to it for every seat.
    pub(super) async fn begin(supplies: Supplies, ledger: Ledger) -> Result<Self, Broken> {
        let mut laptop = Laptop::new(&supplies, 1, None)?;
        laptop.open().await?;
        let targets = [laptop.address(), None].map(watch::Sender::new);
        let mut roads = BTreeMap::new();
        for link in laptop.links()? {
            roads.insert(link.seat, Road::open(&targets).await?);
        }
        let diary = Diary::begin(&supplies.folder)?;
        let (terminals, seen) = (Terminals::default(), Seen::default());
        let (laptops, at) = (1, 0);
        Ok(Self { supplies, laptops, laptop, targets, at, roads, ledger, terminals, diary, seen })
    }

    /// What kills the terminals.
    pub(super) fn terminals(&self) -> &Terminals {
        &self.terminals
    }

    /// The link of every seat, by its road.
    pub(super) fn links(&self) -> Result<Vec<JoinLink>, NoHub> {
        let links = self.laptop.links()?.into_iter();
        let links = links.filter_map(|link| self.roads.get(&link.seat)?.link(link));
        Ok(links.collect())
    }

    /// The laptop that the evening is on now.
    pub(super) fn laptop(&mut self) -> &mut Laptop {
        &mut self.laptop
    }

    /// Waits, for as long as the hub runs.
    async fn wait(&mut self, long: Duration) -> Result<(), NoHub> {
        select! {
            () = sleep(long) => Ok(()),
            broken = self.laptop.breaks_down() => Err(broken),
        }
    }

    /// Breaks nothing, and sees whether something breaks.
    pub(super) async fn watch(&mut self) -> Result<Infallible, Broken> {
        Err(self.laptop.breaks_down().await.into())
    }

    /// Breaks one thing after the other, for as long as it is let.
    pub(super) async fn rage(
        &mut self,
        seed: u64,
        struck: &watch::Sender<usize>,
    ) -> Result<Infallible, Broken> {
        let mut plan = Plan::of_seed(seed, self.roads.keys().cloned().collect());
        self.all_back(Instant::now()).await?;
        loop {
            // A plan has no end where there is a seat, and every session has one.
            let Some(Strike { after, fault, lasts }) = plan.next() else {
                std::future::pending::<()>().await;
                continue;
            };
            self.wait(after).await?;
            let began = Instant::now();
            self.seen.count += 1;
            *self.seen.kinds.entry(fault.word()).or_default() += 1;
            struck.send_replace(self.seen.count);
            self.diary.struck(&fault)?;
            let back = self.strike(&fault, lasts).await?;
            self.diary.mended(&fault, began.elapsed(), back)?;
        }
    }

    /// Mends everything, so that the evening can be closed.
    pub(super) async fn calm(&mut self) -> Result<(), Broken> {
        self.set_all(Way::Open);
        if !self.laptop.is_open() {
            self.start().await?;
        }
        Ok(())
    }

    /// Breaks one thing and mends it; how long the slowest terminal took to be back then.
    async fn strike(&mut self, fault: &Fault, lasts: Duration) -> Result<Duration, Broken> {
        match fault {
            Fault::HubKilled => self.hub_killed(lasts).await?,
            Fault::HubKilledBehindACut { seat } => {
                self.set(seat, Way::Cut);
                self.hub_killed(lasts).await?;
                self.set(seat, Way::Open);
            }
            Fault::LaptopDied => self.laptop_died(lasts).await?,
            Fault::SecondHub => self.second_hub().await?,
            Fault::AllCut => {
                self.set_all(Way::Cut);
                self.wait(lasts).await?;
                self.set_all(Way::Open);
            }
            Fault::TerminalDied { seat } => {
                self.set(seat, Way::Cut); // It says goodbye to nobody.
                self.terminals.kill(seat);
                self.wait(lasts).await?;
                self.set(seat, Way::Open);
            }
            Fault::Cut { seat } => self.roughen(seat, Way::Cut, lasts).await?,
            Fault::Held { seat } => {
                let way = Way::Held { to_hub: true, to_terminal: true };
                self.roughen(seat, way, lasts).await?;
            }
            Fault::Deaf { seat } => {
                let way = Way::Held { to_hub: false, to_terminal: true };
                self.roughen(seat, way, lasts).await?;
            }
            Fault::Mute { seat } => {
                let way = Way::Held { to_hub: true, to_terminal: false };
                self.roughen(seat, way, lasts).await?;
            }
            Fault::Slow { seat } => self.roughen(seat, Way::Slow(LATE), lasts).await?,
        }
        Ok(self.all_back(Instant::now()).await?)
    }

    fn set(&self, seat: &Seat, way: Way) {
        if let Some(road) = self.roads.get(seat) {
            road.way.send_replace(way);
        }
    }

    fn set_all(&self, way: Way) {
        for road in self.roads.values() {
            road.way.send_replace(way);
        }
    }

    async fn roughen(&mut self, seat: &Seat, way: Way, lasts: Duration) -> Result<(), NoHub> {
        self.set(seat, way);
        self.wait(lasts).await?;
        self.set(seat, Way::Open);
        Ok(())
    }

    /// Kills the hub. Its address leads nowhere until it is started again.
    async fn kill(&mut self) -> Result<(), NoHub> {
        let killed = self.laptop.kill().await;
        self.lead(self.at, None);
        killed
    }

    async fn start(&mut self) -> Result<(), NoHub> {
        self.laptop.open().await?;
        self.lead(self.at, self.laptop.address());
        Ok(())
    }

    fn lead(&self, at: usize, to: Option<SocketAddr>) {
        if let Some(target) = self.targets.get(at) {
            target.send_replace(to);
        }
    }

    async fn hub_killed(&mut self, lasts: Duration) -> Result<(), Broken> {
        self.kill().await?;
        sleep(lasts).await;
        Ok(self.start().await?)
    }

    async fn second_hub(&mut self) -> Result<(), NoHub> {
        match self.laptop.open_a_second().await? {
            Some(_) => self.seen.seconds_refused += 1,
            None => self.seen.wrong.push(Finding::SecondOpened),
        }
        Ok(())
    }

    /// The hub's laptop dies, and another one goes on from the newest copy, at the other address.
    async fn laptop_died(&mut self, lasts: Duration) -> Result<(), Broken> {
        let pages = self.ledger.pages();
        let said = pages.seats().values().map(|page| page.copied).max().unwrap_or_default();
        self.kill().await?;
        // Whatever it had still said is read first.
        self.all_gone().await;
        sleep(lasts).await;

        let copy = self.supplies.copy();
        let mut records: BTreeMap<Seat, u64> = BTreeMap::new();
        let head = journal::read(&copy, |record| {
            if let Some(by) = record.by {
                *records.entry(by).or_default() += 1;
            }
        });
        let last = head.map_err(Broken::Copy)?.seq;
        if last < said {
            self.seen.wrong.push(Finding::CopyBehind { said, last });
        }
        self.ledger.go_back(&records);
        self.laptops += 1;
        let next = Laptop::new(&self.supplies, self.laptops, Some(copy))?;
        let (mut old, old_at) = (std::mem::replace(&mut self.laptop, next), self.at);
        self.at = (self.at + 1) % ADDRESSES;
        self.start().await?;
        self.all_back(Instant::now()).await?;
        self.old_hub_comes_back(&mut old, old_at).await?;
        self.seen.taken_over += 1;
        Ok(())
    }

    /// While the newer hub is silent, the old one is there again: nobody may follow it.
    async fn old_hub_comes_back(&mut self, old: &mut Laptop, at: usize) -> Result<(), Broken> {
        self.kill().await?;
        self.all_gone().await;
        let began = Instant::now();
        old.open().await?;
        self.lead(at, old.address());
        sleep(OLD_HUB).await;
        let follows = |(seat, page): (&Seat, &Page)| page.is_up_since(began).then(|| seat.clone());
        if let Some(seat) = self.ledger.pages().seats().iter().find_map(follows) {
            self.seen.wrong.push(Finding::FollowedTheOld { seat: seat.to_string() });
        }
        old.kill().await?;
        self.lead(at, None);
        Ok(self.start().await?)
    }

    /// Waits until everybody has learnt that the hub is gone.
    async fn all_gone(&self) {
        let gone = self.ledger.until(|pages| pages.seats().values().all(|page| !page.is_up()));
        let _ = timeout(BACK_WITHIN, gone).await; // Who has not by then will not have come back either.
    }

    /// Waits until everybody is back who is here; how long the slowest took.
    async fn all_back(&mut self, free: Instant) -> Result<Duration, NoHub> {
        let is_back = |page: &Page| !page.is_here() || page.is_up_since(free);
        let ledger = self.ledger.clone();
        let in_time = select! {
            () = ledger.until(|pages| pages.seats().values().all(is_back)) => true,
            waited = self.wait(BACK_WITHIN) => waited.map(|()| false)?,
        };
        let pages = self.ledger.pages();
        if !in_time {
            let away = pages.seats().iter().filter(|(_, page)| !is_back(page));
            self.seen.away.extend(away.map(|(seat, _)| seat.clone()));
        }
        let came_up = pages.seats().values().filter_map(Page::came_up);
        let slowest = came_up.max().unwrap_or(free).saturating_duration_since(free);
        self.seen.longest = self.seen.longest.max(slowest);
        Ok(slowest)
    }
}
