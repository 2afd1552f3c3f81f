//! Scripted people at simulated terminals, and what they see.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use roadshow::{
    client::{Client, LinkState, News, Outfit},
    clock::Clock,
    contest::{
        At, CriterionId, Marks, Ms, ProjectId, Refusal, Role, Rubric, Seal, Seat, SeatId, Stage,
        Wish,
    },
    protocol::{
        JoinLink,
        views::{BoardView, HostView, JudgeView, SheetLine},
    },
};
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::{sync::mpsc, time::sleep};
use uuid::Uuid;

use crate::world::{Chance, Disk, Sea, now};

/// The time at a terminal may differ from the hub's by half the slowest round trip, and by the steps
/// that time takes here.
const MOST_OFF: Ms = Ms(120);

/// What everybody has seen of the evening, for whoever checks it afterwards.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The receipts: whose, for which wish, and the number.
    pub(crate) receipts: Vec<(Seat, Uuid, u64)>,
    /// The sheets that were acknowledged, opened where they are sealed: the highest revision of each.
    pub(crate) sheets: BTreeMap<(Seat, ProjectId), u32>,
    /// The seals that were, likewise.
    pub(crate) seals: BTreeMap<(Seat, ProjectId), u32>,
    /// When a board first showed a project's score.
    pub(crate) scores: BTreeMap<ProjectId, At>,
    /// The rooms in which nothing is left to do.
    pub(crate) done: BTreeSet<Seat>,
    /// What must not be.
    pub(crate) wrong: Vec<String>,
    /// Everything in order, for comparing two runs of one seed.
    pub(crate) log: Vec<String>,
}

impl Seen {
    fn note(&mut self, seat: &Seat, what: &str) {
        self.log.push(format!("{} {seat} {what}", now().0));
    }
}

/// Somebody at a terminal.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) link: JoinLink,
    pub(crate) name: Uuid,
    /// How wrong the terminal's wall clock is.
    pub(crate) off: Ms,
    pub(crate) disk: Disk,
    pub(crate) seed: u64,
    /// Whether every judge revises every sheet.
    pub(crate) revises: bool,
    pub(crate) seen: Rc<RefCell<Seen>>,
}

/// A person at work, from the start of their terminal to its end.
struct AtWork {
    person: Person,
    client: Client,
    news: mpsc::Receiver<News>,
    chance: Chance,
    asked: BTreeMap<Uuid, Wish>,
    minted: u128,
    is_measured: bool,
}

impl Person {
    /// What runs on the terminal whenever it is started.
    pub(crate) async fn work(self) -> turmoil::Result {
        let seat = self.link.seat.clone();
        let chance = Chance::of(self.seed ^ u64::try_from(now().0).unwrap(), &seat.to_string());
        let roads = Arc::new(Sea::of(chance.clone()));
        let outfit = Outfit::of(self.name).with_tray(Box::new(self.disk.clone())).on(roads);
        let clock = Clock::simulated(now() + self.off);
        let (client, news) = Client::join_as(outfit, self.link.clone(), clock);
        let (asked, is_measured) = (BTreeMap::new(), false);
        let minted = u128::try_from(now().0).unwrap();
        let at_work = AtWork { person: self, client, news, chance, asked, minted, is_measured };
        match seat.role() {
            Role::Host => at_work.run(Host::default()).await,
            Role::Judge => at_work.run(Judge::default()).await,
            _ => at_work.run(Watcher::default()).await,
        }
        Ok(())
    }
}

impl AtWork {
    async fn run(mut self, mut task: impl Task) {
        while let Some(news) = self.news.recv().await {
            self.look_at_the_clock(&news);
            match news {
                News::Picture(sections) => task.see(sections.read().unwrap(), &mut self),
                News::Granted { id, seq } => {
                    let seat = self.person.link.seat.clone();
                    let mut seen = self.person.seen.borrow_mut();
                    seen.note(&seat, &format!("granted {seq}"));
                    seen.receipts.push((seat, id, seq));
                    drop(seen);
                    if let Some(wish) = self.asked.remove(&id) {
                        task.granted(wish, &mut self);
                    }
                }
                News::Refused { id, refusal } => {
                    let seat = self.person.link.seat.clone();
                    let said = format!("refused {}", refusal.code());
                    self.person.seen.borrow_mut().note(&seat, &said);
                    if let Some(wish) = self.asked.remove(&id) {
                        task.refused(&wish, &refusal);
                    }
                }
                News::Link(LinkState::Refused { trouble }) => {
                    self.wrong(&format!("turned away: {trouble}"));
                }
                News::Link(_) => (),
            }
            if let Some(wish) = task.next(&self) {
                sleep(Duration::from_millis(task.thinks(&mut self.chance))).await;
                self.ask(wish);
            }
        }
    }

    /// Every terminal tells the hub's time as soon as it was measured over this link.
    fn look_at_the_clock(&mut self, news: &News) {
        match news {
            News::Link(LinkState::Up { round_trip: Some(trip) }) => {
                self.is_measured |= *trip < MOST_OFF;
            }
            News::Link(_) => self.is_measured = false,
            _ => (),
        }
        let off = self.client.time().now() - now();
        if self.is_measured && MOST_OFF.0 < off.0.abs() {
            self.wrong(&format!("its time is off by {} ms", off.0));
        }
    }

    fn ask(&mut self, wish: Wish) {
        self.minted += 1;
        let id = Uuid::from_u128((self.person.name.as_u128() << 64) | self.minted);
        let seat = self.person.link.seat.clone();
        self.person.seen.borrow_mut().note(&seat, wish.word());
        if self.client.ask(id, wish.clone()).is_ok() {
            self.asked.insert(id, wish);
        }
    }

    fn wrong(&self, what: &str) {
        let Person { link, seen, .. } = &self.person;
        seen.borrow_mut().wrong.push(format!("{} at {}: {what}", link.seat, now().0));
    }
}

/// What somebody has to do this evening.
trait Task {
    fn see(&mut self, picture: Value, at: &mut AtWork);

    fn next(&mut self, at: &AtWork) -> Option<Wish>;

    /// How long before a wish, in milliseconds.
    fn thinks(&self, chance: &mut Chance) -> u64 {
        50 + chance.below(500)
    }

    fn granted(&mut self, _: Wish, _: &mut AtWork) {}

    fn refused(&mut self, _: &Wish, _: &Refusal) {}
}

fn read<V: DeserializeOwned>(picture: Value) -> V {
    serde_json::from_value(picture).unwrap()
}

/// What a judge thinks of a project, at first and later. Equal in every evening.
pub(crate) fn opinion(rubric: &Rubric, project: &ProjectId, seat: &SeatId, revision: u32) -> Marks {
    let mark = |id: &CriterionId| {
        let mut chance = Chance::of(0, &format!("{project} {seat} {id} {revision}"));
        Decimal::from(6 + chance.below(5))
    };
    rubric.scored().map(|(id, _)| (id.clone(), mark(id))).collect()
}

/// What seals a sheet. A judge's terminal keeps it on its disk; here it follows from what it is for.
fn nonce(project: &ProjectId, seat: &SeatId, revision: u32) -> String {
    let mut chance = Chance::of(0, &format!("nonce {project} {seat} {revision}"));
    [(); 4].map(|()| format!("{:016x}", chance.next())).concat()
}

/// What stands for a judge's opinion until it is opened.
pub(crate) fn seal(rubric: &Rubric, project: &ProjectId, seat: &SeatId, revision: u32) -> Seal {
    let marks = opinion(rubric, project, seat, revision);
    Seal::of((project, seat, revision), &marks, &nonce(project, seat, revision))
}

/// Takes every step of the agenda, and locks with whole panels only.
#[derive(Default)]
struct Host {
    view: Option<HostView>,
    /// What was granted last; the next picture shows it.
    granted: Option<Wish>,
}

impl Task for Host {
    fn see(&mut self, picture: Value, at: &mut AtWork) {
        let view: HostView = read(picture);
        if view.agenda.next.is_none() {
            at.person.seen.borrow_mut().done.insert(at.person.link.seat.clone());
        }
        (self.view, self.granted) = (Some(view), None);
    }

    fn next(&mut self, at: &AtWork) -> Option<Wish> {
        let next = self.view.as_ref()?.agenda.next.as_ref()?;
        let is_early = matches!(next, Wish::Lock { without, .. } if !without.is_empty());
        (at.asked.is_empty() && !is_early && self.granted.as_ref() != Some(next))
            .then(|| next.clone())
    }

    fn thinks(&self, chance: &mut Chance) -> u64 {
        200 + chance.below(800)
    }

    fn granted(&mut self, wish: Wish, _: &mut AtWork) {
        self.granted = Some(wish);
    }
}

/// Hands in a sheet for every project, and may revise it. Where sheets are sealed, opens it when it may be.
#[derive(Default)]
struct Judge {
    view: Option<JudgeView>,
    asked: BTreeSet<(ProjectId, u32)>,
    /// What it is opening.
    opening: BTreeSet<ProjectId>,
    last: BTreeMap<ProjectId, u32>,
}

/// The revision that the hub has, sealed or open.
fn stored(line: &SheetLine) -> u32 {
    line.sealed.or(line.sheet.as_ref().map(|it| it.revision)).unwrap_or_default()
}

impl Judge {
    /// The sheet that is due.
    fn due(&self, line: &SheetLine, revises: bool) -> Option<u32> {
        let is_open = matches!(line.stage, Stage::Presentation | Stage::Questions | Stage::Scoring);
        let all = if revises { 2 } else { 1 };
        let asked = |revision| self.asked.contains(&(line.project.id.clone(), revision));
        (1..=all).find(|&it| is_open && stored(line) < it && !asked(it))
    }

    fn hand_in(&mut self, view: &JudgeView, revises: bool) -> Option<Wish> {
        let due = |line: &SheetLine| Some((line.project.clone(), self.due(line, revises)?));
        let (line, revision) = view.sheets.iter().find_map(due)?;
        let (project, rubric) = (line.id.clone(), view.rubric_of(&line)?);
        self.asked.insert((project.clone(), revision));
        if view.session.safeguards.sealed_sheets {
            let seal = seal(rubric, &project, &view.seat, revision);
            return Some(Wish::SealSheet { project, revision, seal });
        }
        let marks = opinion(rubric, &project, &view.seat, revision);
        Some(Wish::Submit { project, revision, marks })
    }

    fn open(&mut self, view: &JudgeView) -> Option<Wish> {
        let opens = |it: &&SheetLine| it.opens && !self.opening.contains(&it.project.id);
        let line = view.sheets.iter().find(opens)?;
        let (project, revision) = (line.project.id.clone(), line.sealed?);
        let marks = opinion(view.rubric_of(&line.project)?, &project, &view.seat, revision);
        let nonce = nonce(&project, &view.seat, revision);
        self.opening.insert(project.clone());
        Some(Wish::OpenSheet { project, revision, marks, nonce })
    }
}

impl Task for Judge {
    fn see(&mut self, picture: Value, at: &mut AtWork) {
        let view: JudgeView = read(picture);
        for line in &view.sheets {
            let revision = stored(line);
            let before = self.last.insert(line.project.id.clone(), revision).unwrap_or_default();
            if revision < before {
                at.wrong(&format!("{}: {before} was replaced by {revision}", line.project.id));
            }
        }
        self.view = Some(view);
    }

    fn next(&mut self, at: &AtWork) -> Option<Wish> {
        let view = self.view.take()?;
        let next = self.open(&view).or_else(|| self.hand_in(&view, at.person.revises));
        self.view = Some(view);
        next
    }

    fn granted(&mut self, wish: Wish, at: &mut AtWork) {
        let mut seen = at.person.seen.borrow_mut();
        let (kept, project, revision) = match wish {
            Wish::Submit { project, revision, .. } | Wish::OpenSheet { project, revision, .. } => {
                (&mut seen.sheets, project, revision)
            }
            Wish::SealSheet { project, revision, .. } => (&mut seen.seals, project, revision),
            _ => return,
        };
        let kept = kept.entry((at.person.link.seat.clone(), project)).or_default();
        *kept = revision.max(*kept);
    }

    fn refused(&mut self, wish: &Wish, _: &Refusal) {
        if let Wish::OpenSheet { project, .. } = wish {
            self.opening.remove(project); // It is tried again with the next picture.
        }
    }
}

/// Looks on: a board, a timer, a supervisor.
#[derive(Default)]
struct Watcher {
    released: BTreeSet<ProjectId>,
}

impl Task for Watcher {
    fn see(&mut self, picture: Value, at: &mut AtWork) {
        if at.person.link.seat.role() != Role::Board {
            return;
        }
        let view: BoardView = read(picture);
        let standings = view.groups.iter().flat_map(|group| &group.standings);
        let shown: BTreeSet<_> = standings.map(|it| it.project.clone()).collect();
        if !shown.is_superset(&self.released) {
            at.wrong("an older ranking came after a newer one");
        }
        let mut seen = at.person.seen.borrow_mut();
        for project in &shown {
            seen.scores.entry(project.clone()).or_insert_with(now);
        }
        drop(seen);
        self.released = shown;
    }

    fn next(&mut self, _: &AtWork) -> Option<Wish> {
        None
    }
}
