//! Calling up, going from phase to phase, absence and withdrawal.

use super::{Decision, Subject, reasoned};
use crate::contest::{Fact, Phase, Refusal, Stage};

/// One project at a time has a room's stage; an absent one may still turn up.
pub(super) fn call_up(subject: &Subject<'_>) -> Decision {
    match subject.stage() {
        Stage::CalledUp => return Ok(Vec::new()),
        Stage::Waiting | Stage::Absent => (),
        _ => return Err(subject.wrong_stage()),
    }
    let contest = subject.contest;
    let room = contest.room_of(subject.project);
    let holder = room
        .and_then(|room| contest.called(&room.id))
        .filter(|called| contest.run(called).is_some_and(|run| run.stage.is_on_stage()));
    if let Some(on_stage) = holder {
        return Err(Refusal::StageTaken { on_stage: on_stage.clone() });
    }
    // Whoever is called up ends the break.
    let hall = room.and_then(|room| Some((room, contest.hall(&room.id)?)));
    let paused = hall.filter(|(_, hall)| hall.pause.is_some());
    let ended = paused.map(|(room, _)| Fact::BreakEnded { room: room.id.clone() });
    Ok(ended.into_iter().chain([Fact::CalledUp { project: subject.project() }]).collect())
}

/// Goes on to a phase. The scoring window starts by itself, because opening it is the key press.
pub(super) fn begin(subject: &Subject<'_>, phase: Phase) -> Decision {
    if subject.stage() == phase.stage() {
        return Ok(Vec::new());
    }
    let project = || subject.project();
    if subject.contest.length(subject.project, phase).is_none() {
        return Err(match phase {
            Phase::Scoring => Refusal::NotScored { project: project() },
            _ => Refusal::NoSuchPhase { project: project(), phase },
        });
    }
    if subject.stage() != before(subject, phase) {
        return Err(subject.wrong_stage());
    }
    let mut facts = vec![Fact::PhaseBegan { project: project(), phase }];
    if phase == Phase::Scoring {
        facts.push(Fact::ClockStarted { project: project(), phase });
    }
    Ok(facts)
}

/// The stage a phase is entered from; without questions scoring follows the presentation.
pub(super) fn before(subject: &Subject<'_>, phase: Phase) -> Stage {
    match phase {
        Phase::Presentation => Stage::CalledUp,
        Phase::Questions => Stage::Presentation,
        Phase::Scoring if subject.group.timing.questions.is_none() => Stage::Presentation,
        Phase::Scoring => Stage::Questions,
    }
}

/// Ends a project of a showcase, from its last phase.
pub(super) fn finish(subject: &Subject<'_>) -> Decision {
    if subject.stage() == Stage::Shown {
        return Ok(Vec::new());
    }
    let last = before(subject, Phase::Scoring);
    if subject.group.rubric.is_some() || subject.stage() != last {
        return Err(subject.wrong_stage());
    }
    Ok(vec![Fact::Finished { project: subject.project() }])
}

/// Before the pitch only: afterwards a project was there.
pub(super) fn mark_absent(subject: &Subject<'_>, reason: &str) -> Decision {
    match subject.stage() {
        Stage::Absent => Ok(Vec::new()),
        Stage::Waiting | Stage::CalledUp => {
            Ok(vec![Fact::MarkedAbsent { project: subject.project(), reason: reasoned(reason)? }])
        }
        _ => Err(subject.wrong_stage()),
    }
}

/// Before the lock only: what happens to a scored project is a decision about a result.
pub(super) fn withdraw(subject: &Subject<'_>, reason: &str) -> Decision {
    match subject.stage() {
        Stage::Withdrawn => Ok(Vec::new()),
        Stage::Locked | Stage::Released | Stage::Shown | Stage::Disqualified => {
            Err(subject.wrong_stage())
        }
        _ => Ok(vec![Fact::Withdrawn { project: subject.project(), reason: reasoned(reason)? }]),
    }
}
