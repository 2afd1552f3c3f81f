//! A minute at a venue: how far away the hub is, over the real network, for as many screens as a hall has; how
//! long a wish takes to the last of them; how true their clocks are; and who is lost meanwhile.
//!
//! What always holds, and the test that guards it:
//!
//! - a live final is only looked at: no seat is taken and nothing is asked for:
//!   `a_live_final_is_looked_at_and_nothing_else`;
//! - what is changed at a rehearsal, a message to its screens, is put back: `a_rehearsal_is_left_as_it_was`.
//!
//! Not here: what is good enough, which `cli/bench/finding.rs` decides.

mod changer;
mod changes;
mod choice;
mod figures;
mod record;

use std::{sync::Arc, time::Duration};

use tokio::{
    select,
    sync::{Semaphore, mpsc, watch},
    task::JoinSet,
    time::{Instant, sleep_until, timeout},
};

pub use choice::{Choice, Unchanged};
pub use figures::{Changes, Clocks, Figures, Second, Spread};

use self::{
    changer::{Changer, Heard},
    record::Record,
};
use crate::{
    client::{Errand, Field, Met, Probe, Telling},
    clock::Clock,
    protocol::JoinLink,
};

/// Screens that dial at the same time: half of what a hub lets one address have that has not joined.
const AT_ONCE: usize = 32;
/// What the screens may have met and the bench has not noted yet. Beyond it they wait.
const TELLINGS: usize = 4096;
/// How long the screens may take to come before the minute begins without them.
const COMING: Duration = Duration::from_secs(10);
/// How long a last answer may take after the minute, and every screen to leave.
const GRACE: Duration = Duration::from_secs(3);
/// From one wish, and one line of progress, to the next.
const SECOND: Duration = Duration::from_secs(1);

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the screens come by.
    pub link: JoinLink,
    /// How they come.
    pub errand: Errand,
    /// How many.
    pub screens: usize,
    /// By which their pictures are changed; `None` where they are not.
    pub host: Option<JoinLink>,
    /// For how long, in seconds.
    pub seconds: u32,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Seconds that have been measured; `None` while the screens are coming.
    pub second: Option<u32>,
    /// Screens that are there now.
    pub there: usize,
    /// The median of the round trips of the second before.
    pub round_trip: Option<Duration>,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Measured {
    /// The figures.
    pub figures: Figures,
    /// Whether it was ended before its time.
    pub interrupted: bool,
}

/// Does what is planned, until it is done or `interrupted` resolves, and leaves in order.
pub async fn measure(
    plan: &Plan,
    clock: &Clock,
    interrupted: impl Future<Output = ()>,
    mut tell: impl FnMut(Progress),
) -> Measured {
    let mut bench = Bench::open(plan, clock);
    let done = select! {
        () = bench.run(plan.seconds, &mut tell) => true,
        () = interrupted => false,
    };
    bench.record.end(Instant::now());
    bench.settle().await;
    let undone = bench.leave().await;
    Measured { figures: bench.record.figures(undone), interrupted: !done }
}

struct Bench {
    record: Record,
    probes: JoinSet<()>,
    closing: watch::Sender<bool>,
    met: mpsc::Receiver<Telling>,
    /// Kept so that `met` never ends.
    _field: Field,
    changer: Option<Changer>,
}

/// Something that has happened.
enum Event {
    Met(Telling),
    Heard(Heard),
}

impl Bench {
    /// Sends the screens and the host on their way.
    fn open(plan: &Plan, clock: &Clock) -> Self {
        let (tell, met) = mpsc::channel(TELLINGS);
        let (closing, told) = watch::channel(false);
        let doorway = Arc::new(Semaphore::new(AT_ONCE));
        let field = Field { clock: clock.clone(), doorway, tell, closing: told };
        let mut probes = JoinSet::new();
        let share = u32::try_from(plan.screens.max(1)).unwrap_or(u32::MAX);
        for number in 0..plan.screens {
            let phase = SECOND / share * u32::try_from(number).unwrap_or_default();
            let (link, errand) = (plan.link.clone(), plan.errand);
            probes.spawn(Probe { number, link, errand, phase }.run(field.clone()));
        }
        let host = plan.host.clone();
        let changer = host.and_then(|host| Changer::join(host, &plan.link.seat, clock.clone()));
        let record = Record::of(plan.screens, changer.is_some());
        Self { record, probes, closing, met, _field: field, changer }
    }

    async fn run(&mut self, seconds: u32, tell: &mut impl FnMut(Progress)) {
        let limit = Instant::now() + COMING;
        while !self.has_settled() && Instant::now() < limit {
            tell(self.progress(None));
            let next = (Instant::now() + SECOND / 4).min(limit);
            self.until(next, Self::has_settled).await;
        }
        let start = Instant::now();
        self.record.begin(start);
        for second in 0..seconds {
            if self.changer.as_mut().is_some_and(Changer::ask) {
                self.record.asked(Instant::now());
            }
            tell(self.progress(Some(second)));
            self.until(start + SECOND * (second + 1), |_| false).await;
        }
    }

    /// Waits for what is still on its way, where there is anybody for it to come to.
    async fn settle(&mut self) {
        let is_done =
            |it: &Self| it.record.has_no_change_on_its_way() || it.record.count_there() == 0;
        self.until(Instant::now() + GRACE, is_done).await;
    }

    /// Takes in what happens until an instant, or until it is enough.
    async fn until(&mut self, at: Instant, is_enough: impl Fn(&Self) -> bool) {
        while !is_enough(self) {
            let event = select! {
                biased; // The first two are rare, and nothing else is late by them.
                () = sleep_until(at) => return,
                heard = heard(self.changer.as_mut()) => Event::Heard(heard),
                Some(telling) = self.met.recv() => Event::Met(telling),
            };
            match event {
                Event::Heard(heard) => self.hear(heard),
                Event::Met((screen, at, met)) => self.note(screen, at, met),
            }
        }
    }

    fn hear(&mut self, heard: Heard) {
        let Some(changes) = self.record.changes() else { return };
        match heard {
            Heard::Granted(number) => changes.stored(number, Instant::now()),
            Heard::Refused(number) => changes.refused(number),
            Heard::Nothing => (),
        }
    }

    fn note(&mut self, screen: usize, at: Instant, met: Met) {
        match met {
            Met::Picture(sections) => {
                let number = self.changer.as_ref().and_then(|it| it.number_in(&sections));
                if let Some((number, changes)) = number.zip(self.record.changes()) {
                    changes.shown(screen, number, at);
                }
            }
            Met::There { took } => self.record.there(screen, at, took),
            Met::Pong { took, ahead, late } => self.record.pong(screen, at, took, ahead, late),
            Met::Away { trouble, .. } => self.record.away(screen, at, &trouble),
        }
    }

    /// Whether everybody has come, or has tried to in vain.
    fn has_settled(&self) -> bool {
        self.record.has_settled() && self.changer.as_ref().is_none_or(Changer::has_settled)
    }

    fn progress(&self, second: Option<u32>) -> Progress {
        let (there, round_trip) =
            (self.record.count_there(), self.record.round_trip_before(second));
        Progress { second, there, round_trip }
    }

    /// Puts back what was changed, and has everybody leave. Whether it was put back.
    async fn leave(&mut self) -> bool {
        let undone = match self.changer.take() {
            Some(changer) => timeout(GRACE, changer.undo()).await.unwrap_or(false),
            None => true,
        };
        self.closing.send_replace(true);
        self.met.close(); // Nobody waits to be listened to.
        let all_left = async { while self.probes.join_next().await.is_some() {} };
        let _ = timeout(GRACE, all_left).await; // Whoever has not left by then goes with its task.
        undone
    }
}

/// The next thing that the host is told; nothing ever where there is none.
async fn heard(changer: Option<&mut Changer>) -> Heard {
    match changer {
        Some(changer) => changer.heard().await,
        None => std::future::pending().await,
    }
}
