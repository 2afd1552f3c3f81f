//! The bell of a countdown: it rings as time passes each warning and zero, and never twice.
//!
//! A warning rings as often as its place among the session's warnings says, once at the first; zero
//! rings long.

use crate::{
    contest::{At, CountdownState, Ms, Phase, ProjectId},
    protocol::views::{ClockLine, StageLine},
    tui::{countdown::warnings, ring::Ring},
};

/// Remembers what has been rung for the clock that is shown.
#[derive(Debug, Default)]
pub(super) struct Bell {
    /// Whose clock it is. It stays while the link is lost and while nobody is on stage.
    clock: Option<(ProjectId, Phase)>,
    /// How much will be left at each ring that is still to come.
    ahead: Vec<(Ms, Ring)>,
}

impl Bell {
    /// What to ring now. Of several marks passed at once, as after a jump, only the last one rings.
    pub(super) fn rings(&mut self, stage: Option<&StageLine>, now: At) -> Option<Ring> {
        let (stage, clock) = stage.and_then(|it| Some((it, it.clock.as_ref()?)))?;
        let left = clock.left(now);
        let whose = Some((stage.project.id.clone(), clock.phase));
        let is_ready = matches!(clock.state, CountdownState::Ready { .. });
        if self.clock != whose || is_ready {
            self.clock = whose;
            self.ahead = marks(clock);
            self.ahead.retain(|(mark, _)| *mark < left);
        }
        let passed = self.ahead.iter().filter(|(mark, _)| left <= *mark);
        let ring = passed.min_by_key(|(mark, _)| *mark).map(|(_, ring)| *ring);
        self.ahead.retain(|(mark, _)| *mark < left);
        ring
    }
}

/// How much is left at each ring, the earliest first. A warning that a short phase has no room for
/// keeps its number, so that the others ring as they always do.
fn marks(clock: &ClockLine) -> Vec<(Ms, Ring)> {
    let mut marks = clock.warnings.clone();
    marks.sort_unstable_by(|one, other| other.cmp(one));
    marks.dedup();
    let rings = (1..=u8::MAX).map(Ring::Short);
    let passed = |mark: &Ms| warnings(clock).any(|it| it == *mark);
    let warnings = marks.into_iter().zip(rings).filter(|(mark, _)| passed(mark));
    warnings.chain([(Ms::ZERO, Ring::Long)]).collect()
}
