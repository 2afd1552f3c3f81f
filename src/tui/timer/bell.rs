//! The bell of a countdown: it rings as time passes each warning and zero, and never twice.

use crate::{
    contest::{At, CountdownState, Ms, Phase, ProjectId},
    protocol::views::{ClockLine, StageLine},
    tui::countdown::warnings,
};

/// Remembers what has been rung for the clock that is shown.
#[derive(Debug, Default)]
pub(super) struct Bell {
    /// Whose clock it is. It stays while the link is lost and while nobody is on stage.
    clock: Option<(ProjectId, Phase)>,
    /// How much will be left at each ring that is still to come.
    ahead: Vec<Ms>,
}

impl Bell {
    /// Whether to ring now. Of several marks passed at once, as after a jump, it rings for all once.
    pub(super) fn rings(&mut self, stage: Option<&StageLine>, now: At) -> bool {
        let Some((stage, clock)) = stage.and_then(|it| Some((it, it.clock.as_ref()?))) else {
            return false;
        };
        let left = clock.left(now);
        let whose = Some((stage.project.id.clone(), clock.phase));
        let is_ready = matches!(clock.state, CountdownState::Ready { .. });
        if self.clock != whose || is_ready {
            self.clock = whose;
            self.ahead = marks(clock).filter(|mark| *mark < left).collect();
        }
        let before = self.ahead.len();
        self.ahead.retain(|mark| *mark < left);
        self.ahead.len() < before
    }
}

fn marks(clock: &ClockLine) -> impl Iterator<Item = Ms> {
    warnings(clock).chain([Ms::ZERO])
}
