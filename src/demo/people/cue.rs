//! When a scripted host takes a step: as people do it, a little before or after the clock.

use super::host::is_to_be_signed;
use crate::{
    contest::{At, CountdownState, Ms, Phase, ProjectId, RoomId, Wish},
    demo::chance::Chance,
    protocol::views::{ClockLine, HostView},
    words::Words,
};

/// The next step, and when to take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// The wish to ask.
    pub(super) step: Wish,
    /// When.
    pub(super) at: At,
    /// The clock it was timed by; another one makes another cue.
    clock: Option<CountdownState>,
}

impl Cue {
    /// What a host does next, seeing this; `None` when there is nothing to do, or sheets are waited
    /// for. `before` is kept while it still holds; what the hall is to see at an instant goes first.
    pub(super) fn of(
        view: &HostView,
        before: Option<Self>,
        show: Option<(Wish, At)>,
        now: At,
        chance: Chance,
    ) -> Option<Self> {
        let clock = view.stage.as_ref().and_then(|stage| stage.clock.as_ref());
        let (step, shown_at) = match show {
            Some((step, at)) => (step, Some(at)),
            None => (step(view, clock)?, None),
        };
        let state = clock.map(|clock| clock.state);
        let holds = |cue: &Self| cue.step == step && cue.clock == state;
        if let Some(cue) = before.filter(holds) {
            return Some(cue);
        }
        let at = shown_at.unwrap_or_else(|| instant(&step, clock, now, (chance, &view.room.id)));
        Some(Self { step, at, clock: state })
    }
}

/// The agenda's next step; but a clock that somebody has paused goes on first, and a lock waits for
/// every sheet.
fn step(view: &HostView, clock: Option<&ClockLine>) -> Option<Wish> {
    if let (Some(stage), Some(clock)) = (&view.stage, clock)
        && stage.stage.is_on_stage()
        && matches!(clock.state, CountdownState::Paused { .. })
    {
        return Some(Wish::ResumeClock { project: stage.project.id.clone(), phase: clock.phase });
    }
    let waits = |step: &Wish| matches!(step, Wish::Lock { without, .. } if !without.is_empty());
    match &view.agenda.next {
        Some(step) => Some(step.clone()).filter(|step| !waits(step)),
        None if is_to_be_signed(view) => None,
        None => ruling(view),
    }
}

/// When all is released, what the jury chair of the play has decided about a tie: as it is listed.
fn ruling(view: &HostView) -> Option<Wish> {
    let tie = view.ties.first()?;
    let order = tie.projects.iter().map(|project| vec![project.clone()]).collect();
    let words = Words::of_session(&view.session.language);
    Some(Wish::Rule { group: tie.group.clone(), order, reason: words.say("demo-ruling") })
}

fn instant(
    step: &Wish,
    clock: Option<&ClockLine>,
    now: At,
    (chance, room): (Chance, &RoomId),
) -> At {
    let project = step.project().map_or("", ProjectId::as_str);
    let within = |what: &str, low: i64, high: i64| {
        Ms(chance.between(low, high, &[what, room.as_str(), project]))
    };
    let after = |what: &str, low: i64, high: i64| now + within(what, low * 1000, high * 1000);
    match step {
        Wish::CallUp { .. } => after("call up", 4, 12),
        Wish::StartClock { phase: Phase::Presentation, .. } => after("walk on", 20, 40),
        Wish::Begin { phase, .. } => {
            end_of_phase(clock, now, |low, high| within(phase.stage().as_str(), low, high))
        }
        Wish::Finish { .. } => end_of_phase(clock, now, |low, high| within("finish", low, high)),
        Wish::Lock { .. } => after("lock", 8, 20),
        Wish::Release { .. } => after("release", 10, 30),
        _ => after("go on", 3, 8),
    }
}

/// Around zero: a tenth of the phase early at most, or a thirtieth late.
fn end_of_phase(clock: Option<&ClockLine>, now: At, within: impl Fn(i64, i64) -> Ms) -> At {
    match clock {
        Some(ClockLine { state: CountdownState::Running { ends }, length, .. }) => {
            (*ends + within(-length.0 / 10, length.0 / 30)).max(now)
        }
        _ => now + Ms::seconds(3),
    }
}
