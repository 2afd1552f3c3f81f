//! From a wish to facts or a refusal: the rules of the evening, and the only place that has them.

mod clock;
mod scoring;
mod stage;

use super::{At, Contest, Fact, Group, ProjectId, Refusal, Run, Seat, Stage, Wish};

/// Decides what a wish would cause. Nothing happens until the facts are stored and applied.
///
/// No facts at all means that the wish already holds. `now` matters to nothing but clocks.
///
/// # Errors
///
/// The reason why the wish cannot be granted now; the state is untouched.
pub fn decide(contest: &Contest, by: &Seat, wish: &Wish, now: At) -> Result<Vec<Fact>, Refusal> {
    let subject = Subject::of(contest, wish.project())?;
    subject.may_be_asked_by(by, wish)?;
    match wish {
        Wish::CallUp { .. } => stage::call_up(&subject),
        Wish::Begin { phase, .. } => stage::begin(&subject, *phase),
        Wish::Finish { .. } => stage::finish(&subject),
        Wish::MarkAbsent { reason, .. } => stage::mark_absent(&subject, reason),
        Wish::Withdraw { reason, .. } => stage::withdraw(&subject, reason),
        Wish::StartClock { phase, .. } => clock::start(&subject, *phase),
        Wish::PauseClock { phase, reason, .. } => clock::pause(&subject, *phase, reason),
        Wish::ResumeClock { phase, .. } => clock::resume(&subject, *phase),
        Wish::AddTime { phase, ms, reason, .. } => {
            clock::add_time(&subject, *phase, *ms, reason, now)
        }
        Wish::Submit { revision, marks, .. } => match by.judge() {
            Some(seat) => scoring::submit(&subject, seat, *revision, marks),
            None => Err(Refusal::NotYours),
        },
        Wish::Lock { without, .. } => scoring::lock(&subject, without),
        Wish::Release { .. } => scoring::release(&subject),
    }
}

/// The project a wish is about, with what the rules look at.
struct Subject<'a> {
    contest: &'a Contest,
    project: &'a ProjectId,
    group: &'a Group,
    run: &'a Run,
}

impl<'a> Subject<'a> {
    fn of(contest: &'a Contest, project: &'a ProjectId) -> Result<Self, Refusal> {
        let found = || {
            let group = contest.session.group_of(project)?;
            Some(Self { contest, project, group, run: contest.run(project)? })
        };
        found().ok_or_else(|| Refusal::NoSuchProject { project: project.clone() })
    }

    /// Hosts run their own room, judges hand in their own sheets, screens only show.
    fn may_be_asked_by(&self, by: &Seat, wish: &Wish) -> Result<(), Refusal> {
        let room = self.contest.room_of(self.project);
        let fits = match (by, wish) {
            (Seat::Judge(_, seat), Wish::Submit { .. }) => {
                room.is_some_and(|room| room.judges.iter().any(|judge| judge.id == *seat))
            }
            (Seat::Host(_), Wish::Submit { .. }) => false,
            (Seat::Host(_), _) => true,
            _ => false,
        };
        let here = room.is_some_and(|room| room.id == *by.room());
        if fits && here { Ok(()) } else { Err(Refusal::NotYours) }
    }

    fn stage(&self) -> Stage {
        self.run.stage
    }

    fn project(&self) -> ProjectId {
        self.project.clone()
    }

    fn wrong_stage(&self) -> Refusal {
        Refusal::WrongStage { project: self.project(), stage: self.stage() }
    }
}
