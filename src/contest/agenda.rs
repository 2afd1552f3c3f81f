//! What a host can do next in a room: the next step, and the other steps that are open.
//!
//! A step is the very wish that the host's key sends, so it names its project and phase, and the
//! screen that shows it cannot differ from what it does.

use super::{Act, Break, Contest, Phase, ProjectId, ReleasePolicy, Role, Room, Stage, Wish};

/// The steps that are open in a room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// The next step; `None` when the room has nothing left to do.
    pub next: Option<Wish>,
    /// Other steps that may be taken instead.
    pub also: Vec<Wish>,
}

impl Agenda {
    /// The steps open in a room now.
    ///
    /// The project on stage comes first; then scores that can be locked or released, oldest first;
    /// then the next call-up; and last a project that still waits for sheets.
    pub fn of(contest: &Contest, room: &Room) -> Self {
        let mut steps: Vec<Wish> = stage_step(contest, room).into_iter().collect();
        let (mut waiting, mut later) = (Vec::new(), Vec::new());
        for project in contest.order(&room.id) {
            match contest.run(project).map(|run| run.stage) {
                Some(Stage::Locked) if is_signed_by_the_host(contest, project) => (),
                Some(Stage::Locked) => {
                    let release = Wish::Release { project: project.clone() };
                    if is_to_be_released(contest, project) {
                        steps.push(release);
                    } else {
                        later.push(release);
                    }
                }
                Some(Stage::Scoring) => {
                    let without = contest.missing(project);
                    let ready = without.is_empty();
                    let lock = Wish::Lock { project: project.clone(), without };
                    if ready { steps.push(lock) } else { waiting.push(lock) }
                }
                _ => (),
            }
        }
        let stage_is_free =
            !contest.order(&room.id).iter().any(|it| stage_of(contest, it).is_on_stage());
        let up = contest.order(&room.id).iter().find(|it| stage_of(contest, it) == Stage::Waiting);
        let call_up = up.filter(|_| stage_is_free).map(|it| Wish::CallUp { project: it.clone() });
        let pause = pause_step(contest, room).filter(|_| stage_is_free);

        // A window that has just opened is waited for; the hall may still go on with the next team.
        let fresh = waiting.iter().any(|wish| contest.called(&room.id) == wish.project());
        if fresh {
            steps.append(&mut waiting);
        }
        steps.extend(pause);
        steps.extend(call_up);
        steps.append(&mut waiting);
        steps.append(&mut later);

        let mut steps = steps.into_iter();
        Self { next: steps.next(), also: steps.collect() }
    }
}

fn stage_of(contest: &Contest, project: &ProjectId) -> Stage {
    contest.run(project).map(|run| run.stage).unwrap_or_default()
}

/// Whether the host has signed the release already, and the supervisor has not.
fn is_signed_by_the_host(contest: &Contest, project: &ProjectId) -> bool {
    let release = Act::Release { project: project.clone() };
    contest.proposals().iter().any(|it| it.act == release && it.by == Role::Host)
}

/// Whether a locked score is to become public now, by the session's policy.
fn is_to_be_released(contest: &Contest, project: &ProjectId) -> bool {
    let is_done = |id: &ProjectId| {
        let stage = contest.stage_of(id);
        stage != Stage::Waiting && stage != Stage::Scoring && !stage.is_on_stage()
    };
    match contest.session().release {
        ReleasePolicy::AtOnce => true,
        ReleasePolicy::AfterNext => {
            let order = contest.room_of(project).map(|room| contest.order(&room.id));
            let mut after =
                order.unwrap_or_default().iter().skip_while(|id| *id != project).skip(1);
            let others_come = after.clone().any(|id| contest.stage_of(id) == Stage::Waiting);
            !others_come
                || after.any(|id| contest.run(id).is_some_and(|run| run.called_at.is_some()))
        }
        ReleasePolicy::Batch => contest.half_day_of(project).iter().all(is_done),
        ReleasePolicy::End => {
            let group = contest.session().group_of(project).map(|group| &group.id);
            group.is_some_and(|group| contest.projects_of(group).all(|it| is_done(&it.id)))
        }
    }
}

/// The end of the break that is being held, or the break that is due.
fn pause_step(contest: &Contest, room: &Room) -> Option<Wish> {
    let room = room.id.clone();
    if contest.hall(&room)?.pause.is_some() {
        return Some(Wish::EndBreak { room });
    }
    let Break { name, length, .. } = contest.due_break(&room)?.clone();
    Some(Wish::TakeBreak { room, name, length })
}

/// The step of the project on stage.
fn stage_step(contest: &Contest, room: &Room) -> Option<Wish> {
    let project = contest.called(&room.id)?;
    let run = contest.run(project)?;
    let group = contest.session().group_of(project)?;
    let ready = run.clock.as_ref().is_some_and(super::Countdown::is_ready);
    let step = |phase| (project.clone(), phase);
    let (project, phase) = match run.stage {
        Stage::CalledUp => return Some(start(step(Phase::Presentation))),
        Stage::Presentation if ready => return Some(start(step(Phase::Presentation))),
        Stage::Questions if ready => return Some(start(step(Phase::Questions))),
        Stage::Presentation if group.timing.questions.is_some() => step(Phase::Questions),
        Stage::Presentation | Stage::Questions => step(Phase::Scoring),
        _ => return None,
    };
    if phase == Phase::Scoring && group.rubric.is_none() {
        return Some(Wish::Finish { project });
    }
    Some(Wish::Begin { project, phase })
}

fn start((project, phase): (ProjectId, Phase)) -> Wish {
    Wish::StartClock { project, phase }
}
