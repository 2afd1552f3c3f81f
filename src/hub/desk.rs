//! The desk: the only owner of the contest. Everything that changes it goes through one queue.
//!
//! For each batch of wishes the order is fixed: decide, store, publish, answer. Wishes that wait
//! together share one disk sync, and those that come during it are published with them: pictures cost more than
//! a sync. Nothing is shown that is not on disk, and nobody is told “granted” before the others could see it.
//!
//! What always holds, and the test that guards it:
//!
//! - a wish repeated under its id is answered as before and not done again, also after a restart:
//!   `a_repeated_wish_is_answered_and_not_redone`;
//! - who has lost a seat is granted nothing any more, however soon it asked:
//!   `who_loses_a_seat_is_granted_nothing_after_it_in_the_same_turn`;
//! - what cannot be stored has not happened: `what_cannot_be_stored_has_not_happened`;
//! - what was stored although the disk said otherwise has: `what_was_stored_in_spite_of_an_error_has_happened`;
//! - an audience whose picture is the same is sent nothing: `only_those_who_see_a_change_are_sent_one`;
//! - and what was sent last is the present picture: `every_picture_is_the_present_one`.

mod handle;
mod request;
mod store;
mod terminals;
mod turn;

pub(super) use handle::Asker;
pub use handle::DeskHandle;
pub(super) use request::{Presence, Survey};

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    io, iter, mem,
    sync::Arc,
    thread::{self, JoinHandle},
};

use request::Request;
use tokio::{
    runtime,
    sync::{mpsc, watch},
};
use tracing::{error, info};
use turn::{Fresh, Turn, Waiting};
use uuid::Uuid;

use super::{
    answers::Name,
    copies::Copies,
    holders::{Guest, Holders, Place},
    past::Past,
    picture::Picture,
    rate::Rate,
    seal::SealKey,
};
use crate::{
    clock::Clock,
    contest::{Contest, Fact, Refusal, Room, Seat, Wish},
    journal::{Cut, Entry, Head, Journal, JournalError},
    protocol::{
        Attendance, SeatSeen, Storage,
        views::{self, Change},
    },
};

/// Requests that may wait at the desk. A full desk slows its askers down, it does not drop.
const QUEUE: usize = 256;
/// Requests taken in one turn, and so the most that share a disk sync.
const BATCH: usize = 64;
/// Turns that are published together at most, so that nobody waits for long.
const TOGETHER: usize = 4;

/// The answer to a wish: the receipt, which is the how-manyth of its seat's records it is, or why not.
pub type Verdict = Result<u64, Refusal>;

/// The desk's own state; [`Desk::run`] is its whole life.
pub struct Desk {
    contest: Contest,
    journal: Box<dyn Journal>,
    /// The last record that the contest and the answers hold.
    head: Head,
    /// Whether the journal may have records behind it, and could not be read.
    is_behind: bool,
    storage: Storage,
    copies: Option<Copies>,
    clock: Clock,
    inbox: mpsc::Receiver<Request>,
    audiences: BTreeMap<Seat, watch::Sender<Picture>>,
    attendance: Attendance,
    holders: Holders,
    /// Of the seats that one terminal holds.
    rates: BTreeMap<Seat, Rate>,
    /// The generations of passes, for the door.
    passes: watch::Sender<BTreeMap<String, u32>>,
    /// Seats whose terminals have come, gone or fallen silent since they were counted.
    uncounted: BTreeSet<Seat>,
    /// What has not been published yet.
    change: Change,
    /// How often rankings had moved when they were published last.
    moves: u64,
    past: Past,
    /// What the journal is sealed with when the desk closes.
    seal: Option<SealKey>,
}

impl Desk {
    /// A desk for what the journal's records add up to, with what they say beside that, and the
    /// first handle to it.
    pub(super) fn new(
        contest: Contest,
        past: Past,
        journal: Box<dyn Journal>,
        clock: Clock,
    ) -> (Self, DeskHandle) {
        let (sender, inbox) = mpsc::channel(QUEUE);
        let session = Arc::clone(contest.session());
        let (passes, known) = watch::channel(contest.passes().clone());
        let epoch = Arc::new(past.epoch.clone());
        let mut desk = Self {
            contest,
            head: journal.head(),
            is_behind: false,
            storage: Storage::default(),
            copies: None,
            journal,
            clock: clock.clone(),
            inbox,
            audiences: BTreeMap::new(),
            attendance: Attendance::default(),
            holders: Holders::default(),
            rates: BTreeMap::new(),
            passes,
            uncounted: BTreeSet::new(),
            change: Change::default(),
            moves: 0,
            past,
            seal: None,
        };
        // Somebody always looks at the boards, so that whoever asks for `/now` need not ask the desk.
        let board = |room: &Room| desk.look(Seat::Board(room.id.clone()));
        let boards = session.rooms.iter().map(board).collect();
        let handle = DeskHandle { session, epoch, clock, passes: known, boards, inbox: sender };
        (desk, handle)
    }

    /// The contest as it stands.
    pub fn contest(&self) -> &Contest {
        &self.contest
    }

    /// How many records the journal has.
    pub fn records(&self) -> u64 {
        self.head.seq
    }

    /// What was cut off the journal's end, to be told to hosts and supervisor.
    pub(super) fn tell_of(&mut self, cut: &Cut) {
        self.storage.cut = serde_json::to_value(cut).ok();
    }

    /// What was cut off the journal's end, as it is told.
    pub fn cut(&self) -> Option<&serde_json::Value> {
        self.storage.cut.as_ref()
    }

    /// Has the journal copied to these places, now and at every lock, release, correction and close.
    #[must_use]
    pub fn copied_to(mut self, copies: Copies, desk: &DeskHandle) -> Self {
        // Weak, because the desk ends when nobody can ask it any more.
        let inbox = desk.inbox.downgrade();
        let (copies, lines) = copies.start(self.clock.now(), move |copied| {
            if let Some(inbox) = inbox.upgrade() {
                let _ = inbox.blocking_send(Request::Copied(copied)); // A closed desk shows none.
            }
        });
        (self.copies, self.storage.copies) = (Some(copies), lines);
        self
    }

    /// Seals the journal with this key when the desk closes in order.
    #[must_use]
    pub fn sealing_with(self, seal: SealKey) -> Self {
        Self { seal: Some(seal), ..self }
    }

    /// Lets any number of terminals have a seat, as in the demonstration, where a scripted person and a
    /// screen sit on the same one.
    #[must_use]
    pub fn sharing_seats(mut self) -> Self {
        self.holders.share_all();
        self
    }

    /// Puts the desk on a thread of its own, because storing blocks.
    ///
    /// # Errors
    ///
    /// When the thread or its runtime cannot be made.
    pub fn start(self) -> io::Result<JoinHandle<Result<(), JournalError>>> {
        let runtime = runtime::Builder::new_current_thread().build()?;
        thread::Builder::new().name("desk".to_owned()).spawn(move || runtime.block_on(self.run()))
    }

    /// Serves requests until every handle is dropped, then seals and closes the journal.
    ///
    /// # Errors
    ///
    /// When the journal failed and could not even be read again, or could not be closed.
    pub async fn run(mut self) -> Result<(), JournalError> {
        let mut batch = Vec::with_capacity(BATCH);
        while self.inbox.recv_many(&mut batch, BATCH).await > 0 {
            let mut waiting = Waiting::default();
            self.serve(batch.drain(..), &mut waiting)?;
            for _ in 1..TOGETHER {
                batch.extend(iter::from_fn(|| self.inbox.try_recv().ok()).take(BATCH));
                if batch.is_empty() {
                    break;
                }
                self.serve(batch.drain(..), &mut waiting)?;
            }
            self.publish();
            self.answer(waiting);
        }
        self.seal();
        info!(seq = self.head.seq, "the desk closes");
        let closed = self.journal.close();
        if let Some(copies) = self.copies {
            copies.close();
        }
        closed.map(drop)
    }

    /// Signs the last record, unless that is a seal already. An evening that cannot be sealed is closed
    /// without.
    fn seal(&mut self) {
        let Some(key) = self.seal.as_ref().filter(|_| !self.past.is_sealed) else { return };
        let fact = key.seal(&self.contest.session().id, self.head);
        let entry = self.entry(fact);
        if let Err(err) = self.journal.append(self.head, &[entry]) {
            error!(err = chain(&err), "the journal is not sealed");
        }
    }

    /// What the hub does by itself, now.
    fn entry(&self, fact: Fact) -> Entry {
        let (wall, rehearsal) = (self.clock.wall(), self.contest.is_rehearsal());
        Entry { wall, rehearsal, ..Entry::new(self.clock.now(), fact) }
    }

    /// One turn, up to the disk.
    fn serve(
        &mut self,
        batch: impl Iterator<Item = Request>,
        waiting: &mut Waiting,
    ) -> Result<(), JournalError> {
        let mut turn = Turn::default();
        if self.is_behind {
            self.catch_up();
        }
        for request in batch {
            match request {
                Request::Wish { by, id, wish, answer } => {
                    let Asker { seat, terminal, place } = by;
                    let is_seated = place.is_none_or(|place| self.holders.holds(&seat, place));
                    let name = (seat, id);
                    let is_new = self.past.answers.to(&name).is_none();
                    if !is_seated {
                        let _ = answer.send(Err(Refusal::NotSeated)); // As below.
                        continue;
                    }
                    if is_new && !self.is_behind && !turn.fresh.contains_key(&name) {
                        self.decide(name.clone(), terminal, &wish, &mut turn);
                    }
                    if turn.moves_seats() {
                        // Who asks or comes after it is judged by who sits where then.
                        self.store(mem::take(&mut turn))?;
                    }
                    waiting.asked.push((answer, name));
                }
                Request::Look { seat, answer } => waiting.looks.push((seat, answer)),
                Request::Survey { seats, answer } => {
                    let _ = answer.send(self.survey(seats)); // Who asked may have gone.
                }
                Request::Sit { seat, guest, answer } => {
                    let place = self.sit(&seat, guest);
                    if let Err((place, _)) = answer.send(place) {
                        self.note(&seat, place.number, Presence::Left { let_go: false });
                    }
                }
                Request::Presence { seat, place, what } => self.note(&seat, place, what),
                Request::Copied(copied) => {
                    copied.note(&mut self.storage, self.clock.now());
                    self.change.storage = true;
                }
            }
        }
        self.store(turn)
    }

    fn answer(&mut self, Waiting { asked, looks }: Waiting) {
        for (answer, name) in asked {
            // What could not be stored has no answer yet; refusals too may rest on what is undone.
            let verdict = self.past.answers.to(&name).unwrap_or(Err(Refusal::NotStored));
            let _ = answer.send(verdict); // The asker may have hung up; the deed stands.
        }
        for (seat, answer) in looks {
            let _ = answer.send(self.look(seat));
        }
    }

    /// Decides one wish on top of those before it in the turn. Its facts are applied at once, so that
    /// the next wish sees them; should storing fail, [`Desk::store`] takes them all back.
    fn decide(&mut self, name: Name, terminal: Option<Uuid>, wish: &Wish, turn: &mut Turn) {
        let at = self.clock.now();
        let (by, id) = &name;
        let decided = self.decided((by, terminal), wish, at);
        let recorded = decided.as_ref().is_ok_and(|facts| !facts.is_empty());
        if recorded {
            turn.before.get_or_insert_with(|| Box::new(self.contest.clone()));
        }
        let verdict = decided.map(|facts| {
            for fact in facts {
                self.contest.apply(at, &fact);
                let (by, wish) = (Some(by.clone()), Some(*id));
                turn.entries.push(Entry { at, by, wish, terminal, ..self.entry(fact) });
            }
            self.past.answers.records_of(by) + turn.records_of(by)
        });
        turn.fresh.insert(name, Fresh { verdict, recorded });
    }

    /// Sends every audience that somebody watches what has changed for it.
    fn publish(&mut self) {
        self.count_all();
        let moves = self.contest.moves();
        let change = mem::take(&mut self.change);
        let change = Change { rankings: change.rankings || moves != self.moves, ..change };
        self.moves = moves;
        // Displays first: they have the most screens, which are written to meanwhile.
        let (displays, others): (Vec<_>, Vec<_>) =
            self.audiences.iter().partition(|(seat, _)| seat.is_display());
        for (seat, audience) in displays.into_iter().chain(others) {
            if audience.receiver_count() > 0 && change.concerns(seat) {
                self.show(seat, audience);
            }
        }
    }

    /// The picture now and everything published after it, with no gap between.
    fn look(&mut self, seat: Seat) -> watch::Receiver<Picture> {
        let audience = self.audiences.remove(&seat).unwrap_or_default();
        self.show(&seat, &audience);
        let picture = audience.subscribe();
        self.audiences.insert(seat, audience);
        picture
    }

    /// Who is at these seats, and how storing goes. Nothing changes by it.
    fn survey(&self, seats: Vec<Seat>) -> Survey {
        let seen = |seat: Seat| SeatSeen { terminals: self.holders.seen(&seat), seat };
        let seats = seats.into_iter().map(seen).collect();
        let (storage, rehearsal) = (self.storage.clone(), self.contest.is_rehearsal());
        Survey { seats, storage, rehearsal }
    }

    /// Makes an audience's picture anew; nobody is woken when it is the same.
    fn show(&self, seat: &Seat, audience: &watch::Sender<Picture>) {
        let mut written = views::written(&self.contest, &self.attendance, &self.past.heads, seat);
        views::tell_of_storage(&mut written, &self.storage, seat);
        audience.send_if_modified(|picture| {
            let next = picture.after(written);
            next.map(|next| *picture = next).is_some()
        });
    }

    /// Carries out what a stored fact says about who may sit where.
    fn at_the_door(&mut self, fact: &Fact) {
        match fact {
            Fact::PassChanged { seat, .. } => {
                self.passes.send_replace(self.contest.passes().clone());
                self.holders.renew(seat).iter().for_each(|seat| self.count(seat));
            }
            Fact::SeatHandedOver { seat, to, .. } => {
                self.holders.hand_over(seat, *to, self.clock.now());
                self.count(seat);
            }
            _ => (),
        }
    }

    fn sit(&mut self, seat: &Seat, guest: Guest) -> (Place, Rate) {
        let generation = self.contest.generation(seat);
        let place = self.holders.come(seat, guest, generation, self.clock.now());
        self.count(seat);
        if self.holders.shares(seat) {
            return (place, Rate::default());
        }
        (place, self.rates.entry(seat.clone()).or_default().clone())
    }

    fn note(&mut self, seat: &Seat, place: u64, what: Presence) {
        let now = self.clock.now();
        match what {
            Presence::Stale => self.holders.set_stale(seat, place, true, now),
            Presence::Back => self.holders.set_stale(seat, place, false, now),
            Presence::Skipped(pictures) => self.attendance.at(seat).skipped += pictures,
            Presence::Left { let_go } => {
                self.holders.leave(seat, place, now);
                self.attendance.at(seat).let_go += u64::from(let_go);
            }
        }
        self.count(seat);
    }

    /// Brings what hosts see of terminals to the present: once a turn, as a seat may have thousands.
    fn count_all(&mut self) {
        for seat in mem::take(&mut self.uncounted) {
            self.holders.count(&seat, self.attendance.at(&seat));
            self.attendance.wait(&seat, self.holders.waiting(&seat));
        }
    }

    /// Has a seat's terminals counted, and shown to those who see its link.
    fn count(&mut self, seat: &Seat) {
        self.uncounted.insert(seat.clone());
        match seat.room() {
            Some(room) => _ = self.change.links.insert(room.clone()),
            // Every host sees whether the second person is there.
            None => self
                .change
                .links
                .extend(self.contest.session().rooms.iter().map(|it| it.id.clone())),
        }
    }
}

/// An error with its causes, on one line.
fn chain(err: &dyn Error) -> String {
    let mut text = err.to_string();
    let mut cause = err.source();
    while let Some(err) = cause {
        text = format!("{text}: {err}");
        cause = err.source();
    }
    text
}

#[cfg(test)]
mod tests;
