//! What a connection is at its seat, as the desk says it. The desk has one end, the connection the other.
//!
//! A `watch` channel would do the same. Every board of thousands has one of these, and all that it takes is a lock and a
//! bell.
//!
//! What always holds, and the test that guards it: who asks what has changed is told of the newest, however often it
//! has changed meanwhile, and that nobody says anything any more: `the_newest_standing_is_told_and_the_end`.

use std::{
    mem,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use crate::{contest::At, protocol::Unseated};

/// What a connection is at its seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It has the seat.
    Holds,
    /// Another one has it, since then and from there.
    Waits { since: At, from: IpAddr },
    /// It has lost the seat, or could not have it; and to which address.
    Unseated { why: Unseated, from: Option<IpAddr> },
}

/// The end of who says it; without it nothing is said any more.
#[derive(Debug)]
pub(super) struct Says(Arc<Said>);

/// The end of who is told; clones are told the same, and one of them waits for changes.
#[derive(Debug, Clone)]
pub(super) struct Told(Arc<Said>);

#[derive(Debug)]
struct Said {
    now: Mutex<Now>,
    changed: Notify,
}

#[derive(Debug)]
struct Now {
    standing: Standing,
    /// Whether it has not been told yet.
    is_news: bool,
    /// Whether nothing follows.
    is_over: bool,
}

impl Said {
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner) // It is whole at any time.
    }
}

impl Says {
    /// Says this first, as something new.
    pub(super) fn first(standing: Standing) -> Self {
        let now = Mutex::new(Now { standing, is_news: true, is_over: false });
        Self(Arc::new(Said { now, changed: Notify::new() }))
    }

    /// An end for who is told.
    pub(super) fn told(&self) -> Told {
        Told(Arc::clone(&self.0))
    }

    /// To say the same again is nothing new.
    pub(super) fn say(&self, standing: Standing) {
        let mut now = self.0.now();
        if now.standing != standing {
            (now.standing, now.is_news) = (standing, true);
            self.0.changed.notify_one();
        }
    }

    /// Whether what was said last is that it has the seat.
    pub(super) fn holds(&self) -> bool {
        self.0.now().standing == Standing::Holds
    }
}

impl Drop for Says {
    fn drop(&mut self) {
        self.0.now().is_over = true;
        self.0.changed.notify_one();
    }
}

impl Told {
    /// What it is.
    #[cfg(test)]
    pub(super) fn now(&self) -> Standing {
        self.0.now().standing.clone()
    }

    /// Whether it has the seat.
    pub(super) fn holds(&self) -> bool {
        self.0.now().standing == Standing::Holds
    }

    /// Waits until it is something that was not told yet; `None` when all has been and nothing follows. It is safe to
    /// give this up and begin again.
    pub(super) async fn changed(&self) -> Option<Standing> {
        loop {
            {
                let mut now = self.0.now();
                if mem::take(&mut now.is_news) {
                    return Some(now.standing.clone());
                }
                if now.is_over {
                    return None;
                }
            }
            self.0.changed.notified().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::{Says, Standing};
    use crate::protocol::Unseated;

    #[test]
    fn the_newest_standing_is_told_and_the_end() {
        let waits =
            || Standing::Waits { since: crate::contest::At(0), from: [192, 0, 2, 1].into() };
        let says = Says::first(waits());
        let told = says.told();
        assert_eq!(told.changed().now_or_never(), Some(Some(waits())), "the first is new");
        assert_eq!(told.changed().now_or_never(), None, "and nothing since");
        says.say(Standing::Holds);
        assert!(told.holds() && says.holds());
        let lost = Standing::Unseated { why: Unseated::PassRenewed, from: None };
        says.say(lost.clone());
        drop(says);
        assert_eq!(told.changed().now_or_never(), Some(Some(lost.clone())), "the newest only");
        assert_eq!(told.changed().now_or_never(), Some(None), "and then the end");
        assert_eq!(told.now(), lost, "the last thing said stands");
    }
}
