//! The parts that several pictures share.

use serde::{Deserialize, Serialize};

use crate::contest::{
    At, AtZero, Contest, Countdown, CountdownState, GroupId, Ms, Phase, Project, ProjectId, Room,
    RoomId, Run, Safeguards, SeatId, SeatState, SeatWord, Stage, Text, Timing,
};

/// The session in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The language screens begin in.
    pub language: String,
    /// Whether anything is scored.
    pub scored: bool,
    /// What it asks for so that nobody has to be trusted alone.
    #[serde(default, skip_serializing_if = "Safeguards::are_none")]
    pub safeguards: Safeguards,
    /// Whether this is a rehearsal, whose results count for nothing.
    pub rehearsal: bool,
}

impl SessionLine {
    pub(super) fn of(contest: &Contest) -> Self {
        let session = contest.session();
        Self {
            id: session.id.clone(),
            title: session.title.clone(),
            language: session.language.clone(),
            scored: session.is_scored(),
            safeguards: session.safeguards,
            rehearsal: contest.is_rehearsal(),
        }
    }
}

/// A room in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomLine {
    /// Its id.
    pub id: RoomId,
    /// Its name.
    pub name: Text,
}

impl RoomLine {
    pub(super) fn of(room: &Room) -> Self {
        Self { id: room.id.clone(), name: room.name.clone() }
    }
}

/// A project in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectLine {
    /// Its number.
    pub id: ProjectId,
    /// Its group.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// Who stands behind it.
    pub entrant: Option<Text>,
    /// Its field.
    pub field: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Text>,
}

impl ProjectLine {
    pub(super) fn of(project: &Project) -> Self {
        Self {
            id: project.id.clone(),
            group: project.group.clone(),
            name: project.name.clone(),
            entrant: project.entrant.clone(),
            field: project.field.clone(),
            region: project.region.clone(),
        }
    }
}

/// A seat of a project's panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatLine {
    /// The seat.
    pub seat: SeatId,
    /// Where it stands with the project.
    pub state: SeatWord,
    /// Whether a paper sheet of it is being keyed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub keyed: bool,
    /// Why its sheet comes on paper, while it does and may be keyed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_paper: Option<String>,
}

impl SeatLine {
    /// The seats of a project's panel.
    pub(super) fn all_of(run: &Run) -> impl Iterator<Item = Self> {
        let of = |(seat, state): (&SeatId, &SeatState)| Self {
            seat: seat.clone(),
            state: state.word(),
            keyed: run.keyings.contains_key(seat),
            on_paper: run.on_paper.get(seat).map(|it| it.reason.clone()),
        };
        run.seats.iter().map(of)
    }

    /// Whether it is neither simply waited for nor scored.
    pub(super) fn is_apart(&self) -> bool {
        !matches!(self.state, SeatWord::Expected | SeatWord::Scored)
    }
}

/// The project that was called up last in a room, and its clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageLine {
    /// The project.
    pub project: ProjectLine,
    /// Where it is in its life.
    pub stage: Stage,
    /// The clock of its phase.
    pub clock: Option<ClockLine>,
}

impl StageLine {
    pub(super) fn of(contest: &Contest, room: &Room) -> Option<Self> {
        let id = contest.called(&room.id)?;
        let (session, run) = (contest.session(), contest.run(id)?);
        let timing = &session.group_of(id)?.timing;
        let clock = run.clock.as_ref().zip(run.stage.phase());
        Some(Self {
            project: ProjectLine::of(session.project(id)?),
            stage: run.stage,
            clock: clock.map(|(clock, phase)| ClockLine::of(clock, phase, timing)),
        })
    }
}

/// A countdown with what a screen needs to draw it by its own clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockLine {
    /// The phase it counts.
    pub phase: Phase,
    /// How long the phase takes by the rules, in milliseconds.
    pub length: Ms,
    /// What was given on top, in milliseconds.
    pub added: Ms,
    /// `{"ready":{"left":…}}`, `{"running":{"ends":…}}` or `{"paused":{"left":…}}`.
    pub state: CountdownState,
    /// How long before zero to warn, in milliseconds, longest first.
    pub warnings: Vec<Ms>,
    /// What happens at zero.
    pub at_zero: AtZero,
}

impl ClockLine {
    fn of(clock: &Countdown, phase: Phase, timing: &Timing) -> Self {
        Self {
            phase,
            length: clock.length,
            added: clock.added,
            state: clock.state,
            warnings: timing.warnings.clone(),
            at_zero: timing.at_zero,
        }
    }

    /// What is left at an instant of hub time; negative in overtime, unless the clock holds at zero.
    pub fn left(&self, now: At) -> Ms {
        let left = match self.state {
            CountdownState::Ready { left } | CountdownState::Paused { left } => left,
            CountdownState::Running { ends } => ends - now,
        };
        match self.at_zero {
            AtZero::Hold => left.max(Ms::ZERO),
            AtZero::CountUp => left,
        }
    }

    /// Whether it is counting.
    pub fn is_running(&self) -> bool {
        matches!(self.state, CountdownState::Running { .. })
    }
}
