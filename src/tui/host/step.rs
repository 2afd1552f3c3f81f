//! Which wish a key of the host means, given the picture and the chosen project. The steps are the
//! agenda's own wishes; the rules that grant or refuse them are the contest's.

use super::ceremony;
use crate::{
    contest::{At, CountdownState, Ms, Phase, ProjectId, SeatWord, Stage, Wish},
    protocol::views::{ClockLine, OpenLine, OrderLine, SeatLine},
    tui::host::seen::Seen,
};

/// What a host orders with one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The next step, whatever it is.
    Next,
    /// Close the scoring of the chosen project, or of the first that can be.
    Lock,
    /// Make the score of the chosen project public, or of the first that can be.
    Release,
    /// Call up whoever is next in the run order.
    CallUpNext,
    /// Call up the chosen project, out of order.
    CallUpChosen,
    /// Stop the clock, or let it go on.
    Pause,
    /// Give or take so many seconds.
    Time(i64),
    /// The chosen project, or the one that was called up, is not there.
    Absent,
    /// The chosen project, or the one on stage, leaves the contest.
    Withdraw,
    /// The last step with the clock has not happened.
    Undo,
    /// The projector goes blank, or shows its scene again.
    Blank,
    /// The next step of the ceremony.
    Ahead,
    /// The step of the ceremony before this one.
    Back,
}

/// Why a key means nothing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// The room has nothing left to do.
    NoStep,
    /// No open scoring is the key's.
    NoLock,
    /// No locked score is the key's.
    NoRelease,
    /// Nobody can be called up next.
    NoCallUp,
    /// The key is for a project of the run order, and none is chosen.
    ChooseFirst,
    /// No clock has been started.
    NoClock,
    /// The project is past its turn.
    NoAbsence,
    /// The project has left, or is locked.
    NoWithdrawal,
    /// Nothing can be done about the project.
    NoAct,
    /// Nothing waits for a decision.
    NoDecision,
    /// No step can be undone any more.
    NoUndo,
    /// No clock is there to be set after a fault.
    NoFault,
    /// Nothing is ranked here.
    NoRanking,
    /// No ceremony is being held, or it is at its beginning.
    NoCeremony,
    /// The session keeps marks off the console.
    NoMarks,
    /// No sheet of the project that is up counts yet.
    NoSheets,
    /// The key shows marks while it is held.
    HoldForMarks,
    /// The stage is taken.
    NoBreak,
    /// The console has one room only.
    NoOtherRoom,
    /// The last step is still on its way, and the key did nothing.
    StillSending,
    /// The sheets are sealed, and none has been opened yet.
    StillSealed,
    /// The hub sent what this program cannot read.
    Unreadable,
}

impl Hint {
    /// The key of its text.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::NoStep => "host-hint-no-step",
            Self::NoLock => "host-hint-no-lock",
            Self::NoRelease => "host-hint-no-release",
            Self::NoCallUp => "host-hint-no-call-up",
            Self::ChooseFirst => "host-hint-choose-first",
            Self::NoClock => "host-hint-no-clock",
            Self::NoAbsence => "host-hint-no-absence",
            Self::NoWithdrawal => "host-hint-no-withdrawal",
            Self::NoAct => "host-hint-no-act",
            Self::NoDecision => "host-hint-no-decision",
            Self::NoUndo => "host-hint-no-undo",
            Self::NoFault => "host-hint-no-fault",
            Self::NoRanking => "host-hint-no-ranking",
            Self::NoCeremony => "host-hint-no-ceremony",
            Self::NoMarks => "host-hint-no-marks",
            Self::NoSheets => "host-hint-no-sheets",
            Self::HoldForMarks => "host-hint-hold-for-marks",
            Self::NoBreak => "host-hint-no-break",
            Self::NoOtherRoom => "host-hint-no-other-room",
            Self::StillSending => "host-still-sending",
            Self::StillSealed => "host-hint-still-sealed",
            Self::Unreadable => "host-hint-unreadable",
        }
    }
}

/// The steps that are open, the next one first.
pub(super) fn open(view: &Seen) -> impl Iterator<Item = &Wish> {
    view.agenda.next.iter().chain(&view.agenda.also)
}

/// The step that the key of the next step takes: while a ceremony is held its next one.
pub(super) fn next(view: &Seen) -> Option<Wish> {
    let of_ceremony = ceremony::leads(view).map(|plan| ceremony::ahead(view, plan));
    of_ceremony.or_else(|| view.agenda.next.clone())
}

/// The open steps beside it.
pub(super) fn also(view: &Seen) -> impl Iterator<Item = &Wish> {
    open(view).skip(usize::from(ceremony::leads(view).is_none()))
}

/// How long the last step can still be undone; nothing once it cannot.
pub(super) fn undo_left(view: &Seen, now: At) -> Option<Ms> {
    let undo = view.hall.undo.as_ref()?;
    Some(undo.until - now).filter(|left| Ms::ZERO < *left)
}

/// Where every seat of the panel stands with a project.
pub(super) fn seats_of(view: &Seen, line: &OrderLine) -> Vec<SeatLine> {
    let project = &line.project.id;
    if let Some(open) = view.open.iter().find(|open| open.project == *project) {
        return open.seats.clone();
    }
    let simply = if line.stage == Stage::Released { SeatWord::Scored } else { SeatWord::Expected };
    let seat = |seat: &crate::protocol::views::PanelLine| {
        let apart = line.apart.iter().find(|it| it.seat == seat.seat).cloned();
        let (seat, state) = (seat.seat.clone(), simply);
        apart.unwrap_or(SeatLine { seat, state, keyed: false, on_paper: None })
    };
    view.panel.iter().map(seat).collect()
}

/// The wish that an order means.
///
/// # Errors
///
/// A hint for the host when it means none.
pub(super) fn wish(
    view: &Seen,
    chosen: Option<&ProjectId>,
    order: Order,
    now: At,
) -> Result<Wish, Hint> {
    let wish = meant(view, chosen, order, now)?;
    let is_lock = matches!(wish, Wish::Lock { .. });
    let is_sealed = |open: &OpenLine| {
        let mut seats = open.seats.iter();
        open.scored.is_empty() && seats.any(|it| it.state == SeatWord::Sealed)
    };
    let mut open = view.open.iter().filter(|it| is_lock && Some(&it.project) == wish.project());
    if open.any(is_sealed) { Err(Hint::StillSealed) } else { Ok(wish) }
}

fn meant(view: &Seen, chosen: Option<&ProjectId>, order: Order, now: At) -> Result<Wish, Hint> {
    match order {
        Order::Next => next(view).ok_or(Hint::NoStep),
        Order::Lock => find(view, chosen, |it| matches!(it, Wish::Lock { .. })).ok_or(Hint::NoLock),
        Order::Release => {
            find(view, chosen, |it| matches!(it, Wish::Release { .. })).ok_or(Hint::NoRelease)
        }
        Order::CallUpNext => {
            find(view, None, |it| matches!(it, Wish::CallUp { .. })).ok_or(Hint::NoCallUp)
        }
        Order::CallUpChosen => {
            let project = chosen.ok_or(Hint::ChooseFirst)?.clone();
            Ok(Wish::CallUp { project })
        }
        Order::Pause => {
            let (project, clock) = clock(view)?;
            pause(project, clock)
        }
        Order::Time(seconds) => {
            let (project, clock) = clock(view)?;
            let (phase, ms) = (clock.phase, Ms::seconds(seconds));
            Ok(Wish::AddTime { project, phase, ms, reason: String::new() })
        }
        Order::Absent => {
            let project = chosen.or_else(|| on_stage(view, |it| it == Stage::CalledUp));
            let project = project.ok_or(Hint::ChooseFirst)?.clone();
            let comes = |it| matches!(it, Stage::Waiting | Stage::CalledUp);
            view.line_of(&project).filter(|it| comes(it.stage)).ok_or(Hint::NoAbsence)?;
            Ok(Wish::MarkAbsent { project, reason: String::new() })
        }
        Order::Withdraw => {
            let project = chosen.or_else(|| on_stage(view, Stage::is_on_stage));
            let project = project.ok_or(Hint::ChooseFirst)?.clone();
            view.line_of(&project).filter(|it| can_leave(it.stage)).ok_or(Hint::NoWithdrawal)?;
            Ok(Wish::Withdraw { project, reason: String::new() })
        }
        Order::Undo => {
            let undo = view.hall.undo.as_ref().filter(|_| undo_left(view, now).is_some());
            let project = undo.ok_or(Hint::NoUndo)?.project.clone();
            Ok(Wish::Undo { project })
        }
        Order::Blank => Ok(Wish::Blank { room: view.room.id.clone(), on: !view.hall.blank }),
        Order::Ahead => {
            let plan = ceremony::held(view).ok_or(Hint::NoCeremony)?;
            Ok(ceremony::ahead(view, plan))
        }
        Order::Back => ceremony::held(view).and_then(ceremony::back).ok_or(Hint::NoCeremony),
    }
}

/// Whether a project can still withdraw: what happens to one that is locked is about a result.
pub(super) fn can_leave(stage: Stage) -> bool {
    !stage.is_out() && !matches!(stage, Stage::Locked | Stage::Released | Stage::Shown)
}

/// The first open step of a kind; of the chosen project where one is chosen.
fn find(view: &Seen, chosen: Option<&ProjectId>, is_meant: impl Fn(&Wish) -> bool) -> Option<Wish> {
    let is_for = |wish: &Wish| chosen.is_none_or(|chosen| wish.project() == Some(chosen));
    open(view).find(|wish| is_meant(wish) && is_for(wish)).cloned()
}

fn on_stage(view: &Seen, is_meant: impl Fn(Stage) -> bool) -> Option<&ProjectId> {
    view.stage.as_ref().filter(|line| is_meant(line.stage)).map(|line| &line.project.id)
}

fn clock(view: &Seen) -> Result<(ProjectId, &ClockLine), Hint> {
    let stage = view.stage.as_ref().ok_or(Hint::NoClock)?;
    Ok((stage.project.id.clone(), stage.clock.as_ref().ok_or(Hint::NoClock)?))
}

fn pause(project: ProjectId, clock: &ClockLine) -> Result<Wish, Hint> {
    let phase: Phase = clock.phase;
    match clock.state {
        CountdownState::Ready { .. } => Err(Hint::NoClock),
        CountdownState::Running { .. } => {
            Ok(Wish::PauseClock { project, phase, reason: String::new() })
        }
        CountdownState::Paused { .. } => Ok(Wish::ResumeClock { project, phase }),
    }
}
