//! What scripted people were told, as each of them writes it down: receipts, how their link was, and
//! whatever a screen must never see, as a picture older than the one before.
//!
//! Who breaks things meanwhile reads it to see who has come back, and afterwards it is laid beside the
//! journal. It grows by a line a wish, which an evening has some thousands of.

mod sight;

use std::collections::{BTreeMap, BTreeSet};

use tokio::{sync::watch, time::Instant};
use uuid::Uuid;

use crate::{
    client::{LinkState, News, Trouble},
    contest::{At, Ms, Phase, ProjectId, Seat, Wish},
};
use sight::Sight;

/// What everybody was told. Clones are the same ledger.
#[derive(Debug, Clone, Default)]
pub struct Ledger(watch::Sender<Pages>);

/// A page for every seat.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    seats: BTreeMap<Seat, Page>,
    /// The instants at which countdowns were said to end.
    ends: BTreeMap<(ProjectId, Phase), BTreeSet<At>>,
    /// Countdowns that were said to end at more than one instant.
    moved: BTreeSet<(ProjectId, Phase)>,
}

/// What one person was told.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// What was acknowledged, in the order of its receipts.
    pub receipts: Vec<Receipt>,
    /// The same of records that went with a hub's laptop.
    pub gone: Vec<Receipt>,
    /// Pictures, and how many were older than one that had been seen.
    pub pictures: u64,
    /// Of these, the ones that were older than one that had been seen.
    pub older: u64,
    /// How often the link was lost.
    pub losses: u64,
    /// How often a hub was turned down because a newer one had been seen.
    pub old_hubs: u64,
    /// The record up to which a copy was said to be made.
    pub copied: u64,
    /// By how much more than a ping leaves open its time differed from the hub's, at worst, in hub time.
    pub most_off: Ms,
    /// Whether the link is up, since when, and when it was last measured.
    link: Option<Up>,
    /// Whether this person has left.
    has_left: bool,
    sight: Sight,
}

/// A link that is up.
#[derive(Debug, Clone, Copy)]
struct Up {
    since: Instant,
    measured: Instant,
}

/// An acknowledgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The id of the wish.
    pub id: Uuid,
    /// What was wished.
    pub wish: Wish,
    /// Which of the seat's own records it names.
    pub number: u64,
}

impl Ledger {
    /// What stands in it now.
    pub fn pages(&self) -> Pages {
        self.0.borrow().clone()
    }

    /// Waits until it says something. It can be given up at any time.
    pub async fn until(&self, says: impl FnMut(&Pages) -> bool) {
        // It fails when the ledger is gone, which is here.
        let _ = self.0.subscribe().wait_for(says).await;
    }

    /// From now on an evening is gone on with that has so many records of each seat. What was
    /// acknowledged after them went with a laptop, and pictures begin anew.
    pub fn go_back(&self, records: &BTreeMap<Seat, u64>) {
        self.0.send_modify(|pages| {
            pages.close_clocks();
            for (seat, page) in &mut pages.seats {
                let kept = records.get(seat).copied().unwrap_or_default();
                page.gone.extend(page.receipts.extract_if(.., |it| kept < it.number));
                page.sight = Sight::default();
            }
        });
    }

    pub(super) fn joins(&self, seat: &Seat) {
        self.change(seat, |page| page.has_left = false);
    }

    pub(super) fn leaves(&self, seat: &Seat) {
        self.change(seat, |page| page.has_left = true);
    }

    pub(super) fn dies(&self, seat: &Seat) {
        self.change(seat, |page| page.losses += u64::from(page.link.take().is_some()));
    }

    /// Writes down an acknowledgement.
    pub(crate) fn receipt(&self, seat: &Seat, receipt: Receipt) {
        self.change(seat, |page| page.receipts.push(receipt));
    }

    /// Writes down what a link has told. `off` is how far the terminal's idea of the hub's time is from
    /// the hub's time.
    pub(super) fn hear(&self, seat: &Seat, news: &News, off: Ms) {
        match news {
            News::Picture(sections) => {
                let sight = Sight::of(sections);
                self.0.send_modify(|pages| pages.see(seat, sight));
            }
            News::Link(state) => self.change(seat, |page| page.note(state, off)),
            News::Granted { .. } | News::Refused { .. } => (),
        }
    }

    fn change(&self, seat: &Seat, change: impl FnOnce(&mut Page)) {
        self.0.send_modify(|pages| change(pages.seats.entry(seat.clone()).or_default()));
    }
}

impl Pages {
    /// A page for every seat that somebody has sat on.
    pub fn seats(&self) -> &BTreeMap<Seat, Page> {
        &self.seats
    }

    /// The countdowns that were said to end at more than one instant by one hub's records.
    pub fn moved_clocks(&self) -> BTreeSet<(ProjectId, Phase)> {
        let now = self.ends.iter().filter(|(_, ends)| 1 < ends.len()).map(|(clock, _)| clock);
        self.moved.iter().chain(now).cloned().collect()
    }

    /// How many countdowns were seen running.
    pub fn clocks(&self) -> usize {
        self.ends.len()
    }

    fn see(&mut self, seat: &Seat, sight: Sight) {
        for (clock, ends) in sight.clocks() {
            self.ends.entry(clock).or_default().insert(ends);
        }
        let page = self.seats.entry(seat.clone()).or_default();
        page.pictures += 1;
        page.older += u64::from(sight.is_older_than(&page.sight));
        page.copied = page.copied.max(sight.copied());
        page.sight = sight;
    }

    /// Countdowns that begin after this are others, even of the same project.
    fn close_clocks(&mut self) {
        self.moved = self.moved_clocks();
        for ends in self.ends.values_mut() {
            ends.clear();
        }
    }
}

impl Page {
    /// Whether this person still wants a link.
    pub fn is_here(&self) -> bool {
        !self.has_left
    }

    /// Whether the link is up, and was heard to be since an instant.
    pub fn is_up_since(&self, instant: Instant) -> bool {
        self.link.is_some_and(|up| instant <= up.measured)
    }

    /// Whether the link is up, as far as this terminal knows.
    pub fn is_up(&self) -> bool {
        self.link.is_some()
    }

    /// When the link that is up came up.
    pub fn came_up(&self) -> Option<Instant> {
        self.link.map(|up| up.since)
    }

    fn note(&mut self, state: &LinkState, off: Ms) {
        let now = Instant::now();
        match state {
            LinkState::Up { round_trip } => {
                self.link.get_or_insert(Up { since: now, measured: now }).measured = now;
                if let Some(trip) = round_trip {
                    self.most_off = self.most_off.max(Ms(off.0.abs() - trip.0 / 2));
                }
            }
            LinkState::Lost { trouble, .. } => {
                self.losses += u64::from(self.link.take().is_some());
                self.old_hubs += u64::from(matches!(trouble, Trouble::OldHub { .. }));
            }
            LinkState::Connecting
            | LinkState::Waiting { .. }
            | LinkState::Unseated { .. }
            | LinkState::Refused { .. } => self.link = None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ledger, Receipt};
    use crate::{
        client::News,
        contest::{Ms, Seat, Stage, Wish, sample},
        protocol::{Attendance, Heads, views::picture},
    };

    /// An evening whose first project is at a stage.
    fn evening(stage: Stage) -> sample::Evening {
        let mut evening = sample::Evening::of(sample::session());
        evening.run_to("E01", stage);
        evening
    }

    /// Has a seat see where an evening is.
    fn sees(ledger: &Ledger, seat: &Seat, evening: &sample::Evening) {
        let (attendance, heads) = (Attendance::default(), Heads::default());
        let sections = picture(&evening.contest, &attendance, &heads, seat);
        ledger.hear(seat, &News::Picture(sections), Ms::ZERO);
    }

    /// The supervisor's pictures are told apart by the newest record, which these have none of.
    fn seats() -> Vec<Seat> {
        let mut seats = Seat::handed_out(&sample::session());
        seats.retain(|seat| *seat != Seat::Supervisor && seat.room() == Some(&"A".into()));
        seats
    }

    #[test]
    fn a_picture_that_is_older_than_the_one_before_is_written_down() {
        let ledger = Ledger::default();
        let (before, after) = (evening(Stage::CalledUp), evening(Stage::Questions));
        let of_nobody = sample::Evening::of(sample::session());
        for seat in seats() {
            for now in [&of_nobody, &before, &after] {
                sees(&ledger, &seat, now);
            }
            assert_eq!(ledger.pages().seats()[&seat].older, 0, "{seat}");
            // A timer cannot know how often its project was called up; a board knows the turn only.
            let old = if matches!(seat, Seat::Board(_)) { &of_nobody } else { &before };
            sees(&ledger, &seat, old);
            assert_eq!(ledger.pages().seats()[&seat].older, 1, "{seat}");
        }
    }

    #[test]
    fn a_countdown_that_ends_at_two_instants_is_written_down() {
        let (ledger, timer) = (Ledger::default(), sample::seat("A/timer"));
        let on_time = evening(Stage::Presentation);
        for _ in 0..2 {
            sees(&ledger, &timer, &on_time);
        }
        assert_eq!((ledger.pages().clocks(), ledger.pages().moved_clocks().len()), (1, 0));
        let mut late = sample::Evening::of(sample::session());
        late.now = late.now + Ms::seconds(1);
        late.run_to("E01", Stage::Presentation);
        sees(&ledger, &timer, &late);
        assert_eq!(ledger.pages().moved_clocks().len(), 1);
    }

    /// What was acknowledged after the last copy is nobody's loss, and a countdown that is started again on
    /// another laptop is another one.
    #[test]
    fn what_went_with_a_laptop_is_kept_apart() {
        let (ledger, host) = (Ledger::default(), sample::seat("A/host"));
        sees(&ledger, &host, &evening(Stage::Questions));
        for number in 1..=3 {
            let (id, wish) = (uuid::Uuid::from_u128(7), Wish::CallUp { project: "E01".into() });
            ledger.receipt(&host, Receipt { id, wish, number });
        }
        ledger.go_back(&[(host.clone(), 2)].into());
        sees(&ledger, &host, &evening(Stage::Presentation));
        let pages = ledger.pages();
        let page = &pages.seats()[&host];
        assert_eq!((page.receipts.len(), page.gone.len(), page.older), (2, 1, 0));
        assert_eq!(pages.moved_clocks().len(), 0);
    }
}
