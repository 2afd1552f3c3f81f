//! A countdown as deadlines between given instants. It never looks at a clock and does not tick:
//! a running one is a single instant, from which every screen computes the same second.

use serde::{Deserialize, Serialize};

use super::{At, Fact, Ms};

/// The clock of one phase of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countdown {
    /// How long the phase takes by the rules.
    pub length: Ms,
    /// What was given (or taken) on top; pauses are not in it.
    pub added: Ms,
    /// Whether and how it runs.
    pub state: CountdownState,
}

/// Whether and how a countdown runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountdownState {
    /// Not started.
    Ready {
        /// What it will start from.
        left: Ms,
    },
    /// Counting down to `ends`, and past it.
    Running {
        /// When it reaches zero, in hub time.
        ends: At,
    },
    /// Stopped on the way.
    Paused {
        /// What is left; negative in overtime.
        left: Ms,
    },
}

impl Countdown {
    /// A countdown that has not started.
    pub fn new(length: Ms) -> Self {
        Self { length, added: Ms::ZERO, state: CountdownState::Ready { left: length } }
    }

    /// What is left at an instant; negative once it has passed zero.
    pub fn left(&self, now: At) -> Ms {
        match self.state {
            CountdownState::Ready { left } | CountdownState::Paused { left } => left,
            CountdownState::Running { ends } => ends - now,
        }
    }

    /// Whether it is counting.
    pub fn is_running(&self) -> bool {
        matches!(self.state, CountdownState::Running { .. })
    }

    /// Whether it has not been started yet.
    pub fn is_ready(&self) -> bool {
        matches!(self.state, CountdownState::Ready { .. })
    }

    /// Folds one fact about a clock into it; other facts are none of its business.
    pub(super) fn apply(&mut self, at: At, fact: &Fact) {
        match fact {
            Fact::ClockStarted { .. } | Fact::ClockResumed { .. } => self.start(at),
            Fact::ClockPaused { .. } => self.pause(at),
            Fact::TimeAdded { ms, .. } => self.add(*ms),
            Fact::ClockSet { left, .. } => self.state = CountdownState::Paused { left: *left },
            _ => (),
        }
    }

    /// Starts it, or goes on after a pause; a running one is left alone.
    pub(super) fn start(&mut self, now: At) {
        if !self.is_running() {
            self.state = CountdownState::Running { ends: now + self.left(now) };
        }
    }

    /// Stops a running one where it is.
    fn pause(&mut self, now: At) {
        if self.is_running() {
            self.state = CountdownState::Paused { left: self.left(now) };
        }
    }

    /// Gives time, or takes it back.
    fn add(&mut self, span: Ms) {
        self.added += span;
        match &mut self.state {
            CountdownState::Ready { left } | CountdownState::Paused { left } => *left += span,
            CountdownState::Running { ends } => *ends = *ends + span,
        }
    }
}
