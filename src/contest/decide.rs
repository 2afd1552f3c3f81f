//! From a wish to facts or a refusal: the rules of the evening, and the only place that has them.
//!
//! What changes released results is followed by a [`Fact::Corrected`], whoever asked for it:
//! `a_change_after_the_release_makes_a_bulletin`.

mod chair;
mod clock;
mod deduction;
mod doors;
mod hall;
mod order;
mod panel;
mod paper;
mod scoring;
mod sealed;
mod stage;
mod two_persons;
mod undo;

use super::{
    Act, At, Bulletin, Contest, Fact, Group, GroupId, ProjectId, Refusal, Run, Seat, SeatId,
    SeatState, Stage, Wish, bulletin::corrections, may_ask,
};

type Decision = Result<Vec<Fact>, Refusal>;

/// Decides what a wish would cause. Nothing happens until the facts are stored and applied.
///
/// No facts at all means that the wish already holds. `now` matters to nothing but clocks.
///
/// # Errors
///
/// The reason why the wish cannot be granted now; the state is untouched.
pub fn decide(contest: &Contest, by: &Seat, wish: &Wish, now: At) -> Decision {
    if !may_ask(by.role(), wish) {
        return Err(Refusal::NotYours);
    }
    let facts = match wish {
        Wish::Reorder { room, order, reason } => order::reorder(contest, by, room, order, reason),
        Wish::ShowScene { room, scene } => hall::show(contest, by, room, scene),
        Wish::Blank { room, on } => hall::blank(contest, by, room, *on),
        Wish::Say { room, to, text, blink } => hall::say(contest, by, (room, *to), text, *blink),
        Wish::Unsay { room, to } => hall::unsay(contest, by, room, *to),
        Wish::TakeBreak { room, name, length } => {
            hall::take_break(contest, by, room, name, *length)
        }
        Wish::EndBreak { room } => hall::end_break(contest, by, room),
        Wish::Freeze { group } => hall::freeze(contest, by, group, true),
        Wish::Thaw { group } => hall::freeze(contest, by, group, false),
        Wish::Ceremony { group, step } => hall::go_to_step(contest, by, group, *step),
        Wish::Rule { group, order, reason } => chair::rule(contest, by, group, order, reason),
        Wish::Propose { act, reason } => two_persons::propose(contest, by, act, reason),
        Wish::Agree { proposal } => two_persons::agree(contest, by, *proposal),
        Wish::Decline { proposal, reason } => two_persons::decline(contest, by, *proposal, reason),
        Wish::RenewPass { seat, reason } => doors::renew_pass(contest, by, seat, reason),
        Wish::HandOver { seat, from, to } => doors::hand_over(contest, by, seat, (*from, *to)),
        _ => about_a_project(contest, by, wish, now),
    }?;
    Ok(with_bulletin(contest, facts, now))
}

fn about_a_project(contest: &Contest, by: &Seat, wish: &Wish, now: At) -> Decision {
    let project = wish.project().ok_or(Refusal::NotYours)?;
    let subject = Subject::of(contest, project)?;
    subject.must_be_in_the_room_of(by)?;
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
        Wish::Submit { revision, marks, .. } => {
            scoring::submit(&subject, own_seat(by)?, *revision, marks)
        }
        Wish::Recuse { reason, .. } => panel::recuse(&subject, own_seat(by)?, reason),
        Wish::MarkSeat { seat, mark, reason, .. } => panel::mark(&subject, seat, *mark, reason),
        Wish::Lock { without, .. } => scoring::lock(&subject, without),
        Wish::Release { .. } if contest.session.safeguards.co_signed_release => {
            two_persons::propose(contest, by, &Act::Release { project: subject.project() }, "")
        }
        Wish::Release { .. } => scoring::release(&subject),
        Wish::SealSheet { revision, seal, .. } => {
            sealed::seal(&subject, own_seat(by)?, *revision, seal)
        }
        Wish::OpenSheet { revision, marks, nonce, .. } => {
            sealed::open(&subject, own_seat(by)?, (*revision, marks), nonce)
        }
        Wish::AllowPaper { seat, reason, .. } => paper::allow(&subject, seat, reason),
        Wish::DisallowPaper { seat, reason, .. } => paper::disallow(&subject, seat, reason),
        Wish::KeySheet { seat, marks, keyed_by, .. } => paper::key(&subject, seat, marks, keyed_by),
        Wish::DropKeying { seat, reason, .. } => paper::drop_keying(&subject, seat, reason),
        Wish::Deduct { rule, units, reason, .. } => {
            subject.must_not_be_released()?;
            deduction::deduct(&subject, rule, *units, reason)
        }
        Wish::RemoveDeduction { number, reason, .. } => {
            subject.must_not_be_released()?;
            deduction::remove(&subject, *number, reason)
        }
        Wish::Postpone { reason, .. } => order::postpone(&subject, reason),
        Wish::Backfill { reason, .. } => order::backfill(&subject, reason),
        Wish::SetClock { phase, left, reason, .. } => clock::set(&subject, *phase, *left, reason),
        Wish::Undo { .. } => undo::undo(&subject, now),
        _ => Err(Refusal::NotYours), // None of the others is about a project alone.
    }
}

fn own_seat(by: &Seat) -> Result<&SeatId, Refusal> {
    by.judge().ok_or(Refusal::NotYours)
}

/// Whatever is done for the record is given a reason.
fn reasoned(reason: &str) -> Result<String, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason.to_owned()) }
}

/// The facts, and after them what they do to what has been released.
fn with_bulletin(contest: &Contest, mut facts: Vec<Fact>, now: At) -> Vec<Fact> {
    let Some((group, project, reason)) = facts.iter().find_map(|it| corrects(contest, it)) else {
        return facts;
    };
    let mut after = contest.clone();
    for fact in &facts {
        after.apply(now, fact);
    }
    let changes = corrections(contest, &after, &group);
    let number = u32::try_from(contest.bulletins.len()).unwrap_or(u32::MAX).saturating_add(1);
    let bulletin = Bulletin { number, group, project, reason, changes };
    facts.push(Fact::Corrected { bulletin });
    facts
}

/// What a fact corrects, if it is about something released: a group, the project, and why.
fn corrects(contest: &Contest, fact: &Fact) -> Option<(GroupId, ProjectId, String)> {
    let (project, reason) = match fact {
        Fact::SeatVoided { project, reason, .. }
        | Fact::SeatRestored { project, reason, .. }
        | Fact::SheetCorrected { project, reason, .. }
        | Fact::DeductionRemoved { project, reason, .. }
        | Fact::Disqualified { project, reason } => (project, reason),
        Fact::Deducted { project, deduction } => (project, &deduction.reason),
        // The first ruling settles what was open; another one about the same projects corrects it.
        Fact::Ruled { group, ruling } => {
            let earlier = contest.rulings_of(group);
            let tied = || ruling.order.iter().flatten();
            let again = earlier.iter().any(|it| it.is_about(tied()));
            (tied().next().filter(|_| again)?, &ruling.reason)
        }
        _ => return None,
    };
    let released = contest.run(project).is_some_and(|run| run.stage == Stage::Released);
    let group = contest.session.project(project).filter(|_| released)?.group.clone();
    Some((group, project.clone(), reason.clone()))
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

    /// Hosts run their own room and judges sit in one; the supervisor is in all.
    fn must_be_in_the_room_of(&self, by: &Seat) -> Result<(), Refusal> {
        let room = self.contest.room_of(self.project);
        let here = room.is_some_and(|room| by.room().is_none_or(|own| room.id == *own));
        let sits = by.judge().is_none_or(|seat| self.run.seats.contains_key(seat));
        if here && sits { Ok(()) } else { Err(Refusal::NotYours) }
    }

    /// After the release it takes two persons, and an appeal.
    fn must_not_be_released(&self) -> Result<(), Refusal> {
        if self.stage() == Stage::Released { Err(self.wrong_stage()) } else { Ok(()) }
    }

    fn must_be_scored(&self) -> Result<(), Refusal> {
        match self.group.rubric {
            Some(_) => Ok(()),
            None => Err(Refusal::NotScored { project: self.project() }),
        }
    }

    /// Where a seat of its panel stands with it.
    fn seat(&self, seat: &SeatId) -> Result<&'a SeatState, Refusal> {
        let found = self.run.seats.get(seat);
        found.ok_or_else(|| Refusal::NoSuchSeat { project: self.project(), seat: seat.clone() })
    }

    fn wrong_seat_state(&self, seat: &SeatId, state: &SeatState) -> Refusal {
        Refusal::WrongSeatState { project: self.project(), seat: seat.clone(), state: state.word() }
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
