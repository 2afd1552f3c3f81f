//! One evening of a seed: who is there, what fails and when, and what must hold afterwards.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    rc::Rc,
    time::Duration,
};

use roadshow::{
    audit,
    clock::Clock,
    contest::{Fact, Ms, ProjectId, Results, Role, Seat, Session},
    definition,
    hub::{self, Capacity, Definition, Door, Identity, Occasion, Transport},
    journal::{self, Record},
    protocol::{JoinLink, Whereabouts},
};
use tempfile::TempDir;
use tokio::sync::watch;
use turmoil::Sim;
use uuid::Uuid;

use crate::{
    people::{self, Person, Seen, opinion},
    world::{Chance, Disk, Harbour, now},
};

const HUB: &str = "hub";
const PORT: u16 = 7878;
const SECRET: [u8; 32] = [7; 32];
/// One step of the simulated time.
const TICK: Duration = Duration::from_millis(20);
/// When the last fault is over, in milliseconds.
const CALM: u64 = 8_000;
/// The judges of a room.
const PANEL: usize = 5;
/// When an evening without an end has failed.
const LIMIT: Duration = Duration::from_secs(120);

/// What fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The hub's process is killed, and started again afterwards.
    HubDies,
    /// A terminal's process is.
    TerminalDies(usize),
    /// Nothing comes through between hub and a terminal.
    Cut(usize),
    /// Nothing comes through to the terminal, or from it.
    HalfCut(usize, bool),
    /// The hub is alone.
    AllCut,
    /// What is sent waits, and then comes all at once.
    Held(usize),
    /// It comes late.
    Slow(usize),
}

/// A fault with its begin and end, in milliseconds.
type Planned = (u64, u64, Fault);

/// An evening and what was seen of it.
pub(crate) struct Storm {
    session: Session,
    seats: Vec<Seat>,
    seed: u64,
    faults: Vec<Planned>,
    folder: TempDir,
    seen: Rc<RefCell<Seen>>,
}

/// What an evening came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Everything that anybody has seen, in order.
    pub(crate) log: Vec<String>,
    /// The scores by project.
    pub(crate) scores: BTreeMap<String, String>,
}

pub(crate) fn session() -> Session {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/storm/session.toml");
    definition::read_session(&path, &definition::Disk).unwrap()
}

/// Whether sheets are sealed in the evening of a seed: every third time.
fn is_sealed(seed: u64) -> bool {
    seed % 3 == 2
}

impl Storm {
    /// The evening of a seed.
    pub(crate) fn of_seed(seed: u64) -> Self {
        let calm = Self::calm(seed);
        let terminals = calm.seats.len() as u64;
        let mut chance = Chance::of(seed, "faults");
        let many = 4 + chance.below(9);
        let faults = (0..many).map(|_| {
            let begin = 300 + chance.below(CALM - 3800);
            let end = begin + 200 + chance.below(3300);
            let who = usize::try_from(chance.below(terminals)).unwrap();
            let fault = match chance.below(9) {
                0 | 1 => Fault::HubDies,
                2 | 3 => Fault::TerminalDies(who),
                4 => Fault::Cut(who),
                5 => Fault::HalfCut(who, chance.below(2) == 0),
                6 => Fault::AllCut,
                7 => Fault::Held(who),
                _ => Fault::Slow(who),
            };
            (begin, end, fault)
        });
        let faults = faults.collect();
        Self { faults, ..calm }
    }

    /// The evening of a seed without faults.
    pub(crate) fn calm(seed: u64) -> Self {
        let mut session = session();
        session.safeguards.sealed_sheets = is_sealed(seed);
        let seats = Seat::handed_out(&session);
        let folder = tempfile::tempdir().unwrap();
        Self { session, seats, seed, faults: Vec::new(), folder, seen: Rc::default() }
    }

    /// Plays it to its end, and checks it.
    pub(crate) fn play(self) -> Outcome {
        let mut sim = turmoil::Builder::new()
            .simulation_duration(LIMIT * 2)
            .tick_duration(TICK)
            .min_message_latency(Duration::from_millis(1))
            .max_message_latency(Duration::from_millis(40))
            .rng_seed(self.seed)
            .build();
        self.seat_everybody(&mut sim);
        let hosts = self.hosts();
        let mut under_way: BTreeSet<usize> = BTreeSet::new();
        while sim.elapsed() < LIMIT {
            sim.step().unwrap();
            let at = u64::try_from(sim.elapsed().as_millis()).unwrap();
            for (number, (begin, end, fault)) in self.faults.iter().enumerate() {
                if *begin <= at && at < *end && under_way.insert(number) {
                    self.strike(&mut sim, *fault);
                }
                if *end <= at && under_way.remove(&number) {
                    self.mend(&mut sim, *fault);
                }
            }
            let is_calm = self.faults.is_empty() || CALM < at;
            if is_calm && self.seen.borrow().done.len() == hosts && self.is_told() {
                break;
            }
        }
        drop(sim);
        self.check()
    }

    /// Whether the boards have shown everything, so that nothing is on its way any more.
    fn is_told(&self) -> bool {
        self.seen.borrow().scores.len() == self.session.projects.len()
    }

    fn seat_everybody(&self, sim: &mut Sim<'_>) {
        let (journal, session) = (self.journal(), self.session.clone());
        sim.host(HUB, move || run_hub(journal.clone(), session.clone()));
        for (number, seat) in self.seats.iter().enumerate() {
            let at = Whereabouts::plain(format!("{HUB}:{PORT}").parse().unwrap());
            let pass = Identity::from_bytes(SECRET).pass(seat, 0);
            let wrong = Chance::of(self.seed, &format!("off {number}")).below(3);
            let person = Person {
                link: JoinLink { at, seat: seat.clone(), pass },
                name: Uuid::from_u128(number as u128 + 1),
                off: Ms::seconds(3600 * (i64::try_from(wrong).unwrap() - 1)),
                disk: Disk::default(),
                seed: self.seed,
                revises: self.seed % 2 == 1,
                seen: Rc::clone(&self.seen),
            };
            sim.host(terminal(number), move || person.clone().work());
        }
    }

    /// How many consoles there are: one in every room, and the one over all of them.
    fn hosts(&self) -> usize {
        self.seats.iter().filter(|seat| seat.role() == Role::Host).count()
    }

    fn journal(&self) -> PathBuf {
        self.folder.path().join("storm.journal")
    }

    fn strike(&self, sim: &mut Sim<'_>, fault: Fault) {
        match fault {
            Fault::HubDies => kill(sim, HUB),
            Fault::TerminalDies(who) => kill(sim, &terminal(who)),
            Fault::Cut(who) => sim.partition(HUB, terminal(who)),
            Fault::HalfCut(who, true) => sim.partition_oneway(HUB, terminal(who)),
            Fault::HalfCut(who, false) => sim.partition_oneway(terminal(who), HUB),
            Fault::AllCut => self.everywhere(|who| sim.partition(HUB, who)),
            Fault::Held(who) => sim.hold(HUB, terminal(who)),
            Fault::Slow(who) => delay(sim, who, 900),
        }
    }

    fn mend(&self, sim: &mut Sim<'_>, fault: Fault) {
        match fault {
            Fault::HubDies => start(sim, HUB),
            Fault::TerminalDies(who) => start(sim, &terminal(who)),
            Fault::Cut(who) | Fault::HalfCut(who, _) => sim.repair(HUB, terminal(who)),
            Fault::AllCut => self.everywhere(|who| sim.repair(HUB, who)),
            Fault::Held(who) => sim.release(HUB, terminal(who)),
            Fault::Slow(who) => delay(sim, who, 40),
        }
    }

    fn everywhere(&self, each: impl FnMut(String)) {
        (0..self.seats.len()).map(terminal).for_each(each);
    }

    /// What must hold when all is over.
    fn check(self) -> Outcome {
        let seen = self.seen.take();
        let told = || {
            let last = seen.log.iter().rev().take(40).rev().collect::<Vec<_>>();
            format!("seed {}, faults {:?}, at last {last:#?}", self.seed, self.faults)
        };
        assert!(seen.wrong.is_empty(), "{}: {:#?}", told(), seen.wrong);
        assert_eq!(seen.done.len(), self.hosts(), "{}: it did not come to its end", told());

        let mut records: Vec<Record> = Vec::new();
        journal::read(&self.journal(), |record| records.push(record)).unwrap();
        self.check_receipts(&seen, &records, &told());
        self.check_sheets(&seen, &records, &told());
        assert_eq!(audit::audit(&self.journal()).flaw, None, "{}", told());
        let mut scores = BTreeMap::new();
        let contest = hub::replay(&self.journal()).unwrap();
        for group in Results::of(&contest).groups {
            for standing in &group.standings {
                scores.insert(standing.project.to_string(), standing.score.to_string());
            }
        }
        let all: BTreeSet<_> = seen.scores.keys().map(ToString::to_string).collect();
        assert_eq!(all, scores.keys().cloned().collect(), "{}", told());
        Outcome { log: seen.log, scores }
    }

    /// Every receipt names the record that it names, and every wish was done once.
    fn check_receipts(&self, seen: &Seen, records: &[Record], told: &str) {
        let of = |seat: &Seat| {
            let own = records.iter().filter(|it| it.by.as_ref() == Some(seat));
            own.map(|it| it.wish).collect::<Vec<_>>()
        };
        let by_seat: BTreeMap<_, _> = self.seats.iter().map(|seat| (seat, of(seat))).collect();
        for (seat, id, number) in &seen.receipts {
            let own = &by_seat[seat];
            let last = own.iter().rposition(|it| *it == Some(*id));
            if let Some(last) = last {
                assert_eq!(last as u64 + 1, *number, "{told}: {seat}, {id}");
                let first = own.iter().position(|it| *it == Some(*id)).unwrap();
                let is_one = own[first..=last].iter().all(|it| *it == Some(*id));
                assert!(is_one, "{told}: {seat}, {id} was done twice");
            } else {
                assert!(*number <= own.len() as u64, "{told}: {seat} has no record {number}");
            }
        }
        // A board shows nothing that is not on disk.
        for (project, shown) in &seen.scores {
            let is_released =
                |it: &&Record| matches!(&it.fact, Fact::Released { project: it } if it == project);
            let released = records.iter().find(is_released).unwrap();
            assert!(released.at <= *shown, "{told}: {project} was shown before it was stored");
        }
    }

    /// Every acknowledged sheet and seal is there, as its judge gave it, each revision once.
    fn check_sheets(&self, seen: &Seen, records: &[Record], told: &str) {
        let (mut sheets, mut seals) = (Kept::new(), Kept::new());
        for record in records {
            let rubric_of = |it| self.session.group_of(it).unwrap().rubric.as_ref().unwrap();
            let (kept, project, revision) = match &record.fact {
                Fact::SheetSubmitted { project, seat, revision, marks }
                | Fact::SheetOpened { project, seat, revision, marks, .. } => {
                    let given = opinion(rubric_of(project), project, seat, *revision);
                    assert_eq!(*marks, given, "{told}: {project}, {seat}");
                    (&mut sheets, project, revision)
                }
                Fact::SheetSealed { project, seat, revision, seal } => {
                    let given = people::seal(rubric_of(project), project, seat, *revision);
                    assert_eq!(*seal, given, "{told}: {project}, {seat}");
                    (&mut seals, project, revision)
                }
                _ => continue,
            };
            let place = (record.by.clone().unwrap(), project.clone());
            let before = kept.insert(place, *revision).unwrap_or_default();
            assert!(before < *revision, "{told}: {project}: {revision} after {before}");
            if matches!(record.fact, Fact::SheetOpened { .. }) {
                let sealed = seals.keys().filter(|(_, it)| it == project).count();
                assert_eq!(sealed, PANEL, "{told}: {project} was opened too early");
            }
        }
        for (seen, kept) in [(&seen.sheets, &sheets), (&seen.seals, &seals)] {
            for (place, revision) in seen {
                let there = kept.get(place).copied().unwrap_or_default();
                assert!(*revision <= there, "{told}: {place:?} was acknowledged and is gone");
            }
        }
        let all = PANEL * self.session.projects.len();
        assert_eq!(sheets.len(), all, "{told}: a sheet is missing");
        assert_eq!(seals.len(), if is_sealed(self.seed) { all } else { 0 }, "{told}");
    }
}

/// The last revision of each sheet.
type Kept = BTreeMap<(Seat, ProjectId), u32>;

/// The hub's process, from its start to its death.
async fn run_hub(path: PathBuf, session: Session) -> turmoil::Result {
    let clock = Clock::simulated(now());
    let (desk, handle) = hub::open(&path, session, Definition::AsInFile, Occasion::Live, clock)?;
    tokio::spawn(desk.run());
    let (_open, closing) = watch::channel(false);
    let key = Identity::from_bytes(SECRET);
    let harbour = Harbour::open(PORT).await?;
    let door = Door { key, transport: Transport::Plain, capacity: Capacity::default() };
    hub::open_door(harbour, handle, door, closing).await;
    Ok(())
}

fn terminal(number: usize) -> String {
    format!("terminal-{number}")
}

/// From now on a message takes up to so many milliseconds.
fn delay(sim: &Sim<'_>, who: usize, most: u64) {
    sim.set_link_max_message_latency(HUB, terminal(who), Duration::from_millis(most));
}

fn kill(sim: &mut Sim<'_>, who: &str) {
    if sim.is_host_running(who) {
        sim.crash(who);
    }
}

fn start(sim: &mut Sim<'_>, who: &str) {
    if !sim.is_host_running(who) {
        sim.bounce(who);
    }
}
