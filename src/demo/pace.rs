//! How the people of a demonstration wait: really, on a running clock, or not at all.
//!
//! Without a screen there is nobody to wait for, so the clock leaps: it stands until every leader
//! waits for an instant, and is then set to the earliest of them. The hosts lead; judges follow and
//! never wait. So an evening of hours is played as fast as its hub can store it, two rooms go on
//! side by side, and the journal looks like an evening.
//!
//! What always holds, and the test that guards it:
//!
//! - the clock stands while a leader is busy: `the_clock_stands_while_a_leader_is_busy`;
//! - who leaves is not waited for: `nobody_waits_for_a_leader_who_has_left`.

use std::{collections::BTreeMap, future};

use tokio::sync::watch;

use crate::{clock::Clock, contest::At};

/// A clock, and how to wait for it. Clones share both.
#[derive(Debug, Clone)]
pub struct Pace {
    clock: Clock,
    /// Of a leaping clock only.
    alarms: Option<watch::Sender<Alarms>>,
}

impl Pace {
    /// Waits for a clock that runs by itself.
    pub fn running(clock: Clock) -> Self {
        Self { clock, alarms: None }
    }

    /// A clock that starts at an instant and leaps from one awaited instant to the next.
    pub fn leaping(start: At) -> Self {
        let alarms = Some(watch::Sender::new(Alarms::default()));
        Self { clock: Clock::hand_set(start), alarms }
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
    use crate::contest::At;

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
