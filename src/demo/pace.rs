//! How the people of a demonstration wait: really, on a running clock, or not at all.
//!
//! Without a screen there is nobody to wait for, so the clock leaps: it stands until every leader
//! waits for an instant, and is then set to the earliest of them. The hosts lead; judges follow and
//! never wait. So an evening of hours is played as fast as its hub can store it, two rooms go on
//! side by side, and the journal looks like an evening.
//!
//! A running clock slows down while there is something to see that goes by quickly, and runs as any
//! other while a person has a host's keys.
//!
//! What always holds, and the test that guards it:
//!
//! - the clock stands while a leader is busy: `the_clock_stands_while_a_leader_is_busy`;
//! - who leaves is not waited for: `nobody_waits_for_a_leader_who_has_left`;
//! - a person's time is never hurried: `a_person_with_the_keys_has_time_whatever_there_is_to_see`.

use std::{collections::BTreeMap, future};

use tokio::sync::watch;

use crate::{
    clock::Clock,
    contest::{At, Ms},
};

/// How many times as slowly time runs while a score comes about.
const SLOWER: u32 = 4;

/// At a higher speed nobody's eyes are waited for.
const MOST_WATCHED: u32 = 120;

/// A clock, and how to wait for it. Clones share both.
#[derive(Debug, Clone)]
pub struct Pace {
    clock: Clock,
    /// Of a leaping clock only.
    alarms: Option<watch::Sender<Alarms>>,
    tempo: watch::Sender<Tempo>,
    /// The speed up to which eyes are waited for.
    watched: u32,
}

/// How fast a running clock runs.
#[derive(Debug, Clone, Copy)]
struct Tempo {
    /// While nothing slows it down.
    full: u32,
    /// Whether there is something to see.
    lingers: bool,
    /// Whether a person has a host's keys.
    is_taken: bool,
}

impl Tempo {
    fn speed(self) -> u32 {
        match self {
            Self { is_taken: true, .. } => 1,
            Self { lingers: true, full, .. } => (full / SLOWER).max(1),
            Self { full, .. } => full,
        }
    }
}

impl Pace {
    /// Waits for a clock that runs by itself.
    pub fn running(clock: Clock) -> Self {
        Self::of(clock, None)
    }

    fn of(clock: Clock, alarms: Option<watch::Sender<Alarms>>) -> Self {
        let tempo = Tempo { full: clock.speed(), lingers: false, is_taken: false };
        Self { clock, alarms, tempo: watch::Sender::new(tempo), watched: MOST_WATCHED }
    }

    /// The same for a hub whose clock nobody here can slow down, and with nobody's eyes to wait for.
    pub fn unwatched(clock: Clock) -> Self {
        Self { watched: 1, ..Self::running(clock) }
    }

    /// A clock that starts at an instant and leaps from one awaited instant to the next.
    pub fn leaping(start: At) -> Self {
        Self::of(Clock::hand_set(start), Some(watch::Sender::new(Alarms::default())))
    }

    /// Says whether a person has a host's keys: who has them has a host's time to think, a pitch of
    /// minutes and ten seconds for undo.
    pub fn hand_over(&self, taken: bool) {
        self.set(|tempo| tempo.is_taken = taken);
    }

    /// Says whether there is something to see that would go by too quickly.
    pub(super) fn linger(&self, lingers: bool) {
        self.set(|tempo| tempo.lingers = lingers);
    }

    fn set(&self, change: impl FnOnce(&mut Tempo)) {
        self.tempo.send_modify(|tempo| {
            let before = tempo.speed();
            change(tempo);
            if tempo.speed() != before {
                self.clock.set_speed(tempo.speed());
            }
        });
    }

    /// The clock that is waited for; the hub of the evening must follow the same.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Whether the clock leaps.
    pub(super) fn leaps(&self) -> bool {
        self.alarms.is_some()
    }

    /// One more who carries a leaping clock forward. It stands as long as one of them is busy, so all
    /// leaders are there before the first of them waits.
    pub(super) fn leader(&self) -> Leader {
        let mut name = 0;
        if let Some(alarms) = &self.alarms {
            alarms.send_modify(|alarms| name = alarms.join());
        }
        Leader { pace: self.clone(), name }
    }

    /// Waits for an instant, if there is one; one who follows a leaping clock does not wait at all.
    /// It can be given up at any time.
    pub(super) async fn follow(&self, at: Option<At>) {
        match at {
            Some(at) => self.clock.reach(at).await,
            None => future::pending().await,
        }
    }
}

/// One who carries a leaping clock forward; busy unless it waits.
#[derive(Debug)]
pub(super) struct Leader {
    pace: Pace,
    name: u64,
}

impl Leader {
    /// The time now.
    pub(super) fn now(&self) -> At {
        self.pace.clock.now()
    }

    /// Whether somebody looks on; on a leaping clock nobody could.
    pub(super) fn is_watched(&self) -> bool {
        !self.pace.leaps()
    }

    /// An instant after so much of the wall clock's time, which is what eyes need.
    pub(super) fn after(&self, real: Ms) -> At {
        let speed = self.pace.clock.speed().min(self.pace.watched);
        self.now() + Ms(real.0.saturating_mul(speed.into()))
    }

    /// Says whether there is something to see that would go by too quickly.
    pub(super) fn linger(&self, lingers: bool) {
        self.pace.linger(lingers);
    }

    /// Waits for an instant, if there is one. It can be given up at any time.
    pub(super) async fn until(&self, at: Option<At>) {
        let Some(at) = at else { return future::pending().await };
        let Some(alarms) = &self.pace.alarms else { return self.pace.follow(Some(at)).await };
        if self.now() >= at {
            return;
        }
        let mut rings = alarms.subscribe();
        let alarm = Alarm { leader: self, alarms };
        alarm.set(Some(at));
        // It fails when the alarms are gone, which this very leader holds.
        let _ = rings.wait_for(|alarms| !alarms.is_set(self.name)).await;
    }
}

impl Drop for Leader {
    fn drop(&mut self) {
        if let Some(alarms) = &self.pace.alarms {
            alarms.send_modify(|alarms| {
                alarms.0.remove(&self.name);
                alarms.ring(&self.pace.clock);
            });
        }
    }
}

/// A leader's alarm; a leader who stops waiting for it is busy again.
struct Alarm<'a> {
    leader: &'a Leader,
    alarms: &'a watch::Sender<Alarms>,
}

impl Alarm<'_> {
    fn set(&self, at: Option<At>) {
        self.alarms.send_modify(|alarms| {
            alarms.0.insert(self.leader.name, at);
            alarms.ring(&self.leader.pace.clock);
        });
    }
}

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        self.set(None);
    }
}

/// What every leader waits for; `None` for one who is busy.
#[derive(Debug, Default)]
struct Alarms(BTreeMap<u64, Option<At>>);

impl Alarms {
    fn join(&mut self) -> u64 {
        let name = self.0.last_key_value().map_or(0, |(last, _)| last + 1);
        self.0.insert(name, None);
        name
    }

    fn is_set(&self, name: u64) -> bool {
        self.0.get(&name).is_some_and(Option::is_some)
    }

    /// Sets the clock to the earliest alarm once everybody waits. Whose alarm rings is busy at once,
    /// so the clock stands until that one waits again.
    fn ring(&mut self, clock: &Clock) {
        let all: Option<Vec<At>> = self.0.values().copied().collect();
        let Some(earliest) = all.and_then(|all| all.into_iter().min()) else { return };
        clock.set(earliest);
        for alarm in self.0.values_mut() {
            *alarm = alarm.filter(|at| *at > earliest);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::{join, time::timeout};

    use super::{Leader, Pace};
    use crate::{clock::Clock, contest::At};

    #[tokio::test]
    async fn a_person_with_the_keys_has_time_whatever_there_is_to_see() {
        let pace = Pace::running(Clock::at_speed(60));
        let speed = |change: &dyn Fn(&Pace)| {
            change(&pace);
            pace.clock().speed()
        };
        assert_eq!(speed(&|pace| pace.linger(true)), 15);
        assert_eq!(speed(&|pace| pace.hand_over(true)), 1);
        assert_eq!(speed(&|pace| pace.linger(false)), 1);
        assert_eq!(speed(&|pace| pace.hand_over(false)), 60);
        let slow = Pace::running(Clock::at_speed(2));
        slow.linger(true);
        assert_eq!(slow.clock().speed(), 1);
    }

    async fn never(leader: &Leader, at: i64) -> bool {
        timeout(Duration::ZERO, leader.until(Some(At(at)))).await.is_err()
    }

    #[tokio::test]
    async fn the_clock_stands_while_a_leader_is_busy() {
        let pace = Pace::leaping(At(0));
        let (one, other) = (pace.leader(), pace.leader());
        assert!(never(&one, 50).await);
        assert_eq!(pace.clock().now(), At(0));

        join!(one.until(Some(At(50))), async {
            assert!(never(&other, 80).await);
        });
        assert_eq!(pace.clock().now(), At(50));
        assert!(never(&other, 80).await, "the first is busy again");
        assert_eq!(pace.clock().now(), At(50));
    }

    #[tokio::test]
    async fn nobody_waits_for_a_leader_who_has_left() {
        let pace = Pace::leaping(At(0));
        let (one, other) = (pace.leader(), pace.leader());
        join!(one.until(Some(At(50))), async { drop(other) });
        assert_eq!(pace.clock().now(), At(50));
    }

    #[tokio::test]
    async fn leaders_who_wait_for_the_same_instant_wake_together() {
        let pace = Pace::leaping(At(0));
        let (one, other) = (pace.leader(), pace.leader());
        join!(one.until(Some(At(50))), other.until(Some(At(50))));
        assert_eq!(pace.clock().now(), At(50));
    }
}
