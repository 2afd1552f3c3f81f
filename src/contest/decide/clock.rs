//! Starting, pausing, resuming and lengthening the countdown of the phase a project is in.

use super::{Decision, Subject, reasoned, stage};
use crate::contest::{At, Countdown, CountdownState, Fact, Ms, Phase, Refusal};

/// The most that one key press may give or take, in seconds.
const MOST_AT_ONCE: i64 = 600;

/// Starts the clock, and first begins the phase when the project is just before it.
pub(super) fn start(subject: &Subject<'_>, phase: Phase) -> Decision {
    let mut facts = Vec::new();
    if subject.stage() != phase.stage() {
        facts = stage::begin(subject, phase)?;
    } else if clock_of(subject, phase)?.is_running() {
        return Ok(Vec::new());
    } else if !clock_of(subject, phase)?.is_ready() {
        return resume(subject, phase);
    }
    let started = Fact::ClockStarted { project: subject.project(), phase };
    if !facts.contains(&started) {
        facts.push(started);
    }
    Ok(facts)
}

/// Stops a running clock; a stopped one stays as it is.
pub(super) fn pause(subject: &Subject<'_>, phase: Phase, reason: &str) -> Decision {
    let clock = clock_of(subject, phase)?;
    if clock.is_running() {
        let (project, reason) = (subject.project(), reason.to_owned());
        return Ok(vec![Fact::ClockPaused { project, phase, reason }]);
    }
    if clock.is_ready() {
        return Err(Refusal::ClockNotRunning { project: subject.project(), phase });
    }
    Ok(Vec::new())
}

/// Goes on after a pause; a running clock goes on running.
pub(super) fn resume(subject: &Subject<'_>, phase: Phase) -> Decision {
    let clock = clock_of(subject, phase)?;
    if clock.is_running() {
        return Ok(Vec::new());
    }
    if clock.is_ready() {
        return Err(Refusal::ClockNotRunning { project: subject.project(), phase });
    }
    Ok(vec![Fact::ClockResumed { project: subject.project(), phase }])
}

/// Gives time, or takes back no more than is left.
pub(super) fn add_time(
    subject: &Subject<'_>,
    phase: Phase,
    ms: Ms,
    reason: &str,
    now: At,
) -> Decision {
    let clock = clock_of(subject, phase)?;
    let takes_too_much = ms < Ms::ZERO && clock.left(now) + ms < Ms::ZERO;
    if ms.0.unsigned_abs() > Ms::seconds(MOST_AT_ONCE).0.unsigned_abs() || takes_too_much {
        let most = if takes_too_much { clock.left(now).0.max(0) / 1000 } else { MOST_AT_ONCE };
        return Err(Refusal::TooMuchTime { most });
    }
    if ms == Ms::ZERO {
        return Ok(Vec::new());
    }
    let (project, reason) = (subject.project(), reason.to_owned());
    Ok(vec![Fact::TimeAdded { project, phase, ms, reason }])
}

/// Sets the clock to what was left before a fault; there it stands until it is resumed.
pub(super) fn set(subject: &Subject<'_>, phase: Phase, left: Ms, reason: &str) -> Decision {
    let clock = clock_of(subject, phase)?;
    if clock.is_ready() {
        return Err(Refusal::ClockNotRunning { project: subject.project(), phase });
    }
    let whole = clock.length + clock.added;
    if left < Ms::ZERO || whole < left {
        return Err(Refusal::TooMuchTime { most: whole.0 / 1000 });
    }
    if clock.state == (CountdownState::Paused { left }) {
        return Ok(Vec::new());
    }
    let (project, reason) = (subject.project(), reasoned(reason)?);
    Ok(vec![Fact::ClockSet { project, phase, left, reason }])
}

/// The clock of the phase that is meant; a wish for another phase has come too late or too early.
fn clock_of<'a>(subject: &Subject<'a>, phase: Phase) -> Result<&'a Countdown, Refusal> {
    match &subject.run.clock {
        Some(clock) if subject.stage().phase() == Some(phase) => Ok(clock),
        _ => Err(subject.wrong_stage()),
    }
}
