//! What screens have met, from which the figures are made. It knows no sockets and no clock: every instant comes
//! in as a value.

use std::{collections::BTreeMap, time::Duration};

use tokio::time::Instant;

use super::{
    changes::ChangeLog,
    figures::{Clocks, Figures, Second, Spread},
};
use crate::{client::Trouble, contest::Ms};

/// What has been met so far.
#[derive(Debug)]
pub(super) struct Record {
    /// From when on it is measured.
    began: Option<Instant>,
    ended: Option<Instant>,
    screens: Vec<Screen>,
    joins: Vec<Duration>,
    /// Round trips by the second in which they ended.
    trips: BTreeMap<usize, Vec<Duration>>,
    /// How often screens were lost in which second.
    losses: BTreeMap<usize, usize>,
    longest_away: Duration,
    late: Duration,
    changes: Option<ChangeLog>,
}

#[derive(Debug, Clone, Default)]
struct Screen {
    state: State,
    was_there: bool,
    is_full: bool,
    /// Its fastest ping, and by how much the hub's time was before this machine's by it.
    fastest: Option<(Duration, Ms)>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Coming,
    There,
    /// Since then.
    Away(Instant),
}

impl Record {
    /// Of so many screens, none of which is there yet; whether their pictures are changed.
    pub(super) fn of(screens: usize, is_changed: bool) -> Self {
        Self {
            began: None,
            ended: None,
            screens: vec![Screen::default(); screens],
            joins: Vec::new(),
            trips: BTreeMap::new(),
            losses: BTreeMap::new(),
            longest_away: Duration::ZERO,
            late: Duration::ZERO,
            changes: is_changed.then(ChangeLog::default),
        }
    }

    /// From now on it is measured.
    pub(super) fn begin(&mut self, at: Instant) {
        self.began = Some(at);
    }

    /// From now on it is not, where that has not been said before.
    pub(super) fn end(&mut self, at: Instant) {
        self.ended.get_or_insert(at);
    }

    /// A screen is there.
    pub(super) fn there(&mut self, screen: usize, at: Instant, took: Duration) {
        let Some(screen) = self.screens.get_mut(screen) else { return };
        self.joins.push(took);
        if let State::Away(since) = screen.state
            && screen.was_there
        {
            self.longest_away = self.longest_away.max(at.saturating_duration_since(since));
        }
        screen.state = State::There;
        (screen.was_there, screen.is_full) = (true, false);
    }

    /// A screen is not there, or could not come. A loss before or after the measurement is none of it.
    pub(super) fn away(&mut self, number: usize, at: Instant, trouble: &Trouble) {
        let second = self.second(at);
        let Some(screen) = self.screens.get_mut(number) else { return };
        screen.is_full = matches!(trouble, Trouble::Full { .. });
        match screen.state {
            State::There => {
                screen.state = State::Away(at);
                if let Some(second) = second {
                    *self.losses.entry(second).or_default() += 1;
                }
            }
            State::Coming => screen.state = State::Away(at),
            State::Away(_) => (),
        }
    }

    /// A screen's ping is answered.
    pub(super) fn pong(
        &mut self,
        screen: usize,
        at: Instant,
        took: Duration,
        ahead: Ms,
        late: Duration,
    ) {
        let Some(second) = self.second(at) else { return };
        self.trips.entry(second).or_default().push(took);
        self.late = self.late.max(late);
        if let Some(screen) = self.screens.get_mut(screen) {
            let it = (took, ahead);
            screen.fastest = Some(screen.fastest.map_or(it, |fastest| fastest.min(it)));
        }
    }

    /// The host asks for another change.
    pub(super) fn asked(&mut self, at: Instant) {
        let there = self.screens.iter().enumerate().filter(|(_, it)| it.state == State::There);
        let there = there.map(|(number, _)| number).collect();
        if let Some(changes) = &mut self.changes {
            changes.asked(at, there);
        }
    }

    /// The changes, where there are any.
    pub(super) fn changes(&mut self) -> Option<&mut ChangeLog> {
        self.changes.as_mut()
    }

    /// Whether every screen has come, or has tried to in vain.
    pub(super) fn has_settled(&self) -> bool {
        self.screens.iter().all(|it| it.state != State::Coming)
    }

    /// Whether no change is on its way.
    pub(super) fn has_no_change_on_its_way(&self) -> bool {
        self.changes.as_ref().is_none_or(ChangeLog::are_through)
    }

    /// Screens that are there now.
    pub(super) fn count_there(&self) -> usize {
        self.screens.iter().filter(|it| it.state == State::There).count()
    }

    /// The median of the round trips of the second before this one.
    pub(super) fn round_trip_before(&self, second: Option<u32>) -> Option<Duration> {
        let before = usize::try_from(second?.checked_sub(1)?).ok()?;
        self.trips.get(&before).map(|trips| Spread::of(trips.clone()).median)
    }

    /// All figures; whether what was changed has been put back.
    pub(super) fn figures(&self, undone: bool) -> Figures {
        let measured = self.began.zip(self.ended);
        let measured = measured.map(|(began, ended)| ended.saturating_duration_since(began));
        Figures {
            screens: self.screens.len(),
            joined: self.screens.iter().filter(|it| it.was_there).count(),
            there: self.count_there(),
            full: self.screens.iter().filter(|it| it.is_full).count(),
            measured: measured.unwrap_or_default(),
            joining: Spread::of(self.joins.clone()),
            round_trip: Spread::of(self.trips.values().flatten().copied().collect()),
            by_second: self.by_second(),
            losses: self.losses.values().sum(),
            longest_away: self.longest_away(),
            gone: self.gone(),
            clocks: self.clocks(),
            late: self.late,
            changes: self.changes.as_ref().map(|it| it.figures(undone)),
        }
    }

    /// In which second of the measurement an instant is, from 0; `None` outside of it.
    fn second(&self, at: Instant) -> Option<usize> {
        let is_over = self.ended.is_some_and(|ended| ended < at);
        let since = at.checked_duration_since(self.began?).filter(|_| !is_over)?;
        usize::try_from(since.as_secs()).ok()
    }

    fn by_second(&self) -> Vec<Second> {
        let last = self.trips.keys().chain(self.losses.keys()).max();
        let second = |at: usize| Second {
            second: at + 1,
            round_trip: Spread::of(self.trips.get(&at).cloned().unwrap_or_default()),
            losses: self.losses.get(&at).copied().unwrap_or_default(),
        };
        last.map(|last| (0..=*last).map(second).collect()).unwrap_or_default()
    }

    /// When screens were lost that are still away.
    fn still_away(&self) -> impl Iterator<Item = Instant> {
        self.screens.iter().filter(|it| it.was_there).filter_map(|it| match it.state {
            State::Away(since) => Some(since),
            State::Coming | State::There => None,
        })
    }

    fn longest_away(&self) -> Duration {
        let still = self.ended.zip(self.still_away().min());
        let still = still.map(|(ended, since)| ended.saturating_duration_since(since));
        self.longest_away.max(still.unwrap_or_default())
    }

    fn gone(&self) -> Option<Duration> {
        let last = self.still_away().max().filter(|_| self.count_there() == 0)?;
        Some(last.saturating_duration_since(self.began.unwrap_or(last)))
    }

    fn clocks(&self) -> Option<Clocks> {
        let fastest = || self.screens.iter().filter_map(|it| it.fastest);
        let (_, ahead) = fastest().min()?;
        let offsets = || fastest().map(|(_, ahead)| ahead);
        let apart = offsets().max().zip(offsets().min()).map(|(most, least)| most - least);
        Some(Clocks { ahead, apart: apart.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests;
