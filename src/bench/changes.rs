//! What the host of a bench has asked for: when it was stored, and when the last screen had it. Changes are numbered
//! from 0, and a picture with a later one has the earlier ones too.

use std::{collections::BTreeSet, time::Duration};

use tokio::time::Instant;

use super::figures::{Changes, Spread};

/// All changes, in order.
#[derive(Debug, Default)]
pub(super) struct ChangeLog(Vec<Change>);

#[derive(Debug)]
struct Change {
    asked: Instant,
    answer: Answer,
    /// The screens that do not have it yet.
    waits: BTreeSet<usize>,
    shown: Option<Duration>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    None,
    Stored(Duration),
    Refused,
}

impl ChangeLog {
    /// Another one is asked for while these screens are there; its number is the next.
    pub(super) fn asked(&mut self, at: Instant, screens: BTreeSet<usize>) {
        self.0.push(Change { asked: at, answer: Answer::None, waits: screens, shown: None });
    }

    /// It is on the hub's disk.
    pub(super) fn stored(&mut self, number: usize, at: Instant) {
        if let Some(change) = self.0.get_mut(number) {
            change.answer = Answer::Stored(at.saturating_duration_since(change.asked));
        }
    }

    /// It is refused: no screen will ever have it.
    pub(super) fn refused(&mut self, number: usize) {
        if let Some(change) = self.0.get_mut(number) {
            change.answer = Answer::Refused;
            change.waits.clear();
        }
    }

    /// A screen has it, and with it all before it.
    pub(super) fn shown(&mut self, screen: usize, number: usize, at: Instant) {
        for change in self.0.iter_mut().take(number + 1) {
            if change.waits.remove(&screen) && change.waits.is_empty() {
                change.shown = Some(at.saturating_duration_since(change.asked));
            }
        }
    }

    /// Whether every one is answered, and on every screen.
    pub(super) fn are_through(&self) -> bool {
        self.0.iter().all(|it| it.answer != Answer::None && it.waits.is_empty())
    }

    /// How it went.
    pub(super) fn figures(&self, undone: bool) -> Changes {
        let count = |which: fn(&&Change) -> bool| self.0.iter().filter(which).count();
        let stored = self.0.iter().filter_map(|it| match it.answer {
            Answer::Stored(took) => Some(took),
            Answer::None | Answer::Refused => None,
        });
        Changes {
            asked: self.0.len(),
            refused: count(|it| it.answer == Answer::Refused),
            unanswered: count(|it| it.answer == Answer::None),
            stored: Spread::of(stored.collect()),
            shown: Spread::of(self.0.iter().filter_map(|it| it.shown).collect()),
            unshown: count(|it| !it.waits.is_empty()),
            undone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn a_change_is_shown_when_the_last_screen_has_it_that_was_there() {
        let (mut log, start) = (ChangeLog::default(), Instant::now());
        log.asked(start, [0, 1].into());
        log.stored(0, start + ms(5));
        log.shown(0, 0, start + ms(7));
        log.shown(2, 0, start + ms(8)); // It came later.
        assert!(!log.are_through());
        log.shown(1, 0, start + ms(30));
        let Changes { stored, shown, unshown, .. } = log.figures(true);
        assert!(log.are_through());
        assert_eq!((stored.worst, shown.worst, shown.count, unshown), (ms(5), ms(30), 1, 0));
    }

    #[test]
    fn a_screen_that_missed_a_change_has_it_with_the_next() {
        let (mut log, start) = (ChangeLog::default(), Instant::now());
        for second in 0..3 {
            log.asked(start + ms(1000 * second), [0].into());
        }
        log.shown(0, 1, start + ms(1010));
        let Changes { asked, unanswered, shown, unshown, .. } = log.figures(true);
        assert_eq!((asked, unanswered, unshown), (3, 3, 1));
        assert_eq!((shown.count, shown.median, shown.worst), (2, ms(10), ms(1010)));
    }

    #[test]
    fn what_is_refused_is_waited_for_by_nobody() {
        let (mut log, start) = (ChangeLog::default(), Instant::now());
        log.asked(start, [0].into());
        log.refused(0);
        let Changes { refused, unshown, .. } = log.figures(true);
        assert!(log.are_through());
        assert_eq!((refused, unshown), (1, 0));
    }
}
